"""Bytes are read by evidence, and no byte is lost."""

from __future__ import annotations

import pytest

from pipelines.repair.decoding.decode import decode, encode
from pipelines.repair.decoding.labels import CODECS
from pipelines.repair.marks import mark
from tests.unit.bytes.legacy_pages import SENTENCES, legacy_pages, page

LEGACY = [pytest.param(made, id=f"{made.encoding}-{made.language}") for made in legacy_pages(CODECS)]
DECLARING = [
    pytest.param(made, id=f"{made.encoding}-{made.language}") for made in legacy_pages(CODECS, declare=True)
]


def cut_page(language: str, charset: str = "") -> tuple[bytes, str]:
    """A UTF-8 page with one teaser cut inside its first two-byte character; the text it should give."""
    teasers = sorted(SENTENCES[language], key=str.isascii) * 3
    at = next(n for n, character in enumerate(teasers[0]) if len(character.encode()) > 1)
    whole = page(teasers, charset)
    lead = teasers[0][at].encode()[:1]
    cut = whole.replace(f"<p>{teasers[0]}</p>", f"<p>{teasers[0][:at]}</p>", 1)
    place = cut.index(f"<p>{teasers[0][:at]}</p>") + len(f"<p>{teasers[0][:at]}")
    body = cut[:place].encode() + lead + cut[place:].encode()
    return body, cut[:place] + mark(lead[0]) + cut[place:]


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "windows-1252", "iso-8859-1", "iso-8859-2", "gb2312", "no-such"]
)
@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_one_cut_byte_leaves_every_other_teaser_right(language: str, declared: str | None) -> None:
    """Whatever charset is declared, a UTF-8 page with one lone byte is read as UTF-8, the byte kept as a mark."""
    body, text = cut_page(language)
    found = decode(body, declared)
    assert (found.encoding, found.text) == ("utf-8", text)
    assert found.lone == 1
    assert found.body() == body


@pytest.mark.parametrize("charset", ["windows-1252", "shift_jis", "utf-8"])
def test_a_declaration_inside_the_page_is_outvoted_too(charset: str) -> None:
    """The declaration in a page's head has no more weight than the header's."""
    body, text = cut_page("fr", charset)
    assert decode(body).text == text


@pytest.mark.parametrize("made", DECLARING)
def test_a_legacy_page_is_read_as_it_declares(made) -> None:  # type: ignore[no-untyped-def]
    """A true legacy page gives its text, and its bytes again."""
    for found in (decode(made.body), decode(made.body, made.encoding)):
        assert found.text == made.text
        assert found.body() == made.body


@pytest.mark.parametrize("made", LEGACY)
def test_a_legacy_page_that_declares_nothing_is_recognised(made) -> None:  # type: ignore[no-untyped-def]
    """Three teasers are enough to tell the encoding, or one that reads these bytes alike."""
    found = decode(made.body)
    assert found.text == made.text
    assert found.reason == "detected"
    assert found.body() == made.body


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1250", "gb2312"])
@pytest.mark.parametrize("language", ["ru", "el", "ja", "ko", "he"])
def test_a_declaration_the_bytes_contradict_is_not_believed(language: str, declared: str) -> None:
    """A page in another script than its declared encoding writes is read by what its bytes are."""
    made = next(made for made in legacy_pages(CODECS) if made.language == language)
    found = decode(made.body, declared)
    assert (found.text, found.reason) == (made.text, "detected")


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_a_page_that_is_already_right_comes_out_the_same(language: str) -> None:
    """Valid UTF-8 is what it says, whatever the header says."""
    text = page(SENTENCES[language])
    for declared in (None, "utf-8", "iso-8859-1", "euc-kr"):
        found = decode(text.encode(), declared)
        assert (found.text, found.encoding, found.lone) == (text, "utf-8", 0)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16le"),
        ("utf-32", "utf-32le"),
        ("utf-16-le", "utf-16le"),
        ("utf-16-be", "utf-16be"),
        ("iso2022_jp", "iso-2022-jp"),
    ],
)
def test_encodings_that_name_themselves(codec: str, name: str) -> None:
    """A byte order mark, NUL at every other byte and escape sequences say what the bytes are."""
    text = page(SENTENCES["ja"])
    body = text.encode(codec)
    found = decode(body, "windows-1252")
    assert (found.encoding, found.text, found.body()) == (name, text, body)


