"""Years of the Republic below a hundred, as Taiwanese pages still show them: `99/05/20` is of 2010.

In the common calendar the same numbers are years of the last century, which lists of two-digit years hardly reach. So on a page
of Taiwan they are Minguo years, unless the list also has short years of this century.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints, year_of
from pipelines.dates.days.eras import OFFSETS, Era
from pipelines.dates.hypotheses.prior import subtags, territory_of
from pipelines.dates.hypotheses.readings import Numbers
from pipelines.dates.inputs import Codes
from pipelines.dates.tokens.template import Kind

FIRST, LAST = 75, 99  # years of the Republic from 1986 to 2010; earlier entries stand on no page of the web
RECENT = 2  # years before the crawl from which such a year is certain: the common reading is eleven years older still

Mask = NDArray[np.bool_]


def with_short_years(numbers: Numbers, language: Codes, tld: Codes, of_row: Ints) -> tuple[Numbers, Mask]:
    """Return numbers in which short years of the Republic are marked as such, and those that may be common ones.

    They are sure where their list has a year of three digits or lies near the crawl.

    Args:
        numbers: the rows' numbers; lists together and in order.
        language: language that each row's page declares.
        tld: top-level domain of its site.
        of_row: number of each row's list.
    """
    n = numbers
    short = (
        ((n.kind == Kind.TRIPLE) | (n.kind == Kind.FIXED)) & (n.a_size == len("99")) & (n.era == Era.UNSAID)
    )
    found: Mask = short & (n.a >= FIRST) & (n.a <= LAST)
    if not found.any():
        return numbers, found
    common = n.a + OFFSETS[Era.MINGUO]
    found &= _are_of_taiwan(language, tld) & (common <= year_of(n.crawl) + 1)
    others = np.bincount(of_row, weights=short & (n.a < FIRST))
    found &= (others == 0)[of_row]
    if not found.any():
        return numbers, found
    whole = np.bincount(of_row, weights=(n.a_size == len("100")) & (n.a > LAST)) > 0
    near = found & (common >= year_of(n.crawl) - RECENT)
    sure = whole | (np.bincount(of_row, weights=near, minlength=len(whole)) > 0)
    native = np.where(found, np.int64(Era.MINGUO), n.native)
    return replace(n, native=native, short_native=n.short_native | found), found & ~sure[of_row]


def _are_of_taiwan(language: Codes, tld: Codes) -> Mask:
    """Rows whose site or declared language is of Taiwan."""
    sites = np.array([*(territory_of(value) == "TW" for value in tld.values), False])
    pages = np.array([*(subtags(value)[1] == "TW" for value in language.values), False])
    own: Mask = sites[tld.code] | pages[language.code]
    return own
