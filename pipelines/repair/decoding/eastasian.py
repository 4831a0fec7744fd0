"""How plausible bytes are as Chinese, Japanese or Korean: the planes of the character sets, and what text is made of.

Every East Asian set was laid out by frequency: its first plane holds the characters of running text, its second the
rare ones. A wrong reading spreads over both as the bytes fall. Costs are nats per character: the share of the class in
running text over the number of characters it spreads on. The hundred commonest characters of each language, which make
a third of any text, have a class of their own, so that one headline is enough; spaces between words tell Korean from
Chinese, whose common characters share their bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.repair.marks import MARKS

LONE = 16.0
"""Nats for a byte that belongs to no character; a page of the right encoding has one at most where it was cut. 24 gives the
same 530 of 531 generated pages, 8 gives 512."""


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """Text of one language in its own character set.

    Attributes:
        name: the encoding.
        language: ISO 639-1.
        nats: what a character of each class costs.
        classes: by code point the class of a character, all beyond the basic plane as the one behind it.
        space: share of characters followed by an ASCII space.
    """

    name: str
    language: str
    nats: tuple[float, ...]
    classes: NDArray[np.uint8]
    space: float


_Class = tuple[str, float]
"""Characters, `a-z` for all from one to another, and what one of them costs."""
_BEYOND = 0x10000


def _class(characters: str, share: float, size: int) -> _Class:
    return characters, -math.log(share / size)


def _script(name: str, language: str, classes: Sequence[_Class], space: float) -> Script:
    """A script; a character is of the first class that has it."""
    found = np.full(_BEYOND + 1, len(classes), dtype=np.uint8)
    for place, (characters, _) in reversed(list(enumerate(classes))):
        if "-" in characters:
            for low, high, one in re.findall("(.)-(.)|(.)", characters):
                found[ord(low or one) : ord(high or one) + 1] = place
        else:
            found[np.frombuffer(characters.encode("utf-16-le"), dtype=np.uint16)] = place
    return Script(name, language, (*(nats for _, nats in classes), _WILD), found, space)


_SIMPLIFIED = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长新年月日网站首页关于更多"
_TRADITIONAL = "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三已老從動兩長新年月日網站首頁關於更多"
_KOREAN = "이다는의에을가하고지한로은사도자기를인대어시서들있그아나리라해정수일부과만보전안제장스니으상게주여와국적신요구원위되용성공동치오조성년월관학회소경방문민개연내무교"
_CJK_SIGNS = "、。，．・：；？！「」『』（）《》〈〉【】〔〕“”‘’…—–·～ー\u3000"
_HAN = "\u4e00-\u9fff"
_REST = _class("\u0080-\u00ff\u2000-\u33ff\uff01-\uff60\uffe0-\uffe6\u0370-\u04ff", 0.004, 400)
_WILD = 18.0
"""What a character of no class costs, nats: more than the rarest of a class (17.2), so that a wrong reading shows."""


def _chinese(name: str, common: str, level_1: str, level_2: str) -> Script:
    classes = (
        _class(_CJK_SIGNS, 0.09, 14),
        _class(common, 0.33, len(set(common))),
        _class(level_1, 0.55, 1_500),
        _class(level_2, 0.012, 3_000),
        _REST,
        _class(_HAN, 0.002, 12_000),
    )
    return _script(name, "zh", classes, 0.03)


def _japanese(name: str, level_1: str) -> Script:
    classes = (
        _class("ぁ-ん", 0.42, 60),
        _class("ァ-ヶー", 0.12, 70),
        _class(_CJK_SIGNS, 0.08, 12),
        _class(level_1, 0.36, 1_500),
        _class("\uff61-\uff9f", 0.0005, 60),
        _REST,
        _class(_HAN, 0.004, 3_400),
    )
    return _script(name, "ja", classes, 0.02)


NAMES = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
"""Encodings of `scripts`."""


@cache
def scripts() -> tuple[Script, ...]:
    """Return the scripts that are judged; their tables take 3 ms, once, and most pages never need them."""
    upper = range(0xA1, 0xFF)
    gb_1 = _rows("gb2312", range(0xB0, 0xD8), upper)
    gb_2 = _rows("gb2312", range(0xD8, 0xF8), upper)
    big5_1 = _rows("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *upper])
    jis_1 = _rows("euc-jp", range(0xB0, 0xD0), upper)
    hangul = _rows("euc-kr", range(0xB0, 0xC9), upper)
    return (
        _chinese("gb18030", _SIMPLIFIED, gb_1, gb_2),
        _chinese("big5", _TRADITIONAL, big5_1, _HAN),
        _japanese("shift_jis", jis_1),
        _japanese("euc-jp", jis_1),
        _korean("euc-kr", hangul),
    )


def _rows(codec: str, leads: Iterable[int], trails: Iterable[int]) -> str:
    """Return the characters of some rows of a two-byte set."""
    behind = list(trails)
    lines = b"\n".join([bytes([lead, trail]) for lead in leads for trail in behind])
    return lines.decode(codec, "ignore").replace("\n", "")


def _korean(name: str, hangul: str) -> Script:
    classes = (
        _class(_KOREAN, 0.6, len(set(_KOREAN))),
        _class(hangul, 0.38, 900),
        _class(_CJK_SIGNS, 0.01, 14),
        _class(_HAN, 0.004, 2_000),
        _REST,
        _class("\uac00-\ud7a3", 0.0003, 8_800),
    )
    return _script(name, "ko", classes, 0.28)


TOUCHING = 4.0
"""Nats for an East Asian character that touches an ASCII letter: `Crim` + E9 65 is a French word, not a rare character. 2 and 8
give the same 530 of 531 pages, 0 gives 529."""

_LONES = re.compile(f"[{MARKS}]")
_SPACED = re.compile("[\u3040-\U0010ffff] ")
_TOUCHING = re.compile("[A-Za-z](?=[\u0080-\U0010ffff])|[\u0080-\U0010ffff](?=[A-Za-z])")


class _Known(NamedTuple):
    """Lone bytes, places where scripts touch, spaces behind East Asian characters, and the code points above ASCII."""

    lone: int
    touching: int
    spaces: int
    codes: NDArray[np.uint32]


def cost(text: str, script: Script) -> float:
    """Return the cost in nats of everything outside ASCII in a text read as one script."""
    known = _known(text)
    total = LONE * known.lone + TOUCHING * known.touching
    unspaced = max(0, len(known.codes) - known.spaces)
    total -= known.spaces * math.log(script.space) + unspaced * math.log(1 - script.space)
    often = np.bincount(script.classes[known.codes], minlength=len(script.nats))
    for nats, count in zip(script.nats, often.tolist(), strict=True):
        total += nats * count
    return total


@lru_cache(maxsize=2)  # one text is read as one script after the other
def _known(text: str) -> _Known:
    """What is counted in a text whatever it is read as."""
    bare = _LONES.sub("", text)
    codes = np.frombuffer(bare.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _Known(
        len(text) - len(bare),
        len(_TOUCHING.findall(bare)),
        len(_SPACED.findall(bare)),
        np.minimum(codes[codes >= 0x80], _BEYOND),
    )
