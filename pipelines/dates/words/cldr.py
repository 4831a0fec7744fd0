"""Names, relative words and date orders of every locale in CLDR, harvested once through babel and kept as JSON.

Reading babel's 1,082 (2.18) or 1,147 (2.19) locales takes about a second; the harvest is 1 MB of JSON that loads in a few milliseconds, so
it is kept in the user's cache, under a name that holds babel's and CLDR's version and a digest of this folder. Where the cache cannot be written
the harvest serves from memory.

What is taken: month and weekday names, wide and abbreviated, in the inflected and the stand-alone form; patterns of
relative time (`il y a {0} jours`); day periods; the order and separator of the short numeric pattern.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import unicodedata
from collections import defaultdict
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import babel
from babel import Locale, localedata
from babel.core import get_cldr_version, get_global

from pipelines.dates.words.ago import UNITS, compose
from pipelines.dates.words.earlier import EARLIER
from pipelines.dates.words.fold import fold
from pipelines.dates.words.wording import ONES
from pipelines.language.cache import cache_home

MAX_WORDS = 7  # longest month name kept, in words
_DIGIT = re.compile(r"\d")
_ONES = frozenset(map(fold, ONES))
WORDED = {"one": 1, "two": 2}  # plural forms that need no number: قبل يومين
_SYLLABIC = "\u0900"  # from here on, one character can be a word: 土 is Saturday, ဧ is April
_QUOTED = re.compile(r"'[^']*'")

Names = dict[str, dict[int, frozenset[str]]]


class Harvest(NamedTuple):
    """What CLDR says, by folded word.

    Attributes:
        months: word → month (1 to 12) → languages in which it means that month.
        weekdays: word → weekday (0 is Monday) → languages.
        relative: squeezed pattern with `0` for the number → (unit letter of `ago.UNITS`, count: -1 past,
            +1 future, times the number where the pattern says it in words).
        undirected: those of them that name an amount and no direction, as narrow patterns do: `3 j`, `3 mėn`.
        halves: word → 0 for before noon, 12 for after.
        orders: locale identifier → (order such as `dmy`, first separator).
    """

    months: Names
    weekdays: Names
    relative: dict[str, tuple[str, int]]
    undirected: frozenset[str]
    halves: dict[str, int]
    orders: dict[str, tuple[str, str]]


@cache
def harvest() -> Harvest:
    """Return the harvest of the installed babel, from the user's cache where it holds one."""
    path = (
        cache_home()
        / f"cldr-dates-{babel.__version__}-{get_cldr_version()}-{digest(files(__package__))}.json"
    )
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):  # absent, cut short or foreign
        return _thaw(json.loads(path.read_text(encoding="utf-8")))
    raw = _collect()
    with suppress(OSError):  # a home that cannot be written: the harvest serves from memory
        _keep(path, raw)
    return _thaw(raw)


def digest(folder: Traversable) -> str:
    """What tells the tables and the sources of one folder from those of another: the harvest is made of this one's (.4 ms)."""
    made_of = blake2b(digest_size=8)
    sources = (entry for entry in folder.iterdir() if entry.name.endswith((".py", ".txt")))
    for source in sorted(sources, key=attrgetter("name")):
        made_of.update(source.read_bytes())
    return made_of.hexdigest()


def squeeze(phrase: str) -> str:
    """Return a phrase as the table of relative time keeps it: words folded, spaces and punctuation gone.

    Vowel signs stay: Tamil's short forms of minute and day, நி and நா, differ by nothing else.
    """
    return "".join(char for char in fold(phrase) if char.isalnum() or unicodedata.category(char)[0] == "M")


def likely_territory(language: str) -> str:
    """The territory CLDR thinks of when a language is named alone (`fr` → `FR`), or an empty string."""
    return str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]


@cache
def main_language(territory: str) -> str:
    """The official language most spoken in a territory (`CH` → `de`), or an empty string."""
    spoken = get_global("territory_languages").get(territory, {})
    ranked = sorted(
        spoken.items(),
        key=lambda item: (bool(item[1]["official_status"]), item[1]["population_percent"]),
        reverse=True,
    )
    return ranked[0][0].partition("_")[0] if ranked else ""


