"""Entries where a site file names them, cells where it names them or, for `auto`, where structure finds them.

Many lists have a plain selector for their entries and none for a cell: a teaser that is bare text between two elements, a
date inside a sentence. `auto` says so in the file: the entry is pinned, the cell is found as in a page without a site
file. What structure takes for no entry of the list, a table's head for one, is then left out as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing.dates.dated import date_share, machine_dates, spots
from scraper.listing.entry import AUTO, Entry, FoundList, ListSelectors
from scraper.listing.grouping.runs import Run
from scraper.listing.induce import rows_of
from scraper.listing.markup.tree import Tree, bounded, parse
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import count
from scraper.listing.select import entries_among, entry_of, runs_of, select

CELLS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "link": ("url",),
    "date": ("date", "datetime"),
    "excerpt": ("excerpt",),
    "category": ("category",),
    "author": ("author",),
}
"""Fields of a list's selectors, and the cells of an entry each fills."""


def filled(entries: Iterable[Entry], field: str) -> int:
    """Return how many entries have a field; a text without a day, as from a column that moved, is no date."""
    if field == "date":
        return sum(bool(entry.datetime or date_share(entry.date)) for entry in entries)
    return sum(any(getattr(entry, cell) for cell in CELLS[field]) for entry in entries)


def read_lists(html: str, url: str, lists: Sequence[ListSelectors]) -> list[FoundList]:
    """Read the lists a site file describes; as `select`, with `auto` for a field.

    Args:
        html: the page; lone bytes as marks.
        url: where it came from.
        lists: selectors, one object a list.

    Raises:
        SelectorError: a selector is not CSS.
    """
    plain = iter(select(html, url, [one for one in lists if not by_structure(one)]))
    if not any(by_structure(one) for one in lists):
        return list(plain)
    tree = parse(html, url)
    parser = LexborHTMLParser(bounded(html))
    return [_pinned(tree, parser, one) if by_structure(one) else next(plain) for one in lists]


def _pinned(tree: Tree, parser: LexborHTMLParser, wanted: ListSelectors) -> FoundList:
    rows, rest = _entries(tree, parser, wanted)
    rows = entries_among((*rows, *rest), wanted)
    reason = f"{len(rows)} elements match {wanted.entry!r}"
    return FoundList(
        wanted.name, rows, 1.0, reason, wanted, lacks=tuple(by_structure(wanted)) if rest else ()
    )


def by_structure(wanted: ListSelectors) -> list[str]:
    """The fields of a list that are found by structure."""
    return [name for name in CELLS if getattr(wanted, name) == AUTO]


def elements_by_number(tree: Tree, root: LexborNode) -> dict[int, LexborNode]:
    """Return the elements of a page as CSS finds them by their number in the tree of the same page."""
    numbers = (number for number, tag in enumerate(tree.tags) if tag)
    elements = (node for node in root.traverse(include_text=False) if node.is_element_node)
    return dict(zip(numbers, elements, strict=False))


def _entries(
    tree: Tree, parser: LexborHTMLParser, wanted: ListSelectors
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries by their selector; `auto` cells by structure, the others by theirs.

    The second are those below where the page was read: their `auto` cells are empty.
    """
    if parser.root is None:
        return (), ()
    number_of = {node.mem_id: number for number, node in elements_by_number(tree, parser.root).items()}
    boxes: dict[int, LexborNode] = {}
    ends: dict[int, int] = {}
    below: list[LexborNode] = []
    for run in runs_of(parser, wanted):
        span = _span(tree, number_of, run)
        if span is not None:
            boxes[span[0]], ends[span[0]] = run.box, span[1]
        elif tree.cut:
            below.append(run.box)
    starts = sorted(boxes)
    if not starts:
        return (), ()
    shape = "segments" if wanted.until or wanted.between else "siblings"
    candidate = Candidate(
        shape, _around(tree, starts), tree.tags[starts[0]], "", starts, [ends[start] for start in starts]
    )
    shown, machine = spots(tree), machine_dates(tree)
    cells = [cell for name in by_structure(wanted) for cell in CELLS[name]]
    plain = replace(wanted, **dict.fromkeys(by_structure(wanted), ""))
    # by a selector, or a link without one
    told = wanted.link != AUTO or any(getattr(plain, name) for name in CELLS)
    read = [
        _completed(entry_of(boxes[record.start], plain, tree.base) if told else _EMPTY, row, cells)
        for record, row in rows_of(tree, candidate, count(tree, shown, machine), shown, machine)
    ]
    rest = (entry_of(box, plain, tree.base or tree.url) for box in below)
    return tuple(read), tuple(row for row in rest if row.title or row.url or row.date or row.datetime)


def _completed(told: Entry, found: Entry, cells: Sequence[str]) -> Entry:
    """An entry by its selectors with cells by structure, whose teaser begins behind the title that selectors give.

    Of one entry structure may take a kicker for the title, and the title for the teaser's beginning.
    """
    whole = replace(told, **{cell: getattr(found, cell) for cell in cells})
    if not told.title or found.title == told.title or "excerpt" not in cells:
        return whole
    return replace(whole, excerpt=whole.excerpt.removeprefix(told.title).lstrip())


_EMPTY = Entry()


def _span(tree: Tree, number_of: dict[int, int], run: Run) -> tuple[int, int] | None:
    """The nodes of a run as an interval of the tree; None beyond where the page was read."""
    ending = next((node for node in reversed(run.nodes) if not _is_blank(node)), run.nodes[-1])
    first, last = _number(tree, number_of, run.nodes[0]), _number(tree, number_of, ending)
    if first is None or last is None or last >= len(tree):
        return None
    return first, tree.ends[last]


def _is_blank(node: LexborNode) -> bool:
    """Whether a node is a comment or white space, which often has no number: `5 May<!-- end --> `."""
    return not node.is_element_node and not (node.is_text_node and (node.text_content or "").strip())


def _number(tree: Tree, number_of: dict[int, int], node: LexborNode) -> int | None:
    """The number of a node; a text has that of what ends before it."""
    if node.is_element_node:
        return number_of.get(node.mem_id)
    before = node.prev
    while before is not None and not before.is_element_node and not before.is_text_node:
        before = before.prev
    if before is not None:
        number = _number(tree, number_of, before)
        return None if number is None or number >= len(tree) else tree.ends[number]
    parent = number_of.get(node.parent.mem_id) if node.parent is not None else None
    return None if parent is None else parent + 1


def _around(tree: Tree, starts: Sequence[int]) -> int:
    """The innermost element around all entries."""
    return next((node for node in tree.around(tree.parents[starts[0]]) if tree.ends[node] > starts[-1]), 0)
