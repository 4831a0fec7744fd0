"""Runs of a site on disk: their folders, verdicts, and the pointer to the published one.

A run is a folder; its `run.json` says how it stands and is replaced as a whole. Runs are numbered as they begin, because
a clock may be set back.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from pipelines.disk import writing
from pipelines.errors import UsageError
from pipelines.next_command import listmend
from pipelines.verdict import Verdict, well_formed

POINTER = "latest"
VERDICT = "run.json"
_STAMP = "%Y%m%dT%H%M%SZ"


def run_folder(site_folder: Path, run: str) -> Path:
    """Where a run's files are."""
    return site_folder / "runs" / run


def open_run(site_folder: Path, clock: datetime) -> str:
    """Make a new run folder and return the run's name, `20261120T060000Z`, numbered if the clock stood still."""
    stem = clock.astimezone(UTC).strftime(_STAMP).rjust(16, "0")  # years before 1000 too sort by name
    number = 1
    with writing(site_folder):
        (site_folder / "runs").mkdir(parents=True, exist_ok=True)
        while True:
            run = stem if number == 1 else f"{stem}-{number}"
            try:
                run_folder(site_folder, run).mkdir()
                return run
            except FileExistsError:
                number += 1


def runs(site_folder: Path) -> list[Verdict]:
    """Verdicts of all runs, in the order they began; a run without a readable verdict is `crashed`.

    A clock may be set back, so the number each run was given counts; a run without one stands behind the run before it
    by name. A folder named otherwise, such as a copy of a run, is none.
    """
    folder = site_folder / "runs"
    found = [run for run in folder.iterdir() if moment(run.name)] if folder.is_dir() else []
    verdicts = [read_verdict(run) for run in sorted(found, key=lambda run: _age(run.name)) if run.is_dir()]
    places, number = [], 0
    for verdict in verdicts:
        number = verdict.get("number", number)
        places.append(number)
    return [verdict for _, verdict in sorted(zip(places, verdicts, strict=True), key=lambda pair: pair[0])]


def moment(run: str) -> datetime | None:
    """When a run began by its name, or None where the folder is named by somebody else."""
    stem, dash, number = run.partition("-")
    try:
        return datetime.strptime(stem, _STAMP).replace(tzinfo=UTC) if not dash or number.isdecimal() else None
    except ValueError:
        return None


def next_number(site_folder: Path) -> int:
    """The number of the run that begins now, under the site's lock: one more than any run has."""
    return 1 + max((verdict.get("number", 0) for verdict in runs(site_folder)), default=0)


def began_later(site_folder: Path, run: str, other: str) -> bool:
    """Whether a run began after another, by their numbers; by their names where one was deleted or has none."""
    one, two = (read_verdict(run_folder(site_folder, name)).get("number") for name in (run, other))
    if one is None or two is None:
        return _age(run) > _age(other)
    return bool(one > two)


def _age(run: str) -> tuple[str, int]:
    """What runs' names sort by, the oldest first; a run that was deleted keeps its place."""
    stem, _, number = run.partition("-")
    return stem, int(number or 1) if number.isdigit() or not number else 0


def read_verdict(folder: Path) -> Verdict:
    """The verdict of one run folder, whose name is the run's; `crashed` where there is none to read.

    What an edit left of another type is not there.
    """
    try:
        told = json.loads((folder / VERDICT).read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError, ValueError):
        told = None
    known = cast("Verdict", well_formed(told) if isinstance(told, dict) else {})
    return {"state": "crashed", **known, "run": folder.name}


def latest(site_folder: Path) -> str | None:
    """Name of the published run, or None before the first.

    Raises:
        UsageError: the pointer is none, or cannot be read.
    """
    try:
        told = json.loads((site_folder / POINTER).read_text(encoding="utf-8"))
        if isinstance(told["run"], str):
            return str(told["run"])
        raise ValueError("its run is no name")
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, IsADirectoryError) as fault:
        raise UsageError(
            f"{site_folder / POINTER}: not a pointer to a run",
            f'replace it with one such as {{"run": "20261120T060000Z"}}, see {listmend("runs", site_folder)}',
        ) from fault
    except OSError as fault:
        raise UsageError(
            f"{site_folder / POINTER}: cannot be read ({fault.strerror})", "check its permissions"
        ) from fault


def need_dataset(site_folder: Path, run: str) -> None:
    """Refuse to begin a run upon a published one whose records are gone or damaged: it could not be built.

    Raises:
        UsageError: what is wrong with it, and how to get a dataset back.
    """
    file = run_folder(site_folder, run) / RECORDS
    try:
        with file.open("rb") as records:
            ends = records.read(4), records.seek(-4, os.SEEK_END), records.read(4)
        why = "" if ends[0] == ends[2] == _MAGIC else "is damaged"
    except OSError as fault:
        why = f"cannot be read ({fault.strerror})"
    if not why:
        return
    others = [verdict["run"] for verdict in runs(site_folder) if verdict["state"] == "published"]
    others = [name for name in others if (run_folder(site_folder, name) / RECORDS).is_file() and name != run]
    again = listmend("build", site_folder, "--run", run) if file.parent.is_dir() else ""
    back = f'write {{"run": "{others[-1]}"}} into {site_folder / POINTER}' if others else ""
    raise UsageError(
        f"{site_folder / POINTER}: names run {run}, but {file} {why}; nothing was requested",
        ", or ".join(filter(None, (again, back))) or f"remove {site_folder / POINTER} to begin anew",
    )


RECORDS = "records.parquet"
_MAGIC = b"PAR1"
"""What a Parquet file begins and ends with; to read more of it would take half a second of imports."""


def need_run(site_folder: Path, run: str | None) -> str:
    """The named run, or the published one; UsageError with what there is when there is none."""
    name = run or latest(site_folder)
    if name is None:
        raise UsageError(f"{site_folder}: no dataset yet", listmend("run", site_folder))
    if name in (".", "..") or Path(name).name != name or not run_folder(site_folder, name).is_dir():
        known = ", ".join(verdict["run"] for verdict in runs(site_folder)[-5:]) or "none"
        raise UsageError(
            f"{site_folder}: no run {name!r}; newest runs: {known}", listmend("runs", site_folder)
        )
    return name
