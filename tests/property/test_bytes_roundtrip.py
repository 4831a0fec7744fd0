"""Decoding loses nothing: whatever the bytes and whatever is declared, the bytes come back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair.decoding.decode import decode, encode
from pipelines.repair.decoding.labels import CODECS

ALPHABETS = st.sampled_from(
    [
        bytes(range(256)),
        bytes(range(0x80, 0x100)) + b"<p>\n a",
        b"\x1b$B(J\n!#a\x80",
        b"\xf4\x8f\x9c\x9f\x80\xbf\xc3a\n\xe3\x32\x9a",
        b"\x00<a\n\xd8\xdb\xfd\xdf\xdc",
        b"caf\xe9 \xc3\xa9\xe2\x80<p>",
    ]
)
BODIES = ALPHABETS.flatmap(
    lambda alphabet: st.lists(st.sampled_from(list(alphabet)), max_size=60).map(bytes)
) | st.binary(max_size=200)
MARKS = st.sampled_from([b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00"])
DECLARED = st.none() | st.sampled_from(sorted(CODECS))


@settings(max_examples=600)
@given(MARKS, BODIES, DECLARED)
def test_the_bytes_come_back(bom: bytes, body: bytes, declared: str | None) -> None:
    """`decode(body).body()` is `body`; without respelled lines `encode` alone gives it."""
    found = decode(bom + body, declared)
    assert found.body() == bom + body
    if not found.respelled:
        assert found.bom + encode(found.text, found.encoding) == bom + body


@settings(max_examples=200)
@given(st.text(max_size=80), DECLARED)
def test_valid_utf8_is_read_as_it_is(text: str, declared: str | None) -> None:
    """Text that a page spells in UTF-8 with a byte order mark is that text, private characters of ours excepted."""
    plain = "".join(character for character in text if not 0x10F700 <= ord(character) <= 0x10F7FF)
    assert decode(b"\xef\xbb\xbf" + plain.encode(), declared).text == plain


@settings(max_examples=200)
@given(BODIES, DECLARED)
def test_every_text_can_be_written_to_a_file(body: bytes, declared: str | None) -> None:
    """No surrogate survives: raw lines, Arrow and Parquet take every decoded text."""
    decode(body, declared).text.encode("utf-8")
