"""The same page made otherwise: what a listing finder must not depend on is taken away, one thing at a time.

A captured page stands for its site; its variants stand for sites that write other markup around the same entries. They
widen what the weights are fitted on, and show what a figure hangs on (`bench.listing_weights`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from scraper.listing import induce
from scraper.listing.dates.dated import spots
from scraper.listing.markup.tree import Tree, bounded, parse

Variant = Callable[[str, str], str]


def without(text: str, attributes: str) -> str:
    return re.sub(rf"""\s(?:{attributes})\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", "", text)


def renamed(text: str, tags: str, to: str) -> str:
    return re.sub(rf"<(/?)(?:{tags})(?=[\s>/])", lambda found: f"<{found[1]}{to}", text, flags=re.IGNORECASE)


def as_it_is(text: str, url: str) -> str:
    return text


def no_names(text: str, url: str) -> str:
    """No class and no id."""
    return without(text, "class|id")


def no_meaning(text: str, url: str) -> str:
    """Plain boxes instead of HTML5's elements, no microdata, no roles."""
    text = renamed(text, "article|section|main|nav|aside|header|footer|figure", "div")
    return without(
        renamed(text, "time|abbr", "span"),
        "itemprop|itemscope|itemtype|datetime|role|content|property|typeof",
    )


def no_headings(text: str, url: str) -> str:
    return renamed(text, "h[1-6]", "div")


def no_lists(text: str, url: str) -> str:
    """Boxes instead of lists and paragraphs."""
    return renamed(text, "ul|ol|li|dl|dt|dd|p", "div")


def bare(text: str, url: str) -> str:
    """All of the above at once: boxes and spans."""
    return no_headings(no_lists(no_meaning(no_names(text, url), url), url), url)


def packed(text: str, url: str) -> str:
    """No white space between elements."""
    return re.sub(r">\s+<", "><", re.sub(r"[ \t\r\n]+", " ", text))


def no_dates(text: str, url: str) -> str:
    """No date is shown or given by an attribute; those in addresses stay."""
    text = without(text, "datetime|itemprop|content")
    tree = parse(text, url)
    for spot in spots(tree):
        raw = tree.pieces[spot.first].strip()
        if spot.first == spot.last and raw and len(raw) < 60:
            text = text.replace(f">{raw}<", "> <")
        text = text.replace(spot.text, "")
    return text


def numbered(tree: Tree, parser: LexborHTMLParser) -> dict[int, Any]:
    """The parser's element for every element number of the tree."""
    nodes = [node for node in parser.root.traverse() if node.is_element_node] if parser.root else []
    return dict(zip([number for number, tag in enumerate(tree.tags) if tag], nodes, strict=False))


def adverts(text: str, url: str) -> str:
    """Three adverts with a link, an image and a line of text between the entries."""
    tree = parse(text, url)
    page = induce.look(tree)
    if not page.order:
        return text
    best = page.possible[page.order[0]]
    parser = LexborHTMLParser(bounded(text))
    nodes = numbered(tree, parser)
    boxes = {}
    for place in (1, 3, 5):
        node = nodes.get(best.starts[place]) if place < len(best.starts) else None
        if node is not None:
            boxes[place] = node.tag if node.tag in ("li", "tr", "div", "article", "p", "section") else "div"
            node.insert_before(f"@@{place}@@")
    made = parser.html or text
    for place, tag in boxes.items():
        inner = (
            f'<a href="https://shop.example/x{place}"><img src="/ad.png" alt="Advertisement"></a>'
            "<span>Sponsored: the best boots for wet paths</span>"
        )
        cell = f"<td colspan=9>{inner}</td>" if tag == "tr" else inner
        made = made.replace(f"@@{place}@@", f'<{tag} class="promo">{cell}</{tag}>')
    return made


VARIANTS: dict[str, Variant] = {
    "as it is": as_it_is, "no names": no_names, "no meaning": no_meaning, "no headings": no_headings,
    "no lists": no_lists, "bare": bare, "packed": packed, "adverts": adverts, "no dates": no_dates,
}  # fmt: skip
