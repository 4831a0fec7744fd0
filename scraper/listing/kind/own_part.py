"""The part of a page that is its own, and whether a few entries are what it is for.

A list of three in a rich frame is a small share of its page, and so is the box of three beside an article. What tells them apart is
the page's own heading: entries right below it, which fill the part that it opens, are the page's; what another heading opens is a box.
"""

from __future__ import annotations

from bisect import bisect_right

from scraper.listing.kind.asking import passwords
from scraper.listing.lists.headed_part import (
    INTRODUCTION_MAX,
    headed_otherwise,
    headed_part,
    heads_more,
    own_heading,
    says_title,
)
from scraper.listing.lists.lone_entry import title_of
from scraper.listing.lists.main_part import main_parts, part_around
from scraper.listing.lists.other_kinds import speaks_of
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import headed_listing, is_root, kinds_named


def own_part(tree: Tree, counts: Counts, holder: int) -> tuple[int, int] | None:
    """Find the smallest part around a list that is the page's own: what its heading opens, or what the markup calls main.

    Returns:
        The interval; None where the list stands in none.
    """
    headed = headed_part(tree, counts) if _has_name(tree, counts) else None
    return part_around((*([headed] if headed else []), *main_parts(tree)), holder)


def outside_main(tree: Tree, counts: Counts, holder: int) -> float:
    """1 for a list in an `<aside>`, `<footer>` or `<nav>` outside the page's main part, where that says something, else 0.

    No list of 78 captured listings, 190 others and 120 own pages stands there; those of six forms and a team do, and on 60 of 375
    other pages the site's menu, whose entries may be its newest.
    """
    parts = main_parts(tree)
    if not parts or part_around(parts, holder) or not _is_tangential(tree, holder):
        return 0.0
    return float(any(counts.chars[end] - counts.chars[start] >= SAYS_MIN for start, end in parts))


SAYS_MIN = 20  # characters: `Thank you for your message` is a page's own, a spinner's `Loading...` is none


def _is_tangential(tree: Tree, node: int) -> bool:
    return any(
        tree.tags[at] in _TANGENTIAL or tree.attr(at, "role").lower() in _TANGENTIAL_ROLES
        for at in tree.around(node)
    )


_TANGENTIAL = frozenset({"aside", "footer", "nav"})
_TANGENTIAL_ROLES = frozenset({"complementary", "contentinfo", "navigation"})


def filled(tree: Tree, counts: Counts, best: Candidate, inside: float) -> float:
    """Measure the share of the page's own part, but for its heading, that a list says; 0 for one in none or in navigation.

    Args:
        tree: the page.
        counts: its running totals.
        best: the list.
        inside: characters of its records.
    """
    part = own_part(tree, counts, best.holder)
    if (
        part is None
        or not _may_be_a_list(tree, counts, best)
        or zone(tree, best.holder)[0]
        or not _has_name(tree, counts)
    ):
        return 0.0
    heading = own_heading(tree, counts)
    said = counts.chars[tree.ends[heading]] - counts.chars[heading] if part[0] <= heading < part[1] else 0.0
    return inside / max(counts.chars[part[1]] - counts.chars[part[0]] - said, inside, 1.0)


def opened(tree: Tree, counts: Counts, best: Candidate) -> float:
    """1 for a list right below the page's own heading, -1 for one below another that comes later or, behind a login, says the same, else 0."""
    own, first = own_heading(tree, counts), best.starts[0]
    if not 0 <= own < first or not _may_be_a_list(tree, counts, best) or not _has_name(tree, counts):
        return 0.0
    if headed_otherwise(tree, counts, first):
        if speaks_of(tree, counts, best.starts) > 0 and opens_sections(tree, counts, own, first):
            return 0.0
        return 0.0 if headed_listing(tree) and _in_sections(tree, counts, best, own) else -1.0
    asked = (node for node in passwords(tree) if own < node < first and not zone(tree, node)[0])
    if between(headings(tree), own + 1, first) and any(asked):
        return -1.0
    return float(not heads_more(tree, counts, own, first))


def _may_be_a_list(tree: Tree, counts: Counts, best: Candidate) -> bool:
    """Whether records are several, or the one leads on as an entry does."""
    return len(best.starts) > 1 or title_of(tree, counts, best.starts[0], best.ends[0]) is not None


def opens_sections(tree: Tree, counts: Counts, own: int, first: int) -> bool:
    """Whether the first heading behind the page's is a section's or an entry's, and only an introduction stands between: no article, no login."""
    end = next(iter(between(headings(tree), own + 1, first + 1)), -1)
    if own < 0 or end < 0:
        return False
    if counts.dates[end] > counts.dates[own] or any(own < node < end for node in passwords(tree)):
        return False
    linked = counts.links[tree.ends[end]] > counts.links[end]
    return (linked or bool(kinds_named(tree.text(end)))) and (
        counts.unlinked(tree.ends[own], end) <= INTRODUCTION_MAX
    )


def _in_sections(tree: Tree, counts: Counts, best: Candidate, own: int) -> bool:
    """Whether headings of one rank part a list, the first right below the page's own: articles, interviews, reviews of an issue.

    Where a text stands between them, what follows it are boxes, though the page is headed "News".
    """
    heads = between(headings(tree), own + 1, best.starts[-1])
    above = [node for node in heads if node < best.starts[0]]
    if not above or counts.chars[above[0]] - counts.chars[tree.ends[own]] > BEFORE_PARTS_MAX:
        return False
    parting = (
        tree.tags[node]
        for node in heads
        if node > best.starts[0] and node >= best.ends[bisect_right(best.starts, node) - 1]
    )
    return tree.tags[above[-1]] in parting


BEFORE_PARTS_MAX = 120.0
"""Characters between the page's heading and the first of its parts: when an issue was published, how many jobs there are."""


def _has_name(tree: Tree, counts: Counts) -> bool:
    """Whether a page's heading is its own: at a site's root only one that says a part of `<title>` and names a listing."""
    own = own_heading(tree, counts)
    return not is_root(tree.url) or (own >= 0 and says_title(tree, own) and headed_listing(tree))
