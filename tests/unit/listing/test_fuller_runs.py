"""Runs of which only some have links are one list; lines between them that are no heads are none."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/releases.html"
NEWS = (
    "Tide tables may be read from a file, and berths have names", "A mole may be left out, as small harbours have none",
    "The log is kept apart from the charts and grows no more", "Fog is told in metres, ice in inches, as the pilots asked",
    "No more crash where a table of tides is missing or empty", "German and Dutch texts, thanks to the offices that sent them",
    "Lamps can be switched by hand when the line to the mole is down", "Typos on the quay are gone, all eleven that were known",
    "Faster start on small machines, above all where charts are large", "Charts of the approaches are drawn in the colours of the paper ones",
    "Pilots see their own boats only, the office sees all of them", "Berths are given out by length and by depth, not by name",
    "The first release that was asked for by somebody else", "Ships may be late without being lost, which was not so before",
)  # fmt: skip
RELEASES = 50
FILES = "\n [<a href='/files/portus-{v}.zip'>zip</a>]\n [<a href='/files/portus-{v}.tar.gz'>tgz</a>]"


def page(linked: range, *, head: str = "<dt>Version {v} ({day} May {year}){files}</dt>") -> str:
    """A changelog whose heads have links in some places."""
    runs = "".join(
        head.format(v=f"1.{60 - n}.0", day=n % 28 + 1, year=2026 - n % 5, files=FILES.format(v=f"1.{60 - n}.0") if n in linked else "")
        + f"<dd>{NEWS[n % 14]}. {NEWS[n % 13]}. {NEWS[n % 11]}.</dd>"
        for n in range(RELEASES)
    )  # fmt: skip
    return f"<html lang=en><title>Changes</title><body><h1>Change history</h1><h2>Releases</h2><dl>{runs}</dl></body></html>"


@pytest.mark.parametrize("linked", [range(7, 50), range(43), range(50)])
def test_heads_with_and_without_links_are_one_list(linked: range) -> None:
    """The newest releases have no files, or the oldest: all are entries."""
    rows = [entry for one in chosen(induce(page(linked), URL)) for entry in one.entries]
    assert [row.title.partition(" (")[0] for row in rows] == [
        f"Version 1.{60 - n}.0" for n in range(RELEASES)
    ]
    assert all(row.date for row in rows)


def test_lines_between_heads_are_no_entries() -> None:
    """A deadline below each linked name is an element like it, and dated, too."""
    runs = "".join(
        f"<p><a href=/calls/{n}>{text}</a>, {n + 5} May 2026</p><p>Answers until {n + 6} June 2026</p><div>{text}.</div>"
        for n, text in enumerate(NEWS)
    )
    found = chosen(induce(f"<html lang=en><title>Calls</title><main><h1>Calls</h1>{runs}</main></html>", URL))
    assert [entry.title for one in found for entry in one.entries] == list(NEWS)


def test_sections_that_tell_of_a_day_are_no_entries() -> None:
    """About the page and its hours: headed as the news are, with a day in what they say."""
    news = "".join(
        f"<h3><a href=/news/{n}>{text}</a></h3><p>{n + 5} May 2026</p><p>{NEWS[n - 1]}.</p>"
        for n, text in enumerate(NEWS[:8])
    )
    below = "<h3>Imprint</h3><p>As of 1 January 2026.</p><h3>Hours</h3><p>Daily from 1 March 2026.</p>"
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{news}{below}</main></html>"
    assert [row.title for one in chosen(induce(page, URL)) for row in one.entries] == list(NEWS[:8])


@pytest.mark.parametrize("months", [(1, 11), (11, 1), (1, 12), (2, 12, 1)])
@pytest.mark.parametrize("around", ["{}", "<section>{}</section>"])
def test_a_year_with_one_file_is_listed_with_the_others(months: tuple[int, ...], around: str) -> None:
    """In January the newest issue stands alone below its year."""
    shelves, names = "", []
    for back, count in enumerate(months):
        said = [f"Gazette {month}/{2026 - back}" for month in range(count, 0, -1)]
        files = "".join(
            f"<li><a href='/f/{name[8:].replace('/', '-')}.pdf'>{name} (PDF, 2 MB)</a></li>" for name in said
        )
        shelves += around.format(f"<h2>{2026 - back}</h2><ul class=files>{files}</ul>")
        names += said
    html = f"<html lang=en><title>Gazette</title><main><h1>Gazette</h1>{shelves}</main></html>"
    rows = [entry for one in chosen(induce(html, "https://portus.example/gazette")) for entry in one.entries]
    assert [row.title for row in rows] == names


@pytest.mark.parametrize("sizes", [(3, 3, 3), (2, 3, 1, 2), (3, 3, 2), (1, 1, 4, 1)])
def test_rows_below_a_day_that_spans_them_are_entries_each(sizes: tuple[int, ...]) -> None:
    """A name in plain text and its file: of three rows a day the first was read, and two were lost."""
    rows, told = "", list[tuple[str, str]]()
    for day, size in enumerate(sizes):
        for row in range(size):
            name = NEWS[len(told) % 14]
            span = f"<td rowspan={size}>{24 - day}.11.2026</td>" if not row else ""
            rows += f"<tr>{span}<td>{name}</td><td><a href=/f/{len(told)}.pdf>PDF, {90 + len(told)} kB</a></td></tr>"
            told.append((name, f"{24 - day}.11.2026"))
    head = "<tr><th>Day</th><th>Matter</th><th>File</th></tr>"
    html = (
        f"<html lang=en><title>Files</title><main><h1>Documents</h1><table>{head}{rows}</table></main></html>"
    )
    found = [entry for one in chosen(induce(html, "https://portus.example/files")) for entry in one.entries]
    assert [(entry.title, entry.date) for entry in found] == told


def test_a_row_with_the_text_of_the_one_above_is_no_entry() -> None:
    """The day spans both, and the text leads to the same page."""
    rows = "".join(
        f"<tr><td rowspan=2>{24 - n}.11.2026</td><td><a href=/n/{n}>{text}</a></td></tr><tr><td>{NEWS[n - 1]}. <a href=/n/{n}>More</a></td></tr>"
        for n, text in enumerate(NEWS[:7])
    )
    html = f"<html lang=en><title>Files</title><main><h1>News</h1><table>{rows}</table></main></html>"
    found = [entry for one in chosen(induce(html, "https://portus.example/files")) for entry in one.entries]
    assert [entry.title for entry in found] == list(NEWS[:7])
