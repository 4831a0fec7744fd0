"""A page as flat columns, read once: every later question is arithmetic on intervals.

Nodes are numbered in document order, so a subtree is the interval `[i, ends[i])` and its text is a slice. The parser
is selectolax (lexbor): on 78 captured listing pages parsing and walking took 0.44 ms a page in the median (p95 1.4)
where lxml took 1.0 (p95 3.0), and lexbor follows the HTML standard on broken markup as a browser does.
Not here: what the nodes mean (`shape`, `induce`) and the network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing.bounds import TAG_MAX, bounded
from scraper.listing.resolve import absolute

__all__ = [
    "BLOCKS", "HEADINGS", "UNSEEN", "Attributes", "Tree", "absolute", "bounded", "collapse", "columns", "parse", "plain_text",
]  # fmt: skip

# Elements that open a line of their own; everything else runs on in the line.
BLOCKS = frozenset(
    "address article aside blockquote body br button canvas caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav object ol option "
    "p pre search section select summary table tbody td tfoot th thead title tr ul".split()
)
# Elements whose content a reader never sees.
UNSEEN = frozenset(
    "script style noscript template svg math iframe object select datalist textarea head".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

# A hidden element with this many links is a tab or the rest of a list; one with fewer is a menu of formats, a tooltip.
LINKS_WAITING = 5

# Beyond so many nodes a page is read no further.
NODES_MAX = 50_000  # 5 MB of links take 0.8 s, 100,000 nodes took 1.7; a listing of 10,000 plain rows. `Tree.cut` tells

END = 40  # characters by which a page that is whole is known to have its end

_SPACES = re.compile(r"[ \t\n\r\f\x0b\x00]+")


Attributes = dict[str, str | None]
"""Attributes of an element as written, None for one without a value."""


@dataclass(slots=True, eq=False)
class Tree:
    """A parsed page.

    Attributes:
        url: address the page came from; links are resolved against it and `<base>`.
        base: address that links are resolved against.
        cut: True where the page was too large or too deep and only its beginning was read.
        tags: element name, or "" for a text node.
        parents: number of the parent, -1 for the root.
        ends: one past the last node of the subtree.
        attrs: attributes of an element; an empty mapping for text.
        pieces: what the node adds to the visible text, with a space where a block begins or has ended.
        unseen: True for nodes no reader sees.
        title: content of `<title>`.
        language: what `<html lang>` or a meta element declares, or "".
        metas: name or property (lower case) to content, first one wins.
        rels: `(rel tokens, href, type)` of `<link>` elements.
        scripts: `(type, id, text)` of scripts that may hold data.
    """

    url: str
    base: str = ""
    cut: bool = False
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    attrs: list[dict[str, str | None]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    unseen: list[bool] = field(default_factory=list)
    title: str = ""
    language: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    rels: list[tuple[frozenset[str], str, str]] = field(default_factory=list)
    scripts: list[tuple[str, str, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tags)

    def kids(self, node: int) -> list[int]:
        """Children of a node, text nodes included."""
        found = []
        at, stop, ends = node + 1, self.ends[node], self.ends
        while at < stop:
            found.append(at)
            at = ends[at]
        return found

    def text(self, start: int, end: int | None = None) -> str:
        """Visible text of the nodes `[start, end)`, white space collapsed, no-break spaces kept."""
        stop = self.ends[start] if end is None else end
        return collapse("".join(self.pieces[start:stop]))

    def text_all(self) -> str:
        """Visible text of the whole page on one line."""
        return collapse("".join(self.pieces))

    def attr(self, node: int, name: str) -> str:
        """An attribute's value, "" where it is missing or has no value."""
        return self.attrs[node].get(name) or ""

    def inside(self, node: int, tags: frozenset[str]) -> bool:
        """Whether the node or an ancestor is one of these elements."""
        while node >= 0:
            if self.tags[node] in tags:
                return True
            node = self.parents[node]
        return False

    def link(self, href: str) -> str:
        """A link as a browser would follow it: absolute, or "" when it leads to no page."""
        return absolute(self.base or self.url, href)


