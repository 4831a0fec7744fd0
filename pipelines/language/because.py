"""One row's language in words: what was read, who says what, what the list adds, how far the next language is."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.language.codes import UNDETERMINED
from pipelines.language.doubt import USUAL
from pipelines.language.judgement import Judgement
from pipelines.language.likely import Likely
from pipelines.language.marks import marks
from pipelines.language.noise import REASONS as NO_LANGUAGE
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import panel
from pipelines.language.stage import declared, judged_rows, readable
from pipelines.language.unsure import REASONS, UNSURE
from pipelines.language.verdict import verdict
from pipelines.language.worth import FLOOR, FOLLOW, LEAST, NAMED, UNKNOWN
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
        return [*said, f"of no language: {NO_LANGUAGE[judged.noise[place]]}"]
    said.append(f"the text alone: {_ranked(judged.alone, place, judged.languages)}")
    if judged.asked[place]:
        said.append("close call: the third detector was asked")
    said.append(_siblings(labels["alone"], place))
    said.append(f"declared: {' '.join(dict.fromkeys(declared(here, site).iloc[place].split())) or 'nothing'}")
    said.extend(_held_against(judged, place))
    unknown = judged.listed.unknown()[place]
    if unknown >= _WORTH_SAYING:
        said.append(
            f"in a language that no detector knows, by its fit, its words and its list: {unknown:.1%}"
        )
    said.append(f"in its list: {_ranked(judged.listed, place, judged.languages)}")
    said.extend(_settled(judged, place, labels["language"].iloc[place]))
    return said


def _settled(judged: Judgement, place: int, label: str) -> list[str]:
    """Why the likeliest language in the list is not the verdict; nothing where it is."""
    if judged.names[place]:
        return [
            "a list of names, or several in one entry: words with a capital, hardly one of them common, and no language that"
            " the entries agree on:"
            f" {UNDETERMINED}"
        ]
    unknown = judged.listed.unknown()[place]
    if judged.unaccented[place] >= 0:
        return [
            f"its list has hardly an accent, and without them it fits {label}, which is declared: {UNSURE:.0%}"
        ]
    if label == UNDETERMINED:
        if unknown >= UNKNOWN:
            return [f"unknown languages reach {UNKNOWN:.0%}: {UNDETERMINED}"]
        chance = judged.listed.chances()[place]
        told = chance >= LEAST * (1 - unknown)
        at_home = judged.listed.places[place, :-1] == judged.home[place]
        foreign = chance >= FOLLOW * (judged.listed.shares[place, :-1] * at_home).max()
        if judged.called[place] and told and foreign and chance >= FLOOR:
            return [f"it may be a name, and no language reaches {NAMED:.0%}: {UNDETERMINED}"]
        least = f"{FLOOR:.0%} in its list" if told else f"{LEAST:.0%}"
        return [f"no language reaches {least}: {UNDETERMINED}"]
    likeliest = judged.languages[judged.listed.best()[place]]
    if label != likeliest:
        return [
            f"{likeliest} is not {FOLLOW:g} times as likely as {label}, the language of its list: {label}"
        ]
    if judged.most[place] < judged.listed.chances()[place]:
        return [f"signs of its twins leave {label} {judged.most[place]:.0%} at most"]
    if judged.unsure[place]:
        reason = REASONS[judged.unsure[place]].format(language=label)
        return [f"nothing declares {label}, {reason}: {UNSURE:.0%} at most"]
    return []


def _ranked(found: Likely, row: int, languages: tuple[str, ...]) -> str:
    shares = found.shares[row]
    first, second = np.argsort(-shares[:-1], kind="stable")[:2].tolist()
    names = [languages[place] for place in found.places[row].tolist()]
    margin = np.log10(shares[first] / max(shares[second], np.finfo(float).tiny))
    odds = f"1 : {10**margin:,.0f}" if margin < 6 else "beyond 1 : 1,000,000"
    return f"{names[first]} {shares[first]:.1%}, next {names[second]}, margin {odds}"


def _held_against(judged: Judgement, place: int) -> list[str]:
    """How what its list has in the entry's language compares with text of that language: commonest words and fit."""
    label = judged.listed.best()[place]
    counts, code = judged.counts, judged.languages[label]
    of = np.flatnonzero((counts.favourites == label) & (judged.listed.best() == label))
    rate = float(marks(panel().languages).rates[label])
    words = f"{int(counts.usual[of].sum())} of {int(counts.words[of].sum())} words in its list"
    usual = f"{words}, in text of the language {rate:.0%} and more" if rate else "none are listed"
    said = [f"commonest words of {code}: {usual}"]
    if len(of) > 1:
        weight, one = counts.letters[of] * counts.weight[of], np.zeros(len(of), dtype=np.int64)
        fit = own_fit(panel().languages).deviations(counts.excess[of], weight, one, counts.favourites[of])[0]
        said.append(
            f"fit to {code}: {fit:.1f} standard deviations worse than its own text, up to {USUAL:g} is usual"
        )
    return said


def _siblings(alone: pd.Series, place: int) -> str:
    others = alone.drop(alone.index[place]).value_counts(sort=True)
    if not len(others):
        return "siblings: none in its list"
    return "siblings alone: " + ", ".join(f"{count} {code}" for code, count in others.head(4).items())
