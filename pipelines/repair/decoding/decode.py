r"""Bytes to text by evidence, page by page, losing no byte.

The first declaration is often wrong, and one cut character makes the usual guess fail for the whole page. So the
bytes are asked first, in this order:

1. a byte order mark;
2. valid UTF-8, whatever is declared: text of another encoding is not valid UTF-8 by chance;
3. UTF-16 or UTF-32 without a mark (ASCII markup puts NUL at every other byte), ISO-2022-JP (escapes in pure ASCII);
4. UTF-8 in disguise: at least one valid sequence and `DISGUISE` times as many valid sequences as broken ones; each
   byte that belongs to no character is kept as a mark (`marks`);
5. the declared encoding, by the names browsers use (`labels`), unless its own reading speaks against it;
6. the detector (`charset`), for which UTF-8 pasted together with rows of one old encoding is one answer of many; those
   rows are then read by it (`fragments`).

Reading is lossless: `decode(body).body()` is `body`. Two things make it so. Bytes that no character owns are marks.
Characters that are spelled in two ways (Shift_JIS has twice-coded kanji, ISO-2022-JP redundant escapes, and an emoji may
stand in UTF-8 as two surrogates) keep their line's bytes aside in `respelled`.
b"exhort\xc3</p> \xc3\xa9t\xc3\xa9 \xc3\xa0 \xe2\x80\x93" -> utf-8, one lone byte.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from pipelines.repair.decoding import charset
from pipelines.repair.decoding.fallbacks import read_as
from pipelines.repair.decoding.fragments import read_fragments
from pipelines.repair.decoding.labels import CODECS, named
from pipelines.repair.marks import MARKS, bytes_of, count_losses, count_marks, marked, unmark

Reason = Literal["bom", "ascii", "valid", "nul", "escape", "disguise", "declared", "detected"]

DISGUISE = 4
"""Valid UTF-8 sequences for each broken one that make a page UTF-8 whatever it declares.

