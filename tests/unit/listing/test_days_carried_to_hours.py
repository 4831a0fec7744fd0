"""A play that tells its hour alone is of the day whose heading stands above it."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

PLAYS = ["Macbeth", "Peter and the wolf", "An evening of songs", "Winter tale", "Tea and dance", "The gull"]
DAYS = [0, 1, 1, 2, 3, 3]
HOURS = ["19:30", "11:00", "18:00", "19:30", "15:00", "19:00"]
NAMES = {
    "in digits": ["Samstag, 28.11.", "Sonntag, 29.11.", "Freitag, 4.12.", "Sonntag, 6.12."],
    "in words": [
        "Samstag, 28. November",
        "Sonntag, 29. November",
        "Freitag, 4. Dezember",
        "Sonntag, 6. Dezember",
    ],
    "with a year": ["28.11.2026", "29.11.2026", "4.12.2026", "6.12.2026"],
}


def dates(names: list[str], row: str, head: str = "<h3>{}</h3>") -> list[str]:
    """The dates of six plays on four days, the headings beside them."""
    said, last = "", -1
    for play, day, hour in zip(PLAYS, DAYS, HOURS, strict=True):
        said += head.format(names[day]) if day != last else ""
        said += row.format(play=play, hour=hour, link=play.replace(" ", "-"), day=names[day])
        last = day
    said = f"<table>{said}</table>" if said.startswith("<tr") else said
    page = f"<html lang=de><body><main><h1>Programm</h1>{said}</main></body></html>"
    return [entry.date for entry in chosen(induce(page, "https://theater.example/programm"))[0].entries]


ROW = "<div><span>{hour}</span> <a href=/p/{link}><strong>{play}</strong></a> <span>Bühne</span></div>"


@pytest.mark.parametrize("how", sorted(NAMES))
def test_the_second_play_of_a_day_has_its_day(how: str) -> None:
    """It had its hour, and where days are words none of them had a day."""
    names = NAMES[how]
    assert [
        names[day].endswith(date) and date != "" for day, date in zip(DAYS, dates(names, ROW), strict=True)
    ] == [True] * 6


def test_a_day_in_a_row_of_its_own_holds_for_the_hours_below() -> None:
    """Of a timeline, the second change of each day was of today."""
    head = "<tr class=day><td><div>{}</div></td><td></td></tr>"
    row = (
        "<tr><td><a href=/at/{link}>{hour}</a></td><td><span>{play} is told again\n<p>The works took longer than expected because the"
        " walls had to be dried first.</p></span> <span>change: <a href=/p/{link}>4e7f</a> by <a href=/by/wren>wren</a></span></td></tr>"
    )
    names = NAMES["with a year"]
    assert dates(names, row, head) == [names[day] for day in DAYS]


def test_a_day_of_its_own_stays() -> None:
    """Entries that tell another day below headings of days keep it."""
    names = NAMES["with a year"]
    own = ROW.replace("{hour}", "1.10.2026")
    assert dates(names, own)[2] == "1.10.2026"


POST = "<article class=post>{day}<h2><a href=/p/{link}>{play}</a></h2><p class=by>By Mira{at}, under <a href=/c/1>Stage</a></p></article>"


def posts(day: str, hour: str) -> list[str]:
    """The dates of six posts, the first of each day beginning with it."""
    names = [
        "Saturday 28 November 2026",
        "Friday 27 November 2026",
        "Thursday 26 November 2026",
        "Monday 23 November 2026",
    ]
    said, last = "", -1
    for play, at, when in zip(PLAYS, DAYS, HOURS, strict=True):
        head = day.format(names[at], iso=f"2026-11-{names[at].split()[1]}") if at != last else ""
        said += POST.format(day=head, play=play, link=play.replace(" ", "-"), at=hour.format(when))
        last = at
    page = f"<html lang=en><body><main><h1>Stage notes</h1>{said}</main></body></html>"
    return [entry.date for entry in chosen(induce(page, "https://theater.example/"))[0].entries]


@pytest.mark.parametrize("day", ["<p class=day>{}</p>", "<p class=day><time datetime={iso}>{}</time></p>"])
def test_the_first_post_of_a_day_tells_it_for_all(day: str) -> None:
    """Weblogs print a day once; the hour that each post tells says that all have one."""
    told = ["28", "27", "27", "26", "23", "23"]
    assert posts(day, " at {}") == [f"{number} November 2026" for number in told]


def test_a_post_without_day_and_hour_has_none() -> None:
    """Where none tells its hour, who wrote it may have forgotten the day."""
    assert posts("<p class=day>{}</p>", "") == [
        "28 November 2026", "27 November 2026", "", "26 November 2026", "23 November 2026", "",
    ]  # fmt: skip


def test_a_banner_among_news_with_their_hours_has_none() -> None:
    """A picture that says nothing tells no hour, so nothing is carried to it, and it is no entry."""
    titles = [f"{play} at the theatre of pier {number}" for number in range(1, 11) for play in PLAYS]
    news = [
        f"<a href=/news/{n}.html><span>{19 - n // 6:02}:{58 - n % 6 * 9}</span> <span>{title}</span></a>"
        for n, title in enumerate(titles)
    ]
    news.insert(3, "<a href='https://tube.example/user/harbour'><img src=/tube.png alt=''></a>")
    page = f"<html lang=en><body><main><h1>News</h1>{''.join(news)}</main></body></html>"
    found = chosen(induce(page, "https://theater.example/"))[0].entries
    assert [entry.title for entry in found] == titles
