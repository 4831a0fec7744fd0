"""Entries that hold their files: a longer list of dated downloads does not come before what they are downloads of.

An accordion of meetings, a register of decisions: each entry has its title and its day, and in it stand agenda, minutes and
plans, each with a day of its own. The files are more, and more alike. They stand back where they are called alike from entry to
entry, and what stands around them says a day of its own
and more than that day; without a page of its own it has files of several kinds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from scraper.listing.dates.notations import date_share, dates_in
from scraper.listing.grouping.features import Floats
from scraper.listing.grouping.files_below import DAY_SHARE, HEADING_CHARS_MAX
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, amount
from scraper.listing.records.labels import leads_to_file

# So large a share of a list's records are files, of the entries hold some, a day and a title.
MOST = 0.8
# Entries are looked for around so many of the best groupings: the files of all, of all but the first, of the longest.
TRIED = 3
# Records that are looked at for files, and for what stands around them.
SEEN = 60
# What an entry says beside its files and its day is a title from so many characters on, where it leads to a page of its own.
TITLE_CHARS_MIN = 12.0
_NUMBER = re.compile(r"\d+")


def above_downloads(tree: Tree, counts: Counts, found: Sequence[Candidate], scores: Floats) -> Floats:
    """Return the scores, those of entries that hold the best list's records as their files exchanged with that list's."""
    for _ in range(min(TRIED, len(found))):
        best = int(np.argmax(scores))
        inner = found[best]
        most = len(inner.starts)
        around = [
            at
            for at, one in enumerate(found)
            if 1 < len(one.starts) <= most / 2 and _holds(one, inner) and _say_days(counts, one, inner)
        ]
        if not around or not _are_files(tree, inner):
            return scores
        around = [at for at in around if _are_entries(tree, counts, found[at], inner)]
        if not around:
            return scores
        outer = max(around, key=lambda at: float(scores[at]))
        scores = scores.copy()
        scores[[best, outer]] = scores[[outer, best]]
    return scores


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether all records of one grouping stand in records of another, in most of them some."""
    if outer.starts[0] > inner.starts[0] or outer.ends[-1] < inner.ends[-1]:
        return False
    places = [bisect_left(outer.ends, end) for end in inner.ends]
    inside = all(
        at < len(outer.starts) and outer.starts[at] <= start and start < outer.ends[at]
        for at, start in zip(places, inner.starts, strict=True)
    )
    return inside and len(set(places)) >= MOST * len(outer.starts)


def _say_days(counts: Counts, outer: Candidate, inner: Candidate) -> bool:
    """Whether records have so many dates beside those of what stands in them that most may have one; few groupings do."""
    told, within = (amount(counts.dates, one.spans) for one in (outer, inner))
    return told - within >= MOST * min(len(outer.starts), SEEN)


def _are_files(tree: Tree, inner: Candidate) -> bool:
    """Whether most records say alike what others say but for their day: files of their own have titles of their own."""
    spans = inner.spans[:SEEN]
    said = Counter(_without_days(tree.text(start, end)) for start, end in spans)
    return sum(times for times in said.values() if times > 1) >= MOST * len(spans)


def _without_days(text: str) -> str:
    """A text without its dates, its other numbers alike."""
    edges = [0, *chain.from_iterable((start, end) for start, end, _ in dates_in(text)), len(text)]
    kept = (text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True))
    return _NUMBER.sub("0", "".join(kept)).strip()


def _are_entries(tree: Tree, counts: Counts, outer: Candidate, inner: Candidate) -> bool:
    """Whether most records say a day, and more than it, beside the files in them."""
    own = sum(_is_entry(tree, counts, start, end, inner) for start, end in outer.spans[:SEEN])
    return own >= MOST * min(len(outer.starts), SEEN)


def _is_entry(tree: Tree, counts: Counts, start: int, end: int, inner: Candidate) -> bool:
    low, high = bisect_left(inner.starts, start), bisect_left(inner.starts, end)
    within = list(zip(inner.starts[low:high], inner.ends[low:high], strict=True))
    edges = [start, *chain.from_iterable(within), end]
    beside = list(zip(edges[::2], edges[1::2], strict=True))
    if not any(counts.dates[last] > counts.dates[first] for first, last in beside):
        return False
    text = " ".join(filter(None, (tree.text(first, last) for first, last in beside)))
    own = {node for first, last in beside for node in range(first, last)} & counts.hrefs.keys()
    if date_share(text) >= DAY_SHARE:
        return False
    if (
        any(not leads_to_file(counts.hrefs[node]) for node in own)
        and len(_without_days(text)) >= TITLE_CHARS_MIN
    ):
        return True
    kinds = {_without_days(tree.text(first, last)) for first, last in within}
    apart = 2 * len(kinds) > len(within)  # twelve agendas stand below the name of a committee
    return len(text) > HEADING_CHARS_MAX and apart
