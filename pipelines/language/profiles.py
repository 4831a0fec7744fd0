"""langdetect's own profiles as one matrix of log-probabilities, and a hash table that finds a gram's row.

langdetect multiplies `alpha / 10000 + p(gram | language)` over grams drawn at random until one language wins; the
product over *all* grams is what it estimates, so that is what is computed here, exactly and the same every time. The
profiles are folded to lower case as the texts are. Columns are ISO 639-1 languages; both Chinese profiles are kept.

Each letter of a text ends one 1-gram, one 2-gram and one 3-gram. A gram's row holds its own weights and those of the
shorter grams it ends in, so one row a letter is summed instead of three. Rows lie by language and weight: texts of one
language touch a tenth of the table, which is read from disk page by page.
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
# letters of text in which a letter of the language comes at least once; with 5,000 one native title in 1,260 more is called
# foreign, and 0.2 in 100 foreign ones more are found
RARELY = 10_000
SLOT_BITS = 18  # slots of the hash table, three for each gram
# Three classes and a row in 64 bits: 3,037 and 82,681 of them
CLASS_BITS, ROW_BITS = np.uint64(13), np.uint64(20)
POINTS = 0x110000
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: Knuth's multiplicative hashing
_LAYOUT = "9"


class ModelTooLargeError(Exception):
    """The installed langdetect has more letters or grams than the table can tell apart."""

    def __init__(self, letters: int, grams: int) -> None:
        super().__init__(
            f"langdetect's profiles hold {letters} letters and {grams} grams, at most {1 << int(CLASS_BITS)} and"
            f" {1 << int(ROW_BITS)} are expected; install langdetect 1.0.9"
        )


@dataclass(frozen=True, slots=True)
class Profiles:
    """The model.

    Attributes:
        languages: the code of each column; `zh` stands twice.
        classes: uint16 class of each code point after langdetect's normalisation; 0 is space, the last class stands
            for letters that no profile holds.
        alphabets: uint64, by class, a bit per column: languages whose profile holds the letter at all.
        spelling: uint64, the same for languages that write the letter at least once in `RARELY` letters.
        slots: uint64, the 2- or 3-gram in each slot of the hash table: its key, and behind it `ROW_BITS` bits of its
            row; 0 where free.
        singles: int64 row of each class as a 1-gram, 0 where no profile holds it.
        grams: int32, by row: how many grams end together, 1 to 3; 0 in row 0.
        weights: float32, a row per gram: log(1 + p / SMOOTHING) per language, rounded, summed over the grams that end
            together; row 0, an unknown letter, is zero.
    """

    languages: tuple[str, ...]
    classes: NDArray[np.uint16]
    alphabets: NDArray[np.uint64]
    spelling: NDArray[np.uint64]
    slots: NDArray[np.uint64]
    singles: NDArray[np.int64]
    grams: NDArray[np.int32]
    weights: NDArray[np.float32]


@cache
def profiles() -> Profiles:
    """The model, from the user's cache or built from the installed langdetect."""
    names = ("languages", "classes", "alphabets", "spelling", "slots", "singles", "grams", "weights")
    arrays = cached(
        "profiles", f"{_LAYOUT} {RARELY} langdetect {metadata.version('langdetect')}", names, _build
    )
    languages = tuple(str(code) for code in arrays.pop("languages"))
    return Profiles(languages=languages, **arrays)  # type: ignore[arg-type]


def slot_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """First slot to look into for each key."""
    return (keys * _MULTIPLIER >> np.uint64(64 - SLOT_BITS)).view(np.int64)


