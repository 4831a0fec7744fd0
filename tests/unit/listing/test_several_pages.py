"""Selectors made of several pages of a list are what all of them share."""

from __future__ import annotations

import pytest

from scraper.listing.entry import ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import Shown, freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/news/"
SECOND = "https://portus.example/news/page/2/"
BOATS = "Anchor Barge Clipper Dinghy Ewer Felucca Galleon Hulk Ilka Junk Ketch Lugger".split()


def name(number: int) -> str:
    return f"The {BOATS[number % 12]} is back in the harbour for number {number}"


def page(numbers: range, entry: str, *, kind: str = "") -> str:
    """A page of entries, each written as `entry` says, with a menu above them."""
    menu = "".join(f"<div><a href=/m/{n}>Part {n}</a></div>" for n in range(4))
    entries = "".join(
        entry.format(
            n=n,
            kind=kind,
            name=name(n),
            day=f"{n % 27 + 1} May 2026",
            told=f"Boat {n} was seen off the northern dock this morning, and the harbour is glad of it.",
        )
        for n in numbers
    )
    return f"<nav>{menu}</nav><div id=stories><div>{entries}</div></div>"


def frozen(first: str, second: str = "") -> ListSelectors:
    later = [Shown(second, SECOND, chosen(induce(second, SECOND)))] if second else []
    [one] = freeze(first, URL, chosen(induce(first, URL)), later=later)
    assert one.selectors is not None
    return one.selectors


def read(html: str, form: ListSelectors) -> list[tuple[str, str, bool]]:
    [one] = read_lists(html, URL, [form])
    return [(row.title, row.url.rpartition("/")[2], bool(row.excerpt)) for row in one.entries]


def told(numbers: range, *, excerpt: bool) -> list[tuple[str, str, bool]]:
    return [(name(n), str(n), excerpt) for n in numbers]


def test_a_class_that_only_one_of_the_pages_has_names_no_entry() -> None:
    """No entry of the first page has a picture, each of the second has; the third is mixed."""
    entry = "<div class={kind}><h3><a href=/n/{n}>{name}</a></h3><i>{day}</i></div>"
    plain, pictured = page(range(8), entry, kind="textonly"), page(range(8, 16), entry, kind="illustrated")
    form = frozen(plain, pictured)
    mixed = page(range(3), entry, kind="textonly") + page(range(3, 9), entry, kind="illustrated")
    assert read(mixed, form) == told(range(9), excerpt=False)
    assert frozen(plain).entry == "div.textonly"


def test_a_field_that_the_first_page_lacks_is_that_of_the_second() -> None:
    """The newest entries have no teaser yet."""
    bare = "<article><h3><a href=/n/{n}>{name}</a></h3><i>{day}</i></article>"
    whole = bare.replace("</article>", "<p>{told}</p></article>")
    form = frozen(page(range(6), bare), page(range(6, 12), whole))
    assert (form.excerpt, frozen(page(range(6), bare)).excerpt) == ("p", "")
    assert read(page(range(20, 26), whole), form) == told(range(20, 26), excerpt=True)


def test_links_are_relative_to_their_own_page() -> None:
    """The entry's link is the one behind its topic's, and stands in each page as seen from there."""
    entry = "<article>{kind}<a href=story/{n}>{name}</a> <i>{day}</i><p>{told}</p><a href=story/{n}>More</a></article>"
    topic = "<a class=topic href=/topics/boats>Boats</a> "
    form = frozen(page(range(6), entry, kind=topic), page(range(6, 12), entry))
    for kind in (topic, ""):
        assert read(page(range(20, 26), entry, kind=kind), form) == told(range(20, 26), excerpt=True)


