"""Days told in two places: `November 2026` heads the entries, and each says only `20.` or `Fri 20`.

The list decides: nearly every record has a number that can be a day in a text of its own, below a month each, and within
a month the numbers go one way. Numbers that count the records up, 1, 2, 3, are their ranks. Months without their year,
several of one, wait for what is above them to tell it (`year_headings`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import groupby, pairwise

from scraper.listing.dates.dated import BOX_MAX, FULL, PARTIAL, Spot
from scraper.listing.dates.periods_alone import period_alone, year_alone
from scraper.listing.fields.year_headings import line_of, years_above
from scraper.listing.markup.bearers import between, headings
from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.lines import Record
from scraper.listing.words import date_words

Day = tuple[int, int, int]
"""A number, and the first and the last node it stands in."""
# So large a share of the records has its day in one place, or none has one.
MOST = 0.8
DAY_CHARS_MAX = 16  # "Wednesday, 20th"
_DAY = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|er|[ºª]|[日일])?")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DENSE = re.compile(r"[年년]")
_LETTER = re.compile(r"[^\W\d_]")
_PRESSED = frozenset({"a", "button", "label", "option"})


def days_below_months(tree: Tree, records: list[Record], floor: int) -> list[Spot | None]:
    """Find the dates of records that show but a day, from the month above them.

    Args:
        tree: the page.
        records: the list's records, in page order; none has a date of its own.
        floor: the element around the records.

    Returns:
        For each record the nodes its day stands in and the date as the page would write it whole; None where no year is told,
        and for all where the list is none of this kind.
    """
    none: list[Spot | None] = [None] * len(records)
    days = _days(records) or _days_before(tree, records)
    if len(days) - days.count(None) < MOST * len(records):  # nearly all lists
        return none
    above = _above(tree, floor)
    months = _months(tree, above, records)
    if not months and not _are_pages(tree, records, days):
        months = _last_heading(tree, records[0].start)
    if not months:
        return none
    heads = [bisect_left(months, (record.start, "")) - 1 for record in records]
    told = [(head, day[0]) for head, day in zip(heads, days, strict=True) if day is not None and head >= 0]
    if len(told) < MOST * len(records) or not _one_way(told):
        return none
    whole = bool(_YEAR.search(months[0][1]))
    found = [
        Spot(day[1], day[2], _whole(day[0], months[head][1]), FULL if whole else PARTIAL)
        if day and head >= 0
        else None
        for head, day in zip(heads, days, strict=True)
    ]
    if whole:
        return found
    years = years_above(tree, records, found, above)
    if not _go_as_their_days(tree, months, dict(zip(heads, years, strict=True)), told):
        return none
    return [
        spot._replace(text=f"{spot.text} {year}", strength=FULL) if spot and year else None
        for spot, year in zip(found, years, strict=True)
    ]


def _months(tree: Tree, first: int, records: list[Record]) -> list[tuple[int, str]]:
    """The texts from a node to the last record that are a month and nothing else, and lead nowhere.

    With their years, or where there are none, those without. A button that opens what it
    heads is a heading, or has records below it as all others have; else it is one of a menu.
    """
    texts = [
        (node, text)
        for node in range(first, records[-1].start)
        if not tree.tags[node]
        and not tree.unseen[node]
        and 0 < len(text := " ".join(tree.pieces[node].split())) <= BOX_MAX
        and not year_alone(text)
        and period_alone(text)
        and line_of(tree, node) == text
    ]
    plain = [one for one in texts if not tree.inside(one[0], _PRESSED) or tree.inside(one[0], HEADINGS)]
    return _told(plain) or _each_heading(_told(texts), records)


def _above(tree: Tree, floor: int) -> int:
    """The element around the one that holds the records; around the table that holds rows."""
    while floor > 0 and tree.tags[floor] in _TABLES:
        floor = tree.parents[floor]
    return max(tree.parents[floor], 0) if floor > 0 else 0


_TABLES = frozenset({"tbody", "table"})


def _are_pages(tree: Tree, records: list[Record], days: list[Day | None]) -> bool:
    """Whether days are bare numbers behind what their records link: the pages of a month's issue, in its contents."""
    return all(
        day is None
        or (
            tree.text(day[1], day[2] + 1).isdecimal()
            and any(link.last < day[1] and not day_alone(link.text) for link in record.links)
        )
        for record, day in zip(records, days, strict=True)
    )


def _last_heading(tree: Tree, start: int) -> list[tuple[int, str]]:
    """The month and year that the last heading above the records ends with: `Meetings in November 2026`."""
    head = next(iter(reversed(between(headings(tree), 0, start))), -1)
    words = tree.text(head).split() if head >= 0 else []
    tails = (
        " ".join(words[at:]).lstrip(_MARKS) for at in range(max(1, len(words) - PERIOD_PARTS), len(words))
    )
    month = next((tail for tail in tails if _is_month_of_year(tail)), "")
    return [(head, month)] if month else []


