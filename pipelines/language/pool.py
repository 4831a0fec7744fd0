"""Three detectors, one opinion: each detector's scores become probabilities, then they are multiplied.

langdetect's profiles and eldc read every text. Where their common opinion is weak, their favourites differ, a letter
is foreign to the favourite, or the page declares a language that neither knows, py3langid's model is asked too. A raw
score is no probability: naive Bayes counts every gram as independent and is far too sure of long texts, so each score
is tempered, `score * weight * size ** growth`. A language that a detector does not know gets a fixed share of its
opinion (`unknown`), and a language few detectors know a handicap (`panel`).

The numbers were fitted by maximum likelihood on 6,000 interface strings in 80 languages, from the message catalogues
of three free web projects; no benchmark row was used. Refitting them on the benchmark rows instead moves the measures
by -1.3 (titles of five words over all languages) to +0.8 points (web titles).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language import automaton, eld
from pipelines.language.fit import FITTING, settled_odds, unknown_odds
from pipelines.language.folding import stream
from pipelines.language.marks import UNKNOWN, against, held, marks
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import Lift, Panel, panel
from pipelines.language.profiles import profiles
from pipelines.language.words import Vocabulary

Shares = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Temper:
    """How a detector's raw scores become an opinion: `score * weight * size ** growth`.

    Attributes:
        weight: log-odds per unit of score in a text of size 1.
        growth: how the weight changes with the size of the text; negative where evidence repeats itself.
        unknown: how far below certainty a language stands that the detector does not know.
    """

    weight: float
    growth: float
    unknown: float


BAYES = Temper(weight=0.023, growth=0.505, unknown=1.79)  # size: known grams
ELD = Temper(weight=89.7, growth=0.0, unknown=2.74)
AUTOMATON = Temper(weight=2.23, growth=-0.567, unknown=0.0)  # size: bytes; it knows all languages
# 0 loses 0.8 points of common languages, 1 loses 0.9 of the rare ones
RESERVE = 0.5  # share of the handicap that stays once the third has spoken
FIRST_OPINION = 0.35  # weight of the first two detectors' opinion once the third has spoken
# log-odds of a language per word that its neighbours have not: over all languages, web titles gain 0.3 points, sentences of 60 letters 0.4
MARK = 4.0
CLOSE = 0.95  # first opinions below this ask the third detector; 0.9 loses 0.8 points over all languages

_UNSAID = -1  # the favourite of a detector that has none


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the first two detectors make of each text.

    Attributes:
        shares: float32, texts by `Panel.languages` and all unknown ones as a last column; each row sums to one.
        best: float32, eldc's best score.
        open: bool, whether it is a close call, for the third detector.
        known: int64, grams of the text that some profile of langdetect holds.
        letters: int64, characters that are no spaces.
        spelling: uint64, a bit per column of langdetect's profiles: languages that write all letters of the text.
        words: int64, words of the text.
        usual: int64, those of them that are among the commonest of the likeliest language.
        tiny: int64, those of one or two letters.
    """

    shares: Shares
    best: NDArray[np.float32]
    open: NDArray[np.bool_]
    known: NDArray[np.int64]
    letters: NDArray[np.int64]
    spelling: NDArray[np.uint64]
    words: NDArray[np.int64]
    usual: NDArray[np.int64]
    tiny: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Third:
    """What is known of close calls once the third detector has spoken.

    Attributes:
        shares: as in `Opinion`.
        usual: int64, words of the text that are among the commonest of the likeliest language.
        strange: int64, words and letters that no known language has but the likeliest one's unknown neighbours.
        excess: float32, by how much it fits the likeliest language worse than is usual there, nats a feature; 0 for
            damaged text.
    """

    shares: Shares
    usual: NDArray[np.int64]
    strange: NDArray[np.int64]
    excess: NDArray[np.float32]


def vocabulary() -> Vocabulary:
    """An empty memory for words; one serves all texts of a column."""
    return Vocabulary(profiles(), marks(panel().languages))


def opine(texts: list[str], words: Vocabulary) -> Opinion:
    """Judge folded texts, each by itself, by the first two detectors.

    Args:
        texts: the texts, from `folding.fold`.
        words: what the texts before have taught.
    """
    board = panel()
    heard = words.read(stream(texts))
    evidence = heard.evidence
    odds, by_profiles = _opinion(evidence.scores, board, 0, BAYES, evidence.known)
    said = eld.read(texts)
    second, by_eld = _opinion(said, board, 1, ELD, None)
    odds += second
    odds += board.handicap[:, None]
    shares = _shares(odds, np.full(len(texts), settled_odds(), dtype=np.float32))
    favourites = shares[:, :-1].argmax(axis=1)
    best = said.max(axis=1, initial=eld.UNSAID)
    strange = evidence.alphabets & board.columns[favourites] == 0
    strange |= best < FITTING
    strange[heard.marked(favourites)] = True
    close = (by_profiles != by_eld) | strange | board.half_known[favourites]
    close |= shares[np.arange(len(texts)), favourites] < CLOSE / (1 + settled_odds())
    counted = heard.counted(favourites)
    letters, spelling = heard.letters, evidence.spelling
    return Opinion(
        shares, best, close, evidence.known, letters, spelling, counted.words, counted.usual, heard.tiny
    )


