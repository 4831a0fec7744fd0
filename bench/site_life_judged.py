"""A published dataset held against the life it was read from (`bench.site_life`): what is wrong, entry by entry."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from bench.site_life import Shown, SiteLife
from bench.site_life_pages import teaser

KINDS = (
    "exit crash harmed unknown lost doubled gone id_changed first_seen title date excerpt uncertain".split()
)
"""`exit`: another code than that day may end with. `harmed`: a run that failed moved the dataset. `unknown`: a row that is no
entry. `lost`: an entry without a row. `gone`: one that had a row. `uncertain`: a right day not told as certain."""
_WORD = 40
"""Bytes that a cut teaser may lose with its last word."""
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong on one day."""

    day: int
    kind: str
    entry: str
    found: str
    expected: str


@dataclass(slots=True)
class Judge:
    """One tree's datasets, day by day.

    Attributes:
        life: what is true.
        ids, first: of each entry, as first published.
        told: what has been said, so that a fault that stays is told once.
    """

    life: SiteLife
    ids: dict[Key, str] = field(default_factory=dict)
    first: dict[Key, str] = field(default_factory=dict)
    told: set[tuple[str, str, str]] = field(default_factory=set)

    def finding(self, kind: str, entry: str, found: object, expected: object) -> Iterator[Finding]:
        """A fault, if it has not been told before."""
        if (kind, entry, str(found)) not in self.told:
            self.told.add((kind, entry, str(found)))
            yield Finding(self.life.number, kind, entry, str(found), str(expected))

    def dataset(self, records: pd.DataFrame, run: str) -> Iterator[Finding]:
        """What is wrong with the dataset that this day's run published."""
        rows: dict[Key, list[dict[Hashable, Any]]] = {}
        for row in records.to_dict("records"):
            key = self._key(row)
            if key is None:
                yield from self.finding("unknown", row["url"] or row["title"], row["excerpt"], "an entry")
            else:
                rows.setdefault(key, []).append(row)
        for key in self.ids.keys() - rows.keys():
            yield from self.finding("gone", _said(key), "no row", self.ids[key])
        whole = self.life.trouble != "broken"
        for shown in self.life.truth():
            key = shown.entry.number, str(shown.day) if len(shown.entry.days) > 1 else ""
            found = rows.get(key, [])
            if len(found) > 1:
                yield from self.finding(
                    "doubled", _said(key), [(row["title"], str(row["date"])) for row in found], "one row"
                )
            if not found:
                if whole:
                    yield from self.finding("lost", _said(key), "no row", shown.entry.title)
                continue
            row = max(found, key=lambda each: each["last_seen"])
            if self.ids.setdefault(key, row["id"]) != row["id"]:
                yield from self.finding("id_changed", _said(key), "another id", "the id it had")
                self.ids[key] = row["id"]
            first = self.first.setdefault(key, str(row["first_seen"]))
            if first != str(row["first_seen"]) and len(found) == 1:
                yield from self.finding("first_seen", _said(key), row["first_seen"], first)
            if row["run"] == run:
                yield from self._cells(key, row, shown)

    def _key(self, row: dict[Hashable, Any]) -> Key | None:
        if isinstance(row["url"], str) and "linkless" not in self.life.traits:
            number = self.life.slugs.get(re.split("[?#]", row["url"])[0].rstrip("/").rpartition("/")[2])
        else:
            number = self.life.teasers.get(row["excerpt"])
        if number is None:
            return None
        several = len(self.life.ever[number].days) > 1
        return number, str(row["date"]) if several else ""

    def _cells(self, key: Key, row: dict[Hashable, Any], shown: Shown) -> Iterator[Finding]:
        entry = shown.entry
        if row["title"] != entry.title:
            yield from self.finding("title", _said(key), row["title"], entry.title)
        day = None if pd.isna(row["date"]) else row["date"]
        if day != shown.day:
            yield from self.finding("date", _said(key), day, shown.day)
        elif day is not None and not row["date_certain"] and not {"relative", "yearless"} & self.life.traits:
            yield from self.finding("uncertain", _said(key), row["date_raw"], day)
        said = "" if pd.isna(row["excerpt"]) else row["excerpt"]
        if "cut" in self.life.traits:
            least = len(teaser(self.life, entry).decode("utf-8", "ignore")) - _WORD
            right = entry.body.startswith(said) and len(said) >= least
        else:
            right = said == ("" if "bare" in self.life.traits else entry.sentences[0])
        if not right:
            yield from self.finding("excerpt", _said(key), said, entry.body[:240])


def _said(key: Key) -> str:
    return " ".join(map(str, filter(None, key)))
