"""Goods, places, people and figures are told from entries by what stands in each of them."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing

URL = "https://portus.example/harbour"
WORDS = "crane quay pilot buoy barge dredger light wreck".split()
ENTRY = "<h3><a href='/harbour/{n}'>The {word} of the old port</a></h3><p>What the {word} is for, told in a line or two.</p>"


def judged(more: str, beside: str = "") -> float:
    rows = "".join(f"<div>{(ENTRY + more).format(n=n, word=word)}</div>" for n, word in enumerate(WORDS))
    return is_listing(f"<html><body>{beside}<div>{rows}</div></body></html>", URL)


@pytest.mark.parametrize(
    "more",
    [
        "<b>1{n},50 €</b><button>Buy</button>",
        "<b>$</b><b>2{n}.00</b><a href='/cart?add={n}'>+</a>",
        "<p>Tel.: 040 555 01 0{n}</p>",
        "<p><a href='mailto:{word}@portus.example'>Write</a></p>",
        "<i>{n}</i><i>1{n}</i><i>4.{n}</i>",
    ],
    ids=["price and button", "price and cart", "telephone", "mail", "figures"],
)
def test_a_catalogue_is_no_listing(more: str) -> None:
    """What each record sells, whom to call there, what was counted: with it the same page is hardly a listing."""
    assert judged(more) < 0.3 * judged("")


@pytest.mark.parametrize(
    "more",
    ["<b>1{n},50 €</b>", "<button>Share</button>", "<time>2{n}.04.2026</time><b>9 €</b><button>Book</button>", "<i>{n}</i>"],
    ids=["a price", "a button", "dated", "a figure"],
)  # fmt: skip
def test_one_sign_alone_says_nothing(more: str) -> None:
    """Courses have a price, articles are shared, concerts are dated: all may be entries."""
    assert judged(more) > 0.5 * judged("")


PRICED = "<b>1{n},50 €</b>"


def test_a_price_is_enough_where_the_page_has_a_cart() -> None:
    """A cart is linked or is the name of a part of the page; dates make entries of what a shop tells all the same."""
    for cart in ("<a href='/cart'>0</a>", "<div class=topBasket>0</div>", "<div id=mini-panier>0</div>"):
        assert judged(PRICED, beside=cart) < 0.3 * judged("", beside=cart)
        assert judged("<time>2{n}.04.2026</time>" + PRICED, beside=cart) > 0.5 * judged("", beside=cart)
    for word in ("<a href='/cartography'>Maps</a>", "<div class=basketball>3:2</div>"):
        assert judged(PRICED, beside=word) > 0.5 * judged("", beside=word)


def test_goals_are_no_hours() -> None:
    """Figures beside what looks like an hour, `12:22`, are figures: a table of clubs is hardly a listing."""
    assert judged("<i>{n}</i><i>1{n}</i><i>1{n}:2{n}</i><i>3{n}</i>") < 0.95 * judged("<i>1{n}:2{n}</i>")
    assert judged("<i>{n}</i><i>1{n}</i><i>2{n} May 2026</i><i>3{n}</i>") > 0.95


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("Our team", "/x"),
        ("", "/de/preise"),
        ("Horaires d’ouverture", "/x"),
        ("Cennik biletów 2027", "/x"),
        ("Services", "/x"),
        ("Plan du site", "/x"),
        ("Unsere Leistungen", "/x"),
        ("", "/услуги/"),
        ("Nos produits", "/x"),
        ("", "/製品"),
        ("Frequently Asked Questions", "/x"),
        ("Foire aux questions", "/x"),
        ("", "/help/faq.html"),
        ("よくあるご質問", "/x"),
    ],
)
def test_a_page_may_call_itself_a_catalogue(heading: str, path: str) -> None:
    """Undated rows of a page of staff, prices or hours are no entries; dated ones, and those of its news, may be."""

    def page(more: str, title: str, path: str = path) -> float:
        rows = "".join(f"<div>{(ENTRY + more).format(n=n, word=word)}</div>" for n, word in enumerate(WORDS))
        return is_listing(f"<html><body><h1>{title}</h1><div>{rows}</div></body></html>", URL + path)

    assert page("", heading) < 0.1 * page("", "The port", "/x")
    assert page("<time>2{n}.04.2026</time>", heading) > 0.5


BANDS = "Alder Birch Cedar Elm Hazel Larch Rowan Willow".split()
EVENTS = {
    "day and month in two elements": "<li><b>{day}</b><i>Nov</i><a href='/gig/{n}'>{band}</a><small>19:30</small></li>",
    "three elements": "<li><i>{day}</i><i>Nov</i><i>2026</i><a href='/gig/{n}'>{band}</a><small>19:30</small></li>",
    "a weekday, too": "<li><i>Fr</i><i>{day}</i><i>Nov</i><a href='/gig/{n}'>{band}</a><small>19:30</small></li>",
    "no year": "<li><i>{day}.11.</i> <i>19:30</i> <a href='/gig/{n}'>{band}</a></li>",
    "weekday and no year": "<li><i>Mo {day}/11</i> <i>19:30</i> <a href='/gig/{n}'>{band}</a></li>",
    "weekday of another language": "<li><i>Th 5 {day}/11</i> <i>19:30</i> <a href='/gig/{n}'>{band}</a></li>",
    "attribute": "<li><time datetime='2026-11-{day}T19:30'>19:30</time><a href='/gig/{n}'>{band}</a></li>",
}


def gigs(row: str) -> float:
    rows = "".join(row.format(n=n, day=20 + n, band=band) for n, band in enumerate(BANDS))
    return is_listing(f"<html><body><h2>Gigs</h2><ul>{rows}</ul></body></html>", URL)


@pytest.mark.parametrize("row", EVENTS.values(), ids=EVENTS)
def test_short_events_have_hours_too(row: str) -> None:
    """A day anywhere in the event, shown or given, makes it an entry."""
    assert gigs(row) > 0.8


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><h4>Products</h4><ul><li><a href='/p/1'>Ropes</a></ul></nav><h2>The port</h2>",
        "<div class=left><h3>Products</h3><ul><li><a href='/p/1'>Ropes</a><li><a href='/p/2'>Sails</a><li><a href='/p/3'>Oars</a></ul></div>",
        "<h3>Products</h3><h2>News</h2>",
    ],
    ids=["a menu's", "over links of its own", "beside one that says news"],
)
def test_another_boxs_heading_makes_no_catalogue(beside: str) -> None:
    """Where no heading is of the first rank, the first one may head what stands beside the list."""
    assert judged("", beside=beside) > 0.5 * judged("", beside=beside.replace("Products", "The quay"))
    assert judged("", beside="<h3>Products</h3>") < 0.3 * judged("", beside="<h3>The quay</h3>")


def test_products_among_the_news_are_news() -> None:
    """What the folders of an address say of a listing counts before the last part's word."""
    rows = "".join(f"<div>{ENTRY.format(n=n, word=word)}</div>" for n, word in enumerate(WORDS))
    html = f"<html><body><div>{rows}</div></body></html>"
    assert is_listing(html, f"{URL}/products/") < 0.1 * is_listing(html, f"{URL}/news/products/")


