"""What has nothing to do with entries does not change them: wrapping, adverts, order of attributes, class names."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from scraper.listing.markup.tree import collapse, parse

URL = "https://portus.example/news/"
WORDS = "harbour river lantern bread choir map pier garden otter letter winter pump path school island keeper".split()
NAMES = st.from_regex(r"[a-z]{4,9}", fullmatch=True)


@st.composite
def listings(draw: st.DrawFn) -> tuple[list[tuple[str, str, str]], dict[str, str]]:
    """Title, day and teaser of some entries, and class names for their parts."""
    count = draw(st.integers(4, 12))
    first = date(2026, 4, 28)
    rows = []
    for number in range(count):
        title = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=8))) + f" {number}"
        teaser = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=12, max_size=30))) + f" {number}."
        rows.append((title, (first - timedelta(days=3 * number)).strftime("%d.%m.%Y"), teaser))
    names = draw(st.lists(NAMES, min_size=4, max_size=4, unique=True))
    return rows, dict(zip(("list", "item", "day", "text"), names, strict=True))


def page(
    rows: list[tuple[str, str, str]], names: dict[str, str], *, around: str = "{}", between: str = ""
) -> str:
    items = between.join(
        f'<div class="{names["item"]}" id="n-{number}"><h3><a href="{URL}{number}" class="t">{title}</a></h3>'
        f'<span class="{names["day"]}">{day}</span><p class="{names["text"]}">{teaser}</p></div>'
        for number, (title, day, teaser) in enumerate(rows)
    )
    menu = "".join(f"<li><a href=/m/{word}>{word}</a></li>" for word in ("home", "about", "visit", "contact"))
    listing = around.format(f'<div class="{names["list"]}">{items}</div>')
    return f"<html lang=en><body><nav><ul>{menu}</ul></nav>{listing}<footer><a href=/imprint>Imprint</a></footer></body></html>"


def rows_of(html: str) -> list[Entry]:
    return [entry for one in chosen(induce(html, URL)) for entry in one.entries]


@settings(max_examples=40)
@given(listings())
def test_every_row_is_found(made: tuple[list[tuple[str, str, str]], dict[str, str]]) -> None:
    """A regular list gives its rows, whatever its classes are called."""
    rows, names = made
    found = rows_of(page(rows, names))
    assert [(entry.title, entry.date, entry.excerpt) for entry in found] == rows
    assert [entry.url for entry in found] == [f"{URL}{number}" for number in range(len(rows))]


@settings(max_examples=40)
@given(listings(), st.integers(1, 4), NAMES)
def test_wrapping_changes_nothing(
    made: tuple[list[tuple[str, str, str]], dict[str, str]], depth: int, name: str
) -> None:
    """More boxes around the list leave its rows as they are."""
    rows, names = made
    around = f'<div class="{name}">' * depth + "{}" + "</div>" * depth
    assert rows_of(page(rows, names, around=around)) == rows_of(page(rows, names))


@settings(max_examples=40)
@given(listings())
def test_adverts_change_nothing(made: tuple[list[tuple[str, str, str]], dict[str, str]]) -> None:
    """Images that lead elsewhere between the entries are no entries."""
    rows, names = made
    advert = '<div class="promo"><a href="https://shop.example/x"><img src="/ad.png"></a></div>'
    assert rows_of(page(rows, names, between=advert)) == rows_of(page(rows, names))


@settings(max_examples=40)
@given(listings())
def test_adverts_with_words_change_nothing(made: tuple[list[tuple[str, str, str]], dict[str, str]]) -> None:
    """Nor are boxes that lead elsewhere, whatever they say."""
    rows, names = made
    advert = (
        f'<div class="{names["item"]}"><a href="https://shop.example/x"><img src="/ad.png" alt="Boots for wet paths"></a>'
        "<span>Sponsored</span></div>"
    )
    assert rows_of(page(rows, names, between=advert)) == rows_of(page(rows, names))


@settings(max_examples=40)
@given(listings(), st.sampled_from(["headings", "names", "spaces"]))
def test_what_the_markup_need_not_say(
    made: tuple[list[tuple[str, str, str]], dict[str, str]], missing: str
) -> None:
    """No heading, no class and id, no white space between elements: the rows are the same."""
    rows, names = made
    html = page(rows, names)
    without = {
        "headings": re.sub(r"<(/?)h3", r"<\1div", html),
        "names": re.sub(r' (?:class|id)="[^"]*"', "", html),
        "spaces": html.replace("><", ">\n  <"),
    }
    assert rows_of(without[missing]) == rows_of(html)


@settings(max_examples=40)
@given(listings())
def test_order_of_attributes_changes_nothing(made: tuple[list[tuple[str, str, str]], dict[str, str]]) -> None:
    """Attributes may stand in any order and be quoted in any way."""
    rows, names = made
    html = page(rows, names)
    turned = re.sub(r'class="([^"]*)" id="([^"]*)"', r"id='\2' class='\1'", html)
    turned = re.sub(r'href="([^"]*)" class="t"', r'class=t href="\1"', turned)
    assert rows_of(turned) == rows_of(html)


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_a_page(text: str) -> None:
    """No text crashes the finder, and its visible text holds no white space a browser would not show."""
    induce(text, URL)
    shown = parse(text, URL).text_all()
    assert shown == collapse(shown)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_page(body: bytes) -> None:
    """Nor do any bytes."""
    induce(b"<ul><li>" + body, URL)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<a href=/x>",
                "</a>",
                "<li>",
                "<br>",
                "<table>",
                "<tr>",
                "<td>",
                "12.03.2026",
                "Some title of a thing",
            ]
        ),
        max_size=60,
    )
)
def test_any_markup_is_a_page(parts: list[str]) -> None:
    """Nor does any markup, however it is nested; an entry without link and title is never given."""
    for one in induce("".join(parts), URL):
        assert all(entry.title or entry.url or entry.date for entry in one.entries)
