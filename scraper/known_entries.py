"""What the dataset has already and how far back it goes: where an incremental crawl may end a chain of pages.

Known entries alone end nothing: a run whose third page failed, or that was stopped, left a gap behind its entries. So each
run notes how deep each of its chains went, and a chain ends early only where one before it went as deep as it may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines import ledger
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
    """

    entries: frozenset[str] = frozenset()
    depths: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Known:
        """From plain data, as `said` gives it."""
        return cls(frozenset(said["entries"]), said["depths"])

    def has(self, key: str, day: str) -> bool:
        """Whether the dataset has an entry of this address, and of this day as the list writes it where days count."""
        return key in self.entries or of_day(key, day) in self.entries

    def said(self) -> dict[str, Any]:
        """As plain data, for another process."""
        return {"entries": sorted(self.entries), "depths": dict(self.depths)}


def of_day(key: str, day: str) -> str:
    """What names one day of a link."""
    return f"{key}\n{day}"


NOTHING = Known()
"""What a first crawl knows."""


def deep_enough(depths: Mapping[str, int], pages_max: int) -> dict[str, int]:
    """The chains that were read to their end, or as far as a crawl with this bound would."""
    return {start: depth for start, depth in depths.items() if depth == TO_THE_END or depth >= pages_max}


def known_of(site: SiteFile, site_folder: Path, former: str | None) -> Known:
    """What the dataset has, where the crawl is to end at it.

    Args:
        site: the site file; without `incremental` every crawl reads all pages.
        site_folder: where the site's runs are.
        former: the run published last, or None.
    """
    if not site.incremental or former is None:
        return NOTHING
    folder = ledger.run_folder(site_folder, former)
    depths = deep_enough(ledger.read_verdict(folder).get("depths", {}), site.pages_max)
    if not depths:
        return NOTHING
    from pipelines.address_column import canonical
    from pipelines.history.former import Former

    records = Former(folder / "records.parquet").columns(("url", "date_raw")).dropna(subset=["url"])
    keys, days = canonical(records["url"]), records["date_raw"].fillna("")
    by_day = site.events | keys.duplicated(keep=False)  # a known link may have a new day
    named = [of_day(*each) for each in zip(keys[by_day], days[by_day], strict=True)]
    return Known(frozenset([*keys[~by_day], *named]), depths)
