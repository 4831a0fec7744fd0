"""What tells a list of entries from a menu, a tag cloud or the paragraphs of an article, in numbers.

All candidates of a page are measured together: their records' intervals lie in one pair of arrays, running totals
(`Counts`) turn an interval into a difference, and `reduceat` folds records into candidates. 150 candidates cost about
as much as one. The columns are few, free of scale where they can be, and none knows a language, a tag name of a site
or a word, except the roles of HTML5 elements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scraper.listing.candidates import Candidate
from scraper.listing.counts import DATES_MIN, TITLE_MIN, Counts
from scraper.listing.tree import Tree

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]
Mean = Callable[[Floats], Floats]

NAMES = (
    "records", "few", "linked", "dated", "one_date", "titled", "headed", "one_heading", "text", "prose",
    "even", "one_link", "many_links", "page_text", "page_dates", "page_headings", "distinct", "aside", "main", "tight",
    "short", "segments", "cousins", "has_dates", "same", "titles", "above", "known", "alike", "nodes",
)  # fmt: skip

# Below date headings few records have a date of their own; where more have, the dates above are other entries'.
HEADED_DATED_MAX = 0.15
# So many element names, the page's most frequent ones, tell how a record is built.
TAGS_COMPARED = 16


_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "header", "figure"})
_ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "banner", "search", "menu", "menubar"}
)
_MAIN_TAGS = frozenset({"main", "article"})


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
    first = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    starts = np.concatenate([candidate.starts for candidate in found])
    ends = np.concatenate([candidate.ends for candidate in found])
    holders = np.array([candidate.holder for candidate in found])
    stops = np.array([tree.ends[holder] for holder in holders])

    def per_record(column: list[float] | list[int]) -> Floats:
        running = np.asarray(column, dtype=np.float64)
        difference: Floats = running[ends] - running[starts]
        return difference

    def mean(values: Floats) -> Floats:
        return np.asarray(np.add.reduceat(values, first) / sizes, dtype=np.float64)

    chars, links = per_record(counts.chars), per_record(counts.links)
    link_chars, dates, headings = (
        per_record(counts.link_chars),
        per_record(counts.dates),
        per_record(counts.headings),
    )
    longest = _longest(counts, starts, ends)
    all_chars, all_dates = max(counts.chars[-1], 1.0), max(counts.dates[-1], 1)
    above = _dates_above(counts, dates, starts, np.repeat(holders, sizes), np.repeat(stops, sizes))
    sum_chars, sum_dates = mean(chars) * sizes, mean(np.minimum(dates, 1)) * sizes
    known: dict[int, tuple[float, float]] = {}
    zones = np.array([zone(tree, candidate.holder, known) for candidate in found])
    first_link = _first_links(counts, starts, ends, sizes)
    columns = {
        "records": np.log(np.minimum(sizes, 40)),
        "few": (sizes < 3).astype(float),
        "linked": mean((links > 0).astype(float)),
        "dated": mean((dates > 0).astype(float)),
        "one_date": mean((dates == 1).astype(float)),
        "titled": mean(((longest >= TITLE_MIN) | (headings > 0)).astype(float)),
        "headed": mean((headings > 0).astype(float)),
        "one_heading": mean((headings == 1).astype(float)),
        "text": mean(np.log1p(chars)),
        "prose": mean(1.0 - link_chars / np.maximum(chars, 1.0)),
        "even": _evenness(mean, np.log1p(chars)),
        "one_link": mean((links == 1).astype(float)),
        "many_links": mean(np.log1p(links)),
        "page_text": np.minimum(sum_chars / all_chars, 1.0),
        "page_dates": np.minimum(sum_dates / all_dates, 1.0)
        if all_dates >= DATES_MIN
        else np.zeros(len(found)),
        "page_headings": mean(headings) * sizes / max(counts.headings[-1], 1),
        "distinct": first_link,
        "aside": zones[:, 0],
        "main": zones[:, 1],
        "tight": sum_chars
        / np.maximum(np.asarray(counts.chars)[stops] - np.asarray(counts.chars)[holders], 1.0),
        "short": mean((longest < TITLE_MIN).astype(float)),
        "segments": np.array([float(candidate.shape == "segments") for candidate in found]),
        "cousins": np.array([float(candidate.shape == "cousins") for candidate in found]),
        "has_dates": np.full(len(found), float(counts.dates[-1] >= 3)) * mean((dates > 0).astype(float)),
        "same": _evenness(mean, links),
        "titles": mean(np.log(np.maximum(per_record(counts.titles), 1.0))),
        "above": mean(above) * (mean((dates > 0).astype(float)) <= HEADED_DATED_MAX),
        "known": _known(tree, found, known_words),
        "alike": _alikeness(tree, starts, ends, first, sizes),
        "nodes": _evenness(mean, np.log1p(ends - starts)),
    }
    return np.column_stack([columns[name] for name in NAMES])


def _known(tree: Tree, found: list[Candidate], words: frozenset[str]) -> Floats:
    """Share of records whose element bears a class that the page's system gives to entries."""
    if not words:
        return np.zeros(len(found))
    bear = {
        node
        for node, given in enumerate(tree.attrs)
        if given and not words.isdisjoint((given.get("class") or "").lower().split())
    }
    return np.array(
        [sum(start in bear for start in candidate.starts) / len(candidate.starts) for candidate in found]
    )


