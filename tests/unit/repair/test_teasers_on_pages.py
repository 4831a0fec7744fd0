"""A page that shows the teaser as the list does, cut, proves nothing; the whole text on it does."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.repair.ends import restore
from pipelines.site import Site
from tests.rows import LISTING, WHOLE, entry, raw, teasers_of

SITE = Site("courier", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
BUDGET = 64
CUT = [text[:BUDGET] for text in WHOLE]


def _repaired(teasers: list[str], **columns: list[str]) -> pd.DataFrame:
    return repair(teasers_of(teasers, **columns), SITE)


def _said(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(frame[["excerpt", "excerpt_cut", "excerpt_source"]].itertuples(index=False, name=None))


WITHOUT = _said(_repaired(CUT))
WITH = _said(_repaired(CUT, own_text=list(WHOLE)))


def test_the_teasers_are_cut_inside_words() -> None:
    """The budget splits most of them, so that a page has something to prove."""
    assert sum(source == "page" for *_, source in WITH) >= 4
    assert sum(source == "trimmed" for *_, source in WITHOUT) >= 4


@pytest.mark.parametrize("lead", ["{}\n{}", "{}…\n{}", "{} [...]\n{}", "{}… Lire la suite\n{}", "{1}\n{0}"])
def test_the_whole_text_beside_the_cut_lead_counts(lead: str) -> None:
    """Of two places on the page the one that goes on longer wins."""
    pages = [lead.format(cut, text) for cut, text in zip(CUT, WHOLE, strict=True)]
    assert _said(_repaired(CUT, own_text=pages)) == WITH


@pytest.mark.parametrize(
    "lead", ["{}", "{}\nAbonnez-vous", "{}…\nAbonnez-vous", "{}… Abonnez-vous", "{} Read more"]
)
def test_a_page_with_nothing_but_the_cut_teaser_is_none(lead: str) -> None:
    """Behind a paywall the excerpts are those of a run without pages."""
    pages = [lead.format(cut) for cut in CUT]
    assert _said(_repaired(CUT, own_text=pages)) == WITHOUT


def test_dots_that_all_teasers_have_are_the_sites() -> None:
    """Teaser and lead both end in dots: the marker goes, whether or not the full text follows."""
    marked = [cut + "…" for cut in CUT]
    pages = [f"{cut}…\n{text}" for cut, text in zip(CUT, WHOLE, strict=True)]
    assert [said[0] for said in _said(_repaired(marked, own_text=pages))] == [said[0] for said in WITH]
    assert [said[0] for said in _said(_repaired(marked, own_text=marked))] == [said[0] for said in WITHOUT]


def test_half_a_character_on_the_page_is_no_proof() -> None:
    """Where the page shows the same lone byte, the whole text below it gives the letter."""
    teaser = "Le tramway d\N{LATIN SMALL LETTER E WITH ACUTE}sservira la presqu’\U0010f7c3"
    page = teaser + "\nLe tramway désservira la presqu’île dès lundi."
    assert _said(_repaired([teaser], own_text=[page]))[0][0] == "Le tramway désservira la presqu’île"


def test_a_summary_that_is_cut_itself_does_not_complete_a_word() -> None:
    """The page's own description may end inside the word, too."""
    summaries = [text[: BUDGET + 1] for text in WHOLE]
    for excerpt, text in zip(_repaired(CUT, own_summary=summaries)["excerpt"], WHOLE, strict=True):
        after = text[len(excerpt) :]
        assert text.startswith(excerpt)
        assert not (excerpt[-1].isalnum() and after[0].isalnum())


def test_what_stands_beside_the_text_counts_where_it_has_enough_of_the_teaser() -> None:
    """A page whose text was not found shows it all the same, between lines of others."""
    beside = [f"Le port ouvre plus tard.\n{text}\nAbonnez-vous" for text in WHOLE]
    assert _said(_repaired(CUT, own_beside=beside)) == WITH


