"""A language's frequent words: what tells lost letters apart that groups of three letters cannot.

After `се` and the first byte of `с` may come `с`, `т`, `р` and a dozen more; with the rest of the word, `се?ь`, only `сеть`. So twelve
languages of which every letter takes several bytes, and loses half of its letters where controls are lost, have their 30,000 commonest words
in a table (`bench/repair_frequent_words.py` writes them; `words/README.md` has the source and its licence).

A file is bz2 of UTF-8. A line is a word, in the order of code points: how many of its letters are the former word's (`a` for none), the
other letters, and how often it is written (`Frequent.share`). 45 KB and 40 ms a language, once, when the first letter is lost.
"""

from __future__ import annotations

import bz2
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources.abc import Traversable
from itertools import accumulate

from pipelines.repair.likelihood.beginnings import FOLDER, NAME_MAX

STEP = 4
"""Steps of a word's frequency for each power of ten: a digit or letter, `0` for one word in one."""
MOST_SHARED = 25
_SHARED, _OFTEN = "a", "0"
_LAST = "\U0010ffff"
_SAME = {"prs": "fa"}
_LISTED = str.maketrans("ё’ʼ", "е''")


class Frequent:
    """One language's words.

    Args:
        lines: of the table.

    Attributes:
        words: in the order of code points.
        letters: that they are written with. A site that lost all of its `ј` shows none.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        shares = dict(_unfolded(lines))
        self.words = list(shares)
        self.letters = frozenset("".join(self.words))
        self._shares = list(shares.values())
        self._sums = [0.0, *accumulate(self._shares)]

    def __len__(self) -> int:
        return len(self.words)

    def going_on(self, beginning: str, low: int, high: int) -> tuple[int, int]:
        """Where the words begin and end that begin so, among those from `low` to `high`."""
        first = bisect_left(self.words, beginning, low, high)
        if first >= high or not self.words[first].startswith(beginning):
            return first, first
        return first, bisect_left(self.words, beginning + _LAST, first, high)

    def share(self, word: str, low: int) -> float:
        """How often the word is written of which `low` is the first that begins so; 0 where none is it."""
        return self._shares[low] if low < len(self.words) and self.words[low] == word else 0.0

    def share_of_all(self, low: int, high: int) -> float:
        """How often the words from `low` to `high` are written."""
        return self._sums[high] - self._sums[low]


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[str, float]]:
    word = ""
    for line in lines:
        word = word[: ord(line[0]) - ord(_SHARED)] + line[1:-1]
        yield word, math.pow(10, (ord(_OFTEN) - ord(line[-1])) / STEP)


def folded(shares: Mapping[str, float]) -> Iterator[str]:
    """The lines of a table by word: `_unfolded` the other way round, to the step."""
    former = ""
    for word in sorted(shares):
        same = 0
        while same < min(len(word) - 1, len(former), MOST_SHARED) and word[same] == former[same]:
            same += 1
        often = chr(ord(_OFTEN) + round(-math.log10(shares[word]) * STEP))
        yield chr(ord(_SHARED) + same) + word[same:] + often
        former = word


def listed(word: str) -> str:
    """A word as the tables have it: small, its apostrophe straight, and `е` for `ё`, which most Russians write so."""
    return word.lower().translate(_LISTED)


@lru_cache(maxsize=16)
def of_language(code: str, folder: Traversable = FOLDER) -> Frequent | None:
    """The words of a language by ISO 639-1 code or tag (`sr-Cyrl`), None where there are none."""
    name = code.split("-")[0].lower()
    file = folder / f"{_SAME.get(name, name)}.bz2"
    if len(name) > NAME_MAX or not name.isalpha() or not file.is_file():
        return None
    return Frequent(bz2.decompress(file.read_bytes()).decode("utf-8").splitlines())
