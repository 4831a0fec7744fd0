"""Lists made from a seed, read with the right, no and a wrong page language: `python -m bench.dates_lists [--sweep]`.

20 formats, 5 ways a list runs (newest first twice as often, shuffled, coming events, one or two pinned entries), 1 to 20
entries, crawl days from 2014 to 2025. Printed for lists of three or more: right, wrong but called certain ("silent"), right
but not called certain, each in percent of the rows; lists without years apart, for they cannot always be known.
`--sweep` repeats that with each constant of the evidence changed, the source of the figures beside them.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from babel.dates import format_date

from pipelines.dates.columns import reading as columns
from pipelines.dates.hypotheses import decide, elder, evidence, pinned, readings

FORMATS: dict[str, tuple[str, ...]] = {
    "%d.%m.%y": ("de", "ru", "cs", "pl", "it", "fr", "fi", "tr", "hr", "uk"),
    "%d/%m/%Y": ("fr", "es", "it", "pt", "en_GB", "vi", "el", "en_AU"),
    "%d.%m.%Y": ("de", "cs", "fi", "nb", "sk"),
    "%m/%d/%y": ("en_US",),
    "%m/%d/%Y": ("en_US",),
    "%m.%d.%y": ("en_US",),
    "%m-%d-%Y": ("en_US",),
    "%y.%m.%d": ("ko", "hu", "ja"),
    "%y/%m/%d": ("ja", "zh", "sv", "zh_TW"),
    "%d-%m-%y": ("nl", "da", "en_GB", "en_IN"),
    "%d-%m-%Y": ("nl", "da", "pt", "hi", "en_IN"),
    "%d/%m/%y": ("fr", "es", "it", "pt", "en_GB", "el", "vi"),
    "%d %m %Y": ("fr",),
    "%d/%m": ("fr", "es", "it", "pt", "en_GB"),
    "%m/%d": ("en_US", "ja", "zh"),
    "%d.%m.": ("de", "cs", "fi"),
    "d MMM": ("fr", "de", "es", "ru", "en_GB", "pl", "pt"),
    "MMM d": ("en_US",),
    "d MMM yy": ("en_GB", "fr", "es"),
    "EEE d MMM": ("fr", "de", "en_GB"),
}
RUNS = ("newest first", "newest first", "shuffled", "events", "pinned")
WRONG = ("en_US", "de", "ja", "fr", "zh", "hu", "en", "ru")


@dataclass
class Made:
    """Rows of all lists."""

    texts: list[str] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    crawled: list[str] = field(default_factory=list)
    truth: list[date] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    years: list[bool] = field(default_factory=list)


def make(lists: int, seed: int) -> Made:
    rng, made = random.Random(seed), Made()
    for number in range(lists):
        form = rng.choice(list(FORMATS))
        language, wrong = rng.choice(FORMATS[form]), rng.choice(WRONG)
        has_year = "y" in form.lower()
        crawled, days = _days(rng, rng.choice([1, 2, 3, 5, 10, 20]), rng.choice(RUNS), has_year)
        for day in days:
            made.texts.append(f"{day:{form}}" if "%" in form else format_date(day, form, language))
            made.groups.append(number)
            made.languages.append(language)
            made.wrong.append(wrong)
            made.crawled.append(crawled.isoformat())
            made.truth.append(day)
            made.size.append(len(days))
            made.years.append(has_year)
    return made


def _days(rng: random.Random, size: int, run: str, has_year: bool) -> tuple[date, list[date]]:
    crawled = date(2014, 1, 1) + timedelta(days=rng.randrange(4300))
    mean = rng.choice([0.3, 1, 3, 7, 15, 30])

    def gap() -> int:
        return int(rng.expovariate(1 / mean) if rng.random() < 0.9 else rng.expovariate(1 / (6 * mean)))

    events = run == "events"
    day = (
        crawled + timedelta(days=rng.randrange(-15, 10))
        if events
        else crawled - timedelta(days=int(rng.expovariate(1 / (2 * mean + 1))))
    )
    days = [day]
    while len(days) < size:
        days.append(days[-1] + timedelta(days=gap()) * (1 if events else -1))
    if run == "shuffled":
        rng.shuffle(days)
    if run == "pinned":
        for pin in range(min(size, rng.choice([1, 1, 2]))):
            days[pin] = crawled - timedelta(days=rng.randrange(5, 1200 if has_year else 300))
    if not has_year and run in ("shuffled", "pinned"):  # a year that nothing tells is nobody's to read
        days = [day for day in days if (crawled - day).days < 330] or [crawled]
    return crawled, days


def figures(made: Made) -> str:
    truth = np.array(made.truth, dtype="datetime64[D]").astype(np.int64)
    counted, years = np.array(made.size) >= 3, np.array(made.years)
    told = []
    for languages in (made.languages, None, made.wrong):
        read = columns.read_columns(made.texts, groups=made.groups, languages=languages, crawled=made.crawled)
        right = read.days == truth
        shares = [
            (100 * outcome[rows].mean())
            for rows in (counted & years, counted & ~years)
            for outcome in (right, ~right & read.certain, right & ~read.certain)
        ]
        told.append("{:6.2f} {:5.2f} {:5.2f} | {:6.2f} {:5.2f} {:5.2f}".format(*shares))
    return "   ".join(told)


SWEEP: tuple[tuple[Any, str, tuple[Any, ...]], ...] = (
    (decide, "TEMPER", (0.3, 0.5, 0.7, 1.0)),
    (columns, "CERTAIN", (0.9, 0.95, 0.99)),
    (evidence, "PINNED", (0.01, 0.03, 0.12, 0.2)),
    (evidence, "AWAY", (60.0, 600.0)),
    (evidence, "SHAPE", (1.0, 1.5, 3.0)),
    (pinned, "SHARES", (np.log([0.05, 0.02, 0.01]), np.log([0.2, 0.1, 0.06]))),
    (pinned, "AGE", (60.0, 365.0)),
    (elder, "STILL", (0.0, 1.0)),
    (decide, "HALF", (0.0,)),
    (decide, "CARRIED", (0.0, np.log(0.05))),
    (evidence, "PACE", (1.0, 3.0, 10.0, 30.0)),
    (evidence, "DEAD", (0.05, 0.2, 0.4)),
    (evidence, "ANNOUNCED", (20.0, 180.0)),
    (evidence, "FUTURE", (np.log([0.005, 0.1, 0.01]), np.log([0.1, 0.5, 0.2]))),
    (evidence, "WEIGHTS", (np.log([0.4, 0.3, 0.3]), np.log([0.8, 0.15, 0.05]))),
    (evidence, "IMPOSSIBLE", (np.log(1e-2 / 3650), np.log(1e-6 / 3650))),
    (readings, "WRAP", (20, 60, 120)),
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lists", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--sweep", action="store_true")
    options = parser.parse_args()
    made = make(options.lists, options.seed)
    print(
        f"{len(made.texts)} rows; right, silent, unsure with years | without; language right   none   wrong"
    )
    print(f"{'as it is':22}{figures(made)}")
    for module, name, values in SWEEP if options.sweep else ():
        kept = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            print(f"{name} {np.round(value, 2)!s:14.14}".ljust(22) + figures(made), flush=True)
        setattr(module, name, kept)


if __name__ == "__main__":
    main()
