"""Whether a document ends as documents do, so that nothing of it is missing, whatever length its server announced.

A connection that breaks takes the end of a body; a body with its end is whole. Servers and proxies announce wrong lengths for
whole pages: the length before they took out white space, or before they packed it. "The same bytes came again" is no proof: a
proxy that cuts at a fixed size does so every time.
"""

from __future__ import annotations

import json
import re

_ROOT_ENDS = re.compile(
    rb"</(?:html|rss|feed|rdf:rdf)\s*>(?:\s|<!--(?:(?!-->).)*-->|<script\b[^>]*>(?:(?!</script).)*</script\s*>)*\Z",
    re.I | re.S,
)
"""The end tag of a page or a feed, and behind it nothing but what hosts and caches append to pages they pass on."""
_TAIL = 65_536
"""Bytes of a body that are looked at; what is appended to a page is a note or a counter."""
_DATA = (b"{", b"[")


def closed(body: bytes) -> bool:
    """Return whether a body has the end of its document: the end tag of a page or a feed, or the whole of its JSON.

    A page without its optional end tag may be whole, too; nothing proves it.

    Args:
        body: bytes after content encodings are undone.
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in _DATA:
        return _whole_json(body)
    return _ROOT_ENDS.search(body[-_TAIL:].replace(b"\0", b"")) is not None


def _whole_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
