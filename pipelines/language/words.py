"""What langdetect's profiles and the marks make of a word, reckoned once: a column repeats its words.

No gram crosses a space, so a text's evidence is the sum of its words'. Each different word is read once and kept for
the texts that follow. The weights are multiples of 1/256, so a sum over words is to the bit what `bayes.evidence` sums over
letters. In texts that quote Latin words in another script, Latin letters stand between words, as for langdetect.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.language import bayes
from pipelines.language.bayes import Evidence, quoted, summed
from pipelines.language.folding import Stream
from pipelines.language.marks import Held, Marks, hashed, held, runs
from pipelines.language.profiles import Profiles

SLOT_BITS = 17  # a word that falls into another's slot takes it, and the other is read again
# words kept, 8 MB once they are so many; then the memory begins afresh. 8192 reads a third more words of 5,000 texts in 45 languages
ROOM = 1 << 15
MARKED = 1024  # marked words for which there is room at first: one in 14
TINY = 2  # letters of the shortest words, as articles and prepositions are
_PLANE = 0x10000  # no profile and no mark knows a letter beyond the basic plane
_INSIDE, _FOREIGN = np.uint8(1), np.uint8(2)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class _Store:
    """Words by row: what the profiles say of them, and their row in `_Marked`, 0 for the many without a mark."""

    scores: NDArray[np.float32]
    known: NDArray[np.int64]
    alphabets: NDArray[np.uint64]
    spelling: NDArray[np.uint64]
    latin: NDArray[np.int64]
    marked: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Marked:
    """Words with a mark, from row 1: the languages they are common in and speak against."""

    usual: NDArray[np.bool_]
    betrays: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Counted:
    """Words of each text, and how many are among the commonest of the language it is taken for."""

    words: NDArray[np.int64]
    usual: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the words of some texts say.

    Attributes:
        evidence: of each text, as `bayes.evidence` gives it.
        words: of each text.
        rows: the row in `betrays` and `usual` of each word that holds a mark.
        texts: the text of each of these.
        betrays: marked words by languages, whether a mark in the word speaks against the language.
        usual: marked words by languages, whether the word is among the commonest of the language.
        letters: characters of each text that are no spaces.
        tiny: words of each text of one or two letters.
    """

    evidence: Evidence
    words: NDArray[np.int64]
    rows: NDArray[np.int32]
    texts: NDArray[np.int64]
    betrays: NDArray[np.bool_]
    usual: NDArray[np.bool_]
    letters: NDArray[np.int64]
    tiny: NDArray[np.int64]

    def marked(self, favourites: NDArray[np.int64]) -> NDArray[np.int64]:
        """Texts with a word or letter that the language they are taken for has not."""
        return self.texts[self.betrays[self.rows, favourites[self.texts]]]

    def counted(self, favourites: NDArray[np.int64]) -> Counted:
        """Words of each text, and those among the commonest of the language it is taken for."""
        usual = self.texts[self.usual[self.rows, favourites[self.texts]]]
        return Counted(self.words, np.bincount(usual, minlength=len(favourites)))


