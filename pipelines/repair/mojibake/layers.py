"""One layer of mojibake off a whole text: by which codec.

The common codecs are tried in their order, and the first that reads a text back is proof that it is mojibake. Every codec
that has all characters of the text is its rival, and where they give different texts the likelier one wins. Codecs that
are seldom the wrong one take part only so: a text that they alone read back must be likelier afterwards by `GAIN`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from ftfy.badness import BADNESS_RE

from pipelines.repair.encodings.pairs import has_lone, has_pair
from pipelines.repair.encodings.readings import LOST, PRIOR, WHOLE, decode_open, encode, encode_until
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.looks.juxtapositions import GREEK_CYRILLIC, SLOTS, Set, as_class, badness
from pipelines.repair.mojibake.marks_astray import astray

COMMON = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "sloppy-windows-1251", "sloppy-windows-1253",
           "sloppy-windows-1254", "iso-8859-9", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437", "cp850", "koi8-r")  # fmt: skip
COMMONEST = frozenset(COMMON[:2])
_EVERY = (*COMMON, *(codec for codec in WHOLE if codec not in COMMON))
BITS = {codec: 1 << place for place, codec in enumerate(_EVERY)}
_ALL = (1 << len(_EVERY)) - 1
_ASCII = bytes(range(0x80))
ASCII = frozenset(_ASCII.decode())
_LATIN = re.compile("[\u00c0-\u024f]")
_ABOVE = re.compile("[^\x00-\x7f]")
_LEADS = bytes(range(0xC2, 0xF5))
SELF_EVIDENT = 3
"""UTF-8 sequences that prove a reading by themselves where they account for every character above ASCII: of the clean texts
of 45 languages cut anywhere none has even one, and of 1,040,079 in 832 none has so many in any codec. In KOI8-R one is
enough: letters of Cyrillic before lines and blocks."""
SELDOM_PRIOR = 0.002
"""How often each of the codecs that `PRIOR` does not name is the wrong one."""
GAIN = 5.0
"""Log-odds by which a text must be likelier without a layer that nothing else speaks for. At 12 a tenth more of the short
titles read as Windows-1255 stay as they are, at 1 a handful more come back; clean texts stay at any of the three."""
CLEAR = 10.0
"""Log-odds by the language alone that no words of a site are asked for."""
AGAINST_LIST = 0.01
"""Share of a list's mojibake that went through another codec than the one that explains most of it."""
_FOREIGN = "[\u0370-\u06ff\u0e00-\u0e7f\u2500-\u257f√]"
_SEAM = re.compile(f"[A-Za-z\u00c0-\u024f]{_FOREIGN}|{_FOREIGN}[A-Za-z\u00c0-\u024f]")
"""A Latin letter beside one of another script, or beside what draws lines."""
_SEWN = re.compile(
    "[A-Z\u00c0-\u00de\u0100-\u017f][\u0370-\u0390\u03ca-\u03ff\u0400-\u042f\u0530-\u0fff]|[A-Z\u00c0-\u00de]{2}[\u0250-\u02b8]"
    "|[0-9] ?[\u05d0-\u05f4](?![\u05d0-\u05ea])"
)
"""A letter of another script behind a capital, none of Greek in use (`IL2Rγ`) or small of Cyrillic, or a small one of phonetics behind two; one of Hebrew behind a number, which is a sum (`3×£20`, `2×³√8`)."""
_CYRILLIC_PAIR = re.compile("[\u0400-\u045f]{2}")
"""What two letters of Latin become in KOI8-R, too: `roЧКs` is `rožės`, and by ISO-8859-5 no `roǺs`."""
_NO_SUM = "[^\x00-\x7f\xb0-\xb3\xb7\xb9\xbc-\xbe]"
_PATCH = re.compile(
    f"[A-Za-z]{_FOREIGN}{_NO_SUM}[a-z]{{2}}|[A-Za-z][a-z]{_FOREIGN}{_NO_SUM}[a-z]"
    f"|[A-Za-z][a-z]{{3}}{_FOREIGN}[^\x00-\x7f][a-z]|[a-z]{_FOREIGN}[^\x00-\x7f][a-z]{{4}}"
)
"""Two characters inside a word, the first of another script: nobody's spelling. What ends in a sign of mathematics (`sinΓ²x`)
needs a word of five letters."""
# characters before and from one of `_may_be_bad` on that an alternative of the badness can span
_BEFORE, _BEHIND = 3, 8


