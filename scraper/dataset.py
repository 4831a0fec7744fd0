"""From a run's raw lines to a published dataset: build, gates, files, pointer."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipelines import disk, ledger
from pipelines.build import Built, build
from pipelines.examples import examples
from pipelines.gates.gate import Gate
from pipelines.gates.judged import Bounds, failed, gates
from pipelines.history.former import Former
from pipelines.known_pages import add_known_pages
from pipelines.memory import give_back
from pipelines.next_command import in_folder, listmend
from pipelines.publish import data_package, point, write_records, write_rejects
from pipelines.raw import Raw, read_raw
from pipelines.report import render
from pipelines.site import Site
from pipelines.verdict import Verdict
from scraper.no_entries import seen, to_try
from scraper.pages.judgement import ARCHIVE_ENDS
from scraper.run_state import RAW, Place, as_json, ended, say
from scraper.site import SiteFile
from scraper.stop_signals import too_late


def publish(
    site: SiteFile,
    place: Place,
    clock: datetime,
    verdict: Verdict,
    *,
    excel: bool = False,
    accepted: bool = False,
) -> Verdict:
    """Build a run's records and publish them, unless a gate or a newer run stands against it.

    Args:
        site: the site file.
        place: the run; `raw.jsonl` is in its folder.
        clock: when the pages were asked for.
        verdict: what is known of the run so far.
        excel: write a second CSV for spreadsheets.
        accepted: the site is so now: what only the dataset before speaks against does not count.

    Returns:
        the verdict, ended as `published`, `rebuilt` or `gates_failed`.

    Raises:
        OutputError: a file could not be read or written.
    """
    facts = site.facts(clock)
    raw, built, seconds = _read_and_built(facts, place, verdict, known=site.detail != "never")
    verdict = {**verdict, **_damaged(raw, verdict)}
    former = verdict.get("former")
    last = ledger.read_verdict(ledger.run_folder(place.site_folder, former)).get("counts") if former else None
    faults = verdict.get("crawl", {}).get("faults", 0)
    judged = [
        *_whole_crawl(verdict, place.site_folder, accepted),
        *gates(
            built,
            facts,
            _bounds(site),
            last,
            faults,
            accepted=accepted,
            where=in_folder(place.site_folder.parent),
        ),
    ]
    verdict = {**verdict, **_counts(raw, built), "gates": [asdict(gate) for gate in judged]}
    verdict["counts"]["expected"] = _expected(site, verdict, None if accepted else last)
    if undated := _dated_elsewhere(site, verdict["counts"]):
        verdict["says"] = "; ".join(filter(None, (verdict.get("says"), undated)))
    if not failed(judged):
        return _published(built, {**verdict, "seconds": seconds}, place, excel)
    nothing = _nothing_found(raw, site, verdict, place.site_folder) if not len(raw.entries) else ""
    says = "; ".join(filter(None, (verdict.get("says"), _why(failed(judged), former), nothing)))
    verdict = ended({**verdict, "says": says}, "gates_failed")
    _write_beside(built, verdict, place)
    return verdict


def _dated_elsewhere(site: SiteFile, counts: dict[str, int]) -> str:
    """That a list gives no dates and the entries' own pages do, where not all of them were read; "" elsewhere."""
    dated, missing = counts["dated"], counts["entries"] - counts["dated"]
    if site.detail not in ("newest", "cut") or counts["dates_listed"] or not dated or not missing:
        return ""
    return f'{missing} of {counts["entries"]} entries have no date: the list gives none, pages of entries do; detail = "always" in the site file reads them all'


def _whole_crawl(verdict: Verdict, site_folder: Path, accepted: bool) -> list[Gate]:
    """A part of a crawl is no run of its lists, unless a person takes it for one."""
    if not verdict.get("part"):
        return []
    way = (
        f"to publish what came: {listmend('build', site_folder, '--run', verdict['built_from'], '--accept')}"
    )
    return [Gate("whole_crawl", accepted, "accepted as it is" if accepted else way)]


def _damaged(raw: Raw, verdict: Verdict) -> Verdict:
    """A build from an archive that lost a record is a part of its crawl."""
    if (
        "built_from" not in verdict
        or verdict.get("part")
        or not (raw.rejects["reason"] == ARCHIVE_ENDS).any()
    ):
        return {}
    why = f"the archive of {verdict['built_from']} is damaged: entries may be missing"
    return {"part": why, "says": "; ".join(filter(None, (verdict.get("says"), why)))}


