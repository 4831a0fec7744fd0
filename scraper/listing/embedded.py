"""Entries from a page's own data, for pages whose HTML is an empty shell that scripts fill.

JSON-LD, `__NEXT_DATA__`, Nuxt's and other `window.X = {…}` states hold the same entries a browser would show. Any array
of three or more objects that have a title and a link counts; key names are compared in a folded form, so no framework
is known by name. The visible page is asked first: data may hold what the page does not show.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scraper.listing.entry import Entry, FoundList
from scraper.listing.tree import Tree, collapse, plain_text

ARRAY_MIN = 3  # two objects with a title and a link are a breadcrumb or a pair of languages
DEPTH_MAX = 30
SCRIPT_MAX = 6_000_000  # characters of one script that are still read
CONFIDENCE_TYPED, CONFIDENCE_PLAIN = 0.9, 0.6
# Share of an array's objects that must have a title and a link.
COMPLETE_SHARE = 0.8

_KEYS = {
    "title": ("headline", "title", "name", "heading", "titel", "titre", "titulo"),
    "url": ("url", "link", "href", "permalink", "canonicalurl", "path", "uri", "mainentityofpage", "fullslug", "slug", "id"),
    "date": ("datepublished", "publishedat", "publisheddate", "publishdate", "published", "firstpublishedat", "pubdate",
             "date", "datecreated", "createdat", "created", "startdate", "timestamp"),
    "excerpt": ("description", "excerpt", "summary", "teaser", "abstract", "standfirst", "lead", "intro", "subtitle", "dek"),
    "category": ("articlesection", "category", "section", "rubric", "topic", "kicker"),
    "author": ("author", "byline", "creator"),
}  # fmt: skip
_FOLD = re.compile(r"[^a-z]")
_STATE = re.compile(r"(?:window\.|self\.|var\s+|let\s+|const\s+)[\w$.\[\]\"']+\s*=\s*(?=[{\[])")


def embedded_lists(tree: Tree) -> list[FoundList]:
    """Arrays of entries in the page's data, the most complete first; JSON that cannot be read proves nothing."""
    found: list[FoundList] = []
    seen: set[tuple[str, ...]] = set()
    for kind, identity, text in tree.scripts:
        if len(text) > SCRIPT_MAX:
            continue
        for data in _documents(kind, text):
            for place, array in _arrays(data, identity or kind or "script", 0):
                one = _list(tree, array, place, typed="ld+json" in kind)
                key = tuple(entry.url for entry in one.entries)
                if len(one.entries) >= ARRAY_MIN and key not in seen:
                    seen.add(key)
                    found.append(one)
    return sorted(found, key=lambda one: (-one.confidence, -_fullness(one)))


def _fullness(one: FoundList) -> int:
    return sum(
        bool(entry.title) + bool(entry.date or entry.datetime) + bool(entry.excerpt) for entry in one.entries
    )


def _documents(kind: str, text: str) -> Iterator[object]:
    """The JSON values of a script: all of it, or what is assigned to a variable."""
    source = text.strip()
    try:
        if "json" in kind or source[:1] in "{[":
            yield json.loads(source.removeprefix("<!--").removesuffix("-->"), strict=False)
            return
        for start in _STATE.finditer(source):
            yield json.JSONDecoder(strict=False).raw_decode(source, start.end())[0]
    except (ValueError, RecursionError):  # a script in a script's language, or cut off
        return


def _arrays(data: object, place: str, depth: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    if depth > DEPTH_MAX:
        return
    if isinstance(data, list):
        objects = [_item(thing) for thing in data if isinstance(thing, dict)]
        if len(objects) >= ARRAY_MIN and len(objects) >= COMPLETE_SHARE * len(data):
            yield place, objects
        for thing in data:
            yield from _arrays(thing, place, depth + 1)
    elif isinstance(data, dict):
        for key, thing in data.items():
            yield from _arrays(thing, str(key) if isinstance(thing, list) else place, depth + 1)


def _item(thing: dict[str, Any]) -> dict[str, Any]:
    """The entry itself where an array holds wrappers (`ListItem.item`, GraphQL's `node`)."""
    for key in ("item", "node", "attributes", "_source", "content"):
        inner = thing.get(key)
        if isinstance(inner, dict) and not _pick(thing, "title"):
            outer = {name: value for name, value in thing.items() if name != key}
            return {**outer, **inner}
    return thing


def _list(tree: Tree, array: list[dict[str, Any]], place: str, *, typed: bool) -> FoundList:
    entries = []
    for thing in array:
        title, link = _pick(thing, "title"), _pick(thing, "url")
        if not title or not link or not _leads(link):
            continue
        entries.append(
            Entry(
                title=plain_text(title),
                url=tree.link(link),
                datetime=_pick(thing, "date"),
                excerpt=plain_text(_pick(thing, "excerpt")),
                category=plain_text(_pick(thing, "category")),
                author=plain_text(_pick(thing, "author")),
            )
        )
    if len(entries) < COMPLETE_SHARE * len(array):
        entries = []
    name = "-".join(re.findall(r"[a-z]+", place.lower())[:4]) or "data"
    confidence = CONFIDENCE_TYPED if typed else CONFIDENCE_PLAIN
    dated = sum(bool(entry.datetime) for entry in entries)
    if not dated:
        confidence /= 2
    reason = (
        f"{len(entries)} objects with a title and a link in the page's data under {place!r}, {dated} dated"
    )
    return FoundList(name, tuple(entries), confidence, reason, shape=f"data {name}")


def _leads(link: str) -> bool:
    return "/" in link or link.count("-") >= 2


def _pick(thing: dict[str, Any], role: str) -> str:
    folded = {_FOLD.sub("", key.lower()): value for key, value in thing.items()}
    for name in _KEYS[role]:
        text = _said(folded.get(name))
        if text:
            return text
    return ""


def _said(value: object) -> str:
    """A cell of a data object as text: a string, WordPress' `{"rendered": …}`, an `@id`, the first of several."""
    if isinstance(value, str):
        return collapse(value)
    if isinstance(value, dict):
        return next(
            (
                collapse(inner)
                for key in ("rendered", "@id", "url", "name", "current", "text")
                if isinstance(inner := value.get(key), str)
            ),
            "",
        )
    if isinstance(value, list) and value:
        return _said(value[0])
    return ""
