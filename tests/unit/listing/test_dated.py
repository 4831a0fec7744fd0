"""Where dates stand in a text, in any language; what looks like one and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.listing.dates.dated import (
    FULL,
    PARTIAL,
    date_in_file,
    dates_in,
    day_in_address,
    machine_dates,
    spots,
)
from scraper.listing.dates.periods_alone import period_alone
from scraper.listing.markup.tree import parse
from scraper.listing.words import date_words

FULL_DATES = [
    "28.04.2026", "28.04.26", "04/28/2026", "2026-04-28", "2026/04/28", "2026.4.28", "28 avril 2026", "28 de abril de 2026",
    "28. April 2026", "April 28, 2026", "28 апреля 2026", "28 kwietnia 2026", "28 Απριλίου 2026", "2026年4月28日", "2026년 4월 28일",
    "28 أبريل 2026", "٢٨ أبريل ٢٠٢٦", "28 nisan 2026", "2026. április 28", "28 เมษายน 2569", "২৮ এপ্রিল ২০২৬", "1er mars 2026",
    "August 21st, 2026", "12.–14.03.26", "28 апр. 2026", "31.02.26",
    "令和8年4月28日", "民國115年4月28日", "115-04-28", "28 IV 2026", "2026.IV.28", "2026. gada 28. aprīlis", "28-Apr-26",
    "28 Apr '26", "28 tháng 4 năm 2026", "28 Tháng 4, 2026", "2026_04_28",
    "5 december 2026", "5 dicembre 2026", "5. desember 2026", "5 dez 2026", "12 de diciembre de 2026", "5 ta’ Diċembru 2026",
    "28 באפריל 2026", "28 نيسان 2026", "5 كانون الأول 2026", "28 أفريل 2026", "3 دجنبر 2026", "28 اپریل، 2026",
    "۲۹ آبان ۱۴۰۵", "10 جمادى الآخرة 1448", "१५ कार्तिक २०८३", "03\u200f/12\u200f/2026", "2026 ж. 28 сәуір",
    "28 เมษายน ค.ศ. 2026", "24/9 2026", "24/9-2026", "24/9-26", "24.9 2026", "28 آب 2026", "٢٨ آب، ٢٠٢٦",
    "2026(e)ko irailaren 24", "2026(e)ko ira. 24", "2026ko apirilaren 3",
    "4 FEVRIER 2026", "15 aout 2026", "5 de marco de 2026", "3 SUBAT 2026", "5 pazdziernika 2026", "28 ΑΠΡΙΛΙΟΥ 2026",
    "12 اكتوبر 2026",
    "11月 27, 2026", "27 11月, 2026", "11 月 27, 2026", "27 11 月, 2026", "十一月 27, 2026", "27 十月 2026", "11월 27, 2026", "27 11월, 2026",
    "Tháng 11 27, 2026", "Th11 27, 2026", "27 Th10, 2026", "Tháng Mười Một 27, 2026", "27 Tháng Mười Một, 2026", "27 tháng tư 2026",
    "Apr 28 07:05:31 2026", "Apr 28 07:05:31 CEST 2026", "Apr 28 07:05:31 AM UTC 2026", "28. Apr 07:05:31 +0200 2026",
]  # fmt: skip
NO_DATES = [
    "v1.2.14",
    "04.90.12.33.44",
    "10.0.0.1",
    "9 600",
    "page 12 of 40",
    "ISO 9001",
    "50/50",
    "32.13.2026",
    "Tom 3",
    "1.5.2",
    "115.04.28.1",
    "Volume XII 300",
    "3 IV",
    "12 og 13",
    "3 mehr",
    "Version 2.4 2026",
    "3 月 2026",
    "11月 27件, 2026",
    "The 27, 2026",
    "12.11.4500",
    "4500-11-12",
    "Tel. 12/3-45 67",
    "round 2/3-26/27",
    "25/13 2026",
    "2 Marco",
    "12 Julius",
    "Marta 3",
]


@pytest.mark.parametrize("text", FULL_DATES)
def test_a_whole_date_is_seen_whole(text: str) -> None:
    """Every notation is one spot, from its first to its last character."""
    [(start, end, strength)] = dates_in(f"| {text} |")
    assert (f"| {text} |"[start:end].strip(" |"), strength) == (text, FULL)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    """Versions, telephone numbers, addresses and counts are no dates."""
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("name", "dated"),
    [
        ("date", True),
        ("post-date", True),
        ("day", True),
        ("score", False),
        ("candidate", False),
        ("last-update", False),
    ],
)
def test_a_page_of_one_day_tells_it_in_what_is_called_a_date(name: str, dated: bool) -> None:
    """A board's newest page has posts of today alone; elsewhere `7/12` may be a score."""
    rows = "".join(f"<div><a href=/{n}>Post {n}</a><div class={name}> 7/12</div></div>" for n in range(4))
    assert [spot.text for spot in spots(parse(rows, "https://board.example/"))] == ["7/12"] * 4 * dated


