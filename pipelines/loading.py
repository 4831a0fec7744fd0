"""Loading a published dataset with the types it was written with."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from pipelines.errors import UsageError
from pipelines.ledger import POINTER, VERDICT, need_run, run_folder
from pipelines.next_command import listmend

OUTPUT_VARIABLE = "LISTMEND_OUTPUT"


def output_folder(named: str | Path | None = None) -> Path:
    """The folder datasets land in: the named one, else $LISTMEND_OUTPUT, else `output` in the working directory."""
    return Path(named or os.environ.get(OUTPUT_VARIABLE) or "output").expanduser()


def load(site: str | Path, *, run: str | None = None, output: str | Path | None = None) -> pd.DataFrame:
    """Load a site's published records.

    Args:
        site: a site id, or the path of a site's folder or of a run's folder.
        run: a run other than the published one.
        output: the folder datasets land in; see `output_folder`.

    Returns:
        one row an entry, columns and order of `pipelines.record`: strings, `date` as an Arrow date, times in UTC.

    Raises:
        UsageError: no such site or run, or a run named beside a run's folder.
    """
    folder = Path(site)
    if _is_run(folder):
        if run is not None and run != folder.name:
            raise UsageError(f"{folder}: the folder of a run, and run {run} named", "name the site's folder")
        return read_records(folder / "records.parquet")
    if not (folder / POINTER).is_file():
        folder = output_folder(output) / str(site)
    if not folder.is_dir():
        raise UsageError(
            f"{folder.absolute()}: no such dataset",
            f"listmend run {shlex.quote(str(site))}, or say where it is: load(…, output=FOLDER), or {OUTPUT_VARIABLE}",
        )
    return read_records(run_folder(folder, need_run(folder, run)) / "records.parquet")


def _is_run(folder: Path) -> bool:
    """Whether a folder is a run's, published or not, wherever it was moved."""
    return (folder / VERDICT).is_file() or (folder / "records.parquet").is_file()


def read_records(file: Path) -> pd.DataFrame:
    """Read one `records.parquet`."""
    with opened(file) as records:
        frame: pd.DataFrame = records.read().to_pandas()
    return frame


@contextmanager
def opened(file: Path, names: Sequence[str] = ("id",)) -> Iterator[pq.ParquetFile]:
    """Open one `records.parquet` that has some columns; what is read of it belongs into the block.

    Raises:
        UsageError: no such file, it is damaged or no Parquet file, or lacks one of the columns.
    """
    site_folder, run = file.absolute().parents[2], file.absolute().parent.name
    try:
        with file.open("rb") as source, pq.ParquetFile(source) as records:
            missing = [name for name in names if name not in records.schema_arrow.names]
            if not missing:
                yield records
    except FileNotFoundError as fault:
        why = "no records; this run was not published" if file.parent.is_dir() else "the run is not there"
        raise UsageError(f"{file}: {why}", listmend("runs", site_folder)) from fault
    except _DAMAGED as fault:
        why = " ".join(str(fault).split())  # what Arrow says may go over lines
        raise UsageError(
            f"{file}: cannot be read ({why})", listmend("build", site_folder, "--run", run)
        ) from fault
    if missing:
        raise UsageError(
            f"{file}: expected the columns of a dataset, found none named {', '.join(missing)}",
            listmend("build", site_folder, "--run", run),
        )


_DAMAGED = (OSError, ValueError, KeyError, TypeError, NotImplementedError)
"""What is raised over a file with other bytes in it (of 300 with up to 200 changed, the first four), or over columns of other types."""
