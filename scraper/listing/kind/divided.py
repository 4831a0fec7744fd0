"""Pages of a year that lead to its months and list no entries themselves."""

from __future__ import annotations

from urllib.parse import urlsplit

from scraper.listing.dates.periods_alone import period_alone
from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.periods import period_of

PARTS_MIN = 2


def divided(tree: Tree) -> list[str]:
    """The addresses of the months below a year's page that its links are called by, in page order; none of a lone one.

    Another page may have months in a box beside what its scripts put in.
    """
    own = urlsplit(tree.url)
    year = period_of(tree.url)
    if year is None or year.kind != "year":
        return []
    folder = own.path.rpartition("/")[0] + "/"
    found: dict[str, None] = {}
    for node in called(tree, ("a",)):
        address = tree.link(tree.attr(node, "href"))
        parts = urlsplit(address)
        below = parts.netloc == own.netloc and parts.path.startswith(folder)
        if below and period_of(address) is not None and period_alone(tree.text(node)):
            found[address] = None
    found.pop(tree.url, None)
    return list(found) if len(found) >= PARTS_MIN else []
