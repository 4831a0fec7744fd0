"""What `add` makes of a look: each line of the file is something that was seen."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.build import build, mend_batch
from pipelines.decisions import ListDecision
from scraper.site_files.proposal import (
    date_order,
    expectations,
    frozen_lists,
    languages,
    quiet_days,
)
from scraper.site_files.terms import licence_hints, robots_told
from tests.kept import START, Look, kept, page_html, two_pages
from tests.rows import entry, frame, raw, site

TODAY = date(2026, 11, 20)


def test_lists_come_with_selectors_a_person_can_read() -> None:
    """The lists of a page are found by structure and named by their classes."""
    (one,) = frozen_lists(two_pages()[0])
    assert one.selectors is not None
    assert (one.selectors.entry, one.selectors.date, one.selectors.excerpt) == (
        "div.nouvelle",
        "span.jour",
        "p.chapeau",
    )


def test_an_endpoints_answer_has_nothing_to_select() -> None:
    """JSON, and HTML inside it, gives no selectors; such a list is found anew in every run."""
    for body in (b'[{"title": "Un", "url": "/n/1"}]', b'{"html": "<li><a href=/n/1>Un</a></li>"}'):
        assert frozen_lists(kept(body)) == []


def test_languages_seen_once_in_a_while_are_expected_and_not_pinned() -> None:
    """One English item in thirty does not make an English site."""
    lines = [entry(number) for number in range(30)]
    english = {"title": "The reading room opens again after the works", "page_language": "fr-FR"}
    lines[7] = entry(
        7, **english, excerpt="Readers will find the room as they knew it, with more light and more seats."
    )
    rows = mend_batch(frame(*lines), site(languages=()))
    assert languages(rows) == ["fr"]
    assert expectations(rows, TODAY)["languages"] == ["fr", "en"]


def test_a_name_read_as_another_language_is_not_the_sites() -> None:
    """One entry of eight is none; a second language that a third of a short list is in is the site's."""
    counts = {"fr": 7, "da": 1, "und": 4}
    rows = pd.DataFrame({"language": [name for name, count in counts.items() for _ in range(count)]})
    assert languages(rows) == ["fr"]
    assert languages(pd.DataFrame({"language": ["fr"] * 6 + ["nl"] * 3})) == ["fr", "nl"]


def test_a_list_of_names_has_no_language_of_its_own() -> None:
    """Two of twelve entries that read as English decide nothing; two of two do."""
    assert languages(pd.DataFrame({"language": ["und"] * 10 + ["en"] * 2})) == []
    assert languages(pd.DataFrame({"language": ["en", "en"]})) == ["en"]


def test_bounds_leave_room_for_a_good_run() -> None:
    """Three fifths of the entries, and the dated share less a little."""
    rows = mend_batch(frame(*(entry(number) for number in range(20))), site())
    expect = expectations(rows, TODAY)
    assert (expect["rows_min"], expect["dated_min"]) == (12, 0.85)


def test_an_undated_list_expects_no_dates() -> None:
    """What was never there is no bound."""
    rows = mend_batch(frame(*(entry(number, date="") for number in range(20))), site())
    assert {"newest_days", "dated_min"}.isdisjoint(expectations(rows, TODAY))


def decided(*lines: dict[str, object]) -> list[ListDecision]:
    return list(build(raw(lines), site(), None, "one").lists.values())


def test_the_order_of_dates_is_pinned_where_the_list_decides_it() -> None:
    """Days above twelve settle a list; one impossible date does not unsettle it."""
    lines = [entry(number) for number in range(20)]
    assert date_order(decided(*lines)) == "dmy"
    lines[3] = entry(3, date="31.02.26")
    assert date_order(decided(*lines)) == "dmy"


def test_lists_that_do_not_agree_pin_no_order() -> None:
    """Two lists of one site, each certain of another order."""
    american = [entry(n, list="en", date=f"10/{28 - n:02}/26", page_language="en-US") for n in range(20, 36)]
    assert date_order(decided(*(entry(number) for number in range(20)), *american)) is None


def test_dates_that_leave_nothing_open_pin_no_order() -> None:
    """ISO days need no order."""
    assert date_order(decided(*(entry(n, date=f"2026-10-{28 - n:02}") for n in range(20)))) is None


@given(st.lists(st.integers(0, 300), min_size=5, max_size=40, unique=True))
def test_a_list_is_never_stale_on_the_day_it_is_added(ages: list[int]) -> None:
    """The bound is met by the list it was made of."""
    days = [TODAY - timedelta(days=age) for age in ages]
    quiet = quiet_days(days, TODAY)
    assert quiet is None or quiet >= min(ages)


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ([1, 3, 5, 7, 9], 14),  # every other day: two weeks of holidays
        ([2, 12, 22, 32, 42], 35),  # three times ten days, in whole weeks
        ([1, 2, 3], None),  # too few to tell
        ([-3, 1, 2, 3, 4, 5], None),  # days to come: an agenda
        ([1, 200, 400, 600, 800], None),  # would be missed in years only
    ],
)
def test_a_list_may_be_silent_for_three_times_its_longest_silence(
    ages: list[int], expected: int | None
) -> None:
    """Its own rhythm is the measure."""
    assert quiet_days([TODAY - timedelta(days=age) for age in ages], TODAY) == expected


def test_robots_are_told_in_words() -> None:
    """Permission and delay of our name, or of everyone's."""
    robots = kept(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n", "https://quai.example/robots.txt")
    assert robots_told(robots, START) == ("robots.txt allows it", 7.0)
    assert robots_told(robots, "https://quai.example/private/x") == ("robots.txt forbids it", 7.0)
    assert robots_told(None, START) == ("no robots.txt; nothing is forbidden", None)


@pytest.mark.parametrize(
    ("footer", "hint"),
    [
        ('<a rel="license" href="/licence/">Conditions</a>', "rel=license: https://quai.example/licence/"),
        (
            '<a href="https://creativecommons.org/licenses/by/4.0/">x</a>',
            "link: https://creativecommons.org/licenses/by/4.0/",
        ),
        (
            "<p>© 2026 Ville du Quai, tous droits réservés</p>",
            "footer: © 2026 Ville du Quai, tous droits réservés",
        ),
        ("<p>Plan du site</p>", None),
    ],
)
def test_licences_are_found_where_pages_name_them(footer: str, hint: str | None) -> None:
    """Links, Creative Commons, the line at the foot; silence gives no hint."""
    html = page_html(range(3), Look(), footer=footer).decode()
    assert licence_hints(html, START) == ([hint] if hint else [])