def collapse(text: str) -> str:
    """White space as a browser shows it; U+00A0 and other typographic spaces stay."""
    if text.isprintable():
        return text.strip(" ") if "  " not in text else " ".join(text.split())
    lined = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if lined.isprintable():  # no other white space is left: the usual case, in half the time
        return " ".join(lined.split())
    return _SPACES.sub(" ", text).strip(" ")


def plain_text(markup: str) -> str:
    """A fragment of HTML (or plain text with entities) as one line of text."""
    if "<" not in markup and "&" not in markup:
        return collapse(markup)
    return columns.__wrapped__(f"<body>{markup}").text_all()  # a fragment does not displace the page


@lru_cache(maxsize=1)
def parse(html: str | bytes, url: str) -> Tree:
    """Parse a page into columns.

    Args:
        html: the page; bytes are read as UTF-8 with lone bytes kept as marks.
        url: the address it came from.

    Returns:
        The tree; a page without markup gives one with few nodes, never an error.
    """
    read = columns(html)
    return replace(read, url=url, base=absolute(url, read.base) if read.base else url)


@lru_cache(maxsize=1)
def columns(html: str | bytes) -> Tree:
    """Read a page without an address; the last one is kept, here and with its address in `parse`.

    A run asks one page for its lists, next page, language and feeds; the columns are the same for all of them, hold
    no address and are never written to after this. One page is kept, not more: the columns of a 5 MB page take 22 MB.
    """
    source = bounded(html)
    parser = LexborHTMLParser(source)
    shorter = len(source) < len(html) - TAG_MAX
    tree = Tree(
        "", cut=shorter and source[-END:] != html[-END:]
    )  # attributes and options are no part of the text
    if parser.root is not None:
        _Filler(tree).walk(parser.root)
    return tree


