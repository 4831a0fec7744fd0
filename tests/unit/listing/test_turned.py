"""A few undated entries beside a box of dated stories: the second page tells which of the two the pager turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import pytest

from pipelines.raw import raw_of
from scraper.pages.extract import Walk
from scraper.pages.raw_lines import Line
from scraper.site import SiteFile
from scraper.site_files.proposal import frozen_lists
from tests.kept import kept

URL = "https://weir.example/papers"
WORDS = "flood ferry market bridge harbour council school theatre museum park library mill".split()


def paper(n: int) -> str:
    return f"<li><a href='/p/{n}'>Paper {n} on the {WORDS[n % 12]} by the weir and what it costs</a></li>"


def story(n: int, teaser: str = "") -> str:
    return (
        f"<div class='story'><a href='/s/{n}'><img src='/s/{n}.jpg' alt=''></a><h4><a href='/s/{n}'>What people read of the"
        f" {WORDS[n % 12]}, story {n}</a></h4><time datetime='2025-03-{n % 28 + 1:02}'>{n % 28 + 1}/3/2025</time>{teaser.format(WORDS[n % 12])}</div>"
    )


def box(numbers: Iterable[int], teaser: str = "") -> str:
    return f"<div class='right'><h3>Most read</h3>{''.join(story(n, teaser) for n in numbers)}</div>"


def papers(numbers: Iterable[int], after: str = "") -> str:
    onward = f"<a rel='next' href='{after}'>Older papers</a>" if after else ""
    return f"<div class='left'><h2>Papers</h2><ul class='papers'>{''.join(map(paper, numbers))}</ul>{onward}</div>"


def page(*parts: str) -> str:
    return f"<html lang='en'><head><title>Papers</title></head><body><div class='page'>{''.join(parts)}</div></body></html>"


def lines(*pages: str) -> list[Line]:
    """The raw lines of a run by address over the pages of one chain."""
    walk = Walk(SiteFile.model_validate({"id": "weir", "start": [URL]}))
    found: list[Line] = []
    for number, html in enumerate(pages):
        made = walk.listing(
            html,
            f"{URL}?page={number + 1}" if number else URL,
            encoding="utf-8",
            fetched=datetime(2026, 4, 2, tzinfo=UTC),
            number=number,
        )
        found += [*made.rejects, *made.entries]
    return found


def links(made: Iterable[Mapping[str, object]]) -> list[str]:
    """The links of what a build would take, in the order of the pages."""
    return [url.removeprefix("https://weir.example") for url in raw_of(made).entries["url"]]


CHAIN = (
    page(papers(range(5), "?page=2"), box(range(6))),
    page(papers(range(5, 10), "?page=3"), box(range(6))),
    page(papers(range(10, 12)), box(range(6))),
)


def test_the_list_that_the_pager_turns_is_taken_on_all_pages() -> None:
    """What was taken for the list on the first page is taken back, and told; the last page has two entries."""
    made = lines(*CHAIN)
    assert links(made) == [f"/p/{n}" for n in range(12)]
    assert [line["detail"] for line in made if line["kind"] == "reject"] == ["right"]
    assert list(raw_of(made).entries["page"]) == [0] * 5 + [1] * 5 + [2] * 2


def test_a_site_file_names_the_list_that_the_pager_turns() -> None:
    """`add` and `check` look at the same pages and see the same list on each."""
    first, second, third = (
        kept(html.encode(), f"{URL}?page={n}" if n > 1 else URL, n - 1) for n, html in enumerate(CHAIN, 1)
    )
    [found] = frozen_lists(first, later=[second, third])
    assert found.selectors is not None
    assert found.selectors.entry == "ul.papers > li"
    assert [one.name for one in frozen_lists(second, first=first)] == [found.name]


STORIES = [f"/s/{n}" for n in range(6)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            page(box(range(6)), "<a rel='next' href='?page=2'>Older</a>", papers(range(5))),
            page(box(range(6)), "<a rel='next' href='?page=3'>Older</a>", papers(range(5, 10))),
        ),
        (
            page(f"<div>{box(range(6))}<a rel='next' href='?page=2'>Older</a></div>", papers(range(5))),
            page(f"<div>{box(range(6))}<a rel='next' href='?page=2'>Older</a></div>", papers(range(5, 10))),
        ),
        (
            page(
                papers(range(5), "?page=2"),
                box(range(6), "<p>Nobody had seen the {} like this before that day.</p>"),
            ),
            page(
                papers(range(5, 10)),
                box(range(6), "<p>Nobody had seen the {} like this before that day.</p>"),
            ),
        ),
        (
            page(papers(range(3), "?page=2"), box(range(6))),
            page(papers(range(3, 6)), box(range(6))),
        ),
        (
            page(box(range(6)), papers(range(5), "?page=2")),
            page(box(range(6)), papers(range(5, 10))),
        ),
        (
            page(f"<aside>{papers(range(5), '?page=2')}</aside>", box(range(6))),
            page(f"<aside>{papers(range(5, 10))}</aside>", box(range(6))),
        ),
        (page(papers(range(5), "?page=2"), box(range(6))), page(papers(range(5)), box(range(6)))),
    ],
    ids=[
        "a pager behind both",
        "the first page again, with other links beside it",
        "teasers, which a box has not",
        "a small box with a pager of its own",
        "a box behind the list",
        "a box in the frame",
        "nothing new on the second page",
    ],
)
def test_a_box_with_other_links_is_no_list_for_that(first: str, second: str) -> None:
    """What was found stays, and the page that shows it again ends the chain."""
    made = lines(first, second)
    assert links(made) == STORIES
    assert "page_repeated" in [line["reason"] for line in made if line["kind"] == "reject"]
