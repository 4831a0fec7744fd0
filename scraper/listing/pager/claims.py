"""What makes a link look like the one to the next page, before its address is weighed.

In the order of their worth: its relation, its words (also those for screen readers and of its image), the class names
around it, a page's number, an arrow. Each is a claim; `best_claim` holds it against the address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.onward import SILENT, asked, plainly

REL, SAID, NAMED, NUMBERED, ARROW, WEAKLY = 10.0, 8.0, 7.0, 6.0, 5.0, 2.0
LABEL_MAX = 40
"""What calls itself "next" is short; the longest of 80 such labels in 40 languages has 27 characters."""
# Digits of a label that counts pages are fewer; 2 and 10 read the 78 captured pages alike.
LABEL_DIGITS = 5
SIGN_MAX = 4
"""Characters of an arrow, `&gt;` the longest."""
NAMED_AROUND = 4
"""Elements whose names are read: the link's own and three around it."""
_FORWARD = re.compile(r"^[>»›→▶►⟩⇒⏵❯＞]{1,2}$|^&?gt;$")
_BACKWARD = re.compile(r"^[<«‹←◀◄⟨⇐⏴❮＜]{1,2}$")
_ICON = re.compile(
    r"(?:chevron|arrow|angle|caret|triangle)s?[-_]?(?:circle[-_]?)?(?:right|next|forward)|right[-_](?:arrow|chevron|angle)"
    r"|arrow_forward|navigate_next|keyboard_arrow_right|icon[-_](?:next|right)|next[-_]icon"
)
_NEXT_NAME = re.compile(
    r"(?<![a-z])(next|nextpage|next-page|page-next|nextpostslink|suivant|older|nav-previous|siguiente|weiter|infinite-more-link|load-?more)(?![a-z])"
)
_PREVIOUS_NAME = re.compile(r"(?<![a-z])(prev|previous|newer)(?![a-z])")
PAGER_NAME = re.compile(
    r"pagina|pager|wp-page|pages|nav-links|paging|page(?<![a-z_-]page)(?![a-z_-])"
    r"|page(?<![a-z]page)[-_]?(?:num|link|item|nav|next|list|bar|box|btn|button|turn)"
)
_WINDOW = re.compile(
    r"""(?:location(?:\.href)?\s*=\s*|location\.(?:assign|replace)\(\s*|window\.open\(\s*)(['"])(?P<to>[^'"]+)\1"""
)
# A call with an address and nothing beside it: with a number beside it the address is only a part of what is asked.
_CALLED = re.compile(r"""\w\(\s*(?:(?:event|this)\s*,\s*)?(['"])(?P<to>(?:https?://|/|\?)[^'"\s]+)\1\s*\)""")
_RANGE = re.compile(r"^(\d{1,5})\s*[-\N{EN DASH}\N{HORIZONTAL BAR}~]\s*(\d{1,5})$")
_COUNTED = re.compile(r"^(\D{0,12}?)\s*(\d{1,4})\D{0,2}$")
_PAGE_BEHIND = re.compile(r"\s?(?:페이지|ページ目?)$")  # shorter words are read by `_COUNTED`
_DIGIT = re.compile(r"\d")
_RTL = frozenset("ar he fa ur ps sd yi dv ckb ug".split())


def leads_to(tag: str, given: Mapping[str, str | None]) -> str:
    """Where a link, or a button with an address in its data or its script, leads; "" where it leads nowhere by GET."""
    links = tag == "a" or "-" in tag  # a component with an address becomes a link
    if not links and SILENT.issuperset(given):
        return ""
    href = (given.get("href") or "").strip() if links else ""
    if href and href[0] != "#" and not href[:11].lower().startswith("javascript:"):
        return href
    script = _scripted(href) or _scripted(given.get("onclick") or "")
    return asked(given) or plainly(given) or script or _turned(given)


def _turned(given: Mapping[str, str | None]) -> str:
    """The address of a button that turns to a page by its number and names what it is asked by, as Livewire's do."""
    if HANDLERS.isdisjoint(given):
        return ""
    found = next(filter(None, (_TURNS.search(given[name] or "") for name in HANDLERS if name in given)), None)
    return f"?{found['asked_by']}={found['page']}" if found else ""


HANDLERS = frozenset("onclick ng-click @click v-on:click x-on:click wire:click".split())
"""Attributes that hold what a script does when a reader clicks."""
_TURNS = re.compile(
    r"""\w*page\w*\(\s*(?P<page>\d{1,4})\s*,\s*(['"])(?P<asked_by>\w*page\w*)\2\s*\)""", re.IGNORECASE
)


def _scripted(script: str) -> str:
    """The address a script goes to: what it sets the location to, or calls with."""
    if not script:
        return ""
    if found := _WINDOW.search(script):
        return _plain(found["to"])
    found = _CALLED.search(script)
    return _plain(found["to"]) if found and "?" in found["to"] else ""


def _plain(literal: str) -> str:
    """A script's string as the address it means: an ampersand may be written by its number."""
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), literal)


_ESCAPE = re.compile(r"\\(?:u00|x)([2-7][0-9A-Fa-f])")


def claim(tree: Tree, node: int, text: str) -> float:
    """What a link says it is, from its relation, words, class names and sign."""
    given = tree.attrs[node]
    if "rel" in given:
        rel = (given["rel"] or "").lower().split()
        if "next" in rel:
            return REL
        if "prev" in rel:
            return 0.0
    for label in labels_of(tree, node, text):
        if next_words.said(label):
            return SAID
    if in_next(tree, node):
        return NAMED
    if number_of(text) is not None:
        return NUMBERED
    sign = text.strip()
    if len(sign) > SIGN_MAX:
        return 0.0
    if _FORWARD.match(sign) or (_BACKWARD.match(sign) and _leftwards(tree)):
        return ARROW
    return ARROW if not sign and _ICON.search(_drawn(tree, node)) else 0.0