def test_a_fragment_of_another_encoding_is_read_and_a_cut_is_kept() -> None:
    """In a page of UTF-8, bytes inside words are the pasted fragment's letters; a byte at the end stays a mark."""
    whole = page(SENTENCES["fr"] * 2).encode()
    body = whole + b"<p>Le caf\xe9 du coin</p><p>a exhort\xc3</p><p>dit \xe2\x80 [...]</p>"
    found = decode(body, "utf-8")
    assert found.text.endswith(
        f"<p>Le café du coin</p><p>a exhort{mark(0xC3)}</p><p>dit {mark(0xE2)}{mark(0x80)} [...]</p>"
    )
    assert found.body() == body


@pytest.mark.parametrize(
    ("language", "fragment", "codec"),
    [
        ("cs", "Příliš žluťoučký kůň", "cp1250"),
        ("ru", "Привет, новый день", "cp1251"),
        ("el", "Καλημέρα σε όλους", "cp1253"),
    ],
)
def test_a_fragment_takes_the_legacy_encoding_of_its_page(language: str, fragment: str, codec: str) -> None:
    """Which legacy encoding a fragment is in follows from its letters and the page's."""
    body = page(SENTENCES[language] * 2).encode() + f"<p>{fragment} end.</p>".encode(codec)
    assert decode(body).text.endswith(f"<p>{fragment} end.</p>")


@pytest.mark.parametrize("text", ["a exhort\xc3 Lire la suite", "l\xc3 et puis", "mot\xe2\x80 encore"])
def test_half_a_character_is_never_read_as_a_letter(text: str) -> None:
    """Where no language has the letter, text after the byte does not make it one."""
    body = page(SENTENCES["fr"] * 2).encode() + text.encode("latin-1")
    assert decode(body).lone == len([character for character in text if character > "\x7f"])


def test_a_page_that_contains_the_marks_own_characters() -> None:
    """Private characters in the range of the marks are taken for the bytes they are."""
    body = "<p>\U0010f7c3 été</p>".encode()
    found = decode(body)
    assert found.text == f"<p>{''.join(map(mark, (0xF4, 0x8F, 0x9F, 0x83)))} été</p>"
    assert encode(found.text, found.encoding) == body


@pytest.mark.parametrize(
    ("body", "encoding", "text"),
    [
        (b"\x87\x40 \xee\xe0", "shift_jis", "① 髙"),
        (b"\xad\xa1 \xc6\xfc\xcb\xdc", "euc-jp", "① 日本"),
        (b"\xa3\xe1 \xa4\xa4\xa4\xe5", "big5", "€ 中文"),
        (b"\x80 \xc4\xe3\xba\xc3", "gbk", "€ 你好"),
    ],
)
def test_characters_a_codec_spells_twice_or_not_at_all(body: bytes, encoding: str, text: str) -> None:
    """What browsers read, we read, and the line's own bytes come back."""
    found = decode(body, encoding, html=False)
    assert (found.text, found.body()) == (text, body)


@pytest.mark.parametrize(
    ("text", "codec"),
    [("联通", "gbk"), ("新闻", "gbk"), ("没有时间", "gbk"), ("été", "utf-8"), ("Привет", "utf-8")],
)
def test_a_headline_that_is_valid_utf8_by_chance(text: str, codec: str) -> None:
    """A few Chinese characters may be valid UTF-8; the declaration and the jumble of scripts tell."""
    assert decode(f"<html><p>{text}</p></html>".encode(codec), "gb2312").text == f"<html><p>{text}</p></html>"


@pytest.mark.parametrize("amount", ["£12", "¥1200", "12£"])
@pytest.mark.parametrize("entries", [5, 100, 300])
def test_prices_in_an_english_page_are_no_letters(amount: str, entries: int) -> None:
    """Each pound cost more than a letter at its place does, so that a long enough page of them was a Polish one."""
    text = page([f"Fresh bread from the mill for {amount}", "Closed on Sundays"] * entries)
    assert decode(text.encode("windows-1252")).text == text


