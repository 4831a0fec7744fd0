"""Texts misread and mended as one list, for the tests of what lists prove."""

from __future__ import annotations

import pandas as pd

from pipelines import mend


def misread(text: str, written: str, read_as: str = "cp1252") -> str:
    """A text in one encoding as a program has it that takes it for another; what that lacks as a control."""
    return "".join(bytes([byte]).decode(read_as, "ignore") or chr(byte) for byte in text.encode(written))


def mended(texts: list[str], language: str | None = None) -> list[str]:
    """The texts of one list, whose page declares a language or none."""
    found: list[str] = mend(pd.Series(texts, dtype="str"), language=language).tolist()
    return found
