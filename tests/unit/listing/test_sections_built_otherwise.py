"""Two lists of one page may be found as one; where the second is built otherwise, its days are read all the same."""

from __future__ import annotations

from scraper.listing.induce import induce

URL = "https://portus.example/board/"
TITLES = [
    "Finance Committee", "Library Board", "Harbour Commission", "Parks Board", "Water Users", "Street Lights", "Cemetery Trustees",
]  # fmt: skip
NEWS = {
    "07/09/2026": "Council asks for the river gauge",
    "07/05/2026": "Fruit sellers have new rules",
    "06/28/2026": "School boilers are checked",
}


def test_days_in_a_line_of_small_print_beside_a_list_of_day_boxes() -> None:
    """Most entries have a box with their day, those of the second list a line that ends in it."""
    events = "".join(
        f"<li><div class=box><span class=m>Jul</span><span class=d>{10 + at}</span></div><div class=t><a href=/e/{at}>{title}</a></div></li>"
        for at, title in enumerate(TITLES)
    )
    news = "".join(
        f"<li><a href=/n/{at}>{title}</a><br>Said in a few words<br><span class=small>Press release | Board | {day} </span></li>"
        for at, (day, title) in enumerate(NEWS.items())
    )
    body = f"<div><h2>Calendar</h2><div><ul class=list>{events}</ul></div></div><div><h2>News</h2><div><ul class=list>{news}</ul></div></div>"
    found = induce(f"<html lang=en><body><main><h1>Board</h1>{body}</main></body></html>", URL)
    lists = {tuple(entry.date for entry in one.entries) for one in found}
    assert tuple(NEWS) in lists
    assert tuple(f"Jul {10 + at}" for at in range(len(TITLES))) in lists
