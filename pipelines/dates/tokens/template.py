"""What one shape says: where its numbers lie and what they may be.

A template is made once per shape and holds no values. `Kind` says how far the shape alone decides: a `FIXED` one names
its year, month and day; the others leave the order to the list.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pipelines.dates.words.senses import Sense

NO_ZONE = 9999  # minutes; no zone is this far


class Kind:
    """How a shape's numbers are to be read; plain integers, for they travel in arrays."""

    NONE: Final = 0  # no date in it
    FIXED: Final = 1  # a year, b month, c day; a slot of size 0 is absent
    TRIPLE: Final = 2  # a, b, c of one or two digits: any order
    LAST: Final = 3  # a and b, then the year c
    FIRST: Final = 4  # the year a, then b and c
    PAIR: Final = 5  # a and b are day and month; no year
    NAMED: Final = 6  # a and c around a month name, both of one or two digits
    COMPACT: Final = 7  # eight digits: whether the year is first is told by the value
    RELATIVE: Final = 8  # a units before or after the crawl
    WEEK: Final = 9  # of the year a the week b and its day c
    YEARDAY: Final = 10  # of the year a the day b, counted from its first


class Slot(NamedTuple):
    """Digits in a cell: first byte and how many; size 0 where there is none."""

    at: int = 0
    size: int = 0


class Clock(NamedTuple):
    """Time of day and zone in a shape.

    Attributes:
        hour: its digits.
        minute: its digits.
        second: its digits.
        half: -1 unsaid, 0 before noon, 12 after.
        zone: offset in minutes, or `NO_ZONE`; the sign alone (±1) where the digits follow in the zone slots.
        zone_hour: digits of the offset's hours.
        zone_minute: digits of its minutes.
    """

    hour: Slot = Slot()
    minute: Slot = Slot()
    second: Slot = Slot()
    half: int = -1
    zone: int = NO_ZONE
    zone_hour: Slot = Slot()
    zone_minute: Slot = Slot()


class Second(NamedTuple):
    """Where a shape tells a second day behind words of its own.

    Attributes:
        at: first byte of its words; 0 where there is no second day.
        published: whether the first day's words tell a change, so that an earlier second one is rather that of the publication.
        sure: whether it surely is, as no word says what else it may be.
    """

    at: int = 0
    published: bool = False
    sure: bool = False


class Template(NamedTuple):
    """One shape, parsed.

    Attributes:
        kind: how to read the slots.
        a: first number (year when `FIXED`; count when `RELATIVE`).
        b: second number (month when `FIXED`).
        c: third number (day when `FIXED`).
        senses: months the shape's month word may mean, likeliest first; empty without one.
        era: calendar the shape names.
        behind: calendar that the words behind its year name, if it is no common year.
        weekdays: bit mask of weekdays it names, 0 for none.
        clock: its time of day.
        unit: unit of a relative date (`ago.UNITS`; "W" the last such weekday, "V" the last before today, "T" a time of today).
        also: unit of a second amount, which slot b holds (`1 week, 3 days ago`).
        factor: sign of a relative date's count; the count itself where slot a is empty.
        separator: mark between the numbers of a numeric date.
        until: of a range that names its year once, the numbers of the last day that stand where a and b do.
        until_named: the month of that last day where it is a word, 0 without one.
        crosses: whether the words of such a range say that it begins in the year before.
        span: of a range within one month, the numbers of its first and its last day.
        pointed: whether a point behind the first of two short numbers around a month makes it a day: `12. Nov 26`.
        of_word: whether the first number of a range may belong to the words before it (`Concert 12-14 March`).
        maybe_year: a number behind day and month that may be their year or a count (`06 Jan 26 News`, `30 Oct 2012 views`).
        word: of a relative day the word for it, where other languages have the same one for something else.
        deadline: whether a word says that the day is the last on which something may be done.
        links: whether its weekday is a linking word elsewhere (`do 26 nov`).
        stray: whether its month is an abbreviation among words that are no part of a date (`24" LED Monitor`).
        loose: whether something else about it cannot be told.
        listed: whether its two numbers are a day and a month only where their list runs on so (`24-11 – Nieuws`, `3.10`).
        reason: why there is no date, or none unless its list has one, an issue code; empty otherwise.
        second: where another day is told, and no word tells which of the two is the entry's.
    """

    kind: int
    a: Slot = Slot()
    b: Slot = Slot()
    c: Slot = Slot()
    senses: tuple[Sense, ...] = ()
    era: int = 0
    behind: int = 0
    weekdays: int = 0
    clock: Clock = Clock()
    unit: str = ""
    also: str = ""
    factor: int = 0
    separator: str = ""
    until: tuple[Slot, Slot] = (Slot(), Slot())
    until_named: int = 0
    crosses: bool = False
    span: tuple[Slot, Slot] = (Slot(), Slot())
    pointed: bool = False
    of_word: bool = False
    maybe_year: Slot = Slot()
    word: str = ""
    deadline: bool = False
    links: bool = False
    stray: bool = False
    loose: bool = False
    listed: bool = False
    reason: str = ""
    second: Second = Second()
