"""Lists of Latin text read as another Latin encoding whose letters stand between plain ones: `raèun`, `dupã`, `idõ`."""

from __future__ import annotations

import pytest

from tests.unit.repair.one_list import mended, misread

LISTS = {
    ("ro", "cp1250"): ["După cină să vină la masă", "Dacă apasă tasta, vă răspunde", "Pârtia cu zăpadă va fi deschisă"],
    ("hr", "cp1250"): ["Kuća na obali mora", "Računalo se već čeka", "Sljedeći pokušaj još traje"],
    ("sl", "cp1250"): ["Začetna stran računa", "Pretočna reka teče v dolino", "Računalnik v učilnici"],
    ("hu", "cp1250"): ["Az idő jobbra fordul a mezőn", "A kettővel osztható számok", "Erről később döntünk"],
    ("tr", "cp1254"): ["Komutları tanımlayın", "Sayfayı yazıyoruz", "Değeri değiştirin, Işık yanıyor"],
    ("lt", "cp1257"): ["Prašome užsukti vėliau", "Svetainė laikinai neveikia", "Nepavyko rasti nustatymų"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "written"), LISTS)
def test_a_list_without_two_such_letters_side_by_side_comes_back(language: str, written: str) -> None:
    """The letters are ones that other languages have, in places where those do not have them."""
    texts = LISTS[language, written]
    shown = [misread(text, written) for text in texts]
    assert shown != texts
    assert mended(shown) == texts


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        (
            "cp1250",
            ["Označi element i zatvori ladicu", "Obradi događaj na početku igre", "Igraču je ostao potez"],
        ),
        (
            "iso8859-2",
            [
                "Vytlačí nápovedu a ukončí program",
                "Výčtový typ a pole reťazcov ľubovoľnej dĺžky",
                "Odošle súbor do počítača",
            ],
        ),
        ("cp1257", ["Ielādējam funkcijas", "Pārbaudam, vai lietotājs ir reģistrējies"]),
        ("cp1250", ["Kiírja a lista mezőit", "Növekvő sorrend szerint", "Adott értékű elem"]),
    ],
)
def test_one_encoding_is_likelier_than_its_neighbours(written: str, texts: list[str]) -> None:
    """`ð` may be `đ` or `š`, `»` a letter or a quote: by the language's own encodings, and by where the sign stands."""
    read_as = "latin-1" if written.startswith("iso") else "cp1252"
    assert mended([misread(text, written, read_as) for text in texts]) == texts


def test_titles_whose_language_nobody_can_name_come_back() -> None:
    """Titles of two words are of no language as they stand; read back they all are of one."""
    titles = ["Modulių redagavimas", "Modulių ištrynimas", "Teisių sąrašas", "Nustatymų peržiūra", "Blokų sąrašas",
              "Klausimų sąrašas", "Teisių ištrynimas", "Blokų redagavimas"]  # fmt: skip
    assert mended([misread(title, "cp1257") for title in titles]) == titles


def test_capitals_of_turkish_come_back() -> None:
    """`İ` has two small letters, the second a mark; a text in capitals is read as the others of its list are."""
    texts = ["YANİ ŞART VERMEMİZ GEREKİR", "Değeri değiştirmek için tıklayın", "Sayfayı yazıyoruz"]
    assert mended([misread(text, "cp1254") for text in texts]) == texts


def test_a_low_quote_inside_a_word_is_a_letter() -> None:
    """`aufr„umen`: no sign that opens a quotation stands between small letters."""
    texts = ["Bitte alle Werkzeuge aufräumen und zurücklegen", "Bitte einen Buchstaben auswählen"]
    assert mended([misread(text, "cp850") for text in texts]) == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["Mengye Ren†on, University of Toronto", "Jake Snell†on, University of Toronto", "Sachin Ravi, Princeton"],
        ["Iki epinli ýaýy açmak", "Täze ýyl gutly bolsun", "Ýene bir gezek"],
        ["Põhjamaade rõõm ja mõte", "Võõras keel, õppimine"],
        ["Cha robh ìre shònraichte ann", "Dùthaich nan gleann àrda"],
        ["Víðir og æðardúnn", "Þýðing á ýmsu efni", "Ævintýri um bæinn"],
        ["Kuća na kraju", "Prezime: Lefèvre, Molière"],
    ],
)  # fmt: skip
def test_languages_with_such_letters_stay(texts: list[str]) -> None:
    """Footnotes at names, Turkmen, Estonian, Gaelic, Icelandic, a name in a Croatian list."""
    assert mended(texts) == texts


def test_few_words_said_again_and_again_name_no_language() -> None:
    """By Windows-1257 four Icelandic words would be Lithuanian."""
    titles = ["barn á brimbretti", "maður á brimbretti", "kona á brimbretti", "barn á báti", "maður á báti"]
    assert mended(titles) == titles
