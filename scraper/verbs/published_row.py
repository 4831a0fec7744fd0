"""One row as its run published it: cells, steps and issues from the run's own tables.

What the dataset before a run adds to it, a kept proof or day or an id under a new link, is in no raw line and can be read
back only from what was published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv

from pipelines.build import ISSUE_COLUMNS, STEP_COLUMNS
from pipelines.errors import UsageError
from pipelines.history.carried import CARRIED
from pipelines.history.former import Former
from pipelines.ledger import RECORDS
from pipelines.next_command import listmend
from pipelines.trail import Step


@dataclass(frozen=True, slots=True)
class Published:
    """A row of a dataset.

    Attributes:
        cells: the record's, by column.
        steps: every step of the row, in order.
        issues: codes of what it left open; None where the run's version of listmend kept no list of them.
    """

    cells: dict[str, Any]
    steps: tuple[Step, ...]
    issues: tuple[str, ...] | None


def published_row(folder: Path, id: str, names: Sequence[str]) -> Published | None:  # noqa: A002
    """Read a row of a run's tables.

    Args:
        folder: the run's folder.
        id: the whole id of the row.
        names: columns of a record to read.

    Returns:
        the row, or None where the run published none of that id.

    Raises:
        UsageError: a table is damaged.
    """
    if not (folder / RECORDS).is_file():
        return None
    records = Former(folder / RECORDS)
    there = (records.columns(("id",))["id"] == id).to_numpy(dtype=bool)
    for found in records.batches(names, there):
        steps = _rows(folder / "changes.csv", STEP_COLUMNS, pc.field("id") == id).to_pylist()
        told = _rows(folder / "issues.csv", ISSUE_COLUMNS, pc.field("id") == id)["issue"].to_pylist()
        return Published(
            {name: found[name].iloc[0] for name in names},
            tuple(Step(*(step[name] for name in STEP_COLUMNS[1:])) for step in steps),
            tuple(told) if (folder / "issues.csv").is_file() else None,
        )
    return None


def carried(folder: Path, id: str) -> tuple[str, str]:  # noqa: A002
    """An id that a row kept under another link, from its first letters, and the one that it has by that link; else ""."""
    steps = _rows(
        folder / "changes.csv",
        STEP_COLUMNS,
        (pc.field("step") == CARRIED) & pc.starts_with(pc.field("id"), id),
    )
    return (steps["id"][0].as_py(), steps["before"][0].as_py()) if len(steps) == 1 else ("", "")


def _rows(file: Path, names: Sequence[str], wanted: pc.Expression) -> pa.Table:
    """The rows of a run's CSV that are wanted, its columns by their place: a former version may name them otherwise."""
    if not file.is_file():
        return pa.table({name: pa.array([], pa.string()) for name in names})
    columns = pv.ReadOptions(column_names=list(names), skip_rows=1)
    texts = pv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()),
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,  # a text of no letters is quoted, a missing one is not
    )
    try:
        with file.open("rb") as source:
            return pv.read_csv(source, columns, pv.ParseOptions(newlines_in_values=True), texts).filter(
                wanted
            )
    except pa.ArrowInvalid as fault:
        run = file.parent
        again = listmend("build", run.parent.parent, "--run", run.name)
        raise UsageError(f"{file}: is damaged, expected a table of {', '.join(names)}", again) from fault
