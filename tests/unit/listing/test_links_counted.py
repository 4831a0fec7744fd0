"""What counts as a link, and which links an entry is given."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.markup.tree import parse
from scraper.listing.records.counts import SCRIPTED, count

URL = "https://portus.example/news/"


def links(html: str) -> list[str]:
    return list(count(parse(html, URL), [], {}).hrefs.values())


@pytest.mark.parametrize(
    "html",
    [
        "<a href=#top>Back to the top of it</a>",
        "<a href='javascript:void(0)'>Open the whole menu</a>",
        "<a href=mailto:a@portus.example>Write to the office</a>",
        "<a href=tel:+4940>Call the harbour office</a>",
        "<a href=# onclick='view(3)'>more</a>",
        "<a>A long name without an address</a>",
        "<div onclick='open()'>A long text to click on</div>",
        "<button onclick=\"window.open('https://portus.example/share?u=1')\">Share this with somebody</button>",
        "<button data-url='/like/1'>Like it</button>",
        "<button onclick='history.back()'>Back to the list of all</button>",
        "<span onclick=\"share('https://portus.example/1')\">Share</span>",
        "<span onclick=\"sent('https://portus.example/1', 'click')\">A long text to click on</span>",
    ],
)
def test_what_leads_nowhere(html: str) -> None:
    """Anchors, menus, mail, telephone, buttons of scripts."""
    assert links(html) == []


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<tr data-href=/news/1><td>x", "/news/1"),
        ("<div onclick=\"window.location='/news/1'\">x</div>", "/news/1"),
        ("<li data-url='/news/1'>x</li>", "/news/1"),
        ("<button onclick=\"location.href='/news/1'\">Open</button>", "/news/1"),
        (
            "<span onclick=\"show('https://portus.example/op/?no=1')\">Nilsson v. Harbour board</span>",
            "https://portus.example/op/?no=1",
        ),
        ("<a href=# onclick=\"location.href='/news/1'\">more</a>", "/news/1"),
    ],
)
def test_addresses_kept_for_a_script(html: str, address: str) -> None:
    """A row or a card that a script follows is a link."""
    assert links(f"<table>{html}</table>" if html.startswith("<tr") else html) == [address]


def test_a_row_that_holds_links_is_none_itself() -> None:
    """Its own links say where it leads."""
    assert links("<li data-url=/news/1><a href=/news/1>Otters</a></li>") == ["/news/1"]


def test_a_title_that_only_a_script_follows() -> None:
    """It tells an entry, and gives it no address."""
    rows = "".join(
        f"<li><a href=\"javascript:view('{n}')\">The harbour entry number {n}</a> <b>{n + 10}.05.2026</b></li>"
        for n in range(6)
    )
    [first, *_] = links(rows)
    assert first.startswith(SCRIPTED)
    [kept] = chosen(induce(f"<h1>News</h1><ul>{rows}</ul>", URL))
    assert [(entry.title, entry.url) for entry in kept.entries] == [
        (f"The harbour entry number {n}", "") for n in range(6)
    ]


def test_an_entry_takes_a_real_link_before_a_scripted_one() -> None:
    """The document beside it is where it leads."""
    rows = "".join(
        f"<li><a href=\"javascript:view('{n}')\">The harbour entry number {n}</a> <b>{n + 10}.05.2026</b> <a href=/f/{n}.pdf>PDF</a></li>"
        for n in range(6)
    )
    [kept] = chosen(induce(f"<h1>News</h1><ul>{rows}</ul>", URL))
    assert [entry.url for entry in kept.entries] == [f"https://portus.example/f/{n}.pdf" for n in range(6)]
