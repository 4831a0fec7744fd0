"""Plain mojibake of a column, read back all together: whole texts that the common codecs account for, layer by layer.

Most mojibake is plain. What `mojibake.read_paired` decides of one text after the other, tables of characters and one call of
each codec decide here of all texts, joined by a sign that no codec changes. It is the same decision, by the same codecs
in their order and by ftfy's badness; whatever is not plain is left to be asked by itself: an end cut off, a lost byte, a codec
with a rival that reads the text otherwise, a second layer that only its letters show. What reads back to neighbours that look
like bytes, as Greek, Chinese and Vietnamese do, has no second layer where no codec reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.repair import markers
from pipelines.repair.columns.flat import Flat, at_rows
from pipelines.repair.encodings.pairs import has_lone, paired_among
from pipelines.repair.encodings.readings import LOST
from pipelines.repair.looks import multibyte_looks
from pipelines.repair.mojibake import baked_markers, layers
from pipelines.repair.mojibake.marks_astray import astray, may_be_astray
from pipelines.repair.mojibake.only_capitals import is_a_unit, only_in_capitals

MOST_LAYERS = 4
"""Times a text may have been read wrong, one on top of the other. With two, 34 readings of the repair set come out otherwise; with
eight none goes further."""
BETWEEN = "\x1e"
"""What stands between two texts: a control that no page's text has and that every codec leaves as it is."""
_MOVED = 1 << 31
"""Among the bits of rivals, that of `layers.moved`."""
_LOST_BYTES = LOST.encode()
_MOST_MORE = 3
"""Bytes that a character of UTF-8 has beside its first one."""


class Plain(NamedTuple):
    """A text read back whole.

    Attributes:
        text: what it was.
        reading: codecs it went through, innermost first.
    """

    text: str
    reading: tuple[str, ...]


def read_plain(texts: Sequence[str]) -> list[Plain | None]:
    """Read back what is plain mojibake; None for a text that is none, or has to be asked by itself."""
    found: list[Plain | None] = [None] * len(texts)
    left = {
        at: Plain(text, ()) for at, text in enumerate(texts) if not text.isascii() and BETWEEN not in text
    }
    for _ in range(MOST_LAYERS):
        if not left:
            break
        off, able = _one_layer([one.text for one in left.values()])
        read = {
            at: Plain(one.text, (one.codec, *left[at].reading))
            for at, one in zip(left, off, strict=True)
            if one is not None
        }
        unread = {
            at: one
            for (at, one), layer, codecs in zip(left.items(), off, able, strict=True)
            if layer is None and one.reading and not _is_read(one.text, codecs)
        }
        for (at, one), may_be in zip(unread.items(), _may_be_eastern(unread.values()), strict=True):
            if not may_be:
                found[at] = one if _is_told(texts[at], one, paired=True) else None
        more = paired_among([one.text for one in read.values()])
        left = {at: one for (at, one), again in zip(read.items(), more, strict=True) if again}
        for at in read.keys() - left.keys():
            found[at] = read[at] if _is_told(texts[at], read[at], paired=False) else None
    return found


def keeps(text: str, marker: str) -> bool:
    """Whether a marker is that of a text, too, and no byte of any character."""
    return marker.isascii() and marker.isprintable() and markers.split(text)[1] == marker


def _is_read(text: str, able: int) -> bool:
    """Whether any of some codecs that have all characters of a text reads it back to anything, likely or not."""
    return able != 0 and not has_lone(text) and bool(layers.readings_by(text, able))


def _may_be_eastern(some: Iterable[Plain]) -> NDArray[np.bool_]:
    """For each of some texts whether an encoding of pairs may read it back to anything, likely or not."""
    flat = Flat.of_texts([one.text for one in some])
    return at_rows(len(flat.ends), multibyte_looks.may_be(flat))


def _is_told(text: str, read: Plain, paired: bool) -> bool:
    """Whether nothing is to be weighed in a text that reads back whole: no gap and no marker at its end, and no capitals alone.

    Args:
        text: as it came.
        read: what it is.
        paired: whether neighbours look like bytes in that, too.
    """
    marker = markers.split(text)[1]
    if text[-1].isspace() or (marker and (paired or not keeps(read.text, marker))):
        return False
    if not marker and baked_markers.takes(text, read.text):
        usual = layers.COMMONEST.issuperset(read.reading)  # other codecs are asked for the language's letters
        if not usual or baked_markers.split(text) is not None:
            return False
    if not marker and paired and markers.split_words(text)[1]:
        return False
    return ("Â" not in text or not only_in_capitals(text)) and not is_a_unit(text)


