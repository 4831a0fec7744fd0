r"""Quotes made straight after the text was misread: `â€"` was `â€”`, which is the dash `—`.

Windows has curly quotes for four bytes that stand inside characters of UTF-8. Editors, formatters and chat programs make them
straight, and then one character of the sequence is a plain `"`, of which two were possible. `â€"` is no quote, because nobody
writes `â€` before one; it is an en dash or an em dash, and which one says what the list has, else the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

EN, EM = "\u201c", "\u201d"
"""What Windows shows for the last byte of `–` and of `—`."""
EN_DASHED = frozenset("bg cs da de et fi he hr hu lt mk nb nl nn no pl sk sl sv".split())
"""Languages that set a dash between gaps as `–`: of 134 such dashes of program messages in them 128 are, and of 55 in Russian,
Ukrainian, Belarusian and Arabic 50 are `—`."""
_DASH = re.compile('(?P<lead>â€|вЂ)"')
_OPENED, _CLOSED = re.compile("â€œ"), re.compile("â€(?=[\x9d\ufffd\\s.,;:!?)\\]]|\\Z)")
_WORDS_END = re.compile(r"[\s.,;:!?)\]]|\Z")


def curled(text: str, language: str, of_list: Callable[[Callable[[Sequence[str]], bool]], bool]) -> str:
    """A text whose dashes, and closing quotes behind `â€œ`, are misread as they were before quotes were made straight.

    Args:
        text: any text.
        language: ISO 639-1 code or tag of its list, "" where unknown.
        of_list: asks the list's texts a question.
    """
    found = list(_DASH.finditer(text))
    if not found:
        return text
    en, em = of_list(has_en_dashes), of_list(has_em_dashes)
    dash = EN if (en and not em) or (en == em and language.partition("-")[0] in EN_DASHED) else EM
    done, end = "", 0
    for one in found:
        done += text[end : one.start()] + one["lead"] + _last_byte(text, one, dash)
        end = one.end()
    return done + text[end:]


def has_en_dashes(texts: Sequence[str]) -> bool:
    """Whether texts have `–` between gaps, right or misread."""
    return any(" – " in text or f" â€{EN} " in text for text in texts)


def has_em_dashes(texts: Sequence[str]) -> bool:
    """Whether texts have `—` between gaps, right or misread."""
    return any(" — " in text or f" â€{EM} " in text for text in texts)


def _last_byte(text: str, found: re.Match[str], dash: str) -> str:
    """What the last byte of a dash or quote was shown as."""
    before, after = text[: found.start()], text[found.end() :]
    if before[-1:].strip() and _WORDS_END.match(after) and "â" in found["lead"]:
        unclosed = len(_OPENED.findall(before)) > len(_CLOSED.findall(before))
        return "\x9d" if unclosed else dash
    return EN if before[-1:].isdigit() and after[:1].isdigit() else dash
