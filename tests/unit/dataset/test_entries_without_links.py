"""Entries without links: the record of one that was edited keeps its id, and two that stand together are two."""

from __future__ import annotations

from tests.unit.dataset.days_of_crawls import BURGLARY, ELSEWHERE, TEN, ids, run

BARE = [{**line, "url": ""} for line in TEN]
STATES = ("Inscriptions ouvertes", "Complet", "Terminé")


def test_a_rewritten_teaser_is_no_new_entry() -> None:
    """The title says which entry it is, where the teaser still says much the same."""
    first = run(0, None, *BARE)
    rewritten = f"Nouvel horaire : {str(TEN[0]['excerpt']).removeprefix('La séance ')}"
    second = run(1, first, {**BARE[0], "excerpt": rewritten}, *BARE[1:])
    assert (ids(second), second.change.changed) == (ids(first), 1)


def test_whole_new_teasers_are_edits() -> None:
    """All were written anew, or a status goes on day by day, under titles that come back, too: each stays one record."""
    courses = [{**line, "title": "Cours de natation"} for line in BARE]
    for lines in (BARE, courses):
        first = former = run(0, None, *lines)
        for day, states in ((1, STATES[:1] * 10), (2, STATES * 3 + STATES[:1]), (3, STATES[1:] * 5)):
            shown = [{**line, "excerpt": state} for line, state in zip(lines, states, strict=True)]
            former = run(day, former, *shown)
            assert (ids(former), former.change.new, former.change.ambiguous) == (ids(first), 0, 0)


def test_two_entries_that_stand_together_are_two() -> None:
    """Two of one title and day in one list: both are kept, also when the first falls off."""
    first, second = {**BURGLARY, "url": ""}, {**BURGLARY, "url": "", "excerpt": ELSEWHERE}
    before = run(0, None, first, *BARE)
    both = run(1, before, second, first, *BARE)
    assert (both.change.new, both.change.ambiguous, len(both.records)) == (1, 0, 12)
    assert set(ids(before)) < set(ids(both))
    after = run(2, both, second, *BARE)
    assert (ids(after)[0], len(after.records)) == (ids(both)[0], 12)


def test_a_new_teaser_of_one_of_two_is_told_as_ambiguous() -> None:
    """Which of the two was edited is told by nothing, so none is overwritten."""
    two = [{**BURGLARY, "url": "", "excerpt": excerpt} for excerpt in (BURGLARY["excerpt"], ELSEWHERE)]
    before = run(0, None, *two, *BARE)
    after = run(1, before, two[0], {**two[1], "excerpt": STATES[0]}, *BARE)
    assert (after.change.new, after.change.ambiguous, after.change.elsewhere) == (1, 1, 0)
    assert set(ids(before)) < set(ids(after))


def test_an_entry_that_had_left_the_list_was_not_edited() -> None:
    """It fell off a run ago; what comes now under its title and day is another one, in its own list or in any."""
    gone = {**BURGLARY, "url": ""}
    left = run(1, run(0, None, gone, *BARE), *BARE)
    late = run(2, left, {**gone, "excerpt": ELSEWHERE}, *BARE)
    assert (late.change.new, late.change.ambiguous, len(late.records)) == (1, 0, 12)
    beside = run(1, run(0, None, gone, *BARE), {**gone, "excerpt": ELSEWHERE, "list": "presse"}, *BARE)
    assert (beside.change.new, len(beside.records)) == (1, 12)


def test_a_corrected_day_is_no_new_entry() -> None:
    """The record that is gone as the other day comes, of title and teaser that say which; the entry keeps its id."""
    first = run(0, None, *BARE)
    second = run(1, first, {**BARE[0], "date": "16.10.26"}, *BARE[1:])
    assert (ids(second), second.change.new, second.change.changed) == (ids(first), 0, 1)
    assert str(second.records["date"].iloc[0]) == "2026-10-16"


def test_a_notice_that_comes_again_is_another_entry() -> None:
    """Its day is new to the run before; and beside the first one, or where that left the list earlier, it is one more."""
    notice = {**BARE[0], "title": "Collecte des sapins"}
    before = run(0, None, notice, *BARE[1:])
    for day in ("20.11.26", "19.11.26"):  # of the day before, which lasts in the west, there may be more
        assert run(1, before, {**notice, "date": day}, *BARE[1:]).change.new == 1
    earlier = {**notice, "date": "16.10.26"}
    assert run(1, before, earlier, notice, *BARE[1:]).change.new == 1
    assert run(2, run(1, before, *BARE[1:]), earlier, *BARE[1:]).change.new == 1
