"""A link in a teaser's sentence stays, however many teasers have it; buttons, categories and what says "read more" go."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES

WHAT = (
    "meets on Monday",
    "closes the lock",
    "buys two cranes",
    "counts the seals",
    "paints the quay",
    "sells a tug",
)


def teasers(
    text: str, title: str = "<h3><a href=/n/{n}>{title}</a></h3>", around: str = "<div>{}</div>"
) -> list[str]:
    """Of six entries: `{what}` differs from one to the next."""
    rows = "".join(
        around.format(title.format(n=n, title=TITLES[n]) + f"<p>{20 - n} April 2026</p><p>{text}</p>")
        .replace("{n}", str(n))
        .replace("{what}", what)
        for n, what in enumerate(WHAT)
    )
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    return [entry.excerpt for entry in kept.entries]


@pytest.mark.parametrize(
    "text",
    [
        "The @Port Board@ {what} and will tell more about it in the spring of next year.",
        "After the storm the board of the @harbour@ {what}, which takes the whole of next week.",
        "It {what}, says the office, and all that is left to do is a matter for the @Port Board@.",
        "It {what} as well, but not before the @Port Board@ Portus has said what is left to do.",
        "@portus@ {what} and will tell more about it in the spring of next year, not sooner.",
    ],
)
def test_a_link_in_a_sentence_stays(text: str) -> None:
    """An office that all texts name, at the start, in the middle, at the end."""
    linked = text.replace("@", "<a href=/board>", 1).replace("@", "</a>", 1)
    assert teasers(linked) == [text.replace("@", "").replace("{what}", what) for what in WHAT]


TEXT = "The board {what} and will tell more about it in the spring of next year, not sooner"


@pytest.mark.parametrize(
    "line",
    [
        "@. <a href=/n/{n}>Read more</a>",
        "@… <a href=/n/{n}>Read on</a>",
        "@ <a href=/n/{n}>Read more</a>",
        "@. <a href=/n/{n}>Read more</a>.",
        "<a href=/harbour>Harbour</a> @.",
        "<a href=/harbour>Harbour</a> <a href=/board>Board</a> @.",
        "<a href=/harbour>Harbour</a> – @.",
    ],
)
def test_buttons_and_categories_go(line: str) -> None:
    """Beside the text, whatever mark parts them."""
    said = [one.rstrip(".… ") for one in teasers(line.replace("@", TEXT))]
    assert said == [TEXT.replace("{what}", what) for what in WHAT]


@pytest.mark.parametrize(
    "button", ["<span>Read more</span>", "<span class=more>Read more</span>", "<em>Lire la suite</em>"]
)
def test_a_button_in_a_card_that_is_one_link_goes(button: str) -> None:
    """It is no link of its own there, only an element at the end."""
    found = teasers(f"{TEXT}. {button}", "<h3>{title}</h3>", "<a href=/n/{{n}}>{}</a>")
    assert found == [TEXT.replace("{what}", what) + "." for what in WHAT]
