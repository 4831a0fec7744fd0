"""Two numbers that are a day and a month, with the weekday and the hours beside them."""

from __future__ import annotations

import pytest

from scraper.listing.dates.day_pairs import pair
from scraper.listing.dates.notations import dates_in
from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

WITH_HOURS = [
    "28.09. 9:30", "28.09. 19 Uhr", "28.09., 14 Uhr", "28.09. um 19.30 Uhr", "28.09. | 19 Uhr", "28.09. 10:00-12:00", "28.09., 10-12 Uhr",
    "28.09. 10.00 – 12.00 Uhr", "Mo 28.09. 19:30", "Mo., 28.09. 19 Uhr", "28/09 à 19h30", "28/09 19h", "28/09, 14h-16h", "28.09. 19 uur",
]  # fmt: skip


@pytest.mark.parametrize("text", WITH_HOURS)
def test_hours_stand_beside_a_day(text: str) -> None:
    """A moment or two, with their words."""
    read = pair(text)
    assert read is not None
    assert read[1:] == (28, 9)


@pytest.mark.parametrize(
    "text", ["Route 28.09", "28.09. 99 Uhr", "28.09. Eintritt", "41.13. 19 Uhr", "3-1", "28.09. 19"]
)
def test_what_is_no_day(text: str) -> None:
    """Another word, other numbers, how a match ended, an hour without its word."""
    assert pair(text) is None


@pytest.mark.parametrize("text", ["28.09. 19 Uhr", "28.09. 19h", "28/09/ 7 pm", "28.09. 10-12 Uhr"])
def test_an_hour_is_no_year(text: str) -> None:
    """The word behind it tells."""
    assert dates_in(text) == []


@pytest.mark.parametrize(
    "said", ["28.09.26 19:30", "28.09.26, 19 Uhr", "28.09.26 h 19", "28.09.26 u 19 sati"]
)
def test_a_year_of_two_digits_stays_one(said: str) -> None:
    """Before an hour, and before its word."""
    start, _, strength = dates_in(said)[0]
    assert (start, strength) == (0, 2)


@pytest.mark.parametrize("hours", ["19 Uhr", "19:30", "10:00-12:00", "| 19 Uhr"])
def test_a_list_shows_days_and_hours(hours: str) -> None:
    """Each entry's cell is whole; that they are days all of them tell."""
    rows = "".join(
        f"<li><a href=/n/{n}>The harbour choir sings for the {n}. time</a> <span>{28 - n}.09. {hours}</span></li>"
        for n in range(6)
    )
    [kept] = chosen(induce(f"<h1>News</h1><ul>{rows}</ul>", "https://portus.example/news/"))
    assert [entry.date for entry in kept.entries] == [f"{28 - n}.09. {hours}" for n in range(6)]


@pytest.mark.parametrize(
    "text",
    [
        "28.09. - 29.09.",
        "28.9. – 2.10.",
        "28/09 - 30/09",
        "Mo 28.09. – Di 29.09.",
        "28.09. - 29.09. 10:00 Uhr",
    ],
)
def test_two_days_joined_are_a_range(text: str) -> None:
    """As lists of events write them: the first day dates the entry."""
    read = pair(text)
    assert read is not None
    assert read[1:] == (28, 9)


def test_two_days_of_one_month_are_a_range() -> None:
    """Its month stands behind the second."""
    assert pair("28.–30.9.") == pair("28. - 30.9.") == (".", 30, 9)


@pytest.mark.parametrize(
    "text", ["9.10 - 11.10", "9.10. - 11.10", "3. - 4.5", "1.1. - 31.13.", "28.09. - 17"]
)
def test_hours_and_numbers_are_no_range(text: str) -> None:
    """Hours have no point behind them."""
    assert pair(text) is None


SIGNS = "21.3.-20.4. 21.4.-20.5. 21.5.-21.6. 22.6.-22.7. 23.7.-23.8. 24.8.-23.9. 24.9.-23.10. 24.10.-22.11. 23.11.-21.12. 22.12.-20.1. 21.1.-18.2. 19.2.-20.3."


def test_signs_of_the_zodiac_are_no_days() -> None:
    """Twelve ranges of a month each stand in a box beside undated news; an exhibition of weeks or of months is open from day to day."""
    assert [pair(sign) for sign in [*SIGNS.split(), "21/03 – 20/04"]] == [None] * 13
    assert pair("21.3. - 9.4.") == (".", 21, 3)
    assert pair("21.3. - 20.8.") == (".", 21, 3)
    assert pair("20/12 - 06/01") == ("/", 20, 12)
    news = "".join(
        f"<div class=item><h3><a href=/news/{n}>{title}</a></h3><p>{text}</p></div>"
        for n, (title, text) in enumerate(zip(TITLES[:8], TEXTS, strict=True))
    )
    names = "Ram Bull Twins Crab Lion Maiden Scales Scorpion Archer Goat Water Fish".split()
    box = "".join(
        f"<li><a href='/stars/?sign={name}'>{name}</a> <span>{sign}</span></li>"
        for name, sign in zip(names, SIGNS.split(), strict=True)
    )
    page = f"<html><body><main>{news}</main><div class=stars><ul>{box}</ul></div></body></html>"
    [kept] = chosen(induce(page, "https://portus.example/"))
    assert [entry.title for entry in kept.entries] == list(TITLES[:8])


@pytest.mark.parametrize("line", ["{} – {}", "{} - {}", "{} | {}", "{}: {}", "{} · {}", "{} — {}"])
@pytest.mark.parametrize(
    "days", [("28.09.", "21.09.", "3.08.", "1.08."), ("28/09", "21/09", "03/08", "01/08")]
)
def test_a_mark_may_part_a_day_from_its_title(line: str, days: tuple[str, ...]) -> None:
    """`28.09. – Ferry sails again` below its year, in one line without elements of its own."""
    body = "".join(
        f"<p>{line.format(day, f'<a href=/n/{n}>{title}</a>')}</p>"
        for n, (day, title) in enumerate(zip(days, TITLES, strict=False))
    )
    page = f"<html lang=en><body><main><h1>News</h1><h2>2025</h2>{body}</main></body></html>"
    rows = [entry for one in chosen(induce(page, "https://portus.example/news/")) for entry in one.entries]
    assert [row.title for row in rows] == [*TITLES[:4]]
    assert [row.date for row in rows] == [f"{day} 2025" for day in days]


@pytest.mark.parametrize("text", ["11월 27", "11月 27"])
def test_the_sign_of_a_month_parts_a_day_from_it(text: str) -> None:
    """As a layout writes it that has the month first and no sign behind the day."""
    read = pair(text)
    assert read is not None
    assert read[1:] == (11, 27)
