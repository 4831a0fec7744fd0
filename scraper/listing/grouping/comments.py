"""How much the records of a list are readers' comments or the posts of a thread rather than entries."""

from __future__ import annotations

import re

from scraper.listing.grouping.self_links import LINKED_TITLE_MIN, lead_to_themselves
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.counts import Counts, links_of


def comments(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """How much records are what readers wrote: they lead to themselves, or are called comments and have no titles that lead on.

    A newspaper calls its opinions comments, a court's reviewer his notes: the name alone says little.
    """
    if not spans:
        return 0.0
    usual = spans[len(spans) // 2][0]  # the first may be the headline, the last what is related
    if lead_to_themselves(tree, counts, spans):
        return 1.0
    if not _called_comments(tree, usual):
        return 0.0
    titled = sum(any(_leads_on(tree, counts, node) for node in nodes) for nodes in links_of(counts, spans))
    return 1.0 - (1.0 - CALLED_COMMENTS) * titled / len(spans)


CALLED_COMMENTS = 0.1
"""What the name says of records that have titles: a list of ten dated entries falls from 0.992 to 0.987."""


def _leads_on(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether a link is a title and leads to another page than this one."""
    wide = counts.chars[tree.ends[node]] - counts.chars[node] >= LINKED_TITLE_MIN
    titled = wide or tree.inside(node, HEADINGS) or not HEADINGS.isdisjoint(tree.tags[node : tree.ends[node]])
    return titled and tree.link(counts.hrefs[node]).split("#")[0] != tree.here


def _called_comments(tree: Tree, node: int) -> bool:
    """Whether an element, or one around it, is called comments."""
    for at in tree.around(node):
        named = " ".join(filter(None, map(tree.attrs[at].get, _NAMES))).lower()
        if any(map(named.__contains__, _OF_COMMENTS)) and _COMMENTS.search(named):
            return tree.tags[at] not in ("body", "html")
    return False


_NAMES = ("class", "id", "itemprop", "itemtype")
"""Attributes that say what an element is; microdata has `itemprop="comment"` and `schema.org/Comment`."""
_OF_COMMENTS = ("comment", "kommentar", "comentario", "reacties")
"""Of each name a part that is found fast."""
_COMMENTS = re.compile(
    r"(?<![a-z])(?:comment(?:s|aires?|lists?)?|kommentare?|comentarios?|reacties)(?![a-z])"
)
