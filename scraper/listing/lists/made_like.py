"""How the addresses of a list's entries are made, and whether another one is made like them.

What leads a reader on from a welcome, `/visit/` or `/news/subscribe`, is called otherwise than a story, `/news/new-harbour-crane-arrives`
or `/news/2026/4711`: by its folder, or by a last part of a word or two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

# so large a share of a list's entries has addresses of one make, of so many at least
SHARE_MIN, ENTRIES_MIN = 0.8, 3
# words of a last part that is a headline: `about-this-newsroom` has three
WORDS_MIN = 4
HEADLINE = "headline"
# of an address beside those of its folder: two behind the scheme, one before the last part
SLASHES = 3
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")


def made_alike(addresses: Sequence[str]) -> tuple[str, ...]:
    """How most of a list's addresses are made; empty where they differ, or are made as any page's may be.

    Args:
        addresses: absolute links of the entries.
    """
    if len(addresses) < ENTRIES_MIN:
        return ()
    times: Counter[tuple[str, ...]] = Counter()
    most = 0
    for seen, address in enumerate(addresses, 1):
        make = make_of(address)
        times[make] += 1
        most = max(most, times[make])
        if len(addresses) - (seen - most) < SHARE_MIN * len(addresses):
            return ()  # whatever the others are
    return times.most_common(1)[0][0]


def make_of(url: str) -> tuple[str, ...]:
    """Host, folder and kind of last part of an entry's address; empty where any other page may be called so.

    Numbers count as one; a last part is a headline, or one that a number tells from others.
    """
    page, _, asked = url.partition("#")[0].partition("?")  # half of what `urlsplit` takes
    host, slash, path = page.partition("//")[2].partition("/")
    folder, _, last = f"{slash}{path}".rstrip("/").rpartition("/")
    place = (host.removeprefix("www."), _NUMBER.sub("0", folder))
    keys = _NUMBER.sub("0", asked)
    words = _WORD.findall(last)
    if len(words) >= WORDS_MIN:
        return (*place, HEADLINE) if folder.strip("/") else ()
    if _NUMBER.search(f"{last}?{keys}"):
        return (*place, _NUMBER.sub("0", last), keys)
    return ()


def may_be_made(url: str, make: tuple[str, ...]) -> bool:
    """Whether an address without a question has as many folders as a make has: most of a page's do not, and are split for nothing."""
    return "?" in url or url.rstrip("/").count("/") - make[1].count("/") == SLASHES


def is_headline(make: tuple[str, ...]) -> bool:
    """Whether a make is of words, by which no two pages are called, and not of numbers that any page of a site may have."""
    return make[2:] == (HEADLINE,)


def page_of(url: str, make: tuple[str, ...]) -> str:
    """An address as others of its page are told from it: of a make of words by its path, whatever is asked of it."""
    return urlsplit(url).path.rstrip("/") if is_headline(make) else url.rstrip("/")
