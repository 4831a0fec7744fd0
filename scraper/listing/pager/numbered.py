"""The page number an address carries by what its parameter or path part is called.

Sites count pages from 0 or 1, or count entries (`start=20`). Names that mean a page in a listing's address and nothing else
are known here; what a row of numbers shows of other names is `row`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import gcd
from urllib.parse import parse_qsl, urlencode, urlunsplit

from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.slots import NO_PLACES, count_of

# Whole names of parameters that count pages or entries and mean nothing else in a listing's address.
_EXACT = frozenset(
    "p pg pn cur start offset from skip limitstart firstrow pagefirstrow startindex startrow startat firstresult"
    " b_start pag str lk folio hoja".split()
)
BEFORE = frozenset(
    "before until max max_id maxid max_time before_id before_time beforeid older older_than olderthan vor bis avant hasta antes prima przed pred före".split()
)
"""Parameters that hold the entry or the moment before which a page's entries are; they may fall behind the page's own."""
_NOUNS = "page|seite|pagina|strona|strana|stran|stranka|stranica|sida|side|sivu|oldal|sayfa|leht|lapa|puslapis|faqe|trang|halaman"
_TYPED = ":int"
"""What Zope writes behind a name whose value it is to read as a number: `b_start:int=20`."""
# Words that mean a page as part of a name: `tx_news_pi1[currentPage]`, `PageNum_rs`, `nyheter:pageNo`, `PAGEN_1`.
_WORDS = re.compile(
    rf"^(?:debut|(?:current|cur|next|start)?(?:{_NOUNS}|paged)"
    r"(?:n|no|nr|num|number|index|offset|ing)?|paging)$"
)
_PARTS = re.compile(r"[^a-z0-9]+")
_PATH = re.compile(
    rf"^(.*?(?:/(?:{_NOUNS}|p|pg)[/-]?|;(?:{_NOUNS}|p|pg)=))(\d{{1,4}})(?![\w-])(/?[^/]*)$",
    re.IGNORECASE,
)
# A page's number before the rest of a path: `/news/page/3/category/x`.
_INSIDE = re.compile(rf"^(.*?/(?:{_NOUNS})/)(\d{{1,4}})(/.+)$", re.IGNORECASE)
# Addresses a page grows for ever: `/page/2/page/3/`.
_TWICE = re.compile(r"/page/\d+/(?:.*/)?page/\d+", re.IGNORECASE)
# Characters of an address, beyond which browsers and servers differ; 1,000 and 4,000 read the 78 captured pages alike.
LENGTH_MAX = 2_000


@lru_cache(maxsize=1024)
def page_number(url: str) -> int | None:
    """The page number an address carries in a parameter or a path part such as `/page/2/`."""
    parts = parts_of(url)
    for name, value in parse_qsl(parts.query.replace("&amp;", "&")):
        if (count := count_of(value)) is not None and counts_pages(name.lower()):
            return count
    found = _PATH.match(parts.path) or _INSIDE.match(parts.path)
    return int(found[2]) if found else None


def posts(url: str) -> int | None:
    """The number in a parameter `p`, which counts pages or names a post."""
    asked = (value for name, value in parse_qsl(parts_of(url).query) if name.lower() == "p")
    return next((count for value in asked if (count := count_of(value)) is not None), None)


@lru_cache(maxsize=1024)
def counts_pages(name: str) -> bool:
    """Whether a parameter of this name (in lower case) counts pages or entries."""
    name = name.removesuffix(_TYPED)
    if name in NO_PLACES:
        return False
    return name in _EXACT or any(
        _WORDS.match(word.rstrip("0123456789")) for word in _PARTS.split(name) if word
    )


def offset_step(pairs: Iterable[tuple[int, int]]) -> int:
    """How many entries a page holds where a pager's labels are the offsets themselves (`10 20 30`); 0 elsewhere."""
    known = sorted({label for label, number in pairs if label == number and label} if pairs else ())
    step = gcd(*known) if len(known) > 1 else 0
    return step if step >= OFFSET_STEP_MIN else 0


OFFSET_STEP_MIN = 5  # pagers that leave pages out (`1 2 … 10`) have labels of no common divisor


def endless(url: str) -> bool:
    """Whether an address grows with every page: a trap."""
    return len(url) > LENGTH_MAX or _TWICE.search(parts_of(url).path) is not None


_COUNTS_ENTRIES = frozenset(
    "start offset from skip limitstart firstrow pagefirstrow startindex startrow startat firstresult b_start".split()
)


def with_number(url: str, number: int) -> str:
    """The address with another page number, in the parameter or path part that holds one; "" where none does."""
    parts = parts_of(url)
    # `%E9` of an old encoding
    pairs = parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
    for at, (name, value) in enumerate(pairs):
        if count_of(value) is not None and counts_pages(name.lower()):
            pairs[at] = (name, f"{value.rpartition(',')[0]},{number}" if "," in value else str(number))
            return urlunsplit(parts._replace(query=urlencode(pairs, errors="surrogateescape")))
    found = _PATH.match(parts.path) or _INSIDE.match(parts.path)
    return urlunsplit(parts._replace(path=f"{found[1]}{number}{found[3]}")) if found else ""


def advanced(url: str, entries: int) -> str:
    """The address of the page after one of so many entries, by its number; "" where the address has none."""
    own = page_number(url)
    if own is None:
        return ""
    asked = parse_qsl(parts_of(url).query)
    names = {name.lower().removesuffix(_TYPED) for name, value in asked if value == str(own)}
    return with_number(url, own + (entries if names & _COUNTS_ENTRIES else 1))
