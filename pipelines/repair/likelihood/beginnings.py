"""What goes on after the beginning of a word, in each language: the letter that a cut took, where only one can be it.

A site's own words know `exhorté` only where the site has written it before. Each language's frequent words are known
beforehand, and most of what they say of a lost letter fits in a small table: after `^exhort` and a byte C3 comes `é`,
after `ació` nothing is lost, after `aci` comes `ó`. A table holds decisions only, taken beforehand from long word lists
(`bench/repair_beginnings.py`; `words/README.md` has the source and its licence): an answer stands where one
letter holds 99 % of the frequency, or more where the list is short. A whole word is never in question.

A line is a context, the end of a word's beginning with `^` for its start, and answers: `é` where the letter's first
byte was kept, `~é` where it was kept and the site's words or the language's letters must put it first, too, `*é` whatever
was kept, `-é`, `~-é` and `*-` for none, and `?8` where a question mark behind it is 10^(8/2)
times likelier a lost letter than a question. The longest context of a word that has an answer gives it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from pipelines.repair.likelihood.before import last_word

LONGEST = 10
"""Letters of a context, the start of the word counted as one."""
NAME_MAX = 8
"""Letters of a language's name in a tag (RFC 5646); what a page calls its language may be of any length."""
_SAME = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr"}
FOLDER = resources.files("pipelines.repair") / "words"


class Beginnings:
    """One language's table.

    Args:
        lines: of the table; a line that starts with `#` says nothing.
    """

    def __init__(self, lines: list[str]) -> None:
        self._kept: dict[tuple[str, int], str] = {}
        self._likely: dict[tuple[str, int], str] = {}
        self._any: dict[str, str] = {}
        self._questions: dict[str, int] = {}
        for line in lines:
            if line[:1] != "#":
                context, *answers = line.split(" ")
                for answer in answers:
                    self._note(context, answer)

    def _note(self, context: str, answer: str) -> None:
        sign, rest = answer[0], answer[1:]
        if sign == "?":
            self._questions[context] = int(rest)
        elif sign == "*":
            self._any[context] = rest.strip("-")
        else:
            found = self._likely if sign == "~" else self._kept
            letter, none = (rest[-1], len(rest) > 1) if sign == "~" else (answer[-1], bool(rest))
            found[context, letter.encode()[0]] = "" if none else letter

    def letter(self, before: str, kept: bytes) -> str:
        """The small letter that must follow the end of a text; "" where none or more than one can.

        Args:
            before: the text; its last word is the beginning.
            kept: the bytes that are left of the letter, none where nobody kept them.
        """
        for context in _contexts(before):
            found = self._kept.get((context, kept[0])) if kept else self._any.get(context)
            if found is not None:
                return found
        return ""

    def likely(self, before: str, kept: bytes) -> str:
        """The letter that most likely follows, for one who knows more; "" where the table does not say."""
        for context in _contexts(before) if kept else ():
            found = self._likely.get((context, kept[0]))
            if found is not None:
                return found
        return ""

    def lost_to_question(self, before: str) -> int:
        """How much likelier a `?` after a text is a lost letter than a question, in half powers of ten; 0 for no answer."""
        for context in _contexts(before):
            found = self._questions.get(context)
            if found is not None:
                return found - (context[0] != "^") if found else 0  # a new word may end as no other does
        return 0


def _contexts(before: str) -> list[str]:
    """The contexts of a place, longest first."""
    word = "^" + last_word(before)
    return [word[at:] for at in range(max(0, len(word) - LONGEST), len(word))]


@lru_cache(maxsize=64)
def of_language(code: str, folder: Traversable = FOLDER) -> Beginnings | None:
    """The table of a language by ISO 639-1 code or tag (`pt-BR`), None where there is none. 1 to 10 ms, once."""
    name = code.split("-")[0].lower()
    file = folder / f"{_SAME.get(name, name)}.txt"
    if len(name) > NAME_MAX or not name.isalpha() or not file.is_file():
        return None
    return Beginnings(file.read_text(encoding="utf-8").splitlines())


def told(before: str, first: int, language: str) -> str:
    """The letter that a language's frequent words go on with behind a beginning and a first byte; "" where they do not tell."""
    table = of_language(language) if language and before[-1:].isalpha() else None
    return table.letter(before, bytes((first,))) if table is not None else ""
