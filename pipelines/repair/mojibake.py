r"""UTF-8 read as another encoding, and read back: ftfy's badness and plans, and what they lack.

ftfy decides whether a text is bad and how it got so. Around it stand three things that it does not do. A text that
ends inside a sequence (`Ã©tÃ`, doubly read too) is read back up to there, and the rest goes on as a `Tail`. A single
short title takes the reading that the rest of its list proves. Fragments in an otherwise right text are read back
where the language makes them likelier (`sГіlo`, `derpÃ¥`), each against what stands there.

The reading is innermost first: ("latin-1", "sloppy-windows-1252") was read as Latin-1, stored, and read as 1252.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import ftfy
from ftfy import TextFixerConfig
from ftfy.badness import BADNESS_RE

from pipelines.repair.corpus import Corpus
from pipelines.repair.glued import of_other_script, worth_asking
from pipelines.repair.readings import (
    LOST,
    PRIOR,
    SENTENCE_SIGNS,
    Tail,
    byte_of,
    characters,
    codecs_of,
    decode_open,
    drawn,
    encode,
    encode_until,
    show,
    tails,
)

CONFIG = TextFixerConfig(
    unescape_html=False,  # `tidy.entities` does it before, twice where needed
    remove_terminal_escapes=False,  # `tidy.controls`
    fix_encoding=True,  # the one thing ftfy is asked for
    restore_byte_a0=True,  # `Ã ` whose no-break space became a space
    replace_lossy_sequences=True,  # `â€�`: the sequence is one lost character, not three
    decode_inconsistent_utf8=True,  # one fragment in a right text
    fix_c1_controls=True,  # inside a reading; alone, `tidy.c1`
    fix_latin_ligatures=False,  # `tidy.ligatures`: ftfy also takes apart letters of Afrikaans and Dutch
    fix_character_width=False,  # full-width forms are how CJK is written
    uncurl_quotes=False,  # typographic quotes are the author's
    fix_line_breaks=False,  # a record's text keeps its own
    fix_surrogates=True,  # CESU-8 pairs inside a reading
    remove_control_chars=False,  # `tidy.controls`
    normalization=None,  # `tidy.compose`
    max_decode_length=1_000_000,  # ftfy's own bound; `tables` hands longer cells over in pieces
    explain=True,  # the path without explanations ignores this configuration (ftfy 6.3.1)
)
"""Every option of ftfy, each with its reason."""

_ORDER = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "sloppy-windows-1251", "sloppy-windows-1253",
          "sloppy-windows-1254", "iso-8859-9", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437", "cp850", "koi8-r")  # fmt: skip
_RIVAL = {"sloppy-windows-1250": "iso-8859-2"}
"""What shows most letters as another codec does, so that both may read a whole text back, each to other letters."""
_LEADS = re.compile(b"[\xc2-\xf4]")
_MOST_LAYERS = 4
SURE = 5.0
"""Log-odds that a fragment needs."""
LEAST = 1e-5
"""Chance that a fragment's character must have in its place: an unknown one explains nothing."""
OTHER_LETTER, OTHER_CAPITAL = 0.05, 5e-5
"""Share of one letter among those that another language adds, and of one that is a capital behind a small letter."""
SELF_EVIDENT = 3
"""UTF-8 sequences that prove a reading by themselves where they account for every character above ASCII: of the
clean texts of 45 languages cut anywhere none has even one. In KOI8-R one is enough: letters of Cyrillic before lines and blocks."""
FRAGMENT_PRIOR = 1e-3
_FAR = 1000
"""Characters before a fragment that are asked which letters the text holds: without an end, a long text is read again for
each of its fragments, 120,000 of them in 2.7 s instead of 0.5."""


class Unbaked(NamedTuple):
    """A text read back.

    Attributes:
        text: the text, up to where it was cut.
        reading: codecs it went through, innermost first; empty where ftfy mended fragments.
        shown: what is left of a character at the end, as it stood in the text.
    """

    text: str
    reading: tuple[str, ...]
    shown: str


Likelier = Callable[[str, str], bool]
"""Whether the second of two readings of one text is likelier in its language than the first."""


