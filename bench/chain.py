"""The build's stages against the calls a user would make one by one, on the same rows in one process.

usage: python -m bench.chain [ROWS]   default: 100000; the naive calls are timed on a sample and scaled.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import dateparser
import ftfy
import langdetect
import pandas as pd

from bench.site import teaser
from pipelines.build import mend_batch
from pipelines.raw import read_raw
from pipelines.repair.decoding.decode import decode
from pipelines.site import Site

SAMPLE = 400
CLOCK = datetime(2026, 11, 20, 6, tzinfo=UTC)
ORDERS = {"DATE_ORDER": "DMY"}


def lines(rows: int) -> Iterator[dict[str, object]]:
    """Raw lines of one long French list, damaged like the bench site."""
    for at in range(rows):
        yield {
            "kind": "entry",
            "list": "main",
            "page": at // 10,
            "position": at,
            "url": f"https://lumen.example/entry-{at}/",
            "title": f"Titre de l’entrée numéro {at} de la ville",
            "excerpt": decode(teaser(at)[1], "utf-8", html=False).text,
            "date": f"{date(2026, 11, 20) - timedelta(days=at // 60):%d.%m.%y}",
            "listing_url": "https://lumen.example/actualites/",
            "encoding": "utf-8",
            "fetched_at": "2026-11-20T06:00:00Z",
            "page_language": "fr",
        }


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def naive(texts: list[str], titles: list[str], days: list[str]) -> dict[str, float]:
    """CPU seconds of each library, called a cell at a time."""
    langdetect.DetectorFactory.seed = 0
    langdetect.detect("la ville")
    dateparser.parse("01.02.26", settings=ORDERS, languages=["fr"])
    return {
        "repair": cpu(lambda: [ftfy.fix_text(text) for text in (*titles, *texts)]),
        "language": cpu(lambda: [langdetect.detect(text) for text in texts]),
        "dates": cpu(lambda: [dateparser.parse(day, settings=ORDERS, languages=["fr"]) for day in days]),
    }


def peak_mb() -> float:
    """Peak memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(prog="python -m bench.chain", description=__doc__.partition("\n")[0])
    parser.add_argument("rows", nargs="?", type=int, default=100_000, metavar="ROWS")
    rows: int = parser.parse_args().rows
    before = peak_mb()
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "raw.jsonl"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(rows))
        raw = read_raw(file)
    site = Site(id="lumen", crawled=CLOCK, languages=("fr",), host="lumen.example")
    seconds: dict[str, float] = {}
    frame = mend_batch(raw.entries, site, seconds)
    memory = peak_mb()
    part = raw.entries.sample(min(SAMPLE, rows), random_state=1)
    by_one = naive(*(part[name].tolist() for name in ("excerpt_raw", "title_raw", "date_raw")))
    scale = 1e6 / len(part)
    print(f"{rows} rows in one process | naive µs a row | listmend µs a row | ratio")
    for stage, one in by_one.items():
        ours = 1e6 * seconds[stage] / rows
        print(f"  {stage:10} | {one * scale:10.1f} | {ours:10.1f} | {one * scale / ours:6.1f}")
    all_naive, ours = sum(by_one.values()) * scale, 1e6 * sum(seconds[name] for name in by_one) / rows
    print(f"  {'all three':10} | {all_naive:10.1f} | {ours:10.1f} | {all_naive / ours:6.1f}")
    print(
        f"  peak memory {memory:.0f} MB, {before:.0f} MB before the rows; identity {1e6 * seconds['identity'] / rows:.1f} µs a row"
    )
    assert pd.isna(frame["date"]).sum() == 0, "every date of the set can be read"


if __name__ == "__main__":
    main()
