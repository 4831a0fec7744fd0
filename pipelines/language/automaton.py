"""py3langid's model read a column at a time: the second detector, asked about close calls only.

The model is an automaton over UTF-8 bytes whose states emit features, and a table of log-probabilities of features by
language. py3langid walks it byte by byte in Python (53 µs a text of 75 characters); here all texts take one step
together (8 µs). It knows languages that the other two do not (`ga gl`), which is what it is here for. The table is
kept as tenths in one byte each, so sums are exact in float32 and the same on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.cache import cached
from pipelines.language.codes import plain_code

TENTHS = 10.0  # log-probabilities are kept as whole tenths below the feature's best language
GRAIN = 256  # log(1 + count) is rounded to 1/256
BLOCK = 32  # transitions in a block: 7.5 MB of tables; 16 would be 6, whole rows 39
PORTION = 4096  # features converted at once
# bytes after which the state is the same from whatever state they are read: so it is for all pairs of the 104,583 states
RUN_IN = 6
PIECE = 64  # bytes of a text that are read one after the other; whole, the longest texts alone take two thirds of the walk
TOGETHER = 8  # texts whose features are; one by one costs half as much again, 64 twice as much
_ENGLISH = "en"
_LEAST_GAIN = 0.5  # below one feature met once: a text in which nothing is known
_LAYOUT = "6"


@dataclass(frozen=True, slots=True)
class Automaton:
    """The model.

    Attributes:
        languages: the code of each column; a language may stand more than once.
        steps: uint32, the next state by block of transitions (`BLOCK` bytes to a block) and byte.
        blocks: uint32, where in `steps` each block of each row of transitions begins: most rows share most of theirs.
        row: uint32, where in `blocks` the row of transitions of each state begins.
        feature: int32, the feature a state emits, -1 for none.
        weights: int8, features by languages, in tenths.
        priors: float64, log-prior of each column.
        expected: float32, by column: the mean weight of the features of its own text, English ones counted as English.
    """

    languages: tuple[str, ...]
    steps: NDArray[np.uint32]
    blocks: NDArray[np.uint32]
    row: NDArray[np.uint32]
    feature: NDArray[np.int32]
    weights: NDArray[np.int8]
    priors: NDArray[np.float64]
    expected: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model reads in some texts.

    Attributes:
        scores: float32, texts by columns of the model: log-posterior up to a constant.
        owners: the text of each different feature of each text, ascending.
        features: the feature.
        gains: float32, how much it counts: log(1 + times it is met).
    """

    scores: NDArray[np.float32]
    owners: NDArray[np.int64]
    features: NDArray[np.int64]
    gains: NDArray[np.float32]


@cache
def automaton() -> Automaton:
    """The model, from the user's cache or unpacked from the installed py3langid (0.7 s)."""
    names = ("languages", "steps", "blocks", "row", "feature", "weights", "priors", "expected")
    arrays = cached("automaton", f"{_LAYOUT} py3langid {metadata.version('py3langid')}", names, _build)
    languages = tuple(str(code) for code in arrays.pop("languages"))
    return Automaton(languages=languages, **arrays)  # type: ignore[arg-type]


def read(folded: pa.Array, model: Automaton) -> Reading:
    """Read every folded text."""
    emitted, bounds = _walk(folded, model)
    texts = len(bounds) - 1
    # in half the bits, where they hold it, what is sorted is so in half the time
    narrow = texts * len(model.weights) <= np.iinfo(np.uint32).max
    firsts = (np.arange(texts) * len(model.weights)).astype(np.uint32 if narrow else np.int64)
    said = np.flatnonzero(emitted >= 0)
    marks = np.repeat(firsts, np.diff(bounds)).take(said) + emitted.take(said).astype(firsts.dtype)
    marks, counts = np.unique(marks, return_counts=True)
    owners, features = np.divmod(marks.astype(np.int64), len(model.weights))
    gains: NDArray[np.float32] = _gains(int(counts.max(initial=0)))[counts]
    edges = np.searchsorted(owners, np.arange(texts + 1))
    sums = np.zeros((texts, len(model.languages)), dtype=np.float32)
    for first in range(0, texts, TOGETHER):
        begin, *ends = edges[first : first + TOGETHER + 1].tolist()
        table = model.weights.take(features[begin : ends[-1]], axis=0).astype(np.float32)
        start = begin
        for text, end in enumerate(ends, start=first):
            np.dot(gains[start:end], table[start - begin : end - begin], out=sums[text])
            start = end
    sums /= np.float32(TENTHS)
    np.add(sums, model.priors, out=sums, casting="same_kind")
    return Reading(sums, owners, features, gains)


def _gains(most: int) -> NDArray[np.float32]:
    """How much a feature counts that is met so many times, up to the most."""
    gains: NDArray[np.float32] = (np.round(np.log1p(np.arange(most + 1)) * GRAIN) / GRAIN).astype(np.float32)
    return gains


