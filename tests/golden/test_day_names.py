"""Days in every language that the date reader knows, as sites write them: a release of CLDR that calls one otherwise is seen here."""

from __future__ import annotations

from functools import cache

import pytest

from pipelines.dates import read_dates
from tests.golden.day_names import CRAWLED, LANGUAGES, Cell, rows


@cache
def _read() -> list[tuple[str, Cell, bool]]:
    """Language, cell and whether it is read as its day; the weekdays of a row are one list, all other cells stand alone."""
    listed = [(at, row, cell) for at, row in enumerate(rows()) for cell in row.cells()]
    read = read_dates(
        [cell.text for _, _, cell in listed],
        groups=[
            f"{at} {'' if row.what == 'weekday' else place}" for place, (at, row, _) in enumerate(listed)
        ],
        languages=[row.language for _, row, _ in listed],
        crawled=CRAWLED,
    )
    return [
        (row.language, cell, str(day) == str(cell.day))
        for (_, row, cell), day in zip(listed, read["date"], strict=True)
    ]


@pytest.mark.parametrize("language", [language.replace("_", "-") for language in LANGUAGES])
def test_every_name_is_read_but_those_with_a_star(language: str) -> None:
    """Months, weekdays, calendars, digits and phrases told from the crawl; a star that is needless now goes."""
    cells = [(cell, right) for spoken, cell, right in _read() if spoken == language]
    assert cells
    assert [cell.text for cell, right in cells if not right] == [
        cell.text for cell, _ in cells if cell.unread
    ]
