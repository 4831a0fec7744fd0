r"""Small damages that need no guess: entities, line-break tags, controls, invisible characters, ligatures, look-alikes.

Each step is a function text -> text that is the identity on clean text, in any script. What carries meaning stays:
ZWNJ and ZWJ beside letters that join by them and in emoji, direction marks in right-to-left text, no-break and
ideographic spaces, full-width forms, typographic quotes, the author's own typos. Only `squeeze` touches spaces, and
only the record's columns use it: in HTML a run of white space means one space, in a table of text it may not.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from ftfy.fixes import fix_c1_controls, remove_terminal_escapes

from pipelines.repair import markers
from pipelines.repair.encodings.readings import LOST
from pipelines.repair.tidying import half_entities
from pipelines.repair.tidying.homoglyphs import unmix

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_OPEN = re.compile(r"&(#(?:1[6-9]\d|[2-9]\d\d|\d{4,6})|amp|[A-Za-z]{4,8})(?=[^0-9A-Za-z=;])")
"""What a browser reads as an entity though it is not closed: a number above the controls, or what may be a name. At the end
of a text it may be half of one, which is `half_entities`'s."""
_OVERLAYS = frozenset(map(chr, range(820, 825)))
"""Strokes through letters, in no alphabet: halves of the numbers of dashes and quotes, `&#821` of `&#8217;`."""
_HALF = re.compile(r"&#(\d+);(?:(?!&#\d+;).)*?&#(\d{2,6})[\s.…\[\]()»›→]*\Z", re.DOTALL)
"""The last closed number of a text without its marker, and one that its end leaves open."""
_GLUED = re.compile(
    r"&([AaEeIiOoUuYy](?:acute|grave|circ|tilde|uml)|[Nn]tilde|[Cc]cedil|[Aa]ring|[Oo]slash|AElig|aelig|szlig)(?=[0-9A-Za-z])"
)
"""The same before a letter, of letters whose names no word begins with; browsers read them so, too."""
_SURROGATE = r"&#(5[5-7]\d{3}|[xX][dD][89a-fA-F][0-9a-fA-F]{2});"
_SURROGATES = re.compile(_SURROGATE * 2)
_NEAR = markers.NEAR_END + 8  # characters of an end with a number and a marker
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK = re.compile(r"(?:(?<![ \t])[ \t]++)?<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufff9-\ufffb\u206a-\u206f]")
_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u19e0-\u19ff\u1a00-\u1aaf\u1b00-\u1bbf\u1c00-\u1c4f"
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\ua930-\ua95f\ua980-\ua9ff\uaa00-\uaadf\uf900-\ufaff"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai Le, Tai Lue, Tai Tham, Buginese, Balinese, Sundanese, Batak, Lepcha, Rejang,
Javanese, Cham, Tai Viet, kana, ideographs: between their letters a zero-width space parts words."""
_BETWEEN = re.compile(f"(?<![{_UNSPACED}])\u200b+|\u200b+(?![{_UNSPACED}\u200b])")
_PARTED = re.compile(f"(?<=[{_UNSPACED}])\u200b(?=[{_UNSPACED}])")
PARTING = 2
"""Words parted so from which on the author sets the sign, beside signs and gaps, too, as Khmer is typed: 2,324 Khmer and
36 Javanese texts of 640,760 clean ones lost some where none of these stayed."""
_MONGOLIAN = "\u1820-\u18aa\u180b-\u180d"
_VOWEL_PARTED = re.compile(f"(?<![{_MONGOLIAN}])\u180e|\u180e(?![{_MONGOLIAN}])")
"""A Mongolian vowel separator that parts no letters of Mongolian."""
_INVISIBLE = re.compile("[\u00ad\u034f\u200b\u2060\u2061-\u2064\ufeff\u180e]")
_BYTE = "(?<![Ã\u00a1-\u00bf])(?<![ÄÅĂÐÑ](?=\u00ad(?:[^A-Z\u00c0-\u00de]|\\Z)))\u00ad"
"""A soft hyphen that is no byte of a letter: `í` and `ŭ` misread end in one, and no word parts behind `Ã` or a sign."""
_DROPPED = re.compile(
    _INVISIBLE.pattern.replace("\u200b", "").replace("\u180e", "").replace("\u00ad", "") + f"|{_BYTE}"
)
_JOINER = re.compile("[\u200c\u200d]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u0600\u0608-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LIGATURE = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_COMPOSABLE = re.compile(
    "(?:[^\\W\\d_]|[\u09c7\u0b47\u0bc6\u0bc7\u0c46\u0cbf\u0cc6\u0d46\u0d47\u0dd9])[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u064b-\u0655\u0670\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57"
    "\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
"""A letter, or the first part of a vowel sign that is written in two, and what is composed with it."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
CYRILLIC = re.compile("[\u0400-\u04ff]")
"""One half of what calls for `lookalikes`, and a much quicker look."""
CONTROL = re.compile("[\x80-\x9f]")
_OF_DOS = re.compile(r"(?<=[^\W\d_])[\x82\x84\x86-\x89\x8b\x98\x99\x9b](?=[a-z\xa0-\xff])")
"""Controls that are quotes and signs in Windows-1252, between letters, where code page 852 has `é` and `ś`: `k\x82perny\x8b`."""
MISREAD = re.compile(
    "(?<=[^\x00-\x9f])[\x80-\x82\x86-\x89\x8b\x8d\x8f\x90\x95\x98\x99\x9b\x9d](?=[^\x00-\x9f])"
)
"""Controls that are no dash, quote or letter in Windows-1252, between characters above ASCII: bytes of a text that no step read back."""
_ESCAPE = re.compile("\x1b\\[[0-9;]*[A-Za-z]")

