"""Texts in an old encoding that a program read as Windows-1252: `Ïðèâåò` is `Привет`, `ÖÐ¹ú` is `中国`.

No byte is lost so, and Latin text does not look like it: three letters above ASCII stand side by side in one clean text of 740,
and in all but one of 13,000 they are few among the others. Which encoding it was says the detector of undeclared pages
(`charset`), asked for the bytes of all such texts of a list together. Only what is not in Latin letters is read back: the letters
of `pøíští` for `příští` stand where letters do. Of 1,148,000 clean texts in 600 languages none is read so, alone or in lists of 40.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.columns.groups import Groups, Key
from pipelines.repair.columns.texts import Texts
from pipelines.repair.decoding import charset, eastasian
from pipelines.repair.decoding.bytepairs import CANDIDATES, LATIN
from pipelines.repair.decoding.fallbacks import read_as
from pipelines.repair.encodings.readings import ENTITY_SIGNS, LOST, byte_letters, byte_of, encode
from pipelines.repair.markers import split
from pipelines.repair.marks import MARKS
from pipelines.repair.mojibake import layers
from pipelines.repair.mojibake.share_of_utf8 import (
    DISGUISED,
    SEQUENCE,
    above_ascii,
    is_of_one_alphabet,
    is_utf8_in_part,
    share_of_utf8,
)

WESTERN, BASES = "sloppy-windows-1252", ("cp1254", "cp1250")
"""What bytes of an old encoding are read as, and what else they are in Turkey and Central Europe: `Ďđčâĺň` and `Ïðèâåò` are `Привет`."""
MARGIN = 12.0
"""Nats by which an encoding must beat Windows-1252."""
DENSE = 3
"""Of so many letters at most one is above ASCII in Latin text: of a clean text that is denser Windows-1252 is never asked."""
CHOICE = 4.0
"""Nats by which it must beat any other that reads the same bytes otherwise. Of 4,178 lone titles in twelve old encodings,
`REPEATS` aside, 3,612 come back so, 20 as another encoding has them, and 546 stay; at 0 it is 3,889 and 115, at 8 3,243 and
4. Lists have more to say."""
ALIKE = 0.01
"""Share of the characters, below which it is enough that another one reads less likely: of Windows-1253 and ISO-8859-7 one letter (`Ά`) tells.
Of 364 Greek texts of lists 28 more come back, and none of 7,121 in thirteen encodings comes back otherwise."""
CHANCE = 0.6
"""Share below which the sequences of UTF-8 in a text or a list are chance: `ÓÊÇÍ¹` is Greek, and no `͹`; nor is `Ctrl키` in EUC-KR `CtrlŰ`,
`чё` in KOI8-R a letter of Arabic. Of UTF-8 whose controls are gone Chinese keeps 25 %; of 1,800 such lists none is taken for old more
than by what is UTF-8 at a fifth."""
ASKED = 60
"""Texts of a list that are asked: four are enough for any of the encodings above."""

WRITTEN, WRITTEN_PAIRS = 5.0, 6.0
"""Nats that each byte above ASCII may cost at most, and in encodings of pairs. Of 190 lists and titles in old encodings the
median costs 3.4; alphabets and rows of accents (`áéíóú`, `æøå ÆØÅ åäö`) cost 5.3 to 5.7 as Cyrillic or Greek."""
TOUCHING, TOUCHING_PAIRS = 8, 2
"""For so many letters above ASCII at most one stands beside an ASCII letter: `Çüçük` is none, and `iPhoneケース` may be."""
FOREIGN = 0.2
"""Share of a list's texts above ASCII that may hold what Windows-1252 has not: `┬ú9.99`, `Êù±‰∫¨` were read as another encoding."""
LETTERS_FROM, NEAR, TABLED = 0xC0, 2, 0.7
"""Share of the neighbouring letters, from this byte on, that differ by so little: of tables of letters nearly all, of lone names in
old encodings as much in 1 of 100."""
REPEATS = 2
"""Letters of the texts asked that stand again in one of them: in an alphabet, `ÅÄÖ åäö` or `ãáàâç`, none does."""
SPELT, RISING = 0.7, 0.1
"""Share of the bytes above ASCII that are letters, at least, and share of those that are capitals behind a small letter, at most,
in writing of one byte a letter. In 3,000 Russian and Greek texts the least is 0.8 and the most 0.03; of 17,000 names of languages and
places that come back alone, in twenty encodings, none is held back."""
ENTITY = 8.0
"""Nats that a sign must save if it is none of the bytes: `‘ò` is the one character `戲` in GB 18030."""

