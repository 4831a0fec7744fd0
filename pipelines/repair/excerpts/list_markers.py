"""Markers that a list shows by repeating them: `… Lire l'article`, `… (suite)`, ` »`, « Lire la suite de TITLE ».

No table holds every wording of a link to the whole text. But a template writes the same one behind every teaser, and
authors do not end text after text alike: a tail that several teasers of one list share is the list's, whatever its words. It counts
behind dots, behind closed sentences where most teasers have it, with the entry's own title in it, and as bare arrows; in mid-sentence
where most teasers have it and it is a link's known word (`Подробнее`), stands behind half a character, or begins with a capital behind
texts of one length. Markers that `markers` knows are left to it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from pipelines.read_more import PHRASES
from pipelines.repair import markers
from pipelines.repair.columns.flat import drawn, whole, written
from pipelines.repair.columns.groups import Groups
from pipelines.repair.encodings.readings import LOST
from pipelines.repair.ends.odd_ends import SHORTEST_TEASER
from pipelines.repair.ends.restore import alike
from pipelines.repair.marks import MARKS

WITNESSES = 3
"""Different teasers of a list that must share a tail."""
MOST = 0.75
"""Share of a list's teasers that must share a tail which follows no dots: a template's link stands behind all, an author's
\"Entrée libre\" behind some."""
LEAST = 0.1
"""Share that is enough behind dots: a link stands behind the teasers that are cut, an author's "… dit-il" behind one in a
hundred. No tail is found in 257 teasers and 2,165 titles of 48 captured pages, nor in 5,160 texts of 46 languages."""
OF_DOTTED = 0.9
"""Share of the teasers with a tail behind dots that must have dots before it."""
ALIKE = 0.9
"""Share of the teasers with a tail that must have the same word before it, for that word to belong to the tail."""
CUT_WITNESSES = 5
"""Different teasers that must be of one length before the words behind them are a link's."""
OF_LENGTH = 0.85
"""What the shortest of them has of the longest. Of 850 lists of ten texts in 85 languages, cut at 150 to 210 bytes, 92 % keep to it,
cut before a word 97 %; of 850 times five whole texts 0.2 % do."""
LONGEST = 6
"""Words of a tail, the title counted as one: the longest link in `read_more.PHRASES` has three, with a title's article five."""
SAMPLE = 300
"""Teasers of a list that are looked at first, a sample; a list without a tail among them has none."""
_NEAR = 160
"""Characters of the end that are looked at, besides the title's."""
_TITLE = "\0"
_TOKEN = re.compile(
    r"\s*(\[?(?:…|\.{3,}|&hellip;|&#8230;|â€¦)\]?|\(?\.{3}\)|(?:(?!…|\.{3}|&hellip;|&#8230;|â€¦)\S)+)"
)
_DOTS = re.compile(r"[\[(]?(?:…|\.{3,}|&hellip;|&#8230;|â€¦)[\])]?\Z")
_CLOSED = re.compile(r"[.!?。！？।][\"”’»)\]]*\Z")
_SIGNS = re.compile(r"[^\w\s.,;:!?…]+\Z")
_OPENING, _CLOSING = "\"'«“„‘‹([", "\"'»”“’›)].:→⟶➔▶>"


class Word(NamedTuple):
    """One word of a text's end: how it reads, where the gap before it begins, and whether it begins with a small letter."""

    text: str
    start: int
    small: bool = False


Tail = tuple[str, ...]


def taken_off(teasers: pd.Series, titles: pd.Series, lists: Groups) -> dict[int, str]:
    """The teasers that end in a marker of their list, by row, without it.

    Args:
        teasers: raw, `str`.
        titles: of the same rows.
        lists: which list each is from.
    """
    found: dict[int, str] = {}
    column, named = whole(teasers), whole(titles)
    mask = written(column)
    for name in lists.names:
        rows = lists.rows(name)
        rows = rows[mask[rows]]
        some = _sample(column, rows).tolist()
        tails = shared([(column[row].as_py(), named[row].as_py() or "") for row in some])
        for row in rows.tolist() if tails or len(rows) < WITNESSES else ():
            bare = without(column[row].as_py(), named[row].as_py() or "", tails)
            if bare is not None:
                found[row] = bare
    return found


def _sample(column: pa.Array, rows: np.ndarray) -> np.ndarray:
    if len(rows) <= SAMPLE:
        return rows
    some = drawn(column.take(pa.array(rows)), SAMPLE)
    sample: np.ndarray = rows[some.to_numpy()]
    return sample


def shared(teasers: Sequence[tuple[str, str]]) -> dict[Tail, bool]:
    """The tails that teasers of a list share, and of each whether it counts behind dots only.

    Args:
        teasers: different texts of one list, each with its title.
    """
    teasers = sorted(dict(sorted(teasers, reverse=True)).items())
    if len(teasers) < WITNESSES:
        return {}
    lasts = Counter(_last(text, title) for text, title in teasers)
    if not any(last and number >= WITNESSES for last, number in lasts.items()):
        return {}
    ends = [words for text, title in teasers if (words := last_words(text, title))]
    by_last: dict[str, list[list[Word]]] = defaultdict(list)
    for words in ends:
        by_last[words[-1].text].append(words)
    found: dict[Tail, bool] = {}
    for some in by_last.values():
        if len(some) >= WITNESSES:
            tail = _longest(some)
            behind_dots = _counts(tail, some, len(teasers))
            if behind_dots is not None:
                found[tail] = behind_dots
    return found


def _last(text: str, title: str) -> str:
    """A first look: what a text ends in, alike for all that end in their titles."""
    end = text[-24:].rstrip()
    if title and alike(end.rstrip(_CLOSING + " ")).lower().endswith(
        alike(title[-8:].rstrip(_CLOSING + " ")).lower()
    ):
        return _TITLE
    return end.rsplit(None, 1)[-1].rpartition("…")[2] if end else ""


