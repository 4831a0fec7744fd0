"""Cells of an old encoding: whether the bytes inside prove the last one, too."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.marks import mark


def _marked(data: bytes) -> str:
    return "".join(mark(byte) if byte > 0x7F else chr(byte) for byte in data)


@pytest.mark.parametrize("text", ["Il est déjà là", "Le café est fermé", "Café fermé.", "La forêt à côté"])
def test_an_old_encoding_holds_to_the_last_byte(text: str) -> None:
    """Where the bytes inside a cell are Windows-1252 and none is UTF-8, the last is no half character."""
    raw = _marked(text.encode("cp1252"))
    assert mend(raw) == text
    assert mend(raw, language="fr") == text
    assert mend(pd.Series([raw, "Le marché ouvre lundi."], dtype="str")).tolist()[0] == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Le café est ferm".encode() + b"\xe9", "Le café est ferm"),
        (b"La commission a exhort\xe9", "La commission a exhort"),
        (b"Le caf\xe9 de L\xe9on dit \xe2\x80", "Le café de Léon dit"),
        (b"Le caf\xe9 a exhort\xc3", "Le café a exhort"),
    ],
    ids=["UTF-8 before", "nothing before", "two bytes", "a lead byte"],
)
def test_half_a_character_stays_one(data: bytes, expected: str) -> None:
    """Without that proof, or where the end is a lead byte or two of UTF-8, the end is cut."""
    whole = data.decode("utf-8", "surrogateescape")
    raw = "".join(mark(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in whole)
    assert mend(raw, language="fr") == expected
