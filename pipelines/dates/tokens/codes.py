"""Numbers that look like a date written in numbers and may be something else: versions, codes, sections, measures."""

from __future__ import annotations

from pipelines.counting_words import COUNTING
from pipelines.dates.days.eras import ERA_WORDS
from pipelines.dates.tokens.lexer import DASHES, Token
from pipelines.dates.tokens.updates import ANNOUNCING
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import weekdays
from pipelines.dates.words.wording import YEAR_WORDS

VERSIONS = frozenset("v ver version rev".split())  # before a number: v2026.11.18
_NAMED_VERSIONS = "versión versione versão versie versjon verze verzia wersja verzió verzija versioon versija sürüm версия версія έκδοση release"
_VERSION_WORDS = VERSIONS | frozenset(map(fold, _NAMED_VERSIONS.split()))
_RELEASED = frozenset(("release", "released"))  # behind it
MEASURES = frozenset("mm cm km kg mg ml kb mb gb tb ko go kib mib кб мб гб px inch eur usd".split())
MEASURES_DECIMAL = MEASURES | {"mo"}  # behind a decimal; Mo is Monday in German
_SECTIONS = (
    "section sections sect sec abschnitt absatz artikel article articulo articolo artigo paragraph paragraf"
)
SECTIONS = frozenset(map(fold, _SECTIONS.split()))
_COUNTING = frozenset(map(fold, COUNTING)) | SECTIONS
PREFIXES = frozenset("בהולמשכ")  # Hebrew words of one letter, which a hyphen joins to a number: ב-19.11.26
_CODE = 2  # letters that end a code: 12-11-26X


def continues(tokens: list[Token], at: int, after: int, mark: str) -> bool:
    """Return whether there is a longer chain of numbers, such as an address or a version, of which three are no date."""
    left = (
        at >= 2
        and tokens[at - 1].text == mark
        and tokens[at - 2].kind == "N"
        and tokens[at].glued
        and mark not in DASHES
    )
    right = (
        after + 1 < len(tokens)
        and tokens[after].text == mark
        and tokens[after + 1].kind == "N"
        and tokens[after + 1].glued
    )
    return left or right


def ends_chain(tokens: list[Token], at: int) -> bool:
    """`25/10/11 cm`: whether a number is the last of three that one mark glues together, so that it is no amount by itself."""
    chain = tokens[max(0, at - 4) : at + 1]
    kinds = [token.kind for token in chain] == ["N", "P", "N", "P", "N"]
    return kinds and chain[1].text == chain[3].text and all(token.glued for token in chain[1:])


def is_version(tokens: list[Token], at: int) -> bool:
    """`v1.12.3`: letters glued to the first number that name no era."""
    before = tokens[at - 1] if at else None
    return before is not None and before.kind == "W" and tokens[at].glued and before.text not in ERA_WORDS


def is_release(tokens: list[Token], at: int, after: int, mark: str) -> bool:
    """`Version 9.6.18`, `Portus 9.6.18 released`: one digit before two points, directly beside a word for a version of software."""
    before, behind = tokens[at - 1 : at] if at else [], tokens[after : after + 1]
    beside = [t.text in _VERSION_WORDS for t in before] + [t.text in _RELEASED for t in behind]
    return mark == "." and tokens[at].size == 1 and any(beside)


def is_of_word(tokens: list[Token], at: int, sizes: tuple[int, int, int]) -> bool:
    """`Section 3.11.26`, `Version 11.2.26`, `iOS 26.1.1`: a word before it that counts, and for some a number of one digit."""
    before = tokens[at - 1] if at else None
    if before is None or before.text == "§":
        return before is not None
    word = before.kind == "W" and len(before.text) > 1 and not weekdays(before.text)
    product = sizes[2] == 1 and before.text.isascii() and before.text not in ANNOUNCING
    version = min(sizes) == 1 and before.text in VERSIONS
    return word and (before.text in _COUNTING or version or product)


def is_code(tokens: list[Token], at: int, after: int) -> bool:
    """`SKU 12-11-26X`, `A-12/11`: letters that a dash joins to the first number, or that are glued to the last."""
    lead = tokens[max(0, at - 2) : at]
    led = (
        [t.kind for t in lead] == ["W", "P"]
        and lead[1].text in DASHES
        and lead[1].glued
        and tokens[at].glued
        and lead[0].text not in PREFIXES
        and not weekdays(lead[0].text)
    )
    dashed = tokens[after : after + 2]
    if [t.kind for t in dashed] == ["P", "W"] and dashed[0].text in DASHES and all(t.glued for t in dashed):
        return not weekdays(dashed[1].text)  # 3.11.26-beta
    tail = tokens[after] if after < len(tokens) else None
    glued = tail is not None and tail.kind == "W" and tail.glued and tail.text.isascii()
    return led or (
        tail is not None
        and glued
        and len(tail.text) <= _CODE
        and tail.text not in YEAR_WORDS
        and not weekdays(tail.text)
    )
