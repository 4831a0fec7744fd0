"""Texts are held against what is usual in the language they are taken for, together in a list and each by itself."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from pipelines.language import detect, folding, pool, why
from pipelines.language.doubt import USUAL
from pipelines.language.own_fit import own_fit
from pipelines.language.panel import panel
from pipelines.language.stage import SURE
from pipelines.site import Site
from tests.unit.language.test_language_lists import ARTICLES, pieces

CASES = json.loads((Path(__file__).parent / "cases" / "unknown.json").read_text(encoding="utf-8"))
# as usual in their neighbour, as far as letters go: other words tell them apart, fit does not; English has no usual fit
FIT_AS_WELL = ("bho", "pnb", "rn", "sco")
FAR = 2 * USUAL
LANGUAGES = panel().languages


def deviations(texts: list[str], code: str) -> float:
    """How much worse than its own text some texts fit a language together."""
    folded = folding.fold(folding.sound(pd.Series(texts, dtype="str")))
    labels = np.full(len(texts), LANGUAGES.index(code))
    letters = np.array([len(text) for text in texts], dtype=np.float64)
    one = np.zeros(len(texts), dtype=np.int64)
    return float(own_fit(LANGUAGES).deviations(pool.excess(folded, labels), letters, one, labels)[0])


@pytest.mark.parametrize("code", sorted(set(ARTICLES) & set(LANGUAGES)))
def test_a_list_fits_the_language_it_is_in_as_usual(code: str) -> None:
    """Eight pieces of a paragraph together."""
    assert deviations(pieces(code), code) < FAR


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["code"] not in FIT_AS_WELL], ids=lambda case: str(case["code"])
)
def test_a_list_in_an_unknown_language_fits_its_neighbour_worse_than_is_usual(
    case: dict[str, list[str]],
) -> None:
    """Eight titles together, though single ones may fit as well."""
    assert deviations(case["titles"], str(case["neighbour"])) > FAR


def test_a_long_text_does_not_count_as_many() -> None:
    """One text of ten thousand letters among three deviates as one does, not as three."""
    fit, zeros = own_fit(LANGUAGES), np.zeros(3, dtype=np.int64)
    labels = np.full(3, LANGUAGES.index("fr"))
    excess = np.full(3, 0.3, dtype=np.float32)
    alike = fit.deviations(excess, np.full(3, 50.0), zeros, labels)[0]
    uneven = fit.deviations(excess, np.array([10_000.0, 1.0, 1.0]), zeros, labels)[0]
    one = fit.deviations(excess[:1], np.full(1, 50.0), zeros[:1], labels[:1])[0]
    assert alike > uneven == pytest.approx(one, rel=1e-3)


def test_figures_stand_for_languages_that_are_named() -> None:
    """Nearly every language has a mean and a spread, English has none, and a score is one that eldc gives."""
    fit = own_fit(LANGUAGES)
    assert len(fit.mean) == len(fit.spread) == len(fit.score) == len(LANGUAGES)
    assert ((fit.mean > -0.7) & (fit.mean < 0.1)).all()
    assert (fit.spread >= 0.15).all()
    assert np.isinf(fit.spread[LANGUAGES.index("en")])
    assert np.isfinite(fit.spread).sum() > 100
    assert ((fit.score >= 0) & (fit.score < 1)).all()


def test_a_text_that_few_of_its_language_are_like_is_not_sure_by_itself() -> None:
    """Low German is named Dutch or Swedish, without a sure confidence; a page that declares that is believed."""
    titles = pd.Series(["De Straat blifft bet Freedag dicht", "Wi söökt Hölp för den Goorn"], dtype="str")
    named = detect(titles)
    assert named["language"].to_list() == ["nl", "sv"]
    assert (named["confidence"] < SURE).all()
    assert (detect(titles, declared=named["language"])["confidence"] >= SURE).all()


def test_headlines_full_of_foreign_names_keep_their_language() -> None:
    """Names fit no language, and are no evidence against the words between them."""
    titles = [
        "Kowalczyk wird Trainer bei Slavia Wolmirstedt",
        "Die Firma Van Houtven baut am Hafen ein Lager",
        "Takahashi siegt beim Rennen von Aberystwyth vor Papadopoulos",
        "Stadtrat Dlamini will den Markt am Sonntag öffnen",
        "Ferrari verliert das Spiel gegen Zhang kurz vor Schluss",
        "Hernández zeigt seine Bilder ab Montag in der Galerie",
        "Lindqvist zieht mit seinem Laden in die Lange Straße um",
        "Wójcik liest heute aus seinem neuen Buch über Reykjavík",
    ]
    column = pd.Series(titles, dtype="str")
    found = detect(column, groups=pd.Series("news", index=column.index, dtype="str"))
    assert (found["language"] == "de").all()


@pytest.mark.parametrize("words", [2, 3])
def test_bare_nouns_keep_their_language_however_badly_they_fit(words: int) -> None:
    """A catalogue is no running text: English goods fit English badly, and stay English where that is declared or not."""
    things, whose, of = (
        "Shoes Jacket Dress Coat Hat Scarf",
        "Men Women Kids",
        "Leather Wool Cotton Waterproof",
    )
    rows = itertools.product(things.split(), whose.split(), of.split())
    titles = pd.Series([" ".join(row[:words]) for row in rows], dtype="str").drop_duplicates(
        ignore_index=True
    )
    groups = pd.Series("shop", index=titles.index, dtype="str")
    found = detect(titles, groups=groups)
    assert (found["language"] == "en").mean() > 0.9


def test_explain_tells_how_well_a_list_fits() -> None:
    """The deviation of the entries that are taken for the same language, and what caps a text by itself."""
    titles = next(case for case in CASES if case["code"] == "nds")["titles"]
    rows = pd.DataFrame({"list": "main", "title": pd.Series(titles, dtype="str")})
    site = Site(
        id="blatt", crawled=pd.Timestamp("2026-11-20T06:00Z").to_pydatetime(), languages=(), host="b.example"
    )
    assert any(
        line.startswith("fit to nl: ") and "standard deviations worse" in line for line in why(rows, site, 0)
    )
    lone = rows[rows["title"].str.contains("Straat")]
    assert (
        why(lone, site, 0)[-1]
        == "nothing declares nl, and so short or unlike a text is not sure: 89% at most"
    )
