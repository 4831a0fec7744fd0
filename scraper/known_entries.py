"""What the dataset has already and how far back it goes: which pages a crawl need not ask for.

The own page of an entry is asked for once, and again when the list calls the entry otherwise. An incremental crawl may end a
chain of pages at known entries. They alone end nothing: a run whose third page failed, or that was stopped, left a gap behind its
entries. So each run notes how deep each of its chains went, and a chain ends early only where one before it went as deep as it
may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines import ledger
from pipelines.known_pages import Called, start_pages
from scraper.run_state import RAW
from scraper.site import SiteFile

TO_THE_END = 0
"""A depth: the chain ended because the list did."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an incremental crawl knows.

    Attributes:
        entries: keys of the addresses of the entries in the dataset (`pipelines.address_key`); a slash or a session
            that a link has and had not makes no new entry. Of a link that may have several days the key and each of them
            (`of_day`), not the key alone.
        depths: by start address, how many pages its chain was read, or `TO_THE_END`; only chains that need go no deeper.
        read: entries of start pages whose own page an earlier run read, or that two runs saw without it, as the list calls them.
    """

    entries: frozenset[str] = frozenset()
    depths: Mapping[str, int] = field(default_factory=dict)
    read: frozenset[Called] = frozenset()

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Known:
        """From plain data, as `said` gives it."""
        return cls(frozenset(said["entries"]), said["depths"], frozenset(map(tuple, said["read"])))

    def has(self, key: str, day: str) -> bool:
        """Whether the dataset has an entry of this address, and of this day as the list writes it where days count."""
        return key in self.entries or of_day(key, day) in self.entries

    def said(self) -> dict[str, Any]:
        """As plain data, for another process."""
        return {
            "entries": sorted(self.entries),
            "depths": dict(self.depths),
            "read": sorted(self.read),
        }


def of_day(key: str, day: str) -> str:
    """What names one day of a link."""
    return f"{key}\n{day}"


NOTHING = Known()
"""What a first crawl knows."""


def deep_enough(depths: Mapping[str, int], pages_max: int) -> dict[str, int]:
    """The chains that were read to their end, or as far as a crawl with this bound would."""
    return {start: depth for start, depth in depths.items() if depth == TO_THE_END or depth >= pages_max}


def known_of(site: SiteFile, site_folder: Path, former: str | None) -> Known:
    """What the dataset has that the crawl needs not ask for.

    Args:
        site: the site file; without `incremental` every crawl reads all listing pages.
        site_folder: where the site's runs are.
        former: the run published last, or None.
    """
    if former is None:
        return NOTHING
    folder = ledger.run_folder(site_folder, former)
    records = folder / "records.parquet"
    read = _read(folder, records) if site.detail == "newest" else frozenset[Called]()
    depths = {}
    if site.incremental:
        depths = deep_enough(ledger.read_verdict(folder).get("depths", {}), site.pages_max)
    return Known(_entries(records, events=site.events) if depths else frozenset(), depths, read)


def _entries(file: Path, *, events: bool) -> frozenset[str]:
    from pipelines.address_column import canonical
    from pipelines.history.former import Former

    records = Former(file).columns(("url", "date_raw")).dropna(subset=["url"])
    keys, days = canonical(records["url"]), records["date_raw"].fillna("")
    by_day = events | keys.duplicated(keep=False)  # a known link may have a new day
    named = [of_day(*each) for each in zip(keys[by_day], days[by_day], strict=True)]
    return frozenset([*keys[~by_day], *named])


def _read(folder: Path, records: Path) -> frozenset[Called]:
    from pipelines.history.former import Former

    shown = start_pages(folder / RAW)
    if not shown.unread:
        return shown.read
    seen = Former(records).columns(("url", "first_seen", "last_seen"))
    before = {str(url).partition("#")[0] for url in seen["url"][seen["first_seen"] < seen["last_seen"].max()]}
    return shown.read | {entry for entry in shown.unread if entry[0] in before}