def misfit(reading: Reading, columns: NDArray[np.int64], model: Automaton) -> tuple[NDArray[np.float32], ...]:
    """How far each text falls short of what text of a language shows under the language's own column.

    A feature costs what it is less likely under the column than under the one that likes it best; what a text of the
    language itself costs on average is known from the model. Names of products and works make any text partly English,
    so a feature may be taken as English wherever that is cheaper, in the text and in what is expected of it.

    Args:
        reading: the texts.
        columns: the column of each text's language.
        model: what read them.

    Returns:
        Mean log-likelihood per feature below the expected, positive where the text fits worse; the sum of all gains.
    """
    english = model.languages.index(_ENGLISH)
    owners, features = reading.owners, reading.features
    weights = np.maximum(model.weights[features, columns[owners]], model.weights[features, english])
    total = np.bincount(owners, reading.gains, minlength=len(columns))
    mean = np.bincount(owners, reading.gains * weights, minlength=len(columns)) / np.maximum(
        total, _LEAST_GAIN
    )
    return (model.expected[columns] - mean / TENTHS).astype(np.float32), total.astype(np.float32)


def byte_lengths(folded: pa.Array) -> NDArray[np.int64]:
    """UTF-8 bytes of each text, the length the evidence of this model is tempered by."""
    return np.diff(_offsets(folded))


def _offsets(folded: pa.Array) -> NDArray[np.int64]:
    offsets = np.frombuffer(folded.buffers()[1], dtype=np.int64)
    return offsets[folded.offset : folded.offset + len(folded) + 1]


def _walk(folded: pa.Array, model: Automaton) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Feature emitted at each byte of each text, and where each text begins."""
    offsets = _offsets(folded)
    data = folded.buffers()[2]
    octets = np.frombuffer(data if data is not None else b"", dtype=np.uint8)[offsets[0] : offsets[-1]]
    offsets = offsets - offsets[0]
    begins, lengths = _pieces(offsets)
    behind = np.flatnonzero(begins > np.repeat(offsets[:-1], _many(offsets)))
    block, place = octets // BLOCK, octets % BLOCK

    def follow(state: NDArray[np.uint32], at: NDArray[np.int64]) -> NDArray[np.uint32]:
        turn = model.blocks.take(model.row.take(state) + block.take(at)) + place.take(at)
        return model.steps.take(turn)

    state = np.zeros(len(begins), dtype=np.uint32)
    for step in range(-RUN_IN, 0):  # pieces behind others in their text
        state[behind] = follow(state[behind], begins[behind] + step)
    order = np.argsort(-lengths, kind="stable")
    reach = np.searchsorted(-lengths[order], -np.arange(int(lengths.max(initial=0))), side="left")
    places, state = begins[order], state[order]
    states = np.zeros(len(octets), dtype=np.uint32)
    for step, live in enumerate(reach.tolist()):  # `live` pieces, the longest first, have a byte here
        at = places[:live] + step
        state = follow(state[:live], at)
        states[at] = state
    return model.feature.take(states), offsets


def _many(offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pieces that each text is read in."""
    return -(-np.diff(offsets) // PIECE)


def _pieces(offsets: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the pieces of each text begin, and how long they are."""
    many = _many(offsets)
    number = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    begins = np.repeat(offsets[:-1], many) + number * PIECE
    return begins, np.minimum(np.repeat(offsets[1:], many) - begins, PIECE)


def _build() -> Mapping[str, NDArray[np.generic]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    source = LanguageIdentifier.from_model_file(MODEL_FILE)
    kept = [
        column for column, code in enumerate(source.nb_classes) if len(plain_code(code) or code) == len("en")
    ]
    steps, blocks = _shared(np.asarray(source.tk_nextmove, dtype=np.uint32))
    english = [source.nb_classes[column] for column in kept].index(_ENGLISH)
    weights = np.empty((len(source.nb_ptc), len(kept)), dtype=np.int8)
    expected, certain = np.zeros(len(kept)), np.zeros(len(kept))
    for start in range(0, len(weights), PORTION):  # the whole table as float is 60 MB, and several times
        shares = np.asarray(source.nb_ptc[start : start + PORTION], dtype=np.float32)
        below = np.round((shares - shares.max(axis=1, keepdims=True)) * TENTHS)
        portion = np.maximum(below[:, kept], np.iinfo(np.int8).min)
        weights[start : start + PORTION] = portion
        shares = np.exp(shares[:, kept], dtype=np.float64)
        expected += (shares * np.maximum(portion, portion[:, [english]])).sum(axis=0)
        certain += shares.sum(axis=0)
    return {
        "languages": np.array(source.nb_classes)[kept],
        "steps": steps,
        "blocks": blocks * np.uint32(BLOCK),
        "row": np.asarray(source.tk_row, dtype=np.uint32) * np.uint32(256 // BLOCK),
        "feature": np.asarray(source.tk_output, dtype=np.int32),
        "weights": weights,
        "priors": np.asarray(source.nb_pc, dtype=np.float64)[kept],
        "expected": (expected / certain / TENTHS).astype(np.float32),
    }


def _shared(steps: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Each different block of transitions once, and the number of every block."""
    numbers: dict[bytes, int] = {}
    size, octets = steps.dtype.itemsize * BLOCK, steps.data.cast("B")
    blocks = np.fromiter(
        (
            numbers.setdefault(bytes(octets[at : at + size]), len(numbers))
            for at in range(0, len(octets), size)
        ),
        dtype=np.uint32,
    )
    return np.frombuffer(b"".join(numbers), dtype=steps.dtype), blocks
