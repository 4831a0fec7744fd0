"""Golden pages: listing pages kept beside a site file, with the rows the file gave on the day it was written.

A folder `ID/` next to `ID.toml`: `page-1.html` and so on hold the bytes as they came (unpacked), `meta.toml` what came
with them, `rows.jsonl` the raw entries. `listmend check` reads them, so a changed site file or a changed program shows
which cells change, without a request.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines import disk
from pipelines.errors import SiteFileError, UsageError
from scraper.pages.archive_reader import Kept, read_listing
from scraper.pages.extract import Walk
from scraper.pages.raw_lines import EntryLine, standing
from scraper.site import SiteFile
from scraper.site_files.site_text import pairs

META = "meta.toml"
ROWS = "rows.jsonl"
CELLS = ("list", "url", "title", "date", "datetime", "excerpt", "category", "author")
"""Cells of a golden row, in order; what a page does not show is left out."""
ELSEWHERE = (
    "keep site files in a folder that can be written: $LISTMEND_SITES, or --site-folder FOLDER of `add`"
)
GoldenRow = dict[str, str | int]
Golden = tuple[tuple[Kept, ...], list[GoldenRow], datetime]
"""A golden row as JSON holds it: `page`, the listing page's place in its chain from 0, and those of `CELLS` the page shows."""
_HEADERS = ("content-type", "content-language", "last-modified", "link")


def golden_folder(file: Path) -> Path:
    """Return where the golden pages of a site file are kept."""
    return file.with_suffix("")


def rows_of(site: SiteFile, pages: Iterable[Kept]) -> list[GoldenRow]:
    """Return the raw entries that a site file gives on listing pages, as golden rows: page and cells.

    Args:
        site: the site file.
        pages: listing pages in order of the chain; refused ones give no rows.
    """
    walk = Walk(site)
    made = [read_listing(walk, page) for page in pages if page.refusal() is None]
    entries = (line for one in made for line in one.entries)
    return [_row(line) for line in standing(entries, (line for one in made for line in one.rejects))]


def save_golden(file: Path, pages: Sequence[Kept], rows: Sequence[GoldenRow], clock: datetime) -> Path:
    """Keep listing pages and their rows beside a site file; former golden pages are replaced as a whole.

    Args:
        file: the site file.
        pages: listing pages that are pages.
        rows: what `rows_of` gives for them.
        clock: the day the pages are of.

    Raises:
        OutputError: the folder cannot be written.
        UsageError: the folder is somebody else's, or there can be none.
    """
    folder = golden_folder(file)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / META).is_file():
        raise UsageError(
            f"{folder}: holds something else than golden pages", "move it away, or choose another --id"
        )
    with disk.writing(file.parent, elsewhere=ELSEWHERE):
        disk.make_folder(file.parent, elsewhere=ELSEWHERE)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=file.parent))
        try:
            _fill(new, pages, rows, clock)
            new.chmod(0o755)  # mkdtemp makes it the maker's alone
            if folder.is_dir():
                shutil.rmtree(folder)
            new.replace(folder)
        except OSError:
            shutil.rmtree(new, ignore_errors=True)
            raise
    return folder


def load_golden(file: Path) -> Golden | None:
    """Return the golden pages of a site file, their rows and their day; None where it has none.

    Raises:
        SiteFileError: the folder is not whole.
    """
    folder = golden_folder(file)
    if not (folder / META).is_file():
        return None
    try:
        meta = tomllib.loads((folder / META).read_text(encoding="utf-8"))
        pages = tuple(_page(folder, told) for told in meta["pages"])
        lines = (folder / ROWS).read_text(encoding="utf-8").splitlines()
        return pages, [json.loads(line) for line in lines], meta["taken"]
    except (OSError, ValueError, KeyError) as fault:
        raise SiteFileError(
            f"{folder}: golden pages are not whole ({fault})",
            f"listmend check {file.stem} --live --save keeps new ones",
        ) from fault


def _fill(folder: Path, pages: Sequence[Kept], rows: Sequence[GoldenRow], clock: datetime) -> None:
    told = [f"taken = {clock.isoformat(timespec='seconds')}"]
    for number, page in enumerate(pages, 1):
        name = f"page-{number}.html"
        (folder / name).write_bytes(page.body)
        given: dict[str, Any] = {"file": name, "url": page.url, "linked": page.linked, "number": page.number}
        headers = {key: page.headers[key] for key in _HEADERS if key in page.headers}
        told += ["", "[[pages]]", *pairs({**given, "status": page.status})]
        told += [f"fetched = {page.fetched.isoformat(timespec='seconds')}"]
        told += ["[pages.headers]", *pairs(headers)] if headers else []
    (folder / META).write_text("\n".join(told) + "\n", encoding="utf-8")
    written = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / ROWS).write_text(written, encoding="utf-8")


def _page(folder: Path, told: dict[str, Any]) -> Kept:
    return Kept(
        url=told["url"],
        status=told["status"],
        headers=told.get("headers", {}),
        body=(folder / told["file"]).read_bytes(),
        fetched=told["fetched"],
        role="listing",
        linked=told["linked"],
        number=told["number"],
    )


def _row(line: EntryLine) -> GoldenRow:
    cells: dict[str, Any] = {**line}
    return {"page": line["page"]} | {name: cells[name] for name in CELLS if cells[name]}
