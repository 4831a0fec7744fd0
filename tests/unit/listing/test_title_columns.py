"""A table whose head says which column holds the titles, and one that only seems to."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://port.example.org/orders/"
MATTERS = (
    "Harbour board v. Nilsson",
    "In re The Old Weigh House",
    "Ferry union v. City of Quays",
    "Lind v. Lind",
)
OTHERS = (
    "Order - the board is given until 4 June to answer",
    "Order - the appeal is dismissed with prejudice",
    "Order - the clerk is to refile the brief within ten days",
    "Order - the hearing is open to all who come",
)


def titles(heads: tuple[str, ...], linked: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """Titles of rows of a link, a day and another text, below heads."""
    head = "".join(f"<th>{text}</th>" for text in heads)
    body = "".join(
        f"<tr><td><a href=/d/{n}>{first}</a></td><td>1{n} May 2026</td><td>{last}</td></tr>"
        for n, (first, last) in enumerate(zip(linked, other, strict=True))
    )
    page = (
        f"<html lang=en><body><main><h1>Orders</h1><table><tr>{head}</tr>{body}</table></main></body></html>"
    )
    return [entry.title for one in chosen(induce(page, URL)) for entry in one.entries]


@pytest.mark.parametrize("head", ["Title", "Case name", "TITRE ▲", "件名"])
@pytest.mark.parametrize("own", ["Document", "Document description", "附件"])
def test_the_column_that_is_called_so(head: str, own: str) -> None:
    """A longer text is linked, in a column of documents."""
    assert titles((own, "Filed", head), OTHERS, MATTERS) == list(MATTERS)


@pytest.mark.parametrize("head", ["Titled by", "Court", "Subject", ""])
def test_another_head(head: str) -> None:
    """Then the link is the title, as it is without heads."""
    assert titles(("Document", "Filed", head), OTHERS, MATTERS) == list(OTHERS)


@pytest.mark.parametrize(
    "own", ["Name", "Councillor", "Contact", "Surname", "Speaker", "Mitarbeiterin", "Appointed", ""]
)
def test_people_have_titles_too(own: str) -> None:
    """Beside a column of names it is what they are called in their office."""
    people = (
        "Ana Roe of the ferry union",
        "Jo Marsh of the east quay",
        "Kit Orme of the lock",
        "Pia Lund of the moles",
    )
    posts = ("Harbour master", "Deputy master", "Keeper of the lock", "Pilot of the port")
    assert titles((own, "Since", "Title"), people, posts) == list(people)


@pytest.mark.parametrize("own", ["Judge", "Headline", ""])
def test_a_case_is_called_by_nothing_else(own: str) -> None:
    """Whatever is linked beside it, a case's name is no title of a person's."""
    other = OTHERS if own != "Headline" else MATTERS[::-1]
    assert titles((own, "Filed", "Case name"), other, MATTERS) == list(
        MATTERS if own != "Headline" else other
    )


@pytest.mark.parametrize("marks", [("I", "II", "IV", "V"), ("Rulings of the board",) * 4])
def test_a_mark_or_one_text_for_all_is_no_title(marks: tuple[str, ...]) -> None:
    """Parts of a code are counted by titles, and a column may say the same all the way down."""
    assert titles(("Document", "Filed", "Title"), OTHERS, marks) == list(OTHERS)


def test_talks_beside_who_gives_them() -> None:
    """Long titles, each said once, are the talks' beside short linked names, some of them still to come; an office takes fewer words."""
    talks = (
        "How the moorings of the eastern basin were counted twice",
        "",
        "What gulls remember of a quay that was taken down long ago",
        "Tides that come late, and the gauges which tell them so",
    )
    people = ("Ana Roe", "Jo Marsh", "Kit Orme", "Pia Lund")
    told = [talk or name for talk, name in zip(talks, people, strict=True)]
    for head in ("Title", "Topic", "Thema"):
        assert titles(("Speaker", "Day", head), people, talks) == told, head
    offices = tuple(f"{office} for the eastern quays" for office in ("Master", "Deputy", "Keeper", "Pilot"))
    assert titles(("Speaker", "Day", "Title"), people, offices) == list(people)
    assert titles(("Speaker", "Day", "Seat"), people, talks) == list(people)


@pytest.mark.parametrize(("members", "told"), [((0, 1, 0, 2), True), ((0, 1, 2, 3), False)])
def test_what_is_numbered_beside_who_brought_it_in(members: tuple[int, ...], *, told: bool) -> None:
    """Bills: a number that leads to each, its title, and a member whose page returns; where none returns it may be a person's title."""
    names = ("Agnes Tolley", "Mihai Corvescu", "Ines Courvoix", "Bela Harsay")
    texts = ("Small piers", "A tax on nets", "Free lamps", "Old locks")
    rows = "".join(
        f"<tr><td><a href=/b/{n}>HB {n + 211}</a></td><td>{text}</td><td><a href=/m/{member}>{names[member]}</a></td><td>1{n} May 2026</td></tr>"
        for n, (text, member) in enumerate(zip(texts, members, strict=True))
    )
    heads = "<tr><th>Bill</th><th>Title</th><th>Sponsor</th><th>Introduced</th></tr>"
    page = f"<html lang=en><main><h1>Bills</h1><table>{heads}{rows}</table></main></html>"
    found = [entry.title for one in chosen(induce(page, URL)) for entry in one.entries]
    assert (found == list(texts)) is told
