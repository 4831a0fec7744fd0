"""What there is: every site with its published dataset, and every run of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from pipelines import ledger, processes
from pipelines.difference import difference
from pipelines.errors import UsageError
from pipelines.history.former import Former
from pipelines.loading import load
from pipelines.next_command import listmend
from pipelines.verdict import Verdict
from scraper.run_state import settled
from scraper.which_site import sites_of

_WHOLE = ("run", "published", "records", "last_run", "id", "newest", "state")
"""Columns whose cells stay in one line: half a name cannot be copied, half a day not read. A site's name may be as long as an
address; columns that never fold would leave the terminal without the last of them."""
_COUNTS = ("entries", "new", "changed", "records")


def site_rows(output: Path) -> list[dict[str, Any]]:
    """One row a site of the output folder: the published run, its records, its newest entry, how the last run ended."""
    return [_site_row(output / site) for site in sites_of(output)]


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
        for verdict in map(_as_it_stands, ledger.runs(site_folder))
    ]


def status_table(rows: list[dict[str, Any]]) -> Group:
    """The sites as a table, and below it what their last runs had to say."""
    return _with_says(rows, ("site", "published", "records", "newest", "last_run", "state"))


def runs_table(rows: list[dict[str, Any]]) -> Group:
    """The runs as a table, the published one starred, and below it what they had to say."""
    starred = [{**row, "run": row["run"] + (" *" if row["latest"] else "")} for row in rows]
    return _with_says(starred, ("run", "state", "exit", *_COUNTS))


def difference_rows(site_folder: Path, named: tuple[str, ...]) -> dict[str, Any]:
    """New, gone and changed entries between two runs, earlier first; of a first dataset, which has no earlier run, all are new.

    Raises:
        UsageError: one run named, no published run to compare, or one whose records somebody edited.
    """
    earlier, later = _two_runs(site_folder, named)
    for run in filter(None, (earlier, later)):
        # refuses a row that is there twice
        Former(ledger.run_folder(site_folder, run) / ledger.RECORDS).ids()
    records = load(ledger.run_folder(site_folder, later))
    former = records.head(0) if earlier is None else load(ledger.run_folder(site_folder, earlier))
    found = difference(former, records)
    columns = ["id", "date", "title", "url"]
    return {
        "earlier": earlier,
        "later": later,
        "new": _told(found.new[columns]),
        "gone": _told(found.gone[columns]),
        "changed": _told(found.changed),
    }


def difference_table(rows: dict[str, Any]) -> Group:
    """The counts of the differences in a line, and the differences as a table below it."""
    told = [
        {
            "what": what,
            "id": row["id"],
            "before": "",
            "after": _joined(row["date"], row["title"]),
            "column": "",
        }
        for what in ("new", "gone")
        for row in rows[what]
    ]
    told += [
        {"what": "changed", **{name: cell or "" for name, cell in row.items()}} for row in rows["changed"]
    ]
    table = _table(told, ("what", "id", "column", "before", "after"))
    counts = ", ".join(f"{len(rows[what])} {what}" for what in ("new", "gone", "changed"))
    compared = (
        f"{rows['earlier']} to {rows['later']}" if rows["earlier"] else f"{rows['later']}, the first dataset"
    )
    return Group(Text(f"{compared}: {counts}"), *([table] if told else []))


def _as_it_stands(verdict: Verdict) -> Verdict:
    """The verdict a run has, or the one that the next run will give it where its process is gone."""
    return settled(verdict) if processes.killed(verdict) else verdict


def _told(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    """Rows as JSON holds them: text, and None where a cell is empty."""
    texts = rows.astype("str")
    return texts.astype("object").where(texts.notna(), None).to_dict(orient="records")


def _joined(*cells: str | None) -> str:
    return " ".join(cell for cell in cells if cell)


def _two_runs(site_folder: Path, named: tuple[str, ...]) -> tuple[str | None, str]:
    if len(named) == 2:
        return ledger.need_run(site_folder, named[0]), ledger.need_run(site_folder, named[1])
    if named:
        raise UsageError(f"{len(named)} runs named, expected none or two", listmend("runs", site_folder))
    later = ledger.need_run(site_folder, None)
    return ledger.read_verdict(ledger.run_folder(site_folder, later)).get("former"), later


def _site_row(folder: Path) -> dict[str, Any]:
    verdicts = ledger.runs(folder)
    try:
        published, broken = ledger.latest(folder), ""
    except UsageError as fault:  # the other sites are told all the same
        published, broken = None, fault.what
    good: Verdict = ledger.read_verdict(ledger.run_folder(folder, published)) if published else {}
    last: Verdict = _as_it_stands(verdicts[-1]) if verdicts else {}
    return {
        "site": folder.name,
        "published": published,
        "records": good.get("counts", {}).get("records"),
        "newest": good.get("dates", {}).get("last"),
        "last_run": last.get("run"),
        "state": last.get("state"),
        "says": "; ".join(filter(None, (broken, last.get("says")))),
    }


def _with_says(rows: list[dict[str, Any]], names: tuple[str, ...]) -> Group:
    """A table and below it each saying once, after the names of all rows that it is about: weeks of runs may say the same."""
    about: dict[str, list[str]] = {}
    for row in rows:
        if row["says"]:
            about.setdefault(row["says"], []).append(row[names[0]])
    return Group(_table(rows, names), *(Text(f"{', '.join(those)}: {says}") for says, those in about.items()))


def _table(rows: list[dict[str, Any]], names: tuple[str, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(
            name.replace("_", " "),
            overflow="fold",
            no_wrap=name in _WHOLE,
            justify="right" if name in _COUNTS else "left",
        )
    for row in rows:
        table.add_row(*(Text("–" if row[name] is None else str(row[name])) for name in names))
    return table
