"""Latin text of one byte a letter that was read as another encoding of Latin letters: `pøíští` is `příští`, `bêdzie` `będzie`.

No byte is lost, and what stands there are letters of other languages, which names have, too. So a list must show it: many of
its letters are none of its language, one pair of codecs turns them all into letters that the language writes there, and the
texts that come out are in that language by themselves. Names of another one (`Jørgen` in a Polish list) become letters that nobody
writes there, or too few.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.columns.texts import Texts
from pipelines.repair.encodings.readings import ENTITY_SIGNS, LOST, SENTENCE_SIGNS, byte_of
from pipelines.repair.likelihood.letters import Letters, counted_as, of_language
from pipelines.repair.likelihood.prevailing import likeliest, prevailing
from pipelines.repair.mojibake.latin_in_cyrillic import log_chance
from pipelines.repair.mojibake.share_of_utf8 import share_of_utf8

PAIRS = {
    ("sloppy-windows-1252", "cp1250"): 0.0,
    ("sloppy-windows-1252", "iso8859-2"): 0.0,
    ("sloppy-windows-1252", "cp1254"): 0.0,
    ("sloppy-windows-1252", "cp1257"): 0.0,
    ("sloppy-windows-1250", "cp1252"): -2.0,
    ("sloppy-windows-1250", "iso8859-2"): -2.0,
    ("iso8859-2", "cp1250"): -2.0,
    ("sloppy-windows-1252", "macroman"): -3.0,
    ("sloppy-windows-1252", "cp850"): -3.0,
    ("sloppy-windows-1252", "cp852"): -3.0,
    ("macroman", "cp1252"): -4.0,
    ("cp850", "cp1252"): -4.0,
    ("cp437", "cp1252"): -5.0,
}
"""What such text was read as, and what it was, with the logarithm of how often. Pairs that nobody had, such as MacRoman for
Windows-1257, only turn names of one language into letters of another."""
WRITTEN_IN = {"cp1257": frozenset({"lt", "lv", "et"}), "cp1254": frozenset({"tr", "az", "ku"})}
ELSEWHERE = -5.0
"""Encodings for few languages, and the logarithm of how much more seldom others were written in them: Croatian `đ` of
Windows-1250 is as likely to be `š` of Windows-1257 by the letters around it."""
COMMONEST = [pair for pair, prior in PAIRS.items() if not prior and pair[1] != "iso8859-2"]
"""Those that are tried to name the language of a list; ISO-8859-2 has nearly all letters where Windows-1250 has them."""
UNNAMED = 4
"""Texts that must come back where the list as it stands is of no language, and be of the one: of 23,000 clean lists in 832 languages
nine of one to three texts would be touched, most of them Old English, and none with more."""
UNNAMED_WORDS = 6
"""Different words that must come back in them: of 1,701 clean Icelandic and Faroese lists of five titles one, which says `maður` and `bátur`
again and again, came back as Lithuanian."""
UNNAMED_SHARE = 0.6
"""Share of its texts above ASCII: in Mooré, which has Romanian's `ã` and other letters besides, fewer come back."""
SUSPECTS = 0.125
"""Share of its rows above ASCII that must hold letters where no language has them, before those are asked: a mixed column has few."""
NAMED = 12
"""Texts of such a list that name its language: an Icelandic list is asked four times."""
SURE, CLEAR = 20.0, 3.0
"""Log-odds by which one pair of codecs must be likelier than the list as it stands, and than any other pair that gives other texts."""
OF_A_TEXT = 2.0
"""Log-odds by which a text must be likelier read back."""
SHARE = 0.25
"""Share of a list's texts above ASCII that must be so, where none shows letters that the wrong codec has not; names are fewer."""
BESIDE, BESIDE_TEXTS = 20.0, 2
"""Log-odds of each of so many texts, where others of the list came through right."""
COMMON, RARE, CONTROL = 0.02, 1e-4, 1e-7
"""Chance that a sign of the kind that text is full of, any other, and a control of Latin-1 stands in its place."""
INSIDE = 1e-3
"""Share of the signs that open or end something which stand between two small letters: none of 5,777 of them in 1,040,079 clean texts."""
FIT = 0.65
"""Share of the groups of three letters that the language must know of these: of Kurdish and Sango names in a Latvian list it does not."""
WRITES = 2e-5
"""Share of the letters that one must have to be the language's: profiles have `ö` of names in Vietnamese."""
HALF = 0.5
"""Share of the bytes above ASCII that are characters of UTF-8, from which on a text is what `mojibake` reads back."""
SELDOM = 5e-4
"""Share of the letters below which one is none of the language's own: the Slovenian profile has `è` of texts that were misread."""
ASKED, SORTED = 60, 240
"""Texts of a list that are asked, and those among which they mostly are: of what its UTF-8 was read as none are."""

