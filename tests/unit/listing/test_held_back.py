"""What a page holds back for its "load more" in its own data are entries of the list that it shows the first ones of."""

from __future__ import annotations

import html
import json

import pytest

from scraper.listing.paginate import next_page
from scraper.pages.listing_reader import PageResult, extract
from scraper.site import SiteFile
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/news"
BUTTON = "<button>Load more</button>"
SLUGS = [f"{at}-harbour-news" for at in range(len(TITLES))]


def _read(data: object, button: str = BUTTON, shown: int = 5) -> PageResult:
    cards = "".join(
        f"<article><h2><a href=/blog/{SLUGS[at]}>{TITLES[at]}</a></h2><time>{20 - at} November 2026</time><p>{TEXTS[at]}</p></article>"
        for at in range(shown)
    )
    state = f'<script id=__DATA__ type="application/json">{json.dumps(data)}</script>'
    page = f"<html lang=en><body><main><h1>News</h1>{cards}{button}</main>{state}</body></html>"
    return extract(page, URL, SiteFile(id="portus", start=[URL]))


def _objects(url: str, places: range = range(12)) -> list[dict[str, str]]:
    return [{"title": TITLES[at], "slug": url + SLUGS[at], "date": f"2026-11-{20 - at:02}"} for at in places]


@pytest.mark.parametrize("url", ["/blog/", ""])
def test_the_data_go_on_with_the_list_that_is_shown(url: str) -> None:
    """By address or by slug, which leads where the shown ones' links lead; the run says how many there are."""
    read = _read({"posts": _objects(url)})
    (found,) = read.lists
    assert [entry.url for entry in found.entries] == [f"https://portus.example/blog/{slug}" for slug in SLUGS]
    assert [entry.title for entry in found.entries] == list(TITLES)
    assert [entry.datetime for entry in found.entries[-2:]] == ["2026-11-10", "2026-11-09"]
    (told,) = [detail for reason, detail in read.notes if reason == "next_by_script"]
    assert told.endswith("; 7 more entries are in the page's data")


@pytest.mark.parametrize(
    ("data", "button"),
    [
        pytest.param(_objects("/blog/"), "", id="no button"),
        pytest.param(_objects("/blog/", range(1, 12)), BUTTON, id="the first one is not in it"),
        pytest.param(_objects("/blog/", range(6, 12)), BUTTON, id="another list"),
        pytest.param(_objects("/blog/", range(5)), BUTTON, id="no more than is shown"),
    ],
)
def test_other_data_go_on_with_no_list(data: object, button: str) -> None:
    """Without a button that a script knows, or where the data begin otherwise."""
    (found,) = _read(data, button).lists
    assert len(found.entries) == 5


@pytest.mark.parametrize(
    ("button", "following", "told"),
    [
        ('<button data-next="/api/news/2.json">Load more</button>', "https://portus.example/api/news/2.json", ""),
        ('<button data-next="/news/otters">Load more</button>', None, "the link 'Load more' to the next page is a script's (button for /news/otters)"),
    ],
)  # fmt: skip
def test_data_kept_for_a_button_are_asked_for_and_a_bare_path_is_told(
    button: str, following: str | None, told: str
) -> None:
    """What nobody asks for is no longer passed over in silence."""
    read = _read([], button)
    assert (read.next, next((detail for reason, detail in read.notes), "")) == (following, told)


@pytest.mark.parametrize(
    "viewer",
    [
        '<div role=dialog class=viewer-box>{}</div>', '<dialog><div class=inner><div>{}</div></div></dialog>',
    ],
)  # fmt: skip
def test_a_viewers_button_turns_no_page(viewer: str) -> None:
    """A viewer of pictures that opens over the page has a button called next on every page of a site."""
    button = "<button type=button aria-label=Next class=viewer-next><i class=icon></i></button>"
    assert [reason for reason, _ in _read([], button).notes] == ["next_by_script"]
    assert _read([], viewer.format(button)).notes == ()


def test_a_page_that_opens_over_another_turns() -> None:
    """A box that holds the page's heading or its main part is the page."""
    inside = "<main><h1>News</h1><div class=pagination><a href=?page=2>2</a> <a class=next href=?page=2>Next</a></div></main>"
    assert next_page(f"<div role=dialog>{inside}</div>", "https://portus.example/news") == (
        "https://portus.example/news?page=2"
    )


@pytest.mark.parametrize("name", ["data-page", "data-react-props", "props"])
def test_the_next_page_is_told_in_an_attributes_data(name: str) -> None:
    """As Laravel's pager tells it to a page that scripts make."""
    data = html.escape(
        json.dumps({"props": {"posts": {"data": _objects("/blog/"), "next_page_url": f"{URL}?page=2"}}})
    )
    page = (
        f'<html lang=en><body><div id=app {name}="{data}"></div><script src=/app.js></script></body></html>'
    )
    assert next_page(page, URL) == f"{URL}?page=2"
