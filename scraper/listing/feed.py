"""What a feed says of each entry: a proof that a teaser's lost end is given back from, also where it is no well-formed XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from scraper.listing.markup.broken_xml import children
from scraper.listing.markup.tree import absolute, collapse, columns
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
        return list(_broken_feed(source, url))
    if begun:
        source = _DOCTYPE.sub("", source)  # no entity of a feed's own is ever expanded
    try:
        root = ElementTree.fromstring(_XML_DECLARATION.sub("", source, count=1))  # noqa: S314  # its DOCTYPE is gone
    except (ElementTree.ParseError, ValueError, RecursionError):
        return list(_broken_feed(source, url))
    return [_item(node, url) for node in root.iter() if _local(node.tag) in ("item", "entry")]


DOCTYPES_MAX = 8
"""XML has one; each that does not end would be followed to the end of the text."""
_DOCTYPE_BEGINS = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_XML_DECLARATION = re.compile(r"^<\?xml[^>]*\?>")


def _local(tag: object) -> str:
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def _item(node: ElementTree.Element, url: str) -> FeedItem:
    said: dict[str, str] = {}
    for child in node:
        name = _local(child.tag)
        if name == "link" and child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                said.setdefault("link", child.get("href") or "")
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
    if not re.search(r"<(rss|feed|rdf:rdf)\b", source[:3000], re.IGNORECASE):
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
