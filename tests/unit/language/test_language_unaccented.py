"""Lists whose page declares a language that writes accents, and that leave them out."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd
import pytest

from pipelines.language import language, why
from pipelines.language.stage import SURE
from pipelines.language.unaccented import plain
from pipelines.site import Site
from tests.rows import CLOCK
from tests.unit.language.one_list import judged

TITLES = {
    "vi": [
        "Nhà trường thông báo lịch thi học kỳ mới",
        "Thư viện thành phố mở cửa trở lại vào thứ hai",
        "Người dân góp ý về con đường ven sông",
        "Lớp học đàn tranh dành cho trẻ em ngoại thành",
        "Chợ nổi sẽ dời sang bến thuyền phía bắc",
        "Triển lãm ảnh về những ngôi nhà cổ",
    ],
    "lv": [
        "Pilsētas bibliotēka atsāk darbu pēc remonta",
        "Iedzīvotāji lūdz jaunu gājēju pāreju pie skolas",
        "Skolēni stāda ābeles vecajā muižas dārzā",
        "Mūzikas skolā izsludināta papildu uzņemšana",
        "Upes krastā ierīkos vietu bērnu rotaļām",
        "Sākas pieteikšanās rudens lasījumiem",
    ],
    "tr": [
        "Şehir kütüphanesi onarımdan sonra yeniden açılıyor",
        "Öğrenciler eski bağ evinin bahçesine fidan dikti",
        "Köprü çalışmaları yüzünden sefer saatleri değişti",
        "Müzik okulunda güz dönemi kayıtları başlıyor",
        "Mahalle sakinleri çocuklar için oyun alanı istiyor",
        "Balıkçılar iskelenin yenilenmesini görüşecek",
    ],
}
CZECH = [
    "Městská knihovna znovu otevírá po opravě",
    "Obyvatelé žádají nový přechod u školy",
    "Žáci sázejí jabloně ve starém sadu",
    "Dětské hřiště u řeky bude hotové",
    "Začíná podzimní čtení pro děti",
    "Úřední deska",
    "Kontakty a úřední hodiny",
    "Koncert na náměstí",
]
UNKNOWN = [
    "Kaksoo nde muule hapa wari tende lohu",
    "Ombe sikali wari nde hotu, muule kaksoo",
    "Tende hapa sikali ombe, lohu nde wari",
    "Hotu muule tende wari kaksoo hapa lohu",
    "Lohu sikali nde ombe hotu muule wari",
    "Wari kaksoo hapa tende, ombe nde hotu",
]


def bare(text: str) -> str:
    """A text without its accents, as a keyboard without them writes it."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("ı", "i").replace("Đ", "D"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@pytest.mark.parametrize("code", TITLES)
def test_a_list_without_accents_is_in_the_language_its_page_declares(code: str) -> None:
    """No entry is of no language, and what the third reading alone names is never sure."""
    titles = [bare(title) for title in TITLES[code]]
    assert judged(titles, code)["language"].tolist() == [code] * len(titles)


def test_vietnamese_without_accents_is_never_sure() -> None:
    """Nothing but the page and the order of plain letters speaks for it."""
    titles = [bare(title) for title in TITLES["vi"]]
    assert (judged(titles, "vi")["confidence"] < SURE).all()
    assert (judged(titles, None)["language"] != "vi").all()


def test_what_is_unsurely_given_a_neighbour_is_read_without_accents_too() -> None:
    """`Obyvatele zadaji novy prechod u skoly` looks Slovak; beside Czech titles without accents it is Czech."""
    titles = [bare(title) for title in CZECH]
    assert judged([CZECH[1]])["language"].tolist() == ["cs"]
    assert judged([titles[1]])["language"].tolist() == ["sk"]
    assert judged(titles, "cs")["language"].tolist() == ["cs"] * len(titles)


def test_a_guest_without_accents_keeps_its_language() -> None:
    """What is clear by itself is no title of the list that left its accents out."""
    guest = "Opening hours of the town library change"
    found = judged([*(bare(title) for title in CZECH), guest], "cs")
    assert found["language"].tolist() == ["cs"] * len(CZECH) + ["en"]


@pytest.mark.parametrize("code", TITLES)
def test_with_their_accents_they_need_no_third_reading(code: str) -> None:
    """Whole titles keep their language and its confidence, declared or not."""
    found = judged(TITLES[code], code)
    assert found["language"].tolist() == [code] * len(found)
    assert (found["confidence"] >= SURE).all()


@pytest.mark.parametrize("code", ["vi", "lv", "cs", "fr", "en"])
def test_an_unknown_language_is_not_what_its_page_declares(code: str) -> None:
    """Its letters have no accents either, and fit none of those languages."""
    assert "und" in set(judged(UNKNOWN, code)["language"])
    assert code not in set(judged(UNKNOWN, code)["language"])


def test_another_declared_language_names_nothing() -> None:
    """Vietnamese without accents on a page that says `cs` is not Czech."""
    assert "cs" not in set(judged([bare(title) for title in TITLES["vi"]], "cs")["language"])


def test_the_reason_says_so() -> None:
    """`explain` names the accents and what is left of the confidence."""
    titles = [bare(title) for title in TITLES["vi"]]
    frame = pd.DataFrame({"list": "tin", "title": pd.Series(titles, dtype="str"), "page_language": "vi"})
    site = Site("thu-vien", CLOCK)
    assert (
        why(frame, site, 0)[-1]
        == "its list has hardly an accent, and without them it fits vi, which is declared: 89%"
    )
    assert language(frame, site)["language"].tolist() == ["vi"] * len(titles)


def test_the_plain_profiles_know_who_writes_accents() -> None:
    """Shares of accents among a language's letters: many in Vietnamese, none in English and in other scripts."""
    shares = dict(zip(plain().languages, plain().accents.tolist(), strict=True))
    assert shares["vi"] > shares["cs"] > shares["fr"] > shares["de"] > 0.01 > 0.001 > shares["en"]
    assert shares["ru"] == shares["el"] == 0
    assert plain().weights.shape == (27**3, len(plain().languages))
    assert np.isfinite(plain().usual).all()
