"""Whether a page names the entries before and after it: then it is one of them.

Board and news systems print `이전글 … 다음글 …`, `上一篇：… 下一篇：…`, `Previous article` below what a reader came for. The words alone
do not tell: a list's older part may be called so, too. What follows has an address made like the page's own, and counts no pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import parse_qsl

from scraper.listing.kind.addresses import made_alike
from scraper.listing.markup.bearers import between, called
from scraper.listing.markup.resolve import host_of, parts_of
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.numbered import page_number
from scraper.listing.pager.vetoes import of_calendar
from scraper.listing.words.date_words import word_file

LABEL_CHARS_MAX = 40
"""Of a text that may begin with the name of the entry before: `上一篇：` and, in one text with it, that entry's title."""
AROUND = 3
"""Elements around a label in which its link may stand: the term of a description, the head of a row."""


def names_neighbours(tree: Tree) -> bool:
    """Whether a label of the entry before or after leads to a page made like this one."""
    return any(_is_neighbour(tree.url, tree.link(tree.attr(node, "href"))) for node in _links(tree))


def _links(tree: Tree) -> Iterator[int]:
    """The links that labels are or stand before."""
    for node, text in shown_texts(tree).items():
        if len(text) <= LABEL_CHARS_MAX and _is_label(text):
            link = _link_of(tree, node)
            if link >= 0:
                yield link


def _is_label(text: str) -> bool:
    label = text.replace("：", ":").partition(":")[0].strip(_MARKS).casefold()
    return label in _labels()


_MARKS = " \xa0«»‹›<>←→[]()【】|△▲▽▼-–—"


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(str.casefold, word_file("neighbours.txt")))


def _link_of(tree: Tree, node: int) -> int:
    """The link around a label, or the first one behind it in the elements around; else -1."""
    at = node
    for _ in range(AROUND):
        at = tree.parents[at]
        if at <= 0:
            return -1
        if tree.tags[at] == "a":
            return at
        behind = between(called(tree, ("a",)), node + 1, tree.ends[at])
        if behind:
            return behind[0]
    return -1


def _is_neighbour(url: str, address: str) -> bool:
    """Whether an address differs from another in one number of its question, or in the last part of its path.

    Another month or day is a part of an archive, and so may be what a short number tells.
    """
    here, there = parts_of(url), parts_of(address)
    if host_of(url) != host_of(address) or page_number(address) is not None or of_calendar(url, address):
        return False
    if here.path != there.path:
        last = there.path.rstrip("/").rpartition("/")[2]
        return here.query == there.query and made_alike(here.path, there.path) and not _is_short(last)
    asked, asks = parse_qsl(here.query), parse_qsl(there.query)
    if [name for name, _ in asked] != [name for name, _ in asks]:
        return False
    other = [(one, two) for (_, one), (_, two) in zip(asked, asks, strict=True) if one != two]
    return len(other) == 1 and all(
        any(map(str.isdigit, value)) and not _is_short(value) for value in other[0]
    )


def _is_short(value: str) -> bool:
    """Whether a value is a number that may be a page's, a month's or a year's."""
    return value.isdecimal() and (len(value) < NUMBER_DIGITS_MIN or _YEAR.fullmatch(value) is not None)


NUMBER_DIGITS_MIN = 3
"""Of an entry's number, as in `wording._ENTRY`: pages of a list are numbered lower."""
_YEAR = re.compile(r"(?:19|20)\d\d")