def _collect() -> dict[str, Any]:
    months: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    weekdays: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    relative: dict[str, tuple[str, int]] = {}
    undirected: set[str] = set()
    halves: dict[str, int] = {}
    orders: dict[str, tuple[str, str]] = {}
    compositions: dict[str, Any] = {}
    for kind, language, number, unit, words in EARLIER:
        for said in words:
            if kind in ("month", "weekday"):
                (months if kind == "month" else weekdays)[_word(said)][number].add(language)
            elif kind == "half":
                halves[_half(said)] = number
            else:
                relative[squeeze(said)] = (unit, number)
    for identifier in sorted(localedata.locale_identifiers()):
        data = Locale.parse(identifier)._data
        language = identifier.partition("_")[0]
        _names(months, data["months"], language)
        _names(weekdays, data["days"], language)
        _relative(relative, data["date_fields"])
        undirected |= _amounts(data["unit_patterns"])
        _halves(halves, data["day_periods"])
        orders[identifier] = _order(data["date_formats"]["short"].pattern)
        compositions[language] = compositions.get(language) or data
    for language, data in compositions.items():  # after all of CLDR's own patterns, which go before
        compose(relative, data, language, squeeze)
    return {
        "months": _plain(months),
        "weekdays": _plain(weekdays),
        "relative": relative,
        "undirected": sorted(undirected & relative.keys()),
        "halves": halves,
        "orders": orders,
    }


def _names(table: dict[str, dict[int, set[str]]], data: Any, language: str) -> None:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in data.get(context, {}).get(width, {}).items():
                word = _word(name)
                if (
                    (len(word) > 1 or word >= _SYLLABIC)
                    and not _DIGIT.search(word)
                    and word.count(" ") < MAX_WORDS
                ):
                    table[word][number].add(language)


def _word(name: str) -> str:
    return " ".join(fold(part) for part in name.replace("-", " ").split())


def _half(name: str) -> str:
    return fold(name).replace(" ", "")


def _relative(table: dict[str, tuple[str, int]], fields: Any) -> None:
    for field, unit in UNITS.items():
        for width in ("", "-short", "-narrow"):
            for when, sign in (("past", -1), ("future", 1)):
                for number, pattern in fields.get(field + width, {}).get(when, {}).items():
                    words = squeeze(pattern.replace("{0}", "0"))
                    if words != "0":
                        count = 1 if "0" in words else WORDED.get(number, 1)
                        table.setdefault(words, (unit, sign * count))
            _unnumbered(table, fields.get(field + width, {}).get("past", {}).get("one", ""), unit)


def _amounts(patterns: Any) -> set[str]:
    """How long something takes in one unit of time, squeezed."""
    widths = (width for field in UNITS for width in patterns.get(f"duration-{field}", {}).values())
    forms = (form for width in widths for form in width.values() if isinstance(form, str))
    return {squeeze(form.replace("{0}", "0")) for form in forms if "{0}" in form}


def _unnumbered(table: dict[str, tuple[str, int]], pattern: str, unit: str) -> None:
    """`{0} час назад`, `قبل ساعة واحدة`: of one unit the number is left out, where a word for "ago" remains beside the unit."""
    words = pattern.replace("{0}", " ").split()
    bare = [word for word in words if fold(word) not in _ONES]
    if len(bare) > 1 and all(len(fold(word)) > 1 for word in bare):
        table.setdefault(squeeze(" ".join(bare)), (unit, -1))


def _halves(table: dict[str, int], data: Any) -> None:
    for width in ("wide", "abbreviated"):
        for name, hours in (("am", 0), ("pm", 12)):
            word = _half(data.get("format", {}).get(width, {}).get(name, ""))
            if len(word) > 1:
                table.setdefault(word, hours)


def _order(pattern: str) -> tuple[str, str]:
    letters = "".join(dict.fromkeys(c for c in _QUOTED.sub("", pattern).lower() if c in "dmy"))
    separator = next((c for c in _QUOTED.sub("", pattern) if c in "./-"), "")
    return letters, separator


def _plain(table: dict[str, dict[int, set[str]]]) -> dict[str, dict[str, list[str]]]:
    return {word: {str(n): sorted(languages) for n, languages in ns.items()} for word, ns in table.items()}


def _thaw(raw: dict[str, Any]) -> Harvest:
    def names(table: dict[str, dict[str, list[str]]]) -> Names:
        return {word: {int(n): frozenset(langs) for n, langs in ns.items()} for word, ns in table.items()}

    return Harvest(
        names(raw["months"]),
        names(raw["weekdays"]),
        {words: (unit, int(sign)) for words, (unit, sign) in raw["relative"].items()},
        frozenset(raw["undirected"]),
        {word: int(hours) for word, hours in raw["halves"].items()},
        {identifier: (order, separator) for identifier, (order, separator) in raw["orders"].items()},
    )


def _keep(path: Path, raw: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(raw, file, ensure_ascii=False)
    Path(name).replace(path)
