"""Runs on disk: the lock, the pointer, verdicts that survive a kill."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import disk, ledger, processes, site_lock
from pipelines.errors import LockError, OutputError, UsageError
from pipelines.verdict import Verdict
from tests.rows import CLOCK

HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from pipelines import site_lock

with site_lock.locked(Path(sys.argv[1]), "run", datetime(2026, 11, 20, 6, tzinfo=UTC)):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_told_who_holds_the_site(tmp_path: Path) -> None:
    """The message names the process, its command and since when; the lock goes with the process, even killed."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lumen")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockError, match=rf"process {holder.pid} \(run\) since 2026-11-20 06:00:00 UTC"):
            site_lock.locked(tmp_path / "lumen", "run", CLOCK).__enter__()
        holder.kill()
    with site_lock.locked(tmp_path / "lumen", "run", CLOCK):
        assert f"process {os.getpid()}" in (tmp_path / "lumen" / ".lock").read_text()


def test_a_share_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs could meet there unseen: exit 2, and a folder elsewhere is asked for."""

    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(UsageError, match="expected a file system with locks, found one without") as told:
        site_lock.locked(tmp_path / "lumen", "run", CLOCK).__enter__()
    assert (told.value.code, told.value.next) == (2, "name another folder: --output FOLDER")


def test_a_share_that_syncs_no_folder_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some network shares answer; that a disk failed or is full is told as ever."""
    answer = errno.EINVAL

    def refused(_: int) -> None:
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr(os, "fsync", refused)
    disk.replace(tmp_path / "latest", "{}")
    assert (tmp_path / "latest").read_text() == "{}"
    answer = errno.EIO
    with pytest.raises(OutputError):
        disk.replace(tmp_path / "latest", "[]")


def test_runs_of_one_second_are_numbered_in_order(tmp_path: Path) -> None:
    """A clock that stands still does not make two runs one, and the tenth comes after the second."""
    names = [ledger.open_run(tmp_path, CLOCK) for _ in range(11)]
    assert names[:3] == ["20261120T060000Z", "20261120T060000Z-2", "20261120T060000Z-3"]
    assert [verdict["run"] for verdict in ledger.runs(tmp_path)] == names


def write(site_folder: Path, run: str, /, **verdict: object) -> str:
    folder = ledger.run_folder(site_folder, run)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text(json.dumps({"state": "published", **verdict}))
    return run


def test_runs_stand_in_the_order_they_began(tmp_path: Path) -> None:
    """A clock set back does not make a run older; runs without a number stand by name, behind the one before them."""
    names = [
        write(tmp_path, "20261118T060000Z"),
        write(tmp_path, "20261120T060000Z", number=1),
        write(tmp_path, "20261119T060000Z", number=2),
    ]
    half = ledger.open_run(tmp_path, CLOCK)
    assert [verdict["run"] for verdict in ledger.runs(tmp_path)] == [names[0], names[1], half, names[2]]
    assert ledger.next_number(tmp_path) == 3
    assert ledger.began_later(tmp_path, names[2], names[1])
    assert not ledger.began_later(tmp_path, names[1], names[2])
    assert ledger.began_later(tmp_path, names[1], "20261101T060000Z"), "one that was deleted"


WAITING = "import sys; sys.stdin.read()"


def test_a_run_whose_process_is_gone_was_killed(tmp_path: Path) -> None:
    """Alive it is running; killed it is not, before and after its parent has heard of it."""
    with subprocess.Popen([sys.executable, "-c", WAITING], stdin=subprocess.PIPE) as worker:
        said: Verdict = {"state": "running", **processes.process(worker.pid)}
        assert not processes.killed(said)
        worker.kill()
        os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)
        assert processes.killed(said)
    assert processes.killed(said)


