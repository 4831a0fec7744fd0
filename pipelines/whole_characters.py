"""Halves of characters that JSON escapes leave behind, as a cut after so many UTF-16 units makes them."""

from __future__ import annotations


def whole_characters(text: str) -> str:
    """Join halves of a character; a half alone, which no file can hold, becomes U+FFFD."""
    if text.isascii() or text.isprintable():  # no half is printable
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
