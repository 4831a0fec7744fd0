"""Which of several languages that detectors take for one another: the signs of the text, of its list, and what is declared.

Detectors say well that a text is Croatian, Bosnian or Serbian, and nothing of which. So what they give to such languages
together stays, and is shared out anew. Signs that one has and another lacks (`twin_signs`) are counted, those that come
and those that do not, as of a Poisson law; tempered, because what came once comes again. A text has its own signs, and what
the rest of its list shows counts up to a bound. A declaration is worth some signs: it decides a list that shows none, and
a list in plain Croatian that declares `sr` is Croatian.

Other twins are told apart well, but for one that is rarer (Galician, Malay, Macedonian). Their shares are touched only where
the signs of the whole list lead to that one, so no Spanish list is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.entries import Entries
from pipelines.language.folding import LONGEST
from pipelines.language.likely import Likely
from pipelines.language.twin_signs import TWINS, Twins
from pipelines.language.unsure import UNSURE

# all measured on lists of ten interface strings of two words and more, 200 of each language; per cent of entries
# what a sign counts for, beside the others of its text or list: of Serbian in lists that declare `hr`, 32 are right with 0.6, 48
# with 0.8, 71 with 1; of Malay that declares nothing 84, 94 and 99. The signs of a list come of one source, so not 1
TEMPER = 0.8
# log-odds at most that the rest of a list gives one twin over another; where Serbian declares `hr`, 26 are right with 4, 48
# with 6 and with 8
BOUND = 6.0
# the same where detectors tell most of them apart: of Galician that declares nothing 76 are right with 2, 84 with 3 and 4; of
# Spanish entries in declared Galician lists 60 are found with 2 and 3, 47 with 4
NEAR_BOUND = 3.0
# log-odds by which signs must lead to the rarer twin; 1 names 4 more of Malay, and a Portuguese sentence of the development set
# Galician; 4 names 18 less of Malay, 8 of Galician
LEAD = 2.0
# log-odds of a declared twin; with 2, 71 instead of 48 are right where Serbian declares `hr`, with 4 34; a declaration is to
# decide what signs do not
TOLD = 3.0
# share of all twins together below which a text is none of theirs; 0.001 finds 4 less of Slovene among Serbian, 0.1 names 3 less of
# Serbian
NOTABLE = 0.01
_LEAST = 1e-6  # share of a twin that no detector named


@dataclass(frozen=True, slots=True)
class Apart:
    """Shares with the twins shared out anew.

    Attributes:
        alone: of each text by itself.
        listed: as its list and what it declares have it.
        most: float32, the most that may be said of any twin but the one at `rather`.
        rather: place of the rarer twin that signs speak for; -1 where there is none.
    """

    alone: Likely
    listed: Likely
    most: NDArray[np.float32]
    rather: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Family:
    """The texts that may be in one of some twins; log-odds are texts by twins.

    Attributes:
        rows: where they stand.
        places: of the twins among all languages.
        own: log-odds that their own signs give to each.
        others: log-odds that the rest of their list gives.
        told: log-odds that declarations give.
    """

    rows: NDArray[np.int64]
    places: NDArray[np.uint8]
    own: NDArray[np.float64]
    others: NDArray[np.float64]
    told: NDArray[np.float64]


def told_apart(alone: Likely, column: Entries, asked: NDArray[np.bool_]) -> Apart:
    """The shares of each text alone, and as its list and declaration have them, twins shared out anew.

    Args:
        alone: shares of each text by itself.
        column: the texts, their lists, what their pages declare.
        asked: whether each was a close call; a list without one in a family is in what detectors say, where they tell.
    """
    best, texts, lists, speaking = alone.best(), len(column.lists), column.lists, column.speaking
    apart = Apart(alone, alone, np.ones(texts, dtype=np.float32), np.full(texts, -1))
    for twins in TWINS:
        places = np.array([column.languages.index(code) for code in twins.languages], dtype=np.uint8)
        named = speaking & _among(places)[best]
        close = named & asked if twins.rare else named
        if not close.any():
            continue
        if apart.alone is alone:
            apart = replace(apart, alone=_copy(alone), listed=_copy(alone))
        rows = np.flatnonzero(speaking & (np.bincount(lists, close) > 0)[lists])
        held = _held(alone, rows, places)
        rows, held, own = _evidence(column.whole, rows, held, twins)
        if len(rows):
            told = np.where(
                column.said.votes[column.said.numbers[rows]][:, places] > 0, np.float64(TOLD), 0.0
            )
            family = _Family(rows, places, own, _of_others(own, held, lists[rows]), told)
            (_share_rarer if twins.rare else _share_blindly)(apart, family, twins, named[rows])
    return apart


def _share_blindly(apart: Apart, of: _Family, twins: Twins, named: NDArray[np.bool_]) -> None:
    """Share out anew, in place, what detectors give to twins that they do not tell apart; `named` is whose favourite is one."""
    odds = of.own + twins.priors
    _share_out(apart.alone, of.rows, of, odds)
    odds += _bounded(of.others, BOUND) + of.told
    _share_out(apart.listed, of.rows, of, odds)
    apart.most[of.rows[named]] = _shares(odds).max(axis=1)[named]


def _share_rarer(apart: Apart, of: _Family, twins: Twins, named: NDArray[np.bool_]) -> None:
    """Share out anew, in place, what detectors give to twins where signs lead to the one that they overlook."""
    rare = twins.languages.index(twins.rare)
    led = _lead(of.own, rare) >= LEAD
    _share_out(apart.alone, of.rows[led], of, (of.own + _log_shares(apart.alone, of))[led])
    led = _lead(of.own + of.others + of.told, rare) >= LEAD
    odds = of.own + _log_shares(apart.listed, of) + _bounded(of.others, NEAR_BOUND)
    _share_out(apart.listed, of.rows[led], of, odds[led])
    torn = of.rows[led & named & (apart.most[of.rows] == 1)]
    apart.rather[torn], apart.most[torn] = of.places[rare], UNSURE


def _log_shares(shares: Likely, of: _Family) -> NDArray[np.float32]:
    logs: NDArray[np.float32] = np.log(np.maximum(_held(shares, of.rows, of.places), _LEAST))
    return logs


def _lead(odds: NDArray[np.float64], rare: int) -> NDArray[np.float64]:
    lead: NDArray[np.float64] = odds[:, rare] - np.delete(odds, rare, axis=1).max(axis=1)
    return lead


def _bounded(odds: NDArray[np.float64], bound: float) -> NDArray[np.float64]:
    """Log-odds below the best, no further than the bound."""
    bounded: NDArray[np.float64] = np.maximum(odds - odds.max(axis=1, keepdims=True), -bound)
    return bounded


def _evidence(
    whole: pa.Array, rows: NDArray[np.int64], held: NDArray[np.float32], twins: Twins
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float64]]:
    """The rows that may be in one of the twins, what they hold of each, and what their signs say of each."""
    notable = held.sum(axis=1) >= NOTABLE
    texts = pc.utf8_lower(pc.utf8_slice_codeunits(whole.take(pa.array(rows[notable])), 0, LONGEST))
    written = pc.match_substring_regex(texts, twins.written)
    texts, kept = texts.filter(written), np.flatnonzero(notable)[written.to_numpy(zero_copy_only=False)]
    rates = np.array([rate for _, rate in twins.signs]) / 1000
    counts = [pc.count_substring_regex(texts, pattern=sign).to_numpy() for sign, _ in twins.signs]
    length = pc.utf8_length(texts).to_numpy()
    odds = TEMPER * (np.stack(counts, axis=1) @ np.log(rates) - length[:, None] * rates.sum(axis=0))
    return rows[kept], held[kept], odds


def _of_others(
    own: NDArray[np.float64], held: NDArray[np.float32], lists: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Log-odds that the other texts of each one's list give each twin, as far as they are of theirs."""
    weighed = own * held.sum(axis=1, keepdims=True)
    sums = np.stack([np.bincount(lists, column) for column in weighed.T], axis=1)
    others: NDArray[np.float64] = sums[lists] - weighed
    return others


