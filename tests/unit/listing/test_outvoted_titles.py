"""Two places of a page against a list's title: another link to the entry, and a label inside the entry."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scraper.pages.extract import Walk
from scraper.site import SiteFile

URL = "https://portus.example/news/"
HEADLINE = "Three otters have settled in dock nine"
LABEL = f"<img src=o.jpg alt='{HEADLINE}'>"
BOX = f"<a href=/news/3>{HEADLINE}</a>"


def titles(heading: str, label: str, box: str, **site: object) -> list[str]:
    """Titles of a list whose fourth entry has this heading and this label, beside a box."""
    rows = "".join(
        f"<article>{label if n == 3 else '<img src=o.jpg alt=Picture>'}"
        f"<h2><a href=/news/{n}>{heading if n == 3 else f'The harbour entry of day {n}'}</a></h2>"
        f"<time datetime=2026-05-{n + 10}>{n + 10} May 2026</time><p>A teaser that ends as sentences do, number {n}.</p></article>"
        for n in range(8)
    )
    page = f"<main>{rows}</main><aside><h3>Most read</h3><ul><li>{box}</ul></aside>"
    walk = Walk(SiteFile.model_validate({"id": "portus", "start": (URL,), **site}))
    made = walk.listing(page, URL, encoding="utf-8", fetched=datetime(2026, 5, 20, tzinfo=UTC), number=0)
    assert len(made.entries) == 8
    return [line["title"] for line in made.entries]


def test_a_box_and_the_entrys_own_picture_outvote_a_kicker() -> None:
    """The headline is the title; the other entries keep theirs."""
    found = titles("At the harbour", LABEL, BOX)
    assert found[3] == HEADLINE
    assert found[2] == "The harbour entry of day 2"


@pytest.mark.parametrize(
    "label",
    [
        f"<a href=/news/3 title='{HEADLINE}'><img src=o.jpg></a>",
        f"<a href=/news/3 aria-label='{HEADLINE.upper()}'></a>",
        f"<img src=o.jpg title='» {HEADLINE} «'>",
    ],
)
def test_any_label_is_a_witness(label: str) -> None:
    """A link's label says it as well as a picture's, whatever its case and the marks around it."""
    assert titles("At the harbour", label, BOX)[3] == HEADLINE


@pytest.mark.parametrize(
    ("why", "heading", "label", "box"),
    [
        ("no label", "At the harbour", "<img src=o.jpg>", BOX),
        ("no box", "At the harbour", LABEL, "<a href=/about>About the harbour office</a>"),
        ("the label is the box's own", "At the harbour", "<img src=o.jpg>", f"<a href=/news/3 title='{HEADLINE}'>{HEADLINE}</a>"),
        ("the button of the entry is no box", "At the harbour", f"{LABEL}<a href=/news/3>Read more<span hidden> {HEADLINE}</span></a>", "<li>Tides"),
        ("a short form of the title", "Three otters have settled in dock nine since spring", LABEL, BOX),
        ("another box has the title", "Open day of the harbour", LABEL, f"{BOX}<li><a href=/news/3>Open day of the harbour</a>"),
        ("a label has the title", "Open day of the harbour", f"{LABEL}<img src=p.jpg alt='Open day of the harbour'>", BOX),
        ("said of two entries", "At the harbour", LABEL, f"{BOX}<li><a href=/news/4>{HEADLINE}</a>"),
        ("label and box say different things", "At the harbour", "<img src=o.jpg alt='An otter in the water'>", BOX),
    ],
)  # fmt: skip
def test_the_lists_title_stands(why: str, heading: str, label: str, box: str) -> None:
    """Where fewer than two places speak against it, or another speaks for it."""
    assert titles(heading, label, box)[3] == heading, why


def test_a_title_that_the_site_file_names_stands() -> None:
    """Whoever named its element has looked."""
    lists = [{"name": "news", "entry": "article", "title": "h2", "date": "time"}]
    assert titles("At the harbour", LABEL, BOX, lists=lists)[3] == "At the harbour"
