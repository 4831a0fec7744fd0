"""Write predictions for the repair set: `python -m bench.repair IN.jsonl.gz -o OUT.jsonl [--page]`.

Reads only `id lang damaged listing`, and `detail` with --page. Rows of one `listing` share a cut rule; a row without
one is a list of its own. The texts of one language stand for a site's own earlier text. A page's text is mended before it
proves anything, as the build does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pandas as pd

from bench.json_lines import read
from pipelines.repair.ends.restore import Source
from pipelines.repair.ladder import ALL_STEPS, Mended, mend_column
from pipelines.whole_characters import whole_characters


def mend_rows(rows: list[dict[str, Any]], page: bool, steps: frozenset[str] = ALL_STEPS) -> Mended:
    languages = ["" if row["lang"] in (None, "xx", "und") else row["lang"] for row in rows]
    return mend_column(
        _column(rows, "damaged"),
        lists=[row["listing"] or row["id"] for row in rows],
        sites=languages,
        languages=languages,
        sources=_pages(rows, languages) if page else {},
        steps=steps,
    )


def _column(rows: list[dict[str, Any]], field: str) -> pd.Series:
    return pd.Series([whole_characters(row.get(field) or "") for row in rows], dtype="str")


def _pages(rows: list[dict[str, Any]], languages: list[str]) -> dict[int, list[Source]]:
    mended = mend_column(
        _column(rows, "detail"), lists=[row["id"] for row in rows], sites=languages, languages=languages
    )
    return {i: [Source("page", text)] for i, text in enumerate(mended.texts.tolist()) if text}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("input", type=Path)
    ask.add_argument("-o", "--output", type=Path, required=True)
    ask.add_argument("--page", action="store_true", help="may read `detail`, the text of the entry's page")
    options = ask.parse_args()
    rows = list(read(options.input))
    mended = mend_rows(rows, options.page)
    with options.output.open("w", encoding="utf-8") as out:
        for row, text in zip(rows, mended.texts.tolist(), strict=True):
            out.write(json.dumps({"id": row["id"], "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
