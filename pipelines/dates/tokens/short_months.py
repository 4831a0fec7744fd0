"""Words of titles that abbreviate a month in some language: `24" LED Monitor`, `Set of 10`, `Gen 7`."""

from __future__ import annotations

from pipelines.dates.tokens.lexer import Token
from pipelines.dates.tokens.template import Template
from pipelines.dates.words.names import months, weekdays
from pipelines.dates.words.wording import LINKS

SHORT = 4  # letters of an abbreviation: of 26 such words in cells of other sites' pages none was a month, two longer ones were


def is_stray(tokens: list[Token], found: Template) -> bool:
    """Whether a date without a year rests on an abbreviation that is none in English, among words that are no part of it."""
    if not found.senses or found.a.size or found.era:
        return False
    if any("en" in sense.languages for sense in found.senses):
        return False
    words = [token.text for token in tokens if token.kind == "W" and len(token.text) > 1]
    named = [word for word in words if months(word)]
    others = [word for word in words if not (months(word) or weekdays(word) or word in LINKS)]
    return bool(others) and all(len(word) <= SHORT for word in named)
