"""`build` and what lies before it: crawls built late, crawls that are a part, and a run killed as it was published."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines import disk, ledger, load
from pipelines.verdict import Verdict
from scraper.job import rebuild, run_site
from scraper.site import SiteFile
from scraper.verbs.explain import explained
from scraper.verbs.overview import difference_rows, run_rows
from tests.web import LIST, Web, listing, served

FIRST = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


@pytest.fixture
def web() -> Iterator[Web]:
    with served({LIST: listing(range(20, 30)), "/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        yield web


def site_of(web: Web) -> SiteFile:
    return SiteFile(id="town", start=[web.address + LIST])


def day(number: int) -> datetime:
    return FIRST + timedelta(days=number)


def crawled(web: Web, output: Path, number: int, entries: range) -> str:
    """Crawl these entries and build nothing; gives the run."""
    web.pages[LIST] = listing(entries)
    return str(run_site(site_of(web), output, day(number), crawl_only=True)["run"])


def built(web: Web, output: Path, number: int, run: str, *, accept: bool = False) -> Verdict:
    return rebuild(site_of(web), output, run, day(number), accept=accept)


def test_crawls_built_in_their_order_lose_no_entry(web: Web, tmp_path: Path) -> None:
    """Each is built upon the one before it; built once more it gives the same bytes."""
    runs = [crawled(web, tmp_path, number, range(20 - 5 * number, 30 - 5 * number)) for number in range(3)]
    made = [built(web, tmp_path, 3 + number, run) for number, run in enumerate(runs)]
    assert [verdict["former"] for verdict in made] == [None, made[0]["run"], made[1]["run"]]
    assert [verdict["counts"]["records"] for verdict in made] == [10, 15, 20]
    again = built(web, tmp_path, 6, runs[2])
    one, two = (ledger.run_folder(tmp_path / "town", verdict["run"]) for verdict in (made[2], again))
    for name in ("records.csv", "records.parquet"):
        assert (one / name).read_bytes() == (two / name).read_bytes()


def test_a_crawl_is_not_built_upon_what_was_set_aside(web: Web, tmp_path: Path) -> None:
    """A pointer set back by hand takes a run out; a later run that was built without it is built without it again."""
    runs = []
    for number, entries in enumerate((range(20, 30), range(10, 20), range(15, 25))):
        web.pages[LIST] = listing(entries)
        runs.append(str(run_site(site_of(web), tmp_path, day(number))["run"]))
        if number == 1:
            disk.replace(tmp_path / "town" / ledger.POINTER, json.dumps({"run": runs[0]}))
    assert built(web, tmp_path, 3, runs[2])["former"] == runs[0]


def test_a_relaunch_that_is_accepted_leaves_one_record_an_entry(web: Web, tmp_path: Path) -> None:
    """The gate stops it and names the way; then ids and first days stay, and `explain` and `diff` tell what happened."""
    site, folder = site_of(web), tmp_path / "town"
    run_site(site, tmp_path, FIRST)
    before = load(folder)
    web.pages[LIST] = listing(range(20, 30)).replace(b"/article-", b"/neu/2026/")
    stopped = run_site(site, tmp_path, day(1))
    assert (stopped["exit"], stopped["counts"]["renamed"]) == (3, 10)
    assert f"--accept --output {tmp_path} (the 10 then keep their ids)" in stopped["says"]
    taken = built(web, tmp_path, 2, stopped["run"], accept=True)
    after = load(folder)
    assert (taken["exit"], len(after)) == (0, 10)
    assert after["id"].tolist() == before["id"].tolist()
    assert after["first_seen"].equals(before["first_seen"])
    assert after["url"].str.contains("/neu/2026/").all()
    told = explained(folder, after["id"].iloc[3], None)
    assert (told["id"], told["url"]) == (after["id"].iloc[3], after["url"].iloc[3])
    assert [step["step"] for step in told["steps"]] == ["carried"]
    trail = ledger.run_folder(folder, taken["run"]) / "changes.csv"
    trail.write_text(trail.read_text(encoding="utf-8").replace("step", "rung", 1), encoding="utf-8")
    assert explained(folder, after["id"].iloc[3], None) == told, "a former version's names of columns"
    found = difference_rows(folder, ())
    assert (found["new"], found["gone"], len(found["changed"])) == ([], [], 10)
    again = run_site(site, tmp_path, day(3))
    assert (again["exit"], again["counts"]["unchanged"], again["counts"]["renamed"]) == (0, 10, 0)


def listmend(*words: str, output: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "scraper.cli", *words, "--output", str(output), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("how", "told"), [(signal.SIGINT, "was interrupted"), (signal.SIGKILL, "did not come to its end")]
)
def test_a_part_of_a_crawl_is_published_only_if_asked_for(
    web: Web, tmp_path: Path, how: signal.Signals, told: str
) -> None:
    """What came before Ctrl-C or `kill -9` is built and shown; the former dataset stands until somebody accepts it."""
    site, entries = site_of(web), range(20, 30)
    former = run_site(site, tmp_path, FIRST)["run"]
    web.pages[LIST] = listing(entries, f"{LIST}?page=2")
    web.pages[f"{LIST}?page=2"] = listing(range(10, 20), f"{LIST}?page=3")
    web.pages[f"{LIST}?page=3"] = listing(range(10))
    file = tmp_path / "town.toml"
    file.write_text(f'start = "{web.address}{LIST}"\n')
    web.delay, web.asked[:] = 0.4, []
    process = listmend("run", str(file), "--clock", "2026-11-21T06:00:00Z", output=tmp_path)
    while f"{LIST}?page=2" not in web.asked:
        time.sleep(0.02)
    process.send_signal(how)
    process.communicate(timeout=60)
    web.delay = 0
    run = str(ledger.runs(tmp_path / "town")[-1]["run"])
    refused = built(web, tmp_path, 2, run)
    assert (refused["state"], refused["exit"], ledger.latest(tmp_path / "town")) == (
        "gates_failed",
        3,
        former,
    )
    assert f"the crawl {run} {told}: its lists may go on" in refused["says"]
    assert f"listmend build town --run {run} --accept" in refused["says"]
    taken = built(web, tmp_path, 3, run, accept=True)
    assert (taken["state"], taken["says"]) == ("published", f"the crawl {run} {told}: its lists may go on")
    assert built(web, tmp_path, 4, refused["run"])["state"] == "gates_failed"


def test_a_crawl_killed_before_its_first_page_names_other_runs(web: Web, tmp_path: Path) -> None:
    """Nothing came, so nothing is told of it: the next command stands alone."""
    former = run_site(site_of(web), tmp_path, FIRST)["run"]
    file = tmp_path / "town.toml"
    file.write_text(f'start = "{web.address}{LIST}"\n')
    web.delay, web.asked[:] = 2, []
    process = listmend("run", str(file), "--clock", "2026-11-21T06:00:00Z", output=tmp_path)
    while LIST not in web.asked:
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=60)
    refused = built(web, tmp_path, 2, str(ledger.runs(tmp_path / "town")[-1]["run"]))
    assert (refused["state"], ledger.latest(tmp_path / "town")) == ("gates_failed", former)
    assert f"{former} stands; listmend runs town --output" in refused["says"]


def test_a_crawl_that_was_whole_is_built_though_its_build_was_killed(web: Web, tmp_path: Path) -> None:
    """Only what was crawled counts."""
    run = crawled(web, tmp_path, 0, range(20, 30))
    file = ledger.run_folder(tmp_path / "town", run) / ledger.VERDICT
    file.write_text(json.dumps({**json.loads(file.read_text()), "state": "running", "process_began": "0"}))
    made = built(web, tmp_path, 1, run)
    assert (made["state"], made.get("says", "")) == ("published", "")
    assert [row["state"] for row in run_rows(tmp_path / "town")] == ["crashed", "published"]


@pytest.mark.parametrize("damage", ["a byte", "cut", "another file", "nothing"])
def test_an_archive_that_is_damaged_gives_a_part(web: Web, tmp_path: Path, damage: str) -> None:
    """What can be read is built; it is published only if asked for, and the former dataset stands."""
    former = run_site(site_of(web), tmp_path, FIRST)["run"]
    run = crawled(web, tmp_path, 1, range(20, 32))
    archive = ledger.run_folder(tmp_path / "town", run) / "raw.warc.gz"
    whole = archive.read_bytes()
    archive.write_bytes(
        {
            "a byte": whole[:-40] + bytes([whole[-40] ^ 255]) + whole[-39:],
            "cut": whole[:-9],
            "another file": whole + gzip.compress(b"hello"),
            "nothing": b"",
        }[damage]
    )
    verdict = built(web, tmp_path, 2, run)
    assert (verdict["exit"], ledger.latest(tmp_path / "town")) == (3, former)
    assert f"the archive of {run} is damaged: entries may be missing" in verdict["says"]
    assert next(gate["name"] for gate in verdict["gates"] if not gate["passed"]) == "whole_crawl"


@pytest.mark.parametrize("moved", [False, True])
def test_a_run_killed_as_it_was_published_is_published(web: Web, tmp_path: Path, *, moved: bool) -> None:
    """Its files are whole, so the next command moves the pointer that it did not, and the next run builds upon it."""
    site, folder = site_of(web), tmp_path / "town"
    run_site(site, tmp_path, FIRST)
    before = (folder / ledger.POINTER).read_bytes()
    web.pages[LIST] = listing(range(18, 30))
    run = str(run_site(site, tmp_path, day(1))["run"])
    file = ledger.run_folder(folder, run) / ledger.VERDICT
    verdict = json.loads(file.read_text())
    file.write_text(json.dumps({**verdict, "state": "running", "complete": True, "process_began": "0"}))
    if not moved:
        (folder / ledger.POINTER).write_bytes(before)
    assert run_rows(folder)[-1]["state"] == "published"
    web.pages[LIST] = listing(range(20, 32))
    after = run_site(site, tmp_path, day(2))
    assert (after["former"], len(load(folder))) == (run, 14)
    assert after["found"] == [f"run {run} was killed as it was published; its files are whole, and it is"]
    assert json.loads(file.read_text()) == {**verdict, "process_began": "0"}
