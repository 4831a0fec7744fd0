"""Write the frequent words of `pipelines/repair/words`: `python -m bench.repair_frequent_words -o FOLDER [LANGUAGE…]`.

Needs `pip install wordfreq==3.1.1` beside the project, which the product itself does not. A language's words in its own alphabet are
kept, the `WORDS` commonest. Serbian in Cyrillic comes from the list of Serbo-Croatian in Latin letters, each `lj`, `nj` and `dž` as one
letter.
"""

from __future__ import annotations

import argparse
import bz2
import re
import unicodedata
from collections import Counter
from pathlib import Path

from pipelines.repair.likelihood.frequent_words import folded, listed

WORDS = 30_000
"""Words a language: see `docs/repair-figures.md`, which has what fewer and more give back."""
_CYRILLIC, _ARABIC = "[\u0400-\u052f]+", "[\u0620-\u064a\u066e-\u06d3]+"
ALPHABETS = {
    "ar": _ARABIC, "bg": _CYRILLIC, "bn": "[\u0980-\u09fe]+", "el": "[\u0370-\u03ff]+", "fa": _ARABIC, "he": "[\u05d0-\u05ea]+",
    "hi": "[\u0900-\u0963]+", "mk": _CYRILLIC, "ru": _CYRILLIC, "sr": _CYRILLIC, "uk": "[’'\u0400-\u052f]+",
    "ur": _ARABIC,
}  # fmt: skip
"""The letters and signs that a language's words are made of."""
LISTS = {"sr": "sh"}  # as wordfreq calls them
_DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_LATIN, _SERBIAN = "abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш"


def vocabulary(language: str) -> dict[str, float]:
    """The commonest words of a language with their frequencies."""
    import wordfreq

    found: Counter[str] = Counter()
    alphabet = re.compile(ALPHABETS[language])
    for word, frequency in wordfreq.get_frequency_dict(LISTS.get(language, language), "best").items():
        word = unicodedata.normalize("NFC", in_cyrillic(word) if language == "sr" else word)
        if language == "el" and word.endswith("σ"):
            word = word[:-1] + "ς"  # the list is case-folded
        if alphabet.fullmatch(word):
            found[listed(word)] += frequency
    return dict(found.most_common(WORDS))


def in_cyrillic(word: str) -> str:
    """A Serbian word of Latin letters in Cyrillic ones."""
    for two, one in _DIGRAPHS.items():
        word = word.replace(two, one)
    return word.translate(str.maketrans(_LATIN, _SERBIAN))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("languages", nargs="*", default=sorted(ALPHABETS), help="all if none is named")
    ask.add_argument("-o", "--output", type=Path, required=True)
    options = ask.parse_args()
    for language in options.languages:
        words = vocabulary(language)
        path = options.output / f"{language}.bz2"
        path.write_bytes(bz2.compress("\n".join(folded(words)).encode()))
        print(f"{language}: {len(words)} words, {path.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    main()
