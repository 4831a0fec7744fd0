"""Which old runs may go, and letting them go.

A run keeps its archive so that it can be built again, and a schedule fills a disk with them. What goes is chosen by what
must stay: the published run; the runs it was built on and from, which `diff` and a build of it again read; the newest
run, whose number the next one follows. A site without a dataset keeps all its runs, since each may still become one. No
record is lost with a run: every published run holds each entry ever seen.
"""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines import disk, ledger

ASIDE = ".forgotten"
"""What a run's folder is called while it is deleted, in one step and one after the other: no kill leaves half a run."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A site's runs, taken apart; a folder among them that is not named as a run is neither.

    Attributes:
        stay: by run, why it stays.
        go: the others, in the order they began.
    """

    stay: dict[str, str]
    go: tuple[str, ...]


def choose(site_folder: Path, *, newest: int = 0, since: datetime | None = None) -> Choice:
    """Choose the runs that may go; a run stays where any reason keeps it.

    Args:
        site_folder: the site's folder.
        newest: so many of the newest runs stay.
        since: runs that began at this moment or later stay, by their names.

    Raises:
        UsageError: the pointer to the published run cannot be read.
    """
    began = {str(verdict["run"]): ledger.moment(verdict["run"]) for verdict in ledger.runs(site_folder)}
    runs = [run for run, moment in began.items() if moment]
    published = ledger.latest(site_folder)
    if published not in runs:
        return Choice(dict.fromkeys(runs, "no dataset yet"), ())
    verdict = ledger.read_verdict(ledger.run_folder(site_folder, published))
    reasons: dict[str, list[str | None]] = {
        "recent": [run for run, moment in began.items() if moment and since and moment >= since],
        f"among the newest {newest}": [*runs[max(0, len(runs) - newest) :]],
        "newest": [runs[-1]],
        "former dataset": [verdict.get("former")],
        "source of the published one": [verdict.get("built_from")],
        "published": [published],
    }
    why = {run: reason for reason, kept in reasons.items() for run in kept}
    return Choice({run: why[run] for run in runs if run in why}, tuple(run for run in runs if run not in why))


def size(site_folder: Path, runs: tuple[str, ...]) -> int:
    """Bytes on disk that go with these runs; an archive that another run links stays."""
    files = [
        file.lstat()
        for run in runs
        for file in ledger.run_folder(site_folder, run).rglob("*")
        if not file.is_dir()
    ]
    links = Counter((file.st_dev, file.st_ino) for file in files)
    last = {(file.st_dev, file.st_ino): file for file in files}
    return sum(file.st_size for inode, file in last.items() if links[inode] == file.st_nlink)


def forget(site_folder: Path, runs: tuple[str, ...]) -> None:
    """Delete runs, under the site's lock, and what an earlier deletion left half done.

    Raises:
        UsageError: no permission to.
        OutputError: the disk refused.
    """
    aside = site_folder / ASIDE
    with disk.writing(site_folder):
        if aside.exists():
            shutil.rmtree(aside)
        for run in runs:
            # no new folder to move it into: a disk that is full has no room for one
            ledger.run_folder(site_folder, run).rename(aside)
            shutil.rmtree(aside)
