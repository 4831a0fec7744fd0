"""Words that say until when something may be done: `Closing date: 20 March`, `Scadenza: 8 gennaio`, `締切：12月15日`."""

from __future__ import annotations

from pipelines.dates.tokens.lexer import Token
from pipelines.dates.words.fold import fold
from pipelines.day_labels import DEADLINES

_DEADLINES = frozenset(map(fold, DEADLINES))


def announces_deadline(tokens: list[Token]) -> bool:
    """Return whether a word of a cell says until when something may be done."""
    return any(map(is_deadline, tokens))


def is_deadline(token: Token) -> bool:
    """Return whether a word says so."""
    return token.kind == "W" and token.text.rstrip(".") in _DEADLINES
