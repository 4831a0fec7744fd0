"""Lexbor's nodes as columns: one walk over a parsed page, in document order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from scraper.listing.markup.bearers import index
from scraper.listing.markup.closed_early import gather
from scraper.listing.markup.elements import BLOCKS, UNSEEN, collapse
from scraper.listing.markup.hidden import hide, lift
from scraper.listing.markup.left_open import (
    CHAIN_MIN,
    FORMATTING,
    NESTING,
    OFTEN,
    around,
    close,
    dissolve,
    many_unended,
    unended,
)
from scraper.listing.markup.replies import set_beside

if TYPE_CHECKING:
    from scraper.listing.markup.tree import Tree

# Beyond so many nodes a page is read no further: of 5 MB cards and rows take .7 to .9 s on a busy core, lines of addresses 1.4 s; a
# listing of 10,000 plain rows has as many. `Tree.cut` tells.
NODES_MAX = 42_000
# Deeper elements stand beside each other, as Chromium builds them (its parser's own limit): 5 MB of tables left open inside
# tables, whose records hold one another, took 13 s and 1.9 GB.
LEVELS_MAX = 512


def fill(tree: Tree, root: LexborNode, source: str, missing: int) -> None:
    """Fill a page's empty columns with what the nodes below a root are and say.

    Args:
        tree: the page; its columns are empty.
        root: its outermost element.
        source: the text that was parsed.
        missing: how many more `<div>` than `</div>` it has, as `unended` counts them.
    """
    walk = _Walk(tree)
    walk.through(root)
    index(tree)
    veils = hide(tree)
    many = many_unended(source, OFTEN, missing)
    if many > 0:
        close(tree, OFTEN)
    elif many < 0:
        gather(tree)
    for tag in sorted(walk.nested):
        if many_unended(source, tag, unended(source, tag)) > 0:
            (dissolve if tag in FORMATTING else close)(tree, tag)
    set_beside(tree)
    lift(tree, veils)
    walk.language()


class _Walk:
    """Walks lexbor's nodes once, in document order."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        # how many elements alike an element holds in each other, itself included
        self.holding: dict[int, int] = {}
        self.nested: set[str] = set()  # the names of those that hold many

    def through(self, root: LexborNode) -> None:
        """Fill the columns; by child and sibling, as asking each node for its parent took longer, in one loop, as a call a node did."""
        tree = self.tree
        tags, parents, ends, attrs = tree.tags, tree.parents, tree.ends, tree.attrs
        pieces, unseen = tree.pieces, tree.unseen
        # the open elements from the root down, their numbers, what they are
        above: list[tuple[LexborNode, int, int]] = []
        # by lexbor's number of it each name that this page brings, and what it is
        names: dict[int, tuple[str, int]] = {}
        pending = False  # a block has ended since the last node
        spaced = True  # what stands before ends in white space
        up = -1  # the innermost open element
        sealed = 0  # open elements whose content is never seen
        number = 0
        node: LexborNode | None = root
        while node is not None:
            named = names.get(node.tag_id)
            if named is None:
                named = names[node.tag_id] = _named(node.tag or "-")
            tag, kind = named
            if kind == _TEXT:
                text = node.text_content or ""
                if sealed:
                    self._aside(up, text)
                elif not ((pending or spaced) and text.isspace() and text.isascii()):
                    # more white space where some is already: a third of a page's nodes
                    if pending:
                        text = " " + text
                        pending = False
                    spaced = text[-1:].isspace()
                    tags.append("")
                    attrs.append(_NONE)
                    parents.append(up)
                    unseen.append(False)
                    pieces.append(text)
                    number += 1
                    ends.append(number)
            elif kind != _NONE_AT_ALL:
                if number >= NODES_MAX:
                    tree.cut = True
                    break
                given = node.attributes
                tags.append(tag)
                attrs.append(given)
                parents.append(up)
                if kind:
                    if kind & _TELLS:
                        self._head(tag, given)
                    if kind & _BLOCK:
                        pending = True
                unseen.append(sealed > 0 or kind & _SEALED > 0)
                if pending:
                    pieces.append(" ")
                    spaced, pending = True, False
                else:
                    pieces.append("")
                kid = node.first_child
                if kid is not None:
                    sealed += kind & _SEALED
                    above.append((node, number, kind))
                    if len(above) <= LEVELS_MAX:
                        up = number
                    number += 1
                    ends.append(number)
                    node = kid
                    continue
                number += 1
                ends.append(number)
                if kind & _BLOCK:
                    pending = True
            if not above:
                break
            node = node.next
            while node is None and above:
                node, closed, kind = above.pop()
                if len(above) < LEVELS_MAX:
                    ends[closed] = number
                if kind:
                    if kind & _NESTS and (kind & _BLOCK or tags[closed] == tags[parents[closed]]):
                        self._held(closed)
                    sealed -= kind & _SEALED
                    if kind & _BLOCK:
                        pending = True
                up = parents[closed]
                node = node.next if above else None
        for _, open_one, _ in above[:LEVELS_MAX]:
            ends[open_one] = number

    def _held(self, node: int) -> None:
        """Count an element that has ended for the one alike around it."""
        outer = around(self.tree, node)
        if outer >= 0:
            held = self.holding.get(node, 1) + 1
            self.holding[outer] = max(held, self.holding.get(outer, 0))
            if held >= CHAIN_MIN:
                self.nested.add(self.tree.tags[node])

    def _aside(self, holder: int, text: str) -> None:
        tag, given = self.tree.tags[holder], self.tree.attrs[holder]
        if tag == "title" and not self.tree.title:
            self.tree.title = collapse(text)
        elif tag == "script" and not given.get("src"):
            self.tree.scripts.append(((given.get("type") or "").lower(), given.get("id") or "", text))

    def _head(self, tag: str, given: dict[str, str | None]) -> None:
        tree = self.tree
        if tag == "base":
            tree.base = tree.base or given.get("href") or ""
        elif tag == "link":
            rel = frozenset((given.get("rel") or "").lower().split())
            tree.rels.append((rel, given.get("href") or "", (given.get("type") or "").lower()))
        elif tag == "meta":
            names = (given.get(kind) for kind in ("name", "property", "itemprop", "http-equiv"))
            name = (next(filter(None, names), "") or "").lower()
            if name:
                tree.metas.setdefault(name, given.get("content") or "")

    def language(self) -> None:
        """Set what the page declares."""
        tree = self.tree
        for number in range(min(2, len(tree))):
            if tree.tags[number] == "html":
                tree.language = (tree.attr(number, "lang") or tree.attr(number, "xml:lang")).strip()
        tree.language = tree.language or tree.metas.get("content-language", "").split(",")[0].strip()
        tree.language = tree.language or tree.metas.get("og:locale", "").replace("_", "-").strip()


_NONE: dict[str, str | None] = {}
_SEALED, _BLOCK, _TELLS, _NESTS = 1, 2, 4, 8
_TEXT, _NONE_AT_ALL = -2, -1  # a text; what is neither that nor an element: a comment, a declaration
_HEAD = frozenset({"base", "link", "meta"})
_HELD = NESTING | FORMATTING
_KINDS = {
    tag: _SEALED * (tag in UNSEEN)
    + _BLOCK * (tag in BLOCKS)
    + _TELLS * (tag in _HEAD)
    + _NESTS * (tag in _HELD)
    for tag in UNSEEN | BLOCKS | _HEAD | _HELD
}


def _named(tag: str) -> tuple[str, int]:
    """A name and what a node of that name is."""
    if tag == "-text":
        return tag, _TEXT
    return tag, _NONE_AT_ALL if tag[0] in "-_!" else _KINDS.get(tag, 0)
