"""What tells a list of entries from a menu, a tag cloud or the paragraphs of an article, in numbers.

All candidates of a page are measured together: their records' intervals lie in one pair of arrays, running totals
(`Counts`) turn an interval into a difference, and `reduceat` folds records into candidates. 150 candidates cost about
as much as one. The columns are few, free of scale where they can be, and none knows a language, a tag name of a site
or a word, except the roles of HTML5 elements.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from scraper.listing.dates.day_headings import HEADED_DATED_MAX, day_above, day_headings
from scraper.listing.grouping.left_empty import carries_days
from scraper.listing.markup.bearers import by_tag
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import DATES_MIN, TITLE_MIN, Counts

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

NAMES = (
    "records", "few", "linked", "dated", "one_date", "titled", "headed", "one_heading", "text", "prose",
    "even", "one_link", "many_links", "page_text", "page_dates", "page_headings", "distinct", "aside", "main", "tight",
    "short", "segments", "cousins", "has_dates", "same", "titles", "above", "known", "alike", "nodes",
)  # fmt: skip

# Where the page's system names entries, dates of a list beside its main part say so much less of it: a ticker may be the
# only one that has any.
ASIDE_DATES, KNOWN_SHARE = 0.5, 0.8
# So many element names, the page's most frequent ones, tell how a record is built.
TAGS_COMPARED = 16


def measure(
    tree: Tree, counts: Counts, found: list[Candidate], known_words: frozenset[str] = frozenset()
) -> Floats:
    """Measure candidates.

    Args:
        tree: the page.
        counts: its running totals.
        found: the candidates.
        known_words: class words that the system which made the page puts on an entry (`platforms`).

    Returns:
        One row a candidate, one column a name of `NAMES`.
    """
    if not found:
        return np.zeros((0, len(NAMES)))
    sizes = np.array([len(candidate.starts) for candidate in found])
    first = sizes.cumsum() - sizes
    starts = np.fromiter(chain.from_iterable(one.starts for one in found), np.int64)
    ends = np.fromiter(chain.from_iterable(one.ends for one in found), np.int64)
    holders = np.array([candidate.holder for candidate in found])
    stops = np.array([tree.ends[candidate.holder] for candidate in found])
    totals = counts.totals
    # The records' links, by number.
    low, high = (totals["links"][at].astype(np.int64) for at in (starts, ends))
    above = _dates_above(counts, starts, ends, np.repeat(holders, sizes), np.repeat(stops, sizes))
    above = np.maximum(above, _below_day(tree, counts, found, starts, ends, sizes))
    records = _of_records(counts, starts, ends, _longest(counts, low, high))
    means = _means(first, sizes, {**records, "above": above})
    carried = np.array([carries_days(tree, counts, one) for one in found])
    means["dated"], means["one_date"] = (
        np.where(carried, 1.0, means[name]) for name in ("dated", "one_date")
    )
    all_chars, all_dates = max(counts.chars[-1], 1.0), max(counts.dates[-1], 1)
    dated = means["dated"]
    sum_chars, sum_dates = means["chars"] * sizes, np.minimum(dated * sizes, all_dates)
    zones = np.array([zone(tree, candidate.holder) for candidate in found])
    marked = _known(tree, found, known_words)
    named = float(np.any((marked >= KNOWN_SHARE) & (sizes >= DATES_MIN)))
    shown = sum_dates * (1.0 - ASIDE_DATES * named * zones[:, 0])
    columns = {
        **means,
        "records": np.log(np.minimum(sizes, 40)),
        "few": (sizes < 3).astype(float),
        "even": _evenness(means, "text"),
        "page_text": np.minimum(sum_chars / all_chars, 1.0),
        "page_dates": np.minimum(shown / all_dates, 1.0) if all_dates >= DATES_MIN else np.zeros(len(found)),
        "page_headings": means["headings"] * sizes / max(counts.headings[-1], 1),
        "distinct": _targets(tree, counts, low, high, sizes),
        "aside": zones[:, 0],
        "main": zones[:, 1],
        "tight": sum_chars / np.maximum(totals["chars"][stops] - totals["chars"][holders], 1.0),
        "segments": np.array([float(candidate.shape == "segments") for candidate in found]),
        "cousins": np.array([float(candidate.shape == "cousins") for candidate in found]),
        "has_dates": float(counts.dates[-1] >= 3) * dated,
        "same": _evenness(means, "same"),
        "above": means["above"] * (dated <= HEADED_DATED_MAX),
        "known": marked,
        "alike": _alikeness(tree, starts, ends, first, sizes),
        "nodes": _evenness(means, "nodes"),
    }
    return np.ascontiguousarray(np.array([columns[name] for name in NAMES], dtype=np.float64).T)


def _of_records(
    counts: Counts, starts: Positions, ends: Positions, longest: Floats
) -> dict[str, npt.NDArray[Any]]:
    """What each record is by itself; a squared column tells how much the records differ in it."""
    chars, links, link_chars, dates, headings, titles = (
        counts.totals[name][ends] - counts.totals[name][starts]
        for name in ("chars", "links", "link_chars", "dates", "headings", "titles")
    )
    columns = {
        "linked": links > 0,
        "dated": dates > 0,
        "one_date": dates == 1,
        "titled": (longest >= TITLE_MIN) | (headings > 0),
        "headed": headings > 0,
        "one_heading": headings == 1,
        "text": np.log1p(chars),
        "prose": 1.0 - link_chars / np.maximum(chars, 1.0),
        "one_link": links == 1,
        "many_links": np.log1p(links),
        "short": longest < TITLE_MIN,
        "titles": np.log(np.maximum(titles, 1.0)),
        "chars": chars,
        "headings": headings,
        "same": links,
        "nodes": np.log1p(ends - starts),
    }
    return {**columns, **{f"{name}²": columns[name] * columns[name] for name in ("text", "same", "nodes")}}


def _means(first: Positions, sizes: Positions, columns: Mapping[str, npt.NDArray[Any]]) -> dict[str, Floats]:
    """The mean of each column over each candidate's records, all folded at once."""
    table = np.array(list(columns.values()), dtype=np.float64)
    return dict(zip(columns, np.add.reduceat(table, first, axis=1) / sizes, strict=True))


