"""The places of an address that may hold a page's number, and what else makes two addresses differ.

`/themes,3.html`, `?o=40` and `?page=0,3` hold one each. A day, a month and a year are numbers, too, and so is how many
entries a page shows; these are no places, whatever the pager looks like.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from scraper.listing.markup.resolve import parts_of

# Digits of a number that counts pages; with 2 one of the 78 captured pages loses its next page, 10 reads alike.
DIGITS_MAX = 5
PATH_MAX = 500
"""Characters of a path whose numbers are looked at: each keeps what stands around it, and a path of 8,000 kept 16 MB."""
_RUN = re.compile(r"(?<![0-9.])(?:0|[1-9]\d{0,4})(?![0-9])")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?:([-/._]?)\d\d?(?:\1\d\d?)?)?(?!\d)")
_LAST = re.compile(r"(.{0,40}\D)(0|[1-9]\d{0,4})$")
# Parameters that say when, or how much is shown.
DAYS = frozenset(
    "day d week w month m year y date jour semaine mois annee jahr monat woche kw tag mes dia semana mese anno rok jaar"
    " maand ano".split()
)
SIZES = frozenset(
    "limit per_page perpage per-page page_size pagesize page-size size count num rows show display take items itemsperpage"
    " items_per_page rpp results delta hitsperpage".split()
)
_LOOKS = frozenset(
    "stars rating photo image img slide pic tab view columns season episode print lang sort order orderby order_by sort_by sortby revcount"
    " sorting sortierung sortieren sortuj orden ordenar ordem ordina ordinamento tri trier sirala".split()
)
NO_PLACES = DAYS | SIZES | _LOOKS


def count_of(value: str) -> int | None:
    """The number a parameter's value is, the last of several (`page=0,3`: the fourth page of the second list)."""
    last = value.rpartition(",")[2]
    others = value[: -len(last)] if last else value
    counts = last.isdecimal() and len(last) <= DIGITS_MAX and not others.strip("0123456789,")
    return int(last) if counts else None


Slot = tuple[str, str, str]
"""A place in an address that holds a number: `?` with path and parameter, or `/` with what stands before and after it."""


@lru_cache(maxsize=1024)
def slots(url: str) -> dict[Slot, int]:
    """Every place of an address that may hold a page's number, and the number there; days and months are none."""
    parts = parts_of(url)
    held: dict[Slot, int] = {}
    for name, value in parse_qsl(parts.query.replace("&amp;", "&")):
        if name.lower() in NO_PLACES:
            continue
        if (count := count_of(value)) is not None:
            held["?", parts.path.rstrip("/"), name] = count
        elif (found := _LAST.match(value)) and not _DATED.search(value):  # `board=3.40`, `list=n12_2`
            held["?", parts.path.rstrip("/"), f"{name}={found[1]}"] = int(found[2])
    dated = _DATED.search(parts.path)
    for run in _RUN.finditer(parts.path) if len(parts.path) <= PATH_MAX else ():
        if dated is None or not dated.start() <= run.start() < dated.end():
            held["/", parts.path[: run.start()], parts.path[run.end() :].rstrip("/")] = int(run[0])
    return held


def first_of(slot: Slot) -> str:
    """The path of the first page that a place in a path suggests: `/news.html` of `/news-2.html`, `/news` of `/news/P20`."""
    _, before, after = slot
    return f"{_COUNTER.sub('', before)}{after}"


def is_first_of(slot: Slot, url: str) -> bool:
    """Whether a page's address is that of the first page of a slot's: `/news` of `/news_2`, `/news/` of `/news/index_2.html`, too.

    The first may lack the ending that the others have: `/news` of `/news-page-2.html`.
    """
    own, first = parts_of(url).path, first_of(slot)
    ending = slot[2] if slot[2].startswith(".") else ""
    return first in (own.rstrip("/"), f"{own}{ending}") or (
        own.endswith("/") and first.startswith(own) and _OWN_FILE.fullmatch(first, len(own)) is not None
    )


_OWN_FILE = re.compile(r"(?:index|default)\.\w{2,5}", re.IGNORECASE)
"""What a server shows under a folder's address."""


_COUNTER = re.compile(
    r"[-_,;./](?:p|pg|pag|s|page|trang|strona|strana|seite|pagina|sayfa|sida|oldal)?[-_/]?$", re.IGNORECASE
)


def only_shown(url: str, address: str) -> bool:
    """Whether an address asks a page for the same another way: its order, its look, one of its pictures."""
    here = parse_qsl(parts_of(url).query, keep_blank_values=True)
    other = [
        name
        for name, value in parse_qsl(parts_of(address).query, keep_blank_values=True)
        if (name, value) not in here
    ]
    return bool(other) and all(name.lower() in _LOOKS for name in other)


def only_asks(url: str, address: str) -> bool:
    """Whether an address is a page's own but for what is asked of it: its next page, another order."""
    here, there = parts_of(url), parts_of(address)
    return there.query != "" and (here.netloc, here.path or "/") == (there.netloc, there.path or "/")


def chosen_words(url: str, address: str) -> tuple[str, dict[str, str]]:
    """What an address asks of a page besides, where that is words without a number: its path, and each parameter's word.

    Capitals inside a word make a cursor of it, `?after=QUJDRGVm`.
    """
    here, there = parse_qsl(parts_of(url).query), parts_of(address)
    asked = {name: value for name, value in parse_qsl(there.query) if (name, value) not in here}
    plain = all(
        value.replace("-", "").replace("_", "").isalpha() and value in (value.lower(), value.upper())
        for value in asked.values()
    )
    return (there.path, asked) if plain else (there.path, {})


def other_days(url: str, address: str) -> bool:
    """Whether an address differs from a page's in a parameter that names a day, week, month or year.

    A day with a number of days behind it, `?date=20261106-10`, is where the next ten begin, and no calendar's.
    """
    here = parse_qsl(parts_of(url).query)
    return any(
        name.lower() in DAYS and (name, value) not in here and not _DAY_AND_NUMBER.fullmatch(value)
        for name, value in parse_qsl(parts_of(address).query)
    )


_DAY_AND_NUMBER = re.compile(r"20\d\d[01]\d[0-3]\d-\d{1,3}")


def same(address: str, url: str) -> bool:
    """Whether two addresses of a host are one page's: fragment and order of parameters say nothing."""
    here, there = parts_of(url), parts_of(address)
    if (there.path or "/") != (here.path or "/"):
        return False
    return there.query == here.query or _query(there.query) == _query(here.query)


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors=_LOSSLESS)
    return urlencode(sorted(pairs), errors=_LOSSLESS)


_LOSSLESS = "surrogateescape"
"""`%E9` of an old encoding is no `%E8`."""
