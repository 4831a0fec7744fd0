"""A run whose known entries are others all at once, or have lost what the listing told of them, is no night's work of an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest

from pipelines.build import Built, build
from pipelines.gates.judged import Bounds, failed, gates
from tests.rows import CLOCK, WHOLE, entry, raw, site

Line = Mapping[str, object]
TITLES = (
    "Le tramway atteint la presqu’île", "Nouvelle vie pour les archives", "Cartographes aux abattoirs",
    "Percussions : trois postes au conservatoire", "Marché couvert devant le tribunal", "Quatre mille arbustes offerts",
)  # fmt: skip
SIX = [entry(n + 1, title=title, excerpt=WHOLE[n]) for n, title in enumerate(TITLES)]
EVERY = range(6)


def counts(built: Built) -> dict[str, int]:
    """What the verdict of a run tells the next one."""
    seen, change = built.records.iloc[: built.current], built.change
    return {
        "entries": built.current, "dated": int(seen["date"].notna().sum()), "titled": int(seen["title_raw"].notna().sum()),
        "linked": int(seen["url"].notna().sum()), "dates_listed": int(seen["date_raw"].notna().sum()),
        "new": change.new, "changed": change.changed, "unchanged": change.unchanged, "retitled": change.retitled,
        "redated": change.redated, "retold": change.retold,
    }  # fmt: skip


def nights(*lists: Iterable[Line], days: Sequence[int] = (0, 1, 2)) -> dict[str, str]:
    """The gates that the last of some nights misses, each night built upon the one before."""
    former, last, missed = None, None, {}
    for day, lines in zip(days, lists, strict=False):
        facts = site(crawled=CLOCK + timedelta(days=day))
        built = build(raw(lines), facts, former, f"run {day}")
        missed = {gate.name: gate.says for gate in failed(gates(built, facts, Bounds(), last))}
        former, last = built.records, counts(built)
    return missed


def with_cells(rows: Iterable[int], cells: Callable[[int], Line]) -> list[Line]:
    return [{**line, **(cells(n) if n in rows else {})} for n, line in enumerate(SIX)]


def another_title(n: int) -> Line:
    return {"title": TITLES[n - 1]}


def another_year(n: int) -> Line:
    return {"date": f"{27 - n}.10.25"}


def a_notice(n: int) -> Line:
    return {"excerpt": "Nous mesurons l’audience de ce site et vous demandons votre accord pour le faire."}


OTHERS: list[tuple[Any, str]] = [
    (another_title, "known entries came back with another title under the same link"),
    (another_year, "known entries came back with another day, although theirs had passed"),
    (a_notice, "known entries came back with one teaser, which most of the list has now"),
]


@pytest.mark.parametrize(("cells", "told"), OTHERS)
def test_known_entries_that_are_others_all_at_once_fail(cells: Callable[[int], Line], told: str) -> None:
    """Titles of the next entry, days of another year, a notice in place of every teaser: half of the list is enough."""
    said = nights(SIX, with_cells(EVERY, cells))["rewritten"]
    assert said.startswith(f"6 of 6 {told}; if the site is so now: listmend build lumen --accept")
    assert "rewritten" in nights(SIX, with_cells(range(3), cells))
    assert "rewritten" not in nights(SIX, with_cells(range(2), cells))


@pytest.mark.parametrize(("cells", "told"), OTHERS[:2])
def test_a_list_that_rewrites_itself_each_time_has_that_habit(
    cells: Callable[[int], Line], told: str
) -> None:
    """A forum's days are those of the last answer: accepted once, the next night passes."""
    assert "rewritten" not in nights(SIX, with_cells(EVERY, cells), SIX)


@pytest.mark.parametrize(
    "cells",
    [
        lambda n: {"title": TITLES[n].upper()},
        lambda n: {"title": f"Actualité : {TITLES[n]}"},
        lambda n: {"title": TITLES[n].replace("’", "'")},
        lambda n: {"date": f"{26 - n}.10.26"},
        lambda n: {"date": f"2026-10-{27 - n}"},
        lambda n: {"excerpt": WHOLE[n][:60]},
        lambda n: {"excerpt": WHOLE[n - 1]},
    ],
)
def test_cells_written_in_another_way_are_no_other_entries(cells: Callable[[int], Line]) -> None:
    """Capitals, a word before each title, a day as another zone tells it, a new form of dates, other teasers."""
    assert nights(SIX, with_cells(EVERY, cells)) == {}


