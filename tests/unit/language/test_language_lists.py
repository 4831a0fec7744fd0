"""A list of entries: siblings and declarations decide what one text leaves open, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from pipelines.language import detect
from tests.unit.language.one_list import judged

ARTICLES = {
    case["language"]: case["text"]
    for case in json.loads((Path(__file__).parent / "cases" / "articles.json").read_text(encoding="utf-8"))
}
DANISH = [
    "Nye regler for affaldssortering i kommunen",
    "Borgmesteren åbner den nye bro på lørdag",
    "Flere børn lærer at svømme i år",
    "Sådan søger du om plads i vuggestuen",
    "Byrådet har vedtaget næste års budget",
    "Gratis rundvisning på rådhuset hver søndag",
    "Vejarbejde spærrer hovedgaden hele ugen",
    "Årets frivillige kommer fra spejderne",
]

SENTENCES = {
    "cs": [
        "Úřední hodiny městského úřadu",
        "Oprava mostu přes řeku",
        "Výstava obrazů v galerii",
        "Přihlášky do mateřské školy",
        "Nové hřiště pro děti",
        "Koncert v zámecké zahradě",
        "Uzavírka silnice u nádraží",
        "Svoz bioodpadu začíná v březnu",
        "Zápis z jednání zastupitelstva",
    ],
    "it": [
        "Orari e contatti degli uffici",
        "La biblioteca resta chiusa sabato",
        "Come arrivare al museo",
        "Servizi per i cittadini",
        "Raccolta dei rifiuti in centro",
        "Mostra di pittura in piazza",
        "Notizie dal comune",
        "Lavori sulla strada provinciale",
        "Iscrizioni aperte alla scuola di musica",
    ],
    "sv": [
        "Öppettider i sommar",
        "Anmälan till simskolan är öppen",
        "Evenemang i parken",
        "Simskola för barn",
        "Nyheter från kommunen",
        "Så söker du bygglov",
        "Vägarbete vid torget",
        "Biblioteket håller stängt på fredag",
        "Ny lekplats vid skolan",
    ],
    "gl": [
        "Novas axudas para familias",
        "Exposición de pintura no museo",
        "Calendario de actividades culturais",
        "O concello abre a piscina",
        "Obras na praza maior",
        "Concerto de Nadal na igrexa",
        "Inscrición nas escolas deportivas",
        "A biblioteca pecha o venres",
        "Xornada de portas abertas",
    ],
}
SHORT_TITLES = {
    "cs": ["Kino", "Sport", "Program", "Odpady", "Mapa", "Foto", "Kultura"],
    "it": ["Sala B", "Musica", "Sport", "Moduli", "Sala Verdi", "Teatro"],
    "sv": ["Hall Å", "Sal Ä", "Kultur", "Badhus", "Bibliotek", "Parkering"],
    "gl": ["Teatro", "Novas", "Contacto", "Deportes", "Biblioteca municipal", "Axenda"],
}


def pieces(language: str) -> list[str]:
    """Eight short texts of one language: runs of five words of an article, or of twelve signs where it has no spaces."""
    words = ARTICLES[language].split()
    if len(words) < 20:
        return [ARTICLES[language][start : start + 12] for start in range(0, 96, 12)]
    starts = range(0, len(words) - 5, (len(words) - 5) // 8)
    return [" ".join(words[start : start + 5]) for start in starts][:8]


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_a_list_is_of_its_language_whatever_its_page_declares(language: str) -> None:
    """Eight scraps of one language outvote a wrong declaration, and need no right one."""
    texts = pieces(language)
    for declared in (None, language, "en", "xx"):
        assert judged(texts, declared)["language"].to_list() == [language] * len(texts)


@pytest.mark.parametrize("foreign", ["en", "de", "es", "pl", "ru", "ja"])
@pytest.mark.parametrize("language", ["fr", "it", "cs", "el"])
def test_one_foreign_entry_in_nine_keeps_its_language(language: str, foreign: str) -> None:
    """The list does not mask an entry whose own evidence is clear."""
    texts = pieces(language)
    stranger = ARTICLES[foreign].split(". ")[0]
    found = judged([*texts[:4], stranger, *texts[4:]], declared=language)
    assert found["language"].to_list() == [language] * 4 + [foreign] + [language] * 4


@pytest.mark.parametrize(
    "guest",
    [
        "El ayuntamiento dijo que la plaza volverá a abrir el lunes",
        "Der Bürgermeister sagte, dass die Brücke am Montag wieder öffnet",
    ],
)
@pytest.mark.parametrize(
    "crew",
    [
        "Two crews signed up\nMarta Quillfeather, Ioan Brimble, Pell Okonjo, Tam Ustinoff. Boat 2: Cox: Odo Farrow, Lise Kettlewell",
        "Final results of the regatta\nKit Okafor Bramley, Sol Ivarsen, Mbeki Tallis, Juno Pryce, Ansel Roque: Crew 2: Cox: Lotte Varga",
    ],
)
def test_a_guest_makes_no_entry_full_of_names_unknown(guest: str, crew: str) -> None:
    """Neither is in an unknown language, and the doubt about one does not come back from the other."""
    titles = [
        "The harbour master said that the ferry will sail again on Monday",
        "Volunteers are wanted for the garden behind the old school",
        "A new crane has been built at the quay, and it is much quieter",
    ]
    found = judged([*titles, guest, crew], "en")
    assert found["language"].tolist() == ["en"] * 3 + [found["alone"].iloc[3]] + ["en"]
    assert found["confidence"].iloc[-1] > 0.9


def test_a_title_between_two_languages_goes_with_its_list() -> None:
    """`Bergen festival 2026` is anything alone, and Danish among Danish titles."""
    alone = judged(["Bergen festival 2026"])
    among = judged([*DANISH, "Bergen festival 2026"], declared="da")
    assert alone["confidence"].iloc[0] < 0.9
    assert among["language"].iloc[-1] == "da"
    assert among["alone"].iloc[-1] == alone["alone"].iloc[0]


@pytest.mark.parametrize("declared", ["de", "fr", "da"])
def test_a_declaration_decides_a_lone_open_title(declared: str) -> None:
    """Where nothing else speaks, the page is believed."""
    assert judged(["Festival Berlin"], declared)["language"].to_list() == [declared]


def test_a_lone_clear_text_outweighs_its_declaration() -> None:
    """One wrong vote does not turn a sentence."""
    assert judged([ARTICLES["fr"]], declared="en")["language"].to_list() == ["fr"]


@pytest.mark.parametrize("declared", ["en", "de", "pl"])
def test_what_a_page_declares_makes_a_lone_text_no_surer_of_another_language(declared: str) -> None:
    """Whatever it is taken for by itself: its own language, a neighbour of it, or none."""
    titles = [
        "Nova aplicacion per la comuna",
        "Un nuevu camín pa la xente del conceyu",
        "Kennisgewing aan die inwoners van die dorp",
        "La mairie ouvre ses portes",
    ]
    for title in titles:
        alone, beside = judged([title]).iloc[0], judged([title], declared).iloc[0]
        assert beside["language"] == alone["language"]
        assert beside["confidence"] <= alone["confidence"]


def test_a_long_list_masks_no_clear_foreign_entry() -> None:
    """Two thousand siblings weigh no more than thirty."""
    texts = pieces("fr") * 250
    found = judged([*texts, "The council has opened a new playground"], declared="fr")
    assert found["language"].iloc[-1] == "en"


def test_noise_neither_votes_nor_takes_the_language_of_its_list() -> None:
    """A price in a French list is of no language, and a list of prices lends no language to a title."""
    found = judged([*pieces("fr"), "12,50 €"], declared="fr")
    assert found["language"].iloc[-1] == "und"
    crowd = judged(["12,50 €"] * 50 + ["Guten Morgen zusammen"])
    assert crowd["language"].iloc[-1] == "de"


def test_lists_do_not_speak_for_each_other() -> None:
    """Two lists in one column give what each gives by itself, in any order of rows."""
    texts = [text for pair in zip(pieces("fr"), pieces("sv"), strict=True) for text in pair]
    lists = pd.Series(["a", "b"] * 8, dtype="str")
    found = detect(pd.Series(texts, dtype="str"), groups=lists)
    for number, language in enumerate(("fr", "sv")):
        own = judged(pieces(language))
        assert found["language"].to_list()[number::2] == own["language"].to_list()
        assert found["confidence"].to_list()[number::2] == own["confidence"].to_list()


def test_a_declared_language_that_only_one_detector_knows_is_asked_for() -> None:
    """Galician titles that read like Spanish ones are Galician on a page that says so."""
    titles = [
        "Información para empresas e autónomos",
        "Novas axudas para familias",
        "Calendario de actividades culturais",
        "Exposición de pintura no museo",
    ]
    assert judged(titles, declared="gl-ES")["language"].to_list() == ["gl"] * 4


def test_rows_without_a_list_name_are_one_list() -> None:
    """A missing list name is a name like any other."""
    texts = pd.Series([*DANISH, "Bergen festival 2026"], dtype="str")
    lists = pd.Series([None] * len(texts), dtype="str")
    assert detect(texts, groups=lists)["language"].iloc[-1] == "da"


def test_a_list_longer_than_a_portion_is_one_list() -> None:
    """Five thousand entries decide together: the open title at the end goes with those at the start."""
    texts = [*(DANISH * 600), *(["12,50 €"] * 5000), "Bergen festival 2026"]
    assert judged(texts)["language"].iloc[-1] == "da"


@pytest.mark.parametrize(("language", "titles"), sorted(SHORT_TITLES.items()))
def test_a_title_of_a_word_or_two_follows_its_list(language: str, titles: list[str]) -> None:
    """What neighbours write too, and a hall named by a letter, is no entry in another language."""
    siblings = SENTENCES[language]
    found = judged([*siblings, *titles], declared=language)
    assert found["language"].to_list() == [language] * (len(siblings) + len(titles))


@pytest.mark.parametrize("language", ["cs", "it", "sv"])
def test_a_short_title_follows_a_list_that_declares_nothing(language: str) -> None:
    """Siblings suffice."""
    found = judged([*SENTENCES[language], *SHORT_TITLES[language]])
    assert set(found["language"]) == {language}


@pytest.mark.parametrize(
    "title", ["Öffnungszeiten", "Zwiedzanie", "Látogatás", "Opening hours", "Μουσείο", "お知らせ"]
)
def test_a_short_title_that_no_neighbour_writes_keeps_its_language(title: str) -> None:
    """Letters enough, or another script, outweigh nine siblings and a declaration."""
    siblings = SENTENCES["it"]
    found = judged([*siblings, title], declared="it")
    alone = judged([title])["language"].iloc[0]
    assert found["language"].to_list() == ["it"] * len(siblings) + [alone]
    assert alone != "it"


@pytest.mark.parametrize(
    ("home", "title", "language"),
    [("cs", "Główna", "pl"), ("pl", "Náměstí", "cs"), ("sv", "Søk", "no"), ("id", "Panoramă", "ro")],
)
def test_a_letter_that_the_lists_language_does_not_write_is_not_bounded(
    home: str, title: str, language: str
) -> None:
    """One word among neighbours keeps its language for a letter of its own."""
    found = judged([*pieces(home), title], declared=home)
    assert found["language"].to_list() == [home] * 8 + [language]


def test_a_short_title_is_believed_against_a_wrong_declaration() -> None:
    """Letters are bounded against the language of the list, not against that of its template."""
    assert set(judged(["Bibliothèque", "Événements", "Horaires", "Salle des fêtes"], "en")["language"]) == {
        "fr"
    }


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("id", ["Berita terkini", "Hubungi kami", "Pejabat daerah"]),
        ("hr", ["Uspješno ažurirano", "Sačuvaj promjene"]),
        ("pt", ["Notícias", "Câmara municipal"]),
    ],
)
def test_what_twins_write_alike_is_sure_only_where_it_is_declared(language: str, titles: list[str]) -> None:
    """Indonesian may be Malay, Croatian Bosnian, Portuguese Galician, until the page says which."""
    bare, said = judged(titles), judged(titles, declared=language)
    assert set(bare["language"]) == set(said["language"]) == {language}
    assert bare["confidence"].max() < 0.9 < said["confidence"].min()


def test_a_long_text_needs_no_declaration_to_be_sure() -> None:
    """A paragraph tells Portuguese from Galician."""
    found = judged([ARTICLES["pt"]])
    assert found["language"].to_list() == ["pt"]
    assert found["confidence"].iloc[0] >= 0.9
