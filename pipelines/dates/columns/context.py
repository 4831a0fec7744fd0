"""Everything known about a column before anything is decided: numbers, names, clues, the page and its clock."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.cells import Cells, read_cells
from pipelines.dates.columns.addresses import days_by_address
from pipelines.dates.columns.announced import announced_rows, announcing_lists
from pipelines.dates.columns.day_places import day_places
from pipelines.dates.columns.relative import DAY_SECONDS, are_other_words, by_markup, relative_days
from pipelines.dates.columns.zones import site_days
from pipelines.dates.days.civil import NO_DAY, Ints, year_of
from pipelines.dates.days.eras import NATIVE, OF_COUNTRY, Era
from pipelines.dates.hypotheses.decide import Clues
from pipelines.dates.hypotheses.readings import Numbers, days_under
from pipelines.dates.inputs import Codes
from pipelines.dates.lists.listed_pairs import listed_pairs
from pipelines.dates.lists.month_votes import month_numbers
from pipelines.dates.lists.numbered import are_fractions, are_numbered
from pipelines.dates.lists.one_weekday import without_chance, without_links
from pipelines.dates.lists.republic import with_short_years
from pipelines.dates.lists.settled import (
    BUDDHIST_LAG,
    are_of_words,
    strange_years,
    with_last_days,
    with_years,
)
from pipelines.dates.lists.stray_months import are_stray
from pipelines.dates.lists.weekday_years import days_by_weekdays
from pipelines.dates.tokens.template import NO_ZONE, Kind, Template

SHARED_BACK = 6  # years before the crawl that no Ethiopic year is, being seven or eight behind
# Eras whose years are also written with two digits, and whether the year then comes first.
_SHORTENED = {Era.BUDDHIST: False, Era.JALALI: True, Era.BIKRAM: True}
_LAG = {Era.BUDDHIST: BUDDHIST_LAG, Era.JALALI: -21, Era.BIKRAM: 57}  # of the last two digits, in years


@dataclass(frozen=True, slots=True)
class Page:
    """What is known beside the cells, by row, lists together and in order.

    Attributes:
        of_row: number of each row's list.
        seconds: UTC seconds of the crawl.
        west: least seconds east of UTC that the site's calendar may have.
        east: most seconds.
        dated: False where the crawl is not known.
        language: language the page declares.
        tld: top-level domain of the site.
        order: order the site file pins, or None.
        events: True where coming days are announced.
        timezone: IANA name of the site's own calendar, or None.
    """

    of_row: Ints
    seconds: Ints
    west: Ints
    east: Ints
    dated: NDArray[np.bool_]
    language: Codes
    tld: Codes
    order: str | None
    events: bool
    timezone: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """A column ready to be decided.

    Attributes:
        page: what is known beside the cells.
        cells: the cells, read.
        numbers: their numbers, with months and calendars resolved.
        clues: what single rows say beside their numbers.
        given: days that hold under every hypothesis (told from the crawl).
        sure: whether a given day is certain.
        doubt: rows whose month word has another sense left, or whose first number may be no day.
        stamped: UTC seconds of the page's machine-readable dates.
        events: rows of lists that announce days to come, by their site or by themselves.
        markup_open: whether the zone leaves the day of the page's machine-readable date open.
    """

    page: Page
    cells: Cells
    numbers: Numbers
    clues: Clues
    given: Ints
    sure: NDArray[np.bool_]
    doubt: NDArray[np.bool_]
    stamped: Ints
    markup_open: NDArray[np.bool_]
    events: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SiteDays:
    """Days in the site's own calendar.

    Attributes:
        days: day numbers.
        moments: UTC seconds where time and zone are told, else `NO_DAY`.
        moved: where the site's day is another than the one written.
        open: where it depends on a zone that is not known.
    """

    days: Ints
    moments: Ints
    moved: NDArray[np.bool_]
    open: NDArray[np.bool_]


def gather(texts: pa.Array, page: Page, hints: pa.Array | None, urls: pa.Array | None) -> Context:
    """Read the cells and everything that speaks about them."""
    cells = read_cells(texts)
    offsets = np.clip(0, page.west, page.east)  # UTC, or the nearest the site's country comes to it
    crawl = (page.seconds + offsets) // DAY_SECONDS
    bases = [value.replace("-", "_").split("_")[0].lower() for value in page.language.values]
    month, doubt = month_numbers(cells, page.of_row, page.language.code, bases)
    doubt |= are_stray(cells, page.of_row, page.language.code, bases)
    doubt |= (cells.backwards == 1) | (cells.of_shape([t.loose for t in cells.templates]) > 0)
    numbers = _numbers(cells, month, crawl)
    if any(t.listed for t in cells.templates):
        listed = cells.of_shape([t.listed for t in cells.templates])
        idle, by_order = listed_pairs(numbers.kind, numbers.a, numbers.b, listed, crawl, page.of_row)
        doubt |= by_order
        numbers = replace(numbers, kind=np.where(idle, Kind.NONE, numbers.kind))
    if any(t.of_word for t in cells.templates):
        numbers, settled = with_last_days(numbers, cells, page.of_row)
        doubt |= are_of_words(cells, page.of_row) & ~settled
    numbers = _with_own_months(numbers, cells)
    if any(t.links for t in cells.templates):
        numbers = without_links(numbers, cells.of_shape([t.links for t in cells.templates]) > 0, page.of_row)
    by_weekdays, years_open = days_by_weekdays(numbers, page.of_row)
    doubt |= years_open
    numbers = without_chance(numbers, page.of_row)
    native = _native(page, bases, cells)
    strange = strange_years(cells)
    if cells.maybe_year is not None:
        numbers, counts, unsettled = with_years(numbers, cells.maybe_year, cells, native, page.of_row)
        doubt |= unsettled
        strange &= ~counts
    doubt |= are_numbered(numbers.kind, numbers.a, numbers.weekdays, page.of_row)
    doubt |= are_fractions(numbers.kind, numbers.a, numbers.b, page.of_row)
    if strange.any():
        doubt |= strange | _are_most(strange, page.of_row)
        numbers = replace(
            numbers, a=np.where(strange, -1, numbers.a), a_size=np.where(strange, 0, numbers.a_size)
        )
    numbers, unsettled = with_short_years(
        _with_calendars(numbers, page, native), page.language, page.tld, page.of_row
    )
    doubt |= unsettled
    if numbers.native.any():
        # ۰۸/۲۷ is a day of August or of Aban, and nothing else in such a list tells which
        doubt |= (numbers.kind == Kind.PAIR) & np.isin(numbers.native, (Era.JALALI, Era.BIKRAM))
    doubt |= are_other_words(cells, page.language.code, bases)
    given, sure = relative_days(cells, page.seconds, offsets, page.west, page.east)
    none = np.full(len(crawl), NO_DAY)
    markup = SiteDays(none, none, none == 0, none == 0) if hints is None else _markup(hints, crawl, page)
    given, sure = by_markup(cells, given, sure, markup.days, markup.open)
    address = none if urls is None else days_by_address(urls, numbers, page.of_row)
    told = np.where(address != NO_DAY, address, by_weekdays)
    numbers = replace(numbers, told=np.where(markup.days != NO_DAY, markup.days, told))
    clues = Clues(numbers.weekdays, address, markup.days)
    announced = announcing_lists(announced_rows(cells, urls), numbers.kind, page.of_row)
    return Context(
        page,
        cells,
        numbers,
        clues,
        given,
        sure,
        doubt,
        markup.moments,
        markup.open,
        announced | page.events,
    )


def clock_moments(cells: Cells, days: Ints) -> Ints:
    """UTC seconds where the cell gives time and zone, else `NO_DAY`."""
    known = (days != NO_DAY) & (cells.offset != NO_ZONE) & (cells.hour >= 0)
    if not known.any():
        return np.full(len(days), NO_DAY)
    known &= (cells.hour < 24) & (cells.minute < 60) & (cells.second < 61) & (np.abs(cells.offset) <= 15 * 60)
    local = np.where(known, days, 0) * DAY_SECONDS + cells.hour * 3600 + cells.minute * 60 + cells.second
    return np.where(known, local - cells.offset * 60, NO_DAY)


def days_of_site(cells: Cells, days: Ints, stamps: NDArray[np.bool_], page: Page) -> SiteDays:
    """Return days with those of moments told in UTC as the site's own.

    Args:
        cells: where days and offsets stand.
        days: their days as written.
        stamps: rows that software wrote, so that an offset of zero need not be the site's own.
        page: the site's zone or what tells of it. Where it is not known, zero is the site's own in a list with other offsets.
    """
    moments = clock_moments(cells, days)
    utc = stamps & (moments != NO_DAY) & (cells.offset == 0)
    if utc.any() and page.timezone is None:
        others = (cells.offset != 0) & (cells.offset != NO_ZONE) & (cells.shape >= 0)
        utc &= np.bincount(page.of_row, weights=others)[page.of_row] == 0
    if not utc.any():
        return SiteDays(days, moments, utc, utc)
    own, still = site_days(np.where(utc, moments, NO_DAY), page.timezone, page.language, page.tld)
    return SiteDays(np.where(utc, own, days), moments, utc & (own != days), still)


def _markup(hints: pa.Array, crawl: Ints, page: Page) -> SiteDays:
    """The site's day of each machine-readable date that is whole."""
    cells = read_cells(hints)
    numbers = _numbers(
        cells, cells.of_shape([t.senses[0].month if t.senses else 0 for t in cells.templates]), crawl
    )
    kind = numbers.kind
    whole = (
        ((kind == Kind.FIXED) | (kind == Kind.FIRST) | (kind == Kind.COMPACT))
        & (cells.a >= 0)
        & (cells.c >= 0)
    )
    days = np.where(whole, days_under(numbers, "ymd", "latest past", None), NO_DAY)
    return days_of_site(cells, days, whole, page)


