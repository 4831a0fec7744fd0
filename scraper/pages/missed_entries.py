"""Entries of a list that a site file's selectors pass by: those of a class that no page had before, an entry set apart.

Structure is asked on the first page of a chain, and on later ones that show fewer entries. Its list counts where it is
sure and holds what the selectors found, so that it is the same one; an entry of it needs the cells that theirs have. Most
of them missing is drift, as `check` has it, and they are taken; a few may be left out on purpose, and are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.listing import induce
from scraper.listing.entry import Entry, FoundList
from scraper.listing.selectors.pinned import filled
from scraper.pages.large_page import is_large
from scraper.pages.unclosed import Note

SURE_MIN = 0.5
"""Confidence of a finding by structure that may speak against selectors, as in `check`."""

_HELD_MIN = 0.9
"""Share of the entries by selectors that the same list by structure holds, and that have a cell which all entries need."""


def completed(html: str, url: str, found: Sequence[FoundList]) -> tuple[list[FoundList], tuple[Note, ...]]:
    """Lists by their selectors, with the entries that these miss where they miss most, and what is to be told.

    Args:
        html: the page.
        url: where it was found.
        found: its lists as their selectors read them.
    """
    if is_large(html):
        return list(found), ()
    shown = [one for one in induce.induce(html, url) if one.confidence >= SURE_MIN]
    known = {_name(entry) for one in found for entry in one.entries}
    whole, notes = [], []
    for one in found:
        other = _same(one, shown)
        missed = [entry for entry in other if _name(entry) not in known and _has_cells(entry, one.entries)]
        if missed and one.selectors is not None:
            told = (
                f"list {one.name!r}: {one.selectors.entry!r} finds {len(one.entries)} of"
                f" {len(one.entries) + len(missed)} entries that structure shows; "
            )
            if len(missed) > len(one.entries):
                one = replace(one, entries=_merged(one.entries, other, missed))
                notes.append(("entries_by_structure", told + "the others found by structure"))
            else:
                notes.append(("selectors_found_less", told + f"not {missed[0].title[:60]!r}"))
        whole.append(one)
    return whole, tuple(notes)


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


def _merged(own: Sequence[Entry], other: Sequence[Entry], missed: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries in page order, each as its selectors read it where they found it."""
    read = {_name(entry): entry for entry in own}
    return tuple(
        read.pop(_name(entry), entry) for entry in other if _name(entry) in read or entry in missed
    ) + tuple(read.values())


def _name(entry: Entry) -> str:
    return entry.url or entry.title
