"""Dates told by the week or the day of the year: `2026-W46-3`, `2026-322`, `KW 46/2026`, `2026年第46周`.

A week without its day stands for its Monday, as a month stands for its first day, and is never certain; where weeks begin on
Sunday, that day is still one of it. The week of a cell that has a date as well is no part of it (`counted`).
"""

from __future__ import annotations

import re

import numpy as np

from pipelines.dates.days.civil import NO_DAY, Ints, day_number, weekday_of
from pipelines.dates.tokens.template import Kind, Slot, Template

LONGEST = 53  # weeks of a year
# Words for a week where a number and a year stand beside them; a single letter only glued to its number (W46, S46).
_WORDS = (
    "weeks?|wk|kalenderwochen?|woche|kw|vecka|veckan|uge|uke|viikko|vko|vk|semaine|semana|settimana|setmana|semain|tydzień|tydz|"
    "týden|týždeň|teden|tjedan|sedmica|недел[яюи]|тиждень|тижня|седмица|недеља|nedelja|savaitė|nedēļa|nädal|hafta|hét|săptămâna|"
    "εβδομάδα|minggu|tuần|wythnos|astea|שבוע|أسبوع|الأسبوع|هفته|सप्ताह|সপ্তাহ|สัปดาห์ที่|สัปดาห์"
)
_PARTING = r"\s*(?:[,./·\-\u2013]|de|del|of)?\s*"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![^\W_])(?:(?:{_WORDS}|v)\b\.?\s*(?:nr\.?|no\.?|#)?\s*|[wsv](?=0))(?P<week>00?)\b(?!\.0){_PARTING}(?P<year>0000)(?!\w|[-./:]0)",
        rf"(?<!\w)(?P<week>00?)\.?(?:a|ª|e|ème|th|st|nd|rd)?\s*(?:{_WORDS})\b\.?{_PARTING}(?P<year>0000)(?!\w|[-./:]0)",
        rf"(?<!\w)(?P<year>0000){_PARTING}(?:(?:{_WORDS})\b\.?\s*|[ws](?=0))(?P<week>00?)(?!\w|[-./:]0)",
        r"(?<!\w)(?P<year>0000)\s*[年년]\s*(?:第|제)?\s*(?P<week>00?)\s*[周週주]",
    )
)
_ISO = re.compile(r"(?P<year>0000)-?W(?P<week>00)(?:-?(?P<day>0))?", re.IGNORECASE)
_DAY_OF_YEAR = re.compile(r"(?P<year>0000)-(?P<number>000)")


def find_iso_week(shape: str) -> Template | None:
    """Return the week that a whole cell tells as ISO 8601 has it, with or without its day."""
    told = _ISO.fullmatch(shape)
    return _template(shape, told) if told else None


def find_week(shape: str) -> Template | None:
    """Return the week of a cell that has a year and no day, or the day of a year that is the whole cell."""
    numbered = _DAY_OF_YEAR.fullmatch(shape)
    if numbered:  # as well the number of a document, so it is never certain
        return Template(
            Kind.YEARDAY, _slot(shape, numbered, "year"), _slot(shape, numbered, "number"), loose=True
        )
    told = next(filter(None, (form.search(shape) for form in _FORMS)), None)
    return _template(shape, told) if told else None


def _template(shape: str, told: re.Match[str]) -> Template:
    day = _slot(shape, told, "day") if told.groupdict().get("day") else Slot()
    return Template(Kind.WEEK, _slot(shape, told, "year"), _slot(shape, told, "week"), day)


def _slot(shape: str, told: re.Match[str], name: str) -> Slot:
    start, end = told.span(name)
    return Slot(len(shape[:start].encode()), end - start)


def days_of_weeks(year: Ints, week: Ints, weekday: Ints) -> Ints:
    """Return day numbers of ISO weeks (1 to 53) and their days (Monday is 1); `NO_DAY` where a year has no such week."""
    fourth = day_number(year, np.ones_like(year), np.full_like(year, 4))  # of January is always in the first
    monday = fourth - weekday_of(fourth)
    next_first = day_number(year + 1, np.ones_like(year), np.full_like(year, 4))
    end = next_first - weekday_of(next_first)
    start = monday + 7 * (week - 1)
    known = (
        (fourth != NO_DAY) & (week >= 1) & (week <= LONGEST) & (start < end) & (weekday >= 1) & (weekday <= 7)
    )
    return np.where(known, start + weekday - 1, NO_DAY)


def days_of_years(year: Ints, number: Ints) -> Ints:
    """Return the day numbers of the n-th days of years; `NO_DAY` where a year has no such day."""
    first = day_number(year, np.ones_like(year), np.ones_like(year))
    length = day_number(year + 1, np.ones_like(year), np.ones_like(year)) - first
    known = (first != NO_DAY) & (number >= 1) & (number <= length)
    return np.where(known, first + number - 1, NO_DAY)
