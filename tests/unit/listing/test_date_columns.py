"""Where a table's heads tell a deadline or a change from the day of publication, that one is the entry's."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

TITLES = [
    "Salt for the roads",
    "A roof for the hall",
    "Cleaning of the offices",
    "Survey of culverts",
    "Uniforms for crews",
]
LATER = ["10.12.2026", "15.12.2026", "08.12.2026", "17.12.2026", "04.01.2027"]
EARLIER = ["25.11.2026", "23.11.2026", "19.11.2026", "12.11.2026", "10.11.2026"]


def dates(first: str, last: str, *, page: str = "tenders", heading: str = "Tenders") -> list[str]:
    """The entries' dates in a table whose first column has later days than its last."""
    rows = "".join(
        f"<tr><td>{later}</td><td><a href=/{page}/{n}>{title}</a></td><td>Town</td><td>{earlier}</td></tr>"
        for n, (title, later, earlier) in enumerate(zip(TITLES, LATER, EARLIER, strict=True))
    )
    heads = f"<tr><th>{first}</th><th>Title</th><th>Buyer</th><th>{last}</th></tr>"
    html = f"<html><body><h1>{heading}</h1><table>{heads}{rows}</table></body></html>"
    return [entry.date for entry in chosen(induce(html, f"https://town.example/{page}"))[0].entries]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Deadline", "Published"),
        ("Closing date", "Publication date"),
        ("成文日期", "发布日期"),
        ("Updated", "Published"),
        ("Angebotsfrist", "Veröffentlicht"),
        ("Date limite", "Publié le"),
        ("Fecha límite", "Fecha de publicación"),
        ("Scadenza", "Data pubblicazione"),
        ("Termin składania ofert", "Data publikacji"),
        ("Termín podání nabídek", "Zveřejněno"),
        ("Määräaika", "Julkaistu"),
        ("Spriocdháta", "Foilsithe"),
        ("ბოლო ვადა", "გამოქვეყნდა"),
        ("শেষ তারিখ", "প্রকাশের তারিখ"),
        ("Mwisho wa kutuma", "Imechapishwa"),
        ("مهلت", "تاریخ انتشار"),
    ],
)
def test_the_day_of_publication_is_meant_beside_a_deadline(first: str, last: str) -> None:
    """Whichever column stands first."""
    assert dates(first, last) == EARLIER
    assert dates(last, first) == LATER


@pytest.mark.parametrize("first", ["Decision date", "Filed", "Date", "Term"])
def test_other_days_are_the_entries_own(first: str) -> None:
    """A court's decision is known by its day, whenever it was posted; a head that says nothing decides nothing."""
    assert dates(first, "Posted") == LATER


def test_a_page_of_events_announces_days() -> None:
    """Entry by a day, and when that was written."""
    assert dates("Register by", "Published", page="events", heading="Events") == LATER
