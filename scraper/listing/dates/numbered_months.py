"""Months that their language calls by number: `2026 оны 11-р сарын 22`, and in the order of another: `11月 27, 2026`, `27 Tháng Mười Một, 2026`.

Programs whose format of dates is made for English print the month's name where English has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DAY, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])[日일]?", r"(?:19|20|25)\d\d(?!\d)"
_NUMBER = r"(?:1[0-2]|0?[1-9])"
_VIETNAMESE = "mười một|mười hai|mười|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"
_MONTH = (
    rf"(?:{_NUMBER}[ \xa0]?[月월]|(?:十[一二]?|[一二三四五六七八九])月"
    rf"|(?i:tháng[ \xa0](?:{_NUMBER}|{_VIETNAMESE})|thg?\.?[ \xa0]?{_NUMBER}))"
)
_BEHIND = rf"(?:,[ \xa0]?|[ \xa0]){_YEAR}"
_DATE = re.compile(
    rf"(?<![\dA-Za-z./:-])(?:{_MONTH}[ \xa0]{_DAY}{_BEHIND}|{_DAY}[ \xa0]{_MONTH}{_BEHIND}|{_YEAR}[ \xa0]{_MONTH}[ \xa0]{_DAY}(?!\d)"
    rf"|{_YEAR}[-\s]?(?:оны|يىلى)?\s?{_NUMBER}(?:-р)?[-\s]?(?:сар(?:ын)?|ئاينىڭ)\s?{_DAY}(?!\d))"
)
_VIETNAMESE_NAMED = re.compile(r"[Tt][Hh](?:[áÁ]ng|[gG.]|[ \xa0]?\d)")
"""What a text without such a month has not, beside the signs of other languages."""


_SIGNS = ("月", "월", "сар", "ئاينىڭ")


def numbered_months(text: str) -> Iterator[tuple[int, int]]:
    """Dates of a text, each with its year, that name the month so: first and last place."""
    if any(sign in text for sign in _SIGNS) or _VIETNAMESE_NAMED.search(text):
        for found in _DATE.finditer(text):
            yield found.span()
