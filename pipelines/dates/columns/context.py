"""Everything known about a column before anything is decided: the numbers of its cells, what speaks for them, and the doubts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.dates.cells import Cells, read_cells
from pipelines.dates.columns.address_years import days_with_year
from pipelines.dates.columns.addresses import days_by_address
from pipelines.dates.columns.announced import announced_rows, announcing_lists
from pipelines.dates.columns.before_midnight import before_midnight
from pipelines.dates.columns.calendars import (
    native_calendars,
    with_calendars,
    with_own_months,
    with_words_behind,
)
from pipelines.dates.columns.moments import SiteDays, days_of_site
from pipelines.dates.columns.page import Page
from pipelines.dates.columns.relative import DAY_SECONDS, are_other_words, by_markup, relative_days
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.days.eras import Era
from pipelines.dates.hypotheses.decide import Clues
from pipelines.dates.hypotheses.prior import territory_of
from pipelines.dates.hypotheses.readings import Numbers, days_under
from pipelines.dates.lists.listed_pairs import listed_pairs
from pipelines.dates.lists.month_votes import Spoken, month_numbers
from pipelines.dates.lists.numbered import are_fractions, are_numbered
from pipelines.dates.lists.one_weekday import without_chance, without_links
from pipelines.dates.lists.ranges_or_numbers import are_of_words, are_too_long, with_last_days
from pipelines.dates.lists.republic import with_short_years
from pipelines.dates.lists.stray_months import are_stray, are_unknown_forms
from pipelines.dates.lists.weekday_years import days_by_weekdays
from pipelines.dates.lists.years_or_counts import strange_years, with_years
from pipelines.dates.tokens.template import Kind, Template
from pipelines.dates.words.cldr import main_language

_MONTHS = 12


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
        unknown: rows whose month word may be none, or another one in the small language that their page declares.
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
    unknown: NDArray[np.bool_]
    stamped: Ints
    markup_open: NDArray[np.bool_]
    events: NDArray[np.bool_]


def gather(texts: pa.Array, page: Page, hints: pa.Array | None, urls: pa.Array | None) -> Context:
    """Read the cells and everything that speaks about them.

    Args:
        texts: one cell a row, strings, lists together and in order.
        page: what is known beside the cells.
        hints: machine-readable dates of the rows, strings or null, or None where no page gave any.
        urls: addresses of the entries, likewise.
    """
    cells = read_cells(texts)
    offsets = np.clip(0, page.west, page.east)  # UTC, or the nearest the site's country comes to it
    crawl = (page.seconds + offsets) // DAY_SECONDS

    # the numbers of each cell, and its month
    bases = [value.replace("-", "_").split("_")[0].lower() for value in page.language.values]
    declared = Spoken(page.language.code, bases)
    of_country = Spoken(page.tld.code, [main_language(territory_of(tld)) for tld in page.tld.values])
    month, doubt = month_numbers(cells, page.of_row, declared, of_country)
    doubt |= (cells.backwards == 1) | (cells.of_shape([t.loose for t in cells.templates]) > 0)
    numbers = _numbers(cells, month, crawl)
    doubt |= are_too_long(cells)

    # what its list proves of each cell, then years and calendars
    numbers, by_weekdays, open_ = _beside_others(numbers, cells, page)
    doubt |= open_
    numbers, open_ = _years_and_calendars(numbers, cells, page, bases)
    doubt |= open_

    # days told from the crawl, by the markup, by the address
    doubt |= are_other_words(cells, page.language.code, bases)
    given, sure = relative_days(cells, page.seconds, offsets, page.west, page.east)
    given = before_midnight(cells, given, page)
    none = np.full(len(crawl), NO_DAY)
    markup = SiteDays(none, none, none == 0, none == 0) if hints is None else _markup(hints, crawl, page)
    given, sure = by_markup(cells, given, sure, markup.days, markup.open)
    address = none if urls is None else days_by_address(urls, numbers, page.of_row)
    address = none if urls is None else days_with_year(urls, numbers, page.of_row, address)
    told = np.where(address != NO_DAY, address, by_weekdays)
    numbers = replace(numbers, told=np.where(markup.days != NO_DAY, markup.days, told))
    clues = Clues(numbers.weekdays, address, markup.days)
    announced = announcing_lists(announced_rows(cells, urls), numbers.kind, page.of_row)
    return Context(
        page=page,
        cells=cells,
        numbers=numbers,
        clues=clues,
        given=given,
        sure=sure,
        doubt=doubt,
        unknown=are_stray(cells, page.of_row, page.language.code, bases)
        | are_unknown_forms(cells, page.of_row, page.language.code, bases),
        stamped=markup.moments,
        markup_open=markup.open,
        events=announced | page.events,
    )


def _beside_others(numbers: Numbers, cells: Cells, page: Page) -> tuple[Numbers, Ints, NDArray[np.bool_]]:
    """What the cells of a list prove for each other: pairs, ranges, links, weekdays.

    Returns:
        The numbers; the days that the weekdays of whole lists tell, else `NO_DAY`; the rows left open.
    """
    doubt = np.zeros(len(numbers.kind), dtype=bool)
    if any(t.listed for t in cells.templates):
        listed = cells.of_shape([t.listed for t in cells.templates])
        idle, by_order = listed_pairs(numbers.kind, numbers.a, numbers.b, listed, numbers.crawl, page.of_row)
        doubt |= by_order
        numbers = replace(numbers, kind=np.where(idle, Kind.NONE, numbers.kind))
    if any(t.of_word for t in cells.templates):
        numbers, settled = with_last_days(numbers, cells, page.of_row)
        doubt |= are_of_words(cells, page.of_row) & ~settled
    numbers = with_own_months(numbers, cells)
    if any(t.links for t in cells.templates):
        numbers = without_links(numbers, cells.of_shape([t.links for t in cells.templates]) > 0, page.of_row)
    by_weekdays, years_open = days_by_weekdays(numbers, page.of_row)
    return without_chance(numbers, page.of_row), by_weekdays, doubt | years_open


def _years_and_calendars(
    numbers: Numbers, cells: Cells, page: Page, bases: list[str]
) -> tuple[Numbers, NDArray[np.bool_]]:
    """The numbers with what is a year told from what is none, and days of other calendars; the rows left open.

    Args:
        numbers: as the cells hold them.
        cells: the cells, read.
        page: what is known beside the cells.
        bases: declared languages without region.
    """
    numbers, doubt = with_words_behind(numbers, cells)
    native = native_calendars(page, bases, cells)
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
        with_calendars(numbers, page, native), page.language, page.tld, page.of_row
    )
    doubt |= unsettled
    if numbers.native.any():
        # ۰۸/۲۷ is a day of August or of Aban, and nothing else in such a list tells which
        doubt |= (numbers.kind == Kind.PAIR) & np.isin(numbers.native, (Era.JALALI, Era.BIKRAM))
    return numbers, doubt


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
    kind = cells.of_shape([t.kind for t in cells.templates])
    # of a month that a sign marks the place is the same in all orders
    crosses |= np.where(kind == Kind.FIXED, 3, 1) * ((cells.until_b >= 0) & (cells.b > cells.until_b))
    crosses |= 2 * ((cells.until_a >= 0) & (cells.a > cells.until_a))
    return Numbers(
        kind=kind,
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
        day_at=_day_places(cells),
        told=np.full(len(crawl), NO_DAY),
    )


def _are_most(some: NDArray[np.bool_], of_row: Ints) -> NDArray[np.bool_]:
    """Rows of lists of which most rows are such: where most are no years, those that look like years may be none."""
    most: NDArray[np.bool_] = np.bincount(of_row, weights=some) * 2 > np.bincount(of_row)
    return most[of_row]


def _day_places(cells: Cells) -> Ints:
    """By row 1 or 2 where the first or the second number of a date in numbers is a day, as the range says that it begins; else 0.

    Of `11-13/06/2026` the 13 stands where the day does; of `12/03 - 14/03/26` the 14 can be no month.
    """
    places = np.where(cells.backwards > 0, 0, cells.of_shape([_place_of_range(t) for t in cells.templates]))
    for place, last in enumerate((cells.until_a, cells.until_b), 1):
        places = np.where((places == 0) & (last > _MONTHS), place, places)
    return places


def _place_of_range(template: Template) -> int:
    """Which number of a date written in numbers is the day that a range begins with, from 1; 0 without one."""
    if template.kind == Kind.NAMED:
        return int(template.pointed)
    if template.kind not in (Kind.TRIPLE, Kind.LAST, Kind.PAIR) or not template.span[0].size:
        return 0
    return 1 + (template.b.at == template.span[0].at)
