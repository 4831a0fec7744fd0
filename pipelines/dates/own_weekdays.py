"""Which weekday words belong to a date: those beside it, not those in what else the cell says.

`Sunday Times, 18 Nov`, `Mar del Plata, 18 de noviembre` and `12 min read · Nov 18` name no weekday of the 18th, though the
words are weekdays somewhere. A weekday stands beside its date, with nothing between them but marks and words that link.
"""

from __future__ import annotations

from pipelines.dates.lexer import Token
from pipelines.dates.names import months, weekdays
from pipelines.dates.range_words import OPENERS
from pipelines.dates.template import Template
from pipelines.dates.wording import DATE_WORDS, LINKS

BEFORE, AFTER = (
    2,
    4,
)  # letters of a word that may link a weekday to the date behind it, before it: 2026 года, среда
_DATE_WORDS = frozenset(DATE_WORDS.split())
_LINKING = LINKS | OPENERS | _DATE_WORDS


def weekdays_named(tokens: list[Token]) -> int:
    """Return the weekdays of a text as a bit mask; different ones (`Mon–Fri`) say nothing about a day."""
    return _common([token for token in tokens if token.kind == "W"])


def weekdays_of_date(tokens: list[Token], found: Template) -> int:
    """Return the weekdays named beside a date as a bit mask, the month's own word aside."""
    parts = [at for at, token in enumerate(tokens) if _is_part(token, found)]
    own = [
        token
        for at, token in enumerate(tokens)
        if token.kind == "W"
        and weekdays(token.text)
        and token.text not in _DATE_WORDS  # dia begins a Thursday in Gaelic
        and not _names_same(token.text, found)
        and not _counts(tokens, at, found)
        and _is_beside(tokens, at, parts)
    ]
    return _common(own)


def _common(words: list[Token]) -> int:
    masks = [mask for token in words if (mask := weekdays(token.text))]
    if not masks:
        return 0
    common = masks[0]
    for mask in masks[1:]:
        common &= mask
    return common


def _places(found: Template) -> set[int]:
    return {slot.at for slot in (found.a, found.b, found.c) if slot.size}


def _is_part(token: Token, found: Template) -> bool:
    return token.at in _places(found) if token.kind == "N" else _names_same(token.text, found)


def _names_same(word: str, found: Template) -> bool:
    """Whether a word names the month that was found, alone or in a phrase (`de mar.`)."""
    return bool({sense.month for sense in found.senses} & {sense.month for sense in months(word)})


def _counts(tokens: list[Token], at: int, found: Template) -> bool:
    """Whether the number beside a word is none of the date's: `28 settembre, Sala 12` has a room, `12 min` minutes."""
    behind, before = tokens[at + 1 : at + 2], tokens[max(0, at - 1) : at]
    number = next((t for t in (*behind, *before) if t.kind == "N"), None)
    return number is not None and number.at not in _places(found)


def _is_beside(tokens: list[Token], at: int, parts: list[int]) -> bool:
    """Whether nothing but marks, links and other weekdays stands between a weekday and the nearest part of the date."""
    behind = next((part for part in parts if part > at), None)
    before = next((part for part in reversed(parts) if part < at), None)
    return (behind is not None and _links(tokens[at + 1 : behind], BEFORE)) or (
        before is not None and _links(tokens[before + 1 : at], AFTER)
    )


def _links(between: list[Token], letters: int) -> bool:
    return all(
        token.kind in "PU"
        or (
            token.kind == "W"
            and (len(token.text) <= letters or token.text in _LINKING or bool(weekdays(token.text)))
        )
        for token in between
    )
