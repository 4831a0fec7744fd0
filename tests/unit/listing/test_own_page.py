"""An entry's own page and the feed are the proofs of a teaser's end; they are read whole and plain."""

from __future__ import annotations

import pytest

from scraper.listing.feed import FeedItem, read_feed
from scraper.listing.page import declared_language, feeds, own_page

PAGE = """<!doctype html><html lang="fr-FR"><head><title>Loutres – Portus</title>
<meta property="og:description" content="Des traces fraîches sur presque toutes les rives.">
<meta name="description" content="Des traces.">
<link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" href="/feed/">
<link rel="alternate" hreflang="en" href="/en/"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2026-04-28T08:00:00+02:00"}</script>
</head><body><nav><p>Accueil, la ville, les services, la culture et tout ce que la commune propose à ses habitants.</p></nav>
<article><h1>Les loutres reviennent</h1><p>Les bénévoles ont marché deux fins de semaine le long des rives.</p>
<p>Ils ont trouvé des traces<br>fraîches sur chaque affluent&nbsp;: un record.</p><ul><li>Rive gauche</li><li>Rive droite</li></ul></article>
<footer><p>Suivez-nous, abonnez-vous et écrivez-nous, nous répondons toujours et à tout le monde.</p></footer></body></html>"""


def test_an_entrys_own_page() -> None:
    """Heading, main text as lines, the longest description, the machine-readable date and the language."""
    own = own_page(PAGE, "https://portus.example/loutres/")
    assert own.title == "Les loutres reviennent"
    assert own.text.splitlines() == [
        "Les loutres reviennent",
        "Les bénévoles ont marché deux fins de semaine le long des rives.",
        "Ils ont trouvé des traces fraîches sur chaque affluent\N{NO-BREAK SPACE}: un record.",
        "Rive gauche",
        "Rive droite",
    ]
    assert own.summary == "Des traces fraîches sur presque toutes les rives."
    assert own.date == "2026-04-28T08:00:00+02:00"
    assert own.language == "fr-FR"


def test_a_date_as_written_where_no_machine_reads_one() -> None:
    """Without attributes and data the first whole date of the main text counts."""
    page = (
        "<main><h1>Otters</h1><p>Posted 28 April 2026</p><p>Fresh tracks were found on every bank.</p></main>"
    )
    assert own_page(page, "https://portus.example/o").date == "28 April 2026"


MENU = "".join(f"<li><a href=/m/{n}>Menu item {n} of the town</a></li>" for n in range(9))
FOOT = "<div class=foot><p>Portus town hall, 12 Quay Street, open from nine to five</p></div>"


def around(body: str) -> str:
    return f"<html><body><div class=links><ul>{MENU}</ul></div>{body}{FOOT}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Otters</h1><div class=content><video src=o.mp4></video></div>",
        "<main><h1>Otters</h1><a href=/o.pdf>Otters.pdf</a></main>",
        "<p><a href=/1>Home of the town</a> | <a href=/2>News of the town</a></p><h1>Otters</h1><img src=o.jpg>",
    ],
)
def test_a_page_without_text_has_none(body: str) -> None:
    """A menu, a line of links and the address at the foot are no text of the entry."""
    text = own_page(around(body), "https://portus.example/o").text
    assert not any(word in text for word in ("Menu", "Quay", "Home"))


TRACKS = "Fresh tracks were found on every bank of the river, said the trust."


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=content><h1>Otters</h1><div>{TRACKS}</div><div>A record.</div></div>",
        f"<div class=content><h1>Otters</h1>{TRACKS}<br><br><div>A record.</div></div>",
        f"<table><tr><td><ul>{MENU}</ul></td><td><h1>Otters</h1><span>{TRACKS}</span><p>A record.</p></td></tr></table>",
        f"<main><h1>Otters</h1><nav>Menu</nav><p>{TRACKS}</p><form>Menu <input></form><p>A record.</p></main>",
    ],
)
def test_text_without_paragraphs(body: str) -> None:
    """Boxes, lines parted by br and cells of a layout table are text as paragraphs are, menus inside left out."""
    text = own_page(around(body), "https://portus.example/o").text
    assert text.splitlines() == ["Otters", TRACKS, "A record."]


TEXT = (
    "<p>The otters have come back to the river, and nobody in the town has seen how they crossed the weir.</p>"
    * 2
)
REPLIES = "".join(
    f"<div class=reply><p>Reader {n} saw one behind the mill in May, and it was as long as a boat and twice as loud.</p></div>"
    for n in range(6)
)