def test_a_day_is_none_of_the_next_line_s_month() -> None:
    """Of `January 10`, `January 24` and `February 14` in cells side by side the first two were 10 January 2024."""
    text = "January 10\nJanuary 24\nFebruary 14"
    assert [text[start:end] for start, end, _ in dates_in(text)] == text.split("\n")
    parted = "10\nJanuary 24"
    assert dates_in(parted) == [(0, len(parted), FULL)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("mar. 27 oct.", "27 oct."), ("mar 27 ott", "27 ott"), ("mar 3 mar", "3 mar"), ("mar.\n27\noct.", "27\noct."),
        ("mar. 27", "mar. 27"), ("Mar 27 at noon", "Mar 27"),
    ],
)  # fmt: skip
def test_a_word_for_a_weekday_and_a_month_is_the_weekday_before_another_month(text: str, date: str) -> None:
    """`mar.` is Tuesday and March in French, Spanish, Italian: a reading on Tuesday, 27 October was told for 27 March."""
    assert [text[start:end] for start, end, _ in dates_in(text)] == [date]


def test_a_day_without_a_year_is_half_a_date() -> None:
    """Such a spot counts for less."""
    assert [strength for *_, strength in dates_in("28 avril")] == [PARTIAL]
    assert [strength for *_, strength in dates_in("ΔΕΥΤΕΡΑ 27 ΑΠΡΙΛΙΟΥ")] == [PARTIAL]


def test_the_year_behind_an_hour_is_one_only_where_a_program_wrote_both() -> None:
    """An hour without seconds ends a date, and what begins with a year is the film; of two years the first is the date's."""
    for text, date, strength in (
        ("28 April 19:30 2046, a film", "28 April 19:30", PARTIAL),
        ("28 April 2026 07:05:31 2026 budget", "28 April 2026 07:05:31", FULL),
    ):
        assert [(text[start:end], kind) for start, end, kind in dates_in(text)] == [(date, strength)]


def test_a_date_over_two_boxes() -> None:
    """A day and a month set apart are one spot when they fill their box, and none when a sentence follows."""
    assert [spot.text for spot in spots(parse("<div><b>28</b><i>Apr</i></div>", ""))] == ["28 Apr"]
    assert spots(parse("<p>Room 28</p><p>May contain nuts and other things that people like</p>", "")) == []


def test_a_year_at_the_end_of_a_line_may_have_two_digits() -> None:
    """Thai years do; a count that follows on the next line does not belong to the date."""
    text = "28 เม.ย. 69\n12"
    assert [text[start:end] for start, end, _ in dates_in(text)] == ["28 เม.ย. 69"]


def test_a_number_at_the_end_of_a_title_does_not_hide_the_date_below() -> None:
    """The year that ends a headline and the day below it are not read as one."""
    found = spots(parse("<h2>Compared with March 2014.</h2><div>17.04.2015 10:49</div>", ""))
    assert [spot.text for spot in found] == ["17.04.2015 10:49"]


@pytest.mark.parametrize("text", ["发布时间2026-04-28", "minutes_04-28-2026", "Minutes04-28-2026"])
def test_a_date_may_touch_a_word(text: str) -> None:
    """Where words are not parted by spaces, behind an underscore, and in file names."""
    assert [strength for *_, strength in dates_in(text)] == [FULL]


def days_of(*texts: str) -> list[str]:
    page = "".join(
        f"<li><a href=/{at}>An entry</a> <span>{text}</span></li>" for at, text in enumerate(texts)
    )
    return [spot.text for spot in spots(parse(f"<ul>{page}</ul>", ""))]


