"""A cell over several rows stands in all of them, and the others keep the column a reader sees them in."""

from __future__ import annotations

from scraper.listing.induce import chosen, induce
from scraper.listing.markup.spans import grid
from scraper.listing.markup.tree import Tree, parse

URL = "https://portus.example/news/"


def cells(tree: Tree, *names: str) -> list[int]:
    return [node for node, tag in enumerate(tree.tags) if tag in ("td", "th") and tree.text(node) in names]


def test_columns_behind_a_cell_over_rows() -> None:
    """The second row's first cell stands in the second column."""
    tree = parse("<table><tr><td rowspan=2>A<td>B<td>C<tr><td>D<td>E</table>", "")
    [d] = cells(tree, "D")
    [e] = cells(tree, "E")
    [a] = cells(tree, "A")
    found = grid(tree)
    assert (found.columns[d], found.columns[e]) == (1, 2)
    assert found.carried[tree.parents[d]] == [a]


def test_a_cell_over_rows_and_columns() -> None:
    """Both spans push."""
    tree = parse("<table><tr><td rowspan=2 colspan=2>A<td>B<tr><td>C<tr><td>D</table>", "")
    [c], [d] = cells(tree, "C"), cells(tree, "D")
    assert (grid(tree).columns[c], grid(tree).columns[d]) == (2, 0)


def test_a_page_without_such_cells_has_no_grid() -> None:
    """Nothing is worked out where nothing spans; a broken number spans nothing."""
    assert grid(parse("<table><tr><td rowspan=1>A<td rowspan=x>B</table>", "")).columns == {}


def test_the_date_of_a_day_holds_for_its_rows() -> None:
    """Every entry of the day gets it."""
    rows = "".join(
        f"<tr><td rowspan=3>{day}.04.2026</td><td><a href=/news/{day}a>Entry a of the day {day}</a></td></tr>"
        + "".join(f"<tr><td><a href=/news/{day}{x}>Entry {x} of the day {day}</a></td></tr>" for x in "bc")
        for day in (28, 21, 17)
    )
    [kept] = chosen(induce(f"<h1>News</h1><table>{rows}</table>", URL))
    assert [(entry.title, entry.date) for entry in kept.entries] == [
        (f"Entry {x} of the day {day}", f"{day}.04.2026") for day in (28, 21, 17) for x in "abc"
    ]
