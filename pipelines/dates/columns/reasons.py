"""What is said about each row: its issue code, whether its day is exact, and what fills a silent cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.columns.context import Context
from pipelines.dates.days.calendars import has_library
from pipelines.dates.days.civil import NO_DAY, Ints, weekday_of, year_of
from pipelines.dates.days.eras import CONVERTED, Era
from pipelines.dates.hypotheses.evidence import ANNOUNCED
from pipelines.dates.hypotheses.missing_years import FURTHEST, SOON
from pipelines.dates.hypotheses.readings import Numbers, era_of, lacks_year
from pipelines.dates.lists.odd_weekdays import seldom_fit
from pipelines.dates.lists.weekday_years import FAR_AHEAD
from pipelines.dates.lists.years_or_counts import BUDDHIST_LAG, CENTURY
from pipelines.dates.tokens.template import Kind

YEAR_DAYS = 365
# Days from the crawl within which a list must come, so that its weekdays tell its years. By `python -m bench.dates_rhythms --weekdays`,
# lists no longer fed for 300 to 2000 days, 19 to 30 % of the rows are certain and right and at most 1.2 silently wrong; with one year
# 2 to 5 % and as many.
STALE = 2 * YEAR_DAYS
# Different days whose weekdays bear out years more than one away; one word in seven fits by chance, and the entries of one day all at once
SEVERAL = 3
RECENT = 14  # days before the crawl within which a run of days begins that bears its month out
FEW = 6  # cells of three numbers to one that is no day; slips are rarer
SAME = 1  # days by which markup and text may differ: the markup is in UTC, the text in the site's own day


def is_exact(context: Context, days: Ints) -> NDArray[np.bool_]:
    """Rows whose day is not approximate by nature.

    Approximate are months without a day, Hijri days (the moon is seen, not computed, in most countries), spans whose
    day the zone decides, days without a year whose weekday is another one, and such days more than a year away unless
    markup, address or several weekdays tell the year: a list may skip one unseen, and one word may be no weekday;
    whole dates of lists in which most weekdays do not fit; and numbers among others that are no days.
    """
    n = context.numbers
    monthly = _lacks_day(n)
    yearless = lacks_year(n)
    exact = ~monthly & (era_of(n) != Era.HIJRI)
    if n.weekdays.any():
        whole = ~yearless & ~monthly & (days != NO_DAY) & (n.kind != Kind.RELATIVE)
        exact &= ~seldom_fit(np.where(whole, n.weekdays, 0), days, context.page.of_row)
    if yearless.any():
        exact &= ~_is_unseen(context, days, yearless)
    if ((n.kind != Kind.FIXED) & (n.kind != Kind.NONE)).any():
        exact &= ~_are_other_numbers(context, days) & ~_may_be_buddhist(context, days)
    if context.unknown.any():
        exact &= ~context.unknown | _are_borne_out(context, days)
    # २५ फागुन २०२६, of 1970 by its month
    exact &= ~((era_of(n) == Era.BIKRAM) & (np.abs(n.a - year_of(n.crawl)) <= 1))
    return np.where(n.kind == Kind.RELATIVE, context.sure, exact)


def _are_borne_out(context: Context, days: Ints) -> NDArray[np.bool_]:
    """Rows of unknown months that their weekday or their list bears out.

    The former is one weekday in a language of the month, in lists all of whose weekdays fit: `sobota 5 júla`. The latter is a run of
    several different days down to the crawl: under another month it would end elsewhere, and a number that is no day runs nowhere.
    """
    of_row, named = context.page.of_row, context.numbers.weekdays
    odd = (named > 0) & (days != NO_DAY) & ~_on_named_weekday(context, days)
    fitting: NDArray[np.bool_] = np.bincount(of_row, weights=odd)[of_row] == 0
    borne_out: NDArray[np.bool_] = fitting & (named > 0) & (named & (named - 1) == 0)
    rows = np.flatnonzero(context.unknown)
    for listed in np.split(rows, np.flatnonzero(np.diff(of_row[rows])) + 1):
        steps = np.diff(days[listed])
        since = context.numbers.crawl[listed[0]] - days[listed[0]]
        if (steps <= 0).all() and (steps < 0).sum() + 1 >= SEVERAL and 0 <= since <= RECENT:
            borne_out[listed] = True
    return borne_out


def _lacks_day(n: Numbers) -> NDArray[np.bool_]:
    """Rows that tell a month or a week and no day of it."""
    dayless: NDArray[np.bool_] = ((n.kind == Kind.FIXED) | (n.kind == Kind.WEEK)) & (n.c < 0)
    return dayless


def _may_be_buddhist(context: Context, days: Ints) -> NDArray[np.bool_]:
    """Rows with a short year that is this one or the last in the Buddhist calendar and long past in the common one: `14-01-69`."""
    n = context.numbers
    old: NDArray[np.bool_] = (days < n.crawl - 50 * YEAR_DAYS) & (days != NO_DAY)
    if not old.any():
        return old
    short = (n.kind == Kind.TRIPLE) | (n.kind == Kind.NAMED)
    own = np.abs(year_of(days) + CENTURY - BUDDHIST_LAG - year_of(n.crawl)) <= 1
    found: NDArray[np.bool_] = old & short & own
    return found


def _is_unseen(context: Context, days: Ints, yearless: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Rows without a year that may be of another one than theirs."""
    n, of_row = context.numbers, context.page.of_row
    open_ = yearless & ~((n.told != NO_DAY) & (np.abs(days - n.told) <= SAME))
    far = open_ & (np.abs(days - n.crawl) > YEAR_DAYS)
    fitting = _on_named_weekday(context, days)
    odd = open_ & (n.weekdays > 0) & ~fitting
    several = _different(days, of_row, far & fitting)[of_row] >= SEVERAL
    near, ahead = (
        np.bincount(of_row, weights=some)[of_row]
        for some in (open_ & ~odd & (np.abs(days - n.crawl) <= STALE), far & (days > n.crawl + YEAR_DAYS))
    )
    # Weekdays return after five, six and eleven years: a list that lies years back as a whole may be of any of them, and in one
    # that reaches more than a year ahead and does not run there they were followed where they do not lead.
    told = fitting & several & (near > 0) & ((ahead == 0) | (_downwards(days, of_row) == 0))
    unseen: NDArray[np.bool_] = (far & ~told) | odd
    if not context.page.events:
        unseen |= open_ & (n.weekdays > 0) & _are_led_ahead(np.where(odd, NO_DAY, days), n.crawl, of_row)
    return unseen


