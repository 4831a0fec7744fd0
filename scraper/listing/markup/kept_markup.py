"""Markup that a page keeps as XML for its script to show, read where it stands: `<script type="text/xml">`, each entry a CDATA section.

JCMS, a system of Chinese authorities, sends its lists so, and answers its pager with the same XML: the first pages in
the page, and in an element before them the address of what comes next.
"""

from __future__ import annotations

import re

_KEPT = re.compile(r"<script\b[^>]*\btype=[\"']?(?:text|application)/xml\b[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)  # fmt: skip
_SECTION = re.compile(r"<(\w+)[^<>]*>\s*<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ANSWER = re.compile(r"\s*(?:<\?xml[^<>]*\?>\s*)?<datastore\b")
_LINK = re.compile(r"<a\b", re.IGNORECASE)
_OPENING = "<![CDATA["


def unpacked(html: str) -> str:
    """A page with the markup in place of the scripts that keep it, an answer's as a page; any other as it is."""
    if _OPENING not in html:
        return html
    if _ANSWER.match(html):
        return _shown(html) or html
    end = html.rfind("</script") + 1  # behind it every script would be looked for to the end of the page
    end = html.find(">", end) + 1 if end else 0
    return _KEPT.sub(lambda script: _shown(script[1]) or script[0], html[:end]) + html[end:]


def _shown(xml: str) -> str:
    """The sections that link, in their order; the link of an element called next is the pager's."""
    parts = [
        _LINK.sub('<a rel="next"', text, count=1) if name.lower().startswith("next") else text
        for name, text in _SECTION.findall(xml, 0, xml.rfind("]]>") + 3)
    ]
    return "\n".join(parts) if any(map(_LINK.search, parts)) else ""
