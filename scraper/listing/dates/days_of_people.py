"""Days of people, which date no entry: those of birth, of election and of a term, in a table's column or behind such a label.

A council's table has one a member (`Elected`), its cards write `Member since 4 May 2022`.
"""

from __future__ import annotations

from functools import lru_cache

from scraper.listing.dates.notations import date_share, may_be_dated
from scraper.listing.markup.bearers import between, called
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import Tree
from scraper.listing.words.wording import heads_days_of_people, label_of_people

DATE_SHARE = 0.8  # of what stands behind the label


@lru_cache(maxsize=1)
def days_of_people(tree: Tree) -> list[tuple[int, int]]:
    """The cells below such a head and the texts with such a label, as intervals of nodes; a table's first row heads its columns."""
    found = []
    for table in called(tree, ("table",)):
        rows = between(called(tree, ("tr",)), table, tree.ends[table])
        heads = cells_of(tree, rows[0]) if rows else []
        columns = [at for at, cell in enumerate(heads) if heads_days_of_people(tree.text(cell))]
        for row in rows[1:] if columns else ():
            cells = cells_of(tree, row)
            found += [(cells[at], tree.ends[cells[at]]) for at in columns if at < len(cells)]
    for node, text in shown_texts(tree).items():
        label = label_of_people(text) if may_be_dated(text) else ""
        if label and date_share(text[len(label) :]) >= DATE_SHARE:
            found.append((node, node + 1))
    return sorted(found)
