"""What a list still shows, none of its texts has lost: no-break spaces inside misread letters, or the controls of Latin-1.

A space in the place of a byte (`Ñ ` and `Ã `) was the byte A0 where a program took no-break spaces for spaces, and any byte that the codec
does not define where it took controls for them. The second leaves the no-break spaces, the first the controls.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipelines.repair.likelihood.letters import Letters
from pipelines.repair.likelihood.letters_alone import EAST
from pipelines.repair.mojibake.lossy_codecs import CODEC, unknown_to

SPACED = 0.05
"""Weight of each byte that a space may have been where it was no no-break space. A tenth and ten times as much read as many texts."""

TOO_MANY = 4.0
"""Nats from which on spaces were no no-break spaces. Swept at 10, 4 and 2.5: of 935 texts in 59 languages whose controls became spaces 557, 561
and 563 come back whole and 92, 89 and 87 have a wrong letter; 574 of 575 that lost no-break spaces do with each. Of 1,276 such texts of
others, which set it, 765 do at 10 and 768 at 4."""
LEAST = {1: 1e-5, 2: 0.02}
"""Letters with A0 that are expected at least, by how many bytes were before: none of `Ġ` in Czech."""
_INSIDE = "\x80-\xbf€™\u2013-\u2022\u2030-\u203aŒœŠšŽžŸƒˆ˜"
_LAST = re.compile(f"(?!(?<!\\S)Ã )([Ã-ß]|[à-ï][{_INSIDE}])([{_INSIDE} ])")
"""The bytes of a letter of two or three, the last of which may be a space; `à` alone (`5 Kisten à 10 Euro`) is a word of every language."""
_GAP = re.compile("[ÂÃÄÅÎÐ×]\u00a0|[à-é][€-™\x80-\xba\xbc-\xbfŒœŠšŽžŸƒˆ˜]\u00a0")
"""Such a space behind the byte of a letter: `« été »` has two, and neither is one."""
_NO_GAP = re.compile(
    "[ÏÑØÚÛ] (?=[ÎÏÐÑØ-Û])|[ØÚÛ][^\x00-\x7f]Ù (?=[Ø-Û])|à[¥§©«\u00ad®¯±³] (?=à)|ã [\u0080-\u00bf€™\u2013-\u2022\u2030-\u203aŒœŠšŽžŸƒˆ˜]"
    "|í [^\x00-\x7f][ê-í]"
)
"""First bytes of a letter, a space and more of the word: A0 would make what nobody writes there (`Ѡ`, `ؠ`, `ॠ`, `㠀`, the half of a
pair between Korean syllables, a zero between Arabic letters: of 15 such texts 307 letters came out as zeros or otherwise, and 7 do).
Of 558 texts in lists whose controls became spaces 52 come back whole, 36 where only `_GAP` tells, and 160 show each lost letter as `�`
that kept its bytes; of 11,000 others none comes out otherwise."""
_DROPPED = re.compile("[ÃÄÅÎÏÐÑØ-Û](?=[ÎÏÐÑØ-ÛA-Za-z.,])|à[¤-³](?=à)")
"""Such a byte and nothing in the place of the next: a space behind another one may part words."""
_CONTROL = re.compile("[^\x00-\x7f][\x80-\x9f]")


class Spaces(NamedTuple):
    """How often a space in the place of a byte was which one.

    Attributes:
        gap: the no-break space.
        control: each byte that the codec does not define.
        control_in_words: the same where the language's frequent words tell which one it was.
    """

    gap: float
    control: float
    control_in_words: float


def spaces(gaps: bool, controls: bool) -> Spaces:
    """What spaces were, by what the list keeps; no-break spaces unless it shows these or what they cannot have been, and no controls."""
    if controls:
        return Spaces(1.0, 0.0, 0.0)
    return Spaces(0.0, SPACED, SPACED) if gaps else Spaces(1.0, 0.0, SPACED)


def keep_gaps(texts: Sequence[str]) -> bool:
    """Whether a text has a no-break space inside a misread letter (Windows-1252 or Latin-1)."""
    return any(map(_GAP.search, texts))


def keep_gaps_unseen(letters: Letters | None, texts: Sequence[str]) -> bool:
    """Whether spaces stand in the place of bytes that were no no-break spaces, and no text has lost such bytes without a trace.

    Args:
        letters: of the texts' language: it has the letters with A0 too seldom for so many spaces. None where they are not known.
        texts: of a list.
    """
    if any(map(_DROPPED.search, texts)):
        return False
    return any(map(_NO_GAP.search, texts)) or (letters is not None and _too_many(letters, texts) > TOO_MANY)


def _too_many(letters: Letters, texts: Sequence[str]) -> float:
    """Nats by which the spaces behind each beginning of a letter are more than the language has letters that end in A0 there."""
    spaced: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text in texts:
        for begun, last in _LAST.findall(text):
            seen[begun] += 1
            spaced[begun] += last == " "
    if seen == spaced:
        return 0.0  # nothing whole beside them: `Ã ` may be all that a text has
    nats = 0.0
    for begun, often in (+spaced).items():
        if letters.knows(begun[0]):
            continue  # `weiß das`
        gap, control = _shares(begun, letters)
        expected = max(seen[begun] * gap, LEAST[len(begun)])
        # `Appel Ã  projets` on each line is no sign of `Ï`
        if often > expected and control >= gap:
            nats += often * math.log(often / expected) - (often - expected)
    return nats


def _shares(begun: str, letters: Letters) -> tuple[float, float]:
    """Among the letters that begin so, shares of that with A0 and of those with a byte that the codec lacks.

    Of syllables and ideographs the profiles do not know them, and any may be either.
    """
    data = b"".join([c.encode("latin-1" if c < "\u0100" else CODEC) for c in begun])
    some = [(data + bytes((byte,))).decode("utf-8", "ignore") for byte in range(0x80, 0xC0)]
    if EAST.match(some[0]):
        return 1.0, 1.0
    often = [letters.grams.get(c, 0) for c in some]
    lacked = sum([often[ord(c) - 0x80] for c in unknown_to(CODEC)])
    total = sum(often) or 1
    return often[0x20] / total, lacked / total


def keep_controls(texts: Sequence[str]) -> bool:
    """Whether a text has a control of Latin-1 behind a character above ASCII."""
    return any(map(_CONTROL.search, texts))
