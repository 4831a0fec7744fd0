"""Floors of the speed runs: what is worse is told with both numbers, what was not measured is no pass."""

from __future__ import annotations

import json

import pytest

from bench.floors import FILE, bounds, last_column, missed

PRINTED = """100000 rows in one process | naive µs a row | listmend µs a row | ratio
  repair     |       95.1 |        5.9 |   16.1
  all three  |     1085.0 |       19.6 |   55.4
  peak memory 240 MB, 150 MB before the rows; identity 2.2 µs a row
"""


@pytest.mark.parametrize(
    ("figure", "bound", "told"),
    [
        (260.0, {"most": 260}, []),
        (261.0, {"most": 260, "seen": 230}, ["x: 261 is more than 260 (seen 230 when the bound was set)"]),
        (13.0, {"least": 13}, []),
        (12.9, {"least": 13}, ["x: 12.9 is less than 13"]),
    ],
)
def test_what_is_worse_than_its_bound_is_told(
    figure: float, bound: dict[str, float], told: list[str]
) -> None:
    """A figure at its bound passes; beyond it the sentence holds both."""
    assert missed({"x": figure}, {"x": bound}) == told


def test_a_bound_without_a_figure_fails() -> None:
    """A bench that no longer prints a row does not pass for it."""
    assert missed({"repair": 16.0}, {"dates": {"least": 150}}) == [
        "dates: not measured, expected one of repair"
    ]


def test_figures_are_read_from_a_printed_table() -> None:
    """The first cell of each row and its last; sentences and heads are no rows."""
    assert last_column(PRINTED) == {"repair": 16.1, "all three": 55.4}


def test_every_bound_leaves_room_on_one_side() -> None:
    """What was seen is within the bound, and no bound is so wide that half as good would pass; where nothing may be lost, one is too many."""
    for sizes in json.loads(FILE.read_text("utf-8")).values():
        for bounded in sizes.values():
            for name, bound in bounded.items():
                assert missed({name: bound["seen"]}, {name: bound}) == []
                half = (bound["seen"] * 2 or 1) if "most" in bound else bound["seen"] / 2
                assert missed({name: half}, {name: bound}) != []


def test_a_size_without_bounds_has_none() -> None:
    """Other sizes are measured and held against nothing."""
    assert bounds("whole", 50) == {}
    assert set(bounds("whole", 10_000)) == {"of_naive", "of_bare", "peak_mb"}
