"""Which of a list's records are entries: the list decides, and an entry of another shape stays."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/news/"
ADVERT = '<a href="https://shop.example/boots"><img src=/ad.png alt="The best boots for wet paths"></a>'


def titles(rows: list[str]) -> list[str]:
    page = f"<h1>News</h1><div class=list>{''.join(rows)}</div>"
    return [entry.title for one in chosen(induce(page, URL)) for entry in one.entries]


def entry(n: int, *, dated: bool = True, headed: bool = True, href: str = "") -> str:
    link = f"<a href={href or f'/news/{n}'}>The harbour entry number {n}</a>"
    day = f"<span>{n + 10}.05.2026</span>" if dated else ""
    return (
        f"<div>{f'<h3>{link}</h3>' if headed else link}{day}<p>A teaser of some words, number {n}.</p></div>"
    )


WHOLE = [f"The harbour entry number {n}" for n in range(6)]


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("headed", [True, False])
def test_adverts_with_a_text_of_their_own(dated: bool, headed: bool) -> None:
    """One leads to another site and is made differently."""
    rows = [entry(n, dated=dated, headed=headed) for n in range(6)]
    rows[2:2] = rows[4:4] = [f"<div>{ADVERT}<span>Sponsored</span></div>"]
    assert titles(rows) == WHOLE


def test_a_box_between_entries() -> None:
    """Without the date and the heading that the others have it is part of the frame."""
    rows = [entry(n) for n in range(6)]
    assert (
        titles([*rows[:3], "<div><a href=/newsletter>Get our letter every week</a></div>", *rows[3:]])
        == WHOLE
    )


def test_an_entry_elsewhere_stays() -> None:
    """A dated headline on another site is an entry."""
    rows = [entry(n) for n in range(5)] + [entry(5, href="https://gazette.example/otters")]
    assert titles(rows) == WHOLE


def test_a_row_above_the_pages_heading() -> None:
    """Old pages set everything in tables: a row without a day above the heading is none of the rows that all have one."""
    rows = "".join(
        f"<tr><td>0{n}/08/26</td><td>14203{n}</td><td><a href=/o/14203{n}.pdf>The harbour v. Quay {n}</a></td></tr>"
        for n in range(1, 7)
    )
    feed = "<table><tr><td><a href=/feed><img src=f.gif alt=feed></a></td><td>New! Subscribe to the feed<br><a href=/how.pdf>How to read it</a></td></tr></table>"
    terms = "".join(
        f"<h2>Term {n}</h2><table>{part}</table>"
        for n, part in enumerate((rows[: len(rows) // 2], rows[len(rows) // 2 :]))
    )
    found = chosen(induce(f"<table><tr><td>{feed}<h1>Rulings</h1>{terms}</td></tr></table>", URL))
    assert [row.title for one in found for row in one.entries] == [
        f"The harbour v. Quay {n}" for n in range(1, 7)
    ]


@pytest.mark.parametrize("odd", [entry(5, dated=False), entry(5, headed=False)])
def test_one_entry_of_another_shape_stays(odd: str) -> None:
    """It lacks the date or the heading, not both."""
    assert titles([*(entry(n) for n in range(5)), odd]) == WHOLE


CARD = "<div class=cell><a class=card href=/news/{0}><time>{1}.05.2026</time><h3 class=head>The harbour entry number {0}</h3></a></div>"


@pytest.mark.parametrize("href", ["/newsletter", "/shop/boots"])
def test_a_box_among_cards_has_a_heading_of_its_own(href: str) -> None:
    """It is undated, made otherwise, and leads to another part of the site."""
    rows = [CARD.format(n, n + 10) for n in range(6)]
    rows[2:2] = [
        f"<div class=cell><div class=box><h3>Never miss an entry again</h3><a class=btn href={href}>Order</a></div></div>"
    ]
    assert titles(rows) == WHOLE


def test_an_undated_card_stays() -> None:
    """It is made as the others are, wherever it leads."""
    rows = [CARD.format(n, n + 10) for n in range(6)]
    rows[5] = (
        "<div class=cell><a class=card href=/files/5.pdf><h3 class=head>The harbour entry number 5</h3></a></div>"
    )
    assert titles(rows) == WHOLE


def test_a_menu_made_as_the_entries_are() -> None:
    """It has no day, and says nothing but links."""
    menu = (
        "<div><a href=/home>The harbour</a> <a href=/dues>Dues and fees</a> <a href=/crew>The crew</a></div>"
    )
    rows = [
        f"<div><b>The harbour entry number {n}</b><br>{n + 10}.05.2026<br>A text of some words, number {n}.</div>"
        for n in range(6)
    ]
    assert titles([menu, *rows]) == WHOLE


@pytest.mark.parametrize(
    "beside",
    [
        "<p class=tags><a href=/tag/harbour>Harbour</a> <a href=/tag/dues>Dues</a></p>",
        "<div class=share><a href=https://face.example/s>Share</a> <a href=https://x.example/s>Post</a></div>",
        "<p><a href=/files/a.pdf>PDF</a> <a href=/files/a.docx>DOCX</a></p>",
    ],
)
@pytest.mark.parametrize("folder", ["/news/", "/"])
def test_an_undated_entry_with_tags_is_no_menu(beside: str, folder: str) -> None:
    """Its links are all that it says, as in the entries beside it that have a day."""
    dates = ["", *(f"<span>{n + 10} May 2026</span>" for n in range(1, 6))]
    rows = [
        f"<li>{dates[n]}<h3><a href={folder}harbour-{n}>The harbour entry number {n}</a></h3>{beside}</li>"
        for n in range(6)
    ]
    assert titles([f"<ul>{''.join(rows)}</ul>"]) == WHOLE


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_note_among_dated_paragraphs_is_no_entry(place: int) -> None:
    """Its link stands in its sentence and leads to another part of the site; it has no day."""
    rows = [
        f"<p><b>{n + 10}.05.2026</b> <a href=/news/{n}>The harbour entry number {n}</a></p>" for n in range(6)
    ]
    rows.insert(
        place,
        "<p>What is older than a year can be found in the <a href=/archive>archive of the harbour</a>.</p>",
    )
    assert titles(rows) == WHOLE


def test_an_undated_paragraph_of_the_list_stays() -> None:
    """Its link leads where the others do, or stands first."""
    rows = [
        f"<p><b>{n + 10}.05.2026</b> <a href=/news/{n}>The harbour entry number {n}</a></p>" for n in range(4)
    ]
    rows += ["<p>Told by the harbour master himself: <a href=/news/4>The harbour entry number 4</a></p>"]
    rows += [
        "<p><a href=/books/5>The harbour entry number 5</a>, a book of some length on all our boats and their crews</p>"
    ]
    assert titles(rows) == WHOLE


@pytest.mark.parametrize(
    ("places", "kept"),
    [(("news", "tenders"), 5), (("2026", "2025"), 10), (("docs", "docs"), 10)],
    ids=["news and tenders", "two years", "two boards"],
)
@pytest.mark.parametrize("mark", ["class='tab-pane {}'", "role=tabpanel class='x {}'"])
def test_tabs_of_two_things_are_two_lists(places: tuple[str, str], kept: int, mark: str) -> None:
    """One tab is seen at a time; years and boards part one list."""
    panels = "".join(
        f"<div {mark.format('' if at else 'active')}>"
        + "".join(
            f"<div class=it><span>{n + 10}.05.2026</span> <a href=/{place}/{at}{n}>The harbour entry number {at}{n}</a></div>"
            for n in range(5)
        )
        + "</div>"
        for at, place in enumerate(places)
    )
    found = titles(
        [f"<ul><li><a href=#a>First</a><li><a href=#b>Second</a></ul><div class=tabs>{panels}</div>"]
    )
    assert len(found) == kept


def test_news_beside_days_to_come_are_what_the_page_is_called_for() -> None:
    """Built alike, the days are more and have no teaser; the news lie below the page's own address, and their button is no title."""
    news = "".join(
        f"<div class=news><h3>The harbour entry number {n}</h3><p>{n + 10}.05.2026</p><p>{text}</p><a href=/news/{n}>Read more</a></div>"
        for n, text in enumerate(
            (
                "After four days of wind the first crossing left at six in the morning, with forty people on board.",
                "Two machines from the yard on the river replace those of the sixties, which go to the museum.",
                "Nets, lamps and the wheel of the last steam tug are on show until June, on two floors.",
            )
        )
    )
    days = "".join(
        f"<div class=day><span>{n + 10}.06.2026</span> <a href=/events/{n}>The harbour walk number {n}</a></div>" for n in range(7)
    )  # fmt: skip
    page = f"<h1>News</h1><div>{news}</div><div><h2>Events</h2>{days}</div>"
    found = induce(page, URL)
    assert [entry.title for one in chosen(found) for entry in one.entries] == WHOLE[:3]
    at_events = chosen(induce(page, "https://portus.example/events"))
    assert [entry.url for one in at_events for entry in one.entries] == [
        f"https://portus.example/events/{n}" for n in range(7)
    ]