Pair = tuple[str, str]
_WORD = re.compile(r"[^\W\d_]+")
_CONTROLS = re.compile("[\x80-\x9f]")
_READ_AS = tuple(dict.fromkeys(read_as for read_as, _ in PAIRS))
_COMMON_SIGNS = SENTENCE_SIGNS | ENTITY_SIGNS
_OPENING = frozenset("«»“‚„†‡ˆ")


def read_lists(
    column: Texts,
    lists: Groups | None,
    rows: NDArray[np.int64],
    times: NDArray[np.int64],
    language: Callable[[int], str],
    told: bool,
) -> dict[int, str]:
    """The texts of every list that was read as another encoding of Latin letters, read back, by row number.

    Args:
        column: all texts.
        lists: which list each is from; all one if None.
        rows: those with signs or letters where no language has them, of one text in one list the first; the others of their lists
            are asked where these prove it.
        times: how many rows each stands for.
        language: names the language of a row's list, "" where nobody knows.
        told: whether somebody said which it is, rather than the texts, which as they stand may be of another one.
    """
    suspects: dict[Key, list[str]] = {}
    first: dict[Key, int] = {}
    standing: Counter[Key] = Counter()
    for row, text, often in zip(rows.tolist(), column.of(rows), times.tolist(), strict=True):
        key = lists[row] if lists else None
        suspects.setdefault(key, []).append(text)
        first.setdefault(key, row)
        standing[key] += often
    found: dict[int, str] = {}
    for key, some in suspects.items():
        if all(map(_is_utf8, some)):
            continue
        spoken = language(first[key])
        members = lists.rows(key) if lists else np.arange(len(column))
        unnamed = of_language(spoken) is None
        if unnamed and ((told and spoken) or not _are_odd(some, standing[key], column, members)):
            continue
        if unnamed:
            spoken = _unnamed(list(islice(column.in_order(members, SORTED), ASKED)))
        letters, pair = of_language(spoken), pair_of(column.in_order(members, SORTED), spoken)
        if letters is None or pair is None:
            continue
        for row, shown in zip(members.tolist(), column.or_missing(members), strict=True):
            read = read_back(shown, letters, pair) if shown and not shown.isascii() else None
            if read is not None:
                found[row] = read
    return found


def _are_odd(suspects: list[str], rows: int, column: Texts, members: NDArray[np.int64]) -> bool:
    """Whether rows enough of a list hold odd letters, other than those of UTF-8 read wrong: told by some of their texts."""
    looked = sorted(suspects)[:ASKED]
    odd = sum([not _is_utf8(text) for text in looked]) / len(looked)
    return odd * rows >= SUSPECTS * column.above_ascii(members)


