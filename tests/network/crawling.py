"""One crawl of a served site into a folder, as the job does it, for the tests of the network side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from scraper.crawl import crawl
from scraper.outcome import CrawlOutcome
from scraper.pages.archive_reader import reextract
from scraper.pages.raw_lines import Line
from scraper.run_state import ARCHIVE, RAW
from scraper.site import SiteFile

CLOCK = datetime(2026, 10, 30, 6, 0, tzinfo=UTC)


class Crawled(NamedTuple):
    """What a crawl left."""

    outcome: CrawlOutcome
    lines: list[dict[str, Any]]
    site: SiteFile
    folder: Path

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The raw lines of one kind."""
        return [line for line in self.lines if line["kind"] == kind]

    def again(self) -> list[Line]:
        """The raw lines that the archive gives."""
        return list(reextract(self.folder / ARCHIVE, self.site))


def crawled(folder: Path, *start: str, **keys: Any) -> Crawled:
    """Crawl a site whose file holds these keys."""
    site = SiteFile(id="strange", start=list(start), **keys)
    outcome = crawl(site, folder, CLOCK)
    lines = [json.loads(line) for line in (folder / RAW).read_text(encoding="utf-8").splitlines()]
    return Crawled(outcome, lines, site, folder)


def sorted_lines(lines: Iterable[Mapping[str, object]]) -> list[str]:
    """Lines in an order of their own: pages of entries come in as the site answers."""
    return sorted(json.dumps(line, sort_keys=True) for line in lines)
