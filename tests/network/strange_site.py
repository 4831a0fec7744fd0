"""A server on loopback that answers as told: any status, headers, body, redirects, at any pace."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.on_loopback import Quiet, on_loopback

HTML = "text/html; charset=utf-8"


@dataclass
class Answer:
    """One answer; `pause` seconds before it; `length` is what it announces, its true length where None."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    length: int | None = None


@dataclass
class StrangeSite:
    """Answers by path; `asked` is what was asked for, with the moment and the headers."""

    address: str = ""
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def put(
        self,
        path: str,
        body: bytes | str = b"",
        status: int = 200,
        pause: float = 0.0,
        length: int | None = None,
        **headers: str,
    ) -> None:
        """Say what a path answers; header names are written with underscores."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(data, status, {"Content-Type": HTML, **named}, pause, length)

    def next_answer(self, path: str) -> Answer:
        """Return what a path answers now; a list is used up one by one, its last stays."""
        found = self.answers.get(path, Answer(b"<p>nothing here</p>", 404, {"Content-Type": HTML}))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextlib.contextmanager
def strange_site() -> Iterator[StrangeSite]:
    """Serve on a free port of loopback until the block ends."""
    site = StrangeSite()

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - as http.server names it
            site.asked.append(self.path)
            site.moments.append(time.monotonic())
            site.agents.add(self.headers.get("User-Agent", ""))
            answer = site.next_answer(self.path)
            time.sleep(answer.pause)
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    if value:
                        self.send_header(name, value)
                length = len(answer.body) if answer.length is None else answer.length
                self.send_header("Content-Length", str(length))
                self.end_headers()
                self.wfile.write(answer.body)
                self.close_connection = length != len(answer.body)

    with on_loopback(Handler) as site.address:
        yield site


def listing(
    *links: str, after: str = "", teaser: str = "The council met and spoke about item {n} at length."
) -> str:
    """A listing page of plain articles with these links."""
    articles = "".join(
        f'<article class="post"><h2><a href="{link}">Item number {n} of the day</a></h2>'
        f"<time>{1 + n % 28:02}.10.2026</time><p>{teaser.format(n=n)}</p></article>"
        for n, link in enumerate(links)
    )
    following = f'<nav><a rel="next" href="{after}">Next</a></nav>' if after else ""
    return f'<!doctype html><html lang="en"><body><main>{articles}</main>{following}</body></html>'


def entry_page(text: str) -> str:
    """An entry's own page."""
    return f"<!doctype html><html><body><article><h1>Item</h1><p>{text}</p></article></body></html>"
