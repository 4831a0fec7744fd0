"""Boxes that stand empty until a script fills them: where a page shows no list, the address that such a box keeps has it.

htmx, Turbo, Unpoly, include-fragment and whatever a site wrote itself put it into attributes of different names, and tables and
calendars have it in the page's own script, which names their box. What they share is an element that holds nothing and an address of the
same site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.tree import Tree
from scraper.listing.pager.allowed import allowed
from scraper.listing.pager.fetched_later import ACTS, SCRIPT_MAX, fetched
from scraper.listing.pager.onward import FILES, SILENT

SAID_MAX = 60
"""Characters that an empty box shows: "Loading …", in any language."""
_BOXES = frozenset("div section article main ul ol tbody table".split())
_FRAME = frozenset("header footer nav aside form dialog button".split())
_SENDS = frozenset("post put patch delete".split())
"""Methods of HTTP that change something, in the name of an attribute: `hx-post`, `data-delete-url`."""
_HELD = frozenset("a form input select textarea img video iframe canvas svg".split())


def filled_later(tree: Tree) -> list[str]:
    """Addresses of the page's own site that empty boxes keep, absolute: those below the page's own address first.

    What a link leads to as well is a page of its own, which a box beside it shares or counts. A box of several addresses is no place to
    fill: it keeps what a program is set to, whom to ask for a search, a chat or a change, or the pages before and behind.
    """
    boxes = bearing(tree, [name for name in tree.bearers if name == "src" or name not in SILENT])
    empty = [node for node in boxes if _is_empty(tree, node)]
    kept = [*(_addresses(tree, node) for node in empty), *_by_scripts(tree)]
    found = dict.fromkeys(
        address for (one,) in filter(_is_one, kept) if (address := allowed(one, tree.url)) is not None
    )
    linked = {tree.link(tree.attr(node, "href")) for node in called(tree, ("a",))} if found else set()
    folder = tree.here.partition("?")[0].rstrip("/")
    return sorted((one for one in found if one not in linked), key=lambda one: not one.startswith(folder))


def _by_scripts(tree: Tree) -> Iterator[set[str]]:
    """What the page's own scripts fetch that name an empty box by its id or class: `$("#notices").DataTable({ajax: "/notices"})`."""
    scripts = [text for kind, _, text in tree.scripts if "json" not in kind and len(text) <= SCRIPT_MAX]
    asking = [(text, found) for text in scripts if (found := fetched(text))]
    if not asking:
        return
    names = set()
    for node in bearing(tree, ("id", "class")):
        identity, classes = tree.attr(node, "id"), tree.attr(node, "class")
        if not _OTHERS.search(f"{identity} {classes}") and _is_empty(tree, node):
            names |= {identity, f"#{identity}", *(f".{one}" for one in classes.split())}
    for text, found in asking:
        if not names.isdisjoint(_NAMED.findall(text)):
            yield {tree.link(one) for one in found}


_OTHERS = re.compile(
    r"search|suche|recherche|busca|ricerca|zoek|comment|consent|cookie|captcha|chat|chart|(?<![a-z])map(?![a-z])",
    re.IGNORECASE,
)
"""In the name of a box that a script fills with what is no list of the page: what somebody searches for, or says, a map."""
_NAMED = re.compile(r"""["'`]([#.]?[\w-]+)["'`]""")
"""What a script may call an element by."""


def _is_empty(tree: Tree, node: int) -> bool:
    tag = tree.tags[node]
    return (
        (tag in _BOXES or "-" in tag)
        and not tree.unseen[node]
        and not any(tree.tags[at] in _HELD for at in range(node + 1, tree.ends[node]))
        and (tree.fits(node, SAID_MAX) or _is_headed(tree, node))
        and not tree.inside(node, _FRAME)
    )


def _is_headed(tree: Tree, node: int) -> bool:
    """Whether it is a table that has the names of its columns and no row."""
    return tree.tags[node] == "table" and not any(
        tree.tags[at] in ("td", "p") for at in range(node + 1, tree.ends[node])
    )


def _is_one(addresses: set[str]) -> bool:
    return len(addresses) == 1


def _addresses(tree: Tree, node: int) -> set[str]:
    """What an element keeps that is an address, of whatever host; nothing where it names a way to send."""
    found = set()
    for name, said in tree.attrs[node].items():
        value = (said or "").strip()
        if value.lower() in _SENDS:  # `data-method="delete"`
            return set()
        if name in SILENT and not (name == "src" and "-" in tree.tags[node]):
            continue
        if "(" in value:
            found |= {tree.link(one) for one in fetched(value)}
        elif value.startswith(("/", "./", "../", "?", "http")) and len(value) > 1 and not FILES.search(value):
            if not _SENDS.isdisjoint(name.split("-")) or ACTS.search(value):
                return set()
            found.add(tree.link(value))
    return found
