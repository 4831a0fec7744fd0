"""Pages of a day, month or year, `/archive/2026/11/`: what they list is of it, and a box of the newest beside it goes back further.

A quiet month has three entries and the box five, in one build; only their days tell them apart. They are read where they are certain:
given to machines, in an entry's address, or with their year in digits. Where nothing tells, nothing changes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from scraper.listing.dates.dated import Spot, day_in_address
from scraper.listing.grouping.features import Floats
from scraper.listing.lists.main_part import SOUND_MIN
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.periods import first_period
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts

BEHIND = 5.1  # what stands back is beside the list, as what scores so much less
TRIED_MAX = 40  # candidates, the best first
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.](0[1-9]|1[0-2])(?:[-/.](0[1-9]|[12]\d|3[01]))?)?(?!\d)")
_CHARS = {"year": 4, "month": 7, "day": 10}  # of an ISO date


def behind_own_period(
    tree: Tree,
    counts: Counts,
    days: dict[int, str],
    found: Sequence[Candidate],
    scores: Floats,
    aside: Floats,
) -> Floats:
    """Return the scores, less for lists that hold other days and are better than the best one whose days are all the page's own.

    Args:
        tree: the page.
        counts: its running totals.
        days: its dates by node, as `known_days` gives them.
        found: its candidates.
        scores: theirs.
        aside: 1 for those that lie in navigation or the like.
    """
    if first_period(tree.url) is None:
        return scores
    others = []
    for at in np.argsort(-scores, kind="stable")[:TRIED_MAX].tolist():
        if scores[at] < SOUND_MIN:
            break
        told = _told(tree, counts, days, found[at])
        if False in told:
            others.append(at)
        elif not others:
            break
        elif not aside[at] and None not in told:
            lower = scores.copy()
            lower[others] = np.minimum(lower[others], scores[at] - BEHIND)
            return lower
    return scores


def of_own_period(tree: Tree, counts: Counts, days: dict[int, str], one: Candidate) -> bool:
    """Whether the page is one of a month or year, and all records are of it."""
    period = first_period(tree.url)
    return period is not None and period.kind != "day" and set(_told(tree, counts, days, one)) == {True}


def known_days(tree: Tree, shown: Sequence[Spot], machine: dict[int, str]) -> dict[int, str]:
    """Days, months and years that a page of a period tells for certain, in ISO by node; empty for other pages."""
    if first_period(tree.url) is None:
        return {}
    texts = [*((spot.first, spot.text) for spot in shown), *machine.items()]
    return {
        node: "-".join(filter(None, found.groups())) for node, text in texts if (found := _DAY.search(text))
    }


def _told(tree: Tree, counts: Counts, days: dict[int, str], one: Candidate) -> list[bool | None]:
    """For each record whether it is of the page's period; None where it does not say."""
    period = first_period(tree.url)
    if period is None:
        return []
    own, nodes = date.fromordinal(period.at).isoformat()[: _CHARS[period.kind]], sorted(days)
    told = list[bool | None]()
    for start, end in one.spans:
        inside = [days[node] for node in nodes[bisect_left(nodes, start) : bisect_left(nodes, end)]]
        said = [*inside, *_addressed(tree, counts, start, end)]
        within = any(day.startswith(own) for day in said)
        told.append(within or (False if any(not own.startswith(day) for day in said) else None))
    return told


def _addressed(tree: Tree, counts: Counts, start: int, end: int) -> Iterator[str]:
    hrefs = (counts.hrefs[node] for node in range(start, end) if node in counts.hrefs)
    return filter(None, map(day_in_address, hrefs))
