"""A page as columns: text as a browser shows it, links as it follows them, and no input that costs seconds."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from scraper.listing.markup.resolve import host_of, parts_of
from scraper.listing.markup.tree import absolute, parse, plain_text
from scraper.listing.page import own_page
from scraper.listing.paginate import next_page


def test_text_as_shown() -> None:
    """Blocks and br part words, inline elements do not, no-break spaces stay, scripts and hidden parts are not seen."""
    tree = parse(
        "<p>One<b>two</b> three<br>four</p><div>five\n  six&nbsp;: x</div><script>no</script><span style='display: none'>no</span>"
        "<span class=sr-only>no</span>",
        "",
    )
    assert tree.text_all() == "Onetwo three four five six\N{NO-BREAK SPACE}: x"


@pytest.mark.parametrize(
    "name",
    [
        "sr-only",
        "visually-hidden",
        "govuk-visually-hidden",
        "usa-sr-only",
        "show-for-sr",
        "slds-assistive-text",
        "card__sr-only",
        "au-sronly",
        "ons-u-vh",
        "wb-inv",
        "hide-accessible",
        "ms-accessible",
        "blind",
        "screen_out",
        "visuallyHidden",
        "Tag-module_visuallyHidden__GwvLb",
        "Select-module_screenReaderOnly__1W8e8",
    ],
)
def test_text_for_screen_readers_is_not_seen(name: str) -> None:
    """Under the names of design systems, too, and in a panel that waits for a click."""
    links = "".join(
        f"<a href=/{n}>Link {n}<span class='x {name}'> (opens in a new window)</span></a> " for n in range(6)
    )
    said = " ".join(f"Link {n}" for n in range(6))
    assert parse(f"<div>{links}</div>", "").text_all() == said
    assert parse(f"<div style='display:none'>{links}</div>", "").text_all() == said


@pytest.mark.parametrize(
    "name",
    [
        "md:sr-only",
        "not-sr-only",
        "not_sr-only",
        "sm:not-sr-only",
        "wide-screen-only",
        "hidden-print",
        "u-vh-100",
    ],
)
def test_other_names_hide_nothing(name: str) -> None:
    """They say on which screens a text is shown."""
    assert parse(f"<p>Link <span class='{name}'>one</span></p>", "").text_all() == "Link one"


def test_hidden_lists_wait_for_a_click() -> None:
    """What is hidden by style and full of links is a tab or the rest of a list, and is read."""
    links = "".join(f"<a href=/{n}>Link {n}</a> " for n in range(6))
    assert parse(f"<div hidden>{links}</div>", "").text_all().startswith("Link 0")
    assert parse("<div hidden><a href=/1>PDF</a></div>", "").text_all() == ""
    assert parse("<div hidden role=tabpanel><a href=/1>PDF</a></div>", "").text_all() == "PDF"


def test_entities_are_decoded_once_and_marks_survive() -> None:
    """The parser's own decoding and no second one; a lone byte's mark is a character; bytes get their marks here."""
    assert plain_text("a &amp;amp; b &hel") == "a &amp; b &hel"
    assert parse("<p>exhort\U0010f7c3</p>", "").text_all() == "exhort\U0010f7c3"
    assert parse(b"<p>exhort\xc3</p>", "").text_all() == "exhort\U0010f7c3"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("a b.html", "https://portus.example/x/a b.html"),
        ("  /y ", "https://portus.example/y"),
        ("//cdn.example/z", "https://cdn.example/z"),
        ("?p=2", "https://portus.example/x/?p=2"),
        ("?a[]=1&q=ä b", "https://portus.example/x/?a[]=1&q=ä b"),
        ("?", "https://portus.example/x/"),
        ("minutes  2026.pdf", "https://portus.example/x/minutes  2026.pdf"),
        ("/news/\n  /a.html", "https://portus.example/news/  /a.html"),
        ("\n\t/ne\nws/a.html\r\n", "https://portus.example/news/a.html"),
        ("news\\2026\\a.html?f=b\\c", "https://portus.example/x/news/2026/a.html?f=b\\c"),
        ("..\\a.html#b\\c", "https://portus.example/a.html#b\\c"),
        ("\\\\cdn.example\\z", "https://cdn.example/z"),
        ("https:\\\\cdn.example\\z", "https://cdn.example/z"),
        ("urn:a\\b", "urn:a\\b"),
        ("#top", ""),
        ("javascript:void(0)", ""),
        ("java\nscript:void(0)", ""),
        ("MAILTO:ana@portus.example", ""),
        ("tel:+123", ""),
        ("file:///etc/passwd", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_a_page_or_nowhere(href: str, url: str) -> None:
    """Links lead to pages or nowhere."""
    assert absolute("https://portus.example/x/", href) == url


@pytest.mark.parametrize(
    "href",
    [
        "/a%20b,c/d+e!~$&'()*=@:f",
        "https://quay.example/news/otters,7.html?p=2#more-5",
        "/news/#comments",
        "/news/?#top",
        "/a/./b%2F../c",
        "/a;b=1/c",
        "http://quay.example",
    ],
)
def test_plain_links_are_joined_as_the_standard_library_joins_them(href: str) -> None:
    """What is joined by hand, and what is left to the library, is the same address."""
    base = "https://portus.example/x/list.html?page=2"
    assert absolute(base, href) == urljoin(base, href)


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        (
            "https://xn--bcher-kva.example/a",
            "https://bücher.example/b?q=ä",
            "https://xn--bcher-kva.example/b?q=ä",
        ),
        (
            "https://xn--bcher-kva.example/a",
            "//BÜCHER.example:8443/b",
            "https://xn--bcher-kva.example:8443/b",
        ),
        ("https://bücher.example/a", "https://bücher.example/b", "https://bücher.example/b"),
        ("https://quay.example/a", "https://straße.example/b", "https://straße.example/b"),
    ],
)
def test_a_host_in_letters_is_the_one_that_a_crawl_asks(base: str, href: str, url: str) -> None:
    """A crawl knows its pages by the name in ASCII; links in letters to the same host are no others'."""
    assert absolute(base, href) == url


