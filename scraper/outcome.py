"""What a crawl comes back with, and what it tells meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scraper.broken_chains import Break, breaks_of

Told = Callable[[Counter[str]], None]
"""What a crawl calls with its counts so far, whenever lines were written."""


@dataclass(frozen=True, slots=True)
class CrawlOutcome:
    """How a crawl went.

    Attributes:
        counts: `listing_pages entries entry_pages feed_items rejects requests bytes faults`; a fault is an error in
            `crawl.log`, a defect of ours that may have lost lines.
        rejects: number of rejects by reason.
        unreachable: no start page came, as the site was not reached, refused or failed; there is nothing to build.
        interrupted: Ctrl-C ended it early.
        says: what was seen, for a person; "" where there is nothing to say.
        depths: by start address how deep its chain of pages went, 0 to its end; a chain that broke is not there.
        breaks: by start address where its chain broke (`broken_chains.Break`).
        feeds: addresses of the feeds that were asked for.
    """

    counts: dict[str, int] = field(default_factory=dict)
    rejects: dict[str, int] = field(default_factory=dict)
    unreachable: bool = False
    interrupted: bool = False
    says: str = ""
    depths: dict[str, int] = field(default_factory=dict)
    breaks: dict[str, Break] = field(default_factory=dict)
    feeds: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> CrawlOutcome:
        """From plain data, as another process says it."""
        return cls(**{**said, "breaks": breaks_of(said["breaks"])})
