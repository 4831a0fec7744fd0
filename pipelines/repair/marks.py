"""Marks: one private character for each byte that belongs to no character.

A teaser cut by bytes ends in half a character. Every decoder has an answer that destroys it: U+FFFD, another
charset for the whole page, a surrogate that no file can hold. We keep the byte as the character U+10F700 + byte, at
the far end of the last private-use plane: it travels through HTML parsers, JSON, Arrow and Parquet, and it can be
turned back. U+10F7C3 is a lone byte C3. A page that really contains such characters (none of 78 captured listing
pages does) gets marks for their bytes, so that nothing is mistaken.
"""

from __future__ import annotations

import codecs
import re

MARK_BASE = 0x10F700
"""Code point of the mark of byte 0."""

MARKS = "\U0010f700-\U0010f7ff"
"""The marks, as the inside of a character class of `re` and of Arrow's RE2."""

_MARK = re.compile(f"[{MARKS}]")
_RUN = re.compile(f"[{MARKS}]+")
# One loss: the bytes that a decoder rejects together, a lead byte with the continuation bytes it still has.
_LOSS = re.compile("[\U0010f7c2-\U0010f7f4][\U0010f780-\U0010f7bf]{0,3}|" + f"[{MARKS}]")
# In a cell, what may stand between a cut and the end: white space, dots, brackets, an ellipsis, and a short link text.
_LEAD = re.compile("[a-z\u00df-\u00ff][\u00c0-\u00de]")
_TAIL = re.compile(f"(?<![{MARKS}])[{MARKS}]+" + r"(?:[\s.…\[\](){}&;»]|hellip)*\Z")


def mark(byte: int) -> str:
    """Return the mark of one byte, 0 to 255."""
    return chr(MARK_BASE + byte)


def marked(data: bytes) -> str:
    """Return the marks of some bytes."""
    return "".join([chr(MARK_BASE + byte) for byte in data])


def bytes_of(marks: str) -> bytes:
    """Return the bytes behind a string of marks; ValueError where it holds anything else."""
    return bytes([ord(character) - MARK_BASE for character in marks])


def unmark(found: re.Match[bytes]) -> bytes:
    """Return the byte of a mark spelled in UTF-8, for `re.sub` with groups for its last two bytes."""
    return bytes([((found[1][0] & 3) << 6) | (found[2][0] & 0x3F)])


def count_marks(text: str) -> int:
    """Return how many lone bytes a text carries."""
    return len(_MARK.findall(text))


def count_losses(text: str) -> int:
    """Return how many characters were broken: bytes rejected together count once."""
    return len(_LOSS.findall(text))


def read_marks(text: str, codec: str = "cp1252") -> str:
    """Return the text with its fragments of another encoding read, and a cut tail left as marks.

    A page pasted together from two sources holds runs such as `caf` + E9 + ` du coin` in the middle of UTF-8. A byte
    with text after it was not cut off, so it is a character of the other encoding. Marks at the end, before nothing
    but white space and a cut marker, stay: there the byte may be half a character. Bytes that the codec does not know
    stay marks, too.

    Args:
        text: one cell.
        codec: Python codec of the fragments.
    """
    if not _MARK.search(text):
        return text
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    return _RUN.sub(lambda run: _read(run[0], codec), text[:end]) + text[end:]


def _read(run: str, codec: str) -> str:
    return bytes_of(run).decode(codec, "listmend.marks")


def _keep(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return marked(error.object[error.start : error.end]), error.end


def read_all(text: str, codec: str = "cp1252") -> str | None:
    """Return the text with every mark read, the last ones too; None where the others do not prove the encoding.

    `Il est d` E9 `j` E0 ` l` E0 has no UTF-8 at all, so that its last byte is no half character either. The proof is a
    byte inside the text; a character of UTF-8, a capital behind a small letter, as lead bytes are, and two bytes at
    the end speak against it.

    Args:
        text: one cell, without its marker.
        codec: Python codec of the cell.
    """
    tail = _TAIL.search(text)
    if not _RUN.search(text, 0, tail.start() if tail else len(text)) or not _RUN.sub("", text).isascii():
        return None
    if tail and len(_MARK.findall(tail[0])) > 1:
        return None
    read = _RUN.sub(lambda run: _read(run[0], codec), text)
    return None if _MARK.search(read) or _LEAD.search(read) else read


codecs.register_error("listmend.marks", _keep)
