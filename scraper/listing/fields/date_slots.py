"""Which place of a list's records holds their dates, and which date they give to machines.

A slot (see `lines`) that most records fill with a date is theirs; of several the one that says the most, is named or
labelled as the day of publication, or is written in the entry's own address, which no label outdoes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from math import inf

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.dated import FULL, Spot
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.dates.titled import titled
from scraper.listing.fields.date_columns import column_is
from scraper.listing.fields.date_labels import (
    is_created,
    is_of_change,
    is_of_other_day,
    is_published,
    of_events,
)
from scraper.listing.fields.usual_spots import usual_spots
from scraper.listing.markup.tree import Tree
from scraper.listing.records.labels import leads_to_file
from scraper.listing.records.lines import Record
from scraper.listing.records.paths import path_of

# A date inside a sentence is the entry's own only where this share of the records has one in the same place.
OWN_DATE_SHARE = 0.5
SPOTS_MAX = 12  # dates of one record that may be its own; a page of dates and nothing else is no list
_PUBLISHED = re.compile(r"publi|created|posted|issued")
_CHANGED = re.compile(r"updat|modif|expir|deadline|revis|last[_-]?(?:post|reply|comment|activity)")
# `update` alone tells what a script is to do: `data-update-url`
_EDITED = re.compile(
    r"(?<![a-z])(?:(?:date)?(?:updated|modified|revised)|last[-_]?update|update[-_]?(?:time|date))(?![a-z])",
    re.I,
)
DAY_NUMBERS = 3  # day, month and year
_NUMBERS = re.compile(r"\d+")
DIGITS_MAX = 8  # of a day, a month, a year, or all three as `20260623`; other numbers may have thousands

Placed = tuple[str, str, str, Spot]
"""A date in its record: its slot, the class words around it, what a label says of it (`LABELLED`, `OTHER`, or "")."""


def shown_dates(tree: Tree, records: list[Record]) -> list[Spot | None]:
    """The date that each record shows in the slot of the list's dates, or in the next best that it has; None without one."""
    slots: dict[str, list[int]] = defaultdict(list)
    names: list[list[tuple[str, Spot]]] = []
    firsts: list[list[tuple[Placed, str, float]]] = []
    alone: dict[str, float] = defaultdict(float)
    given = [_addresses(record) if len(record.spots) > 1 else [] for record in records]
    placed = [_placed(tree, record, addressed) for record, addressed in zip(records, given, strict=True)]
    labels = _labels_of_the_list(placed)
    for number, spots in enumerate(placed):
        row, own = [], []
        for slot, words, said, spot in spots:
            mark = said if slot + said in labels else ""
            slot += mark  # in one text another place than the date beside it
            row.append((slot, spot))
            if number not in slots[slot][-1:]:
                slots[slot].append(number)
                share = min(len(spot.text) / max(len(tree.text(spot.first, spot.last + 1)), 1), 1.0)
                alone[slot] += share
                own.append(((slot, words, said, spot), mark, share))
        names.append(row)
        firsts.append(own)
    # most lists have their dates in one place, which is asked for no more
    quality = _quality(tree, records, given, firsts) if len(slots) > 1 else dict.fromkeys(slots, 0.0)
    told = {
        slot
        for slot, have in slots.items()
        if len(_in_place(slot, slots)) >= OWN_DATE_SHARE * len(records) or alone[slot] >= 0.5 * len(have)
    }
    worth = {  # rounded: of two alike the first, whichever has the longer hour
        slot: len(have) * (1 + round(quality[slot] / len(have), 1))
        for slot, have in slots.items()
        if slot in told
    }
    order = _by_labels(sorted(worth, key=lambda slot: -worth[slot]))
    order = _by_columns(tree, order, names, slots)
    rank = {slot: at for at, slot in enumerate(order)}
    usable = [[pair for pair in row if pair[0] in rank] for row in names]
    best = [min((rank[slot] for slot, _ in row), default=-1) for row in usable]
    return usual_spots(
        tree, [[spot for slot, spot in row if rank[slot] == at] for row, at in zip(usable, best, strict=True)]
    )


