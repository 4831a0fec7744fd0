"""What an archive is divided by: months and years with a number of entries each, `March 2026 (14)`, `2025 (120)`, `2026/11 6篇`; bare years.

They say where entries are, and how many, and are none, dates or not; so does a calendar of months, `01 02 03` beside each year. A newsletter is a month's as well, but not counted, and a report
a year's, but a file.
"""

from __future__ import annotations

import re

from scraper.listing.dates.periods_alone import period_alone, year_alone
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts
from scraper.listing.records.labels import leads_to_file

MOST = 0.9  # of the records; the month that is open shows its entries
# Characters of a record: a month, a year and a count in any language, and the arrow that opens them.
PERIOD_CHARS_MAX = 40.0
YEAR_CHARS_MAX = 8.0  # `(2026)`, `2026年`
_COUNTED = re.compile(r"[^\w(\[]*(\w.*?)\W*[(\[（]\s*\d[\d., ]*\s*[)\]）]\W*")
_COUNTED_IN_UNITS = re.compile(r"\W*(\w.*?)\W*\s\W*\d[\d.,]*\s?([^\W\d_]{1,12})\W*")
_YEAR = re.compile(r"\d{4}")
_DAY_SIGNS = frozenset("日号號일")


def archive(tree: Tree, counts: Counts, one: Candidate) -> bool:
    """Whether most records of a candidate are counted periods, years that lead to a page, or years with their months.

    Args:
        tree: the page.
        counts: its running totals.
        one: the candidate.
    """
    others = (1 - MOST) * len(one.starts)
    for start, end in zip(one.starts, one.ends, strict=True):
        chars = counts.chars[end] - counts.chars[start]
        if chars <= PERIOD_CHARS_MAX:
            if not _ends_in_word(tree, start, end):
                said = tree.text(start, end)
                if _is_month_of_year(tree, counts, start, end):
                    continue
                bare = chars <= YEAR_CHARS_MAX and year_alone(said) and _leads_to_page(counts, start, end)
                if _counted(said) or (bare and not _pictured(tree, start, end)):
                    continue
        elif chars <= MONTHS_CHARS_MAX and _only_periods(tree, counts, start, end):
            continue
        others -= 1
        if others < 0:
            return False
    return True


def _is_month_of_year(tree: Tree, counts: Counts, start: int, end: int) -> bool:
    """Whether a record is the number of a month and leads to that month: `<a href="/arc/2026-11/">11</a>`."""
    said = tree.text(start, end)
    if not said.isdecimal() or len(said) > len("12"):
        return False
    months = [
        _MONTH_BEHIND_YEAR.search(counts.hrefs[node]) for node in range(start, end) if node in counts.hrefs
    ]
    return len(months) == 1 and months[0] is not None and int(months[0][1]) == int(said)


_MONTH_BEHIND_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[-/_]?(0?[1-9]|1[0-2])/?(?:index\.\w+)?$")


def _leads_to_page(counts: Counts, start: int, end: int) -> bool:
    """Whether a record has links, and all to pages: the year's report is a file."""
    links = [counts.hrefs[node] for node in range(start, end) if node in counts.hrefs]
    return bool(links) and not any(leads_to_file(href) for href in links)


def _only_periods(tree: Tree, counts: Counts, start: int, end: int) -> bool:
    """Whether a record has several links, each a month or a year and nothing else, and leads to pages: a year with its months."""
    if counts.links[end] - counts.links[start] < MONTHS_MIN:
        return False
    links = [node for node in range(start, end) if node in counts.hrefs]
    if counts.chars[tree.ends[links[0]]] - counts.chars[links[0]] > PERIOD_CHARS_MAX:
        return False  # a title, mostly
    if not period_alone(tree.text(links[0])) or not period_alone(tree.text(links[-1])):
        return False
    others = (
        counts.chars[end]
        - counts.chars[start]
        - sum(float(counts.chars[tree.ends[node]] - counts.chars[node]) for node in links)
    )
    return (
        others <= PERIOD_CHARS_MAX
        and _leads_to_page(counts, start, end)
        and all(period_alone(tree.text(node)) for node in links)
    )


MONTHS_MIN = 2
MONTHS_CHARS_MAX = 300.0  # a year and its twelve months, in any language


def _pictured(tree: Tree, start: int, end: int) -> bool:
    """Whether a record shows a picture that says what it is: an exhibition of that year."""
    return any(
        tree.tags[node] == "img" and _LETTER.search(tree.attr(node, "alt")) for node in range(start, end)
    )


_LETTER = re.compile(r"[^\W\d_]")


def _ends_in_word(tree: Tree, start: int, end: int) -> bool:
    """Whether the last that a record says is neither a bracket nor a number's unit: nearly all, and seen without putting its text together."""
    last = ""
    for at in range(end - 1, start - 1, -1):
        if said := tree.pieces[at].rstrip():
            if not said[-1].isalnum() or _DIGIT.search(said):
                return False
            if last:  # the number and its unit may be elements each
                return True
            last = said
    return bool(last)


_DIGIT = re.compile(r"\d")


def _counted(text: str) -> bool:
    if found := _COUNTED.fullmatch(text):
        return period_alone(found[1])
    found = _COUNTED_IN_UNITS.fullmatch(text)
    if found is None or found[2] in _DAY_SIGNS or not _YEAR.search(found[1]):  # `April 3, 2026 Minutes`
        return False
    return period_alone(found[1]) and not period_alone(found[2]) and not period_alone(text)
