"""A page without a list that says little and has scripts is built in a browser; how much it says is told by its writing."""

from __future__ import annotations

import pytest

from scraper.listing.kind.shell import shell

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
