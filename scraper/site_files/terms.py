"""What a site says about being read and reused: robots.txt, its crawl delay, licences named in the page.

Hints for the person who decides, nothing more: a licence named in a page may be that of its photographs, and silence
permits nothing.
"""

from __future__ import annotations

import re

from protego import Protego

from scraper.listing.markup.tree import Tree, parse
from scraper.listing.page import json_ld
from scraper.pages.archive_reader import Kept
from scraper.settings import ROBOTSTXT_USER_AGENT

HINTS = 4
"""Hints that are shown; a page that repeats its licence at every picture says nothing more with the fifth."""
_LONGEST = 120
"""Characters of a hint that are shown: two lines of the table."""
_METAS = ("dcterms.license", "dc.rights", "dcterms.rights", "rights", "copyright", "license")
_FREE = re.compile(
    r"creativecommons\.org/(?:licenses|publicdomain)/|opendatacommons\.org/licenses/|/open-government-licence",
    re.I,
)
_WORDS = re.compile(
    r"©|\(c\)\s*\d{4}|copyright|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos|"
    r"tutti i diritti|todos os direitos|wszelkie prawa|\blicen[cs]es?\b|licen[cs]ed under|lizenz|creative commons|open data|public domain|"
    r"все права|всі права|版权所有|著作権|무단전재|حقوق",
    re.I,
)


def robots_told(robots: Kept | None, url: str) -> tuple[str, float | None]:
    """Return what robots.txt says of an address, in words, and the seconds it asks to wait, if any."""
    if robots is None:
        return "no robots.txt; nothing is forbidden", None
    rules = Protego.parse(robots.body.decode("utf-8", "replace"))
    delay = rules.crawl_delay(ROBOTSTXT_USER_AGENT)
    allowed = rules.can_fetch(url, ROBOTSTXT_USER_AGENT)
    return ("robots.txt allows it" if allowed else "robots.txt forbids it"), delay


def licence_hints(html: str, url: str) -> list[str]:
    """Return what a page says about its licence: links, head, structured data, and the lines of its footer.

    Args:
        html: the page.
        url: where it came from.
    """
    tree = parse(html, url)
    found = [*_links(tree), *_head(tree), *_footer(tree)]
    return list(dict.fromkeys(hint[:_LONGEST] for hint in found if hint))[:HINTS]


def _links(tree: Tree) -> list[str]:
    named = [f"rel=license: {tree.link(href)}" for rel, href, _ in tree.rels if "license" in rel]
    for node, tag in enumerate(tree.tags):
        if tag != "a":
            continue
        target = tree.link(tree.attr(node, "href"))
        if "license" in tree.attr(node, "rel").lower().split():
            named.append(f"rel=license: {target}")
        elif _FREE.search(target):
            named.append(f"link: {target}")
    return named


def _head(tree: Tree) -> list[str]:
    said = [f"{name}: {tree.metas[name].strip()}" for name in _METAS if tree.metas.get(name, "").strip()]
    given = (thing.get("license") for thing in json_ld(tree))
    return said + [f"JSON-LD: {licence}" for licence in given if isinstance(licence, str)]


def _footer(tree: Tree) -> list[str]:
    """Short texts of the page's footers that speak of rights."""
    said = []
    for node, tag in enumerate(tree.tags):
        named = (
            f"{tree.attr(node, 'class')} {tree.attr(node, 'id')} {tree.attr(node, 'role')}".lower()
            if tag
            else ""
        )
        if tag == "footer" or "footer" in named or "contentinfo" in named or "copyright" in named:
            said += [tree.text(leaf) for leaf in _leaves(tree, node)]
    return [f"footer: {text}" for text in said if _WORDS.search(text)]


def _leaves(tree: Tree, node: int) -> list[int]:
    """The elements below a node that hold text of their own."""
    return [
        inner
        for inner in range(node, tree.ends[node])
        if tree.tags[inner]
        and any(not tree.tags[kid] and tree.pieces[kid].strip() for kid in tree.kids(inner))
    ]
