"""A tail that a list's teasers share is the list's marker, whatever its words; what an author wrote stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.repair.columns.groups import Groups
from pipelines.repair.excerpts.list_markers import taken_off
from pipelines.site import Site
from tests.rows import teasers_of

SITE = Site("courier", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))

BODIES = (
    "La fanfare répète le jeudi dans la cour de l’ancienne gare et",
    "Un potager partagé pousse derrière le gymnase, où les classes",
    "Le bac de la rivière reprend son service après les crues,",
    "Douze lecteurs se relaient pour enregistrer les contes du",
    "La patinoire accueille cet hiver les tournois de hockey des",
)
TITLES = (
    "La fanfare de la gare",
    "Un potager au gymnase",
    "Le bac revient",
    "Contes lus",
    "Hockey sur glace",
)


def _off(teasers: list[str], titles: tuple[str, ...] = TITLES) -> list[str]:
    texts = pd.Series(teasers, dtype="str")
    found = taken_off(texts, pd.Series(titles[: len(teasers)], dtype="str"), Groups.one(len(texts), "news"))
    return [found.get(row, text) for row, text in enumerate(teasers)]


@pytest.mark.parametrize(
    ("tail", "left"),
    [
        ("… Voir l’article", "…"),
        ("… Plus d’infos", "…"),
        ("… (suite)", "…"),
        ("… plus", "…"),
        ("… Ganzer Text", "…"),
        (" […] Ouvrir →", " […]"),
        ("&hellip; Voir tout", "&hellip;"),
        (" >>", ""),
        (" ›", ""),
        (" » Lire plus", " » Lire plus"),
        ("… Lire la suite de « {} »", "…"),
        (" […] Lire la suite de {}", " […]"),
        ("… Seguir con «{}» →", "…"),
        (" Continue reading {}", ""),
        (" En savoir plus sur {}", ""),
    ],
)
def test_a_tail_that_every_teaser_has_is_a_marker(tail: str, left: str) -> None:
    """Dots before it, and an arrow before a link's known words, stay for the markers that are known everywhere."""
    teasers = [body + tail.format(title) for body, title in zip(BODIES, TITLES, strict=True)]
    assert _off(teasers) == [body + left for body in BODIES]


def test_a_link_behind_closed_sentences_is_a_marker() -> None:
    """Most teasers of the list have it."""
    teasers = [f"{body} bien d’autres. Vers le dossier" for body in BODIES]
    assert _off(teasers) == [f"{body} bien d’autres." for body in BODIES]


@pytest.mark.parametrize("tail", ["Подробнее", "Tovább", "weiter »", "Περισσότερα"])
def test_a_links_known_word_needs_no_closed_sentence(tail: str) -> None:
    """It stands in mid-sentence behind three quarters of the teasers."""
    teasers = [f"{body} {tail}" for body in BODIES[:4]] + [f"{BODIES[4]} juniors."]
    assert _off(teasers) == [*BODIES[:4], f"{BODIES[4]} juniors."]


def test_words_behind_half_characters_are_a_marker() -> None:
    """Nobody writes on behind a byte that belongs to no character."""
    teasers = [f"{body} caf\U0010f7c3 aller au dossier" for body in BODIES[:2]]
    teasers += [f"{body} aller au dossier" for body in BODIES[2:]]
    assert _off(teasers) == [f"{body} caf\U0010f7c3" for body in BODIES[:2]] + list(BODIES[2:])


def test_words_behind_texts_of_one_length_are_a_marker() -> None:
    """The site cuts at 57 characters and puts them there; with a small letter they may be the author's."""
    cut = [body[:57] for body in BODIES]
    assert _off([f"{body} Aller au dossier" for body in cut]) == cut
    assert _off([f"{body} vers la mairie" for body in cut]) == [f"{body} vers la mairie" for body in cut]


def test_words_behind_texts_of_any_length_stay() -> None:
    """Where nothing was cut at one length, a capital proves nothing."""
    bodies = [f"{body} les voisins"[: 51 + 9 * row] for row, body in enumerate(BODIES[:4])] + [
        f"{BODIES[4]} lundi, mardi et jeudi"
    ]
    teasers = [f"{body} à Lyon" for body in bodies]
    assert _off(teasers) == teasers


@pytest.mark.parametrize(
    "teasers",
    [
        [f"{body} autres." for body in BODIES],
        [f"{BODIES[0]} les voisins. Entrée libre", *BODIES[1:]],
        [f"{body} autres. Entrée libre." for body in BODIES],
        [f"{body} à la salle des fêtes" for body in BODIES],
        [f"« {body} »" for body in BODIES],
        [f"{BODIES[0]}… Voir l’article", f"{BODIES[1]}… Voir l’article", *BODIES[2:]],
        [f"{BODIES[0]}… Voir l’article"] * 5,
        [f"{body} Read more" for body in BODIES],
        [f"{body}…" for body in BODIES],
    ],
)
def test_what_an_author_may_have_written_stays(teasers: list[str]) -> None:
    """Sentences, words behind words, closing quotes, two witnesses, one text again, and what is known anyway."""
    assert _off(teasers) == teasers


def test_a_title_behind_known_words_needs_no_list() -> None:
    """One teaser alone: dots, a link's known words, the entry's own title in other quotes."""
    assert _off(["Le bac reprend… Lire la suite de L'été du bac"], ("L’été du bac",)) == ["Le bac reprend…"]


def test_a_list_of_hundreds_keeps_what_a_few_end_in() -> None:
    """Three of a hundred teasers quote somebody behind dots."""
    teasers = [f"{BODIES[row % 5]} {row} autres." for row in range(97)]
    teasers += [f"{body}… dit-elle" for body in BODIES[:3]]
    assert _off(teasers, ("",) * 100) == teasers


def test_the_trail_of_a_row_names_the_marker_that_its_list_proves() -> None:
    """The excerpt stands without it, the raw teaser keeps it, and the step shows both."""
    teasers = [f"{body}… Voir l’article" for body in BODIES]
    mended = repair(teasers_of(teasers, title_raw=TITLES), SITE)
    assert mended["excerpt"].tolist() == list(BODIES)
    for row, steps in enumerate(mended["steps"]):
        first = steps[0]
        assert (first.name, first.before, first.after) == ("marker", teasers[row], f"{BODIES[row]}…")


def test_dots_that_the_page_has_are_the_authors() -> None:
    """Where the entry's page goes on behind the same dots they are no marker, and no word was cut before them."""
    teaser = f"{BODIES[0]}…"
    page = f"{BODIES[0]}… puis plus rien, dit-elle, et tout le monde rit."
    alone = repair(teasers_of([teaser], own_text=[page]), SITE)
    assert alone["excerpt"].tolist() == [teaser]
