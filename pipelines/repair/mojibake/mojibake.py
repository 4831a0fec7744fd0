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
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import ftfy
from ftfy import TextFixerConfig
from ftfy.chardata import UTF8_DETECTOR_RE

from pipelines.repair.encodings.pairs import has_pair, sequences
from pipelines.repair.encodings.readings import (
    PRIOR,
    Tail,
    byte_of,
    encode,
    show,
    tails,
)
from pipelines.repair.ends.glued import of_other_script, worth_asking
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.mojibake import eastern_layers
from pipelines.repair.mojibake.at_once import MOST_LAYERS
from pipelines.repair.mojibake.layers import inner, outer, sews
from pipelines.repair.mojibake.marks_astray import astray
from pipelines.repair.mojibake.unwritten import is_no_text
from pipelines.repair.tidying.tidy import CONTROL, MISREAD

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

_SPACE_BEHIND = re.compile("(?<=[^\x00-\x7fÂ]) ")  # Â is the byte of no other letter than the no-break space
_STANDS = "\x1f"
"""Stands for a space that is none of a character's bytes: ftfy reads fragments by its defaults, whatever it is told of spaces."""
SURE = 5.0
"""Log-odds that a fragment needs; at 3 `√π` becomes `ù`."""
LEAST = 1e-5
"""Chance that a fragment's character must have in its place: an unknown one explains nothing."""
OTHER_LETTER, OTHER_CAPITAL = 0.05, 5e-5
"""Share of one letter among those that another language adds, and of one that is a capital behind a small letter."""
FRAGMENT_PRIOR = 1e-3
"""Share of the texts with fragments, before any evidence. A tenth and ten times as much change nothing of the repair set and of
11,732 texts of fresh lists: fragments win or lose by more."""
TWICE = 0.1
"""Share of mojibake that was read wrong twice: `didnÃ¢â‚` is `didn`, and `voilÃ Â` stays `voilà`."""
_COMMONEST = ("latin-1", "sloppy-windows-1252")
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


def read_back(text: str, known: Sequence[str] = (), writing: Writing | None = None) -> Unbaked | None:
    """Read a whole text back, layer by layer; None where it is not mojibake from end to end.

    Args:
        text: without its marker.
        known: codecs that the list proves: they need no badness.
        writing: decides where several codecs read the text back to different letters; else the more common one does.
    """
    return read_paired(text, known, writing) if has_pair(text, known) else None


def read_paired(text: str, known: Sequence[str] = (), writing: Writing | None = None) -> Unbaked | None:
    """`read_back` of a text that `has_pair`."""
    now, cut_off = text, False
    reading: tuple[str, ...] = ()
    while len(reading) < MOST_LAYERS:
        found = inner(now, known, writing) if reading else outer(now, known, writing)
        if found is None:
            found = eastern_layers.outer(now, known, writing)
        if found is None:
            break
        now = found.text
        cut_off = cut_off or found.left > 0
        reading = (found.codec, *reading)
        if not has_pair(now, known):
            break
    if not reading:
        return None
    if not cut_off:
        return Unbaked(now, reading, "")
    baked = show(now, reading)
    if baked is None or not text.startswith(baked):
        return None
    return Unbaked(now, reading, text[len(baked) :])


def mend_fragments(text: str, spaces: bool = False) -> str:
    """What ftfy makes of a text that is not mojibake from end to end.

    Args:
        text: as it is.
        spaces: whether its spaces are none of a character's bytes.
    """
    asked = _SPACE_BEHIND.sub(_STANDS, text) if spaces else text
    mended = ftfy.fix_encoding_and_explain(asked, CONFIG).text
    if not spaces and is_no_text(mended) and not is_no_text(text):
        return mend_fragments(text, spaces=True)
    mended = mended.replace(_STANDS, " ") if spaces else mended
    refused = (astray(mended) and not astray(text)) or sews(text, mended) or _shows_controls(text, mended)
    return text if refused or (is_no_text(mended) and not is_no_text(text)) else mended


def mend_apart(text: str) -> str:
    """What ftfy makes of each fragment by itself, in a text that keeps controls which are bytes of misread letters."""
    if not MISREAD.search(text):
        return text
    mended = UTF8_DETECTOR_RE.sub(_one_fragment, text)
    return (
        text if (astray(mended) and not astray(text)) or sews(text, mended) or is_no_text(mended) else mended
    )


def _one_fragment(found: re.Match[str]) -> str:
    """What ftfy makes of a fragment, which stays as it is where its controls became signs."""
    mended = ftfy.fix_encoding(found[0])
    return found[0] if _shows_controls(found[0], mended, CONTROL) else mended


def _shows_controls(text: str, mended: str, controls: re.Pattern[str] = MISREAD) -> bool:
    r"""Whether a reading has for misread controls the signs that Windows-1252 has for them: `Ρ\x80` is no `Ρ€`."""
    signs = {byte.encode("latin-1").decode("cp1252", "ignore") for byte in controls.findall(text)} - {""}
    return any(mended.count(sign) > text.count(sign) for sign in signs)


@cache
def sides(codec: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that first bytes become in a codec, and those of the others."""
    table = byte_of(codec)
    return frozenset(c for c in table if table[c] >= 0xC2), frozenset(c for c in table if table[c] < 0xC0)


@cache
def _in_sides() -> frozenset[str]:
    """What any codec that a fragment may have been read as shows for bytes of characters: hardly anything of Japanese text."""
    return frozenset().union(*(side for codec in PRIOR for side in sides(codec)))


def likely_fragments(text: str, corpus: Corpus) -> tuple[str, str]:
    """Read back the fragments that the language makes likelier than what stands there.

    Returns:
        The text and the codec; the text as it was and "" where nothing is sure. One codec must account for all.
    """
    best, chosen, gain = text, "", SURE
    high = _in_sides().intersection(text)
    for codec, prior in PRIOR.items():
        leads, more = sides(codec)
        if leads.isdisjoint(high) or more.isdisjoint(high):
            continue
        mended, total = _fragments_of(text, codec, prior, corpus)
        if total > gain:
            best, chosen, gain = mended, codec, total
    return best, chosen


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
        if is_no_text(character):
            continue
        if character.islower() and found[0].isupper() and before[-2:].isalpha() and before[-2:].isupper():
            continue  # `SPÄŤ` in capitals: nobody writes `SPč`
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


def deeper(found: Unbaked, corpus: Corpus) -> Unbaked:
    """A text whose end was cut inside a second layer that nothing else in it shows: `didnÃ¢â‚` is no `didnâ`.

    The last whole character is then the first byte of a character that was read wrong twice.
    """
    tail, last = tail_of(found), found.text[-1:]
    if tail is None or not "\xc2" <= last <= "\xf4":
        return found
    head, shown = found.text[:-1], (show(last, found.reading) or "") + found.shown
    ways = [Unbaked(head, (codec, *found.reading), shown) for codec in _COMMONEST]
    masses = [corpus.mass(way) for way in map(tail_of, ways) if way is not None]
    most = max(masses)
    whole = corpus.chance(last, head) * corpus.mass(tail)
    return ways[masses.index(most)] if most * TWICE > whole else found


def tail_of(unbaked: Unbaked) -> Tail | None:
    """The cut end of a text that was read back, None where it came whole."""
    if not unbaked.shown:
        return None
    outer = unbaked.reading[-1]
    return Tail(unbaked.text, unbaked.shown, unbaked.reading, encode(unbaked.shown, outer) or b"")
