"""Days that addresses of entries carry, `/2026/02/11/`, `/2026-02-11-title`, `/20260211/`, and months, `/2026/02/title`."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.dates.days.civil import NO_DAY, Ints, day_number
from pipelines.dates.hypotheses.prior import ORDERS
from pipelines.dates.hypotheses.readings import Numbers, parts
from pipelines.dates.tokens.template import Kind

# A year, month and day between marks that are no digits; the second pattern is the same without marks.
_PATTERNS = (
    r"(?:^|[^0-9])(?P<y>(?:19|20)[0-9]{2})[/_-](?P<m>[01]?[0-9])[/_-](?P<d>[0-3]?[0-9])(?:[^0-9]|$)",
    r"(?:^|[^0-9])(?P<y>20[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?:[^0-9]|$)",
)
# A year and a month that are two folders with a name behind them; a day there is for the patterns above.
_MONTH = r"/(?P<y>20[0-9]{2})/(?P<m>0[1-9]|1[0-2])/[^/]*(?:[^/0-9][^/]*)(?:/|$)"


# Rows of a list whose own month is that of their folder, at least, and one in how many may have another. With two a list whose folders
# are of other months was believed five times as often.
AGREEING, ODD = 3, 8


def address_days(urls: pa.Array) -> Ints:
    """Return the day each address carries, `NO_DAY` where it carries none or an impossible one."""
    days = np.full(len(urls), NO_DAY)
    for pattern in _PATTERNS:
        found = pc.extract_regex(urls.cast(pa.large_string()), pattern)
        hit = pc.is_valid(found).to_numpy(zero_copy_only=False)
        if hit.any():
            year, month, day = (
                pc.struct_field(found, name).fill_null("0").cast(pa.int64()).to_numpy(zero_copy_only=False)
                for name in "ymd"
            )
            days = np.where(hit & (days == NO_DAY), day_number(year, month, day), days)
    return days


def address_months(urls: pa.Array) -> tuple[Ints, Ints]:
    """Return the year and the month that are two folders of each address, 0 where there are none or a day follows them."""
    found = pc.extract_regex(urls.cast(pa.large_string()), _MONTH)
    year, month = (
        pc.struct_field(found, name).fill_null("0").cast(pa.int64()).to_numpy(zero_copy_only=False)
        for name in "ym"
    )
    return year, month


def days_by_address(urls: pa.Array, numbers: Numbers, of_row: Ints) -> Ints:
    """Return the day each address carries, and the row's own day in the month its address carries, where one order alone gives it.

    The month of a folder is that of the row where a list has `AGREEING` such rows or more, and at most one other in `ODD`: entries of
    other sites' archives, and pages about days to come, have months of their own, and the same one by chance one time in twelve.
    """
    days, (year, month) = address_days(urls), address_months(urls)
    dated = (days == NO_DAY) & (month > 0) & (numbers.kind != Kind.NONE)
    if not dated.any():
        return days
    # the day, 0 without one, -1 where two orders give different ones
    own = np.zeros(len(days), dtype=np.int64)
    for order in ORDERS:
        written, size, of_month, day = parts(numbers, order)
        same = (written < 0) | (written == np.where(size > len("26"), year, year % 100))
        fits = dated & same & (of_month == month) & (day > 0)
        own = np.where(fits & (own == 0), day, np.where(fits & (own != day), -1, own))
    agreeing, all_dated = (np.bincount(of_row, weights=rows) for rows in (own != 0, dated))
    believed = ((agreeing >= AGREEING) & (ODD * (all_dated - agreeing) <= all_dated))[of_row]
    return np.where(believed & (own > 0), day_number(year, month, own), days)
