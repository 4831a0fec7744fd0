"""What stands over a teaser and is no part of it: a category, a place, a kind of notice in an element of its own, without a link.

The list decides. Most teasers begin with a few words in the same element, or most have such a line before them; what follows
begins anew; and the words return from entry to entry, unless a box of their own says that they are none of the sentence. A name in bold
that opens a sentence is part of it, and so is a word that a search marks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from scraper.listing.dates.dated import Spot
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import BLOCKS, Tree
from scraper.listing.records.counts import width
from scraper.listing.records.lines import Piece

# A kicker has so many words at most and is so wide (`counts.width`); of one letter it is an initial, drawn large.
WORDS_MAX, WIDTH_MAX, WIDTH_MIN = 3, 30.0, 3.0
# So large a share of a list's teasers begins with one, and in so many of them what follows begins anew.
MOST, ANEW = 0.6, 0.9
# Words in bold or italics, and those in line before a script without capitals, return from entry to entry: of so many teasers
# there are fewer different ones, but several: the one word that a search was for is marked in every teaser.
DISTINCT_MAX = 0.7
# Teasers that must begin so, since a kicker is told by its return; 2 and 6 read the 78 captured pages alike.
TEASERS_MIN = 3
# What follows says so much (`counts.width`) in the mean up to its first link or bold word; the next of several tags less.
BEHIND_MEAN_MIN = 30.0
_EMPHASIS = frozenset({"b", "strong", "i", "em", "u"})
# Elements that say what a word of a sentence is.
_OF_SENTENCE = frozenset({"mark", "abbr", "dfn", "cite", "q", "bdi"})
_ENDED = re.compile(r"[.!?…。。！？,;:：]$")
_LETTER = re.compile(r"[^\W\d_]")
_ANEW = re.compile(r"[\W_]*(.)")


class _Front(NamedTuple):
    """A possible kicker: where it stands, its words, its last node; how much the text behind it says, whether it begins anew, and by a capital or a number."""

    kind: tuple[str, str]
    text: str
    last: int
    behind: float
    anew: bool
    cased: bool


def kickers(tree: Tree, teasers: Sequence[tuple[Sequence[Piece], Spot | None]]) -> dict[int, int]:
    """Find the kickers of a list's teasers.

    Args:
        tree: the page.
        teasers: the lines of each teaser, in page order, and the entry's date.

    Returns:
        The last node of the kicker that a teaser begins with, by the first node of the teaser's first line.
    """
    told = [(lines, spot) for lines, spot in teasers if lines]
    if len(told) < TEASERS_MIN:
        return {}
    kinds: dict[tuple[str, str], dict[int, _Front]] = defaultdict(dict)
    for lines, spot in told:
        front = _front(tree, lines, spot)
        if front is not None:
            kinds[front.kind][lines[0].first] = front
    return {
        first: front.last
        for kind, fronts in kinds.items()
        if _are_kickers(kind[0], list(fronts.values()), len(told))
        for first, front in fronts.items()
    }


def _are_kickers(tag: str, fronts: Sequence[_Front], teasers: int) -> bool:
    if len(fronts) < MOST * teasers or sum(one.anew for one in fronts) < ANEW * len(fronts):
        return False
    if sum(one.behind for one in fronts) < BEHIND_MEAN_MIN * len(fronts):
        return False
    distinct = len({one.text for one in fronts})
    told = sum(one.cased for one in fronts) >= MOST * len(fronts)
    apart = tag in BLOCKS or (told and tag not in _EMPHASIS)
    return 1 < distinct <= (len(fronts) if apart else DISTINCT_MAX * len(fronts))


def _front(tree: Tree, lines: Sequence[Piece], spot: Spot | None) -> _Front | None:
    """The few words in an element of their own that the lines begin with, behind the entry's date."""
    texts = shown_texts(tree)
    said = [
        node
        for line in lines[:2]
        for node in range(line.first, line.last + 1)
        if node in texts
        and _LETTER.search(texts[node])
        and not (spot is not None and spot.first <= node <= spot.last)
    ][:2]
    if len(said) < 2:
        return None
    first, second = said
    holder, text = tree.parents[first], texts[first].strip()
    apart = (
        tree.tags[holder] not in _OF_SENTENCE and holder >= lines[0].first - 1 and second >= tree.ends[holder]
    )
    if not apart or (tree.inside(first, _LINKED) and not tree.inside(second, _LINKED)):
        return None
    if not WIDTH_MIN <= width(text) <= WIDTH_MAX or len(text.split()) > WORDS_MAX or _ENDED.search(text):
        return None
    begins = _ANEW.match(texts[second])
    anew = begins is not None and not begins[1].islower()
    cased = begins is not None and (begins[1].isupper() or begins[1].isdecimal())
    kind = (tree.tags[holder], tree.attr(holder, "class"))
    return _Front(kind, text, first, width(texts[second]), anew, cased)


_LINKED = frozenset({"a"})
