"""A kicker inside the headline's link, and a channel before it in one line: neither is part of the title where the page shows so."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NAMES, TEXTS, TITLES

URL = "https://portus.example/news/"
TOPICS = ("Traffic", "Old town", "Work and dues", "Culture", "Nature", "Town hall", "Sea", "Craft")
CHANNELS = ("Culture", "Traffic", "Culture", "Culture", "Traffic", "Culture", "Traffic", "Culture")


def rows(entries: str, language: str = "en") -> list[tuple[str, str]]:
    """Titles and addresses of the list that a page with these entries is found to have."""
    page = f"<html lang={language}><title>News | Portus</title><main><h1>News</h1>{entries}</main></html>"
    return [(entry.title, entry.url) for one in chosen(induce(page, URL)) for entry in one.entries]


def cards(kicker: str, label: str, headlines: tuple[str, ...] = TITLES) -> str:
    """Cards whose heading is one link around a kicker and a headline."""
    return "".join(
        f"<article><h2><a href=/news/{n}{label.format(title=headlines[n], other=TITLES[n - 1])}>"
        f"<span class=k>{kicker.format(topic=TOPICS[n], n=n)}</span> <span class=t>{headlines[n]}</span></a></h2>"
        f"<p>{TEXTS[n]}</p><i>{20 - n} November 2026</i></article>"
        for n in range(8)
    )


@pytest.mark.parametrize("label", [" title='{title}'", " aria-label='{title}'"])
def test_a_kicker_that_the_link_leaves_out_is_no_part_of_the_title(label: str) -> None:
    """Each link is called by what follows its kicker, though no kicker comes twice."""
    assert rows(cards("{topic}", label)) == [(TITLES[n], f"{URL}{n}") for n in range(8)]


@pytest.mark.parametrize(
    ("kicker", "label"),
    [
        ("{topic}", ""),  # nothing says what the link is called
        ("{topic}", " title='Portus: {title}'"),
        ("{topic}", " title='{other}'"),
        ("Volume {n}:", " title='{title}'"),  # numbers tell entries apart
    ],
)
def test_a_front_stays_where_the_link_does_not_leave_it_out(kicker: str, label: str) -> None:
    """Nothing is taken from a title on a lesser word, or with a number in it."""
    found = rows(cards(kicker, label))
    assert [title for title, _ in found] == [
        f"{kicker.format(topic=TOPICS[n], n=n)} {TITLES[n]}" for n in range(8)
    ]


def test_names_stay_before_what_is_said_alike_of_them() -> None:
    """`Ana Roe joins the board`: without their fronts many titles would be one."""
    alike = tuple(("joins the board of the port", "leaves the board of the port")[n % 2] for n in range(8))
    found = rows(cards("{topic}", " title='{title}'", alike))
    assert all(title.startswith(topic) for (title, _), topic in zip(found, TOPICS, strict=True))


def ticker(before: str, headlines: tuple[str, ...] = TITLES) -> str:
    """Lines of an hour, what stands before the headline, and the headline."""
    lines = "".join(
        f"<li>{before.format(n=n, hour=f'{18 - n}:0{n}', channel=CHANNELS[n], slug=CHANNELS[n].lower(), name=NAMES[n])} "
        f"<a class=t href=/news/{n}>{headlines[n]}</a></li>"
        for n in range(8)
    )
    return f"<h3>20 November 2026</h3><ul>{lines}</ul>"


@pytest.mark.parametrize(
    "before",
    [
        "<span>{hour}</span> <b class=c><a href=/c/{slug}>{channel}</a></b>",
        "{hour} <a href=/c/{slug}>{channel}</a>",
        "<span>{hour}</span> <a href=/c/{slug}>{channel} of the town</a>",
    ],
)
def test_a_channel_before_the_headline_is_neither_title_nor_address(before: str) -> None:
    """The lines were the titles, with hour and channel, and led to the channel."""
    assert rows(ticker(before)) == [(TITLES[n], f"{URL}{n}") for n in range(8)]


def test_a_link_before_the_last_stays_where_headlines_say_the_same() -> None:
    """`Culture: Minutes` eight times is told apart by what stands before it."""
    alike = tuple(("Minutes of the last meeting", "Agenda of the next meeting")[n % 2] for n in range(8))
    plain = ticker("{hour} We met <a href=/c/{slug}>{channel}</a> and wrote the", alike)
    assert all(title not in alike for title, _ in rows(plain))


SHORT = tuple(" ".join(title.split()[:5]) for title in TITLES)
CUT = tuple(
    " ".join([TEXTS[n], *TEXTS[n + 1 :], *TEXTS]).replace(". ", " and ")[:155].strip() for n in range(8)
)


def clicked(above: tuple[str, ...], below: tuple[str, ...]) -> list[str]:
    """The titles of cards that lead on by script, a line above and a text below."""
    made = "".join(
        f"<div class=card onclick=\"location.href='/news/{n}'\"><div class=t>{above[n]}</div>"
        f"<div class=d>20 November 2026 by <b>Curators</b></div><div class=x>{below[n]}</div></div>"
        for n in range(8)
    )
    return [title for title, _ in rows(f"<div>{made}</div>")]


def test_texts_that_are_all_cut_at_one_length_are_no_titles() -> None:
    """They end as no sentence does, and looked more like headlines than the short lines above them."""
    assert clicked(SHORT, CUT) == [*SHORT[:8]]


def test_a_place_above_long_titles_stays_a_place() -> None:
    """What comes again, or is as short as a name, is no headline."""
    assert clicked(NAMES, CUT) == [*CUT]
    assert clicked(tuple(f"Council of {CHANNELS[n]} and fisheries" for n in range(8)), CUT) == [*CUT]
