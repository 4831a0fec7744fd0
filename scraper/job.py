"""One job: crawl, build, gates, publish, verdict, exit code.

The order is fixed and the crawl is over before the build begins. Whatever happens, the run folder gets a verdict, the
pointer moves only after every file is in place, and the exit code says which of the endings it was.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import shutil
import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines import ledger
from pipelines.build import Built, build
from pipelines.errors import Exit, ListmendError, OutputError, UsageError
from pipelines.examples import examples
from pipelines.gates import Bounds, Gate, failed, gates
from pipelines.loading import read_records
from pipelines.publish import data_package, point, write_records, write_rejects
from pipelines.raw import Raw, read_raw
from pipelines.report import render
from scraper.progress import progress
from scraper.site import SiteFile

Verdict = dict[str, Any]
ARCHIVE = "raw.warc.gz"
RAW = "raw.jsonl"
_ENDINGS = {
    "published": Exit.PUBLISHED,
    "crawled": Exit.PUBLISHED,
    "rebuilt": Exit.PUBLISHED,
    "gates_failed": Exit.GATES,
    "unreachable": Exit.UNREACHABLE,
    "interrupted": Exit.INTERRUPTED,
    "crashed": Exit.CRASH,
}
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


def run_site(site: SiteFile, output: Path, clock: datetime, *, crawl_only: bool = False) -> Verdict:
    """Crawl a site and, unless told not to, build and publish it.

    Args:
        site: the site file.
        output: the folder datasets land in.
        clock: now, aware; the only clock of the run.
        crawl_only: stop after the crawl, for a build later.

    Returns:
        the verdict that `run.json` holds; `exit` in it is the command's exit code.

    Raises:
        ListmendError: another run holds the site, the folder cannot be written.
    """
    site_folder = output / site.id
    with ledger.locked(site_folder, "run", clock):
        found = _settle(site_folder)
        former = ledger.latest(site_folder)
        place = Place(site_folder, ledger.open_run(site_folder, clock))
        verdict = _opening(site, place.run, clock, former, found)
        _say(place, verdict)
        with _told(place, verdict):
            verdict = _crawl(site, place, clock, verdict)
            if verdict["state"] == "crawled" and not crawl_only:
                verdict = _build(site, place, clock, verdict)
            _say(place, verdict)
        return verdict


def rebuild(site: SiteFile, output: Path, run: str | None, clock: datetime) -> Verdict:
    """Build a run again from its archive into a new run folder; the dataset before it is what it was built on.

    The pointer moves unless a newer crawl has been published since.

    Raises:
        UsageError: no such run, or it left nothing to build from.
    """
    site_folder = output / site.id
    if not site_folder.is_dir():
        raise UsageError(f"{site_folder}: no runs yet", f"listmend run {site.id}")
    with ledger.locked(site_folder, "build", clock):
        found = _settle(site_folder)
        source = Place(site_folder, ledger.need_run(site_folder, run or _newest_crawl(site_folder)))
        old = ledger.read_verdict(source.folder)
        crawled = datetime.fromisoformat(old["clock"]) if "clock" in old else clock
        place = Place(site_folder, ledger.open_run(site_folder, clock))
        verdict = {
            **_opening(site, place.run, crawled, old.get("former"), found),
            "crawl": old.get("crawl", {}),
        }
        verdict["built_from"] = old.get("built_from", source.run)
        _say(place, verdict)
        with _told(place, verdict):
            _raw_again(site, source.folder, place.folder)
            verdict = _build(site, place, crawled, verdict)
            _say(place, verdict)
        return verdict


def frame_of(site: SiteFile, output: Path, run: str | None) -> tuple[Raw, datetime, str]:
    """The raw entries of a run, its clock and its name, for explaining a row."""
    site_folder = output / site.id
    name = ledger.need_run(site_folder, run)
    folder = ledger.run_folder(site_folder, name)
    verdict = ledger.read_verdict(folder)
    return read_raw(folder / RAW), datetime.fromisoformat(verdict["clock"]), name


def _crawl(site: SiteFile, place: Place, clock: datetime, verdict: Verdict) -> Verdict:
    from scraper.crawl import crawl  # Scrapy takes half a second to import; a build does without it

    with ledger.writing(place.folder), progress(site.id) as tell:
        outcome = crawl(site, place.folder, clock, progress=tell)
    _give_back()
    verdict = {**verdict, "crawl": outcome.counts, "says": outcome.says}
    verdict["seconds"] = {"start_and_crawl": round(time.process_time(), 3)}
    if outcome.interrupted or outcome.unreachable:
        with ledger.writing(place.folder):
            write_rejects(read_raw(place.folder / RAW).rejects, place.folder)
    if outcome.interrupted:
        return _ended(verdict, "interrupted")
    if outcome.unreachable:
        return _ended(verdict, "unreachable")
    return _ended(verdict, "crawled")


def _give_back() -> None:
    """Return what the crawl held to the system before the build needs as much again; where the C library can."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _build(site: SiteFile, place: Place, clock: datetime, verdict: Verdict) -> Verdict:
    facts = site.facts(clock)
    before = verdict.get("former")
    former = (
        read_records(ledger.run_folder(place.site_folder, before) / "records.parquet") if before else None
    )
    last = ledger.read_verdict(ledger.run_folder(place.site_folder, before)).get("counts") if before else None
    began = time.process_time()
    raw = read_raw(place.folder / RAW)
    seconds = {**verdict.get("seconds", {}), "read": round(time.process_time() - began, 3)}
    built = build(raw, facts, former, verdict.get("built_from", place.run))
    judged = gates(built, facts, _bounds(site), last, verdict.get("crawl", {}).get("faults", 0))
    verdict = {**verdict, **_counts(raw, built), "gates": [asdict(gate) for gate in judged]}
    if failed(judged):
        says = "; ".join(filter(None, (verdict.get("says"), _why(failed(judged), before))))
        verdict = _ended({**verdict, "says": says}, "gates_failed")
        _write_beside(built, verdict, place)
        return verdict
    began = time.process_time()
    write_records(built, place.folder)
    verdict["seconds"] = {**seconds, **built.seconds, "write": round(time.process_time() - began, 3)}
    newer = verdict.get("built_from") and _published_since(place.site_folder, verdict["built_from"])
    verdict = _ended(verdict, "rebuilt" if newer else "published")
    if newer:
        verdict["says"] = f"built, not published: the newer run {newer} stands"
    _write_beside(built, verdict, place)
    _say(place, verdict)
    if not newer:
        point(place.site_folder, place.run, len(built.records))
    return verdict


