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
from pipelines.record import COLUMNS
from pipelines.repair.marks import MARKS
from pipelines.site import Site
from pipelines.turnover import missing, replaced

# A listing page loses a few entries between runs, never half: a selector that missed loses all or a whole list.
SHRINK_MIN = 0.5
# The share of dated entries swings with a site's habits; a change of its date format takes nearly all at once.
DATED_DROP = 0.3
# One label in a few hundred is wrong, and sites carry a foreign item now and then; a wall in another language is all of it.
FOREIGN_MAX, FOREIGN_FEW = 0.05, 2
# A teaser's class that is gone takes them all in one run. Of 26 halves of captured lists with teasers in half of their
# entries or more, the other half had one in 80% at least: a tenth is no habit of a site.
EXCERPTS_BEFORE, EXCERPTS_MIN, EXCERPTS_ROWS = 0.5, 0.1, 5
# The day of the crawl in zones before its own.
AHEAD = timedelta(days=1)
# Where a listing had titles and most of them are gone, a selector missed.
TITLED_MIN = 0.5
# Known entries come back under other links all at once: a relaunch, or a link's selector that missed. Links of the form they
# had, each an entry's own, are neither: a session in each, the booking page of the week.
RENAMED_MIN, RENAMED_FEW = 0.5, 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a good run holds, from the site file's `[expect]`."""

    rows_min: int = 1
    languages: tuple[str, ...] = ()
    newest_days: int | None = None
    dated_min: float = 0.0
    excerpts_min: float | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate and what it saw; `passed` is the verdict, `says` the sentence a person reads."""

    name: str
    passed: bool
    says: str


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
    ways = _Ways(f"listmend build {site.id} --accept{where}", f"listmend check {site.id}{where}")
    return [
        *(_entries_until_known(built, bounds) or _entries(len(seen), ways, bounds, last)),
        *_dated(seen, ways, bounds, last),
        *_excerpts(seen, ways, bounds, last),
        *_newest(seen, site, bounds),
        *_languages(seen, bounds),
        *(() if accepted else _titles(seen, ways, last)),
        *(() if accepted else _renamed(built, ways, last)),
        *(() if accepted else _seen_before(built, ways, last)),
        *(() if accepted else _selectors(built, ways, last)),
        _whole(built),
        Gate("no_faults", not faults, f"{faults} faults of ours in the crawl, see crawl.log"),
        *_schema(built.records),
        _no_marks(seen),
    ]


def failed(judged: Iterable[Gate]) -> list[Gate]:
    """The gates that did not pass."""
    return [gate for gate in judged if not gate.passed]


def _at_least(name: str, found: float, least: float, what: str) -> Gate:
    relation = ">=" if found >= least else "is not >="
    return Gate(name, found >= least, f"{found:g} {what} {relation} {least:g}")


@dataclass(frozen=True, slots=True)
class _Ways:
    """Commands that a gate names: to say that the site is so now, and to look at its site file."""

    accept: str
    check: str


def _unless_accepted(gate: Gate, ways: _Ways) -> Gate:
    """The gate, and where it did not pass the way to say that the site is so now."""
    way = f"; if the site is so now: {ways.accept}"
    return gate if gate.passed else replace(gate, says=gate.says + way)


def _entries(rows: int, ways: _Ways, bounds: Bounds, last: dict[str, int] | None) -> list[Gate]:
    found = [_at_least("rows_min", rows, max(1, bounds.rows_min), "entries")]
    if last and last.get("entries") and rows:  # none at all is no smaller site
        before = last.get("expected", last["entries"])
        told = f"entries, half of the last whole run's {before},"
        found.append(_unless_accepted(_at_least("shrink", rows, SHRINK_MIN * before, told), ways))
    return found


def _entries_until_known(built: Built, bounds: Bounds) -> list[Gate]:
    """A crawl that ended at a page of known entries: it is the dataset that must be large, and the page was read well."""
    if not (built.rejects["reason"] == "known").any():
        return []
    told = f"entries in the dataset ({built.current} read, up to a page of known ones)"
    return [_at_least("rows_min", len(built.records), max(1, bounds.rows_min), told)]


def _dated(seen: pd.DataFrame, ways: _Ways, bounds: Bounds, last: dict[str, int] | None) -> list[Gate]:
    if not len(seen):
        return []
    share, least = float(seen["date"].notna().mean()), bounds.dated_min
    if last and last.get("entries"):
        least = max(least, last.get("dated", 0) / last["entries"] - DATED_DROP)
    judged = _at_least("dated", round(share, 3), round(least, 3), "of the entries dated,")
    return [judged if share < bounds.dated_min else _unless_accepted(judged, ways)]


def _titles(seen: pd.DataFrame, ways: _Ways, last: dict[str, int] | None) -> list[Gate]:
    """Titles that most entries of the listing had in the run published last and have lost: a selector that missed."""
    before = (last or {}).get("titled", 0) / max(1, (last or {}).get("entries", 0))
    if not len(seen) or before < TITLED_MIN:
        return []
    share = round(float(seen["title_raw"].notna().mean()), 3)
    return [_unless_accepted(_at_least("titles", share, TITLED_MIN, "of the entries with a title,"), ways)]


def _renamed(built: Built, ways: _Ways, last: dict[str, int] | None) -> list[Gate]:
    """Known entries that come back with other links; where the last run's did so, too, links that change are its habit."""
    change = built.change
    renamed = change.elsewhere
    known = change.unchanged + change.changed + change.ambiguous
    if renamed < RENAMED_FEW:
        return []
    before = (last or {}).get("entries", 0) - (last or {}).get("new", 0)
    habit = 0 < RENAMED_MIN * before <= (last or {}).get("renamed", 0)
    passed = (min(change.ambiguous, renamed) if habit else renamed) < RENAMED_MIN * known
    told = f"{renamed} of {known} entries of the run before came back with other links"
    told += ", as in the run before it" if habit and passed else ""
    keep = f" (the {change.renamed} then keep their ids)" if change.renamed else ""
    judged = _unless_accepted(Gate("renamed", passed, told), ways)
    return [judged if passed else replace(judged, says=judged.says + keep)]


