"""What `check` reports: what a source of pages showed, where it drifted, the lines that would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scraper.pages.archive_reader import Kept
from scraper.site import SiteFile
from scraper.site_files.golden import GoldenRow


@dataclass(frozen=True, slots=True)
class Source:
    """Pages to check against.

    Attributes:
        name: where they are from, for a person.
        pages: listing pages in order, refused ones included.
        rows: golden rows these pages gave, where they are golden.
        known: golden rows that others gave: a field that none of a list's had is as the site is.
    """

    name: str
    pages: tuple[Kept, ...]
    rows: tuple[GoldenRow, ...] | None = None
    known: tuple[GoldenRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the site file, as it is and as it would work.

    Attributes:
        key: the key; list: number of its `[[lists]]`, None at the top.
        old: its value now, "" where there is none.
        new: the value proposed, "" where the line should go.
    """

    key: str
    list: int | None
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which file and pages have come apart.

    Attributes:
        says: what is wrong, with counts.
        old: what the file finds, first titles or addresses.
        new: what the structure finds, likewise.
        changes: lines that would mend it, tried; none where nothing was found that would.
    """

    says: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one source showed.

    Attributes:
        source: where the pages are from.
        pages: pages read; refused: address and reason of those that were not.
        lists: for each list of the file, or found by structure: name, entries, filled cells by key.
        next: where the first page leads on, by the file.
        drifts: what is wrong.
    """

    source: str
    pages: int
    refused: tuple[str, ...]
    lists: tuple[dict[str, Any], ...]
    next: str | None
    drifts: tuple[Drift, ...] = ()


def mended(site: SiteFile, changes: Sequence[Change]) -> SiteFile:
    """Return the site file with proposed lines in place."""
    lists = list(site.lists)
    top: dict[str, Any] = {}
    for change in changes:
        value = change.new or None
        if change.list is None:
            top[change.key] = value
        else:
            lists[change.list] = lists[change.list].model_copy(update={change.key: value})
    return site.model_copy(update={**top, "lists": lists})
