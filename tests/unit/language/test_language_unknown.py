"""A language that no detector knows ends as `und` or says how unsure its label is; it is not its neighbour for certain."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from pipelines.language import automaton, detect, folding, frequent, language, marks, neighbours, why
from pipelines.language.panel import panel
from pipelines.language.stage import SURE
from pipelines.site import Site
from tests.unit.language.test_language_lists import ARTICLES, pieces

CASES = json.loads((Path(__file__).parent / "cases" / "unknown.json").read_text(encoding="utf-8"))
# the nearest neighbours: their lists are half named, and say how unsure that is
FIT_WELL = (
    "ast",
    "ceb",
    "nds",
)


def judged(titles: list[str], declared: str | None = None, *, alone: bool = False) -> pd.DataFrame:
    """The verdict on titles as one list, or each by itself."""
    column = pd.Series(titles, dtype="str")
    groups = None if alone else pd.Series("news", index=column.index, dtype="str")
    tags = None if declared is None else pd.Series(declared, index=column.index, dtype="str")
    return detect(column, groups=groups, declared=tags)


def surely_wrong(found: pd.DataFrame) -> int:
    """Rows that are given a language for certain."""
    return int(((found["language"] != "und") & (found["confidence"] >= SURE)).sum())


def named(case: dict[str, object]) -> str:
    """How a case is called in a report."""
    return str(case["code"])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_titles_in_an_unknown_language_are_rarely_its_neighbour_for_certain(
    case: dict[str, Any],
) -> None:
    """Each by itself, half of the titles at most are given a language with confidence."""
    assert surely_wrong(judged(case["titles"], alone=True)) <= len(case["titles"]) // 2


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_list_in_an_unknown_language_is_no_list_of_its_neighbour(case: dict[str, Any]) -> None:
    """No entry is given a language for certain, and most end as `und`."""
    found = judged(case["titles"])
    assert surely_wrong(found) == 0
    assert (found["language"] == "und").mean() >= (0.3 if case["code"] in FIT_WELL else 0.5)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_page_that_declares_an_unknown_language_is_believed(case: dict[str, Any]) -> None:
    """Its tag is a vote for a language that no detector knows."""
    found = judged(case["titles"], str(case["code"]))
    assert surely_wrong(found) == 0
    assert (found["language"] == "und").mean() >= 0.6


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["code"] in ("bho", "pnb", "rn", "rue")], ids=named
)
def test_a_list_without_its_languages_words_is_not_of_it_even_where_that_is_declared(
    case: dict[str, Any],
) -> None:
    """Bhojpuri on a page that declares Hindi is no sure Hindi, Rusyn no Ukrainian."""
    assert surely_wrong(judged(case["titles"], str(case["neighbour"]))) == 0


@pytest.mark.parametrize("declared", ["hsb", "gsw", "yi", "xx", "mul"])
@pytest.mark.parametrize("code", ["de", "fr", "pl", "he", "ja"])
def test_a_list_in_a_known_language_is_of_it_whatever_unknown_one_is_declared(
    code: str, declared: str
) -> None:
    """A wrong tag of an unknown language is outvoted like any other."""
    assert judged(pieces(code), declared)["language"].to_list() == [code] * 8


@pytest.mark.parametrize("code", sorted(ARTICLES))
def test_text_in_a_known_language_keeps_its_label_and_confidence(code: str) -> None:
    """A paragraph fits the language it was written in."""
    found = judged([ARTICLES[code]], alone=True)
    assert found["language"].to_list() == [code]
    assert found["confidence"].iloc[0] >= SURE


def test_one_entry_in_an_unknown_language_does_not_disturb_its_list() -> None:
    """Eight French entries stay French beside a Cebuano one."""
    stranger = next(case for case in CASES if case["code"] == "ceb")["titles"][-1]
    found = judged([*pieces("fr"), stranger], "fr")
    assert found["language"].to_list()[:8] == ["fr"] * 8
    assert found["language"].iloc[8] != "fr"


def test_lost_characters_are_no_unknown_language() -> None:
    """A damaged text fits badly; that says nothing about its language."""
    damaged = "D\ufffds le p\ufffdtit matin, l\ufffdquipe a d\ufffdgag\ufffd la ch\ufffduss\ufffde apr\ufffds l\ufffdorage"
    found = judged([damaged, damaged.replace("\ufffd", "\U0010f7e9")], alone=True)
    assert found["language"].to_list() == ["fr", "fr"]


def test_words_tell_a_known_language_from_its_neighbour() -> None:
    """Galician from Spanish, Serbian in Latin letters from Croatian, Occitan from Catalan."""
    titles = [
        "O concello abre unha nova biblioteca",
        "Predsednik opštine najavio promene pre izbora",
        "Aquò's la fèsta de totes los vesins aqueste dissabte",
    ]
    assert judged(titles, alone=True)["language"].to_list() == ["gl", "sr", "oc"]


def test_the_build_counts_an_unknown_language_and_explains_it() -> None:
    """Rows that end as `und` are issues, and `explain` says why."""
    titles = pd.Series(next(case for case in CASES if case["code"] == "hsb")["titles"], dtype="str")
    rows = pd.DataFrame({"list": "main", "title": titles, "page_language": "de"})
    site = Site(
        id="nowina", crawled=pd.Timestamp("2026-11-20T06:00Z").to_pydatetime(), languages=(), host="n.example"
    )
    done = language(rows, site)
    assert set(done["language"]) == {"und"}
    assert all("language_undecided" in issues for issues in done["issues"])
    said = why(rows, site, 0)
    assert said[-1] == "unknown languages reach 90%: und"
    assert any(line.startswith("in a language that no detector knows") for line in said)


def test_a_text_costs_its_own_language_what_is_expected() -> None:
    """The misfit of paragraphs in their own language lies around nothing, in a neighbour's far above."""
    model = automaton.automaton()
    codes = sorted(set(ARTICLES) & set(model.languages))
    texts = folding.fold(folding.sound(pd.Series([ARTICLES[code] for code in codes], dtype="str")))
    reading = automaton.read(texts, model)
    own = np.array([model.languages.index(code) for code in codes])
    fits, gains = automaton.misfit(reading, own, model)
    others, _ = automaton.misfit(reading, np.roll(own, 1), model)
    assert np.abs(np.median(fits)) < 0.3
    assert (others > fits).all()
    assert (gains > 0).all()


