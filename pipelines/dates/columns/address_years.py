"""Years of days that are written without one, from addresses that write the same day whole: `January 10`, `/agenda/01102019/`."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.dates.days.civil import NO_DAY, Ints, day_number
from pipelines.dates.hypotheses.readings import Numbers, lacks_year, parts
from pipelines.dates.tokens.template import Kind

# Day and month, in either order, before their year: six or eight digits, or three numbers between the same marks.
_WHOLE = (
    r"(?:^|[^0-9])(?P<a>[0-3][0-9])(?P<b>[0-3][0-9])(?P<y>(?:20)?[0-9]{2})(?:[^0-9]|$)",
    r"(?:^|[^0-9])(?P<a>[0-3]?[0-9])-(?P<b>[0-3]?[0-9])-(?P<y>(?:20)?[0-9]{2})(?:[^0-9]|$)",
    r"(?:^|[^0-9])(?P<a>[0-3]?[0-9])[._](?P<b>[0-3]?[0-9])[._](?P<y>(?:20)?[0-9]{2})(?:[^0-9]|$)",
)
# Rows of a list whose address has their own day and month in it, at least, and one in how many may have others there: a file of another
# meeting. Six random digits are a row's day and month, in either order, one time in 5,000.
AGREEING, ODD = 3, 4
CENTURY = 2000


def days_with_year(urls: pa.Array, numbers: Numbers, of_row: Ints, days: Ints) -> Ints:
    """Return the days of addresses, and of rows that leave out the year the day that their address writes whole.

    Only rows whose month is a word, or marked as one, are asked: of `3/4` the address may write either day.

    Args:
        urls: addresses of the entries, strings or null.
        numbers: the numbers of the rows.
        of_row: the list of each row.
        days: day numbers that addresses carry, `NO_DAY` where they carry none.
    """
    asked = lacks_year(numbers) & (numbers.kind == Kind.FIXED) & (days == NO_DAY)
    if np.count_nonzero(asked) < AGREEING:
        return days
    _, _, month, day = parts(numbers, "dmy")
    told, given = np.full(len(days), NO_DAY), np.zeros(len(days), dtype=bool)
    for pattern in _WHOLE:
        found = pc.extract_regex(urls.cast(pa.large_string()), pattern)
        first, second, year = (
            pc.struct_field(found, name).fill_null("0").cast(pa.int64()).to_numpy(zero_copy_only=False)
            for name in "aby"
        )
        written = asked & (first > 0) & (second > 0)
        same = ((first == month) & (second == day)) | ((first == day) & (second == month))
        whole = day_number(np.where(year < 100, CENTURY + year, year), month, day)
        told = np.where(written & same & (told == NO_DAY), whole, told)
        given |= written
    agreeing, all_given = (np.bincount(of_row, weights=rows) for rows in (told != NO_DAY, given))
    believed = (agreeing >= AGREEING) & (ODD * (all_given - agreeing) <= all_given)
    return np.where(believed[of_row] & (told != NO_DAY), told, days)
