"""Languages that detectors take for one another: their signs and the declaration decide, and what neither tells is not sure."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from pipelines.language import language, why
from pipelines.language.stage import SURE
from pipelines.language.twin_signs import TWINS, Twins
from pipelines.site import Site
from tests.unit.language.one_list import judged

CASES = json.loads((Path(__file__).parent / "cases" / "twins.json").read_text(encoding="utf-8"))
LISTS, SIGNLESS = CASES["lists"], CASES["signless"]
LATIN_SERBIAN, CROATIAN = LISTS[0]["titles"], LISTS[1]["titles"]
FRENCH = [
    "Horaires d'ouverture de la mairie",
    "Travaux sur le pont de la rivière",
    "Une exposition de peinture au musée",
    "Inscriptions à l'école maternelle",
    "Un nouveau terrain de jeux pour les enfants",
    "Concert dans le jardin du château",
]
CRAWLED = pd.Timestamp("2026-03-02", tz="UTC").to_pydatetime()


@pytest.mark.parametrize("case", LISTS, ids=lambda case: f"{case['code']} {case['titles'][0][:12]}")
@pytest.mark.parametrize("told", [True, False], ids=["declared", "undeclared"])
def test_a_list_is_in_the_twin_whose_signs_it_shows(case: dict[str, str], told: bool) -> None:
    """Serbian in either script, Galician, Malay and Macedonian as much as their commoner twins."""
    found = judged(list(case["titles"]), case["code"] if told else None)
    assert (found["language"] == case["code"]).mean() >= 0.8
    other = ~found["language"].isin([case["code"], "und"])
    assert not (other & (found["confidence"] >= SURE)).any()


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        ("ms", ["Notis penutupan jalan di pusat bandar", "Projek perisian terbuka untuk pelajar", "Mesyuarat penduduk diadakan petang ini"]),
        ("id", ["Pemberitahuan penutupan jalan di pusat kota", "Proyek perangkat lunak terbuka", "Rapat warga diadakan sore ini"]),
        ("gl", ["Obras na ponte durante o verán", "Un concerto para os mozos na praza", "Novos prezos do autobús en outono"]),
    ],
)  # fmt: skip
def test_three_titles_show_signs_enough(code: str, titles: list[str]) -> None:
    """Malay is no Indonesian in a short list that declares nothing."""
    assert set(judged(titles, None)["language"]) == {code}


@pytest.mark.parametrize("pinned", [True, False], ids=["site file", "page"])
def test_the_stage_names_latin_serbian_where_it_is_declared(pinned: bool) -> None:
    """Whether the page or the site file says so; nothing contradicts."""
    frame = pd.DataFrame({"list": "vesti", "title": pd.Series(LATIN_SERBIAN, dtype="str")})
    if not pinned:
        frame["page_language"] = pd.Series("sr-Latn-RS", index=frame.index, dtype="str")
    languages = ("sr",) if pinned else ()
    found = language(frame, Site(id="vesti", crawled=CRAWLED, languages=languages, host="v.example"))
    assert set(found["language"]) == {"sr"}


@pytest.mark.parametrize(
    ("titles", "declared", "code"), [(LATIN_SERBIAN, "hr", "sr"), (CROATIAN, "sr", "hr")]
)
def test_plain_signs_outweigh_a_wrong_declaration(titles: list[str], declared: str, code: str) -> None:
    """A list full of `vreme` is Serbian, one full of `vrijeme` and `tko` Croatian, whatever the page says."""
    assert (judged(titles, declared)["language"] == code).all()


@pytest.mark.parametrize(
    ("code", "declared", "titles"),
    [
        ("sr", "hr", ["Vozač autobusa povređen u sudaru kod Čačka", "Lekari upozoravaju na talas gripa", "Fudbaleri savladali rivala u gostima",
                      "Finansijska pismenost ulazi u škole", "Kiša i vetar stižu na jug zemlje", "Konkurs za mlade fotografe raspisan"]),
        ("hr", "sr", ["Vozač autobusa ozlijeđen u sudaru kod Gospića", "Liječnici upozoravaju na val gripe", "Proračun općine veći za deset posto"]),
        ("bs", None, ["Ljekari upozoravaju na talas gripe", "Vozač autobusa povrijeđen u sudaru", "Konkurs za mlade fotografe", "Saobraćaj prema Tuzli usporen"]),
    ],
)  # fmt: skip
def test_news_has_signs_of_its_own(code: str, declared: str | None, titles: list[str]) -> None:
    """Physicians, budgets, calls and traffic, which programs do not speak of."""
    assert judged(titles, declared)["language"].to_list() == [code] * len(titles)


@pytest.mark.parametrize("code", ["hr", "bs", "sr"])
def test_without_a_sign_the_declaration_decides(code: str) -> None:
    """Titles that read the same in all three are in the one that is declared."""
    assert (judged(SIGNLESS, code)["language"] == code).mean() >= 0.8


def test_without_a_sign_or_a_declaration_no_twin_is_sure() -> None:
    """Such titles may be Croatian, Bosnian or Serbian."""
    found = judged(SIGNLESS)
    assert found["confidence"][found["language"].isin(["hr", "bs", "sr"])].max() < SURE


def test_bosnian_is_named_where_it_is_declared_and_croatian_is_not_sure_where_it_is_not() -> None:
    """`ko`, `hiljadu` and `augustu` beside `vrijeme` are Bosnian."""
    assert (judged(CASES["bosnian"], "bs")["language"] == "bs").all()
    undeclared = judged(CASES["bosnian"])
    assert not ((undeclared["language"] != "bs") & (undeclared["confidence"] >= SURE)).any()


def test_the_order_of_a_list_changes_nothing() -> None:
    """Its signs are counted together."""
    titles = [*LATIN_SERBIAN, *SIGNLESS]
    there, back = judged(titles), judged(titles[::-1])
    pd.testing.assert_frame_equal(there, back.iloc[::-1].reset_index(drop=True))


def test_explain_says_that_twins_bound_the_confidence() -> None:
    """The last line names what signs leave to the label."""
    frame = pd.DataFrame({"list": "main", "title": pd.Series(SIGNLESS, dtype="str")})
    said = why(frame, Site(id="s", crawled=CRAWLED, languages=(), host="s.example"), 2)
    assert said[-1].startswith("signs of its twins leave hr ")


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: " ".join(twins.languages))
def test_each_sign_has_a_rate_for_each_twin(twins: Twins) -> None:
    """None is zero: names and quotations bring any sign anywhere."""
    assert all(len(rates) == len(twins.languages) and min(rates) > 0 for _, rates in twins.signs)


@pytest.mark.parametrize("name", CASES["names"])
def test_a_name_is_never_surely_in_a_language(name: str) -> None:
    """Alone it is `und` or unsure; in a French list, French, `und` or unsure."""
    alone = judged([name]).iloc[0]
    assert alone["language"] == "und" or alone["confidence"] < SURE
    listed = judged([*FRENCH, name], "fr").iloc[-1]
    assert listed["language"] in {"fr", "und"} or listed["confidence"] < SURE


@pytest.mark.parametrize("line", CASES["programs"])
def test_a_line_of_a_program_is_of_no_language(line: str) -> None:
    """Its words are English by chance, alone and in a list."""
    assert judged([line])["language"].to_list() == ["und"]
    assert judged([*FRENCH, line], "fr")["language"].iloc[-1] == "und"
