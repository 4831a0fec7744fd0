"""Figures drawn as inline SVG, in the page's own colours: how many entries each stretch of time has.

The bar width follows the span: days, months, quarters or as many years as it takes to need at most `BARS` bars.
"""

from __future__ import annotations

import pandas as pd

from pipelines.report.html import Html, el

BARS = 48  # a bar is still 6 px wide on a phone of 360 px
TICKS = 6  # labels such as `11 Feb 2026` need a sixth of the width
WIDTH, HEIGHT, FOOT = 960, 180, 26
_PERIODS = (
    ("D", "day", "%d %b %Y"),
    ("M", "month", "%b %Y"),
    ("Q", "quarter", "Q%q %Y"),
    ("Y", "year", "%Y"),
)


def date_histogram(dates: pd.Series) -> Html:
    """Bars of entries over time; an empty column gives a sentence instead.

    Args:
        dates: one cell an entry, a date or missing.
    """
    days = pd.to_datetime(dates.dropna().astype("datetime64[s]"))
    if days.empty:
        return el("p", "No entry has a date.", class_="quiet")
    bars, unit = _counted(days)
    most = max(count for _, count in bars)
    step = WIDTH / len(bars)
    every = -(-len(bars) // TICKS)
    drawn = [
        el("line", x1=0, x2=WIDTH, y1=HEIGHT, y2=HEIGHT, class_="axis"),
        *(
            _bar(at * step, step, count / most, f"{label}: {count}")
            for at, (label, count) in enumerate(bars)
            if count
        ),
        *(
            el("text", label, x=f"{at * step + step / 2:.1f}", y=HEIGHT + 19, class_="tick")
            for at, (label, _) in enumerate(bars)
            if at % every == every // 2
        ),
    ]
    what = f"Entries by {unit}, {most} at most"
    return el(
        "figure",
        el("svg", el("title", what), *drawn, viewBox=f"0 0 {WIDTH} {HEIGHT + FOOT}", role="img"),
        el("figcaption", f"{what}; {len(days)} of {len(dates)} entries have a date."),
    )


def share_bar(share: float) -> Html:
    """A thin bar that fills a share of its cell, for tables; the number stands beside it as text."""
    return el("span", el("span", style=f"width:{100 * min(1.0, max(0.0, share)):.1f}%"), class_="share")


def _counted(days: pd.Series) -> tuple[list[tuple[str, int]], str]:
    """Label and count of every period from the first to the last day, and what a period is."""
    for code, unit, form in _PERIODS:
        each = days.dt.to_period(code)
        if (each.max() - each.min()).n < BARS:
            every = pd.period_range(each.min(), each.max(), freq=code)
            counts = each.value_counts().reindex(every, fill_value=0)
            return [(period.strftime(form), int(n)) for period, n in zip(every, counts, strict=True)], unit
    return _by_years(days.dt.year)


def _by_years(years: pd.Series) -> tuple[list[tuple[str, int]], str]:
    first, last = int(years.min()), int(years.max())
    width = -(-(last - first + 1) // BARS)
    counts = ((years - first) // width).value_counts()
    bars = [(str(start), int(counts.get(at, 0))) for at, start in enumerate(range(first, last + 1, width))]
    return bars, "year" if width == 1 else f"{width} years"


def _bar(left: float, width: float, share: float, told: str) -> Html:
    gap = min(3.0, width * 0.2)
    tall = max(2.0, share * (HEIGHT - 12))
    return el(
        "g",
        el("title", told),
        el(
            "rect",
            x=f"{left + gap / 2:.1f}",
            y=f"{HEIGHT - tall:.1f}",
            width=f"{width - gap:.1f}",
            height=f"{tall:.1f}",
            rx=1,
        ),
    )
