"""What a word in a date means: a month, a weekday, a half of the day, today, a unit of time.

Lookup goes from sure to loose: the exact folded word; a prefix of a full name (`févr`, `сент`, `Sept`); for a word that
stands where a month must stand, one slip of the pen (`Feburary`). Each answer carries the languages that read the word
so, because `listopad` is November in Prague and October in Zagreb: which of them holds is decided by the list, not here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache

from pipelines.dates.days.eras import Era
from pipelines.dates.words.cldr import harvest
from pipelines.dates.words.damaged import LOST
from pipelines.dates.words.fold import fold
from pipelines.dates.words.senses import Sense, calendar_months, weight
from pipelines.dates.words.wording import (
    ABBREVIATIONS,
    DAY_WORDS,
    LINKS,
    OF_LETTER,
    WEEKDAY_LETTER,
)
from pipelines.same_ends import same_beginning

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# Letters; at two, 1 in 5 prefixes of the web languages' month names is shared by different months
MIN_PREFIX = 3
# Letters of a name known only in a language outside the web's; "de", "la", "sat" are months in some
MIN_MINOR = 4
# Share of the web (`senses.weight`) of languages whose weekdays are known beside numbers alone
LARGER = 1 / 75
MINOR_SHARE = 1e-3  # share of the web below which a language settles nothing
MAX_ENDING = 4  # letters of a case ending: otsaila-ren
MAX_NAME = 99  # letters; no name of a month has as many
MIN_STEM = 4  # letters of a weekday's name before its case ending: сред-у
LEFT = 2  # letters of a damaged name that must be left: f?v
MIN_SLIP = 5  # letters a misspelt month needs; below, a slip turns one month into another (jun, jul)

_BREAKS = re.compile(r"[\s'\N{RIGHT SINGLE QUOTATION MARK}-]+")


@lru_cache(maxsize=1 << 14)
def months(word: str) -> tuple[Sense, ...]:
    """Return the months a folded word may mean, likeliest first; empty when it is none.

    Exact forms of languages of the web come before exact forms of other languages and before prefixes.
    """
    if LOST in word:
        return _with_lost_letters(word)
    if word in LINKS:
        return ()
    exact = _exact().get(word, ())
    own = calendar_months().get(word, ())
    if own and own[0].era == Era.ETHIOPIC:
        return (*own, *exact)  # of Tigrinya
    known = len(word) >= MIN_MINOR or any(weight(sense.languages) for sense in exact)
    return (
        (exact if known else ())
        or own
        or (_prefixed(word) if len(word.rpartition(" ")[2]) >= MIN_PREFIX else ())
    )


def _with_lost_letters(word: str) -> tuple[Sense, ...]:
    """Months of the web's languages whose name a word is, any letter standing for each that is lost, two letters being left."""
    if len(word) - word.count(LOST) < LEFT:
        return ()
    pattern = re.compile("".join("." if letter == LOST else re.escape(letter) for letter in word))
    names, senses = _sorted_names()
    found: dict[int, frozenset[str]] = {}
    for name, of_name in zip(names, senses, strict=True):
        if pattern.fullmatch(name):
            for sense in of_name:
                found[sense.month] = found.get(sense.month, frozenset()) | sense.languages
    return _ranked(found)


def spelt_months(word: str) -> tuple[Sense, ...]:
    """Return the months whose whole name or whose own abbreviation a folded word is."""
    return _exact().get(word, ())


@cache
def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts in which CLDR writes a language's months, by their names in Unicode: LATIN, CYRILLIC."""
    words = (
        word for word, senses in harvest().months.items() for spoken in senses.values() if language in spoken
    )
    return frozenset(unicodedata.name(word[0], "").partition(" ")[0] for word in words)


@lru_cache(maxsize=1 << 14)
def misspelt_months(word: str) -> tuple[Sense, ...]:
    """Return months whose full name is one slip away from a folded word of at least `MIN_SLIP` letters."""
    if len(word) < MIN_SLIP:
        return ()
    found: dict[int, frozenset[str]] = {}
    near = {name for variant in _shortened(word) for name in _misspellings().get(variant, ())}
    for name in near:
        if one_slip(name, word):
            for sense in _exact()[name]:
                found[sense.month] = found.get(sense.month, frozenset()) | sense.languages
    return _ranked(found)


@lru_cache(maxsize=64)
def roman_months(word: str) -> tuple[Sense, ...]:
    """Return the month of a Roman numeral, as Polish, Hungarian and Italian sites write it: 27 IX 2025."""
    return (Sense(ROMAN.index(word) + 1, frozenset()),) if word in ROMAN else ()


