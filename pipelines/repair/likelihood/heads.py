"""What stands before a place: Chinese, Japanese or Korean, a word in capitals, the beginning of a word.

The end of a text tells, so that a long text is asked no longer than a short one.
"""

from __future__ import annotations

from functools import lru_cache

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.likelihood.alphabets import NEAR
from pipelines.repair.likelihood.before import last_word
from pipelines.repair.likelihood.letters import FLOOR
from pipelines.repair.likelihood.letters_alone import EAST

_EAST_LEADS = {0xE3: 0.35, 0xE4: 0.12, 0xE5: 0.15, 0xE6: 0.14, 0xE7: 0.10, 0xE8: 0.07, 0xE9: 0.05, 0xEF: 0.05,
               0xEA: 0.03, 0xEB: 0.03, 0xEC: 0.05, 0xED: 0.03, 0xE2: 0.01, 0xC2: 0.003}  # fmt: skip
"""Share of the UTF-8 lead bytes among the characters of Chinese, Japanese and Korean text."""


def word_before(before: str) -> str:
    """The letters of the last word of a text."""
    return last_word(before[-NEAR:])


def eastern(text: str) -> bool:
    """Whether the end of a text is Chinese, Japanese or Korean."""
    end = text[-12:]
    if end.isascii():
        return False
    return EAST.match(end[-1]) is not None or len(EAST.findall(end)) * 3 > len(end)


def eastern_mass(tail: Tail) -> float:
    """Probability that a Chinese, Japanese or Korean character which leaves this tail, some bytes of it, stood in its place."""
    return _EAST_LEADS.get(tail.kept[0], FLOOR) / 64.0 ** (len(tail.kept) - 1)


def in_capitals(before: str) -> bool:
    """Whether the word before a place is in capitals: two or more, or one in a text of capitals."""
    return before[-1:].isupper() and _capitals(before[-NEAR:])


@lru_cache(maxsize=4096)
def _capitals(near: str) -> bool:
    if near[-2:-1].isupper():
        return near[len(near) - len(word_before(near)) :].isupper()
    letters = [c for c in near if c.isalpha()]
    return (
        not near[-2:-1].isalpha() and len(letters) > 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
    )
