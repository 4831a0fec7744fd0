"""The next page where no link leads to it: an address kept for a script.

A button that loads more entries asks for an address the page holds already, in an attribute or in its data; any that a
plain GET can ask for is as good as a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.page_values import documents
from scraper.listing.markup.tree import Tree

# Words in the name of an attribute that asks for more: `data-next-url`, `data-load-more`; never `data-lazyload-src`.
_MORE = frozenset(
    "next more load loadmore nextpage nexturl nextlink scroll infinite older pagination".split()
)
_NEXT = frozenset("next nextpage nexturl nextlink".split())
"""The first of them: no element of HTML has such an attribute, and a component that has one (`next`, `next-url`) is its list's pager."""
FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|ico|css|js|mp[34]|webm|woff2?|pdf)(?:$|[?#])", re.IGNORECASE
)
_SCRIPTED = frozenset({"dat", "hx-", "up-", "ic-"})
_GETS = frozenset({"hx-get", "up-href", "ic-get-from"})
# Attributes that hold the address of whatever a button does, in the order they are asked; the button's words decide.
PLAIN = ("data-url", "data-href", "data-ajax-url", "data-endpoint", "data-src-url", "data-path")
# Attributes of which none holds an address for a script; eight in ten elements but links have no other.
SILENT = frozenset(
    "class href id style src srcset alt title width height type name value content rel target role lang dir for tabindex "
    "datetime colspan rowspan align aria-label aria-hidden itemprop itemscope itemtype loading decoding sizes".split()
)
_NEXT_KEYS = frozenset(
    "next nexturl nextpage nextpageurl nextlink nexthref loadmore loadmoreurl moreurl morelink nextpagelink".split()
)
_FOLD = re.compile(r"[^a-z]")
# Levels of JSON, and characters of a script, that are searched for an address: half and twice as many read the 78 captured pages alike.
DEPTH_MAX, SCRIPT_MAX = 12, 2_000_000


def asking(tree: Tree) -> Iterator[str]:
    """Addresses in the attributes of a page's elements that a script asks for more entries."""
    return filter(None, (asked(tree.attrs[node]) for node in bearing(tree, filter(asks, tree.bearers))))


def asked(given: Mapping[str, str | None]) -> str:
    """The address in an element's attributes that a script asks for more entries, or ""."""
    if SILENT.issuperset(given):
        return ""
    for name, value in given.items():
        if value and asks(name) and _is_address(value):
            return value
    return ""


@lru_cache(maxsize=1024)
def asks(name: str) -> bool:
    """Whether an attribute of this name holds what a script asks for more entries."""
    words = name.split("-")
    return words[0] in _NEXT or (name[:3] in _SCRIPTED and (name in _GETS or not _MORE.isdisjoint(words)))


_PLAIN = frozenset(PLAIN)


def plainly(given: Mapping[str, str | None]) -> str:
    """The address a button holds for its script, whatever it does, or ""."""
    if _PLAIN.isdisjoint(given):
        return ""
    return next((value for name in PLAIN if (value := given.get(name) or "") and _is_address(value)), "")


def _is_address(value: str) -> bool:
    plain = not value.startswith(("{", "[", "<", "#")) and not any(map(str.isspace, value.strip()))
    return plain and ("/" in value or value.startswith("?")) and not FILES.search(value)


def in_data(tree: Tree) -> Iterator[str]:
    """Addresses the page's data calls next (`nextPageUrl`, `links.next`), as they stand there."""
    for kind, _, text in tree.scripts:
        if len(text) <= SCRIPT_MAX and _NAMES_NEXT.search(text):
            for data in documents(kind, text):
                yield from nexts(data)
    for node in bearing(tree, [name for name in tree.bearers if name not in SILENT]):
        for said in tree.attrs[node].values():
            if said and said[:1] in ("{", "[") and _NAMES_NEXT.search(said):
                for data in documents("json", said):
                    yield from nexts(data)


_NAMES_NEXT = re.compile(r"""["'](?:next|load_?more|more_?(?:url|link))""", re.IGNORECASE)


def nexts(data: object, depth: int = 0) -> Iterator[str]:
    """Addresses that a JSON value calls next, outermost first in each branch."""
    if depth > DEPTH_MAX:
        return
    if isinstance(data, dict):
        for key, value in data.items():
            if _says_next(key):
                said = value.get("href") or value.get("url") if isinstance(value, dict) else value
                if isinstance(said, str) and _is_address(said):
                    yield said
            yield from nexts(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from nexts(value, depth + 1)


@lru_cache(maxsize=1024)
def _says_next(key: str) -> bool:
    return _FOLD.sub("", key.lower()) in _NEXT_KEYS


def lazily(tree: Tree) -> Iterator[str]:
    """Addresses of frames that a page loads when the reader comes to them (`<turbo-frame loading="lazy">`)."""
    for node in bearing(tree, ("loading",)):
        if tree.tags[node] == "turbo-frame" and tree.attr(node, "loading") == "lazy":
            yield from filter(None, (tree.attr(node, "src"),))


def preloaded(tree: Tree) -> Iterator[str]:
    """Data that a page has its browser fetch at once (`<link rel="preload" as="fetch">`): what its scripts make the page from."""
    for node in bearing(tree, ("as",)):
        if (
            tree.tags[node] == "link"
            and tree.attr(node, "as") == "fetch"
            and "preload" in tree.attr(node, "rel")
        ):
            yield from filter(None, (tree.attr(node, "href"),))


# a word of its own, by what is found fast
_WRITES = re.compile(r"createPage(?<!\wcreatePage)(?:HTML)?\(([^()]{5,200})\)")
_ARGUMENT = re.compile(r"""\d+|["'][^"']*["']|[A-Za-z_]\w*""")
_NUMBERED = re.compile(r"\bvar\s+([A-Za-z_]\w*)\s*=\s*(\d+)\b")


def written(tree: Tree) -> Iterator[str]:
    """The next page of a pager that a script writes from its arguments, as TRS, the system of Chinese authorities, does.

    `createPageHTML(20, 0, "index", "html")`: the number of pages, the own one from 0, and the name of the files; the
    second file is `index_1.html`. Newer versions name an element first, and a style and the number of entries last. The function may stand
    in the same script, and the numbers in variables.
    """
    for _, _, text in tree.scripts:
        if len(text) > SCRIPT_MAX or "createPage" not in text:
            continue
        numbers: dict[str, str] = dict(_NUMBERED.findall(text))
        for call in _WRITES.finditer(text):
            given = [numbers.get(value, value) for value in _ARGUMENT.findall(call[1])]
            counts = [int(value) for value in given if value.isdecimal()]
            names = [value.strip("\"'") for value in given if value[0] in "\"'"]
            ending = max((at for at, name in enumerate(names) if _ENDING.fullmatch(name)), default=0)
            if len(counts) > 1 and ending and counts[1] + 1 < counts[0]:
                yield f"{names[ending - 1]}_{counts[1] + 1}.{names[ending].lstrip('.')}"


_ENDING = re.compile(r"\.?(?:s?html?|jspx?|aspx?|php)", re.IGNORECASE)