@lru_cache(maxsize=1 << 14)
def inflected_months(word: str) -> tuple[Sense, ...]:
    """Return months whose name a folded word begins with and ends with at most `MAX_ENDING` letters more."""
    for end in range(len(word) - 1, max(MIN_MINOR, len(word) - MAX_ENDING) - 1, -1):
        found = _exact().get(word[:end], ())
        if sum(map(str.isalpha, word[:end])) < MIN_MINOR:  # மார், two letters and their signs, begins மார்கழி
            break
        if any(weight(sense.languages) for sense in found):
            return found
    return ()


@lru_cache(maxsize=1 << 14)
def short_months(word: str) -> tuple[Sense, ...]:
    """Return months that a folded word of two letters begins (`ян`, `Ni`), or short names of minor languages.

    Two letters that link the parts of a date begin none: `29 de ____ de 2026` is of no December. Breton's `Du` is a whole name.
    """
    exact = _exact().get(word, ())
    if word in LINKS and len(word) < MIN_PREFIX:
        return tuple(sense for sense in exact if weight(sense.languages))
    return (_prefixed(word) if len(word) == MIN_PREFIX - 1 else ()) or exact


@lru_cache(maxsize=1 << 14)
def weekdays(word: str) -> int:
    """Return the weekdays a folded word may mean as a bit mask (bit 0 is Monday), 0 for none."""
    return sum(1 << number for number in weekday_senses(word))


@lru_cache(maxsize=1 << 14)
def weekday_senses(word: str) -> dict[int, frozenset[str]]:
    """Return the weekdays a folded word may mean, Monday is 0, and the languages in which it does."""
    if word in LINKS:
        return {}
    # of a word that links elsewhere, or of a letter, put there by who found it to be a weekday
    if word.endswith("."):
        return OF_LETTER if word == WEEKDAY_LETTER else linked_weekdays(word[:-1])
    senses = harvest().weekdays.get(word, {})
    exact = {number: langs for number, langs in senses.items() if weight(langs) or len(word) >= MIN_MINOR}
    return exact or (_weekday_prefix(word) if len(word) >= MIN_PREFIX else {})


@lru_cache(maxsize=64)
def linked_weekdays(word: str) -> dict[int, frozenset[str]]:
    """Return the weekdays that a folded word, which links elsewhere, is in larger languages: do, di, to, la."""
    senses = harvest().weekdays.get(word, {}).items()
    return {number: languages for number, languages in senses if weight(languages) >= LARGER}


@lru_cache(maxsize=1 << 14)
def inflected_weekday(word: str) -> int:
    """Return the weekdays of a folded word in another case than CLDR gives: в среду, w sobotę, минулої неділі."""
    masks = (weekdays(word[:end]) for end in (len(word) - 1, len(word) - 2) if end >= MIN_STEM)
    return next(filter(None, masks), 0)


@lru_cache(maxsize=1 << 14)
def weekday_phrase(first: str, second: str) -> str:
    """Return the name under which the tables keep a weekday of two folded words, empty for none: thứ sáu, quarta feira, سه شنبه."""
    spellings = (f"{first} {second}", first + second)  # of a few languages the one, of Persian the other
    known = {words: _known_as_weekday(words) for words in spellings}
    best = max(spellings, key=known.__getitem__)
    return best if known[best] else ""


def _known_as_weekday(word: str) -> float:
    return sum(weight(languages) for languages in harvest().weekdays.get(word, {}).values())


@lru_cache(maxsize=1 << 14)
def rather_month(word: str) -> float:
    """Return how much likelier a folded word is a month than a weekday: `mar.` is both, `mai` hardly ever a weekday."""
    named = harvest().weekdays.get(word) or {}
    if not named and weekdays(word):  # a beginning: çər, Azerbaijani's Wednesday and Czech's June
        name = next(name for name in _sorted_weekdays() if name.startswith(word))
        named = harvest().weekdays[name]
    as_weekday = sum(weight(languages) for languages in named.values())
    return sum(weight(sense.languages) for sense in months(word)) / (as_weekday + MINOR_SHARE)


@cache
def day_words() -> dict[str, int]:
    """Folded words (several joined by a space) → days from today: 0, -1, -2, +1."""
    table: dict[str, int] = {}
    for group in DAY_WORDS.values():
        for words, days in zip(group, (0, -1, -2, 1), strict=True):
            for phrase in words:
                table.setdefault(" ".join(filter(None, map(fold, _BREAKS.split(phrase)))), days)
    return table


@cache
def languages_of_day_word(phrase: str) -> frozenset[str]:
    """Return the languages in which folded words name a day from today: `more` in Afrikaans."""
    said = {
        language: {
            " ".join(filter(None, map(fold, _BREAKS.split(phrase)))) for words in group for phrase in words
        }
        for language, group in DAY_WORDS.items()
    }
    return frozenset(language for language, words in said.items() if phrase in words)


