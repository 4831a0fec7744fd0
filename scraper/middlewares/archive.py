"""The bytes first: request and response of every exchange as WARC 1.1, as they came off the wire.

Everything else is derived from this file and can be derived again. It sits next to the downloader, so a body is kept
before it is decompressed, redirects hop by hop, robots.txt as well. Each record is a gzip member of its own and is
flushed at once: a crawl killed at any moment leaves a file that reads up to its last whole record. The role of a
request travels as a WARC field of ours, so that `archive_reader` knows listing pages from entry pages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from twisted.web.http import RESPONSES
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.clock import FETCHED, Clock
from scraper.pages.judgement import Refusal
from scraper.roles import LINKED, NUMBER, ROLE

ROLE_FIELD = "Listmend-Role"
LINKED_FIELD = "Listmend-Linked"
NUMBER_FIELD = "Listmend-Number"


class ArchiveMiddleware:
    """Writes each exchange to the file named by `LISTMEND_ARCHIVE`; off where there is none.

    Attributes:
        fault: the first write that failed; a full disk is remembered and told when the crawl has stopped.
    """

    def __init__(self, crawler: Crawler, path: Path) -> None:
        self.path = path
        self.fault: OSError | None = None
        self.clock: Clock = crawler.settings.get("LISTMEND_CLOCK") or Clock()
        self._file: BinaryIO | None = None
        self._writer: WARCWriter | None = None
        self._agent = crawler.settings["USER_AGENT"]
        crawler.signals.connect(self.close, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware where the settings name an archive."""
        path = crawler.settings.get("LISTMEND_ARCHIVE")
        if not path:
            raise NotConfigured("LISTMEND_ARCHIVE names no file")
        return cls(crawler, Path(path))

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the exchange, then let it pass."""
        moment = self.clock.now()
        request.meta[FETCHED] = moment
        self.keep(request, response, moment)
        return response

    def keep(self, request: Request, response: Response, moment: datetime) -> None:
        """Write one exchange and flush it."""
        with self._remembering():
            self._keep(request, response, moment)

    def _keep(self, request: Request, response: Response, moment: datetime) -> None:
        writer = self._writer or self._open()
        fields = _fields(request.url, request.meta, moment)
        if response.ip_address is not None:
            fields["WARC-IP-Address"] = str(response.ip_address)
        if "dataloss" in response.flags:  # shorter than announced
            fields["WARC-Truncated"] = "disconnect"
        came = writer.create_warc_record(
            response.url,
            "response",
            payload=io.BytesIO(response.body),
            length=len(response.body),  # without it warcio copies the body, and with `python -O` fails to
            http_headers=_AsSent(_status(response), _pairs(response.headers), protocol="HTTP/1.1"),
            warc_headers_dict=fields,
        )
        asked = writer.create_warc_record(
            request.url,
            "request",
            http_headers=StatusAndHeaders(
                _asked(request), _host(request) + _shown(request.headers), is_http_request=True
            ),
            warc_headers_dict={"WARC-Date": fields["WARC-Date"]},
        )
        writer.write_request_response_pair(asked, came)
        self._flush()

    def refuse(self, url: str, meta: dict[str, Any], refusal: Refusal) -> None:
        """Keep that a request was refused, by us or by the site, and why: the archive tells of every request.

        Args:
            url: what was or would have been asked; a link that is no address has no request.
            meta: the request's, with its role.
            refusal: why.
        """
        with self._remembering():
            self._refuse(url, meta, refusal)

    def _refuse(self, url: str, meta: dict[str, Any], refusal: Refusal) -> None:
        writer = self._writer or self._open()
        said = f"reason: {refusal.reason}\r\ndetail: {refusal.detail}\r\n".encode()
        record = writer.create_warc_record(
            url,
            "metadata",
            payload=io.BytesIO(said),
            length=len(said),
            warc_content_type="application/warc-fields",
            warc_headers_dict=_fields(url, meta, self.clock.now()),
        )
        writer.write_record(record)
        self._flush()

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            self.fault = self.fault or fault
            raise

    def _flush(self) -> None:
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        """Close the file at the end of the crawl."""
        if self._file is not None:
            with self._remembering():
                self._file.close()
            self._file = None

    def _open(self) -> WARCWriter:
        self._file = self.path.open("ab")
        self._writer = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
        information = {"software": self._agent, "format": "WARC File Format 1.1", "robots": "obey"}
        record = self._writer.create_warcinfo_record(self.path.name, information)
        record.rec_headers.replace_header("WARC-Date", self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ"))
        self._writer.write_record(record)
        return self._writer


class _AsSent(StatusAndHeaders):  # type: ignore[misc]  # warcio is untyped
    """Headers whose bytes stay as they are; warcio escapes those beyond ASCII, and fails over a name of such beside a `;`."""

    def to_ascii_bytes(self, filter_func: Any = None) -> bytes:
        """Return the header block."""
        return str(self.to_str(filter_func)).encode("latin-1") + b"\r\n"


def _fields(url: str, meta: dict[str, Any], moment: datetime) -> dict[str, str]:
    fields = {"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")}
    if ROLE in meta:
        fields[ROLE_FIELD] = meta[ROLE]
        fields[LINKED_FIELD] = meta.get(LINKED, url)
        fields[NUMBER_FIELD] = str(meta.get(NUMBER, 0))
    return fields


def _status(response: Response) -> str:
    reason = RESPONSES.get(response.status, b"").decode("latin-1")
    return f"{response.status} {reason}".rstrip()


def _asked(request: Request) -> str:
    parts = urlsplit(request.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{request.method} {target} HTTP/1.1"


def _host(request: Request) -> list[tuple[str, str]]:
    return [] if "Host" in request.headers else [("Host", urlsplit(request.url).netloc.rpartition("@")[2])]


def _shown(headers: Headers) -> list[tuple[str, str]]:
    """The headers of a request without a proxy's password: archives are kept and handed on."""
    return [pair for pair in _pairs(headers) if pair[0].lower() != "proxy-authorization"]


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
    ]
