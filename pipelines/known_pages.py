"""Own pages of entries that an earlier crawl read: what it read stands for this run, too.

A crawl asks for the page of an entry when it is new, and some days pages time out. Its text, name and day are evidence for the
whole list all the same: without them days would be read in another order and a title be a badge again, run by run. So the raw lines
of such pages go from the run before into this one's, for entries that the list still calls the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Called = tuple[str, str]
"""An entry as a list calls it: its address without a fragment, and its title."""

_PAGE = re.compile(r'\{"kind": "page", "url": ("(?:[^"\\]|\\.)*")')
_ENTRY = '{"kind": "entry"'


class Known(NamedTuple):
    """The entries of a run's start pages, by whether their own page is among its raw lines."""

    read: frozenset[Called]
    unread: frozenset[Called]


def add_known_pages(raw: Path, former: Path) -> int:
    """Add the pages that the run before has and this one lacks.

    Args:
        raw: `raw.jsonl` of this run; page lines are added at its end.
        former: that of the run before; where there is none nothing is added.

    Returns:
        how many.
    """
    if not former.is_file():
        return 0
    lacking = {address for address, _ in _pages(former)} - {address for address, _ in _pages(raw)}
    if not lacking:
        return 0
    shown = {entry for entry, _ in _entries(raw) if entry[0] in lacking}
    same = {entry[0] for entry, _ in _entries(former) if entry in shown}
    added = 0
    with raw.open("a", encoding="utf-8", newline="\n") as out:
        for address, line in _pages(former):
            if address in same:
                same.remove(address)
                out.write(line)
                added += 1
    return added


def start_pages(raw: Path) -> Known:
    """What the start pages of a run showed; nothing where it left no `raw.jsonl`."""
    if not raw.is_file():
        return Known(frozenset(), frozenset())
    shown = {entry for entry, page in _entries(raw) if page == 0}
    pages = {address for address, _ in _pages(raw)}
    read = frozenset(entry for entry in shown if entry[0] in pages)
    return Known(read, frozenset(shown) - read)


def called(url: str, title: str) -> Called:
    """An entry as its list calls it."""
    return url.partition("#")[0], title


def _entries(raw: Path) -> Iterator[tuple[Called, int]]:
    for line in _lines(raw):
        if line.startswith(_ENTRY) and (entry := _parsed(line)) is not None and entry["url"]:
            yield called(entry["url"], entry["title"]), entry["page"]


def _pages(raw: Path) -> Iterator[tuple[str, str]]:
    """Address and line of every page; of a line, which may be long, only its address is parsed."""
    for line in _lines(raw):
        if found := _PAGE.match(line):
            yield json.loads(found[1]).partition("#")[0], line


def _parsed(line: str) -> dict[str, Any] | None:
    """An entry's line; none where it is damaged: `read_raw` tells that of this run, of the run before it is no matter."""
    try:
        entry: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    return entry


def _lines(raw: Path) -> Iterator[str]:
    with raw.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        yield from (line for line in lines if line.endswith("\n"))
