"""The language of a list that was misread from end to end is named all the same, and its letters are its own."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.likelihood.prevailing import prevailing

TITLES = {
    "vi": ("Thư viện mở cửa từ sáng sớm và Minh đến đầu tiên", "Khu vườn nhà ông bà là nơi yên tĩnh nhất làng"),
    "he": ("הכניסה לגן נפתחת בבוקר", "הספרייה סגורה ביום שני בגלל נסיעת הצוות"),
    "ru": ("Рынок открыт по субботам", "После ремонта мост снова открыт для жителей"),
}  # fmt: skip


def misread(text: str) -> str:
    """A text whose UTF-8 was read as Windows-1252, and whose white space was then folded."""
    return " ".join(text.encode().decode("sloppy-windows-1252").split())


@pytest.mark.parametrize("language", TITLES)
def test_a_misread_list_is_named_by_what_can_be_read_of_it(language: str) -> None:
    """Even where bytes are missing, so that no text of it reads back by itself."""
    shown = pd.Series(list(map(misread, TITLES[language])), dtype="str")
    assert prevailing(shown) == language
    assert mend(shown).tolist() == list(TITLES[language])


@pytest.mark.parametrize("codec", ["sloppy-windows-1251", "macroman"])
@pytest.mark.parametrize("language", TITLES)
def test_it_is_so_by_whatever_it_was_read_as(language: str, codec: str) -> None:
    """Windows-1251 and MacRoman show other letters than the western encodings of Windows, and of no language."""
    assert prevailing([text.encode().decode(codec) for text in TITLES[language]]) == language


def test_croatian_prevails_where_its_kin_is_beside_it() -> None:
    """Most names of files are of no language, and what is likelier Serbian or Bosnian is of the same letters."""
    croatian = [
        "Općina je u siječnju otvorila novi vlak",
        "Tjedan dana nakon kiše ceste su opet prohodne",
        "Vijeće traži da se put popravi",
    ]
    serbian = ["Opština je juče otvorila novi most preko reke", "Hiljadu građana čeka na bolji put, kaže predsjednik opštine",
               "Biblioteka je zatvorena ponedeljkom zbog popravke krova"]  # fmt: skip
    assert prevailing([*croatian, *serbian, "IMG_0412.JPG", "IMG_0413.JPG"]) == "hr"


def test_afrikaans_with_names_of_files_is_no_dutch() -> None:
    """One detector does not know it, and says Dutch of every text: most of a list is not enough then."""
    texts = ["Die biblioteek is Maandag gesluit", "Die munisipaliteit het gister die nuwe brug oopgemaak", "Nuwe bome word langs die rivier geplant",
             "Ons het die kinders na die museum geneem", "Die raad het besluit om die pad te herstel", "Die mark is elke Saterdag oop"]  # fmt: skip
    assert prevailing([*texts, "IMG_0412.JPG", "IMG_0413.JPG"]) == "af"


def test_titles_that_sort_first_do_not_speak_for_a_list() -> None:
    """Sixty in English among 512 in Russian come before all others by their letters, and its lost bytes are filled in as without them."""
    parts = (
        ("Весной", "Летом", "Осенью", "Зимой", "Сегодня", "Завтра", "Скоро", "Снова"),
        ("город", "район", "совет", "музей", "порт", "завод", "театр", "вокзал"),
        ("встретит", "пригласит", "поддержит", "соберёт", "наградит", "проводит", "услышит", "покажет"),
    )
    russian = [f"{' '.join(words)} всех соседей" for words in product(*parts)]
    english = [f"Harbour notice {number}: the north quay is closed to ships" for number in range(60)]
    lost = dict.fromkeys(map(ord, "\x81\x8d\x8f\x90\x9d"), " ")
    shown = [title.encode().decode("sloppy-windows-1252").translate(lost) for title in russian]
    assert prevailing([*english, *shown]) == "ru"
    assert mend(pd.Series([*english, *shown])).tolist() == [*english, *mend(pd.Series(shown)).tolist()]


@pytest.mark.parametrize("text", ["Été à la mer, où l’on dîne", "Ð og Þ eru stafir", "ÉTÉ À ÎLE-DE-FRANCE"])
def test_letters_that_stand_right_are_read_as_they_stand(text: str) -> None:
    """Letters of Latin-1 that are no bytes of UTF-8 together are nothing to read back."""
    assert mend(text) == text


@pytest.mark.parametrize("language", ["is", None])
def test_a_letter_that_no_profile_has_is_no_reason_for_a_seldom_codec(language: str | None) -> None:
    """`Ãž` is `Þ` by Windows-1252 and `ø` by ISO-8859-15; of Icelandic no letters are known beforehand."""
    text = "Ný brú er opin. Það er gott fyrir alla sem búa við ána"
    assert mend(text.encode().decode("sloppy-windows-1252"), language=language) == text
