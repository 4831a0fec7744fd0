"""Titles that return: an entry that says nothing but a word of its kind and a day is called by that word."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

SITE = "https://portus.example"
KINDS = {"one": ("Minutes",), "two": ("Minutes", "Agenda"), "three": ("Minutes", "Agenda", "Map")}
ROWS = {
    "cells of a table": ("<table>@</table>", "<tr><td>{day}</td><td><a href={link}>{kind}</a></td></tr>"),
    "the day behind": ("<ul>@</ul>", "<li><a href={link}>{kind}</a> {day}</li>"),
    "the day before": ("<ul>@</ul>", "<li>{day}: <a href={link}>{kind}</a></li>"),
    "the day in an element": ("<ul>@</ul>", "<li><span>{day}</span> <a href={link}>{kind}</a> (PDF, 120 kB)</li>"),
}  # fmt: skip


def titles(row: str, around: str, kinds: tuple[str, ...], **more: str) -> list[tuple[str, str, str]]:
    """Title, day and link of eight entries."""
    told = "".join(
        row.format(
            day=f"{20 - n:02}-10-2026", link=f"/f/{90 - n}.pdf", kind=kinds[n % len(kinds)], n=n, **more
        )
        for n in range(8)
    )
    page = f"<html lang=en><title>Meetings</title><nav><a href=/about>About</a></nav><main><h1>Meetings</h1>{around.replace('@', told)}</main>"
    found = [entry for one in chosen(induce(page, f"{SITE}/meetings")) for entry in one.entries]
    return [(entry.title, entry.date, entry.url.removeprefix(SITE)) for entry in found]


@pytest.mark.parametrize("form", ROWS)
@pytest.mark.parametrize("kinds", KINDS.values(), ids=list(KINDS))
def test_a_word_that_returns_is_the_title(form: str, kinds: tuple[str, ...]) -> None:
    """Each leads to a file of its own, and nothing else is said."""
    around, row = ROWS[form]
    assert titles(row, around, kinds) == [
        (kinds[n % len(kinds)], f"{20 - n:02}-10-2026", f"/f/{90 - n}.pdf") for n in range(8)
    ]


def test_a_button_below_a_text_is_no_title() -> None:
    """An entry that says more than its day and a word that returns is not called by that word."""
    row = "<li><p>{day}</p><p>{text}</p><a href={link}>{kind}</a></li>"
    text = "In sitting number {n} the members heard the harbour master and voted on the dues of the coming year, as every autumn."
    found = titles(row.replace("{text}", text), "<ul>@</ul>", ("Hear it",))
    assert all(title != "Hear it" for title, _, _ in found)


def test_the_hours_of_a_sitting_are_no_part_of_what_it_is_called() -> None:
    """A card that is one link of spans: all that it says but its day returns."""
    row = (
        "<li><a href={link}><time><span class=d>{day}</span></time><span class=name>{kind}</span>"
        "<span class=clock>19:30 - 22:00</span><span class=place>Town hall</span></a></li>"
    )
    found = titles(row, "<ul>@</ul>", ("Council", "Finance committee", "Harbour committee"))
    assert [title for title, _, _ in found[:3]] == ["Council", "Finance committee", "Harbour committee"]


def test_a_day_with_its_point_ends_no_sentence() -> None:
    """A link that names a meeting by its day is the title, and the file's size behind it is none of it."""
    row = "<li><a href={link}>{kind} 2026. október 1{n}.</a> <span>(PDF, 12{n} kB)</span></li>"
    found = titles(row, "<ul>@</ul>", ("Jegyzőkönyv",))
    assert [title for title, _, _ in found] == [f"Jegyzőkönyv 2026. október 1{n}." for n in range(8)]


def test_a_part_of_a_day_is_no_title() -> None:
    """`<abbr title=June>Jun</abbr> 10, 2026`."""
    kinds = (
        "Regular Meeting",
        "Special Meeting",
        "Work Session",
        "Regular Meeting",
        "Special Meeting",
        "Work Session",
    )
    rows = "".join(
        f"<tr><td><h3><strong><abbr title=June>Jun</abbr> {n + 10}, 2026</strong></h3><p><a href=/agenda/{n}>{kind}</a></p></td>"
        f"<td><a href=/minutes/{n}>Minutes</a></td><td><a href=/video/{n}>Video</a></td></tr>"
        for n, kind in enumerate(kinds)
    )
    page = f"<main><h1>Agendas</h1><table>{rows}</table></main>"
    assert [entry.title for one in chosen(induce(page, SITE)) for entry in one.entries] == list(kinds)


@pytest.mark.parametrize(
    "words", ["Minutes {day}", "{day} Minutes", "Minutes on {day}", "Mass {day}", "{day}: Agenda"]
)
def test_links_that_say_a_day_and_what_is_of_it_are_titles(words: str) -> None:
    """Where nothing else names the entries, the word and the day do: they had no title at all."""
    found = titles("<li><a href={link}>WORDS</a></li>".replace("WORDS", words), "<ul>@</ul>", ("Minutes",))
    assert [title for title, _, _ in found] == [words.format(day=f"{20 - n:02}-10-2026") for n in range(8)]


