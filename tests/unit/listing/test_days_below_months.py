"""A day that stands below the month of its heading is a date with it; a number that counts the entries is none."""

from __future__ import annotations

import pytest

from scraper.listing.induce import induce

URL = "https://portus.example/news/"
WORDS = "crane quay pilot buoy barge dredger light wreck sluice".split()


def dates(*parts: str, head: str = "h3") -> list[str]:
    """The dates of entries between headings: what holds a year heads, anything else is the day of an entry."""
    page, entries = "", iter(WORDS)
    for part in parts:
        if "2026" in part:
            page += f"<{head}>{part}</{head}>"
            continue
        word = next(entries)
        page += (
            f"<div class=e><span class=d>{part}</span>"
            f"<h4><a href='/news/{word}'>The {word} of the old port opens again</a></h4></div>"
        )
    return [entry.date for entry in induce(f"<main><h1>News</h1>{page}</main>", URL)[0].entries]


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (("May 2026", "28", "21", "April 2026", "30", "2"), ["28 May 2026", "21 May 2026", "30 April 2026", "2 April 2026"]),
        (("mai 2026", "Do 28.", "Mi 20.", "Fr 1."), ["28 mai 2026", "20 mai 2026", "1 mai 2026"]),
        (("2026年5月", "28日", "21日", "3日"), ["2026年5月28日", "2026年5月21日", "2026年5月3日"]),
        (("05/2026", "28", "21", "3"), ["28/05/2026", "21/05/2026", "3/05/2026"]),
    ],
    ids=["two months", "days of the week", "Japanese", "digits"],
)  # fmt: skip
def test_a_day_takes_the_month_above_it(parts: tuple[str, ...], read: list[str]) -> None:
    """Day and month are told in two places, in any language."""
    assert dates(*parts) == read


@pytest.mark.parametrize("day", ["<dt>{}.</dt>", "<p>{}</p>"])
@pytest.mark.parametrize("around", ["<dl>{}</dl>", "<div>{}</div>"])
def test_a_day_may_stand_in_the_element_before_its_entry(day: str, around: str) -> None:
    """Then the entries are elements of one kind, and none of them holds its day."""
    words, page = iter(WORDS), "<h1>News</h1>"
    for month in ("May 2026", "April 2026", "March 2026"):
        entries = "".join(
            f"{day.format(number)}<dd class=e><a href='/news/{word}'>The {word} of the old port opens again</a></dd>"
            for number, word in zip((28, 21, 3), words, strict=False)
        )
        page += f"<h2>{month}</h2>{around.format(entries)}"
    read = [entry.date for entry in induce(f"<main>{page}</main>", URL)[0].entries]
    assert read == [f"{day} {month} 2026" for month in ("May", "April", "March") for day in (28, 21, 3)]


@pytest.mark.parametrize(
    "days",
    [("1", "2", "3", "4"), ("28", "3", "19", "7"), ("28 km", "21 km", "3 km"), ("41", "38", "33")],
    ids=["ranks", "any order", "lengths", "no days"],
)
def test_other_numbers_are_no_days(days: tuple[str, ...]) -> None:
    """Ranks count up by one, days of one month go one way, and a month has no more than 31."""
    assert not any(date.endswith("May 2026") and date[:1].isdigit() for date in dates("May 2026", *days))


def test_a_month_to_choose_heads_nothing() -> None:
    """Links to months are a menu."""
    page = "".join(
        f"<div class=e><span class=d>{n}</span><h4><a href='/news/{word}'>The {word} of the old port opens</a></h4></div>"
        for n, word in zip((28, 21, 9, 3), WORDS, strict=False)
    )
    found = induce(f"<main><h1>News</h1><a href='?m=5'>May 2026</a>{page}</main>", URL)
    assert [entry.date for entry in found[0].entries] == [""] * 4


def test_a_month_below_its_year_is_that_years() -> None:
    """An archive nests them: the year, in it the months, in these the days."""

    def nested(year: str) -> list[str]:
        months = (("October", (28, 21, 9)), ("September", (30, 17, 2)))
        entries = iter(WORDS)
        page = "".join(
            f"<li>{month}<ul>" + "".join(
                f"<li>{day}. <a href='/news/{word}'>The {word} of the old port opens again</a>"
                for day, word in zip(days, entries, strict=False)
            ) + "</ul>"
            for month, days in months
        )  # fmt: skip
        html = f"<main><h1>Archive</h1><ul><li>{year}<ul>{page}</ul></ul></main>"
        return [entry.date for entry in induce(html, URL)[0].entries]

    assert nested("2026") == [
        *(f"{day} October 2026" for day in (28, 21, 9)),
        *(f"{day} September 2026" for day in (30, 17, 2)),
    ]
    assert not any("2026" in date for date in nested("<a href=/2026>2026</a>"))  # a menu