class Layer(NamedTuple):
    """A text with one layer off.

    Attributes:
        text: up to where it was cut.
        codec: the codec that it had been read as.
        left: how many bytes are left over at the end.
    """

    text: str
    codec: str
    left: int


def outer(text: str, known: Sequence[str], writing: Writing | None) -> Layer | None:
    """The first layer off a text.

    Args:
        text: as it came.
        known: codecs that the list proves.
        writing: decides between codecs; without it the commonest wins, and those that are seldom the wrong one do not count.
    """
    first, able = _evident(text, known)
    if writing is None or (first is not None and _beyond_doubt(text, first.codec)):
        return first
    if first is not None:
        best = _likeliest(_rivals(text, first, known), known, writing)
        return best if _is_written(best, known, writing) else None
    found = readings_by(text, _able(text, able), known)
    if not found:
        return None
    likely = _unproven(text, found, known, writing) if writing.language or is_bad(text) else None
    likely = likely or _by_itself(text, found, known, writing)
    one = likely is not None and _sequences(likely) == 1 and _CYRILLIC_PAIR.search(text) is not None
    return likely if likely and (not one or _is_written(likely, known, writing)) else None


def _by_itself(text: str, found: list[Layer], known: Sequence[str], writing: Writing) -> Layer | None:
    """The likeliest layer that needs no language, which may be taken from what was misread: `ะฟะปะฐ` looks Thai."""
    if _PATCH.search(text):
        proved = [layer for layer in found if not _SEAM.search(layer.text) and _LATIN.search(layer.text)]
    else:
        proved = [layer for layer in found if _sequences(layer) >= SELF_EVIDENT and is_writing(layer.text)]
    return _likeliest(proved, known, writing) if proved else None


def _sequences(layer: Layer) -> int:
    """Characters of several bytes that a layer shows."""
    return len(layer.text) - len(layer.text.encode("ascii", "ignore"))


def sews(text: str, read: str) -> bool:
    """Whether a reading of one or two characters sets what nobody writes behind capitals: `CAFÉ²` and a note would be `CAFɲ`."""
    few = len(text) - len(read) < SELF_EVIDENT  # a character of two bytes is one shorter
    sewn = few and _SEWN.search(read) is not None and _SEWN.search(text) is None
    return sewn and not has_pair(read)  # which is mojibake again


def _beyond_doubt(text: str, codec: str) -> bool:
    """Whether a reading by one of the two commonest codecs has no rival that would show its first bytes alike."""
    return codec in COMMONEST and _moved(codec).search(text) is None


@cache
def _moved(codec: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, sorted(moved(codec))))}]")


@cache
def moved(codec: str) -> frozenset[str]:
    """Characters that some codec has, too, but at another byte, of those that show `Ã`, `Ä` or `Å` where Latin-1 does."""
    kin = [other for other in _EVERY if {b"\xc3", b"\xc4", b"\xc5"} & {encode(lead, other) for lead in "ÃÄÅ"}]
    own = set(bytes(range(0x80, 0x100)).decode(codec))
    return frozenset(c for c in own for other in kin if encode(c, other) not in (None, encode(c, codec)))


def inner(text: str, known: Sequence[str], writing: Writing | None) -> Layer | None:
    """One more layer off a text that has lost one: without badness where the text is likelier so."""
    first, able = _evident(text, ())
    if writing is None or (first is not None and _beyond_doubt(text, first.codec)):
        return first
    if first is not None:
        return _likeliest(_rivals(text, first, known), known, writing)
    found = readings_by(text, _able(text, able), known)
    return _unproven(text, found, known, writing) if found else None


def _able(text: str, able: int) -> int:
    """Which of some codecs have every character of a text, as bits."""
    if able:
        bits = _bits()
        for character in set(text).difference(ASCII):
            able &= bits.get(character, 0)
    return able


