"""What is known of each text's language: by itself, in its list, and why it may not be sure; the verdict rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.language.agreement import divided
from pipelines.language.alone import Alone, each_alone
from pipelines.language.codes import UNDETERMINED
from pipelines.language.contested import contested
from pipelines.language.counts import Counts
from pipelines.language.declarations import Declared, declared_votes
from pipelines.language.doubt import Usual, doubted, unheard
from pipelines.language.entries import Entries
from pipelines.language.folding import sound
from pipelines.language.frequent import LONE, OUTNUMBERED
from pipelines.language.likely import Likely
from pipelines.language.marks import marks
from pipelines.language.names import like_names, of_names, several_names
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import panel, strangers
from pipelines.language.reach import SHORT, Reach, rates
from pipelines.language.recount import recounted
from pipelines.language.refit import refitted
from pipelines.language.siblings import by_list, familiar_votes, shared, with_siblings
from pipelines.language.twins import told_apart
from pipelines.language.unaccented import unaccented
from pipelines.language.unsure import UNSURE, first
from pipelines.language.worth import decided

# languages that short texts do not tell from a rarer one, where no sign of it comes. Of texts given Indonesian among as many Malay
# ones, 51 in 100 are right, Portuguese among Galician 80; most sites are in the commoner one, so it is named
SHADOWED = frozenset({"id", "ms", "pt"})
# share that a language must lose in the first count for its words to be counted again; with 0.1, 0.6 instead of 0.5 in 100 mixed
# entries are `und` with 0.9
LOSS = 0.02


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the verdict rests on.

    Attributes:
        languages: the code of each place in `alone` and `listed`; the last, `und`, stands for all unknown ones.
        noise: why a text is of no language, a place in `noise.REASONS`; 0 where it is of one.
        alone: shares of each text by itself, of its likeliest languages.
        listed: their shares once its list and the declared languages have spoken.
        asked: whether the close-call detector spoke.
        unsure: why its language is not sure, which nothing declares, a place in `unsure.REASONS`; 0 where it may be.
        called: whether it may be a name: nothing declares its language, and its list is in another or it stands alone.
        most: the most that may be said of its language, beside its twins.
        counts: the words of each text, and the commonest of its language among them.
        home: place of the likeliest language of the text's list; -1 without siblings.
        names: whether it is a name in a list of names, or several names and of no language that is declared or its list's.
        unaccented: place of the declared language that its list writes without accents, where no other is sure; else -1.
    """

    languages: tuple[str, ...]
    noise: NDArray[np.int8]
    alone: Likely
    listed: Likely
    asked: NDArray[np.bool_]
    unsure: NDArray[np.int8]
    called: NDArray[np.bool_]
    most: NDArray[np.float32]
    counts: Counts
    home: NDArray[np.int64]
    names: NDArray[np.bool_]
    unaccented: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What twins, lists and common words made of texts; attributes as of `Judgement` and `twins.Apart`."""

    alone: Likely
    rather: NDArray[np.int64]
    most: NDArray[np.float32]
    listed: Likely
    counts: Counts
    home: NDArray[np.int64]
    names: NDArray[np.bool_]
    usual: Usual


def judge(
    texts: pd.Series, *, groups: pd.Series | None = None, declared: pd.Series | None = None
) -> Judgement:
    """Weigh each text by itself and in its group; arguments as for `detect`.

    The parts follow the steps of the chapter on languages (`docs/language.md`).
    """
    languages = (*panel().languages, UNDETERMINED)
    said, whole = declared_votes(declared, len(texts), languages), sound(texts)
    read = each_alone(whole, _asked(said, languages))
    lists = np.arange(len(texts)) if groups is None else pd.factorize(groups, use_na_sentinel=False)[0]
    column = Entries(whole, lists.astype(np.int64), read.noise == 0, languages, said)
    return _how_sure(column, read, _heard(column, read))


def _asked(said: Declared, languages: tuple[str, ...]) -> NDArray[np.bool_]:
    """The texts whose page declares a language that the first two detectors lack."""
    rare = np.isin(languages, sorted({*strangers(), UNDETERMINED}))
    asked: NDArray[np.bool_] = (said.votes[:, rare].max(axis=1) > 0)[said.numbers]
    return asked


def _heard(column: Entries, read: Alone) -> _Heard:
    """Twins, then the list, which few letters do not contradict; names; common words and fit."""
    languages, speaking = column.languages, column.speaking
    counts, several = read.counts(), shared(column.lists, speaking)
    apart = told_apart(read.alone, column, read.asked)
    kanji = languages.index("zh"), languages.index("ja")
    strange = rates(languages, strangers())
    reach = Reach(read.letters, read.spelling, panel().columns, strange, column.whole, kanji)
    named = partial(like_names, column.whole, counts)
    familiar = familiar_votes(languages)
    listed = with_siblings(apart.listed, column.said, familiar, several, speaking, reach, named)
    names, usual = of_names(apart.alone, counts, column), _usual(languages)
    listed, counts = _doubted(listed, counts, column, usual)
    home = _homes(listed, several, speaking, len(languages))
    return _Heard(apart.alone, apart.rather, apart.most, listed, counts, home, names, usual)


def _how_sure(column: Entries, read: Alone, heard: _Heard) -> Judgement:
    """How sure the language is: twins, single texts, what may be a name, bare nouns, entries that disagree, accents left out."""
    languages, speaking, said = column.languages, column.speaking, column.said
    alone, listed, counts, home = heard.alone, heard.listed, heard.counts, heard.home
    best = listed.best()
    untold = said.votes[said.numbers, best] == 0
    most = np.where(heard.rather == best, np.float32(1), heard.most)
    # what its page declares makes a text by itself no surer of another language
    most = np.where((home < 0) & untold, np.minimum(most, alone.share_of(best)), most)
    strange = speaking & untold & (home != best)
    called = like_names(column.whole, counts, strange)
    names = heard.names | several_names(column.whole, counts, strange)
    shadowed = np.isin(languages, sorted(SHADOWED))[best] & (read.letters <= SHORT)
    doubtful = (shadowed | ((home < 0) & read.unlike)) & untold
    few = unheard(listed, counts, column, heard.usual) & untold
    split = divided(alone, read.counts(), column, best, home, ~_asked(said, languages)) & untold
    given, chance, worth = decided(listed, home, called)
    foreign = said.votes[said.numbers, given] == 0
    near = contested(alone, given, column.lists, speaking & worth & (home >= 0) & foreign, len(languages))
    other = worth & foreign & (chance > UNSURE)
    undecided = speaking & ~names & ~other & (foreign | ~worth)
    bare = unaccented(column, speaking & ~other, undecided, np.where(worth, given, -1))
    return Judgement(
        languages=languages,
        noise=read.noise,
        alone=alone,
        listed=listed,
        asked=read.asked,
        unsure=first(doubtful, few, split, near, called),
        called=called,
        most=most,
        counts=counts,
        home=home,
        names=names,
        unaccented=bare,
    )


def _usual(languages: tuple[str, ...]) -> Usual:
    return Usual(
        rates=np.append(marks(panel().languages).rates, np.float32(0)),
        crowded=~np.isin(languages, sorted(LONE)),
        outnumbered=np.isin(languages, sorted(OUTNUMBERED)),
        fit=own_fit(panel().languages),
    )


def _doubted(listed: Likely, counts: Counts, column: Entries, usual: Usual) -> tuple[Likely, Counts]:
    """The shares once the common words have spoken, and the counts that they rest on."""
    labels, languages = listed.best().astype(np.int64), column.languages
    first = doubted(listed, counts, column, usual)
    lost = 1 - first.unknown() < (1 - LOSS) * (1 - listed.unknown())
    lost &= (counts.favourites == labels) & (counts.words > 0)
    rows = np.flatnonzero(lost)
    if not len(rows):
        return first, counts
    apart = column.lists[rows] * len(languages) + labels[rows]
    table = marks(panel().languages)
    counts = recounted(counts, rows, column.whole, apart, table, languages.index("en"))
    _, group, texts = np.unique(apart, return_inverse=True, return_counts=True)
    counts = refitted(counts, rows[texts[group] > 1], column.whole)
    return doubted(listed, counts, column, usual), counts


def _homes(
    listed: Likely, lists: NDArray[np.int64], speaking: NDArray[np.bool_], languages: int
) -> NDArray[np.int64]:
    """Place of the likeliest language of each text's list, -1 for a text that is the only one of its list."""
    if not lists.any():
        return np.full(len(lists), -1)
    home = by_list(listed, lists, speaking, languages)[:, :-1].argmax(axis=1)
    return np.where(lists > 0, home[lists], -1)
