"""Moments that cells tell with their zone, and the site's own day of one told in UTC: `2026-11-20T23:30Z` is the 21st in Paris."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.columns.page import Page
from pipelines.dates.columns.relative import DAY_SECONDS
from pipelines.dates.columns.zones import site_days
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.tokens.template import NO_ZONE


@dataclass(frozen=True, slots=True)
class SiteDays:
    """Days in the site's own calendar.

    Attributes:
        days: day numbers.
        moments: UTC seconds where time and zone are told, else `NO_DAY`.
        moved: where the site's day is another than the one written.
        open: where it depends on a zone that is not known.
    """

    days: Ints
    moments: Ints
    moved: NDArray[np.bool_]
    open: NDArray[np.bool_]


def clock_moments(cells: Cells, days: Ints) -> Ints:
    """UTC seconds where the cell gives time and zone, else `NO_DAY`."""
    known = (days != NO_DAY) & (cells.offset != NO_ZONE) & (cells.hour >= 0)
    if not known.any():
        return np.full(len(days), NO_DAY)
    known &= (cells.hour < 24) & (cells.minute < 60) & (cells.second < 61) & (np.abs(cells.offset) <= 15 * 60)
    local = np.where(known, days, 0) * DAY_SECONDS + cells.hour * 3600 + cells.minute * 60 + cells.second
    return np.where(known, local - cells.offset * 60, NO_DAY)


def days_of_site(cells: Cells, days: Ints, stamps: NDArray[np.bool_], page: Page) -> SiteDays:
    """Return days with those of moments told in UTC as the site's own.

    Args:
        cells: where days and offsets stand.
        days: their days as written.
        stamps: rows that software wrote, so that an offset of zero need not be the site's own.
        page: the site's zone or what tells of it. Where it is not known, zero is the site's own in a list with other offsets.
    """
    moments = clock_moments(cells, days)
    utc = stamps & (moments != NO_DAY) & (cells.offset == 0)
    if utc.any() and page.timezone is None:
        others = (cells.offset != 0) & (cells.offset != NO_ZONE) & (cells.shape >= 0)
        utc &= np.bincount(page.of_row, weights=others)[page.of_row] == 0
    if not utc.any():
        return SiteDays(days, moments, utc, utc)
    own, still = site_days(np.where(utc, moments, NO_DAY), page.timezone, page.language, page.tld)
    return SiteDays(np.where(utc, own, days), moments, utc & (own != days), still)
