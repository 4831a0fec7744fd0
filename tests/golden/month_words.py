"""The months that the finder of lists sees, made from the words of the date reader: `scraper/listing/words/months.txt`, `rare_months.txt`.

The process that crawls does without the date reader's tables, which are large; so it has files, and they are made here: every name that
the reader knows, of one word, and in the larger languages and some more those of several. Names of larger languages are seen beside a day alone (`months.txt`), others only where a year stands with
them (`rare_months.txt`), for they are words of other languages: `fra` is February in Maltese, and `from` in Danish.

`month_words.tsv` beside this file is by hand: what is seen, words, why. `seen` are spellings the reader has no name for but reads, as
beginnings or with an ending; `rare` are words that mean something else in a larger language,
`none` are everyday words that stand between a number and one of four digits, too; `_` is a space within a name.
`python -m tests.golden.month_words` writes both files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel import Locale, localedata

from pipelines.dates.words.earlier import EARLIER
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import (
    LARGER,
    MIN_MINOR,
    MIN_PREFIX,
    inflected_months,
    months,
    short_months,
    spelt_months,
)
from pipelines.dates.words.senses import weight
from pipelines.dates.words.wording import ABBREVIATIONS, BIKRAM, ETHIOPIC, HIJRI, JALALI

BY_HAND = Path(__file__).with_suffix(".tsv")
WORDS = Path(__file__).parents[2] / "scraper" / "listing" / "words"
# Not in the reader's order of the web's languages, but sites write them: Somali, Hausa, Swazi, Northern Sami, Chuvash, Kabuverdianu
# (and Tetum), Makhuwa, Konkani, Bodo, Tamazight
ALSO = frozenset("so ha ss se cv kea vmw kok brx shi".split())
# of smaller languages that name months in several words those that sites write: Yoruba, Lingala, Manx, Cornish, Yakut
OF_WORDS = ALSO | frozenset("yo ln gv kw sah".split())
CLDR = "49"  # the release that the files are made of
SHORT = 5  # letters: of shorter names of smaller languages most are words elsewhere
INDIC = "\u0900"  # from here on, writings of India and those behind it
CALENDAR = "calendar"  # in place of a language
# what the finder takes for one word
_WORD = re.compile(r"[^\W\d_][^\s\d,،;:()|/<>\"–—-]*")
# "de gener", "dhen Dàmhair": what stands between a day and its month is no part of the name where the rest is one
_LINKED = re.compile(r"(?:de|da|di)\s")
# letters that a pattern with a day writes to the end of a name: `MMMM'ren'`
_ENDING = re.compile(r"(?:MMMM|LLLL)(?:'([^\W\d_]{1,5})'|([^\W\d_A-Za-z]{1,5}))")


def made() -> dict[str, list[str]]:
    """The lines of each file, by its name."""
    hand, spoken = by_hand(), names()
    known = {word for word, languages in spoken.items() if _is_read(word, languages)}
    known -= hand["none"]
    seen = {word for word in known if _is_seen(word, spoken[word])} - hand["rare"] | hand["seen"]
    return {"months.txt": sorted(seen), "rare_months.txt": sorted(known - seen)}


def by_hand() -> dict[str, set[str]]:
    """The words of `month_words.tsv`: seen, rare, none."""
    table: dict[str, set[str]] = defaultdict(set)
    for line in BY_HAND.read_text(encoding="utf-8").splitlines():
        tier, words, _why = line.split("\t")
        table[tier].update(word.replace("_", " ") for word in words.split())
    return table


@cache
def names() -> dict[str, frozenset[str]]:
    """Every name, as the finder looks it up → its languages."""
    table: dict[str, set[str]] = defaultdict(set)
    for name, language in _spelt():
        word = " ".join(name.casefold().strip(".’'·।॰ ").replace("-", " ").split())
        if _WORD.fullmatch(word) or _is_of_words(word, language):
            table[word].add(language)
    return {word: frozenset(languages).union(*_spellings(word)) for word, languages in table.items()}


def _is_of_words(name: str, language: str) -> bool:
    several = " " in name and all(map(_WORD.fullmatch, name.split())) and not _LINKED.match(name)
    return several and (language in OF_WORDS | {CALENDAR} or weight(frozenset({language})) > 0)


def _spellings(word: str) -> Iterator[frozenset[str]]:
    """The languages that spell the word otherwise, as Hindi `नवम्बर`; in alphabets, words that differ by accents are two."""
    return (sense.languages for sense in spelt_months(fold(word)) if word >= INDIC)


def _spelt() -> Iterator[tuple[str, str]]:
    for identifier in localedata.locale_identifiers():
        language = identifier.partition("_")[0]
        data = Locale.parse(identifier)._data["months"]
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from ((name, language) for name in data.get(context, {}).get(width, {}).values())
        endings = _endings(Locale.parse(identifier))
        for name in data["format"]["wide"].values() if endings else ():
            yield from ((name + ending, language) for ending in endings)
    yield from ((form, language) for form, (_, language) in ABBREVIATIONS.items())
    yield from ((said, one.language) for one in EARLIER if one.kind == "month" for said in one.words)
    for calendar in (JALALI, BIKRAM, ETHIOPIC, HIJRI):
        yield from ((form, CALENDAR) for forms in calendar for form in forms.split("|"))


def _endings(locale: Locale) -> set[str]:
    """What a locale's patterns write to the end of a month: `аравдугаар сарын`, `mijdara`."""
    patterns = (*locale.date_formats.values(), *locale.datetime_skeletons.values())
    dated = (said for pattern in patterns if "d" in (said := pattern.pattern))
    return {"".join(ending) for said in dated for ending in _ENDING.findall(said)}


def _is_read(word: str, languages: frozenset[str]) -> bool:
    """Whether the reader takes a word for a month. Two letters of small languages and most of four are words of others."""
    if " " in word:
        phrase = " ".join(map(fold, word.replace("-", " ").split()))
        return bool(months(phrase) or inflected_months(phrase))
    large = weight(languages) >= LARGER or (weight(languages) > 0 and not word.isascii())
    return (large or CALENDAR in languages or len(word) >= _shortest(word, languages)) and bool(
        months(fold(word)) or short_months(fold(word)) or inflected_months(fold(word))
    )


def _shortest(word: str, languages: frozenset[str]) -> int:
    """How many letters a name has at least."""
    if word.isascii() and weight(languages):
        return MIN_PREFIX
    return SHORT if word.isascii() and languages.isdisjoint(ALSO) else MIN_MINOR


def _is_seen(word: str, languages: frozenset[str]) -> bool:
    """Whether no year has to stand beside the word."""
    if CALENDAR in languages and not word.isascii():
        return True
    if len(word) >= SHORT:
        return weight(languages) > 0 or not languages.isdisjoint(ALSO)
    return weight(languages) >= LARGER or (weight(languages) > 0 and not word.isascii())


def main() -> None:
    """Write both files."""
    for name, lines in made().items():
        (WORDS / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
