"""Of two links that are called alike the one below the page's own address: a release's page beside the tree of its tag.

What a heading leads to is the entry's, whatever else is called so: a picture's page, a version to print.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import Piece, Record
from scraper.listing.words.wording import is_root


def links_below(tree: Tree, records: list[Record], titles: list[Piece | None], links: list[str]) -> list[str]:
    """The links of entries, where each title's text is another link's as well that leads below the page's address: these.

    Args:
        tree: the page.
        records: the list's records.
        titles: the title of each.
        links: where each title leads.

    Returns:
        One address a record; `links` unless none of these stands in a heading or leads below the page, and one other in each record does.
    """
    if len(records) < 2 or is_root(tree.url):
        return links
    folder = f"{urlsplit(tree.url).path.rstrip('/')}/"
    found = []
    for record, title, link in zip(records, titles, links, strict=True):
        if (
            title is None
            or title.heading
            or not link
            or len(record.hrefs) < 2
            or _is_below(tree, link, folder)
        ):
            return links
        other = next(
            (
                href
                for node, href in record.hrefs
                if href != link and _is_below(tree, href, folder) and tree.text(node) == title.text
            ),
            "",
        )
        if not other:
            return links
        found.append(other)
    return found if len(set(found)) == len(found) else links


def _is_below(tree: Tree, href: str, folder: str) -> bool:
    return urlsplit(tree.link(href)).path.startswith(folder)
