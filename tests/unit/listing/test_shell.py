"""A page without a list that says little and has scripts is built in a browser; how much it says is told by its writing."""

from __future__ import annotations

import pytest

from scraper.listing.kind.shell import shell
from scraper.pages.listing_reader import extract
from scraper.site import SiteFile

URL = "https://portus.example/posts/7"
ENGLISH = "The ferry sails again after four days of wind. "
CHINESE = "渡轮在大风停了四天之后今天早上六点重新开航，之后的所有班次都按时刻表行驶。"


def post(text: str, times: int) -> str:
    """A post of so many sentences, in a page with a script."""
    return f"<html><body><p>{text * times}</p><script src=/app.js></script></body></html>"


@pytest.mark.parametrize(("text", "times"), [(ENGLISH, 14), (CHINESE, 8)])
def test_a_short_post_is_no_shell(text: str, times: int) -> None:
    """A Chinese one says in 300 characters what an English one says in 650."""
    assert shell(post(text, times), URL) == ""


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_a_sentence_beside_scripts_is_a_shell(text: str) -> None:
    """It tells how much the page shows."""
    assert shell(post(text, 1), URL).startswith(f"{len(text.strip())} characters of text")


@pytest.mark.parametrize(
    ("path", "count", "reason"), [("2026/", 2, "no_list"), ("2026/", 1, "shell"), ("news/", 2, "shell")]
)
def test_a_year_that_leads_to_its_months_is_told(path: str, count: int, reason: str) -> None:
    """Their pages are to be started at, and no browser is asked for; elsewhere months may stand beside what scripts put in."""
    url = f"https://portus.example/{path}"
    months = "".join(
        f"<li><a href={month}/>{name}</a> ({n + 3})</li>"
        for n, (month, name) in enumerate((("2026/11", "listopad"), ("2026/10", "październik"))[:count])
    )
    base = "<base href=https://portus.example/>" if path == "2026/" else ""
    page = (
        f"<html lang=pl>{base}<body><h1>2026</h1><ul>{months}</ul><script src=/app.js></script></body></html>"
    )
    [(told, detail)] = extract(page, url, SiteFile(id="x", start=[url])).notes
    assert told == reason
    assert ("start at https://portus.example/2026/11/" in detail) == (reason == "no_list")
