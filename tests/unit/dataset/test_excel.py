"""The second CSV, for spreadsheets."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from pipelines.build import build
from pipelines.excel import EXCEL
from pipelines.publish import write_records
from tests.rows import entry, raw, site

TITLE = "Réunion du conseil"


def written(folder: Path, title: str) -> tuple[bytes, dict[str, str]]:
    """The file's bytes and its one row as a spreadsheet's CSV reader sees it."""
    write_records(build(raw([entry(1, title=title)]), site(), None, "one"), folder, excel=True)
    (row,) = csv.DictReader((folder / EXCEL).read_text(encoding="utf-8-sig").splitlines())
    return (folder / EXCEL).read_bytes(), row


def test_it_begins_with_a_bom_and_ends_its_lines_as_windows_does(tmp_path: Path) -> None:
    """Without a BOM a spreadsheet reads é as Ã©, which is what we are here to mend."""
    text, row = written(tmp_path, TITLE)
    assert text.startswith(b"\xef\xbb\xbfid,site,")
    assert text.count(b"\n") == text.count(b"\r\n") == 2
    assert row["title"] == TITLE


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\uff1d", "  ="])
def test_a_cell_that_would_run_as_a_formula_is_text(tmp_path: Path, start: str) -> None:
    """A site's title is not the reader's program."""
    _, row = written(tmp_path, f'{start}HYPERLINK("http://example.org";"Réunion")')
    assert row["title"].startswith("'")


@pytest.mark.parametrize("sign", ["a", "é", "\U0001f4da"])
def test_a_cell_holds_what_a_spreadsheet_holds(tmp_path: Path, sign: str) -> None:
    """32,767 UTF-16 units; what is more would become rows of its own. The dataset keeps all."""
    long, least = "Le conseil " + 40_000 * sign, 32_765
    _, row = written(tmp_path, long)
    assert least <= len(row["title"].encode("utf-16-le")) // 2 <= 32_767
    assert long.startswith(row["title"].removesuffix("…"))
    assert pd.read_parquet(tmp_path / "records.parquet")["title"].tolist() == [long]


def test_the_dataset_itself_is_not_guarded(tmp_path: Path) -> None:
    """Only the spreadsheet's copy has apostrophes; `records.csv` and `records.parquet` keep the title as it is."""
    written(tmp_path, "=1+1")
    assert pd.read_csv(tmp_path / "records.csv")["title"].tolist() == ["=1+1"]
    assert pd.read_parquet(tmp_path / "records.parquet")["title"].tolist() == ["=1+1"]
