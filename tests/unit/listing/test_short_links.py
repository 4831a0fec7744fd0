"""Links that say little among those of a list: months of a year, minutes of a board."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/board/minutes/"
YEARS = {
    2024: "January February March May June August",
    2023: "January March April October December",
    2022: "February May September",
}


def page(years: dict[int, str], *, last: str = "", head: str = "<h3>{}</h3>") -> str:
    cells = "".join(
        f"<td>{head.format(year)}<ul>{''.join(map(row, [year] * 12, months.split()))}{last.format(year)}</ul></td>"
        for year, months in years.items()
    )
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Berths", "Tides", "Contact"))
    return f"<body><ul>{menu}</ul><h1>Minutes of the harbour board</h1><table><tr>{cells}</tr></table></body>"


def row(year: int, month: str) -> str:
    """A link whose file tells the day in the long months."""
    day = f"{MONTHS.index(month) + 1}-15-{year}" if len(month) > LONG else month.lower()
    return f"<li><a href=/board/{year}/minutes-{day}.pdf>{month}</a></li>"


MONTHS = "January February March April May June July August September October November December".split()
LONG = 5


def kept(html: str) -> list[str]:
    return [entry.title for one in chosen(induce(html, URL)) for entry in one.entries]


EVERY = " ".join(YEARS.values()).split()


def test_short_names_are_entries_as_long_ones_are() -> None:
    """Every `March` and `May` was lost, and nobody was told."""
    assert kept(page(YEARS)) == EVERY


def test_a_part_of_short_names_below_a_heading_like_the_others() -> None:
    """Where none of a year's months is long, its heading is as those of the other years."""
    years = YEARS | {2021: "March May", 2020: "January February"}
    assert kept(page(years)) == " ".join(years.values()).split()


@pytest.mark.parametrize(
    "last",
    [
        "<li><a href=/board/{}/>More</a></li>",
        "<li><a href=/board/{}/>All</a></li>",
        "<li><a href=/board/{}/b>»</a></li>",
    ],
)
def test_what_leads_on_is_none(last: str) -> None:
    """A button, what every part says at its end, and an arrow."""
    assert kept(page(YEARS, last=last)) == EVERY


def test_parts_that_are_headed_otherwise_stay_out() -> None:
    """A box of short links beside the years has no heading like theirs."""
    box = "<td><p>See also</p><ul><li><a href=/faq>FAQ</a></li><li><a href=/map>Map</a></li></ul></td></tr></table>"
    assert kept(page(YEARS).replace("</tr></table>", box)) == EVERY
