"""The page number an address carries, and what a pager's labels say of it.

Sites count pages from 0 or 1, or count entries (`start=20`). Which it is, the pager shows: its labels against the numbers
in their addresses lie on a line, and the page's own number on that line is its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import gcd
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Whole names of parameters that count pages or entries and mean nothing else in a listing's address.
_EXACT = frozenset(
    "p pg pn cur start offset from skip limitstart firstrow pagefirstrow pag str lk folio hoja".split()
)
_NOUNS = "page|seite|pagina|strona|strana|stran|stranka|stranica|sida|side|sivu|oldal|sayfa|leht|lapa|puslapis|faqe|trang|halaman"
# Words that mean a page as part of a name: `tx_news_pi1[currentPage]`, `PageNum_rs`, `nyheter:pageNo`, `PAGEN_1`.
_WORDS = re.compile(
    rf"^(?:debut|(?:current|cur|next|start)?(?:{_NOUNS}|paged)"
    r"(?:n|no|nr|num|number|index|offset|ing)?|paging)$"
)
_PARTS = re.compile(r"[^a-z0-9]+")
_PATH = re.compile(
    rf"^(.*?(?:/(?:{_NOUNS}|p|pg)[/-]?|;(?:{_NOUNS}|p|pg)=))(\d{{1,4}})(/?[^/]*)$",
    re.IGNORECASE,
)
# A page's number before the rest of a path: `/news/page/3/category/x`.
_INSIDE = re.compile(rf"^(.*?/(?:{_NOUNS})/)(\d{{1,4}})(/.+)$", re.IGNORECASE)
DIGITS_MAX = 5
# Addresses a page grows for ever: `/page/2/page/3/`.
_TWICE = re.compile(r"/page/\d+/(?:.*/)?page/\d+", re.IGNORECASE)
LENGTH_MAX = 2_000


@lru_cache(maxsize=1024)
def page_number(url: str) -> int | None:
    """The page number an address carries in a parameter or a path part such as `/page/2/`."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query.replace("&amp;", "&")):
        if value.isdecimal() and len(value) <= DIGITS_MAX and counts_pages(name.lower()):
            return int(value)
    found = _PATH.match(parts.path) or _INSIDE.match(parts.path)
    return int(found[2]) if found else None


@lru_cache(maxsize=1024)
def counts_pages(name: str) -> bool:
    """Whether a parameter of this name (in lower case) counts pages or entries."""
    return name in _EXACT or any(
        _WORDS.match(word.rstrip("0123456789")) for word in _PARTS.split(name) if word
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


def counted_by(url: str, labelled: Iterable[tuple[int, str]]) -> int | None:
    """The page's own number by the parameter that holds the label in all the pager's links, whatever it is called.

    Args:
        url: the page's address.
        labelled: label and address of each numbered link.
    """
    here = urlsplit(url)
    shared: set[str] | None = None
    links = 0
    for label, address in labelled:
        there = urlsplit(address)
        if there.path != here.path:
            continue
        links += 1
        names = {name for name, value in parse_qsl(there.query) if value == str(label)}
        shared = names if shared is None else shared & names
    if links < 2 or not shared:
        return None
    own = [value for name, value in parse_qsl(here.query) if name in shared and value.isdecimal()]
    return int(own[0]) if len(own) == 1 and len(own[0]) <= DIGITS_MAX else None


def offset_step(pairs: Iterable[tuple[int, int]]) -> int:
    """How many entries a page holds where a pager's labels are the offsets themselves (`10 20 30`); 0 elsewhere."""
    known = sorted({label for label, number in pairs if label == number and label} if pairs else ())
    step = gcd(*known) if len(known) > 1 else 0
    return step if step >= OFFSET_STEP_MIN else 0


OFFSET_STEP_MIN = 5  # pagers that leave pages out (`1 2 … 10`) have labels of no common divisor


def endless(url: str) -> bool:
    """Whether an address grows with every page: a trap."""
    return len(url) > LENGTH_MAX or _TWICE.search(urlsplit(url).path) is not None


_COUNTS_ENTRIES = frozenset("start offset from skip limitstart firstrow pagefirstrow".split())


def with_number(url: str, number: int) -> str:
    """The address with another page number, in the parameter or path part that holds one; "" where none does."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    for at, (name, value) in enumerate(pairs):
        if value.isdecimal() and len(value) <= DIGITS_MAX and counts_pages(name.lower()):
            pairs[at] = (name, str(number))
            return urlunsplit(parts._replace(query=urlencode(pairs)))
    found = _PATH.match(parts.path) or _INSIDE.match(parts.path)
    return urlunsplit(parts._replace(path=f"{found[1]}{number}{found[3]}")) if found else ""


def advanced(url: str, entries: int) -> str:
    """The address of the page after one of so many entries, by its number; "" where the address has none."""
    own = page_number(url)
    if own is None:
        return ""
    names = {name.lower() for name, value in parse_qsl(urlsplit(url).query) if value == str(own)}
    return with_number(url, own + (entries if names & _COUNTS_ENTRIES else 1))