@pytest.mark.parametrize(
    ("why", "change", "killed"),
    [
        ("this process", {}, False),
        ("another process bears its number now", {"process_began": "0"}, True),
        ("a process of another machine", {"host": "elsewhere.example", "process_began": "0"}, False),
        ("a run of a version that did not say", {"host": None, "process_began": "0"}, False),
        ("a run that ended", {"state": "published", "process_began": "0"}, False),
    ],
)
def test_what_tells_a_killed_run(why: str, change: Verdict, killed: bool) -> None:
    """The same machine, and no process of that number that began then."""
    assert processes.killed({"state": "running", **processes.process(), **change}) == killed, why


def test_a_run_without_a_verdict_is_crashed(tmp_path: Path) -> None:
    """Half a verdict, or none, is no success."""
    first, second = ledger.open_run(tmp_path, CLOCK), ledger.open_run(tmp_path, CLOCK)
    (ledger.run_folder(tmp_path, second) / "run.json").write_text('{"state": "publ')
    assert [verdict["state"] for verdict in ledger.runs(tmp_path)] == ["crashed", "crashed"]
    assert first != second


def test_a_copy_of_a_run_is_not_that_run_again(tmp_path: Path) -> None:
    """What a backup left among the runs stood in `runs` under the name of the run that it was copied from."""
    run = write(tmp_path, "20261118T060000Z", run="20261118T060000Z", number=1)
    for name in (f"{run}.bak", f"{run}-old", "2026 copy"):
        write(tmp_path, name, run=run, number=1)
    write(tmp_path, f"{run}-2", run=run, number=2)
    assert [verdict["run"] for verdict in ledger.runs(tmp_path)] == [run, f"{run}-2"]


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """Nothing but the file is left behind, and the old one stands when the new one cannot be written."""
    file = tmp_path / "latest"
    disk.replace(file, "one\n")
    disk.replace(file, "two\n")
    assert [path.name for path in tmp_path.iterdir()] == ["latest"]
    assert file.read_text() == "two\n"


def test_a_pointer_that_is_no_pointer_says_what_it_should_be(tmp_path: Path) -> None:
    """A damaged pointer is not taken for an empty dataset."""
    (tmp_path / "latest").write_text("{}")
    with pytest.raises(UsageError, match="not a pointer to a run"):
        ledger.latest(tmp_path)


def test_an_unknown_run_names_the_newest(tmp_path: Path) -> None:
    """A user who mistypes a run sees those there are."""
    run = ledger.open_run(tmp_path, CLOCK)
    (tmp_path / "latest").write_text(json.dumps({"run": run}))
    assert ledger.need_run(tmp_path, None) == run
    for other in ("2025", "..", "../runs", str(tmp_path)):  # no folder but those of runs, wherever it is
        with pytest.raises(UsageError, match=f"no run '{other}'; newest runs: {run}"):
            ledger.need_run(tmp_path, other)


def test_a_path_that_is_a_file_is_the_users_to_change(tmp_path: Path) -> None:
    """An output folder that is a file ends in a message, not in a traceback."""
    (tmp_path / "output").write_text("")
    with pytest.raises(UsageError, match="not a folder"):
        ledger.open_run(tmp_path / "output" / "lumen", CLOCK)


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ('{"state": "published", "counts": 5, "crawl": null}', "published"),
        ('{"state": 3, "run": [], "former": 1}', "crashed"),
        ('["published"]', "crashed"),
        ('{"state": "published", "clock": "yesterday"}', "published"),
        ('{"state": "published", "clock": "2026-11-20T06:00:00"}', "published"),
    ],
)
def test_what_an_edit_left_of_another_type_is_not_there(tmp_path: Path, written: str, state: str) -> None:
    """A number for a table of counts ended `status` in a traceback; what else the file says counts."""
    folder = ledger.run_folder(tmp_path, "20261120T060000Z")
    folder.mkdir(parents=True)
    (folder / ledger.VERDICT).write_text(written, encoding="utf-8")
    assert ledger.read_verdict(folder) == {"run": "20261120T060000Z", "state": state}


def test_a_folder_in_place_of_a_verdict_is_none(tmp_path: Path) -> None:
    """The run is called crashed, as without one."""
    (tmp_path / ledger.VERDICT).mkdir()
    assert ledger.read_verdict(tmp_path)["state"] == "crashed"
