"""Why a page was not taken: one code for each cause, told the same way by guard, polite, spider and re-extraction.

Every refusal ends as a `reject` line of `raw.jsonl` with `url reason detail`; `docs/crawling.md` says for each code
what it means and what to do. Causes raised by Scrapy and Twisted are named here, by type where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from OpenSSL.SSL import Error as TlsError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    StopDownload,
    UnsupportedURLSchemeError,
)
from twisted.internet.error import ConnectionDone
from twisted.web._newclient import ParseError

from scraper.pages.judgement import Refusal
from scraper.settings import DOWNLOAD_MAXSIZE


class Refused(IgnoreRequest):
    """A middleware of ours does not take a page; carries the refusal."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.refusal = Refusal(reason, detail)


UNREACHABLE = frozenset(
    "dns connection timeout robots blocked redirects scheme address too_large unpack cut_short browser".split()
)
"""Reasons that, on a start page or its robots.txt, mean that no page came from the site; so does any `http_…` status.

A body that is too large, cannot be unpacked or broke off before anything came is as little of a page as a host that does not
answer. What was read and is no list (`empty`, `not_html`, `no_list`) is the gates' to judge."""

_BY_TYPE: tuple[tuple[type[Exception], str], ...] = (
    (CannotResolveHostError, "dns"),
    (DownloadConnectionRefusedError, "connection"),
    (DownloadTimeoutError, "timeout"),
    (DownloadCancelledError, "too_large"),
    (ResponseDataLossError, "connection"),
    (DownloadFailedError, "connection"),
    (StopDownload, "not_html"),
    (UnsupportedURLSchemeError, "scheme"),
    (OSError, "connection"),
)
_UNSAID = {
    "too_large": f"more than {DOWNLOAD_MAXSIZE} bytes sent",
    "not_html": "its headers do not call it a page",
}
"""What an error means that comes without a message."""

_BY_MESSAGE = (
    ("robots.txt", "robots"),
    ("max redirections", "redirects"),
)


def refusal_of(error: BaseException) -> Refusal | None:
    """Return why a download failed, or None where the cause is not a page's fault but a bug of ours."""
    if isinstance(error, Refused):
        return error.refusal
    for kind, reason in _BY_TYPE:
        if isinstance(error, kind):
            return Refusal(reason, _told(error, _UNSAID.get(reason, "")))
    if isinstance(error, IgnoreRequest):
        message = str(error)
        for part, reason in _BY_MESSAGE:
            if part in message:
                return Refusal(reason, _told(error))
        return Refusal("ignored", _told(error))
    # Twisted's own connection errors (TLS handshakes, resets) share no base class with Scrapy's.
    if type(error).__module__.startswith(("twisted.", "OpenSSL.", "service_identity")):
        return Refusal("connection", _told(error))
    return None


def unreachable(reason: str) -> bool:
    """Whether a start page refused for this reason means that the site was not reached, or that it refused us."""
    return reason in UNREACHABLE or reason.startswith("http_")


def _told(error: BaseException, unsaid: str = "") -> str:
    text = "; ".join(dict.fromkeys(_messages(error))) or unsaid or type(error).__name__
    return text[:300]


_NO_HEADER = (ParseError, ValueError, LookupError)
"""What a header or a status line that is none raises."""


def _messages(error: BaseException) -> Iterator[str]:
    """Yield what an error says; Twisted's collections of failures, and what Scrapy made of them, say what is in them."""
    reasons = getattr(error, "reasons", None) or getattr(error.__cause__, "reasons", None)
    if reasons is None:
        # Twisted's parser over a first header that continues none; any other is a fault of ours and told as such
        if isinstance(error, AttributeError) and error.obj is None and error.name == "append":
            yield "what it answers is not HTTP: its headers begin with none"
        elif isinstance(error, _NO_HEADER):
            yield "what it answers is not HTTP: " + " ".join(" ".join(map(str, error.args)).split())
        elif isinstance(error, ConnectionDone):
            yield "the connection closed before an answer that can be read had come"
        elif isinstance(error, TlsError) and error.args and isinstance(error.args[0], list):
            # OpenSSL's own queue: library, function, reason
            yield "no TLS: " + "; ".join(str(entry[-1]) for entry in error.args[0])
        elif said := " ".join(str(error).split()):
            yield said
        return
    for reason in reasons:
        yield from _messages(getattr(reason, "value", reason))
