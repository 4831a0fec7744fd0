"""The archive holds what came off the wire, and reads up to wherever its writer was stopped."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from scraper.pages.archive_reader import read_archive, reextract
from scraper.run_state import ARCHIVE
from tests.network.crawling import Crawled, crawled
from tests.network.strange_site import listing, strange_site

LINKS = [f"/entry-{n}" for n in range(6)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """A crawl of two pages, the first compressed, the second moved."""
    with strange_site() as site:
        first = listing(*LINKS, after="/second").encode()
        site.put("/", gzip.compress(first), Content_Encoding="gzip", X_Made_By="hand")
        site.put("/second", status=301, Location="/moved")
        site.put("/moved", listing("/a", "/b", "/c", "/d"))
        return crawled(tmp_path_factory.mktemp("archive"), site.address + "/", detail="never")


def test_bodies_are_kept_as_they_were_sent(made: Crawled) -> None:
    """A compressed body stays compressed in the file, with its header, and unpacks when read."""
    with (made.folder / ARCHIVE).open("rb") as file:
        kept = {
            record.rec_headers.get_header("WARC-Target-URI"): (record.http_headers, record.raw_stream.read())
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        }
    headers, body = kept[made.site.start[0]]
    assert body.startswith(b"\x1f\x8b")
    assert headers.get_header("Content-Encoding") == "gzip"
    assert headers.get_header("X-Made-By") == "hand"


def test_every_exchange_is_there_with_its_request(made: Crawled) -> None:
    """robots.txt, pages and redirects, each with the request that asked for it; the file says who wrote it."""
    with (made.folder / ARCHIVE).open("rb") as file:
        kinds = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"))
            for record in ArchiveIterator(file)
        ]
    address = made.site.start[0].rstrip("/")
    assert kinds[0][0] == "warcinfo"
    for path in ("/robots.txt", "/", "/second", "/moved"):
        assert ("request", address + path) in kinds
        assert ("response", address + path) in kinds


def test_answers_are_read_unpacked(made: Crawled) -> None:
    """URL, status, headers, body and role of each answer."""
    kept = [answer for answer in read_archive(made.folder / ARCHIVE) if answer.role]
    assert [(answer.role, answer.status, answer.number) for answer in kept] == [
        ("listing", 200, 0),
        ("listing", 301, 1),
        ("listing", 200, 1),
    ]
    assert kept[0].body == listing(*LINKS, after="/second").encode()


def test_an_archive_whose_writer_was_killed_reads_up_to_there(made: Crawled, tmp_path: Path) -> None:
    """Cut at any place, the file gives the lines of its whole records and says that it ends early."""
    data = (made.folder / ARCHIVE).read_bytes()
    whole = list(reextract(made.folder / ARCHIVE, made.site))
    cut = tmp_path / "cut.warc.gz"
    for end in range(len(data) // 2, len(data), 97):
        cut.write_bytes(data[:end])
        lines = list(reextract(cut, made.site))
        entries = [line for line in lines if line["kind"] == "entry"]
        assert entries == [line for line in whole if line["kind"] == "entry"][: len(entries)]
        assert {line["reason"] for line in lines if line["kind"] == "reject"} <= {"archive_ends"}


def test_what_stands_behind_a_damaged_record_is_read(made: Crawled, tmp_path: Path) -> None:
    """A bad sector in the first page's record: the second page's entries are there, and the bytes that are lost are told."""
    data = (made.folder / ARCHIVE).read_bytes()
    whole = [line for line in reextract(made.folder / ARCHIVE, made.site) if line["kind"] == "entry"]
    begins = [at for at in range(len(data)) if data.startswith(b"\x1f\x8b\x08", at)]
    page = next(at for at in begins if b"Listmend-Role: listing" in _record(data, at))
    after = begins[begins.index(page) + 1]
    damaged = tmp_path / "damaged.warc.gz"
    damaged.write_bytes(data[: page + 40] + bytes(16) + data[page + 56 :])
    lines = list(reextract(damaged, made.site))
    assert [line["url"] for line in lines if line["kind"] == "entry"] == [line["url"] for line in whole[6:]]
    (told,) = [line["detail"] for line in lines if line["kind"] == "reject"]
    assert told.startswith(f"bytes {page} to {after} of the archive are damaged")


def _record(data: bytes, at: int) -> bytes:
    return zlib.decompressobj(wbits=31).decompress(data[at:])
