"""Whether a few records are all that a page has to say: each told as an entry, and little beside them.

The front of a young blog, a tag used once and the last page of a list have one to five entries, as the boxes of an article have. What an
article says stands outside its boxes; beside entries stand a heading, a menu and boxes of links.
"""

from __future__ import annotations

from scraper.listing.kind.asking import passwords
from scraper.listing.kind.dates_beside import outside
from scraper.listing.kind.neighbours import names_neighbours
from scraper.listing.kind.own_part import own_part
from scraper.listing.lists.headed_part import headed_otherwise, own_heading
from scraper.listing.lists.lone_entry import title_of
from scraper.listing.lists.main_part import main_parts
from scraper.listing.markup.bearers import between, called
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, holding
from scraper.listing.words.wording import called_listing

STANDS_OUT = HEADINGS | {"b", "strong", "dt"}
HEADINGS_BESIDE_MAX = 2  # the page's own and its section's
LITTLE = 40.0
"""Characters outside links beside each of the entries: what a tag is called, how many there are, the headings of boxes.

Of 348 pages of one to five entries by 44 themes 236 are right with 0, 251 with 10, 265 with 20, 273 with 40, 274 with 80 and 160.
"""
HALF, ALL = 0.5, 0.95


def complete(tree: Tree, counts: Counts, best: Candidate, own_dates: int) -> float:
    """How much a short list is all there is: each record has a title, a link and a date, and nothing else has.

    One date beside them says when the page was made. On a page that is called a listing none of the records need have one, unless it is
    alone.

    Args:
        tree: the page.
        counts: its running totals.
        best: the list.
        own_dates: dates that the page shows beside it.

    Returns:
        `ALL` where little else is said at all, `HALF` where only nothing else looks like an entry, else 0.
    """
    spans = best.spans
    if own_dates > 1 or holding(counts.links, spans) < len(spans) or _around_main(tree, spans):
        return 0.0
    dates = holding(counts.dates, spans)
    if dates < len(spans) and (dates or len(spans) < 2 or not called_listing(tree)):
        return 0.0
    if dates and _are_entries(tree, counts, spans) and _is_own(tree, counts, best):
        return ALL
    stands_out = called(tree, STANDS_OUT)
    told = len(spans) > 1 and all(between(stands_out, *span) for span in spans)
    return HALF * (told and outside(tree, counts, counts.headings, best) <= HEADINGS_BESIDE_MAX)


def _around_main(tree: Tree, spans: list[tuple[int, int]]) -> bool:
    """Whether a record holds what the markup calls the page's main part: it is the page, with its way up and its foot, and no entry."""
    return any(start < first and last <= end for first, last in main_parts(tree) for start, end in spans)


def _are_entries(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether each record leads on by a title of its own."""
    titles = [title_of(tree, counts, *span) for span in spans]
    return None not in titles and len({tree.text(title) for title in titles if title is not None}) == len(
        spans
    )


def _is_own(tree: Tree, counts: Counts, best: Candidate) -> bool:
    """Whether a list stands in the page's own part, below no other heading than the page's, and little else does."""
    part, own = own_part(tree, counts, best.holder), own_heading(tree, counts)
    if headed_otherwise(tree, counts, best.starts[0]) or (part is None and own_part(tree, counts, own)):
        return False
    first, end = part or (0, len(tree))
    if names_neighbours(tree) or any(
        first <= node < end and not zone(tree, node)[0] for node in passwords(tree)
    ):
        return False
    return _beside(tree, counts, best, first, end) <= LITTLE * len(best.starts)


def _beside(tree: Tree, counts: Counts, best: Candidate, first: int, end: int) -> float:
    """Characters outside links that a part of a page says beside its list, but for its heading and for navigation and the like."""
    own = own_heading(tree, counts)
    ends = dict([*best.spans, (own, tree.ends[own])] if own >= 0 else best.spans)
    said, at = 0.0, first
    while at < end:
        stop = ends.get(at, 0) or (tree.ends[at] if zone(tree, at)[0] else 0)
        if not stop:
            said += counts.unlinked(at, at + 1)
        at = max(stop, at + 1)
    return said
