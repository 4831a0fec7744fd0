"""The slots of a list: the places of its records that may hold the same field of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.listing.records.lines import Piece, Record


@dataclass(slots=True)
class Slot:
    """A slot of a list: the first piece of each record that has it, by the record's number, and how many pieces there are in all."""

    firsts: dict[int, Piece] = field(default_factory=dict)
    pieces: int = 0


def slots(records: list[Record]) -> dict[str, Slot]:
    """Every slot that could hold titles."""
    found: dict[str, Slot] = {}
    for number, record in enumerate(records):
        for piece in (*record.lines, *record.parts):
            slot = found.get(piece.slot)
            if slot is None:
                slot = found[piece.slot] = Slot()
            slot.firsts.setdefault(number, piece)
            slot.pieces += 1
    return found
