"""How UTF-8 bytes look when a program reads them as something else, and back.

Every table here is computed from the codecs themselves: which character a byte became, which bytes can begin a
character and which can follow. A *reading* is the list of codecs the bytes went through, innermost first; `show` bakes a
character through it, so a candidate for a lost character can be held against what is left of it without knowing
how many layers there were.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import ftfy.bad_codecs  # noqa: F401 - registers the sloppy codecs

from pipelines.repair.encodings import multibyte, windows_874
from pipelines.repair.marks import MARK_BASE, bytes_of, marked

PRIOR: dict[str, float] = {
    "latin-1": 0.40,
    "sloppy-windows-1252": 0.40,
    "sloppy-windows-1250": 0.04,
    "sloppy-windows-1251": 0.04,
    "macroman": 0.04,
    "sloppy-windows-1253": 0.015,
    "sloppy-windows-1254": 0.015,
    "sloppy-windows-1257": 0.01,
    "iso-8859-2": 0.01,
    "cp437": 0.01,
    "cp850": 0.01,
    "sloppy-windows-1255": 0.005,
    "sloppy-windows-1256": 0.005,
}
"""How often each codec is the wrong one, before any evidence: western defaults of servers and databases come first.
Only the order of magnitude matters; the evidence of a list moves it by far more."""

RARE = ("iso-8859-9", "koi8-r")
"""Codecs that whole texts are read back from, and ends of texts only with them: for a lone end they are too rare."""

WHOLE = (*PRIOR, *RARE, "iso-8859-15", "sloppy-windows-1258", "cp852", "cp775", "cp866", "cp737", "mac-latin2", "mac-cyrillic",
         "mac-greek", "mac-turkish", "sloppy-iso-8859-7", "iso-8859-5", "iso-8859-13", "iso-8859-16", "koi8-u", windows_874.NAME)  # fmt: skip
"""Codecs that whole texts are read back from: what Windows, DOS, Mac and ISO had for some language."""

LOST = "\N{REPLACEMENT CHARACTER}"
_LONE = marked(bytes(range(0x80, 0x100)))


class Tail(NamedTuple):
    """One way to see the end of a text as the beginning of a lost character.

    Attributes:
        head: the text before it.
        shown: what is left of the character, as it stands in the text.
        reading: codecs the bytes went through, innermost first; empty where the bytes are marks or lost.
        kept: the bytes themselves, b"" where nobody kept them (`�`, `?`).
    """

    head: str
    shown: str
    reading: tuple[str, ...]
    kept: bytes


@cache
def byte_of(codec: str) -> dict[str, int]:
    """The characters above ASCII of a one-byte codec, each with its byte."""
    shown = bytes(range(0x80, 0x100)).decode(codec, "replace")
    return {character: byte for byte, character in enumerate(shown, 0x80) if character != LOST}


@cache
def characters(low: int, high: int) -> frozenset[str]:
    """The characters that bytes of a range become in any codec."""
    return frozenset(c for codec in PRIOR for c, byte in byte_of(codec).items() if low <= byte < high)


SENTENCE_SIGNS = frozenset("…»”’“‘«\u00a0\u05f4")
"""Signs that MacRoman, and Windows-1255 for Hebrew's quotation mark, have for lead bytes and that edited text is full
of: by themselves no sign of damage."""


ENTITY_SIGNS = frozenset("«»\u00a0·…‘’“”–—•™")
"""Signs of Windows-1252 that stand side by side in edited text, and that a page may have as entities in any encoding."""


@cache
def byte_letters() -> frozenset[str]:
    """What a byte above ASCII became in Windows-1252 or Latin-1, none of these signs: three side by side are seldom text."""
    return frozenset(byte_of("sloppy-windows-1252")).union(map(chr, range(0x80, 0xA0))) - ENTITY_SIGNS


def central_letters() -> frozenset[str]:
    """What a byte from C0 on became in Windows-1250 or -1254."""
    return frozenset(
        c for codec in ("cp1250", "cp1254") for c, byte in byte_of(codec).items() if byte >= 0xC0
    )


@cache
def drawn() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What KOI8-R shows: first bytes of two and of three, and lines and blocks, which are most of its other bytes."""
    table = byte_of("koi8-r")
    return (
        frozenset(c for c, byte in table.items() if 0xC2 <= byte < 0xE0),
        frozenset(c for c, byte in table.items() if 0xE0 <= byte < 0xF0),
        frozenset(c for c in table if "\u2500" <= c <= "\u25ff"),
    )


@cache
def signed() -> tuple[frozenset[str], frozenset[str]]:
    """Signs that any codec has for first bytes and that stand before no letter in text, and letters that may follow."""
    leads = {c for codec in WHOLE for c, byte in byte_of(codec).items() if byte >= 0xC2 and needs(byte)}
    signs = frozenset(c for c in leads if c == "ƒ" or (c >= "\u2190" and not c.isalpha()))
    return signs, frozenset(map(chr, (*range(0xC0, 0x250), *range(0x386, 0x482), *range(0x490, 0x530))))


