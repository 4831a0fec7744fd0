"""The part of a page that its own heading opens.

Where the markup names no main part, the page's one `h1` still says which of its columns is the page's own: the smallest element
around it that says more than a heading. Where the only `h1` is the site's name, the heading that says what `<title>` does stands
for it, unless others of its build open parts like its own. Boxes of the most read, of events to come and of the latest news stand
beside it, whatever they are called.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from scraper.listing.dates.date_alone import is_period
from scraper.listing.markup.bearers import between, called, headings
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import names_listing, tells_of

# What an element says beside the heading to be more than its frame: a line outside links, or more links than breadcrumbs.
SAID_MIN, LINKED_MIN = 60.0, 250.0
# An introduction above a list says up to so much of what both say together; more of it counts up to the second.
INTRODUCES, APART_MAX = 0.25, 0.25


@lru_cache(maxsize=1)
def headed_part(tree: Tree, counts: Counts) -> tuple[int, int] | None:
    """Find the nodes of the part that the page's heading opens.

    Returns:
        The interval; None where the page has no heading of its own, or where only the whole page is around it.
    """
    node = own_heading(tree, counts)
    if node < 0:
        return None
    all_said, own = _said(tree, counts, node)
    names = names_listing(tree.text(node))
    while node >= 0:
        whole, plain = _said(tree, counts, node)
        enough = (
            plain - own >= SAID_MIN or whole - all_said >= LINKED_MIN or _has_dated_titles(tree, counts, node)
        )
        if enough and not zone(tree, node)[0] and not (names and _introduces(tree, counts, node)):
            break
        node = tree.parents[node]
    return None if node < 0 or tree.tags[node] in ("body", "html") else (node, tree.ends[node])


def _introduces(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether an element says nothing but the page's heading and a line or two on what stands below it."""
    end = tree.ends[node]
    headings, dates, titles = counts.headings, counts.dates, counts.titles
    if headings[end] - headings[node] > 1 or dates[end] > dates[node] or titles[end] > titles[node]:
        return False
    return _said(tree, counts, node)[0] <= INTRODUCTION_MAX


INTRODUCTION_MAX = 400.0  # characters


@lru_cache(maxsize=1)
def own_heading(tree: Tree, counts: Counts) -> int:
    """Find the page's own heading: its one `h1`, else the one heading that says what `<title>` does; -1 where there is none."""
    heads = [node for node in called(tree, ("h1",)) if _heads(tree, counts, node)]
    if len(heads) == 1:
        return heads[0]
    heads = [node for node in called(tree, _TITLES) if _heads(tree, counts, node)]
    told = [node for node in heads if says_title(tree, node)]
    if len(told) > 1:  # the site's name mostly stands behind
        told = [node for node in told if _said_in(tree, node) == 0]
    if not told:
        return _set_large(tree, counts)
    return told[0] if len(told) == 1 and not _opens_section(tree, told[0], heads) else -1


def _set_large(tree: Tree, counts: Counts) -> int:
    """The one block that says a part of `<title>` on a page whose heading is none by its element: `<div class="componentheading">`."""
    title = tree.title.casefold()
    told = [
        tree.parents[node]
        for node, text in shown_texts(tree).items()
        if tree.tags[tree.parents[node]] in _LIKE_HEADINGS
        and text.casefold() in title
        and says_title(tree, tree.parents[node])
        and _heads(tree, counts, tree.parents[node])
        and not zone(tree, node)[0]
    ]
    return told[0] if len(told) == 1 else -1


_LIKE_HEADINGS = frozenset({"div", "p", "b", "strong", "font", "span", "center"})


def _opens_section(tree: Tree, node: int, heads: list[int]) -> bool:
    """Whether a heading is one of several that open parts of one build: `News` and `Events`, each the page's own."""
    below = _path(tree, node)
    for other in heads:
        if other == node or _build(tree, other) != _build(tree, node):
            continue
        beside, part = _columns(tree, below, other)
        if beside != part and _build(tree, beside) == _build(tree, part):
            return True
    return False


def beside_part(tree: Tree, part: tuple[int, int] | None, node: int) -> bool:
    """Whether a node stands in another column than the part that the page's heading opens: one made otherwise."""
    if part is None or part[0] <= node < part[1]:
        return False
    opened, column = _columns(tree, _path(tree, part[0]), node)
    return _build(tree, opened) != _build(tree, column)


