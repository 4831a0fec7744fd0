"""The letters of a language that langdetect has no profile of: those of its texts, and of many languages together.

Texts that are mojibake throughout show none of their letters, and few texts show few. What many languages write tells then
that `í` is likelier than `ƭ`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import metadata

import numpy as np
import pandas as pd
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
    plain = [" " + " ".join(text.translate(_GAPPED).split()) + " " for text in texts]
    grams = _counted(plain)
    weight = _EACH // SHOWN_BY_MANY
    return Letters({gram: count * weight for gram, count in grams.items()}, _of_many())


class _Gapped(dict[int, str]):
    """`letter_or_gap` by code point, as `str.translate` asks for it."""

    def __missing__(self, code: int) -> str:
        self[code] = found = letter_or_gap(chr(code))
        return found


_GAPPED = _Gapped()


def _counted(plain: list[str]) -> dict[str, int]:
    """Letters, pairs and triples of texts that begin and end in a space; spaces alone are none, but for texts of nothing else.

    All texts at once: 900 take 3 ms, 15 one after the other.
    """
    codes = np.frombuffer("".join(plain).encode("utf-32-le"), dtype=np.uint32)
    places, found = pd.factorize(codes)
    letters = list(map(chr, found.tolist()))
    size = len(letters)
    pairs = places[:-1] * size + places[1:]
    triples = pairs[:-1] * size + places[2:]
    apart = (codes[:-1] == 0x20) & (codes[1:] == 0x20)  # where one text ends and the next begins
    grams = dict(zip(letters, np.bincount(places).tolist(), strict=True))
    numbers, pairs = pd.factorize(pairs[~apart])
    named = [letters[one] + letters[two] for one, two in zip(*_split(pairs, size), strict=True)]
    grams.update(zip(named, np.bincount(numbers).tolist(), strict=True))
    numbers, triples = pd.factorize(triples[~(apart[:-1] | apart[1:])])
    begun, last = _split(triples, size)
    names_of = dict(zip(pairs.tolist(), named, strict=True))
    named = [names_of[pair] + letters[three] for pair, three in zip(begun, last, strict=True)]
    grams.update(zip(named, np.bincount(numbers).tolist(), strict=True))
    grams.pop(" ", None)
    empty = plain.count("  ")
    return grams | {"  ": empty} if empty else grams


def _split(numbers: NDArray[np.int64], size: int) -> tuple[list[int], list[int]]:
    former, last = np.divmod(numbers, size)
    return former.tolist(), last.tolist()


@cache
def _of_many() -> Letters:
    """`of_any`, its counts those of one language."""
    return Letters({gram: count // len(_MANY) for gram, count in of_any().grams.items()})
