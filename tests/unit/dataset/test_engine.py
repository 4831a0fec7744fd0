"""The build on Dask gives the bytes of the build in this process, and a fault of one site stays its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from pipelines.build import build
from pipelines.engine import PROCESSES, Done, Task, build_sites
from pipelines.errors import UsageError
from pipelines.history.former import Former
from pipelines.publish import write_records
from pipelines.raw import read_raw
from tests.rows import entry, site

TABLES = ("records.parquet", "records.csv", "changes.csv", "issues.csv", "rejects.jsonl")


def task(folder: Path, number: int, former: Path | None = None) -> Task:
    """One small site: entries in two lists, some cut, a double, and mojibake; every site another number of them."""
    lines = [entry(n, title=f"Séance numéro {n} de la ville {number}") for n in range(6 + number)]
    lines += [lines[3], entry(40, list="archives", title="La forÃªt", date="2026-10-02")]
    raw = folder / f"raw-{number}.jsonl"
    raw.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return Task(site(id=f"ville{number}"), "one", raw, folder / f"tables-{number}", former)


def in_this_process(given: Task, folder: Path) -> Path:
    """The tables as the job writes them."""
    former = Former(given.former) if given.former else None
    target = folder / f"here-{given.site.id}"
    target.mkdir()
    write_records(build(read_raw(given.raw), given.site, former, given.run), target)
    return target


@pytest.mark.parametrize("scheduler", [PROCESSES, "threads"])
def test_the_same_bytes_as_in_this_process(tmp_path: Path, scheduler: str) -> None:
    """Each site's tables are the same files, with a dataset before it and without, whoever works."""
    before = in_this_process(task(tmp_path, 0), tmp_path) / "records.parquet"
    tasks = [task(tmp_path, 1), task(tmp_path, 2), task(tmp_path, 3, before)]
    done = build_sites(tasks, scheduler=scheduler, workers=2)
    assert [(one.site, one.fault) for one in done] == [(f"ville{n}", "") for n in (1, 2, 3)]
    for given, one in zip(tasks, done, strict=True):
        here = in_this_process(given, tmp_path)
        for name in TABLES:
            assert (given.target / name).read_bytes() == (here / name).read_bytes(), (one.site, name)
    assert [one.rejects for one in done] == [1, 1, 1]
    assert [one.current for one in done] == [8, 9, 10]


def test_a_fault_of_one_site_stays_its_own(tmp_path: Path) -> None:
    """A run without raw lines is told; the site after it is built."""
    lost = Task(site(id="perdue"), "one", tmp_path / "no.jsonl", tmp_path / "lost")
    first, second = build_sites([lost, task(tmp_path, 1)], scheduler="synchronous")
    assert "no.jsonl: no raw entries" in first.fault
    assert not (tmp_path / "lost").exists()
    assert (second.fault, second.records) == ("", 8)


def test_two_tasks_never_write_to_one_folder(tmp_path: Path) -> None:
    """That is refused before anything is built."""
    with pytest.raises(UsageError, match="two tasks write there"):
        build_sites([task(tmp_path, 1), task(tmp_path, 1)])
    assert not (tmp_path / "tables-1").exists()


def test_no_tasks_are_none_done() -> None:
    """An empty list of runs is no fault."""
    assert build_sites([], scheduler="synchronous") == []


def test_without_dask_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A usage error with the extra's name, before anything is built."""
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(UsageError, match=r"pip install 'listmend\[dask\]'"):
        build_sites([task(tmp_path, 1)])
    assert not (tmp_path / "tables-1").exists()
    assert Done("x", "one").fault == ""
