"""Lists that announce days to come, by their own words: of deadlines, of ranges of days, of the addresses of their entries.

`Closing date: 20 March`, `Scadenza: 8 gennaio`, `27.–29. November` and `/events/…` say what a site file says with
`events = true`: that days past the crawl are what the list is for. They say so for one list, where more than half of its dated
rows do.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.dates.cells import Cells
from pipelines.dates.days.civil import Ints
from pipelines.dates.tokens.template import Kind

LEAST = 2  # rows; one range or address by itself may as well be of a past event
_ADDRESS = (
    r"(?i)/(?:events?|eventos?|eventi|evenements?|ev%C3%A9nements?|evenementen|evenemang|veranstaltung(?:en)?|termine|"
    r"agenda|calend(?:ar|rier|ario)|kalender|kalendarz|wydarzeni[ae]|akce|udalosti|tapahtumat|arrangement(?:er)?|"
    r"esemenyek|dogodki|dogadanja|etkinlik(?:ler)?|meropriyatiya|afisha|concerts?|concerti|conciertos|konzerte)(?:/|$)"
)


def announced_rows(cells: Cells, urls: pa.Array | None) -> NDArray[np.bool_]:
    """Return the rows whose cell tells a deadline or a range of days, or whose address is that of an event."""
    told = [t.deadline or t.span[1].size > 0 or t.until[0].size > 0 for t in cells.templates]
    rows: NDArray[np.bool_] = cells.of_shape([int(some) for some in told]) > 0
    if urls is not None:
        rows |= (
            pc.match_substring_regex(urls.cast(pa.large_string()), _ADDRESS)
            .fill_null(False)
            .to_numpy(zero_copy_only=False)
        )
    return rows


def announcing_lists(rows: NDArray[np.bool_], kind: Ints, of_row: Ints) -> NDArray[np.bool_]:
    """Return by row whether more than half of the dated rows of its list announce, and at least `LEAST`."""
    dated = kind != Kind.NONE
    number, all_dated = (np.bincount(of_row, weights=some) for some in (rows & dated, dated))
    most: NDArray[np.bool_] = (2 * number > all_dated) & (number >= LEAST)
    return most[of_row]