@pytest.mark.parametrize(
    "page",
    [
        f"<form id=wholePage><div class=post><h1>Otters</h1><div class=body>{TEXT}</div></div></form>",
        f"<div class='main section'><div class='widget Blog'><h1>Otters</h1><div class=body>{TEXT}</div></div></div>",
        f"<div class='wrap sidebar'><div class=post><h3>Otters</h3><div class=body>{TEXT}</div></div></div>",
        f"<div class='story with-related-links'><h1>Otters</h1><div class=body>{TEXT}</div></div>",
    ],
    ids=[
        "a form around the page",
        "a widget that is the page",
        "named for its sidebar",
        "named for its links",
    ],
)
def test_what_holds_most_of_the_page_is_no_aside(page: str) -> None:
    """Systems put the whole page into one form, and themes name boxes for what stands inside them."""
    own = own_page(f"<html><body><ul>{MENU}</ul>{page}</body></html>", "https://portus.example/o")
    assert (
        own.text.splitlines()[-2:]
        == [
            "The otters have come back to the river, and nobody in the town has seen how they crossed the weir."
        ]
        * 2
    )
    assert "Menu item" not in own.text


def test_replies_are_no_text_however_many_there_are() -> None:
    """A box of comments may hold more prose than what they are about."""
    page = f"<div class=post><h1>Otters</h1><div class=body>{TEXT}</div></div><div class=comments>{REPLIES}</div>"
    text = own_page(f"<html><body>{page}</body></html>", "https://portus.example/o").text
    assert "crossed the weir" in text
    assert "Reader" not in text


def test_a_text_of_widgets_is_read_whole() -> None:
    """Builders of pages put every paragraph into a widget; words inside a text are its own whatever their class."""
    boxes = "".join(
        f"<div class='box-widget box-{n}a7'><div class=box-widget-inner><p>Part {n}: the <a class=related-link>otters</a> were back"
        " on the river in the third week of October.</p></div></div>"
        for n in range(1, 4)
    )
    for tag in ("article", "div"):
        page = f"<{tag} class=post><h1>Otters</h1><div class=column>{boxes}</div></{tag}>"
        text = own_page(
            f"<html><body><ul>{MENU}</ul>{page}{FOOT}</body></html>", "https://portus.example/o"
        ).text
        told = [line for line in text.splitlines() if line.startswith("Part")]
        assert told == [
            f"Part {n}: the otters were back on the river in the third week of October." for n in (1, 2, 3)
        ]


def test_a_sidebar_is_no_text_of_a_short_entry() -> None:
    """A line of news may be less than what stands beside it on every page."""
    side = f"<div class=sidebar><div class=widget>{TEXT}</div></div>"
    page = f"<div class=content><h1>Otters</h1><p>They are back on the left bank.</p></div>{side}"
    text = own_page(f"<html><body><ul>{MENU}</ul>{page}</body></html>", "https://portus.example/o").text
    assert text.splitlines()[-1] == "They are back on the left bank."


def test_a_text_in_parts_is_read_whole() -> None:
    """A page may break its text into boxes of one build with adverts between."""
    parts = "<aside><p>Boats for hire, today at half the price and tomorrow at none.</p></aside>".join(
        f"<div class=part><p>Part {n} of what the wardens found along the river in the third week of October.</p></div>"
        for n in range(1, 4)
    )
    page = f"<h1>Otters</h1><div class=column>{parts}</div>"
    text = own_page(f"<html><body><ul>{MENU}</ul>{page}{FOOT}</body></html>", "https://portus.example/o").text
    assert [line[:6] for line in text.splitlines()] == ["Part 1", "Part 2", "Part 3"]


def test_a_short_part_beside_a_long_one_is_read_too() -> None:
    """Each in a row of its own: the long one by itself holds more than what stands around both gets of them."""
    long, short = (f"Part {n} of what the wardens found along the river in October. " for n in (1, 2))
    parts = "<aside><p>Boats for hire, today at half the price.</p></aside>".join(
        f"<div class=row><div class=part><p>{told}</p></div></div>" for told in (long * 3, short)
    )
    page = f"<h1>Otters</h1><div class=column>{parts}</div>"
    text = own_page(f"<html><body><ul>{MENU}</ul>{page}{FOOT}</body></html>", "https://portus.example/o").text
    assert [line[:6] for line in text.splitlines()] == ["Part 1", "Part 2"]