class Vocabulary:
    """The words that were read."""

    def __init__(self, model: Profiles, table: Marks, room: int = ROOM) -> None:
        self._model, self._table = model, table
        self._kinds = _kinds(model, table)
        self._keys = np.zeros(1 << SLOT_BITS, dtype=np.uint64)
        self._rows = np.zeros(1 << SLOT_BITS, dtype=np.int64)
        self._store, self._used = self._emptied(room), 0
        self._marked, self._marks = _without_words(MARKED, table), 1

    def read(self, text: Stream) -> Heard:
        """What the words of each text of a stream say."""
        kinds = self._kinds.take(text.points, mode="clip")
        begins, ends = runs((kinds & _INSIDE).view(np.bool_))
        rows = self._rows_of(text, begins, ends)
        first = np.searchsorted(begins, text.ends)
        found = _summed(self._store, rows, first)
        others = np.searchsorted(np.flatnonzero(kinds >= _FOREIGN), text.ends)
        latin = np.concatenate([[0], np.cumsum(self._store.latin[rows])])[first]
        quoting = np.flatnonzero(quoted(np.diff(others), np.diff(latin)))
        owners = np.repeat(np.arange(len(first) - 1), np.diff(first))
        spaces = np.searchsorted(np.flatnonzero(text.points == ord(" ")), text.ends)
        letters = np.diff(text.ends) - np.diff(spaces)
        tiny = np.bincount(owners[ends - begins <= TINY], minlength=len(first) - 1)
        of_mark = self._store.marked[rows]
        marked = np.flatnonzero(of_mark)
        betrays, usual = self._marked.betrays, self._marked.usual
        if len(quoting):
            own = self._unquoted(_picked(text, text.ends[quoting], text.ends[quoting + 1]))
            found.scores[quoting], found.known[quoting] = own.scores, own.known
            found.alphabets[quoting], found.spelling[quoting] = own.alphabets, own.spelling
        return Heard(found, np.diff(first), of_mark[marked], owners[marked], betrays, usual, letters, tiny)

    def _unquoted(self, text: Stream) -> Evidence:
        """The evidence of some texts without their Latin letters."""
        points = np.where(bayes.of_latin(text.points), np.uint32(ord(" ")), text.points)
        begins, ends = runs((self._kinds.take(points, mode="clip") & _INSIDE).view(np.bool_))
        rows = self._rows_of(Stream(points, text.ends), begins, ends)
        return _summed(self._store, rows, np.searchsorted(begins, text.ends))

    def _rows_of(self, text: Stream, begins: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
        """Row of each word, the new ones read."""
        hashes = hashed(text.points, begins, ends)
        slots = (hashes * _MULTIPLIER >> np.uint64(64 - SLOT_BITS)).view(np.int64)
        new = np.flatnonzero(self._keys[slots] != hashes)
        if self._used + len(new) > len(self._store.known):
            self._keys[:], self._used = 0, 0
            self._marked, self._marks = _without_words(MARKED, self._table), 1  # the former may be in use
            if len(begins) > len(self._store.known):
                self._store = self._emptied(len(begins))
            new = np.arange(len(begins))
        rows = self._rows[slots]
        if not len(new):
            return rows
        first, which = _different(hashes[new], slots[new], self._rows)
        rows[new] = self._used + which
        first = new[first]
        self._learn(_picked(text, begins[first], ends[first] + 1))
        self._keys[slots[first]], self._rows[slots[first]] = hashes[first], rows[first]
        return rows

    def _learn(self, words: Stream) -> None:
        """Read words into the next rows."""
        found = bayes.evidence(self._model.classes[words.points], words.ends, self._model)
        here = slice(self._used, self._used + len(found.known))
        store = self._store
        store.scores[here], store.known[here] = found.scores, found.known
        store.alphabets[here], store.spelling[here] = found.alphabets, found.spelling
        store.latin[here] = np.add.reduceat(bayes.of_latin(words.points), words.ends[:-1], dtype=np.int64)
        store.marked[here] = 0
        marks = held(words, self._table)
        marking, which = np.unique(marks.texts, return_inverse=True)
        store.marked[self._used + marking] = self._noted(Held(which, marks.rows), len(marking))
        self._used = here.stop

    def _noted(self, marks: Held, words: int) -> NDArray[np.int64]:
        """The rows of words with a mark, noted with what their marks say."""
        rows = self._marks + np.arange(words)
        self._marks += words
        if self._marks > len(self._marked.usual):
            elder, self._marked = self._marked, _without_words(2 * self._marks, self._table)
            self._marked.usual[: len(elder.usual)], self._marked.betrays[: len(elder.usual)] = (
                elder.usual,
                elder.betrays,
            )
        usual, betrays = self._marked.usual, self._marked.betrays
        usual[rows], betrays[rows] = False, False
        language = self._table.usual[marks.rows]
        common = language >= 0
        usual[rows[marks.texts[common]], language[common]] = True
        of_mark, language = np.nonzero(self._table.betrays[marks.rows[~common]])
        betrays[rows[marks.texts[~common][of_mark]], language] = True
        return rows

    def _emptied(self, room: int) -> _Store:
        return _Store(
            np.empty((room, self._model.weights.shape[1]), dtype=np.float32),
            np.empty(room, dtype=np.int64),
            np.empty(room, dtype=np.uint64),
            np.empty(room, dtype=np.uint64),
            np.empty(room, dtype=np.int64),
            np.empty(room, dtype=np.int32),
        )


def _different(
    hashes: NDArray[np.uint64], slots: NDArray[np.int64], scratch: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the different words stand, and the number of each word among them; their slots of `scratch` are written over.

    Words of one slot are nearly always one word, so few are left to be sorted: it takes a third of the time.
    """
    at = np.arange(len(hashes))
    scratch[slots] = at
    stands_for = scratch[slots]
    other = np.flatnonzero(hashes[stands_for] != hashes)
    if len(other):
        _, first, which = np.unique(hashes[other], return_index=True, return_inverse=True)
        stands_for[other] = other[first][which]
    first = np.flatnonzero(stands_for == at)
    number = np.empty_like(at)
    number[first] = np.arange(len(first))
    return first, number[stands_for]


def _without_words(room: int, table: Marks) -> _Marked:
    return _Marked(*(np.empty((room, table.betrays.shape[1]), dtype=np.bool_) for _ in range(2)))


def _kinds(model: Profiles, table: Marks) -> NDArray[np.uint8]:
    """What each code point of the basic plane is, as bits; the last, no character, stands for all beyond."""
    points = np.arange(_PLANE, dtype=np.uint32)
    inside = (model.classes[:_PLANE] > 0) | (table.letters[:_PLANE] > 0)
    return _INSIDE * inside + _FOREIGN * bayes.of_other_scripts(points)


def _picked(text: Stream, begins: NDArray[np.int64], ends: NDArray[np.int64]) -> Stream:
    """Pieces of a stream as a stream, the last character of each a space: some count letters beyond the basic plane, others not."""
    lengths = ends - begins
    bounds = np.concatenate([[0], np.cumsum(lengths)])
    at = np.arange(bounds[-1]) + np.repeat(begins - bounds[:-1], lengths)
    points = np.concatenate([[np.uint32(ord(" "))], text.points[at]])
    points[bounds[1:]] = ord(" ")
    return Stream(points, bounds + 1)


def _summed(store: _Store, rows: NDArray[np.int64], first: NDArray[np.int64]) -> Evidence:
    """The evidence of each text: that of its words together."""
    known = np.concatenate([[0], np.cumsum(store.known[rows])])[first]
    speaking = np.diff(first) > 0
    letters = []
    for bits in (store.alphabets, store.spelling):
        letters.append(np.full(len(first) - 1, ~np.uint64(0)))
        if len(rows):
            letters[-1][speaking] = np.bitwise_and.reduceat(bits[rows], first[:-1][speaking])
    return Evidence(summed(rows, first, store.scores), np.diff(known), *letters)
