"""A list of names is of no language; titles in capitals are, and a label that says nothing is not said."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from pipelines.language import capitals, detect, language, why
from pipelines.site import Site
from tests.unit.language.one_list import judged
from tests.unit.language.test_language_lists import DANISH, SENTENCES

CASES = json.loads((Path(__file__).parent / "cases" / "names.json").read_text(encoding="utf-8"))
NAMES, TITLES = CASES["names"], CASES["titles"]
CRAWLED = pd.Timestamp("2026-03-02", tz="UTC")
NORWEGIAN = [
    "Konsert i kirken",
    "Møte i kommunestyret",
    "Ny skole",
    "Sommerfest i parken",
    "Foredrag om historie",
    "Hva skjer i helgen",
]


@pytest.mark.parametrize("declared", [None, "fr", "de"])
@pytest.mark.parametrize("case", NAMES)
def test_a_list_of_names_is_of_no_language(case: str, declared: str | None) -> None:
    """Whatever the page declares: people, products and places, in capitals or not."""
    assert set(judged(NAMES[case], declared)["language"]) == {"und"}


@pytest.mark.parametrize("code", TITLES)
def test_short_titles_in_capitals_keep_their_language(code: str) -> None:
    """Departments and headlines without a common word, undeclared: nine in ten at least."""
    assert (judged(TITLES[code])["language"] == code).mean() >= 0.9
    assert (judged(TITLES[code], code)["language"] == code).mean() >= 0.9


def test_names_beside_titles_do_not_make_a_list_of_names() -> None:
    """Two portraits among eight titles change no title."""
    found = judged([*DANISH, "Anna Kowalska", "Paolo Ferri"])
    assert (found["language"].iloc[: len(DANISH)] == "da").all()


SEVERAL = [
    "Kristen Quinlan, Sarah Mulholland, Joan Kipling, Aled Makan, Daniel Kang",
    "Marco Bianchi, Paolo Ferri, Pilar Ruiz, Lucia Conti",
    "Putri Wulandari, Sarah Kusuma, Daniel Kang, Rizal",
]


@pytest.mark.parametrize("declared", [None, "da"])
@pytest.mark.parametrize("names", SEVERAL)
def test_several_names_in_one_entry_are_of_no_language(names: str, declared: str | None) -> None:
    """They were Indonesian or Italian in a list of titles, and more surely the more names they were."""
    found = judged([*DANISH, names], declared)
    assert found["language"].to_list() == [*["da"] * len(DANISH), "und"]


def test_what_commas_part_and_is_no_name_keeps_its_language() -> None:
    """Clauses in capitals, words one by one, and a sentence with names in it."""
    guests = [
        "QUAND LA NUIT TOMBE, LES OISEAUX RENTRENT AU PORT",
        "Äpfel, Birnen, Kirschen, Zwetschgen und Quitten aus dem Garten",
        "Anna Weber, Karl Vogt und Peter Lang haben das alte Boot wieder flott gemacht",
    ]
    found = judged([*DANISH, *guests])
    assert found["language"].to_list()[len(DANISH) :] == ["fr", "de", "de"]


def test_the_build_explains_several_names() -> None:
    """The last sentence says what decided."""
    rows = pd.DataFrame({"title": [*DANISH, SEVERAL[1]], "list": "news", "page_language": "da"}).astype("str")
    site = Site(id="museum", crawled=CRAWLED, languages=(), host="museum.example")
    assert "several in one entry" in why(rows, site, len(DANISH))[-1]


def test_what_a_name_alone_looks_like_is_kept() -> None:
    """`language_alone` does not depend on the list."""
    names = pd.Series(NAMES["authors"], dtype="str")
    assert judged(NAMES["authors"])["alone"].to_list() == detect(names)["alone"].to_list()


def test_the_build_explains_a_list_of_names() -> None:
    """The last sentence says what decided, and the rows are counted as undecided."""
    rows = pd.DataFrame({"title": NAMES["staff"], "list": "staff", "page_language": "fr"}).astype("str")
    site = Site(id="museum", crawled=CRAWLED, languages=(), host="museum.example")
    built = language(rows, site)
    assert set(built["language"]) == {"und"}
    assert why(rows, site, 2)[-1].startswith("a list of names")


@pytest.mark.parametrize("declared", [None, "nb-NO"])
def test_a_title_that_is_as_good_in_the_language_of_its_list_follows_it(declared: str | None) -> None:
    """`Julemarked på torget` and `Foredrag om historie` are Danish too, and Norwegian here."""
    assert set(judged(["Julemarked på torget", *NORWEGIAN], declared)["language"]) == {"no"}


def test_a_doubtful_foreign_label_gives_way_to_the_language_of_the_list() -> None:
    """`Kursiv tekst` is as much Norwegian as Danish; in a Danish list it is Danish, and says why."""
    rows = pd.DataFrame({"title": [*DANISH, "Kursiv tekst"], "list": "news", "page_language": "da"}).astype(
        "str"
    )
    site = Site(id="town", crawled=CRAWLED, languages=(), host="town.example")
    built = language(rows, site)
    assert built["language"].iloc[-1] == "da"
    assert built["language_confidence"].iloc[-1] < 0.5
    assert why(rows, site, len(DANISH))[-1].endswith("the language of its list: da")


def test_what_is_too_doubtful_to_name_says_how_much_is_unknown() -> None:
    """Two guests on a staff page whose names are mostly French: `und`, with the share of unknown languages."""
    found = judged([*NAMES["staff"][:2], "Sophie Lefèvre", *NAMES["staff"][2:4]], "fr")
    assert found["language"].to_list() == ["fr", "fr", "fr", "und", "und"]
    assert (found["confidence"].iloc[3:] > 0.5).all()


@pytest.mark.parametrize("code", SENTENCES)
def test_no_label_in_a_list_is_said_with_a_confidence_that_says_nothing(code: str) -> None:
    """A quarter is the least a label stands for, among titles and names alike."""
    found = judged([*SENTENCES[code], *NAMES["authors"], *NAMES["products"]])
    assert (found["confidence"][found["language"] != "und"] >= 0.25).all()


def test_a_long_catalogue_of_german_nouns_is_german() -> None:
    """Hundreds of titles without an article or a preposition, on a page that declares nothing."""
    goods = "Schuhe Jacke Hose Kleid Hemd Mantel Pullover Mütze Schal Gürtel Tasche Brille".split()
    wearers = "Herren Damen Kinder Jungen Mädchen".split()
    kinds = "schwarz blau Leder Wolle Baumwolle Seide wasserdicht".split()
    titles = [f"{good} {wearer} {kind}" for good in goods for wearer in wearers for kind in kinds]
    found = judged(titles)
    assert (found["language"] == "de").mean() > 0.97
    assert found["confidence"].median() >= 0.9


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Marie Dupont", True),
        ("Jean-Pierre d’Arc", False),
        ("J.-P. O'neill", True),
        ("Ólafur Þór", True),
        ("Canon EOS-r5", True),
        ("Anna kocht", False),
        ("🎉neu Am See", False),
        ("_neu Am See", False),
        ("दिल्ली Delhi", True),
        ("東京", False),
        ("2026", False),
        ("", False),
    ],
)
def test_every_word_with_a_capital(text: str, whole: bool) -> None:
    """Joined parts may be small; signs between words end a word; a script without case has no capitals."""
    array = pa.array([text, "Anna", text], type=pa.large_string())
    assert capitals.capitalised(array).tolist() == [whole, True, whole]
