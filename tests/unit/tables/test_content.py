"""Which columns hold text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pyarrow as pa
import pytest

from pipelines.tables.content import Tally, chosen, tally

CASES = tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))["columns"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_column_is_what_its_cells_are(case: dict[str, object]) -> None:
    """Kinds go by content, in any language."""
    counted = Tally()
    tally([counted], [pa.array(case["cells"], pa.large_string())])
    assert counted.content().kind == case["kind"]


def test_only_text_is_chosen() -> None:
    """Numbers are left alone, and so is a column where text is rare."""
    tallies = {name: Tally() for name in ("number", "note", "mixed")}
    columns = [["1", "2"], ["a note", None, ""], ["1", "2", "3", "see below"]]
    tally([*tallies.values()], [pa.array(cells, pa.large_string()) for cells in columns])
    assert chosen({name: counted.content() for name, counted in tallies.items()}) == ("note",)
    assert tallies["mixed"].content().why == "75 % of 4 cells are numbers, 25 % text"
