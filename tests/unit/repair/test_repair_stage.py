"""The build stage: raw cells in, record columns out, every change told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.site import Site

SITE = Site("bulletin", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
WHOLE = (
    "Réunie à la mairie, l’assemblée a exhorté les habitants à économiser l’eau pendant tout l’été.",
    "Les bénévoles de la gare réparent les vélos chaque mercredi et prêtent leurs outils aux voisins.",
    "La bibliothèque s’agrandit : une salle de lecture ouvrira sous les toits avant la fin de l’année.",
)


def _frame(teasers: Sequence[str | None], **columns: Sequence[object]) -> pd.DataFrame:
    rows = len(teasers)
    base: dict[str, object] = {
        "list": ["news"] * rows,
        "position": list(range(rows)),
        "url": [f"https://bulletin.example/{row}" for row in range(rows)],
        "title_raw": pd.Series(["Titre"] * rows, dtype="str"),
        "excerpt_raw": pd.Series(list(teasers), dtype="str"),
        "page_language": ["fr-FR"] * rows,
    }
    more = {name: pd.Series(list(cells), dtype="str") for name, cells in columns.items()}
    return pd.DataFrame({**base, **more})


def _cells(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    return list(frame[list(names)].itertuples(index=False, name=None))


def test_of_four_dots_the_first_may_end_the_sentence() -> None:
    """A site that cuts behind a sentence puts its three dots behind the sentence's own, as the page shows."""
    page = "La gare rouvre demain matin. Les trains partent tôt."
    out = repair(
        _frame(["La gare rouvre demain matin....", "La gare rouvre dem...."], own_text=[page, page]), SITE
    )
    assert out["excerpt"].tolist() == ["La gare rouvre demain matin.", "La gare rouvre demain"]


def test_a_cut_word_is_completed_from_the_page() -> None:
    """The word comes from the entry's own page, the marker goes, and both are steps."""
    out = repair(_frame([WHOLE[1][:54] + " […]"], own_text=[WHOLE[1]]), SITE)
    assert _cells(out, "excerpt", "excerpt_cut", "excerpt_source") == [(WHOLE[1][:59], "word", "page")]
    assert [step.name for step in out["steps"].iloc[0]] == ["marker", "word_page"]


def test_a_lost_character_and_its_word_come_back() -> None:
    """One lone byte after `exhort`: the page has the letter."""
    out = repair(_frame(["Réunie à la mairie, l’assemblée a exhort\U0010f7c3"], own_text=[WHOLE[0]]), SITE)
    expected = ("Réunie à la mairie, l’assemblée a exhorté", "character", "page")
    assert _cells(out, "excerpt", "excerpt_cut", "excerpt_source") == [expected]
    assert out["excerpt_raw"].iloc[0].endswith("\U0010f7c3")


def test_the_feed_proves_as_well() -> None:
    """Where no page was fetched, the feed's text gives the word back."""
    out = repair(_frame([WHOLE[2][:60]], feed_summary=[WHOLE[2]]), SITE)
    assert _cells(out, "excerpt_cut", "excerpt_source") == [("word", "feed")]
    assert WHOLE[2].startswith(out["excerpt"].iloc[0])


def test_another_lists_longer_teaser_proves_as_well() -> None:
    """The same link with a longer teaser elsewhere is a source."""
    frame = _frame([WHOLE[1][:54], WHOLE[1]]).assign(
        list=["front", "news"], url=["https://bulletin.example/a"] * 2
    )
    assert _cells(repair(frame, SITE), "excerpt", "excerpt_source")[0] == (WHOLE[1][:59], "listing")


def test_without_proof_the_end_is_trimmed_and_counted() -> None:
    """Nothing is guessed: the broken tail goes, and an issue says so."""
    out = repair(_frame(["Le conseil des jeunes a \U0010f7e2\U0010f780"]), SITE)
    assert _cells(out, "excerpt", "excerpt_cut", "excerpt_source") == [
        ("Le conseil des jeunes a", "character", "trimmed")
    ]
    assert out["issues"].iloc[0] == ("character_lost",)


def test_a_whole_teaser_is_whole() -> None:
    """A teaser that ends its sentence came whole, even where the page goes on."""
    out = repair(_frame([WHOLE[0]], own_text=[WHOLE[0] + " La suite au prochain numéro."]), SITE)
    assert _cells(out, "excerpt", "excerpt_cut", "excerpt_source") == [(WHOLE[0], "no", "listing")]


