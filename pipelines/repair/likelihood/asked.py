"""Does a sentence read as a question? By its words, where the language is known: those that ask, and those that end nothing.

A question mark behind a statement (`der Vorteil besteht darin, da?`) is likelier a lost character than one behind a sentence
that asks, and behind an article, a preposition or a comma, with a gap, hardly anything else (`el momento de ?`). The lists
are short: what asks in every text of a language, not all that can.
"""

from __future__ import annotations

import re

from pipelines.repair.likelihood.alphabets import NEAR
from pipelines.repair.likelihood.before import last_word
from pipelines.word_tables import rows_of

UNASKED = 0.3
"""How much likelier a question mark is a loss where nothing asks: of 35,036 questions of dialogues, program messages and aphorisms in
28 languages 31 % have none of the words, of statements 25 to 98 %."""
UNENDED = 0.06
"""The same behind a gap and what goes on: of those questions 53 stand so, 38 of them in Polish chats."""
_SENTENCE = re.compile(r"[.!?…:;][\"“”„’»«)\]]*\s+|[¿?¡]|\s[-–—]\s")
_WORD = re.compile(r"[^\W\d_]+")
ASKED_LAST = 10.0
"""How much likelier a question is behind a word that ends questions, as Vietnamese has them."""
_SIGNS = frozenset("+*=<>|^~_%")
_LISTED = 16
"""Characters before the mark that show such a list."""
FAR = 200
"""Characters of a sentence that are looked at."""

_SAME = {"nn": "nb", "no": "nb", "bs": "hr", "sh": "hr"}


def knows(language: str) -> bool:
    """Whether the words that ask are known in a language."""
    return _name(language) in ASKS


def _words_of(table: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in rows_of(__package__, table, 2)}


ASKS = _words_of("asks.txt")
"""Words that ask, and in languages that turn the sentence round the verbs and pronouns that do it."""
GOES_ON = _words_of("goes_on.txt")
"""Articles, prepositions and conjunctions, which hardly a sentence ends in."""
for _words in (ASKS, GOES_ON):
    _words["sr"] |= _words["hr"]  # Serbian is written in Latin letters, too


def likeness(head: str, language: str) -> float:
    """How likely the words of a text's last sentence are in a question, as a factor; 1 where they may be or nobody knows.

    Args:
        head: the text before its question mark.
        language: ISO 639-1 code or tag, "" where unknown.
    """
    name = _name(language)
    factor = UNENDED if goes_on(head, language) else 1.0
    asks = ASKS.get(name)
    if asks is None:
        return factor
    words = _WORD.findall(_sentence(head).lower())
    if words and words[-1] in _LAST.get(name, ()):
        return factor * ASKED_LAST
    asked = not asks.isdisjoint(words) or (name in _IN_ENDINGS and any(map(_asks_by_ending, words)))
    return factor if asked else factor * UNASKED


_LAST = {"vi": frozenset("ư à hả chứ nhỉ chăng sao không chưa gì đâu nào nhé".split())}
_IN_ENDINGS = frozenset(("fi", "tr", "id"))
_ENDINGS = re.compile(r"(?:k[oö](?:s|han|hän)?|m[iıuü](?:s[iıuü]n|y[iıuü]z|y[dm].*)|kah)\Z")


def _asks_by_ending(word: str) -> bool:
    return _ENDINGS.search(word) is not None


def _name(language: str) -> str:
    name = language.split("-")[0].lower()
    return _SAME.get(name, name)


def goes_on(head: str, language: str) -> bool:
    """Whether a gap stands before the mark, and before it what no sentence ends in."""
    name, bare = _name(language), head.rstrip()
    if bare == head or not bare or lists_signs(bare):
        return False
    if bare[-1] in ",(" or (bare[-1] == "." and bare[-2:-1].isalpha()):
        return True
    return name in GOES_ON and last_word(bare[-NEAR:]) in GOES_ON[name]


def lists_signs(head: str) -> bool:
    """Whether a text lists signs before its question mark, of which it is one more (`+, - or ?`)."""
    return not _SIGNS.isdisjoint(head.rstrip()[-_LISTED:])


def _sentence(head: str) -> str:
    """The last sentence of a text, or what it shows of it."""
    near = head[-FAR:]
    start = 0
    for found in _SENTENCE.finditer(near):
        if near[found.end() :].strip():
            start = found.end()
    return near[start:]
