"""Entries of a list that a site file's selectors pass by: those of a class that no page had before, an entry set apart.

Structure is asked on the first page of a chain, and on later ones that show fewer entries. Its list counts where it is
sure and holds what the selectors found, so that it is the same one; an entry of it needs the cells that theirs have. None
is taken: a selector may leave out most of a list on purpose, and gates see a list that has become short.
"""

from __future__ import annotations

from collections.abc import Sequence

from scraper.listing import induce
from scraper.listing.entry import Entry, FoundList
from scraper.listing.selectors.pinned import filled
from scraper.pages.large_page import is_large
from scraper.pages.unclosed import Note

SURE_MIN = 0.5
"""Confidence of a finding by structure that may speak against selectors, as in `check`."""

_HELD_MIN = 0.9
"""Share of the entries by selectors that the same list by structure holds, and that have a cell which all entries need."""


def missed_entries(html: str, url: str, found: Sequence[FoundList]) -> tuple[Note, ...]:
    """What is to be told of entries that the selectors of a page's lists miss.

    Args:
        html: the page.
        url: where it was found.
        found: its lists as their selectors read them.
    """
    if is_large(html):
        return ()
    shown = [one for one in induce.induce(html, url) if one.confidence >= SURE_MIN]
    known = {_name(entry) for one in found for entry in one.entries}
    notes: list[Note] = []
    for one in found:
        other = _same(one, shown)
        missed = [entry for entry in other if _name(entry) not in known and _has_cells(entry, one.entries)]
        if missed and one.selectors is not None:
            number = len(one.entries)
            told = (
                f"list {one.name!r}: {one.selectors.entry!r} finds {number} of {number + len(missed)} entries that"
                f" structure shows; not {missed[0].title[:60]!r}"
            )
            notes.append(("selectors_found_less", told))
    return tuple(notes)


def _same(one: FoundList, shown: Sequence[FoundList]) -> tuple[Entry, ...]:
    """The entries of the list by structure that holds those of a list by selectors; none where none does."""
    names = {_name(entry) for entry in one.entries}
    for other in shown:
        held = names & {_name(entry) for entry in other.entries}
        if len(held) >= _HELD_MIN * len(names):
            return other.entries
    return ()


def _has_cells(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether an entry has the title, link and date that nearly all others have."""
    fields = [name for name in ("title", "link", "date") if filled(others, name) >= _HELD_MIN * len(others)]
    return all(filled([entry], name) for name in fields)


def _name(entry: Entry) -> str:
    return entry.url or entry.title
