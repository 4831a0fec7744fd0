"""One decision about a page's encoding, made here from its bytes; nothing after it guesses again.

Scrapy believes the first declaration, and one cut character turns the other teasers of a page into noise. This
middleware replaces the response by a `PageResponse` whose text was read by `pipelines.repair.decoding.decode`: lone bytes are
marks in it. Selectors, link extractors and meta refresh of Scrapy then work on that text.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from pipelines.repair.decoding.decode import Decoded, decode
from scraper.pages.headers import declared_charset, header_text

_TEXT_TYPES = re.compile(
    r"\s*(?:text/|application/(?:[\w.-]+\+)?(?:xml|xhtml)|application/octet-stream|\s*$)", re.I
)


class PageResponse(HtmlResponse):
    """A response whose text is decided when it is first asked for; `decoded` tells how.

    Attributes:
        declared: charset of the Content-Type header as written, or None.
    """

    attributes = (*HtmlResponse.attributes, "declared")

    def __init__(self, *args: Any, declared: str | None = None, **kwargs: Any) -> None:
        self.declared = declared
        kwargs["encoding"] = "utf-8"  # what Scrapy would need to encode links; the text itself is decided
        super().__init__(*args, **kwargs)

    @cached_property
    def decoded(self) -> Decoded:
        """Text, encoding, reason and number of lone bytes."""
        return decode(self.body, self.declared)

    @property
    def text(self) -> str:
        """The page as text, lone bytes as marks."""
        return self.decoded.text


class DecodeMiddleware:
    """Turns every response that may be text into a `PageResponse`."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Read the body by evidence."""
        header = header_text(response.headers.get("Content-Type") or b"")
        if not response.body or not _TEXT_TYPES.match(header) or isinstance(response, PageResponse):
            return response
        return page_response(response, declared_charset(header))


def page_response(response: Response, declared: str | None) -> PageResponse:
    """Return the response with its text read; status, headers, flags and the rest stay."""
    return PageResponse(
        response.url,
        status=response.status,
        headers=response.headers,
        body=response.body,
        flags=response.flags,
        request=response.request,
        certificate=response.certificate,
        ip_address=response.ip_address,
        protocol=response.protocol,
        declared=declared,
    )
