"""A site cuts inside a character and puts the words of a link behind it: no lone byte reaches an excerpt."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair import repair
from pipelines.repair.marks import marked
from pipelines.site import Site

SITE = Site("gazette", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
CASES = json.loads((Path(__file__).parent / "cases" / "links.json").read_text("utf-8"))
SHOWN: dict[str, Callable[[bytes], str]] = {
    "marks": marked,
    "replaced": lambda kept: "�",
    "windows-1252": lambda kept: kept.decode("sloppy-windows-1252"),
}
"""What a decoder makes of the bytes that the cut left."""


def _cut(text: str) -> tuple[str, bytes]:
    """A text before its last character above ASCII that something follows, and that character's first byte."""
    place = max(at for at, (letter, _) in enumerate(pairwise(text)) if letter > "\x7f")
    return text[:place], text[place].encode()[:1]


def _excerpts(teasers: list[str], language: str, pages: list[str] | None = None) -> list[str]:
    frame = pd.DataFrame(
        {
            "list": ["news"] * len(teasers),
            "position": range(len(teasers)),
            "url": [f"https://gazette.example/{row}" for row in range(len(teasers))],
            "title_raw": pd.Series([f"{row}" for row in range(len(teasers))], dtype="str"),
            "excerpt_raw": pd.Series(teasers, dtype="str"),
            "page_language": [language] * len(teasers),
        }
    )
    if pages is not None:
        frame["own_text"] = pd.Series(pages, dtype="str")
    found: list[str] = repair(frame, SITE)["excerpt"].tolist()
    return found


@pytest.mark.parametrize("gap", [" ", "… "], ids=["bare", "dots"])
@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize("case", CASES, ids=[case["language"] for case in CASES])
def test_words_of_a_link_hide_no_cut(case: dict[str, str], shown: str, gap: str) -> None:
    """In each language: without a page the excerpt is a beginning of the text, with it the cut word is whole."""
    head, kept = _cut(case["text"])
    teaser = head + SHOWN[shown](kept) + gap + case["link"]
    alone = _excerpts([teaser], case["language"])[0]
    assert case["text"].startswith(alone)
    assert len(alone) >= len(head.rstrip())
    told = _excerpts([teaser], case["language"], [f"{case['text']}."])[0]
    assert case["text"].startswith(told)
    assert len(told) > len(head)


@pytest.mark.parametrize("case", CASES, ids=[case["language"] for case in CASES])
def test_any_words_behind_a_lone_byte_hide_no_cut(case: dict[str, str]) -> None:
    """Words that no table has: a byte that is no letter of an old encoding either was cut off."""
    head, kept = _cut(case["text"])
    teaser = head + marked(kept) + " Zum Faltblatt"
    assert case["text"].startswith(_excerpts([teaser], case["language"])[0])


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        (
            "Le théâtre accueille d’anciens él\U0010f7c3 Voir la fiche",
            "Le théâtre accueille d’anciens él Voir la fiche",
        ),
        (
            "Le théâtre accueille d’anciens él� Voir la fiche",
            "Le théâtre accueille d’anciens él Voir la fiche",
        ),
        ("Le théâtre et le caf\U0010f7e9 du coin", "Le théâtre et le café du coin"),
        ("Il va \U0010f7e0 Paris", "Il va à Paris"),
        ("Le th��tre et la piscine", "Le th��tre et la piscine"),
        ("Un été à la libert� du large", "Un été à la libert� du large"),
        ("L’été arrive, la plage est � Brest.", "L’été arrive, la plage est � Brest."),
    ],
)
def test_a_byte_inside_a_text_may_be_a_letter(damaged: str, mended: str) -> None:
    """Half a character is what can be no letter: a capital behind a small one, or a loss in a text that came through whole."""
    assert mend(damaged, language="fr") == mended


@pytest.mark.parametrize(
    ("language", "damaged", "mended"),
    [
        (
            "pl",
            "Czytelnia przyjmuje dzieci, a rodzice piszą siÄ »",
            "Czytelnia przyjmuje dzieci, a rodzice piszą się »",
        ),
        (
            "hr",
            "Knjižnica posuđuje alat, a susjedi ga vraÄ Više",
            "Knjižnica posuđuje alat, a susjedi ga vra Više",
        ),
        (
            "fr",
            "Le chÅ“ur a chantÃ© pour les Ã©lÃâ€¦ Lire la suite",
            "Le chœur a chanté pour les él… Lire la suite",
        ),
        ("pl", "Komentarz dotyczÄâ€¦ Weiterlesen", "Komentarz dotyczą… Weiterlesen"),
    ],
)
def test_half_a_letter_is_seen_behind_arrows_and_words(language: str, damaged: str, mended: str) -> None:
    """Shown as Latin-1 or Windows-1252 it is no letter of its own there; dots read wrong with it are a marker, too."""
    assert mend(damaged, language=language) == mended


def test_quotes_that_close_are_no_arrows() -> None:
    """`« … à »` was opened, and so was `» … Å »`."""
    for language, text in (("fr", "Le mot le plus court est « à »"), ("sv", "Stationen heter numera »Å »")):
        assert mend(text, language=language) == text


def test_a_page_that_goes_on_behind_the_loss_says_that_nothing_was_cut() -> None:
    """The words behind the byte are the author's."""
    page = "Un récit pour des élèves, lu dans le café du coin."
    assert "du coin" in _excerpts(["Un récit pour des élèves, lu dans le caf� du coin"], "fr", [page])[0]


def test_a_letter_before_a_link_is_not_glued_to_it() -> None:
    """`Ã` + gap may be `à`, but no link follows a word without a gap."""
    assert mend("Der Müller hat das Haus abgerissen, ausschlieÃ Mehr erfahren", language="de").endswith(
        " Mehr erfahren"
    )


@pytest.mark.parametrize("text", ["Pupils should read more", "Ich hätte gern mehr", "Да разкажа още"])
def test_clean_words_stay(text: str) -> None:
    """What ends in such words is no suspect."""
    assert mend(text) == text
