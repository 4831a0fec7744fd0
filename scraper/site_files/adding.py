"""`add`: from an address to a site file that was seen to work, with the pages that show it.

Look, propose, try, write. A file is tried before it is shown: read back as `run` would read it, applied to the archive
of the look, mended, and compared with the rows the structure gave. Selectors that lose or change a cell are left out of
it, and it says so; a file that then still gives other rows is not written at all.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipelines import disk
from pipelines.build import mend_batch
from pipelines.errors import GateError, UsageError
from pipelines.plural import plural
from pipelines.raw import raw_of
from scraper.no_entries import seen, what_to_try
from scraper.pages.archive_reader import reextract
from scraper.site import SITE_ID, SITE_ID_IN_WORDS, SiteFile, read_site_file
from scraper.site_files.golden import ELSEWHERE, rows_of, save_golden
from scraper.site_files.probe import Probe
from scraper.site_files.proposal import COMPARED, Proposal, propose
from scraper.site_files.quoted import quoted
from scraper.site_files.schema import schema_text
from scraper.site_files.site_text import SCHEMA, site_text
from scraper.which_site import site_folders

TRIALS = 4
"""Proposals that are tried: all selectors, without those that change a cell, entries only, none."""


@dataclass(frozen=True, slots=True)
class Written:
    """What `add` left on disk."""

    file: Path
    golden: Path
    pages: int
    rows: int


def target(site_id: str, folder: Path | None, *, force: bool) -> Path:
    """Return where the site file goes.

    Args:
        site_id: the site's id.
        folder: a folder of the user's; default: $LISTMEND_SITES, else ./sites.
        force: whether a file may be replaced.

    Raises:
        UsageError: the id cannot name a file, there can be none in the folder, or there is one already.
    """
    if not SITE_ID.fullmatch(site_id):
        raise UsageError(f"--id: got {site_id!r}, expected {SITE_ID_IN_WORDS}", "choose another --id")
    file = (folder or site_folders()[0]) / f"{site_id}.toml"
    try:
        there = file.exists()
    except OSError as fault:  # a name that is too long, a loop of links
        raise UsageError(f"{file}: no file can be made there ({fault.strerror})", ELSEWHERE) from fault
    if there and not force:
        raise UsageError(
            f"{file}: there already",
            f"listmend check {site_id}, or add it again with --force or another --id",
        )
    return file


def need_entries(probe: Probe, url: str, *, asked: bool = True) -> None:
    """Refuse a look that found no entries.

    Args:
        probe: the look.
        url: where it began.
        asked: somebody is there who could vouch for a list.

    Raises:
        GateError: what was seen, and three things to try.
    """
    if len(probe.raw.entries):
        return
    sizes = ", ".join(f"{page.url} ({len(page.body):,} bytes, status {page.status})" for page in probe.pages)
    rejects = [line for line in probe.lines if line["kind"] == "reject"]
    told = seen(((line["url"], line["reason"], line["detail"]) for line in rejects), [url], "")
    to_try = what_to_try() if asked else what_to_try("look without --yes: what comes nearest is shown to you")
    raise GateError(f"{url}: no list found; read {sizes or 'no page'}: {told}", to_try)


def settle(
    site: SiteFile, probe: Probe, clock: datetime, *, by_structure: bool = False
) -> tuple[Proposal, str]:
    """Return the proposal that gives the rows of the structure, and its text: with selectors if these do.

    Args:
        site: the site as it was looked at.
        probe: the look.
        clock: now.
        by_structure: leave selectors out in any case.

    Raises:
        GateError: no file gives those rows.
    """
    first: dict[str, str] = {}
    auto: tuple[str, ...] = ()
    for trial in range(TRIALS):
        plain = by_structure or trial == TRIALS - 1
        proposal = propose(site, probe, clock, by_structure=plain, auto=auto)
        if first and not proposal.site.lists:
            told = "; ".join(f"{field}: {what}" for field, what in first.items())
            note = (
                f"lists: selectors would give other rows ({told}), so every run finds the lists by structure"
            )
            proposal = replace(proposal, notes=(*proposal.notes, note))
        text = site_text(proposal.site, remarks(proposal, probe, clock))
        odd = differences(proposal, text, probe, clock)
        if not odd:
            return proposal, text
        first = first or odd
        if not proposal.site.lists:
            break
        # first what differs is left to structure, then every cell, then the entries too
        auto = tuple(COMPARED) if trial else tuple(field for field in odd if field in COMPARED) or ("link",)
    raise GateError(
        f"{site.start[0]}: no site file gives the rows found on the page: {odd}",
        "write the site file by hand (docs/site-file.md), then listmend check it",
    )


def remarks(proposal: Proposal, probe: Probe, clock: datetime) -> list[str]:
    """Return the sentences of the comment at the top of the file."""
    number, pages = len(proposal.rows), len(probe.read)
    told = f"Found by `listmend add` on {clock:%Y-%m-%d}: {number} {plural(number, 'entry', 'entries')} on {pages} {plural(pages, 'page')}."
    if proposal.site.reviewed is None:
        told += " Not yet reviewed by a person."
    return [told, *(f"Left out: {note}." for note in proposal.notes)]


def differences(proposal: Proposal, text: str, probe: Probe, clock: datetime) -> dict[str, str]:
    """Return by field where the rows of a site file differ from those the structure gave; none where it may be written.

    Args:
        proposal: what was found.
        text: the file to be.
        probe: the look; its archive is read again with the file.
        clock: now.

    Raises:
        SiteFileError: the text is no site file.
    """
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / f"{proposal.site.id}.toml"
        file.write_text(text, encoding="utf-8")
        site = read_site_file(file)
    again = raw_of(reextract(probe.archive, site))
    rows = mend_batch(again.entries, site.facts(clock))
    return _differing(proposal.rows, rows)


def write(file: Path, proposal: Proposal, text: str, probe: Probe, clock: datetime) -> Written:
    """Write the site file, its golden pages and, for editors, the schema; the file comes last.

    Raises:
        OutputError: the folder cannot be written.
    """
    rows = rows_of(proposal.site, probe.read)
    golden = save_golden(file, probe.read, rows, clock)
    schema = file.parent / SCHEMA
    # another `add` may write it now
    if not schema.is_file() or schema.read_text(encoding="utf-8") != schema_text():
        disk.replace(schema, schema_text(), elsewhere=ELSEWHERE)
    disk.replace(file, text, elsewhere=ELSEWHERE)
    return Written(file, golden, len(probe.read), len(rows))


def reviewed(proposal: Proposal, clock: datetime) -> Proposal:
    """Return the proposal with its day of review: a person has seen it and said yes."""
    site: SiteFile = proposal.site.model_copy(update={"reviewed": clock.date()})
    return replace(proposal, site=site)


def _differing(found: pd.DataFrame, again: pd.DataFrame) -> dict[str, str]:
    """What selectors lose or change. They may find more: the one entry of a last page, a cell the structure left empty."""
    again = again[again["listing_url"].isin(set(found["listing_url"]))]
    if found["list"].nunique() > 1:  # rows stand list by list; to selectors two may be one
        found, again = (frame.sort_values(["listing_url", "url", "title"]) for frame in (found, again))
    found, again = found.reset_index(drop=True), again.reset_index(drop=True)
    if len(found) != len(again):
        return {"entry": f"{len(again)} by selectors, {len(found)} by structure"}
    told = {}
    for field, name in COMPARED.items():
        one, other = (frame[name].astype("str").fillna("") for frame in (found, again))
        odd = ((one != other) & (one != "")).to_numpy().nonzero()[0]
        if len(odd):
            at = int(odd[0])
            new, old = quoted(str(other.iloc[at]), str(one.iloc[at]))
            told[field] = f"{len(odd)} of {len(found)}, the first {new} for {old}"
    return told