_MARKS = " –—-|·•:,"
PERIOD_PARTS = 4
"""Words of a month of a year: `de noviembre de 2026`."""


def _is_month_of_year(text: str) -> bool:
    year = _YEAR.search(text)
    if year is None or not period_alone(text):
        return False
    return _DENSE.match(text, year.end()) is not None or period_alone(_YEAR.sub(" ", text))


def _each_heading(months: list[tuple[int, str]], records: list[Record]) -> list[tuple[int, str]]:
    """The months, several, where each has a record below it before the next; else none."""
    heads = {bisect_left(months, (record.start, "")) - 1 for record in records}
    return months if len(months) > 1 and heads >= {*range(len(months))} else []


def _told(months: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [month for month in months if _YEAR.search(month[1])] or months


def _go_as_their_days(
    tree: Tree, months: list[tuple[int, str]], years: dict[int, str], told: list[tuple[int, int]]
) -> bool:
    """Whether the months of each year go the way that their days go: January below December is another year's. One alone is a heading."""
    if len(years) < 2 and not tree.inside(months[0][0], HEADINGS):
        return False
    for year in set(years.values()):
        held = [head for head in years if years[head] == year]
        days = [day for day in told if day[0] in held]
        if len(held) > 1 and not _of_one_year([months[head][1] for head in held], days):
            return False
    return True


def _of_one_year(months: list[str], told: list[tuple[int, int]]) -> bool:
    """Whether months can be those of one year: several, each once, and they go the way that their days go."""
    # pandas comes with them, which few pages are worth: a crawl starts without
    from pipelines.dates.words import names
    from pipelines.dates.words.fold import fold

    senses = [names.months(fold(month)) for month in months]
    steps = _steps(told)
    if len(months) < 2 or not all(senses) or not any(steps):
        return False
    later = [(after[0].month - before[0].month) * sum(steps) for before, after in pairwise(senses)]
    return all(step > 0 for step in later)


def _days(records: list[Record]) -> list[Day | None]:
    """Each record's line, or part of one, that says a day, in the place where most have one; none where few have."""
    places: Counter[str] = Counter()
    rows: list[dict[str, Day]] = []
    for record in records:
        row: dict[str, Day] = {}
        for piece in (*record.lines, *record.parts):
            number = day_alone(piece.text)
            if number and piece.slot not in row:
                row[piece.slot] = number, piece.first, piece.last
        places.update(row.keys())
        rows.append(row)
    place, times = places.most_common(1)[0] if places else ("", 0)
    return [row.get(place) for row in rows] if times >= MOST * len(records) else []


def _days_before(tree: Tree, records: list[Record]) -> list[Day | None]:
    """The days that stand in the element before each record: `<dt>20.</dt><dd>…`."""
    found: list[Day | None] = []
    elements: dict[int, list[int]] = {}  # of each parent, looked for once: it may hold all records
    for record in records:
        parent = tree.parents[record.start]
        if parent not in elements:
            elements[parent] = [kid for kid in tree.kids(parent) if tree.tags[kid]]
        at = bisect_left(elements[parent], record.start)
        before = elements[parent][at - 1] if at else -1
        number = day_alone(tree.text(before)) if at else 0
        found.append((number, before, tree.ends[before] - 1) if number else None)
    return found


def day_alone(text: str) -> int:
    """The day that is all a text says beside its weekday, or 0."""
    if len(text) > DAY_CHARS_MAX:
        return 0
    number = _DAY.search(text)
    if number is None or len(re.findall(r"\d+", text)) > 1:
        return 0
    if any(word.casefold() not in date_words.days() for word in _WORD.findall(_DAY.sub(" ", text))):
        return 0
    return int(number[1]) if 1 <= int(number[1]) <= 31 else 0


def _one_way(told: list[tuple[int, int]]) -> bool:
    """Whether the days of each month go up or go down, and are not the numbers of the records."""
    steps = _steps(told)
    if len(steps) > 1 and all(step == 1 for step in steps):
        return False
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)


def _steps(told: list[tuple[int, int]]) -> list[int]:
    """From each day to the next below the same month."""
    return [
        after - before
        for _, group in groupby(told, key=lambda one: one[0])
        for before, after in pairwise([number for _, number in group])
    ]


def _whole(day: int, month: str) -> str:
    """A day and the heading above it as one date."""
    if _DENSE.search(month):
        return f"{month}{day}{'일' if '년' in month else '日'}"
    if _LETTER.search(month):
        return f"{day} {month}"
    sign = next((sign for sign in "/-." if sign in month), "/")
    return f"{month}{sign}{day:02}" if _YEAR.match(month) else f"{day}{sign}{month}"
