"""What a date costs, against the library a user would call: `python -m bench.dates_speed [--rows 100000]`.

Columns are made here, from a seed: many lists of ten, each in one format. Every figure is CPU time of one process on the
same rows; dateparser, told the language, is timed on a sample. Tables are loaded before the clock starts.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date

from pipelines.dates.columns.reading import read_dates

LIST = 10
SAMPLE = 300
CRAWLED = date(2026, 11, 20)
NUMERIC: dict[str, Callable[[date], str]] = {
    "dd.mm.yy": lambda d: d.strftime("%d.%m.%y"),
    "dd/mm/yyyy": lambda d: d.strftime("%d/%m/%Y"),
    "mm/dd/yyyy": lambda d: d.strftime("%m/%d/%Y"),
    "yyyy-mm-dd": lambda d: d.isoformat(),
    "dd/mm/yy hh:mm": lambda d: d.strftime("%d/%m/%y 14:05"),
}
NAMED = {
    language: (lambda d, language=language: format_date(d, "full", language))
    for language in ("fr", "en", "ru", "th", "pl")
}


def column(rows: int, write: Callable[[date], str], seed: int) -> tuple[list[str], list[int]]:
    """Lists of ten dates, newest first, each from its own start."""
    rng = random.Random(seed)
    texts, groups = [], []
    for number in range(rows // LIST):
        day = CRAWLED - timedelta(days=rng.randrange(2000))
        for _ in range(LIST):
            texts.append(write(day))
            groups.append(number)
            day -= timedelta(days=rng.randrange(12))
    return texts, groups


def cost(texts: list[str], groups: list[int] | None, language: str | None) -> float:
    """Microseconds of CPU per date."""
    started = time.process_time()
    read_dates(texts, groups=groups, languages=language, crawled=CRAWLED)
    return 1e6 * (time.process_time() - started) / len(texts)


def dateparser_cost(texts: list[str], language: str) -> float | None:
    try:
        import dateparser
    except ImportError:
        return None
    dateparser.parse(texts[0], languages=[language])
    started = time.process_time()
    for text in texts[:SAMPLE]:
        dateparser.parse(text, languages=[language])
    return 1e6 * (time.process_time() - started) / min(SAMPLE, len(texts))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    read_dates(["1 mai 2026", "heute"], crawled=CRAWLED)
    print(
        f"{'format':16}{'many lists':>12}{'one column':>12}{'ten alone':>12}{'dateparser':>12}{'ratio':>8}   µs a date"
    )
    formats = [(name, write, "fr") for name, write in NUMERIC.items()] + [
        (f"full {lg}", write, lg) for lg, write in NAMED.items()
    ]
    for seed, (name, write, language) in enumerate(formats):
        texts, groups = column(rows, write, seed)
        many = cost(texts, groups, language)
        whole = cost(texts, None, language)
        alone = sum(cost(texts[a:b], None, language) for a, b in pairwise(range(0, 51 * LIST, LIST))) / 50
        other = dateparser_cost(texts, language)
        print(
            f"{name:16}{many:12.2f}{whole:12.2f}{alone:12.1f}"
            + (f"{other:12.0f}{other / many:8.0f}" if other else "")
        )


if __name__ == "__main__":
    main()
