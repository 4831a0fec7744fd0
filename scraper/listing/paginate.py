"""The next page of a list, by what the page itself says.

In the order of their worth: what a site file names, `rel=next`, the best claim of a link (`pager/best_claim.py`), a form or box
of pages (`pager/forms.py`), the number behind the page's own, an address kept for a script (`pager/onward.py`), the period
before in an archive (`pager/periods.py`). Why a page with a pager leads nowhere says `pager/unfollowed.py`. Whether to follow, and when to stop, is the spider's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree, absolute, bounded, parse
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.pager.allowed import allowed
from scraper.listing.pager.archive_front import leads_into, months_before
from scraper.listing.pager.best_claim import by_claims
from scraper.listing.pager.claims import LABEL_MAX, number_of
from scraper.listing.pager.earlier import by_previous
from scraper.listing.pager.forms import by_form
from scraper.listing.pager.numbered import page_number
from scraper.listing.pager.onward import asking, in_data, lazily, written
from scraper.listing.pager.periods import period_before
from scraper.listing.pager.steps import by_steps
from scraper.listing.pager.templated import templated
from scraper.listing.pager.vetoes import is_off, is_vetoed, of_calendar
from scraper.listing.pager.weights import continues, counts_on, is_after, is_second, is_sibling
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
    heads = list(_heads(tree))
    for address in heads:
        if counts_on(tree.url, address):
            return address
    # Documentation names its next chapter in the head, too; what the page shows comes first.
    found = by_claims(tree) or next(iter(heads), None)
    return found or _by_form(tree) or _by_address(tree) or _by_script(tree) or _by_previous(tree)


def _heads(tree: Tree) -> Iterator[str]:
    """What the head calls next, unless it is an article beside an article or the next month of a calendar."""
    for rel, href, _ in tree.rels:
        address = allowed(tree.link(href), tree.url) if "next" in rel else None
        if not address or is_sibling(tree.url, address):
            continue
        plainly = continues(tree.url, address) and not of_calendar(tree.url, address)
        if plainly or leads_into(tree, address):
            yield address


def _by_script(tree: Tree) -> str | None:
    """An address kept for a script, or the period before."""
    for href in (*asking(tree), *lazily(tree), *in_data(tree), *templated(tree)):
        address = allowed(tree.link(href), tree.url)
        if address and _goes_on(tree.url, address) and not of_calendar(tree.url, address):
            return address
    names = (allowed(tree.link(href), tree.url) for href in written(tree))
    return next(filter(None, names), None) or allowed(period_before(tree) or _month_before(tree), tree.url)


def _month_before(tree: Tree) -> str:
    """Where the front of an archive leads by a link called previous."""
    return next((address for node, address in months_before(tree) if not is_off(tree, node)), "")


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


def _by_previous(tree: Tree) -> str | None:
    """A link that is called previous, or a step back, and asks for older entries."""
    older = (
        address
        for node, address in (*by_previous(tree), *by_steps(tree))
        if not is_vetoed(tree, node, address)
    )
    return next(filter(None, (allowed(address, tree.url) for address in older)), None)


def linked_next(header: str, url: str) -> str | None:
    """The next page by a `Link` header (RFC 8288), as REST interfaces give it."""
    for part in header.split(","):
        given, _, parameters = part.strip().partition(">")
        if re.search(r"""\brel\s*=\s*["']?[^"';]{0,200}\bnext\b""", parameters):
            return allowed(absolute(url, given.lstrip("<")), url)
    return None


def _goes_on(url: str, address: str) -> bool:
    """Whether a script's address asks for more of a list: a later number, a parameter, or data; a bare path is an article."""
    here, there = page_number(url), page_number(address)
    if there is None:
        return "?" in address or address.endswith(".json")
    return here is None or there > here


def paged(tree: Tree) -> float:
    """How far a page is one of several: 3 a numbered continuation itself, 1 where it leads to one, else 0."""
    if (page_number(tree.url) or 0) > 1:
        return 3.0
    following = from_tree(tree)
    return float(following is not None and page_number(following) is not None)
