"""What stands behind a title's words in an element of its own, and is none of them: how many wrote an answer, that it is new.

`<a>The ferry sails again <span class=count>[3]</span></a>`. The list decides: an element of one kind holds nothing but numbers, or
the same word in each entry that has it, and the titles differ without it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipelines.word_tables import rows_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import TITLE_MIN, width
from scraper.listing.records.lines import Piece

BADGE_MAX = 20  # characters: `12 comments`, `opens in a window`
BADGES_MIN = 3  # entries that have one
FEW_MAX = 0.5  # of the entries: fewer than `BADGES_MIN` may be marked by one word, `New`, with a title's width before it
SAME_SHARE = 0.8  # of them, those that say the same word


class _End(NamedTuple):
    """The element that ends a title: its kind, its text, the last node before it."""

    kind: tuple[str, str]
    said: str
    before: int


def without_badges(tree: Tree, titles: list[Piece | None]) -> list[Piece | None]:
    """Take the badges off the ends of titles, several where several stand there.

    Args:
        tree: the page.
        titles: the piece of each entry that is its title.
    """
    for _ in range(ROUNDS):
        ends = [_end(tree, title) for title in titles]
        badges = _badges(tree, titles, ends)
        if not badges:
            break
        titles = [
            _cut(tree, title, end) if title and end and end.kind in badges else title
            for title, end in zip(titles, ends, strict=True)
        ]
    return titles


ROUNDS = 3


def _end(tree: Tree, title: Piece | None) -> _End | None:
    if title is None or title.first >= title.last or title.kind in ("label", "sentence"):
        return None
    last = title.last
    while last > title.first and not tree.pieces[last].strip():
        last -= 1
    holder = _row_of(tree, title, tree.parents[last])
    if holder <= title.first or _goes_on_behind(tree, title, holder):
        return None
    said = tree.text(holder, title.last + 1)
    kind = tree.tags[holder], tree.attr(holder, "class")
    apart = kind[0] in _SMALL or (kind[1] and kind[0] not in _STRESSED) or _BRACKETED.fullmatch(said)
    if not 0 < len(said) <= BADGE_MAX or not apart:
        return None
    return _End(kind, said, holder - 1)


def _row_of(tree: Tree, title: Piece, node: int) -> int:
    """The element around a badge that holds badges and nothing else, `<span class=tags><span>draft</span> <span>new</span></span>`, or it."""
    while (
        (around := tree.parents[node]) > title.first
        and not _goes_on_behind(tree, title, around)
        and tree.fits(around, BADGE_MAX)
        and any(tree.pieces[at].strip() for at in range(title.first, around))
        and not any(tree.pieces[kid].strip() for kid in tree.kids(around) if not tree.tags[kid])
    ):
        node = around
    return node


def _goes_on_behind(tree: Tree, title: Piece, node: int) -> bool:
    """Whether an element says something behind a title's end."""
    return any(tree.pieces[at].strip() for at in range(title.last + 1, tree.ends[node]))


_STRESSED = frozenset({"a", "b", "strong", "mark"})  # words of a title
_SMALL = frozenset({"sup", "small"})
_BRACKETED = re.compile(r"[(\[+]\d{1,5}[)\]]?")
_COUNT = re.compile(
    r"[(\[+]?(?:[가-힣ぁ-ヿ一-鿿]{2,}\s?)?(?!(?:19|20)\d\d\b)\d{1,5}(?:\s?[^\W\d_]\D*)?[)\]]?"
)
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")


def _badges(tree: Tree, titles: list[Piece | None], ends: list[_End | None]) -> frozenset[tuple[str, str]]:
    """The kinds of elements that hold badges in this list."""
    if not any(ends):
        return frozenset()
    by_kind: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for title, end in zip(titles, ends, strict=True):
        if title and end:
            rest = tree.text(title.first, end.before + 1)
            by_kind[end.kind].append((end.said, rest))
    inside = _inside(tree, titles, ends)
    return frozenset(
        kind
        for kind, held in by_kind.items()
        if kind not in inside
        and (len(held) >= BADGES_MIN or _mark_few(kind[1], held, len(titles)))
        and len({rest for _, rest in held}) == len({f"{rest} {said}" for said, rest in held})
        and (len(held) < BADGES_MIN or len({rest for _, rest in held}) > 1)
        and all(_LETTERS.search(rest) for _, rest in held)
        and not _go_on([rest for _, rest in held])
        and (_numbers(held) or _same(kind[1], held))
    )


