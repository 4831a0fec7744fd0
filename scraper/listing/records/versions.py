"""Versions: what an entry of a changelog is called."""

from __future__ import annotations

import re

from scraper.listing.dates.notations import dates_in


def is_version(text: str) -> bool:
    """Whether a text is a version, with the day of its release behind it or without."""
    if len(text) > VERSION_CHARS_MAX or text[:4].translate(_NO_DIGITS) == text[:4]:
        return False
    released = _RELEASED.search(text)
    if released and dates_in(text[released.start() :]):
        text = text[: released.start()]
    return _VERSION.fullmatch(text.strip("[]")) is not None


VERSION_CHARS_MAX = 40
_NO_DIGITS = str.maketrans("", "", "0123456789")
_VERSION = re.compile(
    r"v\.?\s?\d{1,4}(?:\.\d{1,4}){0,3}(?:[-.]?(?:rc|alpha|beta|a|b)[-.]?\d*)?|\d{1,3}(?:\.\d{1,3}){2,3}",
    re.IGNORECASE,
)
# what headings of releases say behind it: `v11.3.0 (2026-05-02)`
_RELEASED = re.compile(r"\s*[(\[–—-]\s*[\w ,./-]{6,18}[)\]]?\s*$")
