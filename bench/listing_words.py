"""Write the word tables of `scraper.listing.dates.dated` from CLDR (Unicode licence): `python -m bench.listing_words FOLDER`.

Months, days of the week, "… ago" in every way the reader of dates knows, and the words for numbers ("an hour ago") and for
"about" that such phrases are said with, in the languages below, folded, one a line, sorted. Run it when babel brings a new CLDR or
`pipelines.dates` new words, and review the difference; `scraper/listing/words` is the folder.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

from pipelines.dates.words.ago import Relative, compose
from pipelines.dates.words.ago_words import ABOUT, NEAR, NUMERALS
from pipelines.dates.words.wording import ABBREVIATIONS, BIKRAM, HIJRI, JALALI, ONES

# The languages of most of the web, and others of which only months are known.
LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km "
    "kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt rm ro ru sd si sk sl sq sr sr_Latn sv sw ta te "
    "th tk tr uk ur uz vi zh zh_Hant zu"
).split()
OTHERS = "as ast ceb ckb fo fy ha jv ku lb mg oc so su tg tt ug yo".split()
SINGLE_MIN = 8  # characters of an hour ago without a word for one; "il y a h" is shorter
SHORTEST = 2  # one letter stands for too much
SHORTEST_ELSEWHERE = 3  # and one more in Latin letters: `og` is a month and Danish for "and"


def months(locale: Locale) -> Iterator[str]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name in locale.months[context][width].values():
                words = name.casefold().split()
                word = (words[-1] if words[0] == "de" else words[0]).strip(".’'")
                if word[:1].isalpha() and "月" not in word and not any(map(str.isdigit, word)):
                    yield word


def months_elsewhere() -> Iterator[str]:
    """Months of territories and of further languages, with letters that dates write onto them, and as sites abbreviate them."""
    for name in sorted(locale_identifiers()):
        if name.split("_")[0] in (*LANGUAGES, *OTHERS) and not name.startswith("en_"):
            locale = Locale.parse(name)
            yield from months(locale)
            if name == "he":  # 20 בנובמבר
                yield from (f"ב{word}" for word in months(locale) if not word.isascii())
    yield from (word for word in ABBREVIATIONS if " " not in word)


def months_of_calendars() -> Iterator[str]:
    """First words of the months of other calendars; `mehr` and `tir` in Latin letters are words of other languages."""
    names = "|".join((*JALALI, *BIKRAM, *HIJRI)).split("|")
    yield from (name.split()[0] for name in names if not name.isascii())


def days(locale: Locale) -> Iterator[str]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from (name.casefold().strip(".’'") for name in locale.days[context][width].values())


def ago(locale: Locale) -> Iterator[str]:
    for name in sorted(locale_identifiers()):
        if name == str(locale) or name.startswith(f"{locale}_"):
            yield from _past(Locale.parse(name))
    said: Relative = {}
    compose(said, locale._data, locale.language, _folded)
    yield from (_ZERO.sub("{0}", phrase) for phrase in said)


def _past(locale: Locale) -> Iterator[str]:
    """CLDR's patterns of one locale; a sign before the number, `-5 h`, is also how a temperature is written."""
    fields = locale._data["date_fields"]  # babel has no public way to them
    for unit in ("second", "minute", "hour", "day", "week", "month", "year"):
        for form in (unit, f"{unit}-short", f"{unit}-narrow"):
            past = fields[form]["past"] if form in fields and "past" in fields[form] else {}
            yield from (
                _folded(pattern)
                for pattern in past.values()
                if "{0}" in pattern and pattern[0] not in "-\N{EN DASH}\N{MINUS SIGN}"
            )
            single = _folded(past.get("one", "").replace("{0}", " "))  # "před hodinou"
            if not form.endswith("-narrow") and single.count(" ") and len(single) >= SINGLE_MIN:
                yield single


_AB = "آب"  # August from Lebanon to Iraq
_ZERO = re.compile(r"(?<!\d)0(?!\d)")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def numbers() -> set[str]:
    return {
        word for word in (*ONES, *" ".join(NUMERALS).split()) if len(word) >= SHORTEST or word in _ONE_LETTER
    }


def about() -> set[str]:
    """The words as they are written: the reader of dates has them as patterns."""
    return {
        word.replace("\\", "").replace(".?", "").replace("[e']", ending)
        for word in (*ABOUT, *NEAR)
        for ending in ("e", "'")
    }


_ONE_LETTER = frozenset("a o".split())  # "a day ago", "o oră în urmă"; other letters are names of things


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for table in (months, days, ago):
        words = {
            word for language in LANGUAGES for word in table(Locale.parse(language)) if len(word) >= SHORTEST
        }
        if table is months:
            words.update(word for word in months_of_calendars() if len(word) >= SHORTEST)
            words.update(
                word
                for word in months_elsewhere()
                if len(word) >= SHORTEST_ELSEWHERE + word.isascii() or word == _AB
            )
        (folder / f"{table.__name__}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
        print(f"{table.__name__}.txt: {len(words)} words")
    for listed in (numbers, about):
        (folder / f"{listed.__name__}.txt").write_text("\n".join(sorted(listed())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
