"""Write the tables of `pipelines/repair/words`: `python -m bench.repair_beginnings -o FOLDER [LANGUAGE…]`.

Needs `pip install wordfreq==3.1.1 langdetect` beside the project, which the product itself does not: every decision is
taken here, from 30,000 to 700,000 words a language with their frequencies, and only decisions are shipped.
`--check TEXTS` measures a table instead, on a folder of `fr.txt` and so on, one sentence a line: the share of the letters
above ASCII that would come back, and how many of them rightly.

A context is the end of a word's beginning, `^` where the word starts. For each context and each first byte that a lost
letter may have kept (or none), the letters that can follow are weighed: by the frequency of the words, drawn to the shorter
context's answer (`Strict.draw`), and for contexts inside a word also by how many words there are, because what a new
word does is what many words do. A line is written where the answer is not that of the context one letter shorter.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pipelines.repair.likelihood.before import last_word
from pipelines.repair.likelihood.beginnings import LONGEST
from pipelines.repair.likelihood.beginnings import of_language as of_table
from pipelines.repair.likelihood.letters import of_language

LANGUAGES = ("bg ca cs da de el es fi fr hr it lt lv mk nl no pl pt ro ru sk sl sv tr uk vi").split()
LIKELY_IN = ("ca cs el es fr hr it lt no ro sk sl tr").split()
"""Languages whose likely answers, where the site's words and the language's letters agreed (`restore.LEAST`), were right in
99 % of the cases or more on other text. In German 87 of 96 were, in Swedish 42 of 44, in Finnish 75 of 77: new compounds."""
NAMES = {"no": "nb"}  # as wordfreq calls them
HEADER = (
    "# Made by bench/repair_beginnings.py from wordfreq 3.1.1 (Robyn Speer), CC BY-SA 4.0; see README.md."
)
GAP_LOST = 0.002
"""How often a word is written without the gap before the next."""
SIGN_BEHIND = 0.1
"""How often a word is followed by a sign above ASCII at once: French and English apostrophes, closing quotes."""
UNKNOWN_LAST = 0.03
"""Share of questions that end in a word no list has: a name, a misprint."""
INSIDE = 1000
"""Least ratio of a lost letter to the end of a word that is written behind what may be any part of a new word."""


class Strict(NamedTuple):
    """What an answer must have.

    Attributes:
        share: of the frequency.
        types: of the words, inside a word.
        draw: frequency that the shorter context's answer counts for.
        least: frequency of the letters above ASCII behind a context that is looked at.
        asked: least ratio of a lost letter to the end of a word that is written behind the whole beginning of one.
    """

    share: float
    types: float
    draw: float
    least: float
    asked: float = 100


LARGE = Strict(0.99, 0.98, 1e-6, 1e-6)
"""For lists of words down to one in a hundred million."""
SMALL = Strict(0.998, 0.99, 1e-5, 2e-6)
"""For lists that end at one in a million: words that are missing there speak for themselves elsewhere."""
OTHER_ALPHABET = Strict(0.995, 0.99, 1e-5, 2e-5, INSIDE)
"""Greek and Cyrillic, where every letter is above ASCII: tables of 20 times the size would give back a tenth more."""
LIKELY = {LARGE: Strict(0.93, 0.93, 1e-6, 1e-6), SMALL: Strict(0.97, 0.96, 1e-5, 2e-6),
          OTHER_ALPHABET: Strict(0.96, 0.95, 1e-5, 2e-5)}  # fmt: skip
"""What a likely answer must have, which stands where the site's words or the language's letters say the same."""


def strict(language: str, words: Mapping[str, float]) -> Strict:
    if language in ("bg", "el", "mk", "ru", "uk"):
        return OTHER_ALPHABET
    return LARGE if min(words.values()) < 1e-7 else SMALL


def vocabulary(language: str) -> dict[str, float]:
    import wordfreq

    found: dict[str, float] = {}
    for word, frequency in wordfreq.get_frequency_dict(NAMES.get(language, language), "best").items():
        word = unicodedata.normalize("NFC", word)
        if word.isalpha() and len(word) <= 24:
            if language == "el" and word.endswith("σ"):
                word = word[:-1] + "ς"  # the list is case-folded
            found[word] = found.get(word, 0.0) + frequency
    return found


class Counts:
    """By context: the letters above ASCII that follow, by frequency and by number of words; and the words' ends."""

    def __init__(self, words: Mapping[str, float], language: str) -> None:
        self.frequency: dict[str, dict[str, float]] = {}
        self.types: dict[str, dict[str, int]] = {}
        self.ends: dict[str, float] = defaultdict(float)
        self.high: dict[str, float] = defaultdict(float)
        for word, frequency in words.items():
            for contexts, letter in _places("^" + word, language):
                for context in contexts:
                    self._count(context, letter, frequency)

    def _count(self, context: str, letter: str, frequency: float) -> None:
        if not letter:
            self.ends[context] += frequency
            return
        self.high[context] += frequency
        known = self.frequency.setdefault(context, {})
        known[letter] = known.get(letter, 0.0) + frequency
        types = self.types.setdefault(context, {})
        types[letter] = types.get(letter, 0) + 1


