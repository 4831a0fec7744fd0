"""Links in brackets behind a name: `Kelp farm (rescinded on 1 May)` where the others' names are links themselves.

What stands in brackets says something of the entry; where few entries have no other link, it is not what they are called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.dates.dated import Spot
from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import Piece, Record

# Of the entries, those whose link stands in brackets; where it does in more, it is how the list is written.
FEW = 0.4
NAME_WORDS_MIN = 2
"""Words before the bracket: one is a remark (`New (Otters are back)`)."""
MARKS = " \xa0|•·–—-:,;"
"""What stands between a date and a name."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENS = re.compile(r"[\s–—-]*[(\[（]\s*$")
_CLOSES = re.compile(r"\s*[)\]）]")


def names_before_brackets(
    tree: Tree, records: Sequence[Record], titles: Sequence[Piece | None], shown: Sequence[Spot | None]
) -> list[Piece | None]:
    """Take the words before a bracket for the title that is a link in it, where few entries have such a one."""
    before = [
        _name(tree, record, title, spot) if title else None
        for record, title, spot in zip(records, titles, shown, strict=True)
    ]
    if not 0 < sum(name is not None for name in before) <= FEW * len(records):
        return list(titles)
    return [name or title for name, title in zip(before, titles, strict=True)]


def _name(tree: Tree, record: Record, title: Piece, spot: Spot | None) -> Piece | None:
    """The text right before the bracket that a title stands in, without its date, or None."""
    if title.kind != "link" or title.last + 1 >= record.end:
        return None
    behind = next((piece for piece in tree.pieces[title.last + 1 : record.end] if piece.strip()), "")
    if not _CLOSES.match(behind):
        return None
    for part in record.parts:
        if part.kind == "text" and part.order == title.order and part.last < title.first:
            text = _OPENS.sub("", part.text)
            opened = text != part.text
            if spot and part.first <= spot.first <= part.last and text.startswith(spot.text):
                text = text[len(spot.text) :].lstrip(MARKS)
            if opened and len(_WORD.findall(text)) >= NAME_WORDS_MIN:
                return replace(part, text=text, dated=None)
    return None
