"""The gate `seen_before`: a list that shows nothing of the run before is another list, or has only gone on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from pipelines.build import build
from pipelines.gates.judged import Bounds, failed, gates
from tests.rows import CLOCK, entry, raw, site

LAST = {"entries": 10, "dated": 10}


def unseen(before: Sequence[int], now: Sequence[int], crawled: datetime = CLOCK, **last: int) -> bool:
    """Whether a run fails for showing nothing of the run before; an entry of number n is of that day of October."""
    lists = [
        [entry(n, url=f"https://lumen.example/{name}/{n}/", title=f"{name} {n}", excerpt="", date=f"{n:02}.10.26")
         for n in sorted(days, reverse=True)]
        for name, days in (("article", before), ("notice", now))
    ]  # fmt: skip
    facts = site(crawled=crawled)
    former = build(raw(lists[0]), facts, None, "one").records
    built = build(raw(lists[1]), facts, former, "two")
    return "seen_before" in {gate.name for gate in failed(gates(built, facts, Bounds(), {**LAST, **last}))}


def test_a_list_that_shows_nothing_of_the_run_before_fails() -> None:
    """It covers the days of the run before, so those entries have to stand there: it is another list."""
    assert unseen(range(1, 11), range(2, 12))
    assert unseen(range(1, 11), [*range(2, 12), 1, 1])


def test_a_list_of_older_entries_alone_is_another_list() -> None:
    """Its oldest entries come first since, or it is an archive's: what is new will never stand there."""
    assert unseen(range(11, 21), range(1, 11))
    assert not unseen([11, 12], range(1, 11))


def test_days_to_come_may_be_called_off() -> None:
    """Nearer ones in their place are no other list."""
    assert not unseen(range(21, 31), range(11, 21), crawled=datetime(2026, 10, 12, 6, tzinfo=UTC))


def test_a_list_that_rolled_on_is_no_other_list() -> None:
    """It covers no day that the run before saw, or only one that it may show in part; a pinned entry covers nothing."""
    assert not unseen(range(1, 11), range(11, 21))
    assert not unseen([9, 10, 10, 10, 10, 10], [10, 10, 10, 10, 11, 11, 11, 12])
    assert not unseen([10] * 10, [10] * 8)
    assert not unseen(range(1, 11), [1, *range(11, 21)])


def test_a_list_whose_entries_are_all_new_each_time_has_that_habit() -> None:
    """The run before showed nothing of its predecessor's, either; a first run is no habit."""
    assert not unseen(range(1, 11), range(2, 12), new=10, kept=10)
    assert unseen(range(1, 11), range(2, 12), new=10, kept=0)


def unseen_undated(*runs: tuple[int, Sequence[int]]) -> bool:
    """Whether the last of some runs fails for showing nothing of the one before; each is a day and the entries it shows, undated."""
    former = None
    for day, numbers in runs:
        lines = [entry(number, date="", title=f"Avis {number}", excerpt="") for number in numbers]
        built = build(raw(lines), site(crawled=CLOCK + timedelta(days=day)), former, f"run {day}")
        former = built.records
    last = {"entries": 10, "new": 1, "kept": 10}
    return "seen_before" in {gate.name for gate in failed(gates(built, site(), Bounds(), last))}


SLOW = [(0, range(1, 11)), (10, range(3, 13))]
"""Two entries in ten days."""


def test_an_undated_list_is_not_replaced_faster_than_it_goes() -> None:
    """Two entries in ten days are the pace of a list; ten in one day are another list, and ten in fifty days are not."""
    assert unseen_undated(*SLOW, (11, range(21, 31)))
    assert unseen_undated(*SLOW, (20, range(21, 31)))
    assert not unseen_undated(*SLOW, (60, range(21, 31)))
    assert not unseen_undated(*SLOW, (11, range(12, 22)))


def test_an_undated_list_without_a_pace_is_not_judged() -> None:
    """One run tells no pace, four entries no list, and a clock that was set back nothing at all."""
    assert not unseen_undated((0, range(1, 11)), (1, range(21, 31)))
    assert not unseen_undated((0, range(1, 5)), (10, range(1, 5)), (11, range(21, 31)))
    assert not unseen_undated(*SLOW, (9, range(21, 31)))


def test_an_undated_list_that_was_replaced_before_has_that_habit() -> None:
    """A programme of the week is the same for days, and then all is new."""
    assert unseen_undated((0, range(7)), (6, range(7)), (7, range(7, 14)))
    weeks = [(0, range(7)), (6, range(7)), (7, range(7, 14)), (13, range(7, 14)), (14, range(14, 21))]
    assert not unseen_undated(*weeks)
