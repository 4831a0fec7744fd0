"""Inline elements that meet without white space: `<span>…in the region.</span><span>Filed under: Rivers</span>`.

Words of one line have a space between them, so where a text and its neighbour of another kind meet without one, entry after
entry, a style sheet draws them apart: they are lines of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise

from scraper.listing.markup.bearers import called
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import kind_of
from scraper.listing.records.counts import width
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# Of two elements that meet one says this much in most entries (`counts.width`): a teaser, not a day beside its month.
TEXT_MIN = 40.0
# Records in which two elements must meet, and the share of those that hold both; with 4 records, or all, one of the 78 captured
# pages reads title and teaser as one line.
MEETINGS_MIN = 2
MOST = 0.5
_ENDS = frozenset((*SENTENCE_ENDS, *":»”)]"))
_WORDS_IN_ONE = HEADINGS | {"a"}  # `boxes` knows which of these hold fields

Meeting = tuple[int, int]
"""Two elements of one parent."""

Kind = tuple[str, ...]
"""Tag and first class of the parent, of the first and of the second."""


@lru_cache(maxsize=1)
def meeting(tree: Tree) -> frozenset[int]:
    """The inline elements of a page that are lines of their own because of how they meet, worked out once."""
    kinds: dict[Kind, list[Meeting]] = defaultdict(list)
    pieces = tree.pieces
    for left, right in pairwise(shown_texts(tree)):
        if not pieces[right][0].isalnum() or pieces[left][-1].isspace():
            continue
        if any(pieces[left + 1 : right]):  # what elements and texts of white space add
            continue
        one, other = _apart(tree, left, right)
        if one < 0:
            continue
        if _hour_before_words(tree, left, right, one, other) or not tree.inside(
            one, _WORDS_IN_ONE - {tree.tags[one]}
        ):
            kinds[_kind(tree, one, other)].append((one, other))
    drawn = {
        kind
        for kind, found in kinds.items()
        if len(found) >= MEETINGS_MIN and _drawn_apart(tree, found, alike=kind[2:4] == kind[4:])
    }
    return frozenset(node for pair in _of_kinds(tree, drawn) for node in pair) if drawn else frozenset()


def _of_kinds(tree: Tree, kinds: Set[Kind]) -> Iterator[Meeting]:
    """All pairs of these kinds, also those with a space between: a teaser cut by bytes may end in one."""
    for one in called(tree, {kind[2] for kind in kinds}):
        other = tree.ends[one]
        while other < len(tree) and not tree.tags[other] and tree.pieces[other].isspace():
            other += 1
        beside = other < len(tree) and tree.parents[other] == tree.parents[one] >= 0
        if beside and _kind(tree, one, other) in kinds:
            yield one, other


def _apart(tree: Tree, left: int, right: int) -> Meeting:
    """The elements with these texts that stand side by side, -1 where one text stands bare beside the other's element."""
    one = left
    while tree.ends[tree.parents[one]] <= right:
        one = tree.parents[one]
    other = right
    while tree.parents[other] != tree.parents[one]:
        other = tree.parents[other]
    return (one, other) if tree.tags[one] and tree.tags[other] else (-1, -1)


def _kind(tree: Tree, one: int, other: int) -> Kind:
    return tuple(name for node in (tree.parents[one], one, other) for name in kind_of(tree, node))


def _drawn_apart(tree: Tree, found: list[Meeting], *, alike: bool) -> bool:
    """Whether most of these meet as lines do: a text on one side, whole words, of one kind only behind a sentence's end."""
    said = [(tree.text(one), tree.text(other)) for one, other in found]
    labels = Counter(behind.split(" ", 1)[0] for _, behind in said)
    label, times = labels.most_common(1)[0]
    timed = all(tree.tags[one] == "time" != tree.tags[other] for one, other in found)
    # where words have spaces between them, a link's last does not run into what is said of it: `<a>Carmen</a><span>Opera by Bizet</span>`
    linked = all((tree.tags[one] == "a") != (tree.tags[other] == "a") for one, other in found)
    good = 0
    for before, behind in said:
        # the halves of a word, unless all entries go on alike
        split = before[-1].isalpha() and behind[0].islower()
        whole = not split or (times > MOST * len(said) and behind.startswith(label))
        ended = before[-1] in _ENDS or not alike
        told = max(width(before), width(behind)) >= TEXT_MIN
        spelt = before[-1].isalpha() and behind[0].isalpha()
        good += ended and whole and (told or (spelt and (timed or (linked and width(before[-1]) == 1))))
    return good > MOST * len(found)


def _hour_before_words(tree: Tree, left: int, right: int, one: int, other: int) -> bool:
    """Whether a `<time>` that ends in its zone, `6:30 PM GMT`, meets a word: in a card that is one link, too."""
    zoned = tree.tags[one] == "time" != tree.tags[other] and tree.pieces[left][-1].isalpha()
    return zoned and tree.pieces[right][0].isalpha()
