"""Which codec a text went through, where several read it back: the language's letters, and the rest of its list."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair import mend_column


def baked(text: str, *codecs: str) -> str:
    """A text whose UTF-8 was read as each codec in turn; bytes that a codec does not define become controls."""
    for codec in codecs:
        text = "".join(
            chr(byte) if shown == "�" else shown
            for byte in text.encode()
            for shown in [bytes((byte,)).decode(codec, "replace")]
        )
    return text


def mended(texts: list[str], language: str = "", *, alone: bool = False) -> list[str]:
    """The texts of one list, or each a list of its own."""
    column = pd.Series(texts, dtype="str")
    lists = list(range(len(texts))) if alone else None
    return mend_column(column, lists=lists, languages=[language] * len(texts)).texts.tolist()


DAMAGED = [
    ("de", "Die Bäckerei am Brunnen öffnet künftig früher"),
    ("fr", "Le chœur répète chaque soirée à la crypte"),
    ("cs", "Žáci ze třídy páté sázejí lípy u školního hřiště"),
    ("lt", "Šiąnakt žvejai grįžo į uostą su mažu laimikiu"),
    ("ru", "Пекарня у фонтана теперь открывается раньше"),
]


@pytest.mark.parametrize(
    "codec",
    ["iso8859-13", "iso8859-15", "iso8859-16", "cp1255", "cp1256", "cp1257", "cp1258", "cp775", "cp850", "cp852", "cp866",
     "iso8859-5", "iso8859-7", "koi8-u", "mac-latin2", "mac-cyrillic"],
)  # fmt: skip
@pytest.mark.parametrize(("language", "text"), DAMAGED)
def test_a_sentence_comes_back_from_any_codec(codec: str, language: str, text: str) -> None:
    """What Windows, DOS, Mac and ISO had for some language reads a whole sentence back, or no letter of it changes."""
    shown = baked(text, codec)
    assert mended([shown], language)[0] in (text, shown)
    if language in ("de", "cs"):
        assert mended([shown], language) == [text]


@pytest.mark.parametrize(
    ("shown", "meant"),
    [("ÃŽle-de-France", "Île-de-France"), ("NoÃ«l en ÃŽle-de-France", "Noël en Île-de-France"), ("les ÃŽles du Salut", "les Îles du Salut"),
     ("ÃŽlot trÃ©sor", "Îlot trésor")],
)  # fmt: skip
def test_a_capital_that_no_profile_has_is_as_likely_as_its_small_letter(shown: str, meant: str) -> None:
    """By ISO-8859-15 it would be `ôle`; nor is `GôTE` likelier than a gîte in capitals."""
    assert mended([shown], "fr") == [meant]
    assert mended(["GÃŽTE RURAL"], "fr") != ["GôTE RURAL"]


def test_what_a_layer_leaves_is_read_by_any_common_codec() -> None:
    """Latvian read as Greek, and again: between the layers is a Greek capital that no reading with a small one is likelier than."""
    text = "Pārbaudiet ierīces un kabeļus"
    assert mended([baked(text, "cp1253", "cp1252")], "lv") == [text]


def test_a_reading_counts_as_the_codec_that_the_list_proves_where_several_give_it() -> None:
    """`Ć°` is `ð` by ISO-8859-13, as by Windows-1257, and `ư` by others."""
    texts = ["Notaðu þennan hnapp til að velja meðaldagsetningu", "Þú getur eytt bókamerkinu í valinu",
             "Hverjum manni ber réttur til þess þjóðfélags", "Birta lýsingartíma og ljósnæmni", "slitin keðja"]  # fmt: skip
    assert mended([baked(text, "iso8859-13", "latin-1") for text in texts])[-1] == texts[-1]


def test_letters_that_the_language_does_not_write_lose() -> None:
    """`MÃ€rz` is `MÀrz` by Windows-1252 and `März` by ISO-8859-15; `kĆ¶nnen` is `kƶnnen` or `können`."""
    assert mended(["Im MÃ€rz beginnt der Kurs"], "de") == ["Im März beginnt der Kurs"]
    assert mended(["Das kĆ¶nnen alle lernen"], "de") == ["Das können alle lernen"]
    assert mended(["PÅ™Ã\xadliÅ¡ tichÃ½ vlak"], "cs") == ["Příliš tichý vlak"]


UNPROFILED = [
    ("is", "Veðrið í Norðurþingi er gott í dag"),
    ("fo", "Tað er ringt veður í Havn í dag"),
    ("ga", "Tá fáilte romhat ag an bhféile sa chathair"),
    ("lb", "Wëllst du haut schwammen?"),
]


@pytest.mark.parametrize("codec", ["cp1257", "iso8859-5"])
@pytest.mark.parametrize(("language", "text"), UNPROFILED)
def test_a_language_without_a_profile_writes_no_letter_that_none_writes(
    codec: str, language: str, text: str
) -> None:
    """`NorĆ°ur` is `Norður`, no `Norưur` of Windows-1250; `WУЋllst` is no `Wӎllst`; alone and in a list."""
    shown = baked(text, codec)
    assert mended([shown], language) == [text]
    assert mended([shown, shown + "."], language) == [text, text + "."]


def test_a_seldom_letter_of_the_profiles_is_told() -> None:
    """`├¢` is `ý` by code page 850 and `Û` by 437: French and Turkish `û` is seldom, and no letter that none has."""
    texts = ["Sýsla við ána", "Þjóðgarðar"]
    assert mended([baked(text, "cp850") for text in texts], "is") == texts


def test_a_list_decides_between_codecs() -> None:
    """The codec that explains most titles of a list reads those back, too, that another one reads to letters as likely."""
    titles = [
        "Godišnja skupština šumara",
        "Žito i ječam na pijaci",
        "Čitaonica ponovo otvorena",
        "Ćilimi iz davnina",
    ]
    assert mended([baked(title, "cp1257") for title in titles], "hr") == titles
    assert mended([baked(title, "cp852") for title in titles[::-1]], "hr") == titles[::-1]


def test_order_does_not_decide() -> None:
    """A list that two codecs explain as well is read alike in any order."""
    titles = [
        baked(text, codec) for codec in ("cp437", "cp850") for text in ("Més aigües", "La façana", "Àvies")
    ]
    assert mended(titles[::-1], "ca") == mended(titles, "ca")[::-1]


@pytest.mark.parametrize("codec", ["cp1250", "cp1251", "cp437", "mac-roman", "cp1252", "latin-1"])
def test_a_short_title_read_wrong_twice_is_read_back_twice(codec: str) -> None:
    """One letter is enough: what is left after one layer stands beside letters of another script, or is no word's."""
    titles = ["Données ouvertes", "Le marché du port", "Entrée libre", "Réunion"]
    assert mended([baked(title, codec, codec) for title in titles], "fr", alone=True) == titles


