"""Mojibake whose letters were made small or capital after it was read wrong: `prã©sident`, `PRÃ©SIDENT`, `задачÐΜ`.

A site that sets its titles in one case changes the bytes' letters, too: `Ã` becomes `ã`, which is another byte. So each
character may have been one of two, and of the ways to read the text back the one that the language writes wins, letter by letter.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from pipelines.repair.encodings.pairs import has_lone
from pipelines.repair.encodings.readings import ENTITY_SIGNS, PRIOR, WHOLE, byte_of, encode, needs
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters_alone import EAST
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.writing import LEAST, Writing
from pipelines.repair.mojibake import layers
from pipelines.repair.mojibake.layers import SELDOM_PRIOR
from pipelines.repair.mojibake.unwritten import RARE_LATIN

_CODECS = ("sloppy-windows-1252", "latin-1", "sloppy-windows-1250", "sloppy-windows-1254", "sloppy-windows-1251",
           "sloppy-windows-1257", "macroman")  # fmt: skip
_USUAL = _CODECS[:2]
Fold = Callable[[str], str]
_SMALL, _CAPITAL = re.compile("[a-z]"), re.compile("[A-Z]")
_CASELESS = "ªºµß"
_EUROPEAN = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_LATIN = "\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_BESIDE = re.compile(f"[A-Z][{_LATIN}]|[{_LATIN}][A-Z]")
_ABOVE = re.compile("[^\x00-\x7f]+")
HIGH_CAPITALS = re.compile("[À-ÖØ-ÞΑ-ΡΣ-ΫЀ-Я]")
"""A text that holds one of these and a small letter of ASCII is of no one case."""
_CAPITAL_INSIDE = re.compile("(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ]+")
CHANGED = math.log(0.01)
"""Logarithm of how often the case was changed of a text that reads back as it stands: such texts are then read as they stand."""
ONE_CASE = 7
"""Bytes that all are of one case, though their codec has them in both, from which on the case was changed: 1 in 128 by chance.
At 4, 7 and 12 the same of 3,000 damaged texts in 77 languages come back, a quarter of them in another case; one more stays at 4."""
DISTINCT = 4
"""Different ones of them where nothing else tells: Georgian needs three of Windows-1252, and all of them small.
At 2 three of those 3,000 stay that come back otherwise; 8 changes none."""
SURE = 5.0
"""Log-odds by which a text must be likelier read back. Of 2,197 texts in 45 languages, through seven codecs, 1,460 come back
and 355 come out otherwise, most of them Chinese, Japanese and Korean (735 and 1,094 before); 1,421 and 371 at 12, 1,467 and
352 at 0."""
CLEAR = 2.0
"""Log-odds by which one way to read a text back must be likelier than any other: at 0 come back 34 more, and 35 more come out otherwise."""
CLEAR_UNKNOWN = 6.0
"""The same where the letters of all languages count: at 2 Irish `Ó` is `Ã`."""
CAPITALS = 4
"""Capitals that make a text without small letters one in capitals; `RFC` in a Cyrillic text does not. At 2 and 8 the same of those
3,000 come back."""
MOSTLY, MOSTLY_SHARE = 3, 0.8
"""Characters by which sequences in some case must be more than those as they stand, and share of what is above ASCII that they must be.
Of 1,756 others, read wrong and changed since, 738 come back, 300 stay and 718 come out otherwise with these; at 1 and 0.6 737, 315 and
704, but a text read as Latin-1 that ends in half a character is then left as it is."""
_KEPT = 8
"""Ways that are followed through a text; each of its letters has two at most."""


class Way(NamedTuple):
    """One way to read a text back.

    Attributes:
        text: what it was.
        weight: log-probability of its characters above ASCII.
    """

    text: str
    weight: float


class Cased(NamedTuple):
    """What a text was before its case was changed.

    Attributes:
        text: read back; as it stands where nothing is sure.
        codec: which it had been read as.
    """

    text: str
    codec: str


def may_be_cased(text: str) -> bool:
    """Whether a text's case may have been changed: all above ASCII is of one case, and is no UTF-8 as it stands but in capitals or by far too many small letters."""
    if HIGH_CAPITALS.search(text) and _SMALL.search(text):
        return False  # most mojibake, by its first letters
    high = "".join(_ABOVE.findall(text))
    if high == high.lower():
        return not _stands(text, _USUAL) or is_of_one_case(text)
    return high == high.upper() and not _SMALL.search(text)