_SIGNS = "".join(sorted(ENTITY_SIGNS))
_SIGN = re.compile(f"[{_SIGNS.translate(dict.fromkeys(map(ord, '«»·')))}]")
"""Signs at the bytes up to A0, which begin no common character in any encoding of pairs but Shift_JIS."""
_LETTERS = re.escape("".join(sorted(byte_letters())))
_RUN = re.compile(f"([{_LETTERS}])(?!\\1\\1)[{_LETTERS}]{{2}}")
_BYTES = {ord(shown): byte for shown, byte in byte_of("sloppy-windows-1252").items()}
_ALL = re.compile(f"[\x00-\xff{re.escape(''.join(byte_of('sloppy-windows-1252')))}]+")
_PLAIN, _PAIRED = (
    re.compile(f"(?:(?![{kept}]){_ALL.pattern[:-1]})+") for kept in (_SIGNS, _SIGN.pattern[1:-1])
)
_KEPT = dict.fromkeys(("koi8-r", "koi8-u"), _PLAIN) | dict.fromkeys(
    ("gb18030", "big5", "euc-jp", "euc-kr"), _PAIRED
)
"""Which signs of Windows may stand as they are: KOI8 draws lines where they are."""
_OTHERS = ("cp437", "cp850", "macroman")
_HIGH = bytes(range(0x80, 0x100))
_ASCII_LETTERS = bytes(range(0x41, 0x5B)) + bytes(range(0x61, 0x7B))
_ALONE = re.compile(rb"\xe2\x80[\x80-\xbf]|(?<![\x80-\xff])(?:" + SEQUENCE.pattern + rb")(?![\x80-\xff])")
_FOLLOWING = bytes(range(0xC0))
_ENTITIES = re.compile("&(?:#(?:1[2-9]|2[0-5])[0-9]|[A-Za-z]{2,6}[0-9]{0,2});")
_ESCAPED = re.compile(f"(?:{_ENTITIES.pattern}){{3}}")
"""Three in a row: bytes that somebody took for letters of Latin-1."""
_LOST_END = re.compile(f"[{MARKS}]+\\Z")
_LONE = re.compile(f"[{MARKS}]")
_PLAIN_LETTER = re.compile("[A-Za-z]")
_ABOVE = re.compile(r"[^\W\d_\x00-\x7f]")
_BEYOND = re.compile(f"(?!{_ALL.pattern})[^\\W\\d_]")
_READ_RIGHT = re.compile(r"[^\W\d_\x00-\u036f]{2}")
"""Letters of another alphabet side by side: no wrong reading of one byte a character shows them. A neighbour in the alphabet that
an encoding gives was read right; one in another speaks against it: Russian that came through GB 18030 is Chinese to a detector."""
_SIGNS_OF_LETTERS = re.compile("[\u05b0-\u05c7\u064b-\u0652\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
"""Vowels and tones of Hebrew, Arabic and Thai that are no letters."""
_CASES = "".join(map(chr, range(0x370, 0x530)))
_RISING = re.compile(f"[{''.join(filter(str.islower, _CASES))}][{''.join(filter(str.isupper, _CASES))}]")
_TOUCHING = re.compile(r"[A-Za-z](?=[^\W\d_\x00-\x7f])|[^\W\d_\x00-\x7f](?=[A-Za-z])")


def encoding_of(texts: Iterable[str]) -> str:
    """The old encoding that texts of one list were in, by the standard's name; "" where nothing proves one.

    Args:
        texts: of one list, in any order.
    """
    bodies = {split(text)[0] for text in set(texts) if _may_be_old(text)}
    whole = {body: _first_bytes(body) for body in bodies if _is_whole(body)}
    of_utf8 = b"".join(first for first in whole.values() if is_of_one_alphabet(first))
    others = sorted(body for body, first in whole.items() if not of_utf8 or not {*first} <= {*of_utf8})
    if 2 * len(others) <= len(whole):  # one with a damage of its own speaks for no list of UTF-8
        return ""
    asked = others[:ASKED]
    body = "\n".join(asked)
    if is_of_one_alphabet(_first_bytes(body)):
        return ""
    if sum(map(_repeats, asked)) < REPEATS or _is_table(body):
        return ""
    return _best(_bytes(body)) or (_best(_bytes(_SIGN.sub(" ", body))) if _SIGN.search(body) else "")


def _best(data: bytes) -> str:
    """The old encoding that reads bytes best, "" where it is none, or not by far."""
    if not any(_is_writing(data, name) for name in _not_latin()):
        return ""
    by_chance = share_of_utf8(data) < CHANCE
    best, *others = [one for one in charset.ranking(data) if not by_chance or one.name != "utf-8"]
    western = next((one.cost for one in others if one.name == "windows-1252"), best.cost)
    most = WRITTEN_PAIRS if best.name in charset.MULTIBYTE else WRITTEN
    if best.name not in _not_latin() or best.cost + MARGIN >= western or best.cost > most * above_ascii(data):
        return ""
    text = read_as(data, best.name)
    close = [one.name for one in others if one.cost <= best.cost + CHOICE]
    return best.name if all(_differ(text, read_as(data, name)) < ALIKE for name in close) else ""


def _differ(one: str, other: str) -> float:
    """Share of the characters in which two readings of the same bytes differ."""
    if len(one) != len(other):
        return 1.0
    return sum(map(str.__ne__, one, other)) / max(len(one), 1)


def read_lists(
    column: Texts, lists: Groups | None, rows: NDArray[np.int64], escaped: NDArray[np.int64]
) -> dict[int, str]:
    """The texts of every list that was in an old encoding, read, by row number.

    Args:
        column: all texts.
        lists: which list each is from; all one if None.
        rows: those that may be such texts; the others of their lists are asked only where these prove it.
        escaped: those with entities, which a page may have made of such bytes.
    """
    witnesses: dict[Key, list[str]] = {}
    for row, text in zip(rows.tolist(), column.of(rows), strict=True):
        witnesses.setdefault(lists[row] if lists else None, []).append(_unescaped(text))
    for row, text in zip(escaped.tolist(), column.of(escaped), strict=True):
        if _ESCAPED.search(text):
            witnesses.setdefault(lists[row] if lists else None, []).append(_unescaped(text))
    found: dict[int, str] = {}
    for key, every in witnesses.items():
        texts = list(dict.fromkeys(every))
        base, name = next(
            ((base, name) for base in _bases(texts) if (name := encoding_of(as_western(texts, base)))),
            ("", ""),
        )
        if name:
            members = lists.rows(key) if lists else np.arange(len(column))
            shown = [text and _unescaped(text) for text in column.or_missing(members)]
            now = _read_list([text and (_western(text, base) or text) for text in shown], name)
            found |= {row: one for row, one in zip(members.tolist(), now, strict=True) if one is not None}
    return found


def as_western(texts: Iterable[str], base: str) -> list[str]:
    """Texts that were read as another encoding of Windows than the Western one, as that would have shown them.

    Args:
        texts: of one list.
        base: what they were read as, by Python's name; those that cannot have been are left out, and of what is not Windows-1252
            those of more ASCII letters than others, as Turkish and Polish have them.
    """
    if base != WESTERN:
        texts = [
            text for text in texts if 2 * len(_PLAIN_LETTER.findall(text)) <= sum(map(str.isalpha, text))
        ]
    return [western for text in texts if (western := _western(text, base)) is not None]


def _western(text: str, base: str) -> str | None:
    if base == WESTERN or text.isascii():
        return text
    table = _table(base)
    return text.translate(table) if all(code in table for code in map(ord, text) if code > 0x7F) else None


@cache
def _table(base: str) -> dict[int, str]:
    """The characters above ASCII of an encoding, the controls of Latin-1 among them, as Windows-1252 has their bytes."""
    shown = byte_of(base)
    western = {byte: c for c, byte in byte_of(WESTERN).items()}
    return {code: chr(code) for code in range(0x80, 0xA0)} | {
        ord(c): western[byte] for c, byte in shown.items()
    }


def _bases(texts: list[str]) -> Iterator[str]:
    """What texts may have been read as: first what has letters of theirs that Windows-1252 has not."""
    for base in BASES:
        if any(not _ALL.fullmatch(text) and _western(text, base) is not None for text in texts):
            yield base
    yield WESTERN


def _unescaped(text: str) -> str:
    """A text with the characters of Latin-1 and Windows-1252 for their entities."""
    if "&" not in text:
        return text
    return _ENTITIES.sub(
        lambda found: one if _ALL.fullmatch(one := html.unescape(found[0])) else found[0], text
    )


def _read_list(shown: list[str | None], name: str) -> list[str | None]:
    """The texts of a list as an encoding has them, None for what it does not change, and for all where the list was in another one."""
    known = {text: read(text, name) for text in set(shown) if text is not None and not text.isascii()}
    others = [text for text in known if not _ALL.fullmatch(split(text)[0])]
    alphabet = _alphabet("".join(known[text] or "" for text in sorted(known.keys() - others)))
    foreign = sum(not _READ_RIGHT.search(text) or _alphabet(text) != alphabet for text in others)
    if foreign > FOREIGN * len(known):
        return [None] * len(shown)
    if foreign < len(others):  # beside texts that were read right, others have damages of their own
        known = {text: now for text, now in known.items() if _may_be_old(text) and not _BEYOND.search(text)}
    return [known.get(text) if text else None for text in shown]


def _alphabet(text: str) -> str:
    """The alphabet of most letters above ASCII, "" where there are none; kana and Chinese characters are of one."""
    found = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in _ABOVE.findall(text))
    most = max(sorted(found), key=found.__getitem__, default="")
    return "CJK" if most in ("HIRAGANA", "KATAKANA") else most


