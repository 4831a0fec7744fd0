"""The whole job against what a user would otherwise write, on the same pages, CPU seconds of each process.

usage: python -m bench.whole [ENTRIES …]   default: 10000
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def compare(entries: int) -> None:
    """One table for one size."""
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
    bare, naive = found["bare Scrapy"][0], found["naive"][0]
    print(f"\n{entries} entries, pages of 10 | CPU s | per 1,000 | of naive | of bare | wall s | peak MB")
    for name, (cpu, wall, memory) in found.items():
        print(
            f"  {name:20} | {cpu:6.2f} | {1000 * cpu / entries:6.3f} | {cpu / naive:6.2f} | {cpu / bare:6.2f} | {wall:6.1f} | {memory:6.0f}"
        )
    if verdict.get("seconds"):
        print(
            "  where listmend's time goes, CPU s:",
            ", ".join(f"{k} {v}" for k, v in verdict["seconds"].items()),
        )


def main() -> None:
    """Compare at each size asked for."""
    for size in [int(word) for word in sys.argv[1:]] or [10_000]:
        compare(size)


if __name__ == "__main__":
    main()
