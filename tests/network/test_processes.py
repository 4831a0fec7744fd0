"""Real processes: `scrapy crawl`, another project's spider, Ctrl-C and kill -9."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.record import NAMES
from scraper.pages.archive_reader import reextract
from scraper.run_state import ARCHIVE, RAW
from scraper.site import SiteFile
from tests.network.crawling import sorted_lines
from tests.network.strange_site import StrangeSite, entry_page, listing, strange_site

ROOT = Path(__file__).parents[2]
LINKS = [f"/entry-{n}" for n in range(6)]
TEASER = "La commission numéro {n} se réunit en séance à l'hôtel de ville, où elle a été exhort"

CRAWL = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from scraper.crawl import crawl
from scraper.site import SiteFile
site = SiteFile(id="slow", start=[sys.argv[1]], detail=sys.argv[3])
outcome = crawl(site, Path(sys.argv[2]), datetime(2026, 10, 30, tzinfo=UTC))
print(json.dumps({"interrupted": outcome.interrupted, "entries": outcome.counts["entries"]}))
"""

FOREIGN = """
import datetime

import scrapy

class News(scrapy.Spider):
    name = "news"
    custom_settings = {
        "ITEM_PIPELINES": {"scraper.mend_items.MendPipeline": 300},
        "LOG_LEVEL": "ERROR",
    }

    def parse(self, response):
        for article in response.css("article"):
            yield {
                "headline": article.css("h2 a::text").get(),
                "summary": article.css("p::text").get(),
                "published": article.css("time::text").get(),
                "link": response.urljoin(article.css("a::attr(href)").get()),
                "price": 12,
                "seen": datetime.date(2026, 10, 30),
            }

    async def start(self):
        yield scrapy.Request(self.address)
"""


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """One listing page whose first teaser is cut inside é, with the entry's own page."""
    with strange_site() as made:
        body = listing(*LINKS, teaser=TEASER + "é d'agir.").encode()
        whole = TEASER.format(n=0).encode()
        made.put(
            "/", body.replace(whole + "é d'agir.".encode(), whole + b"\xc3", 1), Content_Type="text/html"
        )
        for n, link in enumerate(LINKS):
            made.put(link, entry_page(TEASER.format(n=n) + "é d'agir vite."))
        yield made


