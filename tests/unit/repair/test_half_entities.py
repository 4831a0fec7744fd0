"""A site that escapes its text and cuts it then leaves half an entity, or half a word without one."""

from __future__ import annotations

import html
from datetime import UTC, datetime

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.repair.tidying.half_entities import half
from pipelines.site import Site

SITE = Site("herald", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
WHOLE = (
    "À l’été, les élèves présentent à l’opéra les mélodies répétées à côté des métiers retrouvés à la bibliothèque.",
    "Près de l’église, le café a été rénové grâce à une société créée à Périgueux par des bénévoles très décidés.",
    "Les pêcheurs dénoncent l’état de la jetée, fermée l’année dernière après une étude menée à l’échelle du delta.",
    "Où l’âge moyen a baissé, la municipalité évalue l’opportunité d’étendre les crèches à l’arrière de la piscine.",
    "Dès février, l’équipe célébrera la découverte de l’épée à la médiathèque, où l’épave sera dévoilée en août.",
    "Ému, le préfet a été reçu à l’hôtel de ville, où des témoins âgés ont évoqué l’arrivée à pied des réfugiés.",
)


def _escaped(text: str) -> str:
    return html.escape(text).replace("é", "&eacute;").replace("’", "&rsquo;")


def _as_browsers_show(text: str) -> str:
    """Whole entities read, the half one at the end left as it is."""
    whole, _, end = text.rpartition("&")
    return html.unescape(text) if ";" in end else html.unescape(whole) + "&" + end


def _repaired(teasers: list[str], pages: list[str] | None = None) -> pd.DataFrame:
    rows = len(teasers)
    frame = pd.DataFrame(
        {
            "list": ["news"] * rows,
            "position": range(rows),
            "url": [f"https://herald.example/{row}" for row in range(rows)],
            "title_raw": pd.Series(["Titre"] * rows, dtype="str"),
            "excerpt_raw": pd.Series(teasers, dtype="str"),
            "page_language": ["fr"] * rows,
        }
    )
    return repair(frame if pages is None else frame.assign(own_text=pd.Series(pages, dtype="str")), SITE)


def _whole_words(excerpt: str, text: str) -> bool:
    after = text[len(excerpt) :]
    return text.startswith(excerpt) and not (excerpt[-1:].isalnum() and after[:1].isalnum())


@pytest.mark.parametrize("shown", [_as_browsers_show, str], ids=["read", "left"])
@pytest.mark.parametrize("budget", [*range(84, 92), *range(94, 100)])
def test_no_half_word_is_left(shown: object, budget: int) -> None:
    """Without a page every excerpt stops behind a whole word, wherever the cut after escaping fell.

    At 92 and 93 one teaser of the six ends in `l&` and nothing else in them shows the habit.
    """
    assert callable(shown)
    out = _repaired([shown(_escaped(text)[:budget]) for text in WHOLE])
    assert [_whole_words(*pair) for pair in zip(out["excerpt"], WHOLE, strict=True)] == [True] * 6


@pytest.mark.parametrize("budget", range(88, 100))
def test_the_page_gives_the_word_back(budget: int) -> None:
    """With the pages nothing is trimmed: the word the entity stood in is whole."""
    teasers = [_as_browsers_show(_escaped(text)[:budget]) for text in WHOLE]
    out = _repaired(teasers, list(WHOLE))
    assert [_whole_words(*pair) for pair in zip(out["excerpt"], WHOLE, strict=True)] == [True] * 6
    assert "trimmed" not in set(out["excerpt_source"])
    cut = [teaser.rpartition("&")[2].isalnum() and "&" in teaser for teaser in teasers]
    assert (out["excerpt_cut"][cut] == "character").all()


@pytest.mark.parametrize(
    "text",
    [
        "La direction investit cette année dans la R&D",
        "Le service est de nouveau ouvert chez AT&T",
        "Plus de détails sur https://herald.example/?page=2&la",
        "Un soir de rock & roll",
        "Une rencontre avec Barnes & No",
    ],
)
def test_names_and_links_stay(text: str) -> None:
    """One end that looks like half an entity proves nothing by itself."""
    assert _repaired([text]).loc[0, "excerpt"] == text


def test_half_the_number_of_a_quote_is_no_stroke() -> None:
    """`&#821` of `&#8217;` would be a stroke through the letter before it."""
    teaser = "Le musée de la ville ouvre ses portes et montre une collection de l&#821 [...]"
    assert _repaired([teaser])["excerpt"][0].startswith(
        "Le musée de la ville ouvre ses portes et montre une collection de"
    )
    assert not set("\u0335&#") & set(_repaired([teaser])["excerpt"][0])


def test_a_page_that_shows_the_name_keeps_it() -> None:
    """`R&D` goes on as a word of its own on the page."""
    text = "La direction investit cette année dans la R&D"
    out = _repaired([text], [text + " et dans les ateliers du port."])
    assert out.loc[0, "excerpt"] == text


@pytest.mark.parametrize(
    ("text", "character", "leaves"),
    [("cr&eacu", "é", True), ("cr&#23", "é", True), ("l&#x201", "’", True), ("cr&eacu", "è", False)],
)
def test_a_half_entity_names_its_character(text: str, character: str, leaves: bool) -> None:
    """By its name, or its number in either base."""
    found = half(text)
    assert found is not None
    assert found.leaves(character) is leaves