def _different(days: Ints, of_row: Ints, some: NDArray[np.bool_]) -> Ints:
    """How many different days some rows of each list have."""
    rows = np.flatnonzero(some)
    rows = rows[np.lexsort((days[rows], of_row[rows]))]
    new = (np.diff(days[rows], prepend=0) != 0) | (np.diff(of_row[rows], prepend=-1) != 0)
    return np.bincount(of_row[rows][new], minlength=int(of_row.max()) + 1)


def _are_led_ahead(days: Ints, crawl: Ints, of_row: Ints) -> NDArray[np.bool_]:
    """Rows of lists that lie ahead and not as coming events do: as a whole and far, or from a far one down.

    The weekdays of a list no longer fed return five or six years later, and that may be next year; beside days of more than a year ago
    those ahead may be as old.
    """
    dated = days != NO_DAY
    away = np.where(dated, days - crawl, FURTHEST)
    lists = int(of_row.max()) + 1
    nearest, furthest = np.full(lists, FURTHEST, dtype=np.int64), np.full(lists, -FURTHEST, dtype=np.int64)
    np.minimum.at(nearest, of_row, away)
    np.maximum.at(furthest, of_row, np.where(dated, away, -FURTHEST))
    if not (furthest > SOON).any():
        return np.zeros(len(days), dtype=bool)
    nearest, furthest, down = nearest[of_row], furthest[of_row], _downwards(days, of_row) > 0
    led: NDArray[np.bool_] = (nearest > SOON) & ((nearest > ANNOUNCED) | down)
    led |= down & ((furthest > FAR_AHEAD) | ((nearest < -YEAR_DAYS) & (away > SOON)))
    return led


def _downwards(days: Ints, of_row: Ints) -> Ints:
    """How many steps of each row's list lead to an earlier day."""
    rows = np.flatnonzero(days != NO_DAY)
    inner = np.append(-1, of_row[rows][:-1]) == of_row[rows]
    down = inner & (np.diff(days[rows], prepend=0) < 0)
    return np.bincount(of_row[rows][down], minlength=int(of_row.max()) + 1)[of_row]


