"""What is a page and what is not, judged on status, declared type and bytes alone.

The guard asks during a crawl and the re-extraction asks over the archive; both get the same answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Refusal(NamedTuple):
    """A page that was not taken: `reason` is a code of `docs/crawling.md`, `detail` is for a person."""

    reason: str
    detail: str


ARCHIVE_ENDS = "archive_ends"
"""What an archive does not hold, or no longer."""
MAX_DEPTH = 1_000
"""Nesting that is refused. Browsers flatten at 512; 78 captured listing pages nest 25 deep at most."""

_NESTING = re.compile(
    rb"(?P<raw><!--.*?(?:-->|\Z)|<(?P<name>script|style|textarea|title|template|svg)\b.*?(?:</(?P=name)\b|\Z))"
    rb"|<(?P<close>/?)(?:div|span|b|i|em|font|section|article|table|ul|ol|a|blockquote|center|main)[\s>/]",
    re.I | re.S,
)
"""Elements that nest; tags inside a comment or a script are text."""
_MARKUP = re.compile(rb"<(?:!doctype|\?xml|/?[a-z][a-z0-9]*)[\s>/]", re.I)
_FORMS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
)
_TYPES = frozenset(
    "text/html application/xhtml+xml text/plain application/xml text/xml unknown/unknown"
    " application/octet-stream".split()
) | {""}
_SAMPLE = 200_000
"""Bytes in which markup must begin; a page may open with as much white space or script as that."""


def judge(status: int, body: bytes, declared: str, *, role: str = "") -> Refusal | None:
    """Return why a response is no page to read, or None where it is one.

    Args:
        status: HTTP status.
        body: bytes after content encodings are undone.
        declared: media type of the Content-Type header, lower case, "" where none.
        role: what it was asked for (`roles`); a listing page or a feed may also be JSON.
    """
    if not 200 <= status < 300:
        told = "the site refused" if status in (401, 402, 403, 429, 451) else "the site failed"
        return Refusal(f"http_{status}", told if status >= 500 or "refused" in told else "no page there")
    if not body.strip(b"\0 \t\r\n"):
        return Refusal("empty", f"{len(body)} bytes, nothing to read")
    if role in _DATA_ROLES and data(body, declared):
        return None
    if told := no_html(body, declared):
        return Refusal("not_html", told)
    if (depth := nesting(body)) > MAX_DEPTH:
        return Refusal("too_deep", f"nested {depth} deep, more than {MAX_DEPTH}")
    return None


def data(body: bytes, declared: str) -> bool:
    """Whether a body is JSON, by its beginning and what it declares; whether it holds a list is the reader's to say."""
    begins = _GUARDED.sub(b"", body[:512].lstrip(b"\xef\xbb\xbf\0 \t\r\n"))[:1] in (b"{", b"[")
    return begins and (
        declared in _DATA_TYPES or declared.endswith("+json") or not _MARKUP.search(body[:_SAMPLE])
    )


_DATA_ROLES = frozenset({"listing", "feed"})
_DATA_TYPES = frozenset("application/json text/json application/javascript text/javascript".split())
_GUARDED = re.compile(rb"^(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)\s*")


def no_html(body: bytes, declared: str) -> str:
    """Return why a body is no HTML and no XML, or "" where it may be."""
    if declared not in _TYPES and not declared.endswith("+xml"):
        return f"declared {declared}"
    head = body[:512].lstrip(b"\xef\xbb\xbf\0 \t\r\n")
    for form in _FORMS:
        if head.startswith(form):
            return f"begins with {form!r}"
    sample = body[:_SAMPLE]
    if b"\0" in sample:  # UTF-16 and UTF-32 spell markup with NUL between
        sample = sample.replace(b"\0", b"")
    return "" if _MARKUP.search(sample) else "no markup in it"


def nesting(body: bytes) -> int:
    """Return how deep elements nest, those without an implied end; bodies with too few tags are not walked."""
    if body.count(b"<") - body.count(b"</") <= MAX_DEPTH:
        return 0
    depth = deepest = 0
    for found in _NESTING.finditer(body):
        if found["raw"]:
            continue
        depth = max(0, depth - 1) if found["close"] else depth + 1
        deepest = max(deepest, depth)
    return deepest