def _read_and_built(
    facts: Site, place: Place, verdict: Verdict, *, known: bool
) -> tuple[Raw, Built, dict[str, float]]:
    """The run's raw lines, with the pages that the run before `known`, their build upon its dataset, and the CPU seconds of each part."""
    former = verdict.get("former")
    before = ledger.run_folder(place.site_folder, former) if former else None
    records = before / "records.parquet" if before else None
    began = time.process_time()
    if before is not None and known:
        with disk.writing(place.folder):
            add_known_pages(place.folder / RAW, before / RAW)
    raw = read_raw(place.folder / RAW)
    seconds = {**verdict.get("seconds", {}), "read": round(time.process_time() - began, 3)}
    give_back(len(raw.entries))
    built = build(raw, facts, Former(records) if records else None, verdict.get("built_from", place.run))
    give_back(len(built.records))
    return raw, built, {**seconds, **built.seconds}


def _published(built: Built, verdict: Verdict, place: Place, excel: bool) -> Verdict:
    """Write the files of a run that passed its gates and move the pointer, unless a newer run has it."""
    began = time.process_time()
    write_records(built, place.folder, excel=excel)
    verdict["seconds"]["write"] = round(time.process_time() - began, 3)
    newer = verdict.get("built_from") and _published_since(place.site_folder, verdict["built_from"])
    verdict = ended(verdict, "rebuilt" if newer else "published")
    if newer:
        told = f"built, not published: the newer run {newer} stands"
        verdict["says"] = "; ".join(filter(None, (verdict.get("says"), told)))
    _write_beside(built, verdict, place)
    with too_late():
        if not newer:
            say(place, {**verdict, "state": "running", "complete": True})
            point(place.site_folder, place.run, len(built.records))
        say(place, verdict)
    return verdict


def _write_beside(built: Built, verdict: Verdict, place: Place) -> None:
    """What a person reads about a run: report and data package; a run that failed has its report and its rejects."""
    with disk.writing(place.folder):
        report = render(built.records.iloc[: built.current], verdict, built.changes)
        disk.replace(place.folder / "report.html", report)
        package = data_package(verdict["site"], verdict["run"], len(built.records))
        if verdict["state"] == "gates_failed":
            write_rejects(built.rejects, place.folder)
        else:
            disk.replace(place.folder / "datapackage.json", as_json(package))


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
            "titled": int(seen["title_raw"].notna().sum()),
            "dates_listed": int(seen["date_raw"].notna().sum()),
            "linked": int(seen["url"].notna().sum()),
            "excerpts": int(seen["excerpt"].notna().sum()),
            "uncertain_dates": int((seen["date"].notna() & ~seen["date_certain"]).sum()),
            "entry_pages": raw.pages,
            "feed_items": raw.feed,
        },
        "rejects": dict(sorted(double.items())),
        "mended": built.mended,
        "issues": built.issues,
        "lists": {name: asdict(list_) for name, list_ in built.lists.items()},
        "cuts": _tally(seen["excerpt_cut"]),
        "sources": _tally(seen["excerpt_source"]),
        "languages": _tally(seen["language"]),
        "encodings": _tally(seen["encoding"]),
        "dates": {"first": str(dated.min()), "last": str(dated.max())} if len(dated) else {},
        "examples": [asdict(example) for example in examples(built.changes)],
    }


def _tally(cells: pd.Series) -> dict[str, int]:
    return {str(name): int(count) for name, count in cells.value_counts(sort=True).items()}


def _expected(site: SiteFile, verdict: Verdict, last: dict[str, int] | None) -> int:
    """Entries of a whole run: of this one, or of the last before a chain broke or ended at known entries."""
    entries: int = verdict["counts"]["entries"]
    whole = set(verdict.get("depths", site.start)) >= set(site.start) and not verdict["rejects"].get("known")
    return entries if whole else max(entries, (last or {}).get("expected", 0))


def _bounds(site: SiteFile) -> Bounds:
    expect = site.expect
    return Bounds(
        expect.rows_min, tuple(expect.languages), expect.newest_days, expect.dated_min, expect.excerpts_min
    )


def _why(missed: list[Gate], former: str | None) -> str:
    stands = f"{former} stands" if former else "there is no former dataset"
    return "; ".join(f"{gate.name}: {gate.says}" for gate in missed) + f"; not published, {stands}"


def _nothing_found(raw: Raw, site: SiteFile, verdict: Verdict, site_folder: Path) -> str:
    rejects = raw.rejects[["url", "reason", "detail"]].fillna("").itertuples(index=False, name=None)
    told = seen(rejects, site.start, verdict.get("says", ""))
    way = (
        f"{listmend('runs', site_folder)} names other runs to build"
        if verdict.get("part")
        else to_try(
            listmend("check", site_folder), selectors=bool(site.selectors), before=bool(verdict.get("former"))
        )
    )
    return f"{told}. {way}" if told else way


def _published_since(site_folder: Path, source: str) -> str | None:
    current = ledger.latest(site_folder)
    if current is None:
        return None
    crawled = ledger.read_verdict(ledger.run_folder(site_folder, current)).get("built_from", current)
    return current if ledger.began_later(site_folder, crawled, source) else None