def _dates_above(
    counts: Counts,
    dates: Floats,
    starts: npt.NDArray[np.int64],
    holders: npt.NDArray[np.int64],
    stops: npt.NDArray[np.int64],
) -> Floats:
    """1 for a record without a date that has one before it in the holder, where the holder has several: headings."""
    running = np.asarray(counts.dates, dtype=np.float64)
    several = running[stops] - running[holders] >= 2
    return np.asarray((dates == 0) & (running[starts] > running[holders]) & several, dtype=np.float64)


def _evenness(mean, values: Floats) -> Floats:  # type: ignore[no-untyped-def]
    """1 where all records are alike in this value, towards 0 the more they differ."""
    middle = mean(values)
    spread = np.sqrt(np.maximum(mean(values * values) - middle * middle, 0.0))
    return np.asarray(1.0 / (1.0 + spread / np.maximum(middle, 0.1)), dtype=np.float64)


def _alikeness(tree: Tree, starts: Positions, ends: Positions, first: Positions, sizes: Positions) -> Floats:
    """1 where all records hold the same elements, towards 0 the more they differ: parts of entries alternate."""
    names = [tag for tag, _ in Counter(filter(None, tree.tags)).most_common(TAGS_COMPARED)]
    numbers = {tag: number for number, tag in enumerate(names)}
    marks = np.zeros((len(tree) + 1, len(names)), dtype=np.int32)
    at = [(node, numbers[tag]) for node, tag in enumerate(tree.tags) if tag in numbers]
    if not at:
        return np.ones(len(first))
    rows, columns = np.array(at).T
    marks[rows + 1, columns] = 1
    running = np.cumsum(marks, axis=0)
    has = (running[ends] > running[starts]).astype(np.float64)
    shares = np.add.reduceat(has, first, axis=0) / sizes[:, None]
    return np.asarray((shares**2).sum(axis=1) / np.maximum(shares.sum(axis=1), 1e-9), dtype=np.float64)


def _longest(counts: Counts, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> Floats:
    """Characters of the longest link in each record."""
    nodes = np.array(list(counts.hrefs), dtype=np.int64)
    if not len(nodes):
        return np.zeros(len(starts))
    lengths = np.array(list(counts.link_lengths.values()))
    low, high = np.searchsorted(nodes, starts), np.searchsorted(nodes, ends)
    padded = np.append(lengths, 0.0)
    pairs = np.column_stack((low, np.maximum(high, low))).ravel()
    longest = np.maximum.reduceat(padded, np.minimum(pairs, len(lengths)))[::2]
    return np.asarray(np.where(high > low, longest, 0.0), dtype=np.float64)


def _first_links(counts: Counts, starts: Positions, ends: Positions, sizes: Positions) -> Floats:
    """Share of distinct targets among the records' longest-standing links: entries differ, buttons repeat."""
    nodes = np.array(list(counts.hrefs), dtype=np.int64)  # in page order
    names: dict[str, int] = {}
    targets = np.array([names.setdefault(href, len(names)) for href in counts.hrefs.values()], dtype=np.int64)
    low, high = np.searchsorted(nodes, starts), np.searchsorted(nodes, ends)
    linked = low < high
    owners = np.repeat(np.arange(len(sizes)), sizes)[linked]
    pairs = np.unique(owners * max(len(names), 1) + targets[low[linked]])
    distinct = np.bincount(pairs // max(len(names), 1), minlength=len(sizes))
    total = np.bincount(owners, minlength=len(sizes))
    return np.asarray(np.where(total > 0, distinct / np.maximum(total, 1), 0.5), dtype=np.float64)


def zone(tree: Tree, node: int, known: dict[int, tuple[float, float]]) -> tuple[float, float]:
    """Whether a node lies in navigation or the like, and whether in the main part, by HTML5 roles and names."""
    chain = []
    while node >= 0 and node not in known:
        chain.append(node)
        node = tree.parents[node]
    aside, main = known.get(node, (0.0, 0.0))
    for inner in reversed(chain):
        own_aside, own_main = _role(tree, inner)
        aside, main = max(aside, own_aside), max(main, own_main)
        known[inner] = (aside, main)
    return aside, main


def _role(tree: Tree, node: int) -> tuple[float, float]:
    tag, given = tree.tags[node], tree.attrs[node]
    role = (given.get("role") or "").lower() if given else ""
    words = _words(f"{given.get('id') or ''} {given.get('class') or ''}") if given else frozenset()
    aside = tag in _ASIDE_TAGS or role in _ASIDE_ROLES or not words.isdisjoint(_ASIDE_WORDS)
    main = tag in _MAIN_TAGS or role == "main" or not words.isdisjoint(_MAIN_WORDS)
    return float(aside), float(main)


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    return frozenset(names.lower().replace("-", " ").replace("_", " ").split())


# Parts of id and class names that many makers of themes share.
_ASIDE_WORDS = frozenset(
    "sidebar aside nav navbar navigation menu footer breadcrumb breadcrumbs pagination pager tagcloud share sharing "
    "social widget related comments cookie cookies carousel ticker submenu".split()
)
_MAIN_WORDS = frozenset("main content primary maincontent".split())
