"""Cards say more than a headline: a kicker, a badge, an author, a number, a length. Whatever stands first, the headline is the title."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NAMES, TEXTS, TITLES

URL = "https://portus.example/news/"
KINDS = ("Traffic", "Old town", "Work and dues", "Traffic", "Culture", "Old town", "Traffic", "Culture")
BADGES = ("New", "", "Updated", "", "New", "", "", "")
HEADLINE = "<h3><a href=/news/{n}>{title}</a></h3>"
REST = "<p>{text}</p><i>{day}</i>"
CARDS = {
    "a kicker above": f"<span class=k>{{kind}}</span>{HEADLINE}{REST}",
    "a kicker in the heading": f"<h3><span class=k>{{kind}}</span> <a href=/news/{{n}}>{{title}}</a></h3>{REST}",
    "a kicker in a heading of its own": f"<h4>{{kind}}</h4>{HEADLINE}{REST}",
    "a kicker in a higher heading": f"<h2 class=eyebrow>{{kind}}</h2>{HEADLINE}{REST}",
    "a kicker in the heading, the headline in a paragraph": f"<h3>{{kind}}</h3><p class=t><a href=/news/{{n}}>{{title}}</a></p>{REST}",
    "a kicker that leads to its topic": f"<a href=/topic/{{kind}}>{{kind}}</a>{HEADLINE}{REST}",
    "a badge on some": f"<em>{{badge}}</em>{HEADLINE}{REST}",
    "a badge in the heading of some": f"<h3><em>{{badge}}</em><a href=/news/{{n}}>{{title}}</a></h3>{REST}",
    "the same badge on all": f"<em>Press release</em>{HEADLINE}{REST}",
    "an author before the headline": f"<a href=/people/{{n}}>{{name}}</a>{HEADLINE}{REST}",
    "an author in a heading": f"<h4><a href=/people/{{n}}>{{name}}</a></h4>{HEADLINE}{REST}",
    "an author, and no heading": f"<a href=/people/{{n}}>{{name}}</a><div><a href=/news/{{n}}>{{title}}</a></div>{REST}",
    "an author in bold": f"<strong>{{name}}</strong>{HEADLINE}{REST}",
    "a kicker, a badge and an author": f"<span>{{kind}}</span><em>{{badge}}</em>{HEADLINE}<span>{{name}}</span> {REST}",
    "a number": f"<span>No. {{n}}/2026</span>{HEADLINE}{REST}",
    "a number in a heading": f"<h4>No. {{n}}/2026</h4>{HEADLINE}{REST}",
    "how long it takes": f"<span>{{n}} min read</span>{HEADLINE}{REST}",
    "a picture's credit": f"<a href=/news/{{n}}><img src=a alt='Photo: {{name}}'></a>{HEADLINE}{REST}",
    "how many comments": f"<a href=/news/{{n}}#c>{{n}} comments</a>{HEADLINE}{REST}",
    "topics below": f"{HEADLINE}<p>{{text}}</p><a href=/t/{{kind}}>{{kind}}</a> <a href=/t/x>Harbour</a> <i>{{day}}</i>",
}


def page(card: str, rows: int, *, dated: bool) -> str:
    """A listing page of cards of one form."""
    cards = "".join(
        "<div class=card>"
        + card.format(
            n=n,
            kind=KINDS[n],
            badge=BADGES[n],
            name=NAMES[n],
            title=TITLES[n],
            text=TEXTS[n],
            day=f"{20 - n} November 2026" if dated else "",
        )
        + "</div>"
        for n in range(rows)
    )
    cards = cards.replace("<em></em>", "").replace("<i></i>", "")
    return f"<html lang=en><title>News | Portus</title><body><main><h1>News</h1>{cards}</main></body></html>"


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("rows", [3, 8])
@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_the_headline_is_the_title(card: str, rows: int, dated: bool) -> None:
    """It leads to the entry, the text is the teaser, and nothing that stands beside them is part of either."""
    kept = [entry for one in chosen(induce(page(card, rows, dated=dated), URL)) for entry in one.entries]
    assert [(entry.title, entry.url, entry.excerpt) for entry in kept] == [
        (TITLES[n], f"{URL}{n}", TEXTS[n]) for n in range(rows)
    ]


@pytest.mark.parametrize(
    "button", ["<a href=/news/{n}>Read more</a>", "Read more", "<a href=/news/{n}>[Weiterlesen …]</a>"]
)
def test_a_teaser_with_a_button_behind_it_is_no_title(button: str) -> None:
    """A title that is no link and bears no name is one all the same: its text ends as sentences do, before the button."""
    cards = "".join(
        f"<div class=card><div>{TITLES[n]}</div><p>{TEXTS[n]} {button.format(n=n)}</p><i>{20 - n} November 2026</i>"
        f"<a class=over href=/news/{n} aria-label='{TITLES[n]}'></a></div>"
        for n in range(8)
    )
    found = chosen(induce(f"<html lang=en><main><h1>News</h1>{cards}</main></html>", URL))
    assert [row.title for one in found for row in one.entries] == [*TITLES[:8]]