_JOINING = (
    "ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU",
    "KANNADA", "MALAYALAM", "SINHALA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "NKO", "MANDAIC", "ADLAM",
)  # fmt: skip
"""Scripts whose letters take their shape from ZWNJ and ZWJ, as the first word of their characters' names."""
SHAPELESS = ("So", "Sk")
"""Categories of emoji and what changes them, which are joined from both sides."""


def entities(text: str) -> str:
    """Read entities, as often as they were escaped, thrice at most; text that holds tags is markup and stays."""
    half = _HALF.search(markers.split(text)[0]) if "&#" in text[-_NEAR:] else None
    if half is not None and len(half[2]) < len(half[1]):  # `&#1242` of `&#12427;`: `half_ends` has the rest
        return entities(text[: half.start(2) - 2]) + text[half.start(2) - 2 :]
    for _ in range(3):
        if "&" not in text or _TAG.search(_BREAK.sub("", text)):
            return text
        text = _OPEN.sub(_closed, _ENTITY.sub(_entity, _SURROGATES.sub(_character, text)))
        text = _GLUED.sub(_closed, text)
    return text


def _entity(found: re.Match[str]) -> str:
    read = html.unescape(found[0])
    return found[0] if (read.endswith(";") and len(read) > 1) or read == LOST else read


def _closed(found: re.Match[str]) -> str:
    """An entity that lost its `;`, as browsers read it; what may be a link's parameter stays."""
    named = not found[1].startswith("#")
    if (named and found[1] not in half_entities.names(True)) or half_entities.in_link(
        found.string[: found.start()]
    ):
        return found[0]
    read = html.unescape(f"&{found[1]};")
    return found[0] if read in _OVERLAYS else read


def _character(found: re.Match[str]) -> str:
    """One character that was escaped as the two surrogates of UTF-16."""
    codes = [int(code[1:], 16) if code[0] in "xX" else int(code) for code in found.groups()]
    if not (0xD800 <= codes[0] < 0xDC00 <= codes[1] < 0xE000):
        return found[0]
    return chr(0x10000 + ((codes[0] & 0x3FF) << 10) + (codes[1] & 0x3FF))


def breaks(text: str) -> str:
    """Turn a line-break tag into the space it looks like."""
    return _BREAK.sub(" ", text)


def c1(text: str) -> str:
    """Read C1 controls as the Windows-1252 characters they were meant to be, as browsers do; letters of a DOS code page stay, and what is misread."""
    return text if _OF_DOS.search(text) or MISREAD.search(text) else fix_c1_controls(text)


def controls(text: str) -> str:
    """Drop control characters and terminal escapes; tabs and line ends stay."""
    return _CONTROL.sub("", remove_terminal_escapes(text))


def invisible(text: str) -> str:
    """Drop soft hyphens, zero-width spaces, byte order marks, joiners and direction marks where they mean nothing."""
    if "\u200b" in text and len(_PARTED.findall(text)) < PARTING:
        text = _BETWEEN.sub("", text)
    if "\u180e" in text:
        text = _VOWEL_PARTED.sub("", text)
    text = _DROPPED.sub("", text)
    if _JOINER.search(text):
        text = _JOINER.sub(lambda found: found[0] if _joins(found.string, found.start()) else "", text)
    if _DIRECTION.search(text) and not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION.sub("", text)
    return text


@cache
def takes_joiner(character: str) -> bool:
    """Whether a joiner beside a character means something, as far as that one tells."""
    name = unicodedata.name(character, "")
    return (
        name.startswith(_JOINING)
        or unicodedata.category(character) in (*SHAPELESS, "Mn")
        or character == "\ufe0f"
    )


def _joins(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if unicodedata.category(before) in SHAPELESS or before == "\ufe0f":
        return after > "\x7f" and after != "…" and not after.isspace()  # emoji join from both sides
    return takes_joiner(before) or takes_joiner(after)


def ligatures(text: str) -> str:
    """Take apart the printers' ligatures `ﬁ`, `ﬂ` and their kin, and no letter of any alphabet (`æ`, `œ`, `ĳ`, `ŉ`)."""
    return text.translate(_LIGATURE)


def compose(text: str) -> str:
    """Compose letters with their combining marks (NFC) where that leaves fewer characters.

    Compatibility ideographs and the order in which vowel signs were typed stay as they are: NFC would change both
    in clean Japanese, Arabic and Hebrew.
    """
    return _COMPOSABLE.sub(_composed, text)


def _composed(found: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", found[0])
    return composed if len(composed) < len(found[0]) else found[0]


def squeeze(text: str) -> str:
    """One space for each run of HTML white space, none at the ends; no-break and ideographic spaces stay."""
    return _SPACE.sub(" ", text).strip(" ")


STEPS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("c1", CONTROL, c1),
    ("controls", re.compile(f"{_CONTROL.pattern}|{_ESCAPE.pattern}"), controls),
    ("invisible", re.compile(f"{_INVISIBLE.pattern}|{_JOINER.pattern}|{_DIRECTION.pattern}"), invisible),
    ("ligatures", _LIGATURES, ligatures),
    ("compose", _COMPOSABLE, compose),
    (
        "lookalikes",
        re.compile(
            "[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
        ),
        unmix,
    ),
)
"""The steps after decoding, in order: name, what calls for it, the function."""

CALLED_FOR = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u0483-\u0487\u061c\u064b-\u0655\u0670\u093c-\u1112\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3099\u309a\ufb00-\ufb06\ufeff\ufff9-\ufffb]"
)
"""One look for all steps but `lookalikes`: what none of these characters is in, they leave alone."""
