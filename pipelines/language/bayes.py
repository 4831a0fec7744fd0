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
    """

    scores: NDArray[np.float32]
    known: NDArray[np.int64]
    alphabets: NDArray[np.uint64]


def read(text: Stream, model: Profiles) -> Evidence:
    """Score every text of a stream under every language of the model."""
    classes = _without_quoted_latin(text, model.classes[text.points])
    rows = find(classes, model)[text.ends[0] :]
    begins = text.ends[:-1]
    if not len(begins):
        return Evidence(
            np.zeros((0, model.weights.shape[1]), np.float32), np.zeros(0, np.int64), model.alphabets[:0]
        )
    known = np.add.reduceat(model.grams[rows], begins - text.ends[0]).astype(np.int64)
    alphabets = np.bitwise_and.reduceat(model.alphabets[classes], begins)
    return Evidence(_sums(rows, text.ends - text.ends[0], model.weights), known, alphabets)


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


def _without_quoted_latin(text: Stream, classes: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Blank a-z in texts that are mostly in another script, as langdetect does: a name there is not its language."""
    foreign = (text.points >= 0x300) & ((text.points < 0x1E00) | (text.points >= 0x1F00))
    others = _counted(foreign, text.ends)
    if others.max(initial=0) < _LEAST_FOREIGN:
        return classes
    latin = (text.points >= ord("a")) & (text.points <= ord("z"))
    quoting = (2 * _counted(latin, text.ends) < others) & (others >= _LEAST_FOREIGN)
    blanked = classes.copy()
    for start, end in zip(text.ends[:-1][quoting].tolist(), text.ends[1:][quoting].tolist(), strict=True):
        blanked[start:end][latin[start:end]] = 0
    return blanked


def _counted(signs: NDArray[np.bool_], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    places = np.searchsorted(np.flatnonzero(signs), ends)
    counts: NDArray[np.int64] = np.diff(places)
    return counts


def _sums(
    rows: NDArray[np.int64], bounds: NDArray[np.int64], weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    # One small product per text: reduceat over blocks takes twice as long.
    sums = np.empty((len(bounds) - 1, weights.shape[1]), dtype=np.float32)
    ones = np.ones(int(np.diff(bounds).max(initial=0)), dtype=np.float32)
    for text, (start, end) in enumerate(itertools.pairwise(bounds.tolist())):
        np.dot(ones[: end - start], weights.take(rows[start:end], axis=0, mode="clip"), out=sums[text])
    return sums


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
