"""Pages that are no listings, made of captured ones: the entries give way to an article, a login, an error, a front page.

Menus, sidebars and footers stay real; what a page of the kind would not have (a pager, the name its system gives a listing)
goes with the entries.
"""

from __future__ import annotations

import html
import random
import re
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from bench.listing_variants import numbered
from scraper.listing.markup.tree import Tree, bounded
from scraper.listing.pager.numbered import page_number


def replaced(tree: Tree, text: str, best: Any, body: str) -> str:
    """The page with its entries gone and something else in their place."""
    parser = LexborHTMLParser(bounded(text))
    nodes = numbered(tree, parser)
    records = [
        nodes[node]
        for start, end in zip(best.starts, best.ends, strict=True)
        for node in range(start, end)
        if tree.tags[node] and tree.parents[node] == tree.parents[start] and node in nodes
    ]
    if not records or parser.root is None:
        return ""
    records[0].insert_before("@@HERE@@")
    for record in records:
        record.decompose()
    for link in parser.css("a[href], link[rel=next]"):  # an article has no pages of its listing
        if page_number(urljoin(tree.url, link.attributes.get("href") or "")) is not None:
            link.decompose()
    for element in parser.css("html[class], body[class]"):  # nor does its system call it a listing
        del element.attrs["class"]
    return (parser.html or "").replace("@@HERE@@", body, 1)


def other_bodies(text: str, chance: random.Random) -> dict[str, str]:
    """An article, a login, an error and a front page, told in the words of the page itself."""
    words = re.findall(r"\w+", text)[:4000] or ["text"]

    def said(count: int) -> str:
        at = chance.randrange(max(len(words) - count, 1))
        return html.escape(" ".join(words[at : at + count]))

    related = "".join(
        f"<li><a href='/r/{n}'>{said(8)}</a> <span>{n + 3}.02.2026</span></li>" for n in range(4)
    )
    article = f"<h1>{said(8)}</h1><p>12.03.2026</p>" + "".join(
        f"<p>{said(60)}.</p>" for _ in range(chance.randint(3, 10))
    )
    cards = "".join(
        f"<div class=card><h3><a href='/s/{n}'>{said(3)}</a></h3><p>{said(15)}</p></div>" for n in range(4)
    )
    news = "".join(
        f"<div><span>{n + 3}.03.2026</span> <a href='/n/{n}'>{said(8)}</a></div>" for n in range(3)
    )
    return {
        "article": f"<article>{article}</article>" + (f"<ul>{related}</ul>" if chance.random() < 0.5 else ""),
        "login": "<h1>Login</h1><form><input name=user><input type=password name=secret><button>OK</button></form>",
        "error": f"<h1>404</h1><p>{said(10)}</p>",
        "front": f"<h1>{said(5)}</h1><p>{said(20)}</p>{cards}<section>{news}</section><p>{said(50)}</p><p>{said(40)}</p>",
    }