_POINTS = frozenset(map(chr, (*range(0x591, 0x5C8), *range(0xE31, 0xE4F))))
"""Vowels and tones of Hebrew and Thai, which are marks."""
CYRILLIC_BEFORE_CONTROL = (frozenset(map(chr, range(0x400, 0x460))), frozenset(map(chr, range(0x80, 0xA0))))
"""How ISO-8859-5 shows most of its pairs."""


def sequence_parts() -> Iterator[tuple[frozenset[str], ...]]:
    """What can be the bytes of one character in any codec, place by place.

    Small letters of one alphabet are common neighbours, so behind them, and in Greek and Cyrillic, there must be a sign; which of
    Arabic's own are one is told by what stands before (`arabic_parts`). Turkish has `ış` in one text of six, and no codec has both.
    """
    more = frozenset(c for c in characters(0x80, 0xC0) if not c.isalpha() or c > "\u0250")
    signs = frozenset(c for c in more if not c.isalpha() and c not in "’”»…–—\u00a0“«„") - _ARABIC_SIGNS
    for low, high, size in ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3)):
        leads = characters(low, high) - SENTENCE_SIGNS
        latin = frozenset(c for c in leads if c < "\u0250" and c != "ı")
        behind = characters(0x80, 0xC0) if size == 1 else more
        yield latin, *[behind] * size
        yield leads - latin - {"ı"}, signs, *[characters(0x80, 0xC0)] * (size - 1)
    yield frozenset("ı"), _behind("ı")
    two, three, lines = drawn()
    yield two, lines
    yield three, lines
    yield signed()
    yield CYRILLIC_BEFORE_CONTROL
    yield indic_in_cyrillic()


def _behind(lead: str) -> frozenset[str]:
    """What shows the second byte of two in the codecs that show a first one as this character."""
    tables = [byte_of(codec) for codec in WHOLE]
    own = (table for table in tables if needs(table.get(lead, 0)) == 2)
    return frozenset(c for table in own for c, byte in table.items() if byte < 0xC0)


_ARABIC_SIGNS = frozenset("،؛؟\u200c\u200d")
"""What stands behind Arabic and Persian words in any text, and what Windows-1256 alone has for bytes inside characters."""


def arabic_parts() -> Iterator[tuple[frozenset[str], ...]]:
    """What Windows-1256 shows for one character in letters and signs of Arabic: what never stands before, first, next, the one after.

    Behind a letter that shows a first byte, or none at all, `ا،` is no character: that letter's own further bytes are missing.
    Of 3,000 clean texts in Arabic 37 % have such a pair, and none has one where no such letter stands before.
    """
    table = byte_of("sloppy-windows-1256")
    script = frozenset(map(chr, range(0x620, 0x700)))
    never = frozenset(c for c in script - _ARABIC_SIGNS if table.get(c, 0xFF) >= 0xC0)
    more = characters(0x80, 0xC0)
    yield never, _arabic(2), _ARABIC_SIGNS
    yield never, _arabic(3) | _arabic(4), _ARABIC_SIGNS, more


def _arabic(size: int) -> frozenset[str]:
    """What Windows-1256 shows, in Arabic, for the first of so many bytes."""
    return frozenset(
        c for c, byte in byte_of("sloppy-windows-1256").items() if needs(byte) == size and c >= "\u0600"
    )


def indic_in_cyrillic() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """How Windows-1251 shows scripts whose second byte is a letter there, those of India above all: `аІ•`, `аІЃ`, `аёЃ`."""
    table = byte_of("sloppy-windows-1251")
    more = {c for c, byte in table.items() if byte < 0xC0}
    letters = {c for c in more if c.isalpha()}
    odd = {c for c in more if not c.islower()} - set("’”»…–—\u00a0“«„ІЇЄЁҐ")
    return (
        frozenset(c for c, byte in table.items() if 0xE0 <= byte < 0xF0),
        frozenset(letters),
        frozenset(odd),
    )


def patches() -> tuple[frozenset[str], frozenset[str]]:
    """What no word has behind a Latin letter, and what makes it the bytes of one: letters and lines of another script, of any codec."""
    tables = [byte_of(codec) for codec in WHOLE]
    first = {c for table in tables for c, byte in table.items() if 0xC2 <= byte < 0xE0 and c >= "\u0370"}
    written = frozenset(c for c in first if c.isalpha() or c in _POINTS or "\u2500" <= c <= "\u257f")
    return written, frozenset(c for table in tables for c, byte in table.items() if byte < 0xC0)


