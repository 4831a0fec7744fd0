"""Content encodings undone, once for the crawl and once for the archive: what one can read, so can the other.

Scrapy's middleware knows br and zstd, the archive's library does not, and neither says when a body ends early. So both
sides call `unpack`. A body that breaks off or turns to noise gives what came before, and `ended` says so; one that
was never in the encoding it declares raises. An encoding that nobody knows stays on, as Scrapy leaves it.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from scraper.pages.closed import closed

OFFERED = b"gzip, deflate, br, zstd"
"""What a crawl asks for: `Accept-Encoding`."""

_CHUNK = 1 << 16


class UnpackError(ValueError):
    """A body is not in the encoding it declares."""


class TooLargeError(ValueError):
    """A body unpacks to more than is taken."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A body with its encodings undone.

    Attributes:
        body: the bytes.
        kept: encodings, in the order they were applied, that nobody here knows; "" where all are undone.
        ended: why the body is not whole, for a person; "" where it is.
        proved: whether an encoding came to the end that it marks itself, so that the body is whole however long it was to be.
    """

    body: bytes
    kept: str = ""
    ended: str = ""
    proved: bool = False

    def lacks(self, short: str) -> str:
        """Return why the end of the document is missing, for a person; "" where it is there or nothing says that it is not.

        Args:
            short: why the body is shorter than its server announced, "" where it is not.
        """
        told = short or self.ended
        return "" if not told or self.proved or closed(self.body) else told


def unpack(body: bytes, encodings: str, largest: int) -> Unpacked:
    """Undo a body's content encodings, the last one first.

    Args:
        body: bytes as they came.
        encodings: the `Content-Encoding` header, several joined by commas.
        largest: bytes a body may unpack to at any step.

    Raises:
        UnpackError: the body is not in the encoding it declares.
        TooLargeError: it unpacks to more than `largest`.
    """
    names = [name.strip().lower() for name in encodings.split(",") if name.strip()]
    ended, undone = "", False
    while names and (names[-1] in _READERS or names[-1] == "identity"):
        name = names.pop()
        if name != "identity" and body:
            body, whole = _undo(body, name, largest)
            undone = True
            if not whole:
                ended = f"its {name} body ends early, {len(body)} bytes unpacked"
    return Unpacked(body, ", ".join(names), ended, undone and not ended)


def _undo(body: bytes, name: str, largest: int) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    size, whole = 0, False
    try:
        for part in _READERS[name](body):
            if part is None:
                whole = True
                continue
            parts.append(part)
            size += len(part)
            if size > largest:
                raise TooLargeError(f"more than {largest} bytes unpacked")
    except _broken(name) as fault:
        if not size:
            raise UnpackError(f"its {name} body cannot be unpacked: {fault}") from fault
    return b"".join(parts), whole


Reader = Callable[[bytes], Iterator[bytes | None]]
"""Yields what a body unpacks to, part by part, then None where it has come to its proper end."""


def _gzip(body: bytes) -> Iterator[bytes | None]:
    # Members follow each other; padding after the last one is no part of it.
    while body[:2] == b"\x1f\x8b":
        unpacker = zlib.decompressobj(wbits=31)
        yield from _inflated(unpacker, body)
        if not unpacker.eof:
            return
        body = unpacker.unused_data
        if body[:2] != b"\x1f\x8b":
            yield None
            return
    raise zlib.error("it does not begin as gzip does")


def _deflate(body: bytes) -> Iterator[bytes | None]:
    try:  # zlib's frame, as the standard says, or none, as old servers send it
        zlib.decompressobj().decompress(body, 1)
        unpacker = zlib.decompressobj()
    except zlib.error:
        unpacker = zlib.decompressobj(wbits=-15)
    yield from _inflated(unpacker, body)
    if unpacker.eof:
        yield None


def _inflated(unpacker: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    while body and not unpacker.eof:
        yield unpacker.decompress(body, _CHUNK)
        body = unpacker.unconsumed_tail


def _brotli(body: bytes) -> Iterator[bytes | None]:
    import brotli

    unpacker = brotli.Decompressor()
    part = unpacker.process(body, output_buffer_limit=_CHUNK)
    while part:
        yield part
        part = b"" if unpacker.is_finished() else unpacker.process(b"", output_buffer_limit=_CHUNK)
    if unpacker.is_finished():
        yield None


def _zstd(body: bytes) -> Iterator[bytes | None]:
    while body:  # frames follow each other
        unpacker = _zstd_library().ZstdDecompressor()
        part = unpacker.decompress(body, _CHUNK)
        while part or not (unpacker.eof or unpacker.needs_input):
            yield part
            part = b"" if unpacker.eof else unpacker.decompress(b"", _CHUNK)
        if not unpacker.eof:
            return
        body = unpacker.unused_data
    yield None


_READERS: dict[str, Reader] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}


def _broken(name: str) -> type[Exception]:
    """What a library raises over a body that is not in its encoding."""
    if name == "br":
        import brotli

        return brotli.error  # type: ignore[no-any-return]
    if name == "zstd":
        return _zstd_library().ZstdError  # type: ignore[no-any-return]
    return zlib.error


def _zstd_library() -> Any:
    """Python's own from 3.14 on, where `pyproject.toml` asks for no other; before, the same as a package."""
    return import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
