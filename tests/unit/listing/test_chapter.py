"""The chapter on finding entries shows what happens to its page."""

from __future__ import annotations

import re
from pathlib import Path

from scraper.listing.induce import induce

CHAPTER = (Path(__file__).parents[3] / "docs" / "listing.md").read_text(encoding="utf-8")


def fenced(kind: str) -> str:
    [text] = re.findall(rf"```{kind}\n(.*?)```", CHAPTER, re.DOTALL)
    return str(text)


def test_the_chapters_code_holds() -> None:
    """The Python of the chapter runs on its own page."""
    exec(fenced("python"), {"PAGE": fenced("html")})


def test_the_chapters_reason_is_the_real_one() -> None:
    """The reason shown is the one given."""
    [best, *_] = induce(fenced("html"), "https://portus.example/actualites/")
    assert best.reason == fenced("text").strip()
