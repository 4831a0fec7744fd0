"""Lines of small print: who wrote an entry, when, under what heading, how often it was read; a list says them alike.

What is neither a link, a date, a number nor a word that nearly every entry has in the same place is an entry's own text. A
line with hardly any of it is small print, however long: `Category: Rivers | Views: 45 | Added by: admin | 2 comments`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set

from scraper.listing.dates.dated import Spot
from scraper.listing.records.counts import width
from scraper.listing.records.lines import Piece, Record

# A word is no entry's own where this share of a place's entries has it; an article or an "and" of prose is seldom in so many.
ALIKE_SHARE = 0.7
# Below so many entries nothing shows.
ENTRIES_MIN = 3
# Enough entries to see what they say alike.
SAMPLE = 40
# Of a line of small print at most this much is the entry's own, in letters: a category, a name.
OWN_MAX = 0.3
# Between its marks, numbers and links it says no more at once than this (`counts.width`): "This entry was posted in"; of
# sentences that are all made alike ("The works at bridge 7 take until the end of the year") only the numbers are short.
RUN_MAX = 28.0
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\d|•·,:：;/()\[\]«»–—]+")

# What a search prints under a title: `portus.example › news › otters`, `https://portus.example/news/`.
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*|(?:\s?[›»>]\s?\S{1,60}(?:\s\S{1,60}){0,5})+)", re.IGNORECASE
)

Placed = tuple[Record, Piece, Spot | None]
"""A line, its record and the record's date."""


def small_print(lines: Iterable[Placed], place_of: Callable[[Piece], str]) -> frozenset[int]:
    """Find the small print among lines that may be teasers.

    Args:
        lines: lines of a list, without those that hold a title, in page order.
        place_of: names the place a line stands in; a place with one line an entry is small print as a whole or not at all.

    Returns:
        First nodes of the lines that are small print.
    """
    places: dict[str, list[Placed]] = defaultdict(list)
    for one in lines:
        places[place_of(one[1])].append(one)
    found: set[int] = set()
    for held in places.values():
        found.update(line.first for _, line, _ in held if _ADDRESS.fullmatch(line.text))
        holders = len({record.start for record, _, _ in held})
        if holders < ENTRIES_MIN:
            continue
        apart = [(line.first, *_apart(record, line, spot)) for record, line, spot in held]
        short = [one for one in apart if all(width(run) <= RUN_MAX for run in _MARKS.split(one[2]))]
        alike = _alike(held) if short else frozenset()
        small = {first for first, whole, rest in short if _is_small(whole, rest, alike)}
        if len(held) > holders:
            found |= small
        elif 2 * len(small) > len(held):
            found.update(line.first for _, line, _ in held)
    return frozenset(found)


def _alike(held: Sequence[Placed]) -> Set[str]:
    said: dict[int, set[str]] = defaultdict(set)
    for record, line, _ in held:
        if len(said) < SAMPLE or record.start in said:
            said[record.start].update(_WORD.findall(line.text.casefold()))
    times = Counter(word for words in said.values() for word in words)
    return {word for word, count in times.items() if count >= ALIKE_SHARE * len(said)}


def _apart(record: Record, line: Piece, spot: Spot | None) -> tuple[str, str]:
    """A line's text without the entry's date, and without its links."""
    text = line.text
    if spot and line.first <= spot.first <= line.last:
        text = text.replace(spot.text, "|", 1)
    rest = text
    if not line.href:  # a line that is one link is a card's text
        for link in record.links:
            if line.first <= link.first and link.last <= line.last:
                rest = rest.replace(link.text, "|", 1)
    return text, rest


def _is_small(whole: str, rest: str, alike: Set[str]) -> bool:
    """Whether hardly a letter of a line is its entry's own: in no other entry, in no link."""
    own = sum(len(word) for word in _WORD.findall(rest) if word.casefold() not in alike)
    return own <= OWN_MAX * sum(map(len, _WORD.findall(whole)))
