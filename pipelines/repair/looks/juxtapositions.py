r"""What ftfy's badness and the other steps look for, as conditions on a character and its neighbours.

ftfy's expression is a list of alternatives, each a row of character classes such as `[bad][lower_accented]`. Each is taken
apart here into four sets: what stands before a first character above ASCII, that character, the next and the one
after. A set of conditions held as the bits of one number can be asked of every character of a column at once
(`scan`). The conditions are implied by the expression and need not imply it: what they find is looked at again.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from ftfy.badness import BADNESS_RE
from numpy.typing import NDArray

from pipelines.repair.columns.flat import LONE, LONE_ASCII, OTHER
from pipelines.repair.encodings import windows_874
from pipelines.repair.encodings.readings import (
    arabic_parts,
    byte_letters,
    central_letters,
    glued_signs,
    moved,
    patches,
    sequence_parts,
)
from pipelines.repair.looks.joined import composing, joining

Set = NDArray[np.bool_]
"""For each slot, whether it is in a set."""

SLOTS = 0x10000
"""Code points of the basic plane, and in the place of those that no character has, `OTHER` and the marks."""
_MARKS = (LONE, LONE_ASCII)


Words = tuple[NDArray[np.uint64], ...]
"""For each word of conditions an array of them."""


class Tables(NamedTuple):
    """By slot, the conditions that a character meets in each place, as bits of words: those of `SECOND` stand in the second one.

    Attributes:
        before: as the character before.
        first: as the character itself.
        second: as the next one.
        third: as the one after.
        bits: for each word, for each kind of damage its conditions.
    """

    before: Words
    first: Words
    second: Words
    third: Words
    bits: tuple[dict[str, np.uint64], ...]


def ranged(*spans: tuple[int, int] | int) -> Set:
    """The set of some code points and spans of them, both ends included."""
    found = np.zeros(SLOTS, dtype=bool)
    for span in spans:
        low, high = span if isinstance(span, tuple) else (span, span)
        found[low : high + 1] = True
    return found


def as_class(some: Set) -> str:
    """A set as the class of an expression, characters beyond the basic plane included where they are in it."""
    edges = np.flatnonzero(np.diff(some, prepend=False, append=False))
    spans = [f"\\u{first:04x}-\\u{behind - 1:04x}" for first, behind in edges.reshape(-1, 2).tolist()]
    return f"[{''.join(spans)}{chr(SLOTS) + '-' + chr(sys.maxunicode) if some[OTHER] else ''}]"


def of_characters(characters: frozenset[str]) -> Set:
    """The set of some characters of the basic plane."""
    return of_codes(map(ord, characters))


def of_codes(codes: Iterable[int]) -> Set:
    """The set of some code points of the basic plane."""
    found = np.zeros(SLOTS, dtype=bool)
    found[list(codes)] = True
    return found


ANY = np.ones(SLOTS, dtype=bool)
GREEK_CYRILLIC = ranged((0x370, 0x3FF), (0x400, 0x52F))
BEYOND_LATIN = (0x380, 0x53F)
"""The letters of Greek, Cyrillic and Armenian, which `scan` asks by themselves whether one stands behind a Latin letter: of two in a
row, as nearly all of Russian are, three in five would meet a condition with what may follow."""
LATIN = ranged((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F))
ASCII_LETTERS = ranged((0x41, 0x5A), (0x61, 0x7A))
_CYRILLIC = ranged((0x400, 0x4FF))
_COMBINING = ranged(
    (0x300, 0x34E), (0x350, 0x36F), (0x483, 0x487), (0x64B, 0x655), 0x670, 0x93C, 0x9BC, 0x9BE, 0x9D7, 0xA3C, 0xB3C, 0xB3E, 0xB56,
    0xB57, 0xBBE, 0xBD7, 0xC56, 0xCC2, 0xCD5, 0xCD6, 0xD3E, 0xD57, 0xDCA, 0xDCF, 0xDDF, 0x102E, 0x3099, 0x309A,
)  # fmt: skip
_NO_WORD = ranged((0, 0x2F), (0x3A, 0x40), (0x5B, 0x5E), 0x60, (0x7B, 0xA9), (0xAB, 0xB1), 0xB4, (0xB6, 0xB8), 0xBB, 0xBF,
                  0xD7, 0xF7, (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2190, 0x23FF), (0x2500, 0x27BF), (0x3000, 0x3004))  # fmt: skip
"""Characters that `\\w` does not match, the common ones: the set of the others may be too large, not too small."""

Condition = tuple[str, Set, Set, Set, Set]


SECOND = frozenset({"old", "moved"})
"""Kinds whose conditions stand in a word of their own: all together are more than one has bits."""


def tables() -> Tables:
    """All conditions."""
    words: tuple[list[Condition], list[Condition]] = ([], [])
    for condition in joined([*_single(), *_pairs(), *badness()]):
        words[condition[0] in SECOND].append(condition)
    columns, bits = zip(*map(_table, words), strict=True)
    before, first, second, third = zip(*columns, strict=True)
    return Tables(before, first, second, third, bits)


def _table(conditions: list[Condition]) -> tuple[list[NDArray[np.uint64]], dict[str, np.uint64]]:
    """By place and slot the conditions of one word, and which are of each kind."""
    columns = [np.zeros(SLOTS, dtype=np.uint64) for _ in range(4)]
    anywhere = [0] * 4
    bits: dict[str, np.uint64] = {}
    for number, (kind, *places) in enumerate(conditions):
        bit = np.uint64(1 << min(number, 63))  # beyond, what ftfy may add shares one: its sets are joined
        bits[kind] = bits.get(kind, np.uint64(0)) | bit
        for at, place in enumerate(places):
            if place is ANY:
                anywhere[at] |= int(bit)
            else:
                columns[at][np.flatnonzero(place)] |= bit
    for column, bit in zip(columns, map(np.uint64, anywhere), strict=True):
        column |= bit
    return columns, bits


def joined(conditions: Iterable[Condition]) -> list[Condition]:
    """The same conditions in fewer: those of a kind that differ in one place only become one."""
    known: dict[bytes, Set] = {}
    names: dict[int, bytes] = {}  # of the sets that are known

    def name(some: Set) -> bytes:
        if id(some) in names:
            return names[id(some)]
        packed = np.packbits(some).tobytes()
        names[id(known.setdefault(packed, some))] = packed
        return packed

    found = [(kind.encode(), *map(name, places)) for kind, *places in conditions]
    for at in range(1, 5):
        alike: dict[tuple[bytes, ...], list[Set]] = {}
        for one in found:
            alike.setdefault((*one[:at], *one[at + 1 :]), []).append(known[one[at]])
        found = [(*key[:at], name(_whole(some)), *key[at:]) for key, some in alike.items()]
    return [
        (kind.decode(), known[one], known[two], known[three], known[four])
        for kind, one, two, three, four in found
    ]


def _whole(some: list[Set]) -> Set:
    whole: Set = some[0] if len(some) == 1 else np.logical_or.reduce(some)
    return whole


class Classes(NamedTuple):
    """The same by class: characters that meet the same conditions in a place are of one class in it.

    Attributes:
        before: by slot the class of the character before.
        first: by slot the class of the character itself, times the number of classes that a next one has.
        second: by slot the class of the next one; with the first it is the number of a pair.
        third: by slot the class of the one after.
        of_before: by class the conditions.
        of_pair: by number of a pair the conditions that both meet.
        of_third: by class the conditions.
        telling: by number of a pair in which words both meet any, a bit for each.
        bits: for each word, for each kind of damage its conditions.
    """

    before: NDArray[np.uint8]
    first: NDArray[np.uint16]
    second: NDArray[np.uint8]
    third: NDArray[np.uint8]
    of_before: Words
    of_pair: Words
    of_third: Words
    telling: NDArray[np.uint8]
    bits: tuple[dict[str, np.uint64], ...]


@cache
def classes() -> Classes:
    """The conditions by class: there are a hundred in each place, whose tables are short."""
    whole = tables()
    before, of_before = _classed(whole.before)
    first, of_first = _classed(whole.first)
    second, of_second = _classed(whole.second)
    third, of_third = _classed(whole.third)
    of_pair = tuple(
        [(one[:, np.newaxis] & two).reshape(-1) for one, two in zip(of_first, of_second, strict=True)]
    )
    told = [(pair != 0).astype(np.uint8) << number for number, pair in enumerate(of_pair)]
    return Classes(
        before.astype(np.uint8),
        (first * len(of_second[0])).astype(np.uint16),
        second.astype(np.uint8),
        third.astype(np.uint8),
        of_before,
        of_pair,
        of_third,
        np.bitwise_or.reduce(told),
        whole.bits,
    )


def _classed(words: Words) -> tuple[NDArray[np.int64], Words]:
    """By slot the class of what a character meets in all words, and by class what that is in each."""
    codes, conditions = zip(*map(pd.factorize, words), strict=True)  # which sorts nothing
    classed, numbers = pd.factorize(codes[0] * len(conditions[1]) + codes[1])
    first, second = np.divmod(numbers, len(conditions[1]))
    return classed, (conditions[0][first], conditions[1][second])


def _single() -> Iterator[Condition]:
    one = {
        "loss": ranged(0xFFFD, *_MARKS),
        "c1": ranged((0x80, 0x9F)),
        "controls": ranged((0xFFF9, 0xFFFB), (0x206A, 0x206F)),
        "invisible": ranged(0xAD, 0x34F, 0x200B, 0x200E, 0x200F, (0x2060, 0x2064), 0xFEFF, 0x180E, 0x61C, (0x202A, 0x202E),
                            (0x2066, 0x2069)),
        "ligatures": ranged((0xFB00, 0xFB06)),
        "compose": ranged((0x1100, 0x1112)),
    }  # fmt: skip
    for kind, first in one.items():
        yield kind, ANY, first, ANY, ANY
    joiners = ranged(0x200C, 0x200D)
    behind, before = map(of_codes, joining())
    yield "invisible", ~behind, joiners, ~before, ANY
    gone = ranged((0, 0x1F), 0x7F) | joiners  # a mark may come to stand behind what is before these
    for kind in ("c1", "controls", "invisible", "ligatures"):
        gone |= one[kind]
    letters, marks = map(of_codes, composing())
    yield "compose", letters | _COMBINING | gone, marks & _COMBINING, ANY, ANY


def _pairs() -> Iterator[Condition]:
    for parts in sequence_parts():
        sets = [*map(of_characters, parts), ANY, ANY]
        yield "mojibake", ANY, sets[0], sets[1], sets[2]
    for parts in arabic_parts():
        sets = [*map(of_characters, parts), ANY]
        yield "mojibake", ~sets[0], sets[1], sets[2], sets[3]
    yield "mojibake", ANY, GREEK_CYRILLIC, ASCII_LETTERS, ANY
    for parts in glued_signs():
        yield "mojibake", ANY, GREEK_CYRILLIC, of_characters(parts[0]), of_characters(parts[1])
    yield "mojibake", ANY, ranged(*map(ord, "ГΓ")), ranged(0xA0), ANY  # `à`
    for parts in windows_874.parts():
        each = [of_characters(part) if part else ANY for part in parts]
        yield "mojibake", ANY, each[0], each[1], each[2]
    inside, more = map(of_characters, patches())
    yield "mojibake", ASCII_LETTERS, inside & ~ranged(BEYOND_LATIN), more, ANY
    letters = of_characters(byte_letters())
    yield "old", ANY, letters & ranged((0x80, 0x2FF)), letters, letters  # a sign before makes four of them
    letters = letters | of_characters(central_letters())
    yield "old", letters, letters & ranged((0x80, 0x2FF)), letters, letters
    for places in moved():
        before, first, second = (of_characters(place) if place else ANY for place in places)
        yield "moved", before, first, second, ANY
    yield "lookalikes", ANY, LATIN & ~ASCII_LETTERS, _CYRILLIC, ANY
    yield "lookalikes", ANY, _CYRILLIC, LATIN, ANY


def badness() -> Iterator[Condition]:
    """The alternatives of ftfy's badness as conditions."""
    source = "".join(map(_unverbose, BADNESS_RE.pattern.splitlines()))
    for alternative in _split(source):
        items = _items(alternative)
        at = next(place for place, item in enumerate(items) if not item[:0x80].any())
        after = [*items[at + 1 :], ANY, ANY]
        yield "mojibake", items[at - 1] if at else ANY, items[at], after[0], after[1]


