"""Dates whose letters are damaged are read, and letters that are only unusual stay."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 11, 25)
WRITTEN = {
    "fr": ("18 décembre 2025", "2025-12-18"), "de": ("12. März 2025", "2025-03-12"), "pt": ("12 março 2025", "2025-03-12"),
    "cs": ("12. října 2025", "2025-10-12"), "pl": ("12 września 2025", "2025-09-12"), "tr": ("12 Ağustos 2025", "2025-08-12"),
    "ru": ("12 августа 2025", "2025-08-12"), "el": ("12 Αυγούστου 2025", "2025-08-12"), "ar": ("12 نوفمبر 2025", "2025-11-12"),
    "he": ("12 בנובמבר 2025", "2025-11-12"), "zh": ("2025年11月12日", "2025-11-12"), "ko": ("2025년 11월 12일", "2025-11-12"),
    "th": ("12 พ.ย. 2568", "2025-11-12"), "hi": ("12 नवंबर 2025", "2025-11-12"),
}  # fmt: skip


def _misread(text: str, codec: str) -> str:
    """The UTF-8 bytes of a text, each read as a letter."""
    return text.encode().decode(codec, errors="strict" if codec == "latin-1" else "ignore")


@pytest.mark.parametrize("language", WRITTEN)
def test_utf8_read_as_latin1_is_read_back(language: str) -> None:
    """Every script's months survive the commonest misreading."""
    written, day = WRITTEN[language]
    row = read_dates([_misread(written, "latin-1")], languages=language, crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, True)


@pytest.mark.parametrize(
    "cell", ["18 dÃ©cembre 2025", "18 dÃ cembre 2025", "18 d?cembre 2025", "18 d\ufffdcembre 2025"]
)
def test_a_letter_that_is_gone_may_be_any(cell: str) -> None:
    """The rest of the name tells the month."""
    row = read_dates([cell], languages="fr", crawled=CRAWLED).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == ("2025-12-18", True)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("3 ao?t 2025", "2025-08-03"), ("12 f\ufffdvr. 2025", "2025-02-12"), ("12. M?rz 2025", "2025-03-12"), ("12 mar?o 2025", "2025-03-12"),
        ("12 pa?dziernika 2025", "2025-10-12"), ("What? 12 Nov 2025", "2025-11-12"), ("À 18h le 12 août 2025", "2025-08-12"),
    ],
)  # fmt: skip
def test_short_names_and_whole_letters(cell: str, day: str) -> None:
    """Two letters that are left may suffice; a question mark behind a word takes nothing from it."""
    assert str(read_dates([cell], crawled=CRAWLED)["date"].iloc[0]) == day
