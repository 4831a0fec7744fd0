"""A date that the title of its element tells whole is the entry's, where the page shows a short form of it."""

from __future__ import annotations

import pytest

from scraper.listing.dates.titled import whole_date
from scraper.listing.entry import ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.select import select

URL = "https://harbour.example/board/"


def page(row: str) -> str:
    """Six topics; `{n}` is a number, `{d}` a day of March."""
    rows = "".join(row.format(n=n, d=f"{20 - n:02}.03.2026") for n in range(6))
    return f"<html><body><h1>Board</h1><main><ul>{rows}</ul></main></body></html>"


def dates(row: str) -> list[str]:
    """The dates of the kept list, as written."""
    [kept] = chosen(induce(page(row), URL))
    return [entry.date for entry in kept.entries]


WHOLE = [f"{20 - n:02}.03.2026 14:0{n}" for n in range(6)]
TITLE = "<h3><a href=/t/{n}>The crane at berth {n} is being painted again</a></h3>"


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Ana, <span title='{d} 14:0{n}'>{n} days ago</span></p>",
        "<p>posted <a href=/activity title='{d} 14:0{n}'>about {n} hours</a> ago by Ana</p>",
        "<p><abbr title='{d} 14:0{n}'>yesterday</abbr></p>",
        "<p><time title='{d} 14:0{n}'>2{n} mar</time></p>",
        "<p><a href=/log title='See the log at {d} 14:0{n}'>5 months ago</a></p>",
        "<p><span data-original-title='{d} 14:0{n}'>{n}d</span></p>",
    ],
)
def test_the_title_tells_the_day(shown: str) -> None:
    """Of phrases told from the visit, of days without a year, of abbreviations."""
    assert dates(f"<li>{TITLE}{shown}</li>") == WHOLE


def test_what_is_shown_whole_is_kept_as_shown() -> None:
    """The title of a whole date may be when it was changed."""
    row = f"<li>{TITLE}<p><span title='changed 01.04.2026 10:00'>{{d}}</span></p></li>"
    assert dates(row) == [moment[:10] for moment in WHOLE]


def test_a_day_without_its_year_is_no_phrase() -> None:
    """What a title says in words beside it may be another moment; of two dates none is told."""
    row = f"<li>{TITLE}<p><span title='changed 01.04.2026 10:00'>2{{n}} mar</span></p></li>"
    assert dates(row) == [f"2{n} mar" for n in range(6)]
    assert not whole_date("opened 01.04.2026, closed 05.04.2026", "5 months ago")


def test_few_short_forms_are_in_the_place_of_the_others() -> None:
    """A board shows the newest days from the visit, in a span of their own, and the last reply beside them."""
    opened = [f"<span><span title='2026-3-{9 - n}'>{n} days ago</span></span>" for n in range(3)]
    opened += [f"<span>2026-2-{20 - n}</span>" for n in range(3)]
    rows = "".join(
        f"<tr><th><a href=/t/{n}>Who has seen the key of boat house {n}</a></th><td><em>{day}</em></td>"
        f"<td><em><a href=/t/{n}#last><span title='2026-3-10 10:0{n}'>{n + 1} hours ago</span></a></em></td></tr>"
        for n, day in enumerate(opened)
    )
    [kept] = chosen(induce(f"<html><body><h1>Board</h1><table>{rows}</table></body></html>", URL))
    assert [entry.date for entry in kept.entries] == [
        "2026-3-9",
        "2026-3-8",
        "2026-3-7",
        "2026-2-20",
        "2026-2-19",
        "2026-2-18",
    ]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("4 December 2026", "4"),  # the cell of a calendar
        ("Show results 11 to 20 of 23", "2"),
        ("Notes of the meeting on 5 May 2026", "3 pages"),
        ("5 May 2026", "5 May 2026"),
        ("5 May", "yesterday"),
        ("5 May 2026", "Read the minutes"),
    ],
)
def test_other_titles_tell_no_day(said: str, shown: str) -> None:
    """A number alone, a sentence, a day without its year, a link's name."""
    assert whole_date(said, shown) == ""


def test_selectors_read_the_title_as_well() -> None:
    """A frozen list gives the same days."""
    row = f"<li>{TITLE}<p class=when><span title='{{d}} 14:0{{n}}'>{{n}} days ago</span></p></li>"
    wanted = ListSelectors("board", "li", title="h3 a", date=".when")
    assert [entry.date for entry in select(page(row), URL, [wanted])[0].entries] == WHOLE
