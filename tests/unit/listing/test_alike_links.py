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
