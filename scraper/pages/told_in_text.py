"""Cells of a large page's entries that no selector names and their text tells: a line's date, what it says behind it, the day above.

Structure finds such cells, in a tenth of a millisecond an entry, and reads no further than `NODES_MAX`. Where in the
page's first part the text alone tells what structure found there, the text is asked on the whole page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing.dates.notations import FULL, dates_in
from scraper.listing.entry import AUTO, Entry, FoundList, ListSelectors
from scraper.listing.grouping.runs import Run
from scraper.listing.markup.tree import absolute, bounded, collapse
from scraper.listing.select import entries_among, entry_of, runs_of, shown_text
from scraper.listing.selectors.pinned import by_structure

_TOLD = frozenset({"date", "excerpt"})
"""Fields that a text tells once title and link are known."""
_RIGHT_MIN = 0.97
"""Share of the first part's entries whose every cell comes out as by structure."""
_DAY_MAX = 60
"""Characters of a text that gives the day of the entries below it: "Wednesday, 12 November 2026 · Week 46"."""
_EDGES = " \t\xa0:;,.|·•–—/-"
"""Marks that part a teaser from the title or date before it."""


def told_in_text(html: str, part: str, url: str, one: FoundList) -> FoundList | None:
    """Read a list of a page, to its end, whose `auto` cells its text tells.

    Args:
        html: the whole page; lone bytes as marks.
        part: its first part.
        url: where it was found.
        one: the list of the part, by structure, with its selectors; for later pages they stay as they are.

    Returns:
        The list, or None where all its cells are named, or its text does not tell what structure found.
    """
    wanted = one.selectors
    asked = by_structure(wanted) if wanted is not None else []
    if wanted is None or not asked or not _TOLD.issuperset(asked):
        return None
    if _right(one.entries, _read(LexborHTMLParser(bounded(part)), url, wanted)) < _RIGHT_MIN:
        return None
    rows = _read(LexborHTMLParser(bounded(html)), url, wanted)
    return FoundList(wanted.name, rows, 1.0, f"{len(rows)} elements match {wanted.entry!r}", wanted)


def _right(wanted: Sequence[Entry], read: Sequence[Entry]) -> float:
    """The share of entries that are read as they are wanted, one that is too many counted as wrong."""
    known = set(wanted)
    return sum(one in known for one in read) / max(len(wanted), len(read), 1)


def _read(parser: LexborHTMLParser, url: str, wanted: ListSelectors) -> tuple[Entry, ...]:
    base_node = parser.css_first("base[href]")
    base = absolute(url, (base_node.attributes.get("href") or "") if base_node else "") or url
    plain = replace(wanted, **dict.fromkeys(by_structure(wanted), ""))
    runs = runs_of(parser, plain)
    texts = [shown_text(run.box, apart=True) for run in runs]
    rows = [entry_of(run.box, plain, base) for run in runs]
    if wanted.date == AUTO:
        rows = [replace(row, date=_date(text, row.title)) for row, text in zip(rows, texts, strict=True)]
        if 2 * sum(bool(row.date) for row in rows) < len(rows):  # else one without a day has none
            above = _days_above(parser, runs)
            rows = [replace(row, date=row.date or day) for row, day in zip(rows, above, strict=True)]
    if wanted.excerpt == AUTO:
        rows = [replace(row, excerpt=_behind(text, row)) for row, text in zip(rows, texts, strict=True)]
    return entries_among(rows, plain)


def _date(text: str, title: str) -> str:
    """The first whole date of an entry's text outside its title, or ""."""
    before, _, behind = text.partition(title) if title else (text, "", "")
    return next((day for part in (before, behind) for day in _days(part)), "")


def _days(text: str) -> Iterator[str]:
    return (text[start:end] for start, end, strength in dates_in(text) if strength == FULL)


def _behind(text: str, row: Entry) -> str:
    """What an entry's text says behind its title and its date, or "" where one of them is not in it."""
    ends = [text.find(said) + len(said) for said in (row.title, row.date) if said in text]
    return text[max(ends) :].lstrip(_EDGES) if len(ends) > 1 else ""


def _days_above(parser: LexborHTMLParser, runs: Sequence[Run]) -> list[str]:
    """The date that the page shows last before each run begins, "" where there is none."""
    firsts = {run.nodes[0].mem_id: at for at, run in enumerate(runs)}
    above = [""] * len(runs)
    if parser.root is None:
        return above
    day = ""
    for node in parser.root.traverse(include_text=True):
        if (at := firsts.get(node.mem_id)) is not None:
            above[at] = day
        elif node.is_text_node and (told := _day_alone(node)):
            day = told
    return above


def _day_alone(node: LexborNode) -> str:
    text = node.text_content or ""
    return next(_days(collapse(text)), "") if len(text) <= _DAY_MAX and not text.isspace() else ""
