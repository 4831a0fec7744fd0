"""Runs from some heads of one kind stand back behind runs from all of them, where the others stand before or behind these and are dated, too.

A changelog links the files of its older releases only, so the linked heads are a little more even than all heads are: by 0.07 on a
captured one, whose nine newest releases were lost.
"""

from __future__ import annotations

import numpy as np

from scraper.listing.grouping.features import Floats
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts

# What the fuller list may score less. Of 350 captured and own pages no other has such a fuller list.
MARGIN = 0.5
BEHIND = 0.1
# Heads that are left out: one alone is the page's own, `Opinions of the last 30 days, 12 May 2026`.
LEFT_OUT_MIN = 2


def fuller_runs(tree: Tree, counts: Counts, found: list[Candidate], scores: Floats) -> Floats:
    """Return the scores, less for the best candidate where it leaves out dated runs that a nearly as good one has.

    Args:
        tree: the page.
        counts: the page's running totals.
        found: its candidates.
        scores: theirs.
    """
    best = int(np.argmax(scores)) if found else 0
    if not found or found[best].shape != "segments" or not found[best].tag:
        return scores
    fuller = [
        scores[at]
        for at, one in enumerate(found)
        if scores[at] >= scores[best] - MARGIN and _is_fuller(tree, counts, one, found[best])
    ]
    if not fuller:
        return scores
    lowered = scores.copy()
    lowered[best] = min(scores[best], max(fuller) - BEHIND)
    return lowered


def _is_fuller(tree: Tree, counts: Counts, one: Candidate, other: Candidate) -> bool:
    """Whether runs are those of the other and some before or behind them, and each has its day in its head.

    A day further down tells nothing: `Imprint`, and below it `As of 1 January 2026`.
    """
    if (one.shape, one.holder, one.tag) != (other.shape, other.holder, other.tag):
        return False
    more = len(one.starts) - len(other.starts)
    if more < LEFT_OUT_MIN or other.starts not in (one.starts[more:], one.starts[:-more]):
        return False
    return all(counts.dates[tree.ends[start]] > counts.dates[start] for start in one.starts)
