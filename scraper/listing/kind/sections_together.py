"""Sections of a page of news, each a list of its own build: four releases as cards, four days to come as rows.

Each alone has few entries and leaves half of the page to the other, as a box of another page does. Sections of one build are one list
when the page is judged, and so are these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.kind.asking import passwords
from scraper.listing.kind.own_part import opens_sections, own_part
from scraper.listing.lists.headed_part import headed_otherwise, own_heading
from scraper.listing.lists.kind_lines import kind_line
from scraper.listing.lists.main_part import MOST, mostly_dated
from scraper.listing.lists.other_kinds import speaks_of
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import RECORDS_MIN, Candidate
from scraper.listing.records.counts import Counts, amount, holding
from scraper.listing.words.wording import called_kinds, called_listing

# Of the own part of the page but for its heading, and one section's: with an article's text there it is none of news.
FILLED_MIN = 0.7
CALLED_MIN = 0.3  # where their headings name what they are: people to ask and topics may stand beside them


def sections_together(tree: Tree, counts: Counts, best: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The best list with the dated ones that a heading parts from it, where the page is called a listing and they are all it says.

    Args:
        tree: the page.
        counts: its running totals.
        best: its best list.
        others: its candidates, best first.

    Returns:
        All their records as one candidate; the best list itself where they are not what the page is for.
    """
    for one in others if speaks_of(tree, counts, best.starts) > 0 else ():
        if speaks_of(tree, counts, one.starts) < 0 and {*best.starts} < {*one.starts}:
            return one  # sections of one build
    if not (_is_told(tree, counts, best) and (called_listing(tree) or called_kinds(tree))):
        return best
    part = own_part(tree, counts, best.holder) or _outermost(tree, best.holder)
    if any(part[0] <= node < part[1] for node in passwords(tree)):
        return best
    taken = [best]
    for one in others:
        inside = part[0] <= one.holder < part[1] and not zone(tree, one.holder)[0]
        told = inside and _apart(one, taken) and _is_told(tree, counts, one)
        parted = any(_headed(tree, counts, at.starts) for at in (best, one))
        if told and (
            parted or speaks_of(tree, counts, best.starts) * speaks_of(tree, counts, one.starts) < 0
        ):
            taken.append(one)
    spans = sorted(span for one in taken for span in one.spans)
    heading = own_heading(tree, counts)
    said = counts.chars[part[1]] - counts.chars[part[0]]
    said -= counts.chars[tree.ends[heading]] - counts.chars[heading] if part[0] <= heading < part[1] else 0.0
    if counts.dates[spans[0][0]] > counts.dates[max(part[0], heading)]:  # the day of an article
        return best
    called = opens_sections(tree, counts, heading, spans[0][0])
    called = called and all(speaks_of(tree, counts, one.starts) for one in taken)
    if len(taken) == 1 or amount(counts.chars, spans) < (CALLED_MIN if called else FILLED_MIN) * said:
        return best
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return replace(best, shape="cousins", holder=part[0], token="", starts=starts, ends=ends)


def _headed(tree: Tree, counts: Counts, starts: Sequence[int]) -> bool:
    return headed_otherwise(tree, counts, starts[0]) or kind_line(tree, counts, starts, 0) >= 0


def _outermost(tree: Tree, node: int) -> tuple[int, int]:
    """The largest element around a list but for the page's body."""
    around = [at for at in tree.around(node) if tree.tags[at] not in ("body", "html")]
    return (around[-1], tree.ends[around[-1]]) if around else (0, len(tree.tags))


def _is_told(tree: Tree, counts: Counts, one: Candidate) -> bool:
    linked = holding(counts.links, one.spans) >= MOST * len(one.starts)
    return (
        len(one.starts) >= RECORDS_MIN
        and linked
        and (mostly_dated(counts, one) or bool(speaks_of(tree, counts, one.starts)))
    )


def _apart(one: Candidate, taken: list[Candidate]) -> bool:
    return all(one.ends[-1] <= other.starts[0] or other.ends[-1] <= one.starts[0] for other in taken)
