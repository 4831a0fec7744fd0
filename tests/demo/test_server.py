"""The bundled site over real HTTP on loopback."""

from __future__ import annotations

import http.client
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from pipelines.errors import UsageError
from scraper.demo.build import build_site
from scraper.demo.server import DEMO_CLOCK, PORT, PORT_VARIABLE, demo_site, serving


def fetch(address: str, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request, redirects not followed."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def test_bytes_arrive_as_built() -> None:
    """Every path gives its status, its type and exactly its bytes."""
    with serving(0) as address:
        for path, reply in build_site(address).items():
            status, headers, body = fetch(address, path)
            assert (status, body) == (reply.status, reply.body)
            assert headers["Content-Type"] == reply.headers["Content-Type"]


def test_unknown_paths_are_missing() -> None:
    """A path the site does not know is a 404 with a page of its own."""
    with serving(0) as address:
        status, _, body = fetch(address, "/horaires/")
    assert status == 404
    assert b"Page introuvable" in body


def test_head_sends_no_body() -> None:
    """HEAD gives the length of the page and nothing after it."""
    with serving(0) as address:
        status, headers, body = fetch(address, "/notices/", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


def test_a_moved_page_names_its_new_place() -> None:
    """The moved entry answers with the path it moved to."""
    with serving(0) as address:
        status, headers, _ = fetch(address, "/actu/la-carte-des-commerces.html")
    assert (status, headers["Location"]) == (301, "/actualites/la-carte-des-commerces/")


def test_a_taken_port_is_no_obstacle() -> None:
    """Two servers at once have two addresses on loopback."""
    with serving() as first, serving() as second:
        assert first != second
        assert {urlsplit(address).hostname for address in (first, second)} == {"127.0.0.1"}


@pytest.mark.parametrize("named", ["http", "-1", "99999", "taken"])
def test_a_port_of_ones_own_that_cannot_serve_is_told(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """Somebody who names a port wants that one: no other is taken instead, and nothing crashes."""
    with serving(0) as address:
        port = str(urlsplit(address).port) if named == "taken" else named
        monkeypatch.setenv(PORT_VARIABLE, port)
        with pytest.raises(UsageError, match=port), serving():
            pass


def test_the_site_file_follows_the_server() -> None:
    """Its starts are the lists where they are served, its clock is fixed."""
    site = demo_site("http://127.0.0.1:1234")
    assert site.id == "demo"
    assert site.start[0] == "http://127.0.0.1:1234/actualites/"
    assert len(site.start) == len(site.lists) == 4
    assert demo_site(f"http://127.0.0.1:{PORT}").facts(DEMO_CLOCK).crawled == DEMO_CLOCK


def test_it_serves_from_the_command_line() -> None:
    """`python -m scraper.demo.server` prints where it serves and serves there."""
    command = [sys.executable, "-m", "scraper.demo.server", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        start = process.stdout.readline().strip()
        status, _, _ = fetch(start, urlsplit(start).path)
        process.terminate()
    assert status == 200
