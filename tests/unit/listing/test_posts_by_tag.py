"""A page of tags lists the posts of each: those that the tags before it have, too, do not hide the others."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/tags.html"


def panel(tag: str, places: range, *, dated: bool = True) -> str:
    """A tag with its posts, each with its day."""
    posts = "".join(
        f"<p>{f'<time>{20 - at}/11/2026</time>' if dated else ''} <a href=/{at}.html>{TITLES[at]}</a></p>"
        for at in places
    )
    return f"<section><h2>{tag} <i>{len(places)}</i></h2><div class=body>{posts}</div></section>"


def kept(*panels: str) -> list[list[str]]:
    """The addresses of the lists that are kept."""
    page = f"<html lang=en><body><main><h1>Tags</h1>{''.join(panels)}</main></body></html>"
    return [[row.url.rpartition("/")[2] for row in one.entries] for one in chosen(induce(page, URL))]


def test_the_posts_of_another_tag_are_kept_for_the_new_ones() -> None:
    """Most of its posts have the first tag as well."""
    first, second = range(8), range(3, 10)
    assert kept(panel("ships", first), panel("quays", second)) == [
        [f"{at}.html" for at in places] for places in (first, second)
    ]


@pytest.mark.parametrize(
    ("places", "dated"), [(range(3, 8), True), (range(3, 10), False)], ids=["nothing new", "no days"]
)
def test_a_list_that_says_again_what_the_first_says_is_left_out(places: range, dated: bool) -> None:
    """A second list with nothing new, and a box of links without days."""
    assert kept(panel("ships", range(8)), panel("quays", places, dated=dated)) == [
        [f"{at}.html" for at in range(8)]
    ]
