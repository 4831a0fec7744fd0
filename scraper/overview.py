"""What there is: every site with its published dataset, and every run of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from pipelines import ledger

_COUNTS = ("entries", "new", "changed", "records")


def site_rows(output: Path) -> list[dict[str, Any]]:
    """One row a site of the output folder: the published run, its records, its newest entry, how the last run ended."""
    folders = sorted(path for path in output.iterdir() if (path / "runs").is_dir()) if output.is_dir() else []
    return [_site_row(folder) for folder in folders]


def run_rows(site_folder: Path) -> list[dict[str, Any]]:
    """One row a run, oldest first."""
    published = ledger.latest(site_folder)
    return [
        {
            "run": verdict["run"],
            "state": verdict["state"],
            "exit": verdict.get("exit"),
            "latest": verdict["run"] == published,
            **{name: verdict.get("counts", {}).get(name) for name in _COUNTS},
            "says": verdict.get("says") or "",
        }
        for verdict in ledger.runs(site_folder)
    ]


def status_table(rows: list[dict[str, Any]]) -> Table:
    """The sites as a table."""
    return _table(rows, ("site", "published", "records", "newest", "last_run", "state", "says"))


def runs_table(rows: list[dict[str, Any]]) -> Table:
    """The runs as a table; the published one is starred."""
    starred = [{**row, "run": row["run"] + (" *" if row["latest"] else "")} for row in rows]
    return _table(starred, ("run", "state", "exit", *_COUNTS, "says"))


def _site_row(folder: Path) -> dict[str, Any]:
    verdicts = ledger.runs(folder)
    published = ledger.latest(folder)
    good = ledger.read_verdict(ledger.run_folder(folder, published)) if published else {}
    last = verdicts[-1] if verdicts else {}
    return {
        "site": folder.name,
        "published": published,
        "records": good.get("counts", {}).get("records"),
        "newest": good.get("dates", {}).get("last"),
        "last_run": last.get("run"),
        "state": last.get("state"),
        "says": last.get("says") or "",
    }


def _table(rows: list[dict[str, Any]], names: tuple[str, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold", justify="right" if name in _COUNTS else "left")
    for row in rows:
        table.add_row(*(Text("–" if row[name] is None else str(row[name])) for name in names))
    return table
