"""Lists that leave the accents out: `Nha truong thong bao lich thi` on a page that declares `vi`.

The detectors know a language with its accents. Without them Vietnamese, Czech or Latvian fits none well, and a list of it is taken for
one in a language that nobody knows. So where the page declares a language that writes accents, and its list has hardly one
where many are due, all of it that is not surely in another language is read once more, together, by langdetect's 3-grams without
accents. The declared language is named if it is the likeliest, and fits about as well as its own text does; never
surely, since a neighbour without accents looks much the same. An entry that was given such a neighbour is the list's if it is no
likelier there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from unicodedata import normalize

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.bayes import summed
from pipelines.language.cache import cached
from pipelines.language.codes import plain_code
from pipelines.language.entries import Entries
from pipelines.language.folding import LONGEST, fold, stream, unlinked
from pipelines.language.profiles import GRAIN, SMOOTHING, read_profiles

# accents due that a list must lack. With 5, Spanish, where few are due, is named in lists of Asturian, too
DUE = 8.0
SLIPS = 0.1  # share of those due that may be there: a name keeps its own
MOST = 0.22  # share of the letters of Vietnamese that have an accent; in no other language are they as many
# least mean weight of a list's 3-grams, beside that of the language's own text: with 0.75, 0.7 in 100 entries more are of no language,
# Czech ones 6; with 0.65 0.2 less, and 0.03 more in other languages are given the declared one
FIT = 0.7
_PLAIN = str.maketrans("đłøıħŧŋßæœþð", "dloihtnsaotd")  # letters that have no decomposition
_SIDE = 27  # a space and the letters


@dataclass(frozen=True, slots=True)
class Plain:
    """langdetect's profiles without accents.

    Attributes:
        languages: those of the columns.
        weights: float32, 3-grams by languages, log(1 + share / SMOOTHING); `abc` is row 1 · 27² + 2 · 27 + 3.
        usual: float32, mean weight of a language's own 3-grams.
        accents: float32, share of a language's letters that have an accent; 0 where it is not written in Latin letters.
    """

    languages: tuple[str, ...]
    weights: NDArray[np.float32]
    usual: NDArray[np.float32]
    accents: NDArray[np.float32]


@cache
def plain() -> Plain:
    """The model, from the user's cache or built from the installed langdetect."""
    names = ("languages", "weights", "usual", "accents")
    arrays = cached("plain", f"1 {_SIDE} langdetect {metadata.version('langdetect')}", names, _build)
    languages = tuple(plain_code(str(code)) or str(code) for code in arrays.pop("languages"))
    return Plain(languages=languages, **arrays)  # type: ignore[arg-type]


def unaccented(
    column: Entries, own: NDArray[np.bool_], undecided: NDArray[np.bool_], given: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Place of the declared language whose accents the list of an undecided text leaves out; -1 for all other texts.

    Args:
        column: the texts, their lists, what their pages declare.
        own: texts of some language that are not surely in another one than is declared.
        undecided: those of them that are given none or, not surely, one that is not declared.
        given: place of the language that each is given; -1 for none.
    """
    lists, languages, said = column.lists, column.languages, column.said
    found = np.full(len(lists), -1)
    asked = np.flatnonzero(undecided & (said.votes.max(axis=1)[said.numbers] > 0))
    if not len(asked):
        return found
    numbers, first = np.unique(lists[asked], return_index=True)
    beside = np.flatnonzero(np.isin(lists, numbers) & own)
    group = np.searchsorted(numbers, lists[beside])
    texts = pc.utf8_slice_codeunits(column.whole.take(pa.array(beside)), 0, LONGEST)
    accents, letters = _counted(texts, group, len(numbers))
    if not ((letters * MOST >= DUE) & (accents <= SLIPS * MOST * letters)).any():
        return found  # before the table is read, or built
    model = plain()
    places = np.array([languages.index(code) if code in languages else -1 for code in model.languages])
    may = (said.votes[said.numbers[asked[first]]][:, places] > 0) & (model.accents > 0) & (places >= 0)
    due = letters[:, None] * model.accents
    each, grams = _scores(texts, model)
    scores, many = np.zeros((len(numbers), each.shape[1])), np.bincount(group, grams)
    np.add.at(scores, group, each)
    may &= (due >= DUE) & (accents[:, None] <= SLIPS * due) & (many > 0)[:, None]
    likeliest = scores == scores.max(axis=1)[:, None]
    may &= likeliest & (scores >= FIT * model.usual * many[:, None])
    told, place = may.any(axis=1)[group], may.argmax(axis=1)[group]
    # one that was given another language is the list's only if it is so by itself, too
    other = (each * (places == given[beside, None])).max(axis=1)
    told &= undecided[beside] & (each[np.arange(len(beside)), place] >= other)
    found[beside] = np.where(told, places[place], -1)
    return found


def _counted(
    texts: pa.Array, group: NDArray[np.int64], groups: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Letters above ASCII in each group of texts, and all letters; counting matches in RE2 takes eight times as long."""
    letters = ["".join(filter(str.isalpha, text)) for text in texts.to_pylist()]
    plain = (len(text.encode("ascii", "ignore")) for text in letters)
    every, ascii_only = (
        np.bincount(group, np.fromiter(many, np.int64, len(letters)), groups)
        for many in (map(len, letters), plain)
    )
    return every - ascii_only, every


def _scores(texts: pa.Array, model: Plain) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Sum of the weights of all 3-grams of each text, by language, and how many they are."""
    text = stream(fold(unlinked(texts)).to_pylist())
    points = text.points.astype(np.int64)
    signs = np.where((points >= ord("a")) & (points <= ord("z")), points - ord("a") + 1, 0)
    before, after = np.append(0, signs[:-1]), np.append(signs[1:], 0)
    # the middle of a 3-gram is a letter, its sides may be the ends of a word
    inside = np.flatnonzero(signs > 0)
    rows = (before[inside] * _SIDE + signs[inside]) * _SIDE + after[inside]
    bounds = np.searchsorted(inside, text.ends)
    return summed(rows, bounds, model.weights).astype(np.float64), np.diff(bounds).astype(np.int64)


def _build() -> Mapping[str, NDArray[np.generic]]:
    tables = read_profiles()
    shares = np.zeros((_SIDE**3, len(tables)))
    accents = np.zeros(len(tables), np.float32)
    for column, (frequencies, totals) in enumerate(tables.values()):
        letters = np.zeros(2)  # ASCII, and Latin above it
        for gram, count in frequencies.items():
            bare = _bare(gram)
            if len(gram) == 1:
                letters += count * np.array([gram.isascii(), not gram.isascii() and bool(bare)])
            elif len(gram) == 3 and len(bare) == 3:
                place = 0
                for sign in bare:
                    place = place * _SIDE + (0 if sign == " " else ord(sign) - ord("a") + 1)
                shares[place, column] += count / totals[2]
        if 2 * letters.sum() > totals[0]:
            accents[column] = letters[1] / letters.sum()
    weights = (np.round(np.log1p(shares / SMOOTHING) * GRAIN) / GRAIN).astype(np.float32)
    usual = (shares * weights).sum(axis=0) / np.maximum(shares.sum(axis=0), 1e-9)
    return {
        "languages": np.array(list(tables)),
        "weights": weights,
        "usual": usual.astype(np.float32),
        "accents": accents,
    }


def _bare(gram: str) -> str:
    """A gram in small letters without accents; empty where it holds other letters than Latin ones."""
    signs = "".join(normalize("NFD", sign.lower().translate(_PLAIN))[0] for sign in gram)
    return signs if all(sign == " " or "a" <= sign <= "z" for sign in signs) else ""
