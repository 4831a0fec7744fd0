"""The verdict over columns: texts in, language, confidence and the text's own label out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.codes import UNDETERMINED, plain_code
from pipelines.language.folding import fold, sound, stream, unlinked
from pipelines.language.noise import speechless
from pipelines.language.pool import Opinion, Shares, opine, panel, strangers
from pipelines.language.siblings import DECLARED, familiar_votes, with_siblings

CHUNK = 4096  # texts judged at once: bounds memory at 100 MB
NOISE_CONFIDENCE = 0.99
SCANT = 60  # known grams, some 20 letters: a text with more is of some language


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the verdict rests on.

    Attributes:
        languages: the code of each column of `alone` and `listed`.
        noise: why a text is of no language, a place in `noise.REASONS`; 0 where it is of one.
        alone: shares of each text by itself.
        listed: shares once its list and the declared languages have spoken.
        asked: whether the close-call detector spoke.
    """

    languages: tuple[str, ...]
    noise: NDArray[np.int8]
    alone: Shares
    listed: Shares
    asked: NDArray[np.bool_]


def detect(texts: pd.Series, *, groups: pd.Series | None = None, declared: pd.Series | None = None) -> pd.DataFrame:
    """Name the language of each text, judged in its group.

    Args:
        texts: strings; null, numbers and other objects are of no language.
        groups: the list of each text; None judges each text by itself.
        declared: language tag the page of each text declares, missing allowed; several may stand behind spaces.

    Returns:
        A frame on the same index: `language` and `alone` (ISO 639-1 or `und`), `confidence` (float32, 0 to 1).
    """
    return verdict(judge(texts, groups=groups, declared=declared), texts.index)


def judge(texts: pd.Series, *, groups: pd.Series | None = None, declared: pd.Series | None = None) -> Judgement:
    """Weigh each text by itself and in its group; arguments as for `detect`."""
    languages = panel().languages
    array = sound(texts)
    tags, spoken = _declared(declared, len(texts), languages)
    strange = spoken[:, [code in strangers() for code in languages]].any(axis=1)[tags]
    starts = range(0, max(len(array), 1), CHUNK)
    parts = [_alone(array.slice(start, CHUNK), strange[start : start + CHUNK]) for start in starts]
    alone = np.concatenate([opinion.shares for opinion, _ in parts])
    asked = np.concatenate([opinion.asked for opinion, _ in parts])
    scant = np.flatnonzero(np.concatenate([opinion.known for opinion, _ in parts]) < SCANT)
    noise = np.zeros(len(texts), dtype=np.int8)
    noise[scant] = speechless(pa.concat_arrays([plain for _, plain in parts]))
    numbers = np.arange(len(texts)) if groups is None else pd.factorize(groups, use_na_sentinel=False)[0]
    familiar = familiar_votes(languages)
    listed = np.empty_like(alone)
    for rows in _whole_lists(numbers):
        listed[rows] = with_siblings(alone[rows], spoken[tags[rows]], familiar, numbers[rows], noise[rows] == 0)
    return Judgement(languages, noise, alone, listed, asked)


def verdict(judged: Judgement, index: pd.Index) -> pd.DataFrame:
    """The labels and the confidence of a judgement, on the given index."""
    codes = pa.array([*judged.languages, UNDETERMINED])
    spoken = judged.noise == 0
    labels = [np.where(spoken, shares.argmax(axis=1), len(codes) - 1) for shares in (judged.listed, judged.alone)]
    listed, alone = (pd.Series(codes.take(pa.array(label)), index=index, dtype="str") for label in labels)
    chance = np.where(spoken, judged.listed.max(axis=1), NOISE_CONFIDENCE)
    confidence = pd.Series(np.round(chance, 3).astype(np.float32), index=index)
    return pd.DataFrame({"language": listed, "confidence": confidence, "alone": alone}, index=index)


def _alone(array: pa.Array, ask: NDArray[np.bool_]) -> tuple[Opinion, pa.Array]:
    """The detectors' opinion of each text, and the texts with too little evidence to be sure they are language."""
    plain = unlinked(array)
    folded = fold(plain)
    texts = folded.to_pylist()
    opinion = opine(folded, texts, stream(folded, texts), ask)
    return opinion, plain.filter(pa.array(opinion.known < SCANT))


def _whole_lists(numbers: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Row numbers sorted by list, in portions of whole lists of about `CHUNK` rows."""
    order = np.argsort(numbers, kind="stable")
    sizes = np.bincount(numbers) if len(numbers) else np.zeros(0, dtype=np.int64)
    ends = np.cumsum(sizes)
    cuts = np.flatnonzero(np.diff(ends // CHUNK, append=-1))
    yield from np.split(order, ends[cuts][:-1])


def _declared(
    declared: pd.Series | None, rows: int, languages: tuple[str, ...]
) -> tuple[NDArray[np.int64], Shares]:
    """For each row the number of its declaration, and the votes of each declaration; the last one declares nothing."""
    if declared is None:
        return np.full(rows, -1), np.zeros((1, len(languages)))
    place = {code: number for number, code in enumerate(languages)}
    numbers, tags = pd.factorize(declared)
    votes = np.zeros((len(tags) + 1, len(languages)))
    for number, tag in enumerate(tags):
        for code in {plain_code(part) for part in str(tag).split()} & set(place):
            votes[number, place[code]] = DECLARED
    return numbers, votes
