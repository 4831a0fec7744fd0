"""Rows of steps: `(0) -100 -60 +60 tip`, each link the same page from another entry on.

A log of changes names the entry that its page begins with by a hash, so nothing in the addresses counts. The labels do: each
says how many entries it goes back or on, and the smallest step back is as long as the page.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.row import ROW_TEXT

_STEP = re.compile(r"\s*([-+\N{MINUS SIGN}\N{EN DASH}])\s?(\d{1,5})\s*")
_SIGNS = frozenset("-+\N{MINUS SIGN}\N{EN DASH}")
STEP_MIN = 5
"""Entries of a page; a row of smaller numbers counts something else."""


def step_back(tree: Tree) -> str | None:
    """Where the smallest step back of a row of steps leads: "" where the row only goes on, None without a row."""
    back: list[tuple[int, str]] = []
    found = False
    for node in bearing(tree, ("href",)):
        said = tree.pieces[node + 1].lstrip() if node + 1 < tree.ends[node] else ""
        step = _STEP.fullmatch(said) if said and said[0] in _SIGNS else None
        if step is None or int(step[2]) < STEP_MIN or not _in_row(tree, node):
            continue
        found = True
        if step[1] != "+":
            back.append((int(step[2]), tree.link(tree.attr(node, "href"))))
    return min(back, default=(0, ""))[1] if found else None


def _in_row(tree: Tree, link: int) -> bool:
    """Whether the box of a link, of few words, holds two more links to the page from other entries on."""
    way, box = _way(tree, link), tree.parents[link]
    own = urlsplit(tree.url).path.rstrip("/")
    if not way or way not in (own, own.rpartition("/")[0]) or len(tree.text(box)) > ROW_TEXT:
        return False
    links = [at for at in range(box + 1, tree.ends[box]) if tree.tags[at] == "a"]
    return sum(_way(tree, at) == way for at in links) > 2


def _way(tree: Tree, link: int) -> str:
    """The path of a link's address up to its last part, "" where it asks for something besides."""
    parts = urlsplit(tree.link(tree.attr(link, "href")))
    return "" if parts.query else parts.path.rstrip("/").rpartition("/")[0]
