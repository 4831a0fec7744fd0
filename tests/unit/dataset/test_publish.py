"""Published files: same rows, same types, same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipelines import ledger, load
from pipelines.build import Built, build
from pipelines.errors import OutputError, UsageError
from pipelines.publish import FILES, data_package, point, write_records
from pipelines.record import COLUMNS, NAMES
from tests.rows import entry, raw, site

LINES = [
    entry(1, excerpt='Une "citation", un point-virgule; et une virgule'),
    entry(2, date="31.02.26"),
    entry(3, title="NA"),
    entry(4, excerpt="Première ligne\nseconde ligne du résumé."),
    entry(5, excerpt="L&#39;Ã©cole rÃ©pond Ã\xa0 tous les Ã©lÃ¨ves de la citÃ©."),
]


@pytest.fixture
def built() -> Built:
    return build(raw(LINES), site(), None, "20261120T060000Z")


def test_parquet_and_csv_hold_the_same_rows_typed_alike(tmp_path: Path, built: Built) -> None:
    """Dates are dates, times are UTC, nothing is mixed, a title that reads NA stays one."""
    write_records(built, tmp_path)
    columnar = pd.read_parquet(tmp_path / "records.parquet")
    times = [column.name for column in COLUMNS if column.kind == "time"]
    text = pd.read_csv(
        tmp_path / "records.csv", parse_dates=["date", *times], keep_default_na=False, na_values=[""]
    )
    assert list(columnar.columns) == list(text.columns) == list(NAMES)
    assert columnar["title"].tolist() == text["title"].tolist()
    assert columnar["excerpt"].tolist() == text["excerpt"].tolist()
    assert columnar["date"].iloc[0] == text["date"].iloc[0].date() == date(2026, 10, 27)
    assert (
        columnar["date"].isna().tolist() == text["date"].isna().tolist() == [False, True, False, False, False]
    )
    assert (
        str(columnar["fetched_at"].dtype)
        == str(text["fetched_at"].dt.as_unit("ms").dtype)
        == "datetime64[ms, UTC]"
    )
    assert columnar["date_certain"].dtype == text["date_certain"].dtype == bool
    assert [";".join(steps) for steps in columnar["repairs"]] == text["repairs"].fillna("").tolist()


def test_a_cell_of_which_nothing_is_left_is_missing(tmp_path: Path) -> None:
    """In both files, for the CSV cannot tell an empty text from none."""
    write_records(build(raw([entry(1, title="\ufffd", excerpt="\u200b")]), site(), None, "one"), tmp_path)
    for frame in (pd.read_parquet(tmp_path / "records.parquet"), pd.read_csv(tmp_path / "records.csv")):
        assert frame[["title", "excerpt"]].isna().all(axis=None)


def test_plain_read_csv_and_read_parquet_agree_on_kinds(tmp_path: Path, built: Built) -> None:
    """Without any option no column is mixed: numbers are numbers, truths are truths, the rest is text."""
    write_records(built, tmp_path)
    text = pd.read_csv(tmp_path / "records.csv")
    kinds = {column.name: column.kind for column in COLUMNS}
    for name, column in text.items():
        kind = pd.api.types.infer_dtype(column, skipna=True)
        expected = {"int": "integer", "bool": "boolean", "share": "floating"}.get(kinds[str(name)], "string")
        assert kind in (expected, "empty") or column.isna().all(), name


def test_the_csv_is_plain_utf8_with_line_feeds(tmp_path: Path, built: Built) -> None:
    """No byte order mark, no carriage return, one header line, ISO days and times."""
    write_records(built, tmp_path)
    content = (tmp_path / "records.csv").read_bytes()
    assert content.startswith(b"id,site,list,")
    assert b"\r" not in content
    assert b",2026-10-27," in content
    assert b',"2026-11-20T06:00:03Z",' in content


def test_fields_describe_themselves(tmp_path: Path, built: Built) -> None:
    """Every Parquet field and every field of the data package says what it means."""
    write_records(built, tmp_path)
    schema = pq.read_schema(tmp_path / "records.parquet")
    assert {field.name: field.metadata[b"description"].decode() for field in schema} == {
        c.name: c.meaning for c in COLUMNS
    }
    fields = data_package("lumen", "run", 5)["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == list(NAMES)


def test_the_csv_is_as_its_package_says(tmp_path: Path, built: Built) -> None:
    """No cell is empty that the package requires, none holds what it does not list."""
    write_records(built, tmp_path)
    cells = pd.read_csv(tmp_path / "records.csv", dtype="str", keep_default_na=False)
    for field in data_package("lumen", "run", 5)["resources"][0]["schema"]["fields"]:
        column, bounds = cells[field["name"]], field["constraints"]
        assert not (bounds["required"] and column.eq("").any()), field["name"]
        assert column.isin(bounds.get("enum", column)).all(), field["name"]


@pytest.mark.parametrize("name", ["changes", "issues"])
def test_what_lies_beside_the_records_is_in_the_package(tmp_path: Path, built: Built, name: str) -> None:
    """The columns are those of the file, and each id is that of a record."""
    write_records(built, tmp_path)
    (beside,) = [one for one in data_package("lumen", "run", 5)["resources"] if one["name"] == name]
    rows = pd.read_csv(tmp_path / beside["path"], dtype="str", keep_default_na=False)
    assert list(rows.columns) == [field["name"] for field in beside["schema"]["fields"]]
    assert len(rows)
    assert rows["id"].isin(built.records["id"]).all()


WRITE = """
import sys
from pathlib import Path
from pipelines.build import build
from pipelines.publish import write_records
from tests.rows import raw, site
from tests.unit.dataset.test_publish import LINES
write_records(build(raw(LINES), site(), None, "20261120T060000Z"), Path(sys.argv[1]))
"""


def test_the_same_raw_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Time zone, locale and hash seed of the machine do not show."""
    root = Path(__file__).parents[3]
    found = []
    for number, (zone, tongue) in enumerate([("Pacific/Auckland", "tr_TR.UTF-8"), ("America/Lima", "C")]):
        place = tmp_path / str(number)
        place.mkdir()
        environment = {
            **os.environ,
            "TZ": zone,
            "LC_ALL": tongue,
            "PYTHONHASHSEED": str(number),
            "PYTHONUTF8": "0",
        }
        subprocess.run([sys.executable, "-c", WRITE, str(place)], cwd=root, env=environment, check=True)
        found.append(
            [
                (place / name).read_bytes()
                for name in ("records.csv", "records.parquet", "changes.csv", "issues.csv")
            ]
        )
    assert found[0] == found[1]


