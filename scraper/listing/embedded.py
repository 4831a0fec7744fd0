"""Entries from a page's own data, for pages whose HTML is an empty shell that scripts fill.

JSON-LD, `__NEXT_DATA__`, Nuxt's and other `window.X = {…}` states hold the same entries a browser would show. Any array
of three or more objects that have a title and a link counts; key names are compared in a folded form, so no framework
is known by name, and where they say nothing what the keys hold is asked (`key_roles`). The visible page is asked first: data may hold what the page does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from scraper.listing.entry import Entry, FoundList
from scraper.listing.key_roles import NO_ROLES, Roles, by_contents
from scraper.listing.markup.page_values import ARRAY_MIN, ATTRIBUTE_MIN, documents, page_values
from scraper.listing.markup.table_rows import rows
from scraper.listing.markup.tree import Tree, absolute, collapse, plain_text

# Levels of JSON that are searched for entries; 15 and 60 read the 78 captured pages alike.
DEPTH_MAX = 30
# Of a list in data that calls its objects articles, and of any other array of titles and links; half of either reads the captured
# pages alike, for it speaks on empty shells only.
CONFIDENCE_TYPED, CONFIDENCE_PLAIN = 0.9, 0.6
# Share of an array's objects that must have a title and a link.
COMPLETE_SHARE = 0.8

_KEYS = {
    "title": ("headline", "title", "name", "heading", "titel", "titre", "titulo"),
    "url": ("url", "link", "href", "permalink", "canonicalurl", "externalurl", "path", "uri", "mainentityofpage", "fullslug", "slug", "id"),
    "date": ("datepublished", "publishedat", "publishedon", "publisheddate", "publishdate", "published", "firstpublishedat", "pubdate",
             "dateposted", "publicationdate", "pubdatetime", "date", "dategmt", "datecreated", "createdat", "created", "startdate", "timestamp"),
    "excerpt": ("description", "excerpt", "summary", "teaser", "abstract", "standfirst", "lead", "intro", "subtitle", "dek",
                "contenttext", "contenthtml", "body"),
    "category": ("articlesection", "category", "section", "rubric", "topic", "kicker"),
    "author": ("author", "byline", "creator"),
}  # fmt: skip
_FOLD = re.compile(r"[^a-z]")


def embedded_lists(tree: Tree) -> list[FoundList]:
    """Arrays of entries in the page's data, the most complete first; what cannot be read proves nothing."""
    found: list[FoundList] = []
    base = tree.base or tree.url
    state: object = None
    for kept in page_values(tree):
        if kept.plain:
            state = kept.value
        elif _same(kept.value, state):  # what a script assigns is one of its literals, too
            continue
        lists = lists_in(kept.value, base, kept.place, folder=_folder(base), typed=kept.typed)
        found += [one for one in lists if kept.plain or any(entry.dated for entry in one.entries)]
    return _ordered(found)


def _same(value: object, other: object) -> bool:
    """Whether two values are equal; those nested too deep to be compared are not."""
    try:
        return value == other
    except RecursionError:
        return False


def _folder(url: str) -> str:
    """What a slug is below: the page, for a router names an entry's page after its list's (`/blog/[slug]`), without the page's number."""
    path = _NUMBER.sub("", url.partition("#")[0].partition("?")[0])
    return path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"


_NUMBER = re.compile(r"(?:/page)?/\d{1,3}/?$")


def lists_in(
    data: object, base: str, place: str, *, folder: str = "", typed: bool = False, least: int = ARRAY_MIN
) -> list[FoundList]:
    """Arrays of entries in a JSON value, the most complete first.

    Args:
        data: the value.
        base: what its links are resolved against.
        place: what to call an array that stands under no key.
        folder: what the last parts of addresses are resolved against where these are all that an entry has; the base where not given.
        typed: whether its vocabulary is schema.org's.
        least: fewest entries of an array.
    """
    made = (
        _list(base, folder or base, array, name, typed=typed)
        for name, array in _arrays(data, place, 0, least)
    )
    return _ordered([one for one in made if len(one.entries) >= least])


