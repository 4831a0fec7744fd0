"""What `status`, `runs` and `diff` tell of runs on disk."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from pipelines import ledger
from pipelines.build import build
from pipelines.publish import write_records
from pipelines.verdict import Verdict
from scraper.run_state import Place, opening, say
from scraper.site import SiteFile
from scraper.verbs.overview import (
    difference_rows,
    difference_table,
    run_rows,
    runs_table,
    site_rows,
    status_table,
)
from tests.rows import CLOCK, entry, raw, site

LUMEN = SiteFile(id="lumen", start=["https://lumen.example/fr/actualites/"])


def begun(site_folder: Path, clock: datetime = CLOCK, former: str | None = None) -> Verdict:
    place = Place(site_folder, ledger.open_run(site_folder, clock))
    verdict = opening(LUMEN, place, clock, former, [])
    say(place, verdict)
    return verdict


def test_a_killed_run_is_told_as_what_the_next_run_will_call_it(tmp_path: Path) -> None:
    """Nothing is written: the verdict on disk waits for the next run."""
    verdict = begun(tmp_path / "lumen")
    assert [row["state"] for row in run_rows(tmp_path / "lumen")] == ["running"]
    file = ledger.run_folder(tmp_path / "lumen", str(verdict["run"])) / "run.json"
    file.write_text(json.dumps({**verdict, "process_began": "0"}))
    before = file.read_bytes()
    (status,), (run,) = site_rows(tmp_path), run_rows(tmp_path / "lumen")
    assert [(row["state"], row["says"]) for row in (status, run)] == [
        ("crashed", "ended before its verdict: killed, or no room to write it")
    ] * 2
    assert file.read_bytes() == before


def test_a_clock_set_back_is_told_and_changes_no_order(tmp_path: Path) -> None:
    """The run that began last is the last one, whatever its name; the run says that its clock is behind."""
    first = str(begun(tmp_path / "lumen")["run"])
    second = begun(tmp_path / "lumen", CLOCK - timedelta(days=1), first)
    assert second["found"] == [f"the clock says 2026-11-19 06:00:00 UTC, before the former run {first}"]
    assert [row["run"] for row in run_rows(tmp_path / "lumen")] == [first, "20261119T060000Z"]
    assert site_rows(tmp_path)[0]["last_run"] == "20261119T060000Z"
    assert begun(tmp_path / "lumen", CLOCK, first)["found"] == []


def test_an_emptied_cell_is_null_in_json_and_nothing_in_the_table(tmp_path: Path) -> None:
    """`NaN` is no JSON, and `nan` no text of the site; so it is with an entry without a date."""
    for name, lines in (("one", [entry(1)]), ("two", [entry(1, excerpt="", date=""), entry(2, date="")])):
        folder = ledger.run_folder(tmp_path, name)
        folder.mkdir(parents=True)
        write_records(build(raw(lines), site(), None, name), folder)
    rows = difference_rows(tmp_path, ("one", "two"))
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows
    assert {row["column"]: row["after"] for row in rows["changed"]} == {"excerpt": None, "date": None}
    assert [row["date"] for row in rows["new"]] == [None]
    out = StringIO()
    Console(file=out, width=200).print(difference_table(rows))
    assert "nan" not in out.getvalue().casefold()
    assert "None" not in out.getvalue()


@pytest.mark.parametrize("site", ["quai", "127.0.0.1-8765_1fd2e4", "127.0.0.1-18080_nouvelles_3a0e0e"])
def test_no_column_is_lost_beside_a_long_name(site: str) -> None:
    """At 100 columns a site's name may be folded, and nothing else; what a run says stands below."""
    row = {
        "site": site,
        "published": "20261119T060000Z",
        "records": 12,
        "newest": "2026-11-28",
        "last_run": "20261120T060000Z",
        "state": "gates_failed",
        "says": "14 entries, expected at least 90",
    }
    out = StringIO()
    Console(file=out, width=100).print(status_table([row]))
    lines = out.getvalue().splitlines()
    [told] = [line for line in lines if "20261120T060000Z" in line]
    assert {"20261119T060000Z", "12", "2026-11-28", "gates_failed"} <= set(told.split())
    assert lines[-1] == f"{site}: 14 entries, expected at least 90"


def printed(shape: RenderableType) -> list[str]:
    out = StringIO()
    Console(file=out, width=100).print(shape)
    return out.getvalue().splitlines()


def test_nothing_that_differs_is_one_line() -> None:
    """The head of a table without rows stood below a title that it was too narrow for."""
    rows = {"earlier": "20261119T060000Z", "later": "20261120T060000Z", "new": [], "gone": [], "changed": []}
    assert printed(difference_table(rows)) == [
        "20261119T060000Z to 20261120T060000Z: 0 new, 0 gone, 0 changed"
    ]


def test_what_many_runs_say_alike_is_said_once() -> None:
    """A month of stale selectors was as many lines of the same words."""
    row = {
        "state": "published",
        "exit": 0,
        "entries": 9,
        "new": 0,
        "changed": 0,
        "records": 9,
        "latest": False,
    }
    says = ("stale selectors (3)", "", "stale selectors (3)", "no entry has a day")
    rows = [{**row, "run": f"2026112{day}T060000Z", "says": said} for day, said in enumerate(says)]
    assert printed(runs_table(rows))[-2:] == [
        "20261120T060000Z, 20261122T060000Z: stale selectors (3)",
        "20261123T060000Z: no entry has a day",
    ]


def test_in_a_first_dataset_every_entry_is_new(tmp_path: Path) -> None:
    """A schedule that ends with `diff` does not fail on its first day."""
    run = str(begun(tmp_path)["run"])
    lines = [entry(position, title=f"Conseil du {position} mars") for position in range(3)]
    write_records(build(raw(lines), site(), None, run), ledger.run_folder(tmp_path, run))
    (tmp_path / ledger.POINTER).write_text(json.dumps({"run": run}))
    rows = difference_rows(tmp_path, ())
    assert (rows["earlier"], rows["later"]) == (None, run)
    assert [row["title"] for row in rows["new"]] == [f"Conseil du {position} mars" for position in range(3)]
    assert (rows["gone"], rows["changed"]) == ([], [])
    assert printed(difference_table(rows))[0] == f"{run}, the first dataset: 3 new, 0 gone, 0 changed"
