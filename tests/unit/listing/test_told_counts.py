"""A count in the page that is larger than what was read is told: the list may go on where nothing looks like a pager."""

from __future__ import annotations

import pytest

from scraper.pages.chain import Expected
from scraper.pages.listing_reader import extract
from scraper.site import SiteFile
from tests.network.strange_site import listing

URL = "https://portus.example/news/"
LINKS = [f"/news/item-{number}" for number in range(10)]
MORE = [
    "<p>Showing 1–10 of 34</p>",
    "<div role=status>Showing 1 to 10 of 34 entries</div>",
    "<p>Résultats 1 à 10 sur 34</p>",
    "<p>Показано 1–10 из 1 034</p>",
    "<p>34件中 1～10件を表示</p>",
    "<p>共34条</p>",
    "<p>Page <b>1</b> of <b>4</b></p>",
    "<p>Seite 1 von 4</p>",
    "<p>当前1/4页</p>",
    "<div class=pages><span>1 / 4</span></div>",
    "<p>We found <b>34</b> articles</p>",
    "<p>34 results</p>",
    "<p>You have viewed 10 of 34 articles</p>",
    "<div class=stories data-max-pages=4></div>",
    "<form>Go to <input name=page type=number max=4> <button>Go</button></form>",
]
NO_MORE = [
    "<p>Showing 1–10 of 10 results</p>",
    "<p>Showing 25–34 of 34</p>",
    "<p>Page 1 of 1</p>",
    "<p>Page 4 of 4</p>",
    "<p>10 results</p>",
    "<p>34 comments</p><p>Comments: 11 pages</p>",
    "<p>Volume 3 of 12</p>",
    "<p>10 of 34 seats</p>",
    "<p>4 / 5</p>",
    "<p>1–10 October 2026</p>",
    "<p>Open 1.–10.10.2026</p>",
    "<aside>34 articles</aside>",
    "<ul><li>34 articles</li></ul>",
    "<p>34 articles</p><p>52 articles</p>",
    "<p hidden>Page 1 of 4</p>",
    "<div class=carousel><span class=pages>1 / 4</span></div>",
    "<p>Page 1 of 4 of the report was lost in the harbour, and the council asks for patience.</p>",
]


def told(below: str, url: str = URL, read: int = 0) -> list[str]:
    """Codes told of a page of ten entries that ends in some markup."""
    expected = Expected(first=not read, read=read)
    page = listing(*LINKS).replace("</main>", f"{below}</main>")
    return [code for code, _ in extract(page, url, SiteFile(id="portus", start=[URL]), expected).notes]


@pytest.mark.parametrize("below", MORE)
def test_a_count_above_what_was_read_is_told(below: str) -> None:
    """A range, a page of pages, a total, what an element keeps for its script."""
    assert told(below) == ["counted_more"]


@pytest.mark.parametrize("below", NO_MORE)
def test_other_numbers_count_no_list(below: str) -> None:
    """The last page's, those of things beside the list, days, prose, what nobody sees."""
    assert told(below) == []


def test_pages_before_count() -> None:
    """What the chain has read is no more to come."""
    assert told("<p>34 results</p>", f"{URL}?page=2", read=10) == ["counted_more"]
    assert told("<p>20 results</p>", f"{URL}?page=2", read=10) == []


def test_a_total_is_of_the_first_page() -> None:
    """A chain that began behind it, or a month of the archive, shows a part on purpose."""
    assert told("<p>34 results</p>", f"{URL}?page=4") == []
    assert told("<p>34 results</p>", "https://portus.example/2026/10/") == []


def test_a_page_with_a_next_one_is_followed() -> None:
    """The count is no news where the list goes on."""
    assert told("<p>Page 1 of 4</p><a rel=next href='?page=2'>Next</a>") == []
