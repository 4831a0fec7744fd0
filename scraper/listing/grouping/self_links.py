"""Records that lead to themselves: each post of a thread has a link to its own place, called `#3` or by its day.

An entry's day or number leads on, to the entry's page. A bulletin on one page has links to its items, too, but titles over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from urllib.parse import parse_qsl

from scraper.listing.dates.notations import date_share
from scraper.listing.markup.bearers import bearing, between, called, headings
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import TITLE_MIN, Counts, links_of, width
from scraper.listing.words.wording import called_listing

POSTS_MIN = 3
"""Records: two links to places of a page may be a table of contents."""
NUMBER_CHARS_MAX = 6
"""Of a post's number, `#12345`."""
DATE_SHARE = 0.9
"""Of a text that is hardly more than its date, as in `comments`."""
POST_MEAN_MIN = 40.0
"""Characters that a post says besides its links, in the mean, as in `comments`: the row of a table says less."""


LINKED_TITLE_MIN = 24.0
"""Width of a link that is a title, as in `comments`; a writer's name and "Reply" are shorter."""


def lead_to_themselves(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether each record leads to its own place on this page as a post does.

    It does so by a number that counts up, by its day where a writer comes back, or by the one title of all, `Re: …`. A listing whose
    items say little, or that is called one, has no posts.

    Args:
        tree: the page.
        counts: its running totals.
        spans: the records.
    """
    said = sum(counts.unlinked(start, end) for start, end in spans)
    few = len(spans) < POSTS_MIN and not _repeat_headline(tree, spans)
    if few or said < POST_MEAN_MIN * len(spans):
        return False
    own = list(takewhile(bool, (_own_links(tree, start, end) for start, end in spans)))
    if len(own) < len(spans) or called_listing(tree):
        return False
    heads = [
        [
            _bare(tree.text(node))
            for node in between(headings(tree), start, end)
            if not _names_writer(tree, node, nodes)
        ]
        for (start, end), nodes in zip(spans, own, strict=True)
    ]
    if _titled(heads) or _lead_on(tree, counts, spans, own):
        return False
    called_by = [_names(tree, nodes, span) for nodes, span in zip(own, spans, strict=True)]
    numbers = [next((int(name) for name in names if name.isdecimal()), -1) for names in called_by]
    if -1 not in numbers:
        return all(after - before == 1 for before, after in pairwise(numbers))
    if all(any(map(_is_day, names)) for names in called_by):
        first = [counts.hrefs[nodes[0]] for nodes in links_of(counts, spans) if nodes]
        return len(first) == len(spans) > len(set(first))
    return not set.intersection(*map(set, called_by), *map(set, heads)) <= {""}


def _repeat_headline(tree: Tree, spans: list[tuple[int, int]]) -> bool:
    """Whether records are headed alike, by what a heading above them says: a question and its one answer."""
    above = {_letters(tree.text(node)) for node in between(headings(tree), 0, spans[0][0])}
    heads = [between(headings(tree), start, end) for start, end in spans]
    said = {_letters(_bare(tree.text(nodes[0]))) if nodes else "" for nodes in heads}
    return len(spans) > 1 and len(said) == 1 and "" not in said and said <= above


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))


def _names_writer(tree: Tree, heading: int, own: list[int]) -> bool:
    """Whether a heading says who wrote a post and when: a link, and behind it the post's own that is called by its day."""
    inside = between(called(tree, ("a",)), heading, tree.ends[heading])
    return len(inside) > 1 and inside[0] not in own and inside[-1] in own and _is_day(tree.text(inside[-1]))


def _is_day(text: str) -> bool:
    return date_share(text) > DATE_SHARE


def _own_links(tree: Tree, start: int, end: int) -> list[int]:
    """The links of a record to its own place: `#p12` beside that name, `/thread/post-12` on the page of a thread, `1#` to `?pid=12`."""
    places = set(_places(tree, start, end))
    if not places:
        return []
    path = parts_of(tree.url).path.rstrip("/")
    found = []
    for node in between(called(tree, ("a",)), start, end):
        page, _, place = tree.attr(node, "href").strip().partition("#")
        led = parts_of(tree.link(page)).path.rstrip("/") if page else path
        own = (place in places and led == path) or (led.startswith(path) and led.rpartition("/")[2] in places)
        if own or ("?" in page and _asks_for_post(page, places) and _FLOOR.fullmatch(tree.text(node))):
            found.append(node)
    return found


def _asks_for_post(address: str, places: set[str]) -> bool:
    """Whether an address asks for a number that names in a record end in: `?goto=findpost&pid=900` beside `post_900`."""
    asked = {value for _, value in parse_qsl(parts_of(address).query) if value.isdecimal()}
    return any(number and number[0] in asked for number in map(_LAST_NUMBER.search, places))


_WORD = re.compile(r"[^\W_]")
_LAST_NUMBER = re.compile(r"\d{2,}$")
_FLOOR = re.compile(r"#?\d{1,6}#?")
"""What a board calls a post by its number: `#3`, `3#`."""


def _lead_on(tree: Tree, counts: Counts, spans: list[tuple[int, int]], own: list[list[int]]) -> bool:
    """Whether what is long enough for a title leads to another page of the site."""
    return any(
        counts.chars[tree.ends[node]] - counts.chars[node] >= LINKED_TITLE_MIN
        and node not in inside
        and tree.is_home(counts.hrefs[node])
        and tree.link(counts.hrefs[node]).split("#")[0] != tree.here
        for nodes, inside in zip(links_of(counts, spans), own, strict=True)
        for node in nodes
    )


def _names(tree: Tree, nodes: list[int], span: tuple[int, int]) -> list[str]:
    """What links are called: a post's number without its sign, a title without its `Re:`; a sign in a heading as this is."""
    names = [tree.text(node) for node in nodes]
    if not any(map(_WORD.search, names)):
        heads = between(headings(tree), *span)
        names += [tree.text(head) for head in heads if any(head < node < tree.ends[head] for node in nodes)]
    bare = [name.strip("#") for name in names]
    return [
        number if number.isdecimal() and len(number) <= NUMBER_CHARS_MAX else _bare(name)
        for number, name in zip(bare, names, strict=True)
    ]


def _places(tree: Tree, start: int, end: int) -> Iterator[str]:
    """The names that a record's elements, and those around it alone, can be led to by."""
    around = start
    while tree.parents[around] > 0 and tree.ends[tree.parents[around]] == end:
        around = tree.parents[around]
    for node in between(bearing(tree, ("id", "name")), around, end):
        yield from filter(None, (tree.attr(node, "id"), tree.attr(node, "name")))


def _titled(heads: list[list[str]]) -> bool:
    """Whether the first headings of records are titles: they differ, and are long or no two alike, as names of writers are."""
    firsts = [said[0] for said in heads if said]
    different = len(set(firsts))
    return different > 1 and (different == len(firsts) or any(width(said) >= TITLE_MIN for said in firsts))


def _bare(title: str) -> str:
    """A title without its `Re:`."""
    return title.rpartition(": ")[2]