def was_changed(text: str) -> bool:
    """Whether a text's case was changed for certain: it is sequences of UTF-8 in some case, and not all of them as it stands."""
    runs = _ABOVE.findall(text)
    high, least = " ".join(runs), MOSTLY_SHARE * sum(map(len, runs))  # no sequence goes beyond a run
    if sum([len(run) for run in runs if len(run) > 1]) < least:
        return False  # most clean letters
    if 2 * sum(map(len, _inside().findall(high))) < least:
        return False  # most letters of other alphabets: a sequence has as many bytes inside as first ones, or more
    most = max(_covered(high, codec, how) for how in _folds(text) for codec in _CODECS)
    if most < least:
        return False
    return all(_covered(high, codec, str) <= most - MOSTLY for codec in WHOLE)


def was_titled(text: str) -> bool:
    """Whether the words of a text were made to begin with capitals after it was misread: behind a byte that is no letter another word begins (`Rã©Gion`)."""
    return text.istitle() and _titled().search(text) is not None and not _reads_back(text)


def _reads_back(text: str) -> bool:
    """Whether a whole text reads back as it stands and no capital comes to stand inside a word: what has few letters of two cases is titled by chance."""
    for codec in _USUAL:
        data = encode(text, codec)
        try:
            read = "" if data is None else data.decode()
        except UnicodeDecodeError:
            continue
        if read and not any(one.islower() and other.isupper() for one, other in pairwise(read)):
            return True
    return False


def read_titled(text: str, writing: Writing) -> Cased | None:
    """Read back a text that `was_titled`, by its small letters; None where nothing is sure.

    Args:
        text: without its marker.
        writing: as for `read_cased`.
    """
    small = text.lower()
    found = read_cased(small, writing) if len(small) == len(text) else None
    return Cased(found.text.lower().title(), found.codec) if found is not None and found.codec else None


def _covered(text: str, codec: str, how: Fold) -> int:
    """How many characters of a text are in sequences of UTF-8 in a codec that a fold of their case has left."""
    return sum(map(len, _sequence(codec, how).findall(text)))


def _stands(text: str, by: Sequence[str]) -> bool:
    return not has_lone(text) and any(is_utf8(text, codec) for codec in by)


def is_utf8(text: str, codec: str) -> bool:
    """Whether the bytes of a text in a codec are UTF-8; what is left of a character at its end aside."""
    data = encode(text, codec)
    if data is None:
        return False
    try:
        codecs.utf_8_decode(data)
    except UnicodeDecodeError:
        return False
    return True


def read_cased(text: str, writing: Writing) -> Cased | None:
    """Read back a text whose case was changed; None for any other.

    Args:
        text: without its marker.
        writing: tells what the language writes; where its letters are not known beforehand, those of all languages count.
    """
    runs = _ABOVE.findall(text)
    if any(len(run) < 2 for run in runs):
        return None
    high = " ".join(runs)
    shaped = [(codec, how) for how in _folds(text) for codec in _CODECS if _shape(codec, how).fullmatch(high)]
    if not shaped:
        return None
    if not writing.language or not writing.corpus.profiled:
        if not in_capitals(text) and _stands(text, _CODECS):  # all letters tell `þess` from `îess` by nothing
            return Cased(text, "") if is_of_one_case(text, DISTINCT) else None
        writing = _of_any()
    found: dict[str, str] = {}
    for codec, how in shaped:
        for way in _ways(text, codec, how, writing.corpus):
            if codec in _USUAL or not _has_rare(way.text, writing.corpus):
                found.setdefault(way.text, codec)
    plain = {read for read, codec in found.items() if encode(text, codec) == read.encode()}
    if len(found) == len(plain) and not _lowered(text, plain):
        return None
    corpus = writing.corpus
    as_it_stands = {
        layer.text: layer.codec
        for layer in layers.readings(text)
        if layer.codec in _USUAL or not _has_rare(layer.text, corpus)
    }
    known = writing.corpus.profiled
    return _decided(text, found, as_it_stands, writing, CLEAR if known else CLEAR_UNKNOWN)


