"""How fast mending is against ftfy, on the same rows in one process: `python -m bench.repair_speed IN.jsonl.gz`.

Two mixes of the repair set's rows: 90 % clean, 5 % mojibake, 5 % cut; and nothing but damage. Prints the microseconds a
text and the ratio, the median of several rounds. ftfy gets the configuration of the ladder, told to explain nothing.

A call costs some 50 ms before its first text, whatever the size: Arrow compiles the expressions, the language is named,
the list's words are counted and its cut rule is inferred. So the ratio grows with `--size`.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import ftfy
import pandas as pd

from bench.repair import read
from pipelines import mend

_KINDS = {
    "clean": ("clean", "listing_boundary", "listing_short"),
    "mojibake": ("mojibake_",),
    "cut": ("cut_",),
}


def texts_of(path: Path) -> dict[str, list[str]]:
    rows = list(read(path))
    return {
        name: [
            row["damaged"]
            for row in rows
            if row["kind"].startswith(starts) and not ("cut" in row["kind"]) ^ (name == "cut")
        ]
        for name, starts in _KINDS.items()
    }


def mix(texts: dict[str, list[str]], shares: dict[str, float], size: int) -> list[str]:
    rng = random.Random(11)
    found = [rng.choice(texts[name]) for name, share in shares.items() for _ in range(round(size * share))]
    rng.shuffle(found)
    return found


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("input", type=Path)
    ask.add_argument("--size", type=int, default=10_000)
    ask.add_argument("--rounds", type=int, default=5)
    options = ask.parse_args()
    texts = texts_of(options.input)
    config = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False, explain=False)
    figures = {}
    for name, shares in {
        "90/5/5": {"clean": 0.9, "mojibake": 0.05, "cut": 0.05},
        "damaged": {"mojibake": 0.5, "cut": 0.5},
    }.items():
        sample = mix(texts, shares, options.size)
        column = pd.Series(sample, dtype="str")
        mend(column)  # models are loaded once a process, as ftfy's tables are
        ours, theirs = [], []
        for _ in range(options.rounds):
            ours.append(seconds(lambda column=column: mend(column)))
            theirs.append(seconds(lambda sample=sample: [ftfy.fix_text(text, config) for text in sample]))
        mine, other = (1e6 * statistics.median(each) / len(sample) for each in (ours, theirs))
        figures[name] = {
            "mend_us": round(mine, 2),
            "ftfy_us": round(other, 2),
            "ratio": round(other / mine, 1),
        }
        print(f"{name:8} mend {mine:8.2f} us  ftfy {other:8.2f} us  ratio {other / mine:6.1f}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
