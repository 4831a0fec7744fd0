"""Groupings that say too little to be entries, beside one that says more.

Lines of a card that tell its days ("Enrolment 1 – 9 May", "Course 15 – 16 May") are twice as many as the cards and more alike,
and a menu of three words is longer than two notices. Both stand back behind entries that each have a heading and a text of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scraper.listing.dates.notations import date_share
from scraper.listing.grouping.features import Floats
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, amount

# Of a record's text: what says a day and a word is none of an entry's but its day.
DAYS_SHARE = 0.6
# Records whose texts are read; groupings that are looked at, from the best one on.
SEEN, TRIED = 10, 4
# Characters of a menu's rows in the mean, and its rows where it lies in no navigation; a title says more, and a list of titles has more.
BRIEF_MAX, ROWS_MAX = 24.0, 12
# Characters that an entry says beside its links, and its heading is one of them.
TOLD_MIN = 60.0
# What stands back comes right behind.
BEHIND = 0.1


def little_said(
    tree: Tree, counts: Counts, found: Sequence[Candidate], scores: Floats, aside: Floats
) -> Floats:
    """Return the scores, those of lines of days and of brief menus less than that of the entries beside them.

    Args:
        tree: the page.
        counts: its running totals.
        found: its candidates.
        scores: theirs.
        aside: 1 for those that lie in navigation or the like.
    """
    told: list[int] | None = None
    for _ in range(min(TRIED, len(found))):
        best = int(np.argmax(scores))
        one = found[best]
        short = aside[best] or len(one.starts) <= ROWS_MAX
        if not (_only_days(tree, counts, one) or (short and _brief_menu(counts, one))):
            return scores
        if told is None:
            told = [at for at, other in enumerate(found) if not aside[at] and _told(counts, other)]
        if not told:
            return scores
        scores = scores.copy()
        scores[best] = min(scores[best], max(scores[at] for at in told) - BEHIND)
    return scores


def _only_days(tree: Tree, counts: Counts, one: Candidate) -> bool:
    """Whether each record has a day, no link and hardly a word besides."""
    return all(
        counts.dates[end] > counts.dates[start] and counts.links[end] == counts.links[start]
        for start, end in one.spans
    ) and all(date_share(tree.text(start, end)) >= DAYS_SHARE for start, end in one.spans[:SEEN])


def _brief_menu(counts: Counts, one: Candidate) -> bool:
    """Whether all records are links of a word or two and nothing else."""
    spans = one.spans
    return (
        amount(counts.chars, spans) <= BRIEF_MAX * len(spans)
        and all(
            counts.links[end] - counts.links[start] == 1
            and counts.dates[end] == counts.dates[start]
            and counts.headings[end] == counts.headings[start]
            for start, end in spans
        )
        and sum(counts.unlinked(start, end) for start, end in spans) <= len(spans)
    )


def _told(counts: Counts, one: Candidate) -> bool:
    """Whether each of several records has one heading and a text."""
    return len(one.starts) > 1 and all(
        counts.headings[end] - counts.headings[start] == 1 and counts.unlinked(start, end) >= TOLD_MIN
        for start, end in one.spans
    )
