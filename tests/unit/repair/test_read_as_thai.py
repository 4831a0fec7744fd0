"""UTF-8 that a program of Thailand read as Windows-874, and Thai that nobody misread."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.looks.suspects import suspects
from tests.unit.repair.one_list import misread

TEXTS = [
    ("th", "ข่าวประชาสัมพันธ์เทศบาลเมือง"),
    ("th", "ห้องสมุดปิดวันจันทร์"),
    ("cs", "Nové hřiště u školy"),
    ("hu", "Új termék létrehozása"),
    ("bg", "Планинска железница"),
    ("vi", "Giữ phí hủy bỏ"),
    ("ko", "도서관 휴관 안내"),
    ("de", "Die „Bäckerei“ öffnet früher"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
@pytest.mark.parametrize("told", [True, False])
def test_a_title_comes_back(language: str, text: str, told: bool) -> None:
    """Alone, whether the language is known or taken for Thai by its letters."""
    assert mend(misread(text, "utf-8", "cp874"), language=language if told else None) == text


def test_the_cut_end_of_a_teaser_comes_back_or_goes() -> None:
    """A site that cuts by bytes and reads wrong leaves half a letter: one letter goes on in `сутринта`, many in `к`."""
    text = "Планинската железница тръгва отново от събота сутринта"
    assert mend(misread(text, "utf-8", "cp874")[:-1], language="bg") == text
    assert mend(misread(text + " к", "utf-8", "cp874")[:-1], language="bg") == text


CLEAN = [
    "เนติบัณฑิตยสภารับสมัครสอบ",
    "คอมโพเนนต์ใหม่ของระบบ",
    "ยอดขายเดือนนี้ ๑๐๐ ฿…",
    "ซื้อiPhoneรุ่นใหม่ที่ร้านABCได้แล้ว",
    "“ไทย”—ลาว 50€",
    "เธอเดินทางไปเนปาล",
]


@pytest.mark.parametrize("text", CLEAN)
def test_thai_stays(text: str) -> None:
    """Most of its letters could be bytes of UTF-8, and none is."""
    assert mend(text) == text
    assert mend(text, language="th") == text


def test_most_thai_titles_are_never_asked() -> None:
    """The look passes over what Thai writes."""
    assert not len(suspects(pd.Series(CLEAN[:3] + CLEAN[5:], dtype="str")))
