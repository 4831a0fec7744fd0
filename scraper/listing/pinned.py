"""Entries where a site file names them, cells where it names them or, for `auto`, where structure finds them.

Many lists have a plain selector for their entries and none for a cell: a teaser that is bare text between two elements, a
date inside a sentence. `auto` says so in the file: the entry is pinned, the cell is found as in a page without a site
file. What structure takes for no entry of the list, a table's head for one, is then left out as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from scraper.listing.candidates import Candidate, count
from scraper.listing.dated import machine_dates, spots
from scraper.listing.entry import AUTO, Entry, FoundList, ListSelectors
from scraper.listing.induce import rows_of
from scraper.listing.select import entry_of, select
from scraper.listing.tree import Tree, bounded, parse

CELLS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "link": ("url",),
    "date": ("date", "datetime"),
    "excerpt": ("excerpt",),
    "category": ("category",),
    "author": ("author",),
}
"""Fields of a list's selectors, and the cells of an entry each fills."""


def read_lists(html: str, url: str, lists: Sequence[ListSelectors]) -> list[FoundList]:
    """Read the lists a site file describes; as `select`, with `auto` for a field.

    Args:
        html: the page; lone bytes as marks.
        url: where it came from.
        lists: selectors, one object a list.

    Raises:
        SelectorError: a selector is not CSS.
    """
    found = select(html, url, lists)
    if not any(_autos(one) for one in lists):
        return found
    tree = parse(html, url)
    parser = LexborHTMLParser(bounded(html))
    return [
        replace(one, entries=_entries(tree, parser, wanted)) if _autos(wanted) and one.entries else one
        for one, wanted in zip(found, lists, strict=True)
    ]


def _autos(wanted: ListSelectors) -> list[str]:
    return [name for name in CELLS if getattr(wanted, name) == AUTO]


def _entries(tree: Tree, parser: LexborHTMLParser, wanted: ListSelectors) -> tuple[Entry, ...]:
    """The entries by their selector; `auto` cells by structure, the others by theirs."""
    if parser.root is None:
        return ()
    numbers = [number for number, tag in enumerate(tree.tags) if tag]
    elements = [node for node in parser.root.traverse(include_text=False) if node.is_element_node]
    number_of = {node.mem_id: number for node, number in zip(elements, numbers, strict=False)}
    nodes = {
        number_of[node.mem_id]: node for node in parser.root.css(wanted.entry) if node.mem_id in number_of
    }
    starts = sorted(nodes)
    if not starts:
        return ()
    candidate = Candidate(
        "siblings",
        _around(tree, starts),
        tree.tags[starts[0]],
        "",
        starts,
        [tree.ends[start] for start in starts],
    )
    shown, machine = spots(tree), machine_dates(tree)
    by_structure = [cell for name in _autos(wanted) for cell in CELLS[name]]
    plain = replace(wanted, **dict.fromkeys(_autos(wanted), ""))
    return tuple(
        replace(
            entry_of(nodes[record.start], plain, tree.base),
            **{cell: getattr(row, cell) for cell in by_structure},
        )
        for record, row in rows_of(tree, candidate, count(tree, shown, machine), shown, machine)
    )


def _around(tree: Tree, starts: Sequence[int]) -> int:
    """The innermost element around all entries."""
    node = tree.parents[starts[0]]
    while node >= 0 and tree.ends[node] <= starts[-1]:
        node = tree.parents[node]
    return max(node, 0)