def read(text: str, name: str) -> str | None:
    """A text of a list that was in an old encoding; None where it is no such text itself.

    Args:
        text: with its marker; half a character at the end of its body becomes `�`.
        name: the encoding, by the standard's name.
    """
    body, marker = split(text)
    if not (_RUN.search(body) or _is_dense(_bytes(body))):
        return None
    now = _decoded(body, name)
    if marker.isascii() and now.endswith(LOST):  # what looks like a marker may be the second byte of a pair
        whole = _decoded(text, name)
        now, marker = (now, marker) if whole.endswith(LOST) else (whole, "")
    if _LONE.search(now):
        return None
    most = TOUCHING_PAIRS if name in charset.MULTIBYTE else TOUCHING
    return now + marker if most * len(_TOUCHING.findall(now)) < len(_ABOVE.findall(now)) else None


def _decoded(text: str, name: str) -> str:
    """A text as an encoding has its bytes, all of them or without signs of the page."""
    kept = _KEPT.get(name, _PLAIN)
    every, signed = (
        _LOST_END.sub(LOST, part.sub(lambda run: read_as(_bytes(run[0]), name), text))
        for part in (_ALL, kept)
    )
    if every == signed or _LONE.search(signed):
        return every
    if _LONE.search(every) or (kept is _PLAIN and name in _KEPT):
        return signed
    script = _script(name)
    if script is None:
        return every
    gain = eastasian.cost(every, script) - eastasian.cost(signed, script)
    return signed if gain > ENTITY * len(_SIGN.findall(text)) else every


