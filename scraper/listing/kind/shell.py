"""Pages that are empty shells: their entries are put there by a script that only a browser runs."""

from __future__ import annotations

from scraper.listing.kind.asking import asking
from scraper.listing.kind.divided import divided
from scraper.listing.markup.tree import parse
from scraper.listing.records.counts import width
from scraper.listing.words.wording import called_error

TEXT_MAX = 600
"""How much a shell shows (`counts.width`): a menu at most and the sentence that asks for JavaScript. The shortest of 78 captured
listing pages shows 1,049 characters; a short post in Chinese says as much in 250 of its own."""


def shell(html: str | bytes, url: str) -> str:
    """Return why a page is a shell, in words; "" where it is none.

    Args:
        html: a page in which no list was found. One that asks its reader to log in, or says by its name that it is not
            there, or that leads from a year to its months, is short and has scripts, but no browser would find a list in it.
        url: its address, which may name a login.
    """
    tree = parse(html, url)
    said = tree.text(0) if len(tree) else ""
    text = html if isinstance(html, str) else html.decode("utf-8", "replace")
    scripts = text.lower().count("<script")
    if (
        width(said) > TEXT_MAX
        or not scripts
        or called_error(tree) == 1.0
        or asking(tree, [])
        or divided(tree)
    ):
        return ""
    return f"{len(said)} characters of text and {scripts} scripts: the page is built in a browser"
