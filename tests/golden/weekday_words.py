"""The weekdays that the finder of lists sees, `scraper/listing/words/days.txt`, made from the words of the date reader.

A weekday tells no date there; it counts as date beside one. So every name of five letters that the reader reads is taken, a shorter one in
larger languages alone (`ja` is a Sunday in Taita), and in the web's languages names of several words and each of their words: `dydd iau`.
`weekday_words.tsv` beside this file is by hand: what is seen, words, why. `python -m tests.golden.weekday_words` writes the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, localedata

from pipelines.dates.words.earlier import EARLIER
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import LARGER, weekdays
from pipelines.dates.words.senses import weight
from tests.golden.month_words import INDIC, SHORT

BY_HAND = Path(__file__).with_suffix(".tsv")
FILE = Path(__file__).parents[2] / "scraper" / "listing" / "words" / "days.txt"
_MARKS = ".’'·।॰ "  # at the end of a short form
_PARTED = re.compile(r"[\s.-]")
_WORD = re.compile(r"[^\W\d_][^\s\d,،;:()|/<>\[\].–—-]*")  # what the finder takes for one word


def made() -> list[str]:
    """The lines of the file."""
    hand, spoken = by_hand(), _names()
    found = {name for name, languages in spoken.items() if " " not in name and _is_seen(name, languages)}
    larger = {name for name, languages in spoken.items() if _PARTED.search(name) and weight(languages) > 0}
    found |= {word for name in larger for word in (name, *_words(name)) if len(word) > 1}
    return sorted((found | hand["seen"]) - hand["none"])


def by_hand() -> dict[str, set[str]]:
    """The words of `weekday_words.tsv`: seen, none."""
    table: dict[str, set[str]] = defaultdict(set)
    for line in BY_HAND.read_text(encoding="utf-8").splitlines():
        tier, words, _why = line.split("\t")
        table[tier].update(words.split())
    return table


def _names() -> dict[str, frozenset[str]]:
    """Every name → its languages."""
    table: dict[str, set[str]] = defaultdict(set)
    for name, language in _spelt():
        table[name.casefold().strip(_MARKS)].add(language)
    return {name: frozenset(languages) for name, languages in table.items()}


def _words(name: str) -> list[str]:
    return [word.strip(_MARKS) for word in _WORD.findall(name)]


def _spelt() -> Iterator[tuple[str, str]]:
    for identifier in localedata.locale_identifiers():
        data = Locale.parse(identifier)._data["days"]
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for name in data.get(context, {}).get(width, {}).values():
                    yield name, identifier.partition("_")[0]
    yield from ((said, one.language) for one in EARLIER if one.kind == "weekday" for said in one.words)


def _is_seen(word: str, languages: frozenset[str]) -> bool:
    """Whether a name is a weekday to the reader, and hardly a word of another language."""
    if not weekdays(fold(word)):
        return weight(languages) >= LARGER and len(word) > 1  # of words that link elsewhere: `do`, `to`
    if len(word) == 1:
        return False
    if word >= INDIC and weight(languages) > 0:
        return True
    return len(word) >= SHORT or weight(languages) >= LARGER or (weight(languages) > 0 and not word.isascii())


def main() -> None:
    """Write the file."""
    FILE.write_text("".join(f"{line}\n" for line in made()), encoding="utf-8")


if __name__ == "__main__":
    main()
