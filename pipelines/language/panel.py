"""The languages that are judged, and the column that each detector has for them.

Each detector has its own languages, codes and order. `pool` lays their scores side by side by what is set out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines.language import automaton, eld
from pipelines.language.codes import plain_code
from pipelines.language.profiles import profiles

_Names = list[tuple[str, ...]]

HANDICAP = 1.14  # per detector that does not know the language

# languages that nobody lists news in; judged, Sanskrit takes damaged Hindi with full confidence
UNLISTED = frozenset({"sa", "vo"})

# eldc counts Indonesian as Malay and Bosnian as Croatian: its score speaks for both
_BROADER = {"ms": ("ms", "id"), "hr": ("hr", "bs")}


@dataclass(frozen=True, slots=True)
class Lift:
    """From a detector's columns to the project's languages.

    Attributes:
        held: place among all languages of each language the detector knows, ascending.
        columns: the detector's column for each of them.
        doubles: further columns of a language, as (its place in `held`, column); the best column counts.
    """

    held: NDArray[np.int64]
    columns: NDArray[np.int64]
    doubles: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The languages judged and how each detector's columns map to them.

    Attributes:
        languages: all ISO 639-1 codes that some detector knows, sorted.
        lifts: for langdetect's profiles, eldc and py3langid.
        handicap: log-odds of each language for the detectors that do not know it, float32.
        columns: a bit for each column of langdetect's profiles that stands for the language; all where none does.
        half_known: whether one of the first two detectors does not know the language.
    """

    languages: tuple[str, ...]
    lifts: tuple[Lift, Lift, Lift]
    handicap: NDArray[np.float32]
    columns: NDArray[np.uint64]
    half_known: NDArray[np.bool_]


@cache
def panel() -> Panel:
    """The languages of the installed detectors."""
    spoken: tuple[_Names, _Names, _Names] = (
        [(plain_code(name) or name,) for name in profiles().languages],
        [_BROADER.get(name, (name,)) for name in eld.languages()],
        [(plain_code(name) or name,) for name in automaton.automaton().languages],
    )
    known = {code for names in spoken for codes in names for code in codes if len(code) == len("en")}
    everyone = sorted(known - UNLISTED)
    place = {code: number for number, code in enumerate(everyone)}
    lifts = (_lift(spoken[0], place), _lift(spoken[1], place), _lift(spoken[2], place))
    knowing = np.zeros(len(everyone))
    for lift in lifts:
        knowing[lift.held] += 1
    handicap = -HANDICAP * (len(lifts) - knowing)
    columns = np.full(len(everyone), ~np.uint64(0))
    columns[lifts[0].held] = [
        sum(1 << column for column, codes in enumerate(spoken[0]) if place[codes[0]] == language)
        for language in lifts[0].held.tolist()
    ]
    half_known = ~np.isin(np.arange(len(everyone)), np.intersect1d(lifts[0].held, lifts[1].held))
    return Panel(tuple(everyone), lifts, handicap.astype(np.float32), columns, half_known)


def strangers() -> frozenset[str]:
    """Languages that only the third detector knows."""
    board = panel()
    first = {*board.lifts[0].held.tolist(), *board.lifts[1].held.tolist()}
    return frozenset(code for number, code in enumerate(board.languages) if number not in first)


def _lift(names: _Names, place: dict[str, int]) -> Lift:
    columns: dict[int, list[int]] = {}
    for column, codes in enumerate(names):
        for code in codes:
            if code in place:
                columns.setdefault(place[code], []).append(column)
    held, own = zip(*sorted(columns.items()), strict=True)
    doubles = ((number, column) for number, of_one in enumerate(own) for column in of_one[1:])
    return Lift(np.array(held), np.array([of_one[0] for of_one in own]), tuple(doubles))
