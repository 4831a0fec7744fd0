"""Titles beside what only looks like one: stamps of publication, labels that rest on a day, days with a word."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce

MONTHS = "January February March April May June July August September".split()
URL = "https://town.example/agendas/"


def _entries(rows: str) -> list[Entry]:
    kept = chosen(induce(f"<body><main><h1>Agendas</h1>{rows}</main></body>", URL))
    return [entry for one in kept for entry in one.entries]


def test_when_an_agenda_was_posted_is_no_title() -> None:
    """When an agenda was posted is no title."""
    kinds = ("Regular meeting", "Special meeting", "Work session")
    rows = "".join(
        f'<tr class="row"><td><h3><strong>{month} {n + 3}, 2026</strong> — Posted {month} {n + 1}, 2026 4:0{n} PM</h3>'
        f'<p><a href="/view/agenda/_{n}">Town council: {kinds[n % 3]}</a></p></td><td><a href="/view/minutes/_{n}">'
        f'<img src="m.png" alt="Minutes"></a></td><td><ol><li><a href="/view/agenda/_{n}?html">HTML</a></li></ol></td></tr>'
        for n, month in enumerate(MONTHS)
    )
    assert [entry.title for entry in _entries(f"<table>{rows}</table>")][:3] == [
        f"Town council: {kind}" for kind in kinds
    ]


def test_what_is_shown_comes_before_the_label_of_a_day() -> None:
    """What is shown comes before the label of a day."""
    bodies = (
        "Board of the quays",
        "Ferries committee",
        "Planning commission",
        "Ethics board",
        "Parks committee",
    )
    rows = "".join(
        f'<div class="meeting"><div class="top"><a href="/meeting/{n}" title="Board: {bodies[n % 5]} Type: Regular">'
        f'{month} {n + 3}, 2026 7:00 PM</a></div><div class="files"><a href="/file/{n}">Agenda</a></div>'
        f'<div class="bottom">{bodies[n % 5]} - Meeting {n}</div></div>'
        for n, month in enumerate(MONTHS)
    )
    found = _entries(f"<div>{rows}</div>")
    assert [entry.title for entry in found] == [f"{bodies[n % 5]} - Meeting {n}" for n in range(9)]
    assert found[0].url == "https://town.example/meeting/0"


def test_a_day_with_a_word_is_a_title_where_there_is_no_other() -> None:
    """A day with a word is a title where there is no other."""
    columns = "".join(
        f"<div><h3>{kind}</h3><ul>"
        + "".join(
            f'<li><a href="/uploads/{kind}-{n}-3-2026.pdf">{month} 3, 2026 {kind}</a></li>'
            for n, month in enumerate(MONTHS, 1)
        )
        + "</ul></div>"
        for kind in ("Agenda", "Minutes")
    )
    titles = {entry.title for entry in _entries(f'<div class="columns">{columns}</div>')}
    assert titles == {f"{month} 3, 2026 {kind}" for month in MONTHS for kind in ("Agenda", "Minutes")}


def test_a_release_in_brackets_is_called_by_its_version() -> None:
    """A release in brackets is called by its version."""
    rows = "".join(
        f"<section><h2>[1.{n}.0] - 2026-0{n}-04</h2><ul><li>Gauges of the river are read at night, too, part {n}</li></ul>"
        "</section>"
        for n in range(8, 0, -1)
    )
    found = induce(f"<body><main><h1>Releases</h1>{rows}</main></body>", "https://tide.example/releases")
    assert [entry.title for entry in found[0].entries][:2] == ["1.8.0", "1.7.0"]


def test_the_label_of_a_whole_card_is_its_headline() -> None:
    """The label of a whole card is its headline."""
    places = ("Town hall", "Harbour", "Library", "Old mill")
    rows = "".join(
        f'<a class="card" href="/news/{n}-roof" title="The roof of hall {n} is repaired before winter, says the council">'
        f"<div>{places[n % 4]}</div><span>{month} {n + 3}, 2026</span><p>The work took nine weeks and kept {n} people busy.</p></a>"
        for n, month in enumerate(MONTHS)
    )
    assert [entry.title for entry in _entries(f"<div>{rows}</div>")] == [
        f"The roof of hall {n} is repaired before winter, says the council" for n in range(9)
    ]


ACTS = (
    "On the fees for berths in the old harbour",
    "On who may moor at the northern quay",
    "On the plan of the works at the lock",
    "On a board for the lights of the mole",
    "On the sale of the customs house by lot",
    "On the hours of the swing bridge in winter",
)


def _first_titles(code: str, text: str) -> list[str]:
    rows = "".join(
        f'<tr><td><a href="/acts/{n}">{code.format(120 - n)}</a></td><td>1{n}/05/2026</td><td>{text.format(act)}</td></tr>'
        for n, act in enumerate(ACTS)
    )
    return [entry.title for entry in _entries(f"<table>{rows}</table>")][:2]


def test_what_is_numbered_is_the_title_before_its_number() -> None:
    """What is numbered is the title before its number."""
    assert _first_titles("{}/QD-UB", "{} and in all parts of the town") == [
        f"{act} and in all parts of the town" for act in ACTS[:2]
    ]


def test_a_number_with_a_word_or_a_text_in_sentences_stays_beside_it() -> None:
    """A number with a word or a text in sentences stays beside it."""
    assert _first_titles("Bulletin {}", "{}.") == ["Bulletin 120", "Bulletin 119"]
    assert _first_titles("{}/QD-UB", "It was agreed {}. All parts of the town are told.") == [
        "120/QD-UB",
        "119/QD-UB",
    ]


MATTERS = (
    "Berg v. Harbour Board",
    "In re the Old Weigh House",
    "Quay Lines, Inc. v. Hall",
    "Dahl v. City of Moles",
)


def _matters(row: str) -> list[str]:
    rows = "".join(
        row.format(n=1000 - n, day=f"{20 - n} May 2026", matter=matter) for n, matter in enumerate(MATTERS)
    )
    return [entry.title for entry in _entries(f"<ul>{rows}</ul>")]


def test_a_number_behind_an_abbreviation_stands_before_a_matter() -> None:
    """The reader looks for the matter; a day between them is none of its name."""
    assert _matters("<li><a href=/o/{n}.pdf>No. 26-{n}</a>, {matter}</li>") == list(MATTERS)
    assert _matters("<li><a href=/o/{n}.pdf>Res. No. {n}/2026</a> {day} {matter}</li>") == list(MATTERS)


def test_a_number_beside_pages_and_a_price_is_the_title() -> None:
    """What differs in nothing but numbers from issue to issue names none."""
    row = "<li><a href=/b/{n}.pdf>No. {n}</a> ({day}), {n} pages with pictures, 5 EUR</li>"
    assert _matters(row) == [f"No. {1000 - n}" for n in range(4)]


def test_the_hour_beside_a_day_is_no_title() -> None:
    """A star parts them; what is left of the cell without its day says nothing."""
    rows = "".join(
        f"<tr><td>{month} {n + 3}, 2026<img src=star.png alt=''> {n + 1}:00 {'AM' if n % 2 else 'PM'} EST</td>"
        f"<td><a href=/a/{n}.pdf><img src=pdf.png alt=''></a></td></tr>"
        for n, month in enumerate(MONTHS)
    )
    found = _entries(f"<table><tr><th>Day and hour</th><th>Agenda</th></tr>{rows}</table>")
    assert {entry.title for entry in found} == {""}
    assert len(found) == len(MONTHS)


def _gazette(texts: list[str], label: str = "Issued by: ", *, link: str = "Gazette") -> list[Entry]:
    houses = (
        "Ministry of Fish",
        "Board of the quays",
        "Office of weights",
        "Ministry of Fish",
        "Customs house",
    )
    rows = "".join(
        f"<tr><td><b>{n}</b><td><font size=2>{text}<br><br><b>Published on: 0{n}-06-2026</b><br><b>{label}{house}</b></font>"
        f"<td><a href=/act/2026/02/0{n + 1}/gazette>{link}</a><br><a href=/act/2026/02/0{n + 1}/plain>Plain</a><tr><td colspan=3><hr></tr>"
        for n, (text, house) in enumerate(zip(texts, houses, strict=True), 1)
    )
    kept = chosen(
        induce(f"<body><h1>Gazette</h1><table>{rows}</table></body>", "https://town.example/acts/2026")
    )
    return [entry for one in kept for entry in one.entries]


LAWS = [
    "Act on the fees of pilots who bring vessels of more than forty metres past the outer mole of the harbour by night or in fog",
    "Act amending the act on weights with regard to the scales of fishmongers, herring packers and sellers of eels by the barrel",
    "Act on the hours at which the bridges of the inner basin are opened to vessels whose masts are higher than eleven metres",
    "Act on the upkeep of the lights of the northern channel, of the buoys before the bar and of the bell on the pilots' tower",
    "Act repealing the act on the tax of nets dried on walls, fences and railings that are the property of the town of Portus",
]


def test_a_line_labelled_alike_everywhere_is_no_title_below_the_text_that_names_each() -> None:
    """Acts were called `Issued by: Ministry of Fish`; a text that is prose stays the teaser, and what has nothing else keeps its label."""
    assert [entry.title for entry in _gazette(LAWS)] == LAWS
    prose = [f"{act}. It was read three times. Nobody objected." for act in LAWS]
    assert _gazette(prose)[0].title == "Issued by: Ministry of Fish"


def test_a_labelled_day_is_the_entry_s_where_few_have_no_other() -> None:
    """The day of an act stands before it; where one act has none, its day of publication is all that it tells, and was the only one read."""
    dated = [f"{n} mars 2026. - {act}" if n < 6 else act for n, act in enumerate(LAWS, 2)]
    assert [entry.date for entry in _gazette(dated)] == [f"0{n}-06-2026" for n in range(1, 6)]


def test_a_point_and_a_dash_behind_the_day_go_with_it() -> None:
    """As gazettes in French have them before each act, `- Act on the fees` was left."""
    rows = "".join(
        f"<li><a href=/act/{n}>{n} FEVRIER 2026. - {act}</a></li>" for n, act in enumerate(LAWS, 2)
    )
    kept = chosen(induce(f"<body><h1>Gazette</h1><ul>{rows}</ul></body>", "https://town.example/acts/2026"))
    assert [(entry.title, entry.date) for one in kept for entry in one.entries] == [
        (act, f"{n} FEVRIER 2026") for n, act in enumerate(LAWS, 2)
    ]


@pytest.mark.parametrize("counter", ["Views: {}", "點閱次數：{} 次", "Comments : {}"])
@pytest.mark.parametrize(
    "title", ['<h4 class="title">{}</h4>', '<div class="title headline">{}</div>', "<h4>{}</h4>"]
)
def test_how_often_an_entry_was_read_is_no_title(counter: str, title: str) -> None:
    """A bulletin that comes out daily under one title was called by how often it had been read."""
    rows = "".join(
        f'<a href="tides/863{n}" class="row"><div class="date">2026.03.{n + 10}</div>{title.format("State of the tides and winds")}'
        f'<div class="views">{counter.format(97 + 311 * n)}</div></a>'
        for n in range(8)
    )
    kept = chosen(
        induce(f"<body><h2>Bulletins</h2><div>{rows}</div></body>", "https://portus.example/bulletins")
    )
    assert [entry.title for one in kept for entry in one.entries] == ["State of the tides and winds"] * 8


def test_numbered_issues_keep_their_number() -> None:
    """Without a label's colon a number that differs is what an entry is called."""
    rows = "".join(f"<li><a href=/p/{n}>The Harbour Gazette {n}</a> 1{n}.05.2026</li>" for n in range(1, 8))
    assert [entry.title for entry in _entries(f"<ul>{rows}</ul>")] == [
        f"The Harbour Gazette {n}" for n in range(1, 8)
    ]