def _write_beside(built: Built, verdict: Verdict, place: Place) -> None:
    """What a person reads about a run: report and data package; a run that failed has its report and its rejects."""
    with ledger.writing(place.folder):
        report = render(built.records.iloc[: built.current], verdict, built.changes)
        (place.folder / "report.html").write_text(report, encoding="utf-8")
        package = data_package(verdict["site"], verdict["run"], len(built.records))
        if verdict["state"] == "gates_failed":
            write_rejects(built.rejects, place.folder)
        else:
            (place.folder / "datapackage.json").write_text(_json(package), encoding="utf-8")


def _opening(site: SiteFile, run: str, clock: datetime, former: str | None, found: list[str]) -> Verdict:
    return {
        "site": site.id,
        "run": run,
        "state": "running",
        "clock": clock.astimezone(UTC).isoformat(timespec="seconds"),
        "start": list(site.start),
        "site_file": site.model_dump(mode="json", exclude_defaults=True),
        "former": former,
        "found": found,
        "process": os.getpid(),
        "versions": {name: version(name) for name in _VERSIONS},
    }


def _ended(verdict: Verdict, state: str) -> Verdict:
    return {**verdict, "state": state, "exit": int(_ENDINGS[state])}


def _counts(raw: Raw, built: Built) -> Verdict:
    seen = built.records.iloc[: built.current]
    dated = seen["date"].dropna()
    double = Counter(built.rejects["reason"])
    return {
        "counts": {
            "raw": built.raw,
            "entries": built.current,
            "records": len(built.records),
            **asdict(built.change),
            "dated": len(dated),
            "uncertain_dates": int((seen["date"].notna() & ~seen["date_certain"]).sum()),
            "entry_pages": raw.pages,
            "feed_items": raw.feed,
        },
        "rejects": dict(sorted(double.items())),
        "mended": built.rungs,
        "issues": built.issues,
        "cuts": _tally(seen["excerpt_cut"]),
        "sources": _tally(seen["excerpt_source"]),
        "languages": _tally(seen["language"]),
        "encodings": _tally(seen["encoding"]),
        "dates": {"first": str(dated.min()), "last": str(dated.max())} if len(dated) else {},
        "examples": [asdict(example) for example in examples(built.changes)],
    }


