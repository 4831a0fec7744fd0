"""A short look at a site: a few listing pages and a few entry pages, by the project's own crawl.

`add` and `check --live` see exactly what a run would see: robots.txt, the guard, the delays, the archive and the decoder
are those of the crawl, only the number of pages is small. What is kept is a folder with an archive, so everything said
about the site can be derived again from its bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from pipelines.errors import UnreachableError
from pipelines.raw import Raw, raw_of
from scraper.crawl import FEED_INSTEAD, crawl
from scraper.not_reached import to_do
from scraper.pages.archive_reader import Kept, read_archive
from scraper.pages.raw_lines import Line
from scraper.proxies import proxy_for
from scraper.run_state import ARCHIVE, RAW
from scraper.site import SiteFile

PAGES = 3
"""Listing pages of a look: one shows the list, the second that the next link works, the third that the site goes on."""

DETAILS = 5
"""Entry pages of a look: a handful of teasers given back shows whether they can be."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a short look brought home.

    Attributes:
        archive: the WARC file.
        pages: its listing pages in order of the chain, refused ones included.
        robots: the robots.txt that governs the start, or None where the site gave none.
        raw: the raw entries, joined.
        lines: the raw lines.
    """

    archive: Path
    pages: tuple[Kept, ...]
    robots: Kept | None
    raw: Raw
    lines: tuple[Line, ...]

    @property
    def rendered(self) -> bool:
        """Whether the pages were shells that a browser had to build."""
        shells = any(line["kind"] == "reject" and line["reason"] == "shell" for line in self.lines)
        return shells and len(self.raw.entries) > 0

    @property
    def feeds(self) -> list[str]:
        """The feeds that were read in place of such pages."""
        shells = {
            line["url"] for line in self.lines if line["kind"] == "reject" and line["reason"] == FEED_INSTEAD
        }
        started = (page.linked for page in self.pages if page.number == 0)
        return [address for address in started if address not in shells] if shells else []

    @property
    def read(self) -> tuple[Kept, ...]:
        """The listing pages that are pages."""
        return tuple(page for page in self.pages if page.refusal() is None)


def look(site: SiteFile, folder: Path, clock: datetime, *, details: int = DETAILS) -> Probe:
    """Fetch a few pages of a site.

    Args:
        site: the site file; without lists they are found by their structure.
        folder: an empty folder for the archive.
        clock: now, aware.
        details: most entry pages; 0 also leaves the feed.

    Raises:
        UnreachableError: the site was not reached, or refused.
        UsageError: the environment's proxy is none.
        KeyboardInterrupt: it was ended by hand.
    """
    bounds: dict[str, object] = {"pages_max": min(PAGES, site.pages_max), "detail_max": details}
    if not details:
        bounds |= {"detail": "never", "feed": "never"}
    for start in site.start:
        proxy_for(start)
    outcome = crawl(site.model_copy(update=bounds), folder, clock)
    if outcome.interrupted:
        raise KeyboardInterrupt
    if outcome.unreachable:
        raise UnreachableError(outcome.says or f"{site.start[0]}: not reached", to_do(outcome.rejects))
    archive = folder / ARCHIVE
    lines = [json.loads(line) for line in (folder / RAW).read_text(encoding="utf-8").splitlines()]
    return Probe(archive, listing_pages(archive), _robots(archive, site), raw_of(lines), tuple(lines))


def listing_pages(archive: Path) -> tuple[Kept, ...]:
    """Return the listing pages of an archive, each with its last answer, in order."""
    last: dict[tuple[str, int], Kept] = {}
    for kept in read_archive(archive):
        if kept.role == "listing":
            last.pop((kept.linked, kept.number), None)
            last[kept.linked, kept.number] = kept
    return tuple(last.values())


def _robots(archive: Path, site: SiteFile) -> Kept | None:
    host = urlsplit(site.start[0]).netloc
    for kept in read_archive(archive):
        parts = urlsplit(kept.url)
        if not kept.role and parts.netloc == host and parts.path == "/robots.txt" and kept.status == 200:
            return kept
    return None