def _decided(
    text: str, found: dict[str, str], as_it_stands: dict[str, str], writing: Writing, clear: float
) -> Cased | None:
    """The likeliest of the ways to read a text back by changing its case, or as it stands."""
    raised = _lowered(text, as_it_stands)
    priors = {read: math.log(PRIOR[codec]) + CHANGED for read, codec in found.items()}
    one_case = max(len(_of_one_case(text)) * math.log(0.5), 2 * CHANGED)
    for read, codec in as_it_stands.items():
        priors[read] = math.log(PRIOR.get(codec, SELDOM_PRIOR)) + (CHANGED if raised else one_case)
    weights = {read: writing.weight(read.lower()) + prior for read, prior in priors.items()}
    best, *others = sorted(weights, key=lambda read: -weights[read])
    if best in as_it_stands and not raised:
        return None
    sure = weights[best] > writing.weight(text) + SURE and (
        not others or weights[best] > weights[others[0]] + clear
    )
    if not sure or _is_mixed(best):
        return None if as_it_stands and not raised else Cased(text, "")
    codec = found.get(best) or as_it_stands[best]
    if text == text.lower():
        best = _CAPITAL_INSIDE.sub(lambda one: one[0].lower(), best)  # `nãƒo` was `NÃO`
    return Cased(_raised(best) if _lowered(text, [best]) else best, codec)


def is_of_one_case(text: str, distinct: int = 1) -> bool:
    """Whether all of a text's bytes that its codec has in two cases are of one, by far too many for chance, and of several letters."""
    found = _of_one_case(text)
    return len(found) >= ONE_CASE and len(set(found)) >= distinct


@lru_cache(maxsize=8)  # a text is asked up to thrice
def _of_one_case(text: str) -> str:
    """The characters of a text whose other case is another byte behind the first one in the codec that reads it, where all are of one case."""
    codec = "" if has_lone(text) else next((codec for codec in _CODECS if is_utf8(text, codec)), "")
    high = "".join(_ABOVE.findall(text)) if codec else ""
    paired = "".join(filter(_paired(codec).__contains__, high)) if high else ""
    return paired if paired in (paired.lower(), paired.upper()) else ""


@cache
def _paired(codec: str) -> frozenset[str]:
    table = byte_of(codec)
    return frozenset(
        c for c in table if c != c.swapcase() and table[c] < 0xC0 and table.get(c.swapcase(), 0xFF) < 0xC0
    )


def _lowered(text: str, reads: Iterable[str]) -> bool:
    """Whether a text in capitals reads back to small letters beside them."""
    return in_capitals(text) and any(
        any(map(str.islower, pair)) for read in reads for pair in _BESIDE.findall(read)
    )


def _is_mixed(text: str) -> bool:
    """Whether a text has letters of the East and accented ones of Europe: no case was changed, bytes are gone."""
    return EAST.search(text) is not None and _EUROPEAN.search(text) is not None


@cache
def _of_any() -> Writing:
    corpus = Corpus(Lexicon([]))
    return Writing(lambda: "", lambda: corpus)


def _has_rare(text: str, corpus: Corpus) -> bool:
    """Whether a text has letters of Latin that hardly anybody writes, and its language does not."""
    return any(not corpus.profiled or not corpus.letters.knows(one) for one in RARE_LATIN.findall(text))


def in_capitals(text: str) -> bool:
    """Whether the letters of ASCII are all capitals, and enough of them."""
    return not _SMALL.search(text) and len(_CAPITAL.findall(text)) >= CAPITALS


def _raised(text: str) -> str:
    return "".join([c.upper() if len(c.upper()) == 1 and c not in _CASELESS else c for c in text])


def _folds(text: str) -> Iterator[Fold]:
    yield str.lower
    if not _SMALL.search(text):
        yield str.upper


def _ways(text: str, codec: str, how: Fold, corpus: Corpus) -> list[Way]:
    """The likeliest ways to read a text back by a codec, best first."""
    ways, end = [Way("", 0.0)], 0
    for run in _ABOVE.finditer(text):
        ways = [Way(way.text + text[end : run.start()], way.weight) for way in ways]
        ways, end = _through(run[0], ways, codec, how, corpus), run.end()
    return [Way(way.text + text[end:], way.weight) for way in ways]