@pytest.mark.parametrize(
    ("label", "title"),
    [("Show details: {kind} {day}", "{kind}"), ("{kind} on {word}", "{kind} on {word}")],
)
def test_what_a_link_shows_comes_before_a_label_that_adds_a_number(label: str, title: str) -> None:
    """The calendar of a council: boards return, and each link's label says "Show details", the board and the day."""
    kinds, words = (
        ("Board of the quay", "Council", "School board", "Market board"),
        "tides nets ropes lamps buoys fees boats cranes quays locks dues pilots".split(),
    )
    rows = "".join(
        f"<tr><td>{20 - n:02}-10-2026</td><td><a href=/m/{n} title='{label.format(kind=kinds[n % 4], day=f'{20 - n:02}.10.', word=word)}'>"
        f"{kinds[n % 4]}</a></td><td><a href=/f/{n}.pdf>Agenda</a></td></tr>"
        for n, word in enumerate(words)
    )
    found = induce(
        f"<title>Meetings</title><main><h1>Meetings</h1><table>{rows}</table></main>", f"{SITE}/meetings"
    )
    assert [entry.title for entry in found[0].entries] == [
        title.format(kind=kinds[n % 4], word=word) for n, word in enumerate(words)
    ]


MEETINGS = ("County board", "Finance committee", "Zoning committee")


def meetings(row: str, **said: str) -> list[tuple[str, str]]:
    """Title and link of nine meetings of three boards, from the rows of a table."""
    rows = "".join(
        row.format(n=n, day=f"{20 - n:02}-10-2026", board=MEETINGS[n % 3], room=n % 3 + 1, **said)
        for n in range(9)
    )
    page = f"<title>Meetings</title><main><h1>Meetings</h1><table>{rows}</table></main>"
    found = [entry for one in chosen(induce(page, f"{SITE}/meetings")) for entry in one.entries]
    return [(entry.title, entry.url.removeprefix(SITE)) for entry in found]


def test_who_meets_is_the_title_and_not_how_long() -> None:
    """Boards return from row to row, and no length does; a number with its unit names nothing."""
    row = "<tr><td>{board}</td><td>{day}</td><td>0{room}h {n}5m</td><td><a href=/agenda/{n}>Agenda</a></td><td><a href=/video/{n}>Video</a></td></tr>"
    assert [title for title, _ in meetings(row)] == [MEETINGS[n % 3] for n in range(9)]


def test_who_meets_may_have_a_page_that_is_not_the_meetings() -> None:
    """The room was the title, and a file for calendars the link."""
    row = (
        "<tr><td><a href=/boards/{room}>{board}</a></td><td>{day}</td><td><a href=/ics/{n}><img alt='Add to calendar'></a></td>"
        "<td>Cook House, room {room}</td><td><a href=/meetings/{n}>Meeting details</a></td></tr>"
    )
    assert meetings(row) == [(MEETINGS[n % 3], f"/meetings/{n}") for n in range(9)]


def test_what_stands_in_place_of_a_link_is_no_title() -> None:
    """A few meetings whose minutes are not there yet were called by that."""
    row = "<tr><td>{day}</td><td><a href=/agenda/{n}>Agenda</a></td><td>LINK</td><td><a href=/video/{n}>Video</a></td></tr>"
    link = "<a href=/minutes/{n}>Minutes</a>"
    rows = "".join(
        row.replace("LINK", link if n > 1 else "Not yet approved").format(n=n, day=f"{20 - n:02}-10-2026")
        for n in range(9)
    )
    page = f"<title>Meetings</title><main><h1>Meetings</h1><table>{rows}</table></main>"
    found = [entry for one in chosen(induce(page, f"{SITE}/meetings")) for entry in one.entries]
    assert len(found) == 9
    assert all(entry.title != "Not yet approved" for entry in found)


@pytest.mark.parametrize("name", ["{year} Edition", "{year} Report", "{year} Jahrbuch"])
def test_a_year_and_what_it_has_is_a_title(name: str) -> None:
    """It is no number with its unit: the rows of a table of yearbooks had no title."""
    rows = "".join(
        f"<tr><td>{name.format(year=2025 - n)}</td><td>{20 - n:02}-10-{2026 - n}</td><td><a href=/books/{n}>Read it</a></td></tr>"
        for n in range(9)
    )
    page = f"<title>Yearbooks</title><main><h1>Yearbooks</h1><table>{rows}</table></main>"
    found = [entry for one in chosen(induce(page, f"{SITE}/books")) for entry in one.entries]
    assert [entry.title for entry in found] == [name.format(year=2025 - n) for n in range(9)]