@pytest.mark.parametrize("name", ["Speakers", "Our councillors", "Ponentes", "登壇者"])
def test_a_page_of_those_who_speak_or_sit_is_no_listing(name: str) -> None:
    """They have a portrait and a text each, and no mail address."""
    rows = "".join(f"<div>{ENTRY.format(n=n, word=word)}</div>" for n, word in enumerate(WORDS))
    page = "<html><body><h1>{}</h1><div>{}</div></body></html>"
    assert is_listing(page.format(name, rows), URL) < 0.3 * is_listing(page.format("Cranes", rows), URL)


def test_posts_about_speakers_are_news() -> None:
    """Below the folder of a topic the last part of an address says what posts are about."""
    rows = "".join(f"<div>{ENTRY.format(n=n, word=word)}</div>" for n, word in enumerate(WORDS))
    html = f"<html><body><h1>Loudspeakers</h1><div>{rows}</div></body></html>"
    assert is_listing(html, "https://portus.example/speakers/") < 0.1 * is_listing(
        html, "https://portus.example/tag/speakers/"
    )


@pytest.mark.parametrize(
    "head", ["Born", "Date of birth", "Дата рождения", "生年月日", "تاريخ الميلاد", "Geburtsdatum"]
)
def test_days_of_birth_make_no_entries_of_people(head: str) -> None:
    """A squad's table is as dated as one of notices, and its dates are no days of anything."""
    rows = "".join(
        f"<tr><td>{n}</td><td><a href='/squad/{n}'>{word.title()} of Anderby</a></td><td>Winger</td><td>1{n}.03.199{n}</td></tr>"
        for n, word in enumerate(WORDS)
    )
    page = f"<html><body><h2>First team</h2><table><tr><th>No</th><th>Player</th><th>Position</th><th>HEAD</th></tr>{rows}</table></body></html>"
    assert is_listing(page.replace("HEAD", "Date"), URL) > 0.9
    assert is_listing(page.replace("HEAD", head), URL) < 0.3


@pytest.mark.parametrize(
    "head", ["Elected", "Term ends", "Mitglied seit", "Data wyboru", "就任日", "Fin de mandat"]
)
def test_days_of_office_make_no_entries_of_members(head: str) -> None:
    """A council's table says since when each of its members sits, whatever the page calls them."""
    rows = "".join(
        f"<tr><td><a href='/people/{n}'>{word.title()} of Anderby</a></td><td>Ward {n}</td><td>0{n + 1}.05.202{n}</td></tr>"
        for n, word in enumerate(WORDS)
    )
    page = f"<html><body><h1>Anderby hall</h1><table><tr><th>Name</th><th>Ward</th><th>HEAD</th></tr>{rows}</table></body></html>"
    assert is_listing(page.replace("HEAD", "Date"), URL) > 0.9
    assert is_listing(page.replace("HEAD", head), URL) < 0.3


@pytest.mark.parametrize(("label", "listed"), [("Member since", False), ("Seen since", True)])
def test_a_label_says_the_same_on_cards(label: str, listed: bool) -> None:
    """The day stands behind it in one text."""
    cards = "".join(
        f"<div class=card><h3><a href='/m/{n}'>{word.title()} of Anderby</a></h3><p>{label} {n + 1} May 202{n}</p></div>"
        for n, word in enumerate(WORDS)
    )
    html = f"<html><body><h1>Anderby hall</h1><div>{cards}</div></body></html>"
    assert (is_listing(html, URL) > 0.5) is listed


@pytest.mark.parametrize("figure", ["{n} 4{n}0", "1 23{n} 56{n}", "{n}'40{n}", "-{n} 40{n},50"])
def test_figures_whose_thousands_are_parted_are_figures(figure: str) -> None:
    """A budget has three years of them in every row, and links to what each row is of."""
    rows = "".join(
        f"<tr><td><a href='/b/{n}'>{word.title()} of the harbour and the quay</a></td>"
        + "".join(f"<td>{figure.format(n=year + n % 3)}</td>" for year in (1, 2, 3))
        + "</tr>"
        for n, word in enumerate(WORDS)
    )
    page = f"<html><body><h1>Money</h1><table><tr><th></th><th>2024</th><th>2025</th><th>2026</th></tr>{rows}</table></body></html>"
    assert is_listing(page, URL) < 0.3