def with_third(
    opinion: Shares, folded: pa.Array, best: NDArray[np.float32], sound: NDArray[np.bool_]
) -> Third:
    """The opinion on close calls once the third detector has spoken.

    Args:
        opinion: as `opine` gives it.
        folded: the texts.
        best: eldc's best scores.
        sound: whether no character of the text is lost: what is damaged fits badly, and says nothing by that.
    """
    board, model = panel(), automaton.automaton()
    reading = automaton.read(folded, model)
    odds, _ = _opinion(reading.scores, board, 2, AUTOMATON, automaton.byte_lengths(folded))
    odds += np.log(np.maximum(opinion[:, :-1].T, np.finfo(np.float32).tiny)) * np.float32(FIRST_OPINION)
    odds += board.handicap[:, None] * np.float32(RESERVE)
    table = marks(board.languages)
    marked = held(stream(folded.to_pylist()), table)
    seen = against(marked, odds.argmax(axis=0), table)
    named = seen.speaks_for != UNKNOWN
    np.add.at(odds, (seen.speaks_for[named], seen.texts[named]), np.float32(MARK))
    favourites = odds.argmax(axis=0)
    misfit, gain = _misfit(reading, favourites)
    seen = against(marked, favourites, table)
    unknown = np.bincount(seen.texts[seen.speaks_for == UNKNOWN], minlength=len(folded))
    settled = np.float32(settled_odds())
    usual = np.bincount(
        marked.texts[table.usual[marked.rows] == favourites[marked.texts]], minlength=len(folded)
    )
    shares = _shares(odds, np.where(sound, unknown_odds(misfit, gain, best, unknown), settled))
    return Third(shares, usual, unknown, own_fit(board.languages).excess(misfit, favourites) * sound)


def excess(folded: pa.Array, labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """By how much each text fits the language it is taken for worse than is usual there, nats a feature."""
    misfit, _ = _misfit(automaton.read(folded, automaton.automaton()), labels)
    return own_fit(panel().languages).excess(misfit, labels)


def _misfit(reading: automaton.Reading, labels: NDArray[np.int64]) -> tuple[NDArray[np.float32], ...]:
    """The misfit of some texts under the languages they are taken for, and how much was read of each."""
    columns = _columns(reading.scores, labels, panel().lifts[2])
    return automaton.misfit(reading, columns, automaton.automaton())


def _shares(odds: Shares, unknown: NDArray[np.float32]) -> Shares:
    """Texts by languages and the unknown ones, from log-odds, languages by texts, and the odds of unknown languages."""
    odds -= odds.max(axis=0)
    np.exp(odds, out=odds)
    odds /= odds.sum(axis=0) * (1 + unknown)
    shares = np.empty((odds.shape[1], odds.shape[0] + 1), dtype=np.float32)
    shares[:, :-1] = odds.T
    shares[:, -1] = unknown / (1 + unknown)
    return shares


def _opinion(
    scores: NDArray[np.float32], board: Panel, which: int, temper: Temper, size: NDArray[np.int64] | None
) -> tuple[Shares, NDArray[np.int64]]:
    """Log-share of each language in one detector's opinion, languages by texts, float32, and each text's favourite."""
    lift = board.lifts[which]
    own = scores.take(lift.columns, axis=1)
    for language, column in lift.doubles:
        np.maximum(own[:, language], scores[:, column], out=own[:, language])
    best = own.argmax(axis=1)
    own = np.ascontiguousarray(own.T)
    own -= own[best, np.arange(len(best))]
    grown = 1.0 if size is None else np.maximum(size, 1) ** temper.growth
    own *= np.asarray(temper.weight * grown, dtype=np.float32)
    total = np.log(np.exp(own).sum(axis=0))
    own -= total
    odds = np.full((len(board.languages), len(scores)), -temper.unknown, dtype=np.float32)
    odds[lift.held] = own
    # where nothing is said, a language that the detector does not know is as likely as any
    return odds, np.where(total < temper.unknown, lift.held[best], _UNSAID)


def _columns(scores: NDArray[np.float32], languages: NDArray[np.int64], lift: Lift) -> NDArray[np.int64]:
    """The detector's column for each text's language, the better one where it has several; it must know them all."""
    place = np.zeros(int(lift.held.max()) + 1, dtype=np.int64)
    place[lift.held] = np.arange(len(lift.held))
    held = place[languages]
    columns = lift.columns[held]
    rows = np.arange(len(scores))
    for language, column in lift.doubles:
        better = (held == language) & (scores[:, column] > scores[rows, columns])
        columns[better] = column
    return columns