def test_an_english_page_with_one_lone_byte() -> None:
    """With nothing else outside ASCII, a lead byte at a word's end is a cut and an accented letter is a letter."""
    assert (
        decode(b"<p>a exhort\xc3</p><p>plain text here</p>").text
        == f"<p>a exhort{mark(0xC3)}</p><p>plain text here</p>"
    )
    assert decode(b"<p>the caf\xe9 here</p><p>plain text</p>").text == "<p>the café here</p><p>plain text</p>"


@pytest.mark.parametrize(
    "made",
    [made for made in LEGACY if str(made.id).split("-")[0] in ("gb18030", "big5", "shift", "euc", "windows")],
)
def test_a_long_page_is_recognised_as_a_short_one_is(made) -> None:  # type: ignore[no-untyped-def]
    """The evidence of every encoding grows alike with the page."""
    text = page(SENTENCES[made.language] * 400)
    assert decode(text.encode(CODECS[made.encoding])).text == text


@pytest.mark.parametrize(
    "body",
    [
        b"<!-- caf\xe9 " * 100_000,
        b"<\xe9 " * 300_000,
        b"caf\xc3 " * 200_000,
        bytes(range(128, 256)) * 8_000,
        b"<script \xe9>" * 90_000,
    ],
    ids=["comments", "tags", "losses", "noise", "scripts"],
)
def test_a_megabyte_of_anything_is_read(body: bytes) -> None:
    """No pattern makes the reading go over the page again and again; the bytes come back."""
    assert decode(body).body() == body


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("rest", ["<p>Une journée à la plage</p>", "<p>nothing else</p>"])
def test_an_emoji_spelled_as_two_surrogates_is_one(declared: str | None, rest: str) -> None:
    """Some databases keep such UTF-8; it is read as what it means, and its bytes come back."""
    face = "\ud83d\ude00".encode("utf-8", "surrogatepass")
    body = b"<p>Great news " + face + b"</p>\n" + rest.encode()
    found = decode(body, declared)
    assert (found.text, found.lone) == (f"<p>Great news 😀</p>\n{rest}", 0)
    assert found.body() == body


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("kept", [2, 3])
def test_an_emoji_that_is_cut_is_no_old_encoding(declared: str | None, kept: int) -> None:
    """The first bytes of one stay marks, also where nothing else of the page is outside ASCII."""
    body = b"<p>Great news " + "😀".encode()[:kept] + b"</p><p>Nothing else to tell</p>"
    found = decode(body, declared)
    assert (found.encoding, found.lone) == ("utf-8", kept)
    assert found.body() == body


@pytest.mark.parametrize(
    ("declared", "codec", "language", "quoted"),
    [("iso-8859-2", "cp1250", "cs", "„{}“"), ("iso-8859-7", "cp1253", "el", "“{}”")],
)
def test_what_a_declared_encoding_has_for_quotes_is_no_control_character(
    declared: str, codec: str, language: str, quoted: str
) -> None:
    """A page of Windows text that declares its ISO sibling is read with its quotes; a true ISO page as it is."""
    teasers = SENTENCES[language] * 4
    text = page([*teasers, *[quoted.format(teaser) for teaser in teasers]])
    assert decode(text.encode(codec), declared).text == text
    plain = page(teasers)
    found = decode(plain.encode(CODECS[declared]), declared)
    assert (found.text, found.encoding) == (plain, declared)


@pytest.mark.parametrize(
    ("declared", "text", "pasted"),
    [
        (
            "iso-8859-15",
            "Une œuvre de dix € au musée de Šumava, où le chœur a chanté tout l'été.",
            b"\x93 \x94",
        ),
        ("iso-8859-7", "Άνοιξε το νέο μουσείο της πόλης και περιμένει τους επισκέπτες.", b"\x93 \x94"),
    ],
)
def test_a_quote_pasted_into_a_page_costs_none_of_its_letters(
    declared: str, text: str, pasted: bytes
) -> None:
    """`œ` of ISO-8859-15 lies where Windows has a fraction, `Ά` of ISO-8859-7 where it has a sign for paragraphs."""
    found = decode(text.encode(declared) + b"<p>" + pasted, declared)
    assert found.text.startswith(text)
