"""A category before a title, each a link, with nothing that tells them apart but their order; two words in a row are no sentence."""

from __future__ import annotations

import pytest

from scraper.listing import induce

TITLES = [
    "The mill on the canal opens again",
    "Council agrees on the budget",
    "Teachers sign their contract",
    "Ferry held outside the harbour",
    "Two medals at the spring games",
    "Red alert in three counties",
    "Museums stay open on Saturday night",
    "Trains stand still from nine",
]
KINDS = ["culture", "politics", "politics", "harbour", "sport", "harbour", "culture", "traffic"]
AFTER = "/{kind}/2026/11/{number}.html"


def rows(entry: str, names: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Title and path of each entry that is found."""
    items = ""
    for number, (title, kind) in enumerate(zip(TITLES, KINDS, strict=True)):
        called = (names or {}).get(kind, kind.capitalize())
        items += (
            f"<li>{entry.format(kind=kind, called=called, title=title, number=number, hour=19 - number)}</li>"
        )
    page = f"<html lang=en><body><main><h1>Latest</h1><ul>{items}</ul></main></body></html>"
    (found,) = induce.chosen(induce.induce(page, "https://lumen.example/latest/"))
    return [(entry.title, entry.url.removeprefix("https://lumen.example")) for entry in found.entries]


EXPECTED = [
    (title, AFTER.format(kind=kind, number=number))
    for number, (title, kind) in enumerate(zip(TITLES, KINDS, strict=True))
]
CATEGORY, TITLE = "<a href=/{kind}/>{called}</a>", f"<a href={AFTER}>{{title}}</a>"


@pytest.mark.parametrize(
    "entry",
    [
        f"{{hour}}:02 {CATEGORY} {TITLE}",
        f"{CATEGORY} {TITLE}",
        f"{CATEGORY}: {TITLE} 2{{number}}.11.2026",
        f"<a href=/all/>All</a> {CATEGORY} {TITLE}",
        f"<span>{{hour}}:02</span> {CATEGORY} {TITLE} {CATEGORY}",
    ],
)
def test_the_link_that_does_not_return_is_the_title(entry: str) -> None:
    """Titles began with their categories, and led to these."""
    assert rows(entry) == EXPECTED


def test_links_that_all_return_or_none_keep_their_order() -> None:
    """A title before its category, and a button of each entry's own behind it."""
    assert rows(f"{TITLE} {CATEGORY}") == EXPECTED
    assert (
        rows(f"{TITLE} <a href=/{{kind}}/2026/11/{{number}}.html#comments>{{number}} replies</a>") == EXPECTED
    )


@pytest.mark.parametrize(
    "front", ["<b>{hour}:02</b> <i>{called}</i>", "{hour}:02 <i>{called}</i>", "<i>{called}</i>"]
)
def test_a_category_of_several_words_is_no_sentence(front: str) -> None:
    """Nor is one of a word behind an hour: titles were whole lines, hours included, and led to the categories."""
    names = dict.fromkeys(KINDS, "From the harbour") | {"politics": "Town and council"}
    assert rows(f"{front} {TITLE}", names) == EXPECTED
    assert rows(f"{front} {TITLE}") == EXPECTED


@pytest.mark.parametrize(
    "button",
    [
        "Tickets {day} Nov",
        "from {day} €",
        "{day}:15 OmU",
        "Book seats for {day} November",
        "{play} on {day} November 2026",
        "2.{day}.0",
        "Ana Roe {day}",
    ],
)
def test_what_stands_behind_a_play_that_is_given_again_is_no_title(button: str) -> None:
    """A button of each row's own, a price, a part: plays were called by these, and led there."""
    plays = ["Hamlet", "The Seagull", "Faust", "Norma", "Hamlet", "Faust", "Norma", "Hamlet"]
    items = "".join(
        f"<li>{20 - at} November 2026 <a href=/play/{play[:3]}>{play}</a> "
        f"<a href=/evening/{at}>{button.format(day=20 - at, play=play)}</a></li>"
        for at, play in enumerate(plays)
    )
    page = f"<html lang=en><body><main><h1>Programme</h1><ul>{items}</ul></main></body></html>"
    (found,) = induce.chosen(induce.induce(page, "https://lumen.example/programme/"))
    assert [row.url.rpartition("/")[0] for row in found.entries] == ["https://lumen.example/play"] * 8
    assert [row.title[: len(play)] for row, play in zip(found.entries, plays, strict=True)] == plays


def test_a_sentence_that_begins_as_others_do_stays_whole() -> None:
    """Its link goes on with a small letter: `The board has told of <a>the plan</a>` is no category and its title."""
    names = dict.fromkeys(KINDS, "The board has told of") | {"harbour": "The office has opened"}
    small = [title[0].lower() + title[1:] for title in TITLES]
    said = [f"{names[kind]} {title}" for kind, title in zip(KINDS, small, strict=True)]
    items = "".join(
        f"<li>{names[kind]} <a href=/news/{number}>{title}</a></li>"
        for number, (kind, title) in enumerate(zip(KINDS, small, strict=True))
    )
    page = f"<html lang=en><body><main><h1>Latest</h1><ul>{items}</ul></main></body></html>"
    (found,) = induce.chosen(induce.induce(page, "https://lumen.example/latest/"))
    assert [row.title for row in found.entries] == said


@pytest.mark.parametrize("between", ["", " [<a class=of href=/of/quay/>quay</a>]"])
def test_a_number_that_leads_where_the_title_does_is_no_title(between: str) -> None:
    """A tracker's tickets were called by the line of small print below them, and led to who had filed them."""
    items = "".join(
        f"<li><div><a href=/t/{4711 - at}>#{4711 - at}</a>{between} <a href=/t/{4711 - at}>{title}</a>"
        f"<div class=more><span>Reported by: <a href=/by/{at % 2}>{'Ann Roe' if at % 2 else 'Mira Feld'}</a>;</span>"
        f" <span>Date: {20 - at} Nov 2026 09:30:00 UTC;</span> <span>Severity: normal;</span></div></div></li>"
        for at, title in enumerate(TITLES)
    )
    page = f"<html lang=en><body><h1>Bugs in package quay</h1><ul>{items}</ul></body></html>"
    (found,) = induce.chosen(induce.induce(page, "https://lumen.example/bugs?package=quay"))
    assert [(row.title, row.url.rpartition("/")[2]) for row in found.entries] == [
        (title, str(4711 - at)) for at, title in enumerate(TITLES)
    ]
