"""Whether records are the contents of a text: its parts, numbered or signed as such, its paragraphs, or places on a few of its pages.

Handbooks, reference manuals and indexes of names are lists of links as evenly made as any, and a part's number reads like a
day (`1.1. Scope`). What tells them is that the numbers count on, part by part, and that entries of a listing have a page each.
What is called news or a listing has entries, whatever their numbers.
"""

from __future__ import annotations

import re
from itertools import pairwise

from scraper.listing.markup.bearers import between, called, headings
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.counts import Counts, holding, links_of
from scraper.listing.records.labels import is_more, leads_to_file
from scraper.listing.words.wording import called_listing

RECORDS_MIN = 4
NUMBERED_SHARE, GO_ON_SHARE = 0.5, 0.75
"""Of the records, those with a part's number, and of these those whose number goes on from the one before. Of 105 pages out of
handbooks 18 have both; none of 78 captured listings and 191 others has."""
LEFT_OUT_MAX = 3
"""Steps from one number to the next, where it has three parts: `12.1.4` behind `12.1.1`, where paragraphs between are made otherwise."""
PLACES_SHARE, PAGES_MAX, DATED_MAX = 0.8, 0.65, 0.5
"""Of the records, those that lead to a place of a page, and of their pages those that differ: of these 105 pages 18 have both; of
the captured listings one has .6 places, and a page to each. A list of releases has days."""
OWN_SHARE, TEASER = 0.9, 40.0
"""Of the records, those whose title leads to a page that no other leads to; the characters that each says beside it, where it has a
teaser. None of 46 such pages out of handbooks has both."""
NUMBER_CHARS = 80
_NUMBER = re.compile(r"\W*([1-9]\d{0,2}(?:\.[1-9]\d{0,2})+)[.:)]?\s+\W*[^\W\d_]{2}")
"""`4.1. Scope`; a day may be `01.05`."""


