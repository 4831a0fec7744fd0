"""Day, title and teaser in elements that only their order tells apart: no class, one for all, or a made-up one."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

SITE = "https://portus.example"
TITLES = (
    "Seals counted on the sandbank", "The lock is closed for repairs", "Board approves the budget",
    "Pilot boat gets a new engine", "Quay lights are changed", "Museum opens a third hall",
)  # fmt: skip
TEXTS = (
    "Volunteers found more of them than in any year since the counting began.",
    "Boats up to nine metres may use the small chamber in the meantime.",
    "Dues stay as they are, and a part of the money goes into the mole.",
    "It burns a third less and can be heard far less in the old town.",
    "The work goes on for two weeks, and one quay after the other is dark.",
    "Nets, lamps and the wheel of the last steam tug are on show.",
)
PLACES = ("Old town", "East quay", "Town hall", "Old town", "East quay", "Old town")
CUTS = tuple(
    f"{text[:-1]}, as was said in the harbour office on the morning after, where many had come to he"
    for text in TEXTS
)

DIVS = "<div>{day}</div><div>{title}</div><div>{text}</div>"
CARDS = {
    "boxes in a link": f"<div class=it><a href={{link}}>{DIVS}</a></div>",
    "paragraphs and a button": "<li><p>{day}</p><p>{title}</p><p>{text}</p><a href={link}>To the notice</a></li>",
    "one class for all": "<div class=it><a href={link}><p class='txt a-1x9'>{day}</p><p class='txt b-2k7'>{title}</p>"
    "<p class='txt c-8q3'>{text}</p></a></div>",
    "made-up classes": "<div class=it><a href={link}><div class=css-1x2y3z>{title}</div><div class=css-9q8w7e>{day}</div>"
    "<div class=css-4r5t6y>{text}</div></a></div>",
    "the day last": "<div class=it><a href={link}><div>{title}</div><div>{text}</div><div>{day}</div></a></div>",
    "a place before the title": f"<div class=it><a href={{link}}><div>{{place}}</div>{DIVS}</a></div>",
}  # fmt: skip


def rows(
    card: str, texts: tuple[str, ...] = TEXTS, without: tuple[str, int] = ("", -1)
) -> list[tuple[str, ...]]:
    """Title, link, day and teaser of six entries made from a form; one field of one of them may be empty."""
    told = []
    for n, (title, text, place) in enumerate(zip(TITLES, texts, PLACES, strict=True)):
        form = card.replace(f"<div>{{{without[0]}}}</div>", "") if n == without[1] else card
        told.append(
            form.format(
                title=title, text=text, day=f"{20 - n} October 2026", place=place, link=f"/n/{n}-notice"
            )
        )
    page = f"<html lang=en><title>Notices</title><nav><a href=/about>About</a></nav><main><h1>Notices</h1>{''.join(told)}</main>"
    found = [entry for one in chosen(induce(page, f"{SITE}/notices")) for entry in one.entries]
    return [(entry.title, entry.url.removeprefix(SITE), entry.date, entry.excerpt) for entry in found]


def truth(texts: tuple[str, ...] = TEXTS) -> list[tuple[str, ...]]:
    return [
        (title, f"/n/{n}-notice", f"{20 - n} October 2026", text)
        for n, (title, text) in enumerate(zip(TITLES, texts, strict=True))
    ]


@pytest.mark.parametrize("form", CARDS)
def test_fields_are_told_apart_by_their_order(form: str) -> None:
    """Days are one field, the first text that says no sentences is the title, and sentences are the teaser."""
    assert rows(CARDS[form]) == truth()


@pytest.mark.parametrize("form", ["boxes in a link", "the day last"])
def test_a_cut_teaser_is_one_by_its_length(form: str) -> None:
    """It ends as no sentence does, and says far more than what stands before it."""
    assert rows(CARDS[form], CUTS) == truth(CUTS)


@pytest.mark.parametrize("n", range(6))
def test_a_missing_day_moves_no_title(n: int) -> None:
    """Days are not counted among the places."""
    told = rows(CARDS["boxes in a link"], without=("day", n))
    assert [(row[0], row[3]) for row in told] == list(zip(TITLES, TEXTS, strict=True))
    assert told[n][2] == ""


def test_a_missing_first_place_moves_no_title() -> None:
    """Of an entry without a place the title is the text before its sentences."""
    told = rows(CARDS["a place before the title"], without=("place", 3))
    assert [row[0] for row in told] == list(TITLES)


def test_a_day_in_front_of_a_teaser_is_none_of_it() -> None:
    """It stands in an element of its own, though no space parts them in the page's source."""
    card = "<div class=it><h3><a href={link}>{title}</a></h3><span>{day}</span><span>{text}</span></div>"
    assert rows(card) == truth()


def test_paragraphs_of_one_teaser_stay_one() -> None:
    """Where the first of them says sentences, too, nothing is told apart."""
    card = "<div class=it><h3><a href={link}>{title}</a></h3><p>{text}</p><p>{text}</p></div>"
    assert [row[3] for row in rows(card)] == [f"{text} {text}" for text in TEXTS]


@pytest.mark.parametrize("name", ["{place}", "Ida Stone"], ids=["a place", "an author"])
def test_a_name_in_front_hides_no_teaser(name: str) -> None:
    """It stands in an element made as the teaser's is, and is told apart from it."""
    form = f"<div class=it><h3><a href={{link}}>{{title}}</a></h3><p>{name}</p><p>{{day}}</p><p>{{text}}</p></div>"
    assert rows(form) == truth()


def test_a_long_headline_behind_a_place_is_the_title() -> None:
    """It says far more than what stands before it, as a cut teaser does, but a place is no title."""
    more = "and what the board of the harbour has to say of it"
    card = f"<div class=it><a href={{link}}><div>{{day}}</div><div>{{place}}</div><div>{{title}} {more}</div><div>{{text}}</div></a></div>"
    told = rows(card, CUTS)
    assert [(row[0], row[3]) for row in told] == [
        (f"{title} {more}", text) for title, text in zip(TITLES, CUTS, strict=True)
    ]