@pytest.mark.parametrize(
    "texts",
    [
        ("04-28", "04-21", "03-30"),
        ("[04-28]", "[04-21]", "[03-30]"),
        ("28/04", "21/04", "30/03"),
        ("28.04.", "21.04.", "30.03."),
        ("20260428", "20260421", "20260330"),
    ],
)
def test_days_in_digits_only(texts: tuple[str, ...]) -> None:
    """Two numbers are days where a page has several of one notation, each alone in its element."""
    assert days_of(*texts) == list(texts)


@pytest.mark.parametrize(
    "texts",
    [("04-28", "04-21"), ("3-1", "2-2", "0-4"), ("28/04", "04/28", "30/03"), ("8/10", "9/10"), ("18.30", "19.15", "20.00")],
)  # fmt: skip
def test_pairs_of_numbers_that_are_no_days(texts: tuple[str, ...]) -> None:
    """Too few, results of matches, no common order, ratings, hours."""
    assert days_of(*texts) == []


def test_attributes_that_are_a_date_whole() -> None:
    """A table's sort key or a script's attribute dates an entry; a picture's address or a class does not."""
    tree = parse(
        "<td data-order=2026-04-28>x</td><span title='2026-04-27 10:00'>y</span><div class=2026-04-26>z</div>"
        "<p data-src=/2026-04-25.jpg>q</p>",
        "",
    )
    assert set(machine_dates(tree).values()) <= {"2026-04-28", "2026-04-27 10:00"}
    assert "2026-04-27 10:00" in machine_dates(tree).values()


def test_a_date_in_a_file_name() -> None:
    """As written, so that the list decides its order."""
    assert date_in_file("/docs/minutes-04-28-2026.pdf") == "04-28-2026"
    assert date_in_file("/docs/April-28-2026-Minutes.pdf?v=2") == "April 28-2026"
    assert date_in_file("/docs/2026/minutes-7.pdf") == ""


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026",
            "Aprile 2026",
            "april",
            "04/2026",
            "2026年4月",
            "Mai de 2026",
            "2026년 4월",
            "4월 2026",
            "2026년",
        ),
        *("2026 m. balandis", "2026. gada aprīlis", "2026 ж. сәуір", "2026(e)ko apirila", "04.2026 г."),
        *("เมษายน 2569", "فروردین ۱۴۰۵", "২০২৬ এপ্রিল"),
    ],
)
def test_what_archives_are_divided_by(text: str) -> None:
    """Years and months are no names of lists."""
    assert period_alone(text)


@pytest.mark.parametrize("text", ["News", "April showers", "28 April 2026", "Press 2026", "April 40", "4월"])
def test_what_is_no_part_of_an_archive(text: str) -> None:
    """A word beside the month, or a day, makes it something else."""
    assert not period_alone(text)


def test_machine_readable_dates() -> None:
    """time, abbr and microdata give dates; a title that is no date does not."""
    tree = parse(
        "<time datetime=2026-04-28>x</time><abbr title=2026-04-27T08:00Z>y</abbr><abbr title=Doctor>Dr</abbr>"
        "<span itemprop=datePublished content=2026-04-26></span>",
        "",
    )
    assert sorted(machine_dates(tree).values()) == ["2026-04-26", "2026-04-27T08:00Z", "2026-04-28"]


def test_a_day_in_an_address() -> None:
    """Path parts or packed digits are a day; a parameter and an impossible month are not."""
    assert day_in_address("/2026/04/28/otters") == "2026-04-28"
    assert day_in_address("/2026/0428/1.html") == "2026-04-28"
    assert day_in_address("/2026/13/01/x") == ""
    assert day_in_address("/x?d=2026/04/28") == ""


def test_word_tables_are_sorted_and_distinct() -> None:
    """One word a line, so a change reads as a change."""
    folder = Path(date_words.__file__).parent
    tables = [path for path in folder.glob("*.txt") if path.name != "next.txt"]  # a table of columns
    assert {"ago.txt", "months.txt"} <= {path.name for path in tables}
    for table in tables:
        lines = table.read_text(encoding="utf-8").splitlines()
        assert lines == sorted(set(lines)), table.name