def read_back(text: str, known: Sequence[str] = (), likelier: Likelier | None = None) -> Unbaked | None:
    """Read a whole text back, layer by layer; None where it is not mojibake from end to end.

    Args:
        text: without its marker.
        known: codecs that the list proves: they need no badness.
        likelier: decides where two codecs read the text back to different letters; else the more common one does.
    """
    return read_paired(text, known, likelier) if has_pair(text) else None


def read_paired(text: str, known: Sequence[str] = (), likelier: Likelier | None = None) -> Unbaked | None:
    """`read_back` of a text that `has_pair`."""
    now, cut_off = text, False
    reading: tuple[str, ...] = ()
    while len(reading) < _MOST_LAYERS:
        found = _layer(now, known if not reading else ())
        if found is None:
            break
        now, codec, left = _or_rival(now, *found, likelier)
        cut_off = cut_off or left > 0
        reading = (codec, *reading)
        if not has_pair(now):
            break
    if not reading:
        return None
    if not cut_off:
        return Unbaked(now, reading, "")
    baked = show(now, reading)
    if baked is None or not text.startswith(baked):
        return None
    return Unbaked(now, reading, text[len(baked) :])


def _layer(text: str, known: Sequence[str]) -> tuple[str, str, int] | None:
    """One layer off: the text, the codec, and how many bytes are left over at the end."""
    bad: bool | None = None
    able: frozenset[str] | None = None  # what has the characters that others lacked
    for codec in _ORDER:
        if able is not None and codec not in able:
            continue
        data = encode_until(text, codec)
        if isinstance(data, str):
            able = codecs_of(data) if able is None else able & codecs_of(data)
            continue
        read = decode_open(data)
        if read is None or len(read[0]) == len(data) - read[1]:
            continue
        least = 1 if codec == "koi8-r" else SELF_EVIDENT
        evident = codec in known or (
            len(_LEADS.findall(data)) - (read[1] > 0) >= least and read[0].isprintable()
        )
        if not evident and bad is None:
            bad = is_bad(text)
        if evident or bad:
            now = read[0].replace("\x1a", LOST) if LOST in text else read[0]  # as ftfy spells it
            return now, codec, read[1]
    return None


def _or_rival(text: str, now: str, codec: str, left: int, likelier: Likelier | None) -> tuple[str, str, int]:
    rival = _RIVAL.get(codec) if likelier else None
    data = encode(text, rival) if rival else None
    read = decode_open(data) if data else None
    if rival is None or read is None or likelier is None or read[0] == now or not likelier(now, read[0]):
        return now, codec, left
    return read[0], rival, read[1]


_BESIDE = re.compile("[^\x00-\x7f]{2}")
_TELLING = re.compile("[^\x00-\x7f]{2,}|[\x80-\x9fŒœÃÂ]")
"""Where ftfy's badness can be: two characters above ASCII beside each other, or one of a few alone."""
_NEAR = 3  # characters around it that the badness asks for


def has_pair(text: str) -> bool:
    """Whether two neighbours look like the bytes of one character in any codec."""
    if text.isascii():
        return False
    beside = _BESIDE.search(text)
    return beside is not None and _pair().search(text, beside.start()) is not None


def is_bad(text: str) -> bool:
    """What `is_bad` of ftfy says, which tries forty alternatives on every character, asked only where one can hold."""
    if text.isascii():
        return False
    for found in _TELLING.finditer(text):
        if BADNESS_RE.search(text, max(0, found.start() - _NEAR), found.end() + _NEAR):
            return True
    return False


@cache
def _pair() -> re.Pattern[str]:
    more = _class(characters(0x80, 0xC0))
    sizes = ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    two, three, lines = drawn()
    return re.compile(
        "|".join(
            f"{_class(characters(low, high) - SENTENCE_SIGNS)}{more}{{{size}}}" for low, high, size in sizes
        )
        + f"|{_class(two | three)}{_class(lines)}"
    )


def _class(some: frozenset[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(some))) + "]"


def mend_fragments(text: str) -> str:
    """What ftfy makes of a text that is not mojibake from end to end."""
    return ftfy.fix_encoding_and_explain(text, CONFIG).text


