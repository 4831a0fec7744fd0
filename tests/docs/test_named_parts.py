"""What the docs name of the code is there: modules, fields, files, keys, runners."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.excel import EXCEL
from pipelines.ledger import POINTER
from pipelines.publish import FILES
from pipelines.verdict import Verdict
from scraper.crawl import LOG
from scraper.mend_items import FIELDS
from scraper.run_state import ARCHIVE, RAW

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
MODULES = sorted(
    path.relative_to(ROOT)
    for top in ("scraper", "pipelines", "bench", "tests")
    for path in (ROOT / top).rglob("*.py")
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_that_a_page_names_exist(page: Path) -> None:
    """A path is one from the root, or the end of one."""
    named = set(re.findall(r"`([\w/]+\.py)`", page.read_text(encoding="utf-8")))
    there = {"/".join(path.parts[at:]) for path in MODULES for at in range(len(path.parts))}
    assert named - there == set()


def test_every_field_that_the_item_pipeline_mends_is_named() -> None:
    """A project's item is changed under no name that its author was not told."""
    page = (ROOT / "docs" / "crawling.md").read_text(encoding="utf-8").partition("## In a Scrapy project")[2]
    assert [name for names in FIELDS.values() for name in names if f"`{name}`" not in page] == []


def test_every_file_of_a_run_is_in_the_layout() -> None:
    """Whoever opens a run's folder finds each name explained."""
    layout = (ROOT / "output" / "README.md").read_text(encoding="utf-8").partition("## How to load it")[0]
    files = {*FILES, EXCEL, POINTER, ARCHIVE, RAW, LOG}
    assert files - set(layout.split()) == set()


def test_every_key_that_a_verdict_may_have_is_told() -> None:
    """A program that reads `run.json` finds what each key holds; `complete` is gone when a run has ended."""
    page = (ROOT / "docs" / "verdict.md").read_text(encoding="utf-8")
    told = {key for row in re.findall(r"^\| (`.*?) \|", page, re.M) for key in re.findall(r"`(\w+)", row)}
    assert set(Verdict.__annotations__) - told == {"complete"}


def test_every_runner_of_bench_is_in_the_tour() -> None:
    """Whoever asks how good or how fast a part is finds what measures it."""
    tour = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    runners = {
        path.stem
        for path in (ROOT / "bench").glob("*.py")
        if 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")
    }
    named = set(re.findall(r"`(?:(?:python -m )?bench\.)?(\w+)", tour))
    assert runners - named == {"__main__", "in_tree", "rivals", "site"}  # which others start