def _places(word: str, language: str) -> Iterator[tuple[list[str], str]]:
    """The contexts before each letter above ASCII, and before the end ("")."""
    for at in range(1, len(word) + 1):
        letter = word[at : at + 1]
        if language == "de" and word.startswith("ss", at):
            letter = "ß"  # the list is case-folded, so that `ss` may have been `ß`
        if not letter or letter > "\x7f":
            yield [word[first:at] for first in range(max(0, at - LONGEST), at + 1)], letter


def decide(counts: Counts, language: str, least: Strict) -> dict[str, dict[str, str]]:
    """By context: the answers that differ from the shorter context's, as the table spells them."""
    letters = of_language(language)
    assert letters is not None
    leads: dict[bytes, set[str]] = defaultdict(set)
    for letter in counts.frequency[""]:
        leads[letter.encode()[:1]].add(letter)
        leads[b""].add(letter)
    shares: dict[tuple[str, bytes], dict[str, tuple[float, float]]] = {}
    answers: dict[tuple[str, bytes | str], str] = {}
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for context in sorted(counts.frequency, key=lambda one: (len(one), one)):
        if context and counts.high[context] < least.least:
            continue
        for lead, fitting in leads.items():
            said = _weigh(counts, context, lead, fitting, shares, least)
            if said is None:
                continue
            best, share, types = said
            sure = share >= least.share and (context[:1] == "^" or types >= least.types)
            known = letters.knows(best) and not (language == "de" and best == "ß")
            now = best if sure and known and len(context) > 1 else ""
            _note(table, answers, context, lead, now)
        _note(table, answers, context, "?", _lost_to_question(counts, context, least.asked))
    return table


def _add_likely(table: dict[str, dict[str, str]], likely: Mapping[str, Mapping[str, str]]) -> None:
    for context, answers in likely.items():
        for key, answer in answers.items():
            if key not in "?*":
                table[context]["~" + key] = "~" + answer


def _note(
    table: dict[str, dict[str, str]],
    answers: dict[tuple[str, bytes | str], str],
    context: str,
    key: bytes | str,
    now: str,
) -> None:
    was = answers.get((context[1:], key), "") if context else ""
    answers[context, key] = now
    if now == was:
        return
    if key == "?":
        table[context]["?"] = f"?{now or 0}"
    elif key == b"":
        table[context]["*"] = f"*{now or '-'}"
    else:
        assert isinstance(key, bytes)
        table[context][key.hex()] = now or f"-{was}"


