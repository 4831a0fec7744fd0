"""langdetect's own profiles as one matrix of log-probabilities, and a hash table that finds a gram's row.

langdetect multiplies `alpha / 10000 + p(gram | language)` over grams drawn at random until one language wins; the
product over *all* grams is what it estimates, so that is what is computed here, exactly and the same every time. The
profiles are folded to lower case as the texts are. Columns are ISO 639-1 languages; both Chinese profiles are kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources

import numpy as np
from numpy.typing import NDArray

from pipelines.language.cache import cached

SMOOTHING = 0.5 / 10_000  # langdetect's ALPHA_DEFAULT / BASE_FREQ
GRAIN = 256  # weights are multiples of 1 / GRAIN: sums below 65,536 are exact in float32
SLOT_BITS = 18  # slots of the hash table, three for each gram
POINTS = 0x110000
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: Knuth's multiplicative hashing
_LAYOUT = "5"


@dataclass(frozen=True, slots=True)
class Profiles:
    """The model.

    Attributes:
        languages: the code of each column; `zh` stands twice.
        classes: uint16 class of each code point after langdetect's normalisation; 0 is space, the last class stands
            for letters that no profile holds.
        alphabets: uint64, by class, a bit per column: languages whose profile holds the letter at all.
        keys: uint64 key in each slot, 0 where free.
        rows: int32 row of the gram in that slot.
        weights: float32, a row per gram: log(1 + p / SMOOTHING) per language, rounded; row 0, an unknown gram, is zero.
    """

    languages: tuple[str, ...]
    classes: NDArray[np.uint16]
    alphabets: NDArray[np.uint64]
    keys: NDArray[np.uint64]
    rows: NDArray[np.int32]
    weights: NDArray[np.float32]


@cache
def profiles() -> Profiles:
    """The model, from the user's cache or built from the installed langdetect."""
    names = ("languages", "classes", "alphabets", "keys", "rows", "weights")
    arrays = cached("profiles", f"{_LAYOUT} langdetect {metadata.version('langdetect')}", names, _build)
    languages = tuple(str(code) for code in arrays.pop("languages"))
    return Profiles(languages=languages, **arrays)  # type: ignore[arg-type]


def slot_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """First slot to look into for each key."""
    return (keys * _MULTIPLIER >> np.uint64(64 - SLOT_BITS)).astype(np.int64)


def _build() -> Mapping[str, NDArray[np.generic]]:
    tables = _read_profiles()
    shares = _shares(tables)
    letters = sorted({sign for gram in shares for sign in gram} - {" "})
    number = {" ": 0, **{sign: place for place, sign in enumerate(letters, start=1)}}
    weights = np.zeros((len(shares) + 1, len(tables)), dtype=np.float32)
    keys = np.zeros(1 << SLOT_BITS, dtype=np.uint64)
    rows = np.zeros(1 << SLOT_BITS, dtype=np.int32)
    alphabets = np.zeros(len(letters) + 2, dtype=np.uint64)
    alphabets[0] = ~np.uint64(0)
    for row, (gram, cell) in enumerate(shares.items(), start=1):
        exact = np.log1p(np.fromiter(cell.values(), float) / SMOOTHING)
        weights[row, list(cell)] = np.round(exact * GRAIN) / GRAIN
        _place(keys, rows, _key([number[sign] for sign in gram]), row)
        if len(gram) == 1:
            alphabets[number[gram]] = sum(1 << column for column in cell)
    return {
        "languages": np.array(list(tables)),
        "classes": _classes(number),
        "alphabets": alphabets,
        "keys": keys,
        "rows": rows,
        "weights": weights,
    }


def _shares(tables: dict[str, tuple[dict[str, int], list[int]]]) -> dict[str, dict[int, float]]:
    """Probability of each folded gram by column."""
    shares: dict[str, dict[int, float]] = {}
    for column, (frequencies, totals) in enumerate(tables.values()):
        for gram, count in frequencies.items():
            if 1 <= len(gram) <= len(totals):
                cell = shares.setdefault("".join(_lower(sign) for sign in gram), {})
                cell[column] = cell.get(column, 0.0) + count / totals[len(gram) - 1]
    return shares


def _classes(number: dict[str, int]) -> NDArray[np.uint16]:
    """Class of each code point: langdetect's normalisation, then the letter's number."""
    from langdetect.utils.ngram import NGram

    classes = np.zeros(POINTS, dtype=np.uint16)
    for point in [*range(0xD800), *range(0xE000, 0x10000)]:  # langdetect's profiles hold the basic plane only
        sign = _lower(NGram.normalize(chr(point)))
        classes[point] = number.get(sign, len(number) if sign.isalpha() else 0)
    return classes


def _read_profiles() -> dict[str, tuple[dict[str, int], list[int]]]:
    tables = {}
    for file in sorted(resources.files("langdetect.profiles").iterdir(), key=lambda entry: entry.name):
        if not file.name.startswith((".", "_")):
            profile = json.loads(file.read_text(encoding="utf-8"))
            tables[profile["name"]] = (profile["freq"], profile["n_words"])
    return tables


def _lower(sign: str) -> str:
    lowered = sign.lower()
    return lowered if len(lowered) == 1 else sign


def _key(classes: list[int]) -> int:
    key = 0
    for place in classes:
        key = key << 16 | place + 1
    return key


def _place(keys: NDArray[np.uint64], rows: NDArray[np.int32], key: int, row: int) -> None:
    slot = int(slot_of(np.array([key], dtype=np.uint64))[0])
    while keys[slot]:
        slot = (slot + 1) % len(keys)
    keys[slot], rows[slot] = key, row
