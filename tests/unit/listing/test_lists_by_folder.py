"""Boxes of one build that lead to a folder with a name of its own each are lists of their own."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

NOTICES = (
    "The ferry stays in port",
    "Water is cut off on Monday",
    "The library moves",
    "Markets in May",
    "Roads closed",
)
LAWS = (
    "On the fees of the harbour",
    "On dogs in parks",
    "On the tax on second homes",
    "On noise",
    "On the weekly market",
)


def _box(folder: str, titles: tuple[str, ...], head: str) -> str:
    rows = "".join(
        f'<li><a href="{folder}20260{n + 1}/t{n}.html">{title}</a><span>2026-0{n + 1}-1{n}</span></li>'
        for n, title in enumerate(titles)
    )
    return f'<div class="box"><div class="tt"><a href="{folder}">{head}</a></div><ul>{rows}</ul></div>'


def _kept(first: str, second: str) -> list[tuple[str, int]]:
    boxes = _box(first, NOTICES, "Notices") + _box(second, LAWS, "Laws")
    page = f'<body><div class="main">{boxes}</div></body>'
    kept = chosen(induce(page, "https://town.example/open/"))
    return [(one.name, len(one.entries)) for one in kept]


def test_notices_and_laws_are_two_lists() -> None:
    """Notices and laws are two lists."""
    assert _kept("/open/notices/", "/open/laws/") == [("notices", 5), ("laws", 5)]


def test_two_years_are_one_list() -> None:
    """Two years are one list."""
    assert [number for _, number in _kept("/open/2026/", "/open/2025/")] == [10]


def test_rows_of_a_grid_are_one_list_whatever_they_lead_to() -> None:
    """Rows of a grid are one list whatever they lead to."""
    rows = "".join(
        '<div class="row">'
        + "".join(
            f'<div class="card"><h3><a href="/{folder}/{title.lower().replace(" ", "-")}.html">{title}</a></h3>'
            f"<span>2026-05-{20 - 4 * at - n}</span></div>"
            for n, title in enumerate(titles[:4])
        )
        + "</div>"
        for at, (folder, titles) in enumerate((("politics", NOTICES), ("culture", LAWS)))
    )
    kept = chosen(
        induce(
            f'<body><main><h1>News</h1><div class="grid">{rows}</div></main></body>', "https://u.example/n/"
        )
    )
    assert [len(one.entries) for one in kept] == [8]


def test_boxes_that_lead_to_one_folder_are_one_list() -> None:
    """Boxes that lead to one folder are one list."""
    assert [number for _, number in _kept("/open/notices/", "/open/notices/")] == [10]


def test_three_columns_of_panels_are_three_lists_and_all_are_kept() -> None:
    """However deep their rows lie, nothing is lost that was one list."""
    panels = "".join(
        f'<div class="col"><div class="panel"><div>{name}</div><div class="body"><div><ul>'
        + "".join(
            f'<li><a href="/{name}/{n}.pdf">{title}</a> (1{n}-05-2026)</li>' for n, title in enumerate(titles)
        )
        + "</ul></div></div></div></div>"
        for name, titles in (("news", NOTICES), ("tenders", LAWS), ("jobs", NOTICES[::-1]))
    )
    kept = chosen(
        induce(
            f'<body><main><h1>News and notices</h1><div class="row">{panels}</div></main></body>',
            "https://u.example/news",
        )
    )
    assert [(one.name, len(one.entries)) for one in kept] == [("news", 5), ("tenders", 5), ("jobs", 5)]


def _beside(url: str, folder: str, *, before: bool) -> list[str]:
    """A page's own list and a box of the same build, with the first folder of what is kept of each."""
    own = "".join(
        f"<li><a href={url}{n}-crane>{title}</a> {20 - n} May 2026</li>" for n, title in enumerate(NOTICES)
    )
    box = "".join(
        f"<li><a href=/{folder}/{n}-quay>{title}</a> {3 + n} June 2026</li>" for n, title in enumerate(LAWS)
    )
    parts = [f"<div><ul>{own}</ul></div>", f"<div><h3>More of them</h3><ul>{box}</ul></div>"]
    lists = "".join(reversed(parts) if before else parts)
    kept = chosen(induce(f"<body><main><h1>News</h1>{lists}</main></body>", f"https://town.example{url}"))
    return sorted({entry.url.split("/")[3] for one in kept for entry in one.entries})


@pytest.mark.parametrize("before", [True, False], ids=["above", "below"])
@pytest.mark.parametrize("folder", ["events", "veranstaltungen", "agenda-culturel"])
def test_days_to_come_on_a_page_of_news_are_no_news(folder: str, before: bool) -> None:
    """However alike they are built: the page's own address says what it is for."""
    assert _beside("/news/", folder, before=before) == ["news"]


@pytest.mark.parametrize(
    ("url", "folder"),
    [("/minutes/", "agendas"), ("/news/", "notices"), ("/town/", "town/events"), ("/events/", "events/past")],
)
def test_what_belongs_to_the_page_stays(url: str, folder: str) -> None:
    """Agendas beside minutes, notices beside news, and what lies below the page's own address."""
    assert _beside(url, folder, before=False) == sorted({url.split("/")[1], folder.split("/")[0]})
