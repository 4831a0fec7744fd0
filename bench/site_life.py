"""Lives of simulated sites: what a site shows on each of its days, from a seed, and so what is true of its entries.

A life is a name and its traits (`LIVES`). Days move by `SiteLife.next_day` alone and ask for no clock and no network: the same
seed tells the same life, whoever looks. Entries are edited, corrected, pinned, taken down and moved in every life.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.site_life_names import LIVES, TROUBLES
from bench.site_life_words import heading, mistyped, rewritten, sentence

BEGIN, BEFORE_NEW_YEAR = date(2026, 3, 2), date(2025, 12, 26)
EDITED = " (mise à jour)"


@dataclass(slots=True)
class Entry:
    """One entry as its site has it today.

    Attributes:
        number: what tells it from all others, whatever becomes of it.
        days: its day, or those of a weekly event; empty where the site writes none.
        sort: the day it stands at in its list.
        sentences: its text; the first is the teaser where teasers are not cut.
        slug: last part of its link.
        lists: numbers of the lists that show it.
    """

    number: int
    title: str
    days: tuple[date, ...]
    sort: date
    sentences: list[str]
    slug: str
    lists: frozenset[int]
    pinned: bool = False

    @property
    def body(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry in a list, once for each of its days."""

    entry: Entry
    day: date | None