def _are_other_numbers(context: Context, days: Ints) -> NDArray[np.bool_]:
    """Short numbers in a list where many are no day.

    Of pairs most (`10.00`, `11.15`, `12.45` are hours or prices), of three numbers one in `FEW` and more than one (`3.12.10`, `3.9.2`
    are versions); zeros alone stand where a date is not known.
    """
    n, of_row = context.numbers, context.page.of_row
    other = np.zeros(len(days), dtype=bool)
    for kind, share, least in ((Kind.PAIR, 2, 1), (Kind.TRIPLE, FEW, 2)):
        some = (n.kind == kind) & ((n.a > 0) | (n.b > 0))
        if not some.any():
            continue
        impossible = np.bincount(of_row, weights=some & (days == NO_DAY))
        many = (impossible * share > np.bincount(of_row, weights=some)) & (impossible >= least)
        other |= some & many[of_row]
    return other


def _on_named_weekday(context: Context, days: Ints) -> NDArray[np.bool_]:
    """Rows whose day is of the weekday that the cell names."""
    named: NDArray[np.bool_] = (days != NO_DAY) & (
        (context.numbers.weekdays >> weekday_of(np.where(days == NO_DAY, 0, days))) & 1 == 1
    )
    return named


def is_stamp(context: Context) -> NDArray[np.bool_]:
    """Rows whose cell is a moment in UTC as software writes it: year first, or with seconds.

    `17 November 2026, 23:30 GMT` is written for readers, and its day is the one they see.
    """
    n, cells = context.numbers, context.cells
    if not (cells.offset == 0).any():
        return np.zeros(len(n.kind), dtype=bool)
    seconds = cells.of_shape([int(t.clock.second.size > 0) for t in cells.templates]) > 0
    stamp: NDArray[np.bool_] = (
        (cells.offset == 0) & ((n.kind == Kind.FIRST) | seconds) & (n.kind != Kind.RELATIVE)
    )
    return stamp


def reason_codes(
    context: Context, days: Ints, certain: NDArray[np.bool_], open_: NDArray[np.bool_]
) -> NDArray[np.object_]:
    """Return the gravest issue code of each row, None where there is nothing to say.

    `open_` are the rows whose day depends on the site's zone.
    """
    n, cells, markup = context.numbers, context.cells, context.clues.markup
    dated = days != NO_DAY
    reasons = np.full(len(days), None, dtype=object)
    reasons[dated & ~certain] = "date_ambiguous"
    reasons[dated & ~certain & ((n.kind == Kind.RELATIVE) | open_)] = "date_approximate"
    reasons[dated & _lacks_day(n)] = "date_day_missing"
    reasons[dated & (markup != NO_DAY) & (np.abs(days - markup) > SAME)] = "date_contradicts_markup"
    reasons[~dated] = "date_impossible"
    reasons[~dated & (n.kind == Kind.NONE)] = "date_unreadable"
    if not dated.all():
        era = era_of(n)
        for converted in CONVERTED:
            lost = ~dated & (era == converted)
            if lost.any() and not has_library(converted):  # to ask is to import it
                reasons[lost] = "date_calendar_missing"
    codes = sorted({template.reason for template in cells.templates} - {""})
    said = cells.of_shape([codes.index(t.reason) + 1 if t.reason else 0 for t in cells.templates])
    for number, code in enumerate(codes, 1):
        reasons[(said == number) & (n.kind == Kind.NONE)] = code
    reasons[cells.shape < 0] = "date_missing"
    return reasons


def fill_silent(
    context: Context, days: Ints, certain: NDArray[np.bool_], reasons: NDArray[np.object_]
) -> tuple[Ints, NDArray[np.bool_]]:
    """Give rows without a day the page's markup, else the day in the address, and note it in `reasons`.

    A missing or unreadable cell says nothing against them; an impossible one does, so its day is never certain and
    its reason stays.
    """
    markup, address = context.clues.markup, context.clues.address
    none = days == NO_DAY
    if not none.any():
        return days, certain
    silent = context.numbers.kind == Kind.NONE
    from_markup = none & (markup != NO_DAY)
    from_address = none & ~from_markup & silent & (address != NO_DAY)
    reasons[from_markup & silent] = None
    reasons[from_markup & silent & context.markup_open] = "date_approximate"
    reasons[from_address] = "date_from_url"
    days = np.where(from_markup, markup, np.where(from_address, address, days))
    return days, np.where(from_markup, silent & ~context.markup_open, certain & ~from_address)