def _mark_few(name: str, held: list[tuple[str, str]], number: int) -> bool:
    """Whether one or two of several titles end in the same word of no small letter in front, alone only where its class says what it is.

    `<span class="badge">New</span>` on the newest entry; a last word that is kept from a line of its own is another in each title.
    """
    said = {text for text, _ in held}
    if len(said) > 1 or len(held) > FEW_MAX * number or _DIGITS.search(held[0][0]) or _FOUND.search(name):
        return False
    if _NAMED.search(name):
        return True
    return (
        len(held) > 1
        and held[0][0][0].isalpha()
        and not held[0][0][0].islower()
        and all(width(rest) >= TITLE_MIN for _, rest in held)
    )


_NAMED = re.compile(r"(?<![a-z])(?:badge|pill|chip)(?![a-z])", re.IGNORECASE)
_FOUND = re.compile(r"match|highlight|search|keyword|(?<![a-z])h(?:l|it)(?![a-z])", re.IGNORECASE)


def _inside(tree: Tree, titles: list[Piece | None], ends: list[_End | None]) -> set[tuple[str, str]]:
    """The kinds of elements that stand among the words of titles, too: what was searched for, a name."""
    return {
        (tree.tags[node], tree.attr(node, "class"))
        for title, end in zip(titles, ends, strict=True)
        if title
        for node in range(title.first, end.before + 1 if end else title.last + 1)
        if tree.tags[node] and tree.text(node)
    }


def _go_on(rests: list[str]) -> bool:
    """Whether titles without their ends would break off: behind "of", "for the", a dash, `Storm over the coast of <span>Husum</span>`.

    So does one title in five at the most that the site itself cut.
    """
    broken = sum(rest.endswith(_JOINS) or rest.rpartition(" ")[2].casefold() in _going_on() for rest in rests)
    return broken > BROKEN_MAX * len(rests)


BROKEN_MAX = 0.2
_JOINS = tuple("-–—:,&+/")


@cache
def _going_on() -> frozenset[str]:
    """Articles, prepositions and conjunctions of many languages: a page's own is often not known."""
    rows = rows_of("pipelines.repair.likelihood", "goes_on.txt", 2)
    return frozenset(word for _, words in rows for word in words.split())


def _numbers(held: list[tuple[str, str]]) -> bool:
    """Whether badges count something: numbers before the same word or none, and no row of them.

    A number behind its word is a name, `Nr. 7`, `Part 3`, but for `댓글 3`, and so are two together: the act `12/26`, `3:1`.
    Bare ones behind few letters are of the title, too: `Psalm 12`, `Gate 7`.
    """
    said = [text for text, _ in held]
    if all(map(str.isdecimal, said)) and _are_short(held):
        return False
    words = {_DIGITS.sub("", text).strip(" ()[]+").rstrip("s") for text in said}
    numbers = [int(found[0]) for text in said if (found := _DIGITS.search(text))]
    if len(words) > 1 or not all(map(_COUNT.fullmatch, said)):
        return False
    return len({after - before for before, after in pairwise(numbers)}) > 1


def _same(name: str, held: list[tuple[str, str]]) -> bool:
    """Whether badges say the same word, without a number; behind few letters only where their class says what they are: `Ana Roe`, `Jo Roe`."""
    text, times = Counter(said for said, _ in held).most_common(1)[0]
    alike = times >= SAME_SHARE * len(held) and not _DIGITS.search(text)
    return alike and (not _are_short(held) or _NAMED.search(name) is not None)


def _are_short(held: list[tuple[str, str]]) -> bool:
    """Whether what stands before most ends is less than a title."""
    return 2 * sum(width(rest) < TITLE_MIN for _, rest in held) > len(held)


def _cut(tree: Tree, title: Piece, end: _End) -> Piece:
    text = tree.text(title.first, end.before + 1)
    return replace(title, last=end.before, text=text, dated=None)
