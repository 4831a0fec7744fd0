"""Systems are recognised by evidence and only sharpen: what they say is a number among others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from scraper.listing.markup.tree import parse
from scraper.listing.platforms import PLATFORMS, called, entry_words, recognise, signs

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "platforms.json").read_text(encoding="utf-8")
)
URL = "https://portus.example/news/"


def told(html: str) -> tuple[str, float, list[str]]:
    shown = signs(parse(html, URL))
    made_by = recognise(shown)
    return made_by.name if made_by else "", called(made_by, shown), sorted(entry_words(made_by, shown))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_system_by_its_evidence(case: dict[str, Any]) -> None:
    """Who made the page, what it calls it, and which class its entries bear."""
    assert told(case["html"]) == (case["name"], case["called"], case["entry"])


def test_every_system_has_a_case() -> None:
    """A system without a page that shows it is a guess."""
    assert {case["name"] for case in CASES} - {""} == {one.name for one in PLATFORMS}


def test_patterns_are_lower_case_and_compile() -> None:
    """Evidence is compared in lower case, so a capital would never match."""
    for one in PLATFORMS:
        for pattern in (one.generator, one.paths, one.classes, one.listing, one.other, one.entry):
            re.compile(pattern)
            assert re.sub(r"\\.", "", pattern) == re.sub(r"\\.", "", pattern).lower()


ROWS = "".join(
    f"<article class='hentry post type-post'><h2><a href=/news/{n}>The harbour entry number {n}</a></h2>"
    f"<time>{n + 10}.05.2026</time><p>A teaser of some words that ends with number {n}.</p></article>"
    for n in range(6)
)


def page(body_class: str, head: str = "<meta name=generator content='WordPress 6.8'>") -> str:
    return f"<html><head>{head}</head><body class='{body_class}'><main>{ROWS}</main></body></html>"


def test_a_system_moves_the_judgement_and_does_not_make_it() -> None:
    """A page called an article by its system is less likely a listing; called one, more; unknown, between."""
    single, unknown, archive = (is_listing(page(name), URL) for name in ("single", "", "archive"))
    assert single < unknown < archive


def test_no_system_is_needed() -> None:
    """The rows are the same whether the system is known, unknown or lies."""
    rows = [
        [entry for one in chosen(induce(html, URL)) for entry in one.entries]
        for html in (page("archive"), page("single"), page("", "").replace("hentry post type-post", "x"))
    ]
    assert rows[0] == rows[1] == rows[2]
    assert len(rows[0]) == 6