def contents(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether most records are parts of one text.

    Args:
        tree: the page.
        counts: its running totals.
        spans: the records.
    """
    if len(spans) < RECORDS_MIN:
        return False
    parts = (
        _numbered(tree, counts, spans)
        or _places(tree, counts, spans)
        or _signed(tree, counts, spans)
        or _cite(tree, counts, spans)
    )
    return parts and not called_listing(tree)


def _numbered(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records begin with numbers of parts that count on from a first one: 4.1, 4.2, 5.1."""
    step = len(spans) // RECORDS_MIN
    if sum(bool(_number(tree, span)) for span in spans[step - 1 :: step]) < RECORDS_MIN // 2:
        return False
    numbers = list(filter(None, (_number(tree, span) for span in spans)))
    if len(numbers) < NUMBERED_SHARE * len(spans) or numbers[0][-1] != 1:
        return False
    # 1.1., 2.1., 3.1. are days: parts have more than one section
    if 2 * sum(before[0] != after[0] for before, after in pairwise(numbers)) >= len(numbers):
        return False
    if sum(_has_day(tree, counts, span) for span in spans) > DATED_MAX * len(spans):
        return False  # releases, items of an agenda
    if sum(_goes_on(*pair) for pair in pairwise(numbers)) < GO_ON_SHARE * (len(numbers) - 1):
        return False
    return not _have_pages(tree, counts, spans, numbers)


def _have_pages(
    tree: Tree, counts: Counts, spans: list[tuple[int, int]], numbers: list[tuple[int, ...]]
) -> bool:
    """Whether titles, or buttons that tell more, lead to a page each and their numbers may be entries' own.

    Releases and circulars count through one chapter (1.1, 1.2, 1.3), a day or an item of an agenda stands before the title,
    an episode has a teaser, and a town's statutes are files. The titles of a handbook are numbered inside, chapter by chapter,
    and that is all it says of them.
    """
    titles = {
        start: nodes[0]
        for (start, _), nodes in zip(spans, links_of(counts, spans), strict=True)
        if nodes and (not _WORD.search(tree.text(start, nodes[0])) or is_more(tree.text(nodes[0])))
    }
    pages = {tree.link(counts.hrefs[node]).partition("#")[0] for node in titles.values()}
    if len(pages) < OWN_SHARE * len(spans):
        return False
    chapters = {number[:-1] for number in numbers}
    before = sum(bool(tree.text(start, node).strip()) for start, node in titles.items())
    said = sum(counts.unlinked(*span) for span in spans)
    return (
        (len(chapters) == 1 and len(numbers[0]) == 2)
        or 2 * before > len(titles)
        or said > TEASER * len(spans)
        or all(leads_to_file(counts.hrefs[node]) for node in titles.values())
    )


def _has_day(tree: Tree, counts: Counts, span: tuple[int, int]) -> bool:
    """Whether a record has a date behind the text that it begins with."""
    start, end = span
    first = next(
        (node for node in range(start, end) if tree.pieces[node].strip() and not tree.unseen[node]), end - 1
    )
    return counts.dates[end] > counts.dates[first + 1]


def _number(tree: Tree, span: tuple[int, int]) -> tuple[int, ...]:
    found = _NUMBER.match(tree.text(*span)[:NUMBER_CHARS])
    return tuple(map(int, found[1].split("."))) if found else ()


def _goes_on(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a part's number follows another's: the next one beside it or beside a part around it, or the first inside."""
    if after == (*before, 1):
        return True
    at = next((at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two), None)
    if at is None:
        return False
    steps = LEFT_OUT_MAX if len(after) > 2 else 1
    return 0 < after[at] - before[at] <= steps and set(after[at + 1 :]) <= {1}


def _places(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records without days lead to places on a few other pages, other than by their headings: so teasers of a diary do, month by month."""
    if not any("#" in counts.hrefs[nodes[0]] for nodes in links_of(counts, spans[:RECORDS_MIN]) if nodes):
        return False
    if holding(counts.dates, spans) > DATED_MAX * len(spans):
        return False
    if all(tree.inside(nodes[0], HEADINGS) for nodes in links_of(counts, spans) if nodes):
        return False
    own = tree.url.split("#")[0]
    led = [tree.link(counts.hrefs[nodes[0]]).partition("#") for nodes in links_of(counts, spans) if nodes]
    placed = sum(bool(place) and place[0] not in _ROUTES and page != own for page, _, place in led)
    return placed >= PLACES_SHARE * len(spans) and len({page for page, _, _ in led}) <= PAGES_MAX * len(led)


_ROUTES = "/!"
"""How what is no place of a page begins: a page of its own to a script, `#/news/7`."""


def _signed(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records without days are sections, each headed by words and a sign that leads to its own place: `Scope ¶`."""
    if holding(counts.dates, spans) > DATED_MAX * len(spans):
        return False
    heads = headings(tree)
    return all(_bears_sign(tree, between(heads, *span)) for span in spans)


def _bears_sign(tree: Tree, heads: list[int]) -> bool:
    """Whether the first of these headings has one link, without a word, and that leads to a place of the page."""
    inside = between(called(tree, ("a",)), heads[0], tree.ends[heads[0]]) if heads else []
    linked = [node for node in inside if tree.attr(node, "href")]
    return (
        len(linked) == 1
        and tree.attr(linked[0], "href")[0] == "#"
        and not _LETTER.search(tree.text(linked[0]))
    )


def _cite(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records, most without days, are paragraphs that name what they cite behind their prose: `[12] … (<a>4 Co 577/2025</a>)`.

    Above the text of an entry stands its title, and behind it a button that all share.
    """
    if counts.unlinked(*spans[len(spans) // 2]) < CITES_FROM:
        return False
    if holding(counts.dates, spans) > DATED_MAX * len(spans):
        return False
    cited = [nodes[0] for nodes in links_of(counts, spans) if nodes]
    behind = [node for node in cited if counts.unlinked(tree.block(node), node) >= CITES_FROM]
    if len(behind) < CITE_SHARE * len(spans):
        return False
    names = {tree.text(node) for node in behind}
    if 2 * len(names) <= len(behind):
        return False
    titles = called(tree, _TITLES)
    titled = sum(any(_WORD.search(tree.text(node)) for node in between(titles, *span)) for span in spans)
    return titled <= DATED_MAX * len(spans)


CITES_FROM = 90.0
"""Characters of prose before the first link of a paragraph, as `prose.PROSE_MIN`; a sentence that is an entry leads on sooner."""
CITE_SHARE = 0.8
"""Of the records, those that do so; a last one may be the page's foot."""
_TITLES = HEADINGS | {"b", "strong", "dt"}

_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]{2}")
