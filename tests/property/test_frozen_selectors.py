"""Selectors made from one page of a site give the entries of its other pages, whatever the template calls things."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/news/"
WORDS = "harbour river lantern bread choir map pier garden otter letter winter pump path school island keeper".split()
NAMES = st.from_regex(r"[a-z]{4,9}", fullmatch=True)
WRAPPERS = (
    '<div class="{item}"><h3><a href="{url}">{title}</a></h3><span class="{day}">{date}</span><p class="{text}">{teaser}</p></div>',
    '<article><p class="{day}">{date}</p><h2><a href="{url}">{title}</a></h2><div class="{text}"><p>{teaser}</p></div></article>',
    '<li class="{item}"><a href="{url}"><h4>{title}</h4></a><em>{date}</em><p class="{text}">{teaser}</p></li>',
    '<tr class="{item}"><td>{date}</td><td><a href="{url}">{title}</a></td><td class="{text}">{teaser}</td></tr>',
)
HOLDERS = (
    "<div class={list}>{}</div>",
    "<section class={list}>{}</section>",
    "<ul class={list}>{}</ul>",
    "<table class={list}>{}</table>",
)


class Template(NamedTuple):
    """How a site shows its entries."""

    kind: int
    names: dict[str, str]

    def page(self, numbers: range, beside: str = "") -> str:
        """A listing page of these entries."""
        rows = "".join(WRAPPERS[self.kind].format(**self.names, **cells(number)) for number in numbers)
        held = HOLDERS[self.kind].format(rows, **self.names)
        menu = "".join(f"<li><a href=/m/{word}>{word}</a></li>" for word in WORDS[:4])
        return f"<html lang=en><body><nav><ul>{menu}</ul></nav><main>{held}</main>{beside}<footer>Imprint</footer></body></html>"


def cells(number: int) -> dict[str, str]:
    pick = [WORDS[(number * 7 + step * step) % len(WORDS)] for step in range(24)]
    return {
        "url": f"{URL}{number}",
        "title": f"{' '.join(pick[:5])} {number}",
        "date": f"{number % 27 + 1:02}.04.2026",
        "teaser": f"{' '.join(pick[5:])} {number}.",
    }


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A kind of markup and class names for its parts."""
    names = draw(st.lists(NAMES, min_size=4, max_size=4, unique=True))
    return Template(draw(st.integers(0, 3)), dict(zip(("list", "item", "day", "text"), names, strict=True)))


BESIDE = st.sampled_from(
    [
        "",
        "<aside><h3>Most read</h3><ul><li><a href=/x>What people read most of all</a></li></ul></aside>",
        "<p>Page 2 of 9</p>",
    ]
)


@settings(max_examples=60)
@given(templates(), st.integers(4, 12), st.integers(1, 12), BESIDE)
def test_another_page_of_the_site_gives_its_rows(
    template: Template, first: int, other: int, beside: str
) -> None:
    """One entry or twelve, with other boxes beside the list."""
    page = template.page(range(first))
    forms = [one.selectors for one in freeze(page, URL, chosen(induce(page, URL)))]
    assert len(forms) == 1
    assert forms[0] is not None
    [read] = read_lists(template.page(range(20, 20 + other), beside), URL, [forms[0]])
    assert [(row.title, row.url, row.date, row.excerpt) for row in read.entries] == [
        tuple(cells(number)[name] for name in ("title", "url", "date", "teaser"))
        for number in range(20, 20 + other)
    ]


@settings(max_examples=40)
@given(st.text(alphabet="<>/abdlitr h123=\"'.#", max_size=60))
@example("")
def test_any_page_is_frozen_without_an_error(noise: str) -> None:
    """Whatever stands in its entries, selectors are made or there are none."""
    rows = "".join(
        f"<li>{noise} <a href=/news/{n}>{cells(n)['title']}</a> {cells(n)['date']}</li>" for n in range(8)
    )
    page = f"<main><h1>News</h1><ul>{rows}</ul></main>"
    found = induce(page, URL)
    assert found or noise
    for one in freeze(page, URL, found):
        assert all(isinstance(entry, Entry) for entry in one.entries)
