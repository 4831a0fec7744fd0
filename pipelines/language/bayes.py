"""Naive Bayes over a whole column: every 1-, 2- and 3-gram of every text, no sampling.

langdetect's grams do not cross words: a space belongs to the gram at either end of a word. A gram across a space is
in no profile, so it is looked up like any other and found unknown. The weights are multiples of 1/256, so a float32
sum of them is exact: the scores are the same on any machine and in any order of addition.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.language.folding import Stream
from pipelines.language.profiles import Profiles, slot_of

_SHIFT = np.uint64(16)


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
    kept = (classes > 0) | (np.concatenate([[1], classes[:-1]]) > 0)
    kept[text.ends[:-1] - 1] = True  # the space that opens a text stays, whatever stands before it
    bounds = np.concatenate([[0], np.cumsum(kept)])[text.ends]
    rows = find(_grams(classes[kept]), model)
    seen = rows > 0
    places = np.concatenate([[0], np.cumsum(seen)])[3 * bounds]
    known = np.diff(places)
    alphabets = (
        np.bitwise_and.reduceat(model.alphabets[classes], text.ends[:-1])
        if len(known)
        else model.alphabets[:0]
    )
    return Evidence(_sums(rows[seen], places, model.weights), known, alphabets)


def find(grams: NDArray[np.uint64], model: Profiles) -> NDArray[np.int32]:
    """Row of each gram in the model's weights; 0 where no profile holds it."""
    slots = slot_of(grams)
    held = model.keys[slots]
    rows = np.where(held == grams, model.rows[slots], 0).astype(np.int32)
    asked = np.flatnonzero((held != grams) & (held > 0))
    slots = slots[asked]
    while len(asked):
        slots = (slots + 1) % len(model.keys)
        held = model.keys[slots]
        hit = held == grams[asked]
        rows[asked[hit]] = model.rows[slots[hit]]
        on = ~hit & (held > 0)
        asked, slots = asked[on], slots[on]
    return rows


def _grams(classes: NDArray[np.uint16]) -> NDArray[np.uint64]:
    signs = classes.astype(np.uint64) + 1
    grams = np.zeros((len(signs), 3), dtype=np.uint64)
    grams[:, 0] = signs
    grams[1:, 1] = signs[:-1] << _SHIFT | signs[1:]
    grams[2:, 2] = grams[1:-1, 1] << _SHIFT | signs[2:]
    return grams.ravel()


def _without_quoted_latin(text: Stream, classes: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Blank a-z in texts that are mostly in another script, as langdetect does: a name there is not its language."""
    foreign = (text.points >= 0x300) & ((text.points < 0x1E00) | (text.points >= 0x1F00))
    if not foreign.any():
        return classes
    latin = (text.points >= ord("a")) & (text.points <= ord("z"))
    counts = [np.diff(np.concatenate([[0], np.cumsum(signs)])[text.ends]) for signs in (latin, foreign)]
    quoting = np.repeat(2 * counts[0] < counts[1], np.diff(text.ends))
    blanked = classes.copy()
    blanked[text.ends[0] :][quoting & latin[text.ends[0] :]] = 0
    return blanked


def _sums(
    rows: NDArray[np.int32], places: NDArray[np.int64], weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    # One small product per text: 3.9 µs a text of 75 characters, where reduceat over blocks takes 7 to 11.
    sums = np.zeros((len(places) - 1, weights.shape[1]), dtype=np.float32)
    ones = np.ones(int(np.diff(places).max(initial=0)), dtype=np.float32)
    bounds = places.tolist()
    for text, (start, end) in enumerate(itertools.pairwise(bounds)):
        if start < end:
            np.dot(ones[: end - start], weights.take(rows[start:end], axis=0, mode="clip"), out=sums[text])
    return sums


def plausibility(text: Stream, model: Profiles) -> NDArray[np.float64]:
    """Mean log-weight of each text's trigrams in the language that likes them best; 0 where it has none."""
    classes = model.classes[text.points]
    kept = (classes > 0) | (np.concatenate([[1], classes[:-1]]) > 0)
    kept[text.ends[:-1] - 1] = True
    bounds = np.concatenate([[0], np.cumsum(kept)])[text.ends]
    signs = classes[kept]
    rows = find(_grams(signs)[2::3], model)
    inside = np.concatenate([[False], signs[:-1] > 0])  # the middle letter of a trigram is a letter
    means = np.zeros(len(bounds) - 1)
    for number, (start, end) in enumerate(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)):
        here = rows[start:end][inside[start:end]]
        if len(here):
            means[number] = model.weights.take(here, axis=0).mean(axis=0).max()
    return means
