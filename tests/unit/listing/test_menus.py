"""A menu that nothing names navigation is no list of entries, and a list that looks like one is none."""

from __future__ import annotations

import pytest

from scraper.listing.dates.dated import spots
from scraper.listing.grouping.candidates import candidates
from scraper.listing.grouping.menus import menus
from scraper.listing.induce import chosen, induce
from scraper.listing.markup.tree import parse
from scraper.listing.records.counts import count
from tests.unit.listing import harbour

URL = "https://portus.example/reports"
WORDS = "crane quay pilot buoy barge dredger light wreck sluice tide anchor mole".split()
PARTS = {
    "Harbour": "Berths and fees|Pilots on the river|Tides for sailors|Winter storage halls|Notices to mariners",
    "Town": "Council and mayor|Streets under repair|Waste and recycling|Parks and gardens|Markets and fairs",
    "Schools": "Nursery places|Primary schools list|Music school fees|Evening classes|Holiday calendar",
    "Culture": "Museum of the port|Public library hours|Concert subscriptions|Theatre tickets|Art in the streets",
}
REPORTS = "".join(
    f"<tr><td>{n + 1}.</td><td><a href='/reports/{word}.pdf'>What the {word} costs the town</a></td></tr>"
    for n, word in enumerate(WORDS[:8])
)


def menu(opens: str, panel: str = "{}") -> str:
    """A menu of two storeys: what opens its items, and what stands around the lists below them."""
    items = "".join(
        f"<li>{opens.format(part)}"
        + panel.format(
            "<ul>"
            + "".join(f"<li><a href='/{part}/{n}'>{one}</a></li>" for n, one in enumerate(names.split("|")))
            + "</ul>"
        )
        + "</li>"
        for part, names in PARTS.items()
    )
    return f"<div class=bar><ul>{items}</ul></div>"  # fmt: skip


def kept(page: str, url: str = URL) -> list[str]:
    return [entry.title for one in chosen(induce(page, url)) for entry in one.entries]


@pytest.mark.parametrize(
    ("opens", "panel"),
    [("<a href='/{}/'>{}</a>", "{}"), ("<button>{}</button>", "{}"), ("<a href='#'>{}</a>", "<div>{}</div>")],
    ids=["a link", "a button", "a panel"],
)
def test_lists_below_linked_items_are_a_menu(opens: str, panel: str) -> None:
    """Twenty links in four lists are longer than eight undated reports; each list stands below what opens it."""
    page = menu(opens.replace("{}", "{0}"), panel) + f"<div><table>{REPORTS}</table></div>"
    assert kept(page) == [f"What the {word} costs the town" for word in WORDS[:8]]


@pytest.mark.parametrize("opens", ["<a href='?y=2026'>2026</a>", "<a href='?m=5'>May 2026</a>"])
def test_entries_below_a_linked_period_are_entries(opens: str) -> None:
    """An archive is divided by years and months, and these may be links."""
    entries = "".join(
        f"<li><a href='/news/{word}'>The {word} of the old port opens</a></li>" for word in WORDS
    )
    page = f"<h1>Archive</h1><div><ul><li>{opens}<ul>{entries}</ul></li></ul></div>"
    assert kept(page, "https://portus.example/archive/") == [
        f"The {word} of the old port opens" for word in WORDS
    ]


def test_entries_at_the_root_are_no_first_pages() -> None:
    """A blog may give each entry only a number: `/?p=12`."""
    entries = "".join(
        f"<div><h2><a href='/?p={n}'>The {word} of the old port opens</a></h2><p>The {word} was closed for two years, and the ward waited.</p></div>"
        for n, word in enumerate(WORDS)
    )
    assert kept(f"<h1>News</h1>{entries}", "https://portus.example/news/") == [
        f"The {word} of the old port opens" for word in WORDS
    ]


def columns(heads: list[str]) -> str:
    """A menu laid open: a heading and a list of links beside the next."""
    lists = zip(heads, PARTS.values(), strict=True)
    return "".join(
        f"<div><h4>{head}</h4><ul>{''.join(f'<li><a href=/{head[:3]}/{n}>{one}</a></li>' for n, one in enumerate(names.split('|')))}</ul></div>"
        for head, names in lists
    )


def test_columns_of_brief_links_are_a_menu() -> None:
    """Twenty of them say more than eight titles of a table."""
    page = f"<body><div>{columns(list(PARTS))}</div><div><table>{REPORTS}</table></div></body>"
    assert kept(page) == [f"What the {word} costs the town" for word in WORDS[:8]]


