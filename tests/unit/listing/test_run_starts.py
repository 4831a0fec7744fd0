"""Entries without elements of their own keep their day, title, link and teaser together, whatever stands around the row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from tests.unit.listing import harbour

SITE = "https://stowbridge.example"
TITLES = (
    "Ferry timetable changes for the winter", "Market hall gets a new roof", "Residents vote on the park",
    "Call for choir singers", "Old mill opens on weekends", "Road works end earlier than planned",
)  # fmt: skip
TEXTS = (
    "The first boat leaves half an hour later from Monday on, and the last one stays as it was.",
    "Slates from the old quarry are being laid this month by a firm of the valley.",
    "Ballot boxes stand in the school until six, and the count is open to everybody.",
    "Nobody needs to read music; the first meeting is in the parish hall.",
    "A miller from the next village shows how the stones are dressed.",
    "The bridge is free again a week before the day that was announced.",
)
DAYS = tuple(f"{20 - n} October 2026" for n in range(6))
LINKS = tuple(f"/notes/{40 - n}-note" for n in range(6))

Part = Callable[[int], str]
day: Part = lambda n: f"<p>{DAYS[n]}</p>"  # noqa: E731
linked: Part = lambda n: f'<p><a href="{LINKS[n]}">{TITLES[n]}</a></p>'  # noqa: E731
text: Part = lambda n: f"<p>{TEXTS[n]}</p>"  # noqa: E731
bold: Part = lambda n: f"<p><strong>{TITLES[n]}</strong></p>"  # noqa: E731
headed: Part = lambda n: f'<h3><a href="{LINKS[n]}">{TITLES[n]}</a></h3>'  # noqa: E731
button: Part = lambda n: f'<p><a href="{LINKS[n]}">Read on</a></p>'  # noqa: E731
day_linked: Part = lambda n: f'<p><a href="{LINKS[n]}">{DAYS[n]}</a></p>'  # noqa: E731

AROUND = {
    "nothing": "@",
    "a heading": "<h1>Notes</h1>@",
    "an introduction": "<h1>Notes</h1><p>What happens in the village, week by week.</p>@",
    "a pager": '<h1>Notes</h1><p>What happens here.</p>@<p><a href="?page=2">2</a> <a href="?page=2">Older</a></p>',
    "a link above": '<h1>Notes</h1><p><a href="/feed">Follow our notes</a></p>@',
}


def rows(body: str, around: str = "@") -> list[tuple[str, str, str, str]]:
    """Title, link, day and teaser of the entries of a page."""
    page = f"<html lang=en><title>Notes</title><body><nav><a href=/about>About</a></nav><main>{around.replace('@', body)}</main>"
    return [told(entry) for entry in chosen(induce(page, f"{SITE}/notes"))[0].entries]


def told(entry: Entry) -> tuple[str, str, str, str]:
    return entry.title, entry.url.removeprefix(SITE), entry.date, entry.excerpt


def truth(n: int, *, dated: bool = True, teased: bool = True) -> tuple[str, str, str, str]:
    return TITLES[n], LINKS[n], DAYS[n] if dated else "", TEXTS[n] if teased else ""


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    "parts", [(day, linked, text), (bold, day, text, button), (bold, text, day, button), (headed, text, day)]
)
def test_a_row_of_one_tag_is_cut_where_its_entries_begin(parts: tuple[Part, ...], around: str) -> None:
    """A heading, an introduction, a pager or a link beside the row moves no day to the next title."""
    body = "".join(part(n) for n in range(6) for part in parts)
    assert rows(body, AROUND[around])[-6:] == [truth(n) for n in range(6)]


@pytest.mark.parametrize(
    ("frame", "parts"),
    [
        ("<p><a href=/a>About us</a></p><p>Updated 1 November 2026</p>@<p><a href='?page=2'>Older</a></p>", (headed, day)),
        ("<p><a href=/feed>Follow our notes</a></p>@<p>Contact the office.</p>", (headed, day_linked, linked, day)),
    ],
    ids=["a day", "a link"],
)  # fmt: skip
def test_what_stands_above_the_row_begins_no_entry(frame: str, parts: tuple[Part, ...]) -> None:
    """Made as one of the entries' parts is, it would give each title the day of the one before it, or the next."""
    found = rows("".join(part(n) for n in range(6) for part in parts), frame)
    assert [(title, told) for title, _, told, _ in found] == list(zip(TITLES, DAYS, strict=True))


@pytest.mark.parametrize("missing", range(6))
@pytest.mark.parametrize("parts", [(headed, day, text), (day, headed, text), (headed, text, day)])
def test_an_entry_without_a_teaser_moves_no_day(parts: tuple[Part, ...], missing: int) -> None:
    """The day right behind a title is that title's, though no text follows; so is each other field of all entries."""
    body = "".join(part(n) for n in range(6) for part in parts if not (part is text and n == missing))
    assert rows(body, AROUND["a heading"]) == [truth(n, teased=n != missing) for n in range(6)]


@pytest.mark.parametrize("missing", range(6))
def test_an_entry_without_a_day_gets_none_of_another(missing: int) -> None:
    """Its title says where it begins, the first and the last one's, too."""
    body = "".join(
        part(n) for n in range(6) for part in (headed, day, text) if not (part is day and n == missing)
    )
    assert rows(body, AROUND["a pager"]) == [truth(n, dated=n != missing) for n in range(6)]