@dataclass(slots=True)
class SiteLife:
    """A site that lives on from day to day.

    Attributes:
        traits: of `LIVES`.
        seed: of everything that happens.
        length: days it will live; addresses and elements change in the middle.
    """

    traits: frozenset[str]
    seed: int
    length: int
    today: date = field(init=False)
    number: int = -1
    trouble: str = ""
    relaunched: bool = False
    redesigned: bool = False
    live: list[Entry] = field(default_factory=list)
    ever: dict[int, Entry] = field(default_factory=dict)
    slugs: dict[str, int] = field(default_factory=dict)
    teasers: dict[str, int] = field(default_factory=dict)
    late: Entry | None = None
    left: Entry | None = None
    _chance: random.Random = field(default_factory=random.Random)

    def __post_init__(self) -> None:
        self._chance.seed(self.seed)
        self.today = self._begin
        for ago in range(1200 if "deep" in self.traits else 60, 0, -1):
            if self._chance.random() < 0.5:
                self._come(self._begin - timedelta(days=ago))
        for _ in range(5 if "weekly" in self.traits else 0):
            self._come_weekly(self._begin)

    @property
    def _begin(self) -> date:
        return BEFORE_NEW_YEAR if "yearless" in self.traits else BEGIN

    @property
    def lists(self) -> int:
        """How many lists the site has."""
        return 2 if "lists" in self.traits else 1

    @property
    def relaunch_day(self) -> bool:
        """Whether addresses or elements are new today."""
        changes = {"relaunch", "redesign", "other_length"} & self.traits
        return bool(changes) and self.number == self.length // 2

    @property
    def clock_off(self) -> int:
        """Days by which the clock of the machine that crawls is wrong today."""
        if "clock" not in self.traits:
            return 0
        return random.Random(f"{self.seed} {self.number}").choice([0, 0, 0, -3, -1, 400])

    @property
    def per_page(self) -> int:
        """How many entries stand on a page today."""
        if "deep" in self.traits:
            return 2
        shorter = "other_length" in self.traits and self.number >= self.length // 2
        return (12 if shorter else 40) if "window" in self.traits else 3 if shorter else 8

    def chance_of(self, entry: Entry) -> random.Random:
        """What may be otherwise with an entry today, the same whenever it is asked for."""
        return random.Random(f"{self.seed} {self.number} {entry.number}")

    def next_day(self) -> None:
        """Let a night pass."""
        self.number += 1
        self.today = self._begin + timedelta(days=self.number)
        if self.late is not None:
            self.live.append(self.late)
        if self.left is not None:
            self.live.remove(self.left)
        self.late = self.left = None
        self.trouble = ""
        if "trouble" in self.traits and self.number > 3 and self._chance.random() < 0.25:
            self.trouble = self._chance.choice(list(TROUBLES))
        if self.relaunch_day:
            self._relaunch()
        for entry in list(self.live):
            self._befall(entry)
        for _ in range(self._chance.choice([0, 0, 1, 1, 2, 3])):
            self._come(self.today)
        if "weekly" in self.traits and self._chance.random() < 0.15:
            self._come_weekly(self.today)
        if "late" in self.traits and self.number:
            if self._chance.random() < 0.5:
                self.late = self._come(self.today)
                self.live.remove(self.late)
            else:
                self.left = self._chance.choice(self.live[-6:])

    def shown(self, which: int, *, first: bool = True) -> list[Shown]:
        """One list, in its order, as its first page or one behind it tells it."""
        live = self.live
        if not first:
            live = [entry for entry in [*live, *filter(None, [self.late])] if entry is not self.left]
        rows = [
            Shown(entry, day)
            for entry in live
            if which in entry.lists
            for day in entry.days or (None,)
            if "weekly" not in self.traits or day is None or day >= self.today
        ]
        if "weekly" in self.traits:
            return sorted(rows, key=lambda row: (row.day or row.entry.sort, row.entry.number))
        if "shuffled" in self.traits:
            return sorted(rows, key=lambda row: self.chance_of(row.entry).random())
        rows.sort(key=lambda row: (not row.entry.pinned, -row.entry.sort.toordinal(), -row.entry.number))
        return rows[: self.per_page] if "window" in self.traits else rows

    def truth(self) -> Iterator[Shown]:
        """What a reader of every page must have seen today."""
        seen = {(row.entry.number, row.day): row for which in range(self.lists) for row in self.shown(which)}
        yield from (row for row in seen.values() if row.entry is not self.left)

    def _sentence(self) -> str:
        """One that no entry of this site has said."""
        while True:
            said = sentence(self._chance)
            if said not in self.teasers:
                return said

    def _rewritten(self, said: str) -> str:
        again = said
        while again in self.teasers:
            again = rewritten(self._chance, said)
        return again

    def _title(self) -> str:
        while True:
            title = heading(self._chance)
            if all(title != entry.title for entry in self.ever.values()):
                return title

    def _come(self, day: date) -> Entry:
        number = len(self.ever) + 1
        title, sort = self._title(), day
        yesterday = day - timedelta(days=1)
        twin = next((entry for entry in reversed(self.live) if entry.sort == yesterday), None)
        if "twins" in self.traits and twin and self._chance.random() < 0.4:
            title, sort = twin.title, twin.sort
            # the second comes as the first goes
            if self._chance.random() < 0.2 and "linkless" not in self.traits:
                self.live.remove(twin)
        lists = {0}
        if "lists" in self.traits:
            lists = self._chance.choice([{0}, {0}, {1}, {0, 1}])
        entry = Entry(
            number=number,
            title=title,
            days=() if "undated" in self.traits else (sort,),
            sort=sort,
            sentences=[self._sentence() for _ in range(self._chance.randint(3, 7))],
            slug="",
            lists=frozenset(lists),
        )
        self.ever[number] = entry
        self.live.append(entry)
        self._name(entry)
        self.teasers[entry.sentences[0]] = number
        return entry

    def _come_weekly(self, day: date) -> None:
        entry = self._come(day + timedelta(days=self._chance.randrange(7)))
        entry.days = tuple(
            entry.sort + timedelta(days=7 * week) for week in range(self._chance.randint(3, 9))
        )

    def _name(self, entry: Entry) -> None:
        if "slugs" in self.traits:
            entry.slug = f"{re.sub('[^a-z0-9]+', '-', entry.title.casefold()).strip('-')[:60]}-{entry.number}"
        elif "renumbered" in self.traits:
            entry.slug = str((7000 if self.relaunched else 1000) + entry.number)
        else:
            entry.slug = f"art-{entry.number}-{self._chance.randrange(10**6):06}"
        self.slugs[entry.slug] = entry.number

    def _relaunch(self) -> None:
        self.redesigned = "redesign" in self.traits
        self.relaunched = "relaunch" in self.traits
        if "renumbered" in self.traits:
            for entry in self.live:
                self._name(entry)

    def _befall(self, entry: Entry) -> None:
        """What an editor may do to one entry in a night."""
        fate = self._chance.random()
        if "typos" in self.traits and self._chance.random() < 0.04:
            entry.title = mistyped(self._chance, entry.title)
            if "slugs" in self.traits:
                self._name(entry)
            return
        if len(entry.days) > 1 or (self.relaunch_day and "undated" in self.traits):
            return  # a title that changes with the link leaves nothing that tells
        if fate < 0.010:
            if {"bare", "slugs"} <= self.traits:
                return  # its link goes with its title, and no teaser tells
            whole = entry.title.removesuffix(EDITED) + EDITED
            entry.title = whole if self._chance.random() < 0.6 else self._title()
            if "slugs" in self.traits:
                self._name(entry)
        elif fate < 0.020:
            twins = sum(other.title == entry.title for other in self.ever.values()) > 1
            if "linkless" in self.traits and (twins or self.today - entry.sort <= timedelta(days=1)):
                return  # nothing would tell which of them it is, or of one that comes tonight
            if self._chance.random() < 0.5:
                entry.sentences[0] = self._rewritten(entry.sentences[0])
            else:
                entry.sentences.insert(0, self._sentence())
            self.teasers[entry.sentences[0]] = entry.number
        elif fate < 0.026:
            self.live.remove(entry)
        elif fate < 0.029:
            for other in self.live:
                other.pinned = other is entry
        elif fate < 0.034 and not {"linkless", "undated", "relative", "yearless"} & self.traits:
            entry.sort += timedelta(days=self._chance.choice([-30, -2, -1]))
            entry.days = (entry.sort,)
        elif fate < 0.044 and "lists" in self.traits:
            entry.lists = frozenset({0}) if entry.lists == {1} else frozenset({1})


def life(name: str, seed: int, length: int) -> SiteLife:
    """The life of this name, at the evening before its first day."""
    return SiteLife(LIVES[name], seed, length)
