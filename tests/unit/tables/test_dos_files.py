"""Files that a spreadsheet saved as `CSV (MS-DOS)`, and others that must not be taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.tables.encoding import encoding_of, utf8_blocks

FRENCH = "Les élèves du collège fêtent l'été\nÀ la mairie, une réunion sur l'eau\n"
POLISH = "Młodzież zebrała pieniądze na łóżka\nGmina ogłosiła przetarg na świetlicę\n"
RUSSIAN = "Городской совет утвердил бюджет\nБиблиотека продлевает часы работы\n"
BULGARIAN = "Общинският съвет прие бюджета за ремонт\nДоброволци почистиха брега\n"
SERBIAN = "Општина обнавља стару школу крај реке\nЂаци су посадили трешње у врту\n"
TURKISH = "Kütüphane perşembe günleri açık\nÖğrenciler ırmağın kıyısına ağaç dikti\n"
GREEK = "Ο δήμος ανακαινίζει το παλιό σχολείο\nΗ βιβλιοθήκη θα μένει ανοιχτή\n"
LATVIAN = "Pašvaldība rudenī atjaunos veco skolu\nBērni pie upes iestādīja ķiršu kokus\n"
HEBREW = "העירייה תשפץ את בית הספר הישן\nהספרייה תהיה פתוחה עד מאוחר\n"
ARABIC = "ستجدد البلدية المدرسة القديمة\nتبقى المكتبة مفتوحة حتى وقت متأخر\n"


def read(folder: Path, data: bytes) -> tuple[str, str]:
    """A file's text, and what its user is told of its encoding."""
    path = folder / "in.csv"
    path.write_bytes(data)
    found = encoding_of(path)
    return b"".join(utf8_blocks(path, found)).decode("utf-8", "replace"), found.note


@pytest.mark.parametrize(
    ("text", "dos", "other"),
    [
        (FRENCH, "cp850", "cp1252"),
        (POLISH, "cp852", "cp1250"),
        (POLISH, "cp852", "iso8859-2"),
        (RUSSIAN, "cp866", "cp1251"),
        (BULGARIAN, "cp866", "koi8-r"),
        (SERBIAN, "cp855", "cp1251"),
        (TURKISH, "cp857", "cp1254"),
        (GREEK, "cp737", "cp1253"),
        (LATVIAN, "cp775", "cp1257"),
        (HEBREW, "cp862", "cp1255"),
        (ARABIC, "cp720", "cp1256"),
    ],
)
def test_two_titles_tell_a_code_page_of_dos(tmp_path: Path, text: str, dos: str, other: str) -> None:
    """Both ways: the same titles in another encoding are read in that one."""
    assert read(tmp_path, text.encode(dos))[0] == text
    assert read(tmp_path, text.encode(other))[0] == text


def test_few_letters_are_told_as_open(tmp_path: Path) -> None:
    """One letter is no evidence: it is read as without DOS, and the note names the other reading."""
    note = read(tmp_path, "title\nLe marché de nuit\n".encode("cp850"))[1]
    assert (
        "read as windows-1252, but its few letters outside ASCII fit cp850 as well (--encoding cp850)" in note
    )


def test_cut_utf8_is_no_dos(tmp_path: Path) -> None:
    """Nearly all of its characters are halved, which no valid one speaks against."""
    halved = [title.encode()[:-1] for title in ("La fête de l'été", "Un thé, un café", "Au marché")]
    assert "UTF-8" in read(tmp_path, b"\n".join([*halved, b""]))[1]


@pytest.mark.parametrize("cell", ["£{}", "© {}", "½ l, {}", "{} £", "3 × {}", "2024–{}", "Lumen® {}"])
def test_signs_are_no_letters_of_dos(tmp_path: Path, cell: str) -> None:
    """Prices and sizes: `£12` would be `ú12`."""
    lines = "".join(f"Fresh bread from the mill;{cell.format(number)}\n" for number in range(20))
    text, note = read(tmp_path, lines.encode("cp1252"))
    assert (text, "cp8" in note) == (lines, False)