def _is_writing(data: bytes, name: str) -> bool:
    """Whether bytes may be writing in an encoding: a look before the detector, which loads the letters of 43 languages."""
    text = read_as(data, name)
    script = _script(name)
    if script is not None:
        return eastasian.cost(text, script) <= WRITTEN_PAIRS * above_ascii(data)
    letters = len(_ABOVE.findall(text)) + len(_SIGNS_OF_LETTERS.findall(text))
    return letters >= SPELT * above_ascii(data) and len(_RISING.findall(text)) <= RISING * letters


@cache
def _script(name: str) -> eastasian.Script | None:
    """The script that an encoding of pairs is for, None for the others."""
    return next((script for script in eastasian.scripts() if script.name == name), None)


@cache
def _not_latin() -> frozenset[str]:
    single = {name for name, (_, languages) in CANDIDATES.items() if LATIN.isdisjoint(languages)}
    return charset.MULTIBYTE | single


def _bytes(text: str) -> bytes:
    data = encode(text, "sloppy-windows-1252")
    return text.translate(_BYTES).encode("latin-1", "replace") if data is None else data


def _is_dense(data: bytes) -> bool:
    return above_ascii(data) * DENSE >= len(data) - len(data.translate(None, _HIGH + _ASCII_LETTERS))


def _may_be_old(text: str) -> bool:
    """Whether a text is dense, and its bytes are not mostly UTF-8, whichever common encoding that was read as."""
    data = _bytes(text)
    if share_of_utf8(data) >= DISGUISED or not _is_dense(data) or is_utf8_in_part(data):
        return False
    read = (encode(text, name) for name in _OTHERS)
    return not any(share_of_utf8(one) >= DISGUISED for one in read if one is not None)


