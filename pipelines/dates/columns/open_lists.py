"""Lists that leave something open are gathered and decided together; the rest is read as it stands."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from pipelines.dates.columns.context import Context
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.hypotheses.decide import CERTAIN, Decision, decide
from pipelines.dates.hypotheses.evidence import Floats, Lists
from pipelines.dates.hypotheses.prior import ORDERS, order_prior
from pipelines.dates.hypotheses.readings import COMPACT_YEARS, days_under, lacks_year
from pipelines.dates.tokens.template import Kind

# odds that a site file's order gives: a list of three that contradicts it clearly wins
PINNED_ORDER = np.log(50.0)
# a short year in another order than the long ones beside it; a slip of the pen is likelier, if it is not most of the list
KIN = np.log(1e-8)
# Share of the orders with the year in front beside the name of a month, where one of two digits hardly ever stands there, whatever the
# order of numbers is. Of 6,000 single days written `26 Nov 24` .5 % are open with it, 2.7 with that of the page's language.
NAMED_YEAR_FIRST = 0.01
_YEAR_FIRST = np.array([order.startswith("y") for order in ORDERS])
_ORDERED = np.isin(np.arange(1 + Kind.YEARDAY), (Kind.TRIPLE, Kind.LAST, Kind.PAIR, Kind.NAMED))


def decide_lists(context: Context) -> tuple[Ints, Floats, NDArray[np.object_]]:
    """Return days, the share of the probability each keeps, and the order each row's list was read in (or None)."""
    n = context.numbers
    days = days_under(n, "ymd", "latest past", None)
    days = np.where(context.given != NO_DAY, context.given, days)
    share = np.ones(len(days))
    orders = np.full(len(days), None, dtype=object)
    ordered, yearless = open_rows(context, days)
    of_row, dated = context.page.of_row, dated_rows(context)
    for listed, flag in _open_lists(of_row, ordered | yearless, yearless):
        rows = listed[dated[listed]]
        decision, lists = weigh(context, rows, ordered, yearless=flag)
        days[rows], share[rows] = decision.days, decision.share
        names = np.array([order for order, _ in decision.hypotheses], dtype=object)
        has_order = np.bincount(lists.of_row, weights=ordered[rows], minlength=len(lists.starts)) > 0
        best = names[decision.best]
        best[~has_order] = None
        of_list = np.full(int(of_row.max()) + 1, None, dtype=object)
        of_list[of_row[rows][lists.starts]] = best
        orders[listed] = of_list[of_row[listed]]
    _doubt_mixed(context, ordered & ~yearless, days, share)
    return days, share, orders


def dated_rows(context: Context) -> NDArray[np.bool_]:
    """Rows whose cell says something of a day; the others are not there when a list is weighed."""
    dated: NDArray[np.bool_] = (context.numbers.kind != Kind.NONE) | (context.given != NO_DAY)
    return dated


def _doubt_mixed(context: Context, ordered: NDArray[np.bool_], days: Ints, share: Floats) -> None:
    """Take the certainty from days of a list in two ways of writing, where each way by itself is read otherwise.

    `12.01.2026` above `12/31/2025`: the second proves month first for slashes, and nothing for points. A reading of its
    own that is certain stands instead, without being called so.
    """
    cells, of_row = context.cells, context.page.of_row
    separators = sorted({t.separator for t in cells.templates})
    written = cells.of_shape([separators.index(t.separator) + 1 for t in cells.templates])
    some = np.flatnonzero(ordered)
    if not len(some):
        return
    lists = int(of_row.max()) + 1
    least, most = np.full(lists, len(separators) + 1), np.zeros(lists, dtype=np.int64)
    np.minimum.at(least, of_row[some], written[some])
    np.maximum.at(most, of_row[some], written[some])
    rows = some[(least < most)[of_row[some]]]
    if not len(rows):
        return
    rows = rows[np.lexsort((rows, written[rows], of_row[rows]))]
    apart = of_row[rows] * (len(separators) + 1) + written[rows]
    decision, _ = weigh(context, rows, ordered, yearless=False, of_row=apart)
    other = (decision.days != days[rows]) & (decision.days != NO_DAY)
    sure = other & (decision.share >= CERTAIN)
    days[rows[sure]] = decision.days[sure]
    share[rows[other]] = np.minimum(share[rows[other]], 1 - decision.share[other])