@pytest.mark.parametrize(
    "text", ["Issue 11, May 2026", "Heft 11, Mai 2026", "№ 11 мая 2026", "Číslo 11. 5. 2026"]
)
def test_a_word_that_counts_stands_in_the_date_it_could_be_mistaken_for(text: str) -> None:
    """The date's reader must see that 11 is an issue's number and no day."""
    assert [text[start:end] for start, end, _ in dates_in(text)] == [text]


def test_of_two_days_in_one_text_the_first_stays_first() -> None:
    """The order is the page's, not that of the digits."""
    tree = parse("<p>3 November 2026, changed 10 January 2027</p>", "")
    assert [spot.text for spot in spots(tree)] == ["3 November 2026", "10 January 2027"]


@pytest.mark.parametrize(
    ("texts", "seen"),
    [
        (["11/20", "11/18", "11/17"], 3),
        (["(11/20 10:05)", "(11/18 9:30)", "(10/30 18:00)"], 3),
        (["20.11. 10:05", "18.11. 11:00", "17.11. 9:00"], 3),
        (["3.1", "3.2", "3.3"], 0),
    ],
)
def test_two_numbers_are_days_of_one_month_but_not_when_they_count(texts: list[str], seen: int) -> None:
    """A list of one month repeats its number; numbers of sections repeat the first and count up by one."""
    tree = parse("".join(f"<p>{text}</p>" for text in texts), "")
    assert len(spots(tree)) == seen


def test_the_year_of_one_line_begins_no_date_with_the_month_of_the_next() -> None:
    """`2026 April 18` is longer than `May 17, 2026`, and stands in two lines."""
    text = "May 17, 2026\nApril 18, 2026\nMay 3, 2026\nSeptember 1, 2025"
    assert [text[start:end] for start, end, _ in dates_in(text)] == text.split("\n")


@pytest.mark.parametrize(
    "box",
    [
        "<div class=c><span>Oct</span><span>{}</span></div><p>{}:30 pm</p>",
        "<div class=c><div>Oct</div><div>{}</div></div><div><span>{}:30 pm</span></div>",
        "<p><b>Oct</b> <b>{}</b></p><p>{}:00 - 9:00 pm</p>",
        "<div><em>{1}:30 pm</em></div><div class=c><span>{0}</span><span>Oct</span></div>",
    ],
)
def test_an_hour_beside_a_box_with_a_day_takes_nothing_from_it(box: str) -> None:
    """The next element's hour would make one date of them, were the box that holds both not a whole entry."""
    title = "<h3><a href=/e/{}>The harbour choir sings on the old quay, bring a cushion</a></h3>"
    cards = "".join(f"<article>{box.format(day, 7)}{title.format(day)}</article>" for day in (3, 17, 24))
    tree = parse(f"<html lang=en><body><main>{cards}</main></body></html>", "https://portus.example/")
    texts = [spot.text for spot in spots(tree)]
    assert [text for text in texts if "Oct" in text] in (
        ["Oct 3", "Oct 17", "Oct 24"],
        ["3 Oct", "17 Oct", "24 Oct"],
    )


@pytest.mark.parametrize(
    ("texts", "seen"),
    [
        (["20.10", "19.17", "18.24", "9.45"], ["26.11.", "25.11.", "24.11."]),
        (["20.10", "19.10", "18.10"], ["26.11.", "20.10", "25.11.", "19.10", "24.11.", "18.10"]),
    ],
)
def test_hours_written_with_a_point_are_no_days(texts: list[str], seen: list[str]) -> None:
    """`20.10` may be a day in October; beside `19.17`, in the same place, it is ten past eight."""
    days = ["26.11.", "25.11.", "24.11.", ""]
    body = "".join(
        f"<h2>{day}</h2><p><time>{text}</time> <a href=/{n}>News</a></p>"
        for n, (day, text) in enumerate(zip(days, texts, strict=False))
    )
    assert [spot.text for spot in spots(parse(f"<body>{body}", "https://board.example/"))] == seen


def test_each_date_of_a_text_keeps_its_no_break_spaces() -> None:
    """By its text a date is taken off a title or a teaser: as written there, each of several at its own place."""
    tree = parse(
        "<p>Low on 5&nbsp;May&nbsp;2026, dredged since 6 June 2026 and high on 17 July&nbsp;2026.</p>", ""
    )
    assert [spot.text for spot in spots(tree)] == [
        "5\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026",
        "6 June 2026",
        "17 July\N{NO-BREAK SPACE}2026",
    ]
