"""How far a text is read: a line of it, more where that leaves it open, and the third detector on what stays open.

Most texts name their language in a line. What does not is read up to `folding.LONGEST` characters; whatever is still a
close call waits until there are enough of them, because the third detector takes a step per byte, however many texts
take it together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.language.folding import LOOKS, LOST, among_others, fold, unlinked, without_latin
from pipelines.language.pool import Shares, opine, vocabulary, with_third
from pipelines.language.words import Vocabulary

CHUNK = 1024  # texts judged at once; 512 cost a tenth more, 2048 a twentieth less and twice the memory
# texts folded at once: patterns are laid out anew each time; all of 100,000 would be 30 MB
FOLDED = 8 * CHUNK
TOGETHER = 2048  # close calls put to the third detector at once; 512 costs a tenth more
_OPINED = ("shares", "best", "known", "letters", "spelling", "words", "usual", "tiny")
_BY_TEXT = ("rows", *_OPINED, "strange", "excess")
UNKNOWN = 0.5  # share of the languages that no detector knows from which a text is in one of them
SCANT = 60  # known grams, some 20 letters: a text with more is of some language


@dataclass(frozen=True, slots=True)
class Look:
    """Texts that were read, and what was made of them.

    Attributes:
        rows: place of each text in the column.
        shares: float32, texts by `Panel.languages` and all unknown ones as a last column.
        best: float32, eldc's best score.
        known: int64, known grams of each text.
        letters: int64, characters of each that are no spaces.
        spelling: uint64, as in `Opinion`.
        words: int64, words of each.
        usual: int64, those of them that are among the commonest of the likeliest language.
        strange: int64, words and letters that the likeliest language has not, but an unknown one.
        excess: float32, by how much it fits that language worse than is usual there; 0 unless the third detector spoke.
        tiny: int64, words of one or two letters.
        plain: what was read, letter case kept.
        folded: the same as the detectors read it.
        asked: whether the third detector spoke.
    """

    rows: NDArray[np.int64]
    shares: Shares
    best: NDArray[np.float32]
    known: NDArray[np.int64]
    letters: NDArray[np.int64]
    spelling: NDArray[np.uint64]
    words: NDArray[np.int64]
    usual: NDArray[np.int64]
    strange: NDArray[np.int64]
    excess: NDArray[np.float32]
    tiny: NDArray[np.int64]
    plain: pa.Array
    folded: pa.Array
    asked: bool

    def some(self, which: NDArray[np.bool_]) -> Look:
        """Those of the texts, or the same object where they are all."""
        if which.all():
            return self
        at = np.flatnonzero(which)
        own = {name: getattr(self, name)[at] for name in _BY_TEXT}
        texts = pa.array(at)
        return replace(self, **own, plain=self.plain.take(texts), folded=self.folded.take(texts))

    @staticmethod
    def together(close: list[Look], whole: pa.Array) -> Look:
        """Close calls, once the third detector has spoken on all of them; `whole` is the column they come from."""
        folded = pa.concat_arrays([few.folded for few in close])
        own = {name: np.concatenate([getattr(few, name) for few in close]) for name in _BY_TEXT}
        lost = pc.match_substring_regex(whole.take(pa.array(own["rows"])), LOST)
        sound = ~lost.to_numpy(zero_copy_only=False)
        third = with_third(own.pop("shares"), folded, own["best"], sound)
        del own["usual"], own["strange"], own["excess"]
        return replace(
            close[0],
            **own,
            shares=third.shares,
            usual=third.usual,
            strange=third.strange,
            excess=third.excess,
            plain=pa.concat_arrays([few.plain for few in close]),
            folded=folded,
            asked=True,
        )


def looks(whole: pa.Array, ask: NDArray[np.bool_]) -> Iterator[Look]:
    """Each text once, when it is settled: at first sight, read further, or with the third detector.

    Args:
        whole: the texts, from `folding.sound`.
        ask: texts that are put to the third detector in any case.
    """
    pending, array = np.arange(len(whole)), whole
    close: list[Look] = []
    words = vocabulary()
    for longest in LOOKS:
        unsettled = [pending[:0]]
        for start, plain, folded in _folded(array, longest):
            rows = pending[start : start + CHUNK]
            opinion = opine(folded.to_pylist(), words)
            length = pc.utf8_length(array.slice(start, CHUNK)).to_numpy()
            more = (length > longest) & (longest < LOOKS[-1])
            doubtful = opinion.open | ask[rows]
            again = more & (doubtful | (opinion.known < SCANT))
            unsettled.append(rows[again])
            own = {name: getattr(opinion, name) for name in _OPINED}
            strange = np.zeros(len(rows), dtype=np.int64)  # what holds a mark is a close call
            excess = np.zeros(len(rows), dtype=np.float32)
            look = Look(rows, **own, strange=strange, excess=excess, plain=plain, folded=folded, asked=False)
            yield look.some(~doubtful & ~again)
            close.append(look.some(doubtful & ~again))
            if sum(len(few.rows) for few in close) >= TOGETHER:
                yield _in_own_letters(Look.together(close, whole), words)
                close = []
        pending = np.concatenate(unsettled)
        array = whole.take(pa.array(pending))
    if close:
        yield _in_own_letters(Look.together(close, whole), words)


def _in_own_letters(look: Look, words: Vocabulary) -> Look:
    """Close calls, those of no known language read again without the names in Latin letters that stand among others.

    What is left is too short to say how well it fits.
    """
    unknown = np.flatnonzero(look.shares[:, -1] > UNKNOWN)
    texts = look.plain.take(pa.array(unknown))
    mixed = among_others(texts)
    if not mixed.any():
        return look
    bare = fold(without_latin(texts.filter(pa.array(mixed))))
    opinion = opine(bare.to_pylist(), words)
    third = with_third(opinion.shares, bare, opinion.best, np.ones(len(bare), dtype=np.bool_))
    known = third.shares[:, -1] <= UNKNOWN
    changed = {name: getattr(look, name).copy() for name in (*_OPINED, "strange", "excess")}
    for name, own in changed.items():
        heard = getattr(third if hasattr(third, name) else opinion, name)
        own[unknown[mixed][known]] = 0 if name == "excess" else heard[known]
    return replace(look, **changed)


def _folded(array: pa.Array, longest: int) -> Iterator[tuple[int, pa.Array, pa.Array]]:
    """Where each chunk of the texts begins, and what is read of them: letter case kept, and folded."""
    for first in range(0, len(array), FOLDED):
        plain = unlinked(array.slice(first, FOLDED), longest)
        folded = fold(plain, longest)
        for start in range(0, len(plain), CHUNK):
            yield first + start, plain.slice(start, CHUNK), folded.slice(start, CHUNK)
