"""The gates a run must pass before it is published: a run that looks wrong never replaces a good one.

Bounds come from the site file and from the run published last. No entries at all fails without any bound set: an empty
page with status 200 is how outages go unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

import pandas as pd

from pipelines.build import Built
from pipelines.gates.against_last import against_last
from pipelines.gates.gate import Gate, Ways, at_least, share_at_least, unless_accepted, unless_expected
from pipelines.plural import plural
from pipelines.record import COLUMNS
from pipelines.repair.marks import MARKS
from pipelines.site import Site

# A listing page loses a few entries between runs, never half: a selector that missed loses all or a whole list.
SHRINK_MIN = 0.5
# The share of dated entries swings with a site's habits; a change of its date format takes nearly all at once.
DATED_DROP = 0.3
# One label in a few hundred is wrong, and sites carry a foreign item now and then; a wall in another language is all of it.
FOREIGN_MAX, FOREIGN_FEW = 0.05, 2
# A teaser's class that is gone takes them all in one run. Of 26 halves of captured lists with teasers in half of their
# entries or more, the other half had one in 80% at least: a tenth is no habit of a site.
EXCERPTS_BEFORE, EXCERPTS_MIN, EXCERPTS_ROWS = 0.5, 0.1, 5
# A notice may have neither; where most entries have neither, what was read of them is not what names them.
NAMED_MIN = 0.5
# The day of the crawl in zones before its own.
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a good run holds, from the site file's `[expect]`."""

    rows_min: int = 1
    languages: tuple[str, ...] = ()
    newest_days: int | None = None
    dated_min: float = 0.0
    excerpts_min: float | None = None


def gates(
    built: Built,
    site: Site,
    bounds: Bounds,
    last: dict[str, int] | None,
    faults: int = 0,
    *,
    accepted: bool = False,
    where: str = "",
) -> list[Gate]:
    """Judge one run.

    Args:
        built: the run before publication.
        site: facts of the site, for the clock.
        bounds: what the site file expects.
        last: `entries`, `dated` and `expected` counts of the run published last, or None; `expected` are the entries of
            the last run that read its lists as far as it may.
        faults: errors of our own in the crawl, each of which may have cost entries.
        accepted: a person says that the site is so now: what only the dataset before speaks against passes.
        where: how a command names the folder of datasets (`next_command.in_folder`).

    Returns:
        every gate in order, passed or not.
    """
    seen = built.records.iloc[: built.current]
    last = None if accepted else last
    ways = Ways(f"listmend build {site.id} --accept{where}", f"listmend check {site.id}{where}")
    return [
        *(_entries_until_known(built, bounds) or _entries(len(seen), ways, bounds, last)),
        *(() if accepted else _named(seen, ways)),
        *_dated(seen, ways, bounds, last),
        *_excerpts(seen, ways, bounds, last),
        *_newest(seen, site, bounds),
        *_languages(seen, bounds),
        *(() if accepted else against_last(built, ways, last)),
        _whole(built),
        Gate("no_faults", not faults, f"{faults} faults of ours in the crawl, see crawl.log"),
        *_schema(built.records),
        _no_marks(seen),
    ]


def failed(judged: Iterable[Gate]) -> list[Gate]:
    """The gates that did not pass."""
    return [gate for gate in judged if not gate.passed]


def _entries(rows: int, ways: Ways, bounds: Bounds, last: dict[str, int] | None) -> list[Gate]:
    enough = at_least("rows_min", rows, max(1, bounds.rows_min), plural(rows, "entry", "entries"))
    found = [unless_expected(enough, "rows_min") if rows else enough]
    if last and last.get("entries") and rows:  # none at all is no smaller site
        before = last.get("expected", last["entries"])
        told = f"{plural(rows, 'entry', 'entries')} after {before} in the last whole run"
        found.append(unless_accepted(at_least("shrink", rows, SHRINK_MIN * before, told), ways))
    return found


def _entries_until_known(built: Built, bounds: Bounds) -> list[Gate]:
    """A crawl that ended at a page of known entries: it is the dataset that must be large, and the page was read well."""
    if not (built.rejects["reason"] == "known").any():
        return []
    told = f"entries in the dataset ({built.current} read, up to a page of known ones)"
    return [at_least("rows_min", len(built.records), max(1, bounds.rows_min), told)]