def glued_signs() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Signs behind a Greek or Cyrillic letter that tell by what follows them, and what: no gap is left before a word."""
    letters = frozenset(map(chr, (*range(0x41, 0x5B), *range(0x61, 0x7B))))
    signs = frozenset(c for c in characters(0x80, 0xC0) if not c.isalpha()) - {"\u00a0"}
    yield signs, letters
    yield frozenset("”“„«»"), frozenset(map(chr, (*range(0x386, 0x3CF), *range(0x400, 0x482), 0x490, 0x491)))


_SMALL = "abcdefghijklmnopqrstuvwxyz"
_MOVED = (
    ("", "þðÞÐ", ""),  # Icelandic aside, Turkish `ş`, `ğ`, Romanian `ţ`, Baltic `ž`, `š`
    ("", "ã", "rtzdlcvmbgpjþ"),  # Romanian `ă`; Portuguese has it before vowels
    ("", "õ", "bcdfghjklmnpqrstvz"),  # Hungarian `ő`
    # Hungarian `ő`, `ű` at the end of words; French has `dû`, `crû`, `mû`
    ("bcdfghjklmnpqrstvz", "õ", " .,;:!?)-"),
    ("bfgkpvz", "û", " .,;:!?)-"),
    ("", "û", "gjkmvzbd"),
    ("", "âçîû", "j"),  # Latvian `ā`, `ē`, `ī`, `ū`
    ("", "èæ", "aiuo"),  # `č`, `ć` of the Balkans: French and Danish have a consonant behind
    ("", "è", "e"),
    ("", "ÈÆ", "AIUO"),
    ("aiyo", "æ", ""),  # Polish `ć`
    ("", "ì", "rlktdvszhcpbjžšïø"),  # Czech `ě`; Italian words end in it
    ("", "ù", "vszlrjdbkt"),  # Czech `ů`
    ("i", "ø", ""),  # Baltic `ų`
    (" \"'([-", "ºª", _SMALL),  # Romanian `ș`
    # what DOS and the Mac have for small ones
    (_SMALL, "".join(map(chr, (*range(0xC0, 0xD7), *range(0xD8, 0xDE)))), _SMALL),
    (_SMALL, "ⁿ÷≤⌡⌠√▀▄╓─ΣΘΦατΩφπεσδ", _SMALL),  # Windows-1252 read as code page 437
)
"""More of that, letter by letter: before, first, next, any where nothing stands. Of 1,040,079 clean texts in 832 languages and
spellings 11,000 have one, half of these Icelandic, Faroese and Old English; of the larger languages else only Estonian has many."""


def moved() -> Iterator[tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    """What stands side by side where text was read as another encoding of its letters: before, first, next; any where empty.

    Signs between letters (`bêd±`, `zem¾a`), and letters of which no language writes the one before the other: Czech in
    Windows-1252, Turkish and Baltic there, Portuguese in Windows-1250. Cyrillic words begin small and go on in capitals.
    """
    letters = frozenset(map(chr, (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180))))
    yield letters, frozenset("¡¢£¤¥¦¨©ª¯±³µ¶¸¹º¼¾¿‚„†‡ˆ"), letters
    yield frozenset(), frozenset("øìèùòïýþðöüëáûàîçâ"), frozenset("íáéýìøèùúþðăő")
    for before, first, after in _MOVED:
        yield frozenset(before), frozenset(first), frozenset(after)
    small = frozenset(map(chr, (*range(0x430, 0x460), 0x491)))
    yield small, frozenset(map(str.upper, small)), frozenset(map(str.upper, small))


def needs(lead: int) -> int:
    """Bytes of a UTF-8 character that starts with this byte; 0 where none does."""
    if 0xC2 <= lead <= 0xDF:
        return 2
    if 0xE0 <= lead <= 0xEF:
        return 3
    return 4 if 0xF0 <= lead <= 0xF4 else 0


_SECOND = {0xE0: (0xA0, 0xBF), 0xED: (0x80, 0x9F), 0xF0: (0x90, 0xBF), 0xF4: (0x80, 0x8F)}


def is_beginning(kept: bytes) -> bool:
    """Whether these bytes begin a UTF-8 character without ending it."""
    if not kept or not len(kept) < needs(kept[0]):
        return False
    low, high = _SECOND.get(kept[0], (0x80, 0xBF))
    return all(
        (low if i == 0 else 0x80) <= byte <= (high if i == 0 else 0xBF) for i, byte in enumerate(kept[1:])
    )


def tails(text: str, rare: bool = False) -> Iterator[Tail]:
    """Every way in which the last one to three characters are the beginning of a lost one, each codec for itself.

    Args:
        text: without its marker.
        rare: whether the rare codecs are asked, too, and of those that show the same bytes the first alone.
    """
    end = text[-1:]
    if not end:
        return
    if end == LOST:
        yield Tail(text.rstrip(LOST), text[len(text.rstrip(LOST)) :], (), b"")
        return
    if MARK_BASE + 0x80 <= ord(end) <= MARK_BASE + 0xFF:
        yield _marked(text)
        return
    if end == "?":
        yield Tail(text[:-1], "?", (), b"")
        return
    for codec, kept in _misread(_in_question(text), rare):
        size = len(kept)
        yield Tail(text[:-size], text[-size:], (codec,), kept)


def _in_question(text: str) -> str:
    """The last characters of a text that can be the bytes of one: what stands before none that is a byte inside says nothing."""
    inside = _inside()
    if text[-1] not in inside:
        return text[-1]
    return text[-3:] if text[-2:-1] in inside else text[-2:]


@cache
def _inside() -> frozenset[str]:
    """What bytes inside a character become in any codec that an end is read by."""
    tables = map(byte_of, (*PRIOR, *RARE))
    return frozenset(c for table in tables for c, byte in table.items() if 0x80 <= byte < 0xC0)


@lru_cache(maxsize=16384)
def _misread(end: str, rare: bool) -> tuple[tuple[str, bytes], ...]:
    """The codecs that show the beginning of a character at an end of up to three, and its bytes."""
    found: list[tuple[str, bytes]] = []
    for codec in (*PRIOR, *RARE) if rare else PRIOR:
        table = byte_of(codec)
        kept = b""
        for character in reversed(end):
            byte = table.get(character)
            if byte is None:
                break
            kept = bytes((byte,)) + kept
            if byte >= 0xC2:
                if is_beginning(kept) and not (rare and any(kept == other for _, other in found)):
                    found.append((codec, kept))
                break
    return tuple(found)


def _marked(text: str) -> Tail:
    size = 0
    while size < len(text) and MARK_BASE + 0x80 <= ord(text[-1 - size]) <= MARK_BASE + 0xFF:
        size += 1
        if ord(text[-size]) - MARK_BASE >= 0xC0:
            break
    shown = text[-size:]
    return Tail(text[:-size], shown, (), bytes(ord(mark) - MARK_BASE for mark in shown))


def show(character: str, reading: tuple[str, ...]) -> str | None:
    """What a character became on its way through the reading; None where a codec has no such byte."""
    shown = character
    for codec in reading:
        try:
            shown = shown.encode("utf-8").decode(codec)
        except UnicodeDecodeError:
            return None
    return shown


def fits(character: str, tail: Tail) -> bool:
    """Whether a character, read that way and cut, leaves exactly what the tail shows."""
    size = len(character.encode("utf-8"))
    if size < 2:
        return False
    if tail.kept and not tail.reading:
        whole = character.encode("utf-8")
        return len(tail.kept) < size and whole.startswith(tail.kept)
    if not tail.reading:
        return len(tail.shown) < size
    whole_shown = show(character, tail.reading)
    stem = tail.shown.rstrip(_LONE)  # what is behind it are bytes of the next character that is shown
    if whole_shown is None or whole_shown == tail.shown or not whole_shown.startswith(stem):
        return False
    return whole_shown[len(stem) :].encode("utf-8").startswith(bytes_of(tail.shown[len(stem) :]))


def marker_left(character: str, tail: Tail, marker: str) -> str | None:
    """What is left of a marker that begins with the character's last byte, `Ï…` of a `υ`; None where it has none."""
    whole, stands = show(character, tail.reading), tail.shown + marker
    if not tail.reading or whole is None or len(whole) <= len(tail.shown) or not stands.startswith(whole):
        return None
    return stands[len(whole) :]


@cache
def _encoding_map(codec: str) -> dict[int, int]:
    decoded = bytes(range(256)).decode(codec)
    return codecs.charmap_build(decoded)  # type: ignore[return-value]  # a C map that only `charmap_encode` reads


def encode(text: str, codec: str) -> bytes | None:
    """The bytes of a text in a codec, or None where it cannot have come from it.

    A lost byte (`�`) is byte 1A in the sloppy codecs, as ftfy spells it.
    """
    if codec in multibyte.FAMILIES:
        return multibyte.encode(text, codec)
    found = encode_until(text, codec)
    return found if isinstance(found, bytes) else None


def encode_until(text: str, codec: str) -> bytes | str:
    """`encode`, or the first character that the codec does not have."""
    try:
        if codec == "latin-1":
            return text.encode(codec)
        if LOST in text and codec.startswith("sloppy"):
            text = text.replace(LOST, "\x1a")
        return codecs.charmap_encode(text, "strict", _encoding_map(codec))[0]
    except UnicodeEncodeError as error:
        return text[error.start]


def decode_open(data: bytes) -> tuple[str, int] | None:
    """Decode UTF-8 that may end inside a character: the text and how many bytes are left over; None if broken before."""
    try:
        text, read = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return None
    return text, len(data) - read
