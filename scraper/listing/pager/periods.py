"""Archives by day, month or year: which period an address is of, and the one before it that a page links to.

Such a listing has no pager at all: from a period's page the next is the latest of the earlier ones that it links to. The
front of an archive by days has no day in its address; from there a link called yesterday or the day before leads into it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from scraper.listing.fields.date_labels import of_events
from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.slots import DAYS, SIZES
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.numbered import BEFORE, counts_pages, page_number
from scraper.listing.words.wording import names_events

_FILE = r"(?P<file>/?(?:index)?(?:\.\w{2,5})?|&.*)"
_MONTH = r"0[1-9]|1[0-2]"
_DAY = r"0[1-9]|[12]\d|3[01]"
_YEAR_FIRST = re.compile(
    rf"^(?P<before>.*?)(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<s>[/._-]?)(?P<m>{_MONTH})(?:(?P=s)(?P<d>{_DAY}))?)?(?!\d){_FILE}$"
)
_DAY_FIRST = re.compile(
    rf"^(?P<before>.*?)(?<!\d)(?P<d>{_DAY})(?P<s>[/._-])(?P<m>{_MONTH})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d){_FILE}$"
)
_ASKED = re.compile(
    r"^(?P<before>.*?)(?P<s>(?:year|y|annee|an|jahr|anno|ano|any|rok|jaar)=)(?P<y>(?:19|20)\d\d)"
    r"&(?:month|monthnum|m|mois|monat|mes|mese|mies|maand)=(?P<m>0?[1-9]|1[0-2])"
    r"(?:&(?:day|d|jour|tag|dia|giorno|dag)=(?P<d>0?[1-9]|[12]\d|3[01]))?(?P<file>(?:&.*)?)$"
)
_NAME = re.compile(r"^.*[?&/]|=$")
_FORMS = (_ASKED, _DAY_FIRST, _YEAR_FIRST)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What most addresses with a year in them do not: those of entries end in words.
_ENDS_IN_DAY = re.compile(r"20\d\d(?<=\d\d[-/._]\d{4})\b|20\d\d([-/._]?)[01]\d\1[0-3]\d(?!\d)/?(?![\w/-])")
_PAGE = re.compile(r"/page/\d{1,4}/?$")


class Period(NamedTuple):
    """The day, month or year that an address ends in.

    Attributes:
        around: what stands around it in the address, and which of the three it is.
        kind: `day`, `month` or `year`.
        at: the ordinal of its first day.
    """

    around: str
    kind: str
    at: int


@lru_cache(maxsize=1024)
def period_of(url: str) -> Period | None:
    """The period that an address ends in, by its path or its query; None for others."""
    if ("20" not in url and "19" not in url) or not _YEAR.search(url):
        return None
    parts = urlsplit(url)
    for text, rest in ((parts.path, parts.query), (parts.query, parts.path)):
        found = next(filter(None, (form.match(text) for form in _FORMS)), None)
        name = _NAME.sub("", found["before"]).lower() if found else ""
        if found and not _is_cursor(name):
            month, day = int(found["m"] or 0), int(found["d"] or 0)
            if day and not found["s"] and text == parts.query and name not in DAYS:
                return None  # `?id=20261126` is an entry of that day
            kind = "day" if day else "month" if month else "year"
            form = _FORMS.index(found.re)
            around = f"{found['before']}\n{found['s'] or ''}\n{kind}\n{form}\n{found['file']}\n{rest}"
            try:
                return Period(around, kind, date(int(found["y"]), month or 1, day or 1).toordinal())
            except ValueError:  # the 31st of February
                return None
    return None


def _is_cursor(name: str) -> bool:
    """Whether a parameter of this name (in lower case) holds what a page begins with, `offset=20260101`, and no day."""
    return counts_pages(name) or name in BEFORE


def first_period(url: str) -> Period | None:
    """The period of a list's page, by the address of its first page; None where it is of none."""
    return period_of(_first(url)) if "20" in url or "19" in url else None


