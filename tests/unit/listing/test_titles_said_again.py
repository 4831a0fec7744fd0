"""A card cuts its title short and says it whole in the box that it opens: the whole one is the title, and no teaser begins with it."""

from __future__ import annotations

from scraper.listing.induce import induce

URL = "https://portus.example/news/"
SHORT_MAX = 32
NEWS = (
    (
        "otters",
        "Otters are back",
        "Volunteers found fresh traces on nearly all of the stones below the mole this spring.",
    ),
    (
        "seals",
        "More than four hundred seals are counted on the outer sandbank",
        "There are more than in any year since the counting began.",
    ),
    (
        "lock",
        "Lock is closed",
        "Boats up to nine metres may use the small chamber in the meantime, the board says.",
    ),
    (
        "lights",
        "The quay lights are changed for lamps that burn a third less",
        "They are hardly seen from the old town above the harbour.",
    ),
    (
        "museum",
        "The museum opens a third hall with the wheel of the last steam tug",
        "Nets, lamps and three models are on show from June.",
    ),
)


def short(title: str) -> str:
    """A title as a card shows it."""
    return title if len(title) <= SHORT_MAX else f"{title[:SHORT_MAX].rstrip()}..."


def card(at: str, title: str, again: str, text: str) -> str:
    """One card: picture, title, and the box that opens."""
    return (
        f"<article class=card><img src=/{at}.jpg alt=''><a class=name href=/news/{at}>{short(title)}</a>"
        f"<div class=more><a class=name href=/news/{at}>{again}</a><p>{text}</p></div></article>"
    )


def rows(cards: str) -> list[tuple[str, str]]:
    """Titles and teasers of a page of cards."""
    page = f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>"
    return [(entry.title, entry.excerpt) for entry in induce(page, URL)[0].entries]


def test_the_box_says_the_title_whole() -> None:
    """Two titles are short enough and stand in the box as they are, so what stands there of the others is their title."""
    found = rows("".join(card(at, title, title, text) for at, title, text in NEWS))
    assert found == [(title, text) for _, title, text in NEWS]


def test_a_text_that_begins_as_the_title_does_is_none() -> None:
    """The second link is the post's text, which goes on behind the title: the titles stay as they are cut."""
    found = rows("".join(card(at, title, f"{title}. {text}", "") for at, title, text in NEWS))
    assert [title for title, _ in found] == [short(title) for _, title, _ in NEWS]
