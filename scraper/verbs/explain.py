"""How one row came to be: its raw cells, every step, and why its language and date were chosen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines import dates, language, ledger
from pipelines.build import STEP_COLUMNS, mend_batch
from pipelines.errors import UsageError
from pipelines.history.former import Former
from pipelines.next_command import listmend
from pipelines.raw import read_raw
from scraper.site import site_of_run
from scraper.verbs.published_row import carried, published_row

_SHOWN = ("list", "position", "url", "listing_url", "encoding")
_MENDED = (
    "title",
    "excerpt",
    "excerpt_cut",
    "excerpt_source",
    "date",
    "date_certain",
    "language",
    "language_confidence",
)

SHARE_DIGITS = 4
"""As many as `records.csv` shows."""


def explained(site_folder: Path, id: str, run: str | None) -> dict[str, Any]:  # noqa: A002
    """Everything about one row, as data.

    Raises:
        UsageError: no such run, or no such row in it.
    """
    name = ledger.need_run(site_folder, run)
    folder = ledger.run_folder(site_folder, name)
    verdict = ledger.read_verdict(folder)
    site = site_of_run(verdict, folder).facts(datetime.fromisoformat(verdict["clock"]))
    frame = mend_batch(read_raw(folder / "raw.jsonl").entries, site)
    kept, made = carried(folder, id)
    rows = [number for number, known in enumerate(frame["id"]) if known.startswith(made or id)]
    if not rows and (seen := _seen_in(folder, id)):
        there = ledger.run_folder(site_folder, seen).is_dir()
        raise UsageError(
            f"{site_folder.name}, run {name}: the entry {id!r} was kept from run {seen}"
            + ("" if there else ", which is forgotten"),
            listmend("explain", site_folder, id, "--run", seen)
            if there
            else f"its row is in {folder / 'records.csv'}; what led to it is gone with that run",
        )
    if len(rows) != 1 and len({frame["id"].iloc[row] for row in rows}) != 1:
        found = "no row" if not rows else f"{len(rows)} rows"
        raise UsageError(
            f"{site_folder.name}, run {name}: {found} with id {id!r} among {len(frame)}",
            "take an id from the column `id` of records.csv; an entry this run did not see needs --run",
        )
    row = rows[0]
    cells = frame.iloc[row]
    whole = kept or str(cells["id"])
    told = published_row(folder, whole, _MENDED)
    result = told.cells if told else cells
    return {
        "id": whole,
        "run": name,
        **{column: _plain(cells[column]) for column in _SHOWN},
        **{column: _plain(result[column]) for column in _MENDED},
        "raw": {
            column: _plain(cells[column])
            for column in ("title_raw", "excerpt_raw", "date_raw", "datetime_raw")
        },
        "steps": [
            dict(zip(STEP_COLUMNS[1:], step, strict=True))
            for step in (told.steps if told else cells["steps"])
        ],
        "issues": list(cells["issues"] if told is None or told.issues is None else told.issues),
        "language_because": language.why(frame, site, row),
        "date_because": dates.why(frame, site, row),
    }


def _seen_in(folder: Path, id: str) -> str:  # noqa: A002
    """The run that an entry of the dataset was seen in last, or ""."""
    records = folder / "records.parquet"
    if not records.is_file():
        return ""
    known = Former(records).columns(("id", "run"))
    found = known["run"][known["id"].str.startswith(id)].unique()
    return str(found[0]) if len(found) == 1 else ""


def explained_text(row: dict[str, Any]) -> str:
    """The same for a person."""
    lines = [
        f"{row['id']} in run {row['run']}",
        f"  {row['url'] or 'no link'}",
        f"  list {row['list']}, position {row['position']}",
    ]
    lines.append(f"  seen on {row['listing_url']}, read as {row['encoding']}")
    lines += ["", "raw"] + [f"  {name:13} {cell}" for name, cell in row["raw"].items() if cell is not None]
    lines += ["", "steps"]
    lines += [
        f"  {step['column']}: {step['step']}\n    - {step['before'] or ''}\n    + {step['after'] or ''}"
        for step in row["steps"]
    ] or ["  none: the cells came whole"]
    lines += ["", "result"] + [f"  {name:20} {row[name]}" for name in _MENDED if row[name] is not None]
    lines += ["", f"language {row['language']}, because"] + [f"  {told}" for told in row["language_because"]]
    lines += ["", f"date {row['date'] or 'missing'}, because"] + [f"  {told}" for told in row["date_because"]]
    if row["issues"]:
        lines += ["", "unsettled: " + ", ".join(row["issues"])]
    return "\n".join(lines)


def _plain(cell: Any) -> Any:
    if pd.isna(cell):  # NA, as an empty day of a table is, equals nothing and differs from nothing
        return None
    if hasattr(cell, "item"):  # numpy's numbers are no JSON
        cell = cell.item()
    if isinstance(cell, float):
        return round(cell, SHARE_DIGITS)
    return cell if isinstance(cell, str | bool | int | float) else str(cell)
