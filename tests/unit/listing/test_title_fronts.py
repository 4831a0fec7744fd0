"""What stands before a title's words in its link and is none of them: one of few categories."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/news/"


def read(titles: tuple[str, ...]) -> list[str]:
    """The titles of dated rows that these are linked in."""
    rows = "".join(
        f"<li><a href=/news/{n}>{title}</a> <i>{10 + n}.04.2026</i></li>" for n, title in enumerate(titles)
    )
    [kept] = chosen(induce(f"<html><title>News</title><main><h1>News</h1><ul>{rows}</ul></main></html>", URL))
    return [entry.title for entry in kept.entries]


CATEGORIES = ("Council", "Harbour", "Council", "Schools", "Harbour", "Roads", "Schools", "Roads")


def test_one_of_few_categories_before_a_headline() -> None:
    """Four of them twice each: none stands before three in ten entries, each returns."""
    titles = tuple(
        f'<span class="topic">{kind}</span> {title}'
        for kind, title in zip(CATEGORIES, TITLES[:8], strict=True)
    )
    assert read(titles) == list(TITLES[:8])


@pytest.mark.parametrize("rest", ["in the park of {n} trees", "and the {n} otters: {title}"])
def test_a_name_that_a_title_goes_on_from_stays(rest: str) -> None:
    """What follows begins small: the name is the subject, however often it returns."""
    plays = ("Hamlet", "Macbeth") * 4
    titles = tuple(
        f'<span class="play">{play}</span> {rest.format(n=n, title=title)}'
        for n, (play, title) in enumerate(zip(plays, TITLES[:8], strict=True))
    )
    found = read(titles)
    assert [title.split()[0] for title in found] == list(plays)


def test_a_category_before_a_title_that_begins_small_is_none_of_it() -> None:
    """One title in four, as `iPads` do: what stands before the others in such an element tells what it is."""
    begun = tuple(f"iPads and {title}" if n % 4 == 1 else title for n, title in enumerate(TITLES[:8]))
    titles = tuple(
        f'<span class="topic">{kind}</span> {title}' for kind, title in zip(CATEGORIES, begun, strict=True)
    )
    assert read(titles) == list(begun)


def test_where_all_is_written_small_categories_are_too() -> None:
    """A site without capitals: no title goes on from a category."""
    titles = tuple(
        f'<span class="topic">{kind.lower()}</span> {title.lower()}'
        for kind, title in zip(CATEGORIES, TITLES[:8], strict=True)
    )
    assert read(titles) == [title.lower() for title in TITLES[:8]]


def test_a_comma_behind_a_title_is_none_of_it() -> None:
    """`Title, <i>Gazette</i>, day`: the comma parts them."""
    rows = "".join(
        f"<li>{title}, <i>Portus Gazette</i>, {n + 10} April 2026. <a href=https://gazette.example/{n}>link</a></li>"
        for n, title in enumerate(TITLES[:6])
    )
    [kept] = chosen(induce(f"<html><title>News</title><main><h1>News</h1><ul>{rows}</ul></main></html>", URL))
    assert [entry.title for entry in kept.entries] == list(TITLES[:6])
