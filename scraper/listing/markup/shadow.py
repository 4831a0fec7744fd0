"""Declarative shadow roots, read where they stand: `<template shadowrootmode>` is shown by a browser, other templates are not.

Web components rendered on the server keep their text in such templates, and a parser keeps the content of any template
out of the page. So the tags of these get a name of their own before the page is parsed; what else a template holds stays
unseen.
"""

from __future__ import annotations

import re

ROOT = "shadow-root"
_TEMPLATE = re.compile(r"<(/?)template\b([^>]*)>", re.IGNORECASE)
_MODE = "shadowrootmode"


def opened(html: str) -> str:
    """A page with the content of its declarative shadow roots in place; any other page as it is."""
    if _MODE not in html:
        return html
    open_roots: list[bool] = []  # of the templates around: whether each is a shadow root

    def renamed(tag: re.Match[str]) -> str:
        if tag[1]:
            return f"</{ROOT}>" if open_roots and open_roots.pop() else tag[0]
        open_roots.append(_MODE in tag[2])
        return f"<{ROOT}{tag[2]}>" if open_roots[-1] else tag[0]

    end = html.rfind(">") + 1  # behind it every tag would be looked for to the end of the page
    return _TEMPLATE.sub(renamed, html[:end]) + html[end:]
