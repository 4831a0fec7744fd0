"""Where an entry's own page has its text: the element that holds most prose, or none.

Many pages write no `<p>`: their text lies in boxes, in table cells or between `<br>`. So prose is counted by what a
reader sees, the characters of each block outside links less those inside, and given to the elements around the block.
A page without text (a film, a file to fetch) has only a menu and an address at its foot; those are no text of the entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from scraper.listing.markup.tree import BLOCKS, Tree
from scraper.listing.markup.zones import named_aside

# A box with fewer characters outside links is a label or a button; a `<p>` counts whatever its length.
BLOCK_MIN = 25
# Prose that stands apart from the page's heading, on a page that marks no main part: less is a foot line. Of the last
# such blocks of 78 captured pages the median has 65 characters.
PROSE_MIN = 100
# Prose before the page's first heading is a claim or a warning rather than the text.
BEFORE_HEADING = 0.5
# What the elements further out get of a block: a section or a column may stand between the text and its paragraphs.
SHARE, LEVELS = 0.8, 4
# Shares of a page's prose.
HALF, NEARLY_ALL = 0.5, 0.8
# A text in parts: how many, and how much of the longest each other has.
PARTS_MIN, PART_MIN = 2, 0.25
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "dd", "dt", "pre", "figcaption"})
SKIPPED = frozenset({"nav", "aside", "footer", "form", "button", "select"})
# Elements around a text that say that it is none of the entry's.
_CLOSED = SKIPPED | {"header", "figure"}
WHOLE = frozenset({"html", "body"})
BOXES = frozenset({"div", "section", "td", "table", "tbody", "tr", "center", "main", "article"})
# What may hold more than the entry's text and is not it.
_REPLIES = re.compile("comment|related|cookie|footer|menu")
_TALK = re.compile(r"comment(?!ar|able)s?(?![-_]?(?:open|status|closed|count|enabled))")
"""Boxes of comments; one that says that an entry may be commented on, or is a commentary, is the entry's."""
_ARTICLE = frozenset({"article"})


def main_of(tree: Tree) -> int:
    """The element of the page's text, -1 where there is none."""
    heading = first_heading(tree)
    named = [
        node for node, tag in enumerate(tree.tags) if tag == "main" or tree.attrs[node].get("role") == "main"
    ]
    weight = _weights(tree, heading)
    if named:
        best = _heaviest({node: weight[node] for node in weight if _within(tree, named, node)})
        return named[0] if best < 0 else _in_parts(tree, weight, best)
    best = _heaviest(weight)
    if best < 0:
        return next((node for node, tag in enumerate(tree.tags) if tag == "article"), -1)
    if tree.tags[best] in WHOLE and (letter := _preformatted(tree)) >= 0:
        return letter
    own = heading < 0 or tree.inside(best, _ARTICLE) or _near(tree, best, heading)
    return _in_parts(tree, weight, best) if own or weight[best] >= PROSE_MIN else -1


def _preformatted(tree: Tree) -> int:
    """The `<pre>` that says most of what the page says, -1 where none does: a letter in an archive, between its head and links to others."""
    prose = dict(blocks_of(tree))
    letter = max((block for block in prose if tree.tags[block] == "pre"), key=prose.__getitem__, default=-1)
    least = max(PROSE_MIN, HALF * sum(prose.values()))
    return letter if letter >= 0 and prose[letter] > least else -1


def _in_parts(tree: Tree, weight: dict[int, float], best: int) -> int:
    """The element around a text in several parts of one build, as a page puts adverts or columns between them; else `best`."""
    alike = build(tree, best)
    parts = [
        node
        for node, held in weight.items()
        if held >= PART_MIN * weight[best] and build(tree, node) == alike
    ]
    if len(parts) < PARTS_MIN or not alike[1]:
        return best
    holder = tree.parents[best]
    while holder >= 0 and tree.tags[holder] not in WHOLE:
        if all(holder <= node < tree.ends[holder] for node in parts):
            return holder
        holder = tree.parents[holder]
    return best


def build(tree: Tree, node: int) -> tuple[str, str]:
    """Tag and classes, without those that number one box of many."""
    plain = (word for word in tree.attr(node, "class").split() if not any(map(str.isdigit, word)))
    return tree.tags[node], " ".join(plain)


def first_heading(tree: Tree) -> int:
    """The first `<h1>` that is seen, -1 where there is none."""
    return next((node for node, tag in enumerate(tree.tags) if tag == "h1" and not tree.unseen[node]), -1)


def _weights(tree: Tree, heading: int) -> dict[int, float]:
    """Prose of every element that holds some, its own and what it gets of the blocks inside."""
    weight: dict[int, float] = {}
    for block, prose in _without_talk(tree, dict(blocks_of(tree)), heading).items():
        share = prose * (BEFORE_HEADING if tree.ends[block] <= heading else 1.0)
        holder = tree.parents[block] if tree.tags[block] in _PARAGRAPHS or _leaf(tree, block) else block
        for level in range(LEVELS):
            if holder < 0 or tree.tags[holder] == "html" or (level and tree.tags[holder] == "body"):
                break
            weight[holder] = weight.get(holder, 0.0) + share
            holder, share = tree.parents[holder], share * SHARE
    return weight


