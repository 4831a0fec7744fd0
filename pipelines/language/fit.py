"""The odds that a text is in a language no detector knows.

A naive Bayes model names the nearest language with full confidence whatever it reads. But text of an unknown language
fits its neighbour worse than the neighbour's own text does: py3langid's model tells what to expect of that
(`automaton.misfit`), eldc's best score is low, and there are words the neighbour does not have (`neighbours`). A
logistic model of the three gives the ratio of the chances of such a fit in unknown and in known languages; `ALONE` is
what an unknown one is worth beforehand. It was fitted on declarations, interface strings and the development rows in
110 known and 345 unknown languages (docs/language-figures.md).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# odds of an unknown language before a text is read; 0.05 leaves 9.2 % of single texts in one a confident wrong label,
# 0.1 6.4, 0.2 4.7; each step takes a confidence of 0.9 from 2 % of the texts in known ones
ALONE = 0.1
# ratio of the chances for texts that the third detector is not asked about: known languages have ten times the share
SETTLED = 0.1
# eldc's best score below which the third detector is asked: 7 % of texts in common languages, 86 % of those in unknown
FITTING = 0.8

# fitted on the texts of every second language, known and unknown; on the others the ratio ranks a text in an unknown
# language above one in a known language in 97 of 100 pairs (94 without the marks, 85 with eldc's score alone)
_CONSTANT = -1.01
_PER_NAT = 3.31  # per nat that a feature falls short on average
_MOST_MISFIT = 1.8  # nats that count: names alone may make more; without a bound a title in 400 is lost
_PER_LOG_GAIN = -0.19  # per e-fold of the text's length
_TYPICAL_GAIN = 20.0  # that of a title of five words
# With less, a bad fit counts in proportion: a list of names and tools is no unknown language
_FULL_GAIN = 18.0
_PER_LOG_DOUBT = 0.54  # per e-fold of what eldc's best score lacks
_TOP, _LEAST_DOUBT = 1.02, 0.02  # eldc's scores end at 1
_PER_MARK = 3.5  # per e-fold of marks, where 4.8 fits best: words were dropped because known texts held them


def settled_odds() -> float:
    """Odds of an unknown language against the favourite, where nothing but a good fit is known."""
    return ALONE * SETTLED


def unknown_odds(
    misfit: NDArray[np.float32],
    gain: NDArray[np.float32],
    best: NDArray[np.float32],
    marks: NDArray[np.int64],
) -> NDArray[np.float32]:
    """Odds of an unknown language against all known ones, by text.

    Args:
        misfit: nats per feature below what the favourite's own text shows, from `automaton.misfit`.
        gain: how much was read, from the same.
        best: eldc's best score.
        marks: words and letters that the favourite has not, from `marks.against`.
    """
    doubt = np.log(np.maximum(_TOP - best, _LEAST_DOUBT))
    length = np.log(np.maximum(gain, 1) / _TYPICAL_GAIN)
    ratio = (
        _CONSTANT
        + _PER_NAT * np.minimum(misfit, _MOST_MISFIT)
        + _PER_LOG_GAIN * length
        + _PER_LOG_DOUBT * doubt
    )
    ratio = np.minimum(ratio, ratio * np.minimum(gain / _FULL_GAIN, 1))
    odds: NDArray[np.float32] = ALONE * np.exp(ratio + _PER_MARK * np.log1p(marks))
    return odds.astype(np.float32)
