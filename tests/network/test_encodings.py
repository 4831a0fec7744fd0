"""Whatever encoding a crawl reads, its archive is read in, too."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from scraper.pages.unpack import OFFERED, TooLargeError, UnpackError, unpack
from tests.network.crawling import crawled
from tests.network.strange_site import listing, strange_site

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

BODY = listing(*[f"/entry-{n}" for n in range(6)]).encode()


def headless(body: bytes) -> bytes:
    """Deflate without zlib's frame, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "gzip in two members": ("gzip", lambda body: gzip.compress(body[:500]) + gzip.compress(body[500:])),
    "gzip with padding": ("gzip", lambda body: gzip.compress(body) + b"\0" * 8),
    "deflate": ("deflate", zlib.compress),
    "deflate without a frame": ("deflate", headless),
    "br": ("br", brotli.compress),
    "BR": ("BR", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "zstd in two frames": ("zstd", lambda body: zstd.compress(body[:500]) + zstd.compress(body[500:])),
    "gzip, then br": ("gzip, br", lambda body: brotli.compress(gzip.compress(body))),
    "gzip twice": ("gzip, gzip", lambda body: gzip.compress(gzip.compress(body))),
    "none by name": ("identity", bytes),
    "an unknown name": ("made-up", bytes),
}


@pytest.mark.parametrize("name", PACKED)
def test_read_in_the_crawl_and_from_the_archive(tmp_path: Path, name: str) -> None:
    """The same lines from the wire and from the archive, nothing to note."""
    encoding, pack = PACKED[name]
    with strange_site() as site:
        site.put("/", pack(BODY), Content_Encoding=encoding)
        made = crawled(tmp_path, site.address + "/", detail="never")
    assert len(made.of("entry")) == 6
    assert made.outcome.rejects == {}
    assert made.again() == made.lines


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_is_not_what_it_declares(tmp_path: Path, encoding: str) -> None:
    """A reject that names the encoding, in the crawl and from the archive."""
    with strange_site() as site:
        site.put("/", BODY, Content_Encoding=encoding)
        made = crawled(tmp_path, site.address + "/", detail="never")
    (line,) = made.lines
    assert line["reason"] == "unpack"
    assert encoding in line["detail"]
    assert made.outcome.counts["faults"] == 0
    assert made.again() == made.lines


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_every_encoding_offered_is_bounded(encoding: str) -> None:
    """A bomb is refused before it is unpacked; noise is refused; nothing at all is nothing."""
    assert encoding in OFFERED.decode().split(", ")
    _, pack = PACKED[encoding]
    with pytest.raises(TooLargeError, match="more than 100000 bytes"):
        unpack(pack(b"x" * 10_000_000), encoding, 100_000)
    with pytest.raises(UnpackError, match=encoding):
        unpack(b"\xff\xfenoise and more noise", encoding, 100_000)
    assert unpack(b"", encoding, 100_000).body == b""
    assert unpack(pack(b""), encoding, 100_000).ended == ""


LATER_PYTHON = """
import sys
if sys.version_info < (3, 14):
    import backports.zstd
    sys.modules["compression.zstd"], sys.modules["backports.zstd"] = backports.zstd, None
    del backports.zstd
    sys.version_info = (3, 14, 0, "final", 0)
from scraper.pages.unpack import unpack
unpacked = unpack(sys.stdin.buffer.read(), "zstd", 100_000)
print(len(unpacked.body), unpacked.ended)
"""


def test_zstd_is_read_with_pythons_own_library_where_there_is_one() -> None:
    """From 3.14 on no package for it is installed, and each page that a server sent in zstd was lost there."""
    ended = subprocess.run(
        [sys.executable, "-c", LATER_PYTHON],
        input=zstd.compress(BODY),
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (ended.stdout.decode().split(), ended.stderr) == ([str(len(BODY))], b"")
