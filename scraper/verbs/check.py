"""`listmend check`: the command around `checking`."""

from __future__ import annotations

import shlex
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.errors import Exit, SiteFileError, UnreachableError, UsageError
from pipelines.next_command import listmend
from pipelines.plural import plural
from scraper.verbs.options import clock_option, json_option, now, output_option, show, start_option

if TYPE_CHECKING:
    from scraper.pages.archive_reader import Kept
    from scraper.site import SiteFile
    from scraper.site_files.findings import Source
    from scraper.site_files.golden import Golden


@click.command()
@click.argument("site", metavar="SITE")
@click.option("--live", is_flag=True, help="Fetch a few pages of the site now.")
@click.option("--run", "named", metavar="RUN", help="Check against this run's archive.")
@click.option("--save", is_flag=True, help="With --live, if nothing drifts: save the pages as golden ones.")
@start_option
@output_option
@clock_option
@json_option
def check(
    site: str,
    live: bool,
    named: str | None,
    save: bool,
    start: str | None,
    output: Path,
    clock: datetime | None,
    as_json: bool,
) -> None:
    """Check a site file against saved pages or the live site.

    Saved pages are the golden ones and the archive of the newest run. If a page has drifted, the line to change is proposed.

    Exit codes: 0 fine, 2 no such site or no pages, 3 drift, 4 site unreachable.
    """
    if save and not live:
        raise UsageError("--save without --live", f"listmend check {shlex.quote(site)} --live --save")
    if live and named:
        raise UsageError("--live with --run", "choose one of them")
    from scraper.site_files.checking import check as checked
    from scraper.site_files.golden import rows_of, save_golden
    from scraper.verbs.check_table import table, told
    from scraper.which_site import file_to_check, load_site

    file = file_to_check(site, output)
    chosen = load_site(site, start)
    moment = clock or now()
    golden = _golden(file, replaced=save)
    sources = [] if live else _kept(chosen, golden if named is None else None, output, named)
    if not sources:
        sources = [_live(chosen, moment)]
    if golden is not None:
        sources = [replace(one, known=tuple(golden[1])) if one.rows is None else one for one in sources]
    findings = [checked(chosen, source) for source in sources]
    drifted = any(finding.drifts for finding in findings)
    code = Exit.GATES if drifted else Exit.PUBLISHED
    kept = ""
    if save and not drifted:  # before anything is told: it may fail, and a program reads one answer
        pages = [page for page in sources[0].pages if page.refusal() is None]
        folder = save_golden(file, pages, rows_of(chosen, pages), moment)
        kept = f"kept {len(pages)} golden {plural(len(pages), 'page')} in {folder}"
    show(told(chosen, file, findings, int(code), site), table, as_json)
    if kept:
        click.echo(kept, err=as_json)
    raise SystemExit(code)


def _golden(file: Path, *, replaced: bool) -> Golden | None:
    """The golden pages of a file, if any; ones that are not whole are none where others are about to replace them."""
    from scraper.site_files.golden import load_golden

    try:
        return load_golden(file)
    except SiteFileError:
        if replaced:
            return None
        raise


def _kept(site: SiteFile, golden: Golden | None, output: Path, named: str | None) -> list[Source]:
    """The golden pages of a file, if any, and the pages of a run's archive, as far as there are any."""
    from scraper.site_files.findings import Source

    sources = []
    if golden is not None:
        pages, rows, taken = golden
        sources.append(Source(f"golden pages of {taken:%Y-%m-%d}", pages, tuple(rows)))
    if (archived := _archived(site, output, named)) is not None:
        sources.append(archived)
    return sources


def _archived(site: SiteFile, output: Path, named: str | None) -> Source | None:
    from pipelines import ledger
    from scraper.run_state import ARCHIVE
    from scraper.site_files.findings import Source
    from scraper.site_files.probe import listing_pages

    folder = output / site.id
    runs = [named] if named else [verdict["run"] for verdict in reversed(ledger.runs(folder))]
    for run in runs:
        archive = ledger.run_folder(folder, run) / ARCHIVE
        if not archive.is_file():
            continue
        pages = listing_pages(archive)
        if any(page.refusal() is None for page in pages):
            return Source(f"run {run}", pages)
    if named:
        raise UsageError(f"{folder}: run {named!r} left no listing pages", listmend("runs", folder))
    return None


def _live(site: SiteFile, moment: datetime) -> Source:
    from scraper.not_reached import to_do
    from scraper.site_files.findings import Source
    from scraper.site_files.probe import look

    def pages_of(seen: SiteFile) -> tuple[Kept, ...]:
        with tempfile.TemporaryDirectory(prefix="listmend-") as scratch:
            return look(seen, Path(scratch), moment, details=0).pages

    pages = pages_of(site)
    if site.next and site.pages_max > 1 and len(pages) == len(site.start):
        # its `next` led nowhere: pages beyond the first are needed to say whether that is the end or drift
        pages = pages_of(site.model_copy(update={"next": None}))
    refused = {page.url: refusal for page in pages if (refusal := page.refusal()) is not None}
    if len(refused) == len(pages):
        told = "; ".join(f"{url}: {reason}: {detail}" for url, (reason, detail) in refused.items())
        raise UnreachableError(
            f"{site.id}: no listing page could be read: {told}",
            to_do(refusal.reason for refusal in refused.values()),
        )
    return Source(f"live on {moment:%Y-%m-%d}", pages)
