"""Whatever becomes of one entry page, the listing page that links it keeps its entries, and the fault is a reject."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.pages.extract import Walk
from tests.network.crawling import crawled, sorted_lines
from tests.network.strange_site import StrangeSite, entry_page, listing, strange_site

LINKS = [f"/entry-{n}" for n in range(8)]


def refresh(target: str) -> str:
    """A page that sends a browser elsewhere."""
    return f'<html><head><meta http-equiv="refresh" content="0; url={target}"></head><p>away</p></html>'


BAD = {
    "/not-br": ("unpack", {"body": entry_page("x"), "Content_Encoding": "br"}),
    "/not-zstd": ("unpack", {"body": entry_page("x"), "Content_Encoding": "zstd"}),
    "/not-deflate": ("unpack", {"body": entry_page("x"), "Content_Encoding": "deflate"}),
    "/half-gzip": (
        "cut_short",
        {"body": gzip.compress(b"<p>" + b"text " * 900)[:40], "Content_Encoding": "gzip"},
    ),
    "/to-nowhere": ("address", {"status": 302, "Location": "http://[::1"}),
    "/to-a-password": ("address", {"status": 302, "Location": "http://someone:secret@127.0.0.1/x"}),
    "/to-a-bad-port": ("address", {"status": 302, "Location": "http://127.0.0.1:99999/x"}),
    "/refresh-to-nowhere": ("address", {"body": refresh("http://[::1")}),
    "/refresh-to-a-password": ("address", {"body": refresh("http://someone:secret@127.0.0.1/x")}),
    "/no-text": ("not_html", {"body": "<p>x</p>", "Content_Type": "image/png"}),
}


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """Eight entries, each with its page."""
    with strange_site() as made:
        for link in LINKS:
            made.put(link, entry_page(f"{link} in full."))
        yield made


@pytest.mark.parametrize("path", BAD)
def test_a_bad_entry_page(site: StrangeSite, tmp_path: Path, path: str) -> None:
    """All entries, the other entry pages, the next listing page, one reject with its reason; a rebuild agrees."""
    reason, answer = BAD[path]
    site.put(path, **answer)  # type: ignore[arg-type]
    site.put("/", listing(*LINKS[:4], path, after="/page/2"))
    site.put("/page/2", listing(*LINKS[4:]))
    made = crawled(tmp_path, site.address + "/", detail="always")
    assert len(made.of("entry")) == 9
    assert {line["url"] for line in made.of("page")} >= {site.address + link for link in LINKS}
    assert [(line["url"], line["reason"]) for line in made.of("reject")] == [(site.address + path, reason)]
    assert made.outcome.counts["faults"] == 0
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_a_start_page_with_the_same_faults(site: StrangeSite, tmp_path: Path) -> None:
    """Each is a reject and the next start is crawled."""
    for path, (_, answer) in BAD.items():
        site.put(path, **answer)  # type: ignore[arg-type]
    site.put("/good", listing(*LINKS))
    starts = [site.address + path for path in (*BAD, "/good")]
    made = crawled(tmp_path, *starts, detail="never")
    told = [(line["url"], line["reason"]) for line in made.of("reject")]
    faults = [(site.address + path, reason) for path, (reason, _) in BAD.items()]
    assert [one for one in told if one[1] != "no_list"] == faults
    assert {url for url, reason in told if reason == "no_list"} <= {url for url, _ in faults}
    assert len(made.of("entry")) == 8
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_markup_declared_as_something_scrapy_calls_no_text(site: StrangeSite, tmp_path: Path) -> None:
    """What the guard takes for a page is read as one."""
    site.put("/", listing(*LINKS), Content_Type="image/svg+xml")
    assert len(crawled(tmp_path, site.address + "/", detail="never").of("entry")) == 8


def test_a_fault_of_ours_is_counted(
    site: StrangeSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should handing a page on fail, the outcome carries the number of faults and says where they are told."""

    def broken(self: Walk, *_: object, **__: object) -> None:
        return None  # what no caller expects

    monkeypatch.setattr(Walk, "listing", broken)
    site.put("/", listing(*LINKS))
    outcome = crawled(tmp_path, site.address + "/", detail="never").outcome
    assert outcome.counts["faults"] == 1
    assert "1 fault, see crawl.log" in outcome.says