@pytest.mark.parametrize(
    ("language", "text"),
    [("", "Ôôô VIDA MINHA"), ("", "Offering 5×£35 pin ups"), ("", "∆°"), ("ru", "тип сад рек"),
     ("no", "Å gjøre en god jobb"), ("ru", "Куплю iPhone и Wi-Fi-роутер"), ("vi", "Đường về quê"), ("lv", "Mežā ķērās kaķis")],
)  # fmt: skip
def test_what_any_codec_reads_back_by_chance_stays(language: str, text: str) -> None:
    """A text of few letters is valid UTF-8 in some codec; nothing says that it went through it."""
    assert mended([text], language) == [text]


@pytest.mark.parametrize(
    ("language", "codec", "texts"),
    [
        ("ga", "cp1257", ["Oscail an doras", "Na Réaltaí"]),
        ("ga", "cp1257", ["Oscail an doras", "Rang na Sínise"]),
        ("is", "iso8859-15", ["Lesa inni", "Ganga yfir brýrnar"]),
        ("is", "iso8859-15", ["Fara heim", "Bók um kýrnar og hænur"]),
    ],
)
def test_letters_of_many_languages_count_where_a_language_has_no_profile(
    language: str, codec: str, texts: list[str]
) -> None:
    """Few texts, or mojibake throughout, show no letters of their own; `í` is likelier than `ƭ` and `ý` than `Ü` all the same."""
    assert mended([baked(text, codec) for text in texts], language) == texts


