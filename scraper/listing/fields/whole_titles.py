"""Titles that a list cuts short, given back from what the same link says to those who rest on it, or in a box that opens there.

`<a title="Otters are back in the harbour after forty years">Otters are back in the har…</a>`: the page says both, and the
longer one is the title where it begins as the shorter does. Cards that unfold say it in a second link, in the same place of
each; that it is the title's place tells an entry whose title was not cut and stands there again. Servers that list a folder
cut the names of its files, `Minutes_of_the_harbour_co..>`, and have them whole in the addresses.
"""

from __future__ import annotations

import re
from collections import Counter
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
    records: Sequence[Record], titles: Sequence[Piece | None], names: Sequence[str], said: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The titles, whole where they were cut and a label of their link or a second link has them whole, and the teasers.

    Args:
        records: the list's records, in page order.
        titles: the title of each.
        names: its text.
        said: the teasers; one loses the title that a second link says before it.

    Returns:
        The titles and the teasers.
    """
    cut = [bool(title) and _is_cut(name) for title, name in zip(titles, names, strict=True)]
    again = _said_again(records, titles, names, cut) if any(cut) else ""
    whole = [
        _whole(record, title, name, again) if title and shortened else name
        for record, title, name, shortened in zip(records, titles, names, cut, strict=True)
    ]
    if not again:
        return whole, list(said)
    behind = [
        text[len(name) :].lstrip() if shortened and text.startswith(f"{name} ") else text
        for text, name, shortened in zip(said, whole, cut, strict=True)
    ]
    return whole, behind


def _said_again(
    records: Sequence[Record], titles: Sequence[Piece | None], names: Sequence[str], cut: Sequence[bool]
) -> str:
    """The place of a second link of each entry that says its title: as it is, where nothing was cut off; "" for none."""
    agreed: Counter[str] = Counter()
    refuted: set[str] = set()
    for record, title, name, shortened in zip(records, titles, names, cut, strict=True):
        for link in record.links if title and not shortened else ():
            if title and link.href == title.href and link.first > title.last:
                if link.text == name:
                    agreed[link.slot] += 1
                else:
                    refuted.add(link.slot)
    return next((slot for slot in agreed if slot not in refuted), "")


def _is_cut(name: str) -> bool:
    return _CUT_SIGNS.match(name.rstrip()[-1:]) is not None and _cut(name) is not None


def _cut(name: str) -> re.Match[str] | None:
    return _CUT.search(name, max(0, len(name) - CUT_MAX))


def _whole(record: Record, title: Piece, name: str, again: str) -> str:
    cut = _cut(name)
    left = name[: cut.start()] if cut else name
    if len(left) < LEFT_MIN:
        return name
    told = (
        part.text
        for part in record.parts
        if (part.kind == "label" or part.slot == again)
        and (part.href == title.href or part.first <= title.first <= part.last)
    )
    labels = chain(told, [_file(title.href)] if name.endswith(">") else ())
    return next((text for text in labels if len(text) > len(left) and text.startswith(left)), name)


def _file(address: str) -> str:
    """The name of the file or folder that an address leads to, as a server's list of a folder writes it."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    name = unquote(path.rstrip("/").rpartition("/")[2])
    return name + "/" * path.endswith("/") if "\ufffd" not in name else ""