LEAD = "The otters are back on the left bank, the wardens said on Monday."


@pytest.mark.parametrize(
    "page",
    [
        "<div class=post><h1>Otters</h1><div class=story-body><p>{}</p></div><ul class=tools><li>Print</li></ul>"
        "<div class=story-body>{}</div></div>",
        "<div class=post><h1>Otters</h1><div class=column><p>{}</p><div class=gallery><div class=viewport>{}</div></div></div></div>",
        "<div class=post><div><h1>Otters</h1><p>{}</p></div><img src=o.png><div>{}</div></div>",
    ],
    ids=["a box of the same build", "around a gallery", "with the heading"],
)
def test_the_first_paragraph_apart_from_the_text(page: str) -> None:
    """Sites part the lead from the rest, or the captions of a gallery outweigh a short text."""
    told = page.format(LEAD, 4 * TEXT)
    text = own_page(f"<html><body><ul>{MENU}</ul>{told}{FOOT}</body></html>", "https://portus.example/o").text
    lines = [line for line in text.splitlines() if line != "Otters"]
    assert lines[0] == LEAD
    assert len(lines) == 1 + 4 * TEXT.count("<p>")


@pytest.mark.parametrize(
    "day", ["28.04.26", "<span class=day>Tuesday, 28 April 2026, 10:15</span>", "2026-04-28"]
)
def test_the_day_of_an_entry_before_its_text_is_none_of_it(day: str) -> None:
    """A paragraph of its own, beside the heading and around the element that holds the text."""
    page = f"<div class=post><h1>Otters</h1><p class=meta>{day}</p><div class=body>{4 * TEXT}</div></div>"
    text = own_page(f"<html><body><ul>{MENU}</ul>{page}{FOOT}</body></html>", "https://portus.example/o").text
    assert text.startswith(own_page(f"<main>{TEXT}</main>", "https://portus.example/o").text[:40])


def test_a_promotion_before_the_text_is_none_of_it() -> None:
    """What stands in a box of another build between heading and text is another entry's."""
    page = f"<div class=post><h1>Otters</h1><div class=promo><p>{LEAD}</p></div><div class=body>{4 * TEXT}</div></div>"
    text = own_page(f"<html><body><ul>{MENU}</ul>{page}{FOOT}</body></html>", "https://portus.example/o").text
    assert LEAD not in text


def test_the_letter_of_a_mail_archive_is_its_preformatted_text() -> None:
    """Its head says the day; who wrote and which letters come before and after are no text of it."""
    page = (
        "<html><title>Moorings</title><body>[<a href=m1.html>Date Prev</a>][<a href=m3.html>Date Next</a>]<h1>Moorings</h1><hr>"
        "<ul><li><em>From</em>: May Locke &lt;may@port.example&gt;</li><li><em>Date</em>: Sun, 02 Aug 2026 19:21:00 +0000</li></ul><hr>"
        "<pre>Dear all,\n\nthe moorings on the eastern quay are to be counted again before winter, as two were\nmissing in spring."
        "\n\nMay\n</pre><hr><ul><li>Prev by Date: <b><a href=m1.html>Gulls</a></b></li></ul></body></html>"
    )
    own = own_page(page, "https://portus.example/list/m2.html")
    assert own.text.startswith("Dear all,")
    assert own.text.endswith("May")
    assert own.date == "02 Aug 2026 19:21:00"
    assert own.title == "Moorings"


@pytest.mark.parametrize("name", ["comment-list", "postComments", "commentWrapper"])
def test_what_readers_say_is_no_text_whatever_its_box_is_called(name: str) -> None:
    """Names of boxes are put together from words."""
    page = f"<div class=post><h1>Otters</h1><div class=body>{TEXT}</div></div><div id={name}>{REPLIES}</div>"
    text = own_page(f"<html><body>{page}</body></html>", "https://portus.example/o").text
    assert "crossed the weir" in text
    assert "Reader" not in text


@pytest.mark.parametrize(
    "name",
    ["commentary", "node--type-commentary", "commentable", "with-comment-count"],
)
def test_an_entry_is_no_talk_whatever_its_box_says_of_comments(name: str) -> None:
    """It may be a commentary, or say that readers may write below it; talk follows the entry, and nothing stands before it here."""
    page = f"<div class=hero><h1>Otters</h1></div><div class='{name}'><div class=body>{TEXT}</div></div>"
    foot = f"<div class=foot><p>{LEAD}</p><p>The office is open on weekdays from nine to four.</p></div>"
    text = own_page(f"<html><body>{page}{foot}</body></html>", "https://portus.example/o").text
    assert "crossed the weir" in text
    assert "The office is open" not in text


