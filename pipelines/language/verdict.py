"""The verdict over columns: texts in, language, confidence and the text's own label out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.alone import each_alone
from pipelines.language.codes import UNDETERMINED
from pipelines.language.declarations import declared_votes
from pipelines.language.entries import Entries
from pipelines.language.folding import sound
from pipelines.language.judgement import Judgement, judge
from pipelines.language.panel import panel
from pipelines.language.twins import told_apart
from pipelines.language.unsure import UNSURE
from pipelines.language.worth import decided, told_alone

NOISE_CONFIDENCE = 0.99  # share of `und` texts that are of no language: 267 of 267 development rows
# share of lists called names that are; 98 in 100 beside as many of titles, less beside lists of countries and currencies
NAMES_CONFIDENCE = 0.9


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


def by_themselves(texts: pd.Series) -> NDArray[np.object_]:
    """The language of each text as `detect` gives it in `alone` where there are no groups, in two thirds of its time."""
    languages = (*panel().languages, UNDETERMINED)
    whole, lists = sound(texts), np.arange(len(texts))
    read = each_alone(whole, np.zeros(len(texts), dtype=bool))
    speaking, said = read.noise == 0, declared_votes(None, len(texts), languages)
    alone = told_apart(read.alone, Entries(whole, lists, speaking, languages, said), read.asked).alone
    labels: NDArray[np.object_] = _labels(alone.best(), speaking & told_alone(alone), languages).to_numpy(
        zero_copy_only=False
    )
    return labels


def verdict(judged: Judgement, index: pd.Index) -> pd.DataFrame:
    """The labels and the confidence of a judgement, on the given index."""
    speaking, unknown = judged.noise == 0, judged.listed.unknown()
    places, chance, named = decided(judged.listed, judged.home, judged.called)
    named = named & speaking & ~judged.names
    alone = _labels(judged.alone.best(), speaking & told_alone(judged.alone), judged.languages)
    # of `und`: the share of what no detector knows
    sure = np.where(named, np.minimum(chance, judged.most), unknown)
    sure = np.where((judged.unsure > 0) & named, np.minimum(sure, UNSURE), sure)
    bare = judged.unaccented >= 0
    places, named, sure = (
        np.where(bare, judged.unaccented, places),
        named | bare,
        np.where(bare, UNSURE, sure),
    )
    listed = _labels(places, named, judged.languages)
    sure = np.where(judged.names, NAMES_CONFIDENCE, sure)
    sure = np.where(speaking, sure, NOISE_CONFIDENCE)
    confidence = pd.Series(np.round(sure, 3).astype(np.float32), index=index)
    columns = {"language": pd.Series(listed, dtype="str"), "alone": pd.Series(alone, dtype="str")}
    found = pd.DataFrame(columns).set_axis(index)
    found.insert(1, "confidence", confidence)
    return found


def _labels(places: NDArray[np.integer], named: NDArray[np.bool_], languages: tuple[str, ...]) -> pa.Array:
    return pa.array(languages).take(pa.array(np.where(named, places, len(languages) - 1)))