def is_of_other_bytes(text: str) -> bool:
    """Whether a text is dense and its bytes are mostly none of UTF-8: what looks like a fragment of it is there by chance.

    A character of UTF-8 that stands by itself among ASCII is a fragment, whatever else the text holds, and so is a quote.
    """
    return (
        LOST not in text
        and _ALL.fullmatch(text) is not None
        and _may_be_old(text)
        and share_of_utf8(data := _bytes(text)) < CHANCE
        and _ALONE.search(data) is None
    )


def _first_bytes(body: str) -> bytes:
    """A text's bytes from C0 on: of UTF-8 the first of each letter."""
    return _bytes(body).translate(None, _FOLLOWING)


def _repeats(body: str) -> int:
    """How many bytes above ASCII stand again in a text."""
    high = [byte for byte in _bytes(body) if byte >= _HIGH[0]]
    return len(high) - len(set(high))


def _is_table(body: str) -> bool:
    """Whether letters stand as in a table: `ÀÁÂÃÄÅ` and `âêîôû` are in Windows-1252 what `АБВГДЕ` and `вкофы` are in 1251."""
    marks = {unicodedata.normalize("NFD", letter)[1:] for letter in set(_ABOVE.findall(body))}
    if len(marks) == 1 and marks != {""}:
        return True
    codes = np.frombuffer(_bytes(body), dtype=np.uint8).astype(np.int16)
    high = codes >= LETTERS_FROM
    pairs = high[:-1] & high[1:]
    near = int((pairs & (np.abs(np.diff(codes)) <= NEAR)).sum())
    count = int(pairs.sum())
    return 2 * count >= int((codes >= _HIGH[0]).sum()) and near >= TABLED * max(count, 1)


def _is_whole(body: str) -> bool:
    """Whether a text is letters of Windows-1252 side by side and nothing else, and no UTF-8 that was read as another encoding."""
    if not _RUN.search(body) or not _ALL.fullmatch(body):
        return False
    return layers.outer(body, (), None) is None
