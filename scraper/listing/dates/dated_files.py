"""Days in the names of files as six digits: `agenda-062019.pdf` is 20 June 2019 where the list's other files say so.

Offices name minutes and decisions like this, and often write the day nowhere else. Six digits alone are a number; those
of a whole list are days when one order (month, day, year; day, month, year; year, month, day) makes days of nearly all,
and different days of different months: numbers that are counted up do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from urllib.parse import unquote

# Six digits alone, in the name of a file; of random ones 4 % are days in a given order.
_SIX = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)(?=[^/&?=]{0,200}\.[a-z]{2,4}(?:$|[?&#]))", re.IGNORECASE)
_ORDERS = {"mdy": (2, 0, 1), "dmy": (2, 1, 0), "ymd": (0, 1, 2)}
# Files whose six digits must agree on an order: with two one order in three fits by chance.
FILES_MIN = 3
READ_SHARE = 0.8  # of the links; as for days in addresses
# A list's days lie in several months of few years.
MONTHS_MIN, YEARS_MAX = 2, 12


def days_in_files(addresses: Sequence[str]) -> list[str]:
    """Read the six digits of a list's file names as days.

    Args:
        addresses: links of one list's entries, as written.

    Returns:
        A day in ISO form for each address, "" where it has none; all "" where the list does not bear it out.
    """
    sixes = [_six(address) for address in addresses]
    given = [six for six in sixes if six]
    if len(given) < FILES_MIN or len(given) < READ_SHARE * len(addresses):
        return [""] * len(addresses)
    read = {order: [_day(six, places) for six in sixes] for order, places in _ORDERS.items()}
    orders = {order: days for order, days in read.items() if _borne_out(days, len(given))}
    if not orders:
        return [""] * len(addresses)
    most = max(sum(map(bool, days)) for days in orders.values())
    best = [days for days in orders.values() if sum(map(bool, days)) == most]
    return min(best, key=_disorder)


def has_six(address: str) -> bool:
    """Whether a file's name in an address holds six digits by themselves."""
    return _six(address) is not None


def _six(address: str) -> tuple[str, str, str] | None:
    found = _SIX.search(unquote(address)) if address else None
    return (found[1], found[2], found[3]) if found else None


def _day(six: tuple[str, str, str] | None, places: tuple[int, int, int]) -> str:
    if six is None:
        return ""
    year, month, day = (int(six[place]) for place in places)
    try:
        return date(2000 + year, month, day).isoformat()
    except ValueError:
        return ""


def _borne_out(days: list[str], given: int) -> bool:
    told = [day for day in days if day]
    if len(told) < READ_SHARE * given:
        return False
    several = len({day[:7] for day in told}) >= MONTHS_MIN and 2 * len({day[5:] for day in told}) > len(told)
    return several and len({day[:4] for day in told}) <= YEARS_MAX and not _counted(told)


def _counted(days: list[str]) -> bool:
    """Whether what would be years counts the files of each day: `021501.html`, `021502.html`, `021901.html`."""
    years: dict[str, set[int]] = defaultdict(set)
    for day in days:
        years[day[5:]].add(int(day[2:4]))
    counts = [len(ones) for ones in years.values()]
    return max(counts) > 1 and all(max(ones) == len(ones) for ones in years.values())


def _disorder(days: list[str]) -> int:
    """Neighbours that do not go the way most do: entries stand by day."""
    told = [day for day in days if day]
    falls = sum(one > other for one, other in pairwise(told))
    rises = sum(one < other for one, other in pairwise(told))
    return min(falls, rises)
