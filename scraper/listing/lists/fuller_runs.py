"""The best list stands back behind runs that hold its entries and more, where these are nearly as good.

- Dated headings behind the runs that begin with them: what is below a release's heading is the release. A changelog parts each
  release by lower headings, so its runs are less even than the bare headings are; of one in the usual form ("Added", "Fixed" below each
  version) the headings scored 0.06 more than the runs, and a page of headings is no listing.
- Runs from some heads of one kind behind runs from all of them, where the others stand before or behind these and are dated, too. A
  changelog links the files of its older releases only, so the linked heads are a little more even than all heads are: by 0.07 on a
  captured one, whose nine newest releases were lost.
- The entries of one year behind those of all years, each below its own: in January the newest year has one, and with eleven or twelve of
  the year before, files with nothing but a name scored 0.04 to 0.07 less.
- Rows of a table of which each day spans several behind all rows, where these are filled as the day's first is.
"""

from __future__ import annotations

import numpy as np

from scraper.listing.dates.periods_alone import period_alone
from scraper.listing.grouping.features import Floats
from scraper.listing.grouping.left_empty import FILLED_MIN
from scraper.listing.lists.main_part import mostly_dated
from scraper.listing.markup.spans import cells_of
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts

# What runs may score less than their headings alone; much less even ones hold something else.
HEADS_MARGIN = 1.0
# What the fuller list may score less. Of 350 captured and own pages no other has such a fuller list.
FULLER_MARGIN = 0.5
BEHIND = 0.1
# Ways in which runs cut the rows below spanned days, each a candidate: at each day, or where a day has one row.
CUTS = 2
# Heads that are left out: one alone is the page's own, `Opinions of the last 30 days, 12 May 2026`.
LEFT_OUT_MIN = 2


def fuller_runs(tree: Tree, counts: Counts, found: list[Candidate], scores: Floats) -> Floats:
    """Return the scores, less for the best candidate where one that holds more of each entry, or more entries, is nearly as good."""
    for is_fuller, margin in (
        (_begin_with, HEADS_MARGIN),
        (_go_further, FULLER_MARGIN),
        (_of_all_years, FULLER_MARGIN),
        *[(_below_spanned_days, HEADS_MARGIN)] * CUTS,
    ):
        best = int(np.argmax(scores)) if found else 0
        fuller = [
            scores[at]
            for at, one in enumerate(found)
            if scores[at] >= scores[best] - margin and is_fuller(tree, counts, one, found[best])
        ]
        if fuller:
            scores = scores.copy()
            scores[best] = min(scores[best], max(fuller) - BEHIND)
    return scores


def _begin_with(tree: Tree, counts: Counts, one: Candidate, heads: Candidate) -> bool:
    """Whether runs begin with the dated headings that another candidate is."""
    if (one.shape, heads.shape) != ("segments", "siblings") or heads.tag not in HEADINGS:
        return False
    return one.holder == heads.holder and one.starts == heads.starts and mostly_dated(counts, heads)


def _go_further(tree: Tree, counts: Counts, one: Candidate, other: Candidate) -> bool:
    """Whether runs are those of the other and some before or behind them, and each has its day in its head.

    A day further down tells nothing: `Imprint`, and below it `As of 1 January 2026`.
    """
    if (one.shape, one.holder, one.tag) != ("segments", other.holder, other.tag) or other.shape != "segments":
        return False
    more = len(one.starts) - len(other.starts)
    if more < LEFT_OUT_MIN or not one.tag or other.starts not in (one.starts[more:], one.starts[:-more]):
        return False
    return all(counts.dates[tree.ends[start]] > counts.dates[start] for start in one.starts)


def _of_all_years(tree: Tree, counts: Counts, one: Candidate, year: Candidate) -> bool:
    """Whether records lie in several elements, each right behind its year, one of which holds the other candidate."""
    if (one.shape, year.shape, one.tag) != ("cousins", "siblings", year.tag):
        return False
    holders = dict.fromkeys(tree.parents[start] for start in one.starts)
    within = set(one.starts).issuperset(year.starts) and len(one.starts) > len(year.starts)
    return within and all(period_alone(_said_before(tree, holder)) for holder in holders)


def _said_before(tree: Tree, node: int) -> str:
    """What the element before a node says, among its parent's children."""
    before = [kid for kid in tree.kids(tree.parents[node]) if kid < node and tree.tags[kid]]
    return tree.text(before[-1]) if before else ""


def _below_spanned_days(tree: Tree, counts: Counts, one: Candidate, days: Candidate) -> bool:
    """Whether rows are those of days that span them, each with a link and the cells of the day's own row, at least two beside the day."""
    if (one.shape, one.tag, one.holder) != ("siblings", "tr", days.holder) or days.shape != "segments":
        return False
    if days.tag != "tr" or not set(days.starts) < set(one.starts):
        return False
    spanned = 0
    for row, end in one.spans:
        cells = cells_of(tree, row)
        if counts.links[end] == counts.links[row] or not all(map(tree.text, cells)):
            return False
        day = cells[0]
        if tree.attr(day, "rowspan") and counts.dates[tree.ends[day]] > counts.dates[day]:
            spanned = len(cells) - 1
        elif len(cells) != spanned or spanned < FILLED_MIN:
            return False
    return True
