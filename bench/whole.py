"""The whole job against what a user would otherwise write, on the same pages, CPU seconds of each process.

usage: python -m bench.whole [ENTRIES …] [--at-most MB,RATIO]   default: 10000

Ends with 1 where a figure is worse than its floor (`bench.floors`), or than MB of memory and RATIO of the naive job's CPU.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.floors import bounds, missed

SITE = """start = "{address}"
languages = ["fr", "en"]
date_order = "dmy"
detail = "never"
feed = "never"
pages_max = 1000000
next = "a.next"

[[lists]]
entry = "article.post"
title = "h2 a"
date = "time"
excerpt = ".entry-summary"
"""


def measured(command: list[str]) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak memory in MB of one process that must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1024


def compare(entries: int) -> dict[str, float]:
    """Print one table for one size; return the figures of listmend that have floors."""
    python = sys.executable
    server = subprocess.Popen(
        [python, "-m", "bench.site", str(entries)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin
    assert server.stdout
    try:
        address = server.stdout.readline().strip()
        with tempfile.TemporaryDirectory() as scratch:
            place = Path(scratch)
            (place / "speed.toml").write_text(SITE.format(address=address))
            runs = {
                "bare Scrapy": [python, "-m", "bench.rivals", "bare", address, str(place / "bare.csv")],
                "naive": [python, "-m", "bench.rivals", "naive", address, str(place / "naive.csv")],
                "listmend": [
                    python,
                    "-m",
                    "scraper.cli",
                    "run",
                    str(place / "speed.toml"),
                    "--output",
                    str(place / "out"),
                ],
            }
            found = {name: measured(command) for name, command in runs.items()}
            verdict = json.loads(next((place / "out" / "speed" / "runs").glob("*/run.json")).read_text())
    finally:
        server.stdin.close()
        server.wait()
    assert verdict["counts"]["entries"] == entries, verdict["counts"]
    return _told(entries, found, verdict["seconds"])


def _told(
    entries: int, found: dict[str, tuple[float, float, float]], seconds: dict[str, float]
) -> dict[str, float]:
    bare, naive = found["bare Scrapy"][0], found["naive"][0]
    print(f"\n{entries} entries, pages of 10 | CPU s | per 1,000 | of naive | of bare | wall s | peak MB")
    for name, (cpu, wall, memory) in found.items():
        print(
            f"  {name:20} | {cpu:6.2f} | {1000 * cpu / entries:6.3f} | {cpu / naive:6.2f} | {cpu / bare:6.2f} | {wall:6.1f} | {memory:6.0f}"
        )
    print("  where listmend's time goes, CPU s:", ", ".join(f"{k} {v}" for k, v in seconds.items()))
    cpu, _, memory = found["listmend"]
    return {"of_naive": cpu / naive, "of_bare": cpu / bare, "peak_mb": memory}


def main() -> None:
    """Compare at each size asked for, and hold the figures against their floors."""
    parser = argparse.ArgumentParser(prog="python -m bench.whole", description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000], metavar="ENTRIES")
    parser.add_argument("--at-most", metavar="MB,RATIO", type=_at_most, help="bounds in place of the floors")
    asked = parser.parse_args()
    worse = [
        f"{size} entries: {told}"
        for size in asked.sizes
        for told in missed(compare(size), asked.at_most or bounds("whole", size))
    ]
    if worse:
        sys.exit("\n".join(worse))


def _at_most(words: str) -> dict[str, dict[str, float]]:
    memory, ratio = map(float, words.split(","))
    return {"peak_mb": {"most": memory}, "of_naive": {"most": ratio}}


if __name__ == "__main__":
    main()
