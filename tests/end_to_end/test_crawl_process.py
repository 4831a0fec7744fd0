"""The job and its crawl are two processes; whichever ends first, nothing is left running and the run has a verdict."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pipelines import ledger, load
from tests.web import LIST, Web


def started(web: Web, output: Path) -> tuple[subprocess.Popen[str], int]:
    """A run whose crawl waits for an answer, and the crawl's process."""
    asked = len(web.asked)
    job = subprocess.Popen(
        [sys.executable, "-m", "scraper.cli", "run", web.address + LIST, "--output", str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while len(web.asked) == asked:
        time.sleep(0.05)
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(job.pid)], check=True, capture_output=True, text=True
    )
    (crawl,) = found.stdout.split()
    return job, int(crawl)


def gone(process: int, within: float) -> bool:
    """Whether a process has ended within some seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_crawl_that_is_killed_leaves_the_job_to_tell(web: Web, tmp_path: Path) -> None:
    """Exit 1, one plain message, a run that says so, the former dataset as it was."""
    job, _ = started(web, tmp_path)
    job.communicate(timeout=60)
    (folder,) = tmp_path.iterdir()
    before = ledger.latest(folder)
    web.delay = 5
    job, crawl = started(web, tmp_path)
    os.kill(crawl, signal.SIGKILL)
    told, _ = job.communicate(timeout=60)
    assert job.returncode == 1
    assert "ended by signal 9 before its outcome" in " ".join(told.split())
    assert "Traceback" not in told
    assert ledger.runs(folder)[-1]["state"] == "crashed"
    assert ledger.latest(folder) == before
    assert len(load(folder)) == 12


def test_a_crawl_ends_with_its_job(web: Web, tmp_path: Path) -> None:
    """`kill -9` of the job: its crawl asks for nothing more."""
    web.delay = 20
    job, crawl = started(web, tmp_path)
    job.kill()
    job.communicate(timeout=60)
    assert gone(crawl, within=10)


def test_a_terminal_s_two_keys_end_at_once(web: Web, tmp_path: Path) -> None:
    """The first Ctrl-C waits for what is under way, the second for nothing; the run is interrupted, exit 130."""
    web.delay = 20
    job, crawl = started(web, tmp_path)
    job.send_signal(signal.SIGINT)
    time.sleep(0.5)
    job.send_signal(signal.SIGINT)
    told, _ = job.communicate(timeout=15)
    assert job.returncode == 130
    assert "Traceback" not in told
    assert gone(crawl, within=1)
    (folder,) = tmp_path.iterdir()
    assert ledger.runs(folder)[-1]["state"] == "interrupted"


def test_the_output_of_a_run_is_its_verdict_alone(web: Web, tmp_path: Path) -> None:
    """Nothing that the crawl's process prints reaches stdout: `--json` is one object."""
    ended = subprocess.run(
        [sys.executable, "-m", "scraper.cli", "run", web.address + LIST, "--output", str(tmp_path), "--json"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.stdout.startswith("{")
    assert ended.stdout.rstrip().endswith("}")
    # on a machine that is slow enough for them there are lines of counts
    assert [line for line in ended.stderr.splitlines() if " entries" not in line] == []


def test_a_crawl_starts_without_the_libraries_of_the_build() -> None:
    """Half a second and 60 MB: pandas and Arrow belong to the job's process."""
    asked = "import sys, scraper.crawl, scraper.spiders.listing, scraper.settings as s, importlib as i;"
    asked += "[i.import_module(n.rpartition('.')[0]) for n in s.DOWNLOADER_MIDDLEWARES if n.startswith('scraper')];"
    asked += "print([n for n in ('scrapy', 'pandas', 'pyarrow') if n in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert ended.stdout == "['scrapy']\n"