def _evident(text: str, known: Sequence[str]) -> tuple[Layer | None, int]:
    """The layer of the first common codec, where the text is bad, the list proves the codec, or it proves itself.

    Returns:
        The layer, and the codecs that may have every character of the text and read it, as bits.
    """
    bad: bool | None = None
    lone: bool | None = None
    able = _ALL
    for codec in (*_seldom(known), *COMMON) if known else COMMON:
        if not able & BITS[codec]:
            continue
        data = encode_until(text, codec)
        if isinstance(data, str):
            able &= _codecs_of(data)
            continue
        layer = _read(text, data, codec)
        if layer is None:
            if lone is None and (lone := has_lone(text)):
                return None, 0
            continue
        sequences = len(data) - len(data.translate(None, _LEADS)) - (layer.left > 0)
        if codec in known or (sequences >= least(codec) and is_writing(layer.text)):
            return layer, able
        if bad is None:
            bad = is_bad(text)
        if bad:
            return layer, able
    return None, able


def least(codec: str) -> int:
    """UTF-8 sequences that prove a reading by a codec by themselves."""
    return 1 if codec == "koi8-r" else SELF_EVIDENT


def _seldom(known: Sequence[str]) -> list[str]:
    """Those of some codecs that are tried only where a list proves them."""
    return [codec for codec in known if codec in BITS and codec not in COMMON]


def is_writing(text: str) -> bool:
    """Whether a text is printable, and not all that it holds above ASCII is marks: `PAMĚŤ` would end in one (U+030D)."""
    if text.isprintable():
        for found in _ABOVE.finditer(text):
            if not unicodedata.combining(found[0]):
                return True
    return False


def _read(text: str, data: bytes, codec: str) -> Layer | None:
    """What the bytes of a text in a codec are as UTF-8; None where they are none, or in plain ASCII."""
    read = decode_open(data)
    if (
        read is None
        or len(read[0]) == len(data) - read[1]
        or astray(read[0], whole=True)
        or sews(text, read[0])
    ):
        return None
    now = read[0].replace("\x1a", LOST) if LOST in text else read[0]  # as ftfy spells it
    return Layer(now, codec, read[1])


@cache
def had() -> dict[str, list[tuple[int, int]]]:
    """By character the codecs that have it, as bits, and at which byte."""
    found: dict[str, list[tuple[int, int]]] = {}
    for codec, bit in BITS.items():
        for byte, character in enumerate(bytes(range(0x100)).decode(codec)):
            found.setdefault(character, []).append((bit, byte))
    return found | {LOST: []}  # `encode` has it in none


@cache
def _bits() -> dict[str, int]:
    return {character: sum([bit for bit, _ in each]) for character, each in had().items()}


def _codecs_of(character: str) -> int:
    """The codecs that have a character, as bits."""
    return _bits().get(character, 0)


@cache
def _others(codec: str) -> tuple[tuple[int, int], ...]:
    """For each byte of a codec, the codecs that have its character, and those that have it at another byte, as bits."""
    found = []
    for byte, character in enumerate(bytes(range(0x100)).decode(codec)):
        elsewhere = [bit for bit, other in had()[character] if other != byte]
        found.append((_codecs_of(character), sum(elsewhere)))
    return tuple(found)


def _rivals(text: str, first: Layer, known: Sequence[str]) -> list[Layer]:
    """A layer, and those of codecs that have the text, too, but at other bytes; the commoner ones before."""
    table, able, other = _others(first.codec), _ALL, 0
    for byte in set((encode(text, first.codec) or b"").translate(None, _ASCII)):
        has, elsewhere = table[byte]
        able &= has
        other |= elsewhere
    return [first, *readings_by(text, able & other, known)] if able & other else [first]


def readings_by(text: str, able: int, known: Sequence[str] = ()) -> list[Layer]:
    """The different texts that some codecs read a text back to; of codecs that read the same, one that the list proves."""
    found: dict[str, Layer] = {}
    named = _named(able)
    for codec in sorted(named, key=lambda codec: codec not in known) if known else named:
        data = encode(text, codec)
        layer = _read(text, data, codec) if data else None
        if layer is not None:
            found.setdefault(layer.text, layer)
    return list(found.values())


@lru_cache(maxsize=1024)
def _named(able: int) -> tuple[str, ...]:
    return tuple([codec for codec, bit in BITS.items() if able & bit])


