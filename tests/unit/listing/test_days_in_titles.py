"""A day in a title's link goes with what its element says beside it; what the author wrote in brackets stays whole."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/news/"


def read(link: str, titles: tuple[str, ...] = TITLES[:6], heading: str = "h3") -> list[tuple[str, str]]:
    """Titles and days of six entries: `{title}`, and `{n}` that makes days from 10 on."""
    rows = "".join(
        f"<div><{heading}><a href=/news/{n}>{link.format(title=title, n=10 + n)}</a></{heading}><p>{text}</p></div>"
        for n, (title, text) in enumerate(zip(titles, TEXTS, strict=False))
    )
    [kept] = chosen(induce(f"<html><title>News</title><main><h1>News</h1>{rows}</main></html>", URL))
    return [(entry.title, entry.date) for entry in kept.entries]


DAYS = [
    "{n}.04.2026 г.", "{n} апреля 2026 г.", "{n} апреля 2026 года", "{n} kwietnia 2026 r.", "{n}. travnja 2026.", "2026. április {n}.",
    "2026. 4. {n}.", "2026 m. balandžio {n} d.", "Ngày {n}/04/2026", "2026年4月{n}日(火)", "2026.4.{n}更新", "发布时间：2026-04-{n}",
    "den {n} april 2026", "Le {n}/04/2026", "am {n}. April 2026", "{n}.04.2026 18:30 Uhr", "April {n}, 2026 1:30 PM EDT", "Di., {n}.04.2026",
    "{n} ربيع الآخر 1447 هـ", "{n}η Απριλίου 2026", "{n}.04.26", "{n}.04. - 29.04.",
]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("link", ["{title} <span>DAY</span>", "<span>DAY</span> {title}"])
def test_what_stands_beside_the_day_goes_with_it(link: str, day: str) -> None:
    """A weekday, the word for a year, the point of an order, the zone of an hour: whether or not a table has the word."""
    rows = read(link.replace("DAY", day))
    assert [title for title, _ in rows] == list(TITLES[:6])
    assert all(date for _, date in rows)


@pytest.mark.parametrize(
    "link",
    [
        "{title}, <b>Minutes of {n} April 2026</b>",
        "{title} of {n} April 2026",
        "{title} <b>No. {n}, {n} April 2026</b>",
        "<b>Bulletin {n} April 2026</b> {title}",
    ],
)
def test_other_words_beside_a_day_are_the_titles(link: str) -> None:
    """A kind, a number: longer than a word of dates, or another one in each."""
    rows = read(link)
    assert all(str(10 + n) in title and "April" in title for n, (title, _) in enumerate(rows))


BRACKETED = (
    "Youth committee (cancelled)", "Hearing on the mole (room 2)", "The ferry “Gull” (new)", "Стратегия «Поток»", "«Gull» sails again", "Call (closed)",
)  # fmt: skip


@pytest.mark.parametrize("link", ["{title} <span>{n}.04.2026</span>", "<span>{n}.04.2026</span> {title}"])
def test_brackets_of_a_title_stay_paired(link: str) -> None:
    """A mark at its end is taken off only where nothing in the title opens it."""
    assert [title for title, _ in read(link, BRACKETED)] == list(BRACKETED)


@pytest.mark.parametrize("link", ["{title} (<span>{n}.04.2026</span>)", "[<span>{n}.04.2026</span>] {title}"])
def test_brackets_around_the_day_go(link: str) -> None:
    """They are the day's."""
    assert [title for title, _ in read(link)] == list(TITLES[:6])


def test_versions_in_headings_stay_titles() -> None:
    """Three numbers that are all that a heading says, in two digits each, too."""
    rows = [title for title, _ in read("{title}", tuple(f"2{n}.04.1{n}" for n in range(6)))]
    assert rows == [f"2{n}.04.1{n}" for n in range(6)]


def teasers(front: str) -> list[str]:
    """Of six entries: `{n}` makes days from 10 on, the text follows."""
    rows = "".join(
        f"<div><h3><a href=/news/{n}>{title}</a></h3><p>{front.format(n=10 + n)}{text}</p></div>"
        for n, (title, text) in enumerate(zip(TITLES[:6], TEXTS, strict=False))
    )
    [kept] = chosen(induce(f"<html><title>News</title><main><h1>News</h1>{rows}</main></html>", URL))
    return [entry.excerpt for entry in kept.entries]


FRONTS = [
    "{n}.04.2026 г. – ", "{n} апреля 2026 г. – ", "{n} kwietnia 2026 r. – ", "den {n} april 2026 – ", "Le {n} avril 2026 – ", "Ngày {n}/04/2026 – ",
    "2026 m. balandžio {n} d. – ", "April {n}, 2026 1:30 PM EDT – ", "{n}. April 2026 – ",
]  # fmt: skip


@pytest.mark.parametrize("front", FRONTS)
def test_a_day_before_a_teaser_goes_with_its_words(front: str) -> None:
    """What the title's day takes along the teaser's does, too."""
    assert teasers(front) == list(TEXTS[:6])


@pytest.mark.parametrize(
    "front",
    [
        "Bonn, {n}.04.2026 – ",
        "{n}.04.2026 Bonn – ",
        "{n}.04.2026 BONN – ",
        "{n}.04.2026 서울 – ",
        "No {n}.04.2026 – ",
    ],
)
def test_a_dateline_stays_whole(front: str) -> None:
    """A place that all texts name is no word of dates, however short."""
    assert teasers(front) == [front.format(n=10 + n) + text for n, text in enumerate(TEXTS[:6])]


@pytest.mark.parametrize(
    "ages",
    [
        ("2 hours ago", "31 hours ago", "3 days ago", "2 weeks ago", "6 weeks ago", "2 months ago"),
        ("vor 2 Stunden", "gestern", "vor 3 Tagen", "vor 2 Wochen", "vor 6 Wochen", "vor 2 Monaten"),
    ],
    ids=["en", "de"],
)
def test_an_age_before_a_title_is_none_of_it(ages: tuple[str, ...]) -> None:
    """A log of changes says how old each is in the link, and its day below."""
    rows = "".join(
        f"<div><a href=/c/{n}><span class=age>{age}</span>{title}</a></div><div>Wren <i>{20 - n} Nov 2026 08:10:00</i></div>"
        f"<div>{text}</div>"
        for n, (age, title, text) in enumerate(zip(ages, TITLES, TEXTS, strict=False))
    )
    [kept] = chosen(induce(f"<html><title>Log</title><body><h1>Log</h1>{rows}</body></html>", URL))
    assert [entry.title for entry in kept.entries] == list(TITLES[:6])
    assert [entry.date[:11] for entry in kept.entries] == [f"{20 - n} Nov 2026" for n in range(6)]
