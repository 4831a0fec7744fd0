"""Lists whose entries agree on a language, and lists where only the vote does; guests that are clear beside doubtful ones."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import why
from pipelines.language.stage import SURE
from pipelines.site import Site
from tests.unit.language.one_list import judged

ASTURIAN = [
    "Noticies del conceyu",
    "Biblioteca pública",
    "Axenda cultural",
    "Fotos antigües",
    "Cursos nuevos",
    "Tiendes abiertes",
    "Deportes d'iviernu",
    "Grupos de llectura",
]
CORSICAN = ["Nutizie lucale", "Biblioteca cumunale", "Mostre nove", "Archiviu storicu", "Calendariu sculare"]
SPANISH = [
    "Noticias locales",
    "Biblioteca municipal",
    "Agenda cultural",
    "Fotos antiguas",
    "Cursos nuevos",
    "Tiendas abiertas",
    "Deportes de invierno",
    "Grupos de lectura",
]
FRENCH = ["Chaussures homme cuir", "Veste femme noire", "Robe d'été fleurie", "Chemise blanche coton"]
CATALAN = [
    "Sabates d'home de pell",
    "Jaqueta negra per a dona",
    "Vestit d'estiu amb flors",
    "Camisa blanca de cotó sense coll",
]
GERMAN = [
    "Schuhe aus schwarzem Leder",
    "Jacke mit Kapuze für Damen",
    "Sommerkleid mit Blumen",
    "Weißes Hemd ohne Kragen",
]
SLOVAK = [
    "Mestská knižnica otvára nové oddelenie pre deti",
    "Zber odpadu sa presúva na štvrtok",
    "V parku pribudli nové lavičky",
    "Koncert v kostole sa začína o siedmej",
    "Oprava mosta potrvá do konca mesiaca",
    "Seniori sa stretnú v kultúrnom dome",
    "Deti zo škôlky vystúpia na námestí",
    "Obecný úrad bude v piatok zatvorený",
]
SORBIAN = ["Wjelike swjedźenje we wsy", "Nowa šula za naše dźěći"]
GREEK = [
    "Η βιβλιοθήκη ανοίγει νέο τμήμα",
    "Νέα παγκάκια στο πάρκο",
    "Η συναυλία αρχίζει στις επτά",
    "Το δημαρχείο θα μείνει κλειστό",
]
NORWEGIAN = [
    "Nyheter fra kommunen",
    "Åpningstider",
    "Kulturhuset",
    "Skolen på Nes",
    "Vann og avløp",
    "Byggesak",
]


def sure(found: pd.DataFrame) -> int:
    """Entries that are given a language for certain."""
    return int(((found["language"] != "und") & (found["confidence"] >= SURE)).sum())


@pytest.mark.parametrize("titles", [ASTURIAN, CORSICAN], ids=["Asturian", "Corsican"])
@pytest.mark.parametrize("declared", [None, "en"])
def test_a_regional_language_is_not_surely_its_neighbour(titles: list[str], declared: str | None) -> None:
    """Each of its titles looks a little like several languages, and the vote of the list proves none of them."""
    assert sure(judged(titles, declared)) <= 1


@pytest.mark.parametrize("declared", [None, "en", "es"])
def test_a_list_that_agrees_is_sure(declared: str | None) -> None:
    """Spanish titles of two words are Spanish one by one, whatever the page declares."""
    found = judged(SPANISH, declared)
    assert set(found["language"]) == {"es"}
    assert sure(found) >= len(SPANISH) - 2


@pytest.mark.parametrize("declared", [None, "en"])
def test_two_languages_of_one_list_are_no_disagreement(declared: str | None) -> None:
    """Entries that are clear by themselves, in another family, are guests of the list."""
    found = judged([*FRENCH, *GERMAN], declared)
    assert found["language"].to_list() == ["fr"] * len(FRENCH) + ["de"] * len(GERMAN)
    assert sure(found) >= len(found) - 2


@pytest.mark.parametrize("declared", [None, "es", "ca"])
def test_two_near_languages_of_one_list_are_no_disagreement(declared: str | None) -> None:
    """Half Spanish, half Catalan, and each entry clearly one of them: neither half casts doubt on the other."""
    spanish = [
        "Zapatos de cuero para hombre",
        "Chaqueta negra con capucha para mujer",
        "Vestido de verano con flores",
        "Camisa blanca de algodón sin cuello",
    ]
    found = judged([*spanish, *CATALAN], declared)
    assert found["language"].to_list() == ["es"] * len(spanish) + ["ca"] * len(CATALAN)
    assert sure(found) >= len(found) - 2


def test_a_declaration_settles_what_the_entries_leave_open() -> None:
    """The same titles, on a page that declares Spanish, are as sure as before."""
    assert sure(judged(ASTURIAN, "es")) > sure(judged(ASTURIAN))


def test_explain_says_that_the_list_disagrees() -> None:
    """Its last sentence names the reason for the bound."""
    rows = pd.DataFrame({"list": "menu", "title": ASTURIAN, "page_language": None}).astype({"title": "str"})
    site = Site(
        id="conceyu",
        crawled=pd.Timestamp("2026-11-20T06:00Z").to_pydatetime(),
        languages=(),
        host="c.example",
    )
    said = [why(rows, site, row)[-1] for row in range(len(rows))]
    assert (
        "nothing declares es, and the entries of its list agree less than those of one language do: 89% at most"
        in said
    )


@pytest.mark.parametrize("declared", [None, "sk"])
@pytest.mark.parametrize(
    ("guest", "code"),
    [
        ("Supprimer le fichier du dossier", "fr"),
        ("Der Bürgermeister eröffnet die neue Brücke", "de"),
        ("港口规模居湖北省第三位", "zh"),
    ],
)
def test_a_clear_guest_keeps_its_language_beside_unknown_ones(
    guest: str, code: str, declared: str | None
) -> None:
    """Two Sorbian titles in a Slovak list say nothing about a French one."""
    found = judged([*SLOVAK, *SORBIAN, guest], declared)
    assert found["language"].to_list() == [*["sk"] * len(SLOVAK), "und", "und", code]


def test_what_may_be_a_name_is_no_clear_guest() -> None:
    """People in a Greek list are of no language, however Czech or German each name looks."""
    names = ["Peter Müller", "Jan Novák", "Nguyen Van An"]
    found = judged([*GREEK, *names, "Canon EOS R6"], "el")
    assert found["language"].to_list()[: len(GREEK) + len(names)] == ["el"] * len(GREEK) + ["und"] * len(
        names
    )


def test_a_list_of_an_unknown_language_takes_its_clear_looking_entries_along() -> None:
    """Where most entries look unknown, one that looks like another language is of the list."""
    found = judged([*SORBIAN, "Zady wsy su pola", "Ludźo so zetkaja", "Nowe łhi za park", "Město a wjes"])
    assert (found["language"] == "und").mean() > 0.5


def test_a_word_of_two_near_languages_is_its_lists() -> None:
    """`Adresse` is Danish, Norwegian and German, and no name for its capital."""
    found = judged([*NORWEGIAN, "Adresse"])
    assert found["language"].iloc[-1] == "no"
    assert found["confidence"].iloc[-1] < 0.5