def _known(tree: Tree, found: list[Candidate], words: frozenset[str]) -> Floats:
    """Share of records whose element bears a class that the page's system gives to entries."""
    if not words:
        return np.zeros(len(found))
    bear = {
        node
        for classes, nodes in tree.classes.items()
        if not words.isdisjoint(classes.lower().split())
        for node in nodes
    }
    return np.array(
        [sum(start in bear for start in candidate.starts) / len(candidate.starts) for candidate in found]
    )


def _dates_above(
    counts: Counts, starts: Positions, ends: Positions, holders: Positions, stops: Positions
) -> Floats:
    """1 for a record without a date that has one before it in the holder, where the holder has several: headings."""
    running = counts.totals["dates"]
    several = running[stops] - running[holders] >= 2
    bare = running[ends] == running[starts]
    return np.asarray(bare & (running[starts] > running[holders]) & several, dtype=np.float64)


def _below_day(
    tree: Tree, counts: Counts, found: list[Candidate], starts: Positions, ends: Positions, sizes: Positions
) -> Floats:
    """1 for a record without a date whose list stands below a heading that is a day."""
    if not day_headings(tree):
        return np.zeros(len(starts))
    running = counts.totals["dates"]
    headed = np.array([day_above(tree, one.starts[0]) >= 0 for one in found])
    return np.asarray((running[ends] == running[starts]) & np.repeat(headed, sizes), dtype=np.float64)


def _evenness(means: Mapping[str, Floats], name: str) -> Floats:
    """1 where all records are alike in this value, towards 0 the more they differ."""
    middle = means[name]
    spread = np.sqrt(np.maximum(means[f"{name}²"] - middle * middle, 0.0))
    return np.asarray(1.0 / (1.0 + spread / np.maximum(middle, 0.1)), dtype=np.float64)


