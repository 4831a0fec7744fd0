"""What a feed says of each entry: a proof that a teaser's lost end is given back from, also where it is no well-formed XML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from scraper.listing.markup.broken_xml import children
from scraper.listing.markup.tree import absolute, collapse, columns
from scraper.listing.records.labels import is_more
from scraper.listing.text_lines import text_of


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed; an empty string where the feed says nothing.

    Attributes:
        url: absolute link.
        title: plain text.
        text: full content, plain, paragraphs joined by a line feed.
        summary: description, plain.
        date: as written in the feed.
    """

    url: str = ""
    title: str = ""
    text: str = ""
    summary: str = ""
    date: str = ""


def read_feed(text: str | bytes, url: str) -> list[FeedItem]:
    """Read RSS 2, RSS 1 (RDF) or Atom.

    Args:
        text: the feed; text may hold marks for lone bytes.
        url: where it came from.

    Returns:
        Its items in order; an empty list where the text is no feed. A feed that is no well-formed XML is read as far
        as its items can be told apart.
    """
    source = text if isinstance(text, str) else text.decode("utf-8", "replace")
    source = source.lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n")
    begun = len(_DOCTYPE_BEGINS.findall(source))
    if begun > DOCTYPES_MAX:
        return without_signatures(list(_broken_feed(source, url)))
    if begun:
        source = _DOCTYPE.sub("", source)  # no entity of a feed's own is ever expanded
    try:
        root = ElementTree.fromstring(_XML_DECLARATION.sub("", source, count=1))  # noqa: S314  # its DOCTYPE is gone
    except (ElementTree.ParseError, ValueError, RecursionError):
        return without_signatures(list(_broken_feed(source, url)))
    base = _based(url, root)
    nodes = (node for node in root.iter() if _local(node.tag) in ("item", "entry"))
    return without_signatures([_item(node, _based(base, node)) for node in nodes])


DOCTYPES_MAX = 8
"""XML has one; each that does not end would be followed to the end of the text."""
_DOCTYPE_BEGINS = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_XML_DECLARATION = re.compile(r"^<\?xml[^>]*\?>")


def _local(tag: object) -> str:
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def _based(url: str, node: ElementTree.Element) -> str:
    """What the links inside an element are relative to (`xml:base`)."""
    given = node.get(_BASE)
    return (absolute(url, given) if given else "") or url


_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_OF_FILES = re.compile(r"\{[^}]*(?:/mrss|/podcast-1\.0\.dtd)", re.IGNORECASE)
"""Names of a picture or a recording, `media:title`, `itunes:title`: the item's where it has none itself."""
_FILE = re.compile(r"\{[^}]*/mrss[^}]*\}(?:content|group|thumbnail)$", re.IGNORECASE)


def _children(node: ElementTree.Element) -> list[ElementTree.Element]:
    """What an item says of itself, then what it says of its files, and what these say of themselves."""
    tags = [(child, child.tag if isinstance(child.tag, str) else "") for child in node]
    files = [child for child, tag in tags if _FILE.match(tag)]
    return [
        *(child for child, tag in tags if not _OF_FILES.match(tag)),
        *(child for child, tag in tags if _OF_FILES.match(tag) and child not in files),
        *(told for child in files for told in child if _local(told.tag) in ("title", "description")),
    ]


def _item(node: ElementTree.Element, url: str) -> FeedItem:
    said: dict[str, str] = {}
    for child in _children(node):
        name = _local(child.tag)
        if name == "link" and child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                said.setdefault("link", absolute(_based(url, child), child.get("href") or ""))
            continue
        inner = "".join(child.itertext())
        if child.get("type") == "xhtml":
            inner = " ".join(part for part in child.itertext())
        if inner.strip():
            said.setdefault(name, inner)
    return _made(said, url)


_BODY = ("encoded", "content", "fulltext")
_DATES = ("pubdate", "published", "date", "issued", "updated", "created")


def _made(said: dict[str, str], url: str) -> FeedItem:
    link = said.get("link", "").strip() or (
        said.get("guid", "").strip() if said.get("guid", "").strip().startswith("http") else ""
    )
    return FeedItem(
        url=absolute(url, link) if link else "",
        title=plain(said.get("title", "")).replace("\n", " "),
        text=next((plain(said[name]) for name in _BODY if name in said), ""),
        summary=next(
            (plain(said[name]) for name in ("description", "summary", "subtitle") if name in said), ""
        ),
        date=next((collapse(said[name]) for name in _DATES if name in said), ""),
    )


def without_signatures(items: list[FeedItem]) -> list[FeedItem]:
    """Items without the last line that all have: "The post Otters are back appeared first on Portus", "Read more".

    It names the item's own title, else it says "read more" and nothing else: a hall, a price or a state that all share is said of each.
    A text that says nothing else keeps it.
    """
    for field in ("text", "summary"):
        parted: list[tuple[str, str, str]] = [getattr(item, field).rpartition("\n") for item in items]
        rests = [_signed(last, item.title) for item, (_, _, last) in zip(items, parted, strict=True)]
        rest, times = Counter(filter(None, rests)).most_common(1)[0] if any(rests) else ("", 0)
        if times < max(SIGNED_MIN, SIGNED_SHARE * len(items)):
            continue
        items = [
            replace(item, **{field: before}) if before and own == rest else item
            for item, (before, _, _), own in zip(items, parted, rests, strict=True)
        ]
    return items


def _signed(line: str, title: str) -> str:
    """A line that may be a signature, without the title; else ""."""
    if title and title in line:
        return line.replace(title, "")
    return line if is_more(line) else ""


SIGNED_MIN, SIGNED_SHARE = 3, 0.8


def plain(markup: str) -> str:
    """HTML inside a feed as plain text, paragraphs joined by a line feed."""
    if "<" not in markup and "&" not in markup:
        return collapse(markup)
    tree = columns.__wrapped__(f"<body>{markup}")
    return text_of(tree, 0)


_ITEM = re.compile(r"<(item|entry)\b.*?(?:</\1\s*>|(?=<(?:item|entry)\b)|\Z)", re.DOTALL | re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_HREF = re.compile(r"""href\s*=\s*["']([^"']*)""")


def _broken_feed(source: str, url: str) -> Iterator[FeedItem]:
    """Items of a feed whose XML is broken (a bare `&`, a lone `<`, an end cut off): each by its own tags."""
    if not re.search(r"<(?:[\w.-]{1,20}:)?(rss|feed|rdf)\b", source[:3000], re.IGNORECASE):
        return
    for item in _ITEM.finditer(source):
        said: dict[str, str] = {}
        _, begun, body = item[0].partition(">")
        if not begun:  # the feed ends inside the item's own tag
            continue
        for name, attributes, inner in children(body):
            if name == "link" and _HREF.search(attributes):
                said.setdefault("link", _HREF.search(attributes)[1])  # type: ignore[index]
                continue
            inner = _CDATA.sub(lambda part: part[1], inner) if "<![CDATA[" in inner else _unescaped(inner)
            if inner.strip():
                said.setdefault(name, inner)
        yield _made(said, url)


def _unescaped(text: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text
