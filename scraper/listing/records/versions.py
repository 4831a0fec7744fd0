"""Versions: what an entry of a changelog is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scraper.listing.dates.notations import dates_in


def is_version(text: str) -> bool:
    """Whether a text is a version, with the day of its release behind it, before it or without; with it a name may stand before."""
    if len(text) > VERSION_CHARS_MAX or not _DIGIT.search(text):
        return False
    if "." not in text and "v" not in text.lower():  # `12 May 2026`
        return False
    dated = _DATED.match(text)
    if dated and dates_in(dated[0]):
        bare = text[dated.end() :].strip("()[]")
        return _CALLED.search(bare) is not None or (
            _VERSION.fullmatch(bare) is not None and not dates_in(bare)
        )
    listed = _LISTED.fullmatch(text)
    if listed and dates_in(listed["day"]):
        bare = listed["bare"]
        named = _CALLED.fullmatch(bare) is not None
        return named or (_VERSION.fullmatch(bare) is not None and len(dates_in(text)) == 1)
    released = _RELEASED.search(text) if _PARTING.search(text) else None
    bare = text[: released.start()] if released and dates_in(text[released.start() :]) else ""
    if _VERSION.fullmatch((bare or text).strip("[]")):
        return True
    return (
        _NAMED.fullmatch(bare) is not None
        and not _RANGE_END.match(text, len(bare))
        and not text[len(bare) :].lstrip().startswith(":")  # `Hall 2.1: 12 May 2026`
    )


def are_releases(texts: Sequence[str]) -> bool:
    """Whether headings are called versions, each another: `Version 2.12.0`, `Version 2.11.1`; `Rule 2.12.1` is what an act is."""
    if not any("." in text for text in texts[:2]):
        return False
    found = [match["number"] for text in texts if (match := _CALLED.fullmatch(text.rstrip(_MARKS)))]
    return len(set(found)) >= NAMES_SHARE * len(texts)


def go_down(texts: Sequence[str]) -> bool:
    """Whether headings are versions of one thing, the newest first: `Tide gauge 2.12.0`, `Tide gauge 2.9`; an act's parts count up."""
    found = [_OF_ONE.fullmatch(text.rstrip(_MARKS)) for text in texts]
    names = {match["name"].rstrip().casefold() for match in found if match}
    if None in found or len(names) != 1:
        return False
    numbers = [tuple(map(int, re.findall(r"\d+", match["number"]))) for match in found if match]
    return len(numbers) > 1 and all(after < before for before, after in pairwise(numbers))


_OF_ONE = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.+-]{0,40}\s+){0,3})v?(?P<number>\d{1,4}(?:\.\d{1,4}){1,3}(?:-\d{1,3})?)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:versi(?:on|ón|one|e|ó)|versão|release|rilascio|wersja|verze|verzia|verzija|версия|версія|sürüm)\s+(?P<number>v?\d{1,4}(?:\.\d{1,4}){1,3})",
    re.IGNORECASE,
)
_MARKS = "\N{PILCROW SIGN}# "  # links to a heading's own place
NAMES_SHARE = 0.8  # two releases of one project may stand on one day
VERSION_CHARS_MAX = 40
_DIGIT, _PARTING = re.compile(r"[0-9]"), re.compile(r"[(\[–—:-]")  # a release's day has one of these signs
_VERSION = re.compile(
    r"v\.?\s?\d{1,4}(?:\.\d{1,4}){0,3}(?:[-.]?(?:rc|alpha|beta|a|b)[-.]?\d*)?|\d{1,3}(?:\.\d{1,3}){2,3}(?:\s(?:rc|alpha|beta))?",
    re.IGNORECASE,
)
# `Tide gauge 2.12.0`; without a day behind it `Monday 12.10.26` would be one
_NAMED = re.compile(
    r"(?:[^\W\d_][\w.+-]*\s+){1,3}v?\d{1,4}(?:\.\d{1,4}){1,3}(?:[-.]?(?:rc|alpha|beta|a|b)[-.]?\d*)?",
    re.IGNORECASE,
)
# `2026-05-02 (11.3.0)`, `2 May 2026 - Patch release 11.3.0`; behind `12.10.2026 – ` a version would be a day, `Hall 2.1` is a place
_DATED = re.compile(
    r"(?:\d{4}-\d\d-\d\d|(?=[\d ,.]*[^\W\d_]{3})[\w ,.]{5,18}\b\d{4})(?::\s+|\s+[–—-]\s+|\s+(?=[(\[]))"
)
# `2.9.0, 20 November 2026`, `Version 2.9: 2026-11-20`; a name before it may be a place's, `Hall 2.1, 20 November 2026`
_LISTED = re.compile(r"(?P<bare>[^,:]{3,24}?)\s?[,:]\s(?P<day>(?=.*\d{4})[\w ,./-]{8,18})")
_RANGE_END = re.compile(r"\s*[–—-]\s*\d\d?\.\d")  # `Weekend 12.10 - 14.10.2026`
# what headings of releases say behind it: `v11.3.0 (2026-05-02)`
_RELEASED = re.compile(r"\s*(?:[(\[–—-]|(?<=\d):)\s*[\w ,./-]{6,18}[)\]]?\s*$|\s+\d{4}-\d\d-\d\d$")