def _named(seen: pd.DataFrame, ways: Ways) -> list[Gate]:
    if not len(seen):
        return []
    named = seen["title"].notna() | seen["url"].notna()
    return [
        unless_accepted(
            share_at_least("named", float(named.mean()), NAMED_MIN, "have a title or a link"), ways
        )
    ]


def _dated(seen: pd.DataFrame, ways: Ways, bounds: Bounds, last: dict[str, int] | None) -> list[Gate]:
    if not len(seen):
        return []
    share, least = float(seen["date"].notna().mean()), bounds.dated_min
    if last and last.get("entries"):
        least = max(least, last.get("dated", 0) / last["entries"] - DATED_DROP)
    judged = share_at_least("dated", share, least, "have a date")
    expected = share < bounds.dated_min
    return [unless_expected(judged, "dated_min") if expected else unless_accepted(judged, ways)]


def _excerpts(seen: pd.DataFrame, ways: Ways, bounds: Bounds, last: dict[str, int] | None) -> list[Gate]:
    """Teasers that most entries had in the run published last and hardly any has now: a selector that missed."""
    least = bounds.excerpts_min
    if least is None:
        before = (last or {}).get("excerpts", 0) / max(1, (last or {}).get("entries", 0))
        asked = len(seen) >= EXCERPTS_ROWS and before >= EXCERPTS_BEFORE
        least = EXCERPTS_MIN if asked else 0.0
    if not len(seen) or not least:
        return []
    judged = share_at_least("excerpts", float(seen["excerpt"].notna().mean()), least, "have a teaser")
    way = (
        ""
        if judged.passed
        else f"; see {ways.check}; expect.excerpts_min = 0 in its site file where it has none now"
    )
    return [replace(judged, says=judged.says + way)]


def _newest(seen: pd.DataFrame, site: Site, bounds: Bounds) -> list[Gate]:
    if bounds.newest_days is None:
        return []
    today = site.crawled.date()
    dates = seen["date"].dropna()
    if not site.events:  # an entry of a day to come says nothing of when the site was written last
        dates = dates[dates <= today + AHEAD]
    newest = dates.max() if len(dates) else None
    passed = newest is not None and (today - newest).days <= bounds.newest_days
    until = "" if site.events else f" up to {today + AHEAD}"
    told = f"newest entry is of {newest}" if newest is not None else f"no entry has a day{until}"
    gate = Gate("newest_days", passed, f"{told}, expected {bounds.newest_days} days at most")
    return [gate if newest is None else unless_expected(gate, "newest_days")]


def _languages(seen: pd.DataFrame, bounds: Bounds) -> list[Gate]:
    if not bounds.languages:
        return []
    other = seen["language"][~seen["language"].isin([*bounds.languages, "und"])]
    expected = ", ".join(bounds.languages)
    few = len(other) <= FOREIGN_FEW and 2 * len(other) <= len(seen)
    told = f"{len(other)} entries in other languages ({', '.join(sorted(set(other))) or 'none'}); expected {expected}"
    allowed = f"others in {FOREIGN_MAX:.0%} or {FOREIGN_FEW} at most"
    gate = Gate("languages", few or len(other) <= FOREIGN_MAX * len(seen), f"{told}, {allowed}")
    return [unless_expected(gate, "languages")]


def _whole(built: Built) -> Gate:
    double = int((built.rejects["reason"] == "duplicate").sum())
    told = f"{built.raw} raw entries, {built.current} records and {double} rejects"
    return Gate("nothing_lost", built.raw == built.current + double, told)


def _schema(records: pd.DataFrame) -> list[Gate]:
    empty = [c.name for c in COLUMNS if not c.missing and records[c.name].isna().any()]
    odd = [c.name for c in COLUMNS if c.values and not records[c.name].isin(c.values).all()]
    return [
        Gate(
            "unique_ids",
            bool(records["id"].is_unique),
            f"{len(records)} records, {records['id'].nunique()} ids",
        ),
        Gate(
            "schema",
            not empty + odd,
            f"columns with empty or unknown values: {', '.join(empty + odd) or 'none'}",
        ),
    ]


def _no_marks(seen: pd.DataFrame) -> Gate:
    left = sum(
        int(seen[name].str.contains(f"[{MARKS}]", regex=True).fillna(False).sum())
        for name in ("title", "excerpt")
    )
    return Gate(
        "no_lone_bytes", not left, f"{left} titles or excerpts with a byte that belongs to no character"
    )
