"""How a site file could name entries that are runs of elements: where each begins, or what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborNode

from scraper.listing.entry import FoundList, ListSelectors
from scraper.listing.markup.elements import MARKS
from scraper.listing.markup.tree import Tree
from scraper.listing.select import LINE, NEXT, shown_text
from scraper.listing.selectors import stable
from scraper.listing.selectors.entry_selector import entry_selector

_PARTING = ("hr", "br")
# More names than this are no selector a person reads.
OTHERS_MAX = 2


def run_forms(
    tree: Tree, root: LexborNode, nodes: dict[int, LexborNode], one: FoundList
) -> Iterator[ListSelectors]:
    """Yield forms to be tried, the likeliest first.

    Args:
        tree: the page.
        root: the page, as CSS sees it.
        nodes: its elements by their number in the tree.
        one: a found list whose entries are runs.
    """
    holders = sorted({_block(tree, place) for place in one.places})
    inside = [
        {tree.tags[node] for node in range(at, tree.ends[at]) if _block(tree, node) == at} for at in holders
    ]
    boxes = [nodes[at] for at in holders if at in nodes]
    if {tree.tags[at] for at in holders} == {"pre"} and (around := _around(root, boxes, LINE)):
        yield ListSelectors(one.name, around, between=LINE)
    heads = [nodes[place] for place in one.places if place in nodes]
    if len(heads) == len(one.places) and (entry := entry_selector([root], heads)):
        yield ListSelectors(one.name, entry)  # what follows a head may be a note or an advert
        yield ListSelectors(one.name, entry, until=NEXT)
        days = _days_between(heads, one)
        if days and (until := entry_selector([root], days)):
            yield ListSelectors(one.name, entry, until=until)
    for mark in _PARTING:
        if all(mark in tags for tags in inside) and (around := _around(root, boxes, mark)):
            yield ListSelectors(one.name, around, between=mark)


def _days_between(heads: list[LexborNode], one: FoundList) -> list[LexborNode]:
    """The elements that stand before a day's first entry and say its day: an entry above ends at them."""
    found = []
    taken = {head.mem_id for head in heads}
    above = ""
    for head, entry in zip(heads, one.entries, strict=True):
        if entry.date and entry.date != above:
            node = head.prev
            while node is not None and node.mem_id not in taken:
                if node.is_element_node and entry.date in shown_text(node):
                    found.append(node)
                    break
                node = node.prev
        above = entry.date
    return found


def _block(tree: Tree, node: int) -> int:
    """The element around a node that is no bold type or font."""
    return next((at for at in tree.around(tree.parents[node]) if tree.tags[at] not in MARKS), -1)


def _around(root: LexborNode, holders: list[LexborNode], mark: str) -> str:
    """A selector of the elements around the list, one or several."""
    if len(holders) != 1:
        return entry_selector([root], holders) if holders else ""
    [holder] = holders
    names = [name if name.startswith("#") else f"{stable.tag(holder)}{name}" for name in stable.names(holder)]
    tried = [*names]
    at, within = holder.parent, " > "
    while at is not None and at.tag and at.tag != "html" and len(tried) < 12:
        tried += [
            f"{name if name.startswith('#') else f'{stable.tag(at)}{name}'}{within}{stable.tag(holder)}"
            for name in stable.names(at)
        ]
        at, within = at.parent, " "
    tried += [
        f"main {stable.tag(holder)}",
        f"{stable.tag(holder.parent)} > {stable.tag(holder)}" if holder.parent is not None else "",
        stable.tag(holder),
    ]
    # a last page with one entry has no mark
    parted = f"{stable.tag(holder)}:has(> a ~ {mark})" if mark != LINE else ""
    found = {selector: root.css(selector) for selector in dict.fromkeys(filter(None, tried))}
    alone = (one for one, matched in found.items() if _is_only(holder, matched))
    told = (_unlike(one, holder, matched) for one, matched in found.items())
    if selector := next(chain(alone, filter(None, told)), ""):
        return selector
    return parted if parted and _is_only(holder, root.css(parted)) else ""


def _is_only(holder: LexborNode, matched: list[LexborNode]) -> bool:
    return [node.mem_id for node in matched] == [holder.mem_id]


def _unlike(selector: str, holder: LexborNode, matched: list[LexborNode]) -> str:
    """A selector without the other elements it matches, where each has a name: `#text p:not(.pages)`; else ""."""
    others = [node for node in matched if node.mem_id != holder.mem_id]
    # of all paragraphs of a page the next one has others
    if len(others) == len(matched) or " " not in selector:
        return ""
    names = dict.fromkeys(
        next((f".{name}" for name in stable.tokens(node, stable.KIND)), "") for node in others
    )
    return f"{selector}:not({', '.join(names)})" if len(names) <= OTHERS_MAX and "" not in names else ""
