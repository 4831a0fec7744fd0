"""A small site on loopback whose pages a test can change while it is served."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Web:
    """Pages by path; `delay` seconds before each answer; `asked` is what was asked for, in order."""

    address: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    content_type: str = "text/html; charset=utf-8"
    delay: float = 0.0
    asked: list[str] = field(default_factory=list)


class Quiet(BaseHTTPRequestHandler):
    """Answers over connections that stay open, and logs nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes, and the second would wait 40 ms

    def log_message(self, *_: object) -> None:
        return


@contextlib.contextmanager
def on_loopback(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on a free port of loopback until the block ends; gives the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def served(pages: dict[str, bytes]) -> Iterator[Web]:
    """Serve pages on a free port of loopback until the block ends."""
    web = Web(pages=dict(pages))

    class Handler(Quiet):
        def do_GET(self) -> None:
            web.asked.append(self.path)
            time.sleep(web.delay)
            body = web.pages.get(self.path, b"")
            self.send_response(web.status.get(self.path, 200 if self.path in web.pages else 404))
            self.send_header("Content-Type", web.content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(body)

    with on_loopback(Handler) as web.address:
        yield web


def listing(numbers: range, after: str = "", date: str = "{:02}.10.26") -> bytes:
    """A listing page of plain articles, each with a link, a title, a date and a whole teaser."""
    articles = "".join(
        f'<article class="post"><h2><a href="/article-{n}/">Le conseil municipal ouvre la séance numéro {n}</a></h2>'
        f"<time>{date.format(28 - n % 28)}</time>"
        f"<p>La séance numéro {n} du conseil a porté sur les écoles et sur les transports de la ville.</p></article>"
        for n in numbers
    )
    following = f'<nav><a rel="next" href="{after}">Suivant</a></nav>' if after else ""
    return f'<!doctype html><html lang="fr"><body><main>{articles}</main>{following}</body></html>'.encode()


def free_port() -> str:
    """A port that nobody listens on: the demo's links name its port, so that runs which belong together share one."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])
