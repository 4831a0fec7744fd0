"""A page of topics with how many entries each has is no list of entries; numbered issues are."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

TOPICS = ("Harbour", "Music", "People", "Winter fair", "Śluza", "Otters")


def page(row: str) -> str:
    """Six rows: `{name}`, its `{slug}`, and a number `{n}` of two digits."""
    rows = "".join(
        row.format(name=name, slug="-".join(name.casefold().split()), n=31 - 3 * at)
        for at, name in enumerate(TOPICS)
    )
    return f"<html lang=en><title>News</title><body><main><h1>News</h1>{rows}</main></body></html>"


COUNTED = [
    "<article><h2>{name[0]}</h2><ul><li><a href=/tags/{slug}>{name}<span>{n}</span></a></li></ul></article>",
    "<div class=card><h3><a href=/tags/{slug}/>{name} {n}</a></h3></div>",
    "<li><a href=/blog/tag/{slug}.html>{name}<sup>{n}</sup></a></li>",
    "<li><a href=/tags/{slug}>{name} ({n})</a></li>",
    "<li><a href=/tags/{slug}.html>{name} ({n} articles)</a></li>",
    "<li><a href=/tags/{slug}>{name}（{n} 篇）</a></li>",
]


@pytest.mark.parametrize("row", COUNTED)
def test_a_topic_and_its_number_of_entries_is_no_entry(row: str) -> None:
    """Whether the number stands in brackets, in an element of its own or glued to the name."""
    assert chosen(induce(page(row), "https://portus.example/news")) == []


@pytest.mark.parametrize(
    "row",
    [
        "<div class=card><h3><a href=/news/{slug}?no={n}>{name} {n}</a></h3></div>",
        "<div class=card><h3><a href=/news/{slug}-{n}>{name} {n}</a></h3></div>",
        "<div class=card><h3><a href=/news/{slug}>{name} {n}</a></h3><i>{n}.05.2026</i></div>",
        "<div class=card><h3><a href=/news/report-on-{slug}>{name} ({n} pages)</a></h3></div>",
    ],
)
def test_an_issue_and_its_number_is_an_entry(row: str) -> None:
    """The number stands in its address, or the entry has a date."""
    [kept] = chosen(induce(page(row), "https://portus.example/news"))
    assert len(kept.entries) == len(TOPICS)


@pytest.mark.parametrize("folder", ["/{n}/", "/files/{n}/"])
def test_issues_whose_addresses_end_alike_are_entries(folder: str) -> None:
    """What a year's folder holds is called as in the others; the number in the title is its own."""
    rows = "".join(
        f"<li><a href=/press{folder.format(n=1995 + n)}annual-report.pdf>Annual report {2026 - n}</a></li>"
        for n in range(8)
    )
    page = f"<html lang=en><title>News</title><body><main><h1>News</h1><ul>{rows}</ul></main></body></html>"
    [kept] = chosen(induce(page, "https://portus.example/news"))
    assert len(kept.entries) == 8
