"""Lines that nothing but their place tells apart: `<div>` day, `<div>` title, `<div>` text, without a class or with one made up.

Their slots (see `lines`) are one, and one slot is one field. The list decides: where days are among such lines, or the second of them
says sentences and the first does not, they are fields by their order, days not counted, as one may be missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from scraper.listing.records.counts import width
from scraper.listing.records.lines import Piece, Record
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

MOST = 0.5
"""A place holds days or sentences where more than this share of its texts are such."""
SENTENCE_MIN = 25
"""Characters; "Poole Inc." is a name."""
LONG_MIN, LONGER = 80.0, 1.6
"""Texts that wide (`counts.width`) in the mean, and by so much wider than titles before them, are teasers though cut."""
TEXT = "@text"
"""What the slot of a teaser told apart ends with."""

Block = list[Piece]
"""The lines of one element."""


def tell_apart(records: list[Record]) -> None:
    """Give lines of one slot that are several fields slots of their own, and the parts of those lines.

    Args:
        records: the list's records, changed in place.
    """
    returning = sum(
        len({line.slot.partition("#")[0] for line in record.lines}) < len(record.lines) for record in records
    )
    if returning <= MOST * len(records):  # most lists
        return
    by_slot: dict[str, list[tuple[Record, list[Block]]]] = defaultdict(list)
    for record in records:
        blocks: dict[str, list[Block]] = defaultdict(list)
        for line in record.lines:
            slot, _, further = line.slot.partition("#")
            if further and blocks[slot]:
                blocks[slot][-1].append(line)
            else:
                blocks[slot].append([line])
        for slot, found in blocks.items():
            by_slot[slot].append((record, found))
    for rows in by_slot.values():
        if sum(len(found) > 1 for _, found in rows) > MOST * len(records):
            _by_place(rows)


def _by_place(rows: list[tuple[Record, list[Block]]]) -> None:
    others = [[block for block in found if not (len(block) == 1 and block[0].is_date())] for _, found in rows]
    dated = _most([len(rest) < len(found) for rest, (_, found) in zip(others, rows, strict=True)])
    usual = Counter(map(len, others)).most_common(1)[0][0]
    if not usual or _says_sentences(others, 0):
        return
    longer = [at for at in range(1, usual) if _says_more(others, at)]
    texts = next((at for at in range(1, usual) if _says_sentences(others, at)), 0) or next(iter(longer), 0)
    if not dated and not texts:
        return
    last = texts or min(usual - 1, 1)
    for (record, found), rest in zip(rows, others, strict=True):
        missing = _missing(rest, usual, texts)
        places = {id(block): min(at + missing, last) for at, block in enumerate(rest)}
        for block in found:
            place = places.get(id(block), -1)
            _mark(record, block, "@day" if place < 0 else TEXT if place == texts > 0 else f"@{place}")


def _missing(rest: list[Block], usual: int, texts: int) -> int:
    """How many of a record's first places are empty: it has fewer than others, and its text comes sooner."""
    if not texts or len(rest) >= usual:
        return 0
    begun = next((at for at, block in enumerate(rest) if _is_sentence(block[0])), texts)
    return max(texts - begun, 0) if begun > 0 else 0


def _says_sentences(rows: list[list[Block]], place: int) -> bool:
    return _most([_is_sentence(rest[place][0]) for rest in rows if len(rest) > place])


def _says_more(rows: list[list[Block]], place: int) -> bool:
    """Whether a place says far more than the one before it."""
    before, own = (_texts(rows, place, at) for at in (place - 1, place))
    return _mean(own) >= LONG_MIN and _mean(own) >= LONGER * _mean(before)


def _texts(rows: list[list[Block]], least: int, place: int) -> list[str]:
    """What a place says in the records that have the other, too."""
    return [rest[place][0].text for rest in rows if len(rest) > least]


def _mean(texts: list[str]) -> float:
    return sum(map(width, texts)) / len(texts) if texts else 0.0


def _most(values: list[bool]) -> bool:
    return sum(values) > MOST * len(values)


def _is_sentence(line: Piece) -> bool:
    return len(line.text) >= SENTENCE_MIN and line.text.endswith(SENTENCE_ENDS)


def _mark(record: Record, block: Block, mark: str) -> None:
    first, last = block[0].first, block[-1].last
    for piece in (*block, *(part for part in record.parts if first <= part.first and part.last <= last)):
        slot, hash_sign, further = piece.slot.partition("#")
        piece.slot = f"{slot}{mark}{hash_sign}{further}"
