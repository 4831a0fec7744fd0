"""Lines with their entry's day in them that are teasers, however short one of them is: `26/11/2026 - Work stood still since July`.

A name, a place or a category beside a day is small print. One line alone does not tell them apart, the list does: where most say much,
or read as sentences do, a short one among them is a teaser, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set

from scraper.listing.records.counts import width

LONG_SHARE = 0.5
"""Of a place's lines, those that say more than small print."""
PROSE_SHARE, WIDTH_MEAN_MIN, DISTINCT_SHARE = 0.7, 20.0, 0.8
"""Of a place's lines those that read as sentences, their width in the mean, both as in `teasers`, and those that differ."""
ALIKE_SHARE, ALIKE_MIN = 0.7, 3
"""A word in so many of the lines, and in three, is none of their own, as in `small_print`: `by … in …`."""
OWN_WORDS_MIN, LOWER_SHARE = 3, 0.5
"""Own words of a sentence, and of all behind its first those that begin small; names and titles begin with capitals, in German nouns, too."""
_WORD = re.compile(r"[^\W\d_]+")
_STROKES = frozenset("|·•")


def told_places(lines: Iterable[tuple[str, str, bool]]) -> frozenset[str]:
    """Find the places whose lines are teasers.

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
    if len(rests) < ALIKE_MIN or len(set(rests)) < DISTINCT_SHARE * len(rests):
        return False
    if sum(map(width, rests)) < WIDTH_MEAN_MIN * len(rests):
        return False
    times = Counter(word for rest in rests for word in set(_WORD.findall(rest.casefold())))
    alike = {word for word, count in times.items() if count >= max(ALIKE_SHARE * len(rests), ALIKE_MIN)}
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