@pytest.mark.parametrize("url", [URL, "https://portus.example/"])
def test_sections_without_the_teasers_of_the_first_are_kept(url: str) -> None:
    """A newspaper's first section says more of each entry; each section leads to its own folder."""
    item = "<div class=item><h3><a href=/{part}/{n}>The {part} entry number {n}</a></h3><span>{day}.05.2026</span>{said}</div>"
    said = "<p>After four days of wind the first crossing left at six in the morning, with forty people on board.</p>"
    page = "".join(
        f"<section><h2>{part}</h2>"
        + "".join(item.format(part=part, n=n, day=n + 10, said=said * (part == "politics")) for n in range(5))
        + "</section>"
        for part in ("politics", "culture", "sports")
    )
    found = chosen(induce(f"<main><h1>News</h1>{page}</main>", url))
    assert sum(len(one.entries) for one in found) == 15


@pytest.mark.parametrize("way_out", ["/tides/", "/", "/tides/charts/?sortby=age"])
def test_the_way_out_of_a_folder_is_no_entry_of_it(way_out: str) -> None:
    """A repository's folder tells ages, no days; a row that leads to the one above it was its first file."""
    names = ["north.xml", "south.xml", "images/", "old/", "mole.properties"]
    rows = "".join(
        f"<tr><td><a href=/tides/charts/{name}>{name}</a><td><b>r1688</b><td>14 years<td>Charts of part {n} are read again"
        for n, name in enumerate(names)
    )
    up = f"<tr><td><a href={way_out}><img src=/up.png alt=''>Up one level</a><td><td><td>"
    page = f"<h1>Index of /tides/charts</h1><table><thead><tr><th>File<th>Rev.<th>Age<th>Log</thead><tbody>{up}{rows}</table>"
    kept = chosen(induce(page, "https://svn.portus.example/tides/charts/"))
    assert [entry.title for one in kept for entry in one.entries] == names


