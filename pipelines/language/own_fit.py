"""How well a language's own text fits its own models: what is usual is measured, and what departs from it is doubted.

py3langid's model tells what to expect of a language's text (`automaton.misfit`). Real text departs from that by an amount
of its own in each language, and single texts scatter around it. Twenty texts together hardly scatter. So a list is held
against what is usual in the language it is taken for, and nothing need be known of the language it is really in. Of a
text by itself eldc's score tells most.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

# nats that one text counts, the most as in `fit`: a title of foreign names may have more
LEAST, MOST = -1.0, 1.8
# how the means of different sources of one language scatter: 0.03 to 0.07 in half of the languages, more between a program's strings
# and the headlines of a newspaper
SOURCES = 0.15
# spreads above the usual misfit from which a text by itself is not sure, where eldc does not know its language; everywhere, it leaves
# 0.1 to 0.3 points less of those in unknown languages sure, and takes the 0.9 from 1.7 in 100 titles of real pages more
UNLIKE = 2.0

# a language, the usual misfit of its texts and how they scatter, in hundredths of a nat a feature, as `refit` reads them, and the
# hundredths of eldc's score that 3 in 100 do not reach, 0 where eldc does not know it; medians over up to eight kinds of text. English
# is left out: any list of names and products is English in part, and fits it badly
_MEASURED = (
    "af -23 37 0, am -25 15 88, an -29 30 0, ar -20 15 88, as -28 15 0, az -25 38 79, ba -44 17 0, "
    "be -20 15 83, bg -23 15 82, bn -11 15 96, br -34 37 0, ca -24 28 82, cs -20 30 76, cy -28 30 0, "
    "da -14 37 67, de -28 29 79, dz -25 15 0, el -9 20 90, eo -25 37 0, es -19 29 80, et -18 35 74, "
    "eu -22 31 85, fa -15 15 90, fi -22 28 80, fo -25 26 0, fr -20 31 78, fy -27 33 0, ga -22 29 0, "
    "gd -49 27 0, gl -26 25 0, gu -24 15 96, ha -15 32 0, he -16 15 91, hi -11 15 96, hr -26 29 77, "
    "ht -28 32 0, hu -24 30 83, hy -22 15 92, id -17 34 76, ig -27 46 0, is -17 32 76, it -19 27 79, "
    "ja -17 16 92, jv -31 39 0, ka -21 15 97, kk -25 17 0, km -31 15 0, kn -22 15 91, ko -23 15 90, "
    "ku -43 27 0, ky -34 17 0, la -31 30 0, lb -31 29 0, lg -10 29 0, ln -24 41 0, lo -23 15 96, "
    "lt -24 28 79, lv -12 36 77, mg -6 30 0, mk -19 15 0, ml -22 15 95, mn -24 23 0, mr -13 15 96, "
    "ms -8 39 85, mt -29 32 0, my -43 15 0, ne -20 15 0, nl -25 30 74, no -29 34 58, oc -34 26 0, "
    "om -16 32 0, or -23 15 92, pa -25 15 96, pl -17 30 79, ps -31 17 0, pt -24 26 81, qu -29 33 0, "
    "ro -22 31 80, ru -19 15 82, rw -15 33 0, se -46 22 0, si -27 15 0, sk -22 30 81, sl -31 32 79, "
    "sn -30 33 0, so -6 38 0, sq -16 39 78, sr -22 15 85, st -36 27 0, sv -11 30 68, sw 1 37 0, "
    "ta -23 15 97, te -21 15 94, tg -33 15 0, th -17 15 92, tk -22 31 0, tl -26 32 84, tr -21 32 81, "
    "tt -9 18 0, ug -18 15 0, uk -17 15 84, ur -16 17 88, uz -27 39 0, vi -24 20 94, wa -24 35 0, "
    "xh -27 36 0, yo -57 18 82, zh -27 15 94, zu -32 30 0"
)
_UNMEASURED = (0, np.inf, 0)  # all text is within its spread


@dataclass(frozen=True, slots=True)
class OwnFit:
    """What is usual in each language, by its place.

    Attributes:
        mean: float32, mean misfit of its texts, nats a feature.
        spread: float32, how single texts scatter around it.
        score: float32, eldc's best score that few of them do not reach; 0 where eldc does not know it.
    """

    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    score: NDArray[np.float32]

    def excess(self, misfit: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
        """By how much the misfit of each text exceeds what is usual in the language it is taken for."""
        return np.clip(misfit, LEAST, MOST) - self.mean[labels]

    def unlike(
        self, excess: NDArray[np.float32], best: NDArray[np.float32], labels: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Which texts few of their language's own are like: by eldc's best score, by excess where eldc does not know it."""
        score = self.score[labels]
        unlike: NDArray[np.bool_] = np.where(score > 0, best < score, excess > UNLIKE * self.spread[labels])
        return unlike

    def deviations(
        self,
        excess: NDArray[np.float32],
        weight: NDArray[np.float64],
        group: NDArray[np.int64],
        labels: NDArray[np.int64],
    ) -> NDArray[np.float64]:
        """Standard deviations by which each group of texts fits its language worse than the language's own text does.

        Args:
            excess: of each text, from `excess`.
            weight: how much was read of it; 0 where it says nothing of its group.
            group: number of its group, from 0.
            labels: place of the language of its group.
        """
        total = np.maximum(np.bincount(group, weight), 1)
        mean = np.bincount(group, excess * weight) / total
        # as many texts as count: a long one beside short ones is little more than one
        texts = np.maximum(total**2 / np.maximum(np.bincount(group, weight**2), 1), 1)
        spread = np.zeros(len(total))
        spread[group] = self.spread[labels]
        deviations: NDArray[np.float64] = mean / np.sqrt(spread**2 / texts + SOURCES**2)
        return deviations


@cache
def own_fit(languages: tuple[str, ...]) -> OwnFit:
    """The figures of the languages named, by place; where none were measured, all text is usual."""
    measured = {code: tuple(map(int, figures)) for code, *figures in map(str.split, _MEASURED.split(", "))}
    figures = [measured.get(code, _UNMEASURED) for code in languages]
    return OwnFit(*np.array(figures, dtype=np.float32).T / 100)