def _quality(
    tree: Tree,
    records: list[Record],
    given: list[list[list[int]]],
    firsts: list[list[tuple[Placed, str, float]]],
) -> dict[str, float]:
    """What speaks for each place, from the first date of each record in it, with its mark and its share of its text."""
    quality: dict[str, float] = defaultdict(float)
    said_whole = titled(tree)
    for record, addressed, own in zip(records, given, firsts, strict=True):
        files, calls_days = _files_from(record), _calls_days(tree, record)
        for (slot, words, _, spot), mark, share in own:
            whole = spot.strength == FULL or spot.first in said_whole
            quality[slot] += 0.5 * whole + 0.5 * share - 0.5 * clock_alone(spot.text)
            quality[slot] += addressed != [] and _in_address(spot.text, addressed)
            quality[slot] += WORTH[mark]
            quality[slot] += GIVEN * _is_given(tree, record, spot)
            quality[slot] += CALLED * _is_called(tree, record, spot) if calls_days else 0.0
            quality[slot] -= OF_FILE * (spot.first >= files and not calls_days)
            quality[slot] += _worth_of_names(words)
    return quality


@lru_cache(maxsize=64)  # in a list the same for most records
def _worth_of_names(words: str) -> float:
    """What the names around a date are worth: of publication, less of change."""
    return 0.3 * bool(_PUBLISHED.search(words)) - 0.6 * bool(_CHANGED.search(words))


def tell_change(tree: Tree, records: list[Record], shown: list[Spot | None]) -> bool:
    """Whether the dates that records show are named as days of a change by their elements, `dateModified`, `data-updated`, or by labels."""
    said = [_tells_change(tree, record, spot) for record, spot in zip(records, shown, strict=True) if spot]
    return any(said) and sum(said) >= OWN_DATE_SHARE * len(said)


def _tells_change(tree: Tree, record: Record, spot: Spot) -> bool:
    given = tree.attrs[_place(tree, spot)]
    names = " ".join([given.get("class") or "", given.get("itemprop") or "", *given])
    # `published updated`: nothing was changed
    edited = _EDITED.search(names) and not _PUBLISHED.search(names)
    return bool(edited) or is_of_change(tree, record.start, spot)


def _placed(tree: Tree, record: Record, addressed: list[list[int]]) -> list[Placed]:
    """The dates of a record, each with its place; no label counts where an address tells the day."""
    paths: dict[int, tuple[str, str]] = {}
    unsaid = len(record.spots) > 1 and not any(_in_address(spot.text, addressed) for spot in record.spots)
    found = []
    for spot in record.spots[:SPOTS_MAX]:
        slot, words = path_of(tree, _place(tree, spot), record.start, paths)
        found.append((slot, words, _said(tree, record, spot, words) if unsaid else "", spot))
    if sum(said == LABELLED for _, _, said, _ in found) > 1:  # `Erstellt am` beside `Veröffentlicht am`
        made = [said == LABELLED and is_created(tree, record.start, spot) for _, _, said, spot in found]
        found = [
            (*one[:2], "" if is_made else one[2], one[3]) for one, is_made in zip(found, made, strict=True)
        ]
    return found


def _said(tree: Tree, record: Record, spot: Spot, words: str) -> str:
    if is_published(tree, record.start, spot, words):
        return LABELLED
    if is_of_other_day(tree, record.start, spot, words):
        return OTHER if any(one is not spot and not _in_prose(tree, one) for one in record.spots) else ""
    return ""


def _in_prose(tree: Tree, spot: Spot) -> bool:
    """Whether a date is a small part of what is said in its place: a day that a teaser tells of."""
    return len(spot.text) < PROSE_SHARE * len(tree.text(spot.first, spot.last + 1))


PROSE_SHARE = 0.2
"""Of a text: of 3,995 dates of captured entries 3 in 100 are less of theirs, of other days told in texts of more than 60 characters
94 in 100."""


def _place(tree: Tree, spot: Spot) -> int:
    """The element that shows a date: a nameless span that is all of another, as is put around few days, is the same place."""
    node = tree.parents[spot.first]
    while tree.tags[node] == "span" and not tree.attr(node, "class"):
        above = tree.parents[node]
        if tree.tags[above] != "span" or _says_more(tree, above, node):
            break
        node = above
    return node


def _says_more(tree: Tree, above: int, node: int) -> bool:
    """Whether an element says anything besides what another one inside it says; not read further than it has to be."""
    beside = chain(range(above, node), range(tree.ends[node], tree.ends[above]))
    return any(tree.pieces[at].strip() for at in beside)


def _labels_of_the_list(placed: list[list[Placed]]) -> set[str]:
    """The slots, with their labels, whose dates are labelled in most records with several dates: one title that says "publication" labels none."""
    have: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for spots in placed:
        if len(spots) > 1:
            have.update({slot for slot, _, _, _ in spots})
            said.update({slot + label for slot, _, label, _ in spots if label})
    return {slot for slot, times in said.items() if times >= OWN_DATE_SHARE * have[slot.rstrip(MARKS)]}


