"""Latin text whose accented letters became Cyrillic ones is read back; a slip of a keyboard and honest mixtures are not that."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

TEXTS = {
    "de": "Die große Öffnung: Bücher für Schüler",
    "es": "El método de selección cambió en mayo",
    "fr": "Le marché rouvre après les fêtes",
    "sv": "Två böcker på språnget",
}  # fmt: skip


def misread(text: str, written: str = "cp1252") -> str:
    """A text read as Windows-1251."""
    return text.encode(written).decode("cp1251")


@pytest.mark.parametrize("language", TEXTS)
def test_a_letter_that_looks_like_none_proves_the_reading(language: str) -> None:
    """`ь` in `fьr` is no slip; alone, and where nobody says the language."""
    text = TEXTS[language]
    assert mend(misread(text), language=language) == text
    assert mend(misread(text)) == text


def test_a_list_reads_the_letters_that_look_alike() -> None:
    """`selecciуn` alone may be a slip for `y`; in a list that was misread it is none."""
    texts = ["Nueva selección de libros", TEXTS["es"]]
    assert mend(pd.Series(list(map(misread, texts)), dtype="str"), language="es").tolist() == texts


CENTRAL = {
    ("hr", "cp1250"): "Noću će biti vedro, a sutra će čitači dočekati književnicu",
    ("sk", "iso8859-2"): "Súbor básní vyšiel aj podľa starých listov",
    ("pl", "cp1250"): "Dostępne są już książki dla małych i dużych",
    ("lt", "cp1257"): "Įdiegti šviestuvai veikia visą žiemą, žmonės džiaugiasi",
    ("tr", "cp1254"): "Şehir kütüphanesi yeni kitapları bu hafta açıyor, ağaçlar dikildi",
}  # fmt: skip


@pytest.mark.parametrize("read_as", ["cp1251", "koi8-r"])
@pytest.mark.parametrize(("language", "written"), CENTRAL)
def test_what_the_letters_are_is_the_languages_to_say(language: str, written: str, read_as: str) -> None:
    """`knjiћevnicu` is `književnicu` in Croatian, and `SЗbor` is `Súbor` in Slovak: no Windows-1252, no small letters for capitals."""
    text = CENTRAL[language, written]
    assert mend(text.encode(written).decode(read_as), language=language) == text


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Das Passwort wurde geändert"), ("fr", "Il a été modifié hier")]
)
def test_koi8_r_turns_no_small_letter_into_a_capital(language: str, text: str) -> None:
    """`geДndert` is KOI8-R's `geändert`; as Windows-1251 it would be `geÄndert`."""
    assert mend(text.encode("cp1252").decode("koi8-r"), language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Wi-Fiя нет, а iPhoneам рады"),
        ("de", "Das Wort «ёлка» und der Googleить-Witz"),
        ("sr", "Филм о Skodaма у граду"),
        ("fr", "L’exposition « Й » ouvre samedi"),
        ("ru", "Тома ТОМaa и ТОМab"),
    ],
)
def test_honest_mixtures_stay(language: str, text: str) -> None:
    """Latin words that Russian and Serbian decline, a Cyrillic word in a German text, a title, volumes counted in letters."""
    assert mend(text, language=language) == text


def test_a_slip_is_put_right_as_ever() -> None:
    """A twin in a word of the other alphabet."""
    assert mend("Событиe дня", language="ru") == "Событие дня"
    assert mend("Une rоute neuve", language="fr") == "Une route neuve"


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "La direcciуn del teatro"), ("et", "Klхpsutus ja Sхnade raamat"), ("es", "El aсo que viene")],
)
def test_what_the_language_writes_there_by_a_codec_is_no_slip(language: str, text: str) -> None:
    """`direcciуn` is Windows-1251's `dirección`; with the twin it would be `direcciyn`."""
    assert mend(text, language=language) == text


def test_letters_with_accents_that_came_through_tell_a_slip() -> None:
    """`cittа` may have been `città`; beside `Perché` nothing was misread."""
    assert mend("Il paese e la cittа", language="it") == "Il paese e la cittа"
    assert mend("Perché lа pioggia", language="it") == "Perché la pioggia"


def test_half_a_letter_of_a_misread_list_is_no_letter_of_koi8_r() -> None:
    """UTF-8 read as Windows-1251 shows `í` as `Г` and a soft hyphen, which a program took out: `municçpio` is what KOI8-R would make of it."""
    shown = [
        text.encode().decode("cp1251").replace("\u00ad", "")
        for text in ("A página tem numeração ímpar", "O clube escolheu o ícone do município")
    ]
    mended = mend(pd.Series(shown, dtype="str"), language="pt").tolist()
    assert mended == ["A página tem numeração Гmpar", "O clube escolheu o Гcone do municГpio"]


def test_a_slip_in_a_misread_list_is_put_right() -> None:
    """`о` stands for no first byte of what was misread, `Г` does."""
    shown = ["A página tem numeração".encode().decode("cp1251"), "Uma nоva rota", "O Гcone de nоvo"]
    mended = mend(pd.Series(shown, dtype="str"), language="pt").tolist()
    assert mended == ["A página tem numeração", "Uma nova rota", "O Гcone de nоvo"]


def test_two_letters_side_by_side_are_none_of_another_alphabet() -> None:
    """`ЧК` is `Ǻ` by ISO-8859-5, which no Lithuanian writes, and `žė` by KOI8-R, as the list's other text says."""
    texts = ["Nauji rožės daigai", "Šviesos šventė mieste"]
    shown = [text.encode("cp1257").decode("koi8-r") for text in texts]
    assert mend(pd.Series(shown, dtype="str"), language="lt").tolist() == texts
