"""Entries whose only words are labels of pictures have these as titles; pictures beside headlines add nothing."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce

URL = "https://portus.example/projects/"
TITLES = (
    "Quay wall of the western basin", "Roof of the old fish hall", "Two moorings for the rescue boat", "Lamps along the northern mole",
    "Crane rails of the timber yard", "A garden behind the customs house",
)  # fmt: skip


def kept(item: str, more: str = "") -> list[Entry]:
    items = "".join(item.format(n=n, title=title) for n, title in enumerate(TITLES))
    menu = "<nav><ul><li><a href=/town/>Town</a></li><li><a href=/projects/>Projects</a></li></ul></nav>"
    page = f"<html lang=en><body>{menu}<main><h1>Projects</h1><div>{items}</div>{more}</main></body></html>"
    return [entry for one in chosen(induce(page, URL)) for entry in one.entries]


@pytest.mark.parametrize(
    "item",
    [
        "<div><a href=/projects/{n}><img src=/{n}.jpg alt='{title}'></a></div>",
        "<a href=/projects/{n} title='{title}'><img src=/{n}.jpg></a>",
        "<li><a href=/projects/{n} aria-label='{title}'><img src=/{n}.jpg alt=''></a></li>",
    ],
)
def test_a_grid_of_pictures_is_a_list(item: str) -> None:
    """Its titles are in `alt`, `title` or `aria-label`."""
    assert [(entry.title, entry.url) for entry in kept(item)] == [
        (title, f"{URL}{n}") for n, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    "item",
    [
        "<a href=https://partner-{n}.example/><img src=/{n}.png alt='{title}'></a>",
        "<a href=/projects/{n}><img src=/{n}.jpg alt='Logo {n}'></a>",
    ],
)
def test_logos_are_no_entries(item: str) -> None:
    """Pictures that lead to other sites, or are called by less than a title, make no list."""
    assert kept(item) == []


def test_a_picture_beside_its_headline_says_nothing_new() -> None:
    """Where words lead to the same page, they are the title, whatever the picture is called."""
    item = "<div><a href=/projects/{n}><img src=/{n}.jpg alt='A photograph of works, number {n}'></a><h3><a href=/projects/{n}>{title}</a></h3></div>"
    assert [entry.title for entry in kept(item)] == list(TITLES)


TEASER = "<p>The board spoke about {title} at length, and the works begin when the winter is over.</p>"


@pytest.mark.parametrize(
    "item",
    [
        "<div class=card><a href=/projects/{n}><img src=/{n}.jpg alt=''><span class=govuk-visually-hidden>{title}</span></a>TEXT</div>",
        "<div class=card><img src=/{n}.jpg>TEXT<a class=stretched-link href=/projects/{n}><span class=sr-only>{title}</span></a></div>",
        "<div class=card><a href=/projects/{n}><img src=/{n}.jpg><b class=screen-reader-text>{title}</b></a></div>",
    ],
    ids=["picture", "whole card", "no teaser"],
)
def test_a_link_is_called_by_its_text_for_screen_readers(item: str) -> None:
    """Where a link shows no word and nothing else names the entry; else the teaser would be its title."""
    found = kept(item.replace("TEXT", TEASER))
    assert [(entry.title, entry.url) for entry in found] == [
        (title, f"{URL}{n}") for n, title in enumerate(TITLES)
    ]
    assert not found[0].excerpt or found[0].excerpt.startswith("The board spoke")


@pytest.mark.parametrize(
    "item",
    [
        "<div><a href=/projects/{n}><img src=/{n}.jpg><i class=sr-only>Read the whole story</i></a><div class=name>{title}</div>TEXT</div>",
        "<div><div class=name>{title}</div>TEXT<a href=/projects/{n}><i class=sr-only>Read the whole story of {title}</i></a></div>",
        "<div><h3><a href=/projects/{n}>{title} <i class=sr-only>(opens in a new window)</i></a></h3>TEXT</div>",
        "<div><h3><a href=/projects/{n}>{title}</a></h3>TEXT<a href=/share/{n}><i class=sr-only>Share {title} with friends</i></a></div>",
        "<div><a href=/by/{n}><img src=/{n}.jpg><i class=sr-only>All that writer {n} wrote</i></a><h3>{title}</h3>TEXT<a href=/projects/{n}>More</a></div>",
    ],
    ids=["the same everywhere", "longer than what is shown", "beside words", "to share", "of an author"],
)
def test_text_for_screen_readers_beside_a_title_is_none(item: str) -> None:
    """What is shown names the entry, and leads where the entry is."""
    found = kept(item.replace("TEXT", TEASER))
    assert [(entry.title, entry.url) for entry in found] == [
        (title, f"{URL}{n}") for n, title in enumerate(TITLES)
    ]
