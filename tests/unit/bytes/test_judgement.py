"""What is taken for a page, on bytes alone."""

from __future__ import annotations

import pytest

from scraper.pages.judgement import judge

ENTRIES = b"<article><h2><a href=/a>Title</a></h2><p>Text</p></article>" * 10


@pytest.mark.parametrize(
    "text",
    [
        b"<script>" + b"h += '<div class=row>';" * 20_000 + b"</script>",
        b"<!-- " + b"<div class=row>" * 20_000 + b" -->",
        b"<textarea>" + b"<div>" * 20_000 + b"</textarea>",
    ],
    ids=["script", "comment", "text field"],
)
def test_tags_that_are_text_do_not_nest(text: bytes) -> None:
    """A script that builds rows, a comment, a field's text: the page is as deep as its elements."""
    assert judge(200, b"<html><body>" + ENTRIES + text + b"</body></html>", "text/html") is None


def test_elements_too_deep_to_read_are_refused() -> None:
    """A thousand levels are no page, also where a script stands among them."""
    body = b"<div>" * 600 + b"<script>var a = '<p>';</script>" + b"<div>" * 600 + ENTRIES
    refused = judge(200, body, "text/html")
    assert refused is not None
    assert refused.reason == "too_deep"