def one_slip(name: str, word: str) -> bool:
    """True when one letter is dropped, added, changed, or two neighbours are swapped."""
    if name == word:
        return False
    start = same_beginning(name, word)
    a, b = name[start:], word[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


@cache
def _exact() -> dict[str, tuple[Sense, ...]]:
    table: dict[str, dict[int, frozenset[str]]] = {word: dict(ns) for word, ns in harvest().months.items()}
    for form, (month, language) in ABBREVIATIONS.items():
        senses = table.setdefault(fold(form), {})
        senses[month] = senses.get(month, frozenset()) | {language}
    return {word: _ranked(senses) for word, senses in table.items()}


@cache
def longest_names() -> dict[str, int]:
    """Return how many words the longest month's name has that begins with a word, for those that begin one of several words."""
    longest: dict[str, int] = {}
    for name in (*_exact(), *calendar_months()):
        first, _, rest = name.partition(" ")
        if rest:
            longest[first] = max(longest.get(first, 0), name.count(" ") + 1)
    return longest


def _shortened(word: str) -> set[str]:
    """The word and every form of it with one letter dropped: words one slip apart share one of them."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _misspellings() -> dict[str, set[str]]:
    """Shortened form → the web languages' month names that it may stand for."""
    table: dict[str, set[str]] = defaultdict(set)
    for name, senses in _exact().items():
        if len(name) >= MIN_SLIP and any(weight(sense.languages) for sense in senses):
            for variant in _shortened(name):
                table[variant].add(name)
    return table


@cache
def _sorted_names() -> tuple[list[str], list[tuple[Sense, ...]]]:
    """CLDR's names of the web's languages for searching by prefix, sorted.

    Of other spellings none is shortened: `mair` begins the Basque `mairen`, and a French mayor.
    """
    names = sorted(
        word for word in harvest().months if any(weight(sense.languages) for sense in _exact()[word])
    )
    return names, [_exact()[name] for name in names]


def _prefixed(word: str) -> tuple[Sense, ...]:
    names, senses = _sorted_names()
    lengths: dict[tuple[int, str], int] = {}  # (month, language) → length of its shortest name
    # language → months whose name of several words the word begins
    begun: dict[str, set[int]] = defaultdict(set)
    for at in range(bisect_left(names, word), len(names)):
        if not names[at].startswith(word):
            break
        whole = names[at][len(word) : len(word) + 1] == " "
        for sense in senses[at]:
            for language in sense.languages:
                key = sense.month, language
                if whole:
                    begun[language].add(sense.month)
                lengths[key] = min(lengths.get(key, MAX_NAME), len(names[at]))
    # dhen begins all months of Scottish Gaelic, нэгдүгээр one of Mongolian
    lengths = {
        key: length for key, length in lengths.items() if len(begun[key[1]]) < len(("this", "another"))
    }
    least: dict[str, int] = {}
    for (_, language), length in lengths.items():
        least[language] = min(least.get(language, MAX_NAME), length)
    likely: dict[int, set[str]] = defaultdict(set)
    other: dict[int, set[str]] = defaultdict(set)  # of one language too: հուն begins January and June
    for (month, language), length in lengths.items():
        (likely if length == least[language] else other)[month].add(language)
    first = _ranked({month: frozenset(languages) for month, languages in likely.items()})
    rest = _ranked({month: frozenset(langs) for month, langs in other.items() if month not in likely})
    return first + rest


@cache
def _sorted_weekdays() -> list[str]:
    return sorted(w for w, ns in harvest().weekdays.items() if any(weight(langs) for langs in ns.values()))


def _weekday_prefix(word: str) -> dict[int, frozenset[str]]:
    names, found = _sorted_weekdays(), dict[int, frozenset[str]]()
    begun: dict[str, set[int]] = defaultdict(set)  # as in `_prefixed`: יום begins all of Hebrew
    for at in range(bisect_left(names, word), len(names)):
        if not names[at].startswith(word):
            break
        for number, languages in harvest().weekdays[names[at]].items():
            if weight(languages):
                found[number] = found.get(number, frozenset()) | languages
            if names[at][len(word) : len(word) + 1] == " ":
                for language in languages:
                    begun[language].add(number)
    of_all = {language for language, numbers in begun.items() if len(numbers) > 1}
    own = {number: languages - of_all for number, languages in found.items()}
    return {number: languages for number, languages in own.items() if languages}


def _ranked(senses: dict[int, frozenset[str]]) -> tuple[Sense, ...]:
    """Senses by weight; those of minor languages only where no other language has the word."""
    ranked = sorted(senses.items(), key=lambda item: (-weight(item[1]), -len(item[1]), item[0]))
    if ranked and weight(ranked[0][1]) > MINOR_SHARE:
        ranked = [item for item in ranked if weight(item[1]) > MINOR_SHARE]
    return tuple(Sense(month, languages) for month, languages in ranked)
