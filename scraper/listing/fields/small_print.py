"""Lines of small print: who wrote an entry, when, under what heading, how often it was read; a list says them alike.

What is neither a link, a date, a number nor a word that nearly every entry has in the same place is an entry's own text. A
line with hardly any of it is small print, however long: `Category: Rivers | Views: 45 | Added by: admin | 2 comments`.

So is a name, a place or a category beside the entry's day. One such line alone does not tell them apart from a short teaser, the list
does: where most say much, or read as sentences do, a short one among them is a teaser, too (`told_places`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from itertools import chain

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
    return _shared(said.values())


def _shared(said: Collection[Set[str]]) -> Set[str]:
    """The words that most texts have."""
    times = Counter(chain.from_iterable(said))
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


LONG_SHARE = 0.5
"""Of a place's lines, those that say more than small print."""
PROSE_SHARE, WIDTH_MEAN_MIN, DISTINCT_SHARE = 0.7, 20.0, 0.8
"""Of a place's lines those that read as sentences, their width in the mean, both as in `teasers`, and those that differ."""
OWN_WORDS_MIN, LOWER_SHARE = 3, 0.5
"""Own words of a sentence, and of all behind its first those that begin small; names and titles begin with capitals, in German nouns, too."""
_STROKES = frozenset("|·•")


def told_places(lines: Iterable[tuple[str, str, bool]]) -> frozenset[str]:
    """Find the places whose lines are teasers though a day is in them: `26/11/2026 - Work stood still since July`.

    Args:
        lines: of each line with its entry's day its place, what it says beside the day, and whether that is so little that alone
            it is small print.

    Returns:
        The names of the places.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    long: Counter[str] = Counter()
    for place, rest, small in lines:
        rests[place].append(rest)
        long[place] += not small
    return frozenset(
        place
        for place, found in rests.items()
        if 0 < long[place] > LONG_SHARE * len(found) or (long[place] < len(found) and _are_prose(found))
    )


def _are_prose(rests: Sequence[str]) -> bool:
    if len(rests) < ENTRIES_MIN or len(set(rests)) < DISTINCT_SHARE * len(rests):
        return False
    if sum(map(width, rests)) < WIDTH_MEAN_MIN * len(rests):
        return False
    alike = _shared([set(_WORD.findall(rest.casefold())) for rest in rests])
    return sum(_is_sentence(rest, alike) for rest in rests) >= PROSE_SHARE * len(rests)


def _is_sentence(text: str, alike: Set[str]) -> bool:
    """Whether a text reads as a sentence: most of its words begin small, and nothing parts it."""
    words = _WORD.findall(text)
    if sum(word.casefold() not in alike for word in words) < OWN_WORDS_MIN or not _STROKES.isdisjoint(text):
        return False
    if 2 * text.count(",") >= len(words):
        return False  # tags
    small = sum(word[0].islower() for word in words[1:])
    return bool(small >= LOWER_SHARE * (len(words) - 1))