Legacy pages stay far below: over 1,286 pages in 40 languages and 24 encodings the largest share is 0.71 valid for each
broken one (a single headline in EUC-KR)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_META_BYTES = 4096  # browsers look at 1024; builders put long scripts before the declaration
_META = re.compile(
    rb"""<!--.*?(?:-->|\Z)|<meta[\s/][^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE | re.DOTALL,
)
_LARGE = 1_000_000
"""Bytes up to which a body is tried as UTF-8 whole. Marking takes 0.4 µs a broken byte; 40 MB of noise would take 16 s."""

_HIGH = re.compile(rb"[\x80-\xff]")
_MARK_IN_UTF8 = re.compile(rb"\xf4\x8f([\x9c-\x9f])([\x80-\xbf])")
_MARK_OR_SURROGATE = re.compile(f"[{MARKS}\udc00-\udcff]")
_MARK_RUN = re.compile(f"([{MARKS}]+)")
_SPELLED_SURROGATES = re.compile(
    "\U0010f7ed[\U0010f7a0-\U0010f7af][\U0010f780-\U0010f7bf]\U0010f7ed[\U0010f7b0-\U0010f7bf][\U0010f780-\U0010f7bf]"
)
"""A character beyond the basic plane as Java and Oracle's `UTF8` spell it: two surrogates, three bytes each (CESU-8)."""

_WIDE = frozenset({"gb18030", "utf-16le", "utf-16be", "utf-32le", "utf-32be"})
"""Encodings besides UTF-8 that can spell the marks' own code points."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text, and what it takes to get its bytes back.

    Attributes:
        text: the text, without a byte order mark, lone bytes as marks.
        encoding: the Encoding Standard's name of what it was read as.
        reason: the evidence that decided.
        lone: how many bytes are kept as marks.
        bom: the byte order mark, or b"".
        respelled: (line, bytes) of lines whose bytes are not the codec's first spelling of their text.
    """

    text: str
    encoding: str
    reason: Reason
    lone: int = 0
    bom: bytes = b""
    respelled: tuple[tuple[int, bytes], ...] = ()

    def body(self) -> bytes:
        """Return the bytes that were read, exactly."""
        if not self.respelled:
            return self.bom + encode(self.text, self.encoding)
        kept = dict(self.respelled)
        lines = _lines(self.text)
        return self.bom + b"".join(
            kept[number] if number in kept else encode(line, self.encoding)
            for number, line in enumerate(lines)
        )


def decode(body: bytes, declared: str | None = None, *, html: bool = True) -> Decoded:
    """Read the bytes of a page.

    Args:
        body: the bytes after transfer and content encodings are undone.
        declared: charset of the HTTP header as written, or None.
        html: look for a declaration inside the page, too, where the header has none.

    Returns:
        The text with how and why it was read; never raises on any bytes.
    """
    for bom, marked_as in _BOMS:
        if body.startswith(bom):
            return _read(body[len(bom) :], marked_as, "bom", bom)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(body, declared, html=html)
    if b"\xf4\x8f" in body and _MARK_IN_UTF8.search(body):
        return _read(body, "utf-8", "valid")
    if text.isascii():
        return _decode_ascii(body, text)
    # Only East Asian encodings can be valid UTF-8 by chance, and only in a few characters.
    name = _declared(body, declared, html=html)
    if name is not None and name in charset.MULTIBYTE and charset.chance_utf8(body, text, name):
        return _read(body, name, "declared")
    return Decoded(text, "utf-8", "valid")


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes of a text as `decode` reads them: a mark becomes its byte again.

    Args:
        text: text of a page; where `Decoded.respelled` is empty the result is the page.
        encoding: a name of the Encoding Standard, as in `Decoded.encoding`.

    Raises:
        UnicodeEncodeError: a character that the encoding does not have.
    """
    codec = CODECS[encoding]
    if encoding == "utf-8":
        data = text.encode("utf-8")
        return _MARK_IN_UTF8.sub(unmark, data) if b"\xf4\x8f" in data else data
    parts = _MARK_RUN.split(text)
    if len(parts) == 1:
        return text.encode(codec)
    return b"".join(bytes_of(part) if number % 2 else part.encode(codec) for number, part in enumerate(parts))


def _decode_ascii(body: bytes, text: str) -> Decoded:
    if b"\x1b$" in body and (found := _read(body, "iso-2022-jp", "escape")).lone == 0:
        return found
    if b"\0" in body and (name := charset.nul_pattern(body)):
        return _read(body, name, "nul")
    return Decoded(text, "utf-8", "ascii")


def _decode_broken(body: bytes, declared: str | None, *, html: bool) -> Decoded:
    if b"\0" in body and (name := charset.nul_pattern(body)):
        return _read(body, name, "nul")
    if len(body) <= _LARGE or _disguised(_read(_probe(body), "utf-8", "disguise")):
        found = _read(body, "utf-8", "disguise")
        if _disguised(found):
            return _with_fragments(body, found)
    name = _declared(body, declared, html=html)
    if name is not None and not charset.contradicted(body, name):
        return _with_fragments(body, _read(body, name, "declared"))
    return _with_fragments(body, _read(body, charset.detect(body), "detected"))


def _disguised(found: Decoded) -> bool:
    valid = len(found.text) - len(found.text.encode("ascii", "ignore")) - found.lone
    return bool(valid) and valid >= DISGUISE * count_losses(found.text)


def _probe(body: bytes) -> bytes:
    """Return the part of a large body in which the first bytes outside ASCII stand."""
    found = _HIGH.search(body)
    start = found.start() if found else 0
    return body[start : start + _LARGE]


def _with_fragments(body: bytes, found: Decoded) -> Decoded:
    if found.encoding != "utf-8" or not found.lone:
        return found
    text = read_fragments(found.text, body)
    if text == found.text:
        return found
    return Decoded(text, "utf-8", found.reason, count_marks(text), b"", _respelled(body, text, "utf-8"))


def _declared(body: bytes, declared: str | None, *, html: bool) -> str | None:
    name = named(declared)
    if name is None and html:
        for match in _META.finditer(body[:_META_BYTES]):
            label = match[1] or match[2]
            if label and (name := named(label.decode("ascii", "ignore"))):
                break
    # The declaration was read as ASCII, so the page is in no encoding that spells ASCII otherwise.
    return None if name and name.startswith("utf-") and name != "utf-8" else name


def _read(body: bytes, name: str, reason: Reason, bom: bytes = b"") -> Decoded:
    """Read bytes as one encoding, broken bytes as marks, and keep what the codec would spell otherwise."""
    codec = CODECS[name]
    if name == "utf-8":
        parts = re.split(rb"(\xf4\x8f[\x9c-\x9f][\x80-\xbf])", body)
        text = "".join(
            marked(part) if number % 2 else part.decode(codec, "listmend.marks")
            for number, part in enumerate(parts)
        )
        whole = _SPELLED_SURROGATES.sub(_one_character, text)
        respelled = () if whole == text else _respelled(body, whole, name)
        return Decoded(whole, name, reason, count_marks(whole), bom, respelled)
    if name in _WIDE:
        text = body.decode(codec, "listmend.surrogates")
        text = _MARK_OR_SURROGATE.sub(lambda found: _own_mark(found[0], codec), text)
    else:
        text = read_as(body, name)
    return Decoded(text, name, reason, count_marks(text), bom, _respelled(body, text, name))


def _one_character(pair: re.Match[str]) -> str:
    halves = bytes_of(pair[0]).decode("utf-8", "surrogatepass")
    return halves.encode("utf-16", "surrogatepass").decode("utf-16")


def _respelled(body: bytes, text: str, name: str) -> tuple[tuple[int, bytes], ...]:
    if _spells(text, name, body):
        return ()
    lines, rows = _lines(text), _line_bytes(body, name)
    if len(lines) != len(rows):  # a line feed inside a broken character: the page is one line
        return tuple((number, body if number == 0 else b"") for number in range(len(lines)))
    return tuple(
        (number, row)
        for number, (line, row) in enumerate(zip(lines, rows, strict=True))
        if not _spells(line, name, row)
    )


def _spells(text: str, name: str, body: bytes) -> bool:
    try:
        return encode(text, name) == body
    except UnicodeEncodeError:  # the fallback codec knew the character, the codec itself does not
        return False


def _lines(text: str) -> list[str]:
    return re.split(r"(?<=\n)", text)


def _line_bytes(body: bytes, name: str) -> list[bytes]:
    if name in _WIDE and name != "gb18030":
        return [body]
    return re.split(rb"(?<=\n)", body)


def _own_mark(character: str, codec: str) -> str:
    return (
        chr(ord(character) - 0xDC00 + 0x10F700) if character < "\ue000" else marked(character.encode(codec))
    )


def _to_surrogates(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.object[error.start] == 0x80 and error.encoding == "gb18030":
        return "€", error.start + 1  # as browsers read it: GBK's euro
    return "".join([chr(0xDC00 + byte) for byte in error.object[error.start : error.end]]), error.end


codecs.register_error("listmend.surrogates", _to_surrogates)
