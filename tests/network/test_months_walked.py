"""A front without a month in its address that goes on with its archive's months: walked on loopback, run by run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipelines import load
from scraper.job import run_site
from scraper.site import SiteFile
from tests.network.crawling import crawled
from tests.web import Web, served

MONTHS = [(2026, 10), (2026, 9), (2026, 7), (2026, 6)]
SIZE = 5


def page(month: tuple[int, int], after: str, days: Sequence[int]) -> bytes:
    """One month's page, the newest entry first."""
    year, number = month
    entries = "".join(
        f"<article><h2><a href='/item-{year}-{number}-{day}'>The council met in room {day}{number}</a></h2>"
        f"<time>{date(year, number, day):%d.%m.%Y}</time><p>It spoke about item {day} of the budget.</p></article>"
        for day in days
    )
    onward = f"<nav><a rel=next href='{after}'>Earlier</a></nav>" if after else ""
    return f"<!doctype html><html lang=en><body><h1>News</h1><main>{entries}</main>{onward}</body></html>".encode()


def archive(form: str, months: Sequence[tuple[int, int]] = MONTHS) -> dict[str, bytes]:
    """The front, which is the newest month, and the page of each earlier one."""
    addresses = [form.format(*month) for month in months]
    made = {"/robots.txt": b"User-agent: *\nAllow: /\n"}
    for own, month, after in zip(["/news", *addresses[1:]], months, [*addresses[1:], ""], strict=True):
        made[own] = page(month, after, range(4 * SIZE, 0, -4))
    return made


def asked(web: Web) -> list[str]:
    """The listing pages asked for since the last call."""
    paths = [path for path in web.asked if path.startswith("/news")]
    web.asked.clear()
    return paths


@pytest.mark.parametrize("form", ["/news/{}/{:02}/", "/news?month={}-{:02}", "/news?year={}&month={}"])
def test_every_month_is_read_to_the_oldest(tmp_path: Path, form: str) -> None:
    """Over months without news, whatever the addresses of months look like; nothing is left to tell."""
    with served(archive(form)) as web:
        made = crawled(tmp_path, web.address + "/news", detail="never")
    assert asked(web) == ["/news", *(form.format(*month) for month in MONTHS[1:])]
    assert len(made.of("entry")) == SIZE * len(MONTHS)
    assert (made.outcome.rejects, made.outcome.says) == ({}, "")
    assert made.again() == made.lines


def test_the_walk_ends_at_an_empty_month_and_at_the_limit(tmp_path: Path) -> None:
    """A month without entries is the last, whatever it links to; what a limit leaves is told."""
    for folder in ("limited", "empty"):
        (tmp_path / folder).mkdir()
    with served(archive("/news/{}/{:02}/")) as web:
        limited = crawled(tmp_path / "limited", web.address + "/news", detail="never", pages_max=2)
        web.pages["/news/2026/07/"] = page((2026, 7), "/news/2026/06/", ())
        web.asked.clear()
        made = crawled(tmp_path / "empty", web.address + "/news", detail="never")
        assert asked(web) == ["/news", "/news/2026/09/", "/news/2026/07/"]
    assert len(limited.of("entry")) == len(made.of("entry")) == 2 * SIZE
    assert limited.outcome.rejects == {"pages_max": 1}


def test_a_later_run_reads_the_months_that_have_news(tmp_path: Path) -> None:
    """With `incremental`, one month back from the front; when a new month begins, the one that the front was."""
    form = "/news/{}/{:02}/"
    with served(archive(form)) as web:
        site = SiteFile.model_validate(
            {"id": "town", "start": [web.address + "/news"], "incremental": True, "detail": "never"}
        )
        first = run_site(site, tmp_path, datetime(2026, 10, 30, 6, tzinfo=UTC))
        assert len(asked(web)) == len(MONTHS)
        run_site(site, tmp_path, datetime(2026, 10, 31, 6, tzinfo=UTC))
        assert asked(web) == ["/news"]
        web.pages = archive(form, [(2026, 11), *MONTHS])
        third = run_site(site, tmp_path, datetime(2026, 11, 21, 6, tzinfo=UTC))
        assert asked(web) == ["/news", "/news/2026/10/"]
    assert (first["counts"]["records"], third["counts"]["new"]) == (SIZE * len(MONTHS), SIZE)
    assert len(load(tmp_path / "town")) == SIZE * (len(MONTHS) + 1)
