"""Which of the dates on a page is an entry's own: the list decides, as it does for every field.

A slot that most records fill with a date is theirs (`date_slots`). Where records show none, the heading above them, the
cell beside them that spans several rows, or their addresses tell it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from scraper.listing.dates.dated import FULL, Spot, date_in_file, day_in_address
from scraper.listing.dates.dated_files import days_in_files
from scraper.listing.dates.day_headings import HEADED_DATED_MAX, line_beside
from scraper.listing.dates.periods_alone import clock_alone, says_time_of_day
from scraper.listing.dates.titled import titled
from scraper.listing.fields.carried_days import carried_days
from scraper.listing.fields.date_heads import dates_above
from scraper.listing.fields.date_slots import OWN_DATE_SHARE, machine_dates, shown_dates, tell_change
from scraper.listing.fields.days_below_months import days_below_months
from scraper.listing.fields.year_headings import years_above
from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import Record

# Where few records have a date of their own (`HEADED_DATED_MAX`) and so many stand below days, the days are theirs.
HEADED_SHARE = 0.9
# Days in addresses are the entries' own where this share of the links has one: minutes stand with yearly reports.
ADDRESSED_SHARE = 0.7
# Whether addresses carry days shows in the first ones.
ADDRESSES_TRIED = 20
_NUMBERS = re.compile(r"\d+")
# Hours of entries go down a list, or up, but for a midnight; of lengths of films half the steps go either way.
CLOCK_STEPS_MIN, ONE_WAY_SHARE = 4, 0.75


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
        mark = "-" if _HYPHENED.fullmatch(spot.text) else " "
        return self.whole[number] or f"{spot.text}{mark}{self.years[number]}".rstrip("- ")


_HYPHENED = re.compile(r"\d\d?-\d\d?")
"""A day and a month that their year is joined to as they are to each other: `11-28 2026` may be two days."""


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
        whole = (
            None if any(above) or not all(shown) or _lengths(shown) else _over_hours(tree, records, around)
        )
        return [head or whole or spot for head, spot in zip(above, shown, strict=True)]
    return shown


def _over_hours(tree: Tree, records: list[Record], around: list[Spot]) -> Spot | None:
    """The day of records that tell the hour each, from the line above them: `Disclosed on 20 November 2026 (40 notices)`."""
    start = records[0].start
    before = [spot for spot in around if spot.last < start and spot.strength == FULL]
    return before[-1] if before and line_beside(tree, before[-1].first, start) else None


def own_dates(tree: Tree, records: list[Record], around: list[Spot], floor: int) -> Dates:
    """Find each record's date.

    Args:
        tree: the page.
        records: the list's records, in page order.
        around: the page's dates outside the records; a date heading holds for the records below it.
        floor: the element around the records.
    """
    shown = shown_dates(tree, records)
    given = machine_dates(tree, records, shown)
    if not any(given):
        shown = _or_above(tree, records, around, floor, shown)
    if not any(given) and all(spot is None or clock_alone(spot.text) for spot in shown):
        below = days_below_months(tree, records, floor)
        shown = below if any(below) else shown
    shown = [  # an hour beside a machine-readable date is no date of its own
        None if spot and machine and clock_alone(spot.text) else spot
        for spot, machine in zip(shown, given, strict=True)
    ]
    if not all(given) and all(spot or not machine for spot, machine in zip(shown, given, strict=True)):
        shown = carried_days(tree, records, shown)
    if _lengths(shown):
        shown = [None] * len(shown)
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
    if not all(
        spot is None or (clock_alone(spot.text) and not says_time_of_day(spot.text)) for spot in shown
    ):
        return False
    clocks = [tuple(map(int, _NUMBERS.findall(spot.text)[:2])) for spot in shown if spot]
    steps = [one > other for one, other in pairwise(clocks) if one != other]
    one_way = max(sum(steps), len(steps) - sum(steps))
    return len(steps) >= CLOCK_STEPS_MIN and one_way < ONE_WAY_SHARE * len(steps)


def from_addresses(
    tree: Tree, records: list[Record], dates: Dates, links: list[str]
) -> list[tuple[str, str]]:
    """Date as written and machine-readable; from the links where most carry one and most records show none, or the day of a change."""
    told = [(dates.written(number), given) for number, given in enumerate(dates.given)]
    silent = sum(not written and not given for written, given in told)
    if silent <= (1 - OWN_DATE_SHARE) * len(links):
        days = _days(links, day_in_address)
        others = ["" if _tells(day, *one) else day for day, one in zip(days, told, strict=bool(days))]
        changed = any(others) and tell_change(tree, records, dates.shown)
        return _from(others, told, machine=True) if changed else told
    for read, machine in ((day_in_address, True), (date_in_file, False)):
        if days := _days(links, read):
            return _from(days, told, machine=machine)
    return _from(days_in_files(links), told, machine=True)


def _tells(day: str, written: str, given: str) -> bool:
    """Whether a date has no other numbers than a day: `24 novembre 2026` those of 2026-11-24."""
    told = _NUMBERS.findall(given[:10] or written)[:3]  # hours may follow
    return set(map(int, told)) <= set(map(int, _NUMBERS.findall(day)))


def _days(links: list[str], read: Callable[[str], str]) -> list[str]:
    """What each link carries, "" where it has none; empty where few do."""
    linked = [href for href in links if href]
    tried = linked[:ADDRESSES_TRIED]
    if sum(bool(read(href)) for href in tried) < ADDRESSED_SHARE * len(tried):
        return []
    days = [read(href) for href in links]
    return days if sum(map(bool, days)) >= ADDRESSED_SHARE * len(linked) else []


def _from(days: list[str], told: list[tuple[str, str]], *, machine: bool) -> list[tuple[str, str]]:
    """The days of addresses; what few records show beside them is a date that their titles tell of."""
    return [
        one if not day else ("", day) if machine else (day, "") for one, day in zip(told, days, strict=True)
    ]
