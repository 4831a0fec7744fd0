"""What the headers of an answer say, read alike as they come and from the archive."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def header_text(value: bytes) -> str:
    """Return a header's bytes as text: UTF-8 where they are that, else Latin-1, as the archive's reader takes them."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def media_type(content_type: str) -> str:
    """Return the media type that a Content-Type declares, lower case, "" where none.

    Of several, as where two servers each add a header and a third joins them, the last that is one counts; a word without
    a slash is none (WHATWG Fetch, "extract a MIME type").
    """
    types = [part.partition(";")[0].strip().lower() for part in content_type.split(",")]
    return next((name for name in reversed(types) if "/" in name and name != "*/*"), "")


def declared_charset(content_type: str) -> str | None:
    """Return the charset label of a Content-Type as written, or None."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def joined(values: Iterable[str]) -> str:
    """Return several headers of one name as the one list that they are (RFC 9110, 5.3)."""
    return ", ".join(values)
