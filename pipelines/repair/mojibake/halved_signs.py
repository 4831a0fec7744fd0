"""What is left of a letter that stood for one byte: of `ж`, shown as `Ð¶`, `Ð` and half of `¶`.

A program reads a database in the wrong encoding and cuts what it shows by bytes. The lone bytes at the end are then no bytes
of the text's own: they begin a letter of the wrong encoding, and that letter is one byte of a character. Little is known
of it but that it was there. So the text is read back without them, and they stay in its tail, which a source is held against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipelines.repair import markers
from pipelines.repair.encodings import multibyte
from pipelines.repair.encodings.readings import PRIOR, Tail, byte_of, encode
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.marks import MARKS, bytes_of
from pipelines.repair.mojibake import mojibake

_LONE = re.compile(f"[{MARKS}]+$")


class Halved(NamedTuple):
    """A text read back up to half a letter.

    Attributes:
        tail: its head as it was written, and what is left of the character behind it.
        marker: what the site put behind the cut.
    """

    tail: Tail
    marker: str


def read_back(text: str, known: Sequence[str], writing: Writing) -> Halved | None:
    """Read a text back that ends in half a letter of the encoding it was misread by; None where it does not.

    Args:
        text: with its marker, without white space behind it.
        known: codecs that its list proves.
        writing: of the text's language.
    """
    if text.isascii():
        return None
    body, marker = markers.split(text)
    lone = _LONE.search(body)
    found = mojibake.read_back(body[: lone.start()], known, writing) if lone else None
    if lone is None or found is None or not found.reading or found.reading[-1] in multibyte.FAMILIES:
        return None
    codec = _that_begins(bytes_of(lone[0]), body[: lone.start()], found.reading[-1])
    if codec is None:
        return None
    kept = mojibake.tail_of(found)
    reading = (*found.reading[:-1], codec)
    return Halved(Tail(found.text, found.shown + lone[0], reading, kept.kept if kept else b""), marker)


def _that_begins(lone: bytes, text: str, codec: str) -> str | None:
    """The codec that a text was read by, or one that reads it alike, which has a letter that begins with lone bytes."""
    read = encode(text, codec)
    for other in (codec, *PRIOR):
        if any(letter.encode("utf-8").startswith(lone) for letter in byte_of(other)) and (
            other == codec or encode(text, other) == read
        ):
            return other
    return None
