"""Records that hold several entries: days or other headings with their entries below, opened to what is in them."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.listing.dates.day_headings import HEADED_DATED_MAX
from scraper.listing.grouping.files_below import says_more
from scraper.listing.grouping.headed_links import below_headings
from scraper.listing.grouping.opened_days import by_days, heads_days, opened
from scraper.listing.grouping.period_parts import entries_of_periods
from scraper.listing.lists.rows import COMMON_SHARE
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, holding

SEVERAL_TITLES = 1.4
"""Records with this many titles each in the mean, and one date, may be days rather than entries."""
PARTS_MAX = 2
"""Of 8 lists opened on 90 pages the 2 that were entries have their day below what is in them, the heads and texts of theirs, 1.4
and 2 a record; boxes of links with a stamp below have more."""


def entries_within(tree: Tree, counts: Counts, outer: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The entries inside the records of a grouping, the grouping itself where its records are entries.

    Args:
        tree: the page.
        counts: what its nodes hold.
        outer: the grouping.
        others: every grouping of the page, best first; one of them may be the entries.
    """
    if (days := by_days(tree, outer)) is not None and (held := opened(tree, counts, days)) is not None:
        return held
    below = outer.shape == "segments" and heads_days(tree, outer)
    # how long the last day is, the others do not tell
    start, end = outer.starts[0], tree.ends[outer.holder] if below else outer.ends[-1]
    if counts.links[end] - counts.links[start] > len(outer.starts):
        held = opened(tree, counts, outer) or below_headings(tree, counts, outer)
        held = held or entries_of_periods(tree, counts, outer, iter(others))
        if held:
            return held
    total = counts.titles[end] - counts.titles[start]
    if total <= len(outer.starts) or total < SEVERAL_TITLES * len(outer.starts):
        return outer
    for inner in others:
        inside = start <= inner.starts[0] and inner.ends[-1] <= end
        if not inside or len(inner.starts) <= len(outer.starts) or not _one_title_each(counts, inner, total):
            continue
        if _beside_titles(tree, outer, inner):
            return outer
        dated = holding(counts.dates, inner.spans)
        # below days, one or another teaser tells of a day
        if dated <= below * HEADED_DATED_MAX * len(inner.starts) and not says_more(
            tree, counts, outer, inner
        ):
            return outer if not dated and _dated_below(counts, outer, inner) else inner
    return outer


def _one_title_each(counts: Counts, inner: Candidate, total: float) -> bool:
    """Whether records have a title each, and nearly all titles that there are."""
    titles = counts.titles
    return len(inner.starts) >= COMMON_SHARE * total and all(
        titles[end] - titles[start] == 1 for start, end in inner.spans
    )


def _beside_titles(tree: Tree, outer: Candidate, inner: Candidate) -> bool:
    """Whether each record holds two others of which one says the same in all: `Complaint` below the names of a case."""
    pairs = [inner.starts[at : at + PARTS_MAX] for at in range(0, len(inner.starts), PARTS_MAX)]
    if len(pairs) != len(outer.starts) or len(inner.starts) != PARTS_MAX * len(pairs):
        return False
    if not all(
        start <= first and second < end
        for (first, second), (start, end) in zip(pairs, outer.spans, strict=True)
    ):
        return False
    said = ({tree.text(pair[part]) for pair in pairs} for part in range(PARTS_MAX))
    return sorted(len(texts) > 1 for texts in said) == [False, True]


def _dated_below(counts: Counts, outer: Candidate, inner: Candidate) -> bool:
    """Whether most records have one or two others in them, and their day below these: one that heads entries stands above."""
    if len(inner.starts) > PARTS_MAX * len(outer.starts):
        return False
    below = 0
    for start, end in outer.spans:
        first = next((at for at in inner.starts if start <= at < end), end)
        below += counts.dates[start] == counts.dates[first] < counts.dates[end]
    return below >= COMMON_SHARE * len(outer.starts)
