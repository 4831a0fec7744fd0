"""Pictures in misread texts that lost a byte: their selector comes back, a picture that may be several is lost."""

from __future__ import annotations

import re

import pytest

from pipelines import mend
from pipelines.repair.mojibake.kept_bytes import spaces
from pipelines.repair.mojibake.lost_bytes import characters

UNDEFINED = "\x81\x8d\x8f\x90\x9d"
WAYS = {"dropped": "", "sign": "�", "asked": "?"}


def shown(text: str, way: str) -> str:
    """A text misread as Windows-1252, its undefined bytes dropped or something set for them."""
    misread = text.encode().decode("sloppy-windows-1252")
    for byte in UNDEFINED:
        misread = misread.replace(byte, WAYS[way])
    return misread


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "text",
    [
        "⚠️ Unsaved changes in résumé",
        "Press the ▶️ button",
        "❤️ We love it",
        "1️⃣ First step",
        "🗑️ Löschen",
        "ℹ️ Über uns",
    ],
)
def test_a_selector_comes_back(text: str, way: str) -> None:
    """`ï¸` and a lost byte is U+FE0F, and the gap behind it stays."""
    assert shown(text, way) != text
    assert mend(shown(text, way)) == text


@pytest.mark.parametrize("way", WAYS)
def test_a_picture_that_may_be_several_is_lost(way: str) -> None:
    """`ðŸ“` begins 64 pictures, four of which end in an undefined byte; a gap behind it is no byte of a fax machine."""
    assert mend(shown("📝 Notes on café culture", way)) == "� Notes on café culture"


@pytest.mark.parametrize("text", ["⚠️ Naïve ¸ signs", "❤️?", "🗑️ 1️⃣ ⭐", "naïveté ï¸"])
def test_right_texts_stay(text: str) -> None:
    """Pictures with their selectors, and without any picture the two signs."""
    assert mend(text) == text


@pytest.mark.parametrize("way", ["sign", "asked"])
def test_a_picture_of_which_only_the_first_byte_is_left_is_lost(way: str) -> None:
    """What took every control of Latin-1 for a question mark leaves `ð???` of `🎈`."""
    misread = re.sub(
        "[\x80-\x9f]", WAYS[way], "Ouvert dès samedi 🎈 entrée à midi".encode().decode("latin-1")
    )
    assert mend(misread) == "Ouvert dès samedi � entrée à midi"


@pytest.mark.parametrize("sequence", ["ð???", "ð���", "æ??", "ñ???"])
def test_nobody_goes_through_more_ways_than_two_lost_bytes_leave(sequence: str) -> None:
    """Three lost bytes would leave 262,144, none of which anything tells from the others."""
    assert len(characters(sequence, "latin-1", "\xad", 1.0, spaces(gaps=False, controls=False))) <= 64 * 64
