"""Floors: how slow or large a figure may get before `python -m bench` fails, so that a creep is seen while it is small.

`floors.json` holds for each bench and size a bound and what was seen when it was set, on a quiet machine. The bound leaves a
fifth for a busy one (ratios of CPU seconds in one run) and a tenth for memory, unless the project promises less. A bound is
moved by hand, with the reason in the commit; a better figure moves `seen` and the bound with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
_ROW = re.compile(r"(?m)^ +([a-z][a-z ]*?) +\|.*\| *([\d.]+) *$")


def bounds(bench: str, size: int, file: Path = FILE) -> dict[str, dict[str, float]]:
    """The bounds of one bench at one size, by figure; none where the size has none."""
    known: dict[str, dict[str, dict[str, dict[str, float]]]] = json.loads(file.read_text(encoding="utf-8"))
    return known.get(bench, {}).get(str(size), {})


def missed(figures: Mapping[str, float], bounded: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Sentences on the figures that are worse than their bound, and on bounds nothing was measured for."""
    told = []
    for name, bound in bounded.items():
        if name not in figures:
            told.append(f"{name}: not measured, expected one of {', '.join(figures) or 'none'}")
        elif "most" in bound and figures[name] > bound["most"]:
            told.append(f"{name}: {figures[name]:.3g} is more than {bound['most']:g}{_seen(bound)}")
        elif "least" in bound and figures[name] < bound["least"]:
            told.append(f"{name}: {figures[name]:.3g} is less than {bound['least']:g}{_seen(bound)}")
    return told


def last_column(printed: str) -> dict[str, float]:
    """The figures of a table as the benches print it: the first cell of each row, and its last."""
    return {name: float(figure) for name, figure in _ROW.findall(printed)}


def _seen(bound: Mapping[str, float]) -> str:
    return f" (seen {bound['seen']:g} when the bound was set)" if "seen" in bound else ""
