"""The phrases of time gone by that the finder of lists sees, `scraper/listing/words/ago.txt`, brought up to those of CLDR.

The file holds more: what the date reader puts together (`pipelines.dates.words.ago`) and what programs write. A phrase once written stays.
`python -m tests.golden.ago_phrases` adds the patterns that the installed CLDR has in the web's languages and the file lacks. Left out are
those without a word for "ago" (`-3 min`) and with a unit of one letter, which other languages have for a measure (`avant 3 h`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, localedata

from pipelines.dates.words.ago import PLURALS, UNITS
from pipelines.dates.words.senses import weight

FILE = Path(__file__).parents[2] / "scraper" / "listing" / "words" / "ago.txt"
_AMOUNT = "{0}"
# a dash in front, a number in brackets behind, a unit of one letter, the two alphabets that English was once to have
_NOT_TAKEN = re.compile(r"^[-–−]|\(|\{0\}\s?[^\W\d_]\.?(?:\s|$)|[\U00010400-\U0001047f]")


def patterns() -> set[str]:
    """CLDR's patterns of time gone by in the languages of the web, case folded, but for those left out."""
    said = {" ".join(pattern.casefold().split()) for pattern in _past() if _AMOUNT in pattern}
    return {pattern for pattern in said if not _NOT_TAKEN.search(pattern)}


def _past() -> Iterator[str]:
    for identifier in localedata.locale_identifiers():
        if weight(frozenset({identifier.partition("_")[0]})) > 0:
            fields = Locale.parse(identifier)._data["date_fields"]
            for field in (f"{unit}{width}" for unit in UNITS for width in ("", "-short", "-narrow")):
                forms = fields.get(field, {}).get("past", {})
                yield from (forms[plural] for plural in PLURALS if isinstance(forms.get(plural), str))


def main() -> None:
    """Add what is missing to the file."""
    lines = {*FILE.read_text(encoding="utf-8").splitlines(), *patterns()}
    FILE.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


if __name__ == "__main__":
    main()