def test_one_text_at_two_addresses() -> None:
    """A page read before is not read again, yet its links are those of the address asked for."""
    page = "<p><a href=x>x</a>"
    assert parse(page, "https://portus.example/a/").link("x") == "https://portus.example/a/x"
    assert parse(page, "https://portus.example/b/").link("x") == "https://portus.example/b/x"
    assert (
        parse("<base href=/c/>" + page, "https://portus.example/a/").link("x") == "https://portus.example/c/x"
    )


def test_an_answer_does_not_depend_on_the_page_before() -> None:
    """Pages asked in turn, and fragments between them, give what they give alone."""
    pages = [
        "<nav class=pager><a href=?page=2>Next</a></nav>",
        "<nav class=pager><a href=?page=3>Next</a></nav>",
    ]
    url = "https://portus.example/news"
    for _ in range(2):
        assert [next_page(page, url) for page in pages] == [f"{url}?page=2", f"{url}?page=3"]
        assert plain_text("a<br>b") == "a b"


HOSTILE: dict[str, str | bytes] = {
    "empty": "",
    "text": "no markup at all",
    "nul": "a\0b<p>\0</p>",
    "unclosed comment": "<p>a<!-- " + "x" * 100_000,
    "nested 10,000 deep": "<div>" * 10_000 + "x",
    "nested 100,000 deep": "<div><b>" * 50_000 + "x",
    "nested behind stray end tags": "</b>" * 100_000 + "<div><b>" * 50_000 + "x",
    "nested among stray end tags": "<div></b>" * 100_000 + "x",
    "tables in tables": "<table><tr><td>" * 5_000,
    "one tag of 20,000 attributes": "<div " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x",
    "a long attribute": f"<img src='data:{'A' * 200_000}' alt=x><p>text",
    "lone surrogate": "<p>\ud800</p>",
    "long script": "<script>" + "var x = 1;" * 50_000 + "</script><p>a",
    "digits": "<p>" + "1" * 300_000,
    "dates": "<p>" + "12.03.2026 " * 20_000,
    "binary": bytes(range(256)) * 50,
    "frames": "<frameset><frame src=a><frame src=b></frameset>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_crashes_no_reader_and_shows_no_list(name: str) -> None:
    """Nothing crashes, nothing plausible is found, and a page's other readers hold too."""
    page = HOSTILE[name]
    assert chosen(induce(page, "https://portus.example/")) == []
    assert is_listing(page, "https://portus.example/") < 0.5
    assert next_page(page, "https://portus.example/") is None
    own_page(page, "https://portus.example/")


def test_an_end_tag_of_another_element_closes_nothing() -> None:
    """A page is read down to its 12,000th level; end tags that close something leave it whole, stray ones do not."""
    levels = (
        "<div></b>" * 13_000,
        "<div><!-- </div> --></b>" * 13_000,
        "<div><script></div></script>" * 13_000,
    )
    assert [parse(page, "https://portus.example/").tags.count("div") for page in levels] == [12_000] * 3
    side_by_side = "<div><p>a</div>" * 13_000
    assert parse(side_by_side, "https://portus.example/").tags.count("div") == 13_000


def test_ten_thousand_siblings() -> None:
    """A page of 10,000 entries gives 10,000 entries."""
    page = "<ul>" + "".join(
        f"<li><a href=/n/{n}>Entry number {n}</a> {n % 28 + 1}.03.2026" for n in range(10_000)
    )
    assert [len(one.entries) for one in chosen(induce(page, "https://portus.example/"))] == [10_000]


def test_lists_of_one_page_have_names_of_their_own() -> None:
    """Two sections of one class are two lists, told apart by number."""

    def section(heading: str, start: int) -> str:
        rows = "".join(
            f"<li><a href=/n/{n}>The harbour entry number {n}</a> <time>{n + 1}.03.2026</time></li>"
            for n in range(start, start + 4)
        )
        return f"<section class=news><h2>{heading}</h2><ul class=rows>{rows}</ul></section>"

    page = f"<main>{section('Boats', 0)}{section('Boats', 10)}</main>"
    kept = chosen(induce(page, "https://portus.example/"))
    assert [(one.name, len(one.entries)) for one in kept] == [("boats", 4), ("boats-2", 4)]


def test_a_page_that_is_too_large_says_so() -> None:
    """Only the beginning of an endless page is read, and the reason tells."""
    page = "<ul>" + "".join(
        f"<li><a href=/n/{n}>Entry number {n}</a> {n % 28 + 1}.03.2026" for n in range(30_000)
    )
    [one] = chosen(induce(page, "https://portus.example/"))
    assert 10_000 < len(one.entries) < 20_000
    assert one.reason.endswith("only its beginning was read")


@pytest.mark.parametrize(
    "address",
    [
        "https://portus.example",
        "https://Portus.example:8080/news;v=2/a@b?page=2&q=a/b?c#top?#",
        "http://portus.example?page=2",
        "https://portus.example#top",
        "https://portus.example/news?#",
        "https://ana@portus.example/",
        "https://portus.example:/news",
        "HTTPS://portus.example/news",
        "https://münster.example/straße?ort=köln",
        "https://portus.example/a b",
        " https://portus.example/news\n",
        "https:///news",
        "https://[2001:db8::1]/news",
        "//portus.example/news",
        "/news?page=2",
        "mailto:ana@portus.example",
        "",
    ],
)
def test_the_parts_of_an_address(address: str) -> None:
    """Plain or not, they are those that the standard library gives."""
    assert parts_of(address) == urlsplit(address)


def test_a_broken_address_has_no_parts() -> None:
    """An unclosed bracket of an IPv6 host is a fault here as there."""
    with pytest.raises(ValueError, match="IPv6"):
        parts_of("https://[2001:db8::1/news")


def test_the_host_of_an_address() -> None:
    """In lower case and without its port; a path has none."""
    assert host_of("https://Portus.example:8080/news/?page=2") == "portus.example"
    assert host_of("https://ana@portus.example/") == host_of("https://portus.example?q=1") == "portus.example"
    assert host_of("/news/") == host_of("") == ""
