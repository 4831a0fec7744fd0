"""What is known beside a column's cells: the page's language, its host, the site file's words, the clock of the crawl."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints
from pipelines.dates.inputs import Codes


@dataclass(frozen=True, slots=True)
class Page:
    """What is known beside the cells, by row, lists together and in order.

    Attributes:
        of_row: number of each row's list.
        seconds: UTC seconds of the crawl.
        west: least seconds east of UTC that the site's calendar may have.
        east: most seconds.
        dated: False where the crawl is not known.
        language: language the page declares.
        tld: top-level domain of the site.
        order: order the site file pins, or None.
        events: True where coming days are announced.
        timezone: IANA name of the site's own calendar, or None.
    """

    of_row: Ints
    seconds: Ints
    west: Ints
    east: Ints
    dated: NDArray[np.bool_]
    language: Codes
    tld: Codes
    order: str | None
    events: bool
    timezone: str | None

    def take(self, rows: Ints) -> Page:
        """The same for some rows."""
        by_row = ("of_row", "seconds", "west", "east", "dated")
        taken = {name: getattr(self, name)[rows] for name in by_row}
        return replace(self, **taken, language=self.language.take(rows), tld=self.tld.take(rows))
