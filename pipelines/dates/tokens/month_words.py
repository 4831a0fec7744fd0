"""The words of a cell that may name its month, the sure ones and those that need a day and a year beside them."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.dates.tokens.lexer import DASHES, YEAR_DIGITS, Token
from pipelines.dates.tokens.template import Slot, Template
from pipelines.dates.tokens.year_beside import near
from pipelines.dates.words.damaged import LOST
from pipelines.dates.words.names import (
    inflected_months,
    longest_names,
    misspelt_months,
    months,
    roman_months,
    short_months,
    weekdays,
)
from pipelines.dates.words.senses import Sense
from pipelines.dates.words.wording import LINKS

_SHORT = 4  # letters of an abbreviation: of 26 such words in cells of other sites' pages none was a month, two longer ones were


@dataclass(frozen=True, slots=True)
class Month:
    """A month word: its first and last token, its senses, and its number where it is one (vi: tháng 2)."""

    first: int
    last: int
    senses: tuple[Sense, ...]
    number: Slot


def longest_phrase(tokens: list[Token], at: int) -> int:
    """Return how many tokens a month that begins at a place may have, hyphens between its words among them."""
    word = tokens[at].text
    return 2 * (max(longest_names().values()) if LOST in word else longest_names().get(word, 1)) - 1


def month_words(tokens: list[Token]) -> list[Month]:
    """Return the months that words name by themselves."""
    found, at = [], 0
    while at < len(tokens):
        size = next((n for n in range(longest_phrase(tokens, at), 0, -1) if month_phrase(tokens, at, n)), 0)
        if size and not (size == 1 and _is_of_count(tokens, at)):
            found.append(Month(at, at + size - 1, months(month_phrase(tokens, at, size)), Slot()))
        at += size or 1
    return found


def _is_of_count(tokens: list[Token], at: int) -> bool:
    """`11 out of 26`: an English link behind the month of another language."""
    senses = months(tokens[at].text)
    english = not senses or any("en" in sense.languages for sense in senses)
    return not english and [t.text for t in tokens[at + 1 : at + 2]] == ["of"]


def month_phrase(tokens: list[Token], at: int, size: int) -> str:
    """The words at a place as one phrase when it names a month, else an empty string: `Whiringa-ā-nuku` is three."""
    words = [t for t in tokens[at : at + size] if not (t.kind == "P" and t.glued and t.text in DASHES)]
    ends = tokens[at : at + size][-1:] if size > 1 else []
    if len(tokens) < at + size or any(t.kind != "W" for t in (*words, *ends)):
        return ""
    phrase = " ".join(t.text for t in words)
    if months(phrase) and not (words[0].text in LINKS and months(words[-1].text)):  # 2 de mar.
        return phrase
    if size == 1 and phrase[:1] in ("ב", "ל", "و") and months(phrase[1:]):
        return phrase[1:]  # Hebrew and Arabic write "in", "and" into the word: בפברואר
    # Kurdish "of" and Burmese "month": ئابی, နိုဝင်ဘာလ
    return phrase[:-1] if size == 1 and phrase[-1:] in ("ي", "လ") and months(phrase[:-1]) else ""


def loose_months(tokens: list[Token]) -> list[Month]:
    """Inflected, misspelt, two-letter and minor languages' months: believed only with a day and a year beside them."""
    found = []
    for at, token in enumerate(tokens):
        beside = near(tokens, at, -1, 1) is not None or near(tokens, at, 1, 1) is not None
        if token.kind == "W" and beside and not weekdays(token.text) and not _is_of_count(tokens, at):
            senses = (
                (roman_months(token.text) if _is_numeral(tokens, at) else ())
                or inflected_months(token.text)
                or misspelt_months(token.text)
                or (short_months(token.text) if not _counts(tokens, at) else ())
            )
            if senses:
                found.append(Month(at, at, senses, Slot()))
    return found


def _is_numeral(tokens: list[Token], at: int) -> bool:
    """Whether a Roman numeral is a month: one letter, which also means times, stands beside a whole year or a glued point."""
    if len(tokens[at].text) > 1:
        return True
    behind = tokens[at + 1 : at + 2]
    if any(token.kind == "N" and token.glued for token in behind):  # v2026.11, 10x12
        return False
    beside = [near(tokens, at, step, 1) for step in (-1, 1)]
    whole = any(number is not None and tokens[number].size == YEAR_DIGITS for number in beside)
    return whole or (at > 0 and tokens[at].glued and tokens[at - 1].kind == "P")


def _counts(tokens: list[Token], at: int) -> bool:
    """`No. 2026/11`: a number sign, which two letters of November are as well."""
    return tokens[at].text == "no" and near(tokens, at, -1, 0) is None


def is_stray(tokens: list[Token], found: Template) -> bool:
    """Whether a date without a year rests on an abbreviation that is none in English, among words that are no part of it.

    Words of titles abbreviate a month in some language: `24" LED Monitor`, `Set of 10`, `Gen 7`.
    """
    if not found.senses or found.a.size or found.era:
        return False
    if any("en" in sense.languages for sense in found.senses):
        return False
    words = [token.text for token in tokens if token.kind == "W" and len(token.text) > 1]
    named = [word for word in words if months(word)]
    others = [word for word in words if not (months(word) or weekdays(word) or word in LINKS)]
    return bool(others) and all(len(word) <= _SHORT for word in named)