def test_what_a_page_says_beside_its_text() -> None:
    """A standfirst in the heading, a caption, a sidebar: lines of prose that may hold a teaser, none of them the entry's text."""
    page = (
        "<h1>Otters</h1><h2>Nobody has seen how the animals crossed the weir at night.</h2><div class=body>"
        f"{4 * TEXT}</div><figure><figcaption>An otter below the weir, photographed by a warden.</figcaption></figure>"
        "<aside><p>The ferry to the islands leaves an hour later from Monday on.</p><p>Short.</p></aside>"
    )
    own = own_page(f"<html><body><ul>{MENU}</ul>{page}</body></html>", "https://portus.example/o")
    assert own.beside.splitlines() == [
        "Nobody has seen how the animals crossed the weir at night.",
        "An otter below the weir, photographed by a warden.",
        "The ferry to the islands leaves an hour later from Monday on.",
    ]
    assert not any(line in own.text for line in own.beside.splitlines())


def test_a_text_that_only_data_hold_stands_beside() -> None:
    """Behind a paywall a page may show nothing and have the article in its JSON-LD."""
    body = "The wardens walked along the river all night and counted the tracks on both banks."
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    own = own_page(
        f"<html><head>{data}</head><body><h1>Otters</h1></body></html>", "https://portus.example/o"
    )
    assert (own.text, own.beside) == ("", body)


def test_a_date_between_heading_and_text() -> None:
    """The line below the heading counts though it stands outside the article."""
    page = f"<header><h1>Otters</h1><time>28 April 2026</time></header><article><p>On 3 March 2026 it rained. {TRACKS}</p></article>"
    assert own_page(page, "https://portus.example/o").date == "28 April 2026"


def test_the_title_falls_back_on_what_the_head_says() -> None:
    """A page without a heading still has the title of its head."""
    assert own_page("<title>Otters</title><p>Text.</p>", "https://portus.example/").title == "Otters"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:site_name content=Portus><meta property=og:title content='Otters are back'>",
        "<title>Otters are back – Portus Town Hall</title>",
        "<title>Otters are back</title><meta property=og:site_name content=Portus>",
    ],
)
def test_the_sites_name_is_no_title(head: str) -> None:
    """Many a theme makes the site's name the first heading and the entry's title the second."""
    page = f"<html><head>{head}</head><body><div><h1>Portus</h1></div><div class=post><h3>Otters are back</h3>{TEXT}</div></body></html>"
    assert own_page(page, "https://portus.example/o").title == "Otters are back"


def test_of_several_headings_the_one_that_the_head_says_is_the_title() -> None:
    """The section, or a box before the text, may have one too; quotes are curled in one copy and straight in the other."""
    body = f"<main><h1>Harbour</h1><h1>The pilot’s otters are back</h1><div class=post>{TEXT}</div></main>"
    for head in (
        "<title>The pilot's otters are back – Portus</title>",
        "<meta property=og:title content='The pilot&#39;s otters are back'>",
    ):
        page = f"<html><head>{head}</head><body>{body}</body></html>"
        assert own_page(page, "https://portus.example/o").title == "The pilot’s otters are back"


@pytest.mark.parametrize(
    "head",
    [
        "<title>News from the town hall of Portus – Otters</title><meta property=og:title content=Otters>",
        "<title>News from the town hall of Portus – Otters</title>",
        "<title>Otters :: News from the town hall of Portus</title>",
        "<title>Otters_News_Portus</title>",
    ],
)
def test_a_heading_is_the_title_where_nothing_says_otherwise(head: str) -> None:
    """`Site – Headline` is written, too, and with signs that nobody foresaw."""
    page = (
        f"<html><head>{head}</head><body><div><h1>Otters</h1></div><div class=post>{TEXT}</div></body></html>"
    )
    assert own_page(page, "https://portus.example/o").title == "Otters"


def test_an_empty_page_says_nothing() -> None:
    """No page, no proof, no error."""
    assert own_page("", "https://portus.example/") == own_page("<", "https://portus.example/").__class__()


def test_feeds_of_a_page_comments_last() -> None:
    """Feeds are absolute and the one of comments comes last."""
    assert feeds(PAGE, "https://portus.example/x") == [
        "https://portus.example/feed/",
        "https://portus.example/comments/feed/",
    ]


