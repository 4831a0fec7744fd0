"""A date of two days stands in a page as one date, whole."""

from __future__ import annotations

import pytest

from scraper.listing.dates.notations import FULL, dates_in
from scraper.listing.induce import chosen, induce


@pytest.mark.parametrize(
    "said",
    [
        "7 et dim. 8 mars 2026",
        "14 and Sun 15 March 2026",
        "14 e 15/03/2026",
        "14. und Sonntag, den 15. März 2026",
        "28 février au 3 mars 2026",
        "28 February to Sunday, 3 March 2026",
        "Feb 28 – Mar 2, 2026",
        "March 1 and 2, 2026",
        "14 t/m 16 mei 2026",
        "14, 15 and 16 March 2026",
        "3 March - 5 April 2026",
        "30 mars / 2 avril 2026",
        "14 (Sat) - 15 March 2026",
        "14 Sat and Sun 15 March 2026",
        "2 October 2026 – 14 March 2027",
        "2 October 2026 to Sunday 14 March 2027",
        "02.10.2026 bis 14.03.2027",
        "2026-10-02 - 2027-03-14",
        "2026年10月2日～2027年3月14日",
    ],
)
def test_a_range_is_one_date(said: str) -> None:
    """Both days, what joins them, and the year that they share."""
    text = f"Salle des fêtes | {said} | Entrée libre"
    found = [(text[start:end], strength) for start, end, strength in dates_in(text)]
    assert found == [(said, FULL)]


@pytest.mark.parametrize(
    "before", ["Salle 12 | ", "Room 4. ", "Room 12, ", "12:30 ", "Lot 3 : ", "3 men and ", "3 and later "]
)
def test_a_number_that_nothing_joins_stays_outside(before: str) -> None:
    """A room, a time or a count before a date is no first day."""
    text = f"{before}15 March 2026"
    assert [text[start:end] for start, end, _ in dates_in(text)] == ["15 March 2026"]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Bulletin 2 - 28/09/2026", "28/09/2026"),
        ("n°2 / 28 septembre 2026", "28 septembre 2026"),
        ("2.9.3 – 20 November 2026", "20 November 2026"),
        ("Portus v2.4 - 9 November 2026", "9 November 2026"),
        ("12:30 – 14 May 2026", "14 May 2026"),
        ("2.9.24 – 20 November 2026", "20 November 2026"),
        ("2.9.24 (2026-11-20)", "2026-11-20"),
        ("2.9.24, 20.11.2026", "20.11.2026"),
        ("Halle 2 / 28. September 2026", "28. September 2026"),
        ("Day 2 - 28 September 2026", "28 September 2026"),
        ("Week 2 – September 28, 2026", "September 28, 2026"),
        ("Nr. 2 - 28.09.2026", "28.09.2026"),
        ("Heft 2–28.9.2026", "28.9.2026"),
        ("J2 - 28 septembre 2026", "28 septembre 2026"),
        ("№ 2 - 28 сентября 2026", "28 сентября 2026"),
        ("# 2 - 28 September 2026", "28 September 2026"),
        ("reacties 3 en 29 augustus", "29 augustus"),
        ("comments 24 and August 28", "August 28"),
        ("Room 4, 14 and 15 March 2026", "14 and 15 March 2026"),
        ("12 min - 28 September 2026", "28 September 2026"),
    ],
)
def test_a_number_that_a_word_has_is_no_day(said: str, date: str) -> None:
    """Issues, rooms, rounds and comments are counted; the date begins behind them."""
    assert [said[start:end] for start, end, _ in dates_in(said)] == [date]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("du ", "14 - 16/03/2026"),
        ("vom ", "14 – 16. März 2026"),
        ("from ", "14 to 16 March 2026"),
        ("sábado ", "14 y 15 de marzo de 2026"),
        ("Konzert ", "14. und 15. März 2026"),
        ("Festival ", "14–16 August 2026"),
        ("Exposition ", "28 février au 3 mars 2026"),
        ("Date: ", "14 and 15 March 2026"),
    ],
)
def test_a_word_may_stand_before_a_first_day(before: str, said: str) -> None:
    """One that opens dates or names the day, or any where the number shows that it is a day."""
    text = before + said
    assert [text[start:end] for start, end, _ in dates_in(text)] == [said]


