"""What each step is worth: `python -m bench.repair_ablation IN.jsonl.gz` prints a table with each step left out in turn.

Per group the share of rows that are right, or cut ones that are right or safely trimmed; the reader's page is not
asked unless --page is given. Reads `truth`, `trim` and `kind`, so its figures are for tuning, not for predictions.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bench.json_lines import read
from bench.repair import mend_rows
from pipelines.repair.ladder import ALL_STEPS

GROUPS = ("clean", "mojibake", "cut", "mojibake+cut", "other")
ORDER = ("entities", "breaks", "mojibake", "lossy", "fragments", "c1", "controls", "invisible", "ligatures", "compose",
         "lookalikes", "letters", "rule", "page", "lexicon", "beginnings", "trim", "halves")  # fmt: skip


UNTOUCHED = re.compile(r"clean|listing_(boundary|short)$")
READ_WRONGLY = re.compile(r"mojibake|wild_ftfy$|c1_quotes$")


def group_of(kind: str) -> str:
    """The group a kind of damage is counted in."""
    if UNTOUCHED.match(kind):
        return "clean"
    parts = [
        name for name, found in (("mojibake", READ_WRONGLY.search(kind)), ("cut", "cut" in kind)) if found
    ]
    return "+".join(parts) or "other"


def figures(rows: list[dict[str, Any]], page: bool, steps: frozenset[str]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row, text in zip(rows, mend_rows(rows, page, steps).texts.tolist(), strict=True):
        outcome = (
            "exact"
            if text == row["truth"]
            else "trim"
            if text == row["trim"]
            else "same"
            if text == row["damaged"]
            else "wrong"
        )
        found[group_of(row["kind"])][outcome] += 1
    return found


def line(name: str, found: dict[str, Counter[str]]) -> str:
    cells = []
    for group in GROUPS:
        counts = found[group]
        size = counts.total()
        right = counts["exact"] + (counts["trim"] if "cut" in group else 0)
        cells.append(
            f"{100 * right / size:.1f}" + (f" ({100 * counts['exact'] / size:.1f})" if "cut" in group else "")
        )
    return f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("input", type=Path)
    ask.add_argument("--page", action="store_true")
    options = ask.parse_args()
    rows = list(read(options.input))
    print("| without | " + " | ".join(GROUPS) + " |\n|---|" + "--:|" * len(GROUPS))
    print(line("nothing: the whole ladder", figures(rows, options.page, ALL_STEPS)))
    for step in ORDER:
        print(line(f"`{step}`", figures(rows, options.page, ALL_STEPS - {step})))


if __name__ == "__main__":
    main()
