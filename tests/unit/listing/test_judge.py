"""What a page says beside its list moves the probability that it is a listing, in the direction a reader would."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing

URL = "https://portus.example/fr/actualites/"


def page(*, rows: int = 8, head: str = "<title>Portus</title>", above: str = "", below: str = "") -> str:
    items = "".join(
        f"<li><span>{n + 10}.05.2026</span> <a href=/fr/actualites/{n}>Une entrée du port, la {n}e</a></li>"
        for n in range(rows)
    )
    return f"<html><head>{head}</head><body>{above}<ul class=liste>{items}</ul>{below}</body></html>"


PLAIN = is_listing(page(), URL)
HEADLINE = "Le bac partira une heure plus tôt dès le mois de juin"
PROSE = (
    "<p>" + "Le bac partira une heure plus tôt dès le mois de juin, pour les élèves de l’île. " * 12 + "</p>"
)


@pytest.mark.parametrize(
    ("why", "html", "url"),
    [
        ("prose around the list", page(above=PROSE), URL),
        ("an error's number in the title", page(head="<title>Erreur 404</title>"), URL),
        ("an error's number in the heading", page(above="<h1>404 – introuvable</h1>"), URL),
        ("a password field", page(below="<form><input type=password></form>"), URL),
        ("the moment an article was published", page(head="<meta property=article:published_time content=x>"), URL),
        ("an address like a headline", page(), URL + "le-bac-partira-une-heure-plus-tot"),
        ("three entries", page(rows=3), URL),
        ("a title written out that is a headline", page(head=f"<title>{HEADLINE} | Portus</title>", above=f"<h1>{HEADLINE}</h1>"), URL),
    ],
)  # fmt: skip
def test_what_speaks_against_a_listing(why: str, html: str, url: str) -> None:
    """Each lowers the probability."""
    assert is_listing(html, url) < PLAIN, why


@pytest.mark.parametrize(
    ("why", "html", "url"),
    [
        ("a pager", page(below="<div class=pager><a href=?page=2>2</a></div>"), URL),
        ("being a numbered page itself", page(), URL + "?page=4"),
        ("a type in its data", page(head='<script type="application/ld+json">{"@type": "ItemList"}</script>'), URL),
        ("more entries", page(rows=20), URL),
    ],
)  # fmt: skip
def test_what_speaks_for_a_listing(why: str, html: str, url: str) -> None:
    """Each raises the probability."""
    assert is_listing(html, url) > PLAIN, why


def test_a_short_list_on_a_front_page_is_its_latest_news() -> None:
    """Three entries count for less at the root of a site, or of one of its languages, than in a folder."""
    short = page(rows=3)
    folder = is_listing(short, URL)
    for front in (
        "https://portus.example/",
        "https://portus.example/fr/",
        "https://portus.example/index.php",
    ):
        assert is_listing(short, front) < folder


def test_a_number_in_a_headline_is_no_error() -> None:
    """A long title may have a 404 in it, and a year or a price is no status."""
    for title in ("Le village a reçu 1.404 visiteurs", "Budget 2026 : 500.000 pour le port", "Route 4041"):
        assert is_listing(page(head=f"<title>{title}</title>"), URL) == PLAIN


def test_a_long_title_that_is_written_nowhere_is_no_headline() -> None:
    """Many sites put their motto behind every title, and a listing's entry may be named as the page's title begins."""
    motto = page(head=f"<title>{HEADLINE}</title>")
    assert is_listing(motto, URL) == pytest.approx(PLAIN, abs=0.01)
