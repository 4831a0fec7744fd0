"""A category or a place that stands over a teaser in an element of its own is none of it; the first words of a sentence are."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NAMES, TEXTS, TITLES

URL = "https://portus.example/news/"
CATEGORIES = ("Traffic", "Old town", "Work and dues", "Traffic")
PLACES = ("Aarvik", "Bremnes", "Old Quay", "Dalsund", "Elvo", "Fagerholm", "Grey Point", "Hestnes")


def excerpts(card: str) -> list[str]:
    """The teasers of eight entries made from a form."""
    made = "".join(
        "<div class=post><h3><a href=/news/{n}>{title}</a></h3><i class=d>{day}</i>".format(
            n=n, title=TITLES[n], day=f"{20 - n} November 2026"
        )
        + card.format(kind=CATEGORIES[n % 4], place=PLACES[n], name=NAMES[n], text=TEXTS[n])
        + "</div>"
        for n in range(8)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{made}</main></body></html>", URL))
    return [entry.excerpt for one in kept for entry in one.entries]


@pytest.mark.parametrize(
    "card",
    [
        "<p><span>{kind}</span> {text}</p>",
        "<p><span>{kind}</span>{text}</p>",
        "<p><span>{kind}</span> – {text}</p>",
        "<p><strong>{kind}</strong> {text}</p>",
        "<div><div>{kind}</div><div>{text}</div></div>",
        "<p><span class=place>{place}</span> <span>{text}</span></p>",
        "<div><div>{place}</div><div>{text}</div></div>",
    ],
)
def test_a_kicker_is_no_part_of_the_teaser(card: str) -> None:
    """Whatever element it stands in, and whether its words return or a box of its own sets it apart."""
    assert excerpts(card) == list(TEXTS)


def test_words_that_open_a_sentence_stay() -> None:
    """A name in bold, or in a span before the rest of its sentence, is read as part of the teaser."""
    bold = excerpts("<p><b>{name}</b> Reports from the quay: {text}</p>")
    assert bold == [f"{name} Reports from the quay: {text}" for name, text in zip(NAMES, TEXTS, strict=True)]
    spans = excerpts("<p><span>{name}</span> tells us: {text}</p>")
    assert spans == [f"{name} tells us: {text}" for name, text in zip(NAMES, TEXTS, strict=True)]


def test_the_first_of_several_tags_is_no_kicker() -> None:
    """Where another short word follows the first there is no teaser to stand over."""
    tags = excerpts("<p><span>{kind}</span> <span>{place}</span> <span>{name}</span></p><p>{text}</p>")
    assert all(text in excerpt for text, excerpt in zip(TEXTS, tags, strict=True))


@pytest.mark.parametrize("tag", ["mark", "em", "b", "abbr"])
def test_the_word_of_a_search_stays(tag: str) -> None:
    """Results mark the same word in every teaser, and what follows may begin with a capital."""
    assert excerpts(f"<p><{tag}>Harbour</{tag}> {{text}}</p>") == [f"Harbour {text}" for text in TEXTS]


def test_marked_words_stay_whichever_they_are() -> None:
    """A search for several words marks some of them."""
    marked = excerpts("<p><mark>{kind}</mark> {text}</p>")
    assert marked == [f"{CATEGORIES[n % 4]} {text}" for n, text in enumerate(TEXTS)]


def test_a_word_before_a_colon_stays() -> None:
    """A place before what is said there is part of the teaser."""
    placed = excerpts("<p><span>{place}:</span> {text}</p>")
    assert placed == [f"{place}: {text}" for place, text in zip(PLACES, TEXTS, strict=True)]


GULF = "الميناء يفتح أبوابه للزوار من صباح الأحد حتى مساء الخميس في كل أسبوع من هذا الشهر"


@pytest.mark.parametrize("tag", ["span", "bdi", "b"])
def test_names_that_open_a_sentence_stay_without_capitals(tag: str) -> None:
    """Scripts without capitals do not tell where a sentence begins: in line only words that return are kickers."""
    said = excerpts(f"<p><{tag}>{{place}}</{tag}> {GULF} {{name}}</p>")
    assert said == [f"{place} {GULF} {name}" for place, name in zip(PLACES, NAMES, strict=True)]


@pytest.mark.parametrize(
    "card", ["<p><span>{kind}</span> %s</p>", "<div><div>{place}</div><div>%s</div></div>"]
)
def test_kickers_without_capitals_return_or_have_a_box(card: str) -> None:
    """A category that returns, and a line of its own, is no part of the teaser in any script."""
    assert excerpts(card % f"{GULF} {{name}}") == [f"{GULF} {name}" for name in NAMES]