def _likeliest(found: list[Layer], known: Sequence[str], writing: Writing) -> Layer:
    if len(found) == 1:
        return found[0]
    bare = [_below(layer.text) for layer in found]
    priors = [_log_prior(layer, known) for layer in found]
    alone = [writing.among_readings_alone(text) + prior for text, prior in zip(bare, priors, strict=True)]
    most, next_best = sorted(alone)[:-3:-1]
    if most > next_best + CLEAR:
        return found[alone.index(most)]
    weights = [writing.among_readings(text) + prior for text, prior in zip(bare, priors, strict=True)]
    return found[weights.index(max(weights))]


def _below(text: str) -> str:
    """What the commonest codec reads a text back to, the text where none does: between two layers no letters are the language's."""
    if has_pair(text):
        for codec in COMMON:
            data = encode(text, codec)
            layer = _read(text, data, codec) if data else None
            if layer is not None:
                return layer.text
    return text


def _is_written(layer: Layer, known: Sequence[str], writing: Writing) -> bool:
    """Whether a layer of a codec that is seldom the wrong one gives Latin letters that the language writes or that many do, or one more layer."""
    if (
        layer.codec in COMMONEST
        or layer.codec in known
        or not writing.language
        or not writing.corpus.profiled
    ):
        return True
    letters = _LATIN.findall(layer.text)
    written = sum(letter <= "\xff" or writing.corpus.letters.knows(letter) for letter in letters)
    return 2 * written >= len(letters) or has_pair(layer.text)


def readings(text: str) -> list[Layer]:
    """The different texts that a whole text is in UTF-8, by any codec."""
    return [layer for layer in readings_by(text, _able(text, _ALL)) if not layer.left]


def _unproven(text: str, found: list[Layer], known: Sequence[str], writing: Writing) -> Layer | None:
    """The likeliest layer where the text is likelier without it by far, and the layer is no chance."""
    best = _likeliest(found, known, writing)
    if writing.weight(best.text) + _log_prior(best, known) <= writing.weight(text) + GAIN:
        return None
    many = sum([character > "\x7f" for character in best.text]) >= SELF_EVIDENT
    # `canвЂ` is no `canҢ`: half a quote, not one more letter of Cyrillic
    seam = _SEAM.search(best.text) is not None
    sewn = not seam and _SEAM.search(text) is not None
    proves = sewn or writing.explains(best.text) or is_bad(text)
    if best.codec in known or many or (proves and not seam):
        return best
    return best if inner(best.text, known, writing) is not None else None


def _log_prior(layer: Layer, known: Sequence[str]) -> float:
    prior = PRIOR.get(layer.codec, SELDOM_PRIOR)
    if known:
        prior = 1.0 if layer.codec in known else prior * AGAINST_LIST
    return math.log(prior)


@cache
def _may_be_bad() -> tuple[re.Pattern[str], ...]:
    """The first character above ASCII of any alternative of the badness, beside a next one where not nearly any may follow.

    Alternatives that begin so in Greek and Cyrillic are few and apart, looked for by the next one, which is seldom a letter: what
    may follow the others stands behind every word.
    """
    alone: list[Set] = []
    beside: dict[bool, list[tuple[Set, Set]]] = {True: [], False: []}
    for _, _, first, second, _ in badness():
        if 2 * second.sum() > SLOTS:
            alone.append(first)
        else:
            beside[bool((first & GREEK_CYRILLIC).any())].append((first, second))
    letter, behind_letter, sign, behind = (
        np.logical_or.reduce(some) for kind in (True, False) for some in zip(*beside[kind], strict=True)
    )
    lone = np.logical_or.reduce(alone)
    return (
        re.compile(f"{as_class(sign | lone)}(?:(?<={as_class(lone)})|(?={as_class(behind)}))"),
        re.compile(f"{as_class(behind_letter)}(?<={as_class(letter)}.)", re.DOTALL),
    )


def is_bad(text: str) -> bool:
    """What `is_bad` of ftfy says, which tries forty alternatives on every character, asked only where one can hold."""
    if text.isascii():
        return False
    # most text of other alphabets holds neither, which takes a twentieth of the time
    for may_be in _may_be_bad():
        for found in may_be.finditer(text):
            if BADNESS_RE.search(text, max(0, found.start() - _BEFORE), found.start() + _BEHIND):
                return True
    return False