def _tally(cells: pd.Series) -> dict[str, int]:
    return {str(name): int(count) for name, count in cells.value_counts(sort=True).items()}


def _bounds(site: SiteFile) -> Bounds:
    expect = site.expect
    return Bounds(expect.rows_min, tuple(expect.languages), expect.newest_days, expect.dated_min)


def _why(missed: list[Gate], former: str | None) -> str:
    stands = f"{former} stands" if former else "there is no former dataset"
    return "; ".join(f"{gate.name}: {gate.says}" for gate in missed) + f"; not published, {stands}"


def _settle(site_folder: Path) -> list[str]:
    """Give runs that were killed their verdict and say what was found."""
    found = []
    for verdict in ledger.runs(site_folder):
        if verdict["state"] in ("running", "crawling"):
            place = Place(site_folder, verdict["run"])
            _say(place, _ended(verdict, "crashed"))
            archive = "its archive is kept" if (place.folder / ARCHIVE).is_file() else "it left no archive"
            found.append(f"run {place.run} was killed before its verdict; {archive}")
    return found


def _newest_crawl(site_folder: Path) -> str:
    for verdict in reversed(ledger.runs(site_folder)):
        folder = ledger.run_folder(site_folder, verdict["run"])
        if "built_from" not in verdict and any((folder / name).is_file() for name in (ARCHIVE, RAW)):
            return str(verdict["run"])
    raise UsageError(f"{site_folder}: no run left an archive", f"listmend run {site_folder.name}")


def _published_since(site_folder: Path, source: str) -> str | None:
    current = ledger.latest(site_folder)
    if current is None:
        return None
    crawled = ledger.read_verdict(ledger.run_folder(site_folder, current)).get("built_from", current)
    order = [verdict["run"] for verdict in ledger.runs(site_folder)]
    return current if order.index(crawled) > order.index(source) else None


def _raw_again(site: SiteFile, source: Path, target: Path) -> None:
    """Raw lines from the archive's bytes; a run without an archive gives its raw lines as they are."""
    with ledger.writing(target):
        if not (source / ARCHIVE).is_file():
            if not (source / RAW).is_file():
                raise UsageError(f"{source}: neither {ARCHIVE} nor {RAW}", "name another run: --run RUN")
            shutil.copyfile(source / RAW, target / RAW)
            return
        from scraper.crawl import reextract

        _link(source / ARCHIVE, target / ARCHIVE)
        with (target / RAW).open("w", encoding="utf-8", newline="\n") as out:
            for line in reextract(source / ARCHIVE, site):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)


def _say(place: Place, verdict: Verdict) -> None:
    ledger.replace(place.folder / ledger.VERDICT, _json(verdict))


def _json(thing: Any) -> str:
    return json.dumps(thing, ensure_ascii=False, indent=1) + "\n"


class _told:  # noqa: N801 - reads as a statement
    """Give the run a verdict whatever ends it; the exception goes on."""

    def __init__(self, place: Place, verdict: Verdict) -> None:
        self.place, self.verdict = place, verdict

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        if fault is None:
            return
        state = "interrupted" if isinstance(fault, KeyboardInterrupt) else "crashed"
        says = fault.what if isinstance(fault, ListmendError) else f"{type(fault).__name__}: {fault}"
        try:
            _say(self.place, {**_ended(self.verdict, state), "says": says})
        except OutputError as second:  # a full disk takes the verdict too; the first fault is what counts
            fault.add_note(f"the verdict could not be written: {second.what}")
