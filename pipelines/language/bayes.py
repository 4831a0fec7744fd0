"""Naive Bayes over a whole column: every 1-, 2- and 3-gram of every text, no sampling.

langdetect's grams do not cross words: a space belongs to the gram at either end of a word. A gram across a space is
in no profile, so it is looked up like any other and found unknown. Each letter is looked up once, by the longest gram
that ends in it; the row found holds the weights of the shorter ones too. The weights are multiples of 1/256, so a float32
sum of them is exact: the scores are the same on any machine and in any order of addition.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.language.folding import Stream
from pipelines.language.profiles import CLASS_BITS, ROW_BITS, Profiles, slot_of

_ONE = np.uint64(1)
_ROW = (_ONE << ROW_BITS) - _ONE
_LEAST_FOREIGN = 3  # one Latin letter is quoted by more than twice as many others


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model reads in each text.

    Attributes:
        scores: float32, texts by columns of the model: log p(text | language) up to a constant.
        known: int64, grams of the text that some profile holds.
        alphabets: uint64, a bit per column: languages whose profile holds every letter of the text.
        spelling: uint64, the same for languages that write them all.
    """

    scores: NDArray[np.float32]
    known: NDArray[np.int64]
    alphabets: NDArray[np.uint64]
    spelling: NDArray[np.uint64]


def evidence(classes: NDArray[np.uint16], ends: NDArray[np.int64], model: Profiles) -> Evidence:
    """Score every text by the classes of its letters; `ends` as in `folding.Stream`."""
    rows = find(classes, model)[ends[0] :]
    begins = ends[:-1]
    if not len(begins):
        return Evidence(
            np.zeros((0, model.weights.shape[1]), np.float32),
            np.zeros(0, np.int64),
            model.alphabets[:0],
            model.spelling[:0],
        )
    known = np.add.reduceat(model.grams[rows], begins - ends[0]).astype(np.int64)
    alphabets = np.bitwise_and.reduceat(model.alphabets[classes], begins)
    spelling = np.bitwise_and.reduceat(model.spelling[classes], begins)
    return Evidence(summed(rows, ends - ends[0], model.weights), known, alphabets, spelling)


def find(classes: NDArray[np.uint16], model: Profiles) -> NDArray[np.int64]:
    """Row of the longest known gram that ends in each letter; 0 where none does."""
    signs = classes.astype(np.uint64) + _ONE
    pairs = signs.copy()
    pairs[1:] |= signs[:-1] << CLASS_BITS
    rows = _held(_triples(signs), model)
    short = np.flatnonzero(rows == 0)
    rows[short] = _held(pairs[short], model)
    short = short[rows[short] == 0]
    rows[short] = model.singles[classes[short]]
    return rows


def _triples(signs: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Key of the three letters that end in each; 0, which no profile holds, for the first two."""
    triples = np.zeros_like(signs)
    triples[2:] = (signs[:-2] << CLASS_BITS | signs[1:-1]) << CLASS_BITS | signs[2:]
    return triples


def _held(keys: NDArray[np.uint64], model: Profiles) -> NDArray[np.int64]:
    """Row of each gram in the model's weights; 0 where no profile holds it."""
    places = slot_of(keys)
    held = model.slots[places]
    rows = np.where(held >> ROW_BITS == keys, held & _ROW, 0).view(np.int64)
    asked = np.flatnonzero((rows == 0) & (held > 0))
    places = places[asked]
    while len(asked):
        places = (places + 1) % len(model.slots)
        held = model.slots[places]
        hit = held >> ROW_BITS == keys[asked]
        rows[asked[hit]] = held[hit] & _ROW
        on = ~hit & (held > 0)
        asked, places = asked[on], places[on]
    return rows


def of_other_scripts(points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which code points langdetect counts against Latin letters."""
    return (points >= 0x300) & ((points < 0x1E00) | (points >= 0x1F00))


def of_latin(points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which code points are plain letters of the Latin alphabet, in lower case."""
    return (points >= ord("a")) & (points <= ord("z"))


def quoted(others: NDArray[np.int64], latin: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Texts whose Latin letters are quoted, by their number and that of the letters of other scripts."""
    return (latin > 0) & (2 * latin < others) & (others >= _LEAST_FOREIGN)


def summed(
    rows: NDArray[np.int64], bounds: NDArray[np.int64], weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Sum of the weights of each text's rows: all first ones together, then all second ones, and so on."""
    counts = np.diff(bounds)
    order = np.argsort(-counts, kind="stable")
    begins, most = bounds[:-1][order], int(counts.max(initial=0))
    live = np.searchsorted(-counts[order], -np.arange(most), side="left")
    sums = np.zeros((len(counts), weights.shape[1]), dtype=np.float32)
    for place, texts in enumerate(live.tolist()):
        sums[:texts] += weights.take(rows[begins[:texts] + place], axis=0)
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return sums.take(back, axis=0)


def plausibility(text: Stream, model: Profiles) -> NDArray[np.float64]:
    """Mean log-weight of each text's trigrams in the language that likes them best; 0 where it has none."""
    classes = model.classes[text.points]
    signs = classes.astype(np.uint64) + _ONE
    rows = _held(_triples(signs), model)
    pairs = signs.copy()
    pairs[1:] |= signs[:-1] << CLASS_BITS
    endings = _held(pairs, model)
    endings = np.where(endings > 0, endings, model.singles[classes])
    inside = np.concatenate([[False], classes[:-1] > 0])  # the middle letter of a trigram is a letter
    means = np.zeros(len(text.ends) - 1)
    for number, (start, end) in enumerate(itertools.pairwise(text.ends.tolist())):
        here = start + np.flatnonzero(inside[start:end])
        if len(here):
            own = model.weights[rows[here]] - model.weights[endings[here]] * (rows[here] > 0)[:, None]
            means[number] = own.mean(axis=0).max()
    return means
