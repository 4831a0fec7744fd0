"""One job: crawl, build, gates, publish, verdict, exit code.

The order is fixed and the crawl is over before the build begins. Whatever happens, the run folder gets a verdict, the
pointer moves only after every file is in place, and the exit code says which of the endings it was.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import time
from datetime import datetime
from pathlib import Path

from pipelines import disk, ledger, site_lock
from pipelines.errors import UsageError
from pipelines.next_command import in_folder, listmend
from pipelines.verdict import Verdict
from scraper.broken_chains import breaks_of, ended_again, told
from scraper.build_base import base_of, cut_off, part
from scraper.crawl_process import crawl_apart
from scraper.known_entries import TO_THE_END, Known, known_of
from scraper.outcome import CrawlOutcome
from scraper.progress import progress
from scraper.proxies import proxy_for
from scraper.run_state import ARCHIVE, RAW, Place, concluded, ended, opening, say, settled
from scraper.site import SiteFile
from scraper.which_site import site_id


def run_site(
    site: SiteFile,
    output: Path,
    clock: datetime,
    *,
    crawl_only: bool = False,
    excel: bool = False,
    accept: bool = False,
) -> Verdict:
    """Crawl a site and, unless told not to, build and publish it.

    Args:
        site: the site file.
        output: the folder datasets land in.
        clock: now, aware; the only clock of the run.
        crawl_only: stop after the crawl, for a build later.
        excel: write a second CSV for spreadsheets.
        accept: the site is so now: what only the dataset before speaks against does not count.

    Returns:
        the verdict that `run.json` holds; `exit` in it is the command's exit code.

    Raises:
        ListmendError: another run holds the site, the folder cannot be written.
    """
    site_folder = output / site.id
    for start in site.start:
        proxy_for(start)  # one that is none is told before a run is opened
    with site_lock.locked(site_folder, "run", clock):
        found = [*_settle(site_folder), *filter(None, [site.found_for])]
        former = ledger.latest(site_folder)
        if former is not None and not crawl_only:
            ledger.need_dataset(site_folder, former)
        place = Place(site_folder, ledger.open_run(site_folder, clock))
        verdict = opening(site, place, clock, former, found)
        say(place, verdict)
        with concluded(place, verdict):
            verdict = _crawl(site, place, clock, verdict, known_of(site, site_folder, former))
            if verdict["state"] == "crawled" and not crawl_only:
                # killed in its build, it has crawled all the same
                say(place, {**verdict, "state": "running"})
                verdict = _publish(site, place, clock, verdict, excel, accept)
            say(place, verdict)
        return verdict


def rebuild(
    site: SiteFile,
    output: Path,
    run: str | None,
    clock: datetime,
    *,
    excel: bool = False,
    accept: bool = False,
) -> Verdict:
    """Build a run again from its archive into a new run folder, upon the dataset before it (`build_base`).

    The pointer moves unless a newer crawl has been published since, or the crawl is a part and nobody accepts that.

    Args:
        site: the site file as it is now.
        output: the folder datasets land in.
        run: the run to build from; None for the newest crawl.
        clock: now, aware; names the new run, whose pages keep the time at which they came.
        excel: write a second CSV for spreadsheets.
        accept: the site is so now: what only the dataset before speaks against does not count.

    Returns:
        the verdict that `run.json` holds; `exit` in it is the command's exit code.

    Raises:
        UsageError: no such run, it left nothing to build from, or the dataset before it was forgotten.
    """
    site_folder = output / site.id
    if not site_folder.is_dir():
        # such an id is known by its runs
        named = site.start[0] if site_id(site.start[0]) == site.id else site.id
        raise UsageError(
            f"{site_folder}: no runs yet", shlex.join(["listmend", "run", named]) + in_folder(output)
        )
    with site_lock.locked(site_folder, "build", clock):
        found = _settle(site_folder)
        ledger.latest(site_folder)  # one that is none is told before a run is opened
        source = Place(site_folder, ledger.need_run(site_folder, run or _newest_crawl(site_folder)))
        old = ledger.read_verdict(source.folder)
        base = base_of(site_folder, source.run)
        crawled = datetime.fromisoformat(old["clock"]) if "clock" in old else clock
        place = Place(site_folder, ledger.open_run(site_folder, clock))
        verdict: Verdict = {
            **opening(site, place, crawled, base, found),
            "crawl": old.get("crawl", {}),
            "depths": old.get("depths", {}),
            "breaks": old.get("breaks", {}),
            **({"part": why, "says": why} if (why := part(old)) else {}),
        }
        verdict["built_from"] = old.get("built_from", source.run)
        say(place, verdict)
        with concluded(place, verdict):
            _raw_again(site, source.folder, place.folder)
            verdict = _publish(site, place, crawled, verdict, excel, accept)
            say(place, verdict)
        return verdict


def _crawl(site: SiteFile, place: Place, clock: datetime, verdict: Verdict, known: Known) -> Verdict:
    with progress(site.id) as tell:
        crawled = crawl_apart(site, place.folder, clock, known=known, progress=tell, meanwhile=_ready)
    outcome = crawled.outcome
    verdict = {**verdict, "crawl": outcome.counts, **_chains(outcome, place.site_folder, verdict["former"])}
    verdict["seconds"] = {"start_and_crawl": round(time.process_time() + crawled.seconds, 3)}
    if outcome.interrupted or outcome.unreachable:
        from pipelines.publish import write_rejects
        from pipelines.raw import read_raw

        with disk.writing(place.folder):
            write_rejects(read_raw(place.folder / RAW).rejects, place.folder)
    if outcome.interrupted:
        return ended({**verdict, "part": cut_off(place.run, "was interrupted")}, "interrupted")
    if outcome.unreachable:
        return ended({**verdict, "rejects": outcome.rejects}, "unreachable")
    return ended(verdict, "crawled")


def _chains(outcome: CrawlOutcome, site_folder: Path, former: str | None) -> Verdict:
    """How deep each chain of pages went, and what is to be said of those that broke."""
    folder = ledger.run_folder(site_folder, former) if former else None
    before = breaks_of(ledger.read_verdict(folder).get("breaks", {}) if folder else {})
    ended_there = ended_again(outcome.breaks, before)
    open_ = {start: broken for start, broken in outcome.breaks.items() if start not in ended_there}
    not_asked = set(outcome.depths) if outcome.rejects.get("known") else set()
    return {
        "says": "; ".join(filter(None, (outcome.says, *told(open_)))),
        "depths": {**outcome.depths, **dict.fromkeys(sorted(ended_there), TO_THE_END)},
        "breaks": {start: broken for start, broken in before.items() if start in not_asked} | outcome.breaks,
    }


def _ready() -> None:
    """Import what the build needs while the crawl starts: half a second that nobody waits for."""
    import scraper.dataset  # noqa: F401


def _publish(
    site: SiteFile, place: Place, clock: datetime, verdict: Verdict, excel: bool, accepted: bool = False
) -> Verdict:
    from scraper.dataset import publish

    return publish(site, place, clock, verdict, excel=excel, accepted=accepted)


def _settle(site_folder: Path) -> list[str]:
    """Give runs that were killed their verdict, move the pointer where that alone was left, and say what was found."""
    found = []
    for verdict in ledger.runs(site_folder):
        if verdict["state"] != "running":
            continue
        place = Place(site_folder, verdict["run"])
        if verdict.get("complete"):
            from pipelines.publish import point

            point(site_folder, place.run, verdict["counts"]["records"])
            found.append(f"run {place.run} was killed as it was published; its files are whole, and it is")
        else:
            archive = "its archive is kept" if (place.folder / ARCHIVE).is_file() else "it left no archive"
            found.append(
                f"run {place.run} ended before its verdict, killed or without room to write it; {archive}"
            )
        say(place, settled(verdict))
    return found


def _newest_crawl(site_folder: Path) -> str:
    for verdict in reversed(ledger.runs(site_folder)):
        folder = ledger.run_folder(site_folder, verdict["run"])
        if "built_from" not in verdict and any((folder / name).is_file() for name in (ARCHIVE, RAW)):
            return str(verdict["run"])
    raise UsageError(f"{site_folder}: no run left an archive", listmend("run", site_folder))


def _raw_again(site: SiteFile, source: Path, target: Path) -> None:
    """Raw lines from the archive's bytes; a run without an archive gives its raw lines as they are."""
    with disk.writing(target):
        if not (source / ARCHIVE).is_file():
            if not (source / RAW).is_file():
                raise UsageError(f"{source}: neither {ARCHIVE} nor {RAW}", "name another run: --run RUN")
            shutil.copyfile(source / RAW, target / RAW)
            return
        from scraper.pages.archive_reader import reextract

        _link(source / ARCHIVE, target / ARCHIVE)
        with (target / RAW).open("w", encoding="utf-8", newline="\n") as out:
            for line in reextract(source / ARCHIVE, site):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)