def test_a_night_without_entries_is_compared_with_none() -> None:
    """Nothing is rewritten where nothing came; the run fails for being empty."""
    assert set(nights(SIX, [])) == {"rows_min"}


def test_a_later_day_is_that_of_a_last_answer() -> None:
    """A board's days are those of the last answer, a course's that of the next time; one day for all is neither."""

    def moved(*days: str) -> list[Line]:
        return with_cells(EVERY, lambda n: {"date": days[n % len(days)]})

    assert nights(SIX, moved("17.11.26", "18.11.26", "19.11.26")) == {}
    assert nights(SIX, moved("24.11.26", "01.12.26", "08.12.26")) == {}
    old = with_cells(EVERY, lambda n: {"date": f"{27 - 4 * n:02}.10.26"})
    assert "rewritten" in nights(old, moved("19.11.26"))
    assert "rewritten" in nights(SIX, moved("24.11.27", "01.12.27"))


def test_a_day_that_was_to_come_may_be_another() -> None:
    """A course of every week shows its next day; one that had not passed when it was seen says nothing of a mistake."""

    def course(first: int) -> list[Line]:
        return with_cells(EVERY, lambda n: {"date": f"{first + n}.11.26"})

    assert nights(course(21), course(24)) == {}


def test_what_this_version_reads_in_another_way_is_no_news_of_the_site() -> None:
    """The site wrote the same cells, and the dataset has other days and titles of them."""
    first = build(raw(SIX), site(), None, "one")
    records = first.records.assign(
        date=(first.records["date"] + timedelta(days=30)).astype(first.records["date"].dtype),
        title="Sans titre",
    )
    change = build(raw(SIX), site(crawled=CLOCK + timedelta(days=1)), records, "two").change
    assert (change.unchanged, change.retitled, change.redated) == (6, 0, 0)


@pytest.mark.parametrize(
    ("gate", "cell"), [("titles", {"title": ""}), ("links", {"url": ""}), ("dates", {"date": ""})]
)
def test_what_the_listing_no_longer_tells_fails(gate: str, cell: Line) -> None:
    """The records have titles and days that were read before; a link that became `#` is not there any more."""
    said = nights(SIX, with_cells(EVERY, lambda n: cell))[gate]
    assert said.startswith("0 % of the entries have a ")
    assert "if the site is so now: listmend build lumen --accept" in said
    assert gate not in nights(SIX, with_cells(range(3), lambda n: cell))
    assert gate not in nights(
        with_cells(EVERY, lambda n: cell),
        with_cells(EVERY, lambda n: cell),
        with_cells(EVERY, lambda n: cell),
    )


def flow(numbers: Iterable[int], of: str) -> list[Line]:
    """Entries of which number n is of the nth day of October."""
    return [
        entry(n, url=f"https://lumen.example/{of}/{n}/", title=f"{of} {n}", excerpt="", date=f"{n:02}.10.26")
        for n in numbers
    ]


@pytest.mark.parametrize("newest", ["21.11.26", "21.01.27"])
def test_a_list_is_not_replaced_faster_than_it_goes(newest: str) -> None:
    """One entry a day is the pace of ten days' list; ten of one day are another site's, whatever day they give themselves."""
    before = flow(range(10, 0, -1), "avis")
    other = [{**line, "date": newest} for line in flow(range(20, 10, -1), "bonus")]
    said = nights(before, other)["seen_before"]
    assert "though the list was not so fast before that all 10 could have left it since" in said
    assert "seen_before" not in nights(before, other, days=(0, 3))


def test_a_list_of_one_day_and_one_of_days_to_come_have_no_pace() -> None:
    """Ten notices of one sitting, and a week's programme, of which each leaves with its day."""
    sitting = [{**line, "date": "09.10.26"} for line in flow(range(10), "avis")]
    later = [{**line, "date": "21.11.26"} for line in flow(range(10, 20), "avis")]
    programme = [{**line, "date": f"{21 + n}.11.26"} for n, line in enumerate(flow(range(9), "film"))]
    assert "seen_before" not in nights(sitting, later)
    assert "seen_before" not in nights(programme, later)
