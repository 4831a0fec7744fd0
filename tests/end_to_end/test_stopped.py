"""SIGTERM, which systemd, containers and cron's machines stop a command with, and Ctrl-C while several sites run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines import ledger, load
from tests.web import Web, listing, served

LIST, OTHER = "/fr/actualites/", "/fr/presse/"


@pytest.fixture
def web() -> Iterator[Web]:
    pages = {LIST: listing(range(1, 13)), OTHER: listing(range(13, 25))}
    with served({**pages, "/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        yield web


def begun(*words: str, output: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "scraper.cli", *words, "--output", str(output), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.fspath(Path(__file__).parents[2])},
    )  # fmt: skip


def newest(output: Path) -> dict[str, Any]:
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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
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
