"""Titles in plain text that a button follows on their line: "Harbour board v. Quay  <a>Case details</a>"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from scraper.listing.records.labels import label
from scraper.listing.records.lines import Piece, Record

STOCK_SHARE = 0.8
"""Of the titles a button ends so many by the same words, and what is left is told once in so many: a decree's kind returns less."""


def without_buttons(records: list[Record], titles: list[Piece | None]) -> list[Piece | None]:
    """Take the button at the end of the titles' lines off them.

    Args:
        records: the list's records.
        titles: the piece of each that is its title.

    Returns:
        The lines' text alone, which leads where the button does; the same pieces where the lines are anything else.
    """
    parted = [_parted(record, title) for record, title in zip(records, titles, strict=True)]
    found = [pair for pair in parted if pair]
    least = STOCK_SHARE * len(titles)
    if len(found) < max(least, 2) or len({said.text for said, _ in found}) < least:
        return titles
    words, times = Counter(label(button.text) for _, button in found).most_common(1)[0]
    if times < least:
        return titles
    return [
        replace(pair[0], href=pair[1].href) if pair and label(pair[1].text) == words else title
        for title, pair in zip(titles, parted, strict=True)
    ]


def _parted(record: Record, title: Piece | None) -> tuple[Piece, Piece] | None:
    """The text and the link that a title's line is made of."""
    if title is None or title.kind != "line" or title.href:
        return None
    inside = [
        part
        for part in record.parts
        if title.first <= part.first and part.last <= title.last and part.kind != "label"
    ]
    if len(inside) != 2:
        return None
    said, button = sorted(inside, key=lambda part: part.first)
    if (said.kind, button.kind) != ("text", "link") or (said.first, button.last) != (title.first, title.last):
        return None
    return said, button
