"""Years that head the days below them: `2026` or `March 2026` over `12 March`.

The nearest heading gives the year. Links, buttons and several years in a row are a menu and give none. Where none stands
among the records, a heading over them that names one year does: `2026 meetings` over `12 March`, or lines that differ in
their year alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from scraper.listing.dates.dated import BOX_MAX, FULL, Spot
from scraper.listing.dates.from_visit import relative
from scraper.listing.dates.periods_alone import period_alone, year_alone
from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import BLOCKS, HEADINGS, Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.lines import Record, record_around
from scraper.listing.words import date_words

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORDS = re.compile(r"[^\W\d_]+")
_SPAN = re.compile(r"(?:19|20)\d\d\s?[-–—/]\s?\d\d|\d\s?[-–—/]\s?(?:19|20)\d\d")
_PRESSED = frozenset({"a", "button", "label", "option"})
# Characters of a menu of years: a century of them, with bars between.
MENU_MAX = 700


def years_above(tree: Tree, records: list[Record], shown: list[Spot | None], floor: int) -> list[str]:
    """Find the year heading above each record whose date has none: `2026` over `12 March`; "" elsewhere."""
    bare = [spot is not None and spot.strength < FULL and not relative(spot.text) for spot in shown]
    if 2 * sum(bare) < len(records):
        return [""] * len(records)
    marks = [
        mark
        for mark in _year_marks(tree, max(floor, 0), records[-1].start)
        if not _within(tree, records, mark.node)
    ]
    if not marks:
        over = _years_over(tree, records, max(floor, 0))
        return [year * needs for year, needs in zip(over, bare, strict=True)]
    found, year, at = [], "", 0
    for record, needs in zip(records, bare, strict=True):
        above = bisect_left(marks, record.start, key=lambda mark: mark.node)
        year = _heading_year(marks[at:above]) or year
        at = above
        found.append(year if needs else "")
    return found


def _within(tree: Tree, records: list[Record], node: int) -> bool:
    """Whether a node lies in an element that is a record: `(2041)` there counts replies. A run may end in the next heading."""
    at = record_around(records, node)
    return at >= 0 and records[at].end == tree.ends[records[at].start]


def _years_over(tree: Tree, records: list[Record], first: int) -> list[str]:
    """For each record the one year that the nearest heading over it names, or the next one above that in the page's outline, or "".

    Of two years (`2025/26`) neither is meant; one long past tells since when there is a club.
    """
    heads = [
        node for node in called(tree, _LEVELS) if _heads(tree, node) and not _within(tree, records, node)
    ]
    lines = _alike_lines(tree, first, records)
    if lines and lines[0] < records[0].start:
        heads = sorted(heads + lines)
    known: dict[int, str] = {}
    found = []
    for record in records:
        above = bisect_left(heads, record.start)
        if above not in known:
            known[above] = _outline_year(tree, heads[:above])
        found.append(known[above])
    return found


def _alike_lines(tree: Tree, first: int, records: list[Record]) -> list[int]:
    """The lines outside records that differ in their year alone, `2019 AGENDAS`, `2018 AGENDAS`, and are no headings by their tag.

    None where several kinds of lines do so: then they head nothing for certain.
    """
    alike: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for node in range(first, records[-1].start):
        piece = tree.pieces[node]
        if tree.tags[node] or tree.unseen[node] or not _YEAR.search(piece) or len(piece) > 2 * BOX_MAX:
            continue
        text = " ".join(piece.split())
        # a year alone is a heading of its own, or one to choose
        if len(text) <= BOX_MAX and _LETTERS.search(text) and not tree.inside(node, _PRESSED | HEADINGS):
            line = tree.block(node)
            if (year := _one_year(text)) and tree.text(line) == text:
                alike[tree.tags[line], _YEAR.sub("", text)].append((node, year))
    heads = [lines for lines in alike.values() if len({year for _, year in lines}) > 1]
    return [node for node, _ in heads[0] if not _within(tree, records, node)] if len(heads) == 1 else []


def _heads(tree: Tree, node: int) -> bool:
    """Whether a heading is one of the page's parts: none of a menu's or a sidebar's, and no entry's title, which leads on."""
    if tree.unseen[node] or zone(tree, node)[0] or tree.inside(node, _PRESSED):
        return False
    inner = range(node, tree.ends[node])
    return all(tree.tags[at] != "a" or tree.attr(at, "href").startswith("#") for at in inner)


def _outline_year(tree: Tree, heads: list[int]) -> str:
    level = len(_LEVELS)
    for heading in reversed(heads):
        tag, text = tree.tags[heading], tree.text(heading)
        if tag and _LEVELS.index(tag) >= level:
            continue
        level = _LEVELS.index(tag) if tag else level
        if _YEAR.search(text) and len(text) <= OVER_MAX:
            year = _one_year(text)
            return year if year >= OVER_SINCE or not tag else ""
    return ""


def _one_year(text: str) -> str:
    """The year that a text names, "" where it names none, several, or a span."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 and not _SPAN.search(text) else ""


