"""The day of an entry as its own page tells it: in a line of its own, not in a sentence, and not another day's."""

from __future__ import annotations

import pytest

from scraper.listing.page import own_page

TRACKS = "Fresh tracks were found on every bank of the river, said the trust."


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("<h1>Minutes of 3 March 2026</h1><p>{}</p><p>Posted 28 April 2026</p>", "28 April 2026"),
        ("<h1>Minutes of 3 March 2026</h1><p>{}</p>", ""),
        (
            "<h1>Minutes</h1><p>Closed on 3 March 2026 for repairs. {}</p><p>28 April 2026</p>",
            "28 April 2026",
        ),
        ("<h1>Minutes</h1><p>PORTUS, 3 March 2026 – {}</p>", "3 March 2026"),
        ("<h1>28 April 2026</h1><p>{}</p>", "28 April 2026"),
    ],
)
def test_a_date_in_a_sentence_is_not_the_pages(body: str, date: str) -> None:
    """A headline's and a sentence's dates are what the entry tells of; a line of its own or a dateline is its date."""
    page = f"<main>{body.format(TRACKS)}</main>"
    assert own_page(page, "https://portus.example/o").date == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("On 5 May 2026 the ferry sailed.", ""),
        ("The ferry sailed again on 5 May 2026.", ""),
        ("Applications until 12 December 2026", ""),
        ("Last updated: 30 October 2026", ""),
        ("Aktualisiert am 30. Oktober 2026", ""),
        ("Bewerbungsschluss: 12. Dezember 2026", ""),
        ("Приём заявок до 12 декабря 2026", ""),
        ("Published by the harbour office on 5 May 2026.", "5 May 2026"),
        ("Published 5 May 2026, updated 7 May 2026", "5 May 2026"),
        ("Created on 5 May 2026 by the harbour office, last changed by Ana Roe.", "5 May 2026"),
        ("5 May 2026, last changed 7 May 2026", "5 May 2026"),
        ("Erstellt am 5. Mai 2026, zuletzt geändert am 7. Mai 2026", "5. Mai 2026"),
        ("Last changed by Ana Roe, 7 May 2026", ""),
        ("Updated 7 May 2026, 14:10, by Ana Roe", ""),
        ("Rome, 5 May 2026.", "5 May 2026"),
        ("5 May 2026 by Ana Roe, press office", "5 May 2026"),
    ],
)
def test_a_line_that_tells_of_another_day_is_not_the_pages_date(line: str, date: str) -> None:
    """A sentence, a change and a last day to apply tell no day of publication, in a line of their own either."""
    page = f"<main><h1>Otters</h1><p>{line}</p><p>{TRACKS}</p></main>"
    assert own_page(page, "https://portus.example/o").date == date


def test_a_line_between_breaks_above_the_text_is_a_line_of_its_own() -> None:
    """An archive of mail: heading, sender, a break, the day as a program prints it, and the message as one text as it was sent."""
    page = (
        "<h1>[Portus] Otters at the weir</h1><b>Ana Roe</b> <a href=mailto:x>ana at portus.example</a><br>"
        "<i>Tue Apr 28 07:05:31 CEST 2026</i><p><ul><li>Previous message: <a href=1.html>[Portus] Tide tables for May and "
        f"June</a></li></ul><hr><pre>{TRACKS} They led from the old lock to the weir on 3 May 2025.</pre>"
    )
    assert own_page(page, "https://portus.example/list/2.html").date == "Apr 28 07:05:31 CEST 2026"
