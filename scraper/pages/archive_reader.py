"""Reading an archive: each request's last answer, and the raw lines a crawl over the same bytes would write.

A file whose writer was killed ends inside a gzip member, and a bad disk leaves one that cannot be unpacked; what stands before
and behind is read, and what was lost is told as a reject. No Scrapy here: a build from the archive does not pay for the network side.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator

from pipelines.repair.decoding.decode import Decoded, decode
from scraper.pages.extract import PageLines, Walk, feed_lines
from scraper.pages.headers import declared_charset, joined, media_type
from scraper.pages.judgement import ARCHIVE_ENDS, Refusal, judge
from scraper.pages.raw_lines import Line, cut_short, reject, unreadable
from scraper.pages.unpack import TooLargeError, UnpackError, unpack
from scraper.roles import SHORT
from scraper.settings import DOWNLOAD_MAXSIZE
from scraper.site import SiteFile


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer of an archive.

    Attributes:
        url: what was asked.
        status: HTTP status, 0 where there was no answer.
        headers: response headers, names in lower case.
        body: bytes after transfer and content encodings are undone.
        fetched: when, UTC.
        role: what it was fetched for, "" for robots.txt and other files.
        linked: its URL as the site links it.
        number: place of a listing page in its chain.
        failed: why there was no answer, or why the body could not be read.
        ended: why the body is not whole, "" where it is.
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    fetched: datetime
    role: str = ""
    linked: str = ""
    number: int = 0
    failed: Refusal | None = None
    ended: str = ""

    def refusal(self) -> Refusal | None:
        """Return why this is no page to read, or None."""
        if self.failed is None and 300 <= self.status < 400 and "location" in self.headers:
            return Refusal(
                ARCHIVE_ENDS,
                f"the page it moved to is not in the archive: {self.headers['location'][:200]}",
            )
        media = media_type(self.headers.get("content-type", ""))
        return self.failed or judge(self.status, self.body, media, role=self.role)

    @property
    def link(self) -> str:
        """Its `Link` header."""
        return self.headers.get("link", "")

    def read(self) -> Decoded:
        """Return the body as text, by the same evidence as in the crawl."""
        return decode(self.body, declared_charset(self.headers.get("content-type", "")))


def read_archive(path: Path) -> Iterator[Kept]:
    """Yield every answer of a WARC file in order, redirects, robots.txt and refusals included."""
    for number, member in enumerate(_members(path)):
        if isinstance(member, _Lost):
            told = Refusal(ARCHIVE_ENDS, member.told())
            yield Kept(path.name, 0, {}, b"", datetime.min, "end", path.name, number, failed=told)
            continue
        try:
            answers = [
                _kept(record)
                for record in ArchiveIterator(io.BytesIO(member))
                if record.rec_type in ("response", "metadata")
            ]
        except Exception as fault:  # noqa: BLE001 - a record that is none may break its reader in any way
            said = f"{type(fault).__name__}: {fault}".splitlines()[0][:200]
            told = Refusal(ARCHIVE_ENDS, f"a record of the archive cannot be read ({said})")
            answers = [Kept(path.name, 0, {}, b"", datetime.min, "end", path.name, number, failed=told)]
        yield from answers


@dataclass(frozen=True, slots=True)
class _Lost:
    """Bytes of an archive that are no record: from where, and where the next record begins, None where none does."""

    start: int
    end: int | None

    def told(self) -> str:
        """What a person reads."""
        if self.end is None:
            return "the archive ends inside a record; what stands before was read"
        return f"bytes {self.start} to {self.end} of the archive are damaged; what stands before and behind was read"


def _members(path: Path) -> Iterator[bytes | _Lost]:
    """Yield each gzip member, which is one record, unpacked; where one cannot be, what was lost."""
    if not path.stat().st_size:
        yield _Lost(0, None)
    with path.open("rb") as file:
        at, waiting = 0, b""
        while waiting := waiting or file.read(_CHUNK):
            unpacker, parts = zlib.decompressobj(wbits=31), []
            try:
                while waiting and not unpacker.eof:
                    parts.append(unpacker.decompress(waiting))
                    waiting = unpacker.unused_data if unpacker.eof else file.read(_CHUNK)
            except zlib.error:
                unpacker = zlib.decompressobj()
            if unpacker.eof:
                yield b"".join(parts)
                at = file.tell() - len(waiting)
                continue
            begins = _next_record(file, at + 1)
            yield _Lost(at, begins)
            if begins is None:
                return
            at, waiting = begins, b""
            file.seek(at)


def _next_record(file: BinaryIO, start: int) -> int | None:
    """Where the next member begins that is a record: its mark may stand in packed bytes by chance, `WARC/` behind it not."""
    while len(chunk := _read_at(file, start, _CHUNK + len(_MEMBER) - 1)) >= len(_MEMBER):
        place = chunk.find(_MEMBER)
        while place >= 0:
            if _unpacked(_read_at(file, start + place, 1 << 12), len(_RECORD)) == _RECORD:
                return start + place
            place = chunk.find(_MEMBER, place + 1)
        start += _CHUNK
    return None


def _read_at(file: BinaryIO, place: int, size: int) -> bytes:
    file.seek(place)
    return file.read(size)


def _unpacked(packed: bytes, size: int) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, size)
    except zlib.error:
        return b""


_CHUNK = 1 << 18
_MEMBER, _RECORD = b"\x1f\x8b\x08", b"WARC/"
"""What a gzip member and a record of an archive begin with (RFC 1952; WARC 1.1)."""


def reextract(archive: Path, site: SiteFile) -> Iterator[Line]:
    """Yield the raw lines that a crawl over the archive's bytes would write.

    Args:
        archive: the WARC file of a run.
        site: the site file as it is now, which may read the pages otherwise than then.
    """
    last = {
        (kept.role, kept.linked, kept.number): number for number, kept in enumerate(read_archive(archive))
    }
    answers = set(last.values())  # after retries and redirects the last answer counts
    walk = Walk(site)
    for number, kept in enumerate(read_archive(archive)):
        if kept.role and number in answers:
            try:
                lines = list(_lines(walk, kept))
            except Exception as fault:  # noqa: BLE001 - as in the crawl: counted and told, the others are read
                lines = [unreadable(kept.linked, fault)]
            yield from lines


def read_listing(walk: Walk, kept: Kept) -> PageLines:
    """Read a listing page that was kept, as the crawl reads one that comes: decoded by evidence, then walked.

    Args:
        walk: the walk so far; pages of a chain are read in order.
        kept: a page without a refusal.
    """
    read = kept.read()
    return walk.listing(
        read.text,
        kept.url,
        encoding=read.encoding,
        fetched=kept.fetched,
        number=kept.number,
        header=kept.link,
    )


def _lines(walk: Walk, kept: Kept) -> Iterator[Line]:
    refusal = kept.refusal()
    if refusal is not None and kept.role == "file":
        return
    if refusal is not None:
        yield reject(kept.linked, refusal.reason, refusal.detail)
        return
    if kept.role == "listing":
        made = read_listing(walk, kept)
        yield from cut_short(kept.url, kept.ended)
        yield from made.rejects
        yield from made.entries
        return
    read = kept.read()
    if kept.role in ("page", "file"):
        yield from cut_short(kept.linked, kept.ended)
        yield walk.own_page(
            read.text, kept.url, linked=kept.linked, encoding=read.encoding, fetched=kept.fetched
        )
    else:
        yield from cut_short(kept.linked, kept.ended)
        yield from feed_lines(read.text, kept.url)


def _kept(record: Any) -> Kept:
    fields = record.rec_headers
    common: dict[str, Any] = {
        "url": fields.get_header("WARC-Target-URI") or "",
        "fetched": datetime.fromisoformat(fields.get_header("WARC-Date")),
        "role": fields.get_header("Listmend-Role") or "",
        "linked": fields.get_header("Listmend-Linked") or "",
        "number": int(fields.get_header("Listmend-Number") or 0),
    }
    if record.rec_type == "metadata":
        told = dict(
            line.partition(": ")[::2] for line in record.content_stream().read().decode().splitlines()
        )
        return Kept(status=0, headers={}, body=b"", failed=Refusal(told["reason"], told["detail"]), **common)
    pairs = [(name.lower(), value) for name, value in record.http_headers.headers]
    headers = {**dict(pairs), "link": joined(value for name, value in pairs if name == "link")}
    status = int(record.http_headers.get_statuscode() or 0)
    came = record.raw_stream.read()
    short = SHORT.format(len(came)) if fields.get_header("WARC-Truncated") else ""
    body, ended, failed = b"", short, None
    try:
        made = unpack(
            came, ",".join(value for name, value in pairs if name == "content-encoding"), DOWNLOAD_MAXSIZE
        )
        body, ended = made.body, made.lacks(short)
    except UnpackError as fault:
        failed = Refusal("unpack", str(fault))
    except TooLargeError as fault:
        failed = Refusal("too_large", str(fault))
    return Kept(status=status, headers=headers, body=body, failed=failed, ended=ended, **common)
