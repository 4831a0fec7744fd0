"""Lists of a site file that one stale selector would take from the dataset while the other lists go on.

A redesign renames a class, not all of them. A list whose entries are gone is looked for by structure among what no other
list shows; a list whose titles, links, dates or teasers are all gone keeps its entries and gets these cells from
structure, as `auto` would. Either way a note says so: a person has to correct the file. A gate judges what was
found instead of entries, titles and links.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.listing import induce
from scraper.listing.entry import AUTO, Entry, FoundList, ListSelectors
from scraper.listing.lists.keep import PLAUSIBLE_MIN
from scraper.listing.selectors.negated import negating
from scraper.listing.selectors.pinned import filled, read_lists
from scraper.pages.large_page import is_large, read_large
from scraper.pages.unclosed import Note

_NEEDED = ("title", "link")
"""Fields without which an entry is none: a list names one only where its entries have it."""

_SHARE = 0.5
"""Share of the entries in which structure has to find dates or teasers that a selector finds in none: some pages of a list
have none."""


def refilled(html: str, url: str, found: FoundList) -> tuple[FoundList, tuple[Note, ...]]:
    """A list by its selectors, with the cells that a selector of theirs no longer finds in it.

    Args:
        html: the page.
        url: where it was found.
        found: the list as its selectors read it, with entries.
    """
    wanted, notes = found.selectors, []
    if wanted is None:
        return found, ()
    number = len(found.entries)
    for field in (*_NEEDED, "date", "excerpt"):
        query, needed = getattr(wanted, field), field in _NEEDED
        if query in ("", AUTO) or filled(found.entries, field):
            continue
        # beside a field found so before; a link that was the title's own goes with it, or the first one of the entry would do
        lost = ["title", "link"] if field == "title" and not wanted.link else [field]
        # a teaser that is any paragraph but the date's would begin with the date
        lost += negating(wanted, field)
        by_structure = replace(found.selectors or wanted, **dict.fromkeys(lost, AUTO))
        (again,) = read_lists(html, url, [by_structure])
        told = f"list {found.name!r}: {field} = {query!r} fills none of its {number} entries; "
        better = filled(again.entries, field)
        if better if needed else len(again.entries) == number and better >= _SHARE * number:
            found, told = again, told + "found by structure instead"
        elif needed:
            told += "structure finds none either"
        else:
            continue
        notes.append(("selectors_found_nothing", told) if needed else ("cells_by_structure", told))
    return replace(found, selectors=wanted), tuple(notes)


def replaced(
    html: str, url: str, found: Sequence[FoundList], missing: Sequence[ListSelectors]
) -> tuple[list[FoundList], tuple[Note, ...]]:
    """What structure finds in place of lists that are missing, and a note on each of these.

    Args:
        html: the page.
        url: where it was found.
        found: the lists that are there; none of them is found again.
        missing: selectors of the lists that are not.
    """
    if not missing:
        return [], ()
    others = [rest for one in _by_structure(html, url) if (rest := _rest(one, found))]
    heirs, notes = [], []
    for wanted in missing:
        told = f"list {wanted.name!r}: {wanted.entry!r} finds no entry; "
        heir = next((one for one in others if _has_fields(one, wanted)), None)
        if heir is None:
            told += "nor does structure find another list"
        else:
            others.remove(heir)
            heirs.append(replace(heir, name=wanted.name, selectors=None))
            told += f"{len(heir.entries)} entries found by structure instead"
        notes.append(("selectors_found_nothing", told))
    return heirs, tuple(notes)


def _by_structure(html: str, url: str) -> list[FoundList]:
    """The plausible lists of a page by structure, the surest first."""
    found = read_large(html, url) if is_large(html) else induce.induce(html, url)
    return [one for one in found if one.confidence >= PLAUSIBLE_MIN]


def _rest(one: FoundList, found: Iterable[FoundList]) -> FoundList | None:
    """What of a list no other list shows; structure joins lists that are built alike."""
    known = {_name(entry) for other in found for entry in other.entries}
    left = tuple(entry for entry in one.entries if _name(entry) not in known)
    return replace(one, entries=left, places=()) if len(left) >= _LEAST else None


_LEAST = 2
"""Entries of a list that nobody has named; one alone is an advert."""


def _name(entry: Entry) -> str:
    return entry.url or entry.title


def _has_fields(one: FoundList, wanted: ListSelectors) -> bool:
    """Whether most of a list's entries have the cells that a list of the site file names; a menu has links alone."""
    named = [field for field in ("title", "date", "excerpt") if getattr(wanted, field)]
    return all(2 * filled(one.entries, field) >= len(one.entries) for field in named)
