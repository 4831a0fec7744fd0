"""A page as flat columns, read once: every later question is arithmetic on intervals.

Nodes are numbered in document order, so a subtree is the interval `[i, ends[i])` and its text is a slice. The parser
is selectolax (lexbor): on 78 captured listing pages parsing and walking took 0.44 ms a page in the median (p95 1.4)
where lxml took 1.0 (p95 3.0), and lexbor follows the HTML standard on broken markup as a browser does.
Not here: what the nodes mean (`shape`, `induce`) and the network.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from scraper.listing.markup.bounds import TAG_MAX, bounded
from scraper.listing.markup.elements import BLOCKS, HEADINGS, UNSEEN, Attributes, collapse
from scraper.listing.markup.left_open import OFTEN, unended, with_ends
from scraper.listing.markup.resolve import absolute, host_of
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.markup.walk import NODES_MAX, fill
from scraper.listing.markup.written import as_written

__all__ = [
    "BLOCKS", "HEADINGS", "NODES_MAX", "UNSEEN", "Attributes", "Tree", "absolute", "bounded", "collapse", "columns", "parse", "plain_text",
]  # fmt: skip

END = 40  # characters by which a page that is whole is known to have its end


@dataclass(slots=True, eq=False)
class Tree:
    """A parsed page.

    Attributes:
        url: address the page came from, spelled as its links spell it; links are resolved against it and `<base>`.
        base: address that links are resolved against.
        cut: True where the page was too large or too deep and only its beginning was read.
        tags: element name, or "" for a text node.
        parents: number of the parent, -1 for the root.
        ends: one past the last node of the subtree.
        attrs: attributes of an element; an empty mapping for text.
        pieces: what the node adds to the visible text, with a space where a block begins or has ended.
        unseen: True for nodes no reader sees.
        bearers: the elements that bear an attribute, by its name, in page order.
        classes: those with a class, by all that the attribute says: a page has a few times fewer classes than elements.
        ids: the same of ids.
        veiled: what text nodes would say that an attribute, style or class hides, by number.
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
    bearers: dict[str, list[int]] = field(default_factory=dict)
    classes: dict[str, list[int]] = field(default_factory=dict)
    ids: dict[str, list[int]] = field(default_factory=dict)
    veiled: dict[int, str] = field(default_factory=dict)
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

    def fits(self, node: int, most: int) -> bool:
        """Whether the visible text of a subtree has at most so many characters; of a longer one no more is read."""
        said = 0
        for at in range(node, self.ends[node]):
            said += len("".join(self.pieces[at].split()))
            if said > most:
                return False
        return len(self.text(node)) <= most

    def text_all(self) -> str:
        """Visible text of the whole page on one line."""
        return collapse("".join(self.pieces))

    def attr(self, node: int, name: str) -> str:
        """An attribute's value, "" where it is missing or has no value."""
        return self.attrs[node].get(name) or ""

    def around(self, node: int) -> Iterator[int]:
        """The node and the elements around it, innermost first."""
        while node >= 0:
            yield node
            node = self.parents[node]

    def within(self, node: int, tags: Collection[str]) -> int:
        """The innermost of these elements that the node is or stands in, -1 where it is in none."""
        while node >= 0 and self.tags[node] not in tags:
            node = self.parents[node]
        return node

    def inside(self, node: int, tags: Collection[str]) -> bool:
        """Whether the node is, or stands in, one of these elements."""
        return self.within(node, tags) >= 0

    def block(self, node: int) -> int:
        """The innermost block that the node is or stands in, the root where it is in none."""
        return max(self.within(node, BLOCKS), 0)

    def link(self, href: str) -> str:
        """A link as a browser would follow it: absolute, or "" when it leads to no page."""
        return absolute(self.base or self.url, href)

    def is_home(self, href: str) -> bool:
        """Whether a link leads to the page's own host."""
        return host_of(self.link(href)) == host_of(self.url)

    @property
    def here(self) -> str:
        """The page's address without a place on it."""
        return self.url.partition("#")[0]


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
    read, url = columns(html), as_written(url, html)
    return replace(read, url=url, base=absolute(url, read.base) if read.base else url)


@lru_cache(maxsize=1)
@uncollected()
def columns(html: str | bytes) -> Tree:
    """Read a page without an address; the last one is kept, here and with its address in `parse`.

    A run asks one page for its lists, next page, language and feeds; the columns are the same for all of them, hold
    no address and are never written to after this. One page is kept, not more: the columns of a 5 MB page take 22 MB.
    """
    source = bounded(html)
    shorter = len(source) < len(html) - TAG_MAX
    missing = unended(source, OFTEN)
    if missing > 0:
        source = with_ends(source)
        missing = unended(source, OFTEN)
    parser = LexborHTMLParser(source)
    # attributes and options are no part of the text
    tree = Tree("", cut=shorter and source[-END:] != html[-END:])
    if parser.root is not None:
        fill(tree, parser.root, source, missing)
    return tree
