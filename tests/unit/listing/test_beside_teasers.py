"""A caption, a credit and a list of points below the paragraph are no part of a teaser; points it announces are."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/nieuws/"
TITLES = (
    "De veerboot vaart weer na de storm", "Nieuwe kranen voor het oostelijke dok", "Het museum opent een derde zaal",
    "De sluis gaat dicht voor herstel", "Zeehonden geteld op de zandbank", "Het bestuur keurt de begroting goed",
)  # fmt: skip
TEXTS = (
    "Na vier dagen wind vertrok de eerste boot om zes uur, en alle latere varen volgens plan.",
    "Twee machines van de werf aan de rivier vervangen die van vroeger en tillen dubbel zoveel.",
    "Netten, lampen en het stuurwiel van de laatste sleper zijn tot het einde van de zomer te zien.",
    "Schepen tot negen meter mogen intussen door de kleine kolk varen.",
    "Vrijwilligers vonden er meer dan in enig jaar sinds het tellen begon.",
    "De havengelden blijven gelijk; een deel van het geld gaat naar de pier.",
)
POINTS = (
    "Het werk begint in het voorjaar",
    "Een dok blijft altijd open",
    "De kosten draagt de provincie voor de helft",
)


def excerpts(card: str, first: str = "") -> list[str]:
    """The teasers of six entries made from a form; the first one may be made from another."""
    made = "".join(
        "<div class=post>"
        + (first if first and not n else card).format(
            n=n,
            title=f"<h3><a href=/nieuws/{n}>{title}</a></h3><i>{20 - n} november 2026</i>",
            text=TEXTS[n],
            shown=f"Kade {n + 3} in de ochtend, gezien vanaf de brug bij de molen",
            points=f"<ul><li>{POINTS[n % 3]}, deel {n}</li><li>{POINTS[(n + 1) % 3]} van stap {n}</li></ul>",
        )
        + "</div>"
        for n, title in enumerate(TITLES)
    )
    kept = chosen(induce(f"<html lang=nl><body><main><h1>Nieuws</h1>{made}</main></body></html>", URL))
    return [entry.excerpt for one in kept for entry in one.entries]


PLAIN = "<img src=/{n}.jpg>{title}<p>{text}</p>"
CAPTIONS = [
    "<figure><img src=/{n}.jpg><figcaption>{shown}</figcaption></figure>{title}<p>{text}</p>",
    "<div><img src=/{n}.jpg><p>{shown} (Foto: A. Maas)</p></div>{title}<p>{text}</p>",
    "<img src=/{n}.jpg><p class=photo-credit>{shown}, A. Maas</p>{title}<p>{text}</p>",
]


@pytest.mark.parametrize("card", CAPTIONS)
@pytest.mark.parametrize("others", [True, False])
def test_what_an_image_shows_is_no_teaser(card: str, others: bool) -> None:
    """Neither of all entries nor of the first one alone."""
    assert excerpts(card if others else PLAIN, card) == list(TEXTS)


def test_a_figure_around_the_whole_entry_is_its_box() -> None:
    """A caption that holds the title is what the entry stands in."""
    card = "<figure><img src=/{n}.jpg><figcaption>{title}<p>{text}</p></figcaption></figure>"
    assert excerpts(card) == list(TEXTS)


def test_points_below_the_teaser_are_left_out() -> None:
    """What a reader takes for the teaser is the paragraph."""
    assert excerpts("{title}<p>{text}</p>{points}") == list(TEXTS)


def test_points_that_the_teaser_announces_belong_to_it() -> None:
    """A paragraph that ends in a colon goes on in its list."""
    said = excerpts("{title}<p>{text} Het gaat om:</p>{points}")
    assert all("Het gaat om: " in one and "stap" in one for one in said)


def test_points_alone_are_the_teaser() -> None:
    """Where an entry has no paragraph its points are all that it says."""
    assert all("stap" in one for one in excerpts("{title}{points}"))


BOXES = [
    "{title}<div class=b><img src=/{n}.jpg><p>%s</p></div>",
    "{title}<p><img src=/{n}.jpg>%s</p>",
    "{title}<table><tr><td><img src=/{n}.jpg></td><td>%s</td></tr></table>",
]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words",
    [
        "De cafÃ©s aan de kade gaan open. {text}",
        "Ø§Ù„Ø³ÙØ©ÙŠÙ†Ø© {text}",
        "Stuur ons een foto. {text}",
        "Het gaat om (a) de kade, (b) de sluis en (c) het dok: {text}",
        "Wie zag op welke foto: {text}",
    ],
    ids=["half a letter", "half a letter of Arabic", "the end of a sentence", "a point", "inside a sentence"],
)
def test_a_teaser_beside_its_image_is_no_credit(box: str, words: str) -> None:
    """Half a letter in a wrong charset is no sign of copyright, and a word for photo says who made one only at the start of its part."""
    assert excerpts(box % "{text}", box % words) == [words.format(text=TEXTS[0]), *TEXTS[1:]]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words",
    ["© A. Maas {n}", "Kade {n} (Foto: A. Maas)", "Kade {n}. Beeld © Maas", "Kade {n}, (c) 2026 A. Maas"],
)
def test_a_credit_beside_its_image_is_no_teaser(box: str, words: str) -> None:
    """A maker is named at the start, in brackets, behind a full stop, or with a sign of copyright."""
    assert excerpts(box % words + "<p>{text}</p>") == list(TEXTS)


def test_a_description_of_media_is_a_teaser() -> None:
    """What page builders call so stands beside the image of an entry and tells of the entry."""
    card = "<img src=/{n}.jpg>{title}<p class=media-description>{text}</p>"
    assert excerpts(card, PLAIN) == list(TEXTS)


def test_the_only_text_of_a_picture_is_the_teaser_where_no_entry_has_both() -> None:
    """The first entry may stand in a figure, larger, with its teaser as the caption."""
    first = "{title}<figure><img src=/{n}.jpg><figcaption>{text}</figcaption></figure>"
    assert excerpts("{title}<p>{text}</p>", first) == list(TEXTS)


@pytest.mark.parametrize("box", ["{title}<p>%s</p>", "{title}<div><img src=/{n}.jpg></div><p>%s</p>"])
def test_a_maker_named_behind_a_paragraph_of_its_own_makes_it_no_credit(box: str) -> None:
    """A short text is a credit where it shares a box with an image alone, not where it is a paragraph of its own."""
    words = "{text} (Foto: A. Maas)"
    below = "<p>Meer daarover staat in de brief van het bestuur, deel {n}, van deze week.</p>"
    assert [one.partition(" (Foto")[0] for one in excerpts(box % words + below)] == list(TEXTS)
