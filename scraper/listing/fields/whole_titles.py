"""Titles that a list cuts short, given back from what the same link says to those who rest on it.

`<a title="Otters are back in the harbour after forty years">Otters are back in the har…</a>`: the page says both, and the
longer one is the title where it begins as the shorter does. Servers that list a folder cut the names of its files,
`Minutes_of_the_harbour_co..>`, and have them whole in the addresses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from urllib.parse import unquote

from pipelines.repair.marks import MARKS
from scraper.listing.records.lines import Piece, Record

# Every sign in one way only: thirty lone bytes before a bracket took minutes.
_CUT = re.compile(rf"(?:[{MARKS}]++|\s*+(?:\.{{2,}}+>?+|…|\[[^\w\]]*+\]++))++\s*\Z")
CUT_MAX = 200
"""Characters that a cut and the spaces before it take; a longer row of dots leads to a page's number."""
_CUT_SIGNS = re.compile(rf"[{MARKS}.…\]>]")
"""How a cut ends; asked of a title's last character, as a search for the cut reads all of it."""
LEFT_MIN = 4  # characters before the cut


def whole_titles(
    records: Sequence[Record], titles: Sequence[Piece | None], names: Sequence[str]
) -> list[str]:
    """The titles, whole where they were cut and a label of their link has them whole.

    Args:
        records: the list's records, in page order.
        titles: the title of each.
        names: its text.
    """
    return [
        _whole(record, title, name) if title and _is_cut(name) else name
        for record, title, name in zip(records, titles, names, strict=True)
    ]


def _is_cut(name: str) -> bool:
    return _CUT_SIGNS.match(name.rstrip()[-1:]) is not None and _cut(name) is not None


def _cut(name: str) -> re.Match[str] | None:
    return _CUT.search(name, max(0, len(name) - CUT_MAX))


def _whole(record: Record, title: Piece, name: str) -> str:
    cut = _cut(name)
    left = name[: cut.start()] if cut else name
    if len(left) < LEFT_MIN:
        return name
    told = (
        part.text
        for part in record.parts
        if part.kind == "label" and (part.href == title.href or part.first <= title.first <= part.last)
    )
    labels = chain(told, [_file(title.href)] if name.endswith(">") else ())
    return next((text for text in labels if len(text) > len(left) and text.startswith(left)), name)


def _file(address: str) -> str:
    """The name of the file or folder that an address leads to, as a server's list of a folder writes it."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    name = unquote(path.rstrip("/").rpartition("/")[2])
    return name + "/" * path.endswith("/") if "\ufffd" not in name else ""
