"""Whole dates in Han numerals: `二〇二六年三月三日`, `令和八年十一月二十五日`, `民國一一五年三月三日`.

The reader of dates knows them as it knows digits. Without a year `三月三日` is the name of a feast, too.
"""

from __future__ import annotations

import re

_DIGIT = "[〇○零一二三四五六七八九]"
_BELOW_100 = (
    "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])"
)
_HAN_DATE = re.compile(
    rf"(?<!{_DIGIT})(?:[一二]{_DIGIT}{{3}}|(?:令和|平成|昭和)(?:元|{_BELOW_100})|民[國国](?:{_DIGIT}{{2,3}}|{_BELOW_100}))年"
    rf"(?:十[一二]?|[一二三四五六七八九])月{_BELOW_100}[日號号]"
)
YEAR = "年"
"""Stands in every such date: a search for it costs less than one for the pattern."""


def han_dates(text: str) -> list[tuple[int, int]]:
    """Where such dates stand in a text, as `(start, end)`, in order."""
    return [found.span() for found in _HAN_DATE.finditer(text)] if YEAR in text else []
