"""Other years of a list that stand on pages of their own. A list whose address names no year does not go into them."""

from __future__ import annotations

import re

from scraper.listing.markup.resolve import host_of
from scraper.listing.markup.tree import parse

FEWEST = 2
"""Years linked by their number; a single one may be an edition or a law's."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def other_years(html: str, url: str) -> dict[str, str]:
    """Return the addresses of a site that a page calls by a year which is part of them, newest first; few are none.

    Args:
        html: a listing page without a next page; lone bytes as marks.
        url: where it came from.
    """
    tree = parse(html, url)
    found: dict[str, str] = {}
    for node, (tag, given) in enumerate(zip(tree.tags, tree.attrs, strict=True)):
        href = given.get("href") if tag == "a" else None
        label = tree.text(node, tree.ends[node]).strip() if href else ""
        if not href or not _YEAR.fullmatch(label):
            continue
        address = tree.link(href)
        if label in address and host_of(address) == host_of(url) and address != url:
            found.setdefault(label, address)
    return dict(sorted(found.items(), reverse=True)) if len(found) >= FEWEST else {}
