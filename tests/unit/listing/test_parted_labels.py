"""Labels in a row with strokes behind them are none of the teaser that stands in an element of its own; words of a sentence are."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NAMES, TEXTS, TITLES

URL = "https://portus.example/news/"
KINDS = ("Traffic", "Old town", "Work and dues", "Traffic")
PLACES = ("Aarvik", "Bremnes", "Old Quay", "Dalsund", "Elvo", "Fagerholm", "Grey Point", "Hestnes")


def excerpts(card: str) -> list[str]:
    """The teasers of eight entries made from a form."""
    made = "".join(
        f"<div class=post><h3><a href=/news/{n}>{TITLES[n]}</a></h3><i class=d>{20 - n} November 2026</i>"
        + card.format(kind=KINDS[n % 4], place=PLACES[n], name=NAMES[n], text=TEXTS[n])
        + "</div>"
        for n in range(8)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{made}</main></body></html>", URL))
    return [entry.excerpt for one in kept for entry in one.entries]


@pytest.mark.parametrize(
    "card",
    [
        "<p><b>{kind}</b> - <b>{place}</b> - <span class=said>{text}</span></p>",
        "<p><b>Notices</b> - <b>Old Quay</b> - <span>{text}</span></p>",
        "<p><a href=/k/>Notices</a> | <a href=/p/>{place}</a> | <em>No 4</em> | <span>{text}</span></p>",
        "<p><i><b>$9</b> </i> <b>{kind}</b> - <b>{place}</b> - <span>{text}</span></p>",
        "<div><span>{kind}</span> · <i>{place}</i> · <span>{text}</span> - <b>{name}</b></div>",
    ],
)
def test_labels_in_a_row_are_no_part_of_the_teaser(card: str) -> None:
    """Whether all entries say the same or each another."""
    said = excerpts(card)
    assert [text.startswith(TEXTS[n]) for n, text in enumerate(said)] == [True] * 8


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("<p><b>{name}</b> - <b>chair</b> - {text}</p>", "{name} - chair - {text}"),
        ("<p><b>Rain</b> - <b>wind</b> - <span>and {text}</span></p>", "Rain - wind - and {text}"),
        ("<p><b>Old Quay</b> - <span>{text}</span></p>", "Old Quay - {text}"),
        ("<p><b>One.</b> - <b>Two.</b> - <span>{text}</span></p>", "One. - Two. - {text}"),
        ("<p><b>Vans</b> <b>Old Quay</b> <span>{text}</span></p>", "Vans Old Quay {text}"),
        ("<p>Vans - Old Quay - <span>{text}</span></p>", "Vans - Old Quay - {text}"),
    ],
)
def test_words_of_a_sentence_stay(card: str, said: str) -> None:
    """What goes on in bare text or in small letters, one place, ended words, and bare words."""
    assert excerpts(card) == [
        said.format(name=name, text=text) for name, text in zip(NAMES, TEXTS, strict=True)
    ]


def test_scores_before_a_report_stay() -> None:
    """Labels return from entry to entry; what each says otherwise is its own."""
    made = [f"Gulls {n} - Aarvik {NAMES[n]} - {text}" for n, text in enumerate(TEXTS)]
    cards = "".join(
        f"<div><h3><a href=/news/{n}>{TITLES[n]}</a></h3><p><b>Gulls {n}</b> - <b>Aarvik {NAMES[n]}</b> - <span>{text}</span></p></div>"
        for n, text in enumerate(TEXTS)
    )
    [kept] = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
    assert [entry.excerpt for entry in kept.entries] == made


def posts(card: str) -> list[str]:
    """The teasers of eight entries whose day stands at the end of their text."""
    made = "".join(
        f"<div class=post><h3><a href=/news/{n}>{TITLES[n]}</a></h3>"
        + card.format(text=TEXTS[n].rstrip("."), day=f"<b>{20 - n} November 2026</b>")
        + "</div>"
        for n in range(8)
    )
    [kept] = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{made}</main></body></html>", URL))
    return [entry.excerpt for entry in kept.entries]


@pytest.mark.parametrize("stroke", ["-", "–", "|", "•"])
def test_the_stroke_before_a_day_at_the_end_goes_with_it(stroke: str) -> None:
    """It stands behind a teaser that the site cut, and hid where."""
    assert posts(f"<p><span>{{text}}</span> {stroke} {{day}}</p>") == [text.rstrip(".") for text in TEXTS]


def test_a_stroke_at_the_end_of_a_teaser_stays() -> None:
    """Where nothing that it parts was taken out behind it."""
    assert posts("<p>{text} -</p><p>{day}</p>") == [f"{text.rstrip('.')} -" for text in TEXTS]