def _alikeness(tree: Tree, starts: Positions, ends: Positions, first: Positions, sizes: Positions) -> Floats:
    """1 where all records hold the same elements, towards 0 the more they differ: parts of entries alternate."""
    kinds = sorted(by_tag(tree).values(), key=len, reverse=True)[:TAGS_COMPARED]
    if not kinds:
        return np.ones(len(first))
    running = np.zeros((len(tree) + 1, len(kinds)), dtype=np.int32)
    for kind, nodes in enumerate(kinds):
        running[np.fromiter(nodes, np.int64, len(nodes)) + 1, kind] = 1
    np.cumsum(running, axis=0, out=running)
    has = (running[ends] > running[starts]).astype(np.float64)
    shares = np.add.reduceat(has, first, axis=0) / sizes[:, None]
    return np.asarray((shares**2).sum(axis=1) / np.maximum(shares.sum(axis=1), 1e-9), dtype=np.float64)


def _longest(counts: Counts, low: Positions, high: Positions) -> Floats:
    """Characters of the longest link in each record, which holds the links `[low, high)`."""
    if not counts.hrefs:
        return np.zeros(len(low))
    lengths = np.array(list(counts.link_lengths.values()))
    padded = np.append(lengths, 0.0)
    pairs = np.column_stack((low, np.maximum(high, low))).ravel()
    longest = np.maximum.reduceat(padded, np.minimum(pairs, len(lengths)))[::2]
    return np.asarray(np.where(high > low, longest, 0.0), dtype=np.float64)


def _targets(tree: Tree, counts: Counts, low: Positions, high: Positions, sizes: Positions) -> Floats:
    """Share of distinct targets among the records' first links or among their longest: entries differ, buttons repeat.

    The first link may be an empty one, or lead to the category of each; a map of where all of them are is another site's, and not
    asked.
    """
    names: dict[str, int] = {}
    targets = np.array([names.setdefault(href, len(names)) for href in counts.hrefs.values()], dtype=np.int64)
    linked = low < high
    owners = np.repeat(np.arange(len(sizes)), sizes)[linked]
    total = np.bincount(owners, minlength=len(sizes))
    lengths = np.array(list(counts.link_lengths.values()) or [0.0])
    longest = _longest_places(lengths, low[linked], high[linked])
    found = np.where(total > 0, 0.0, 0.5)
    first = _first_of_site(tree, counts, low[linked], high[linked])
    for links, counted in ((first, slice(None)), (longest, lengths[longest] >= TITLE_MIN)):
        pairs = np.sort((owners * max(len(names), 1) + targets[links])[counted])
        pairs = pairs[_changes(pairs)]
        distinct = np.bincount(pairs // max(len(names), 1), minlength=len(sizes))
        found = np.maximum(found, distinct / np.maximum(total, 1))
    return np.asarray(found, dtype=np.float64)


def _first_of_site(tree: Tree, counts: Counts, low: Positions, high: Positions) -> Positions:
    """The number of the first link of each record that leads to the page's own host; of one without such its first."""
    host = urlsplit(tree.url).netloc
    own = np.array([_is_of(href, host) for href in counts.hrefs.values()], dtype=bool)
    places = np.append(np.flatnonzero(own), len(own))
    following = places[np.searchsorted(places, low)] if len(low) else low
    return np.where(following < high, following, low)


def _is_of(href: str, host: str) -> bool:
    """Whether an address as it is written leads to a host: one without a host does."""
    return "//" not in href[:8] or href.partition("//")[2].startswith(host)


def _longest_places(lengths: Floats, low: Positions, high: Positions) -> Positions:
    """The number of the longest link, by its length, of each record, which holds `[low, high)`; the first of several."""
    if not len(low):
        return low
    sizes = high - low
    owners = np.repeat(np.arange(len(low)), sizes)
    first = sizes.cumsum() - sizes
    links = np.arange(len(owners)) - np.repeat(first - low, sizes)
    held = lengths[links]
    longest = np.repeat(np.maximum.reduceat(held, first), sizes)
    at = np.flatnonzero(held == longest)
    return np.asarray(links[at[_changes(owners[at])]], dtype=np.int64)


def _changes(values: Positions) -> npt.NDArray[np.bool_]:
    """Where a sorted column's value is another than the one before."""
    other = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=other[1:])
    return other
