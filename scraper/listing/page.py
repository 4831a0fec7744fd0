"""What an entry's own page, a feed and a page's head say: the proofs that a teaser's lost end is given back from.

Main text is found by `prose`; a wrong guess costs a proof, since a continuation is only accepted where it joins the
teaser, and a menu taken for text would stand in a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from scraper.listing.dates.dated import FULL, Spot, machine_dates, spots
from scraper.listing.entry import OwnPage
from scraper.listing.markup.broken_xml import children
from scraper.listing.markup.json_values import json_value
from scraper.listing.markup.tree import HEADINGS, Tree, absolute, collapse, columns, parse
from scraper.listing.prose import block_of, first_heading, main_of, text_of

# A page's text beyond this is no proof for a teaser of some hundred characters.
TEXT_MAX = 100_000
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)


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


def own_page(html: str | bytes, url: str) -> OwnPage:
    """Read an entry's own page.

    Args:
        html: the page, lone bytes as marks.
        url: where it came from.

    Returns:
        Its heading, main text, longest description, date and declared language.
    """
    tree = parse(html, url)
    data = list(json_ld(tree))
    main = main_of(tree)
    title = _title(tree, main, data)
    text = text_of(tree, main)[:TEXT_MAX] if main >= 0 else ""
    return OwnPage(
        title=title,
        text="" if text == title else text,
        summary=_summary(tree, data),
        date=_date(tree, main, data),
        language=tree.language or _first(data, "inLanguage"),
    )


def declared_language(html: str | bytes) -> str:
    """The language a page declares (`<html lang>`, Content-Language, og:locale), or ""."""
    return parse(html, "").language


def feeds(html: str | bytes, url: str) -> list[str]:
    """Feeds the page announces in its head, absolute, comment feeds last, each once."""
    tree = parse(html, url)
    found = [
        tree.link(href) for rel, href, kind in tree.rels if "alternate" in rel and kind in FEED_TYPES and href
    ]
    return sorted(dict.fromkeys(filter(None, found)), key=lambda address: "comment" in address.lower())


def json_ld(tree: Tree) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, nested ones too; broken JSON is passed over, it proves nothing."""
    for kind, _, text in tree.scripts:
        if "ld+json" in kind:
            try:
                data = json_value(text.strip().removeprefix("<!--").removesuffix("-->"))
            except (ValueError, RecursionError):
                continue
            yield from _objects(data, 0)


def _objects(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 12:
        return
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _objects(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _objects(value, depth + 1)


def _first(data: list[dict[str, Any]], *names: str) -> str:
    for name in names:
        for thing in data:
            value = thing.get(name)
            if isinstance(value, str) and value.strip():
                return collapse(value)
    return ""


def _title(tree: Tree, main: int, data: list[dict[str, Any]]) -> str:
    headings = [node for node, tag in enumerate(tree.tags) if tag == "h1" and not tree.unseen[node]]
    within = [node for node in headings if main <= node < tree.ends[main]] if headings else []
    said = collapse(tree.metas.get("og:title", "")) or _first(data, "headline")
    said = said or _told_below(tree)
    for node in (*_told(tree, within, said), *within, *_told(tree, headings, said), *headings):
        text = tree.text(node)
        if text and (node in within or not _is_sites_name(tree, text, said)):
            return text
    return said or tree.title


def _told_below(tree: Tree) -> str:
    """The heading below the first rank that says a part of the page's title, where themes make the site's name the first."""
    parts = {_plain(text) for text in _SEPARATOR.split(collapse(tree.title))} - {""}
    below = (node for node, tag in enumerate(tree.tags) if tag in _RANKS and not tree.unseen[node])
    return next((text for node in below if _plain(text := tree.text(node)) in parts), "")


_RANKS = frozenset({"h2", "h3", "h4"})


def _told(tree: Tree, headings: list[int], said: str) -> list[int]:
    """The headings that say what the head does: a section or a box may have one before the entry's."""
    titles = {_plain(text) for text in (said, tree.title, *_SEPARATOR.split(collapse(tree.title)))} - {""}
    return [node for node in headings if _plain(tree.text(node)) in titles]


def _plain(text: str) -> str:
    """A title as it is compared: programs curl the quotes of one copy and not of the other."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_sites_name(tree: Tree, heading: str, said: str) -> bool:
    """Whether a heading outside the text is the site's name: what the head calls the site, or ends its title with.

    `Site - Headline` is written as well as `Headline - Site`: the end of a title is a name only where another text is known
    to be the entry's.
    """
    name, title = heading.casefold(), collapse(tree.title).casefold()
    if name == collapse(tree.metas.get("og:site_name", "")).casefold():
        return True
    if not said or name in said.casefold():
        return False
    return _SEPARATOR.split(title)[-1].startswith(name) or title.endswith(name)


_SEPARATOR = re.compile(r"\s[-|–—·»:]\s")


def _summary(tree: Tree, data: list[dict[str, Any]]) -> str:
    said = [
        collapse(tree.metas.get(name, ""))
        for name in ("description", "og:description", "twitter:description", "dcterms.description")
    ]
    said.append(_first(data, "description"))
    return max(said, key=len)


def _date(tree: Tree, main: int, data: list[dict[str, Any]]) -> str:
    said = _first(data, "datePublished", "dateCreated") or next(
        (tree.metas[name] for name in _DATE_METAS if tree.metas.get(name, "").strip()), ""
    )
    if said or not len(tree):
        return said
    heading = first_heading(tree)
    start = heading if 0 <= heading < main else max(main, 0)  # with the line between the heading and the text
    end = tree.ends[max(main, 0)]
    given = machine_dates(tree)
    for node in given:
        if start <= node < end:
            return given[node]
    shown = [spot for spot in spots(tree) if start <= spot.first < end and spot.strength == FULL]
    return next((spot.text for spot in shown if _stands_alone(tree, spot)), "")


# Characters a line of date, author and place has beside the date: "Posted on … by Ana Roe, press office".
LINE_MAX = 60
# "PORTUS TOWN, 28 April 2026 – The ferry…": how far into a text an agency's date stands.
DATELINE_MAX = 30


def _stands_alone(tree: Tree, spot: Spot) -> bool:
    """Whether a date is the page's: in a line of its own or before a text's first dash, not in a headline or a sentence."""
    text = tree.text(block_of(tree, spot.first))
    beside = len(text) - len(spot.text)
    if tree.inside(spot.first, HEADINGS):
        return len(text.replace(spot.text, " ", 1).split()) <= 1  # a weekday
    at = text.find(spot.text)
    headed = 0 <= at <= DATELINE_MAX and _DASH.match(text, at + len(spot.text)) is not None
    return beside <= LINE_MAX or headed


_DASH = re.compile(r"\s*[)\]]?\s*[–—:|/·•-]")


_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "publishdate", "pubdate", "sailthru.date", "parsely-pub-date",
)  # fmt: skip


# ---------------------------------------------------------------- feeds


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
        body = item[0][item[0].index(">") + 1 :]
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