def _without_talk(tree: Tree, blocks: dict[int, float], heading: int) -> dict[int, float]:
    """The blocks without what readers say below the entry, where the entry itself says anything before them."""
    boxes = _comments(tree, heading)
    if not boxes:
        return blocks
    around = {block: boxes[max(bisect_right(boxes, block) - 1, 0)] for block in blocks}
    talk = {block for block, box in around.items() if _within(tree, [box], block)}
    before = sum(prose for block, prose in blocks.items() if not talk or block < min(talk))
    return {block: blocks[block] for block in blocks if block not in talk} if before >= PROSE_MIN else blocks


def _comments(tree: Tree, heading: int) -> list[int]:
    """The outermost boxes of comments: those that are named so, and the page's heading is not in them."""
    found: list[int] = []
    end = 0
    for node, given in enumerate(tree.attrs):
        if (
            given
            and node >= end
            and _TALK.search(f"{given.get('class')} {given.get('id')}".lower())
            and tree.tags[node] not in WHOLE
            and not node <= heading < tree.ends[node]
        ):
            found.append(node)
            end = tree.ends[node]
    return found


def blocks_of(tree: Tree) -> Iterator[tuple[int, float]]:
    """Blocks with prose of their own, outside menus and the like."""
    held = wide(tree)
    for block, prose in prose_of(tree).items():
        if held.issuperset(_around(tree, block)):
            yield block, prose


@lru_cache(maxsize=1)
def wide(tree: Tree) -> frozenset[int]:
    """Forms, and boxes named as asides, that hold most of the page's prose, alone or with others of their build.

    Systems put the whole page into one form, builders of pages each paragraph into a widget.
    """
    prose = prose_of(tree)
    held: dict[tuple[str, str], float] = {}
    nodes: dict[tuple[str, str], set[int]] = {}
    for block, length in prose.items():
        around = _around(tree, block)
        for node in around:
            nodes.setdefault(build(tree, node), set()).add(node)
        for one in {build(tree, node) for node in around}:
            held[one] = held.get(one, 0.0) + length
    whole, heading = sum(prose.values()), first_heading(tree)
    return frozenset(
        node
        for one, length in held.items()
        for node in nodes[one]
        if length > whole * _least(tree, node, heading, len(nodes[one]))
    )


def _least(tree: Tree, node: int, heading: int, alike: int) -> float:
    """The share of the page's prose beyond which a form or a box is the page, or the boxes of its build are; 1 where it never is.

    A sidebar holds more than a short entry: a box by itself has the page's heading in it, or nearly all prose of a page without one.
    """
    if tree.tags[node] == "form":
        return HALF
    if tree.tags[node] not in BOXES:
        return 1.0
    if node <= heading < tree.ends[node]:
        return HALF
    if _REPLIES.search(f"{tree.attr(node, 'class')} {tree.attr(node, 'id')}".lower()):
        return 1.0
    if alike > 1:
        return HALF
    return 1.0 if heading >= 0 else NEARLY_ALL


def _around(tree: Tree, block: int) -> list[int]:
    """The elements around a block, or itself, that hold no text of the entry by what they are."""
    return [
        node
        for node in tree.around(block)
        if tree.tags[node] in _CLOSED or (tree.tags[node] not in WHOLE and named_aside(tree, node))
    ]


@lru_cache(maxsize=1)
def prose_of(tree: Tree) -> dict[int, float]:
    """What each block says outside its links, less what it says in them."""
    linked: list[bool] = []
    own: dict[int, float] = {}
    for node, tag in enumerate(tree.tags):
        up = tree.parents[node]
        linked.append(tag == "a" or (up >= 0 and linked[up]))
        if tag or tree.unseen[node]:
            continue
        length = len(tree.pieces[node].strip())
        if length:
            block = tree.block(up)
            own[block] = own.get(block, 0.0) + (-length if linked[node] else length)
    return {
        block: prose
        for block, prose in own.items()
        if prose >= (1 if tree.tags[block] == "p" else BLOCK_MIN) and tree.tags[block] != "h1"
    }


def _leaf(tree: Tree, block: int) -> bool:
    """Whether a box is a paragraph by another name: no block inside and more than the page around it."""
    up = tree.parents[block]
    inner = range(block + 1, tree.ends[block])
    return (
        tree.tags[block] == "div"
        and up >= 0
        and tree.tags[up] not in ("body", "html")
        and not any(tree.tags[node] in BLOCKS and tree.tags[node] != "br" for node in inner)
    )


def _near(tree: Tree, node: int, heading: int) -> bool:
    """Whether an element, or one of two around it that are not the whole page, has the heading in it."""
    return any(
        at <= heading < tree.ends[at] and tree.tags[at] not in WHOLE for at in islice(tree.around(node), 3)
    )


def _heaviest(weight: dict[int, float]) -> int:
    return max(weight, key=lambda node: (weight[node], -node)) if weight else -1


def _within(tree: Tree, outer: list[int], node: int) -> bool:
    return any(one <= node < tree.ends[one] for one in outer)
