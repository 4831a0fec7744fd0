"""Whether a page asks for a password: what a site shows in place of older pages, or of all, to who is not known to it.

Such a page comes with status 200 like any other. It has no entries, but it is no end of the list: behind it are more.
"""

from __future__ import annotations

import re

LOGIN = ("login", "no entry, and a field for a password: the site shows its entries to whoever is logged in")
"""Reason and detail of the reject."""

_FIELD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password\b""", re.I)


def asks_password(html: str) -> bool:
    """Return whether a page has a field for a password, in its frame or in place of what was asked for."""
    return _FIELD.search(html) is not None
