"""Labels that a list sets before its texts: "Title: …", "Summary: …", a badge that says "New".

The list decides: what stands in an element of its own at the beginning of a line, and says the same in other entries, is no part
of any entry's text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from itertools import islice

from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Tree, collapse
from scraper.listing.records.headlines import are_headlines
from scraper.listing.records.labels import label
from scraper.listing.records.lines import Piece

LABEL_MAX = 30  # characters
SEVERAL = 3  # texts, of which all must be called so
_NAMES = ("title", "aria-label")
_DIGIT = re.compile(r"\d")  # a year or a version tells titles apart
_COLONS = (":", "：")


def label_end(tree: Tree, piece: Piece, repeated: Set[str], kinds: Set[str] = frozenset()) -> int:
    """The first node behind the label that a line begins with, its first node where it begins with none.

    Args:
        tree: the page.
        piece: a line, or a part of one.
        repeated: what entries of the list say alike (`labels.label`).
        kinds: classes of the elements that hold such labels in the list (`label_kinds`).
    """
    first, second = front_of(tree, piece)
    if first < 0:
        return piece.first
    texts = shown_texts(tree)
    text = texts[first]
    named = text.endswith(_COLONS)
    alike = label(text) in repeated and (named or not _goes_on(text, texts[second]))
    alike = alike or tree.attr(tree.parents[first], "class") in kinds
    return second if alike and (named or not piece.tailed) else piece.first


def _goes_on(said: str, rest: str) -> bool:
    """Whether a text is a name, and what is behind it said of it: `<i>Hamlet</i> in the park`, but not `<i>tech</i> iPads mended`."""
    return rest[:1].islower() and not said[:1].islower()


def label_kinds(tree: Tree, pieces: Iterable[Piece | None], repeated: Set[str]) -> frozenset[str]:
    """The classes of the elements that hold a label before most texts: one repeated, one that the links themselves leave out, or one of few.

    A rare category stands in such an element, too.
    """
    found = [(piece, *front_of(tree, piece)) for piece in pieces if piece]
    texts = shown_texts(tree)
    times: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    called: dict[str, list[str]] = defaultdict(list)
    fronts: dict[str, list[list[str]]] = defaultdict(list)
    few: dict[str, list[tuple[str, str]]] = defaultdict(list)
    going: Counter[str] = Counter()
    for piece, first, second in found:
        if first < 0:
            continue
        holder = tree.parents[first]
        own = tree.attr(holder, "class")
        times[own] += 1
        said = next(texts[node] for node in range(holder, tree.ends[holder]) if node in texts)
        alike[own] += label(said) in repeated
        going[own] += _goes_on(said, texts[second])
        few[own].append((said, tree.text(second, piece.last + 1)))
        if not _DIGIT.search(said) and (name := _called_without(tree, piece, second)):
            called[own].append(name)
            fronts[own].append([said])
    return frozenset(
        name
        for name in times
        if name
        and 2 * going[name] < times[name]  # of labels one or another title begins small: `Tech iPads mended`
        and (
            2 * alike[name] >= times[name]
            or _all_apart(called[name], fronts[name], times[name])
            or _of_few(few[name])
        )
    )


def _of_few(held: list[tuple[str, str]]) -> bool:
    """Whether fronts are categories: each returns, without a number, and headlines that do not stand behind them."""
    times = Counter(said for said, _ in held)
    return (
        len(held) >= 2 * max(len(times), 2)
        and not any(map(_DIGIT.search, times))
        and len({rest for _, rest in held}) == len(held)
        and are_headlines([rest for _, rest in held], [[said] for said, _ in held])
    )


def _called_without(tree: Tree, piece: Piece, second: int) -> str:
    """The `title` or `aria-label` of the link around a text's front, where that is exactly what follows the front; else ""."""
    node = tree.within(second, ("a",))
    if node < 0 or not node < piece.first + 1 <= tree.ends[node]:
        return ""
    rest = tree.text(second, piece.last + 1)
    return next((rest for name in _NAMES if collapse(tree.attr(node, name)) == rest), "")


def _all_apart(names: list[str], fronts: list[list[str]], times: int) -> bool:
    """Whether the links say of each text, and of several, what follows its front, a headline, and of no two the same."""
    return len(names) == times >= SEVERAL and len({*names}) == len(names) and are_headlines(names, fronts)


def front_of(tree: Tree, piece: Piece) -> tuple[int, int]:
    """The short text in an element of its own that a line begins with, and the text behind it; -1 where there is none."""
    if piece.first == piece.last:  # most
        return -1, -1
    texts = shown_texts(tree)
    said = list(islice((node for node in range(piece.first, piece.last + 1) if node in texts), 2))
    if len(said) < 2:
        return -1, -1
    first, second = said
    holder = tree.parents[first]
    own = holder >= piece.first - 1 and second >= tree.ends[holder]
    return (first, second) if own and len(texts[first]) <= LABEL_MAX else (-1, -1)


def front(tree: Tree, piece: Piece, repeated: Set[str]) -> str:
    """The label with a colon that a line begins with, "" where it begins with none."""
    begins = piece.text[: LABEL_MAX + 1]
    if ":" not in begins and "：" not in begins:  # nearly all
        return ""
    end = label_end(tree, piece, repeated)
    said = tree.text(piece.first, end)
    return said if said.endswith(_COLONS) else ""
