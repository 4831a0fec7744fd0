"""How much the records of a list are readers' comments or the posts of a thread rather than entries."""

from __future__ import annotations

import re

from scraper.listing.counts import Counts, links_of
from scraper.listing.tree import HEADINGS, Tree


def comments(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """How much records are what readers wrote: called comments, and without titles that lead to pages of their own.

    A newspaper calls its opinions comments, a court's reviewer his notes: the name alone says little. Posts of a thread are
    called anything; they name the same few writers and have neither titles nor headings.
    """
    if not spans:
        return 0.0
    if not _called_comments(tree, spans[0][0]):
        return float(_name_writers(tree, counts, spans))
    titled = sum(any(_leads_on(tree, counts, node) for node in nodes) for nodes in links_of(counts, spans))
    return 1.0 - (1.0 - CALLED_COMMENTS) * titled / len(spans)


def _name_writers(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> bool:
    """Whether records name a few pages again and again, with no title that leads on and no heading."""
    links = links_of(counts, spans)
    firsts = [counts.hrefs[nodes[0]] for nodes in links if nodes]
    if len(firsts) < POSTS_MIN or len(set(firsts)) > WRITERS_SHARE * len(firsts):
        return False
    headed = any(counts.headings[end] > counts.headings[start] for start, end in spans)
    return not headed and not any(_leads_on(tree, counts, node) for nodes in links for node in nodes)


POSTS_MIN, WRITERS_SHARE = 6, 0.5
CALLED_COMMENTS = 0.1
"""What the name says of records that have titles: a list of ten dated entries falls from 0.992 to 0.987."""
TITLE_MIN = 24.0
"""Width (`counts.width`) of a link that is a title outside a heading; a writer's name and "Reply" are shorter."""


def _leads_on(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether a link is a title and leads to another page than this one."""
    titled = tree.inside(node, HEADINGS) or any(
        tree.tags[at] in HEADINGS for at in range(node, tree.ends[node])
    )
    wide = counts.chars[tree.ends[node]] - counts.chars[node] >= TITLE_MIN
    return (titled or wide) and tree.link(counts.hrefs[node]).split("#")[0] != tree.url.split("#")[0]


def _called_comments(tree: Tree, node: int) -> bool:
    """Whether an element, or one around it, is called comments."""
    while node >= 0 and tree.tags[node] not in ("body", "html"):
        if _COMMENTS.search(f"{tree.attr(node, 'class')} {tree.attr(node, 'id')}".lower()):
            return True
        node = tree.parents[node]
    return False


_COMMENTS = re.compile(
    r"(?<![a-z])(?:comment(?:s|aires?|lists?)?|kommentare?|comentarios?|reacties)(?![a-z])"
)