def period_before(tree: Tree) -> str:
    """The latest earlier period of the archive the page belongs to, "" where it belongs to none."""
    own = first_period(tree.url)
    if own is None:
        return _day_before(tree) if page_number(tree.url) is None else ""
    if (own.kind == "day" or "=" in own.around) and of_days_to_come(tree):  # a calendar's parameters
        return ""
    best, target = -1, ""
    for node in bearing(tree, ("href",)):
        address = tree.link(tree.attrs[node]["href"] or "") if tree.tags[node] == "a" else ""
        other = period_of(address)
        if other is not None and other.around == own.around and best < other.at < own.at:
            best, target = other.at, address
    return target


def _first(url: str) -> str:
    """The address of a period's first page, of a later one's."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [
        (name, value)
        for name, value in pairs
        if not (value.isdecimal() and (counts_pages(name.lower()) or name.lower() in SIZES))
    ]
    query = parts.query if kept == pairs else urlencode(kept)
    return urlunsplit(parts._replace(path=_PAGE.sub("/", parts.path), query=query))


def _day_before(tree: Tree) -> str:
    """Where a link called yesterday or the day before leads from the front of an archive, "" from others."""
    linked = [
        (node, address, period)
        for node in bearing(tree, ("href",))
        if tree.tags[node] == "a"
        and (href := tree.attrs[node]["href"])
        and "20" in href
        and _ENDS_IN_DAY.search(href)
        and (period := period_of(address := tree.link(href))) is not None
        and period.kind == "day"
        and _is_below(tree.url, address)
    ]
    for node, address, period in linked:
        if is_before(tree.text(node), tree.language):
            later = (other.at for _, _, other in linked if other.around == period.around)
            newest = all(at <= period.at + _NIGHT for at in later)
            return address if newest and not of_days_to_come(tree) else ""
    return ""


_NIGHT = 1
"""Days between yesterday and the day shown, which may have a link of its own; a calendar leads to later ones, too."""


def of_days_to_come(tree: Tree) -> bool:
    """Whether a page lists events, which have days before and after for ever."""
    parts = urlsplit(tree.url).path.split("/")
    if of_events(tree) or any(map(names_events, filter(None, parts))):
        return True
    tomorrow = _words(tree.language, _TOMORROW)
    return any(next_words.bare(tree.text(node)) in tomorrow for node in called(tree, ("a",)))


def is_before(label: str, language: str) -> bool:
    """Whether a label says yesterday in the page's language, or a word for previous beside a day, week, month or year."""
    bare = next_words.bare(label)
    tokens = bare.split()
    if not tokens or len(tokens) > next_words.LONGEST:
        return False
    if bare in _words(language, _YESTERDAY) or bare in _PERIOD_BEFORE:
        return True
    return next_words.of_calendar(label) and not next_words.PREVIOUS.isdisjoint(tokens)


@lru_cache(maxsize=128)
def _words(language: str, which: int) -> frozenset[str]:
    """The words for yesterday or tomorrow in a language, in all of them where it is not known; few pages link to days."""
    # pandas comes with them: a crawl starts without
    from pipelines.dates.words.wording import DAY_WORDS

    known = DAY_WORDS.get(language.split("-")[0].lower())
    rows = DAY_WORDS.values() if known is None else (known,)
    words = frozenset(chain.from_iterable(row[which] for row in rows))
    return words - {"hier"} if known is None else words  # `here` in German


_YESTERDAY, _TOMORROW = 1, 3
"""Their places in the table."""
_PERIOD_BEFORE = frozenset(
    "vortag vormonat 前日 前の日 前一天 전날 前月 前の月 先月 上月 上个月 上個月 지난달 이전달".split()
)


def _is_below(url: str, address: str) -> bool:
    """Whether an address is the page's own with a day behind it; `/news/weather/2026-11-23/` is another matter's."""
    here, there = urlsplit(url).path.rstrip("/"), urlsplit(address).path.rstrip("/")
    return there == here or (there.startswith(f"{here}/") and there[len(here) + 1].isdecimal())
