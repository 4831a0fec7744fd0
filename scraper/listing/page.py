"""What an entry's own page and a page's head say: with the feed (`feed.py`) the proofs that a teaser's lost end is given back from.

Main text is found by `prose`; a wrong guess costs a proof, since a continuation is only accepted where it joins the
teaser, and a menu taken for text would stand in a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scraper.listing.dates.dated import FULL, Spot, machine_dates, spots
from scraper.listing.entry import OwnPage
from scraper.listing.markup.bearers import headings
from scraper.listing.markup.json_values import json_value
from scraper.listing.markup.tree import HEADINGS, Tree, collapse, parse
from scraper.listing.prose import first_heading, main_of
from scraper.listing.text_lines import BESIDE_MAX, beside_of, lead_of, line_around, text_of
from scraper.listing.words.sentence_ends import SENTENCE_ENDS
from scraper.listing.words.wording import (
    called_error,
    names_listing,
    names_login,
    says_created,
    says_other_day,
    says_published,
)

# A page's text beyond this is no proof for a teaser of some hundred characters.
TEXT_MAX = 100_000
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)


def own_page(html: str | bytes, url: str) -> OwnPage:
    """Read an entry's own page.

    Args:
        html: the page, lone bytes as marks.
        url: where it came from.

    Returns:
        Its heading, main text, longest description, what stands beside the text, date and declared language.
    """
    tree = parse(html, url)
    data = list(json_ld(tree))
    main = main_of(tree)
    title = _title(tree, main, data)
    lead = lead_of(tree, main)
    parts = [*map(tree.text, lead), text_of(tree, main)] if main >= 0 else []
    text = "\n".join(parts)[:TEXT_MAX]
    return OwnPage(
        title=title,
        text="" if text == title else text,
        summary=_summary(tree, data),
        beside="\n".join(
            filter(None, (_first(data, "articleBody")[:BESIDE_MAX], beside_of(tree, {main, *lead})))
        ),
        date=_date(tree, main, data),
        language=tree.language or _first(data, "inLanguage"),
        names=_names(tree, title, data),
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


# Names of a page: its headings may be those of a whole handbook.
NAMES_MAX = 2_000


def _names(tree: Tree, title: str, data: list[dict[str, Any]]) -> str:
    """What a page calls itself and its parts, where its head and a heading both say its title, and that of no list, login or error."""
    heads = [tree.title, *(tree.metas.get(name, "") for name in ("og:title", "twitter:title"))]
    heads = [collapse(name) for name in (*heads, _first(data, "headline"))]
    shown = [tree.text(node) for node in headings(tree)]
    name = _plain(title)
    agree = name and any(name in _plain(head) for head in heads) and name in map(_plain, shown)
    if not agree or called_error(tree) or names_listing(title) or names_login(title):
        return ""
    return "\n".join(filter(None, dict.fromkeys((title, *heads, *shown))))[:NAMES_MAX]


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


_SEPARATOR = re.compile(r"\s[-|–—·»:]\s|\s?｜\s?")


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
    lines: dict[int, str] = {}
    return next((spot.text for spot in shown if _stands_alone(tree, spot, main, lines)), "")


# Characters a line of date, author and place has beside the date: "Posted on … by Ana Roe, press office".
LINE_MAX = 60
# "PORTUS TOWN, 28 April 2026 – The ferry…": how far into a text an agency's date stands.
DATELINE_MAX = 30


def _stands_alone(tree: Tree, spot: Spot, main: int, lines: dict[int, str]) -> bool:
    """Whether a date is the page's: in a line of its own or before a text's first dash, not in a headline or a sentence.

    Args:
        tree: the page.
        spot: the date.
        main: the element of the text.
        lines: texts of blocks, which are kept here: one may hold all dates of a page.
    """
    if spot.last < main:
        text = line_around(tree, spot.first)
    else:
        block = tree.block(spot.first)
        text = lines[block] if block in lines else lines.setdefault(block, tree.text(block))
    beside = len(text) - len(spot.text)
    if tree.inside(spot.first, HEADINGS):
        return beside <= LINE_MAX and len(text.replace(spot.text, " ", 1).split()) <= 1  # a weekday
    at = text.find(spot.text, 0, DATELINE_MAX + len(spot.text))
    if at >= 0 and _DASH.match(text, at + len(spot.text)) is not None:
        return True
    if beside > LINE_MAX:
        return False
    around = text.replace(spot.text, " ", 1)
    words = around.split()
    label = " ".join(words[:LABEL_WORDS])
    if says_published(label) or says_created(label):
        return True
    sentence = text[-1:] in SENTENCE_ENDS and len(words) > LABEL_WORDS
    return not sentence and not says_other_day(_label(text, spot.text))


def _label(line: str, date: str) -> str:
    """What a line says of one of its dates: of another one before it and of what follows a comma it says something else."""
    before, _, behind = line.partition(date)
    other, _, own = _PART.sub(_STOP, before).rpartition(_STOP)
    if not any(map(str.isdecimal, other)):  # "Updated by the office, 3 May": the comma parts no dates
        own = before
    return f"{own} {_PART.split(behind)[0]}"


_PART = re.compile("[,;|•·،、，；]")
_STOP = ","


# Words beside a date in a line of its own that ends as a sentence: "On 3 May.", "Rome, 3 May."
LABEL_WORDS = 2
_DASH = re.compile(r"\s*[)\]]?\s*[–—:|/·•-]")


_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "publishdate", "pubdate", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