def test_two_dates_that_a_comma_parts_are_two() -> None:
    """Only days of one list are joined by it."""
    text = "12 May, 15 May 2026"
    assert [text[start:end] for start, end, _ in dates_in(text)] == ["12 May", "15 May 2026"]


@pytest.mark.parametrize(
    ("first", "joint", "last"), [("sam. 7", " et ", "dim. 8 mars 2026"), ("Feb 28", " – ", "Mar 2, 2026")]
)
@pytest.mark.parametrize("parted", [False, True])
def test_an_entry_has_the_whole_range(first: str, joint: str, last: str, parted: bool) -> None:
    """In one text, or in two elements of one box."""
    said = f"<b>{first}</b>{joint}<b>{last}</b>" if parted else first + joint + last
    rows = "".join(
        f"<li><a href=/n/{n}>The harbour choir sings for the {n}. time</a> <span class=when>{said}</span></li>"
        for n in range(6)
    )
    [kept] = chosen(induce(f"<h1>News</h1><ul>{rows}</ul>", "https://portus.example/news/"))
    days = first.removeprefix("sam. ") + joint + last
    assert [entry.date for entry in kept.entries] == [days] * 6


def shown(*days: str) -> list[str]:
    """What the entries of a museum's page have as their date."""
    cards = (
        f"<div class=card><h2><a href=/shows/{n}>{title}</a></h2><p>{day}</p></div>"
        for n, (title, day) in enumerate(zip(SHOWS, days, strict=True))
    )
    page = f"<html lang=en><body><main><h1>Exhibitions</h1>{''.join(cards)}</main></body></html>"
    return [entry.date for entry in chosen(induce(page, "https://museum.example/shows/"))[0].entries]


SHOWS = ["Salt, a taste of power", "Ship portraits in oil", "The sea in glass", "Drawn from the deep"]
LONG = [
    "2 October 2026 – 14 March 2027",
    "14 November 2026 – 31 January 2027",
    "5 September 2026 – 10 January 2027",
]


@pytest.mark.parametrize("last", ["6 February – 30 May 2027", "until 30 May 2027", "6 February 2027"])
def test_one_entry_with_one_day_leaves_the_first_days_to_the_others(last: str) -> None:
    """A last day stands where that entry's only one does, and was taken for the date of all."""
    assert shown(*LONG, last) == [*LONG, last.removeprefix("until ")]


def test_labelled_days_are_no_range() -> None:
    """A dash before the day of a change joins nothing."""
    both = [f"Posted {n + 3} May 2026 – updated 4 June 2026" for n in range(4)]
    assert shown(*both) == [f"{n + 3} May 2026" for n in range(4)]


def test_the_dash_of_a_lists_item_joins_nothing() -> None:
    """Lines that each begin with a dash and a day are days, a dash alone between two is a range's."""
    assert len(dates_in("- 2026-11-20\n- 2026-11-18\n- 2026-11-12")) == 3
    assert len(dates_in("20 November 2026\n–\n18 December 2026")) == 1


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        ("05.11.26 – 20.12.2026", ["05.11.26", "20.12.2026"]),
        ("5.11.26 – 20.12.2026", ["5.11.26", "20.12.2026"]),
        ("5.12.26 - 20.1.2027", ["5.12.26", "20.1.2027"]),
        ("05.11.26, 20.12.2026", ["05.11.26", "20.12.2026"]),
        ("05.11.26 (2026-12-20)", ["05.11.26", "2026-12-20"]),
        ("12.11.26 – 20 December 2026", ["12.11.26", "20 December 2026"]),
        ("05.11.24 – 20.12.2026", ["20.12.2026"]),
        ("5.11.26 – 2026-12-20", ["2026-12-20"]),
    ],
)
def test_a_short_day_before_a_whole_one_is_no_version(said: str, dates: list[str]) -> None:
    """Written as the other is, or in full pairs, and of its year or of the one before: the last day was the date of all."""
    assert [said[start:end] for start, end, _ in dates_in(said)] == dates