@pytest.mark.parametrize(("url", "link"), [("/?cat=1", "/?p={}"), ("/news/", "/news/?id={}")])
def test_entries_that_differ_from_the_page_by_their_query(url: str, link: str) -> None:
    """Of a list without days none leads to the page itself, as the way out of a folder does."""
    rows = "".join(f"<li><a href={link.format(4711 - n)}>{title}</a>" for n, title in enumerate(WHOLE))
    found = chosen(induce(f"<main><h1>News</h1><ul>{rows}</ul></main>", f"https://portus.example{url}"))
    assert [entry.title for one in found for entry in one.entries] == WHOLE


@pytest.mark.parametrize("odd", ["/?p=4711", "/news/?id=4711"])
def test_one_entry_asked_for_among_others_in_a_folder(odd: str) -> None:
    """A page asked for by number is no way out."""
    rows = "".join(
        f"<li><a href={odd if n == 2 else f'/news/{4711 - n}'}>{title}</a>" for n, title in enumerate(WHOLE)
    )
    found = chosen(induce(f"<main><h1>News</h1><ul>{rows}</ul></main>", "https://portus.example/news/"))
    assert [entry.title for one in found for entry in one.entries] == WHOLE


def test_a_card_whose_day_is_to_be_told() -> None:
    """In a list without links it is made as the others are, its words in the day's place; one that is made otherwise is a box."""
    card = (
        "<article class=card><span class=tag>Quay</span><div class=day>{}</div><h3>{}</h3><p>{}</p></article>"
    )
    days = [f"{n + 10} May 2026" for n in range(8)] + ["To be announced"]
    cards = "".join(card.format(day, TITLES[n], TEXTS[n % 8]) for n, day in enumerate(days))
    box = "<article class=card><h3>Write to us</h3><p>The office answers within two days.</p></article>"
    page = f"<html lang=en><body><main><h1>News</h1><div class=grid>{cards}{box}</div></main></body></html>"
    [kept] = chosen(induce(page, URL))
    assert [(entry.title, entry.date) for entry in kept.entries] == list(
        zip(TITLES[:9], [*days[:8], ""], strict=True)
    )