def in_next(tree: Tree, node: int) -> bool:
    """Whether the link or one of the three elements around it is named as the next page's, and the link as no other's."""
    named = _named_next(tree)
    if not named:
        return False
    at = node
    for _ in range(NAMED_AROUND):
        if at < 0:
            return False
        if at in named:
            return not _PREVIOUS_NAME.search(names_around(tree, node).rsplit("|", 1)[-1])
        at = tree.parents[at]
    return False


@lru_cache(maxsize=1)
def _named_next(tree: Tree) -> frozenset[int]:
    """The elements whose class or id names the next page, worked out once."""
    found: set[int] = set()
    for named in (tree.classes, tree.ids):
        every = "\n".join(named).lower()
        begins = [begin for begin in _NEXT_BEGINS if begin in every]  # one or none, mostly
        for words, nodes in named.items() if begins else ():
            folded = words.lower()
            if any(map(folded.__contains__, begins)) and _NEXT_NAME.search(folded):
                found.update(nodes)
    return frozenset(found)


_NEXT_BEGINS = ("next", "more", "suivant", "older", "nav-previous", "siguiente", "weiter")
"""Of each name a part that is found fast."""


def labels_of(tree: Tree, node: int, text: str) -> list[str]:
    """What a link is called: by its text, for screen readers, by its image."""
    given = tree.attrs[node]
    named = [text]
    silent = not text[:1].isalnum() and not next_words.bare(text)
    if not _LABELS.isdisjoint(given):
        named += [given.get(name) or "" for name in ("aria-label", "title", "value", "alt")]
    elif not silent:  # most links
        return named if len(text) <= LABEL_MAX else []
    if silent:
        inner = range(node + 1, tree.ends[node])
        named += [
            given.get(name) or ""
            for at in inner
            if (given := tree.attrs[at])
            for name in ("alt", "title", "aria-label")
        ]
    return [label for label in named if label and len(label) <= LABEL_MAX]


_LABELS = frozenset({"aria-label", "title", "value", "alt"})


@lru_cache(maxsize=1024)
def number_of(text: str) -> int | None:
    """The page a label numbers: `3`, `Page 3`, `21-30`, `3ページ`."""
    label = text.strip(" \t\r\n\xa0[]()|.")
    if not label.isascii():
        label = _PAGE_BEHIND.sub("", label)
    end = label[-3:]  # at most two signs stand behind the number
    if end.isalpha() or not _DIGIT.search(end):
        return None
    if label.isdecimal():
        return int(label) if len(label) < LABEL_DIGITS else None
    if found := _RANGE.match(label):
        first, last = int(found[1]), int(found[2])
        size = last - first + 1
        return (first - 1) // size + 1 if size > 1 and first % size == 1 % size else None
    found = _COUNTED.match(label)
    word = found[1].strip(" :.#-").casefold() if found else ""
    return int(found[2]) if found and word in next_words.AROUND else None


def names_around(tree: Tree, node: int) -> str:
    """Class and id words of the link and three elements around it, the link's own last; those of a body name the whole page."""
    words = []
    for _ in range(NAMED_AROUND):
        if node < 0 or tree.tags[node] in _WHOLE:
            break
        given = tree.attrs[node]
        words.append(f"{given.get('class') or ''} {given.get('id') or ''}".lower())
        node = tree.parents[node]
    return "|".join(reversed(words))


_WHOLE = frozenset({"body", "html"})


def _drawn(tree: Tree, node: int) -> str:
    """Names of what a link without words shows: classes of its icon, file of its image, target of its `<use>`."""
    names = []
    for at in range(node, tree.ends[node]):
        given = tree.attrs[at]
        names += [
            given.get(name) or ""
            for name in ("class", "src", "href" if at > node else "class", "xlink:href", "data-icon")
        ]
    return " ".join([name[:DRAWN_MAX] for name in names]).lower()


DRAWN_MAX = 2_000
"""Characters of a name or an address that tell an arrow; a picture that stands in its own address has millions."""


def _leftwards(tree: Tree) -> bool:
    """Whether the page reads from right to left."""
    shown = any((tree.attrs[node].get("dir") or "").lower() == "rtl" for node in range(min(3, len(tree))))
    return shown or tree.language.split("-")[0].lower() in _RTL


def current_ones(tree: Tree) -> list[int]:
    """The elements that are marked as the one the reader is at, in page order; a page has a few times fewer classes than elements."""
    marked = {*bearing(tree, ("aria-current",))}
    marked.update(node for words, nodes in tree.classes.items() if _marks_current(words) for node in nodes)
    return [node for node in sorted(marked) if is_current(tree.attrs[node])]


def is_current(given: Mapping[str, str | None]) -> bool:
    """Whether an element is marked as the one the reader is at."""
    aria = given.get("aria-current") or ""
    return aria in ("page", "true") or _marks_current(given.get("class") or "")


@lru_cache(maxsize=4096)
def _marks_current(classes: str) -> bool:
    return _CURRENT.search(classes.lower()) is not None


_CURRENT = re.compile(
    r"current|active(?<!inactive)|selected(?<![a-z]selected)(?![a-z])|on(?<![a-z]on)(?![a-z])|this-?page(?<![a-z]this.page)(?<![a-z]thispage)(?![a-z])"
)