@pytest.mark.parametrize(
    "marker", ["…", " [...]", " […]", " [&hellip;]", "... Lire la suite", " [&hel", "… (Read more)"]
)
def test_markers_are_dropped_and_remembered(marker: str) -> None:
    """A marker says that the sentence goes on; it is no part of the excerpt."""
    out = repair(_frame(["Les bénévoles de la gare réparent les vélos" + marker]), SITE)
    assert _cells(out, "excerpt", "excerpt_cut") == [
        ("Les bénévoles de la gare réparent les vélos", "sentence")
    ]


def test_two_rules_on_one_page_come_out() -> None:
    """A list cut at seven words and a list cut at 60 bytes keep their rules apart."""
    words = [" ".join(text.split()[:7]) for text in WHOLE]
    octets = [text.encode()[:60].decode("utf-8", "ignore") for text in WHOLE]
    frame = _frame([*words, *octets], own_text=[*WHOLE, *WHOLE]).assign(list=["top"] * 3 + ["news"] * 3)
    out = repair(frame, SITE)
    assert out["excerpt_cut"].iloc[:3].tolist() == ["sentence"] * 3
    assert all(any(whole.startswith(text) for whole in WHOLE) for text in out["excerpt"])


def test_the_pages_own_mojibake_does_not_hinder() -> None:
    """The source is mended before it is asked."""
    page = WHOLE[0].encode().decode("sloppy-windows-1252")
    out = repair(_frame(["Réunie à la mairie, l’assemblée a exhort�"], own_text=[page]), SITE)
    assert out["excerpt"].iloc[0].endswith("exhorté")
    assert out["text"].iloc[0] == WHOLE[0]


def test_a_title_comes_from_the_page_where_the_list_has_none() -> None:
    """The entry's own heading stands in, mended and squeezed."""
    frame = _frame([WHOLE[0]], own_title=["  Lâ€™assemblÃ©e\n et lâ€™eau "]).assign(
        title_raw=pd.Series([None], dtype="str")
    )
    assert repair(frame, SITE)["title"].iloc[0] == "L’assemblée et l’eau"


def test_rows_and_order_are_the_callers() -> None:
    """Missing teasers stay missing, and no row moves."""
    frame = _frame([None, WHOLE[1], None])
    frame.index = pd.Index([7, 3, 5])
    out = repair(frame, SITE)
    assert out.index.tolist() == [7, 3, 5]
    assert out["excerpt"].isna().tolist() == [True, False, True]
    assert out["excerpt_cut"].tolist() == ["no", "no", "no"]


def test_an_empty_frame_has_the_columns() -> None:
    """No rows, same columns."""
    out = repair(_frame([]), SITE)
    assert {"title", "excerpt", "text", "excerpt_cut", "excerpt_source"} <= set(out.columns)


def test_the_steps_of_a_row_lead_from_its_raw_cell_to_its_excerpt() -> None:
    """Replaying a cell's steps over the raw cell gives the final cell."""
    teasers = [
        WHOLE[0].encode().decode("latin-1")[:60] + " […]",
        "Caf&eacute;  de la gare&nbsp;: l’\u200bété\U0010f7c3",
        WHOLE[2][:45],
    ]
    out = repair(_frame(teasers, own_text=list(WHOLE)), SITE)
    for raw, final, steps in _cells(out, "excerpt_raw", "excerpt", "steps"):
        now = raw
        for step in steps:
            assert step.before == now
            now = step.after
        assert now == final


def test_a_page_that_declares_nothing_is_heard() -> None:
    """The language that prevails among a list's teasers stands in for a declared one."""
    frame = _frame([*WHOLE, "Le conseil municipal a exhortÃ"]).assign(
        page_language=pd.Series([None] * 4, dtype="str")
    )
    assert repair(frame, SITE)["excerpt"].iloc[-1] == "Le conseil municipal a exhort"


def test_bytes_that_nobody_can_read_are_counted() -> None:
    """A record holds no private characters: what stays unread is written as U+FFFD, told and counted."""
    out = repair(
        _frame([WHOLE[0]]).assign(title_raw=pd.Series(["Au \U0010f781\U0010f78d bord"], dtype="str")), SITE
    )
    assert out["title"].iloc[0] == "Au \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER} bord"
    assert out["steps"].iloc[0][-1].name == "unread"
    assert "title_bytes_left" in out["issues"].iloc[0]


