"""A page pasted together of UTF-8 and one old encoding is read row by row, each by what its bytes are."""

from __future__ import annotations

import pytest

from pipelines.repair.decoding import charset
from pipelines.repair.decoding.decode import decode
from pipelines.repair.decoding.labels import CODECS
from tests.unit.bytes.legacy_pages import SENTENCES, WRITTEN, page

PAIRS = [(language, encoding) for encoding, languages in WRITTEN.items() for language in languages.split()]


def pasted(language: str, encoding: str, old: set[int], rows: int = 9) -> tuple[bytes, str]:
    """A page of some rows, those of these numbers in an old encoding; the text it should give."""
    sentences = (SENTENCES[language] * rows)[:rows]
    head, *items = page(sentences).split("<article>")
    parts = [item.encode(CODECS[encoding] if number in old else "utf-8") for number, item in enumerate(items)]
    return b"<article>".join([head.encode(), *parts]), page(sentences)


@pytest.mark.parametrize("declared", ["utf-8", "gb2312"])
@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_rows_of_an_old_encoding_do_not_change_the_others(
    language: str, encoding: str, declared: str
) -> None:
    """A third of the rows, and two thirds, in another encoding: all are read, and the bytes come back."""
    for old in ({0, 4, 8}, {0, 1, 2, 4, 6, 7}):
        body, text = pasted(language, encoding, old)
        found = decode(body, declared)
        assert found.text == text
        assert found.body() == body


@pytest.mark.parametrize(
    ("language", "encoding"),
    [pair for pair in PAIRS if pair[1] in charset.MULTIBYTE or pair[0] in "ru uk el"],
)
def test_one_row_of_an_old_encoding_is_read_whole(language: str, encoding: str) -> None:
    """Bytes of it that are valid UTF-8 by chance, and those that are ASCII, are part of its characters."""
    for number in range(3):
        body, text = pasted(language, encoding, {number})
        assert decode(body, "utf-8").text == text


def test_a_word_that_is_valid_utf8_by_chance() -> None:
    """The first two bytes of a Ukrainian word may be a letter of UTF-8; the word goes on in its own encoding."""
    row = "<p>Різдвяний ярмарок на площі</p>"
    body = page(SENTENCES["uk"]).encode() + row.encode("cp1251")
    assert decode(body, "utf-8").text.endswith(row)


@pytest.mark.parametrize("ending", ["Музей відкрито", "Ні, дякуємо"])
def test_a_row_ends_with_its_own_last_letter(ending: str) -> None:
    """A letter at the end is no cut where the bytes before it are the old encoding's."""
    body = page(SENTENCES["uk"]).encode() + f"<p>{ending}</p>".encode("cp1251")
    assert decode(body).text.endswith(f"<p>{ending}</p>")


@pytest.mark.parametrize("word", ["Pozitif tamsayı", "Sayfa oluşturuldu…"])
def test_a_last_byte_that_begins_no_character_is_a_letter(word: str) -> None:
    """No cut leaves FD or 85 alone, so the only old byte of a page is read, too."""
    body = page(SENTENCES["tr"]).encode() + b"<p>" + word.encode("cp1254") + b"</p>"
    assert decode(body).text.endswith(f"<p>{word}</p>")


@pytest.mark.parametrize("declared", ["euc-kr", "shift_jis", "big5", "gb2312", "iso-8859-1", "windows-1251"])
@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("La commune rénove son école", "Marché de No\xc3"),
        ("Bauarbeiten in der Lindenstraße", "Neue Stra\xc3"),
        ("Mercat de Nadal a la plaça", "Una nova estaci\xc3"),
        ("Kommunen istandsætter sin skole", "Julemarked p\xc3"),
    ],
)
def test_one_accent_and_one_cut_are_enough_for_utf8(title: str, cut: str, declared: str) -> None:
    """Whatever charset is declared: an accent inside a word of its language is no East Asian character."""
    body = f"<p>{title}</p><p>".encode() + cut.encode("latin-1") + b"</p>"
    assert f"<p>{title}</p>" in decode(body, declared).text


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("hr", "cp1250"),
        ("hr", "iso8859-2"),
        ("cs", "cp1250"),
        ("lt", "cp1257"),
        ("lv", "cp1257"),
        ("tr", "cp1254"),
    ],
)
def test_a_page_whose_lang_and_charset_contradict_each_other(language: str, encoding: str) -> None:
    """A language that the declared encoding does not write takes its credit: one title is enough."""
    for title in SENTENCES[language]:
        text = f'<html lang="{language}"><meta charset="iso-8859-1"><p>{title}</p></html>'
        assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_a_true_declaration_is_believed_for_one_title(language: str, encoding: str) -> None:
    """A page in its declared encoding is read by it, however short."""
    for title in SENTENCES[language]:
        body = f"<p>{title[:25]}</p>".encode(CODECS[encoding])
        assert decode(body, encoding).text == f"<p>{title[:25]}</p>"


@pytest.mark.parametrize("broken", [b"\xff", b"\x80\xff", b"\xfe\xff\xff"])
@pytest.mark.parametrize(("language", "encoding"), [pair for pair in PAIRS if pair[1] in charset.MULTIBYTE])
def test_an_east_asian_page_with_a_few_bytes_of_no_character(
    language: str, encoding: str, broken: bytes
) -> None:
    """Invalid bytes do not turn it into UTF-8 or a Western page."""
    rows = SENTENCES[language]
    body = page(rows[:2]).encode(CODECS[encoding]) + broken + f"<p>{rows[2]}</p>".encode(CODECS[encoding])
    for declared in (None, encoding):
        found = decode(body, declared)
        assert found.text.startswith(page(rows[:2]))
        assert found.text.endswith(f"<p>{rows[2]}</p>")
        assert found.body() == body


def test_a_page_of_many_rows_is_read_to_its_last() -> None:
    """Hundreds of pasted rows are read as a few are."""
    body, text = pasted("ru", "windows-1251", {number for number in range(900) if number % 3 == 0}, 900)
    assert decode(body).text == text


@pytest.mark.parametrize(
    ("cut", "lead", "behind"),
    [
        ("Артель чинит лодки в Talinga и на острове, а весной отдаёт их рыбак", b"\xd0", " Читать далее"),
        ("Артель чинит лодки в Talinga и на острове, а весной отдаёт их рыбак", b"\xd0", "Read more"),
        ("Ο σύλλογος φυτεύει δέντρα στο λόφο και τα ποτίζει το καλοκαί", b"\xcf", " Διαβάστε περισσότερα"),
        ("האגודה שותלת עצים על הגבעה ומשקה אותם כל ערב בק", b"\xd7", "full story"),
    ],
)
def test_a_cut_before_a_link_pastes_no_page_together(cut: str, lead: bytes, behind: str) -> None:
    """The first byte of a character with a link's words behind it is a cut, and the small words before it stay."""
    page = (b"<p>" + cut.encode() + lead + behind.encode() + b"</p>\n") * 3
    assert decode(b"<html><body>" + page + b"</body></html>").text.count(f"<p>{cut}") == 3
