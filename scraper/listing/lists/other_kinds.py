"""Sections of another kind than the page stand back: days to come on a page of news, the latest news on one of events or of reports.

A page called `News` shows three entries and eight days to come, each below a heading; as lists both are good, and the longer one wins.
What the page is called decides: its first heading, else the last part of its address.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scraper.listing.dates.date_alone import is_period
from scraper.listing.grouping.features import Floats
from scraper.listing.lists.headed_part import own_heading
from scraper.listing.lists.kind_lines import kind_line
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import leads_to_file
from scraper.listing.words.wording import called_kinds, kinds_named, tells_of

# Of a list that others stand back behind, as below a heading that names a listing (`main_part`): two undated titles have 14.9.
SOUND_MIN = 14.5
BEHIND = 0.1  # what stands back comes right behind
TRIED_MAX = 40  # candidates, the best first: the own list of 347 newsrooms is among the first 10


def behind_own_kind(
    tree: Tree, counts: Counts, found: Sequence[Candidate], scores: Floats, aside: Floats
) -> Floats:
    """Return the scores, less for lists of another kind than the page's that are better than the best of its own kind.

    Args:
        tree: the page.
        counts: its running totals.
        found: its candidates.
        scores: theirs.
        aside: 1 for those that lie in navigation or the like.
    """
    if not called_kinds(tree):
        return scores
    others = []
    for at in np.argsort(-scores, kind="stable")[:TRIED_MAX].tolist():
        if scores[at] < SOUND_MIN:
            break
        speaks = speaks_of(tree, counts, found[at].starts)
        if speaks < 0 or (
            not speaks and all(_holds_section(tree, counts, found[at].starts[end]) for end in (0, -1))
        ):
            others.append(at)
        elif aside[at] or (not speaks and len(found[at].starts) < 2):
            continue
        elif not others:
            return scores
        elif speaks > 0:
            lower = scores.copy()
            lower[others] = scores[at] - BEHIND
            return lower
    return scores


def speaks_of(tree: Tree, counts: Counts, starts: Sequence[int]) -> int:
    """Tell whether a list is of the kind that its page is called by.

    Args:
        tree: the page.
        counts: its running totals.
        starts: the first node of each record; a list over sections of two kinds is of another kind.

    Returns:
        2 where the list's heading says so, 1 where it stands below the page's own, -1 where its heading names another kind, else 0.
    """
    kinds = called_kinds(tree)
    if not kinds or _holds_section(tree, counts, starts[0]):
        return 0
    told = min(_speaks(tree, counts, starts, at) for at in (0, len(starts) // 2, len(starts) - 1))
    return min(told, 0) if zone(tree, starts[0])[0] else told


def _speaks(tree: Tree, counts: Counts, starts: Sequence[int], at: int) -> int:
    own = own_heading(tree, counts)
    head = max(_heading_above(tree, counts, starts[at], own), kind_line(tree, counts, starts, at))
    if head < 0:
        return 0
    said, kinds = tree.text(head), called_kinds(tree)
    named = kinds_named(said)
    if head == own or (own >= 0 and not named and tells_of(said, tree.text(own))):
        return 1
    return -1 if named.isdisjoint(kinds) and named else 2 * bool(named)


def _holds_section(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether a record has a heading that names a kind of list, and leads elsewhere than this does: it is a section.

    An entry of a list of notices may be called one: every title of a Chinese authority is.
    """
    end = tree.ends[node]
    links = [at for at in range(node, end) if at in counts.hrefs]
    for head in between(headings(tree), node, end):
        if kinds_named(tree.text(head)):
            own = {counts.hrefs[at] for at in links if at < tree.ends[head] and head < tree.ends[at]}
            others = {counts.hrefs[at] for at in links} - own
            files = bool(own) and len(others) <= FILES_MAX and all(map(leads_to_file, others))
            return not links or (bool(others) and not files)
    return False


FILES_MAX = 2
"""Files below a title that is a link are the entry's, more may be a section's."""


def _heading_above(tree: Tree, counts: Counts, node: int, own: int) -> int:
    """The heading that a list stands below, -1 where none: those of entries, of months and in navigation head none."""
    rank = min((tree.tags[at] for at in between(headings(tree), node, tree.ends[node])), default="h9")
    for head in reversed(between(headings(tree), 0, node)):
        if head == own:
            return head
        if (
            tree.tags[head] >= rank
            or not _heads(tree, head, node)
            or _heads_own_box(tree, counts, head, node)
        ):
            continue
        said = tree.text(head)
        if kinds_named(said) or not (_linked(tree, counts, head) or is_period(said)):
            return head
    return -1


def _heads(tree: Tree, head: int, node: int) -> bool:
    """Whether a heading can stand over a node: one in navigation heads what is there, one in the `<header>` of a section that section."""
    if not zone(tree, head)[0] or zone(tree, node)[0]:
        return True
    top = next((at for at in tree.around(head) if tree.tags[at] == "header"), -1)
    section = tree.parents[top] if top >= 0 else -1
    return section >= 0 and tree.tags[section] != "body" and section < node < tree.ends[section]


def _heads_own_box(tree: Tree, counts: Counts, head: int, node: int) -> bool:
    """Whether a heading stands in a box that ends before a node and holds titles of its own: more than a link to all of them, or a filter."""
    box = head
    while tree.ends[tree.parents[box]] <= node:
        box = tree.parents[box]
    start, end, linked = tree.ends[head], tree.ends[box], counts.totals["link_chars"]
    links = counts.links[end] - counts.links[start]
    return links >= BOXED_MIN and float(linked[end] - linked[start]) >= TITLE_CHARS * links


BOXED_MIN = 3
TITLE_CHARS = 20
"""In the mean of a box's links; topics and years that a list is filtered by are shorter."""


def _linked(tree: Tree, counts: Counts, node: int) -> bool:
    return any(at in counts.hrefs for at in (*range(node, tree.ends[node]), tree.parents[node]))