def test_changes_replay_to_the_mended_cell(built: Built) -> None:
    """Each step starts where the one before it ended, and the last gives the record's cell."""
    for (id_, column), steps in built.changes.groupby(["id", "column"], sort=False):
        cell = steps["before"].iloc[0]
        for before, after in zip(steps["before"], steps["after"], strict=True):
            assert before == cell
            cell = after
        record = built.records.set_index("id").loc[str(id_)]
        assert cell == record[str(column)]


def test_an_incomplete_run_is_never_pointed_to(tmp_path: Path, built: Built) -> None:
    """The pointer asks for every file of the list."""
    run = ledger.open_run(tmp_path, site().crawled)
    folder = ledger.run_folder(tmp_path, run)
    write_records(built, folder)
    with pytest.raises(OutputError, match=r"lacks datapackage.json, report.html, run.json"):
        point(tmp_path, run, 5)
    assert ledger.latest(tmp_path) is None
    for name in FILES:
        (folder / name).touch()
    point(tmp_path, run, 5)
    assert ledger.latest(tmp_path) == run


def test_load_finds_a_dataset_by_site_folder_or_run(
    tmp_path: Path, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site id under the output folder, the site's folder and a run's folder give the same rows."""
    run = ledger.open_run(tmp_path / "lumen", site().crawled)
    folder = ledger.run_folder(tmp_path / "lumen", run)
    write_records(built, folder)
    for name in FILES:
        (folder / name).touch()
    point(tmp_path / "lumen", run, 5)
    monkeypatch.setenv("LISTMEND_OUTPUT", str(tmp_path))
    frames = [
        load("lumen"),
        load(tmp_path / "lumen"),
        load(folder),
        load("lumen", run=run),
        load("lumen", output=tmp_path),
    ]
    assert [len(frame) for frame in frames] == [5] * 5


def test_a_dataset_that_is_not_there_is_told_with_the_folder_that_was_looked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook's working folder is often another than the one where the crawl ran."""
    monkeypatch.delenv("LISTMEND_OUTPUT", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="no such dataset") as told:
        load("lumen")
    assert str(tmp_path / "output" / "lumen") in told.value.what
    assert "output=FOLDER" in told.value.next
