"""Which texts of a column may be UTF-8 that was read as a Chinese, Japanese or Korean encoding, all texts at once.

Such a text is so from its first character of that kind on, and the bytes of that and the next ones in one of the encodings
follow each other as UTF-8 has them. Of 150,000 clean Chinese, Japanese and Korean texts one in sixty does so by chance, most
of them of one or two characters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.flat import OTHER, Flat, Places
from pipelines.repair.encodings import multibyte
from pipelines.repair.looks.juxtapositions import SLOTS

FOLLOWED = 8
"""Characters that are followed."""
_DEAD, _FREE = 4, 5  # states beside the number of bytes that a character still needs: 0 to 3
_STATES = 6
_FIRST_STATES = np.arange(0, len(multibyte.FAMILIES) * _STATES, _STATES)[:, np.newaxis]
_CLASSES = np.array(
    [0] * 0x80 + [9] * 0x40 + [_DEAD] * 2 + [1] * 0x1E + [2] * 0x10 + [3] * 5 + [_DEAD] * 11, dtype=np.uint8
)
"""What a byte is: none of several, one of them that goes on (9), or the first of several and how many follow."""
_FIRST = ord(multibyte.FIRST)
_MORE = 9
"""The class of the bytes that go on."""
_ENDS = " .[…~\u00a0"


def may_be(flat: Flat) -> Places:
    """Numbers of the texts that may have been read so."""
    codes = flat.codes
    leads = np.flatnonzero((codes >= _FIRST) & (codes != 0xFFFD) & ((codes & 0xF800) != OTHER))
    if not len(leads):
        return leads
    places = leads[np.minimum(np.searchsorted(leads, flat.starts), len(leads) - 1)]
    rows = np.flatnonzero((places >= flat.starts) & (places < flat.ends))
    slots = codes[places[rows]]
    begin = _left()[slots] != 0
    rows, slots = rows[begin], slots[begin]
    places = places[rows] + 1
    alive = ((_left()[slots] & _taken()[codes[places]]) != 0) | (places >= flat.ends[rows])
    return _followed(flat, rows[alive], slots[alive], places[alive])


def _followed(flat: Flat, rows: Places, slots: NDArray[np.uint16], places: Places) -> Places:
    """Those of some texts whose next characters follow each other.

    Args:
        flat: the column.
        rows: numbers of texts.
        slots: of each the first character.
        places: where the next one begins.
    """
    states = _begun().take(slots, axis=1)
    for _ in range(1, FOLLOWED):
        if not len(rows):
            break
        after = _after()[(states + _FIRST_STATES) * SLOTS + flat.codes[places]]
        over = places >= flat.ends[rows]
        states = np.where(over & (states != _DEAD), np.uint8(_FREE), after)
        alive = states.min(axis=0) != _DEAD
        alive |= states.max(axis=0) == _FREE
        rows, states = rows[alive], states[:, alive]
        places = np.minimum(places[alive] + 1, flat.ends[rows])
    return rows


@cache
def _left() -> NDArray[np.uint32]:
    """By slot of a first character the states that encodings are in behind it, as bits."""
    return _bits(lambda table, state: table[0] == state)


@cache
def _taken() -> NDArray[np.uint32]:
    """By slot of a next character the states that it may come in, as bits."""
    return _bits(lambda table, state: table[state] != _DEAD)


def _bits(holds: Callable[[NDArray[np.uint8], int], NDArray[np.bool_]]) -> NDArray[np.uint32]:
    found = np.zeros(SLOTS, dtype=np.uint32)
    for place, table in enumerate(_tables()):
        for state in range(_STATES):
            found |= holds(table, state).astype(np.uint32) << np.uint32(_STATES * place + state)
    found &= ~np.uint32(sum(1 << (_STATES * place + _DEAD) for place in range(len(multibyte.FAMILIES))))
    return found


@cache
def _tables() -> NDArray[np.uint8]:
    """For each encoding the next state, by state and slot of the character."""
    return np.stack([_table(multibyte.shown(family)) for family in multibyte.FAMILIES])


@cache
def _begun() -> NDArray[np.uint8]:
    """For each encoding the state behind a first character, by slot; in one piece, which `take` would copy else."""
    return np.ascontiguousarray(_tables()[:, 0])


@cache
def _after() -> NDArray[np.uint8]:
    """`_tables` in one row, which is quicker to ask."""
    return _tables().reshape(-1)


def _table(shown: multibyte.Shown) -> NDArray[np.uint8]:
    table = np.full((_STATES, SLOTS), _DEAD, dtype=np.uint8)
    table[0, :0x80] = 0
    inside = shown.codes < 0x10000
    codes, data = shown.codes[inside], shown.data[inside]
    for state in range(_DEAD):
        now = np.full(len(codes), state, dtype=np.uint8)
        for place in range(data.shape[1]):
            kind = _CLASSES[data[:, place]]
            after = np.where(now == 0, kind, np.where(kind == _MORE, now - 1, _DEAD))
            after[(after == _MORE) | (now == _DEAD)] = _DEAD
            now = np.where(data[:, place] == 0, now, after).astype(np.uint8)
        table[state, codes] = now
    table[1:_DEAD, list(map(ord, _ENDS))] = _FREE
    table[:_DEAD, [ord("…"), 0xA0]] = _FREE
    table[1:_DEAD, ord("?")] = table[:_DEAD, 0xFFFD] = table[_FREE] = _FREE
    return table
