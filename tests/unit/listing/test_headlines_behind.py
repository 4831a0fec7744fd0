"""What stands behind another text in a line is a title only if it is a headline: not the tickets of a play, nor who wrote a story."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://lumen.example/programme/"
PLAYS = ("Hamlet", "Norma", "Hamlet", "Hamlet", "Norma", "Hamlet", "Norma", "Hamlet")
WRITERS = ("Ana Roe", "Jo Marsh", "Kit Poole", "Pia Holm", "Ola Nes", "Una Bye", "Ida Lie", "Ole Moe")
NAMES = ("The tide", "Quay lights", "A new mole", "The lock", "Seals", "The tug", "Old maps", "Fog horns")


def rows(lines: list[str]) -> list[tuple[str, str]]:
    """Title and address of each entry of a list of lines."""
    page = f"<html lang=en><body><main><h1>Programme</h1>{''.join(lines)}</main></body></html>"
    return [
        (row.title, row.url.removeprefix("https://lumen.example"))
        for one in chosen(induce(page, URL))
        for row in one.entries
    ]


@pytest.mark.parametrize("front", ["{day} November 2026 ", "1{at}:15 "])
@pytest.mark.parametrize("behind", ["Tickets {day} Nov", "{day} seats left", "Box {at}, row {day}"])
def test_a_play_that_is_given_again_leads_to_itself(front: str, behind: str) -> None:
    """It stood before its tickets as a channel does before its headline: rows were called by these and led there."""
    found = rows(
        [
            f"<p>{front.format(day=20 - at, at=at)}<a href=/play/{play}>{play}</a> "
            f"<a href=/evening/{at}>{behind.format(day=20 - at, at=at)}</a></p>"
            for at, play in enumerate(PLAYS)
        ]
    )
    assert [address for _, address in found] == [f"/play/{play}" for play in PLAYS]
    assert all(play in title for (title, _), play in zip(found, PLAYS, strict=True))


@pytest.mark.parametrize("name", ["title", "aria-label"])
def test_a_link_that_is_named_after_its_writer_keeps_its_title(name: str) -> None:
    """What the link leaves out is a kicker only before a headline; `The tide` was called `Ana Roe`."""
    found = rows(
        [
            f'<div class=card><a href=/n/{at} {name}="{writer}"><b class=t>{title}</b><i>{writer}</i></a> {20 - at} November 2026</div>'
            for at, (title, writer) in enumerate(zip(NAMES, WRITERS, strict=True))
        ]
    )
    assert all(row.startswith(title) for (row, _), title in zip(found, NAMES, strict=True))
