"""One row's language in words: what was read, who says what, what the list adds, how far the next language is."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.language.codes import UNDETERMINED
from pipelines.language.likely import Likely
from pipelines.language.noise import REASONS
from pipelines.language.stage import declared, judged_rows, readable
from pipelines.language.verdict import LEAST, UNKNOWN, verdict
from pipelines.site import Site

_WORTH_SAYING = 0.1  # share of unknown languages that takes the confidence below `stage.SURE`
_SHOWN = 60  # characters of the text that are quoted


def why(frame: pd.DataFrame, site: Site, row: int) -> list[str]:
    """Say why a row has its language.

    Args:
        frame: all rows of the site as the language stage reads them.
        site: facts of the site.
        row: number of the row, from 0.

    Returns:
        Sentences without a full stop, from the evidence to the verdict.
    """
    mates = np.flatnonzero((frame["list"] == frame["list"].iloc[row]).to_numpy())
    here = frame.iloc[mates]
    place = int(np.flatnonzero(mates == row)[0])
    judged = judged_rows(here, site)
    labels = verdict(judged, here.index)
    text = " ".join(readable(here).iloc[place].split())
    said = [f"read: {text[:_SHOWN] + '…' if len(text) > _SHOWN else text or 'nothing'}"]
    if judged.noise[place]:
        return [*said, f"of no language: {REASONS[judged.noise[place]]}"]
    said.append(f"the text alone: {_ranked(judged.alone, place, judged.languages)}")
    if judged.asked[place]:
        said.append("close call: the third detector was asked")
    said.append(_siblings(labels["alone"], place))
    said.append(f"declared: {' '.join(dict.fromkeys(declared(here, site).iloc[place].split())) or 'nothing'}")
    unknown = judged.listed.unknown()[place]
    if unknown >= _WORTH_SAYING:
        said.append(
            f"in a language that no detector knows, by its fit, its words and its list: {unknown:.1%}"
        )
    said.append(f"in its list: {_ranked(judged.listed, place, judged.languages)}")
    if labels["language"].iloc[place] == UNDETERMINED:
        said.append(
            f"unknown languages reach {UNKNOWN:.0%}: {UNDETERMINED}"
            if unknown >= UNKNOWN
            else f"no language reaches {LEAST:.0%}: {UNDETERMINED}"
        )
    return said


def _ranked(found: Likely, row: int, languages: tuple[str, ...]) -> str:
    shares = found.shares[row]
    first, second = np.argsort(-shares[:-1], kind="stable")[:2].tolist()
    names = [languages[place] for place in found.places[row].tolist()]
    margin = np.log10(shares[first] / max(shares[second], np.finfo(float).tiny))
    odds = f"1 : {10**margin:,.0f}" if margin < 6 else "beyond 1 : 1,000,000"
    return f"{names[first]} {shares[first]:.1%}, next {names[second]}, margin {odds}"


def _siblings(alone: pd.Series, place: int) -> str:
    others = alone.drop(alone.index[place]).value_counts(sort=True)
    if not len(others):
        return "siblings: none in its list"
    return "siblings alone: " + ", ".join(f"{count} {code}" for code, count in others.head(4).items())
