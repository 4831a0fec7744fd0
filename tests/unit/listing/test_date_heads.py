"""Dates above entries: what one heading of a build says holds down to the next of that build, whatever that one says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scraper.listing.dates.day_headings import day_headings
from scraper.listing.induce import chosen, induce
from scraper.listing.markup.tree import parse
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/news/"
DAYS = ("20 November 2026", "15 November 2026", "7 November 2026", "31 October 2026")


def dates(body: str) -> list[str]:
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{body}</main></body></html>", URL))
    return [entry.date for one in kept for entry in one.entries]


def rows(day: int, tag: str = "li") -> str:
    return "".join(
        f"<{tag}><a href=/n/{number}.html>{TITLES[number]}</a></{tag}>"
        for number in range(3 * day, 3 * day + 3)
    )


def under(heads: list[str], tag: str = "h3") -> str:
    return "".join(f"<{tag}>{head}</{tag}><ul>{rows(at)}</ul>" for at, head in enumerate(heads))


def thrice(*said: str) -> list[str]:
    return [date for date in said for _ in range(3)]


@pytest.mark.parametrize(
    "wording",
    [
        "{day}", "{day} ({n} items)", "{day}, 3 items", "Sitting of {day}", "{day} – plenary", "Friday, {day} ({n} items)",
        "{place} {day}", "{day} {place}",
    ],
)  # fmt: skip
def test_a_day_is_read_in_all_headings_of_a_build(wording: str) -> None:
    """However much stands beside it in one of them."""
    places = ("Board", "Committee for quays, basins and locks", "Board", "Council")
    heads = [wording.format(day=day, n=at * 7 + 2, place=places[at]) for at, day in enumerate(DAYS)]
    assert dates(under(heads)) == thrice(*DAYS)


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_a_heading_without_a_day_ends_the_day_above(tag: str) -> None:
    """What stands below "Other news" is of no day."""
    assert dates(under([DAYS[0], DAYS[1], "Other news"], tag)) == thrice(DAYS[0], DAYS[1], "")


def test_one_day_holds_down_to_the_next_heading() -> None:
    """Of one heading with a day and two without only the first says a date."""
    assert dates(under([DAYS[0], "Undated notices", "Archive"], "h2")) == thrice(DAYS[0], "", "")


def test_a_higher_heading_ends_the_day() -> None:
    """A new part of the page begins."""
    body = under(list(DAYS[:2])) + f"<h2>Standing notices</h2><ul>{rows(2)}</ul>"
    assert dates(body) == thrice(DAYS[0], DAYS[1], "")


def test_a_heading_right_below_a_day_is_a_part_of_it() -> None:
    """Sections of a day do not end it."""
    body = "".join(
        f"<h3>{DAYS[day]}</h3><h3>Council</h3><ul>{rows(2 * day)}</ul><h3>Harbour</h3><ul>{rows(2 * day + 1)}</ul>"
        for day in range(2)
    )
    assert dates(body) == thrice(DAYS[0], DAYS[0], DAYS[1], DAYS[1])


def table(heads: list[str]) -> str:
    body = "".join(
        f"<tr><th colspan=2>{head}</th></tr>"
        + "".join(
            f"<tr><td>{number + 1}</td><td><a href=/n/{number}.html>{TITLES[number]}</a></td></tr>"
            for number in range(3 * at, 3 * at + 3)
        )
        for at, head in enumerate(heads)
    )
    return f"<table>{body}</table>"


def terms(heads: list[str]) -> str:
    return "<dl>" + "".join(f"<dt>{head}</dt>{rows(at, 'dd')}" for at, head in enumerate(heads)) + "</dl>"


def boxes(heads: list[str]) -> str:
    body = "".join(
        f"<div class=day>{head}</div>" + rows(at, "div class=item").replace("</div class=item>", "</div>")
        for at, head in enumerate(heads)
    )
    return f"<div class=feed>{body}</div>"


@pytest.mark.parametrize("build", [table, terms, boxes])
def test_rows_terms_and_boxes_are_headings_too(build: Callable[[list[str]], str]) -> None:
    """A long remark beside one day, none beside the next, no day in the last."""
    heads = [f"Board {DAYS[0]}", f"Committee for quays, basins and locks {DAYS[1]}", DAYS[2]]
    assert dates(build(heads)) == thrice(*DAYS[:3])
    assert dates(build([DAYS[0], DAYS[1], "Standing notices"])) == thrice(DAYS[0], DAYS[1], "")


def test_first_and_last_day_of_an_archive_are_no_dates_of_entries() -> None:
    """Of dates that follow one another without an entry between them none but the last could hold, and one alone does not."""
    told = "<p><b>First:</b> <i>2 May 2026</i><br><b>Last:</b> <i>31 May 2026</i></p>"
    assert dates(told + f"<ul>{rows(0)}{rows(1)}</ul>") == [""] * 6


def test_each_heading_may_be_a_sentence_with_its_day() -> None:
    """Where every heading of a level that stands over entries tells a day of its own, its words may be the longer part."""
    heads = [f"Acts that the harbour board adopted at its ordinary sitting of {day}" for day in DAYS]
    assert dates(under(heads)) == thrice(*DAYS)
    assert dates(under(heads, "p")) == thrice(*DAYS)
    heads[2] = "Acts that the harbour board adopted at its ordinary sitting, undated"
    assert dates(under(heads)) == [""] * 12


def test_a_day_below_all_entries_takes_no_days_away() -> None:
    """The last day's entries have been taken down; its heading stays, and the others head theirs."""
    heads = [f"Acts that the harbour board adopted at its ordinary sitting of {day}" for day in DAYS]
    empty = "<h3>Acts that the harbour board adopted at its ordinary sitting of 1 July 2025</h3><ul></ul>"
    assert dates(under(heads, "h3") + empty) == thrice(*DAYS)


