"""Prose beside a list: an article says most of what the page says, an introduction two paragraphs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scraper.listing.lists.headed_part import APART_MAX, headed_part
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import headed_listing

# A paragraph of this many characters outside links is prose; teasers in a list are inside its records.
PROSE_MIN = 90.0
# So many paragraphs introduce a press review; with more the page is an article, and links to other sites are its sources.
INTRODUCES_MAX = 2
# With so many between the page's heading and a list below it, and more than half of what both say, they are an article: of 81 captured listings
# one has three, of five articles whose list stands so none has fewer than four.
ABOVE_MAX = 3
# So much of what the part below the page's heading and a list beside it say is prose: of 12 captured listings whose list stands beside
# one 0.47 is the most, of three articles with dated lists beside them 0.69 the least.
ARTICLE_SHARE = 0.5


def prose_outside(
    counts: Counts, spans: list[tuple[int, int]], part: tuple[int, int] | None
) -> tuple[float, int]:
    """Characters of long unlinked text blocks that lie in no record, and how many blocks: in the page's own part, where that is known."""
    prose = _prose(counts, spans)[slice(*part) if part else slice(None)]
    return float(prose.sum()), int(np.count_nonzero(prose))


def article_beside(tree: Tree, counts: Counts, holder: int, first: int, inside: float) -> float:
    """How much more prose the part that the page's heading opens says than a list beside it, or below it there, 0 to `APART_MAX`.

    What stands above the list below a heading that names a listing introduces it.

    Args:
        tree: the page.
        counts: its running totals.
        holder: the element around the list.
        first: the first node of its records.
        inside: characters of the list's records.
    """
    part = headed_part(tree, counts)
    if part is None:
        return 0.0
    within = part[0] <= holder < part[1]
    prose = _prose(counts, [])[part[0] : first if within else part[1]]
    if np.count_nonzero(prose) <= (ABOVE_MAX if within else INTRODUCES_MAX):
        return 0.0
    if within and headed_listing(tree):
        return 0.0
    told = float(prose.sum())
    return min(max(told / (told + inside + 1.0) - ARTICLE_SHARE, 0.0), APART_MAX)


def at_length(tree: Tree, counts: Counts) -> bool:
    """Whether a page without a list is a text: below its heading stand more paragraphs than introduce a list that a script adds."""
    return prose_outside(counts, [], headed_part(tree, counts))[1] > ABOVE_MAX


def _prose(counts: Counts, spans: list[tuple[int, int]]) -> npt.NDArray[np.float64]:
    """Characters of each node that is a long unlinked text and lies in no record, 0 for the others."""
    lengths = np.diff(counts.totals["chars"])
    prose = (lengths >= PROSE_MIN) & (np.diff(counts.totals["link_chars"]) == 0)  # only a text node adds any
    for start, end in spans:
        prose[start:end] = False
    return np.where(prose, lengths, 0.0)
