"""Entries that a page holds back for its "load more": they stand in its own data, behind the ones it shows.

Where a script alone turns the page, an array of the data that begins with all that is shown and goes on is the list. A
slug in it leads where the shown ones' links lead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.embedded import embedded_lists
from scraper.listing.entry import Entry, FoundList
from scraper.listing.markup.tree import Tree

SHOWN_MIN = 3
"""Shown entries that an array has to hold: two may be a box's."""


def with_held_back(tree: Tree, lists: Sequence[FoundList]) -> tuple[list[FoundList], int]:
    """The lists, the one that the page's data go on with its further entries, and how many these are.

    Args:
        tree: the page, whose next one only a script knows.
        lists: what was found on it.
    """
    for data in embedded_lists(tree) if lists else ():
        for at, one in enumerate(lists):
            more = _behind(one.entries, data.entries)
            if more:
                return [*lists[:at], replace(one, entries=(*one.entries, *more)), *lists[at + 1 :]], len(more)
    return list(lists), 0


def _behind(shown: Sequence[Entry], held: Sequence[Entry]) -> list[Entry]:
    """The entries of an array that are not shown, where all that is shown stands in its first ones."""
    if not SHOWN_MIN <= len(shown) < len(held):
        return []
    places = {_last(entry.url): entry.url for entry in shown}
    first = {_last(entry.url): entry.url for entry in held[: len(shown)]}
    if len(places) < len(shown) or places.keys() != first.keys():
        return []
    folders = {url.rstrip("/").rpartition("/")[0] for url in places.values()}
    if any(url.rstrip("/") != places[key].rstrip("/") for key, url in first.items()) and len(folders) != 1:
        return []
    moved = {url.rstrip("/").rpartition("/")[0] for url in first.values()}
    if len(folders) != 1 or folders == moved:
        return list(held[len(shown) :])
    folder, end = folders.pop(), "/" if shown[0].url.endswith("/") else ""
    return [replace(entry, url=f"{folder}/{_last(entry.url)}{end}") for entry in held[len(shown) :]]


def _last(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]
