"""Pagers that are forms or select boxes, and pagers that a plain request cannot follow.

A form that is sent by GET is an address, and so is the next option of a box of pages. What posts, and what only a script
knows (`__doPostBack`, `#page=2`), is not followed but said, so that nobody takes the first page for the whole list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode, urlsplit

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import (
    HANDLERS,
    LABEL_MAX,
    NUMBERED,
    PAGER_NAME,
    claim,
    in_next,
    is_current,
    labels_of,
    leads_to,
    names_around,
    number_of,
)
from scraper.listing.pager.numbered import counts_pages, page_number
from scraper.listing.pager.periods import period_of
from scraper.listing.pager.vetoes import is_off, of_carousel

_SCRIPT = re.compile(r"^javascript:(?!\s*(?:void|;|$))", re.IGNORECASE)
_PAGE_HASH = re.compile(
    r"^#(?:!?/?)?(?:(?:page|p|pg|seite|pagina)[=/-]?)?\d+$|^#!?/?.*\bpage[=/-]\d+", re.IGNORECASE
)
_HANDLERS = HANDLERS | {"data-page", "data-paged", "data-action"}
_FIELDS = frozenset({"input", "button"})
_NO_BUTTONS = frozenset({"hidden", "text", "search", "radio", "checkbox", "number", "reset"})


def by_form(tree: Tree) -> Iterator[str]:
    """Addresses that a pager of a form or a select box leads to, as they would be asked for."""
    for node in called(tree, ("form", "select")):
        tag = tree.tags[node]
        if (tag == "form" and _method(tree, node) == "get" and (address := _sent(tree, node))) or (
            tag == "select" and (address := _chosen(tree, node))
        ):
            yield address


def _method(tree: Tree, form: int) -> str:
    return tree.attr(form, "method").strip().lower() or "get"


def _sent(tree: Tree, form: int) -> str:
    """What a form with a "next" button asks for; "" for other forms."""
    button = _next_button(tree, form)
    if button < 0:
        return ""
    pairs = [
        (name, tree.attr(node, "value"))
        for node in range(form, tree.ends[form])
        if tree.tags[node] in _FIELDS
        and (name := tree.attr(node, "name"))
        and (node == button or tree.attr(node, "type").lower() == "hidden")
    ]
    return _asking(tree, form, pairs) if pairs else ""


def _asking(tree: Tree, form: int, pairs: list[tuple[str, str]]) -> str:
    """The address a form asks for: its fields take the place of a query it names."""
    action = tree.attr(form, "action") or urlsplit(tree.url).path
    return f"{action.partition('?')[0]}?{urlencode(pairs)}"


def _next_button(tree: Tree, form: int) -> int:
    """The button that says next or is named so and counts, else the one with the number after the page's own; -1 where there is neither."""
    numbered: dict[int, int] = {}
    for node in range(form, tree.ends[form]):
        if tree.tags[node] not in _FIELDS or tree.attr(node, "type").lower() in _NO_BUTTONS:
            continue
        if of_carousel(tree, node):
            continue
        text = tree.text(node)
        if len(text) > LABEL_MAX:
            continue
        labels = labels_of(tree, node, text)
        said = any(next_words.said(label) == "next" for label in labels)
        if (said or (in_next(tree, node) and _counts(tree, node))) and not is_off(tree, node):
            return node
        if (label := next(filter(None, map(number_of, labels)), None)) is not None:
            numbered[label] = node
    own = next(
        (label for label, node in numbered.items() if is_off(tree, node) or is_current(tree.attrs[node])),
        None,
    )
    following = (own if own is not None else page_number(tree.url) or 1) + 1
    return numbered.get(following, -1) if len(numbered) > 1 else -1


def _counts(tree: Tree, button: int) -> bool:
    """Whether a button asks with a number that can be a later page's (`first[20]`): `Apply` in a box called next is none."""
    asked = f"{tree.attr(button, 'name')} {tree.attr(button, 'value')}"
    return any(int(number) > 1 for number in re.findall(r"\d{1,9}", asked))


