"""The demo as a user runs it: a real process, a real crawl on loopback, the dataset compared with the truth."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pytest

from pipelines import load
from scraper.demo.content import load as load_plan
from scraper.demo.server import HOST, PORT_VARIABLE
from scraper.run_state import ENDINGS

TRUTH: dict[str, dict[str, Any]] = {
    row["url"]: row
    for line in (files("scraper.demo") / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    if (row := json.loads(line))["kind"] == "entry"
}
PAGES: dict[str, str] = {
    row["url"]: row["encoding"]
    for line in (files("scraper.demo") / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    if (row := json.loads(line))["kind"] == "page"
}
LONE_BYTES = "[\U0010f700-\U0010f7ff]"


def demo(output: Path, port: int) -> dict[str, Any]:
    """Run the demo in a process of its own and give its verdict."""
    command = [sys.executable, "-m", "scraper.cli", "demo", "--output", str(output), "--json"]
    own = {**os.environ, PORT_VARIABLE: str(port)}
    done = subprocess.run(command, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    verdict: dict[str, Any] = json.loads(done.stdout)
    return verdict


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder both runs land in."""
    return tmp_path_factory.mktemp("output")


@pytest.fixture(scope="module")
def port() -> int:
    """A port that was free a moment ago: both runs must meet the same addresses, whoever else runs a demo."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def first(output: Path, port: int) -> dict[str, Any]:
    """Verdict of the first run."""
    return demo(output, port)


@pytest.fixture(scope="module")
def records(first: dict[str, Any], output: Path) -> pd.DataFrame:
    """The published records by path, before the second run."""
    frame = load(output / "demo", run=first["run"])
    return frame.set_index(frame["url"].map(lambda url: urlsplit(url).path))


def differing(records: pd.DataFrame, column: str, key: str) -> list[str]:
    """One line for each row where a column is not what the truth says."""
    found = records[column].astype("object").where(records[column].notna(), None)
    cells = {url: None if found.get(url) is None else str(found[url]) for url in TRUTH}
    return [
        f"{url}: expected {row[key]!r}, found {cells[url]!r}"
        for url, row in TRUTH.items()
        if row[key] != cells[url]
    ]


def test_every_entry_is_one_row(records: pd.DataFrame) -> None:
    """No entry is missing, none is there twice, none was made up."""
    assert sorted(records.index) == sorted(TRUTH)


@pytest.mark.parametrize(
    ("column", "key"),
    [
        ("list", "list"),
        ("title", "title"),
        ("excerpt", "excerpt"),
        ("date", "date"),
        ("language", "language"),
        ("excerpt_cut", "cut"),
        ("excerpt_source", "source"),
    ],
)
def test_the_column_is_true(records: pd.DataFrame, column: str, key: str) -> None:
    """Every cell of the column is what the truth says."""
    wrong = differing(records, column, key)
    assert not wrong, "\n".join(wrong)


def test_dates_that_cannot_be_are_not_certain(records: pd.DataFrame) -> None:
    """Every date is certain, the ones that are not there are not."""
    assert records["date_certain"].tolist() == records["date"].notna().tolist()


def test_pages_were_read_in_their_own_encoding(records: pd.DataFrame) -> None:
    """The encoding a page was read as is the one of its bytes, whatever it declares."""
    read = {
        urlsplit(url).path: name
        for url, name in zip(records["listing_url"], records["encoding"], strict=True)
    }
    names = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}
    assert {path: names.get(name.lower(), name.lower()) for path, name in read.items()} == PAGES


def test_nothing_broken_is_left(records: pd.DataFrame) -> None:
    """No title and no excerpt holds mojibake, a lone byte, an entity or an invisible character."""
    for column in ("title", "excerpt"):
        broken = records[column].str.contains(
            rf"Ã|Â|â€|{LONE_BYTES}|\ufffd|&\w+;|[\u00ad\u200b\u0300-\u036f]"
        )
        assert records.index[broken.fillna(False)].tolist() == []


def test_raw_teasers_are_as_served(records: pd.DataFrame) -> None:
    """Half characters are still there as marks in the raw column, one for each lone byte."""
    half = {
        url
        for url, row in TRUTH.items()
        if row["cut"] == "character" and "Ã" not in records["excerpt_raw"][url]
    }
    marked = records["excerpt_raw"].str.contains(f"{LONE_BYTES}$")
    assert set(records.index[marked]) == half


def test_texts_are_the_authors(records: pd.DataFrame) -> None:
    """Where an entry's own page was fetched, its text is what the authors wrote, mended where the page is damaged."""
    texts = {
        listing.address(article): "\n".join(article.paragraphs)
        for listing in load_plan().listings
        for article in listing.articles
    }
    pages = records[records["excerpt_source"].eq("page")]
    assert len(pages) > 20
    assert [url for url, text in pages["text"].items() if text != texts[str(url)]] == []


def test_csv_and_parquet_hold_the_same(records: pd.DataFrame, first: dict[str, Any], output: Path) -> None:
    """Both files give the same rows in the same order, dates as ISO days."""
    csv = pd.read_csv(
        output / "demo" / "runs" / first["run"] / "records.csv", dtype="str", keep_default_na=False
    )
    for column in (
        "id",
        "url",
        "title",
        "excerpt",
        "language",
        "excerpt_cut",
        "excerpt_source",
        "excerpt_raw",
    ):
        assert csv[column].tolist() == records[column].fillna("").astype("str").tolist()
    assert csv["date"].tolist() == [str(day) if pd.notna(day) else "" for day in records["date"]]


def test_the_report_shows_the_run(first: dict[str, Any], output: Path) -> None:
    """The report beside the tables names the run, its entries and a mended cell."""
    page = (output / "demo" / "runs" / first["run"] / "report.html").read_text(encoding="utf-8")
    assert first["run"] in page
    assert "La salle de lecture rouvre après neuf mois de travaux" in unescape(page)
    assert "<ins>" in page


def test_a_second_run_finds_nothing_new(records: pd.DataFrame, output: Path, port: int) -> None:
    """The same site again: nothing new, nothing changed, every entry known by its id."""
    counts = demo(output, port)["counts"]
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 0, len(records))


def test_every_key_of_a_verdict_is_explained(first: dict[str, Any]) -> None:
    """A program that reads `run.json` finds its keys in the docs, and no key there that a run may not have."""
    page = (Path(__file__).parents[2] / "docs" / "verdict.md").read_text(encoding="utf-8")
    told = {
        key
        for line in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
        for key in re.findall(r"`([\w.]+)`", line)
    }
    keys = {key for key in first if key != "counts"} | {f"counts.{key}" for key in first["counts"]}
    assert keys - told == set()
    assert told - keys == {"part", "built_from", *ENDINGS}
