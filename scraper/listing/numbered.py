"""The page number an address carries, and what a pager's labels say of it.

Sites count pages from 0 or 1, or count entries (`start=20`). Which it is, the pager shows: its labels against the numbers
in their addresses lie on a line, and the page's own number on that line is its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import parse_qsl, urlsplit

# Whole names of parameters that count pages or entries and mean nothing else in a listing's address.
_EXACT = frozenset("p pg pn cur start offset from skip limitstart firstrow pagefirstrow".split())
# Words that mean a page as part of a name: `tx_news_pi1[currentPage]`, `PageNum_rs`, `nyheter:pageNo`, `PAGEN_1`.
_WORDS = re.compile(
    r"^(?:(?:current|cur|next|start)?(?:page|paged|seite|pagina|strona|sida|side|oldal|sayfa|stranka)"
    r"(?:n|no|nr|num|number|index|offset|ing)?|paging)$"
)
_PARTS = re.compile(r"[^a-z0-9]+")
_PATH = re.compile(
    r"^(.*?/(?:page|p|pg|seite|pagina|strona|sida|side|oldal|sayfa|stranka)[/-]?)(\d{1,4})(/?[^/]*)$",
    re.IGNORECASE,
)
DIGITS_MAX = 5
# Addresses a page grows for ever: `/page/2/page/3/`.
_TWICE = re.compile(r"/page/\d+/(?:.*/)?page/\d+", re.IGNORECASE)
LENGTH_MAX = 2_000


def page_number(url: str) -> int | None:
    """The page number an address carries in a parameter or a path part such as `/page/2/`."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query.replace("&amp;", "&")):
        if value.isdecimal() and len(value) <= DIGITS_MAX and _counts_pages(name.lower()):
            return int(value)
    found = _PATH.match(parts.path)
    return int(found[2]) if found else None


def _counts_pages(name: str) -> bool:
    return name in _EXACT or any(
        _WORDS.match(re.sub(r"\d+$", "", word)) for word in _PARTS.split(name) if word
    )


def label_of(own: int, pairs: Iterable[tuple[int, int]]) -> int | None:
    """The label of the page with this number, from `(label, number)` of a pager's links; None where they fit no line."""
    known = sorted(set(pairs))
    for (label, number), (other, further) in pairwise(known):
        step, rest = divmod(further - number, other - label) if other != label else (0, 1)
        if rest or step <= 0:
            continue
        ahead, rest = divmod(own - number, step)
        if not rest:
            return label + ahead
    return None


def endless(url: str) -> bool:
    """Whether an address grows with every page: a trap."""
    return len(url) > LENGTH_MAX or _TWICE.search(urlsplit(url).path) is not None
