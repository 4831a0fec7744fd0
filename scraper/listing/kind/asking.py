"""Whether a page is there to ask its reader for something: to log in, to write to the house, to register, to have a password sent.

Sites show their latest news beside such forms, and a list asked for without a session may lead to one. The page says so by its
name, and has a form to be filled in that holds none of the list.
"""

from __future__ import annotations

import re

from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.tree import Tree
from scraper.listing.markup.zones import zone
from scraper.listing.words.wording import called_asking

# A search has one field to write in, a filter two or more, but it is sent by GET; a newsletter's form has one or two and
# stands in the frame; a login has two and stands on many pages that are called otherwise. One field is enough where it asks who one is.
FIELDS_MIN, WITH_PASSWORD_MIN, LOGIN_MIN = 2, 3, 2
_WHO = re.compile(r"mail|user|login", re.IGNORECASE)
_WRITTEN_IN = frozenset({"", "text", "email", "tel", "password"})


def asking(tree: Tree, spans: list[tuple[int, int]]) -> float:
    """1 for a page that is called one of contact, registration, passwords or a login and has a form to fill in, else 0.

    Args:
        tree: the page.
        spans: the records of its best list; a form around them is no form to fill in but a frame of the whole page.
    """
    login, other = called_asking(tree)
    if not login and not other:
        return 0.0
    least = LOGIN_MIN if login else WITH_PASSWORD_MIN
    return float(any(_filled_in(tree, form, spans, least) for form in called(tree, ("form",))))


def passwords(tree: Tree) -> list[int]:
    """The fields of a page in which a password is written."""
    inputs = (node for node in bearing(tree, ("type",)) if tree.tags[node] == "input")
    return [node for node in inputs if (tree.attrs[node]["type"] or "").lower() == "password"]


def _filled_in(tree: Tree, form: int, spans: list[tuple[int, int]], with_password: int) -> bool:
    first, end = form, tree.ends[form]
    if tree.unseen[form] or zone(tree, form)[0] or any(first < start < end for start, _ in spans):
        return False
    texts = sum(tree.tags[node] == "textarea" for node in range(first, end))
    inputs = [node for node in range(first, end) if tree.tags[node] == "input"]
    kinds = [tree.attr(node, "type").strip().lower() for node in inputs]
    written = texts + sum(kind in _WRITTEN_IN for kind in kinds)
    if "password" in kinds:
        return written >= with_password
    if not texts and tree.attr(form, "method").strip().lower() != "post":
        return False
    return written >= FIELDS_MIN or any(
        kind in _WRITTEN_IN and _WHO.search(f"{kind} {tree.attr(node, 'name')}")
        for node, kind in zip(inputs, kinds, strict=True)
    )
