"""The verdict over columns: texts in, language, confidence and the text's own label out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from pipelines.language.agreement import divided
from pipelines.language.alone import each_alone
from pipelines.language.codes import COMMON_LANGUAGES, UNDETERMINED, language_codes, plain_code
from pipelines.language.contested import contested
from pipelines.language.counts import Counts
from pipelines.language.doubt import Usual, doubted, unheard
from pipelines.language.entries import Entries
from pipelines.language.folding import sound
from pipelines.language.frequent import LONE, OUTNUMBERED
from pipelines.language.likely import Likely
from pipelines.language.marks import marks
from pipelines.language.names import like_names, of_names
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import panel, strangers
from pipelines.language.reach import SHORT, Reach, rates
from pipelines.language.recount import recounted
from pipelines.language.refit import refitted
from pipelines.language.siblings import (
    DECLARED,
    DECLARED_RARE,
    Declared,
    by_list,
    familiar_votes,
    shared,
    with_siblings,
)
from pipelines.language.twins import told_apart
from pipelines.language.unaccented import unaccented
from pipelines.language.unsure import UNSURE, first

NOISE_CONFIDENCE = 0.99  # share of `und` texts that are of no language: 267 of 267 development rows
# share of unknown languages from which none is named; below, the likeliest is, with what confidence is left to it: a
# right label that says how unsure it is serves better than none (0.7 loses 0.6 points of foreign entries found)
UNKNOWN = 0.9
# languages that short texts do not tell from a rarer one, where no sign of it comes. Of texts given Indonesian among as many Malay
# ones, 51 in 100 are right, Portuguese among Galician 80; most sites are in the commoner one, so it is named
SHADOWED = frozenset({"id", "ms", "pt"})
# a foreign language must be this many times as likely as the list's: of entries less likely, beside titles in a near language,
# 32 in 100 were in it and 63 in the list's
FOLLOW = 3.0
# share below which no language is named in a list; 0.3 loses one of 177 foreign entries of the development pages
FLOOR = 0.25
# share of lists called names that are; 98 in 100 beside as many of titles, less beside lists of countries and currencies
NAMES_CONFIDENCE = 0.9
# share below which a text that may be a name is of no language: of such interface strings that are less likely, 45 in 100 are
# right, of the names that were tried half are
NAMED = 0.5
LEAST = 0.3  # share of the likeliest language below which it is not named: none of 19 such texts was right
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
        names: whether it is a name in a list of names.
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
    speaking, said = read.noise == 0, _declared(None, len(texts), languages)
    alone = told_apart(read.alone, Entries(whole, lists, speaking, languages, said), read.asked).alone
    labels: NDArray[np.object_] = _labels(alone.best(), speaking & _told_alone(alone), languages).to_numpy(
        zero_copy_only=False
    )
    return labels


def judge(
    texts: pd.Series, *, groups: pd.Series | None = None, declared: pd.Series | None = None
) -> Judgement:
    """Weigh each text by itself and in its group; arguments as for `detect`.

    The parts follow the steps of the chapter on languages (`docs/language.md`).
    """
    languages = (*panel().languages, UNDETERMINED)
    said = _declared(declared, len(texts), languages)
    rare = np.isin(languages, sorted({*strangers(), UNDETERMINED}))
    ask = (said.votes[:, rare].max(axis=1) > 0)[said.numbers]
    whole = sound(texts)

    # each text by itself
    read = each_alone(whole, ask)
    counts, speaking = read.counts(), read.noise == 0
    lists = np.arange(len(texts)) if groups is None else pd.factorize(groups, use_na_sentinel=False)[0]
    lists = lists.astype(np.int64)
    column = Entries(whole, lists, speaking, languages, said)
    several = shared(lists, speaking)

    # twins, then the list, which few letters do not contradict
    apart = told_apart(read.alone, column, read.asked)
    alone = apart.alone
    kanji = languages.index("zh"), languages.index("ja")
    reach = Reach(read.letters, read.spelling, panel().columns, rates(languages, strangers()), whole, kanji)
    named = partial(like_names, whole, counts)
    listed = with_siblings(apart.listed, said, familiar_votes(languages), several, speaking, reach, named)

    # names; common words and fit
    names = of_names(alone, counts, column)
    usual = _usual(languages)
    listed, counts = _doubted(listed, counts, column, usual)
    home, best = _homes(listed, several, speaking, len(languages)), listed.best()
    untold = said.votes[said.numbers, best] == 0

    # how sure of it: twins, single texts, what may be a name, bare nouns, entries that disagree
    most = np.where(apart.rather == best, np.float32(1), apart.most)
    # what its page declares makes a text by itself no surer of another language
    most = np.where((home < 0) & untold, np.minimum(most, alone.share_of(best)), most)
    called = like_names(whole, counts, speaking & untold & (home != best))
    shadowed = np.isin(languages, sorted(SHADOWED))[best] & (read.letters <= SHORT)
    doubtful = (shadowed | ((home < 0) & read.unlike)) & untold
    few = unheard(listed, counts, column, usual) & untold
    split = divided(alone, read.counts(), column, best, home, ~ask) & untold
    given, chance, worth = decided(listed, home, called)
    foreign = said.votes[said.numbers, given] == 0
    near = contested(alone, given, lists, speaking & worth & (home >= 0) & foreign, len(languages))

    # accents left out
    other = worth & foreign & (chance > UNSURE)
    undecided = speaking & ~names & ~other & (foreign | ~worth)
    given = np.where(worth, given, -1)
    bare = unaccented(column, speaking & ~other, undecided, given)
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


def verdict(judged: Judgement, index: pd.Index) -> pd.DataFrame:
    """The labels and the confidence of a judgement, on the given index."""
    speaking, unknown = judged.noise == 0, judged.listed.unknown()
    places, chance, named = decided(judged.listed, judged.home, judged.called)
    named = named & speaking & ~judged.names
    alone = _labels(judged.alone.best(), speaking & _told_alone(judged.alone), judged.languages)
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


def decided(
    listed: Likely, home: NDArray[np.int64], called: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.bool_]]:
    """Place and share of each text's language, and whether it is worth naming; attributes as of `Judgement`.

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


def _told_alone(alone: Likely) -> NDArray[np.bool_]:
    told: NDArray[np.bool_] = (alone.unknown() < UNKNOWN) & (alone.chances() >= LEAST * (1 - alone.unknown()))
    return told


def _homes(
    listed: Likely, lists: NDArray[np.int64], speaking: NDArray[np.bool_], languages: int
) -> NDArray[np.int64]:
    """Place of the likeliest language of each text's list, -1 for a text that is the only one of its list."""
    if not lists.any():
        return np.full(len(lists), -1)
    home = by_list(listed, lists, speaking, languages)[:, :-1].argmax(axis=1)
    return np.where(lists > 0, home[lists], -1)


def _labels(places: NDArray[np.integer], named: NDArray[np.bool_], languages: tuple[str, ...]) -> pa.Array:
    return pa.array(languages).take(pa.array(np.where(named, places, len(languages) - 1)))


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
