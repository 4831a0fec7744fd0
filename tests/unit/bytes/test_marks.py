"""Marks keep lone bytes through columns of text."""

from __future__ import annotations

import pytest

from pipelines.repair.marks import bytes_of, count_losses, count_marks, mark, marked, read_marks


def test_a_mark_is_its_byte() -> None:
    """Every byte has one mark, and the marks give the bytes back."""
    assert mark(0xC3) == "\U0010f7c3"
    assert bytes_of(marked(bytes(range(256)))) == bytes(range(256))


def test_losses_are_characters_and_marks_are_bytes() -> None:
    """The two bytes left of a curly quote are one loss."""
    text = f"dit {marked(bytes([0xE2, 0x80]))} et {mark(0xC3)}"
    assert (count_marks(text), count_losses(text)) == (3, 2)


@pytest.mark.parametrize(
    ("bytes_", "text"),
    [
        (b"caf\xe9 du coin", "café du coin"),
        (b"caf\xe9 exhort\xc3", "café exhort" + mark(0xC3)),
        (b"exhort\xc3 [...]", "exhort" + mark(0xC3) + " [...]"),
        (b"plain", "plain"),
    ],
)
def test_reading_marks_leaves_the_tail(bytes_: bytes, text: str) -> None:
    """A byte with text after it is a letter of the fragment's encoding; one at the end may be half a character."""
    assert read_marks(bytes_.decode("utf-8", "listmend.marks")) == text
