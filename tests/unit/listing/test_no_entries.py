"""Lists beside an article, menus of short links and the months of an archive make no page a listing."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce, is_listing

URL = "https://portus.example/notes/"
TOLD = (
    "<p>"
    + "The bridge master and the two keepers of the lock met on the quay before the tide turned. " * 3
    + "</p>"
)
LATEST = "".join(
    f"<div><b>BRIDGE</b><a href=/notes?id={n}>The lock closes for repairs from gate {n} to the old mill</a><i>0{n}.03.2026</i></div>"
    for n in range(1, 10)
)


def columns(paragraphs: int) -> str:
    """A page of two columns: below its heading some paragraphs, in the other nine dated entries."""
    text = TOLD * paragraphs
    return (
        f"<html><body><table><tr><td width=600><h1>The lock opens again</h1>{text}</td>"
        f"<td width=300 class=right><h4>More notes</h4>{LATEST}</td></tr></table></body></html>"
    )


def test_an_article_in_its_own_column_is_none() -> None:
    """Two paragraphs may introduce the list beside them."""
    assert is_listing(columns(12), URL) < 0.5
    assert is_listing(columns(2), URL) > 0.9


LINKS = [
    "Opening hours",
    "Dues and fees",
    "Sitemap",
    "Pilots",
    "Moorings",
    "Tide tables",
    "Contact",
    "The quays",
    "History",
]
HEADLINES = [
    "港口新桥今日通车",
    "大桥关闭至明年春季",
    "渔市开放时间延长",
    "防波堤修缮工程动工",
    "灯塔博物馆免费参观",
    "渡轮冬季时刻表公布",
]
MENU = "".join(f"<tr><td><a href=/p/{n}>{text}</a></td></tr>" for n, text in enumerate(LINKS * 3))


@pytest.mark.parametrize(
    ("rows", "listing"),
    [
        (MENU, False),
        (MENU.replace("</td></tr>", " (12)</td></tr>"), False),
        (MENU.replace("</td></tr>", ": what the harbour office asks and gives</td></tr>"), True),
        (
            "".join(f"<tr><td><a href=/p/{n}>{text}</a></td></tr>" for n, text in enumerate(HEADLINES * 3)),
            True,
        ),
        (
            "".join(f"<tr><td><a href=/b/{60 - n}.pdf>Bulletin {60 - n}</a></td></tr>" for n in range(27)),
            True,
        ),
    ],
)
def test_links_of_a_word_or_two_are_a_menu(rows: str, *, listing: bool) -> None:
    """What is said beside them, and numbers, make them entries."""
    page = f"<html><body><h1>Harbour</h1><table><tbody>{rows}</tbody></table></body></html>"
    assert (chosen(induce(page, URL)) != []) is listing


def test_notices_above_a_menu_are_no_days_of_it() -> None:
    """Of dates in a row none heads all that follows them."""
    notices = "".join(
        f"<p><i>{n} March 2026</i> <b>The lock is closed for gate {n}</b></p>" for n in (3, 4, 5)
    )
    boxes = "".join(
        "<div><ul>"
        + "".join(
            f"<li><a href=/p/{n}{box}>{text} of the harbour and the town</a></li>"
            for n, text in enumerate(LINKS)
        )
        + "</ul></div>"
        for box in "abc"
    )
    assert is_listing(f"<html><body>{notices}{boxes}</body></html>", URL) <= is_listing(
        f"<html><body>{boxes}</body></html>", URL
    )


def test_parts_of_a_site_with_their_counts_are_no_entries() -> None:
    """A menu says how many entries each part has; with a teaser such a row is one."""
    parts = "Harbour Schools Ferries Bridges Culture Sports Health Housing Energy Transport".split()
    rows = [f"<a href=/notes/{n}>{part} ({3 * n + 2})</a>" for n, part in enumerate(parts)]
    menu = "".join(f"<li>{row}</li>" for row in rows)
    assert chosen(induce(f"<main><ul>{menu}</ul></main>", URL)) == []
    told = "".join(
        f"<li>{row}<p>What the town did for its {part} in a year.</p></li>"
        for row, part in zip(rows, parts, strict=True)
    )
    (found,) = chosen(induce(f"<main><ul>{told}</ul></main>", URL))
    assert len(found.entries) == len(parts)


MONTHS = "December November October September August July June May April March February January".split()


@pytest.mark.parametrize(
    "row",
    [
        "<li><a href=/{y}/{m:02}/>{name} {y}</a> ({n})</li>",
        "<ul><li><a href=javascript:void(0)>►</a> <a href=/{y}_{m:02}_01_archive.html>{name}</a> ({n})</li></ul>",
        "<li><a href=/{y}/{m:02}/>{name} {y} [{n}]</a></li>",
        "<li><a href=/{y}/{m:02}/><b>{y}/{m:02}</b> <span>{n}篇</span></a></li>",
        "<li><a href=/{y}/{m:02}/><b>{y}/{m:02}</b><div><span>{n}</span><span>篇</span></div></a></li>",
        "<li><a href=/{y}/{m:02}/>{name} {y}</a> {n} notes</li>",
    ],
)
def test_months_with_their_counts_are_no_entries(row: str) -> None:
    """An archive says where entries are, whatever its addresses tell."""
    rows = "".join(
        row.format(y=year, m=12 - at, n=at + 3, name=name)
        for year in (2026, 2025)
        for at, name in enumerate(MONTHS)
    )
    assert chosen(induce(f"<html><body><h1>Archive</h1><div>{rows}</div></body></html>", URL)) == []


@pytest.mark.parametrize("row", ["{y}年 {m}月", "Issue {m} {y}", "{name} {y}, {n} pages of news"])
def test_months_that_nothing_counts_are_entries(row: str) -> None:
    """A month's or an issue's number is no count, and a count of pages of news stands in a title."""
    rows = "".join(
        f"<li><a href=/n/{n}.pdf>{row.format(y=2026, m=12 - n, n=n + 3, name=name)}</a></li>"
        for n, name in enumerate(MONTHS)
    )
    page = f"<html><body><h1>Newsletters</h1><ul>{rows}</ul></body></html>"
    assert [len(one.entries) for one in chosen(induce(page, URL))] == [12]


def test_a_newsletter_a_month_is_an_entry() -> None:
    """Nothing counts it."""
    rows = "".join(f"<li><a href=/n/{n}.pdf>{name} 2026</a></li>" for n, name in enumerate(MONTHS))
    page = f"<html><body><h1>Newsletters</h1><ul>{rows}</ul></body></html>"
    assert [len(one.entries) for one in chosen(induce(page, URL))] == [12]


def test_short_titles_that_lead_below_the_page_are_entries() -> None:
    """`/notes/` to `/notes/12.html`: a menu leads all over the site."""
    rows = "".join(f"<li><a href=/notes/{n}.html>{text}</a></li>" for n, text in enumerate(LINKS))
    page = f"<html><body><h1>Notes</h1><ul>{rows}</ul></body></html>"
    assert is_listing(page, URL) > 0.5
    assert is_listing(page.replace("/notes/", "/p/"), URL) < is_listing(page, URL)


def partners(places: str) -> str:
    """Seven partners with a text each, below a heading that names a listing."""
    cards = "".join(
        f"<div class=card><h3><a href=https://{name.lower()}.example{places}>The {name} of the old harbour</a></h3>"
        "<p>They have worked with the keepers of the lock on nets and boats for many years.</p></div>"
        for name in ("Museum", "School", "Union", "Board", "Market", "Choir", "Archive")
    )
    return f"<html lang=en><title>News</title><main><h1>News</h1>{cards}</main></html>"


def test_partners_lead_to_first_pages_and_are_no_entries() -> None:
    """News of other sites lead to pages of these."""
    assert chosen(induce(partners("/"), URL)) == []
    assert [len(one.entries) for one in chosen(induce(partners("/2026/new-boats"), URL))] == [7]


@pytest.mark.parametrize(("address", "kept"), [("/archive/{year}", False), ("/reports/{year}.pdf", True)])
def test_years_that_lead_to_pages_are_no_entries(address: str, kept: bool) -> None:
    """An archive of nothing but years is walked by none; the reports of sixteen years are sixteen files."""
    years = "".join(
        f"<li><a href={address.format(year=year)}>{year}</a></li>" for year in range(2026, 2010, -1)
    )
    page = f"<title>Archive</title><body><main><h1>Archive</h1><ul class=years>{years}</ul></main>"
    assert bool(chosen(induce(page, "https://portus.example/archive"))) is kept


def test_years_with_their_months_are_no_entries() -> None:
    """`2026` over links to its months, six times: an archive to walk, and no list of six years."""
    months = "".join(f"<a href=/archive/{{year}}/{n:02}>{name}</a> " for n, name in enumerate(MONTHS, 1))
    years = "".join(f"<h3>{year}</h3><p>{months.format(year=year)}</p>" for year in range(2026, 2020, -1))
    found = induce(
        f"<title>Archive</title><body><main><h1>Archive</h1>{years}</main>", "https://portus.example/archive"
    )
    assert [len(one.entries) for one in found if len(one.entries) == 6] == []


MONTHS = "January February March April May June July August September October November December".split()


def test_years_below_pictures_that_say_more_are_entries() -> None:
    """An exhibition of each year, called what its picture shows."""
    words = "crane quay pilot buoy barge dredger light wreck sluice".split()
    cards = "".join(
        f"<div><a href=/shows/{2026 - n}><img src=/{n}.jpg alt='The {word} of the old port'><h3>{2026 - n}</h3></a></div>"
        for n, word in enumerate(words)
    )
    page = f"<title>Shows</title><body><main><h1>Exhibitions</h1><div class=shows>{cards}</div></main>"
    kept = chosen(induce(page, "https://portus.example/shows"))
    assert [entry.title for one in kept for entry in one.entries] == [
        f"The {word} of the old port" for word in words
    ]


@pytest.mark.parametrize(
    "link", ["/arc/quay/{year}-{month:02}/", "/arc/{year}/{month:02}", "/arc/{year}{month:02}/index.html"]
)
def test_a_calendar_of_months_is_no_list(link: str) -> None:
    """The front of an archive of mail: `01 02 03` beside each year, and how many came in each month for those who rest on it."""
    rows = "".join(
        f"<tr><th>{year}</th>"
        + "".join(
            f"<td><a href='{link.format(year=year, month=month)}' title='{year % 100 + month} messages'>{month:02}</a></td>"
            for month in range(1, 13)
        )
        + "</tr>"
        for year in (2026, 2025, 2024)
    )
    html = f"<html lang=en><title>quay</title><body><main><h1>quay - Archives</h1><table>{rows}</table></main></body></html>"
    assert chosen(induce(html, "https://portus.example/arc/quay")) == []