_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption")
OVER_MAX = 100  # characters of a heading
OVER_SINCE = "1995"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A text that is a year, or a month of one, and nothing else.

    Attributes:
        node: its text.
        year: its year.
        kind: what makes it a heading for certain: the tag of one, "month" beside the year, or "".
        pressed: whether it is a link or a button, which leads to a year rather than heads it.
    """

    node: int
    year: str
    kind: str
    pressed: bool


def _year_marks(tree: Tree, first: int, last: int) -> list[_Mark]:
    """The years that stand alone between two nodes, but for those of a menu."""
    marks = []
    for node in range(first, last):
        if tree.tags[node] or tree.unseen[node] or len(tree.pieces[node]) > BOX_MAX:
            continue
        text = tree.pieces[node].strip()
        year = _YEAR.search(text)
        box = _box(tree, node)
        if (
            year is None
            or not period_alone(text)
            or not (period_alone(line := line_of(tree, node)) or _with_its_months(line))
            or _menu(tree, box, first)
        ):
            continue
        heading = tree.within(node, HEADINGS)
        rank = tree.tags[heading] if heading >= 0 else "" if year_alone(text) else "month"
        marks.append(_Mark(node, year[0], rank, tree.inside(node, _PRESSED)))
    return marks


def _with_its_months(text: str) -> bool:
    """Whether a line is a year and its months to jump to, `2026: May - April - March`, and nothing else."""
    words = _WORDS.findall(text) if len(text) <= MENU_MAX else []
    return (
        len(words) > 1
        and len(_YEAR.findall(text)) == 1
        and date_words.months().issuperset(map(str.casefold, words))
    )


def _menu(tree: Tree, box: int, floor: int) -> bool:
    """Whether an element around a year holds several years and nothing else: they are there to choose from."""
    at = box
    while at > floor:
        text = tree.text(at)
        if len(text) > MENU_MAX or _LETTERS.search(text):
            return False
        if len(set(_YEAR.findall(text))) > 1:
            return True
        at = tree.parents[at]
    return False


def _heading_year(marks: list[_Mark]) -> str:
    """The year that marks between two records give those below: the nearest heading's, of several years in a row none's."""
    if not marks:
        return ""
    last = marks[-1]
    if last.kind and all(mark.year == last.year for mark in marks if mark.kind == last.kind):
        return last.year
    return "" if last.pressed or len({mark.year for mark in marks}) > 1 else last.year


def line_of(tree: Tree, node: int) -> str:
    """What stands with a text in its element, above the first block in there: `2026` of `<li>2026<ul>…</ul></li>`."""
    box = _box(tree, node)
    blocks = (kid for kid in tree.kids(box) if kid > node and tree.tags[kid] in BLOCKS)
    return tree.text(box, next(blocks, tree.ends[box]))


def _box(tree: Tree, node: int) -> int:
    return max(tree.parents[node], 0)
