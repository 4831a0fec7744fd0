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


def test_what_each_case_has_below_its_names_is_no_entry() -> None:
    """A row is a day and two boxes with a link each, of which the second says the same in all: half of the rows were none."""
    names = (
        "Annual review of berth rents",
        "Temporary closure of the mole",
        "Licensing of stalls on the quay",
        "Supply of salt for the winter",
        "Report on the state of the wall",
        "Order on the speed of ferries",
    )
    rows = "".join(
        f"<tr class=row><td><time datetime=2026-11-{20 - n}T10:00:00Z>Nov. {20 - n}, 2026</time></td>"
        f"<td><div class=names><a href=/c/{n}>{name}</a></div>"
        f"<div class=sub><span class=label>See also:</span><a href=/f/{n}.pdf>The complaint</a></div></td><td>LR-{80 + n}</td></tr>"
        for n, name in enumerate(names)
    )
    head = "<thead><tr><th>Date</th><th>Respondents</th><th>Release No.</th></tr></thead>"
    page = f"<html lang=en><title>Port Releases</title><main id=content><h1>Port Releases</h1><table class=list>{head}<tbody>{rows}</tbody></table></main></html>"
    found = [entry for one in chosen(induce(page, URL)) for entry in one.entries]
    assert [entry.title for entry in found] == list(names)