@pytest.mark.parametrize("year", ["<h2>2026</h2>", "<span>2026</span><span>2025</span>", "<p>2026</p>"])
def test_a_year_that_holds_nothing_is_nobodys(year: str) -> None:
    """Of a row of tabs the last is not the one that is shown, and below a heading January may be the next year's."""
    words = iter(WORDS)
    page = "".join(
        f"<h3>{month}</h3><ul>" + "".join(
            f"<li><b>{day}</b> <a href='/news/{word}'>The {word} of the old port opens again</a></li>"
            for day, word in zip((9, 17, 28), words, strict=False)
        ) + "</ul>"
        for month in ("December", "January")
    )  # fmt: skip
    found = induce(f"<main><h1>Archive</h1>{year}{page}</main>", URL)
    assert not any("20" in entry.date for one in found for entry in one.entries)


@pytest.mark.parametrize(
    ("above", "months", "year"),
    [
        ("<h1>Notices 2026</h1>", ("March", "April"), "2026"),
        ("<h1>Bekanntmachungen 2026</h1>", ("Januar", "Februar"), "2026"),
        (
            "<h1>Notices</h1><p>2024 - <a href='#m'>March</a> - <a href='#f'>February</a></p>",
            ("February", "March"),
            "2024",
        ),
        ("<h1>Notices 2026</h1>", ("December", "January", "February"), ""),
        ("<h1>Season 2025/26</h1>", ("October", "November"), ""),
        ("<h1>Notices 2026</h1>", ("March", "February"), ""),
        ("<h1>Notices</h1>", ("February", "March"), ""),
        ("<h1>Notices</h1><ul><li>2026</li><li>2025</li></ul>", ("February", "March"), ""),
        (
            "<h1>Notices</h1><p>2026: <a href='#m'>March</a> <a href='#f'>April</a></p>"
            "<p>2025: <a href='/5#m'>March</a> <a href='/5#f'>April</a></p>",
            ("February", "March"),
            "",
        ),
    ],
    ids=["heading", "German", "months to jump to", "two years", "season", "the other way", "no year", "years to choose", "lines of years"],
)  # fmt: skip
def test_months_of_one_year_take_it_from_above(above: str, months: tuple[str, ...], year: str) -> None:
    """Without one, or where they may be of two, the days below them are numbers."""
    words = iter(WORDS)
    page = "".join(
        f"<p><strong>{month}</strong></p>" + "".join(
            f"<div class=e><span class=d>{day}</span>"
            f"<h4><a href='/news/{word}'>The {word} of the old port opens again</a></h4></div>"
            for day, word in zip(("03", "17", "17"), words, strict=False)
        )
        for month in months
    )  # fmt: skip
    told = [f"{day} {month} {year}" if year else "" for month in months for day in (3, 17, 17)]
    assert [entry.date for entry in induce(f"<body>{above}{page}</body>", URL)[0].entries] == told


def opened(
    head: str, day: str = "<span class=d>{}</span>", title: str = "<h4>{}</h4>"
) -> list[tuple[str, str]]:
    """Titles and dates of entries below two months, each with a heading of its own."""
    words, body = iter(WORDS), ""
    for month, days in (("May 2026", (28, 21)), ("April 2026", (30, 9, 2))):
        items = "".join(
            f"<li>{day.format(n)} {title.format(f'<a href=/news/{word}>The {word} of the old port opens</a>')}</li>"
            for n, word in zip(days, words, strict=False)
        )
        body += f"<div class=acc>{head.format(month)}<ul>{items}</ul></div>"
    found = induce(f"<main><h1>News</h1>{body}</main>", URL)[0].entries
    return [(entry.title, entry.date) for entry in found]


BELOW = [
    (f"The {word} of the old port opens", day)
    for word, day in zip(
        WORDS, ("28 May 2026", "21 May 2026", "30 April 2026", "9 April 2026", "2 April 2026"), strict=False
    )
]


@pytest.mark.parametrize(
    "head",
    [
        "<h2><button aria-expanded=true>{}</button></h2>",
        "<h3><a data-toggle=collapse href='#c'>{}</a></h3>",
        "<button class=accordion>{}</button>",
    ],
)
def test_a_month_that_opens_its_entries_heads_them(head: str) -> None:
    """What is pressed to open a month stands above the entries of that month, as each other does."""
    assert opened(head) == BELOW


def test_buttons_of_months_above_the_list_head_nothing() -> None:
    """Of a row of months only the last stands right above an entry."""
    row = "".join(f"<button>{month} 2026</button>" for month in ("May", "April", "March"))
    page = "".join(
        f"<div class=e><span class=d>{n}</span><h4><a href='/news/{word}'>The {word} of the old port opens</a></h4></div>"
        for n, word in zip((28, 21, 9, 3), WORDS, strict=False)
    )
    found = induce(f"<main><h1>News</h1>{row}{page}</main>", URL)
    assert [entry.date for entry in found[0].entries] == [""] * 4


