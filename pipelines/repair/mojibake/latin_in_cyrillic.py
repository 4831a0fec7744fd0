"""Latin text of one byte a letter that was read as Cyrillic: `mйtodo` is `método`, `fьr` is `für`, `mogoиe` is `mogoče`.

Its plain letters came through, and each accented one is a Cyrillic letter inside a Latin word. One that looks like no
Latin letter proves it, for nobody slips to `й` where `é` is meant; then those that do (`selecciуn`) are bytes, too, there
and in the rest of the list. The same letters are others by other codecs: a list is read back only by the pair of them whose
letters the language writes there, and by none where two come near each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from functools import cache, partial

from pipelines.repair.encodings.readings import LOST
from pipelines.repair.likelihood.letters import FLOOR, Letters
from pipelines.repair.tidying.homoglyphs import has_twin

MOST = 0.25
"""Share of Cyrillic letters among the letters of such a text: of French ones 14 in 100 have an accent, of a title a few more."""
READ_AS = {"cp1251": 0.0, "koi8-r": -3.0, "iso8859-5": -5.0, "cp866": -5.0}
"""What such text is read as, with the logarithm of how often."""
DOUBTFUL = frozenset({"iso8859-5", "cp866"})
"""Those that only speak against another: what they alone read back is too often a text whose language is mistaken."""
WRITTEN = {"cp1252": 0.0, "cp1250": 0.0, "iso8859-2": -1.0, "cp1257": -1.0, "cp1254": -1.0, "macroman": -3.0}
"""What such text was, with the logarithm of how often."""
CLEAR = 3.0
"""Log-odds by which one pair of codecs must be likelier than any other that gives another text."""
SLIP = 3.0
"""Log-odds by which a slip (`rоute`) must be likelier than any byte (`direcciуn`). Of 4,356 texts in 29 languages read as Cyrillic 86 come
out otherwise, 234 where every twin was a slip; of 2,088 with one in twenty of their letters exchanged 1,943 come back, 1,975 then. With 1
it is 94 and 1,949, with 6 79 and 1,932."""
LEAST_PAIRS = 2
"""Characters that a text loses where it was UTF-8."""
ASKED = 100
"""Texts of a list that are asked."""
SIGN = 1e-4
"""Chance that a word ends where the language ends none."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SEQUENCE = re.compile("[\u0400-\u04ff][^\x00-\x7f]")
_LATIN = "A-Za-z\u00c0-\u024f"
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_INSIDE = re.compile(f"(?:(?<=[{_LATIN}])|(?=.[{_LATIN}]))[\u0400-\u04ff](?![\u0400-\u04ff]{{2}})")
_RUN = re.compile("[\u0400-\u04ff]{3}|[\u0400-\u04ff][\u2500-\u257f]")
"""A word of Cyrillic, or what KOI8-R shows for a character of UTF-8."""

_BEFORE = frozenset("¡¿«»“”„‘’‚‹›…–—§\u00a0")
"""Signs that stand before a letter."""

Pair = tuple[str, str]
"""What a text was read as, and what it was."""


def may_be_latin(text: str, letters: Letters) -> bool:
    """Whether few of a text's letters are Cyrillic, each for itself, in a language that writes none."""
    if letters.knows("ж") or _RUN.search(text):
        return False
    return len(_CYRILLIC.findall(text)) <= MOST * sum(map(str.isalpha, text))


def proves(text: str) -> bool:
    """Whether a Cyrillic letter that looks like no Latin one stands in a Latin word."""
    return not all(map(has_twin, _INSIDE.findall(text)))


def first_bytes(shown: str, read: str) -> set[str]:
    """What stood for first bytes of UTF-8 in Latin text that was read back from Cyrillic: what it has lost is half a letter (`Гmpar`).

    None where the text lost one character only: that may be chance (`roЧКs`, KOI8-R's `rožės`).
    """
    cyrillic = len(_CYRILLIC.findall(shown))
    was_utf8 = len(shown) - len(read) >= LEAST_PAIRS and len(_CYRILLIC.findall(read)) < cyrillic / 2
    return {found[0][0] for found in _SEQUENCE.finditer(shown)} if was_utf8 else set()