@cache
def sequences(codec: str) -> re.Pattern[str]:
    """Matches whole UTF-8 sequences as they look in a codec."""
    table = byte_of(codec)
    chars = {byte: character for character, byte in table.items()}

    def some(low: int, high: int) -> str:
        return "[" + "".join(re.escape(chars[b]) for b in range(low, high) if b in chars) + "]"

    more = some(0x80, 0xC0)
    return re.compile(f"{some(0xC2, 0xE0)}{more}|{some(0xE0, 0xF0)}{more}{{2}}|{some(0xF0, 0xF5)}{more}{{3}}")


@cache
def sides(codec: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that first bytes become in a codec, and those of the others."""
    table = byte_of(codec)
    return frozenset(c for c in table if table[c] >= 0xC2), frozenset(c for c in table if table[c] < 0xC0)


def likely_fragments(text: str, corpus: Corpus) -> tuple[str, str]:
    """Read back the fragments that the language makes likelier than what stands there.

    Returns:
        The text and the codec; the text as it was and "" where nothing is sure. One codec must account for all.
    """
    best, chosen, gain = text, "", SURE
    high = {character for character in text if character > "\x7f"}
    for codec, prior in PRIOR.items():
        leads, more = sides(codec)
        if leads.isdisjoint(high) or more.isdisjoint(high):
            continue
        mended, total = _fragments_of(text, codec, prior, corpus)
        if total > gain:
            best, chosen, gain = mended, codec, total
    return best, chosen


def half_read(text: str) -> bool:
    """Whether a text may hold mojibake of a Cyrillic encoding that could not be read back."""
    return any(sequences(codec).search(text) is not None for codec in ("sloppy-windows-1251", "koi8-r"))


def _fragments_of(text: str, codec: str, prior: float, corpus: Corpus) -> tuple[str, float]:
    total, end = math.log(FRAGMENT_PRIOR * prior), 0
    parts: list[str] = []
    behind = ""
    for found in sequences(codec).finditer(text):
        data = encode(found[0], codec) or b""
        try:
            character = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if of_other_script(found[0][0]) and worth_asking(text[: found.start()] + text[found.end() :]):
            continue  # a letter and a comma of its own script
        before = (behind + text[max(end, found.start() - _FAR) : found.start()])[-_FAR:]
        chance = corpus.chance(character, before)
        gain = math.log(chance) - stands(found[0], before, corpus)
        if gain < SURE or chance < LEAST:
            continue
        total += gain
        parts += [text[end : found.start()], character]
        behind, end = (before + character)[-3:], found.end()
    return ("".join(parts) + text[end:], total) if parts else (text, -math.inf)


def stands(shown: str, before: str, corpus: Corpus) -> float:
    """Log-probability of the characters as they stand.

    A text that holds other letters which the language does not know is probably of another language, and its last
    letter is one more of them.
    """
    total, head = 0.0, before
    for character in shown:
        chance = corpus.chance(character, before)
        strange = character.isalpha() and not corpus.letters.knows(character)
        foreign = corpus.foreign_share(head, shown[-1]) if strange else 0.0
        if foreign:
            inside = character.isupper() and before[-1:].islower()
            chance = max(chance, foreign * (OTHER_CAPITAL if inside else OTHER_LETTER))
        total += math.log(chance)
        before += character
    return total


def stands_alone(tail: Tail, corpus: Corpus) -> float:
    """`stands` as the language alone has it."""
    total, before = 0.0, tail.head
    for character in tail.shown:
        total += math.log(corpus.alone(character, before))
        before = before[-3:] + character
    return total


def cut_only(text: str, proven: Sequence[str]) -> Unbaked | None:
    """The cut end of a text whose last characters begin a lost one in one of some codecs that are proven."""
    for tail in tails(text):
        if tail.reading and tail.reading[0] in proven:
            return Unbaked(tail.head, tail.reading, tail.shown)
    return None


def tail_of(unbaked: Unbaked) -> Tail | None:
    """The cut end of a text that was read back, None where it came whole."""
    if not unbaked.shown:
        return None
    outer = unbaked.reading[-1]
    return Tail(unbaked.text, unbaked.shown, unbaked.reading, encode(unbaked.shown, outer) or b"")
