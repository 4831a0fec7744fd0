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
