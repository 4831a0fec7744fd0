"""One run as it goes: its folder, its verdict so far, and the ending it is given whatever happens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipelines import disk, ledger, processes
from pipelines.errors import Exit, ListmendError, MemoryEndedError, OutputError
from pipelines.verdict import Verdict
from scraper.site import SiteFile

ARCHIVE = "raw.warc.gz"
RAW = "raw.jsonl"
ENDINGS = {
    "published": Exit.PUBLISHED,
    "crawled": Exit.PUBLISHED,
    "rebuilt": Exit.PUBLISHED,
    "gates_failed": Exit.GATES,
    "unreachable": Exit.UNREACHABLE,
    "interrupted": Exit.INTERRUPTED,
    "crashed": Exit.CRASH,
}
"""What a run that has ended is called, and the exit code of its command."""
_VERSIONS = ("listmend", "scrapy", "ftfy", "langdetect", "pandas", "pyarrow")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one run stands: the site's folder and the run's name in it."""

    site_folder: Path
    run: str

    @property
    def folder(self) -> Path:
        """The run's own folder."""
        return ledger.run_folder(self.site_folder, self.run)


def opening(site: SiteFile, place: Place, clock: datetime, former: str | None, found: list[str]) -> Verdict:
    """The verdict of a run that begins.

    Args:
        site: the site file.
        place: the run, under the site's lock.
        clock: when its pages were or will be asked for.
        former: the run published last, or None.
        found: what was found in the site's folder, for a person.
    """
    return {
        "site": site.id,
        "run": place.run,
        "number": ledger.next_number(place.site_folder),
        "state": "running",
        "clock": clock.astimezone(UTC).isoformat(timespec="seconds"),
        "start": list(site.start),
        "site_file": site.model_dump(mode="json", exclude_defaults=True),
        "former": former,
        "found": [*found, *_behind(place.site_folder, clock, former)],
        **processes.process(),
        "versions": {name: version(name) for name in _VERSIONS},
    }


def _behind(site_folder: Path, clock: datetime, former: str | None) -> list[str]:
    """A clock that was set back: records seen again keep their first day, and nothing is older than it began."""
    told = ledger.read_verdict(ledger.run_folder(site_folder, former)).get("clock") if former else None
    if told is None or clock >= datetime.fromisoformat(told):
        return []
    return [f"the clock says {clock.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC, before the former run {former}"]


def ended(verdict: Verdict, state: str) -> Verdict:
    """The verdict with its ending and the exit code that means it."""
    return {**verdict, "state": state, "exit": int(ENDINGS[state])}


def settled(verdict: Verdict) -> Verdict:
    """The verdict of a run that was killed: published where its files were whole, else crashed."""
    if not verdict.get("complete"):
        says = "; ".join(
            filter(None, (verdict.get("says"), "ended before its verdict: killed, or no room to write it"))
        )
        return ended({**verdict, "says": says}, "crashed")
    whole = ended(verdict, "published")
    del whole["complete"]
    return whole


def say(place: Place, verdict: Verdict) -> None:
    """Write the verdict so far into the run's folder."""
    disk.replace(place.folder / ledger.VERDICT, as_json(verdict))


def as_json(thing: Any) -> str:
    """One object as the files of a run hold it."""
    return json.dumps(thing, ensure_ascii=False, indent=1) + "\n"


def _said(fault: BaseException) -> str:
    if isinstance(fault, MemoryError):
        fault = MemoryEndedError()
    return fault.what if isinstance(fault, ListmendError) else f"{type(fault).__name__}: {fault}"


@contextmanager
def concluded(place: Place, verdict: Verdict) -> Iterator[None]:
    """Give the run a verdict whatever ends it, unless it has ended already; the exception goes on."""
    try:
        yield
    except BaseException as fault:
        by_hand = isinstance(fault, KeyboardInterrupt)
        state = "interrupted" if by_hand else "crashed"
        says = "stopped before its end" if by_hand else _said(fault)
        try:
            so_far: Verdict = {**verdict, **ledger.read_verdict(place.folder)}
            if so_far["state"] == "running":
                say(place, {**ended(so_far, state), "says": says})
        except OutputError as second:  # a full disk takes the verdict too; the first fault is what counts
            fault.add_note(f"the verdict could not be written: {second.what}")
        raise
