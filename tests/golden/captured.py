"""A captured page and the rows it ends in: bytes → decode → listing → build, and the file that remembers the rows.

`NAME.html` holds the bytes as they came, `NAME.url` the address in its first line and below it the headers that came with
it, as HTTP writes them; `date` is the clock. `NAME.rows.json` is written by `make golden`, for review:

    python -m tests.golden.captured          writes the rows of pages that have none
    python -m tests.golden.captured NAME …   writes the rows of these pages again
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines.build import Built, build
from pipelines.raw import raw_of
from pipelines.record import COLUMNS
from scraper.pages.archive_reader import Kept, read_listing
from scraper.pages.extract import Walk
from scraper.which_site import bare_site

PAGES = Path(__file__).with_name("pages")
RUN = "golden"
SHARES = 1
"""Decimals of a confidence that are remembered: a finer step is the model's, not the page's."""


def names(folder: Path = PAGES) -> list[str]:
    """Every captured page, in order of name."""
    return sorted(page.stem for page in folder.glob("*.html"))


def captured(name: str, folder: Path = PAGES) -> Kept:
    """One page as an archive would give it.

    Raises:
        ValueError: the `.url` file has no address or no `date`; the message names it.
    """
    file = folder / f"{name}.url"
    address, *lines = file.read_text(encoding="utf-8").splitlines() or [""]
    headers = {
        key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)
    }
    if not address.startswith(("http://", "https://")) or "date" not in headers:
        raise ValueError(f"{file}: expected an address in the first line and a `date:` header below it")
    body = (folder / f"{name}.html").read_bytes()
    clock = parsedate_to_datetime(headers["date"])
    return Kept(address, 200, headers, body, clock, "listing", address)


def built(page: Kept) -> Built:
    """The page's records, without a former dataset and without any other page."""
    site = bare_site(page.url)
    refusal = page.refusal()
    if refusal is not None:
        raise ValueError(f"{page.url}: {refusal.reason}: {refusal.detail}")
    made = read_listing(Walk(site), page)
    return build(raw_of([*made.rejects, *made.entries]), site.facts(page.fetched), None, RUN)


def remembered(page: Kept) -> dict[str, Any]:
    """What `NAME.rows.json` holds: whole rows, what became none, what was left open, what was decided of each list."""
    made = built(page)
    return {
        "rows": [_row(row) for row in made.records.to_dict("records")],
        "rejects": [_row(row) for row in made.rejects.to_dict("records")],
        "issues": made.issues,
        "lists": {name: _told(asdict(one)) for name, one in made.lists.items()},
    }


def rows_file(name: str, folder: Path = PAGES) -> Path:
    """Where the rows of a page are remembered."""
    return folder / f"{name}.rows.json"


def _row(row: dict[Any, Any]) -> dict[str, Any]:
    """The cells that hold something, as JSON holds them."""
    kinds = {column.name: column.kind for column in COLUMNS}
    return {str(key): _cell(cell, kinds.get(str(key), "string")) for key, cell in row.items() if _holds(cell)}


def _holds(cell: Any) -> bool:
    return bool(cell) if isinstance(cell, list) else not pd.isna(cell)


def _cell(cell: Any, kind: str) -> Any:
    if kind == "share":
        return round(float(cell), SHARES)
    if isinstance(cell, (bool, int, float, str, list)):
        return cell
    return cell.isoformat() if isinstance(cell, datetime) or hasattr(cell, "isoformat") else str(cell)


def _told(decision: dict[str, Any]) -> dict[str, Any]:
    """A decision without the figures that are the model's."""
    for part, keys in (("dates", ("share", "margin")), ("language", ("confidence",))):
        for key in keys:
            del decision[part][key]
    return decision


def main(asked: Sequence[str], folder: Path = PAGES) -> int:
    """Write rows for review: of the pages named, else of those that have none.

    Returns:
        0, or 2 where a page could not be read; it is told on standard error, and the others are written.
    """
    code = 0
    for name in asked or [name for name in names(folder) if not rows_file(name, folder).is_file()]:
        try:
            found = remembered(captured(name, folder))
        except (OSError, ValueError) as fault:
            print(f"{name}: no rows written: {fault}", file=sys.stderr)
            code = 2
            continue
        file = rows_file(name, folder)
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{file}: {len(found['rows'])} rows, {len(found['rejects'])} rejects; review them")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
