"""Write the language predictions of a benchmark set: `python -m bench.language IN.jsonl.gz -o OUT.jsonl`.

Rows of one `site` are one list and `site_lang` is what their page declares. Every other row is a text by itself: it
is judged without any declaration, since on those rows `site_lang` is the answer. `--declare CODE` makes every page
declare CODE instead.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pandas as pd

from bench import json_lines
from pipelines import mend
from pipelines.language import detect
from pipelines.whole_characters import whole_characters


def read(path: Path) -> pd.DataFrame:
    """The input fields of the set, one row a line; strings are Arrow-backed."""
    rows = list(json_lines.read(path))
    fields = ("id", "text", "site_lang", "site")
    return pd.DataFrame(
        {field: pd.Series([_whole(row.get(field)) for row in rows], dtype="str") for field in fields}
    )


def _whole(cell: str | None) -> str | None:
    return cell and whole_characters(cell)


def truth(path: Path) -> pd.DataFrame:
    """What the set says of each row: `lang` and the `condition` it was made under; no runner reads it."""
    rows = list(json_lines.read(path))
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype="str") for name in ("lang", "condition")}
    )


def predict(rows: pd.DataFrame, declare: str | None = None) -> pd.DataFrame:
    """Mend, then detect: pages as lists, the rest one by one."""
    listed = rows["site"].notna()
    texts = rows["text"].fillna("")
    mended = mend(texts, by=rows["site"].where(listed, rows["id"]))
    declared = (rows["site_lang"] if declare is None else pd.Series(declare, index=rows.index)).where(listed)
    groups = rows["site"].where(listed, rows["id"])
    return detect(mended, groups=groups, declared=declared)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--declare", help="language every page declares, instead of its own")
    options = parser.parse_args()
    rows = read(options.data)
    found = predict(rows, options.declare)
    with options.output.open("w", encoding="utf-8") as out:
        for name, language in zip(rows["id"], found["language"], strict=True):
            out.write(json.dumps({"id": name, "language": language}) + "\n")


if __name__ == "__main__":
    main()