def _seen_before(built: Built, ways: _Ways, last: dict[str, int] | None) -> list[Gate]:
    """A list without one entry of the run before, though it covers their days, or without days and slow to change.

    Where the run before was such, it is the list's habit.
    """
    change, before = built.change, last or {}
    all_new = 0 < before.get("entries", 0) == before.get("new", 0) and before.get("kept", 0) > 0
    if not before or not built.current or change.changed + change.unchanged or all_new:
        return []
    seen, kept = built.records.iloc[: built.current], built.records.iloc[built.current :]
    if gone := missing(seen, kept):
        told = f"though {gone} are of days that this run's list covers"
    elif gone := replaced(seen, kept):
        told = (
            f"though the list has no days and was not so fast before that all {gone} could have left it since"
        )
    else:
        return []
    told = f"none of the entries of the run before is here, {told}"
    return [_unless_accepted(Gate("seen_before", False, told), ways)]


def _excerpts(seen: pd.DataFrame, ways: _Ways, bounds: Bounds, last: dict[str, int] | None) -> list[Gate]:
    """Teasers that most entries had in the run published last and hardly any has now: a selector that missed."""
    least = bounds.excerpts_min
    if least is None:
        before = (last or {}).get("excerpts", 0) / max(1, (last or {}).get("entries", 0))
        asked = len(seen) >= EXCERPTS_ROWS and before >= EXCERPTS_BEFORE
        least = EXCERPTS_MIN if asked else 0.0
    if not len(seen) or not least:
        return []
    judged = _at_least(
        "excerpts", round(float(seen["excerpt"].notna().mean()), 3), least, "of the entries with a teaser,"
    )
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
    told = f"newest entry is of {newest}, expected {bounds.newest_days} days at most"
    return [Gate("newest_days", passed, told)]


def _languages(seen: pd.DataFrame, bounds: Bounds) -> list[Gate]:
    if not bounds.languages:
        return []
    other = seen["language"][~seen["language"].isin([*bounds.languages, "und"])]
    expected = ", ".join(bounds.languages)
    few = len(other) <= FOREIGN_FEW and 2 * len(other) <= len(seen)
    told = f"{len(other)} entries in other languages ({', '.join(sorted(set(other))) or 'none'}); expected {expected}"
    allowed = f"others in {FOREIGN_MAX:.0%} or {FOREIGN_FEW} at most"
    return [Gate("languages", few or len(other) <= FOREIGN_MAX * len(seen), f"{told}, {allowed}")]


def _selectors(built: Built, ways: _Ways, last: dict[str, int] | None) -> list[Gate]:
    """Selectors that found nothing: what structure found instead counts only where it is mostly what stood before."""
    missed = int((built.rejects["reason"] == "selectors_found_nothing").sum())
    if not missed:
        return []
    known = built.change.unchanged + built.change.changed
    before = (last or {}).get("entries", 0)
    if (built.rejects["reason"] == "known").any():
        before = min(before, built.current)
    told = f"the site file's selectors found nothing on {missed} pages; {known} entries of the last run's {before} seen"
    judged = Gate("selectors", before > 0 and known >= SHRINK_MIN * before, told)
    return [_unless_accepted(judged, ways)]


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
