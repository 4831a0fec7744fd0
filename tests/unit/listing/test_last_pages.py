"""The last pages of a list that was found by structure: what is left of it is taken, not what stands beside it on each page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from scraper.pages.extract import PageLines, Walk
from scraper.site import SiteFile

URL = "https://weir.example/notices/"
TOPICS = "flood ferry market bridge harbour council school theatre museum park library mill".split()
MENU = "".join(f"<li><a href='/about/{name}/'>About the {name} of the town</a></li>" for name in TOPICS[:7])


def notice(number: int, kind: str = "notice") -> str:
    topic = TOPICS[number % len(TOPICS)]
    return (
        f"<div class='{kind}'><h3><a href='/n/{number}/'>Notice {number} on the {topic} by the weir</a></h3>"
        f"<span class='day'>{1 + number % 28} March 2026</span><p>What the town decided on the {topic}, in a few words.</p></div>"
    )


def most_read(*numbers: int) -> str:
    rows = "".join(
        f"<li><a href='/read/{n}/'>People read of the {TOPICS[n]} most</a> <span>{n + 1} May 2025</span></li>"
        for n in numbers
    )
    return f"<div class='read'><h2>Most read</h2><ul class='most'>{rows}</ul></div>"


def page(entries: Iterable[str], beside: str = "", after: str = "") -> str:
    onward = f"<a rel='next' href='{after}'>Older notices</a>" if after else ""
    return (
        f"<html><head><title>Notices</title></head><body><ul class='menu'>{MENU}</ul><main><h1>Notices</h1>"
        f"<div class='notices'>{''.join(entries)}</div>{onward}</main>{beside}</body></html>"
    )


def walked(*pages: str) -> list[PageLines]:
    """What a run by address takes from the pages of one chain."""
    walk = Walk(SiteFile.model_validate({"id": "weir", "start": [URL]}))
    return [
        walk.listing(
            html,
            f"{URL}?page={number + 1}",
            encoding="utf-8",
            fetched=datetime(2026, 4, 2, tzinfo=UTC),
            number=number,
        )
        for number, html in enumerate(pages)
    ]


def links(made: PageLines) -> list[str]:
    return [line["url"].removeprefix("https://weir.example") for line in made.entries]


FIRST = page((notice(n) for n in range(10)), most_read(0, 1, 2, 3, 4, 5), after="?page=2")


@pytest.mark.parametrize("opening", ["<!--", "<script>", "<style>"])
def test_a_first_page_with_an_opening_that_nothing_closes(opening: str) -> None:
    """Its entries are taken, and its list goes on: what is learned of it is learned of the page as it was read."""
    last = page(notice(n) for n in range(10, 12))
    first, second = walked(FIRST.replace("<main>", f"{opening}<main>"), last)
    assert links(first) == [f"/n/{n}/" for n in range(10)]
    assert [reject["reason"] for reject in first.rejects] in (["comment_unclosed"], ["script_unclosed"])
    assert links(second) == ["/n/10/", "/n/11/"]


@pytest.mark.parametrize("left", [1, 2, 3])
def test_few_entries_beside_a_longer_box(left: int) -> None:
    """A box of six repeats better than the one to three entries that are left; it stood on the first page, too."""
    last = page((notice(n) for n in range(10, 10 + left)), most_read(0, 1, 2, 3, 4, 5))
    assert links(walked(FIRST, last)[1]) == [f"/n/{n}/" for n in range(10, 10 + left)]


@pytest.mark.parametrize("left", [1, 2])
def test_few_entries_beside_another_box(left: int) -> None:
    """A box that is new on the last page is none of the list, whose entries the first page's selectors find."""
    last = page((notice(n) for n in range(10, 10 + left)), most_read(6, 7, 8, 9, 10, 11))
    assert links(walked(FIRST, last)[1]) == [f"/n/{n}/" for n in range(10, 10 + left)]


def test_a_page_behind_the_last_one() -> None:
    """Without an entry of the list nothing is taken, and the chain has come to its end."""
    (reject,) = (
        made := walked(FIRST, page(["<p>Nothing found</p>"], most_read(0, 1, 2, 3, 4, 5)))[1]
    ).rejects
    assert (links(made), reject["reason"]) == ([], "list_over")