def test_a_later_page_of_another_build_is_named_beside_the_first() -> None:
    """The archive is a table, the first page shows cards; each is read by its own selector of the two."""
    first = page(range(8), "<article><h3><a href=/n/{n}>{name}</a></h3><i>{day}</i></article>")
    other = "<table>" + "".join(
        f"<tr><td>{n + 1} May 2026</td><td><a href=/n/{n}>{name(n)}</a></td></tr>" for n in range(8, 16)
    ) + "</table>"  # fmt: skip
    form = frozen(first, other)
    assert form.entry.startswith(frozen(first).entry)
    assert read(first, form) == told(range(8), excerpt=False)
    assert read(other, form) == told(range(8, 16), excerpt=False)


def test_where_no_selector_gives_the_entries_of_both_pages_the_first_one_s_stands() -> None:
    """The second page's entries are bare lines."""
    first = page(range(8), "<article><h3><a href=/n/{n}>{name}</a></h3><i>{day}</i></article>")
    lines = "<br>".join(f"{n + 1} May 2026 <a href=/n/{n}>{name(n)}</a>" for n in range(8, 16))
    assert frozen(first, f"<main><p>{lines}</p></main>") == frozen(first)


def days(counts: list[int], day: str, entry: str, around: str = "{}", lines: str = "{}") -> str:
    """Days with so many entries each, numbered on."""
    parts = []
    for at in range(len(counts)):
        told = "".join(
            entry.format(n=n, name=name(n), told=f"Boat {n} was seen off the northern dock this morning.")
            for n in range(sum(counts[:at]), sum(counts[: at + 1]))
        )
        parts.append(around.format(day.format(f"{27 - at} May 2026") + lines.format(told)))
    return f"<main><h1>News</h1>{''.join(parts)}</main>"


def dates(html: str, form: ListSelectors) -> list[tuple[str, str]]:
    [one] = read_lists(html, URL, [form])
    return [(row.title, row.date) for row in one.entries]


@pytest.mark.parametrize(
    ("entry", "around", "lines"),
    [
        ("<h3><a href=/n/{n}>{name}</a></h3><p>{told}</p>", "{}", "{}"),
        ("<div class=entry><h3><a href=/n/{n}>{name}</a></h3><p>{told}</p></div>", "{}", "{}"),
        (
            "<div class=entry><h3><a href=/n/{n}>{name}</a></h3><p>{told}</p></div>",
            "<div class=day>{}</div>",
            "{}",
        ),
        ("<li><a href=/n/{n}>{name}</a><p>{told}</p></li>", "{}", "<ul>{}</ul>"),
        ("<tr><td><a href=/n/{n}>{name}</a><td>{told}</tr>", "{}", "<table>{}</table>"),
    ],
    ids=["runs", "boxes", "boxes in boxes", "items", "rows"],
)
def test_a_day_with_one_entry_is_no_entry_on_the_day_that_has_two(
    entry: str, around: str, lines: str
) -> None:
    """While the site writes once a day its days look like entries."""
    single, several = (
        days([1] * 6, "<h2>{}</h2>", entry, around, lines),
        days([1, 2, 3], "<h2>{}</h2>", entry, around, lines),
    )
    wanted = [(name(n), f"{27 - at} May 2026") for n, at in enumerate((0, 1, 1, 2, 2, 2))]
    assert dates(several, frozen(single)) == wanted
    assert dates(single, frozen(single)) == [(name(n), f"{27 - n} May 2026") for n in range(6)]


def test_what_only_a_later_page_shows_of_the_entries_counts_where_it_gives_the_first_page_too() -> None:
    """Terms of the first page have one description each, those of the second several: the description is the entry."""
    day, entry = "<dt>{}</dt>", "<dd><a href=/n/{n}>{name}</a></dd>"
    single = days([1] * 6, day, entry).replace("<dt>", "<dl><dt>", 1) + "</dl>"
    several = days([1, 3, 2, 1], day, entry).replace("<dt>", "<dl><dt>", 1) + "</dl>"
    form = frozen(single, several)
    assert [title for title, _ in dates(several, form)] == [name(n) for n in range(7)]
    assert dates(single, form) == [(name(n), f"{27 - n} May 2026") for n in range(6)]
