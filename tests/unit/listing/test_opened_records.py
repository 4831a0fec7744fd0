"""Records that hold entries are opened; entries whose text has links and sections of its own are not."""

from __future__ import annotations

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/notices/"
TOLD = (
    ("Quay wall in danger", "A diver has found cracks in the quay wall, and the harbour office closed the eastern berth until they are filled.", "how berths are given out again"),
    ("PORT-2026-31", "A list of pilots could be read by anybody who knew its address, with all their numbers and their hours of the last three winters.", ""),
    ("PORT-2026-18", "The lock opened for ships that had only asked for the price, since the price and the order were one button in the office.", "the report of the harbour's two engineers"),
    ("Fog signal out of order", "The horn on the mole gave its signal twice instead of thrice, and three captains took the mole for the lightship.", ""),
    ("PORT-2026-04", "Tide tables of the year before were sold in two shops beside the station, in the cover of the new year.", ""),
)  # fmt: skip


def notice(number: int, title: str, text: str, link: str) -> str:
    """One entry: its head and its text are sections, the day stands below both."""
    more = f'<p>It is told in <a href="/handbook/{number}">{link}</a>.</p>' if link else ""
    return (
        f'<article class=box><section class=head><header><a href="/notices/{number}">{title}</a></header></section>'
        f"<section class=said><p>{text}</p>{more}<p>Whoever saw it may write to the harbour office, room four.</p></section>"
        f'<footer>Posted <time datetime="2026-0{7 - number}-12">12 {("May", "April", "March", "February", "January")[number - 2]} 2026</time></footer></article>'
    )


def test_sections_of_entries_are_no_entries() -> None:
    """Each notice has its own day; the sections inside lent each the day of the one above it."""
    body = "".join(notice(number, *told) for number, told in enumerate(TOLD, 2))
    [kept] = chosen(
        induce(f"<html lang=en><title>Notices</title><body><main>{body}</main></body></html>", URL)
    )
    assert [(entry.title, entry.datetime[:10]) for entry in kept.entries] == [
        (title, f"2026-0{7 - number}-12") for number, (title, _, _) in enumerate(TOLD, 2)
    ]
