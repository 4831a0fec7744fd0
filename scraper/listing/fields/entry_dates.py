"""Which of the dates on a page is an entry's own: the list decides, as it does for every field.

A slot (see `lines`) that most records fill with a date is theirs; of several the one that says the most, is named or
labelled as the day of publication, or is written in the entry's own address, which no label outdoes. Where records show none, the heading above them, the cell
beside them that spans several rows, or their addresses tell it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain, pairwise
from math import inf

from scraper.listing.dates.dated import FULL, Spot, date_in_file, day_in_address
from scraper.listing.dates.dated_files import days_in_files
from scraper.listing.dates.day_headings import HEADED_DATED_MAX
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.dates.titled import titled
from scraper.listing.fields.date_columns import column_is
from scraper.listing.fields.date_heads import dates_above
from scraper.listing.fields.date_labels import is_published
from scraper.listing.fields.days_below_months import days_below_months
from scraper.listing.fields.rows_below_days import rows_below_days
from scraper.listing.fields.usual_spots import usual_spots
from scraper.listing.fields.year_headings import years_above
from scraper.listing.markup.tree import Tree
from scraper.listing.records.labels import leads_to_file
from scraper.listing.records.lines import Record
from scraper.listing.records.paths import path_of

# A date inside a sentence is the entry's own only where this share of the records has one in the same place.
OWN_DATE_SHARE = 0.5
# Where few records have a date of their own (`HEADED_DATED_MAX`) and so many stand below days, the days are theirs.
HEADED_SHARE = 0.9
# Days in addresses are the entries' own where this share of the links has one: minutes stand with yearly reports.
ADDRESSED_SHARE = 0.7
# Whether addresses carry days shows in the first ones.
ADDRESSES_TRIED = 20
SPOTS_MAX = 12  # dates of one record that may be its own; a page of dates and nothing else is no list
_PUBLISHED = re.compile(r"publi|created|posted|issued")
_CHANGED = re.compile(r"updat|modif|expir|deadline|revis|last[_-]?(?:post|reply|comment|activity)")
_NUMBERS = re.compile(r"\d+")
DAY_NUMBERS = 3  # day, month and year
# Hours of entries go down a list, or up, but for a midnight; of lengths of films half the steps go either way.
CLOCK_STEPS_MIN, ONE_WAY_SHARE = 4, 0.75


Placed = tuple[str, str, bool, Spot]
"""A date in its record: its slot, the class words around it, whether a label says that it is the day of publication."""


@dataclass(slots=True)
class Dates:
    """The dates of a list's records, one of each a record.

    Attributes:
        shown: where the page shows it, or None.
        given: a machine-readable one, or "".
        years: the year heading above a date that has none, or "".
        whole: the whole date that the title of its element says, or "".
    """

    shown: list[Spot | None]
    given: list[str]
    years: list[str]
    whole: list[str]

    def written(self, number: int) -> str:
        """A record's date as the page writes it."""
        spot = self.shown[number]
        if spot is None:
            return ""
        return self.whole[number] or f"{spot.text} {self.years[number]}".strip()


def _or_above(
    tree: Tree, records: list[Record], around: list[Spot], floor: int, shown: list[Spot | None]
) -> list[Spot | None]:
    """The days that head records of which none has a date, or an hour alone, or only a few one: `Revised 12 May 2026`."""
    days = [spot for spot in shown if spot and not _may_be_hour(spot.text)]
    if len(days) > HEADED_DATED_MAX * len(records):
        return shown
    above = dates_above(tree, records, around, floor)
    full = [head for head in above if head and head.strength == FULL]
    if days and (len(full) < HEADED_SHARE * len(records) or len({head.text for head in full}) < 2):
        return shown
    if full or all(spot is None or clock_alone(spot.text) for spot in shown):
        return [head or spot for head, spot in zip(above, shown, strict=True)]
    return shown


def own_dates(tree: Tree, records: list[Record], around: list[Spot], floor: int) -> Dates:
    """Find each record's date.

    Args:
        tree: the page.
        records: the list's records, in page order.
        around: the page's dates outside the records; a date heading holds for the records below it.
        floor: the element around the records.
    """
    shown = _shown_dates(tree, records)
    given = _machine_dates(tree, records, shown)
    if not any(given):
        shown = _or_above(tree, records, around, floor, shown)
    if not any(shown) and not any(given):
        shown = days_below_months(tree, records, floor)
    shown = [  # an hour beside a machine-readable date is no date of its own
        None if spot and machine and clock_alone(spot.text) else spot
        for spot, machine in zip(shown, given, strict=True)
    ]
    if _lengths(shown):
        shown = [None] * len(shown)
    if not any(given):
        shown = rows_below_days(tree, records, shown)
    return Dates(shown, given, years_above(tree, records, shown, floor), _whole(tree, shown, given))


def _whole(tree: Tree, shown: list[Spot | None], given: list[str]) -> list[str]:
    """The whole dates that titles say where less is shown and nothing is given to machines."""
    said = titled(tree)
    return [
        said[spot.first][1] if spot and not machine and spot.strength < FULL and spot.first in said else ""
        for spot, machine in zip(shown, given, strict=True)
    ]


def _may_be_hour(text: str) -> bool:
    """Whether a text is an hour, or two numbers that are one below a whole day: `10.30`."""
    return clock_alone(text) or _POINTED.fullmatch(text.strip()) is not None


_POINTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def _lengths(shown: list[Spot | None]) -> bool:
    """Whether hours are no hours but how long a film or a recording lasts: those of entries go one way, these do not."""
    if not all(spot is None or clock_alone(spot.text) for spot in shown):
        return False
    clocks = [tuple(map(int, _NUMBERS.findall(spot.text)[:2])) for spot in shown if spot]
    steps = [one > other for one, other in pairwise(clocks) if one != other]
    one_way = max(sum(steps), len(steps) - sum(steps))
    return len(steps) >= CLOCK_STEPS_MIN and one_way < ONE_WAY_SHARE * len(steps)


def from_addresses(dates: Dates, links: list[str]) -> list[tuple[str, str]]:
    """Date as written and machine-readable, from the links where most records show none and most links carry one."""
    told = [(dates.written(number), given) for number, given in enumerate(dates.given)]
    silent = sum(not written and not given for written, given in told)
    if silent <= (1 - OWN_DATE_SHARE) * len(links):
        return told
    linked = sum(map(bool, links))
    for read, machine in ((day_in_address, True), (date_in_file, False)):
        tried = [href for href in links if href][:ADDRESSES_TRIED]
        if sum(bool(read(href)) for href in tried) < ADDRESSED_SHARE * len(tried):
            continue
        days = [read(href) for href in links]
        if sum(map(bool, days)) >= ADDRESSED_SHARE * linked:
            return _from(days, told, machine=machine)
    return _from(days_in_files(links), told, machine=True)


def _from(days: list[str], told: list[tuple[str, str]], *, machine: bool) -> list[tuple[str, str]]:
    """The days of addresses; what few records show beside them is a date that their titles tell of."""
    return [
        one if not day else ("", day) if machine else (day, "") for one, day in zip(told, days, strict=True)
    ]


def _shown_dates(tree: Tree, records: list[Record]) -> list[Spot | None]:
    slots: dict[str, list[int]] = defaultdict(list)
    names: list[list[tuple[str, Spot]]] = []
    quality: dict[str, float] = defaultdict(float)
    alone: dict[str, float] = defaultdict(float)
    given = [_addresses(record) if len(record.spots) > 1 else [] for record in records]
    placed = [_placed(tree, record, addressed) for record, addressed in zip(records, given, strict=True)]
    labels = _labels_of_the_list(placed)
    said_whole = titled(tree)
    for number, (record, addressed, spots) in enumerate(zip(records, given, placed, strict=True)):
        row = []
        files = _files_from(record)
        for slot, words, said, spot in spots:
            labelled = said and slot in labels
            slot += LABELLED * labelled  # in one text another place than the date beside it
            row.append((slot, spot))
            if number not in slots[slot][-1:]:
                slots[slot].append(number)
                share = min(len(spot.text) / max(len(tree.text(spot.first, spot.last + 1)), 1), 1.0)
                alone[slot] += share
                whole = spot.strength == FULL or spot.first in said_whole
                quality[slot] += 0.5 * whole + 0.5 * share - 0.5 * clock_alone(spot.text)
                quality[slot] += addressed != [] and _in_address(spot.text, addressed)
                quality[slot] += labelled
                quality[slot] += GIVEN * _is_given(tree, record, spot)
                quality[slot] -= OF_FILE * (spot.first >= files)
                quality[slot] += 0.3 * bool(_PUBLISHED.search(words)) - 0.6 * bool(_CHANGED.search(words))
        names.append(row)
    told = {
        slot
        for slot, have in slots.items()
        if len(have) >= OWN_DATE_SHARE * len(records) or alone[slot] >= 0.5 * len(have)
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


def _placed(tree: Tree, record: Record, addressed: list[list[int]]) -> list[Placed]:
    """The dates of a record, each with its place; no label counts where an address tells the day."""
    paths: dict[int, tuple[str, str]] = {}
    unsaid = len(record.spots) > 1 and not any(_in_address(spot.text, addressed) for spot in record.spots)
    found = []
    for spot in record.spots[:SPOTS_MAX]:
        slot, words = path_of(tree, _place(tree, spot), tree.parents[record.start], paths)
        found.append((slot, words, unsaid and is_published(tree, record.start, spot, words), spot))
    return found


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
    """The slots whose dates are labelled in most records with several dates: one title that says "publication" labels none."""
    have: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for spots in placed:
        if len(spots) > 1:
            have.update({slot for slot, _, _, _ in spots})
            said.update({slot for slot, _, labelled, _ in spots if labelled})
    return {slot for slot, times in said.items() if times >= OWN_DATE_SHARE * have[slot]}


LABELLED = "!"


def _by_labels(order: list[str]) -> list[str]:
    """The order with what a label calls the day of publication before what stands in the same place: few entries may be updated."""
    said = {slot for slot in order if slot.endswith(LABELLED)}
    plain = [slot for slot in order if slot not in said or slot.removesuffix(LABELLED) not in order]
    return [one for slot in plain for one in (slot + LABELLED, slot) if one == slot or one in said]


def _by_columns(
    tree: Tree, order: list[str], names: list[list[tuple[str, Spot]]], slots: dict[str, list[int]]
) -> list[str]:
    """The order with the day of publication first where the first column's head says that its day is a document's own."""
    if len(order) < 2:
        return order
    one = {slot: spot for row in names for slot, spot in row}
    if column_is(tree, one[order[0]].first) != "created":
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


def _addresses(record: Record) -> list[list[int]]:
    return [[int(number) for number in _NUMBERS.findall(href)] for _, href in record.hrefs]


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


def _machine_dates(tree: Tree, records: list[Record], shown: list[Spot | None]) -> list[str]:
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
