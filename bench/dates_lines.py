"""Date cells as pages wrap them, in CLDR's forms of 69 locales: `python -m bench.dates_lines [SEED]`.

Lists of eight entries on three crawl days, written by babel: plain, below a pinned entry, with another language declared,
in capitals, behind and before other words, with a time, without a year, of coming events; and single phrases such as
`3 days ago` with words around them; and ranges of days. Prints the share read right, empty, wrong and called open, silently wrong, in per
cent, and the first cells that are silently wrong.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

import pandas as pd
from babel.dates import format_date, format_datetime, format_interval, format_skeleton, format_timedelta

from pipelines.dates import read_dates

LOCALES = (
    "en en_US en_GB fr de es it pt pt_BR nl sv da nb fi pl cs sk sl hr hu ro bg ru uk el tr ar fa he hi bn th vi id ms"
    " ja zh zh_TW ko ka hy az lt lv et is ca eu gl ga cy sq mk sr kk uz mn sw af fil ta te ml ur ne km my lo am"
).split()
CRAWLS = (date(2026, 1, 14), date(2026, 3, 2), date(2026, 11, 25))  # about new year, in spring, in autumn
ENTRIES = 8
BEFORE = (
    "Published on ",
    "Posted: ",
    "By Anna May | ",
    "Publié le ",
    "Veröffentlicht am ",
    "Опубликовано ",
    "发布时间：",
)
BEHIND = (
    " | 5 min read",
    " · 3 comments",
    " by John March",
    " – News",
    " (updated)",
    " | 10:30",
    " - 2 photos",
    " Read more",
    " by Anna Berg",
    " (12)",
    " Comments (3)",
)
KINDS = (
    "plain",
    "pinned",
    "wrong language",
    "capitals",
    "behind words",
    "before words",
    "with a time",
    "without a year",
    "events",
)
UNITS: tuple[tuple[Literal["day", "week"], int], ...] = (("day", 1), ("week", 7))
SHOWN = 20


def lists(chance: random.Random) -> Iterator[tuple[str, list[str], list[date], dict[str, object]]]:
    """Kind, cells, true days and context of each list."""
    for locale in LOCALES:
        for crawl in CRAWLS:
            for kind in KINDS:
                days = _days(chance, crawl, kind)
                wide = chance.choice(("short", "medium", "long", "full"))
                cells = [_cell(chance, day, kind, wide, locale) for day in days]
                said = (
                    chance.choice(("en-US", "fr", "de", "zh", "ja")) if kind == "wrong language" else locale
                )
                clock = datetime.combine(crawl, time(9), tzinfo=UTC)
                context = {"crawled": clock, "languages": said.replace("_", "-"), "events": kind == "events"}
                yield kind, cells, days, context


def _days(chance: random.Random, crawl: date, kind: str) -> list[date]:
    if kind == "events":
        return [crawl + timedelta(days=ahead) for ahead in sorted(chance.sample(range(150), ENTRIES))]
    day, days = crawl - timedelta(days=chance.randrange(3)), []
    for _ in range(ENTRIES):
        days.append(day)
        day -= timedelta(days=chance.randrange(12))
    pinned = [crawl - timedelta(days=chance.randrange(100, 900))] if kind == "pinned" else []
    return pinned + days


def _cell(chance: random.Random, day: date, kind: str, wide: str, locale: str) -> str:
    if kind == "without a year":
        return format_skeleton("MMMd", day, locale=locale)
    if kind == "with a time":
        moment = datetime.combine(day, time(chance.randrange(24), chance.randrange(60)))
        return format_datetime(moment, "medium", locale=locale)
    plain = format_date(day, wide, locale=locale)
    return {
        "capitals": plain.upper(),
        "behind words": chance.choice(BEFORE) + plain,
        "before words": plain + chance.choice(BEHIND),
    }.get(kind, plain)


def phrases() -> Iterator[tuple[str, list[str], list[date], dict[str, object]]]:
    """Single phrases told from the crawl, with words around them."""
    clock = datetime.combine(CRAWLS[0], time(9, 30), tzinfo=UTC)
    for locale in LOCALES:
        for unit, days in UNITS:
            for count in (1, 2, 3, 5, 11):
                back = timedelta(days=-count * days)
                try:
                    said = format_timedelta(
                        back, granularity=unit, threshold=99, add_direction=True, locale=locale
                    )
                except KeyError:  # babel has no such pattern
                    continue
                for cell in (
                    said,
                    f"By Anna | {said}",
                    f"Posted {said}",
                    f"{said} by staff",
                    f"{said} – 3 comments",
                ):
                    context = {"crawled": clock, "languages": locale.replace("_", "-")}
                    yield "told from the crawl", [cell], [(clock + back).date()], context


def ranges(chance: random.Random) -> Iterator[tuple[str, list[str], list[date], dict[str, object]]]:
    """Single ranges of one to nine days by CLDR's interval patterns, with their weekdays, in the month or over its end."""
    for locale in LOCALES:
        for _ in range(ENTRIES):
            first = CRAWLS[-1] - timedelta(days=chance.randrange(700))
            last = first + timedelta(days=chance.randrange(1, 10))
            said = format_interval(first, last, chance.choice(("yMMMd", "yMMMEd", "yMMMMd")), locale=locale)
            yield "ranges", [said], [first], {"crawled": CRAWLS[-1], "languages": locale.replace("_", "-")}


def outcome(day: Any, certain: bool, truth: date) -> str:
    """What became of one cell."""
    if pd.isna(day):
        return "empty"
    return "right" if day == truth else "silent" if certain else "open"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=11)
    seed = parser.parse_args().seed
    counts: dict[str, Counter[str]] = {}
    silent: list[tuple[str, ...]] = []
    for kind, cells, days, context in (*lists(random.Random(seed)), *phrases(), *ranges(random.Random(seed))):
        read = read_dates(cells, **context)
        for cell, truth, day, certain in zip(cells, days, read["date"], read["certain"], strict=True):
            said = outcome(day, bool(certain), truth)
            counts.setdefault(kind, Counter())[said] += 1
            if said == "silent":
                silent.append((kind, str(context["languages"]), cell, str(day), str(truth)))
    print(f"{'':20}{'cells':>8}{'right':>9}{'empty':>9}{'open':>9}{'silent':>9}")
    for kind, found in counts.items():
        shares = "".join(
            f"{100 * found[name] / found.total():9.2f}" for name in ("right", "empty", "open", "silent")
        )
        print(f"{kind:20}{found.total():8}{shares}")
    for line in silent[:SHOWN]:
        print(*line, sep=" | ")


if __name__ == "__main__":
    main()
