"""Weekdays that are linking words elsewhere, in front of a day: `Di. 24.11.`, `do 26 nov`, `to 26.11.`.

`do` is Thursday in Dutch and "until" in Polish, `la` Saturday in Finnish and "on" in Romanian. A point or a comma behind
the word says that it links nothing; without one the list tells (`one_weekday`).
"""

from __future__ import annotations

from pipelines.dates.tokens.lexer import DAY_DIGITS, Token
from pipelines.dates.words.names import linked_weekdays
from pipelines.dates.words.wording import LINKS


def with_leading_weekday(tokens: list[Token]) -> tuple[list[Token], bool]:
    """Return the tokens with such a word, with its point, in place of the link, and whether it may link after all."""
    first = tokens[0] if tokens else None
    if first is None or first.text not in LINKS or not linked_weekdays(first.text):
        return tokens, False
    at = 1
    while at < len(tokens) and tokens[at].kind == "P" and tokens[at].text in ".,":
        at += 1
    if at == len(tokens) or tokens[at].kind != "N" or tokens[at].size > DAY_DIGITS:
        return tokens, False
    return [first._replace(text=first.text + "."), *tokens[1:]], at == 1