def _among(places: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """By place, whether it is one of these: looking it up takes a tenth of `np.isin`."""
    among = np.zeros(1 + np.iinfo(places.dtype).max, dtype=np.bool_)
    among[places] = True
    return among


def _copy(shares: Likely) -> Likely:
    return Likely(shares.places.copy(), shares.shares.copy())


def _held(alone: Likely, rows: NDArray[np.int64], places: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Share that each twin has of each row, rows by twins."""
    there, shares = alone.places[rows, :-1], alone.shares[rows, :-1]
    return np.stack([(shares * (there == place)).sum(axis=1) for place in places], axis=1)


def _shares(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = np.exp(odds - odds.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _share_out(shared: Likely, rows: NDArray[np.int64], of: _Family, odds: NDArray[np.float64]) -> None:
    """Share out, in place, what the twins hold together; the least likely others give way to a twin that has no place."""
    there, shares = shared.places[rows, :-1], shared.shares[rows, :-1]
    of_twins = _among(of.places)[there]
    total = (shares * of_twins).sum(axis=1, keepdims=True)
    columns = np.where(of_twins, -1, shares).argsort(axis=1, kind="stable")[:, : len(of.places)]
    shared.places[rows[:, None], columns] = of.places
    shared.shares[rows[:, None], columns] = _shares(odds) * total
