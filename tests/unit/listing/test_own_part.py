"""A few entries in a rich frame are the page's list where its own heading opens them, and a box where another one does."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce, is_listing

URL = "https://portus.example/harbour/minutes"
SAID = "The wardens of the harbour answer every letter that reaches them before the tide turns. "
TITLES = ("The quay is closed for a week", "A crane for the old pier", "The ferry gets a second boat")
DAYS = ("12.10.2026", "30.9.2026", "4.9.2026")
EVENTS = "".join(
    f"<div class=event><span>{n + 10}.12.2026</span> <a href=/events/{n}>Evening of songs below the lighthouse</a></div>"
    for n in range(4)
)
SIDE = f"<div class=col-3><h3>Events</h3>{EVENTS}<h3>Who we are</h3><p>{SAID * 3}</p></div>"
FOOT = f"<div class=foot><p>{SAID * 4}</p><p>{SAID * 2}</p></div>"


def rows(count: int, folder: str = "/texts") -> str:
    told = zip(DAYS[:count], TITLES, strict=False)
    items = "".join(
        f"<li>{day} <a href={folder}/{n}-{title.split()[1]}>{title}</a></li>"
        for n, (day, title) in enumerate(told)
    )
    return f"<ul class=list>{items}</ul>"


def page(main: str, *, title: str = "Minutes", frame: str = SIDE + FOOT) -> str:
    return f"<html lang=en><head><title>{title} | Portus</title></head><body><div class=row><div class=col-9>{main}</div>{frame}</div></body></html>"


def kept(html: str, url: str = URL) -> list[str]:
    return [entry.title for one in chosen(induce(html, url)) for entry in one.entries]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Minutes</h1>",
        "<header><h1>Minutes</h1></header>",
        "<h2>Minutes</h2>",
        "<div class=componentheading>Minutes</div>",
    ],
)
def test_rows_below_the_heading_of_the_page_come_before_boxes(heading: str, count: int) -> None:
    """The part that it opens says no more than they do; the days to come beside it are more, and dated as well."""
    assert kept(page(heading + rows(count))) == list(TITLES[:count])


def test_plain_links_below_a_heading_that_names_them_come_before_dated_boxes() -> None:
    """Titles without days say less than four days to come, and these are called otherwise: better no entry than another list's."""
    titles = [
        f"{title}, as the wardens wrote it down for all who could not be there that day" for title in TITLES
    ]
    items = "".join(f"<li><a href=/texts/{n}>{title}</a></li>" for n, title in enumerate(titles))
    first, *_ = induce(page(f"<h1>Minutes</h1><ul class=list>{items}</ul>"), URL)
    assert [entry.title for entry in first.entries] == titles


def test_below_another_heading_few_rows_are_a_box() -> None:
    """What the page's heading opens is a text, or nothing; the notices beside it are none of it."""
    for main in (
        f"<h1>Moorings</h1><p>{SAID * 3}</p>",
        "<h1>Moorings</h1><p>No moorings are free at the moment.</p>",
    ):
        assert kept(page(main, title="Moorings"), "https://portus.example/moorings") == []
    box = page(f"<h1>Moorings</h1><p>{SAID}</p><h2>Read also</h2>{rows(3)}", title="Moorings")
    assert kept(box, "https://portus.example/moorings") == []


def test_a_heading_that_repeats_a_word_of_the_page_opens_a_part_of_it() -> None:
    """`Latest minutes` below `Minutes` is the same list; below `Read also` stands another."""
    said = [
        is_listing(page(f"<h1>Minutes</h1><h2>{head}</h2>{rows(3)}"), URL)
        for head in ("Latest minutes", "Read also")
    ]
    assert said[0] > 0.5
    assert said[1] < 0.3


def test_entries_of_one_folder_with_the_page_are_its_like() -> None:
    """A notice ends with three others that lie beside it; a list of them is called otherwise, or lies above."""
    html = page(f"<h1>The ferry stays</h1><h2>Read also</h2>{rows(3, '/board')}", title="The ferry stays")
    beside, above = (
        is_listing(html, f"https://portus.example/{path}") for path in ("board/7-ferry", "board")
    )
    assert beside < 0.2 * above


def test_a_form_for_members_beside_the_list_says_nothing_of_it() -> None:
    """Many sites have one on every page; in the list's own part it is what the page is for."""
    form = "<form><input name=who><input type=password name=word></form>"
    html = page(f"<h1>Minutes</h1>{rows(3)}", frame=form + SIDE + FOOT)
    assert is_listing(html, URL) == pytest.approx(
        is_listing(page(f"<h1>Minutes</h1>{rows(3)}"), URL), abs=0.05
    )
    assert is_listing(page(f"<h1>Minutes</h1>{form}{rows(3)}"), URL) < is_listing(html, URL) - 0.2


def test_topics_below_a_heading_that_names_no_listing_are_left() -> None:
    """Undated cards of services, each with a heading and a text, fill the part as entries would."""
    cards = "".join(
        f"<div class=card><h3><a href=/places/{n}>{title}</a></h3><p>{SAID}</p></div>"
        for n, title in enumerate(TITLES)
    )
    assert (
        kept(
            page(f"<h1>The old harbour</h1>{cards}", title="The old harbour"),
            "https://portus.example/places-of-old",
        )
        == []
    )


def test_a_root_with_a_name_is_no_front_page() -> None:
    """Sites of one list have it at their root, below a heading that says what it is."""
    html = page(f"<h1>Minutes</h1>{rows(3)}", frame=FOOT)
    named, front = (
        is_listing(html.replace("Minutes", name), "https://portus.example/") for name in ("Minutes", "Portus")
    )
    assert named > 2 * front


def test_titles_of_dense_scripts_are_parted_without_spaces() -> None:
    """`通知公告-港口` and `通知公告_港口` begin with the list's name."""
    for title in ("通知公告-港口管理局", "通知公告_港口管理局"):
        html = f"<html lang=zh><head><title>{title}</title></head><body><div class=row><div class=col-9><h3>通知公告</h3>{rows(3)}</div>{SIDE}{FOOT}</div></body></html>"
        assert kept(html, "https://portus.example/tzgg/") == list(TITLES)


def test_the_parts_of_an_issue_are_its_table() -> None:
    """Articles and reviews right below "Vol. 12, No. 2 (2026)" are its list; below the text of an article headed "News" they are boxes."""
    parts = "".join(
        f"<section><h2>{head}</h2><ul>{''.join(f'<li><h4><a href=/x/{head[:2]}{n}>{title}</a></h4></li>' for n, title in enumerate(titles))}</ul></section>"
        for head, titles in (
            ("Articles", ("A memory of salt", "Boats of paper", "The lamp and the law")),
            ("Reviews", ("Two books on tides",)),
        )
    )
    said = "<p>The first crossing took nine minutes longer than planned, and nobody on board minded it at all.</p>"
    frame = "<html lang=en><body><nav><a href=/>Home</a><a href=/a>About</a></nav><main>{}</main><footer><a href=/i>Imprint</a></footer></body></html>"
    issue = frame.format(f"<h1>Vol. 12, No. 2 (2026)</h1><p>Published 18 November 2026</p>{parts}")
    article = frame.format(f"<h1>News</h1>{said * 3}{parts}")
    assert is_listing(article, "https://portus.example/p/7") < 0.3
    assert is_listing(issue, "https://portus.example/toc/12/2") > 0.3
