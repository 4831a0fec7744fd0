"""A small site on loopback whose pages a test can change while it is served."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.on_loopback import Quiet, on_loopback

LIST = "/fr/actualites/"
"""Where the list stands that `listing` writes."""


@dataclass
class Web:
    """Pages by path; `delay` seconds before each answer; `asked` is what was asked for, in order."""

    address: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    content_type: str = "text/html; charset=utf-8"
    delay: float = 0.0
    asked: list[str] = field(default_factory=list)


@contextlib.contextmanager
def served(pages: dict[str, bytes]) -> Iterator[Web]:
    """Serve pages on a free port of loopback until the block ends."""
    web = Web(pages=dict(pages))

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - as http.server names it
            web.asked.append(self.path)
            time.sleep(web.delay)
            status = web.status.get(self.path, 200 if self.path in web.pages else 404)
            self.answer(status, web.pages.get(self.path, b""), web.content_type)

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