def _one_layer(texts: Sequence[str]) -> tuple[list[layers.Layer | None], list[int]]:
    """The layer that each of some texts has beyond doubt, if any, and the codecs that have all its characters, as bits."""
    flat = Flat.of_texts(texts, BETWEEN)
    numbers = _numbers().take(flat.codes[: flat.ends[-1] + 1])
    sizes = flat.ends + 1 - flat.starts
    able = np.bitwise_and.reduceat(_able().take(numbers), flat.starts)
    waiting = np.ones(len(texts), dtype=bool)
    found: list[layers.Layer | None] = [None] * len(texts)
    for codec in layers.COMMON:
        asked = waiting & (able & layers.BITS[codec] != 0)
        places = np.flatnonzero(asked).tolist()
        if not places:
            continue
        some = numbers[np.repeat(asked, sizes)]
        given = [texts[at] for at in places]
        read = list(_read_by(codec, some, given))
        rivals = _rivals_of(some, codec, sizes[places], able[places]) if any(read) else [0] * len(read)
        for at, text, one, others in zip(places, given, read, rivals, strict=True):
            waiting[at] = one is None
            if one and _is_alone(text, codec, others):
                found[at] = layers.Layer(one, codec, 0)
    return found, able.tolist()


def _rivals_of(
    numbers: NDArray[np.uint16], codec: str, sizes: NDArray[np.int64], able: NDArray[np.uint32]
) -> list[int]:
    """For each of some texts the codecs that have it, too, at other bytes than one has, as bits, and `_MOVED`."""
    starts = np.cumsum(sizes) - sizes
    found = np.bitwise_or.reduceat(_rivals(codec).take(numbers), starts) & (able | _MOVED)
    others: list[int] = found.tolist()
    return others


def _is_alone(text: str, codec: str, others: int) -> bool:
    """Whether a reading by a codec has no rival among others that have the text at other bytes."""
    if codec in layers.COMMONEST and not others & _MOVED:
        return True
    others &= ~_MOVED
    return not (others and layers.readings_by(text, others))


def _read_by(codec: str, numbers: NDArray[np.uint16], texts: Sequence[str]) -> Iterator[str | None]:
    """What each of some texts is by one codec: None where it is not evident, "" where it is to be asked by itself.

    Args:
        codec: which has all their characters.
        numbers: of these, `BETWEEN` behind each text.
        texts: as they came.
    """
    data = _bytes(codec).take(numbers).tobytes()
    decoded = data.decode("utf-8", "replace")
    doubtful = _LOST_BYTES in data
    alone: bool | None = None
    for text, read in zip(texts, decoded.split(BETWEEN), strict=False):
        if LOST in read:
            yield "" if doubtful or read.index(LOST) == len(read) - 1 else None
        elif len(read) == len(text):
            yield None
        else:
            if alone is None:
                alone = may_be_astray(Flat.of_texts([decoded]).codes)
            stands = not (alone and astray(read, whole=True))
            yield read if stands and _is_evident(text, read, codec) else None


def _is_evident(text: str, read: str, codec: str) -> bool:
    least, more = layers.least(codec), len(text) - len(read)
    enough = more > _MOST_MORE * (least - 1) or len(read) - len(read.encode("ascii", "ignore")) >= least
    return (enough and layers.is_writing(read)) or (layers.is_bad(text) and not layers.sews(text, read))


@cache
def _numbers() -> NDArray[np.uint16]:
    """By code point the number of a character, 0 where no codec has it: what is asked of each is then a short table."""
    found = np.zeros(1 << 16, dtype=np.uint16)
    found[list(map(ord, layers.had()))] = np.arange(1, len(layers.had()) + 1)
    return found


@cache
def _able() -> NDArray[np.uint32]:
    """By number the codecs that have a character, as bits."""
    return np.array([0, *(sum([bit for bit, _ in had]) for had in layers.had().values())], dtype=np.uint32)


@cache
def _bytes(codec: str) -> NDArray[np.uint8]:
    """By number the byte of a character in a codec."""
    bit = layers.BITS[codec]
    return np.array([0, *(dict(had).get(bit, 0) for had in layers.had().values())], dtype=np.uint8)


@cache
def _rivals(codec: str) -> NDArray[np.uint32]:
    """By number the codecs that have a character at another byte than one, as bits, and `_MOVED`."""
    moved = layers.moved(codec) if codec in layers.COMMONEST else frozenset()
    own = _bytes(codec).tolist()[1:]
    return np.array(
        [
            0,
            *(
                sum([bit for bit, byte in had if byte != at]) + _MOVED * (character in moved)
                for at, (character, had) in zip(own, layers.had().items(), strict=True)
            ),
        ],
        dtype=np.uint32,
    )
