"""Numbers of thousands of digits, which no one can count with, and digits that are no numbers (`²`): a page is read all the same."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.paginate import next_page
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/news/"
LONG = "9" * 5000
FORMS = {
    "rows that a cell spans": "<tr><td rowspan={long}>{day} May 2026</td><td><a href='/news/{day}/'>{title}</a></td></tr>",
    "address": "<p><a href='/news/{long}{day}'>{title} of {day} May 2026</a> {day} May 2026 <i>2 June 2026</i></p>",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_number_that_is_too_long(form: str) -> None:
    """Each entry of the list is found, with its title."""
    rows = "".join(form.format(long=LONG, day=day, title=title) for day, title in enumerate(TITLES[:8], 1))
    rows = f"<table>{rows}</table>" if "<tr>" in rows else rows
    (found,) = chosen(induce(f"<html><body><main><h1>News</h1>{rows}</main></body></html>", URL))
    assert [entry.title[:20] for entry in found.entries] == [title[:20] for title in TITLES[:8]]


def test_a_current_page_that_is_no_number() -> None:
    """`²` is a digit and no number: the link to the next page counts."""
    rows = "".join(f"<p><a href='/news/{at}'>{title}</a></p>" for at, title in enumerate(TITLES))
    pager = "<div class=pager><span class=current>²</span> <a href='?page=2'>Next</a></div>"
    html = f"<html><body><main><h1>News</h1>{rows}{pager}</main></body></html>"
    assert next_page(html, URL, "") == f"{URL}?page=2"