def are_menus(page: str) -> bool:
    """Whether all items of several lists of a page, taken together, are a menu."""
    tree = parse(f"<body>{page}</body>", URL)
    counts = count(tree, spots(tree), {})
    lists = [one for one in candidates(tree, counts) if one.shape == "cousins" and one.tag == "li"]
    return menus(tree, counts, [max(lists, key=lambda one: len(one.starts))])[0]


@pytest.mark.parametrize(
    ("head", "name", "menu"),
    [("Part {}", "{}", True), ("May {}", "{}", False), ("{}", "{}", False), ("Part {}", "Opinion {}-14", False), ("Part {}", "{} and what the town says of them", False)],
)  # fmt: skip
def test_columns_that_may_be_entries(head: str, name: str, menu: bool) -> None:
    """Lists below months or years are parted by when they were; opinions are called by a number, entries by a title."""
    lists = columns([head.format(2026 - n) for n in range(4)])
    for names in PARTS.values():
        for one in names.split("|"):
            lists = lists.replace(f">{one}<", f">{name.format(one)}<")
    assert are_menus(lists) == menu


def test_rows_that_hold_more_than_their_link_are_no_columns_of_a_menu() -> None:
    """Brief as they are, they may be entries."""
    assert are_menus(columns(list(PARTS)))
    assert not are_menus(columns(list(PARTS)).replace("</a></li>", "</a> <a href=/p>pdf</a></li>"))


def test_columns_of_a_menu_are_no_part_of_the_posts_below_it() -> None:
    """Which stand in a list of the same build, but have days."""
    posts = "".join(
        f"<li><a href=/blog/{word}>The {word} is back</a> <span>{n + 3} May 2026</span></li>"
        for n, word in enumerate(WORDS[:4])
    )
    page = f"<body>{columns(list(PARTS))}<div><h4>Latest posts</h4><ul>{posts}</ul></div></body>"
    assert kept(page) == [f"The {word} is back" for word in WORDS[:4]]


def test_a_menu_above_the_pages_heading_is_no_part_of_its_lists() -> None:
    """Rows of one tag stand in the menu as in the dated lists below the heading; one without dates behind it is a section."""
    menu = "".join(
        f"<li><a href=/{name.lower()}>{name}</a>"
        for name in ("Organisation", "Publications", "Members", "Projects")
    )
    boards = "".join(
        f"<h2>{board}</h2><ul>"
        + "".join(f"<li>1{n}.05.2026: <a href=/a/{at}{n}.pdf>{title}</a>" for n, title in enumerate(harbour.TITLES[:4]))
        + "</ul>"
        for at, board in enumerate(("Harbour board", "Quays committee"))
    )  # fmt: skip
    html = f"<html><body><ul>{menu}</ul><h1>Agendas</h1>{boards}</body></html>"
    entries = [
        entry for one in chosen(induce(html, "https://portus.example/agendas/")) for entry in one.entries
    ]
    assert [entry.title for entry in entries] == [*harbour.TITLES[:4]] * 2


def test_what_is_said_below_a_linked_title_is_no_menu() -> None:
    """An archive of mails has a list in each item that says who wrote it, without a link."""
    rows = "".join(
        f"<li><strong><a href='msg{n}.html'>The {word} and the tide</a></strong><ul><li><em>From</em>: Ada of the {word}</li></ul></li>"
        for n, word in enumerate(WORDS)
    )
    page = f"<html><title>Mail Index</title><body><h1>Mail Index</h1><hr><ul>{rows}</ul><hr></body></html>"
    assert kept(page, "https://portus.example/notes/maillist.html") == [
        f"The {word} and the tide" for word in WORDS
    ]


@pytest.mark.parametrize("opens", ["<a href=/y/{0}>{0}</a>", "<button>May {}</button>"])
def test_what_a_year_or_a_month_opens_is_no_menu(opens: str) -> None:
    """Its entries are as brief and as plain as the links of a menu's parts."""
    years = "".join(
        f"<li>{opens.format(year)}<ul>"
        + "".join(f"<li><a href=/{year}/{word}>What the {word} costs the town</a></li>" for word in WORDS[:4])
        + "</ul></li>"
        for year in (2026, 2025, 2024)
    )
    assert not are_menus(f"<ul>{years}</ul>")
    assert are_menus(f"<ul>{years.replace('2', 'No. ')}</ul>")
