"""Days that addresses of entries carry: `/2026/02/11/`, `/2026-02-11-title`, `/20260211/`."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.dates.civil import NO_DAY, Ints, day_number

# A year, month and day between marks that are no digits; the second pattern is the same without marks.
_PATTERNS = (
    r"(?:^|[^0-9])(?P<y>(?:19|20)[0-9]{2})[/_-](?P<m>[01]?[0-9])[/_-](?P<d>[0-3]?[0-9])(?:[^0-9]|$)",
    r"(?:^|[^0-9])(?P<y>20[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?:[^0-9]|$)",
)


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
