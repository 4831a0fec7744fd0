"""The first entries of a listing that stand apart from its list, larger and in boxes of their own.

One is looked for above the list: a single heading, with a text or a picture, whose link leads to no entry the list has, and is made like
the addresses of these (`made_like`); without a heading a link, if its box has a date as they have. Where addresses tell nothing, it is only believed just
above a dated list, with a date of its own. Without one a welcome looks the same, unless it is an element of the same kind as the
entries'. Several, a lead and those beside it, are dated all, and stand right below the page's heading.
"""

from __future__ import annotations

from itertools import takewhile

from scraper.listing.entry import FoundList
from scraper.listing.lists.made_like import is_headline, made_alike, make_of, may_be_made, page_of
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.markup.zones import named_aside, zone
from scraper.listing.records.candidate import Candidate, tokens
from scraper.listing.records.counts import TITLE_MIN, Counts

# How many elements up from the list's own the lead may stand: a column, a section, the main part.
LEVELS_MAX = 4
DATED_SHARE = 0.8  # of the list's entries


def lead_of(tree: Tree, counts: Counts, holder: int, best: FoundList) -> Candidate | None:
    """The lead, or the few of them, as a candidate; None where there is none."""
    first = best.places[0]
    known = {tree.here, *(row.url for row in best.entries)}
    lead = _made_alike(tree, counts, best, known)
    dated = sum(row.dated for row in best.entries)
    if lead is not None or dated < DATED_SHARE * len(best.entries):
        return lead
    above = holder
    for _ in range(LEVELS_MAX):
        if above < 0 or tree.tags[above] in ("body", "html"):
            return None
        shown = between(headings(tree), above, first)
        heads = [node for node in shown if _linked(tree, counts, node)]
        boxes = [_box(tree, above, first, head, heads) for head in heads]
        boxes = list(dict.fromkeys(boxes or _dated_links(tree, counts, shown)))
        if boxes:
            return _lead(tree, counts, above, boxes, first, known)
        within, above = above, tree.parents[above]
        if above >= 0 and tree.tags[above] == "body":
            box = _before(tree, within)
            return (
                _lead(tree, counts, above, [box], first, known)
                if _are_articles(tree, counts, box, first)
                else None
            )
    return None


def _before(tree: Tree, node: int) -> int:
    """The element right before another of the same parent; that one itself where there is none."""
    at, parent = node - 1, tree.parents[node]
    while at > parent:
        while tree.parents[at] != parent:
            at = tree.parents[at]
        if tree.tags[at] and not tree.unseen[at]:
            return at
        at -= 1
    return node


def _are_articles(tree: Tree, counts: Counts, box: int, first: int) -> bool:
    """Whether a box holds one article whose linked heading is made like the first entry's: a lead that stands in an `<aside>`.

    The entry is an article with a heading of the same rank, or any box with one of a lower rank below the lead's `<h1>`.
    """
    ranks, articles = [], []
    for node in (box, first):
        inside = range(node, tree.ends[node])
        ranks.append(
            {tree.tags[at] for at in inside if tree.tags[at] in HEADINGS and _linked(tree, counts, at)}
        )
        articles.append(sum(tree.tags[at] == "article" for at in inside))
    if box >= first or articles[0] != 1 or any(len(rank) != 1 for rank in ranks):
        return False
    return ranks[0] == {"h1"} != ranks[1] if articles[1] != 1 else ranks[0] == ranks[1]


def _made_alike(tree: Tree, counts: Counts, best: FoundList, known: set[str]) -> Candidate | None:
    """The one box above the list that leads to an entry by its address; of several around the list the nearest counts."""
    make, first = made_alike([row.url for row in best.entries]), best.places[0]
    told: dict[int, str] = {}
    for node in takewhile(lambda node: node < first, counts.hrefs) if make else ():
        url = tree.link(counts.hrefs[node]).partition("#")[0]
        if may_be_made(url, make) and make_of(url) == make and not _framed(tree, node):
            told[node] = url
    above = next((node for node in tree.around(tree.parents[first]) if any(node < at for at in told)), -1)
    told = {node: url for node, url in told.items() if node > above}
    pages = {page_of(url, make) for url in told.values()}
    if above < 0 or len(pages) > 1 or not pages.isdisjoint(page_of(url, make) for url in known):
        return None
    heads = between(headings(tree), above, first)
    headed = [
        node
        for node in heads
        if any(at in told for at in tree.around(tree.parents[node]))
        or any(node < at < tree.ends[node] for at in told)
    ]
    titles = headed or [node for node in told if counts.link_lengths[node] >= TITLE_MIN]
    if not titles or tree.text(titles[0]) in {row.title for row in best.entries}:
        return None
    box = _box(tree, above, first, titles[0], heads)
    end = tree.ends[box]
    undated = counts.dates[end] == counts.dates[box]
    if undated and not (headed and is_headline(make) and _says_more(tree, box, headed[0])):
        return None
    return Candidate("siblings", above, tree.tags[box], "", [box], [end])


