"""The next page of a list, by what the page itself says.

In the order of their worth: what a site file names, `rel=next`, a link that calls itself next (`pager_claims`), the number
after the current one (`pager_row`), a form or box of pages (`pager_forms`), an address kept for a script, the month before
in an archive (`onward`). A claim is weighed by its address (`pager_weights`) and may be another thing's (`pager_vetoes`).
Whether to follow, and when to stop, is the spider's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from scraper.listing.markup.bearers import bearers, bearing
from scraper.listing.markup.slots import same, slots
from scraper.listing.markup.tree import Tree, absolute, bounded, parse
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import (
    ARROW,
    LABEL_MAX,
    NAMED,
    NUMBERED,
    PAGER_NAME,
    SAID,
    claim,
    leads_to,
    names_around,
    number_of,
)
from scraper.listing.pager.forms import beyond_get, by_form
from scraper.listing.pager.numbered import endless, page_number
from scraper.listing.pager.onward import SILENT, asking, in_data, lazily, month_before, written
from scraper.listing.pager.row import Numbered, Row, row_of
from scraper.listing.pager.vetoes import called_previous, everywhere, is_vetoed, of_calendar
from scraper.listing.pager.weights import (
    continues,
    counts_on,
    is_after,
    is_second,
    is_sibling,
    own_label,
    weighed,
)
from scraper.listing.select import SelectorError


def next_page(html: str | bytes, url: str, css: str = "") -> str | None:
    """The address of the list's next page.

    Args:
        html: the page.
        url: where it came from.
        css: selector of the link, from the site file; when it is given nothing else is looked at.

    Returns:
        An absolute address on the same host that differs from the page's own, or None at the last page.

    Raises:
        SelectorError: `css` is not a CSS selector.
    """
    if css:
        return _by_selector(html, url, css)
    return from_tree(parse(html, url))


def _by_selector(html: str | bytes, url: str, css: str) -> str | None:
    parser = LexborHTMLParser(bounded(html))
    try:
        found = parser.css_first(css)
    except SelectolaxError as error:
        raise SelectorError(f"next = {css!r} is not a CSS selector ({error})") from error
    if found is None:
        return None
    link = found if found.attributes.get("href") else found.css_first("a[href]")
    base = parser.css_first("base[href]")
    root = absolute(url, (base.attributes.get("href") or "") if base is not None else "") or url
    return allowed(absolute(root, (link.attributes.get("href") or "") if link is not None else ""), url)


@lru_cache(maxsize=1)
@uncollected()
def from_tree(tree: Tree) -> str | None:
    """As `next_page`, for a page already parsed; asked twice, for the walk and as evidence of a listing (`judge`)."""
    heads = [address for address in _heads(tree) if continues(tree.url, address)]
    for address in heads:
        if counts_on(tree.url, address):
            return address
    # Documentation names its next chapter in the head, too; what the page shows comes first.
    found = _by_claims(tree) or next(iter(heads), None)
    return found or _by_form(tree) or _by_address(tree) or _by_script(tree)


def _heads(tree: Tree) -> Iterator[str]:
    """What the head calls next, unless it is an article beside an article or the next month of a calendar."""
    for rel, href, _ in tree.rels:
        address = allowed(tree.link(href), tree.url) if "next" in rel else None
        if address and not is_sibling(tree.url, address) and not of_calendar(tree.url, address):
            yield address


def _by_claims(tree: Tree) -> str | None:
    """The link, or button with an address, whose claim to be the next page is best."""
    claims = list(_claims(tree))
    if not any(one.made for one in claims):
        return None
    row = row_of(
        tree, [Numbered(one.node, one.label, one.address) for one in claims if one.label is not None]
    )
    own, before = own_label(tree), called_previous(tree)
    spread = everywhere((one.text, one.address) for one in claims if one.made in (SAID, NAMED))
    best, target = 0.0, None
    for one in claims:
        if one.made <= best or (one.made in (SAID, NAMED) and next_words.bare(one.text) in spread):
            continue
        if same(one.address, tree.url) or is_vetoed(tree, one.node, one.address):
            continue
        if one.made in (NUMBERED, ARROW) and one.address in before:
            continue
        score = weighed(tree, one.node, one.made, one.text, one.address, own, row)
        if score > best:
            best, target = score, one.address
    return allowed(_nearest(target, row), tree.url)


class _Claim(NamedTuple):
    """A link or button, what it says it is, its text, the number that is, and where it leads."""

    node: int
    made: float
    text: str
    label: int | None
    address: str


def _claims(tree: Tree) -> Iterator[_Claim]:
    """Everything that claims to lead to the next page, and every link that is called a number."""
    tags, attrs = tree.tags, tree.attrs
    for node in bearing(tree, ("href", *(bearers(tree).keys() - SILENT))):
        given = attrs[node]
        tag, href = tags[node], given.get("href")
        if tag != "a" or not href or href[0] not in _PLAIN:
            href = leads_to(tag, given)
            if not href:
                continue
        text = tree.text(node)
        if len(text) > LABEL_MAX and "rel" not in given:
            continue
        made, label = claim(tree, node, text), number_of(text)
        if not made and label is None:
            continue
        address = tree.link(href)
        if address.startswith(("http://", "https://")) and not foreign(address, tree.url):
            yield _Claim(node, made, text, label, address)


_PLAIN = frozenset("/h?.")
"""How the addresses of links begin that no script follows."""


def _nearest(target: str | None, row: Row | None) -> str:
    """The target, or the next of the row of numbers where the target leaves pages out: `next` may mean the next ten."""
    if target is None or row is None or not row.sure or not row.following:
        return target or ""
    ahead = slots(target).get(row.slot)
    return row.following if ahead is not None and ahead > row.further else target


def _by_script(tree: Tree) -> str | None:
    """An address kept for a script, or the month before."""
    for href in (*asking(tree), *lazily(tree), *in_data(tree)):
        address = allowed(tree.link(href), tree.url)
        if address and _goes_on(tree.url, address) and not of_calendar(tree.url, address):
            return address
    names = (allowed(tree.link(href), tree.url) for href in written(tree))
    return next(filter(None, names), None) or allowed(month_before(tree), tree.url)


def _by_address(tree: Tree) -> str | None:
    """The link to the page's own address with the number after its own, whatever the link is called, if anything.

    `Previous entries` may mean the older ones, and words may be of a language nobody wrote down.
    """
    own = page_number(tree.url)
    best, target = 0, None
    for node in bearing(tree, ("href",)):
        href = tree.attrs[node]["href"] if tree.tags[node] == "a" else None
        if not href or not (_DIGIT.search(href) if own is not None else "2" in href and _TWO.search(href)):
            continue
        if len(text := tree.text(node)) > LABEL_MAX:
            continue
        if own is None and number_of(text) is not None:
            continue  # a row of numbers has been asked
        address = tree.link(href)
        number = page_number(address) or 0
        fits = is_second(tree.url, address) if own is None else is_after(tree.url, own, number, address)
        if fits and (not target or number < best) and not is_vetoed(tree, node, address):
            best, target = number, address
    return allowed(target, tree.url) if target else None


_DIGIT, _TWO = re.compile(r"\d"), re.compile(r"(?<!\d)0*2(?!\d)")


def _by_form(tree: Tree) -> str | None:
    """What a form with a "next" button, or the next option of a box of pages, asks for."""
    for href in by_form(tree):
        address = allowed(tree.link(href), tree.url)
        if address and _goes_on(tree.url, address):
            return address
    return None


def unfollowed(html: str | bytes, url: str) -> tuple[str, str]:
    """Why a page that shows a pager has no next page to ask for: a code and words, both "" where it shows none.

    Args:
        html: a page in which `next_page` found none.
        url: where it came from.
    """
    tree = parse(html, url)
    if elsewhere := _elsewhere(tree):
        return (
            "next_elsewhere",
            f"{elsewhere} is on another host; name it in `start` if it belongs to the list",
        )
    told, posts = beyond_get(tree)
    if posts:
        return "next_by_post", told
    return ("next_by_script", told) if told else ("", "")


def is_elsewhere(address: str) -> tuple[str, str]:
    """Return code and words for a next page on another host."""
    return "next_elsewhere", f"{address} is on another host; name it in `start` if it belongs to the list"


def _elsewhere(tree: Tree) -> str:
    """The next page on another host, by what calls itself so plainly."""
    for rel, href, _ in tree.rels:
        if "next" in rel and foreign(tree.link(href), tree.url) and page_number(tree.link(href)) is not None:
            return tree.link(href)
    for node, given in enumerate(tree.attrs):
        href = given.get("href") or "" if tree.tags[node] == "a" else ""
        if not href or "//" not in href:
            continue
        text, address = tree.text(node), tree.link(href)
        if len(text) > LABEL_MAX or not foreign(address, tree.url) or page_number(address) is None:
            continue
        if claim(tree, node, text) >= SAID and PAGER_NAME.search(names_around(tree, node)):
            return address
    return ""


def foreign(address: str, url: str) -> bool:
    """Whether an address is on another host than a page."""
    return address.startswith(("http://", "https://")) and _host(urlsplit(address).netloc) != _host(
        urlsplit(url).netloc
    )


def linked_next(header: str, url: str) -> str | None:
    """The next page by a `Link` header (RFC 8288), as REST interfaces give it."""
    for part in header.split(","):
        given, _, parameters = part.strip().partition(">")
        if re.search(r"""\brel\s*=\s*["']?[^"';]{0,200}\bnext\b""", parameters):
            return allowed(absolute(url, given.lstrip("<")), url)
    return None


def _goes_on(url: str, address: str) -> bool:
    """Whether a script's address asks for more of a list: a later number, or a parameter; a bare path is an article."""
    here, there = page_number(url), page_number(address)
    if there is None:
        return "?" in address
    return here is None or there > here


def paged(tree: Tree) -> float:
    """How far a page is one of several: 3 a numbered continuation itself, 1 where it leads to one, else 0."""
    if (page_number(tree.url) or 0) > 1:
        return 3.0
    following = from_tree(tree)
    return float(following is not None and page_number(following) is not None)


def allowed(address: str, url: str) -> str | None:
    """Return an address without its fragment, if it is another page of the same host."""
    if not address.startswith(("http://", "https://")):
        return None
    if foreign(address, url) or endless(address) or same(address, url):
        return None
    return urlunsplit(urlsplit(address)._replace(fragment=""))


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")
