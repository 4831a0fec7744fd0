"""Links below headings that lead nowhere are entries: openings of a department, what is on in a month."""

from __future__ import annotations

from scraper.listing.induce import chosen, induce

OPENINGS = {
    "Engineering": ("Backend developer", "Data engineer", "Engineer for reliable sites"),
    "Field surveys": ("Hydrologist", "Technician for surveys"),
    "Communications": ("Press officer", "Translator (French)", "Web editor"),
}


def test_openings_below_departments_are_entries() -> None:
    """Openings below departments are entries."""
    sections = "".join(
        f'<section class="level"><h3>{part}</h3>'
        + "".join(
            f'<div class="opening"><a href="/jobs/{part[:3]}-{n}">{name}</a><br><span class="location">Leeds</span></div>'
            for n, name in enumerate(names)
        )
        + "</section>"
        for part, names in OPENINGS.items()
    )
    page = (
        f"<body><div><h1>Current openings at the river trust</h1></div><div id=main>{sections}</div></body>"
    )
    kept = chosen(induce(page, "https://boards.example/trust"))
    assert [entry.title for one in kept for entry in one.entries] == [
        name for names in OPENINGS.values() for name in names
    ]


def test_what_is_on_in_each_month_are_entries() -> None:
    """What is on in each month are entries."""
    shows = {
        "December 2026": (
            "The snow queen on ice",
            "An evening of brass and choirs",
            "Hockey: Otters and Seals",
        ),
        "January 2027": ("Musicals of the century", "A night with the hypnotist", "Hockey: Otters and Gulls"),
        "February 2027": ("Circus of the four winds", "Indoor athletics, second round"),
    }
    months = "".join(
        f'<div class="month"><h2>{month}</h2><div class="events">'
        + "\n".join(f'<a href="/event/{month[:3]}-{n}/">{name}</a>' for n, name in enumerate(names))
        + "</div></div>"
        for month, names in shows.items()
    )
    page = f'<body><div class="calendar"><h1>Events in the arena</h1>{months}</div></body>'
    found = induce(page, "https://arena.example/events/")
    assert [entry.title for entry in found[0].entries] == [name for names in shows.values() for name in names]


def test_a_heading_over_a_text_with_its_buttons_is_an_entry() -> None:
    """A heading over a text with its buttons is an entry."""
    cards = "".join(
        f'<div class="card"><h3>The harbour report of spring {year}</h3><div><a href="/{year}/a">Read the summary</a>'
        f'<a href="/{year}/b">Order the printed one</a></div></div>'
        for year in range(2020, 2027)
    )
    found = induce(f"<body><main><h1>Reports</h1>{cards}</main></body>", "https://quay.example/reports")
    assert [entry.title for entry in found[0].entries][:2] == [
        "The harbour report of spring 2020",
        "The harbour report of spring 2021",
    ]
