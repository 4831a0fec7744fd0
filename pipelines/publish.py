"""Publishing a run: named files into its folder, checked by reading them back, then the pointer moves.

Only what `FILES` names is written, and `EXCEL` where it is asked for. The pointer is one small file replaced as a whole, so a
reader sees the former dataset or the new one and nothing between, whenever the process ends. Same records, same bytes: no clock,
locale, zone or machine speaks in the CSV or the Parquet file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv
import pyarrow.parquet as pq

from pipelines.build import Built
from pipelines.disk import replace, sync, writing
from pipelines.errors import OutputError
from pipelines.excel import EXCEL, write_excel
from pipelines.ledger import POINTER, RECORDS, run_folder
from pipelines.record import COLUMNS, NAMES, Column, arrow_schema
from pipelines.whole_files import whole_files

FILES = (
    "records.parquet",
    "records.csv",
    "changes.csv",
    "issues.csv",
    "rejects.jsonl",
    "datapackage.json",
    "report.html",
    "run.json",
)
_PACKAGE_TYPES = {
    "string": "string", "int": "integer", "date": "date", "time": "datetime", "bool": "boolean", "share": "number",
    "strings": "string",
}  # fmt: skip


_BESIDE = {
    "changes": {
        "id": "The record's.",
        "column": "Column whose cell took a step; `id` where the entry kept it under another link.",
        "step": "Name of the step, as in `repairs`.",
        "before": "The cell before it; empty where there was none.",
        "after": "The cell after it; empty where none is left.",
    },
    "issues": {"id": "The record's.", "issue": "Code of what the run could not settle."},
}
"""What the columns of the CSV files beside the records mean."""


def write_records(built: Built, folder: Path, *, excel: bool = False) -> None:
    """Write the tables of a run and read them back.

    Args:
        built: the records and what became none.
        folder: the run's folder.
        excel: write a second CSV for spreadsheets.

    Raises:
        OutputError: a write failed, or a file does not hold what was written.
    """
    table = to_arrow(built.records)
    with writing(folder), whole_files(folder) as part:
        with part(RECORDS).open("wb") as out:
            pq.write_table(table, out, compression="zstd", version="2.6", store_schema=True)
        write_csv(table, part("records.csv"))
        write_csv(pa.Table.from_pandas(built.changes, preserve_index=False), part("changes.csv"))
        write_csv(pa.Table.from_pandas(built.unsettled, preserve_index=False), part("issues.csv"))
        if excel:
            write_excel(csv_cells(table), part(EXCEL))
        with part(RECORDS).open("rb") as written:
            back = pq.read_metadata(written)
        if back.num_rows != len(built.records):
            raise OutputError(
                f"{folder / RECORDS}: holds {back.num_rows} rows of {len(built.records)}", "run again"
            )
    write_rejects(built.rejects, folder)


def write_rejects(rejects: pd.DataFrame, folder: Path) -> None:
    """Write what became no record, one JSON object a line, in the order it was met."""
    lines = [
        json.dumps({name: cell for name, cell in line.items() if isinstance(cell, str)}, ensure_ascii=False)
        + "\n"
        for line in rejects.to_dict(orient="records")
    ]
    replace(folder / "rejects.jsonl", "".join(lines))


def point(site_folder: Path, run: str, rows: int) -> None:
    """Move the pointer to a run whose files are complete."""
    place = run_folder(site_folder, run)
    lost = [name for name in FILES if not (place / name).is_file()]
    if lost:
        raise OutputError(f"{place}: not complete, lacks {', '.join(lost)}", "run again")
    # else a power cut may leave a pointer to files of which nothing had reached the disk
    for file in place.iterdir():
        sync(file)
    sync(place)
    pointer = {"run": run, "rows": rows, "records": f"runs/{run}/records.parquet"}
    replace(site_folder / POINTER, json.dumps(pointer, indent=1) + "\n")


def to_arrow(records: pd.DataFrame) -> pa.Table:
    """Records as an Arrow table of the one schema, with pandas' own notes so that a date comes back as a date."""
    typed = records[list(NAMES)].astype({"date": pd.ArrowDtype(pa.date32()), "repairs": "object"})
    table = pa.Table.from_pandas(typed, schema=arrow_schema(), preserve_index=False)
    meanings = {field.name: field.metadata for field in arrow_schema()}
    fields = [field.with_metadata(meanings[field.name]) for field in table.schema]
    return table.cast(pa.schema(fields, metadata=table.schema.metadata))


def write_csv(table: pa.Table, file: Path) -> None:
    """CSV in UTF-8 without BOM, LF, ISO dates and times, lists joined by `;`, an empty cell for a missing one."""
    options = pv.WriteOptions(quoting_style="needed", quoting_header="none")
    with file.open("wb") as out:
        pv.write_csv(csv_cells(table), out, write_options=options)


def csv_cells(table: pa.Table) -> pa.Table:
    """The table with lists joined and times as text: cells that a CSV holds."""
    return pa.table({name: _csv_cells(table[name]) for name in table.column_names})


def _csv_cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        joined = pc.binary_join(column, ";")
        return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), joined)
    if pa.types.is_timestamp(column.type):
        return pc.strftime(column.cast(pa.timestamp("s", tz="UTC"), safe=False), format="%Y-%m-%dT%H:%M:%SZ")
    if pa.types.is_floating(column.type):
        # 1 would read as a whole number
        return pc.round(column.cast(pa.float64()), 4).cast(pa.decimal128(6, 4))
    return column


def data_package(site: str, run: str, rows: int) -> dict[str, Any]:
    """A frictionless data package of a run's tables; the fields of the records are read from the schema."""
    fields = [
        {
            "name": c.name,
            "type": _PACKAGE_TYPES[c.kind],
            "description": c.meaning,
            "constraints": _constraints(c),
        }
        for c in COLUMNS
    ]
    schema = {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": site,
        "version": run,
        "resources": [
            {
                "name": "records",
                "path": "records.csv",
                "format": "csv",
                "encoding": "utf-8",
                "rows": rows,
                "schema": schema,
            },
            {"name": "records-parquet", "path": "records.parquet", "format": "parquet", "rows": rows},
            *(_beside(name, columns) for name, columns in _BESIDE.items()),
        ],
    }


def _beside(name: str, columns: Mapping[str, str]) -> dict[str, Any]:
    """A CSV of texts whose `id` is a record's."""
    fields = [{"name": column, "type": "string", "description": told} for column, told in columns.items()]
    of_record = {"fields": ["id"], "reference": {"resource": "records", "fields": ["id"]}}
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "foreignKeys": [of_record], "missingValues": [""]},
    }


def _constraints(column: Column) -> dict[str, Any]:
    """What the CSV holds: a list of nothing is an empty cell there, which a package calls missing."""
    required = not column.missing and column.kind != "strings"
    return {"required": required, **({"enum": list(column.values)} if column.values else {})}