@pytest.mark.parametrize("day", ["<span class=d>Thu {}</span>", "<b>{}th</b>", "<em>{}.</em>"])
def test_a_day_in_the_line_of_its_title_is_no_part_of_it(day: str) -> None:
    """`Thu 28` before a link, without a heading around the link."""
    assert opened("<h2>{}</h2>", day, "{}") == BELOW


def archive(*heads: str) -> list[str]:
    """The dates of an archive of a heading, three entries with their day, a heading and so on."""
    page = ""
    for at, head in enumerate(heads):
        page += f"<{head[:2]}>{head[2:]}</{head[:2]}>"
        if head[2:].isalpha():
            items = (
                f"<li>{28 - 9 * n} <a href='/news/{WORDS[n]}-{at}'>The {WORDS[n]} of the port, part {at}</a>"
                for n in range(3)
            )
            page += f"<ul>{''.join(items)}</ul>"
    return [entry.date for entry in induce(f"<main><h1>Archive</h1>{page}</main>", URL)[0].entries]


def test_months_of_several_years_take_the_year_of_a_higher_heading() -> None:
    """Of an archive with years over months each month returns; its year is the heading's above it."""
    read = archive("h22026", "h3February", "h3January", "h22025", "h3December", "h3February")
    assert read[::3] == ["28 February 2026", "28 January 2026", "28 December 2025", "28 February 2025"]


def test_a_year_ends_with_the_next_heading_of_its_rank() -> None:
    """Months below "Other years" are of none that the page tells."""
    assert not any(archive("h22026", "h3February", "h2Other years", "h3December", "h3February"))


def test_an_hour_beside_a_day_is_no_date() -> None:
    """A match says `Sat 28` and `15:00`; its month stands over several."""
    rows = "".join(
        f"<a href=/match/{n}><div><b>{name}</b> <b>{28 - 7 * n}</b></div><h3>Rovers v {WORDS[n].title()} Town</h3><div>15:0{n}</div></a>"
        for n, name in enumerate(("Sat", "Sat", "Sat", "Sat"))
    )
    found = induce(
        f"<main><h1>Fixtures</h1><h2>November 2026</h2>{rows}</main>", "https://rovers.example/fixtures/"
    )
    assert [entry.date for entry in found[0].entries] == [f"{28 - 7 * n} November 2026" for n in range(4)]


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("<h1>Meetings</h1><h2>November 2026</h2>", "28 November 2026"),
        ("<h1>Termine im November 2026</h1>", "28 November 2026"),
        ("<h1>Termine – November 2026</h1>", "28 November 2026"),
        ("<h1>Agenda de noviembre de 2026</h1>", "28 de noviembre de 2026"),
        ("<h1>会议日程 2026年11月</h1>", "2026年11月28日"),
        ("<h1>Minutes of 2026</h1>", ""),
    ],
)
def test_the_heading_over_a_table_tells_the_month_of_its_rows(heading: str, first: str) -> None:
    """A council's calendar: the month ends the page's heading, the day heads each row."""
    rows = "".join(
        f"<tr><td><span>Mo</span> {28 - 2 * n}</td><td><a href=/m/{n}>Board of the {word}</a></td><td>Town hall</td></tr>"
        for n, word in enumerate(WORDS[:8])
    )
    page = f"<title>Board</title><main>{heading}<table>{rows}</table></main>"
    assert induce(page, URL)[0].entries[0].date == first


def test_pages_behind_titles_are_no_days() -> None:
    """The contents of a month's issue: each article begins further on."""
    rows = "".join(
        f"<tr><td><a href=/m/{n}>What the {word} says of the tides</a></td><td>{3 + 3 * n}</td></tr>"
        for n, word in enumerate(WORDS[:8])
    )
    page = f"<title>The Quay</title><main><h1>The Quay, November 2026</h1><table>{rows}</table></main>"
    assert not any(entry.date for entry in induce(page, URL)[0].entries)


@pytest.mark.parametrize(("head", "day"), [("November 2026", "{}"), ("The Quay, November 2026", "Friday {}")])
def test_days_may_stand_behind_titles(head: str, day: str) -> None:
    """Below a heading that is a month and nothing else, or with their weekdays, they are no pages."""
    rows = "".join(
        f"<li><a href=/m/{n}>What the {word} says of the tides</a> <b>{day.format(27 - 3 * n)}</b></li>"
        for n, word in enumerate(WORDS[:8])
    )
    page = f"<title>The Quay</title><main><h1>News</h1><h3>{head}</h3><ul>{rows}</ul></main>"
    assert induce(page, URL)[0].entries[0].date == "27 November 2026"
