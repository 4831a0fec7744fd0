"""What the build may know about a site: facts, never selectors.

The typed site file lives in `scraper.site`; it hands these facts over, so that the data side runs in a notebook,
in the build and on a worker without the network side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

DateOrder = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True, slots=True)
class Site:
    """One site as every stage sees it.

    Attributes:
        id: the site's name in `output/` and in every record.
        crawled: when the crawl began, an aware UTC time; the only clock a stage may read.
        languages: ISO 639-1 codes the site file pins, most frequent first; empty when it pins none.
        date_order: the order the site file pins, or None; a contradiction with the evidence is counted.
        timezone: IANA name of the site's own calendar, or None when unknown.
        events: True when the lists announce future days.
        host: host name of the start page; its top-level domain is evidence for dates and language.
    """

    id: str
    crawled: datetime
    languages: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    timezone: str | None = None
    events: bool = False
    host: str = ""

    def __post_init__(self) -> None:
        if self.crawled.tzinfo is None:
            raise ValueError(
                f"Site.crawled: got {self.crawled!r} without a time zone, expected an aware UTC time"
            )
        object.__setattr__(self, "crawled", self.crawled.astimezone(UTC))