def _numbers(cells: Cells, month: Ints, crawl: Ints) -> Numbers:
    none = np.zeros(len(crawl), dtype=np.int64)
    crosses = 3 * cells.of_shape([t.crosses for t in cells.templates])
    crosses |= (cells.until_b >= 0) & (cells.b > cells.until_b)
    crosses |= 2 * ((cells.until_a >= 0) & (cells.a > cells.until_a))
    return Numbers(
        kind=cells.of_shape([t.kind for t in cells.templates]),
        a=cells.a,
        b=cells.b,
        c=cells.c,
        a_size=cells.a_size,
        c_size=cells.c_size,
        month=month,
        era=cells.of_shape([t.era for t in cells.templates]),
        native=none,
        short_native=none.astype(bool),
        weekdays=cells.of_shape([t.weekdays for t in cells.templates]),
        crawl=crawl,
        crosses=crosses,
        day_at=day_places(cells),
        told=np.full(len(crawl), NO_DAY),
    )


def _are_most(some: NDArray[np.bool_], of_row: Ints) -> NDArray[np.bool_]:
    """Rows of lists of which most rows are such: where most are no years, those that look like years may be none."""
    most: NDArray[np.bool_] = np.bincount(of_row, weights=some) * 2 > np.bincount(of_row)
    return most[of_row]


