"""The letters of a language that langdetect has no profile of: those of its texts, and of many languages together.

Texts that are mojibake throughout show none of their letters, and few texts show few. What many languages write tells then
that `í` is likelier than `ƭ`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.likelihood.letters import Letters, letter_or_gap, names, profile

SHOWN_BY_MANY = 100
"""Letters of a language without a profile that many languages together count for. Of 8,400 mojibake texts in 165 languages 29
more come back, Icelandic and Irish ones read by ISO-8859-15 or Windows-1257, and none fewer."""
_EACH = 10_000_000  # letters that each of many languages counts for
_MANY = ("cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hr", "hu", "it", "lt", "lv", "nl", "no", "pl",
         "pt", "ro", "ru", "sq", "sv", "tr", "uk", "vi", "ar", "bg", "fa")  # fmt: skip


@cache
def of_any() -> Letters:
    """The letters of many languages together, each with the same weight, for a text whose language nobody knows."""
    from pipelines.language.cache import cached  # only where somebody asks

    key = f"1 {' '.join(_MANY)} {_EACH} langdetect {metadata.version('langdetect')}"
    arrays = cached("letters", key, ("grams", "counts"), _together)
    grams = arrays["grams"].tobytes().decode().split("\n")
    return Letters(dict(zip(grams, arrays["counts"].tolist(), strict=True)))


def _together() -> dict[str, NDArray[np.generic]]:
    """The grams of many languages, one a line, and their counts."""
    grams: dict[str, int] = {}
    seen = grams.get
    for name in filter(names().__contains__, _MANY):
        one = profile(name)
        size = sum([count for gram, count in one.items() if len(gram) == 1])
        for gram, count in one.items():
            grams[gram] = seen(gram, 0) + count * _EACH // size
    lines = np.frombuffer("\n".join(grams).encode(), dtype=np.uint8)
    return {"grams": lines, "counts": np.array(list(grams.values()), dtype=np.int64)}


def of_texts(texts: Iterable[str]) -> Letters:
    """The letters of the texts themselves, for a language without a profile; many languages speak where they are few."""
    grams: Counter[str] = Counter()
    for text in texts:
        plain = " " + " ".join("".join(map(letter_or_gap, text)).split()) + " "
        grams.update(plain)
        grams.update(a + b for a, b in pairwise(plain))
        grams.update(a + b + c for a, b, c in zip(plain, plain[1:], plain[2:], strict=False))
    del grams[" "]
    weight = _EACH // SHOWN_BY_MANY
    return Letters({gram: count * weight for gram, count in grams.items()}, _of_many())


@cache
def _of_many() -> Letters:
    """`of_any`, its counts those of one language."""
    return Letters({gram: count // len(_MANY) for gram, count in of_any().grams.items()})
