"""Lists without years below pinned entries, made from a seed: `python -m bench.dates_pins [--lists 4000] [--seed 5]`.

Crawl days from 2014 to 2025, 3 to 40 entries, none to three pinned ones that are 5 to 900 days old, with and without their year
written, and lists that are no longer fed. Printed in percent of the rows of each kind: right, right but not called certain, silently
wrong. A pinned entry of more than a year ago and a list dead for as long say nothing of their year: `right` cannot be had
there, `silent` can be avoided.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from babel.dates import format_date

from bench.dates_lists import FORMATS
from pipelines.dates.columns import reading as columns

PACES = (0.3, 1, 3, 7, 15, 30)  # mean days between entries
YEARLESS = [form for form in FORMATS if "y" not in form.lower()]
# Each with its year, in the words or marks of its yearless form.
WITH_YEAR = {
    "%d/%m": "%d/%m/%Y",
    "%m/%d": "%m/%d/%Y",
    "%d.%m.": "%d.%m.%Y",
    "d MMM": "d MMM y",
    "MMM d": "MMM d, y",
    "EEE d MMM": "EEE d MMM y",
}
RECENT, YEAR = 183, 360  # days since a pinned entry


@dataclass
class Listed:
    """One list: its cells, their true days, and the kind of each row."""

    crawled: date
    language: str
    cells: list[str]
    days: list[date]
    kinds: list[str]


def lists(count: int, rng: random.Random) -> Iterator[Listed]:
    """Lists from a seed."""
    for _ in range(count):
        form = rng.choice(YEARLESS)
        language, crawled = rng.choice(FORMATS[form]), date(2014, 1, 1) + timedelta(days=rng.randrange(4300))
        pace, size = rng.choice(PACES), rng.choice((3, 4, 5, 7, 10, 15, 20, 40))
        pins, dead = rng.choice((0, 1, 1, 2, 3)), rng.random() < 0.08
        newest = rng.randrange(60, 700) if dead else int(rng.expovariate(1 / (2 * pace + 1)))
        days = [crawled - timedelta(days=newest)]
        while len(days) < size:
            days.append(days[-1] - timedelta(days=_gap(rng, pace)))
        oldest = rng.choice((RECENT, YEAR, YEAR, 900))
        ages = [rng.randrange(5, oldest) for _ in range(pins)]
        above = [crawled - timedelta(days=age) for age in ages]
        written = bool(pins) and rng.random() < 0.25
        cells = [_write(day, WITH_YEAR[form] if written else form, language) for day in above]
        cells += [_write(day, form, language) for day in days]
        below = "dead list" if dead else "not pinned" if not pins else _below(ages, written)
        pinned = ["pin, year written" if written else _pin(age) for age in ages]
        yield Listed(crawled, language, cells, above + days, pinned + [below] * size)


def _gap(rng: random.Random, pace: float) -> int:
    return int(rng.expovariate(1 / pace) if rng.random() < 0.9 else rng.expovariate(1 / (6 * pace)))


def _pin(age: int) -> str:
    return "pin to half a year" if age < RECENT else "pin to a year" if age < YEAR else "pin older"


def _below(ages: list[int], written: bool) -> str:
    if written:
        return "below a written year"
    return f"below {len(ages)}, {'half a year' if max(ages) < RECENT else 'a year' if max(ages) < YEAR else 'older'}"


def _write(day: date, form: str, language: str) -> str:
    return f"{day:{form}}" if "%" in form else format_date(day, form, language)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lists", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    made = list(lists(options.lists, random.Random(options.seed)))
    groups = [number for number, one in enumerate(made) for _ in one.cells]
    read = columns.read_columns(
        [cell for one in made for cell in one.cells],
        groups=groups,
        languages=[made[number].language for number in groups],
        crawled=[made[number].crawled.isoformat() for number in groups],
    )
    truth = np.array([day for one in made for day in one.days], dtype="datetime64[D]").astype(np.int64)
    found: dict[str, Counter[str]] = {}
    for kind, right, sure in zip(
        (kind for one in made for kind in one.kinds),
        (read.days == truth).tolist(),
        read.certain.tolist(),
        strict=True,
    ):
        for name in (kind, "all"):
            found.setdefault(name, Counter())[f"{'right' if right else 'wrong'} {sure}"] += 1
    print(f"{'':24}{'rows':>8}{'right':>9}{'unsure':>9}{'silent':>9}")
    for kind in sorted(found):
        n = found[kind]
        told = (n["right True"] + n["right False"], n["right False"], n["wrong True"])
        print(f"{kind:24}{n.total():8}" + "".join(f"{100 * value / n.total():9.2f}" for value in told))


if __name__ == "__main__":
    main()
