"""Write the word tables of `scraper.listing.dated` from CLDR (Unicode licence): `python -m bench.listing_words FOLDER`.

Months, days of the week and "… ago", in the languages below, folded, one a line, sorted. Run it when babel brings a new
CLDR, and review the difference; `scraper/listing/words` is the folder.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km "
    "kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt rm ro ru sd si sk sl sq sr sr_Latn sv sw ta te "
    "th tk tr uk ur uz vi zh zh_Hant zu"
).split()
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
            for pattern in past.values():
                if "{0}" in pattern:
                    yield (
                        pattern.casefold()
                        .replace("\N{NO-BREAK SPACE}", " ")
                        .replace("\N{NARROW NO-BREAK SPACE}", " ")
                    )


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


if __name__ == "__main__":
    main()
