"""Titles and what is told of each are one entry, though nothing but their text tells the two siblings apart."""

from __future__ import annotations

import pytest

from tests.unit.listing.test_run_starts import AROUND, DAYS, LINKS, TEXTS, TITLES, rows

ENTRIES = [(TITLES[n], LINKS[n], TEXTS[n]) for n in range(6)]


def taking_turns(pair: str, words: tuple[str, ...] = ("Read on",)) -> str:
    return "".join(
        pair.format(title=TITLES[n], link=LINKS[n], text=TEXTS[n], day=DAYS[n], words=words[n % len(words)])
        for n in range(6)
    )


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    ("pair", "holder"),
    [
        ("<p><a href={link}>{title}</a></p><p>{text} <a href={link}>{words}</a></p>", "<div>@</div>"),
        ("<tr><td><a href={link}>{title}</a><tr><td>{text} <a href={link}>{words}</a>", "<table>@</table>"),
        ("<li><a href={link}>{title}</a><li>{text} <a href=/view?of={link}>{words}</a>", "<ul>@</ul>"),
    ],
    ids=["paragraphs", "rows", "items"],
)
def test_a_title_and_the_text_below_it_are_one_entry(pair: str, holder: str, around: str) -> None:
    """Whatever stands around them, the text is the teaser of the title above it."""
    found = rows(holder.replace("@", taking_turns(pair)), AROUND[around])
    assert [(title, link, teaser) for title, link, _, teaser in found] == ENTRIES


def test_the_day_may_stand_in_both() -> None:
    """A search names the day beside the title and tells it again in the text found."""
    pair = "<div><a href={link}>{title}</a> {day}</div><div>{text} Posted {day}. <a href={link}>{words}</a></div>"
    assert [(title, link, day) for title, link, day, _ in rows(taking_turns(pair))] == [
        (TITLES[n], LINKS[n], DAYS[n]) for n in range(6)
    ]


def test_texts_whose_links_have_words_of_their_own_are_entries() -> None:
    """Every other note of a diary tells of the day before it comes to its link."""
    own = tuple(f"the minutes of meeting {n}" for n in range(6))
    pair = "<p><a href={link}>{title}</a> {day}</p><p>{text} See <a href={link}-more>{words}</a> {day}</p>"
    assert len(rows(taking_turns(pair, own))) == 12


def test_a_few_pairs_tell_no_turn() -> None:
    """Of six dated notes three may happen to have a link on their title and three a button, in turns."""
    pair = "<p><a href={link}>{title}</a> {day}</p><p>{text} {day} <a href={link}-more>{words}</a></p>"
    assert len(rows("".join(taking_turns(pair).partition(f"<p><a href={LINKS[3]}>")[:1]))) == 6


def test_entries_that_all_have_the_button_are_no_turns() -> None:
    """Of twelve evenings every other title happened to be longer than what stood beside it; six were published."""
    body = "".join(
        f"<div><div>{n + 3}.11.2026</div><div><a href=/e/{n}>{TITLES[n % 6]}</a>, by {'the ferry people of the western quay and friends' if n % 2 else 'us'}</div>"
        f"<div><a href=/seats/{n}>Seats</a></div></div>"
        for n in range(12)
    )
    assert len(rows(body)) == 12
