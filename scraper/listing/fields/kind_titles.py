"""Titles that return: "Minutes" and a day in every row, "Agenda" and "Minutes" in turn. Each leads to a page or a file of its own.

A text that returns is a button or a category, but where an entry says nothing else, that is what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scraper.listing.fields.slots import Slot
from scraper.listing.records.labels import FILE, label
from scraper.listing.records.lines import Piece, Record

MOST = 0.8
"""What is said of a slot holds for more than this share of its entries."""
LETTERS_MAX = 1
"""A letter beside a title and a day is a mark of theirs: `(a)`."""


def day_beside(records: Sequence[Record], cells: Mapping[int, Piece], links: Mapping[int, Piece]) -> bool:
    """Whether the lines of a slot say what a link of theirs says, and a day.

    Args:
        records: the list's records.
        cells: the slot's pieces, by the number of their record.
        links: those of a slot of links whose texts return.
    """
    told = [
        cell.first <= link.last <= cell.last and _nothing(_without(records[number], cell.text, link.text))
        for number, cell in cells.items()
        if (link := links.get(number))
    ]
    return bool(told) and sum(told) > MOST * len(cells)


def say_all(records: Sequence[Record], links: Mapping[int, Piece]) -> bool:
    """Whether entries say nothing but a link's text and their days."""
    told = [
        all(
            _nothing(_without(records[number], line.text, link.text))
            for line in records[number].lines
            if not line.is_date()
        )
        for number, link in links.items()
    ]
    return sum(told) > MOST * len(records)


def _without(record: Record, text: str, title: str) -> str:
    """A text without a title and the days of its record."""
    rest = text.replace(title, " ", 1)
    for spot in record.spots:
        rest = rest.replace(spot.text, " ", 1)
    return "" if label(rest) == FILE else rest


def _nothing(rest: str) -> bool:
    return sum(map(str.isalpha, rest)) <= LETTERS_MAX


def as_shown(names: Sequence[str], cells: Sequence[Slot], kept: list[int]) -> list[int]:
    """Slots, best first, what a link shows before a label of it that adds a stock word and numbers: `Show details: Board 28.11.2026`.

    Args:
        names: of all slots.
        cells: their pieces.
        kept: those that may hold titles, the best first.
    """
    link = names[kept[0]].replace("label:", "link:", 1) if kept else ""
    if not kept or link not in names or link == names[kept[0]]:
        return kept
    labels, at = cells[kept[0]].firsts, names.index(link)
    pairs = [
        (piece.text, labels[number].text) for number, piece in cells[at].firsts.items() if number in labels
    ]
    added = {_NUMBER.sub("", said.replace(text, "", 1)) for text, said in pairs if text in said}
    told = {_NUMBER.sub("", text) for text, said in pairs if text in said}  # `12` of `Board 12` tells nothing
    all_told = len(pairs) == len(labels) and all(text in said for text, said in pairs)
    return [at, *kept] if all_told and len(added) == 1 and len(told) >= KINDS_MIN else kept


KINDS_MIN = 3
"""Different words that titles which return are told apart by."""
_NUMBER = re.compile(r"\d+")
