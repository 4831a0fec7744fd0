"""A site file's selectors are obeyed to the letter: what they name or nothing."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry, ListSelectors
from scraper.listing.select import SelectorError, select

PAGE = """<base href="/fr/"><main><article class="post" data-ref="n-7"><h2><a href="otters/">Otters <em>at</em> home</a></h2>
<p class="meta">Posted on <time datetime="2026-04-28">28 April 2026</time> by <span class="by">Ana Roe</span></p>
<a class="rubric" href="/c/river">River</a><div class="teaser"><p>Fresh tracks&nbsp;: found.</p><p>On every bank…</p><script>x()</script></div>
<a class="more" href="otters/#more">Read more</a></article><article class="post"><h2>No link</h2></article></main>"""
URL = "https://portus.example/news"


def one(**selectors: str) -> tuple[Entry, ...]:
    return select(PAGE, URL, [ListSelectors("news", "article.post", **selectors)])[0].entries


def test_every_cell_of_an_entry() -> None:
    """Title, link through base, date with its attribute, teaser with its no-break space and marker, category, author."""
    first, second = one(title="h2", date="p.meta", excerpt=".teaser", category=".rubric", author=".by")
    assert first == Entry(
        title="Otters at home",
        url="https://portus.example/fr/otters/",
        date="28 April 2026",
        datetime="2026-04-28",
        excerpt="Fresh tracks\N{NO-BREAK SPACE}: found. On every bank…",
        category="River",
        author="Ana Roe",
    )
    assert second == Entry(title="No link")


def test_a_teaser_may_be_several_elements() -> None:
    """All elements an excerpt selector matches are joined, nested ones once."""
    assert one(excerpt=".teaser p")[0].excerpt == "Fresh tracks\N{NO-BREAK SPACE}: found. On every bank…"
    assert (
        one(excerpt=".teaser, .teaser p")[0].excerpt
        == "Fresh tracks\N{NO-BREAK SPACE}: found. On every bank…"
    )


def test_a_title_is_the_first_that_says_anything() -> None:
    """A page that was edited has a link with a picture before its title's; where nothing says anything the first one leads."""
    row = "<li><a href=/d/{0}><img src=d.png alt=changes></a> <a href=/n/{0}>{1}</a></li>"
    page = f"<ul>{row.format(1, 'Otters at home')}{row.format(2, '')}<li><a href=/n/3>Gulls</a></li></ul>"
    found = select(page, URL, [ListSelectors("news", "li", title="a:not(.more)")])[0].entries
    assert [(entry.title, entry.url) for entry in found] == [
        ("Otters at home", "https://portus.example/n/1"),
        ("", "https://portus.example/d/2"),
        ("Gulls", "https://portus.example/n/3"),
    ]


def test_the_link_is_the_titles_own_unless_named() -> None:
    """Without a link selector the title's link counts, else the first one."""
    assert one(title="h2")[0].url.endswith("/fr/otters/")
    assert one(link="a.more")[0].url.endswith("/fr/otters/#more")
    assert one()[0].url.endswith("/fr/otters/")


def test_an_attribute_instead_of_text() -> None:
    """`::attr(name)` reads an attribute, of a match or of the entry itself."""
    assert one(title="::attr(data-ref)")[0].title == "n-7"
    assert one(date="time::attr(datetime)")[0].date == "2026-04-28"


def test_lists_come_in_the_given_order_and_may_be_empty() -> None:
    """A list whose selector matches nothing is there, empty, and says so."""
    found = select(PAGE, URL, [ListSelectors("old", "li.item"), ListSelectors("news", "article")])
    assert [(each.name, len(each.entries)) for each in found] == [("old", 0), ("news", 2)]
    assert found[0].reason == "0 elements match 'li.item'"


def test_a_lone_bytes_mark_survives() -> None:
    """A mark is a character like any other."""
    page = "<li><a href=/x>x</a><p>exhort\U0010f7c3</p></li>"
    entry = select(page, URL, [ListSelectors("l", "li", excerpt="p")])[0].entries[0]
    assert entry.excerpt == "exhort\U0010f7c3"


def test_a_broken_selector_names_list_key_and_itself() -> None:
    """An error says where in the site file it is."""
    with pytest.raises(SelectorError, match=r"list 'news': excerpt = 'p\[\[' is not a CSS selector"):
        one(excerpt="p[[")


def test_an_element_without_any_of_the_fields_is_no_entry() -> None:
    """A gap or a picture between entries gives no row; a list that names no field has its elements all the same."""
    page = "<li><a href=/x>One</a></li><li><img src=y.png></li><li><a href=/z>Two</a></li>"
    assert [entry.title for entry in select(page, URL, [ListSelectors("l", "li", title="a")])[0].entries] == [
        "One",
        "Two",
    ]
    assert len(select(page, URL, [ListSelectors("l", "li")])[0].entries) == 3


def test_a_link_alone_is_no_entry_where_others_have_what_the_list_names() -> None:
    """An advert has the entries' class and none of their fields; a list whose fields are all out of date keeps its links."""
    page = (
        "<div class=box><h3><a href=a/>Otters at home</a></h3><i>28 April 2026</i></div>"
        "<div class=box><a href=//adverts.example/7><img src=ad.png></a> Sponsored</div>"
        "<div class=box><h3>No link</h3></div>"
    )

    def read(**selectors: str) -> list[tuple[str, str]]:
        [found] = select(page, URL, [ListSelectors("news", "div.box", **selectors)])
        return [(row.title, row.url) for row in found.entries]

    advert, otters = ("", "https://adverts.example/7"), ("Otters at home", "https://portus.example/a/")
    assert read(title="h3", date="i") == [otters, ("No link", "")]
    assert read(title="h3", date="i", link="a") == [otters, advert, ("No link", "")]
    assert read(title="h3") == [otters, advert, ("No link", "")]
    assert read(title="h4", date="b") == [("", otters[1]), advert]


@pytest.mark.parametrize(
    ("meta", "date"),
    [
        ("<i>New</i><i>3 May 2026</i>", "3 May 2026"),
        ("<i>yesterday</i><i>3 May 2026</i>", "yesterday"),
        ("<i>12.04.2026</i><i>3 May 2026</i>", "12.04.2026"),
        ("<i>New</i><i>by the harbour master</i>", "New"),
    ],
    ids=["mark", "relative", "date", "none"],
)
def test_a_mark_before_the_date_is_none_of_what_a_dates_selector_names(meta: str, date: str) -> None:
    """Of several elements it names the first stands, unless it is a word and another says a day."""
    page = f"<div><b><a href=/n/1>Otters</a></b>{meta}</div>"
    [found] = select(page, URL, [ListSelectors("news", "div", title="b", date="i")])
    assert [entry.date for entry in found.entries] == [date]
