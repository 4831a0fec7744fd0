"""The words beside an hour that the finder of lists sees, `scraper/listing/words/hours.txt`, made of CLDR's and of the date reader's.

`10:30 Uhr`, `pukul 10.30`, `সকাল ১০:৩০`: they count as date where an hour stands, too. Taken are the parts of the day, and what patterns write
beside a time and between a day and a time, in the languages of the web; what `BY_HAND` adds are words of programs that have patterns of their own.
`python -m tests.golden.hour_words` writes the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, localedata

from pipelines.dates.tokens.clock import WORDS_OF_HOURS
from pipelines.dates.words.cldr import harvest
from pipelines.dates.words.senses import weight
from tests.golden.month_words import ALSO

FILE = Path(__file__).parents[2] / "scraper" / "listing" / "words" / "hours.txt"
BY_HAND = (
    "les เวลา ore auer a.m p.m বাজে সময় বজাত बजे वाजता वाजतां વાગ્યે ਵਜੇ -നു د.م "
    "রাত সকাল দুপুর বিকাল रात सुबह दोपहर शाम पहाटे सकाळी दुपारी सायंकाळी रात्री राति बिहान बिहानको दिउँसो दिउँसोको साँझ साँझको "
    "ਰਾਤ ਸਵੇਰ ਦੁਪਹਿਰ ਸ਼ਾਮ રાત સવાર બપોર સાંજ రాత్రి ఉదయం మధ్యాహ్నం సాయంత్రం ರಾತ್ರಿ ಬೆಳಿಗ್ಗೆ ಮಧ್ಯಾಹ್ನ ಸಂಜೆ காலை மாலை மு.ப பி.ப രാത്രി രാവിലെ ጡዋት"
).split()
SHORT_MAX = 3
_WORD = re.compile(r"[^\W\d_][^\s\d,،;:()|/<>\[\].–—-]*")  # what the finder takes for one word
_QUOTED = re.compile(r"'([^']+)'")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z]+")  # a pattern need not quote them


def made() -> list[str]:
    """The lines of the file. Of two and three letters many are words without an hour, too: `no`, `the`."""
    own = {word for phrase in (*WORDS_OF_HOURS, *BY_HAND, *harvest().halves) for word in _words(phrase)}
    said = {
        word for phrase in _spelt() for word in _words(phrase) if len(word) > SHORT_MAX or not word.isascii()
    }
    return sorted(
        {form for word in own | said for form in (word, unicodedata.normalize("NFC", word)) if len(word) > 1}
    )


def _words(phrase: str) -> list[str]:
    return _WORD.findall(phrase.casefold())


def _spelt() -> Iterator[str]:
    for identifier in localedata.locale_identifiers():
        language = identifier.partition("_")[0]
        if weight(frozenset({language})) == 0 and language not in ALSO:
            continue
        locale = Locale.parse(identifier)
        for context in locale._data["day_periods"].values():
            for width in ("wide", "abbreviated"):
                yield from (name for name in context.get(width, {}).values() if isinstance(name, str))
        patterns = [str(pattern) for pattern in locale.datetime_formats.values()]
        patterns += [pattern.pattern for pattern in locale.time_formats.values()]
        for pattern in patterns:
            yield from (*_QUOTED.findall(pattern), *_OTHER_LETTERS.findall(pattern))


def main() -> None:
    """Write the file."""
    FILE.write_text("".join(f"{line}\n" for line in made()), encoding="utf-8")


if __name__ == "__main__":
    main()
