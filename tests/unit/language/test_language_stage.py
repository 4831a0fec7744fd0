"""The build stage: the frame contract, issues, and one row in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from pipelines.language import language, why
from pipelines.site import Site

SITE = Site("demo", datetime(2026, 3, 2, tzinfo=UTC))
TITLES = [
    "La piscine ferme pour travaux",
    "Un nouveau marché sur la place",
    "The council invites all neighbours to a walk",
    "18,50 €",
    "Les inscriptions sont ouvertes jusqu'à vendredi",
]


def frame(titles: Sequence[str | None] = TITLES, **columns: Any) -> pd.DataFrame:
    """Rows as the repair stage leaves them."""
    made = pd.DataFrame({"list": "news", "position": range(len(titles)), "page_language": "fr-FR"})
    return made.assign(title=pd.Series(titles, dtype="str"), **columns).astype(
        {"list": "str", "page_language": "str"}
    )


def test_the_stage_adds_its_columns_and_touches_no_other() -> None:
    """Three columns and the trail are new; rows keep their order and index."""
    before = frame().set_axis([9, 8, 7, 6, 5])
    after = language(before, SITE)
    added = ["language", "language_confidence", "language_alone"]
    assert after.index.to_list() == [9, 8, 7, 6, 5]
    assert set(after.columns) - set(before.columns) == {*added, "steps", "issues"}
    pd.testing.assert_frame_equal(after[before.columns], before)
    assert after[added].dtypes.astype(str).to_list() == ["str", "float32", "str"]
    assert after["language"].to_list() == ["fr", "fr", "en", "und", "fr"]


def test_a_pinned_language_is_contradicted_aloud() -> None:
    """A sure verdict outside the pinned languages stands and is counted on its row."""
    pinned = Site("demo", SITE.crawled, languages=("fr",))
    after = language(frame(), pinned)
    assert after["language"].iloc[2] == "en"
    assert after["issues"].to_list() == [(), (), ("language_contradicts_site",), (), ()]


def test_pinned_languages_that_hold_raise_no_issue() -> None:
    """`fr` and `en` pinned, `fr` and `en` found."""
    assert not language(frame(), Site("demo", SITE.crawled, languages=("fr", "en")))["issues"].map(bool).any()


def test_words_without_a_likely_language_are_undecided_aloud() -> None:
    """Text that no model can place is `und` and counted, not guessed."""
    after = language(frame(["𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂 𐌸𐌿 𐌹𐌽 𐌷𐌹𐌼𐌹𐌽𐌰𐌼"]), SITE)
    assert after["language"].to_list() == ["und"]
    assert after["issues"].to_list() == [("language_undecided",)]


def test_a_short_title_is_read_with_its_excerpt_and_text() -> None:
    """What the title leaves open, the excerpt or the entry's own page tells."""
    excerpt = pd.Series(["Das Festival beginnt am Freitag mit einem Umzug"], dtype="str")
    text = pd.Series(["Festivalen börjar på fredag med ett tåg genom staden"], dtype="str")
    missing = pd.Series([None], dtype="str")
    open_ = frame(["Festival 2026"], page_language=missing)
    assert language(open_.assign(excerpt=excerpt), SITE)["language"].to_list() == ["de"]
    assert language(open_.assign(excerpt=missing, text=text), SITE)["language"].to_list() == ["sv"]


def test_the_name_of_a_foreign_work_does_not_decide_for_the_sentence_under_it() -> None:
    """A long title in another language gives no more than the excerpt does."""
    titles = ["The unbearable lightness of being: a film about love, exile and the weight of memory"]
    excerpt = pd.Series(
        [
            "Projection suivie d'un débat avec la réalisatrice, samedi soir, dans la grande salle de la médiathèque"
        ],
        dtype="str",
    )
    open_ = frame(titles, page_language=pd.Series([None], dtype="str"))
    assert language(open_, SITE)["language"].to_list() == ["en"]
    assert language(open_.assign(excerpt=excerpt), SITE)["language"].to_list() == ["fr"]


def test_missing_cells_and_columns_are_no_language() -> None:
    """A row with nothing to read is `und`; a frame without a declaration is judged without one."""
    bare = frame([None, None]).drop(columns="page_language")
    assert language(bare, SITE)["language"].to_list() == ["und", "und"]
    assert len(language(frame([]), SITE)) == 0


def test_why_tells_evidence_siblings_declaration_and_margin() -> None:
    """A row's language in words, from what was read to how far the next language is."""
    said = why(frame(), SITE, 2)
    assert said[0] == "read: The council invites all neighbours to a walk"
    assert said[1].startswith("the text alone: en ")
    assert "siblings alone: 3 fr, 1 und" in said
    assert "declared: fr-FR" in said
    assert said[-1].startswith("in its list: en ")
    assert "margin 1 : " in said[-1] or "margin beyond" in said[-1]


def test_why_names_the_reason_for_no_language() -> None:
    """A price, an empty row and a text of an unknown script each say why they are `und`."""
    assert why(frame(), SITE, 3)[-1] == "of no language: no word in it"
    assert why(frame([None]), SITE, 0) == ["read: nothing", "of no language: no word in it"]
    assert (
        why(frame(["𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂 𐌸𐌿 𐌹𐌽 𐌷𐌹𐌼𐌹𐌽𐌰𐌼"]), SITE, 0)[-1]
        == "of no language: letters that no model can place"
    )
    assert (
        why(frame(["Kontakt"], page_language="").drop(columns="page_language"), SITE, 0)[-1]
        == "no language reaches 30%: und"
    )


def test_why_agrees_with_the_stage_on_every_row() -> None:
    """The explanation is of the verdict that was given."""
    rows = frame()
    verdicts = language(rows, SITE)["language"]
    for row, code in enumerate(verdicts):
        last = why(rows, SITE, row)[-1]
        assert last.startswith("of no language" if code == "und" else f"in its list: {code} ")
