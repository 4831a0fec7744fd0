"""A crawl in which nothing happens any more ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper import crawl
from tests.network.crawling import crawled
from tests.network.strange_site import strange_site


def test_a_crawl_that_is_stuck_ends_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing sent and nothing come for longer than patience allows: a fault is counted, what was had stays."""
    monkeypatch.setattr(crawl, "PATIENCE", 2.0)
    with strange_site() as site:
        site.put("/", "<p>later</p>", pause=12)
        made = crawled(tmp_path, site.address + "/", detail="never")
    assert made.outcome.counts["faults"] == 1
    assert made.of("entry") == []
