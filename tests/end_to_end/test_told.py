"""What a run left, read back by the verbs, and what a person reads when a call or a terminal is odd."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import ledger, load
from tests.commands import command, listmend, plain, site_folder
from tests.web import LIST, Web, listing


def run(web: Web, output: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return listmend("run", web.address + LIST, *flags, output=output)


def test_explain_runs_status_diff_and_report_read_what_a_run_left(web: Web, tmp_path: Path) -> None:
    """Every verb that reads answers for a site made from an address, as text and as JSON."""
    assert run(web, tmp_path).returncode == 0
    web.pages[LIST] = listing(range(13))
    assert run(web, tmp_path).returncode == 0
    site = site_folder(tmp_path).name
    row = load(site_folder(tmp_path))["id"].iloc[0]
    told = listmend("explain", site, row, output=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "language fr, because" in told.stdout
    assert "date 2026-10-" in told.stdout
    as_data = json.loads(listmend("explain", site, row, "--json", output=tmp_path).stdout)
    assert as_data["id"] == row
    assert as_data["language_confidence"] == round(as_data["language_confidence"], 4), (
        "as records.csv shows it"
    )
    runs = json.loads(listmend("runs", site, "--json", output=tmp_path).stdout)
    assert [(one["state"], one["latest"]) for one in runs] == [("published", False), ("published", True)]
    assert json.loads(listmend("status", "--json", output=tmp_path).stdout)[0]["records"] == 13
    assert [
        len(json.loads(listmend("diff", site, "--json", output=tmp_path).stdout)[k]) for k in ("new", "gone")
    ] == [1, 0]
    assert Path(listmend("report", site, output=tmp_path).stdout.strip()).is_file()


def test_a_title_cannot_speak_to_the_terminal(web: Web, tmp_path: Path) -> None:
    """Control sequences of a page are spelled out wherever a person reads; JSON and dataset hold the cell as it came."""
    web.pages[LIST] = web.pages[LIST].replace(b"Le conseil", b"Le \x1b]0;mine\x07\x1b[31mconseil")
    ran = run(web, tmp_path)
    assert ran.returncode == 0, ran.stderr
    row = load(site_folder(tmp_path)).iloc[0]
    assert row["title_raw"].startswith("Le \x1b]0;mine\x07\x1b[31mconseil")
    told = listmend("explain", site_folder(tmp_path).name, row["id"], output=tmp_path)
    assert "\x1b" not in ran.stdout + told.stdout
    assert "Le <1B>]0;mine<07><1B>[31mconseil" in told.stdout
    asked = listmend("explain", site_folder(tmp_path).name, row["id"], "--json", output=tmp_path)
    assert json.loads(asked.stdout)["raw"]["title_raw"] == row["title_raw"]
    gone = listmend("explain", site_folder(tmp_path).name, "\x1b[31m", output=tmp_path)
    assert (gone.returncode, "\x1b" in gone.stderr) == (2, False)


def test_a_command_too_long_for_the_box_can_be_copied(web: Web, tmp_path: Path) -> None:
    """It stands below the box on one line of its own, whatever the width: the box's frame would stand in its midst."""
    output = tmp_path / "datasets of the town and of the county beside it"
    crawled = listmend("crawl", web.address + LIST, output=output)
    assert crawled.returncode == 0, crawled.stderr
    (run_,) = ledger.runs(site_folder(output))
    then = f"next  listmend build {site_folder(output).name} --run {run_['run']} --output '{output}'"
    assert crawled.stdout.splitlines()[-1] == then
    assert listmend(*shlex.split(then)[2:-2], output=output).returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ("runs", "lumen"),
        ("explain", "lumen", "abc"),
        ("run",),
        ("run", "lumen"),
        ("run", "lumen", "--all"),
        ("nonsense",),
    ],
)
def test_what_does_not_exist_is_a_usage_error(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Unknown sites, rows and verbs end with 2 and a message."""
    ended = listmend(*words, output=tmp_path)
    assert (ended.returncode, plain(ended)) == (2, True)


@pytest.mark.parametrize("name", ["ftp://lumen.example/", "file:///etc/passwd", ""])
def test_what_names_no_site_is_told_plainly(tmp_path: Path, name: str) -> None:
    """Neither an id, nor a file, nor an address."""
    ended = listmend("run", name, output=tmp_path)
    assert (ended.returncode, plain(ended)) == (2, True)
    assert "neither an id, nor a .toml file, nor an http or https address" in ended.stderr


@pytest.mark.parametrize(
    "words", ["status --json", "status", "mend in.csv -o -", "run --help", "--help", "--version"]
)
def test_a_reader_that_goes_away_is_no_crash(web: Web, tmp_path: Path, words: str) -> None:
    """`listmend status | head -0` is quiet and ends with 0, also for a shell that asks every command of a pipe."""
    assert run(web, tmp_path / "output").returncode == 0
    (tmp_path / "in.csv").write_text("title\nDie Brücke Ã¶ffnet morgen früher\n", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "scraper.cli", *words.split()],
        check=False, stdout=writer, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.fspath(Path(__file__).parents[2])},
    )  # fmt: skip
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_next_command_of_a_service_can_be_typed_anywhere(web: Web, tmp_path: Path) -> None:
    """A service works in `/`, and whoever reads its log does not: the interpreter is named from the root."""
    bare = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": os.fspath(Path(__file__).parents[2])}
    words = command("run", web.address + LIST, output=tmp_path)
    ended = subprocess.run(words, check=False, capture_output=True, text=True, cwd="/", env=bare)
    assert f" {sys.executable} -c " in ended.stdout


def test_a_folder_that_was_deleted_is_told_before_any_request(web: Web, tmp_path: Path) -> None:
    """A deployment replaced it under a shell that stayed: exit 2, where the run came to its end and crashed there."""
    (tmp_path / "gone").mkdir()
    words = command("run", web.address + LIST, output=tmp_path)
    there = {**os.environ, "PYTHONPATH": os.fspath(Path(__file__).parents[2])}
    ended = subprocess.run(
        ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *words],
        check=False, capture_output=True, text=True, cwd=tmp_path / "gone", env=there,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (
        2,
        "listmend: the working folder was deleted\nnext: cd to a folder that is there, and run again\n",
    )
    assert not web.asked


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_verdict_that_cannot_be_printed_does_not_change_the_ending(
    web: Web, tmp_path: Path, encoding: str
) -> None:
    """A log on a full disk, or one in ASCII, is told on standard error; the run was published all the same."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command("run", web.address + LIST, output=tmp_path),
            check=False, stdout=full, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONIOENCODING": encoding},
        )  # fmt: skip
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    assert "standard output: cannot be written" in ended.stderr
    assert run(web, tmp_path, "--json").returncode == 0


@pytest.mark.parametrize("gone", ["full", "closed"])
def test_a_log_of_both_streams_that_takes_nothing_changes_no_ending(
    web: Web, tmp_path: Path, gone: str
) -> None:
    """One log for both, as cron writes it, on a full disk or with its reader gone: the code is the run's."""
    with Path("/dev/full").open("w") as full:
        reader, writer = os.pipe()
        os.close(reader)
        log = full.fileno() if gone == "full" else writer
        for words, code in ((["run", web.address + LIST], 0), (["run", "nowhere"], 2), (["nonsense"], 2)):
            ended = subprocess.run(
                command(*words, output=tmp_path), check=False, stdout=log, stderr=log, timeout=120
            )
            assert ended.returncode == code, words
        os.close(writer)
    assert len(load(site_folder(tmp_path))) > 0