@pytest.mark.parametrize(
    ("heading", "date"),
    [
        ("New submissions for Friday, 20 November 2026 (showing 12 of 90)", "20 November 2026"),
        ("Sitting of 20 November 2026, open", "20 November 2026"),
        ("What the harbour board wants to have done before 20 November 2026 comes", ""),
        ("From Friday, 20 November 2026 until Sunday, 22 November 2026", ""),
    ],
)
def test_the_only_heading_may_have_words_around_its_day(heading: str, date: str) -> None:
    """It dates the list beside it where half of it is the day, or the day's weekday stands there, too."""
    assert dates(f"<h2>{heading}</h2><ul>{rows(0)}{rows(1)}{rows(2)}</ul>") == [date] * 9


def test_a_day_among_words_dates_no_list_that_another_heading_parts() -> None:
    """Within the list it dates all where it is the only heading; what stands below the other may be of any day."""
    head, other = "<h3>New submissions for Friday, 20 November 2026 (showing 12 of 90)</h3>", "<h3>Notes</h3>"
    assert dates(f"<dl>{head}{rows(0, 'dd')}{rows(1, 'dd')}</dl>") == ["20 November 2026"] * 6
    assert dates(f"<dl>{head}{rows(0, 'dd')}{other}{rows(1, 'dd')}</dl>") == [""] * 6


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>Next sitting: Friday, 20 November 2026</h2>",
        "<h2>Next sitting – Friday, 20 November 2026</h2>",
        "<h2>Last change: 20 November 2026</h2>",
        "<h2>Next sitting on Friday, 20 November 2026</h2><p>It begins at six in the evening in the old weigh house.</p>",
    ],
)
def test_a_heading_of_something_else_dates_no_list(heading: str) -> None:
    """A day behind a colon or a dash says when something else is, and so does a heading with a paragraph of its own."""
    assert dates(f"{heading}<ul>{rows(0)}{rows(1)}{rows(2)}</ul>") == [""] * 9


def test_a_count_below_a_heading_is_no_paragraph() -> None:
    """How many entries there are may stand between the day and its list."""
    heading = "<h2>New submissions for Friday, 20 November 2026</h2><p>Showing 9 of 9 entries</p>"
    assert dates(f"{heading}<ul>{rows(0)}{rows(1)}{rows(2)}</ul>") == ["20 November 2026"] * 9


def test_a_few_entries_that_were_revised_keep_the_day_above_them() -> None:
    """Most say no day of their own; the few that do say when they were changed."""
    body = under(list(DAYS)).replace("</a>", " (revised 3 December 2026)</a>", 1)
    assert dates(body) == thrice(*DAYS)


def test_entries_with_days_of_their_own_keep_them() -> None:
    """Where a fourth of them has one, they are no revisions."""
    body = under(list(DAYS)).replace("</a>", "</a> (3 December 2026)", 3)
    assert dates(body) != thrice(*DAYS)


@pytest.mark.parametrize(
    ("caption", "date"),
    [
        ("Applications received, as of 20 November 2026", ""),
        ("<b>20 November 2026</b>", "20 November 2026"),
        ("All cases since the new rules of the board came into force on 20 November 2026", ""),
        ("Last change: 20 November 2026", ""),
        ("Cases from 3 November 2026 to 20 November 2026", ""),
    ],
)
def test_a_caption_dates_its_table(caption: str, date: str) -> None:
    """With words around the day it may tell how fresh the table is."""
    body = "".join(
        f"<tr><td><a href=/n/{n}.html>{title}</a></td><td>12-0{n}</td></tr>" for n, title in enumerate(TITLES)
    )
    assert dates(f"<table><caption>{caption}</caption>{body}</table>") == [date] * len(TITLES)


