"""From the shape of a cell to tokens: numbers with their place in the bytes, words folded, marks of punctuation.

A shape is a cell with every digit written 0, so all cells of one shape share one layout and are read together: the parser
works on the shape, once, and says at which bytes the numbers lie.
"""

from __future__ import annotations

import unicodedata
from itertools import zip_longest
from typing import NamedTuple

from pipelines.dates.tokens.template import Slot
from pipelines.dates.words.damaged import LOST
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import day_words, months, weekdays
from pipelines.dates.words.wording import LAST_BEHIND, LAST_IN_FRONT

# Marks that follow a number in Chinese, Japanese and Korean dates, by what they say of it.
UNIT_MARKS = {
    "年": "Y", "月": "M", "日": "D", "號": "D", "号": "D", "时": "h", "時": "h", "點": "h", "点": "h", "分": "n", "秒": "s",
    "년": "Y", "월": "M", "일": "D", "시": "h", "분": "n", "초": "s",
}  # fmt: skip
# Words that begin with such a mark
BEGUN = ("月曜", "日曜", "월요", "일요", "点击", "點擊", "點閱", "点阅", "分享", "分类", "分類", "日期")
DASHES = "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}"
_DOUBLED = DASHES + ">"  # behind a dash they are one mark with it: 14--16 May, 14-> 16 May
APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
UNTIL = "至到"  # written into the word before
DAY_DIGITS, YEAR_DIGITS = 2, 4  # of a day or a month at most, of a whole year
YEAR_MARK = "'"  # text of a number that an apostrophe makes a year: '26
_SCRIPTIO = (("\u0e00", "\u0eff"), ("\u1780", "\u17ff"))  # Thai, Lao and Khmer write without spaces
_JOINABLE = 3  # longest part of a dotted abbreviation: ก.พ., พ.ศ., a.m.


class Token(NamedTuple):
    """One token of a shape.

    Attributes:
        kind: "N" number, "W" word, "U" East Asian unit mark, "P" punctuation.
        text: folded word, unit letter, or the mark itself.
        at: first byte in the UTF-8 cell.
        size: digits of a number.
        glued: True when nothing separates it from the token before.
    """

    kind: str
    text: str
    at: int
    size: int
    glued: bool

    @property
    def slot(self) -> Slot:
        """Where its digits lie."""
        return Slot(self.at, self.size)


def lex(shape: str) -> list[Token]:
    """Return the tokens of a shape; white space only separates."""
    tokens: list[Token] = []
    at, byte, glued = 0, 0, False
    while at < len(shape):
        char = shape[at]
        end = at + 1
        if char.isspace():
            glued = False
            byte += len(char.encode())
            at = end
            continue
        if char == "0":
            while end < len(shape) and shape[end] == "0":
                end += 1
            tokens.append(Token("N", "", byte, end - at, glued))
        elif (
            char in UNIT_MARKS
            and tokens
            and tokens[-1].kind == "N"
            and shape[at : end + 1] not in BEGUN
            and not (char in "月日" and not glued and _is_chained(tokens))
        ):
            tokens.append(Token("U", UNIT_MARKS[char], byte, 0, glued))
        elif _is_letter(char):
            end = _word_end(shape, at)
            tokens.extend(_words(shape[at:end], byte, glued))
        elif not (char in _DOUBLED and glued and tokens[-1].kind == "P" and tokens[-1].text in DASHES):
            tokens.append(Token("P", char, byte, 0, glued))
        byte += len(shape[at:end].encode())
        at, glued = end, True
    return [
        token
        for token, after in zip_longest(tokens, tokens[1:])
        if not (after and _calls_month(token, after))
    ]


# "Month" right before its name: 26 เดือน พฤศจิกายน 2569
_CALLED_MONTH = frozenset(map(fold, ("เดือน", "ເດືອນ", "ខែ")))


def _calls_month(token: Token, after: Token) -> bool:
    return token.text in _CALLED_MONTH and after.kind == "W" and bool(months(after.text))


def _is_chained(tokens: list[Token]) -> bool:
    """`11/23 月`: a mark joins the last number to one before it, so that the sign behind it is a weekday."""
    chain = tokens[-3:]
    return [t.kind for t in chain] == ["N", "P", "N"] and chain[1].glued and chain[2].glued


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM" or char == LOST


def _word_end(shape: str, at: int) -> int:
    end = at + 1
    while end < len(shape):
        if _is_letter(shape[end]):
            end += 1
        elif (shape[end] == "." and _joins(shape, at, end)) or _is_cyrillic(shape[end - 1 : end + 2]):
            end += 2
        else:
            break
    return end


def _is_cyrillic(part: str) -> bool:
    """`п’я`: the apostrophe is a letter of the word."""
    return (
        part[1:2] in APOSTROPHES and len(part) == 3 and all("\u0400" <= part[at] <= "\u04ff" for at in (0, 2))
    )


def _joins(shape: str, at: int, dot: int) -> bool:
    """True for the inner point of a dotted abbreviation."""
    after = dot + 1
    while after < len(shape) and _is_letter(shape[after]):
        after += 1
    before = dot - max(at, shape.rfind(".", at, dot) + 1)
    return 0 < after - dot - 1 <= _JOINABLE and before <= _JOINABLE


def _words(word: str, byte: int, glued: bool) -> list[Token]:
    folded = fold(word)
    unspaced = any(first <= word[0] <= last for first, last in _SCRIPTIO)
    if unspaced and not months(folded) and folded not in day_words():
        for cut in range(1, len(folded) - 2):  # the month ends the word: เดือนตุลาคม
            if months(folded[cut:]):
                return [Token("W", folded[cut:], byte, 0, glued)]
    if len(word) > 1 and word[-1] in UNTIL:  # 周日至13日
        return _two_words(word, len(word) - 1, byte, glued)
    for front in LAST_IN_FRONT:
        if word.startswith(front) and weekdays(fold(word[len(front) :])):
            return _two_words(word, len(front), byte, glued)
    for behind in LAST_BEHIND:
        if word.endswith(behind) and weekdays(fold(word[: -len(behind)])):
            return _two_words(word, len(word) - len(behind), byte, glued)
    return [Token("W", folded, byte, 0, glued)]


def _two_words(word: str, at: int, byte: int, glued: bool) -> list[Token]:
    first, second = word[:at], word[at:]
    return [
        Token("W", fold(first), byte, 0, glued),
        Token("W", fold(second), byte + len(first.encode()), 0, True),
    ]