def _unverbose(line: str) -> str:
    if line.lstrip().startswith("#"):
        return ""
    out, inside, skip = [], False, False
    for character in line:
        if skip:
            skip = False
        elif character == "\\":
            skip = True
        elif character == "[":
            inside = True
        elif character == "]":
            inside = False
        elif character in " \t" and not inside:
            continue
        out.append(character)
    return "".join(out)


def _split(source: str) -> list[str]:
    found, inside = [""], False
    for character in source:
        inside = (inside or character == "[") and character != "]"
        if character == "|" and not inside:
            found.append("")
        else:
            found[-1] += character
    return found


_ITEM = re.compile(r"(?:\[(?P<set>[^\]]*)\]|(?P<one>\\[ws]|[^\^]))(?P<maybe>\??)|\^", re.DOTALL)


def _items(alternative: str) -> list[Set]:
    """The sets of an alternative in order; before one that may be missing, and in its place, anything may stand."""
    found = []
    for item in _ITEM.finditer(alternative):
        if item["maybe"]:
            found = [ANY]
        elif item["set"] is not None:
            found.append(_set(item["set"]))
        elif item["one"] is not None:
            found.append(ANY if item["one"] == "." else _set(item["one"]))
    return found


@cache
def _set(inside: str) -> Set:
    if inside == "\\w":
        return ~_NO_WORD
    if inside.startswith("^"):
        return ~_set(inside[1:])
    if inside == "\\s":
        return ranged(
            (9, 13),
            (0x1C, 0x20),
            0x85,
            0xA0,
            0x1680,
            (0x2000, 0x200A),
            0x2028,
            0x2029,
            0x202F,
            0x205F,
            0x3000,
        )
    plain = re.sub(r"\\x([0-9a-f]{2})", lambda hexed: chr(int(hexed[1], 16)), inside)
    spans = re.findall(r"(.)-(.)|(.)", plain, re.DOTALL)
    return ranged(*((ord(low), ord(high)) if low else ord(one) for low, high, one in spans))
