"""A cell's selector names the smallest element that says the value, by the class that tells it from the others."""

from __future__ import annotations

import pytest

from scraper.listing.entry import AUTO, ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/notices"


def page(entry: str, **odd: str) -> str:
    """Nine entries of one form; what is given by name takes the place of that text in the third."""
    made = []
    for n in range(9):
        one = (
            entry.replace("URL", f"/n/{n}")
            .replace("TITLE", f"The harbour board spoke about ferry number {n}")
            .replace("DAY", f"{n + 10} May 2026")
            .replace(
                "TEASER", f"Works at quay {chr(65 + n)} will take {n + 3} weeks and the road stays open."
            )
        )
        for old, new in odd.items() if n == 2 else ():
            one = one.replace(old, new)
        made.append(one)
    return f"<main><h1>News</h1><div class='view-content'>{''.join(made)}</div></main>"


def frozen(html: str) -> ListSelectors:
    [one] = freeze(html, URL, chosen(induce(html, URL)))
    assert one.selectors is not None
    return one.selectors


CARD = (
    '<div class="col"><div class="card"><div class="card-body"><h5 class="card-title"><a href="URL">TITLE</a></h5>'
    '<p class="card-text">TEASER</p><small class="text-muted">DAY</small></div></div></div>'
)
FIELDS = (
    '<article class="node"><div class="field field--image"><a href="URL"><img src="/i.jpg"></a></div>'
    '<span class="field field--created">DAY</span><h3><a href="URL"><span class="field field--title">TITLE</span></a></h3>'
    '<div class="field field--body"><p>TEASER</p></div></article>'
)


def test_a_date_is_its_own_element_not_the_block_around_it() -> None:
    """The element of the date comes first, though only the block around it has a class that says what it is."""
    assert frozen(page(CARD)).date.split()[-1] == "small"


def test_a_date_in_a_later_teaser_is_not_the_entrys() -> None:
    """What was pinned on a page without such a teaser holds on a page with one."""
    form = frozen(page(CARD))
    [found] = read_lists(page(CARD, Works="Until 15 March 2027 works"), URL, [form])
    assert [row.date for row in found.entries] == [f"{n + 10} May 2026" for n in range(9)]


def test_a_class_that_all_fields_bear_names_none() -> None:
    """Of two classes the one that only this field's element has is the more telling."""
    form = frozen(page(FIELDS))
    assert (form.date, form.excerpt) == ("span.field--created", "div.field--body")


def test_an_entry_without_the_field_takes_no_other() -> None:
    """Where an entry of a later page lacks its date the cell is empty, not the text of the next field."""
    form = frozen(page(FIELDS))
    later = page(FIELDS, **{'<span class="field field--created">12 May 2026</span>': ""})
    [found] = read_lists(later, URL, [form])
    assert [row.date for row in found.entries][1:4] == ["11 May 2026", "", "13 May 2026"]


@pytest.mark.parametrize(
    ("meta", "selector"),
    [
        ('<p class="meta"><span>Ana Reis</span> <span>DAY</span></p>', "p.meta"),
        ('<p class="meta"><span>Ana Reis</span> <span class="when">DAY</span></p>', "span.when"),
        ('<p class="meta">by Ana Reis, <i>DAY</i></p>', "p.meta i"),
        ('<p class="meta"><b>DAY</b></p>', "p.meta"),
        ('<time>DAY</time> <time class="due">1 July 2026</time>', "time"),
    ],
)
def test_a_line_with_the_date_is_named_where_nothing_smaller_tells(meta: str, selector: str) -> None:
    """A name before a place: a place among elements that look alike changes with the first entry that lacks one."""
    entry = f'<div class="post"><h3><a href="URL">TITLE</a></h3>{meta}<p class="lead-in">TEASER</p></div>'
    assert frozen(page(entry)).date == selector


UNLINKED = (
    '<div class="note"><a class="section" href="/s/harbour">Harbour</a><h4>TITLE</h4><time>DAY</time><p>TEASER</p>'
    '<p class="below"><a class="more" href="URL">Read on</a></p></div>'
)


@pytest.mark.parametrize(
    ("html", "selector"),
    [
        (page(UNLINKED), "a.more"),
        (page(UNLINKED.replace('class="more" ', "")), "p.below a"),
        (page(CARD), ""),
    ],
    ids=["its own class", "its parent's", "the title's own link"],
)
def test_a_link_beside_the_title_is_named_by_what_sets_it_apart(html: str, selector: str) -> None:
    """A title without a link has the entry's elsewhere, beside links of sections; its own needs no selector."""
    found = frozen(html)
    assert found.link == selector
    read = read_lists(html, URL, [found])[0].entries
    assert [row.url for row in read] == [f"https://portus.example/n/{n}" for n in range(9)]


def test_a_teaser_by_structure_begins_behind_the_title_that_has_a_selector() -> None:
    """Alone on the last page an entry has its kicker for a title to structure, and its title is said in the teaser."""
    entry = (
        '<div class="mod-item"><h3><a href="URL"><span class="kicker">Environment</span> <span class="hl">TITLE</span></a></h3>'
        '<p>TEASER <span class="stamp">(DAY)</span></p></div>'
    )
    form = frozen(page(entry))
    assert (form.title, form.excerpt) == ("span.hl", AUTO)
    told = "Works at quay J will take a week and the road stays open. Nobody was hurt, and the cause is still looked into…"
    given = {
        "TITLE": "The harbour board spoke about ferry nine",
        "TEASER": told,
        "DAY": "3 May 2026",
        "URL": "/n/9",
    }
    for name, text in given.items():
        entry = entry.replace(name, text)
    [read] = read_lists(f"<main><h1>News</h1><div class='view-content'>{entry}</div></main>", URL, [form])
    assert [(row.title, row.excerpt) for row in read.entries] == [(given["TITLE"], told)]


def test_a_field_that_only_one_entry_has_is_found_by_structure() -> None:
    """The badge of eight entries says no day: no selector is right for all, and none of the ninth is missing."""
    html = page(CARD.replace("DAY", "on the quay")).replace("on the quay", "3 May 2026", 1)
    assert frozen(html).date == AUTO


def test_a_picture_with_a_link_between_entries_is_an_advert() -> None:
    """It stands in an item of the list; as where all cells are named, it has neither title nor day, and is no entry."""
    items = [
        f"<li>{n} May 2026: <a href=/n/{n}>Notice number {n} about the ferry</a></li>" for n in range(1, 9)
    ]
    items.insert(4, "<li><a href=https://ads.example/1><img src=/ad.png alt=''></a></li>")
    form = ListSelectors("n", "ul.news > li", title="a", date=AUTO)
    [read] = read_lists(
        f"<main><ul class=news>{''.join(items)}</ul></main>", "https://portus.example/", [form]
    )
    assert [entry.date for entry in read.entries] == [f"{n} May 2026" for n in range(1, 9)]
