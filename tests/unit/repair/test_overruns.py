"""A teaser ends where its site cut it, though another block of the entry's box is read with it."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.repair.marks import mark
from tests.rows import WHOLE, site, teasers_of

BUDGET = 63
BEHIND = (
    "Publié dans Vie locale par la rédaction, deux commentaires",
    "Renseignements à l’accueil de la mairie, aux heures d’ouverture",
    "À lire aussi : le programme complet des festivités du printemps",
    "Photographie communiquée par les services techniques",
    "Inscription obligatoire avant la fin du mois auprès du secrétariat.",
    "Article réservé aux lecteurs inscrits à notre lettre",
)


def repaired(teasers: list[str], pages: list[str | None]) -> pd.DataFrame:
    return repair(teasers_of(teasers, own_text=pages), site())


def half(text: str, budget: int) -> str:
    """The first bytes of a text, those of half a character as marks."""
    kept = text.encode()[:budget]
    whole = kept.decode("utf-8", "ignore")
    return whole + "".join(mark(byte) for byte in kept[len(whole.encode()) :])


def overrun(cuts: list[str]) -> list[str]:
    """Each with another block behind it, as an entry's box reads in one line."""
    return [f"{cut.rstrip()} {other}" for cut, other in zip(cuts, BEHIND, strict=True)]


CHARACTERS = [text[:BUDGET] for text in WHOLE]
BYTES = [half(text, BUDGET) for text in WHOLE]


@pytest.mark.parametrize(
    "cuts",
    [CHARACTERS, BYTES, [" ".join(text.split()[:8]) for text in WHOLE]],
    ids=["text", "bytes", "words"],
)
def test_what_stands_behind_the_cut_is_left_out(cuts: list[str]) -> None:
    """The excerpts are those of the same teasers without the other block; no proof of the page is lost."""
    alone, together = repaired(cuts, [*WHOLE]), repaired(overrun(cuts), [*WHOLE])
    columns = ["excerpt", "excerpt_cut", "excerpt_source"]
    assert together[columns].equals(alone[columns])
    assert all(text.startswith(excerpt) for text, excerpt in zip(WHOLE, together["excerpt"], strict=True))


@pytest.mark.parametrize("marker", ["…", " […]", "..."])
def test_a_marker_between_the_cut_and_the_other_block(marker: str) -> None:
    """It goes with the block."""
    alone = repaired(CHARACTERS, [*WHOLE])
    together = repaired(overrun([cut + marker for cut in CHARACTERS]), [*WHOLE])
    columns = ["excerpt", "excerpt_cut", "excerpt_source"]
    assert together[columns].equals(alone[columns])


def test_a_list_that_was_misread_as_well() -> None:
    """The lead is mended first; what is left of a cut character gets its letter back, or goes."""
    misread = [text.encode()[:BUDGET].decode("cp1252") for text in WHOLE]
    alone, together = repaired(BYTES, [*WHOLE]), repaired(overrun(misread), [*WHOLE])
    assert together["excerpt"].tolist() == alone["excerpt"].tolist()


def test_the_change_is_a_step() -> None:
    """The block is taken off first, then the word is completed from the page; the raw cell stays."""
    teasers = overrun(CHARACTERS)
    out = repaired(teasers, [*WHOLE])
    steps = out["steps"].iloc[0]
    assert [step.name for step in steps] == ["overrun", "word_page"]
    assert (steps[0].before, steps[-1].after) == (teasers[0], out["excerpt"].iloc[0])
    assert out["excerpt_raw"].tolist() == teasers


def test_without_a_page_nothing_is_left_out() -> None:
    """An entry whose page was not read keeps its whole text."""
    teasers = overrun(CHARACTERS)
    assert repaired(teasers, [None] * 6)["excerpt"].tolist() == teasers
    assert repaired(teasers, [*WHOLE[:5], None])["excerpt"].iloc[5] == teasers[5]


def test_one_length_needs_witnesses() -> None:
    """Two teasers that leave their pages at the same place are no rule."""
    teasers = overrun(CHARACTERS)
    assert repaired(teasers, [*WHOLE[:2], None, None, None, None])["excerpt"].tolist() == teasers


@pytest.mark.parametrize(
    "pages",
    [
        [f"{text}\n{other}" for text, other in zip(WHOLE, BEHIND, strict=True)],
        [f"{other}\n{text}" for text, other in zip(WHOLE, BEHIND, strict=True)],
    ],
    ids=["below", "above"],
)
def test_what_the_page_has_too_is_the_entrys(pages: list[str | None]) -> None:
    """The other block is a second paragraph of the entry where its own page shows it."""
    teasers = overrun(CHARACTERS)
    assert repaired(teasers, pages)["excerpt"].tolist() == teasers


def test_what_the_page_has_beside_its_text_is_the_entrys_too() -> None:
    """A teaser that begins with its title goes on with the lead, which the page may show apart from what was read as its text."""
    teasers = [f"{cut} - {other}" for cut, other in zip(CHARACTERS, BEHIND, strict=True)]
    out = repair(teasers_of(teasers, own_text=[*WHOLE], own_beside=[*BEHIND]), site())
    assert out["excerpt"].tolist() == teasers


def test_teasers_that_their_authors_worded_otherwise() -> None:
    """They leave their pages here and there, not at one length."""
    teasers = [f"{' '.join(text.split()[: 6 + row])} {BEHIND[row]}" for row, text in enumerate(WHOLE)]
    assert repaired(teasers, [*WHOLE])["excerpt"].tolist() == teasers


def test_paragraphs_that_the_page_hides() -> None:
    """Behind a paywall the second paragraph is missing; the first one ends as sentences do and was not cut."""
    leads = [f"{text[: BUDGET - 1]}." for text in WHOLE]
    pages: list[str | None] = [f"{lead}\nAbonnez-vous" for lead in leads]
    assert repaired(overrun(leads), pages)["excerpt"].tolist() == overrun(leads)