def test_the_heading_of_the_next_day_ends_no_entry() -> None:
    """Days above groups of entries stay headings: each entry has the day above it."""
    body = "".join((day(n) if n % 3 == 0 else "") + headed(n) + text(n) for n in range(6))
    assert rows(body) == [(TITLES[n], LINKS[n], DAYS[n - n % 3], TEXTS[n]) for n in range(6)]


@pytest.mark.parametrize("around", AROUND)
def test_a_rule_between_entries_keeps_the_frame_out(around: str) -> None:
    """What stands above the first entry is no part of its teaser, and the pager's link below is not the last one's."""
    body = "<hr>".join("".join(part(n) for part in (bold, day, text, button)) for n in range(6))
    assert rows(body, AROUND[around]) == [truth(n) for n in range(6)]


def test_a_last_entry_of_two_paragraphs_keeps_its_end() -> None:
    """It has one child more than the others and ends as they do: its day is not cut off."""
    more = "<p>Another meeting on the same matter is held in spring, when the weather allows it.</p>"
    body = "".join(headed(n) + text(n) + (more if n == 5 else "") + day(n) for n in range(6))
    assert [row[2] for row in rows(body)] == list(DAYS)


def test_a_pager_in_place_of_the_last_text_is_no_link_of_an_entry() -> None:
    """The last entry has no text, so its run reaches the pager, whose links ask the page itself for more."""
    body = "".join(
        part(n) for n in range(6) for part in (bold, day, text, button) if not (part is text and n == 5)
    )
    assert rows(body, AROUND["a pager"]) == [truth(n, teased=n < 5) for n in range(6)]


def test_notices_above_rows_in_step_are_no_entries() -> None:
    """A court's table begins with notices that lead elsewhere; below them each matter has four rows: number, space, matter, space."""
    notices = (
        "<tr><td>Decisions of the quay board</td></tr><tr><td></td></tr>"
        f"<tr><td>{TEXTS[0]} Decisions before 3 May 2019 are kept apart.</td></tr><tr><td></td></tr>"
        "<tr><td>You need <a href='https://reader.example/'>a reader of documents</a> for them.</td></tr><tr><td></td></tr>"
        f"<tr><td>{TEXTS[1]}</td></tr>"
        "<tr><td>News of the board <a href=/mail/>comes by mail to those who ask for it</a></td></tr><tr><td></td></tr>"
    )
    matters = "".join(
        f"<tr><td><a href=/decisions/202607{n + 10}/14-{n}.pdf>No. 14-{n}</a></td></tr><tr><td height=5></td></tr>"
        f"<tr><td>{TITLES[n]}</td></tr><tr><td height=10></td></tr>"
        for n in range(6)
    )
    found = rows(f"<table>{notices}{matters}</table>")
    assert [(title, link) for title, link, *_ in found] == [
        (TITLES[n], f"/decisions/202607{n + 10}/14-{n}.pdf") for n in range(6)
    ]


def test_a_row_whose_day_nobody_can_read_heads_an_entry_like_the_others() -> None:
    """Entries of three rows, striped in turn: one whose day is misprinted was the text of the entry above."""
    days = {n: f"June {n}, 2026" for n in range(3, 27)} | {9: "Junee 9 26", 20: "in June"}
    body = "".join(
        f"<tr{' class=stripe' if n % 2 else ''}><td>The harbour board and the owners of berth {n} ({day})</td>"
        f'<td><a href="/rulings/{n}.pdf">{n}-26</a></td></tr>'
        f"<tr><td colspan=2>The owners of berth {n} had asked the board to have the quay wall repaired before the autumn.</td></tr>"
        f"<tr{' class=stripe' if n % 2 else ''}><td colspan=2></td></tr>"
        for n, day in days.items()
    )
    found = rows(body, "<table><tbody>@</tbody></table>")
    assert [url.rpartition("/")[2] for _, url, *_ in found] == [f"{n}.pdf" for n in days]


@pytest.mark.parametrize("odd", [{5}, {2}, {0}, {1, 5}])
@pytest.mark.parametrize("classed", ["", " class=even"])
def test_a_teaser_that_tells_of_a_day_moves_none(odd: set[int], classed: str) -> None:
    """Terms are days, and the text of the last is as full as the others with a day more in it: each had the day of the next."""
    told = [f"{TEXTS[n]} It began on 3 May 2019 with a letter." if n in odd else TEXTS[n] for n in range(6)]
    body = "".join(
        f"<dt{classed}><div>{DAYS[n]}</div></dt><dd><h3><a href={LINKS[n]}>{TITLES[n]}</a></h3><p>{told[n]}</p></dd>"
        for n in range(6)
    )
    expected = [(TITLES[n], LINKS[n], DAYS[n], told[n]) for n in range(6)]
    assert rows(f"<dl>{body}</dl>") == expected


@pytest.mark.parametrize("parted", ["<hr>", "<br><br>", "<br>&nbsp;<br>"])
def test_no_run_goes_on_over_what_parts_paragraphs(parted: str) -> None:
    """A day at the end of each paragraph, a note behind some: runs from day to day gave each entry the day of the one before."""
    paragraphs = [
        f"<a href=/news/{n}>{title}</a><br>The members voted nine to four for the work. <i>{20 - n} May 2026</i>"
        + "<br><b>Note:</b> see also <a href=/rules>the rules</a>" * (n % 3 == 1)
        for n, title in enumerate(harbour.TITLES[:8])
    ]
    page = f"<html><title>News</title><main><h1>News</h1><div>{parted.join(paragraphs)}</div></main></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    assert [(entry.title, entry.date) for entry in kept.entries] == [
        (title, f"{20 - n} May 2026") for n, title in enumerate(harbour.TITLES[:8])
    ]
