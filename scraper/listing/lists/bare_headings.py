"""Dated headings stand back behind the runs that begin with them: what is below a release's heading is the release.

A changelog parts each release by lower headings, so its runs are less even than the bare headings are; of one in the usual form
("Added", "Fixed" below each version) the headings scored 0.06 more than the runs, and a page of headings is no listing.
"""

from __future__ import annotations

import numpy as np

from scraper.listing.grouping.features import Floats
from scraper.listing.lists.main_part import mostly_dated
from scraper.listing.markup.tree import HEADINGS
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts

# What runs may score less than their headings alone; much less even ones hold something else.
MARGIN = 1.0
BEHIND = 0.1


def bare_headings(counts: Counts, found: list[Candidate], scores: Floats) -> Floats:
    """Return the scores, less for the best candidate where it is headings and runs that begin with them are nearly as good.

    Args:
        counts: the page's running totals.
        found: its candidates.
        scores: theirs.
    """
    if not found:
        return scores
    best = int(np.argmax(scores))
    heads = found[best]
    if heads.shape != "siblings" or heads.tag not in HEADINGS or not mostly_dated(counts, heads):
        return scores
    runs = [
        scores[at]
        for at, one in enumerate(found)
        if one.shape == "segments" and one.holder == heads.holder and one.starts == heads.starts
    ]
    if not runs or max(runs) < scores[best] - MARGIN:
        return scores
    lowered = scores.copy()
    lowered[best] = max(runs) - BEHIND
    return lowered
