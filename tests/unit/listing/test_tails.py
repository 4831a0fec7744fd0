"""What stands behind a teaser's last sentence in an element of its own, entry after entry, is no part of the teaser."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

TEXTS = (
    "The board has looked at four plans for the mole and will keep two of them until the spring.",
    "Pilots asked for it after the fog of last winter, in which three boats missed the channel.",
    "Whoever has a berth will get a letter before the end of the month, with the new dues in it…",
)
NAMES = ("Ann Roe", "Mira Feld")


def excerpts(text: str, missing: int = 0) -> list[str]:
    """The teasers of a list of news; `missing` first ones are the bare sentence."""
    rows = "".join(
        f"<article><h3><a href=/news/{n}>{title}</a></h3><p class=day>{27 - n} November 2026</p>"
        f"<p>{(text if n >= missing else '{text}').format(text=TEXTS[n % 3], name=NAMES[n % 2], n=13 * n)}</p></article>"
        for n, title in enumerate(TITLES)
    )
    page = f"<html lang=en><body><main><h1>News</h1>{rows}</main></body></html>"
    return [
        entry.excerpt for one in chosen(induce(page, "https://portus.example/news")) for entry in one.entries
    ]


SAID = [TEXTS[n % 3] for n in range(len(TITLES))]


@pytest.mark.parametrize(
    "text",
    [
        "{text} <span class=author>{name}</span>",
        "{text}<span> | {name}</span>",
        "{text} <em>– {name}</em>",
        "<span>{text}</span> <small>Harbour office / {name}</small>",
        "{text} <span>{name}</span> <b>{n} views</b>",
        "{text} <b>[Harbour]</b>",
        "“{text}” <b>[Harbour]</b>",
    ],
)
def test_a_name_a_heading_a_count_is_no_part_of_it(text: str) -> None:
    """In one element or two, with marks or without."""
    assert [said.strip("“”") for said in excerpts(text)] == SAID


@pytest.mark.parametrize("text", ["{text} <b>It costs {n} euros.</b>", "{text} <span>{text}</span>"])
def test_a_sentence_set_apart_stays(text: str) -> None:
    """Bold type is no end."""
    assert excerpts(text) == [
        text.format(text=said, n=13 * n)
        .replace("<b>", "")
        .replace("</b>", "")
        .replace("<span>", "")
        .replace("</span>", "")
        for n, said in enumerate(SAID)
    ]


def test_who_says_what_is_quoted_stays() -> None:
    """The quoted words are no whole sentence: `"The mole will stay as it is" says Ann Roe`."""
    text = '"The mole will stay as it is until the spring, and so will its lamps" <i>says {name}</i>'
    assert excerpts(text) == [
        text.format(name=NAMES[n % 2]).replace("<i>", "").replace("</i>", "") for n in range(len(TITLES))
    ]


@pytest.mark.parametrize("end", ["({day})", "[{day}]", "– {day}", "({day} г.)"])
def test_the_day_in_brackets_behind_a_teaser_is_none_of_it(end: str) -> None:
    """It is the entry's date."""
    rows = "".join(
        f"<dt><a href=/news/{n}>{title}</a></dt><dd>{TEXTS[n % 3]} {end.format(day=f'{27 - n}.11.2026')}</dd>"
        for n, title in enumerate(TITLES)
    )
    page = f"<html lang=en><body><main><h1>News</h1><dl>{rows}</dl></main></body></html>"
    found = [entry for one in chosen(induce(page, "https://portus.example/news")) for entry in one.entries]
    assert [entry.excerpt for entry in found] == SAID
    assert [entry.date for entry in found] == [f"{27 - n}.11.2026" for n in range(len(TITLES))]


def test_what_only_some_have_stays() -> None:
    """A work may be named at the end of a teaser; the list shows no rule."""
    found = excerpts("{text} <em>{name}</em>", missing=len(TITLES) // 2)
    assert found[-1].endswith(NAMES[(len(TITLES) - 1) % 2])


@pytest.mark.parametrize("line", ["{bits}", "<span>{bits}</span>"])
def test_short_elements_behind_a_title_are_no_teaser(line: str) -> None:
    """A register of judgments: the names, the court, the number and the day stand in a line, each in an element."""
    row = (
        "<span class=entry__name><a href=/c/{n}>{title}</a></span><span class=entry__court>High Court of the <b>Quays</b></span>"
        "<span class=entry__number>[2026] QHC {n} (Admin)</span><time datetime=2026-11-{day}>{day} Nov 2026</time>"
    )
    bits = [row.format(n=n, title=title, day=27 - n) for n, title in enumerate(TITLES)]
    rows = "".join(f"<li class=entry>{line.format(bits=said)}</li>" for said in bits)
    page = f"<html lang=en><body><main><h1>Judgments</h1><ul>{rows}</ul></main></body></html>"
    found = [
        entry for one in chosen(induce(page, "https://portus.example/judgments")) for entry in one.entries
    ]
    assert [(entry.title, entry.excerpt) for entry in found] == [(title, "") for title in TITLES]


def test_a_teaser_with_words_in_bold_is_no_row_of_short_elements() -> None:
    """They are parts of one element, whose text is long."""
    row = (
        "<li><a href=/n/{n}>{title}</a> <span>{day} November 2026</span> "
        "<span>The plan of <b>{name}</b> for a ship that <b>sails {n} times</b> a week to the outer isles and back</span></li>"
    )
    rows = "".join(
        row.format(n=n, title=title, day=27 - n, name=NAMES[n % 2]) for n, title in enumerate(TITLES)
    )
    page = f"<html lang=en><body><main><h1>News</h1><ul>{rows}</ul></main></body></html>"
    found = [entry for one in chosen(induce(page, "https://portus.example/news")) for entry in one.entries]
    assert [entry.excerpt for entry in found] == [
        f"The plan of {NAMES[n % 2]} for a ship that sails {n} times a week to the outer isles and back"
        for n in range(len(TITLES))
    ]
