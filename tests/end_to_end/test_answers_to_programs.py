"""`--json`: one object whatever the exit code; and `run --all`, which a schedule calls."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pipelines import ledger
from scraper.which_site import BUNDLED
from tests.web import LIST, Web


def begun(*words: str, folder: Path) -> subprocess.Popen[str]:
    named = {name: value for name, value in os.environ.items() if name != "LISTMEND_SITES"}
    return subprocess.Popen(
        [sys.executable, "-m", "scraper.cli", *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder, start_new_session=True,
        env={**named, "PYTHONPATH": os.fspath(Path(__file__).parents[2])},
    )  # fmt: skip


def listmend(*words: str, folder: Path) -> tuple[int, list[dict[str, Any]], str]:
    """The exit code, the objects on standard output, and what a person was told."""
    process = begun(*words, folder=folder)
    out, told = process.communicate(timeout=120)
    return process.returncode, [json.loads(line) for line in out.splitlines()], told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("run", "nosuch"), "no site file 'nosuch'"),
        (("run", "--all"), "no site file of your own; looked at sites/*.toml"),
        (("run", "--nosuch"), "No such option"),
        (("runs", "nosuch"), "no runs of a site 'nosuch'"),
        (("build", "nosuch"), "no site file 'nosuch'"),
        (("forget", "--all"), "no bound"),
        (("mend", "nosuch.csv", "-o", "out.csv"), "nosuch.csv: no such file"),
    ],
)
def test_a_program_is_told_why_a_command_cannot_be(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    """Exit 2 is an object like every other ending, and a person reads the same on standard error."""
    code, (answer,), told = listmend(*words, "--json", folder=tmp_path)
    assert (code, answer["exit"], sorted(answer)) == (2, 2, ["exit", "next", "says"])
    assert says in answer["says"]
    assert says in told
    assert answer["next"] in told


def test_a_stream_of_rows_is_no_place_for_an_answer(tmp_path: Path) -> None:
    """Where the table goes to standard output, the object goes to the other."""
    code, rows, told = listmend("mend", "nosuch.csv", "-o", "-", "--json", folder=tmp_path)
    assert (code, rows) == (2, [])
    assert json.loads(told.splitlines()[-1])["exit"] == 2


def test_a_site_that_cannot_be_reached_is_told_once(web: Web, tmp_path: Path) -> None:
    """A run's own verdict is the object, whatever its exit; `add` has none and prints the short one."""
    web.status[LIST] = 503
    for word in ("run", "add"):
        code, (answer,), _ = listmend(word, web.address + LIST, "--json", folder=tmp_path)
        assert (code, answer["exit"], "says" in answer) == (4, 4, True)


def test_all_are_the_sites_of_the_folder_and_no_bundled_one(web: Web, tmp_path: Path) -> None:
    """A schedule crawls what its user wrote down."""
    (tmp_path / "sites").mkdir()
    for name in ("quai", "town"):
        (tmp_path / "sites" / f"{name}.toml").write_text(f'start = "{web.address}{LIST}"\n')
    code, answers, _ = listmend("run", "--all", "--json", folder=tmp_path)
    assert (code, [answer["site"] for answer in answers]) == (0, ["quai", "town"])
    assert sorted(folder.name for folder in (tmp_path / "output").iterdir()) == ["quai", "town"]
    assert [*BUNDLED.glob("*.toml")]


def test_where_there_is_no_site_file_a_bundled_one_is_named_and_not_run(tmp_path: Path) -> None:
    """The message says where it looked, and how a bundled site is run."""
    code, _, told = listmend("run", "--all", folder=tmp_path)
    assert (code, [*tmp_path.iterdir()]) == (2, [])
    assert all(file.stem in told for file in BUNDLED.glob("*.toml"))


def test_a_run_of_several_that_the_system_ends_is_a_crash(web: Web, tmp_path: Path) -> None:
    """Killed for want of memory, for one: the others are run, the gravest code counts, and the object says which it was."""
    web.delay = 1.0
    other = web.address + "/autre/"
    web.pages["/autre/"] = web.pages[LIST]
    process = begun("run", web.address + LIST, other, "--json", folder=tmp_path)
    while not (runs := [*tmp_path.glob("output/*/runs/*/run.json")]):
        assert process.poll() is None
        time.sleep(0.05)
    os.kill(ledger.read_verdict(runs[0].parent)["process"], signal.SIGKILL)
    web.delay = 0.0
    out, told = process.communicate(timeout=120)
    killed, published = [json.loads(line) for line in out.splitlines()]
    assert (process.returncode, killed["exit"], published["exit"]) == (1, 1, 0)
    assert killed["says"] == f"{web.address}{LIST}: its run was ended by signal 9"
    assert killed["says"] in told