def _ordered(found: list[FoundList]) -> list[FoundList]:
    """Each list once, the surest and fullest first."""
    once: dict[tuple[str, ...], FoundList] = {}
    for one in found:
        once.setdefault(tuple(entry.url for entry in one.entries), one)
    return sorted(once.values(), key=lambda one: (-one.confidence, -_fullness(one)))


def _fullness(one: FoundList) -> int:
    return sum(bool(entry.title) + entry.dated + bool(entry.excerpt) for entry in one.entries)


def _arrays(
    data: object, place: str, depth: int, least: int = ARRAY_MIN
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    if depth > DEPTH_MAX:
        return
    if isinstance(data, list):
        objects = [_item(thing) for thing in rows(data)]
        if len(objects) >= least and len(objects) >= COMPLETE_SHARE * len(data):
            yield place, objects
        for thing in data:
            yield from _arrays(thing, place, depth + 1, least)
    elif isinstance(data, str):
        if len(data) >= ATTRIBUTE_MIN and data.lstrip()[:1] in ("{", "["):  # JSON within JSON
            for inner in documents("json", data):
                yield from _arrays(inner, place, depth + 1, least)
    elif isinstance(data, dict):
        yield from _maps(data, place, least)
        for key, thing in data.items():
            yield from _arrays(thing, str(key) if isinstance(thing, list) else place, depth + 1, least)


def _maps(data: dict[str, Any], place: str, least: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Dated objects of one type that stand under their ids, as stores keep them (`Post:4711`, `byId`)."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for thing in data.values():
        if isinstance(thing, dict):
            whole = {key: _referred(value, data) for key, value in thing.items()}
            kinds.setdefault(_said(thing.get("__typename")), []).append(_item(whole))
    for kind, objects in kinds.items():
        dated = [one for one in objects if _moment(one) and _pick(one, "title")]
        if least <= len(dated) and len(dated) >= COMPLETE_SHARE * len(objects):
            yield kind or place, objects


def _referred(value: Any, store: dict[str, Any]) -> Any:
    """What a value refers to in its store (`{"__ref": "Route:4711"}`), else the value."""
    return store.get(str(value["__ref"])) if isinstance(value, dict) and "__ref" in value else value


def _item(thing: dict[str, Any]) -> dict[str, Any]:
    """The entry itself where an array holds wrappers (`ListItem.item`, GraphQL's `node`, what a file says in its front matter)."""
    for _ in range(_WRAPPED_MAX):
        inner = {key: value for key in _WRAPPERS if isinstance(value := thing.get(key), dict)}
        if not inner or _pick(thing, "title"):
            break
        thing = {name: value for name, value in thing.items() if name not in inner}
        for value in inner.values():
            thing |= value
    return thing


_WRAPPERS = (
    "item",
    "node",
    "attributes",
    "_source",
    "content",
    "fields",
    "data",
    "meta",
    "metadata",
    "frontmatter",
)
_WRAPPED_MAX = 3  # `edges` of `node` of `frontmatter`


def _list(base: str, folder: str, array: list[dict[str, Any]], place: str, *, typed: bool) -> FoundList:
    entries = _entries(base, folder, array)
    if lacking := _lacking(entries, len(array)):
        roles = {role: key for role, key in by_contents(array, _said).items() if role in lacking}
        entries = _entries(base, folder, array, roles) if roles else entries
    if len(entries) < COMPLETE_SHARE * len(array):
        entries = []
    name = "-".join(re.findall(r"[a-z]+", place.lower())[:4]) or "data"
    confidence = CONFIDENCE_TYPED if typed else CONFIDENCE_PLAIN
    dated = sum(bool(entry.datetime or entry.date) for entry in entries)
    if not dated:
        confidence /= 2
    reason = (
        f"{len(entries)} objects with a title and a link in the page's data under {place!r}, {dated} dated"
    )
    return FoundList(name, tuple(entries), confidence, reason, shape=f"data {name}")


def _lacking(entries: Sequence[Entry], size: int) -> set[str]:
    """The roles that no key of an array's objects has by its name; a day that all have is that of an import."""
    if len(entries) < COMPLETE_SHARE * size:
        return {"title", "url", "date", "excerpt"}
    days = [entry.datetime or entry.date for entry in entries if entry.dated]
    undated = len(days) < COMPLETE_SHARE * size or len(set(days)) == 1
    told = {"date": not undated, "excerpt": any(entry.excerpt for entry in entries)}
    return {role for role, is_told in told.items() if not is_told}


def _entries(base: str, folder: str, array: list[dict[str, Any]], roles: Roles = NO_ROLES) -> list[Entry]:
    """The objects that have a title and lead on, by the names of their keys or else by the roles these have."""
    entries = []
    for thing in array:
        title, link, moment = _pick(thing, "title", roles), _pick(thing, "url", roles), _moment(thing, roles)
        if not title or not link or not _leads(link, dated=bool(moment)):
            continue
        entries.append(
            Entry(
                title=plain_text(title),
                url=absolute(base if "/" in link else folder, link),
                date="" if moment else _pick(thing, "date", roles),
                datetime=moment,
                excerpt=plain_text(_pick(thing, "excerpt", roles)),
                category=plain_text(_pick(thing, "category")),
                author=plain_text(_pick(thing, "author")),
            )
        )
    return entries


def _moment(thing: dict[str, Any], roles: Roles = NO_ROLES) -> str:
    """A machine-readable date: what begins as ISO does, or seconds (or milliseconds) since 1970."""
    for value in _values(thing, "date", roles):
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = value / 1000 if value > _MILLISECONDS else value
            if _SINCE <= seconds < _UNTIL:
                return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
        elif text := _said(value):
            return text if _ISO.match(text) else ""
    return ""


_ISO = re.compile(r"\d{4}-\d\d")
_SINCE, _UNTIL, _MILLISECONDS = 10**8, 4 * 10**9, 10**11  # 1973 to 2096 in seconds; beyond are milliseconds


def _leads(link: str, *, dated: bool) -> bool:
    """Whether a value is an address, or the last part of one: of a dated entry a single word is. A picture's is no entry's."""
    return not _PICTURE.search(link) and (
        "/" in link or link.count("-") >= 2 or (dated and not link.isdecimal() and " " not in link)
    )


_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)", re.IGNORECASE)


def _pick(thing: dict[str, Any], role: str, roles: Roles = NO_ROLES) -> str:
    return next(filter(None, map(_said, _values(thing, role, roles))), "")


def _values(thing: dict[str, Any], role: str, roles: Roles) -> list[Any]:
    """What an object may hold in a role, the likeliest first."""
    named = [thing[key] for key in _named(tuple(thing), role)]
    return [thing[roles[role]], *named] if roles.get(role) in thing else named


@lru_cache(maxsize=1024)
def _named(keys: tuple[str, ...], role: str) -> tuple[str, ...]:
    """The keys of a role by their names, the likeliest first; the objects of a list have the same keys."""
    folded = {_FOLD.sub("", key.lower()): key for key in keys}
    return tuple(folded[name] for name in _KEYS[role] if name in folded)


def _said(value: object) -> str:
    """A cell of a data object as text: a string, WordPress' `{"rendered": …}`, an `@id`, the first of several."""
    if isinstance(value, str):
        return collapse(value)
    if isinstance(value, dict):
        return next(
            (
                collapse(inner)
                for key in (
                    "rendered",
                    "@id",
                    "url",
                    "alias",
                    "href",
                    "path",
                    "name",
                    "current",
                    "summary",
                    "processed",
                    "value",
                    "text",
                )
                if isinstance(inner := value.get(key), str) and inner
            ),
            "",
        )
    if isinstance(value, list) and value:
        return _said(value[0])
    return ""
