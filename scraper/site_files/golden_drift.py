"""Golden rows that a site file no longer gives: it was changed, or the program was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scraper.pages.archive_reader import Kept
from scraper.site import SiteFile
from scraper.site_files.findings import Drift
from scraper.site_files.golden import GoldenRow, rows_of


def golden_drift(site: SiteFile, read: Sequence[Kept], golden: tuple[GoldenRow, ...] | None) -> list[Drift]:
    """Return where golden pages give other rows than they gave.

    Args:
        site: the site file.
        read: the golden pages.
        golden: the rows they gave; None where they are no golden ones.
    """
    if golden is None:
        return []
    now = rows_of(site, read)
    gone = _first_odd(golden, now)
    if not gone:
        return []
    says, old, new = gone
    return [Drift(f"golden rows: {says}", (old,), (new,))]


def _first_odd(golden: Sequence[GoldenRow], now: Sequence[GoldenRow]) -> tuple[str, str, str] | None:
    lists = Counter(row["list"] for row in golden), Counter(row["list"] for row in now)
    if lists[0] != lists[1]:
        counts = [", ".join(f"{name} {count}" for name, count in one.items()) or "none" for one in lists]
        return f"{len(golden)} rows then, {len(now)} now", counts[0], counts[1]
    odd = [(one, other) for one, other in zip(golden, now, strict=True) if one != other]
    if not odd:
        return None
    one, other = odd[0]
    cell = next(name for name in {**one, **other} if one.get(name) != other.get(name))
    told = f"{len(odd)} of {len(golden)} rows differ, the first in {cell}"
    return told, str(one.get(cell, "")), str(other.get(cell, ""))