def test_each_table_has_its_caption() -> None:
    """Two of them may be of one day: rulings and orders."""
    captions = ("Rulings of 20 November 2026", "Orders of 20 November 2026", "Rulings of 7 November 2026")
    body = "".join(
        f"<table><caption>{caption}</caption>{rows(at, 'tr').replace('<a', '<td><a')}</table><p></p>"
        for at, caption in enumerate(captions)
    )
    assert dates(body) == thrice("20 November 2026", "20 November 2026", "7 November 2026")


@pytest.mark.parametrize("line", ["{day}", "Friday, {day}", "Published on {day} (6 of 40)"])
def test_rows_that_tell_the_hour_are_of_the_day_in_the_line_above_them(line: str) -> None:
    """Who says the hour alone has said the day before, in a heading or not."""
    table = "".join(
        f"<tr><td>{17 - number}:30</td><td><a href=/n/{number}.html>{TITLES[number]}</a></td></tr>"
        for number in range(6)
    )
    told = dates(f"<div>{line.format(day=DAYS[0])}</div><table>{table}</table>")
    assert told == [DAYS[0]] * 6


@pytest.mark.parametrize("line", ["Next meeting: {}", "Next meeting {}", "Deadline {}", "Last updated {}"])
def test_a_day_of_something_else_is_not_that_of_the_hours_below_it(line: str) -> None:
    """A line that announces a meeting dates the meeting."""
    table = "".join(
        f"<tr><td>{17 - number}:30</td><td><a href=/n/{number}.html>{TITLES[number]}</a></td></tr>"
        for number in range(6)
    )
    told = dates(f"<div>{line.format(DAYS[0])}</div><table>{table}</table>")
    assert told == [f"{17 - number}:30" for number in range(6)]


@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_titles_that_are_headings_of_the_same_level_are_no_headings_over_records(tag: str) -> None:
    """Each heading over records tells a day among many words, and the records' own headings tell none."""
    body = "".join(
        f"<{tag}>Acts of the sitting of {day} in the old hall of the lower town</{tag}><ul>"
        + rows(at).replace("<li>", f"<li><{tag}>").replace("</li>", f"</{tag}></li>")
        + "</ul>"
        for at, day in enumerate(DAYS)
    )
    assert dates(body) == thrice(*DAYS)


def test_terms_that_are_short_days_are_as_much_entries_as_long_ones() -> None:
    """`May 6` has five characters, `December 24` eleven: both head an entry, below two years."""
    below = {"2026": ("May 6", "May 2", "January 24"), "2025": ("December 24", "July 3")}
    titles, body = iter(TITLES), ""
    for year, told in below.items():
        items = "".join(
            f"<dt>{day}</dt><dd><a href=/n/{day[-2:]}{year}>{next(titles)}</a></dd>" for day in told
        )
        body += f"<section><h2>{year}</h2><dl>{items}</dl></section>"
    page = f"<html lang=en><body><main><h1>News</h1>{body}</main></body></html>"
    found = [(row.title, row.date) for one in chosen(induce(page, URL)) for row in one.entries]
    wanted = [f"{day} {year}" for year, told in below.items() for day in told]
    assert found == list(zip(TITLES, wanted, strict=False))


@pytest.mark.parametrize(
    "said",
    [
        "* * *",
        "Papers that were handed in after noon are dealt with on the day, but their numbers follow those of all others, as the"
        " rules of the board have it.",
    ],
)
def test_marks_and_paragraphs_made_as_a_day_is_end_none(said: str) -> None:
    """A heading says a few words."""
    assert dates(under([DAYS[0], said, DAYS[1], DAYS[2]], "p")) == thrice(DAYS[0], DAYS[0], DAYS[1], DAYS[2])


@pytest.mark.parametrize(("head", "of_day"), [("12 May 2026", True), ("12 May", False), ("May 2026", False)])
def test_a_heading_of_a_day_tells_its_year(head: str, of_day: bool) -> None:
    """Without one it may be a birthday's, a market's or a saint's."""
    tree = parse(f"<main><h1>News</h1><h2>{head}</h2><ul>{rows(0)}</ul></main>", URL)
    assert bool(day_headings(tree)) == of_day


def test_days_with_different_labels_tell_of_the_whole_list() -> None:
    """An archive of mail says when its month starts and ends, and of no message when it was sent: all of them were of the first day."""
    span = "<p><b>Starting:</b> <i>Fri May 1 08:12:11 UTC 2026</i><br><b>Ending:</b> <i>Sat May 30 19:40:02 UTC 2026</i><p>"
    last = (
        "<p><b>Last message:</b> <i>Sat May 30 19:40:02 UTC 2026</i><br><b>Archived on:</b> <i>Sun May 31 01:00:05 UTC 2026</i>"
        "<p><ul><li><b>Sorted by:</b> <a href=thread.html>[ thread ]</a> <a href=author.html>[ author ]</a></ul>"
    )
    assert dates(f"{span}<ul>{rows(0)}{rows(1)}</ul>{last}") == [""] * 6