def test_a_few_words_beside_the_text_prove_nothing() -> None:
    """Of text that nothing says to be the entry's more must agree: here the words of another story."""
    teaser, other = (
        "Les riverains du canal attendent la fin des trav",
        "Au tribunal, les juges attendent la fin des travées.",
    )
    (said,) = _said(_repaired([teaser], own_beside=[other]))
    assert said == (teaser, "no", "listing")
    assert _said(_repaired([teaser], own_text=[other]))[0][2] == "page"


def test_one_page_for_many_entries_is_nobodys() -> None:
    """Every link leads to a front page with the same teasers: no text, no proof, and an issue on each row."""
    front = "\n".join(f"{cut} 12 mars" for cut in CUT)
    out = _repaired(CUT, own_text=[front] * 6, own_title=["Accueil"] * 6)
    assert _said(out) == WITHOUT
    assert out["text"].isna().all()
    assert all("page_shared" in issues for issues in out["issues"])


def test_entries_of_one_address_share_their_page() -> None:
    """Links that differ in the fragment only lead to one page by right."""
    page = "\n".join(WHOLE)
    frame = _repaired(
        CUT, own_text=[page] * 6, url=[f"https://courier.example/all#{row}" for row in range(6)]
    )
    assert [said[0] for said in _said(frame)] == [said[0] for said in WITH]


@pytest.mark.parametrize("own_titles", [["Le tramway"] * 6, [f"Le tramway, {day} mars" for day in range(6)]])
def test_one_event_on_many_days_keeps_its_pages(own_titles: list[str]) -> None:
    """The same text behind every link belongs to all of them where the entries' titles or the pages' tell so."""
    titles = ["Le tramway"] * 6 if len(set(own_titles)) == 1 else own_titles
    out = _repaired([CUT[0]] * 6, own_text=[WHOLE[0]] * 6, own_title=own_titles, title_raw=titles)
    assert out["text"].tolist() == [WHOLE[0]] * 6


def test_links_that_all_end_at_one_address_have_no_page() -> None:
    """Redirects to a front page that changes at every visit are seen by the address, and each is a reject with its reason."""
    lines = [entry(number) for number in range(4)]
    pages = [
        {"kind": "page", "url": line["url"], "final_url": LISTING, "text": f"Bienvenue, visiteur {number}"}
        for number, line in enumerate(lines)
    ]
    found = raw([*lines, *pages])
    assert found.entries["own_text"].isna().all()
    assert found.rejects["reason"].tolist() == ["page_shared"] * 4
    assert raw([*lines[:2], *pages[:2]]).entries["own_text"].notna().all()


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("Le marché de la place re\nLe marché de la place reprend samedi", "prend samedi"),
        (
            "Le marché de la place reprend samedi\nLe marché de la place re…",
            "prend samedi\nLe marché de la place re…",
        ),
        ("Le marché de la place re […]\n", ""),
        ("Le marché de la place re Weiterlesen", ""),
        ("Ici, le marché de la place reprend\nLà, le marché de la place recule", None),
    ],
)
def test_what_follows_a_teaser(source: str, after: str | None) -> None:
    """The longest continuation, nothing where every place stops, None where two differ."""
    assert restore.rest("e marché de la place re", source) == after


@pytest.mark.parametrize("below", ["", "\nLe tramway désservira la presqu’île dès lundi matin."])
def test_half_a_character_read_wrong_on_the_page_is_no_proof(below: str) -> None:
    """A page that shows the same cut end is no witness that it stands; the whole text below it has the letter."""
    teaser = "Le tramway désservira la presqu’Ã"
    out = _repaired([teaser + "…"], own_text=[teaser + "…" + below])
    assert _said(out)[0][0] == ("Le tramway désservira la presqu’" + ("île" if below else ""))


@pytest.mark.parametrize(
    "behind",
    [" Lire l’article complet", " 12 commentaires", "…", " \N{REPLACEMENT CHARACTER} Lire l’article"],
)
@pytest.mark.parametrize("further", [0, 2])
def test_a_sidebar_that_repeats_the_lists_teasers_proves_nothing(further: int, behind: str) -> None:
    """Cut where the list cuts or a few characters further, with a link behind it that no table knows."""
    beside = ["\n".join(text[: BUDGET + further] + behind for text in WHOLE)] * len(WHOLE)
    assert _said(_repaired(CUT, own_beside=beside)) == WITHOUT