def _calendar_of_name(template: Template) -> int:
    """The calendar that all languages of a month's name share: `พ.ย. 69` is Thai, whatever the page declares."""
    languages = template.senses[0].languages if len(template.senses) == 1 else frozenset[str]()
    eras = {NATIVE.get(language, Era.UNSAID) for language in languages}
    return eras.pop() if len(eras) == 1 else Era.UNSAID


def _native(page: Page, bases: list[str], cells: Cells) -> Ints:
    """The calendar of the month's name, else of the page's language, which may be declared wrong, else of its country or the digits."""
    natives = np.array([*(NATIVE.get(base, Era.UNSAID) for base in bases), Era.UNSAID], dtype=np.int64)
    native: Ints = natives[page.language.code]
    countries = np.array([*(OF_COUNTRY.get(value, Era.UNSAID) for value in page.tld.values), Era.UNSAID])
    native = np.where(native == Era.UNSAID, countries[page.tld.code], native)
    by_name = [_calendar_of_name(template) for template in cells.templates]
    if any(by_name):
        named = cells.of_shape(by_name)
        native = np.where(named == Era.UNSAID, native, named)
    if cells.persian is not None:
        native = np.where((native == Era.UNSAID) & cells.persian, np.int64(Era.JALALI), native)
    return native


def _with_own_months(numbers: Numbers, cells: Cells) -> Numbers:
    """Read month words that two calendars share by the one their list or their year speaks for: መስከረም of 2018, of 2026."""
    other = [t.senses[-1].month if len({s.era for s in t.senses}) > 1 else 0 for t in cells.templates]
    if not any(other):
        return numbers
    common = cells.of_shape(other)
    late = (numbers.a_size == len("2026")) & (numbers.a > year_of(numbers.crawl) - SHARED_BACK)
    common_one = (common > 0) & (late | (numbers.month == common))
    return replace(
        numbers,
        month=np.where(common_one, common, numbers.month),
        era=np.where(common_one, Era.UNSAID, numbers.era),
    )


def _with_calendars(numbers: Numbers, page: Page, native: Ints) -> Numbers:
    """Add the calendar of each page, and where it is the one of two-digit years."""
    if not native.any():
        return numbers
    short = np.zeros(len(native), dtype=bool)
    for era, year_first in _SHORTENED.items():
        rows = native == era
        if rows.any():
            short |= rows & _short_years_are_native(numbers, page.of_row, rows, _LAG[era], year_first)
    return replace(numbers, native=native, short_native=short)


def _short_years_are_native(
    n: Numbers, of_row: Ints, rows: NDArray[np.bool_], lag: int, year_first: bool
) -> NDArray[np.bool_]:
    """By list: whether years of two digits lie nearer to the crawl in the native calendar than in the common one."""
    triple = n.kind == Kind.TRIPLE
    year = np.where(
        triple,
        n.a if year_first else n.c,
        np.select([n.kind == Kind.FIXED, n.kind == Kind.NAMED], [n.a, n.c], -1),
    )
    size = np.where(
        triple, n.a_size if year_first else n.c_size, np.where(n.kind == Kind.NAMED, n.c_size, n.a_size)
    )
    short = rows & (size > 0) & (size <= 2) & (year >= 0)
    if not short.any():
        return short
    now = (n.crawl // 365.2425).astype(np.int64) + 1970
    away = [np.abs((year - now - shift + 50) % 100 - 50).astype(np.float64) for shift in (0, lag)]
    lists = int(of_row.max()) + 1
    weight = short.astype(np.float64)
    common, own = (np.bincount(of_row, weights=weight * far, minlength=lists) for far in away)
    return (own < common)[of_row]
