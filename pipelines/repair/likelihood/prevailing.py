"""Which language a list is in, where nobody says: letters are likely or not in a language, never in general."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.repair.columns.texts import Texts, some_of
from pipelines.repair.encodings.readings import byte_of

SAMPLE = 100
"""Texts that are asked, all of them different."""
GLANCE = 12
"""Texts of those, spread over them, that name the language of a list of twice as many where no other is named for any: of 665 such lists
in 200 languages, a tenth to half of some in another one, seven were of none by all texts."""
PREVAILS = 0.6
"""Share of the texts that a language must have to stand for the list; with less, none does."""
CLEAR, SCATTERED = 0.9, 0.35
"""Share of the texts that the first detector alone may settle a list by: for a language, or, where the first has no more
than this, for none. On lists of 45 languages, mixed and not, it then never differs from the verdict of all detectors."""
ELSEWHERE = 0.62
"""Share of the texts that the first detector must know to be of other languages than any one, so that none prevails, however
many it does not know, as in a list of damaged texts: in 919 such lists of 2 to 30 languages all detectors together say so, too."""
KNOWN = 0.6
"""Score of a text in a language that the first detector knows: medians of 26 languages 0.85 to 0.93, of Welsh and Irish,
which it does not know, 0.30 and 0.42."""
WITHOUT_KIN, OTHERS = 0.7, 0.1
"""Share that is enough of a language which the first detector takes no other for, where so few are of others that it knows. Of 723 such lists,
clean and misread, all detectors named another one for 2, and none for 18, which were in that language or in its kin."""
_KIN = frozenset({"am", "ca", "en", "es", "fa", "hi", "it", "nl", "ru", "tl"})
"""Languages that it also takes others for which it does not know: Tigrinya, Occitan, Scots, Ladino, Pashto, Bodo, Corsican, Afrikaans,
Chuvash, Waray."""
_LEGIBLE = 0.2, 0.55
"""Characters above ASCII of misread text, read back, for each that it shows: one for two bytes to four, some of them lost."""
_READ_AS = (("sloppy-windows-1252", "latin-1"), ("sloppy-windows-1251",), ("macroman",))
"""What a list is read as most often; the controls of Latin-1 go with Windows-1252."""
_SPEAKS_FOR_TWO = "ms"  # Indonesian, whose letters are others, counts as this
_BEGINNING = 240  # characters that are enough to name a language


def prevailing(texts: pd.Series | Sequence[str]) -> str:
    """ISO 639-1 code of the language that prevails in a list, "" where none does."""
    few = Texts(texts).sample(SAMPLE) if isinstance(texts, pd.Series) else some_of(texts, SAMPLE)
    if not few:
        return ""
    step = len(few) // GLANCE if len(few) >= 2 * GLANCE else 1
    shown = list(map(_shown, few[::step]))
    scores = _scores(shown)
    if step > 1:
        named = _at_a_glance(scores)
        if named is not None:
            return named
        others = [_shown(text) for at, text in enumerate(few) if at % step]
        shown, scores = shown + others, np.concatenate((scores, _scores(others)))
    at_sight = _at_sight(scores)
    return _by_all(shown) if at_sight is None else at_sight


def likeliest(texts: Sequence[str]) -> str:
    """ISO 639-1 code of the language that the first detector names for most of some texts, however few or short; a guess to be proved."""
    return _codes()[int(np.bincount(_scores(texts).argmax(axis=1)).argmax())]


def _scores(texts: Sequence[str]) -> NDArray[np.float32]:
    """What the first detector makes of some texts: a score for each of `_codes`."""
    from pipelines.language import eld  # read only where somebody asks

    return eld.read(pc.utf8_lower(pa.array(texts, pa.large_string())).to_pylist())


def _codes() -> Sequence[str]:
    from pipelines.language import eld

    return eld.languages()


def _shown(text: str) -> str:
    return _legible(text[:_BEGINNING])


def _legible(text: str) -> str:
    """A text, or what can be read of it where its UTF-8 was read as another encoding, whole or not, once or more often."""
    if text.isascii():
        return text
    high, (least, most) = _above_ascii(text), _LEGIBLE
    for begun, codes in map(_bytes, _READ_AS):
        if begun.search(text):
            read = codecs.charmap_encode(text, "ignore", codes)[0].decode("utf-8", "ignore")
            if least * high <= _above_ascii(read) <= most * high:
                return _legible(read)
    return text


@cache
def _bytes(read_as: tuple[str, ...]) -> tuple[re.Pattern[str], dict[int, int]]:
    """How wrong codecs show the first two bytes of a character, whatever stands between them that has none, and their bytes."""
    codes = {code: code for code in range(0x80)}
    codes |= {ord(c): byte for codec in read_as for c, byte in byte_of(codec).items()}
    leads = "".join(chr(code) for code, byte in codes.items() if 0xC2 <= byte < 0xF5)
    more = "".join(chr(code) for code, byte in codes.items() if 0x80 <= byte < 0xC0)
    return re.compile(f"[{leads}][^{re.escape(''.join(map(chr, codes)))}]*[{re.escape(more)}]"), codes


def _above_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _at_a_glance(scores: NDArray[np.float32]) -> str | None:
    """The language that the first detector names for some texts, and no other for any; None where there is none."""
    known = scores.max(axis=1) >= KNOWN
    best = scores.argmax(axis=1)[known]
    if not len(best) or best.min() != best.max():
        return None
    named = _codes()[int(best[0])]
    least = 1.0 if named in _KIN else WITHOUT_KIN
    return named if len(best) >= least * len(scores) and named != _SPEAKS_FOR_TWO else None


def _at_sight(scores: NDArray[np.float32]) -> str | None:
    """What the first detector alone says of texts; None where that is not clear."""
    known = scores.max(axis=1) >= KNOWN
    votes = Counter(scores.argmax(axis=1)[known].tolist())
    best, most = max(votes.items(), key=lambda item: item[1], default=(0, 0))
    named, others = _codes()[best], known.sum() - most
    clear = named not in _KIN and most >= WITHOUT_KIN * len(scores) and others <= OTHERS * len(scores)
    if (clear or most >= CLEAR * len(scores)) and named != _SPEAKS_FOR_TWO:
        return named
    scattered = most <= SCATTERED * len(scores) and known.sum() >= CLEAR * len(scores)
    return "" if scattered or others >= ELSEWHERE * len(scores) else None


def _by_all(beginnings: list[str]) -> str:
    from pipelines.language.verdict import by_themselves  # its profiles are read only where somebody asks

    codes = by_themselves(pd.Series(beginnings, dtype="str"))
    names, counts = np.unique(codes[codes != "und"].astype(str), return_counts=True)
    if not len(names) or counts.max() < PREVAILS * len(codes):
        return ""
    return str(names[counts.argmax()])