class _Filler:
    """Walks lexbor's nodes once, in document order."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.veils: list[int] = []  # elements hidden by attribute, style or class
        self.veiled: dict[int, str] = {}  # their text nodes and what they would say
        # The open elements from the root down to the current node: lexbor's ids, our numbers.
        self.ids: list[int] = []
        self.numbers: list[int] = []

    def walk(self, root: LexborNode) -> None:
        tree, ids, numbers = self.tree, self.ids, self.numbers
        tags, parents, ends, attrs = tree.tags, tree.parents, tree.ends, tree.attrs
        pieces, unseen = tree.pieces, tree.unseen
        pending = False  # a block has ended since the last node
        spaced = True  # what stands before ends in white space
        above, up = 0, -1  # the innermost open element: lexbor's id and our number
        sealed = 0  # open elements whose content is never seen
        for node in root.traverse(include_text=True):
            tag = node.tag or "-"
            text = ""
            if tag == "-text":
                text = node.text_content or ""
                if spaced and not sealed and text.isspace() and text.isascii():
                    continue  # as below, before anything is asked of the node
            elif tag[0] in "-_!":
                continue
            parent = node.parent
            holder = parent.mem_id if parent is not None else 0
            number = len(tags)
            while numbers and above != holder:
                ids.pop()
                closed = numbers.pop()
                ends[closed] = number
                kind = _KINDS.get(tags[closed], 0)
                sealed -= kind & _SEALED
                pending = pending or kind >= _BLOCK
                above, up = (ids[-1], numbers[-1]) if numbers else (0, -1)
            hidden = up >= 0 and unseen[up]
            if tag == "-text":
                if sealed and hidden:
                    self._aside(up, text)
                    continue
                if (pending or spaced) and text.isspace() and text.isascii():
                    continue  # more white space where some is already: a third of a page's nodes
                piece = " " + text if pending else text
                spaced = text[-1:].isspace()
                if hidden:
                    self.veiled[number] = piece
                tags.append("")
                attrs.append(_NONE)
                pieces.append("" if hidden else piece)
                pending = False
                parents.append(up)
                ends.append(number + 1)
                unseen.append(hidden)
                continue
            if number >= NODES_MAX:
                tree.cut = True
                break
            given = node.attributes
            kind = _KINDS.get(tag, 0)
            tags.append(tag)
            attrs.append(given)
            parents.append(up)
            ends.append(number + 1)
            if given and not hidden and _is_hidden(given):
                self.veils.append(number)
                hidden = True
            sealed += kind & _SEALED
            unseen.append(hidden or kind & _SEALED > 0)
            if pending or kind >= _BLOCK:
                pieces.append(" ")
                spaced, pending = True, False
            else:
                pieces.append("")
            above, up = node.mem_id, number
            ids.append(above)
            numbers.append(number)
            if tag in _HEAD:
                self._head(tag, given)
        last = len(tags)
        for number in numbers:
            ends[number] = last
        self._lift()
        self._language()

    def _lift(self) -> None:
        """Show again what only waits for a click: a tab or the rest of a list, hidden by style but full of links.

        With fewer links it still is one that calls itself a panel, or where the page shows another element of the same class.
        """
        tree = self.tree
        seen = self._seen_kinds() if self.veils else frozenset()
        for veil in self.veils:
            end = tree.ends[veil]
            links = sum(1 for node in range(veil, end) if tree.tags[node] == "a")
            panel = links > 0 and (
                (tree.tags[veil], tree.attr(veil, "class")) in seen or tree.attr(veil, "role") == "tabpanel"
            )
            if (links < LINKS_WAITING and not panel) or tree.tags[veil] in UNSEEN:
                continue
            for node in range(veil, end):
                tree.unseen[node] = tree.tags[node] in UNSEEN or (
                    tree.unseen[tree.parents[node]] and node != veil
                )
                if not tree.unseen[node] and node in self.veiled:
                    tree.pieces[node] = self.veiled[node]

    def _seen_kinds(self) -> frozenset[tuple[str, str]]:
        """Tag and class of the elements with a class that are shown."""
        tree = self.tree
        return frozenset(
            (tag, names)
            for tag, given, unseen in zip(tree.tags, tree.attrs, tree.unseen, strict=True)
            if given and not unseen and (names := given.get("class"))
        )

    def _aside(self, holder: int, text: str) -> None:
        tag, given = self.tree.tags[holder], self.tree.attrs[holder]
        if tag == "title" and not self.tree.title:
            self.tree.title = collapse(text)
        elif tag == "script" and not given.get("src"):
            self.tree.scripts.append(((given.get("type") or "").lower(), given.get("id") or "", text))

    def _head(self, tag: str, given: dict[str, str | None]) -> None:
        tree = self.tree
        if tag == "base":
            tree.base = tree.base or given.get("href") or ""
        elif tag == "link":
            rel = frozenset((given.get("rel") or "").lower().split())
            tree.rels.append((rel, given.get("href") or "", (given.get("type") or "").lower()))
        elif tag == "meta":
            names = (given.get(kind) for kind in ("name", "property", "itemprop", "http-equiv"))
            name = (next(filter(None, names), "") or "").lower()
            if name:
                tree.metas.setdefault(name, given.get("content") or "")

    def _language(self) -> None:
        tree = self.tree
        for number in range(min(2, len(tree))):
            if tree.tags[number] == "html":
                tree.language = (tree.attr(number, "lang") or tree.attr(number, "xml:lang")).strip()
        tree.language = tree.language or tree.metas.get("content-language", "").split(",")[0].strip()
        tree.language = tree.language or tree.metas.get("og:locale", "").replace("_", "-").strip()


_NONE: dict[str, str | None] = {}
_SEALED, _BLOCK = 1, 2
_KINDS = {tag: _SEALED * (tag in UNSEEN) + _BLOCK * (tag in BLOCKS) for tag in UNSEEN | BLOCKS}
_HEAD = frozenset({"base", "link", "meta"})
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


# Classes by which style sheets show text to screen readers only ("(opens in a new window)").
_READERS_ONLY = frozenset(
    "visually-hidden visuallyhidden sr-only screen-reader-text screen-reader-only element-invisible assistive-text "
    "u-hidden-visually offscreen a11y-hidden".split()
)


def _is_hidden(given: dict[str, str | None]) -> bool:
    if "hidden" in given or ("style" in given and _DISPLAY_NONE.search(given["style"] or "")):
        return True
    names = given.get("class")
    return names is not None and _for_readers_only(names)


@lru_cache(maxsize=4096)
def _for_readers_only(names: str) -> bool:
    return not _READERS_ONLY.isdisjoint(names.split())