def _framed(tree: Tree, node: int) -> bool:
    """Whether an element lies in navigation or the like; a `<header>` or a `<figure>` in the main part or an article is the entry's own."""
    if not zone(tree, node)[0]:
        return False
    return any(
        tree.tags[around] in _ASIDE
        or named_aside(tree, around)
        or (tree.tags[around] in _OWN and not zone(tree, around)[1])
        for around in tree.around(tree.parents[node])
    )


_ASIDE, _OWN = frozenset({"nav", "aside", "footer"}), frozenset({"header", "figure"})


def _says_more(tree: Tree, box: int, heading: int) -> bool:
    """Whether a box shows a picture or says more than its heading; one alone names a section, or all that stands below it."""
    shown = any(
        tree.tags[node] in _PICTURES or "url(" in tree.attr(node, "style")
        for node in range(box, tree.ends[box])
    )
    if any(tree.tags[node] in _ASKED for node in range(box, tree.ends[box])):
        return False  # an address for a letter, words to look for
    return shown or tree.text(box) != tree.text(heading)


_ASKED = frozenset({"form", "input"})
_PICTURES = frozenset({"img", "picture", "video", "svg"})


def _of_a_kind(tree: Tree, box: int, first: int) -> bool:
    """Whether a box is an element like the first entry, beside it: of the same tag and with a class of its own."""
    beside = tree.parents[box] == tree.parents[first] and tree.tags[box] == tree.tags[first]
    return beside and not set(tokens(tree, box)).isdisjoint(tokens(tree, first))


def _lead(
    tree: Tree, counts: Counts, holder: int, boxes: list[int], first: int, known: set[str]
) -> Candidate | None:
    if len(boxes) > 1:
        return _leads(tree, counts, holder, boxes, known)
    box, end = boxes[0], tree.ends[boxes[0]]
    dated = counts.dates[end] > counts.dates[box]
    if (
        not (dated or _of_a_kind(tree, box, first))
        or (zone(tree, box)[0] > zone(tree, holder)[0] and not _are_articles(tree, counts, box, first))
        or tree.link(_href(tree, counts, box)) in known
    ):
        return None
    return Candidate("siblings", holder, tree.tags[box], "", [box], [end])


def _leads(tree: Tree, counts: Counts, holder: int, boxes: list[int], known: set[str]) -> Candidate | None:
    """Several boxes as one candidate, where all are dated, new, of one zone with the list, and below no heading but the page's own.

    Half of them have headlines in their addresses where the list's entries do.
    """
    if len(boxes) > LEADS_MAX:
        return None
    ends = [tree.ends[box] for box in boxes]
    dated = all(counts.dates[end] > counts.dates[box] for box, end in zip(boxes, ends, strict=True))
    addresses = {tree.link(_href(tree, counts, box)) for box in boxes}
    heads = between(headings(tree), holder, boxes[0])
    headlines = sum(is_headline(make_of(address)) for address in addresses)
    if is_headline(made_alike(sorted(known))) and 2 * headlines < len(boxes):
        return None  # parts of the site with the day of their newest entry
    if (
        not dated
        or len(addresses) < len(boxes)
        or not known.isdisjoint(addresses)
        or any(zone(tree, box)[0] > zone(tree, holder)[0] for box in boxes)
        or any(tree.tags[node] != "h1" for node in heads)
    ):
        return None
    return Candidate("siblings", holder, tree.tags[boxes[0]], "", boxes, ends)


LEADS_MAX = 4
"""A lead and the three beside it; a fifth box would make a list of its own."""


def _box(tree: Tree, above: int, first: int, title: int, heads: list[int]) -> int:
    """The element between `above` and the list around a title, as large as it can be without a second of the headings."""
    box = title
    for parent in tree.around(tree.parents[title]):
        if parent <= above or tree.ends[parent] > first:
            break
        if any(parent <= head < tree.ends[parent] and not box <= head < tree.ends[box] for head in heads):
            break
        box = parent
    return box


def _linked(tree: Tree, counts: Counts, heading: int) -> bool:
    end = tree.ends[heading]
    return not tree.unseen[heading] and (
        counts.links[end] > counts.links[heading] or tree.parents[heading] in counts.hrefs
    )


def _dated_links(tree: Tree, counts: Counts, headings: list[int]) -> list[int]:
    """The links that wrap one of the headings and a day: picture and caption of a lead, `<a><div><h2>`."""
    around = [
        next((node for node in tree.around(tree.parents[at]) if node in counts.hrefs), -1) for at in headings
    ]
    return [node for node in around if node >= 0 and counts.dates[tree.ends[node]] > counts.dates[node]]


def _href(tree: Tree, counts: Counts, box: int) -> str:
    return next((counts.hrefs[node] for node in range(box, tree.ends[box]) if node in counts.hrefs), "")
