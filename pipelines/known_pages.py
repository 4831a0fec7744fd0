"""Own pages of entries that an earlier crawl read: what it read stands for this run, too.

A crawl asks for the page of an entry when it is new, and some days pages time out. Its text, name and day are evidence for the
whole list all the same: without them days would be read in another order and a title be a badge again, run by run. So the raw lines
of such pages go from the run before into this one's, for entries that the list still calls the same. A page that says what those of
other entries say, "please try again later", was not read either.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pipelines.whole_files import whole_files

MANY = 3
"""Links, with as many titles, whose pages are one before it is nobody's: two may be one article under its old and its new
address."""
Called = tuple[str, str]
"""An entry as a list calls it: its address without a fragment, and its title."""

_PAGE = re.compile(r'\{"kind": "page", "url": ("(?:[^"\\]|\\.)*")')
_TITLE, _BEHIND_TEXT, _NO_TEXT = '", "title": "', '", "summary": "', '"text": "'
"""Where a page says what it is; no string in a line holds these quotes."""
_ENTRY = '{"kind": "entry"'


class Known(NamedTuple):
    """The entries of a run's start pages, by whether their own page is among its raw lines."""

    read: frozenset[Called]
    unread: frozenset[Called]


def add_known_pages(raw: Path, former: Path) -> int:
    """Add the pages that the run before has and this one lacks, or has as a page that is nobody's (`shared_pages`).

    Pages of the run before that are nobody's come with those of this run, so that the next one that says the same is known as such.

    Args:
        raw: `raw.jsonl` of this run; page lines are added at its end, and those they stand for, or that too few are left like, are
            taken out.
        former: that of the run before; where there is none nothing is added.

    Returns:
        how many.
    """
    if not former.is_file():
        return 0
    says = {address: _says(line) for address, line in _pages(raw)}
    before = {address: _says(line) for address, line in _pages(former)}
    nobodys = _nobodys(raw, before, says)
    lacking = {
        address
        for address, said in before.items()
        if address not in says or (says[address] in nobodys and said not in nobodys)
    }
    if not lacking and not nobodys:
        return 0
    shown = {entry for entry, _ in _entries(raw) if entry[0] in lacking}
    same = {entry[0] for entry, _ in _entries(former) if entry in shown}
    dropped = same & says.keys()
    left = {address: said for address, said in says.items() if said in nobodys and address not in dropped}
    alike = {address: before[address] for address in same if before[address] in nobodys}
    told = Counter([*left.values(), *alike.values()])
    same -= {address for address, said in alike.items() if told[said] < MANY}
    dropped |= {address for address, said in left.items() if told[said] < MANY}
    if dropped:
        _take_out(raw, dropped)
    added = 0
    with raw.open("a", encoding="utf-8", newline="\n") as out:
        for address, line in _pages(former):
            if address in same:
                same.remove(address)
                out.write(line)
                added += 1
    return added


def _says(line: str) -> int:
    """A number for title and text of a page, 0 where it has no text; the texts themselves are many."""
    begin = line.find(_TITLE)
    said = line[begin : line.find(_BEHIND_TEXT, begin)]
    return 0 if begin < 0 or said.endswith(_NO_TEXT) else hash(said)


def _nobodys(raw: Path, *runs: dict[str, int]) -> set[int]:
    """What the pages of several entries say, in one run or another, which the list calls otherwise."""
    pairs = {(said, address) for run in runs for address, said in run.items() if said}
    behind = Counter(said for said, _ in pairs)
    if not behind or max(behind.values()) < MANY:  # nearly always
        return set()
    called: dict[int, set[str]] = {}
    for (address, title), _ in _entries(raw):
        for run in runs:
            if behind[said := run.get(address, 0)] >= MANY:
                called.setdefault(said, set()).add(title)
    return {said for said, titles in called.items() if len(titles) >= MANY}


def _take_out(raw: Path, addresses: set[str]) -> None:
    """Write the raw lines again without the pages of some addresses."""
    with (
        whole_files(raw.parent) as part,
        part(raw.name).open("wb") as out,
        raw.open("rb") as lines,
    ):
        for line in lines:
            found = _PAGE.match(line.decode("utf-8", "replace"))
            if found is None or _address(found) not in addresses:
                out.write(line)


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
            yield _address(found), line


def _address(page: re.Match[str]) -> str:
    address: str = json.loads(page[1])
    return address.partition("#")[0]


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
