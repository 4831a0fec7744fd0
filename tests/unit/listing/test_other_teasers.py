"""What boxes beside a list say of its entries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scraper.pages.extract import Walk
from scraper.site import SiteFile

URL = "https://portus.example/news/"
ROWS = "".join(
    f"<article><h2><a href=/news/{n}>The harbour entry of day {n}</a></h2><time datetime=2026-05-{n + 10}>{n + 10} May 2026"
    f"</time><p>A teaser that somebody wrote for the list, and that ends as sentences do, number {n}.</p></article>"
    for n in range(8)
)
OTHER = "The otters are back on the left bank, the wardens said on Monday, and they have brought four young."
SLIDE = "<li><a href=/news/3><img src=3.jpg alt=''></a><div><h3><a href=/news/3>{title}</a></h3><p>{text}</p></div></li>"
TITLE = "The harbour entry of day 3"


def told(beside: str, above: str = "") -> tuple[dict[str, str], list[str]]:
    walk = Walk(SiteFile(id="portus", start=(URL,)))
    page = f"<ul>{above}</ul><main>{ROWS}</main><aside><ul>{beside}<li><a href=/contact>Contact</a></li></ul></aside>"
    read = walk.listing(page, URL, encoding="utf-8", fetched=datetime(2026, 5, 20, tzinfo=UTC), number=0)
    return {line["url"]: line["excerpt_else"] for line in read.entries if "excerpt_else" in line}, read.wanted


def test_a_slider_tells_more_of_an_entry() -> None:
    """Its text is kept beside the list's, and is no reason to ask for the entry's page."""
    assert told(SLIDE.format(title=TITLE, text=OTHER)) == ({f"{URL}3": OTHER}, [])


def test_a_slider_above_the_list_leads_to_a_place_on_the_entrys_page() -> None:
    """A link to its pictures, behind the one to the page, leads to the same entry."""
    box = f"<li><h3><a href=/news/3>{TITLE}</a></h3><p>{OTHER}</p><a href=/news/3#pictures>Pictures</a></li>"
    assert told("", above=box)[0] == {f"{URL}3": OTHER}


@pytest.mark.parametrize(
    ("why", "beside"),
    [
        ("nothing but the title", SLIDE.format(title=TITLE, text="")),
        ("a short line", SLIDE.format(title=TITLE, text="Photo: Ana Roe")),
        (
            "the list's own teaser, longer",
            SLIDE.format(title=TITLE, text="A teaser that somebody wrote for the list, and that ends later than there."),
        ),
        ("a box of several entries", f"<li><p>{OTHER}</p><a href=/news/3>{TITLE}</a> <a href=/news/4>Four</a></li>"),
        ("a text nobody sees", f"<li><ul hidden>{SLIDE.format(title=TITLE, text=OTHER)}</ul></li>"),
    ],
)  # fmt: skip
def test_what_is_no_other_teaser(why: str, beside: str) -> None:
    """Only what one box says of one entry may be its teaser."""
    assert told(beside)[0] == {}, why