def _through(run: str, ways: list[Way], codec: str, how: Fold, corpus: Corpus) -> list[Way]:
    """The ways through some characters above ASCII, best first."""
    at: list[list[Way]] = [ways, *([] for _ in run)]
    for start in range(len(run)):
        for way in sorted(at[start], key=lambda one: -one.weight)[:_KEPT]:
            before = way.text[-2:].lower()
            for size in range(2, min(4, len(run) - start) + 1):
                for character in _characters(run[start : start + size], codec, how):
                    chance = corpus.alone(character.lower(), before)
                    if chance >= LEAST or _is_written(character, corpus):
                        at[start + size].append(Way(way.text + character, way.weight + math.log(chance)))
    return sorted(at[-1], key=lambda one: -one.weight)[:_KEPT]


def _is_written(character: str, corpus: Corpus) -> bool:
    """Whether a seldom character is text all the same: a common sign, an ideograph, a letter where no profile counts."""
    if not character.isalpha():
        return "\u2000" <= character < "\u2c00" or character in ENTITY_SIGNS
    return corpus.letters.knows(character) and (not corpus.language or bool(EAST.match(character)))


@lru_cache(maxsize=4096)
def _characters(shown: str, codec: str, how: Fold) -> tuple[str, ...]:
    """What a sequence may have been before its case was changed."""
    found = []
    for data in map(bytes, product(*(_origins(codec, how).get(each, ()) for each in shown))):
        if needs(data[0]) != len(shown):
            continue
        try:
            found.append(data.decode("utf-8"))
        except UnicodeDecodeError:
            continue
    return tuple(c for c in found if unicodedata.category(c)[0] in "LNPSZ" or c in "\u200c\u200d")


@cache
def _origins(codec: str, how: Fold) -> dict[str, tuple[int, ...]]:
    """By character shown the bytes above ASCII that it may have been."""
    found: dict[str, tuple[int, ...]] = {}
    for character, byte in byte_of(codec).items():
        shown = how(character)
        if shown > "\x7f" and len(shown) == 1:
            found[shown] = (*found.get(shown, ()), byte)
    return found


@cache
def _inside() -> re.Pattern[str]:
    """What any of the codecs shows for bytes inside a character, in some case."""
    some = {
        shown
        for codec in _CODECS
        for how in (str.lower, str.upper)
        for shown, data in _origins(codec, how).items()
        if min(data) < 0xC0
    }
    return re.compile(f"[{''.join(map(re.escape, sorted(some)))}]+")


@cache
def _shape(codec: str, how: Fold) -> re.Pattern[str]:
    """Characters above ASCII that are sequences of UTF-8 in some case, each run by itself."""
    return re.compile(f"(?: |{_sequence(codec, how).pattern})*")


@cache
def _titled() -> re.Pattern[str]:
    """A sequence whose last byte is shown as no letter, and a capital; or as a letter, and the first byte of the next as a small one.

    Read as Windows-1252 or Latin-1.
    """
    bytes_ = {c: byte for codec in _USUAL for c, byte in byte_of(codec).items()}
    leads = [c for c, byte in bytes_.items() if byte >= 0xC2]
    capitals = [c for c in leads if c.isupper()]
    # as small letters the others are first bytes, too: `Øªâ\x80\x8c`
    apart = [c for c in capitals if c >= "Ð"]
    signs = [c for c, byte in bytes_.items() if byte < 0xC0 and not c.isalpha()]
    letters = [c for c, byte in bytes_.items() if byte < 0xC0 and c.isalpha()]
    some = (leads + list(map(str.lower, capitals)), capitals, map(str.lower, apart), signs, letters)
    first, capital, small, sign, letter = (re.escape("".join(sorted(set(each)))) for each in some)
    return re.compile(
        f"[{first}][{sign}]{{1,3}}[A-Z]|[{capital}][{letter}](?!ð[Ÿ\x9f])[{small}][{sign}{letter}]"
    )


@cache
def _sequence(codec: str, how: Fold) -> re.Pattern[str]:
    """One sequence of UTF-8 in some case."""
    some: dict[int, str] = defaultdict(str)
    for shown, data in _origins(codec, how).items():
        for size in {1 if byte < 0xC0 else needs(byte) for byte in data}:
            some[size] += re.escape(shown)
    ways = [f"[{some[size]}][{some[1]}]{{{size - 1}}}" for size in (2, 3, 4) if some[size]]
    return re.compile("|".join(ways))
