"""Pages that are empty shells: their entries are put there by a script that only a browser runs."""

from __future__ import annotations

from scraper.listing.markup.tree import parse

TEXT_MAX = 600
"""Visible characters of a shell: a menu at most and the sentence that asks for JavaScript. The shortest of 78 captured
listing pages shows 1,049."""


def shell(html: str | bytes) -> str:
    """Return why a page is a shell, in words; "" where it is none.

    Args:
        html: a page in which no list was found.
    """
    tree = parse(html, "")
    shown = len(tree.text(0)) if len(tree) else 0
    text = html if isinstance(html, str) else html.decode("utf-8", "replace")
    scripts = text.lower().count("<script")
    if shown > TEXT_MAX or not scripts:
        return ""
    return f"{shown} characters of text and {scripts} scripts: the page is built in a browser"