def open_rows(context: Context, days: Ints) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Rows that need an order, and rows that leave out the year."""
    n = context.numbers
    compact = n.kind == Kind.COMPACT
    four = n.a_size == len("2026")
    failed = ((compact & four) | (n.kind == Kind.FIRST)) & (days == NO_DAY)
    year_last = compact & four & ((n.a < COMPACT_YEARS[0]) | (n.a >= COMPACT_YEARS[1]))
    return _ORDERED[n.kind] | failed | year_last, lacks_year(n)


def weigh(
    context: Context, rows: Ints, ordered: NDArray[np.bool_], *, yearless: bool, of_row: Ints | None = None
) -> tuple[Decision, Lists]:
    """Decide the lists that some rows form.

    Args:
        context: the column.
        rows: places of the rows in it, lists together and in order.
        ordered: of all rows, those whose order of day and month is open.
        yearless: whether the rows leave their years out.
        of_row: number of the list of each of `rows`; the page's own lists where it is None.
    """
    page = context.page
    of_row = page.of_row[rows] if of_row is None else of_row
    first = np.concatenate([[True], of_row[1:] != of_row[:-1]])
    starts = np.flatnonzero(first)
    crawl = np.maximum.reduceat(context.numbers.crawl[rows], starts)
    lists = Lists(starts, np.cumsum(first) - 1, crawl, page.dated[rows][starts], context.events[rows][starts])
    prior = _prior(context, rows, ordered[rows], lists) + _kinship(context, rows, lists)
    numbers, clues = context.numbers.take(rows), context.clues.take(rows)
    return decide(numbers, lists, clues, prior, context.given[rows], yearless=yearless), lists


def _open_lists(
    of_row: Ints, is_open: NDArray[np.bool_], yearless: NDArray[np.bool_]
) -> list[tuple[Ints, bool]]:
    """Rows of lists with an open row, apart for those that leave out years: they have more hypotheses."""
    if not is_open.any():
        return []
    size = int(of_row.max()) + 1
    list_open, list_yearless = np.zeros(size, bool), np.zeros(size, bool)
    list_open[of_row[is_open]] = True
    list_yearless[of_row[yearless]] = True
    found = [(np.flatnonzero((list_open & (list_yearless == flag))[of_row]), flag) for flag in (False, True)]
    return [(rows, flag) for rows, flag in found if len(rows)]


def _kinship(context: Context, rows: Ints, lists: Lists) -> Floats:
    """What forms with the year in full say of those with two digits of it and the same separator, orders × lists.

    `24.11.2026` proves for `12.10.26` that the year stands last, `2026-11-24` for `26-10-12` that it stands first.
    """
    kind = context.numbers.kind[rows]
    if not (kind == Kind.TRIPLE).any() or not np.isin(kind, (Kind.LAST, Kind.FIRST)).any():
        return np.zeros((len(ORDERS), len(lists.starts)))
    marks = sorted({t.separator for t in context.cells.templates})
    mark = context.cells.of_shape([marks.index(t.separator) for t in context.cells.templates])[rows]
    odd = np.zeros((2, len(lists.starts)))  # rows that a year in front, a year at the end make odd
    for number in np.unique(mark[kind == Kind.TRIPLE]):
        short, last, first = (
            lists.add_up(((kind == of) & (mark == number)).astype(np.float64))
            for of in (Kind.TRIPLE, Kind.LAST, Kind.FIRST)
        )
        odd += np.minimum(short, np.stack([last, first]))
    kinship: Floats = KIN * np.stack([odd[int(order.endswith("y"))] for order in ORDERS])
    return kinship


def _prior(context: Context, rows: Ints, ordered: NDArray[np.bool_], lists: Lists) -> Floats:
    """Log prior of the orders, orders × lists, by the first row of each list that needs an order."""
    position = np.where(ordered, np.arange(len(rows)), len(rows))
    first = np.minimum.reduceat(position, lists.starts)
    row = rows[np.where(first == len(rows), lists.starts, first)]
    page, cells = context.page, context.cells
    keys = (cells.shape[row], page.language.code[row], page.tld.code[row])
    known: dict[tuple[int, ...], tuple[float, ...]] = {}
    table = []
    for key in zip(*(column.tolist() for column in keys), strict=True):
        if key not in known:
            separator = cells.templates[key[0]].separator if key[0] >= 0 else ""
            known[key] = order_prior(separator, page.language.value(key[1]), page.tld.value(key[2]))
        table.append(known[key])
    pinned = np.array([PINNED_ORDER if order == page.order else 0.0 for order in ORDERS])
    prior: Floats = np.array(table).T
    worded = (context.numbers.kind[row] == Kind.NAMED) & (context.numbers.month[row] > 0)
    for part, share in ((_YEAR_FIRST, NAMED_YEAR_FIRST), (~_YEAR_FIRST, 1 - NAMED_YEAR_FIRST)):
        here = np.ix_(part, worded)
        prior[here] += math.log(share) - np.log(np.exp(prior[here]).sum(axis=0))
    prior += pinned[:, None]
    return prior
