"""Weekdays of two words, with a hyphen or a space between them, and those that are a month in another language."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates


@pytest.mark.parametrize(
    ("cell", "language", "day"),
    [
        ("quarta-feira, 19 de novembro", "pt", date(2025, 11, 19)),
        ("19 novembro, Quarta-feira", "pt-BR", date(2025, 11, 19)),
        ("سه شنبه 18 نوامبر", "fa", date(2025, 11, 18)),
        ("سه\N{ZERO WIDTH NON-JOINER}شنبه 18 نوامبر", "fa", date(2025, 11, 18)),
        ("L-Erbgħa, 19 ta’ Novembru", "mt", date(2025, 11, 19)),
        ("lun. 18 août", "fr", date(2025, 8, 18)),
        ("18 ago, lun", "es", date(2025, 8, 18)),
        ("19 арван нэгдүгээр сар лхагва", "mn", date(2025, 11, 19)),
        ("19 Meán Fómhair Dé hAoine", "ga", date(2025, 9, 19)),
        ("יום ד׳ 19 נוב׳", "he", date(2025, 11, 19)),
        ("יום ד', 19 בנובמבר", "he", date(2025, 11, 19)),
        ("sub 14 velj", "hr", date(2026, 2, 14)),
    ],
)
def test_the_weekday_tells_the_year(cell: str, language: str, day: date) -> None:
    """The day of another year falls on another weekday; `lun` is August in Irish."""
    frame = read_dates([cell], languages=language, crawled=date(2026, 11, 25))
    assert frame["date"].iloc[0] == day
