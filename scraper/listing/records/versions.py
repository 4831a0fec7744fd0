"""Versions: what an entry of a changelog is called."""

from __future__ import annotations

import re

from scraper.listing.dates.notations import dates_in


def is_version(text: str) -> bool:
    """Whether a text is a version, with the day of its release behind it or without; with it a name may stand before."""
    if len(text) > VERSION_CHARS_MAX or text.translate(_NO_DIGITS) == text:
        return False
    released = _RELEASED.search(text)
    bare = text[: released.start()] if released and dates_in(text[released.start() :]) else ""
    if _VERSION.fullmatch((bare or text).strip("[]")):
        return True
    return _NAMED.fullmatch(bare) is not None and not _RANGE_END.match(text, len(bare))


VERSION_CHARS_MAX = 40
_NO_DIGITS = str.maketrans("", "", "0123456789")
_VERSION = re.compile(
    r"v\.?\s?\d{1,4}(?:\.\d{1,4}){0,3}(?:[-.]?(?:rc|alpha|beta|a|b)[-.]?\d*)?|\d{1,3}(?:\.\d{1,3}){2,3}",
    re.IGNORECASE,
)
# `Tide gauge 2.12.0`; without a day behind it `Monday 12.10.26` would be one
_NAMED = re.compile(
    r"(?:[^\W\d_][\w.+-]*\s+){1,3}v?\d{1,4}(?:\.\d{1,4}){1,3}(?:[-.]?(?:rc|alpha|beta|a|b)[-.]?\d*)?",
    re.IGNORECASE,
)
_RANGE_END = re.compile(r"\s*[–—-]\s*\d\d?\.\d")  # `Weekend 12.10 - 14.10.2026`
# what headings of releases say behind it: `v11.3.0 (2026-05-02)`
_RELEASED = re.compile(r"\s*[(\[–—-]\s*[\w ,./-]{6,18}[)\]]?\s*$|\s+\d{4}-\d\d-\d\d$")