def slips_of(text: str, letters: Letters) -> Callable[[str, str], bool]:
    """What tells of a text's Latin words whether their Cyrillic letters are twins that somebody slipped to (`rоute`).

    Where letters with accents came through nothing was misread, and where a letter without a twin stands in a Latin word
    everything was. Else what the language writes there by one of the codecs is no slip (`direcciуn`).

    Args:
        text: the whole of it.
        letters: of its language.

    Returns:
        a function of a word as it came and with the Latin twins.
    """
    if _ACCENTED.search(text):
        return lambda word, right: True
    if not proves(text):
        return partial(_is_slip, letters=letters)
    return lambda word, right: False


def _is_slip(word: str, right: str, letters: Letters) -> bool:
    least = log_chance(right, word, letters) - SLIP
    for read_as, rare in READ_AS.items():
        for written, seldom in WRITTEN.items():
            read = None if read_as in DOUBTFUL else read_latin(word, letters, (read_as, written))
            if read and rare + seldom + log_chance(read, word, letters) > least:
                return False
    return True


def pair_of(texts: Iterable[tuple[str, Letters]]) -> Pair | None:
    """The codecs that a list's texts went through, None where none or two are likely.

    Args:
        texts: those that `may_be_latin`, with the letters of their language.
    """
    given = sorted(texts, key=lambda one: one[0])[:ASKED]
    weighed: dict[tuple[str | None, ...], tuple[float, Pair]] = {}
    for read_as, rare in READ_AS.items():
        for written, seldom in WRITTEN.items():
            pair = (read_as, written)
            found = tuple([read_latin(text, letters, pair) for text, letters in given])
            if not any(found):
                continue
            weight = rare + seldom
            for (text, letters), read in zip(given, found, strict=True):
                weight += log_chance(read or text, text, letters)
            if found not in weighed or weighed[found][0] < weight:
                weighed[found] = weight, pair
    ranked = sorted(weighed.values(), reverse=True)
    if not ranked or ranked[0][1][0] in DOUBTFUL:
        return None
    return ranked[0][1] if len(ranked) < 2 or ranked[0][0] > ranked[1][0] + CLEAR else None


def read_latin(text: str, letters: Letters, pair: Pair) -> str | None:
    """Read a text back by two codecs, None where that gives what its language does not write."""
    table = {ord(letter): _read(letter, pair) for letter in set(text) if letter > "\x7f"}
    shown = {table[ord(letter)] for letter in _CYRILLIC.findall(text)}
    if not all(letter.isalpha() and letters.knows(letter) for letter in shown):
        return None
    read = text.translate(table)
    if (not read.isprintable() and text.isprintable()) or (LOST in read and LOST not in text):
        return None
    changed = [at for at in range(1, len(text)) if text[at] != read[at]]
    capitals = any(read[at].isupper() and read[at - 1].islower() for at in changed)
    small = any(
        read[at].islower() and read[at - 2 : at].isalpha() and read[at - 2 : at].isupper() for at in changed
    )
    return None if capitals or small else read


@cache
def _read(letter: str, pair: Pair) -> str:
    """What a letter was; itself where it was read as it is."""
    try:
        data = letter.encode(pair[0])
    except UnicodeEncodeError:
        return letter
    return data.decode(pair[1], "replace")


def log_chance(read: str, text: str, letters: Letters) -> float:
    """Log-probability of what was read back and the two letters behind each."""
    high = [at for at, letter in enumerate(text) if letter > "\x7f"]
    total = 0.0
    for at in sorted({place + on for place in high for on in range(3)}):
        letter, before = read[at : at + 1], read[max(0, at - 2) : at]
        if letter.isalpha():
            total += math.log(letters.chance(letter, before))
        elif before[-1:].isalpha():
            total += math.log(max(SIGN, letters.ends(before)))
    before_letters = [read[at] for at in high if read[at + 1 : at + 2].isalpha()]
    odd = [sign for sign in before_letters if not sign.isalpha() and sign not in _BEFORE]
    return total + len(odd) * math.log(FLOOR)
