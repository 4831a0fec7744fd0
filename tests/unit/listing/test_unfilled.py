"""A list and its pager that a script fills stand empty; what stands beside them is published, and told to be not all."""

from __future__ import annotations

import pytest

from scraper.pages.listing_reader import extract
from scraper.site import SiteFile
from tests.unit.listing.harbour import TITLES

URL = "https://quay.example/"
SITE = SiteFile(id="quay", start=[URL])


def told(main: str) -> list[str]:
    """The reasons told of a page with six featured notes beside its main part."""
    rows = "".join(
        f"<li><a href=/notes/{n}.html>{title}</a> <span class=day>2026-11-{20 - n:02d}</span></li>"
        for n, title in enumerate(TITLES[:6])
    )
    open_each_day = "Open each day but on Mondays, from nine to five, and in summer to eight. " * 12
    page = (
        f"<html lang=en><body><main>{main}</main><aside><h2>Featured</h2><ul>{rows}</ul></aside>"
        f"<script src=/app.js></script><p>{open_each_day}</p></body></html>"
    )
    result = extract(page, URL, SITE)
    assert sum(len(one.entries) for one in result.lists) == 6
    return [reason for reason, _ in result.notes]


@pytest.mark.parametrize(
    "main",
    [
        "<ul class=posts></ul><div class=posts__pagination></div>",
        "<ol></ol><nav aria-label=Pagination><!-- pages --></nav>",
        "<div><ul></ul><div id=pager><span></span></div></div>",
    ],
)
def test_an_empty_list_with_an_empty_pager_is_told(main: str) -> None:
    """The featured notes were published without a word, as if they were the list."""
    assert told(main) == ["next_by_script"]


@pytest.mark.parametrize(
    "main",
    [
        "<ul class=share></ul><div class=footer></div>",
        "<ul class=posts></ul><p>No notes yet.</p><div class=pagination></div>",
        "<ul class=posts></ul><div class=pagination>1 page</div>",
        "<ul class=posts hidden></ul><div class=pagination></div>",
    ],
)
def test_other_empty_elements_say_nothing(main: str) -> None:
    """Templates leave lists of nothing everywhere, and a pager of one page, too."""
    assert told(main) == []
