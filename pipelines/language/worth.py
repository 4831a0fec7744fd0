"""Which of a text's likely languages is worth naming, and with what share: its list's where a foreign one is hardly likelier."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.language.likely import Likely

# share of unknown languages from which none is named; below, the likeliest is, with what confidence is left to it: a
# right label that says how unsure it is serves better than none (0.7 loses 0.6 points of foreign entries found)
UNKNOWN = 0.9
# a foreign language must be this many times as likely as the list's: of entries less likely, beside titles in a near language,
# 32 in 100 were in it and 63 in the list's. 2 finds 66 of 100 foreign titles in a near language and calls 1.5 native ones foreign, 3 64
# and 1.3, 4 63 and 1.1
FOLLOW = 3.0
# share below which no language is named in a list; 0.3 loses one of 177 foreign entries of the development pages
FLOOR = 0.25
# share below which a text that may be a name is of no language: of such interface strings that are less likely, 45 in 100 are
# right, of the names that were tried half are
NAMED = 0.5
LEAST = 0.3  # share of the likeliest language below which it is not named: none of 19 such texts was right


def decided(
    listed: Likely, home: NDArray[np.int64], called: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.bool_]]:
    """Place and share of each text's language, and whether it is worth naming; attributes as of `judgement.Judgement`.

    It is the list's language where a foreign one is hardly likelier.
    """
    places, chance = listed.best().astype(np.int64), listed.chances()
    at_home = (listed.shares[:, :-1] * (listed.places[:, :-1] == home[:, None])).max(axis=1)
    follows = (places != home) & (chance < FOLLOW * at_home)
    places, chance = np.where(follows, home, places), np.where(follows, at_home, chance)
    unknown = listed.unknown()
    least = np.maximum(LEAST * (1 - unknown), np.where(home >= 0, FLOOR, 0))
    least = np.where(called & ~follows, np.maximum(least, NAMED), least)
    return places, chance, (unknown < UNKNOWN) & (chance >= least)


def told_alone(alone: Likely) -> NDArray[np.bool_]:
    """Whether the likeliest language of each text by itself is worth naming."""
    told: NDArray[np.bool_] = (alone.unknown() < UNKNOWN) & (alone.chances() >= LEAST * (1 - alone.unknown()))
    return told
