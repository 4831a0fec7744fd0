"""The verdict over columns: texts in, language, confidence and the text's own label out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.codes import COMMON_LANGUAGES, UNDETERMINED, language_codes, plain_code
from pipelines.language.folding import sound
from pipelines.language.likely import KEPT, Likely, likely
from pipelines.language.looks import SCANT, looks
from pipelines.language.noise import UNPLACED, speechless
from pipelines.language.pool import CLOSE, panel, strangers
from pipelines.language.reach import SHORT, Reach, letters_of, rates
from pipelines.language.siblings import (
    DECLARED,
    DECLARED_RARE,
    Declared,
    familiar_votes,
    with_siblings,
)

NOISE_CONFIDENCE = 0.99  # share of `und` texts that are of no language: 267 of 267 development rows
# share of unknown languages from which none is named; below, the likeliest is, with what confidence is left to it: a
# right label that says how unsure it is serves better than none (0.7 loses 0.6 points of foreign entries found)
UNKNOWN = 0.9
# languages that short texts do not tell from a rarer one. Of texts given Indonesian among as many Malay ones, 51 in 100
# are right, Croatian among Bosnian 51, Portuguese among Galician 80; most sites are in the commoner one, so it is named
TWINS = frozenset({"bs", "hr", "id", "ms", "pt"})
UNSURE = 0.89  # the most that is said of these, undeclared: less than a sure verdict (`stage.SURE`)
LEAST = 0.3  # share of the likeliest language below which it is not named: none of 19 such texts was right


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the verdict rests on.

    Attributes:
        languages: the code of each place in `alone` and `listed`; the last, `und`, stands for all unknown ones.
        noise: why a text is of no language, a place in `noise.REASONS`; 0 where it is of one.
        alone: shares of each text by itself, of its likeliest languages.
        listed: their shares once its list and the declared languages have spoken.
        asked: whether the close-call detector spoke.
        bare: whether the text is short and nothing declares the language it is taken for.
    """

    languages: tuple[str, ...]
    noise: NDArray[np.int8]
    alone: Likely
    listed: Likely
    asked: NDArray[np.bool_]
    bare: NDArray[np.bool_]


def detect(
    texts: pd.Series, *, groups: pd.Series | None = None, declared: pd.Series | None = None
) -> pd.DataFrame:
    """Name the language of each text, judged in its group.

    Args:
        texts: strings; null, numbers and other objects are of no language.
        groups: the list of each text; None judges each text by itself.
        declared: language tag the page of each text declares, missing allowed; several may stand behind spaces.

    Returns:
        A frame on the same index: `language` and `alone` (ISO 639-1 or `und`), `confidence` (float32, 0 to 1).
    """
    return verdict(judge(texts, groups=groups, declared=declared), texts.index)


def judge(
    texts: pd.Series, *, groups: pd.Series | None = None, declared: pd.Series | None = None
) -> Judgement:
    """Weigh each text by itself and in its group; arguments as for `detect`."""
    languages = (*panel().languages, UNDETERMINED)
    said = _declared(declared, len(texts), languages)
    foreign = {*strangers(), UNDETERMINED}
    strange: NDArray[np.bool_] = said.votes[:, [code in foreign for code in languages]].max(axis=1) > 0
    ask = strange[said.numbers]
    noise, alone, asked, letters = _each_alone(sound(texts), ask)
    lists = np.arange(len(texts)) if groups is None else pd.factorize(groups, use_na_sentinel=False)[0]
    reach = Reach(letters, rates(languages, strangers()))
    listed = with_siblings(alone, said, familiar_votes(languages), lists.astype(np.int64), noise == 0, reach)
    bare = (letters <= SHORT) & (said.votes[said.numbers, listed.best()] == 0)
    return Judgement(languages, noise, alone, listed, asked, bare)


def verdict(judged: Judgement, index: pd.Index) -> pd.DataFrame:
    """The labels and the confidence of a judgement, on the given index."""
    speaking = judged.noise == 0
    chance, unknown = judged.listed.chances(), judged.listed.unknown()
    labels = [_labels(shares, speaking, judged.languages) for shares in (judged.listed, judged.alone)]
    listed, alone = (pd.Series(label, index=index, dtype="str") for label in labels)
    sure = np.where(unknown < UNKNOWN, chance, unknown)
    twins = np.isin(judged.languages, sorted(TWINS))[judged.listed.best()] & (unknown < UNKNOWN)
    sure = np.where(twins & judged.bare, np.minimum(sure, UNSURE), sure)
    sure = np.where(speaking, sure, NOISE_CONFIDENCE)
    confidence = pd.Series(np.round(sure, 3).astype(np.float32), index=index)
    return pd.DataFrame({"language": listed, "confidence": confidence, "alone": alone}, index=index)


def _labels(found: Likely, speaking: NDArray[np.bool_], languages: tuple[str, ...]) -> pa.Array:
    unknown = found.unknown()
    named = speaking & (unknown < UNKNOWN) & (found.chances() >= LEAST * (1 - unknown))
    return pa.array(languages).take(pa.array(np.where(named, found.best(), len(languages) - 1)))


def _each_alone(
    whole: pa.Array, ask: NDArray[np.bool_]
) -> tuple[NDArray[np.int8], Likely, NDArray[np.bool_], NDArray[np.int64]]:
    """Why each text is of no language, its shares by itself, whether the third detector spoke, and letters read."""
    noise = np.zeros(len(whole), dtype=np.int8)
    asked = np.zeros(len(whole), dtype=bool)
    letters = np.zeros(len(whole), dtype=np.int64)
    alone = Likely(np.zeros((len(whole), KEPT + 1), np.uint8), np.zeros((len(whole), KEPT + 1), np.float32))
    scant = []
    for look in looks(whole, ask):
        likeliest = likely(look.shares)
        alone.places[look.rows], alone.shares[look.rows] = likeliest.places, likeliest.shares
        asked[look.rows] = look.asked
        letters[look.rows] = letters_of(look.folded)
        noise[look.rows] = UNPLACED * ((look.known == 0) & (look.shares[:, :-1].max(axis=1) < CLOSE))
        few = np.flatnonzero(look.known < SCANT)
        scant.append((look.rows[few], look.plain.take(pa.array(few))))
    for rows, plain in scant:
        reasons = speechless(plain)
        noise[rows] = np.where(reasons > 0, reasons, noise[rows])
    return noise, alone, asked, letters


def _declared(declared: pd.Series | None, rows: int, languages: tuple[str, ...]) -> Declared:
    if declared is None:
        return Declared(np.full(rows, -1), np.zeros((1, len(languages)), dtype=np.float32))
    place: dict[str | None, int] = {code: number for number, code in enumerate(languages)}
    numbers, tags = pd.factorize(declared)
    votes = np.zeros((len(tags) + 1, len(languages)), dtype=np.float32)
    for number, tag in enumerate(tags):
        for code in map(plain_code, str(tag).split()):
            if code in place:
                votes[number, place[code]] = DECLARED if code in COMMON_LANGUAGES else DECLARED_RARE
            elif code in language_codes():
                votes[number, place[UNDETERMINED]] = DECLARED_RARE
    return Declared(numbers.astype(np.int64), votes)