LABELLED, OTHER = "!", "?"
MARKS = LABELLED + OTHER
"""What a label says of a date: that it is the day of publication, or another one, `Updated: 3 May`."""
WORTH = {LABELLED: 1.0, OTHER: -0.6, "": 0.0}
"""What a label is worth; that of another day as much as a class that says so."""


def _in_place(slot: str, slots: dict[str, list[int]]) -> set[int]:
    """The records that have a date in a place, labelled or not: a label is looked for only where a record has several dates."""
    plain = slot.rstrip(MARKS)
    return {number for mark in ("", *MARKS) for number in slots.get(plain + mark, ())}


def _by_labels(order: list[str]) -> list[str]:
    """The order with what a label calls the day of publication before what stands in the same place: few entries may be updated."""
    places = dict.fromkeys(slot.rstrip(MARKS) for slot in order)  # each where the best of it stands
    return [one for place in places for one in (place + LABELLED, place, place + OTHER) if one in order]


def _by_columns(
    tree: Tree, order: list[str], names: list[list[tuple[str, Spot]]], slots: dict[str, list[int]]
) -> list[str]:
    """The order with the day of publication first where the first column's head says that its day is a document's own, or a deadline."""
    if len(order) < 2:
        return order
    one = {slot: spot for row in names for slot, spot in row}
    first = column_is(tree, one[order[0]].first)
    if first != "created" and not (first == "other" and not of_events(tree)):
        return order
    published = [slot for slot in order if column_is(tree, one[slot].first) == "published"]
    usual = [slot for slot in published if len(slots[slot]) >= OWN_DATE_SHARE * len(slots[order[0]])]
    return [*usual, *(slot for slot in order if slot not in usual)]


GIVEN = 0.5
"""What it is worth that a machine reads a date and no other of the entry, beside the forms of the texts (0 to 1)."""


def _is_given(tree: Tree, record: Record, spot: Spot) -> bool:
    """Whether a date stands in the only element of the entry that gives one to machines."""
    if len(record.spots) < 2 or len(record.machine) != 1:
        return False
    node = record.machine[0][0]
    return node < spot.first < tree.ends[node]


OF_FILE = 0.5
"""What a date at or behind an entry's first file is worth less where one stands before it: the file's own."""


def _files_from(record: Record) -> float:
    """The node of a record's first link to a file, where a date stands before it; else beyond all."""
    if len(record.spots) < 2:
        return inf
    first = next((node for node, href in record.hrefs if leads_to_file(href)), inf)
    return first if record.spots[0].first < first else inf


CALLED = 0.5
"""What it is worth that a date is how the page calls the entry: `Apply by 3 May | <a>9 May</a>`."""


def _calls_days(tree: Tree, record: Record) -> bool:
    """Whether a record with several dates calls its pages and files by dates alone."""
    if len(record.spots) < 2 or not record.hrefs:
        return False
    names = [text for node, _ in record.hrefs if (text := tree.text(node))]
    return bool(names) and all(map(is_date, names))


def _is_called(tree: Tree, record: Record, spot: Spot) -> bool:
    """Whether a date stands in the first link of its record that says anything."""
    node = next(node for node, _ in record.hrefs if tree.text(node))
    return node < spot.first < tree.ends[node]


def _addresses(record: Record) -> list[list[int]]:
    return [
        [int(number) for number in _NUMBERS.findall(href) if len(number) <= DIGITS_MAX]
        for _, href in record.hrefs
    ]


def _in_address(date: str, addresses: list[list[int]]) -> bool:
    """Whether one of the record's addresses carries the same day, in any order: `…-06-23-2026.pdf`."""
    day = sorted(int(number) for number in _NUMBERS.findall(date)[:DAY_NUMBERS])
    if len(day) < DAY_NUMBERS:
        return False
    return any(
        sorted(numbers[at : at + DAY_NUMBERS]) == day
        for numbers in addresses
        for at in range(len(numbers) - DAY_NUMBERS + 1)
    )


def machine_dates(tree: Tree, records: list[Record], shown: list[Spot | None]) -> list[str]:
    """The machine-readable date of each record: of the element that shows its date, else the one named best."""
    found = []
    for record, spot in zip(records, shown, strict=True):
        best, value = -1.0, ""
        for node, text in record.machine:
            given = tree.attrs[node]
            words = f"{given.get('class') or ''} {given.get('itemprop') or ''}".lower()
            score = 1.0 + bool(_PUBLISHED.search(words)) - 0.5 * bool(_CHANGED.search(words))
            score += HOLDS * (spot is not None and node < spot.first < tree.ends[node])
            if score > best:
                best, value = score, text
        found.append(value)
    return found


HOLDS = 2.0  # more than any name
