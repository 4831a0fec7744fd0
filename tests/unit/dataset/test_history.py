"""What a run adds to the dataset before it."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
import pytest

from pipelines.build import Built, build
from pipelines.record import NAMES
from tests.rows import CLOCK, entry, raw, site

LATER = site(crawled=CLOCK + timedelta(days=1))


def first(*lines: dict[str, object]) -> Built:
    return build(raw(lines), site(), None, "one")


def second(former: Built, *lines: dict[str, object]) -> Built:
    return build(raw(lines), LATER, former.records, "two")


def counts(built: Built) -> tuple[int, int, int, int]:
    return built.change.new, built.change.changed, built.change.unchanged, built.change.kept


def test_a_first_run_is_all_new() -> None:
    """Every entry was first and last seen now, and last changed now."""
    built = first(entry(1), entry(2))
    assert counts(built) == (2, 0, 0, 0)
    assert (built.records[["first_seen", "last_seen", "changed_at"]] == pd.Timestamp(CLOCK)).all().all()
    assert list(built.records.columns) == list(NAMES)


def test_the_same_entries_again_are_unchanged() -> None:
    """A second look moves `last_seen` and `run` and nothing else."""
    before = first(entry(1), entry(2))
    after = second(before, entry(1), entry(2))
    assert counts(after) == (0, 0, 2, 0)
    assert (after.records["first_seen"] == pd.Timestamp(CLOCK)).all()
    assert (after.records["last_seen"] == pd.Timestamp(LATER.crawled)).all()
    assert after.records["run"].tolist() == ["two", "two"]
    same = [name for name in NAMES if name not in ("last_seen", "run")]
    pd.testing.assert_frame_equal(before.records[same], after.records[same])


@pytest.mark.parametrize("cell", ["title", "excerpt", "date"])
def test_a_changed_raw_cell_is_a_change(cell: str) -> None:
    """The site's own edit moves `changed_at`; `first_seen` stays."""
    new = {"title": "Un autre titre", "excerpt": "Un autre résumé de la séance.", "date": "01.09.26"}[cell]
    after = second(first(entry(1), entry(2)), entry(1, **{cell: new}), entry(2))
    assert counts(after) == (0, 1, 1, 0)
    assert after.records["changed_at"].tolist() == [pd.Timestamp(LATER.crawled), pd.Timestamp(CLOCK)]


def test_a_clock_set_back_sees_nothing_before_it_was_first_seen() -> None:
    """`last_seen` and `changed_at` stop at `first_seen`; a new entry has the clock's own time."""
    back = site(crawled=CLOCK - timedelta(days=1))
    after = build(
        raw([entry(1), entry(2, title="Un autre titre"), entry(3)]),
        back,
        first(entry(1), entry(2)).records,
        "two",
    ).records
    for name in ("first_seen", "last_seen", "changed_at"):
        assert after[name].tolist() == [*[pd.Timestamp(CLOCK)] * 2, pd.Timestamp(back.crawled)]


def test_entries_a_run_did_not_see_stay_behind_its_own() -> None:
    """A listing drops its oldest entries; the dataset does not."""
    after = second(first(entry(1), entry(2)), entry(3), entry(2))
    assert counts(after) == (1, 0, 1, 1)
    assert [url.split("-")[-1] for url in after.records["url"]] == ["2/", "3/", "1/"]
    assert after.records["run"].tolist() == ["two", "two", "one"]


def test_every_raw_entry_is_a_record_or_a_reject_with_its_reason() -> None:
    """A double listing is counted, not lost."""
    built = first(entry(1, list="une"), entry(1), entry(2))
    assert (built.raw, built.current, len(built.rejects)) == (3, 2, 1)
    assert built.rejects["reason"].tolist() == ["duplicate"]
    assert "list actualites" in built.rejects["detail"][0]


@pytest.mark.parametrize(
    "cells",
    [
        {"url": "http://www.lumen.example/fr/article-1?utm_source=rss"},
        {"date": "27 octobre 2026"},
    ],
)
def test_another_spelling_is_no_change(cells: dict[str, object]) -> None:
    """The same link and the same day, written otherwise, are no news of the site."""
    assert counts(second(first(entry(1), entry(2)), entry(1, **cells), entry(2))) == (0, 0, 2, 0)
