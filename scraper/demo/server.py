"""The bundled site on loopback: `python -m scraper.demo.server`, or `with serving() as address:`.

One port is preferred so that a second run, and a run on another machine, meets the same addresses: an entry is known by
its address. Where it is taken any free port serves, and $LISTMEND_DEMO_PORT names another one. Nothing is reachable from
outside: the server binds to 127.0.0.1 alone.
"""

from __future__ import annotations

import argparse
import errno
import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import as_file, files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.errors import UsageError
from scraper.demo.build import Reply, build_site, not_found

if TYPE_CHECKING:
    from scraper.site import SiteFile

HOST = "127.0.0.1"
PORT = 8917
PORT_VARIABLE = "LISTMEND_DEMO_PORT"
DEMO_CLOCK = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


class DemoServer(ThreadingHTTPServer):
    """A threading server that answers from the built site; its threads end with the process."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), DemoHandler)
        self.site: dict[str, Reply] = build_site(self.address)
        self.missing = not_found()

    @property
    def address(self) -> str:
        """Address before every path, without a slash at its end."""
        return f"http://{HOST}:{self.server_address[1]}"


class DemoHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from `DemoServer.site`, and logs nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes, and the second would wait 40 ms
    server: DemoServer

    def do_GET(self) -> None:
        """Send the reply of the path."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send the reply's status and headers."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
        """Keep the terminal for the verdict."""

    def _answer(self, *, with_body: bool) -> None:
        reply = self.server.site.get(urlsplit(self.path).path, self.server.missing)
        time.sleep(reply.wait)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)


@contextmanager
def serving(port: int | None = None) -> Iterator[str]:
    """Serve the site while the block runs and give its address, such as `http://127.0.0.1:8917`.

    Args:
        port: a port of your own (0: any free one); without it $LISTMEND_DEMO_PORT, else the preferred one, or
            any where that is taken.

    Raises:
        UsageError: the port asked for is no port, is taken, or may not be used.
    """
    server = _open(_named_port() if port is None else port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def demo_site(address: str) -> SiteFile:
    """The bundled site's file with every start moved to where the site is being served."""
    from scraper.site import read_site_file

    with as_file(files("scraper.demo") / "demo.toml") as file:
        site = read_site_file(file)
    return site.model_copy(
        update={"id": "demo", "start": [address + urlsplit(start).path for start in site.start]}
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(
        prog="python -m scraper.demo.server", description="Serve the bundled site."
    )
    parser.add_argument("--port", type=int, default=None, help=f"default: {PORT}, or any free one")
    port = parser.parse_args(arguments).port
    try:
        with serving(port) as address:
            print(f"{address}/actualites/", flush=True)
            threading.Event().wait()
    except UsageError as fault:
        parser.error(str(fault))
    except KeyboardInterrupt:
        return


def _named_port() -> int | None:
    named = os.environ.get(PORT_VARIABLE)
    if not named:
        return None
    if not (named.isascii() and named.isdecimal()):
        raise UsageError(
            f"{PORT_VARIABLE}: got {named!r}, expected the number of a port", "0 stands for any free one"
        )
    return int(named)


def _open(port: int | None) -> DemoServer:
    try:
        return DemoServer(PORT if port is None else port)
    except (OSError, OverflowError) as fault:
        if port is None and isinstance(fault, OSError) and fault.errno == errno.EADDRINUSE:
            return DemoServer(0)
        raise UsageError(
            f"{HOST}:{PORT if port is None else port}: nothing can be served there ({fault})",
            f"name another port in {PORT_VARIABLE}, 0 for any free one",
        ) from fault


if __name__ == "__main__":
    main()
