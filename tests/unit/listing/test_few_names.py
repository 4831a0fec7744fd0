"""Rows that name the same few committees, writers, halls or companies again and again are entries; a board's posts lead to themselves."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing
from tests.unit.listing.harbour import TEXTS, TITLES
from tests.unit.listing.portus import URL
from tests.unit.listing.test_judge import undated


@pytest.mark.parametrize("name", ["Protokoll {n}", "{title}"])
def test_minutes_of_a_few_committees_are_entries(name: str) -> None:
    """Each row names its committee and has a link of its own."""
    said = "Beraten wurde über die Mauer am Kai und über die Bäume."
    row = f"<li><a href=/gremium/{{body}}>Gremium {{body}}</a> {said} "
    assert is_listing(undated(f"{row}<a href=/p/{{n}}>{name}</a></li>"), URL) > 0.5


def test_meetings_beside_one_map_are_entries() -> None:
    """The hall that meetings share is shown by another site, and called the same beside each."""
    rows = "".join(
        f"<tr><td>{n + 2} November 2026 at 8:30 - Meeting of the harbour board, part {n}<div>Regular</div></td>"
        "<td>Room on the first floor, 18 Quay Street <a href=https://maps.example/?q=18+Quay>map</a></td>"
        f"<td><a href=/papers?meeting={n}>Agenda</a></td></tr>"
        for n in range(8)
    )
    page = f"<html lang=en><body><h1>Meetings</h1><table>{rows}</table></body></html>"
    assert is_listing(page, "https://board.example/organisation/201") > 0.5


@pytest.mark.parametrize("path", ["/notes", "/t/42", "/notes/what-we-saw-there"])
def test_notes_without_titles_are_entries(path: str) -> None:
    """Each leads by its day to a page of its own, whatever the page of all is called."""
    notes = "".join(
        f"<article><p>{'The slates on the north side were laid on boards. ' * 3}</p><a href={path}/4{n}>{n + 2} May 2026</a></article>"
        for n in range(7)
    )
    html = f"<html><head><title>Portus</title></head><body>{notes}</body></html>"
    assert is_listing(html, "https://portus.example" + path) > 0.5


def test_notes_that_begin_with_their_writer_are_entries() -> None:
    """What eight people say below one headline, each with a page of its own."""
    said = "<p>Le bac repart du quai nord dès six heures, avec les élèves de l’île. Les passagers embarquent au quai sud.</p>"
    people = "Anne Le Goff,Jean Marie,Lise Morvan,Yann Kerbrat,Odile Caro,Paul Tanguy,Rose Le Bihan,Guy Morel"
    notes = "".join(
        f"<div class=note><a href=/gens/{n}>{name}</a> <i>{n + 3} mai 2026</i>{said}<a href=/s/{n}>lire</a></div>"
        for n, name in enumerate(people.split(","))
    )
    head = "Les voix du vieux port"
    html = f"<html><head><title>{head}</title></head><body><h1>{head}</h1>{notes}</body></html>"
    assert is_listing(html, "https://portus.example/fr/sujet/42") > 0.3


def test_what_a_few_companies_announce_are_entries() -> None:
    """Each row names its company, some again, and opens a file of its own."""
    names = ("Alder Cement", "Corran Sugar", "Dawn Textiles")
    rows = "".join(
        f"<tr><td>{n + 2} November 2026</td><td><a href=/company/{n % 3}>{names[n % 3]}</a></td>"
        f"<td>Notice of the extraordinary general meeting of shareholders, part {n}</td><td><a href=/files/{n}.pdf>Open</a></td></tr>"
        for n in range(8)
    )
    page = f"<html lang=en><body><h1>Companies</h1><table>{rows}</table></body></html>"
    assert is_listing(page, "https://exchange.example/companies") > 0.5


@pytest.mark.parametrize("button", ["Read more", "Weiterlesen", "Meeting details", "続きを読む"])
@pytest.mark.parametrize(
    "category", ["<a href=/c/{0}>Harbour</a>", "<a href=/c/{0}>Town</a> <a href=/u/{0}>Ana Roe</a>"]
)
def test_news_below_their_categories_are_entries(button: str, category: str) -> None:
    """Titles without links stand between a few categories that return and a button to a page of each."""
    news = "".join(
        f"<li><time>{20 - n} May 2026</time>{category.format(n % 3)}<div class=ttl>{title}</div><p>{text}</p>"
        f"<a href=/n/{n}>{button}</a></li>"
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=False))
    )
    page = f"<html lang=en><body><main><h1>News</h1><ul>{news}</ul></main></body></html>"
    assert is_listing(page, "https://portus.example/news") > 0.9
