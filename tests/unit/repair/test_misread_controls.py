"""Controls of Latin-1 are quotes and dashes of Windows-1252, but not where they are bytes of a text that nothing reads back."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.ladder import mend_column


def misread(text: str) -> str:
    """A text read as ISO-8859-7, as browsers do: three bytes are no characters there, controls stay controls."""
    return "".join(
        chr(byte) if byte < 0xA0 else bytes([byte]).decode("iso8859-7", "replace") for byte in text.encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Юный мастер выиграл приз, Юрий привёз его домой",
        "Юрківці запрошують: ярмарок цієї суботи",
    ],
)
def test_a_byte_of_a_misread_letter_is_no_sign(text: str) -> None:
    r"""`Ρ\x80` is left of `р`, and no `Ρ€`."""
    damaged = misread(text)
    assert "�" in damaged
    assert set(mend(damaged)).isdisjoint("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")


def test_what_reads_back_by_itself_is_read_back_beside_such_bytes() -> None:
    r"""In a list whose language nobody names words that lost no byte are whole, where `ì \x9c` has lost one and keeps its control."""
    text = "오래된 다리를 다시 열었습니다. 시장은 축제를 준비합니다"
    damaged = text.encode().decode("latin-1").replace("\xa0", " ")
    (mended,) = mend_column(pd.Series([damaged], dtype="str"), languages=[""]).texts
    left = "축제를".encode().decode("latin-1").replace("\xa0", " ")
    assert mended == text.replace("축제를", left)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ο δήμος είπε \x93ναι\x94 χθες\x85", "Ο δήμος είπε “ναι” χθες…"),
        ("Поезд Омск\x96Томск и \x93план\x94", "Поезд Омск–Томск и “план”"),
        ("L\x92été coûte 5 \x80, c\x92est sûr", "L’été coûte 5 €, c’est sûr"),
    ],
)
def test_quotes_and_dashes_come_back(text: str, meant: str) -> None:
    """Beside letters above ASCII, too."""
    assert mend(text) == meant
