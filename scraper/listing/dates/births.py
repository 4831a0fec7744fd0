"""Days on which people were born: a table's column that is headed so dates none of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.listing.markup.bearers import between, called
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import Tree
from scraper.listing.words.wording import heads_births


def births(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the cells below such a head, as intervals of nodes; the first row of a table heads its columns."""
    for table in called(tree, ("table",)):
        rows = between(called(tree, ("tr",)), table, tree.ends[table])
        heads = cells_of(tree, rows[0]) if rows else []
        columns = [at for at, cell in enumerate(heads) if heads_births(tree.text(cell))]
        for row in rows[1:] if columns else ():
            cells = cells_of(tree, row)
            yield from ((cells[at], tree.ends[cells[at]]) for at in columns if at < len(cells))
