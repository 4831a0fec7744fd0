"""Latin text of one byte a letter that was read as another encoding of Latin letters is read back where its list shows it."""

from __future__ import annotations

import pytest

from pipelines import explain
from tests.unit.repair.one_list import mended, misread

CZECH = [
    "Příští týden zůstane zima, říká ministr",
    "Řidiči čekali tři hodiny",
    "Větší část dálnice je uzavřená",
]
LISTS = {
    "cs": CZECH,
    "pl": ["Jeśli będzie więcej ścieżek i dróg", "Żółta wstążka wróciła nad wodę", "Mieszkańcy już nie płacą"],
    "sk": ["Ľudia žiadajú ďalšie vlaky", "Súťaž učiteľov sa končí", "Učiteľka z mesta napísala knihu"],
    "tr": ["Şehir kütüphanesi açılıyor", "Kışın yağmur az olacak", "Ağaçların altında oturdu"],
    "lt": ["Žmonės džiaugiasi šia žiema", "Šviesos šventė prasidėjo", "Mūsų mažiausi ąžuolai"],
    "pt": ["A eleição não será em março", "Construção da estação começa", "As inscrições estão abertas"],
}  # fmt: skip
READ = [("cs", "cp1250", "cp1252"), ("cs", "iso8859-2", "latin-1"), ("pl", "iso8859-2", "latin-1"), ("pl", "cp1250", "cp1252"),
        ("sk", "iso8859-2", "latin-1"), ("tr", "cp1254", "cp1252"), ("lt", "cp1257", "cp1252"), ("pt", "cp1252", "cp1250"),
        ("pt", "cp850", "cp1252"), ("pt", "macroman", "cp1252"), ("pl", "cp1250", "iso8859-2"), ("pl", "cp1250", "latin-1"),
        ("pl", "iso8859-2", "cp1250")]  # fmt: skip


@pytest.mark.parametrize(("language", "written", "read_as"), READ)
def test_a_list_comes_back(language: str, written: str, read_as: str) -> None:
    """The language of a list, told or named by its plain letters, says which letters they were."""
    shown = [misread(text, written, read_as) for text in LISTS[language]]
    assert shown != LISTS[language]
    assert mended(shown) == LISTS[language]
    assert mended(shown, language) == LISTS[language]


@pytest.mark.parametrize(
    ("language", "written", "read_as", "texts"),
    [
        ("bs", "cp1250", "sloppy-windows-1252", ["Općina je jučer otvorila novi most", "Pijaca radi od osam sati", "Kiša je padala cijeli dan",
         "Škola počinje u septembru, kaže načelnik", "Građani traže da se put što prije popravi"]),
        ("nb", "cp1252", "macroman", ["Kommunen åpner en ny bru over elva", "Ordføreren møter elevene på torsdag", "Nå får båtene plass igjen",
         "Været blir bedre utpå dagen, sier øyboerne", "Høringen gjelder også området bak kirken"]),
    ],
)  # fmt: skip
def test_it_does_so_by_any_name_of_its_language(
    language: str, written: str, read_as: str, texts: list[str]
) -> None:
    """Bosnian is counted as Croatian, `nb` as Norwegian: what is read back is of the same letters, whatever that is called."""
    assert mended([misread(text, written, read_as) for text in texts], language) == texts


def test_half_a_list_comes_back_beside_what_was_read_right() -> None:
    """An imported archive among new texts: those have letters that no text has which was read so."""
    new = ["Škola v Brně otevřela novou učebnu", "Dnešní počasí: déšť a sníh", "Kněz opravil střechu kostela"]
    assert mended([*(misread(text, "cp1250", "cp1252") for text in CZECH), *new]) == [*CZECH, *new]


def test_three_old_texts_come_back_beside_many_that_were_read_right() -> None:
    """Fewer than a quarter of a list prove it where the others hold letters that the wrong encoding has not."""
    new = [
        "Škola v Brně otevřela novou učebnu",
        "Dnešní počasí: déšť a sníh",
        "Kněz opravil střechu kostela",
        "Muzeum vystavuje staré mapy města",
        "Vlaky mezi Prahou a Plzní stojí",
        "Děti sázely stromy u řeky",
        "Knihovna půjčuje i společenské hry",
        "Most přes Vltavu čeká oprava",
        "Hasiči cvičili u přehrady",
        "Trh na náměstí končí ve čtvrtek",
    ]
    assert mended([*(misread(text, "cp1250", "cp1252") for text in CZECH), *new]) == [*CZECH, *new]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("pl", ["Jørgen Mølby i Søren Ærø w Gdańsku", "Nowa książka już jest", "Wieczór duńskiej poezji"]),
        ("cs", ["Bøíza na Íslandu", "Výstava začíná v pátek", "Þórður Æsuson a Höfði přijedou"]),
        (
            "lv",
            [
                "Tulkotājs pabeidza savu pirmo grāmatu",
                "Bibliotēka būs slēgta līdz pavasarim",
                "Jūrmalā atjauno veco piestātni",
                "Muzejā apskatāmas senas kartes",
                "Tûvalû",
                "Bulugarïi",
                "ancien français",
            ],
        ),
        ("de", ["Bjørn Ølgaard liest aus Sæby", "Fünf Höfe in der Rhön", "Preise für Öl und Käse"]),
        ("is", ["Það er ýmislegt í boði", "Lýðveldið á afmæli", "Æðarfuglinn við höfnina"]),
        ("fr", ["Le prix de 3¼ livres et 5¹ points", "L’été à l’île", "Où était-il né ?"]),
    ],
)
def test_names_and_letters_of_their_own_stay(language: str, texts: list[str]) -> None:
    """Danes in a Polish list, Icelanders in a Czech one, names of several languages in a Latvian one, Icelandic itself, fractions."""
    assert mended(texts, language) == texts


def test_the_step_is_called_mojibake() -> None:
    """The trail names the step as for any other wrong reading."""
    text = misread("Žádná změna se nekoná, říká ministr; příští týden zůstane zima", "cp1250", "cp1252")
    assert [step.name for step in explain(text).steps] == ["mojibake"]


def test_what_was_utf8_is_none_of_it() -> None:
    """Czech in UTF-8 read as ISO-8859-15 has controls and signs between letters, and reads back as what it is."""
    assert mended([text.encode().decode("iso8859-15") for text in CZECH], "cs") == CZECH
