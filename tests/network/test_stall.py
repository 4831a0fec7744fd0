"""A crawl in which nothing happens any more ends."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from scraper import stopping
from tests.network.crawling import crawled
from tests.network.strange_site import listing, strange_site


def test_a_crawl_that_is_stuck_ends_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing sent and nothing come for longer than patience allows: a fault is counted, what was had stays."""
    monkeypatch.setattr(stopping, "PATIENCE", 2.0)
    with strange_site() as site:
        site.put("/", "<p>later</p>", pause=12)
        made = crawled(tmp_path, site.address + "/", detail="never")
    assert made.outcome.counts["faults"] == 1
    assert made.of("entry") == []


def test_a_crawl_after_somebody_else_used_asyncio(tmp_path: Path) -> None:
    """Another loop that came and went in the same thread, as a notebook's or a browser's, changes nothing."""
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
        with strange_site() as site:
            site.put("/", listing(*[f"/entry-{n}" for n in range(6)]))
            made = crawled(tmp_path / name, site.address + "/", detail="never")
        assert len(made.of("entry")) == 6
        asyncio.run(asyncio.sleep(0))
