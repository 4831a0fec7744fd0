"""A changelog's releases are all that stands below their headings, however uneven the parts are."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce, is_listing

RELEASES = (
    ("1.4.0", "2026-05-02", ("Tides are read from a file", "Berths have names"), ("No crash without a table",)),
    ("1.3.1", "2026-04-11", ("A mole may be named",), ("The log grows no more", "Faster start on small machines")),
    ("1.3.0", "2026-03-20", ("Charts of the approaches",), ("Fog is told in metres",)),
    ("1.2.0", "2026-02-06", ("German and Dutch texts", "Lamps are switched by hand"), ("Typos on the quay",)),
    ("1.1.0", "2026-01-15", ("Pilots see their boats",), ("Ice is no water",)),
)  # fmt: skip


def items(said: tuple[str, ...]) -> str:
    """A list of what was changed."""
    return "<ul>" + "".join(f"<li>{one}</li>" for one in said) + "</ul>"


@pytest.mark.parametrize("address", ["changelog", "docs/changes.html"])
def test_a_changelog_of_versions_and_parts(address: str) -> None:
    """Each version is an entry with its day, and the page is a listing."""
    body = "".join(
        f"<h2 id=v{v}><a href=#v{v}>{v}</a> - {day}</h2><h3>Added</h3>{items(added)}<h3>Fixed</h3>{items(fixed)}"
        for v, day, added, fixed in RELEASES
    )
    page = f"<html lang=en><body><main><h1>Changelog</h1><p>What is new is told here.</p>{body}</main></body></html>"
    url = f"https://portus.example/{address}"
    rows = [entry for one in chosen(induce(page, url)) for entry in one.entries]
    assert [(row.title, row.date) for row in rows] == [(v, day) for v, day, _, _ in RELEASES]
    assert is_listing(page, url) > 0.5


def test_headings_of_days_stay_headings() -> None:
    """Days over several entries each head them and are none."""
    body = "".join(
        f"<h2>{day}</h2><ul>" + "".join(f"<li><a href=/n/{v}-{n}>{one}</a></li>" for n, one in enumerate(added + fixed)) + "</ul>"
        for v, day, added, fixed in RELEASES
    )  # fmt: skip
    page = f"<html lang=en><body><main><h1>News</h1>{body}</main></body></html>"
    rows = [entry for one in chosen(induce(page, "https://portus.example/news/")) for entry in one.entries]
    assert [row.title for row in rows] == [one for _, _, added, fixed in RELEASES for one in added + fixed]


NEW = "<ul><li><p>{} by all who asked for it (<a href=https://git.example/i/{}>#{}</a>)</p></li></ul>"


@pytest.mark.parametrize(
    ("word", "new", "called"),
    [
        ("Version", NEW, True),
        ("Version", "<h4>Added</h4><ul><li><a href=/i/{1}>{0}</a></li></ul>", True),
        ("Rule", NEW, False),
    ],
)
def test_sections_called_versions(word: str, new: str, called: bool) -> None:
    """A section's heading calls it a version, and what is new stands below; a rule's number stands over its title."""
    body = "".join(
        f"<section id=v{v}><h2>{word} {v}<a href=#v{v}>¶</a></h2><p>Released {day}</p>{new.format(added[0], v, v[2])}</section>"
        for v, day, added, _ in RELEASES
    )
    page = f"<html lang=en><body><div role=main><h1>Release history</h1>{body}</div></body></html>"
    rows = induce(page, "https://docs.portus.example/changes.html")[0].entries
    assert [row.title == f"{word} {v}" for row, (v, *_) in zip(rows, RELEASES, strict=True)] == [
        called
    ] * len(RELEASES)


DAYS = ("2026-05-02", "2026-04-11", "2026-03-20", "2026-02-06", "2026-01-15")


def first_days(
    heading: str, told: str = "<p>{0} for <a href=/book/{1}>all who asked</a>.</p>"
) -> list[tuple[str, str]]:
    """Titles and days of a page whose headings begin with a day: `{day}`, `{written}` and `{v}` are the heading's."""
    body = "".join(
        f"<h3>{heading.format(day=day, written=f'{int(day[8:])} May {2021 + n}', v=v)}</h3>" + told.format(added[0], v)
        for n, (day, (v, _, added, _)) in enumerate(zip(DAYS, RELEASES, strict=True))
    )  # fmt: skip
    page = f"<html lang=en><body><main><h1>Changes</h1><p>What is new is told here.</p>{body}</main></body></html>"
    rows = [entry for one in chosen(induce(page, "https://portus.example/changes")) for entry in one.entries]
    return [(row.title, row.date) for row in rows]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("{day} ({v})", "{v}"),
        ("{day}: v{v}", "v{v}"),
        ("{day} - Release {v}", "Release {v}"),
        ("{written} – Patch release {v}", "Patch release {v}"),
        ("v{v}: {written}", "v{v}"),
    ],
)
def test_a_version_behind_its_day_is_the_title(heading: str, title: str) -> None:
    """It names what stands below, not the first sentence of that, nor the handbook that it mentions."""
    read = first_days(heading)
    assert [name for name, _ in read] == [title.format(v=v) for v, *_ in RELEASES]
    assert all(day for _, day in read)


@pytest.mark.parametrize(
    "heading", ["{day} – Hall {v}", "{day} (18.30)", "{day}", "Hall 2.{v}: {written}", "{day} – 14.05.26"]
)
def test_places_and_hours_behind_a_day_are_no_titles(heading: str) -> None:
    """The linked name below the heading is the title."""
    read = first_days(
        heading, "<p><a href=/talks/{1}>{0}</a></p><p>A talk with pictures, free for all who come.</p>"
    )
    assert [name for name, _ in read] == [added[0] for _, _, added, _ in RELEASES]


def test_what_is_not_out_yet_has_no_day() -> None:
    """Its version is no day of 1955, and the page is one of releases all the same."""
    body = "".join(
        f"<section id=r{n}><h2>1.4.{55 - n}<a href=#r{n}>¶</a></h2>"
        + (f"<p>Released: {12 + n} May 2026</p>" if n else "")
        + f"<h3>Added</h3>{items(RELEASES[n % 5][2])}<h3>Fixed</h3>{items(RELEASES[n % 5][3])}</section>"
        for n in range(8)
    )
    page = f"<html lang=en><body><main><h1>Changelog</h1>{body}</main></body></html>"
    rows = [
        entry for one in chosen(induce(page, "https://portus.example/changelog")) for entry in one.entries
    ]
    assert [(row.title, row.date) for row in rows] == [
        (f"1.4.{55 - n}", f"{12 + n} May 2026" if n else "") for n in range(8)
    ]


def test_a_heading_for_what_is_to_come_leaves_releases_releases() -> None:
    """All headings but the first have their day; each part leads to itself, as the posts of a thread do."""
    body = "".join(
        f"<section id=r{n}><h3>{f'2.{40 - n}.0 ({DAYS[n % 5]})' if n else 'dev'}<a href=#r{n}>¶</a></h3>"
        f"<p><strong>New</strong></p>{items(RELEASES[n % 5][2])}</section>"
        for n in range(12)
    )
    page = f"<html lang=en><body><main><h1>Updates</h1><h2>Release history</h2>{body}</main></body></html>"
    assert is_listing(page, "https://portus.example/updates") > 0.5
