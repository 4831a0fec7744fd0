"""The versions of a page: what each is called stands in the midst of buttons, hours and sizes, all in one line."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

URL = "https://portus.example/page?title=Quay&show=history"
DAYS = {
    "en": "{n}:05, {day} November 2026",
    "cs": "{day}. 11. 2026, 1{n}:05",
}


def versions(day: str, lang: str, count: int = 6) -> str:
    """A page's versions, each in one line; the first one has none before it to compare with."""
    rows = "".join(
        "<li><span class=links>"
        + (
            f"<a href='/page?title=Quay&diff=9{n}'>now</a> <a href='/page?title=Quay&diff=prev&old={n}'>the one before</a>"
            if n
            else "now"
        )
        + f"</span> <bdi><a class=day href='/page?title=Quay&old={n}'>{day.format(n=n, day=20 - n)}</a></bdi> "
        f"<span class=user>Imported by Wren and Hope</span> <span class=size>{310 - 9 * n} bytes</span> <b>+{n}</b> "
        f"<span class=comment>{title}</span> <span class=tools><a href='/page?title=Quay&undo={n}'>undo this change</a></span></li>"
        for n, title in enumerate(TITLES[:count])
    )
    return f"<html lang={lang}><title>Quay</title><main><h1>Quay: versions</h1><ul>{rows}</ul></main></html>"


@pytest.mark.parametrize(("lang", "day"), DAYS.items())
def test_what_a_version_is_called_is_the_part_that_differs(lang: str, day: str) -> None:
    """No button, hour or size is in a title, and the day leads to the version."""
    [kept] = chosen(induce(versions(day, lang), URL))
    assert [entry.title for entry in kept.entries] == list(TITLES[:6])
    assert [entry.url.rpartition("&")[2] for entry in kept.entries] == [f"old={n}" for n in range(6)]
    assert all(entry.date for entry in kept.entries)
