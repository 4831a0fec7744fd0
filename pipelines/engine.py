"""The same build on Dask: many sites' raw runs at once, one partition a site.

A list decides as a whole, and the lists of a site share its pages, its feed and the dataset before them. So what can be
handed to a worker is a site's run, never a part of its rows; a site of 100,000 entries takes three CPU seconds, and what is
worth spreading is hundreds of sites, after a change of the program for one. A worker reads and writes files itself, and
only counts travel between processes. Gates and pointers stay with the job (`listmend build`): nothing is published here.

The crawl never imports this, and Dask is an extra of its own: `pip install 'listmend[dask]'`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines.build import build
from pipelines.errors import UsageError
from pipelines.history.former import Former
from pipelines.publish import write_records
from pipelines.raw import read_raw
from pipelines.site import Site

PROCESSES = "processes"
"""Dask's own processes on this machine: the build is Python and Arrow, and threads would wait for each other."""


@dataclass(frozen=True, slots=True)
class Task:
    """One site's run to build.

    Attributes:
        site: facts of the site; its clock is that of the run.
        run: name of the run.
        raw: the run's `raw.jsonl`.
        target: folder for the tables, made where it is not there.
        former: `records.parquet` of the dataset before the run, or None.
    """

    site: Site
    run: str
    raw: Path
    target: Path
    former: Path | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task.

    Attributes:
        site: the site's id.
        run: name of the run.
        records: rows written.
        current: how many of them the run saw.
        rejects: what became no record.
        issues: unsettled things by code.
        seconds: CPU seconds of its process meanwhile.
        fault: why there are no tables, "" where there are.
    """

    site: str
    run: str
    records: int = 0
    current: int = 0
    rejects: int = 0
    issues: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    fault: str = ""


def build_sites(
    tasks: Iterable[Task], *, scheduler: str | None = PROCESSES, workers: int | None = None
) -> list[Done]:
    """Build many sites' runs at once; each writes the files that the job would write, byte for byte.

    Args:
        tasks: the runs; each has a folder of its own to write to.
        scheduler: a Dask scheduler by name; None leaves the choice to Dask, for a distributed client that is open.
        workers: processes at once; by default as many as there are cores.

    Returns:
        what became of each task, in their order; one site's fault leaves the others alone.

    Raises:
        UsageError: Dask is not installed, or two tasks write to one folder.
    """
    todo = list(tasks)
    targets = [task.target.resolve() for task in todo]
    if len(set(targets)) < len(targets):
        twice = next(str(target) for target in targets if targets.count(target) > 1)
        raise UsageError(f"{twice}: two tasks write there", "give each task a target of its own")
    dask = _dask()
    partitions = [dask.delayed(build_one, pure=False)(task) for task in todo]
    options = {"scheduler": scheduler} if scheduler else {}
    return list(dask.compute(*partitions, num_workers=workers, **options))


def build_one(task: Task) -> Done:
    """Read, build and write one run: what a worker does."""
    began = time.process_time()
    try:
        built = build(read_raw(task.raw), task.site, Former(task.former) if task.former else None, task.run)
        task.target.mkdir(parents=True, exist_ok=True)
        write_records(built, task.target)
    except Exception as fault:  # noqa: BLE001 - told with its site; the others are built
        return Done(task.site.id, task.run, fault=f"{type(fault).__name__}: {fault}")
    return Done(
        task.site.id,
        task.run,
        records=len(built.records),
        current=built.current,
        rejects=len(built.rejects),
        issues=built.issues,
        seconds=round(time.process_time() - began, 3),
    )


def _dask() -> Any:
    try:
        import dask
    except ImportError as fault:
        raise UsageError(
            f"building on Dask needs Dask, which is not installed ({fault})", "pip install 'listmend[dask]'"
        ) from fault
    return dask
