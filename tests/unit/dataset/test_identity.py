"""Which rows are one entry."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.address import canonical
from pipelines.identity import identity, twice
from tests.rows import LISTING, entry, frame, site


def ids(*lines: dict[str, object]) -> list[str]:
    return identity(frame(*lines), site())["id"].tolist()


@pytest.mark.parametrize(
    "other",
    [
        "http://lumen.example/fr/article-1/",
        "https://www.lumen.example/fr/article-1",
        "https://lumen.example/fr/article-1/#suite",
        "https://lumen.example/fr/article-1/?utm_source=rss&fbclid=1",
        "https://LUMEN.example/fr/article-1/",
    ],
)
def test_one_page_has_one_id(other: str) -> None:
    """Scheme, www, last slash, fragment and tracking do not make another entry."""
    first, second = ids(entry(1), entry(1, url=other, list="une"))
    assert first == second


def test_a_query_that_names_the_page_counts() -> None:
    """`?id=1` and `?id=2` are two entries, in any order of the query."""
    pages = [
        "https://lumen.example/p?id=1&l=fr",
        "https://lumen.example/p?l=fr&id=1",
        "https://lumen.example/p?id=2&l=fr",
    ]
    keys = canonical(pd.Series(pages, dtype="str"))
    assert keys[0] == keys[1] != keys[2]


def test_several_entries_with_one_link_stay_several() -> None:
    """A calendar whose entries all link to itself keeps them apart by their titles."""
    one, two, three = ids(
        entry(1, url=LISTING),
        entry(2, url=LISTING),
        entry(3, url="https://lumen.example/agenda/", title="Marché"),
    )
    assert len({one, two, three}) == 3
    shared = "https://lumen.example/agenda/"
    assert len(set(ids(entry(1, url=shared), entry(2, url=shared)))) == 2


def test_an_entry_without_a_link_is_named_by_its_content() -> None:
    """The same title, date and teaser are the same entry; another date is another."""
    lines = [
        entry(1, url=None),
        entry(1, url=None, position=2),
        entry(1, url=None, position=3, date="29.10.26"),
    ]
    same, again, later = ids(*lines)
    assert same == again != later


def test_an_id_does_not_depend_on_its_neighbours_or_looks() -> None:
    """The id of an entry is the same alone and in a list, and reads as text, never as a number."""
    alone = ids(entry(5))
    assert alone[0] in ids(entry(4), entry(5), entry(6))
    assert all(len(name) == 16 and not name.isdigit() for name in ids(*map(entry, range(300))))


def test_the_same_link_on_two_sites_is_two_records() -> None:
    """Sites are kept apart even where they list the same page."""
    assert ids(entry(1)) != identity(frame(entry(1)), site(id="other"))["id"].tolist()


def test_a_double_listing_is_marked_at_its_second_place() -> None:
    """The first place counts."""
    known = identity(frame(entry(1, list="une"), entry(2), entry(1, position=9)), site())
    assert twice(known).tolist() == [False, False, True]