def _build() -> Mapping[str, NDArray[np.generic]]:
    tables = read_profiles()
    places, weights = _weights(tables)
    letters = sorted({sign for gram in places for sign in gram} - {" "})
    number = {" ": 0, **{sign: place for place, sign in enumerate(letters, start=1)}}
    if len(letters) + 3 > 1 << int(CLASS_BITS) or len(weights) > 1 << int(ROW_BITS):
        raise ModelTooLargeError(len(letters), len(weights))
    alphabets = np.zeros(len(letters) + 2, dtype=np.uint64)
    alphabets[0] = ~np.uint64(0)
    spelling = alphabets.copy()
    written = np.log1p(1 / RARELY / SMOOTHING)
    singles = np.zeros(len(letters) + 2, dtype=np.int64)
    bits = np.uint64(1) << np.arange(len(tables), dtype=np.uint64)
    for sign in letters:
        if sign in places:
            singles[number[sign]] = places[sign]
            alphabets[number[sign]] = bits[weights[places[sign]] > 0].sum()
            spelling[number[sign]] = bits[weights[places[sign]] >= written].sum()
    grams = np.zeros(len(weights), dtype=np.int32)
    for length in (1, 2, 3):  # shorter grams first: a longer one adds the sum of what it ends in
        rows = [(row, _ending(gram, places)) for gram, row in places.items() if len(gram) == length]
        own, ends = np.array(rows, dtype=np.int64).reshape(-1, 2).T
        weights[own] += weights[ends]
        grams[own] = grams[ends] + 1
    order = np.lexsort((-weights.max(axis=1), weights.argmax(axis=1), grams > 0))
    moved = np.empty_like(order)
    moved[order] = np.arange(len(order))
    longer = {gram: row for gram, row in places.items() if len(gram) > 1}
    keys = np.array([_key([number[sign] for sign in gram]) for gram in longer], dtype=np.uint64)
    slots = np.zeros(1 << SLOT_BITS, dtype=np.uint64)
    slots[_slots(keys)] = keys << ROW_BITS | moved[list(longer.values())].astype(np.uint64)
    return {
        "languages": np.array(list(tables)),
        "classes": _classes(number),
        "alphabets": alphabets,
        "spelling": spelling,
        "slots": slots,
        "singles": moved[singles],
        "grams": grams[order],
        "weights": weights[order],
    }


def _weights(
    tables: dict[str, tuple[dict[str, int], list[int]]],
) -> tuple[dict[str, int], NDArray[np.float32]]:
    """Row of each folded gram, and each row's own weights by column."""
    places: dict[str, int] = {}
    rows, columns, shares = [], [], []
    for column, (frequencies, totals) in enumerate(tables.values()):
        for gram, count in frequencies.items():
            if 1 <= len(gram) <= len(totals):
                rows.append(places.setdefault("".join(map(_lower, gram)), len(places) + 1))
                columns.append(column)
                shares.append(count / totals[len(gram) - 1])
    exact = np.zeros((len(places) + 1, len(tables)))
    np.add.at(exact, (rows, columns), shares)
    np.log1p(np.divide(exact, SMOOTHING, out=exact), out=exact)
    np.round(np.multiply(exact, GRAIN, out=exact), out=exact)
    return places, (exact / GRAIN).astype(np.float32)


def _ending(gram: str, places: dict[str, int]) -> int:
    """Row of the longest known gram that a gram ends in, 0 where there is none."""
    return next((places[gram[cut:]] for cut in range(1, len(gram)) if gram[cut:] in places), 0)


def _classes(number: dict[str, int]) -> NDArray[np.uint16]:
    """Class of each code point: langdetect's normalisation, then the letter's number."""
    from langdetect.utils.ngram import NGram

    classes = np.zeros(POINTS, dtype=np.uint16)
    for point in [*range(0xD800), *range(0xE000, 0x10000)]:  # langdetect's profiles hold the basic plane only
        sign = _lower(NGram.normalize(chr(point)))
        classes[point] = number.get(sign, len(number) if sign.isalpha() else 0)
    return classes


def read_profiles() -> dict[str, tuple[dict[str, int], list[int]]]:
    """How often each gram came in langdetect's profiles, by their own codes, and all grams of each length."""
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
        key = key << int(CLASS_BITS) | place + 1
    return key


def _slots(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """A slot for each key, the next free one where its first is taken."""
    slots = slot_of(keys)
    taken = np.zeros(1 << SLOT_BITS, dtype=bool)
    homeless = np.arange(len(keys))
    while len(homeless):
        free = ~taken[slots[homeless]]
        first = np.zeros(len(homeless), dtype=bool)
        first[np.unique(slots[homeless], return_index=True)[1]] = True
        settled = free & first
        taken[slots[homeless[settled]]] = True
        homeless = homeless[~settled]
        moving = homeless[taken[slots[homeless]]]
        slots[moving] = (slots[moving] + 1) % len(taken)
    return slots