def test_the_html_element_declares_before_the_meta_elements() -> None:
    """The html element, then the meta elements, then nothing."""
    assert declared_language(PAGE) == "fr-FR"
    assert declared_language('<meta http-equiv="Content-Language" content="de, en">') == "de"
    assert declared_language('<meta property="og:locale" content="pt_BR">') == "pt-BR"
    assert declared_language("<p>x") == ""


RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Portus</title><link>https://portus.example/</link>
<item><title>Otters &amp;amp; friends</title><link>/otters/</link><pubDate>Tue, 28 Apr 2026 08:00:00 +0200</pubDate>
<description>&lt;p&gt;Fresh tracks were found&lt;/p&gt;</description><content:encoded><![CDATA[<p>Fresh tracks were found.</p><p>On every bank.</p>]]></content:encoded></item>
<item><title>No link</title><guid>https://portus.example/?p=7</guid><dc:date>2026-04-27</dc:date></item></channel></rss>"""


def test_an_rss_feed_is_read_with_its_content_module() -> None:
    """RSS 2 with content module and Dublin Core: links absolute, markup gone, entities once."""
    assert read_feed(RSS, "https://portus.example/feed/") == [
        FeedItem(
            "https://portus.example/otters/",
            "Otters & friends",
            "Fresh tracks were found.\nOn every bank.",
            "Fresh tracks were found",
            "Tue, 28 Apr 2026 08:00:00 +0200",
        ),
        FeedItem("https://portus.example/?p=7", "No link", "", "", "2026-04-27"),
    ]


def test_an_atom_feed_is_read_by_its_alternate_links() -> None:
    """Atom: the alternate link counts, the summary is text, the content may be XHTML."""
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Otters</title>
    <link rel="edit" href="/edit/1"/><link href="/otters"/><updated>2026-04-28T08:00:00Z</updated>
    <summary>Fresh tracks…</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fresh tracks were found.</p></div></content></entry></feed>"""
    assert read_feed(feed, "https://portus.example/") == [
        FeedItem(
            "https://portus.example/otters",
            "Otters",
            "Fresh tracks were found.",
            "Fresh tracks…",
            "2026-04-28T08:00:00Z",
        )
    ]


def test_an_rss_1_feed_keeps_its_items_beside_the_channel() -> None:
    """RSS 1 keeps its items beside the channel."""
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>
    <item rdf:about="x"><title>Otters</title><link>https://portus.example/otters</link><description>Tracks</description></item></rdf:RDF>"""
    assert read_feed(feed, "https://portus.example/") == [
        FeedItem("https://portus.example/otters", "Otters", "", "Tracks", "")
    ]


@pytest.mark.parametrize("end", ["<desc", "</item><item", "</item><item rdf:about='/c"])
def test_a_feed_that_is_no_well_formed_xml(end: str) -> None:
    """A bare ampersand and an end that is cut off, even in an item's own tag, do not cost the items that stand whole."""
    feed = f"<rss><channel><item><title>Tom & Ana</title><link>/a</link></item><item><title>Cut</title><link>/b</link>{end}"
    assert [(item.title, item.url) for item in read_feed(feed, "https://portus.example/")] == [
        ("Tom & Ana", "https://portus.example/a"),
        ("Cut", "https://portus.example/b"),
    ]


@pytest.mark.parametrize("before", ["", f"<!-- {'=' * 2500} -->", "<!-- <!DOCTYPE html> -->"])
def test_a_feeds_own_entities_are_never_expanded(before: str) -> None:
    """A document type with entities (a billion laughs) is dropped before the feed is read, whatever stands in front of it."""
    bomb = (
        f'{before}<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        "<rss><channel><item><title>x &b;</title><link>/a</link></item></channel></rss>"
    )
    (item,) = read_feed(bomb, "https://portus.example/")
    assert (item.url, "haha" in item.title) == ("https://portus.example/a", False)


def test_what_is_no_feed_has_no_items() -> None:
    """An HTML page, JSON or nothing at all gives an empty list."""
    for text in ("", "<html><p>x", "{}", "<rss></rss>", b"\xff\xfe"):
        assert read_feed(text, "https://portus.example/") == []


def test_a_mark_in_a_feed_survives() -> None:
    """A lone byte's mark is a character of the text."""
    feed = "<rss><channel><item><link>/a</link><description>exhort\U0010f7c3</description></item></channel></rss>"
    assert read_feed(feed, "https://portus.example/")[0].summary == "exhort\U0010f7c3"
