"""Titles whose two sides are boxes of one link, with what stands between them: `<span>Anderby</span> <span>2 - 1</span> <span>Quay</span>`.

A match is called by both sides. Each is a short line of its own, so one of them alone was the title, or none where the home side is the
same in every row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.records.lines import Piece, Record

SIDES = "sides"
"""What such a title is beside a line, a link and the other kinds of pieces."""
MOST = 0.8  # of the records
TRIED = 2
SIDE_CHARS_MAX, BETWEEN_CHARS_MAX = 60, 9
_BETWEEN = re.compile(
    r"(?:vs?|x|contra|contre|gegen|mot|tegen|против|проти)\.?|対|(?:\d{1,3}|[-–])\s?[-:–]\s?(?:\d{1,3}|[-–])",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


def two_sides(records: Sequence[Record], titles: Sequence[Piece | None]) -> list[Piece | None]:
    """The titles, those of a list of matches as both sides and what stands between them.

    Args:
        records: the list's records, in page order.
        titles: their titles so far.
    """
    if not any(_sides(record.lines) for record in records[:TRIED]):  # nearly all lists
        return list(titles)
    sides = [_sides(record.lines) for record in records]
    if len(sides) - sides.count(None) < max(2, MOST * len(sides)):
        return list(titles)
    return [both or title for both, title in zip(sides, titles, strict=True)]


def _sides(lines: Sequence[Piece]) -> Piece | None:
    for home, between, away in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            len(between.text) <= BETWEEN_CHARS_MAX
            and home.href
            and home.href == between.href == away.href
            and _BETWEEN.fullmatch(between.text)
            and _is_side(home)
            and _is_side(away)
            and _element(home) == _element(away)
        ):
            return replace(home, kind=SIDES, last=away.last, text=f"{home.text} {between.text} {away.text}")
    return None


def _element(line: Piece) -> str:
    """What a line stands in: both sides in one element, a headline and the text behind how long it takes in two."""
    return line.slot.rpartition("/")[2].partition(".")[0].rstrip("0123456789")


def _is_side(line: Piece) -> bool:
    return len(line.text) <= SIDE_CHARS_MAX and _LETTER.search(line.text) is not None and not line.is_date()
