"""Talks of a programme lead to their abstracts on the same page, not to who gives them."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NAMES, TEXTS, TITLES

URL = "https://portus.example/talks/"
TALK = "<div class=talk><i>{day} May 2026</i><h3><a href={href}>{title}</a></h3>{by}{more}</div>"
BY = "<p><a href=/people/{n}>{name}</a></p>"


def links(
    href: str = "#talk-{n}",
    more: str = "",
    by: str = BY,
    below: str = "<section id=talk-{n}><h3>{title}</h3><p>{text}</p></section>",
) -> list[str]:
    """Where the talks of a page lead."""
    given = [{"n": n, "day": 8 + n, "title": TITLES[n], "name": NAMES[n], "text": TEXTS[n]} for n in range(8)]
    talks = "".join(
        TALK.format(**one, href=href.format(**one), by=by.format(**one), more=more.format(**one))
        for one in given
    )
    told = "".join(below.format(**one) for one in given)
    page = f"<html lang=en><main><h1>Talks</h1><div>{talks}</div>{told}</main></html>"
    return [
        entry.url.removeprefix("https://portus.example")
        for one in chosen(induce(page, URL))
        for entry in one.entries
    ]


def test_a_talk_leads_to_its_abstract() -> None:
    """It stands below the list, by its id or by an anchor's name."""
    assert links() == [f"/talks/#talk-{n}" for n in range(8)]
    assert links(more="<a href=/rooms/1>Room 1</a> <a href=/people/{n}><img src=/{n}.jpg></a>") == links()
    assert links(more="<a href=/s/{n}.pdf>Slides</a> <a href=https://v.example/{n}>Video</a>") == links()
    assert links(below="<p><a name=talk-{n}></a>{text}</p>") == [f"/talks/#talk-{n}" for n in range(8)]


@pytest.mark.parametrize(
    ("given", "led"),
    [
        ({"below": ""}, "/people/{n}"),
        ({"href": "#top", "below": "<p id=top></p>"}, "/people/{n}"),
        ({"href": "#", "below": ""}, "/people/{n}"),
        ({"below": "", "more": "<div id=talk-{n}>{text} <a href=/t/{n}>Read more</a></div>"}, "/t/{n}"),
        ({"more": "<a href=/t/{n}>Read more</a>"}, "/t/{n}"),
        ({"by": "", "more": "<a href=/t/{n}>Permalink</a>"}, "/t/{n}"),
        ({"by": "", "more": "<a href=/t/{n}><img src=/{n}.jpg></a>"}, "/t/{n}"),
        ({"by": "", "more": "<a href=/t/{n}><img src=/{n}.jpg alt='{title}'></a>"}, "/t/{n}"),
        ({"href": "/t/{n}"}, "/t/{n}"),
        ({"below": "<div id=talk-{n} hidden>{text}</div>"}, "/people/{n}"),
    ],
    ids=["no place", "one place for all", "none", "a panel", "a button", "a button of other words", "a picture",
         "a picture of the title", "a page", "a window that opens"],
)  # fmt: skip
def test_what_only_opens_is_no_place(given: dict[str, str], led: str) -> None:
    """A title that leads nowhere on the page, opens what is below it or has a button beside it leads where other links do."""
    assert links(**given) == [led.format(n=n) for n in range(8)]