def test_marks_are_found_wherever_a_word_begins() -> None:
    """The first, a middle and the last word of a text, and a letter inside one; each speaks in its own text only."""
    languages = panel().languages
    table = marks.marks(languages)
    texts = ["gde smo", "to je čovek", "nije odsto", "ništa", "mŏ"]
    favourites = np.array([languages.index(code) for code in ("hr", "hr", "hr", "hr", "pl")])
    seen = marks.against(marks.held(folding.stream(texts), table), favourites, table)
    serbian = seen.speaks_for == languages.index("sr")
    assert sorted(seen.texts[serbian].tolist()) == [0, 1, 2]
    assert set(seen.texts[seen.speaks_for == marks.UNKNOWN].tolist()) == {4}


def test_no_mark_speaks_against_its_own_language() -> None:
    """The tables name languages a detector can name, and no word is a mark of the language it speaks against."""
    known = set(panel().languages)
    for code, against, words in neighbours.WORDS:
        assert set(against.split()) <= known | {"rm"}
        assert code not in against.split()
        assert words.split() == list(dict.fromkeys(words.split()))
        assert all(word == word.lower() for word in words.split())
    for against, letters in neighbours.LETTERS:
        assert set(against.split()) <= known
        assert len(set(letters)) == len(letters)


def test_common_words_are_of_languages_that_a_detector_knows() -> None:
    """Each row names one, its rate is a share, and no word stands twice."""
    codes = [code for code, _, _ in frequent.FREQUENT]
    assert set(codes) <= set(panel().languages)
    assert len(codes) == len(set(codes))
    for _, rate, words in frequent.FREQUENT:
        assert 0.03 < rate < 0.5
        assert words.split() == list(dict.fromkeys(words.lower().split()))


def test_a_script_that_no_known_language_is_written_in_is_unknown() -> None:
    """Ol Chiki, N'Ko, Inuktitut syllabics and Adlam are no language of the detectors, alone and in a list."""
    texts = ["ᱟᱢᱟᱜ ᱧᱩᱛᱩᱢ ᱚᱞ ᱢᱮ", "ߞߎߘߊ ߟߎ߬ ߦߋ߫ ߦߊ߲߬", "ᑐᓴᒐᒃᓴᑦ ᐅᓪᓗᒥ ᓄᓇᕗᒻᒥ", "𞤖𞤢𞤦𞤪𞤵 𞤳𞤫𞤧𞤮 𞤸𞤢𞤲𞤣𞤫"]
    assert surely_wrong(judged(texts, alone=True)) == 0
    assert judged(texts)["language"].to_list() == ["und"] * 4


@pytest.mark.parametrize(
    ("language", "things", "whose", "of"),
    [
        (
            "fr",
            "Chaussures Veste Pantalon Robe Chemise Manteau",
            "homme femme enfant",
            "cuir noir laine coton bleu",
        ),
        ("de", "Schuhe Jacke Hose Kleid Hemd Mantel", "Herren Damen Kinder", "schwarz rot Leder Wolle Seide"),
        (
            "ru",
            "Куртка Платье Рубашка Пальто Шапка",
            "мужская женская детская",
            "чёрная красная шерсть хлопок",
        ),
    ],
)
def test_a_catalogue_without_a_common_word_is_of_its_language(
    language: str, things: str, whose: str, of: str
) -> None:
    """Noun after noun: the words that are missing do not outweigh clear calls and a declaration."""
    titles = [" ".join(words) for words in itertools.product(things.split(), whose.split(), of.split())]
    found = judged(titles, language)
    assert (found["language"] == language).mean() > 0.9
    assert found["confidence"].median() > 0.5
