"""A link in brackets behind a name is a remark on it where the others' names are links; where all are so, it is the list's way."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/notices/"
LINKED = "{day} – <a href=/n/{n}.pdf>{title}</a>"


def read(*forms: str) -> list[tuple[str, str, str]]:
    """Title, address and date of entries, each made from a form, the last for all that follow."""
    rows = "".join(
        "<p>"
        + forms[min(n, len(forms) - 1)].format(title=TITLES[n], n=n, day=f"November {20 - n}, 2026")
        + "</p>"
        for n in range(8)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>Notices</h1>{rows}</main></body></html>", URL))
    return [(entry.title, entry.url, entry.date) for one in kept for entry in one.entries]


@pytest.mark.parametrize("around", [(" (", ")"), (" – [", "]"), (" (supplement) – (", ")")])
def test_a_remark_in_brackets_is_no_title(around: tuple[str, str]) -> None:
    """The name stands before it; it leads where the remark does."""
    opened, closed = around
    odd = f"{{day}} – {{title}}{opened}<a href=/n/x.pdf>Withdrawn on May 1</a>{closed}"
    told = read(LINKED, odd, odd, LINKED)
    name = " (supplement)" * ("supplement" in opened)
    assert [title for title, *_ in told] == [
        title + name * (n in (1, 2)) for n, title in enumerate(TITLES[:8])
    ]
    assert [url for _, url, _ in told[1:3]] == ["https://portus.example/n/x.pdf"] * 2
    assert [date for *_, date in told] == [f"November {20 - n}, 2026" for n in range(8)]


@pytest.mark.parametrize(
    "odd",
    ["{day} – New (<a href=/n/{n}.pdf>{title}</a>)", "{day} – Read this: <a href=/n/{n}.pdf>{title}</a>"],
    ids=["one word", "no brackets"],
)
def test_a_link_that_a_remark_stands_before_is_the_title(odd: str) -> None:
    """One word is no name, and without brackets the link is what is told of."""
    assert [title for title, *_ in read(LINKED, odd, odd, LINKED)] == list(TITLES[:8])


def test_where_all_links_stand_in_brackets_nothing_changes() -> None:
    """That is how the list is written."""
    told = read("{day} – Notice of the board (<a href=/n/{n}.pdf>{title}</a>)")
    assert [title for title, *_ in told] == list(TITLES[:8])
