"""Lines parted by `<br>` are one list however many of them stand in one bold type or font; a year among them is no entry."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/releases.htm"
DAYS = ["12/02/2026", "05/02/2026", "28/01/2026", "20/01/2026", "14/12/2025", "02/12/2025"]
TITLES = [
    "Otters seen again below the weir", "Ferry waits for the evening train", "Kitchen buys from the island farms",
    "Keepers' letters are on show", "Flood committee meets in the barn", "New path through the reserve",
]  # fmt: skip
LINES = [f"{day} - <a href=/r/{at}.pdf>{TITLES[at]}</a><br>" for at, day in enumerate(DAYS)]
ENTRIES = [(title, day) for title, day in zip(TITLES, DAYS, strict=True)]


def page(body: str) -> str:
    menu = "".join(f"<li><a href=/{name}/>{name}</a></li>" for name in ("Home", "Visit", "Harbour", "Staff"))
    return f"<html lang=en-GB><body><ul>{menu}</ul><div id=text><h2>Releases</h2>{body}</div></body></html>"


def rows(body: str) -> list[tuple[str, str]]:
    return [(entry.title, entry.date) for one in chosen(induce(page(body), URL)) for entry in one.entries]


def nested(mark: str, end: str) -> str:
    """Each line and one more mark around all that follow."""
    return mark.join(LINES) + end * (len(LINES) - 1)


BODIES = {
    "fonts left open": "".join(f"<font size=2>{line}" for line in LINES),
    "one more span for each line": nested("<span>", "</span>"),
    "two more spans for each line": nested("<span><span>", "</span></span>"),
    "bold around the first four": f"<p><strong>{''.join(LINES[:4])}</strong>{''.join(LINES[4:])}</p>",
    "a font in bold, then plain": f"<div><b><font color=red>{''.join(LINES[:3])}</font></b>{''.join(LINES[3:])}</div>",
    "all in one": f"<p><span><span>{''.join(LINES)}</span></span></p>",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_marks_around_lines_hide_none_of_them(body: str) -> None:
    """Tags that open again in each line, or hold some of the lines, are no records."""
    assert rows(body) == ENTRIES


@pytest.mark.parametrize("name", ["fonts left open", "one more span for each line", "all in one"])
def test_a_site_file_can_name_such_lines(name: str) -> None:
    """What was found by structure is found again by the selectors made of it."""
    html = page(BODIES[name])
    [found] = freeze(html, URL, chosen(induce(html, URL)))
    assert found.selectors is not None
    [again] = read_lists(html, URL, [found.selectors])
    assert [(entry.title, entry.date) for entry in again.entries] == ENTRIES


@pytest.mark.parametrize(
    "year", ["<strong><u>{}</u></strong><br>", "<u>{}</u><br>", "{}<br>", "<b>{}</b><br><br>"]
)
def test_a_year_above_its_lines_is_no_entry(year: str) -> None:
    """However it stands out, and whether a line of its own follows it or not."""
    body = f"<p>{year.format(2026)}{''.join(LINES[:4])}{year.format(2025)}{''.join(LINES[4:])}</p>"
    assert rows(body) == ENTRIES


def test_a_year_and_lines_in_one_bold_type() -> None:
    """The bold type ends with the lines of its first year; those of the next are plain."""
    body = (
        f"<p><strong><u>2026</u><br>{''.join(LINES[:4])}<br><u>2025</u><br></strong>{''.join(LINES[4:])}</p>"
    )
    assert rows(body) == ENTRIES


def test_a_link_of_several_lines_is_one_entry() -> None:
    """The breaks inside a link part its lines, not entries."""
    cards = "".join(
        f"<a href=/r/{at}><b>{title}</b><br>{DAYS[at]}<br></a>" for at, title in enumerate(TITLES)
    )
    assert [title for title, _ in rows(f"<div>{cards}</div>")] == TITLES


def test_days_that_end_lines_of_the_source_belong_to_what_they_stand_behind() -> None:
    """Nothing but the ends of lines parts entries: a last one without a day takes no day from the one before it."""
    names = [f"<a href=/r/{at}.pdf>{title}</a>" for at, title in enumerate(TITLES)]
    behind = "\n".join(f"{name} {day}" for name, day in zip(names, [*DAYS[:-1], ""], strict=True))
    assert rows(f"<div>\n{behind}\n</div>") == [*ENTRIES[:-1], (TITLES[-1], "")]
    before = "\n".join(f"{day} {name}" for name, day in zip(names, DAYS, strict=True))
    assert rows(f"<div>\n{before}\n</div>") == ENTRIES
