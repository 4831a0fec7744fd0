"""The next page of a list, by what the page itself says.

In the order of their worth: what a site file names, `rel=next`, a link that calls itself next, the number after the
current one (`numbered`), an address kept for a script, the month before in an archive (`onward`).
Whether to follow, and when to stop, is the spider's business.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from scraper.listing import next_words
from scraper.listing.numbered import counted_by, endless, label_of, offset_step, page_number
from scraper.listing.onward import asked, in_data, month_before
from scraper.listing.pager_claims import (
    LABEL_MAX,
    NUMBERED,
    PAGER_NAME,
    REL,
    SAID,
    WEAKLY,
    claim,
    labels_of,
    leads_to,
    names_around,
    number_of,
)
from scraper.listing.pager_forms import by_form, by_script_only
from scraper.listing.select import SelectorError
from scraper.listing.tree import Tree, absolute, bounded, parse


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
def from_tree(tree: Tree) -> str | None:
    """As `next_page`, for a page already parsed; asked twice, for the walk and as evidence of a listing (`judge`)."""
    url = tree.url
    for rel, href, _ in tree.rels:
        following = allowed(tree.link(href), url) if "next" in rel else None
        if following and _continues(url, following):
            return following
    return _by_claims(tree) or _by_form(tree) or _by_script(tree)


def _by_claims(tree: Tree) -> str | None:
    """The link, or button with an address, whose claim to be the next page is best."""
    best, target, own = 0.0, None, 0
    for node, given in enumerate(tree.attrs):
        href = leads_to(tree.tags[node], given) if given else ""
        if not href:
            continue
        text = tree.text(node)
        if len(text) > LABEL_MAX and "rel" not in given:
            continue
        made = claim(tree, node, text)
        if not made or made <= best:
            continue
        address = allowed(tree.link(href), tree.url)
        if not address:
            continue
        own = own or _own_label(tree)
        score = _weighed(tree, node, made, text, address, own)
        if score > best:
            best, target = score, address
    return target


def _by_script(tree: Tree) -> str | None:
    """An address kept for a script, or the month before."""
    held = (asked(given) for given in tree.attrs if given)
    for href in (*filter(None, held), *in_data(tree)):
        address = allowed(tree.link(href), tree.url)
        if address and _goes_on(tree.url, address):
            return address
    return allowed(month_before(tree), tree.url)


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
    told = by_script_only(tree)
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
        if re.search(r"""\brel\s*=\s*["']?[^"';]*\bnext\b""", parameters):
            return allowed(absolute(url, given.lstrip("<")), url)
    return None


def _goes_on(url: str, address: str) -> bool:
    """Whether a script's address asks for more of a list: a later number, or a parameter; a bare path is an article."""
    here, there = page_number(url), page_number(address)
    if there is None:
        return "?" in address
    return here is None or there > here


def _own_label(tree: Tree) -> int:
    """What the pager calls the page itself: its number on the line of the others, what is marked current, else 1.

    Where labels are offsets it is one less than the next page's, whatever that is: the label after it is looked for.
    """
    labelled = [
        (label, tree.link(href))
        for node, given in enumerate(tree.attrs)
        if tree.tags[node] == "a" and (href := given.get("href"))
        if (label := number_of(tree.text(node))) is not None
    ]
    pairs = [(label, number) for label, to in labelled if (number := page_number(to)) is not None]
    own = page_number(tree.url)
    if own is None and not pairs and (counted := counted_by(tree.url, labelled)) is not None:
        return counted
    if step := offset_step(pairs):
        return (own or 0) + step - 1
    if own is None:
        return _current_number(tree) or 1
    return label_of(own, pairs) or own


def paged(tree: Tree) -> float:
    """How far a page is one of several: 3 a numbered continuation itself, 1 where it leads to one, else 0."""
    if (page_number(tree.url) or 0) > 1:
        return 3.0
    following = from_tree(tree)
    return float(following is not None and page_number(following) is not None)


def _continues(url: str, address: str) -> bool:
    """Whether an address continues the page's own; themes name the next *article* by `rel=next` in the head, too."""
    here, there = urlsplit(url).path, urlsplit(address).path
    if page_number(address) is not None or here == there:
        return True
    if len(here) > 1 and there.startswith(here.rstrip("/") + "/"):
        return True
    folder, last = there.rstrip("/").rpartition("/")[::2]
    return (
        folder == here.rstrip("/").rpartition("/")[0]
        and any(map(str.isdigit, last))
        and last.count("-") < HEADLINE_HYPHENS
    )


HEADLINE_HYPHENS = 3  # `index_2.html` and `list-48-3.html` are pages, `a-headline-of-2026` is not


def _weighed(tree: Tree, node: int, made: float, text: str, address: str, own: int) -> float:
    """The claim, once the address is known: a page number must not go back, a bare word needs a pager around it."""
    number, here = page_number(address), page_number(tree.url)
    if made == REL:
        return made if number is not None else 0.0 if _next_article(tree, node, address) else made - 0.5
    if number is not None and number < (own - 1 if here is None else here):  # counted from 0
        return 0.0
    pager = (
        number is not None
        or _asks_again(tree.url, address)
        or bool(PAGER_NAME.search(names_around(tree, node)))
    )
    if made == SAID:
        said = [label for label in labels_of(tree, node, text) if next_words.said(label)]
        if pager:
            return made
        return (
            WEAKLY
            if any(next_words.said(label) == "next" and not next_words.weak(label) for label in said)
            else 0.0
        )
    if made == NUMBERED and number_of(text) != own + 1:  # `?page=1` may be called 2
        label = number_of(text)
        return made if here is not None and number == here + 1 and label in (number, number + 1) else 0.0
    return made if pager else 0.0


def _next_article(tree: Tree, node: int, address: str) -> bool:
    """Whether `rel=next` leads to the next article: by the box around it or a headline in the address."""
    last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
    return not _continues(tree.url, address) and (
        last.count("-") >= HEADLINE_HYPHENS or bool(_ARTICLE_NAV.search(names_around(tree, node)))
    )


_ARTICLE_NAV = re.compile(r"(?:post|article|entry|single)s?-nav|nav-single|post-link")


def _asks_again(url: str, address: str) -> bool:
    """Whether an address is the page itself with another query."""
    here, there = urlsplit(url), urlsplit(address)
    return bool(there.query) and here.path.rstrip("/") == there.path.rstrip("/")


def _current_number(tree: Tree) -> int | None:
    for node, given in enumerate(tree.attrs):
        if not given:
            continue
        if _is_current(given.get("class") or "", given.get("aria-current") or ""):
            text = tree.text(node)
            if text.isdigit() and len(text) < 4:
                return int(text)
    return None


@lru_cache(maxsize=4096)
def _is_current(classes: str, aria: str) -> bool:
    words = f"{classes} {aria}".lower()
    return "current" in words or "active" in words or aria == "page"


def allowed(address: str, url: str) -> str | None:
    """Return an address without its fragment, if it is another page of the same host."""
    if not address.startswith(("http://", "https://")):
        return None
    here, there = urlsplit(url), urlsplit(address)
    if _host(here.netloc) != _host(there.netloc) or endless(address):
        return None
    if (there.path or "/", _query(there.query)) == (here.path or "/", _query(here.query)):
        return None
    return urlunsplit(there._replace(fragment=""))


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")


def _query(query: str) -> str:
    return urlencode(sorted(parse_qsl(query, keep_blank_values=True)))
