"""`auto` in a list: the entry by its selector, the cell by structure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.errors import SiteFileError
from scraper.listing.entry import AUTO, ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.select import select
from scraper.listing.selectors.pinned import read_lists
from tests.kept import FILE, START, page_html, site_file

HTML = page_html(range(8)).decode()
FORM = ListSelectors("n", "div.nouvelle", title="h3", date=".jour", excerpt=".chapeau")
TABLE = (
    "<!doctype html><body><table><tr><th>Jour</th><th>Avis</th></tr>"
    + "".join(
        f'<tr><td>{n + 1:02}.10.26</td><td><a href="/a/{n}">Avis numéro {n} sur la circulation des quais</a></td></tr>'
        for n in range(6)
    )
    + "</table></body>"
)


@pytest.mark.parametrize("field", ["title", "link", "date", "excerpt"])
def test_an_auto_cell_is_what_structure_finds(field: str) -> None:
    """Each field can be left to structure; the others are read by their selectors."""
    (one,) = chosen(induce(HTML, START))
    (read,) = read_lists(HTML, START, [replace(FORM, **{field: AUTO})])
    assert read.entries == one.entries


def test_with_every_field_auto_only_the_entries_are_pinned() -> None:
    """The entries of the selector, the cells of the structure."""
    form = ListSelectors("n", "div.nouvelle", *[AUTO] * 4)
    assert read_lists(HTML, START, [form])[0].entries == chosen(induce(HTML, START))[0].entries


def test_without_auto_nothing_is_guessed() -> None:
    """A field that is not named stays empty."""
    plain = replace(FORM, excerpt="")
    assert read_lists(HTML, START, [plain]) == select(HTML, START, [plain])
    assert {entry.excerpt for entry in read_lists(HTML, START, [plain])[0].entries} == {""}


def test_the_head_of_a_table_is_no_entry() -> None:
    """What structure takes for no entry is left out with `auto`."""
    (read,) = read_lists(TABLE, START, [ListSelectors("avis", "tr", title=AUTO, date=AUTO, link=AUTO)])
    assert [entry.title[:13] for entry in read.entries] == [f"Avis numéro {n}" for n in range(6)]


def test_a_list_that_matches_nothing_stays_empty() -> None:
    """No entry element, no entry."""
    assert read_lists(HTML, START, [replace(FORM, entry="li.x", title=AUTO)])[0].entries == ()


def test_entry_itself_cannot_be_auto(tmp_path: Path) -> None:
    """Without a selector for the entry the list is left out of the file."""
    with pytest.raises(SiteFileError, match="without"):
        site_file(tmp_path, FILE.replace("div.nouvelle", "auto"))