def headed_otherwise(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether another heading than the page's own stands before a node, and behind that.

    A heading that says a day, or a word of the page's own, is a part's of the same list, a link is an entry's; one in navigation heads
    nothing outside.
    """
    own = own_heading(tree, counts)
    beside = zone(tree, node)[0]
    above = own
    for head in between(headings(tree), own + 1, node) if own >= 0 else ():
        if not _heads(tree, counts, head) or tree.parents[head] in counts.hrefs:
            continue
        if beside or not zone(tree, head)[0]:
            said = tree.text(head)
            if not is_period(said):
                above = own if tells_of(said, tree.text(own)) else head
    return above != own


def heads_more(tree: Tree, counts: Counts, heading: int, node: int) -> bool:
    """Whether the branch of a page in which a heading stands says more outside links than it, and does not hold a node."""
    branch, _ = _columns(tree, _path(tree, heading), node)
    branch = branch if tree.parents[branch] >= 0 else heading
    return _said(tree, counts, branch)[1] - _said(tree, counts, heading)[1] >= MORE_MIN


MORE_MIN = 12.0  # characters: a date or a mark is no more than a heading


def _path(tree: Tree, node: int) -> dict[int, int]:
    """The elements around a node, and below each the one that leads to it."""
    below = dict[int, int]()
    while tree.parents[node] >= 0:
        below[tree.parents[node]] = node
        node = tree.parents[node]
    return below


def _columns(tree: Tree, path: dict[int, int], other: int) -> tuple[int, int]:
    """Below the smallest element around both, the one on the path and the one around the other node."""
    while tree.parents[other] >= 0 and tree.parents[other] not in path:
        other = tree.parents[other]
    return path.get(tree.parents[other], other), other


def _build(tree: Tree, node: int) -> tuple[str, ...]:
    return tree.tags[node], *(tree.attr(node, name) for name in _BUILT)


def says_title(tree: Tree, node: int) -> bool:
    """Whether a heading says a part of `<title>` that is not the site's name."""
    return _said_in(tree, node) >= 0


def _said_in(tree: Tree, node: int) -> int:
    """Which part of `<title>` a heading says, -1 where none or the site's name."""
    said = tree.text(node).casefold()
    parts = [part.strip().casefold() for part in _PARTING.split(tree.title)]
    named = said == tree.metas.get("og:site_name", "").strip().casefold()
    return parts.index(said) if said in parts and not named else -1


_TITLES = ("h1", "h2", "h3")
_BUILT = ("class", "id", "style", "width")  # a column of another name or width is another part
# of a title, also in full width; where words are not parted by spaces a hyphen is not either
_PARTING = re.compile(r"[|–—·•»«›_｜：／～〜―]|\s::\s|\s[-:]\s|(?<=[\u3000-\u9fff])-|-(?=[\u3000-\u9fff])")


def apart(tree: Tree, counts: Counts, holder: int, inside: float) -> float:
    """Measure how much more the part that the page's heading opens says than a list which stands beside it, 0 to `APART_MAX`.

    A part that has no rows of its own, people, branches, plans, introduces the list below it.

    Args:
        tree: the page.
        counts: its running totals.
        holder: the element around the list.
        inside: characters of the list's records.
    """
    part = headed_part(tree, counts)
    if part is None or part[0] <= holder < part[1] or not _has_rows(tree, counts, *part):
        return 0.0
    said = _said(tree, counts, part[0])[1]  # a site's menu says nothing of the page
    return min(max(said / (said + inside + 1.0) - INTRODUCES, 0.0), APART_MAX)


def _has_rows(tree: Tree, counts: Counts, start: int, end: int) -> bool:
    """Whether a part holds several headings, or elements built alike that are no paragraphs and say something outside links."""
    if counts.headings[end] - counts.headings[start] >= HEADINGS_MIN:
        return True
    alike: Counter[tuple[int, str, str]] = Counter()
    filters = -1  # a form's choices are no rows of the page
    for node in range(start, end):
        tag, stop = tree.tags[node], tree.ends[node]
        if tag == "form" and node > start:
            filters = max(filters, stop)
        if node < filters or tag in _NO_ROWS or tree.unseen[node]:
            continue
        if counts.unlinked(node, stop) > 0:
            alike[tree.parents[node], tag, tree.attr(node, "class")] += 1
    return max(alike.values(), default=0) >= ROWS_MIN


HEADINGS_MIN, ROWS_MIN = 4, 4  # the page's own is one; three plans, four people
_NO_ROWS = frozenset({"", "p", "br", "a", "b", "i", "em", "strong", "span", "small", "td", "th"})


def _said(tree: Tree, counts: Counts, node: int) -> tuple[float, float]:
    """Characters an element shows, and those outside links."""
    end = tree.ends[node]
    return counts.chars[end] - counts.chars[node], counts.unlinked(node, end)


def _has_dated_titles(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether an element holds several links as long as titles, and as many dates: two rows of a list say less than a frame may."""
    end = tree.ends[node]
    return all(totals[end] - totals[node] >= ROWS_DATED for totals in (counts.titles, counts.dates))


ROWS_DATED = 2


def _heads(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether a heading is seen, says something, and is no link: a site's name leads to its first page."""
    end = tree.ends[node]
    silent = tree.unseen[node] or counts.chars[end] == counts.chars[node]
    return not silent and counts.links[end] == counts.links[node]