def test_an_archive_beside_each_page() -> None:
    """It links every entry on the first page already; on its own page an entry is linked once more."""
    archive = "".join(f"<li><a href='/n/{n}/'>Notice {n}</a></li>" for n in range(30))
    pages = (
        page((notice(n) for n in range(start, start + 10)), f"<ul class='archive'>{archive}</ul>", after)
        for start, after in ((0, "?page=2"), (10, "?page=3"), (20, ""))
    )
    assert [links(made) for made in walked(*pages)] == [
        [f"/n/{n}/" for n in range(start, start + 10)] for start in (0, 10, 20)
    ]


def test_an_archive_beside_the_first_page_alone() -> None:
    """A later page built otherwise shows entries that the first one linked from its archive: they stand in another place."""
    archive = "".join(f"<li><a href='/n/{n}/'>Notice {n}</a></li>" for n in range(30))
    first = page((notice(n) for n in range(10)), f"<ul class='archive'>{archive}</ul>", after="?page=2")
    rows = (notice(n, "row").replace("h3", "h4") for n in range(10, 20))
    assert links(walked(first, page(rows))[1]) == [f"/n/{n}/" for n in range(10, 20)]


def test_entries_of_a_new_build_among_the_known_ones() -> None:
    """Selectors of the first page miss an entry of a class that it had not; structure shows it, with its day."""
    rows = [notice(n) for n in range(10, 16)] + [notice(16, "alert")]
    assert links(walked(FIRST, page(rows, most_read(0, 1, 2, 3, 4, 5)))[1]) == [
        f"/n/{n}/" for n in range(10, 17)
    ]


def test_weekly_events_under_one_link() -> None:
    """The next page shows the same links on other days: they are entries of the list, whatever linked them before."""

    def week(first: int) -> str:
        return page(
            (
                f"<div class='notice'><h3><a href='/n/{n}/'>Choir number {n} sings at the weir</a></h3>"
                f"<span class='day'>{first + n} March 2026</span></div>"
                for n in range(6)
            ),
            after="?next",
        )

    assert [len(made.entries) for made in walked(week(1), week(8), week(15))] == [6, 6, 6]


def test_an_entry_without_an_element_of_its_own_above_the_pager() -> None:
    """Its teaser and the row of numbers are two boxes side by side, which structure calls by the name of the list."""

    def loose(number: int) -> str:
        topic = TOPICS[number % len(TOPICS)]
        return (
            f"<h2><a href='/n/{number}/'>Notice {number} on the {topic} by the weir</a></h2>"
            f"<p class='by'><span class='day'>{1 + number} March 2026</span> — Ada Holm</p>"
            f"<div class='said'>The {topic} stays open. What the town decided on it took a long evening, and most of it was agreed "
            "by all who came to the hall...</div>"
        )

    def framed(rows: Iterable[str], pager: str) -> str:
        return (
            "<html lang='en'><head><title>Notices</title></head><body><main class='page'><div class='wrap'><h1>Notices</h1>"
            f"{''.join(rows)}<div class='pages'>{pager}</div></div></main></body></html>"
        )

    first = framed(
        (loose(n) for n in range(8)), "<em>1</em><a href='?page=2'>2</a><a href='?page=2'>Older »</a>"
    )
    last = framed([loose(8)], "<a href='/notices/'>« Newer</a><a href='/notices/'>1</a><em>2</em>")
    (line,) = walked(first, last)[1].entries
    assert (line["url"], line["date"]) == ("https://weir.example/n/8/", "9 March 2026")


def test_a_lone_entry_has_the_cells_of_the_first_page() -> None:
    """Eight entries show which of two lines is the title; alone, one that is a name and a number would be its kicker."""

    def entry(number: int, title: str) -> str:
        return (
            f"<article class='post'><header><h2>{title}</h2></header><section class='said'><p>The {TOPICS[number]} stays open until the thaw. "
            f"What was decided on it took a long evening in the hall. Most of it was agreed …</p></section>"
            f"<footer><span>{1 + number} March 2026</span> · 2 min</footer>"
            f"<a class='over' aria-label='link to {title}' href='/n/{number}/'></a></article>"
        )

    first = page((entry(n, TOPICS[n].title()) for n in range(8)), after="?page=2")
    (line,) = walked(first, page([entry(8, "Post 1")]))[1].entries
    assert (line["title"], line["excerpt"][:17]) == ("Post 1", "The museum stays ")
