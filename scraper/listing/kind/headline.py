"""How much a page's title is a headline: what `<title>` begins with, written out on the page, and long.

An article's headline stands in its title and over its text; a listing is called "News", "Press releases", "Opinions of the
court". Width tells them apart in every language: of 105 listings (68 captured for tuning, 37 of other sites) none is
wider than 51, of 58 articles that write their title out none is narrower than 28, and the median is 54.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.counts import Counts, width
from scraper.listing.words.wording import headed_issue

WIDTH_MIN, WIDTH_STEP = 32.0, 20.0
"""From this width on (`counts.width`) a title reads like a headline, once more with each step, twice at most."""
TEXT_MIN = 200.0  # characters of the page behind a headline
BEGUN = 4  # characters by which the title's own words are looked for
LEVELS_MAX = 4  # a heading's words stand this deep in it at most


def headline(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """Measure the title that a page writes out, 0 to 2; over a text: what stands at the page's end heads nothing, an issue its contents.

    Args:
        tree: the page.
        counts: its running totals.
        spans: the records of its best list; what stands in them is theirs.
    """
    if width(tree.title) < WIDTH_MIN or headed_issue(tree):
        return 0.0
    title = _letters(tree.title)
    widest = 0.0
    for node, text in _told(tree, tree.title[:BEGUN].casefold()):
        follows = counts.chars[-1] - counts.chars[tree.ends[node]] >= TEXT_MIN
        if follows and title.startswith(_letters(text)) and not tree.inside(node, ("a",)):
            inside = any(start <= node < end for start, end in spans)
            widest = max(widest, 0.0 if inside else width(text))
    return min(max(widest - WIDTH_MIN, 0.0) / WIDTH_STEP, 2.0)


def _told(tree: Tree, begun: str) -> Iterator[tuple[int, str]]:
    """The page's headings and texts that begin as its title does."""
    for node, text in shown_texts(tree).items():
        if text[:BEGUN].casefold() == begun:
            yield node, text
            above = islice(tree.around(tree.parents[node]), LEVELS_MAX)
            heading = next((at for at in above if tree.tags[at] in HEADINGS), -1)
            if heading >= 0:
                yield heading, tree.text(heading)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
