"""A run that does not come to its end: Ctrl-C, SIGTERM of systemd and containers, `kill -9`, a full disk, a second run."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipelines import ledger, load
from pipelines.verdict import Verdict
from tests.commands import command, listmend, plain, site_folder
from tests.web import Web, listing, served

LIST, OTHER = "/fr/actualites/", "/fr/presse/"


@pytest.fixture
def web() -> Iterator[Web]:
    pages = {LIST: listing(range(1, 13)), OTHER: listing(range(13, 25))}
    with served({**pages, "/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        yield web


def run(web: Web, output: Path) -> subprocess.CompletedProcess[str]:
    return listmend("run", web.address + LIST, output=output)


def begun(*words: str, output: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "scraper.cli", *words, "--output", str(output), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.fspath(Path(__file__).parents[2])},
    )  # fmt: skip


def newest(output: Path) -> Verdict:
    """How the newest run of the one site stands, as its folder tells."""
    runs = [run for site in output.iterdir() for run in ledger.runs(site)]
    return runs[-1] if runs else {}


def once(true: Callable[[], object], process: subprocess.Popen[str]) -> None:
    while not true():
        assert process.poll() is None
        time.sleep(0.01)


def test_a_stop_while_a_run_is_built_is_an_interruption(web: Web, tmp_path: Path) -> None:
    """Exit 130 and a verdict, as in the crawl: the former dataset stands, and what was crawled can be built."""
    begun("run", web.address + LIST, output=tmp_path).communicate(timeout=120)
    (site,) = tmp_path.iterdir()
    before = ledger.latest(site)
    process = begun("run", web.address + LIST, output=tmp_path)
    once(lambda: newest(tmp_path).get("crawl") and newest(tmp_path)["run"] != before, process)
    process.send_signal(signal.SIGTERM)
    out, told = process.communicate(timeout=60)
    assert (process.returncode, json.loads(out)["exit"], "Traceback" in told) == (130, 130, False)
    assert (newest(tmp_path)["state"], ledger.latest(site)) == ("interrupted", before)
    assert len(load(site)) == 12
    again = begun("build", site.name, "--run", newest(tmp_path)["run"], output=tmp_path)
    again.communicate(timeout=120)
    assert (again.returncode, newest(tmp_path)["state"]) == (0, "published")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_behind_the_verdict_changes_no_ending(web: Web, tmp_path: Path, number: int) -> None:
    """What was published is told as published: a schedule that stops a command as it ends hears 0, not a signal."""
    process = begun("run", web.address + LIST, output=tmp_path)
    assert process.stdout
    told = json.loads(process.stdout.readline())
    while process.poll() is None:
        process.send_signal(number)
        time.sleep(0.001)
    rest, faults = process.communicate()
    assert (told["state"], process.returncode, rest, faults) == ("published", 0, "", "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_ends_the_site_that_runs_and_no_other_begins(web: Web, tmp_path: Path, number: int) -> None:
    """Of several sites: the one under way gets its seconds and its verdict, and nothing of the command is left behind."""
    web.delay = 1.0
    process = begun("run", web.address + LIST, web.address + OTHER, output=tmp_path)
    once(lambda: web.asked and "process" in newest(tmp_path), process)
    run = newest(tmp_path)
    process.send_signal(number)
    out, told = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in told) == (130, False)
    assert [json.loads(line)["exit"] for line in out.splitlines()] == [130]
    assert [newest(tmp_path)["run"], newest(tmp_path)["state"]] == [run["run"], "interrupted"]
    with pytest.raises(ProcessLookupError):
        os.kill(run["process"], 0)
    assert OTHER not in web.asked
    assert told.splitlines()[-1] == f"listmend: stopped; not begun: {web.address}{OTHER}"


def test_a_stop_that_cannot_be_answered_is_a_stop(web: Web, tmp_path: Path) -> None:
    """The reader of the log is gone, as `2>&1 | tee` is that was ended first: no further page is asked for."""
    chain = [LIST, *(f"{LIST}{number}" for number in range(2, 12))]
    for number, (path, after) in enumerate(zip(chain, [*chain[1:], ""], strict=True)):
        web.pages[path] = listing(range(20 * number, 20 * number + 12), after)
    web.delay = 1.0
    reader, log = os.pipe()
    os.close(reader)
    process = subprocess.Popen(command("run", web.address + LIST, output=tmp_path), stdout=log, stderr=log)
    os.close(log)
    while chain[1] not in web.asked:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 130
    assert newest(tmp_path)["state"] == "interrupted"
    assert chain[-1] not in web.asked


@pytest.mark.parametrize("room", [0, 3000])
def test_a_full_disk_leaves_the_former_dataset(web: Web, tmp_path: Path, room: int) -> None:
    """A write that fails ends with 1 and a message, were it the first byte; what was published still loads."""
    assert run(web, tmp_path).returncode == 0
    before = ledger.latest(site_folder(tmp_path))

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ended = listmend("run", web.address + LIST, output=tmp_path, preexec_fn=small)
    assert (ended.returncode, plain(ended)) == (1, True)
    assert ledger.latest(site_folder(tmp_path)) == before
    assert len(load(site_folder(tmp_path))) == 12


def test_a_disk_that_the_archive_fills_is_no_fault_of_the_site(web: Web, tmp_path: Path) -> None:
    """The bytes of a page take the last room, and what was read of others would still have some: exit 1, and the disk is named."""
    assert run(web, tmp_path).returncode == 0
    before = ledger.latest(site_folder(tmp_path))
    web.pages[LIST] += b"<!-- " + os.urandom(150_000).hex().encode() + b" -->"

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    ended = listmend("run", web.address + LIST, output=tmp_path, preexec_fn=small)
    assert (ended.returncode, plain(ended)) == (1, True)
    assert "cannot be written (File too large)" in ended.stderr
    assert ledger.latest(site_folder(tmp_path)) == before


def test_a_table_that_the_disk_has_no_room_for_leaves_no_half_of_it(web: Web, tmp_path: Path) -> None:
    """The folder of a run that was not published holds no records, and no hidden part of them."""
    web.pages[LIST] = listing(range(1, 100))

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    ended = listmend("run", web.address + LIST, output=tmp_path, preexec_fn=small)
    assert (ended.returncode, "cannot be written (File too large)" in ended.stderr) == (1, True)
    (folder,) = (site_folder(tmp_path) / "runs").iterdir()
    assert sorted(file.name for file in folder.iterdir()) == [
        "crawl.log",
        "raw.jsonl",
        "raw.warc.gz",
        "run.json",
    ]
    assert ledger.read_verdict(folder)["state"] == "crashed"


@pytest.mark.parametrize("after", [0.4, 0.9, 1.4, 1.9])
def test_a_run_killed_at_any_moment_leaves_the_former_dataset(web: Web, tmp_path: Path, after: float) -> None:
    """`kill -9` in start-up, crawl or build: the former dataset loads, the next run says what it found and goes on."""
    assert run(web, tmp_path).returncode == 0
    before = ledger.latest(site_folder(tmp_path))
    web.delay = 0.2
    victim = subprocess.Popen(
        command("run", web.address + LIST, output=tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    victim.kill()
    victim.wait()
    web.delay = 0
    assert len(load(site_folder(tmp_path))) == 12
    at_work = ledger.runs(site_folder(tmp_path))[-1]["state"] == "running"
    ended = run(web, tmp_path)
    assert ended.returncode == 0
    if at_work:
        assert ledger.latest(site_folder(tmp_path)) != before
        assert "ended before its verdict, killed or without room" in " ".join(
            ended.stdout.replace("│", " ").split()
        )
        crashed = [each for each in ledger.runs(site_folder(tmp_path)) if each["state"] == "crashed"]
        assert [each["says"] for each in crashed] == [
            "ended before its verdict: killed, or no room to write it"
        ]


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_ends_with_130_and_publishes_nothing(web: Web, tmp_path: Path, times: int) -> None:
    """An interrupted crawl has a verdict and keeps the former dataset; pressed again it ends at once, and says so."""
    assert run(web, tmp_path).returncode == 0
    before = ledger.latest(site_folder(tmp_path))
    web.delay = 2
    asked = len(web.asked)
    process = subprocess.Popen(
        command("run", web.address + LIST, output=tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while len(web.asked) == asked:
        time.sleep(0.05)
    for _ in range(times):
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert ("NOT PUBLISHED: interrupted" if times == 1 else "interrupted; what stood before stands") in told
    assert "Traceback" not in told
    assert ledger.latest(site_folder(tmp_path)) == before
    assert ledger.runs(site_folder(tmp_path))[-1]["state"] == "interrupted"


def test_a_stop_that_is_ignored_at_the_start_stays_ignored(web: Web, tmp_path: Path) -> None:
    """A shell starts `listmend run … &` without SIGINT: another command's Ctrl-C ends nothing, SIGTERM still does."""
    web.delay = 1.5
    for number, code, state in ((signal.SIGINT, 0, "published"), (signal.SIGTERM, 130, "interrupted")):
        web.asked.clear()
        process = subprocess.Popen(
            command("run", web.address + LIST, output=tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        )
        once(lambda: web.asked, process)
        for group in (
            (process.pid, newest(tmp_path)["process"]) if number == signal.SIGINT else (process.pid,)
        ):
            os.kill(group, number)
        process.communicate(timeout=120)
        assert (process.returncode, newest(tmp_path)["state"]) == (code, state)


def test_two_runs_of_one_site_at_once(web: Web, tmp_path: Path) -> None:
    """The second says who holds the site and ends with 2."""
    web.delay = 1.5
    first = subprocess.Popen(
        command("run", web.address + LIST, output=tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not web.asked:
        time.sleep(0.05)
    second = run(web, tmp_path)
    assert (second.returncode, plain(second)) == (2, True)
    assert f"process {first.pid}" in second.stderr
    assert first.wait(60) == 0
