"""Titles in citations, `Roe, A. (2026) <a>Tides of the old quay.</a> Journal of Quays, 12 (2). pp. 3-9`: each the link, and not its line.

Such a link is a sentence, as titles are not, and the line around it the better title by all that is measured. But what goes on behind
a whole sentence is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.listing.fields.slots import Slot
from scraper.listing.records.lines import Piece
from scraper.listing.words.sentence_ends import WHOLE_ENDS

MOST = 0.9
"""Of the records, those whose line goes on behind a link that is a whole sentence: a title may lack its stop, or a source."""


def cited(line: Slot, link: Slot) -> bool:
    """Whether links are whole sentences inside lines that go on behind them, one in each.

    Args:
        line: the lines, one a record.
        link: the links of a place inside them.
    """
    if link.pieces != len(link.firsts):
        return False
    goes_on = 0
    for number, said in line.firsts.items():
        part = link.firsts.get(number)
        if part is not None and part.text.endswith(WHOLE_ENDS) and said.first <= part.first:
            goes_on += said.last > part.last and part.text in said.text
    return goes_on >= MOST * len(line.firsts)


def is_citation(line: Piece, title: Piece, day: str) -> bool:
    """Whether a line names who wrote its title before it, and where behind it: none of that is a teaser.

    Args:
        line: the line that holds the title.
        title: the title.
        day: the entry's date as written, "" without one.
    """
    before, _, behind = line.text.replace(day, "").partition(title.text)
    told = title.text.endswith(WHOLE_ENDS) and _LETTER.search(before) and _PLACE.search(behind)
    return bool(told)


_LETTER = re.compile(r"[^\W\d_]")
_PLACE = re.compile(r"[^\W\d_].*\d\W.*\d\s?[-–:/]\s?\d+\W*$")
"""Where something was printed: a name, a volume and at the end its pages or number, `Journal of Quays, 4 (2). pp. 3-19`; prose has numbers, too."""


def cited_first(names: Sequence[str], cells: Sequence[Slot], kept: list[int]) -> list[int]:
    """Slots, best first, before a line the links in it that are titles of what it cites."""
    kind, _, path = names[kept[0]].partition(":")
    if kind != "line":
        return kept
    inside = (at for at in kept[1:] if names[at].startswith((f"link:{path}/", f"link:{path}:")))
    found = next((at for at in inside if cited(cells[kept[0]], cells[at])), None)
    return kept if found is None else [found, *kept]
