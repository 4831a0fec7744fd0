"""Write the word tables of `scraper.listing.dated` from CLDR (Unicode licence): `python -m bench.listing_words FOLDER`.

Months, days of the week, "… ago" in every way the reader of dates knows, and the words for numbers such phrases are said
with ("an hour ago"), in the languages below, folded, one a line, sorted. Run it when babel brings a new CLDR or
`pipelines.dates` new words, and review the difference; `scraper/listing/words` is the folder.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from pipelines.dates.ago import Relative, compose
from pipelines.dates.ago_words import NUMERALS
from pipelines.dates.wording import ONES

LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km "
    "kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt rm ro ru sd si sk sl sq sr sr_Latn sv sw ta te "
    "th tk tr uk ur uz vi zh zh_Hant zu"
).split()
SINGLE_MIN = 8  # characters of an hour ago without a word for one; "il y a h" is shorter
SHORTEST = 2  # one letter stands for too much


def months(locale: Locale) -> Iterator[str]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name in locale.months[context][width].values():
                words = name.casefold().split()
                word = (words[-1] if words[0] == "de" else words[0]).strip(".’'")
                if word[:1].isalpha() and "月" not in word and not any(map(str.isdigit, word)):
                    yield word


def days(locale: Locale) -> Iterator[str]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from (name.casefold().strip(".’'") for name in locale.days[context][width].values())


def ago(locale: Locale) -> Iterator[str]:
    fields = locale._data["date_fields"]  # babel has no public way to them
    for unit in ("second", "minute", "hour", "day", "week", "month"):
        for form in (unit, f"{unit}-short"):
            past = fields[form]["past"] if form in fields and "past" in fields[form] else {}
            yield from (_folded(pattern) for pattern in past.values() if "{0}" in pattern)
            single = _folded(past.get("one", "").replace("{0}", " "))  # "před hodinou"
            if single.count(" ") and len(single) >= SINGLE_MIN:
                yield single
    said: Relative = {}
    compose(said, locale._data, locale.language, _folded)
    yield from (_ZERO.sub("{0}", phrase) for phrase in said)


_ZERO = re.compile(r"(?<!\d)0(?!\d)")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def numbers() -> set[str]:
    return {
        word for word in (*ONES, *" ".join(NUMERALS).split()) if len(word) >= SHORTEST or word in _ONE_LETTER
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
        (folder / f"{table.__name__}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
        print(f"{table.__name__}.txt: {len(words)} words")
    (folder / "numbers.txt").write_text("\n".join(sorted(numbers())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
