"""The dates of a list that tells no days: a month or a week and its year, alone in one place of its entries, or a month behind a comma.

Such a text is a month of an archive as often as a date, so it counts only beside what an entry says, after whole days were
looked for everywhere. Which of a month's days is meant nobody knows; `pipelines.dates` gives its first, and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scraper.listing.dates.dated import PARTIAL, Spot
from scraper.listing.dates.periods_alone import month_alone, week_alone
from scraper.listing.records.lines import Piece, Record

# As for days (`date_slots.OWN_DATE_SHARE`): the list decides.
MONTHS_SHARE = 0.5


def month_dates(records: Sequence[Record], titles: Sequence[Piece | None]) -> list[Spot | None]:
    """Find the month of each record, in the place where most have one; None where it says none.

    Args:
        records: the list's records, in page order.
        titles: the title of each; that of a monthly letter may be a month, and then it is no date.
    """
    places: dict[str, dict[int, Spot]] = defaultdict(dict)
    for number, (record, title) in enumerate(zip(records, titles, strict=True)):
        if title is not None and (month_alone(title.text) or week_alone(title.text)):
            continue
        for piece in (*record.lines, *record.parts):
            if piece.kind != "label" and (month := _month(piece, title)) and _says_more(record, piece):
                spot = Spot(piece.first, piece.last, month, PARTIAL)
                places[_tag_path(piece)].setdefault(number, spot)
    best = max(places.values(), key=len, default={})
    if len(best) < MONTHS_SHARE * len(records):
        return [None] * len(records)
    return [best.get(number) for number in range(len(records))]


def _month(piece: Piece, title: Piece | None) -> str:
    """The month that a piece is, or ends in behind a comma where it is no title: `A. Berg and O. Lind, May 2026`."""
    if period := month_alone(piece.text) or week_alone(piece.text):
        return period
    _, comma, end = piece.text.rpartition(",")
    named = title is not None and piece.first <= title.last and title.first <= piece.last
    return month_alone(end) if comma and not named else ""


def _tag_path(piece: Piece) -> str:
    """The place of a piece, whatever kind of piece it is."""
    return piece.slot.split(":", 1)[1].split("#", 1)[0]


def _says_more(record: Record, piece: Piece) -> bool:
    """Whether a record has another line or link: that of an archive is its month and a count."""
    return any(
        other.kind != "label"
        and not (piece.first <= other.first and other.last <= piece.last)
        and not month_alone(other.text)
        and any(map(str.isalpha, other.text.replace(piece.text, "", 1)))
        for other in (*record.lines, *record.parts)
    )