def test_the_authors_own_dots_stay() -> None:
    """Where the entry's page has the same dots, they are no marker."""
    teaser = "Le monte-charge est en panne, nous vous prions de nous en excuser…"
    out = repair(_frame([teaser], own_text=[teaser + "\nIl sera réparé lundi."]), SITE)
    assert _cells(out, "excerpt", "excerpt_cut", "excerpt_source") == [(teaser, "no", "listing")]


def _cut_at(bytes_or_words: str, budget: int) -> list[str]:
    texts = [*WHOLE, *(text.replace("la", "une").replace("le ", "un ") for text in WHOLE)]
    if bytes_or_words == "words":
        return [" ".join(text.split()[:budget]) for text in texts]
    return [text.encode()[:budget].decode("utf-8", "ignore") for text in texts]


def test_the_last_word_at_a_budget_of_bytes_cannot_be_trusted() -> None:
    """Without a page, a teaser that fills its list's bytes may end inside a word; the excerpt stops before it and says so."""
    teasers = [text for text in _cut_at("bytes", 64) if len(text.encode()) == 64]
    out = repair(_frame(teasers), SITE)
    inside = [text[-1].isalnum() for text in teasers]
    assert sum(inside) >= 3
    assert out["excerpt_cut"].tolist() == ["word" if each else "sentence" for each in inside]
    kept = [
        text.rsplit(None, 1)[0] if half else text.rstrip() for text, half in zip(teasers, inside, strict=True)
    ]
    assert out["excerpt"].tolist() == kept
    assert out["excerpt_source"].tolist() == ["trimmed" if half else "listing" for half in inside]
    assert [("word_lost",) if half else () for half in inside] == out["issues"].tolist()


def test_a_budget_of_words_cuts_between_words() -> None:
    """The last word is whole; what the cut destroyed is the sentence."""
    out = repair(_frame(_cut_at("words", 8)), SITE)
    assert set(out["excerpt_cut"]) == {"sentence"}


def test_a_space_that_the_site_trimmed_leaves_a_whole_word() -> None:
    """One character less than the budget: the cut fell on a gap, so the last word stands."""
    teasers = _cut_at("characters", 52)
    teasers = [f"{text[:51]}x" for text in teasers] + [
        "Le marché de la place reprend avec les beaux jours"[:50] + "s"
    ]
    out = repair(_frame(teasers), SITE)
    assert out["excerpt_cut"].tolist() == ["word"] * (len(teasers) - 1) + ["sentence"]


def test_a_sentence_that_ends_at_the_budget_came_whole() -> None:
    """A full stop at the budget is an end, not a cut."""
    teasers = [text[:49] + "." for text in (*WHOLE, *WHOLE)]
    assert set(repair(_frame(teasers), SITE)["excerpt_cut"]) == {"no"}


def test_a_word_is_completed_with_its_vowel_signs() -> None:
    """In the scripts of India vowels are marks on their letters; a word ends where the last of them does."""
    whole = "नगर परिषद ने पुस्तकालय के विस्तार की योजना प्रस्तुत की और सभी निवासियों को आमंत्रित किया"
    cut = whole[: whole.index("निवासियों") + 4]
    out = repair(_frame([cut], own_text=[whole]).assign(page_language="hi"), SITE)
    expected = whole[: whole.index("निवासियों") + len("निवासियों")]
    assert _cells(out, "excerpt", "excerpt_cut", "excerpt_source") == [(expected, "word", "page")]


def test_clean_rows_among_thousands_keep_their_texts() -> None:
    """A long list with a few damaged rows: those change, every other cell is the raw one."""
    teasers: list[str | None] = [f"{WHOLE[row % 3][:-1]} ({row})." for row in range(1200)]
    teasers[7], teasers[600], teasers[1100] = (
        WHOLE[0].encode().decode("latin-1"),
        None,
        WHOLE[1][:30] + " […]",
    )
    out = repair(_frame(teasers), SITE)
    changed = [row for row, steps in enumerate(out["steps"]) if steps]
    assert changed == [7, 1100]
    same = [row for row in range(1200) if row not in (7, 600, 1100)]
    assert out["excerpt"].iloc[same].tolist() == [teasers[row] for row in same]
