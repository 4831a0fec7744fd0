"""Lists of every rhythm in every order: `python -m bench.dates_rhythms [--seed 4] [--weekdays]`.

Numeric dates, or such with weekdays and without years, in lists of one to twenty entries, on five crawl days, the page declaring the right language, none or a wrong one. A rhythm is
how a site publishes: by the day, the week, the month, the year, in bursts, not any more. Rows, in percent.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from pipelines.dates.columns.reading import read_dates

CRAWLS = (date(2026, 1, 10), date(2026, 5, 6), date(2026, 8, 20), date(2026, 11, 25), date(2026, 12, 5))
SIZES = (1, 2, 3, 5, 8, 12, 20)
REPEATS = 30
FORMS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {  # strftime, right and wrong languages
    "day month year": ("%d{0}%m{0}%Y", ("de", "fr", "en-GB", "es"), ("en-US",)),
    "month day year": ("%m{0}%d{0}%Y", ("en-US",), ("de", "fr")),
    "day month yy": ("%d{0}%m{0}%y", ("de", "fr", "en-GB"), ("en-US",)),
    "month day yy": ("%m{0}%d{0}%y", ("en-US",), ("de", "fr")),
    "yy month day": ("%y{0}%m{0}%d", ("ko", "ja", "hu"), ("en-US", "de")),
}
WEEKDAYS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {  # weekdays, no years
    "weekday day month": ("%A %d %B", ("en-GB", "en-AU"), ("de", "fr")),
    "weekday month day": ("%a, %b %d", ("en-US", "en"), ("de", "fr")),
    "weekday day/month": ("%a %d/%m", ("en-GB",), ("en-US",)),
}
Rhythm = Callable[[random.Random, date, int], list[date]]


def steps(least: int, most: int, late: int) -> Rhythm:
    """Newest first, so many days between two entries, the newest at most so old."""

    def days(rng: random.Random, crawl: date, count: int) -> list[date]:
        told = [crawl - timedelta(rng.randint(0, late))]
        while len(told) < count:
            told.append(told[-1] - timedelta(rng.randint(least, most)))
        return told

    return days


def monthly(day: int) -> Rhythm:
    """The same day of each month, newest first, all before the crawl."""

    def days(rng: random.Random, crawl: date, count: int) -> list[date]:
        last = crawl.year * 12 + crawl.month - 1 - (crawl.day < day)
        return [date(month // 12, month % 12 + 1, day) for month in range(last, last - count, -1)]

    return days


def yearly(rng: random.Random, crawl: date, count: int) -> list[date]:
    """A day of the same month each year."""
    last = crawl.year - (crawl.month < 5)
    return [date(last - step, 4, rng.randint(1, 12)) for step in range(count)]


def anyhow(rng: random.Random, crawl: date, count: int) -> list[date]:
    """In no order, over a year."""
    return [crawl - timedelta(rng.randint(0, 365)) for _ in range(count)]


RHYTHMS: dict[str, Rhythm] = {
    "day by day": steps(1, 1, 1),
    "working days": lambda rng, crawl, count: [
        day for day in steps(1, 1, 1)(rng, crawl, 2 * count + 3) if day.weekday() < 5
    ][:count],
    "every few days": steps(0, 9, 3),
    "week by week": steps(7, 7, 6),
    "every few weeks": steps(5, 90, 60),
    "first of the month": monthly(1),
    "fifth of the month": monthly(5),
    "year by year": yearly,
    "no longer fed": lambda rng, crawl, count: steps(0, 9, 3)(
        rng, crawl - timedelta(rng.randint(300, 2000)), count
    ),
    "oldest first": lambda rng, crawl, count: steps(0, 9, 3)(rng, crawl, count)[::-1],
    "in no order": anyhow,
}


def outcome(day: object, certain: bool, right: date) -> str:
    """How one row came out."""
    if day == right:
        return "right" if certain else "right but open"
    return "silently wrong" if certain else "wrong or empty"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--weekdays", action="store_true", help="dates with weekdays and without years")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    texts: list[str] = []
    truth: list[date] = []
    groups: list[Any] = []
    languages: list[Any] = []
    crawled: list[Any] = []
    names: list[Any] = []
    for rhythm, days_of in RHYTHMS.items():
        for form, own, wrong in (WEEKDAYS if options.weekdays else FORMS).values():
            for declared, choices in (("right", own), ("none", (None,)), ("wrong", wrong)):
                for repeat in range(REPEATS):
                    crawl, language = rng.choice(CRAWLS), rng.choice(choices)
                    days = days_of(rng, crawl, rng.choice(SIZES))
                    written = form.format(rng.choice("./-"))
                    texts += [day.strftime(written) for day in days]
                    truth += days
                    for column, value in (
                        (groups, (rhythm, form, declared, repeat)),
                        (languages, language),
                        (crawled, crawl),
                        (names, (rhythm, declared)),
                    ):
                        column.extend([value] * len(days))
    frame = read_dates(texts, groups=groups, languages=languages, crawled=crawled)
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name, day, certain, right in zip(names, frame["date"], frame["certain"], truth, strict=True):
        table[name][outcome(day, bool(certain), right)] += 1
        table["all", name[1]][outcome(day, bool(certain), right)] += 1
    kinds = ("right", "right but open", "wrong or empty", "silently wrong")
    print(f"{'rhythm':20}{'declared':10}{'rows':>7}" + "".join(f"{kind:>16}" for kind in kinds))
    for (rhythm, declared), counts in sorted(table.items(), key=lambda item: item[0][0] == "all"):
        rows = counts.total()
        print(
            f"{rhythm:20}{declared:10}{rows:7}"
            + "".join(f"{100 * counts[kind] / rows:16.2f}" for kind in kinds)
        )


if __name__ == "__main__":
    main()
