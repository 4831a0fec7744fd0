"""Why a page that shows a pager has no next page to ask for: another host, a form that posts, a script."""

from __future__ import annotations

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree, parse
from scraper.listing.pager.allowed import is_foreign
from scraper.listing.pager.claims import LABEL_MAX, PAGER_NAME, SAID, claim, names_around
from scraper.listing.pager.forms import beyond_get
from scraper.listing.pager.numbered import page_number


def unfollowed(html: str | bytes, url: str) -> tuple[str, str]:
    """Why a page that shows a pager has no next page to ask for: a code and words, both "" where it shows none.

    Args:
        html: a page in which `next_page` found none.
        url: where it came from.
    """
    tree = parse(html, url)
    if elsewhere := _elsewhere(tree):
        return on_another_host(elsewhere)
    told, posts = beyond_get(tree)
    if posts:
        return "next_by_post", told
    return ("next_by_script", told) if told else ("", "")


def on_another_host(address: str) -> tuple[str, str]:
    """Return code and words for a next page on another host."""
    return "next_elsewhere", f"{address} is on another host; name it in `start` if it belongs to the list"


def _elsewhere(tree: Tree) -> str:
    """The next page on another host, by what calls itself so plainly."""
    for rel, href, _ in tree.rels:
        if (
            "next" in rel
            and is_foreign(tree.link(href), tree.url)
            and page_number(tree.link(href)) is not None
        ):
            return tree.link(href)
    for node in called(tree, ("a",)):
        href = tree.attrs[node].get("href") or ""
        if "//" not in href:
            continue
        address = tree.link(href)
        if page_number(address) is None or not is_foreign(address, tree.url):
            continue
        if len(text := tree.text(node)) > LABEL_MAX:
            continue
        if claim(tree, node, text) >= SAID and PAGER_NAME.search(names_around(tree, node)):
            return address
    return ""