def _chosen(tree: Tree, box: int) -> str:
    """The option after the chosen one of a box that lists pages."""
    options = [node for node in range(box, tree.ends[box]) if tree.tags[node] == "option"]
    values = [(tree.attr(node, "value")) for node in options]
    if len(options) < 2 or not all(values):
        return ""
    own = next((at for at, node in enumerate(options) if "selected" in tree.attrs[node]), 0)
    if own + 1 >= len(options):
        return ""
    following = values[own + 1]
    name = tree.attr(box, "name")
    if following.isdecimal():
        form = tree.within(box, ("form",))
        if form < 0 or _method(tree, form) != "get":
            return ""
        asked = _asking(tree, form, [(name, following)])
        return asked if counts_pages(name.lower()) else _earlier(tree.url, tree.link(asked))
    addresses = [tree.link(value) for value in values]
    paths = {urlsplit(address).path for address in addresses}
    numbered = all(page_number(address) is not None for address in addresses[1:])
    if not numbered and (before := _earlier(tree.url, addresses[own + 1])):
        return before
    return following if numbered and ("?" in following or len(paths) > 1) and "/" in following + "/" else ""


def _earlier(url: str, address: str) -> str:
    """The address where it is the same archive's earlier month or year."""
    here, there = period_of(url), period_of(address)
    return address if here and there and here.around == there.around and there.at < here.at else ""


def _nowhere(href: str) -> bool:
    return href in _NOWHERE or href.lower().startswith("javascript:")


_NOWHERE = frozenset(("", "#", "#!", "#n", "#none", "#none;", "#self", "#link", "#lnk"))
"""What a link leads to that only its script moves."""


def beyond_get(tree: Tree) -> tuple[str, bool]:
    """What a pager asks for that no plain request does, in words, and whether it posts a form; "" where there is none."""
    for node, tag in enumerate(tree.tags):
        if tag == "form" and _method(tree, node) == "post" and _next_button(tree, node) >= 0:
            return "the button for the next page sends a form (POST)", True
        if tag and _is_pressed(tree, node) and (what := _asks_a_script(tree, node)):
            text = tree.text(node)[:LABEL_MAX]
            if _POSTS.search(what):
                return (
                    f"the link {text!r} to the next page sends a form (POST) by a script ({what[:60]})",
                    True,
                )
            kept = leads_to(tag, tree.attrs[node])
            what = f"{what[:60]} for {kept[:200]}" if kept else what[:60]
            return f"the link {text!r} to the next page is a script's ({what})", False
    return "", False


def _is_pressed(tree: Tree, node: int) -> bool:
    """Whether an element is a link or a button, or acts as one."""
    tag, given = tree.tags[node], tree.attrs[node]
    if tag == "input":
        return tree.attr(node, "type").lower() == "button"
    return tag in ("a", "button") or (bool(given) and (given.get("role") == "button" or any(_acts(given))))


def _acts(given: Mapping[str, str | None]) -> Iterator[str]:
    """What an element does where it is pressed, or comes into view."""
    return (value for name, value in given.items() if value and name.startswith(_ACTING))


_ACTING = (
    "onclick",
    "ng-click",
    "@click",
    "v-on:click",
    "x-on:click",
    "wire:click",
    "x-intersect",
    "wire:intersect",
    "v-infinite",
)
_GOES_ON = re.compile(
    r"(?<![a-z])(?:next_?page|(?:load|fetch)_?(?:more|next)(?:_?(?:page|posts?|items?))?)(?![a-z])|page\s*(?:\+\+|\+=\s*1)",
    re.IGNORECASE,
)
"""In what an element does: it asks for the next page, whatever it is called."""


def _asks_a_script(tree: Tree, node: int) -> str:
    """The script that a link or button to the next page calls, or its element's name; "" for all others."""
    tag, given = tree.tags[node], tree.attrs[node]
    tag = tag if tag == "a" else "button"
    href = (given.get("href") or "").strip()
    hashed = bool(_PAGE_HASH.match(href))
    scripted = bool(_SCRIPT.match(href)) or (
        _nowhere(href) and (not _HANDLERS.isdisjoint(given) or any(_acts(given)))
    )
    if not (scripted or hashed or tag == "button") or (tag != "button" and leads_to(tag, given)):
        return ""
    text = tree.text(node)
    if len(text) > LABEL_MAX or of_carousel(tree, node) or is_off(tree, node):
        return ""
    if "next" in (given.get("rel") or "").lower().split():
        return href or tag
    pager = bool(PAGER_NAME.search(names_around(tree, node)))
    said = [label for label in labels_of(tree, node, text) if next_words.said(label) == "next"]
    plainly = any(len(label.split()) > 1 or not next_words.weak(label) for label in said)
    second = claim(tree, node, text) == NUMBERED and number_of(text) == 2
    acts = " ".join(_acts(given))
    if _GOES_ON.search(acts) or (second and (pager or "page" in f"{href} {acts}".lower())):
        return href or tag
    return href or tag if plainly and (pager or scripted or hashed or tag == "button") else ""


_POSTS = re.compile(r"__doPostBack|\.submit\(", re.IGNORECASE)
