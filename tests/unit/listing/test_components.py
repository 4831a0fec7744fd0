"""Components of a site's own, `<harbour-teaser href>`: an address makes them links, as a script will."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.paginate import next_page
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/news"
TEASER = (
    '<harbour-teaser href="/news/{n}"><span slot=title>{title}</span><time slot=meta>{n} November 2026</time>'
    "<p slot=text>The harbour office tells what is built at quay {n} and for how long.</p></harbour-teaser>"
)


def page(around: str) -> str:
    """Eight teasers in a page."""
    rows = "".join(TEASER.format(n=at + 10, title=title) for at, title in enumerate(TITLES[:8]))
    return f"<html lang=en><head><title>News</title></head><body><main><h1>News</h1>{rows}{around}</main></body></html>"


def test_a_component_with_an_address_and_words_leads_to_its_entry() -> None:
    """Each is an entry; one without words is a picture or a pager of its script's."""
    (found,) = chosen(induce(page('<harbour-share href="/share"></harbour-share>'), URL))
    assert [(one.title, one.url) for one in found.entries] == [
        (title, f"{URL}/{at + 10}") for at, title in enumerate(TITLES[:8])
    ]


WORKS = "The office tells what is built at quay {n}, for how long, and who pays for it."
CARDS = [
    f'<port-card card-title="{{title}}" href="/news/{{n}}" description="{WORKS}"><port-day>{{n}} November 2026</port-day></port-card>',
    f'<port-card><p>{{n}} November 2026</p><h2><port-link href="/news/{{n}}" text="{{title}}"></port-link></h2><p>{WORKS}</p></port-card>',
    f'<port-box _label="{{title}}" _level=3><p>{WORKS}</p><p>{{n}} November 2026</p><port-link _href="/news/{{n}}" _label="More"></port-link></port-box>',
]


@pytest.mark.parametrize("card", CARDS)
def test_a_component_that_holds_a_part_of_its_entry_has_the_rest_in_its_attributes(card: str) -> None:
    """Its title and address, also those of a link in it, its heading, its teaser; its selectors find the same."""
    rows = "".join(card.format(n=at + 10, title=title) for at, title in enumerate(TITLES[:8]))
    html = f"<html lang=en><title>News</title><main><h1>News</h1>{rows}</main></html>"
    (found,) = chosen(induce(html, URL))
    read = [(one.title, one.url, one.date, one.excerpt) for one in found.entries]
    assert read == [
        (title, f"{URL}/{at + 10}", f"{at + 10} November 2026", WORKS.format(n=at + 10))
        for at, title in enumerate(TITLES[:8])
    ]
    (frozen,) = freeze(html, URL, [found])
    assert frozen.selectors is not None
    (again,) = read_lists(html, URL, [frozen.selectors])
    assert [(one.title, one.url, one.date, one.excerpt) for one in again.entries] == read


def test_a_component_that_says_its_title_itself_is_not_told_it_twice() -> None:
    """What an attribute called title or label says beside it is for a pointer that rests there."""
    row = (
        '<port-card href="/news/{n}" title="Opens the notice of quay {n}"><h3>{title}</h3><p>{n} November 2026</p></port-card>'
        '<port-button label="Share this notice with others"></port-button>'
    )
    rows = "".join(row.format(n=at + 10, title=title) for at, title in enumerate(TITLES[:8]))
    (found,) = chosen(
        induce(f"<html lang=en><title>News</title><main><h1>News</h1>{rows}</main></html>", URL)
    )
    assert [(one.title, one.excerpt) for one in found.entries] == [(title, "") for title in TITLES[:8]]


def test_a_component_that_holds_a_whole_page_says_what_stands_in_it() -> None:
    """An element whose end is far, or missing, is a frame: its title is the page's, and no entry's."""
    frame = '<port-frame title="The harbour office" href="/">' + "<br>" * 1_100
    (found,) = chosen(induce(page("").replace("<main>", f"<main>{frame}"), URL))
    assert [one.title for one in found.entries] == list(TITLES[:8])


def test_a_component_leads_to_the_next_page() -> None:
    """As a link does, or with the address in an attribute, or in its data."""
    for around in (
        '<harbour-button href="/news?page=2">Next</harbour-button>',
        '<harbour-pages next="/news?page=2"></harbour-pages>',
        '<harbour-pages :pages=\'{"current": 1, "next_page_url": "/news?page=2"}\'></harbour-pages>',
    ):
        assert next_page(page(around), URL) == f"{URL}?page=2"
    assert next_page(page('<harbour-tour next="#step-2"></harbour-tour>'), URL) is None


def test_a_pager_that_a_script_draws_from_a_pattern_leads_on_to_its_end() -> None:
    """Whatever the placeholder looks like, as far as the number of pages that stands beside it; two places, or one of other names, are none."""
    for pager in (
        '<harbour-pages page="{own}" pages="3" href-template="/news?page={{page}}"></harbour-pages>',
        '<div class=pages data-current="{own}" data-total="3" data-max-visible="2" data-url-pattern="?page=%page%"></div>',
        '<nav page-count="5" last-page="3" link="https://portus.example/news?page=__PAGE__"></nav>',
        '<harbour-pages total-pages=3 data-href="/news?page=:n"></harbour-pages>',
    ):
        seen = [
            next_page(page(pager.format(own=own)), f"{URL}?page={own}" if own > 1 else URL)
            for own in (1, 2, 3)
        ]
        assert seen == [f"{URL}?page=2", f"{URL}?page=3", None]
    for pattern in ("/news/{id}", "/{lang}/news?page={page}", "/news?page={page}#{top}", "{page}"):
        assert (
            next_page(page(f'<harbour-pages pages=3 href-template="{pattern}"></harbour-pages>'), URL) is None
        )


def test_a_button_that_names_page_and_parameter_leads_there() -> None:
    """`gotoPage(2, 'page')` is `?page=2`; a call that names no parameter, or turns something else, is a script's own."""

    def pager(*calls: str) -> str:
        buttons = "".join(
            f'<button wire:click="{call}">{at}</button>' for at, call in enumerate(calls, start=2)
        )
        return page(f"<nav aria-label=Pages><span aria-current=page>1</span>{buttons}</nav>")

    assert next_page(pager("gotoPage(2, 'page')", "gotoPage(3, 'page')"), URL) == f"{URL}?page=2"
    assert next_page(pager("gotoPage(2, 'newsPage')", "gotoPage(3, 'newsPage')"), URL) == f"{URL}?newsPage=2"
    for calls in (("gotoPage(2)", "gotoPage(3)"), ("setTab(2, 'tab')", "setTab(3, 'tab')")):
        assert next_page(pager(*calls), URL) is None
