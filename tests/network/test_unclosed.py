"""What never closes hides nothing, and what closes stays as it is."""

from __future__ import annotations

import pytest

from scraper.pages.unclosed import readable

ENTRY = "<p><a href=/one>One</a></p>"


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- note -->{ENTRY}",
        f"<!-->{ENTRY}",
        f"<!--->{ENTRY}",
        f"<!-- note --!>{ENTRY}",
        f"<script>'<!--'</script>{ENTRY}",
        f"<!-- <script> -->{ENTRY}",
        f"<svg><title/><style/></svg>{ENTRY}",
        f"<scripture>{ENTRY}",
        f"{ENTRY}<script>let page = 'ends in",
        f"{ENTRY}<scr",
    ],
)
def test_a_page_in_order_is_left_alone(html: str) -> None:
    """Comments of every form, openings inside scripts and comments, a page that ends inside its last script."""
    assert readable(html) == (html, ())


@pytest.mark.parametrize(
    ("opening", "reason"),
    [
        ("<!--", "comment_unclosed"),
        ("<script>", "script_unclosed"),
        ("<STYLE media=print>", "script_unclosed"),
        ("<title>", "script_unclosed"),
    ],
)
def test_an_opening_without_an_end_is_taken_out(opening: str, reason: str) -> None:
    """The rest of the page stands, and one note says where it was."""
    before = "<script>1</script><!-- x --><style></style>"
    html, ((told, detail),) = readable(before + opening + ENTRY)
    assert html == before + ENTRY
    assert told == reason
    assert f"at character {len(before)} " in detail


def test_several_openings_are_taken_out_one_by_one() -> None:
    """Each has its note."""
    html, notes = readable(f"<script>{ENTRY}<!--{ENTRY}<style>{ENTRY}")
    assert html == ENTRY * 3
    assert [reason for reason, _ in notes] == ["script_unclosed", "comment_unclosed", "script_unclosed"]
