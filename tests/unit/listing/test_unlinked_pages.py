"""Page numbers that are neither links nor buttons are told: the list goes on, and only a script knows how."""

from __future__ import annotations

import pytest

from scraper.listing.pager.unfollowed import unfollowed

URL = "https://portus.example/news/"
ROW = "".join(f"<span class=jump>{number}</span>" for number in (1, 2, 3, 4))
MONTH = "".join(f"<span class=day>{number}</span>" for number in range(1, 31))
ITEMS = "".join(f"<li class=item><span>{number}</span></li>" for number in ("«", 1, 2, 3, "…", 12, "»"))


def told(below: str) -> tuple[str, str]:
    """What is told of a page that ends in some markup."""
    return unfollowed(
        f"<html lang=en><body><main><h1>News</h1><ul><li>…</ul>{below}</main></body></html>", URL
    )


@pytest.mark.parametrize(
    ("pager", "numbers"),
    [
        (f"<div class=pagination>{ROW}</div>", "1 2 3 4"),
        (f"<div class=foot><div><span hidden>上一页</span>{ROW}<span>下一页</span></div></div>", "1 2 3 4"),
        (f"<div class=foot>{ROW}<span>Next page</span></div>", "1 2 3 4"),
        (f"<div class=posts-paginator><ul>{ITEMS}</ul></div>", "1 2 3 12"),
        ("<div class=pager><p><i>1</i> <i>2</i></p></div>", "1 2"),
    ],
)
def test_numbers_that_lead_nowhere_are_told(pager: str, numbers: str) -> None:
    """By the name of their box, or by the word for next beside them."""
    assert told(pager) == (
        "next_by_script",
        f"the pages {numbers} are no links: only a script turns them",
    )


@pytest.mark.parametrize(
    "below",
    [
        f"<div class=steps>{ROW}</div>",
        f"<div class='swiper-pagination'>{ROW}</div>",
        f"<div class=pagination>{ROW.replace('>1<', '>5<')}</div>",
        f"<div class=pagination>{ROW.replace('>3<', '>1<')}</div>",
        f"<div class=pagination>{ROW.replace('span', 'label')}</div>",
        "<div class=pagination>1 2 3 4</div>",
        "<div class=pagination><b>1</b> <b>of</b> <b>2</b><p>" + "Ships in the harbour of today. " * 15 + "</div>",
        f"<div class=pagination hidden>{ROW}</div>",
        f"<div class=month><a href='?m=10'>Next</a> {MONTH}</div>",
    ],
    ids=["steps", "pictures", "not from one", "not rising", "fields", "in one text", "more than a row", "unseen", "days"],
)  # fmt: skip
def test_other_numbers_are_no_pages(below: str) -> None:
    """Steps of a form, dots of a carousel, numbers in another order, a box with prose, the days of a month."""
    assert told(below) == ("", "")


def test_pages_that_are_links_are_no_scripts() -> None:
    """The last page of a list has none that leads on."""
    links = "".join(f"<a href=?p={number}>{number}</a>" for number in (1, 2, 3))
    assert told(f"<div class=pagination>{links}<span>4</span></div>") == ("", "")
