"""Archives of mail by thread: answers lie in the message that they answer, `li > ul > li`, as deep as people answered.

Each is a message of its own with a link of its own. Where most items of lists in items are called as the one around them is,
but for an "Re:", all are put beside each other, in page order. The items of a menu are called otherwise than what they lie below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

ANSWERS_MIN = 3
"""Answers called as what they answer; a menu says again what it lies below once a part, and mostly with the same address."""
_ANSWER = re.compile(
    r"^(?:(?:re|aw|antw|sv|vs|rif|res|odp|ynt|fwd?|回复|答复)(?:\[\d+\]|\^\d+)?[:：]\s*)+", re.IGNORECASE
)


def set_beside(tree: Tree) -> None:
    """Make the answers of threads items of the list that the first messages are items of."""
    inner = list(_lists_in_items(tree))
    if not inner:
        return
    alike = others = 0
    for node in inner:
        said, address = _link(tree, tree.parents[node])
        for item in _items(tree, node):
            again, other = _link(tree, item)
            if said and again == said and other != address and _made_like(other, address):
                alike += 1
            else:
                others += 1
        if others > alike + ANSWERS_MIN:
            return
    if alike >= ANSWERS_MIN and alike > others:
        for node in inner:
            _raise(tree, node)


def _lists_in_items(tree: Tree) -> Iterator[int]:
    tags, node = tree.tags, -1
    for _ in range(tags.count("ul")):
        node = tags.index("ul", node + 1)
        if tags[tree.parents[node]] == "li":
            yield node


def _items(tree: Tree, node: int) -> Iterator[int]:
    at = node + 1
    while at < tree.ends[node]:
        if tree.tags[at] == "li":
            yield at
        at = tree.ends[at]


def _link(tree: Tree, item: int) -> tuple[str, str]:
    """What an item's first link says, without "Re:", and leads to; both "" where a list comes before a link."""
    for node in range(item + 1, tree.ends[item]):
        if tree.tags[node] == "ul":
            break
        if tree.tags[node] == "a" and (href := tree.attrs[node].get("href")):
            return _ANSWER.sub("", tree.text(node)).casefold(), href
    return "", ""


def _made_like(one: str, other: str) -> bool:
    """Whether addresses are of one folder and one format and are told apart by a number, as messages are.

    `minutes.pdf` and `/de/minutes` below `/minutes` are no answers, nor are `0_de.html`, `0-v2.html`, `0#c2` below `0.html`.
    """
    folders, names = zip(*(address.rstrip("/").rpartition("/")[::2] for address in (one, other)), strict=True)
    bare = [name.partition("#")[0] for name in names]
    formats = {name.partition(".")[2] for name in bare}
    if not len({*folders}) == len(formats) == 1:
        return False
    anchors = [name.partition("#")[2] for name in names]
    shown = bare if bare[0] != bare[1] else anchors
    if shown is anchors and not all(anchors):
        return False
    said, above = (name.partition(".")[0] for name in shown)
    if said.startswith(above) and not said[len(above) :][:1].isdecimal():
        return False
    pairs = enumerate(zip(said, above, strict=False))
    same = next((at for at, (one_letter, other_letter) in pairs if one_letter != other_letter), len(above))
    return all(map(_DIGIT.search, (said[same:], above[same:] or above)))


_DIGIT = re.compile(r"\d")


def _raise(tree: Tree, node: int) -> None:
    """Put the items of a list behind the item that it lies in, which ends before it."""
    parents, ends, item = tree.parents, tree.ends, tree.parents[node]
    holder, at = parents[item], node
    while at < ends[item]:
        parents[at] = holder
        at = ends[at]
    at = node + 1
    while at < ends[node]:
        parents[at] = holder
        at = ends[at]
    ends[item], ends[node] = node, node + 1
