"""A second CSV for spreadsheets: what a double click opens rightly, at the price of other bytes than the dataset's own.

A spreadsheet reads UTF-8 only behind a BOM, and takes a cell that begins like a formula for one, whoever wrote it: such
cells get an apostrophe in front, which a spreadsheet does not show (OWASP, CSV injection).
"""

from __future__ import annotations

import codecs
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv

EXCEL = "records-excel.csv"
_FORMULA = r"^[\s\x{FEFF}]*[=+\-@＝＋－＠\t\r]"


def write_excel(cells: pa.Table, file: Path) -> None:
    """Write a table for spreadsheets: UTF-8 with BOM, CRLF, no cell that would run as a formula.

    Args:
        cells: text columns guarded, others as they are.
        file: written anew.
    """
    columns = {name: _guarded(cells[name]) for name in cells.column_names}
    options = pv.WriteOptions(eol="\r\n", quoting_style="needed", quoting_header="none")
    with file.open("wb") as out:
        out.write(codecs.BOM_UTF8)
        pv.write_csv(pa.table(columns), out, write_options=options)


def _guarded(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    runs = pc.fill_null(pc.match_substring_regex(column, _FORMULA), False)
    return pc.if_else(
        runs, pc.binary_join_element_wise("'", column.cast(pa.string()), ""), column.cast(pa.string())
    )