def _weigh(
    counts: Counts,
    context: str,
    lead: bytes,
    fitting: set[str],
    shares: dict[tuple[str, bytes], dict[str, tuple[float, float]]],
    least: Strict,
) -> tuple[str, float, float] | None:
    """The likeliest letter of a lead byte, its share of the frequency and of the words."""
    types = counts.types[context]
    found = {letter: size for letter, size in counts.frequency[context].items() if letter in fitting}
    if not found:
        return None
    total, number = sum(found.values()), sum(types[letter] for letter in found)
    if not context:
        now = {letter: (size / total, types[letter] / number) for letter, size in found.items()}
    elif (context[1:], lead) not in shares:
        return None
    else:
        draw = least.draw * (1 + 0.003 * len(found))
        now = {
            letter: (
                (found.get(letter, 0.0) + draw * one) / (total + draw),
                (types.get(letter, 0) + 2 * other) / (number + 2),
            )
            for letter, (one, other) in shares[context[1:], lead].items()
        }
    shares[context, lead] = now
    best = max(now, key=lambda letter: now[letter][0])
    whole = (GAP_LOST if lead else SIGN_BEHIND) * counts.ends[context] if context[:1] == "^" else 0.0
    return best, now[best][0] * total / (total + whole), now[best][1]


def _lost_to_question(counts: Counts, context: str, least: float) -> str:
    """How much likelier `?` behind a context is a lost letter than the sign behind a whole word, in half powers of ten."""
    anchored = context[:1] == "^"
    size = len(context) - anchored
    if size < 2:
        return ""
    strangers = (
        UNKNOWN_LAST * (1e-6 + 7e-4 * 20.0 ** (2 - size))
        if anchored
        else max(3e-7, UNKNOWN_LAST * 10.0**-size)
    )
    ratio = counts.high[context] / counts.high[""] / (counts.ends[context] + strangers)
    return str(int(2 * math.log10(ratio))) if ratio >= (least if anchored else INSIDE) else ""


def lines(table: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield HEADER
    for context in sorted(table):
        yield " ".join([context, *(table[context][key] for key in sorted(table[context]))])


MEASURED = 20_000
"""Letters above ASCII that are measured a language."""


def check(language: str, texts: Path) -> str:
    """Share of the letters inside words that a table gives back, and of those how many rightly, by kept bytes and without."""
    table = of_table(language)
    assert table is not None
    places: Counter[tuple[str, str]] = Counter()
    lines = texts.read_text(encoding="utf-8").splitlines()
    random.Random(1).shuffle(lines)
    for line in lines:
        for found in re.finditer(r"(?<=[^\W\d_])[^\W\d_\x00-\x7f]", line):
            places[last_word(line[: found.start()]), found[0]] += found[0].islower()
        if places.total() > MEASURED:
            break
    told = []
    for name in ("byte kept", "nothing kept"):
        given = right = 0
        for (before, letter), count in places.items():
            said = table.letter(before, letter.encode()[:1] if name == "byte kept" else b"")
            given += count * bool(said)
            right += count * (said == letter)
        told.append(
            f"{name} {given / places.total():.3f} given back, {right / max(1, given):.4f} of them right"
        )
    return f"{language}: {places.total()} letters; " + "; ".join(told)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("languages", nargs="*", default=LANGUAGES, help="all if none is named")
    ask.add_argument("-o", "--output", type=Path)
    ask.add_argument("--check", type=Path, metavar="TEXTS")
    options = ask.parse_args()
    for language in options.languages:
        if options.output:
            words = vocabulary(language)
            counts, least = Counts(words, language), strict(language, words)
            table = decide(counts, language, least)
            if language in LIKELY_IN:
                _add_likely(table, decide(counts, language, LIKELY[least]))
            path = options.output / f"{language}.txt"
            path.write_text("\n".join(lines(table)) + "\n", encoding="utf-8")
            print(
                f"{language}: {len(words)} words, {len(table)} lines, {path.stat().st_size} bytes", flush=True
            )
        if options.check:
            print(check(language, options.check / f"{language}.txt"), flush=True)


if __name__ == "__main__":
    main()
