"""A lead in an `<aside>` right above its list is the first entry; boxes in other such elements are none."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NEWS

URL = "https://portus.example/"
TITLE = "Opera comes to the old granary"


def entry(title: str, at: str, day: int, *, rank: int = 1) -> str:
    """An article with its heading, its day and its text."""
    return (
        f"<article><header><h{rank}><a href=/{at}.html>{title}</a></h{rank}></header><footer><abbr>Published: {day} May 2026</abbr> in "
        "<a href=/t/town>Town</a></footer><p>Forty people came to see it, more than the barley had ever brought there.</p></article>"
    )


REST = "".join(f"<li>{entry(title, at, 9 - n)}</li>" for n, (at, title, _) in enumerate(NEWS))
LEAD = entry(TITLE, "opera", 10)


def titles(above: str) -> list[str]:
    """Titles of a page with a header, something above the list, and the list."""
    page = (
        f"<html lang=en><body><header><h1><a href=/>Harbour news</a></h1></header>{above}"
        f"<section id=content><h1>Other articles</h1><ol>{REST}</ol></section></body></html>"
    )
    return [row.title for one in chosen(induce(page, URL)) for row in one.entries]


def test_a_lead_in_an_aside_is_an_entry() -> None:
    """It is made as the others are."""
    assert titles(f"<aside id=featured>{LEAD}</aside>") == [TITLE, *(title for _, title, _ in NEWS)]


@pytest.mark.parametrize(
    "box",
    [
        f"<aside>{LEAD}</aside><nav><a href=/a.html>About the harbour</a></nav>",
        f"<aside>{entry(TITLE, 'opera', 10, rank=3)}</aside>",
        "<aside><h1><a href=/fair.html>Spring fair</a></h1><p>10 May 2026</p><p>On the quay, with music.</p></aside>",
        f"<aside>{entry(TITLE, NEWS[0][0], 10)}</aside>",
        f"<aside>{LEAD}{entry('The most read of the year', 'most', 3)}</aside>",
    ],
    ids=["not right above", "of another rank", "no article", "an entry's own link", "two of them"],
)
def test_other_boxes_are_no_leads(box: str) -> None:
    """They stand elsewhere, are made otherwise, say again what the list says, or are several."""
    assert titles(box) == [title for _, title, _ in NEWS]


CARDS = "".join(
    f"<div class=third><a href=/{at}.html><h3>{title}</h3><small>{9 - n} May 2026</small><p>{said}</p></a></div>"
    for n, (at, title, said) in enumerate(NEWS)
)
COLUMN = "<html lang=en><body><div class=wrap><div class=wide>{}{}</div></div></body></html>"


@pytest.mark.parametrize("box", ["<aside id=featured>{}</aside>", "<section><div>{}</div></section>"])
@pytest.mark.parametrize("below", ["{}", "<section>{}</section>"])
def test_a_lead_below_h1_above_cards_of_a_lower_rank_is_an_entry(box: str, below: str) -> None:
    """The newest post is told whole, those before it in cards below a heading of their own, some boxes deeper."""
    rest = below.format(f"<div class=screen><h2>Other articles</h2><div class=row>{CARDS}</div></div>")
    rows = [
        row.title for one in chosen(induce(COLUMN.format(box.format(LEAD), rest), URL)) for row in one.entries
    ]
    assert rows == [TITLE, *(title for _, title, _ in NEWS)]


def test_cards_below_a_lead_of_their_own_rank_are_no_articles() -> None:
    """An offer in an `<aside>` has the rank of what it stands beside."""
    page = COLUMN.format(
        f"<aside>{entry(TITLE, 'opera', 10, rank=3)}</aside>",
        f"<h2>Other articles</h2><div class=row>{CARDS}</div>",
    )
    assert [row.title for one in chosen(induce(page, URL)) for row in one.entries] == [
        title for _, title, _ in NEWS
    ]
