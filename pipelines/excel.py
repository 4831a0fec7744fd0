"""A second CSV for spreadsheets: what a double click opens rightly, at the price of other bytes than the dataset's own.

A spreadsheet reads UTF-8 only behind a BOM, and takes a cell that begins like a formula for one, whoever wrote it: such
cells get an apostrophe in front (OWASP, CSV injection). A cell holds 32,767 UTF-16 units; of a longer one Excel makes more rows.
"""

from __future__ import annotations

import codecs
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv

EXCEL = "records-excel.csv"
CELL_MAX = 32_767
"""UTF-16 units of a cell: Excel's own bound."""
_FORMULA = r"^[\s\x{FEFF}]*[=+\-@＝＋－＠\t\r]"


def write_excel(cells: pa.Table, file: Path) -> None:
    """Write a table for spreadsheets: UTF-8 with BOM, CRLF, no cell that would run as a formula.

    Args:
        cells: text columns guarded and cut to `CELL_MAX`, others as they are.
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
    return _short(pc.if_else(runs, pc.binary_join_element_wise("'", column, ""), column))


def _short(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Cells that a spreadsheet can hold; where one was cut it ends in `…`."""
    if (pc.max(pc.binary_length(column)).as_py() or 0) <= CELL_MAX:  # no text has more units than bytes
        return column
    return pa.chunked_array([[_cut(cell) for cell in column.to_pylist()]], column.type)


def _cut(cell: str | None) -> str | None:
    units = (cell or "").encode("utf-16-le")
    if len(units) <= 2 * CELL_MAX:
        return cell
    return units[: 2 * CELL_MAX - 2].decode("utf-16-le", "ignore") + "…"