def environment(folder: Path) -> dict[str, str]:
    """This process's environment with the project on the path."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "LISTMEND_OUTPUT": str(folder)}


def test_scrapy_crawl_gives_mended_rows(site: StrangeSite, tmp_path: Path) -> None:
    """`scrapy crawl listing -a site=… -O x.csv`: columns of a record, the lost letter given back, dates ISO."""
    out = tmp_path / "x.csv"
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "crawl",
        "listing",
        "-a",
        f"site={site.address}/",
        "-O",
        str(out),
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert list(rows[0]) == [name for name in NAMES if name in rows[0]]
    assert len(rows) == 6
    assert "exhorté" in rows[0]["excerpt"]
    assert "Ã" not in out.read_text(encoding="utf-8")
    assert rows[0]["excerpt_cut"] == "character"
    assert {row["language"] for row in rows} == {"fr"}
    assert [row["date"] for row in rows] == [f"2026-10-{day:02}" for day in range(1, 7)]


def test_scrapy_parse_shows_the_entries_of_one_page(site: StrangeSite, tmp_path: Path) -> None:
    """A listing page alone, as somebody tries a site file; no argument of the callback has to be given."""
    asked = ["--spider=listing", "-a", f"site={site.address}/", "-c", "parse_listing", "--nolog"]
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "parse", *asked, site.address + "/"],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("'title_raw': ") == 6


@pytest.mark.parametrize("reactor", ["asyncioreactor.AsyncioSelectorReactor", "selectreactor.SelectReactor"])
def test_a_foreign_project_needs_one_settings_line(reactor: str, tmp_path: Path) -> None:
    """Items keep their other fields; headline and summary are mended, the date becomes ISO, on any reactor."""
    teaser = "La commission numéro {n} a été réunie à l'hôtel de ville."
    with strange_site() as made:
        page = listing(*LINKS, teaser=teaser)
        made.put("/", page.replace("numéro", "numéro".encode().decode("cp1252")))
        spider = tmp_path / "news.py"
        spider.write_text(FOREIGN, encoding="utf-8")
        out = tmp_path / "items.jsonl"
        command = [
            sys.executable,
            "-m",
            "scrapy",
            "runspider",
            str(spider),
            "-a",
            f"address={made.address}/",
            "-s",
            f"TWISTED_REACTOR=twisted.internet.{reactor}",
            "-O",
            str(out),
        ]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, timeout=60
        )
    assert done.returncode == 0, done.stderr
    items = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [item["summary"] for item in items] == [teaser.format(n=n) for n in range(6)]
    assert [item["published"] for item in items] == [f"2026-10-{day:02}" for day in range(1, 7)]
    assert {(item["price"], item["seen"], item["language"]) for item in items} == {(12, "2026-10-30", "fr")}


def start_slow(site: StrangeSite, folder: Path) -> subprocess.Popen[str]:
    """A crawl of pages that come slowly, each with a next one; returns once two pages are in."""
    for n in range(40):
        site.put(f"/slow/{n}", listing(*[f"/{n}-{m}" for m in range(6)], after=f"/slow/{n + 1}"), pause=0.15)
    command = [sys.executable, "-c", CRAWL, f"{site.address}/slow/0", str(folder), "never"]
    running = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 30
    while "/slow/3" not in site.asked:
        assert time.monotonic() < until
        assert running.poll() is None, running.communicate()
        time.sleep(0.02)
    return running


def test_ctrl_c_ends_a_crawl_in_order(site: StrangeSite, tmp_path: Path) -> None:
    """The first SIGINT stops after the requests under way; the outcome says so and the lines are whole."""
    running = start_slow(site, tmp_path)
    running.send_signal(signal.SIGINT)
    out, told = running.communicate(timeout=30)
    assert running.returncode == 0, told
    outcome = json.loads(out)
    assert outcome["interrupted"] is True
    assert told.splitlines() == ["finishing the requests under way; once more to stop at once"]
    lines = [json.loads(line) for line in (tmp_path / RAW).read_text(encoding="utf-8").splitlines()]
    assert len(lines) == outcome["entries"] >= 12


def start_stuck(site: StrangeSite, folder: Path) -> subprocess.Popen[str]:
    """A crawl that waits for an entry page which takes two minutes; returns once all the others are in."""
    site.put("/list", listing(*LINKS))
    site.put(LINKS[5], entry_page("late"), pause=120)
    command = [sys.executable, "-c", CRAWL, f"{site.address}/list", str(folder), "always"]
    running = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 30
    while not {*LINKS} <= {*site.asked}:
        assert time.monotonic() < until
        assert running.poll() is None, running.communicate()
        time.sleep(0.02)
    return running


@pytest.mark.parametrize("key", [signal.SIGINT, signal.SIGTERM])
def test_a_stuck_server_does_not_hold_a_stop_up(
    site: StrangeSite, tmp_path: Path, key: signal.Signals
) -> None:
    """The page that does not come is a reject, the list's entries are handed on, and the archive gives the same."""
    running = start_stuck(site, tmp_path)
    running.send_signal(key)
    out, told = running.communicate(timeout=60)
    assert running.returncode == 0, told
    assert json.loads(out) == {"interrupted": True, "entries": 6}
    assert "Traceback" not in told
    lines = [json.loads(line) for line in (tmp_path / RAW).read_text(encoding="utf-8").splitlines()]
    rejects = [(line["url"], line["reason"]) for line in lines if line["kind"] == "reject"]
    assert rejects == [(site.address + LINKS[5], "interrupted")]
    again = reextract(
        tmp_path / ARCHIVE, SiteFile(id="slow", start=[f"{site.address}/list"], detail="always")
    )
    assert sorted_lines(list(again)) == sorted_lines(lines)


def test_a_process_that_crawled_leaves_nothing_open(site: StrangeSite, tmp_path: Path) -> None:
    """Its event loop is closed when it ends, so a program that watches for what was left open has nothing to say."""
    last = "import asyncio, atexit, gc\nopen_ = lambda: [o for o in gc.get_objects() if isinstance(o, asyncio.BaseEventLoop) and not o.is_closed()]\n"
    last += "atexit.register(lambda: print(len(open_())))\n"  # what is registered first is called last
    command = [sys.executable, "-c", last + CRAWL, f"{site.address}/", str(tmp_path), "never"]
    ended = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=60, env=environment(tmp_path)
    )
    outcome, left = ended.stdout.splitlines()
    assert (json.loads(outcome)["entries"], left, ended.stderr) == (6, "0", "")


def test_ctrl_c_twice_ends_at_once(site: StrangeSite, tmp_path: Path) -> None:
    """The second SIGINT waits for nothing."""
    running = start_stuck(site, tmp_path)
    assert running.stderr is not None
    running.send_signal(signal.SIGINT)
    assert "once more to stop at once" in running.stderr.readline()
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == -signal.SIGINT


def test_kill_9_leaves_an_archive_that_reads(site: StrangeSite, tmp_path: Path) -> None:
    """Every page that was in when the crawl was killed can be read again."""
    running = start_slow(site, tmp_path)
    running.kill()
    running.communicate(timeout=30)
    slow = SiteFile(id="slow", start=[f"{site.address}/slow/0"], detail="never")
    entries = [line for line in reextract(tmp_path / ARCHIVE, slow) if line["kind"] == "entry"]
    assert len(entries) >= 12
    assert [line["position"] for line in entries] == list(range(len(entries)))