def test_the_inner_layer_is_weighed_as_the_outer_is() -> None:
    """What is left of `ö` under two layers is `ƶ` by Windows-1250, and the language does not write that."""
    texts = ["Nööri servadest", "Tee klõps ja liigu", "Pilt on väljas"]
    for outer in ("cp1252", "cp1257"):
        assert mended([baked(text, "cp1257", outer) for text in texts], "et") == texts


def listed(title: str, codec: str, language: str = "") -> str:
    """A title in a list of titles that went through a codec."""
    beside = [
        "Größere Bäume für den Hof",
        "Ein fröhlicher Sänger kommt",
        "Schöne Grüße vom Fluss",
        "Plain titles stay",
    ]
    return mended([baked(title, codec), *[baked(text, codec) for text in beside]], language)[0]


@pytest.mark.parametrize("language", ["de", ""])
@pytest.mark.parametrize(
    ("title", "codec"),
    [
        ("Problem beim Ändern", "cp1251"),  # `Г„ndern`
        ("Heute in Österreich", "cp1251"),  # `Г–sterreich`
        ("Öffnen am Montag", "cp1253"),  # `Γ–ffnen`
        ("Fahrt à Paris", "cp1253"),  # `Γ` and a no-break space
        ("Ein Mann von Ausrón", "koi8-r"),  # `ratцЁn`
        ("Der Kaměn rollt", "koi8-r"),  # `mд⌡n`
        ("Ein güld Ring", "iso8859-15"),  # `gÃŒld`
    ],
)
def test_the_codec_of_a_list_is_that_of_each_of_its_titles(title: str, codec: str, language: str) -> None:
    """A title with one letter that its signs do not give away is read back as its list was."""
    assert listed(title, codec, language) == title


@pytest.mark.parametrize(
    "title",
    [
        "Дом 25 м² в центре",
        "Выставка «Свет»открыта",
        "В\u00a0музее",
        "Ёлка х≥5",
        "слово–word",
        "Г\u00a0Петров",
    ],
)
def test_clean_cyrillic_stays_in_a_list_that_a_codec_went_through(title: str) -> None:
    """Letters before signs are text where they are not UTF-8 in the codec of the list."""
    beside = [baked(text, "koi8-r") for text in ("Größere Bäume", "Ein fröhlicher Sänger", "Schöne Grüße")]
    assert mended([title, *beside])[0] == title
    assert mended([title], "ru") == [title]


INSIDE = [
    ("cp1255", "Rétablir les filtres par défaut"),
    ("cp1256", "Isključe se samo"),
    ("cp1255", "Naudotojai ir teisės"),
    ("cp866", "Statìsticas"),
    ("cp1253", "Fésal samay"),
]


@pytest.mark.parametrize(("codec", "text"), INSIDE)
def test_letters_of_another_script_inside_a_word_need_no_language(codec: str, text: str) -> None:
    """`Rֳ©tablir`: no word has a vowel of Hebrew and a sign, and its list's language is taken for any or none."""
    shown = baked(text, codec)
    assert mended([shown]) == [text]
    assert mend(shown) == text


@pytest.mark.parametrize("text", ["sinΓ²x", "aΔ·bc", "The Γ±x band", "Toys“Я”Us", "cosΔ²t", "kΩm²", "Σ³xy"])
def test_signs_of_mathematics_are_no_letters_read_wrong(text: str) -> None:
    """A capital and a sign between letters are a sum, too."""
    assert mended([text]) == [text]


def test_three_characters_of_a_small_language_prove_a_seldom_codec() -> None:
    """Lao has no profile; read as code page 866, nothing but its bytes tells."""
    text = "ນໍ້າທີ່ດື່ມບໍ່ໄດ້"
    assert mended([baked(text, "cp866")]) == [text]
