"""Two datasets of one site compared."""

from __future__ import annotations

from pipelines.build import build
from pipelines.difference import difference
from tests.rows import entry, raw, site


def test_new_gone_and_changed_entries_are_told_apart() -> None:
    """A later run without the former one's entries shows what came, what went and what was edited."""
    one = build(raw([entry(1), entry(2), entry(3)]), site(), None, "one").records
    two = build(raw([entry(4), entry(2, date="01.09.26"), entry(3)]), site(), None, "two").records
    found = difference(one, two)
    assert found.new["url"].str.endswith("-4/").all()
    assert found.gone["url"].str.endswith("-1/").all()
    assert found.changed[["column", "before", "after"]].to_numpy().tolist() == [
        ["date", "2026-10-26", "2026-09-01"]
    ]


def test_the_same_dataset_differs_in_nothing() -> None:
    """Times and run names do not count."""
    one = build(raw([entry(1)]), site(), None, "one").records
    found = difference(one, one)
    assert (len(found.new), len(found.gone), len(found.changed)) == (0, 0, 0)