def _longest(ends: Sequence[Sequence[Word]]) -> Tail:
    """The longest tail of some ends that all but a few share, dots before it left out."""
    tail = [ends[0][-1].text]
    while len(tail) < LONGEST and not _DOTS.match(tail[0]):
        before = Counter(words[-len(tail) - 1].text for words in ends if len(words) > len(tail))
        if not before:
            break
        word, number = before.most_common(1)[0]
        if number < ALIKE * len(ends) or _DOTS.match(word) or _CLOSED.search(word):
            break
        tail.insert(0, word)
    return tuple(tail)


def _counts(tail: Tail, ends: Sequence[Sequence[Word]], teasers: int) -> bool | None:
    """Whether a tail is the list's marker behind dots only (True) or anywhere (False); None where it is none."""
    if _DOTS.match(tail[0]) or _CLOSED.search(tail[-1]):
        return None
    known = _known(" ".join(tail))
    if known == "whole":
        return None
    ends = [
        words
        for words in ends
        if tuple(w.text for w in words[-len(tail) :]) == tail and len(words) > len(tail)
    ]
    before = [words[-len(tail) - 1].text for words in ends]
    dotted = sum(_DOTS.match(word) is not None for word in before)
    if dotted >= max(WITNESSES, OF_DOTTED * len(before), LEAST * teasers):
        return True
    often = len(before) >= max(WITNESSES, MOST * teasers)
    if often and (_is_phrase(tail) or sum(map(_ends_broken, before)) > 1 or _one_length(tail, ends)):
        return False
    closed = dotted + sum(_CLOSED.search(word) is not None for word in before)
    titled = tail[-1] == _TITLE and (
        _phrased(tail) or (len(tail) > 1 and closed >= max(WITNESSES, LEAST * teasers))
    )
    if len(before) >= WITNESSES and (known == "signs" or titled):
        return False
    return False if often and (closed >= WITNESSES or all(map(_SIGNS.match, tail))) else None


def _is_phrase(tail: Tail) -> bool:
    return " ".join(tail).strip(_OPENING + _CLOSING + " ") in PHRASES


def _ends_broken(word: str) -> bool:
    """Whether a word ends in half a character."""
    return word[-1] == LOST or word[-1] >= MARKS[0]


def _one_length(tail: Tail, ends: Sequence[Sequence[Word]]) -> bool:
    """Whether texts that a tail with a capital or an arrow follows are of one length, because the site cut them there."""
    lengths = sorted(words[-len(tail)].start for words in ends)
    if lengths[0] < SHORTEST_TEASER or any(words[-len(tail)].small for words in ends):
        return False
    return len(lengths) >= CUT_WITNESSES and lengths[0] >= OF_LENGTH * lengths[-1]


def _phrased(tail: Tail) -> bool:
    """Whether a tail begins with a link's known words and ends in the title."""
    return tail[-1] == _TITLE and " ".join(tail[:-1]).startswith(PHRASES)


@lru_cache(maxsize=256)
def _known(tail: str) -> str:
    """Whether `markers` takes a tail off whole, or leaves nothing of it but signs."""
    left = markers.split("x " + tail)[0][1:].strip()
    if left == tail.strip():
        return ""
    return "signs" if left and _SIGNS.match(left) else "" if left else "whole"


def without(text: str, title: str, tails: Mapping[Tail, bool]) -> str | None:
    """A text without the longest of some tails at its end, dots before it kept; None where it ends in none."""
    words = last_words(text, title)
    said = tuple(word.text for word in words)
    for size in range(min(LONGEST, len(said) - 1), 0, -1):
        tail, dotted = said[-size:], _DOTS.match(said[-size - 1]) is not None
        if not (dotted and _phrased(tail)) and not (dotted if tails.get(tail) else tail in tails):
            continue
        bare = text[: words[-size].start]
        if not _quoted(tail, bare):
            return bare or None
    return None


def _quoted(tail: Tail, before: str) -> bool:
    """Whether a tail of signs closes what the text has opened: `« … »`."""
    return any(
        closing in tail[0] and before.count(opening) > before.count(closing)
        for opening, closing in (("«", "»"), ("‹", "›"), ("(", ")"), ("[", "]"), ("“", "”"))
        if _SIGNS.match(tail[0])
    )


def last_words(text: str, title: str) -> list[Word]:
    """The last words of a text, its own title at the end as one word with the quotes about it."""
    first = max(0, len(text) - _NEAR - len(title))
    end = _before_title(text, title, first)
    words = list(_words(text, first, len(text) if end is None else end))
    if first and words:
        words = words[1:]  # it may begin inside a word
    if end is not None:
        words.append(Word(_TITLE, end))
    return words[-LONGEST - 2 :]


def _words(text: str, first: int, end: int) -> Iterator[Word]:
    for found in _TOKEN.finditer(text, first, end):
        yield Word(found[1].casefold(), found.start(), found[1][0].islower())


def _before_title(text: str, title: str, first: int) -> int | None:
    """Where a text ends without its title at the end, quotes and the gap about it left out; None where it has none."""
    title = title.strip()
    if len(title) < WITNESSES:
        return None
    end = text[first:].rstrip(_CLOSING + " \u00a0\u202f\t\n")
    bare = title.rstrip(_CLOSING + " \u00a0\u202f")
    if not bare or alike(end[-len(bare) :]).casefold() != alike(bare).casefold():
        return None
    before = end[: -len(bare)].rstrip(_OPENING + " \u00a0\u202f\t\n")
    return first + len(before) if before else None
