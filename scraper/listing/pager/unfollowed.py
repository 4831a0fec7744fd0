"""Why a page that shows a pager has no next page to ask for: another host, a form that posts, a script, a period of a calendar."""

from __future__ import annotations

from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.tree import Tree, parse
from scraper.listing.pager.allowed import allowed, is_foreign
from scraper.listing.pager.archive_front import in_calendar, is_front
from scraper.listing.pager.claims import LABEL_MAX, PAGER_NAME, REL, SAID, claim, names_around
from scraper.listing.pager.forms import beyond_get
from scraper.listing.pager.numbered import page_number
from scraper.listing.pager.unfilled import awaited, unfilled
from scraper.listing.pager.unlinked import chosen_by_script, unlinked
from scraper.listing.pager.vetoes import is_off, of_calendar


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
    if told:
        return "next_by_script", told
    if numbers := unlinked(tree) or chosen_by_script(tree):
        return "next_by_script", f"the pages {numbers} are no links: only a script turns them"
    if unfilled(tree):
        return "next_by_script", "a list and its pager stand empty: only a script, in a browser, fills them"
    if mark := awaited(tree):
        return "next_by_script", f"a script loads more where {mark!r} comes into view"
    if period := _period(tree):
        return (
            "next_period",
            f"{period} is of a calendar, or nothing shows that it is no later than the entries",
        )
    return "", ""


def on_another_host(address: str) -> tuple[str, str]:
    """Return code and words for a next page on another host."""
    return "next_elsewhere", f"{address} is on another host; name it in `start` if it belongs to the list"


def _period(tree: Tree) -> str:
    """The day, week or month that a page without one in its address calls its next page; "" for others and calendars."""
    if not is_front(tree):
        return ""
    heads = ((-1, href) for rel, href, _ in tree.rels if "next" in rel)
    links = ((node, tree.attr(node, "href")) for node in bearing(tree, ("href",)))
    for node, href in (*heads, *links):
        if not of_calendar(tree.url, address := tree.link(href)) or not allowed(address, tree.url):
            continue
        if (node < 0 or _is_next(tree, node)) and not (is_off(tree, node) or in_calendar(tree, node)):
            return address
    return ""


def _is_next(tree: Tree, node: int) -> bool:
    """Whether a link calls itself the next page: by its relation, or in a pager by its words."""
    text = tree.text(node)
    made = claim(tree, node, text) if tree.tags[node] == "a" and len(text) <= LABEL_MAX else 0.0
    return made == REL or (made == SAID and PAGER_NAME.search(names_around(tree, node)) is not None)


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
