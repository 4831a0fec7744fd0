"""What a browser cannot get, told and tried again as without one."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)

from bench.on_loopback import Quiet, on_loopback
from pipelines.verdict import Verdict
from scraper.pages.judgement import Refusal
from scraper.refusals import Refused, refusal_of
from tests.commands import listmend
from tests.web import LIST, listing

TRIES = 4


def ran(address: str, folder: Path) -> tuple[int, Verdict]:
    """A run of a site file that asks for a browser."""
    file = folder / "quai.toml"
    file.write_text(f'start = "{address}"\nbrowser = true\ndetail = "never"\n')
    ended = listmend("run", str(file), "--json", output=folder / "output")
    return ended.returncode, json.loads(ended.stdout)


@pytest.mark.usefixtures("browser")
def test_a_connection_that_closes_is_tried_again_and_then_unreachable(tmp_path: Path) -> None:
    """Exit 4, as without a browser, so that a schedule tries again; the reason is one the docs know."""
    asked: list[str] = []

    class Closing(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - as http.server names it
            if self.path == "/robots.txt":
                self.answer(404, b"none")
            else:
                asked.append(self.path)
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)

    with on_loopback(Closing) as address:
        code, verdict = ran(address + LIST, tmp_path)
    assert (code, verdict["rejects"]) == (4, {"connection": 1})
    assert "ERR_EMPTY_RESPONSE" in verdict["says"]
    assert "Call log" not in verdict["says"]
    assert len(asked) >= TRIES


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[str]:
    """A list behind a certificate that nobody signed and that has expired; the address of its host."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "quai")]),
    )
    ended = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(ended - timedelta(days=1))
        .not_valid_after(ended)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path / "certificate.pem"
    file.write_bytes(key.private_bytes(pem, *plain) + certificate.public_bytes(pem))

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - as http.server names it
            page = listing(range(10)) if self.path == LIST else b""
            self.answer(200 if page else 404, page)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.usefixtures("browser")
def test_a_certificate_that_has_expired_stops_no_browser(secure: str, tmp_path: Path) -> None:
    """As none stops the crawl without one."""
    code, verdict = ran(secure + LIST, tmp_path)
    assert (code, verdict["counts"]["entries"]) == (0, 10)


CALLED = ' at https://quai.example/\nCall log:\n  - navigating to "https://quai.example/"'


@pytest.mark.parametrize(
    ("said", "kind", "reason"),
    [
        ("Page.goto: net::ERR_NAME_NOT_RESOLVED" + CALLED, CannotResolveHostError, "dns"),
        ("Page.goto: net::ERR_CONNECTION_REFUSED" + CALLED, DownloadConnectionRefusedError, "connection"),
        ("Page.goto: net::ERR_CONNECTION_RESET" + CALLED, DownloadFailedError, "connection"),
        ("Page.goto: net::ERR_SSL_PROTOCOL_ERROR" + CALLED, DownloadFailedError, "connection"),
        ("Page.goto: net::ERR_CONNECTION_TIMED_OUT" + CALLED, DownloadTimeoutError, "timeout"),
        ("Page.goto: net::ERR_HTTP_RESPONSE_CODE_FAILURE" + CALLED, DownloadFailedError, "connection"),
        ("Page.goto: net::ERR_TOO_MANY_REDIRECTS" + CALLED, Refused, "redirects"),
        ("Page.goto: net::ERR_FAILED" + CALLED, Refused, "browser"),
        ("Page.goto: Target crashed", Refused, "browser"),
    ],
)
def test_each_error_of_the_browser_is_one_the_crawl_knows(said: str, kind: type, reason: str) -> None:
    """By what it is: what may pass is tried again, what the browser or its leash ended is not."""
    errors = pytest.importorskip("playwright.async_api")
    from scraper.browser_handler import told

    made = told(errors.Error(said))
    assert type(made) is kind
    refusal = refusal_of(made)
    assert refusal is not None
    assert (refusal.reason, "Call log" in refusal.detail) == (reason, False)


def test_a_page_that_never_loads_is_a_time_out() -> None:
    """The browser's own bound on a page."""
    errors = pytest.importorskip("playwright.async_api")
    from scraper.browser_handler import told

    slow = told(errors.TimeoutError("Page.goto: Timeout 30000ms exceeded.\nCall log:\n  - navigating"))
    assert refusal_of(slow) == Refusal("timeout", "Timeout 30000ms exceeded.")
