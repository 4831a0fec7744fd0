"""A button on the line of a plain title is no part of the title, and leads where the entry does."""

from __future__ import annotations

import pytest

from tests.unit.listing.test_run_starts import DAYS, rows

MATTERS = ("Quay v. Lock", "Gull v. Tern", "In re Otter", "Pier v. Mole", "Heron v. Eel", "In re Weir")


def table(line: str) -> str:
    body = "".join(
        f"<tr><td>{DAYS[n]}</td><td>B12-{n}<br>[<a href=/d/{n}.pdf>PDF</a>] [<a href=/d/{n}.doc>DOC</a>]</td>"
        f"<td>{line.format(matter=MATTERS[n], n=n)}</td></tr>"
        for n in range(6)
    )
    return f"<table><tr><th>Day<th>Docket<th>Matter</tr>{body}</table>"


def test_a_button_behind_a_title_is_none_of_its_words() -> None:
    """However short the titles are beside it."""
    line = "{matter} 6/1{n}/25 QB4/2 &nbsp; <a href=/case/{n}>Case details</a>"
    for n, (title, link, day, teaser) in enumerate(rows(table(line))):
        assert (title.split(" 6/")[0], link, day) == (MATTERS[n], f"/case/{n}", DAYS[n])
        assert "details" not in title + teaser


def test_a_button_that_says_what_little_text_does_not_stays() -> None:
    """The words before the link return and the link's are the matter, though two matters share them."""
    line = "Decided: <a href=/case/{n}>{kind}</a>"
    kinds = ("Quay dues", "Quay dues", "Tern rocks", "Mole lights", "Eel weirs", "Eel weirs")
    body = "".join(f"<li>{DAYS[n]}<br>{line.format(n=n, kind=kind)}</li>" for n, kind in enumerate(kinds))
    assert [title.removeprefix("Decided: ") for title, *_ in rows(f"<ul>{body}</ul>")] == list(kinds)


AGENDAS = (
    "Harbour board, ordinary meeting", "Committee for quays and basins", "Finance committee, second reading",
    "Board of pilots", "Committee for festivals on the mole", "Harbour board, special meeting",
)  # fmt: skip


def listed(line: str) -> list[tuple[str, str]]:
    """Titles and links of six lines of an agenda."""
    body = "".join(
        f"<li><b>{DAYS[n]}</b><br>{line.format(matter=AGENDAS[n], n=n, word=AGENDAS[n].split()[-1])}</li>"
        for n in range(6)
    )
    return [(title, link) for title, link, *_ in rows(f"<ul>{body}</ul>")]


@pytest.mark.parametrize(
    "ends",
    [
        "[<a href=/d/{n}.pdf>PDF</a>] [<a href=/d/{n}.html>HTML</a>]",
        "(<a href=/d/{n}.pdf>agenda</a>, <a href=/m/{n}.pdf>minutes</a>)",
        "<a href=/d/{n}.pdf>agenda</a> | <a href=/m/{n}.pdf>minutes</a>",
        "[<a href=/d/{n}.pdf>zip</a>]",
        "<a href=/d/{n}.pdf>agenda</a> (120 KB) <a href=/m/{n}.pdf>minutes</a> (PDF, 1{n} KB)",
    ],
)
def test_several_buttons_behind_a_title_are_none_of_its_words(ends: str) -> None:
    """Nor are the brackets and signs around them."""
    assert listed(f"{{matter}} {ends}") == [(matter, f"/d/{n}.pdf") for n, matter in enumerate(AGENDAS)]


@pytest.mark.parametrize(
    "ends",
    [
        "of the <a href=/d/{n}>{word}</a> (<a href=/m/{n}>minutes</a>)",
        "and the <a href=/d/{n}>office</a> of the <a href=/m/{n}>town</a> go on",
    ],
)
def test_links_within_a_title_stay(ends: str) -> None:
    """They say something else in each, or more is said behind them."""
    assert all(
        title.startswith(f"{matter} ")
        for (title, _), matter in zip(listed(f"{{matter}} {ends}"), AGENDAS, strict=True)
    )


@pytest.mark.parametrize("title", ["<span>{matter}</span>", "<b>Note:</b> <span>{matter}</span>"])
@pytest.mark.parametrize(
    "details",
    [
        "<span class=detail>minutes:&nbsp;<a href=/d/{n}.pdf>4e{n}b07</a> by:&nbsp;<a href=/by/ada>ada</a></span>",
        "<span class=detail>(minutes: [<a href=/d/{n}.pdf>4e{n}b07</a>] by: <a href=/by/{word}>{word}</a>)</span>",
        "<span class=detail><i>Open</i> minutes: <a href=/d/{n}.pdf>{n}</a> in: <a href=/in/docks>docks</a></span>",
    ],
)
def test_labelled_links_behind_a_title_are_none_of_its_words_and_no_teaser(title: str, details: str) -> None:
    """Whatever each of them says, all have the same labels, in an element of their own."""
    body = "".join(
        f"<li><b>{DAYS[n]}</b><br>{(title + ' ' + details).format(matter=AGENDAS[n], n=n, word=AGENDAS[n].split()[-1])}</li>"
        for n in range(6)
    )
    told = [(said, link, teaser) for said, link, _, teaser in rows(f"<ul>{body}</ul>")]
    assert told == [(AGENDAS[n], f"/d/{n}.pdf", "") for n in range(6)]


def test_labels_that_go_on_in_the_titles_own_element_are_of_the_title() -> None:
    """Without an element around them nothing tells them apart from a sentence."""
    line = "{matter}: <a href=/d/{n}.pdf>report {n}</a> of: <a href=/by/{word}>{word}</a>"
    assert [title for title, _ in listed(line)] == [
        f"{matter}: report {n} of: {matter.split()[-1]}" for n, matter in enumerate(AGENDAS)
    ]