def _unnamed(asked: list[str]) -> str:
    """The language of a list that is of none with a profile as it stands: of its texts as they were before the commonest wrong readings."""
    if len(asked) < UNNAMED:
        return ""
    known = {""}
    for read_as, written in COMMONEST:
        codes = _codes(read_as)
        some = asked[:: max(1, len(asked) // NAMED)]
        read = [codecs.charmap_encode(text, "ignore", codes)[0].decode(written, "ignore") for text in some]
        spoken = likeliest(read)
        letters, pair = of_language(spoken), pair_of(asked, spoken) if spoken not in known else None
        known.add(spoken)
        if letters is not None and pair is not None:
            now = [one for text in asked if (one := read_back(text, letters, pair)) is not None]
            most = max(UNNAMED, UNNAMED_SHARE * len(asked))
            if (
                len(now) >= most
                and _new_words(asked, now) >= UNNAMED_WORDS
                and sum(map(letters.fit, now)) >= FIT * len(now)
            ):
                return spoken
    return ""


def _new_words(asked: Iterable[str], now: Iterable[str]) -> int:
    """How many different words of some texts none of the others has."""
    words = [{word.lower() for text in some for word in _WORD.findall(text)} for some in (now, asked)]
    return len(words[0] - words[1])


def pair_of(texts: Iterable[str], language: str) -> Pair | None:
    """What the texts of a list were read as, and what they were; None where nothing proves it.

    Args:
        texts: those above ASCII, each once, in order.
        language: of the list.
    """
    letters = of_language(language)
    if letters is None:
        return None
    asked = list(islice((text for text in texts if not _is_utf8(text)), ASKED))
    above = {text: _above_ascii(text) for text in asked if _other().search(text) is None}
    if not above or not any(_is_strange(text, letters) for text in asked):
        return None
    every = frozenset().union(*above.values())
    weighed: dict[tuple[str | None, ...], tuple[float, Pair]] = {}
    for pair, prior in PAIRS.items():
        if language.partition("-")[0] not in WRITTEN_IN.get(pair[1], (language,)):
            prior += ELSEWHERE
        turns = _turns(every, letters, pair)
        gains = [
            _gain(text, letters, pair) if text in above and turns(above[text]) else (None, 0.0)
            for text in asked
        ]
        read = tuple([now for now, gain in gains if now is not None])
        total = prior + sum([gain for now, gain in gains if now is not None])
        if read and total > weighed.get(read, (SURE, pair))[0] and _proven(asked, gains, letters, pair):
            weighed[read] = total, pair
    ranked = sorted(weighed.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] <= ranked[1][0] + CLEAR):
        return None
    pair = ranked[0][1]
    now = [read for read in (read_back(text, letters, pair) for text in asked) if read is not None]
    if len(now) == 1 and _is_one_letter(asked, letters, pair):
        return None
    return pair if counted_as(prevailing(now)) == counted_as(language) else None


def _is_one_letter(asked: list[str], letters: Letters, pair: Pair) -> bool:
    """Whether the text that comes back differs by one letter, however often: `ã` of a language nobody knows is Romanian's `ă`."""
    reads = [(text, read) for text in asked if (read := read_back(text, letters, pair)) is not None]
    changed = {was.lower() for text, read in reads for was, now in zip(text, read, strict=True) if was != now}
    return len(changed) == 1 and min(changed).isalpha()


def read_back(text: str, letters: Letters, pair: Pair) -> str | None:
    """A text of a list that went through two codecs; None where it is likelier as it stands."""
    return _gain(text, letters, pair)[0]


def _proven(asked: list[str], gains: list[tuple[str | None, float]], letters: Letters, pair: Pair) -> bool:
    """Whether texts enough of a list say so: a quarter of it, or some that say it loudly beside those that came through right."""
    said = [gain for _, gain in gains if gain]
    right = sum([not _has(text, pair[0]) for text in asked])
    if right > len(said):
        fits = sum([letters.fit(now) for now, _ in gains if now is not None]) >= FIT * len(said)
        return fits and sum([gain >= BESIDE for gain in said]) >= BESIDE_TEXTS
    return len(said) >= SHARE * len(asked)


def _turns(every: frozenset[int], letters: Letters, pair: Pair) -> Callable[[frozenset[int]], bool]:
    """Tells of some characters whether two codecs turn any and lose none: seldom so of a text that came right.

    Args:
        every: all characters above ASCII that may be asked for.
        letters: the language's.
        pair: the codecs.
    """
    was = _was(letters, pair)
    kept = {code for code in every & _codes(pair[0]).keys() if was[code] is not None}
    turned = {code for code in kept if was[code] != chr(code)}
    return lambda some: some <= kept and not some.isdisjoint(turned)


def _gain(text: str, letters: Letters, pair: Pair) -> tuple[str | None, float]:
    """A text read back and by how much it is likelier so; None where it is not."""
    was = _was(letters, pair)
    if None in map(was.__getitem__, _above_ascii(text)):  # most pairs of most texts
        return None, 0.0
    read = text.translate(was)
    shown = [(at, was, now) for at, (was, now) in enumerate(zip(text, read, strict=True)) if was != now]
    if not shown or any(_breaks_case(read, at) for at, _, _ in shown):
        return None, 0.0
    gain = log_chance(read, text, letters) - log_chance(text, text, letters)
    gain -= sum([_of_sign(text, at) for at, _, now in shown if now.isalpha()])
    if gain < OF_A_TEXT and any(now.isalpha() or was in _COMMON_SIGNS for _, was, now in shown):
        return None, 0.0
    if not any(now.isalpha() for _, _, now in shown):
        return read, 0.0  # a common sign for a rare one speaks for nothing, and goes with its list
    return read, max(0.0, gain)


@lru_cache(maxsize=64)
def _above_ascii(text: str) -> frozenset[int]:
    return frozenset([ord(character) for character in set(text) if character > "\x7f"])


class _Was(dict[int, str | None]):
    """What characters were that went through two codecs: letters of the language, and signs for signs; None for any other."""

    def __init__(self, letters: Letters, pair: Pair) -> None:
        super().__init__()
        self._letters = letters
        self._bytes, self._written = _bytes(pair[0]), bytes(range(0x100)).decode(pair[1], "replace")

    def __missing__(self, code: int) -> str | None:
        was = chr(code)
        now = self._written[self._bytes[was]] if was in self._bytes else LOST
        if now.isalpha():
            stands = was == now or self._letters.share(now.lower()[0]) >= WRITES  # `İ` has two small ones
        else:
            stands = now != LOST and (was == now or (now in _COMMON_SIGNS and not was.isalpha()))
        found = self[code] = now if stands else None
        return found


@lru_cache(maxsize=1024)
def _was(letters: Letters, pair: Pair) -> _Was:
    return _Was(letters, pair)


def _of_sign(text: str, at: int) -> float:
    """Log-probability of a sign in its place, as such; letters are weighed by what stands around them."""
    character = text[at]
    if character.isalpha():
        return 0.0
    chance = COMMON if character in _COMMON_SIGNS else RARE if character.isprintable() else CONTROL
    inside = character in _OPENING and text[at - 1 : at].islower() and text[at + 1 : at + 2].islower()
    return math.log(chance * INSIDE if inside else chance)


def _breaks_case(read: str, at: int) -> bool:
    """Whether a letter is a capital behind a small one, or a small one behind two capitals."""
    if read[at].isupper():
        return read[max(0, at - 1) : at].islower()
    return (
        read[at].islower() and read[max(0, at - 2) : at].isupper() and read[at - 2 : at].isalpha() and at > 1
    )


def _has(text: str, codec: str) -> bool:
    """Whether a codec has every character of a text."""
    return _bytes(codec).keys() >= set(text)


@cache
def _bytes(codec: str) -> dict[str, int]:
    """The characters of a codec with their bytes, the controls of Latin-1 among those of Windows-1252."""
    return {chr(code): code for code in range(0xA0)} | byte_of(codec)


def _is_utf8(text: str) -> bool:
    """Whether the bytes of a text are UTF-8, whichever of the wrong codecs it was read as; `?` for what one does not have."""
    bytes_of = _codes if _CONTROLS.search(text) else _quick_codes
    return _begun(_READ_AS).search(text) is not None and any(
        _begun((read_as,)).search(text) is not None
        and share_of_utf8(codecs.charmap_encode(text, "replace", bytes_of(read_as))[0]) >= HALF
        for read_as in _READ_AS
    )


@cache
def _begun(read_as: tuple[str, ...]) -> re.Pattern[str]:
    """How any of some wrong codecs shows the first two bytes of a character."""
    every = [(re.escape(c), byte) for codec in read_as for c, byte in _bytes(codec).items() if byte > 0x7F]
    first, more = ("".join(c for c, byte in every if (byte >= 0xC2) is lead) for lead in (True, False))
    return re.compile(f"[{first}][{more}]")


@cache
def _other() -> re.Pattern[str]:
    """A character that none of the wrong codecs shows: a text of another alphabet went through none."""
    shown = set().union(*map(_bytes, _READ_AS))
    return re.compile(f"[^{''.join(map(re.escape, sorted(shown)))}]")


@cache
def _codes(codec: str) -> dict[int, int]:
    return {ord(character): byte for character, byte in _bytes(codec).items()}


@cache
def _quick_codes(codec: str) -> Any:
    """`_codes` as the codecs of Python have theirs, a tenth of the time, but for the controls of Latin-1."""
    shown = {byte: character for character, byte in _bytes(codec).items()}
    return codecs.charmap_build("".join([shown[byte] for byte in range(0x100)]))


def _is_strange(text: str, letters: Letters) -> bool:
    """Whether a text has a letter that its language does not, or a sign between letters."""
    above = {c for c in set(text[1:]) if c > "\x7f"}
    signs = {c for c in above if not c.isalpha()}
    return any(letters.share(c.lower()[0]) < SELDOM for c in above - signs) or any(
        c in signs and text[at : at + 1].isalpha() and text[at + 2 : at + 3].isalpha()
        for at, c in enumerate(text[1:] if signs else "")
    )
