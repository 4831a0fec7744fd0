"""Time language detection against langdetect on the same rows, in one process: `python -m bench.language_speed IN.jsonl.gz`.

Prints microseconds of CPU a text for langdetect (seeded, text by text), for this project's whole verdict (lists,
declared languages and confidence included) and their ratio; then what loading each model takes, warm and cold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import langdetect
import pandas as pd
from langdetect import DetectorFactory

from bench.language import read
from pipelines.language import detect

ROUNDS = 5
_START = "import time; start = time.perf_counter(); from pipelines.language.panel import panel; middle = time.perf_counter(); panel(); print(middle - start, time.perf_counter() - middle)"


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Least CPU time of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def naive(texts: list[str]) -> None:
    """What a user would write: one call a text, `und` where langdetect finds nothing."""
    for text in texts:
        try:
            langdetect.detect(text)
        except langdetect.LangDetectException:
            continue


def start_up(cache: str) -> str:
    """Seconds to import the package and to load its models, in a fresh process with the given cache folder."""
    environment = {**os.environ, "XDG_CACHE_HOME": cache}
    return subprocess.run(
        [sys.executable, "-c", _START], env=environment, check=True, capture_output=True, text=True
    ).stdout


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    rows = read(options.data)
    texts = rows["text"].fillna("").astype("str")
    DetectorFactory.seed = 0
    naive(["warm up"])
    slow = seconds(lambda: naive(texts.to_list()), 1)
    detect(texts)
    listed = rows["site"].notna()
    groups, declared = rows["site"].where(listed, rows["id"]), rows["site_lang"].where(listed)
    fast = seconds(lambda: detect(texts, groups=groups, declared=declared), ROUNDS)
    large = pd.concat([texts] * 10, ignore_index=True)
    lists = pd.concat([groups + f"-{part}" for part in range(10)], ignore_index=True)
    many = seconds(lambda: detect(large, groups=lists), 2)
    print(f"{'langdetect, seeded':32}{1e6 * slow / len(texts):10.1f} µs a text  ({len(texts)} texts)")
    print(f"{'listmend':32}{1e6 * fast / len(texts):10.1f} µs a text  {slow / fast:6.1f} x")
    print(
        f"{'listmend, ten times the rows':32}{1e6 * many / len(large):10.1f} µs a text  {10 * slow / many:6.1f} x"
    )
    with tempfile.TemporaryDirectory() as cache:
        for name in ("cold", "warm"):
            imported, loaded = map(float, start_up(cache).split())
            print(
                f"{'start-up, ' + name:32}{1000 * imported:10.0f} ms imports (pandas, pyarrow) {1000 * loaded:6.0f} ms models"
            )


if __name__ == "__main__":
    main()