def test_a_sum_below_a_table_is_no_row() -> None:
    """It is made as the rows are, and has neither day nor heading."""
    rows = "".join(f"<tr><td>{n + 10}.05.2026</td><td>{TITLES[n]}</td><td>{n}</td></tr>" for n in range(6))
    page = f"<html lang=en><body><main><h1>News</h1><table>{rows}<tr><td></td><td>All of them</td><td>15</td></tr></table></main>"
    [kept] = chosen(induce(page, URL))
    assert [entry.title for entry in kept.entries] == list(TITLES[:6])


def card(n: int, *, order: str = "{day}{title}{text}") -> str:
    """A card of a list whose title is a link in a heading."""
    title = f"<h3><a href=/news/{n}>{TITLES[n]}</a></h3>"
    return f"<div class=item>{order.format(day=f'<span>{20 - n}.05.2026</span>', title=title, text=f'<p>{TEXTS[n]}</p>')}</div>"


LETTER = "<div class='item promo'><h3>Get our letter</h3><p>The best stories in your inbox each Friday.</p><a href=/newsletter>Sign up</a></div>"


@pytest.mark.parametrize("order", ["{day}{title}{text}", "{title}{text}{day}", "{title}{day}"])
@pytest.mark.parametrize("places", [(3,), (2, 5), (1, 3, 6)])
def test_a_box_between_cards_is_none_of_the_card_above_it(places: tuple[int, ...], order: str) -> None:
    """It bears the class of the cards, stands there again and has no day: its words were the teaser's end, or it was an entry."""
    cards = [card(n, order=order) for n in range(8)]
    for place in reversed(places):
        cards.insert(place, LETTER)
    page = (
        f"<html lang=en><body><main><h1>News</h1><div class=list>{''.join(cards)}</div></main></body></html>"
    )
    rows = [(row.title, row.excerpt) for one in chosen(induce(page, URL)) for row in one.entries]
    assert rows == [(title, text * ("text" in order)) for title, text in zip(TITLES, TEXTS, strict=False)]


def test_two_undated_entries_that_lead_to_one_page_stay() -> None:
    """A box that is set again says the same again; two courses without a day on one page do not, and both were left out."""
    cards = [card(n) for n in range(6)]
    for place, said in ((2, "For all who steer a boat."), (5, "For all who have steered one for years.")):
        course = f"<div class=item><h3><a href=/news/course>Course for skippers</a></h3><p>{said}</p></div>"
        cards.insert(place, course)
    page = (
        f"<html lang=en><body><main><h1>News</h1><div class=list>{''.join(cards)}</div></main></body></html>"
    )
    rows = [row.title for one in chosen(induce(page, URL)) for row in one.entries]
    assert rows.count("Course for skippers") == 2
    assert len(rows) == 8
