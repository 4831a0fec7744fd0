"""One link under several days, as an event of every week has it: a record a day."""

from __future__ import annotations

import pytest

from pipelines.build import Built
from tests.rows import LISTING, entry
from tests.unit.dataset.days_of_crawls import TEN, run

CLASS = "https://lumen.example/cours-de-danse/"
WEEKS = ("24.11.26", "01.12.26", "08.12.26", "15.12.26")


def lesson(day: str, **cells: object) -> dict[str, object]:
    return entry(50, url=CLASS, title="Cours de danse au gymnase", date=day, **cells)


def lessons(built: Built) -> dict[str, str]:
    rows = built.records[built.records["url"] == CLASS]
    return dict(zip(rows["date"].astype("str"), rows["id"], strict=True))


def test_a_weekly_event_is_a_record_a_day() -> None:
    """One link, several days in one list, on whichever of its pages; each keeps its id, though only one is shown."""
    pages = [{"listing_url": f"{LISTING}?page={page}"} for page in (1, 2, 3)]
    first = run(0, None, *TEN, *(lesson(day, **page) for day, page in zip(WEEKS, pages, strict=False)))
    assert list(lessons(first)) == ["2026-11-24", "2026-12-01", "2026-12-08"]
    second = run(7, first, *TEN, *map(lesson, WEEKS[1:]))
    alone = run(14, second, *TEN, lesson(WEEKS[2]))
    last = run(21, alone, *TEN, lesson(WEEKS[3]), lesson("22.12.26"))
    assert len(lessons(last)) == 5
    for built in (first, second, alone):
        assert lessons(built).items() <= lessons(last).items()
    assert (alone.change.new, alone.change.changed) == (0, 0)


def test_days_that_came_one_by_one_before_stand_beside_those_that_come_together() -> None:
    """A first run that showed one day names the link; that record stays the day's own."""
    first = run(0, None, *TEN, lesson(WEEKS[0]))
    second = run(1, first, *TEN, *map(lesson, WEEKS[:3]))
    assert len(lessons(second)) == 3
    assert lessons(first).items() <= lessons(second).items()
    third = run(8, second, *TEN, lesson(WEEKS[1]))
    assert lessons(third) == lessons(second)


@pytest.mark.parametrize(
    "days", [("12.10.26", "26.10.26"), ("12.10.26", "12.10.26"), ("24.11.26", "bientôt")]
)
def test_two_days_of_the_past_or_one_in_doubt_are_one_entry(days: tuple[str, str]) -> None:
    """An article pinned above its list bears the day of its change."""
    assert len(lessons(run(0, None, *TEN, *map(lesson, days)))) == 1


def test_a_box_beside_the_list_shows_no_other_event() -> None:
    """`Next: 24 November` is the record of that day; another list's other day makes nothing come back."""
    built = run(0, None, lesson(WEEKS[0], list="next", excerpt=""), *TEN, *map(lesson, WEEKS[:2]))
    assert len(lessons(built)) == 2
    apart = run(0, None, lesson(WEEKS[0], list="next"), *TEN, lesson(WEEKS[1]))
    assert len(lessons(apart)) == 1
