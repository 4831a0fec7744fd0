"""Why a row has its date, in words: what the cell says, which readings its list leaves, what speaks for each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.dates.columns.context import Context
from pipelines.dates.columns.open_lists import dated_rows, open_rows, weigh
from pipelines.dates.columns.reading import prepare, read_columns
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.hypotheses.decide import CERTAIN, Decision
from pipelines.dates.hypotheses.evidence import BEHAVIOURS, Lists, list_fit
from pipelines.dates.hypotheses.pinned import pinned_fit
from pipelines.dates.hypotheses.prior import ORDERS
from pipelines.dates.hypotheses.readings import days_under
from pipelines.dates.stage import context_of, list_order
from pipelines.dates.tokens.template import Kind, Template
from pipelines.plural import plural
from pipelines.site import Site

SHOWN = 3  # hypotheses told
FORMS = {
    Kind.NONE: "holds no date",
    Kind.FIXED: "says what is year, month and day",
    Kind.TRIPLE: "holds three short numbers, in an order that only the list can tell",
    Kind.LAST: "ends in the year; whether the day or the month comes first, only the list can tell",
    Kind.FIRST: "begins with the year",
    Kind.PAIR: "holds a day and a month in an order that only the list can tell, and no year",
    Kind.NAMED: "names the month between two short numbers",
    Kind.COMPACT: "holds the date as one number",
    Kind.RELATIVE: "is told from the day of the crawl",
    Kind.WEEK: "tells a week of the year",
    Kind.YEARDAY: "tells a day by its number in the year",
}


def why(frame: pd.DataFrame, site: Site, row: int) -> list[str]:
    """Return sentences on how the date of a row came to be.

    Args:
        frame: raw entries, as the stage gets them.
        site: their site.
        row: row number, 0-based.
    """
    rows = list_order(frame)
    same = frame["list"].to_numpy(dtype=object)[rows] == frame["list"].iloc[row]
    rows = rows[same]
    at = int(np.flatnonzero(rows == row)[0])
    listed = frame.take(rows)
    given = context_of(listed, site)
    read = read_columns(listed["date_raw"], **given)
    context, _ = prepare(listed["date_raw"], **given)
    lines = [_cell(context, at, listed["date_raw"].iloc[at])]
    ordered, yearless = open_rows(context, days_under(context.numbers, "ymd", "latest past", None))
    if (ordered | yearless).any() and (ordered | yearless)[at]:
        dated = np.flatnonzero(dated_rows(context))
        decision, lists = weigh(context, dated, ordered, yearless=bool(yearless.any()))
        lines += _hypotheses(decision, lists, context, dated)
    if read.moved[at]:
        lines.append(f"It tells a moment in UTC; in {site.timezone} that is another day.")
    if context.cells.other is not None and context.cells.other[at].is_valid:
        lines.append(f"It tells another day behind other words: {str(context.cells.other[at])[:60]!r}.")
    lines.append(_conclusion(read.days[at], bool(read.certain[at]), float(read.share[at]), read.reasons[at]))
    return lines


def _cell(context: Context, at: int, raw: object) -> str:
    shape = int(context.cells.shape[at])
    if shape < 0:
        return "The entry has no date cell."
    template: Template = context.cells.templates[shape]
    names = (
        f", its month word may mean month {' or '.join(dict.fromkeys(str(s.month) for s in template.senses))}"
        if template.senses
        else ""
    )
    return f"The cell {str(raw)[:60]!r} {FORMS[template.kind]}{names}."


def _hypotheses(decision: Decision, lists: Lists, context: Context, dated: Ints) -> list[str]:
    scores = decision.scores[:, 0]
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    numbers, given = context.numbers.take(dated), context.given[dated]
    entries, readings = len(context.numbers.kind), len(scores)
    lines = [
        f"The list has {entries} {plural(entries, 'entry', 'entries')}; "
        f"{readings} {plural(readings, 'reading')} of it {plural(readings, 'was', 'were')} weighed:"
    ]
    for number in np.argsort(-scores, kind="stable")[:SHOWN].tolist():
        order, scheme = decision.hypotheses[number]
        days = days_under(numbers, order, scheme, lists)
        days = np.where(given != NO_DAY, given, days)
        valid = days[days != NO_DAY]
        span = f"{_iso(valid.min())} to {_iso(valid.max())}" if len(valid) else "no day"
        pinned = pinned_fit(days[None], lists) if len(decision.hypotheses) > len(ORDERS) else None
        fits = list_fit(days[None], lists, days != NO_DAY, days[None] == NO_DAY, pinned)
        behaviour = BEHAVIOURS[int(fits[:, 0, 0].argmax())]
        lost = len(dated) - len(valid)
        lines.append(
            f"{order}{'' if scheme == 'latest past' else ', years ' + scheme}: {shares[number]:.1%} "
            f"(page {decision.prior[number, 0]:+.1f}, list {decision.fit[number, 0]:+.1f}, "
            f"single rows {decision.clues[number, 0]:+.1f} nats); {span}, {behaviour}, {lost} {plural(lost, 'cell')} impossible."
        )
    return lines


def _conclusion(day: int, certain: bool, share: float, reason: object) -> str:
    if day == NO_DAY:
        return f"No date is given: {reason}."
    told = f"{_iso(day)} keeps {share:.1%} of the probability; {CERTAIN:.0%} makes a date certain: "
    return told + ("it is certain." if certain else f"it is not certain ({reason}).")


def _iso(day: int) -> str:
    return str(np.int64(day).astype("datetime64[D]"))
