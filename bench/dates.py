"""Predict the dates of a benchmark file: `python -m bench.dates IN.jsonl.gz -o OUT.jsonl [--language given|none|LANG]`.

Reads only `id text lang` and, of `context`, `listing index group site tld crawl_date`. Rows without a group are lists of
their own. `--language` replaces what the pages declare, to measure columns of unknown or wrongly declared language.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.json_lines import read
from bench.sets import CONTEXT
from pipelines.dates.columns.reading import read_dates


def rows(path: Path) -> list[dict[str, Any]]:
    """The input fields of a benchmark file, nothing else."""
    return [
        {
            "id": row["id"],
            "text": row["text"],
            "lang": row.get("lang"),
            **{name: (row.get("context") or {}).get(name) for name in CONTEXT},
        }
        for row in read(path)
    ]


def predict(table: list[dict[str, Any]], clock: datetime, language: str) -> list[dict[str, Any]]:
    """One prediction per row, lists read in the order of their `index`."""
    order = sorted(range(len(table)), key=lambda i: (str(table[i]["group"] or i), table[i]["index"] or 0))
    ordered = [table[i] for i in order]
    languages = (
        [row["lang"] for row in ordered] if language == "given" else None if language == "none" else language
    )
    out = read_dates(
        [row["text"] for row in ordered],
        groups=[row["group"] or row["id"] for row in ordered],
        languages=languages,
        tlds=[row["tld"] for row in ordered],
        crawled=[row["crawl_date"] for row in ordered],
        clock=clock.date(),
    )
    return [
        {"id": row["id"], "date": str(date) if date is not None else None, "ambiguous": not certain}
        for row, date, certain in zip(
            ordered, out["date"].astype(object).where(out["date"].notna(), None), out["certain"], strict=True
        )
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument(
        "--language", default="given", help="given, none, or a language that every page declares"
    )
    parser.add_argument(
        "--clock",
        type=datetime.fromisoformat,
        default=datetime.now(UTC),
        help="no row without a crawl date is later",
    )
    options = parser.parse_args()
    table = rows(options.data)
    started = time.process_time()
    said = predict(table, options.clock, options.language)
    spent = time.process_time() - started
    with options.output.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in said)
    print(f"{len(said)} rows, {1e6 * spent / max(len(said), 1):.1f} µs of CPU each, tables loaded")


if __name__ == "__main__":
    main()
