"""What names the next page's link on every page that was read."""

from __future__ import annotations

import pytest

from scraper.site_files.next_link import next_selector
from tests.kept import START, kept, page_html


@pytest.mark.parametrize(
    ("pager", "expected"),
    [
        ('<a rel="next" href="/nouvelles/page/2/">2</a>', "a[rel=next]"),
        ('<a class="suite" href="/nouvelles/page/2/">Suivant</a>', "a.suite"),
        ('<li class="pager-next"><a href="/nouvelles/page/2/">Suivant</a></li>', ".pager-next a"),
        ('<p class="pages"><b>1</b> / 9 <a href="/nouvelles/page/2/">»</a></p>', ".pages a"),
        ('<a href="/nouvelles/page/2/">Suivant</a>', None),
    ],
    ids=["relation", "class", "parent's class", "the only link of a pager", "no name"],
)
def test_next_gets_the_shortest_name_that_holds(pager: str, expected: str | None) -> None:
    """A relation before a class before a parent's; a link without a name is left to its form."""
    first, last = (
        page_html(range(8)).replace(b"</main>", pager.encode() + b"</main>"),
        page_html(range(8, 11)),
    )
    assert next_selector([kept(first), kept(last, START + "page/2/", 1)]) == expected


def test_a_name_that_leads_back_on_the_second_page_is_not_taken() -> None:
    """`.pages a` is the next page on the first page and the one before on the second."""
    pager = '<p class="pages">{}<a class="n" href="/nouvelles/page/{}/">{}</a></p>'
    first = page_html(range(8)).replace(b"</main>", pager.format("", 2, "Suivant").encode() + b"</main>")
    back = '<a class="n" href="/nouvelles/">Précédent</a>'
    second = page_html(range(8, 16)).replace(
        b"</main>", pager.format(back, 3, "Suivant").encode() + b"</main>"
    )
    assert next_selector([kept(first), kept(second, START + "page/2/", 1)]) is None


def test_one_page_of_a_chain_names_no_class_of_its_next_link() -> None:
    """On the next page a link of that class may lead back; a relation says where it leads."""
    for pager, expected in (
        ('<a class="knopf" href="/nouvelles/page/2/">Suivant</a>', None),
        ('<a class="knopf" rel="next" href="/nouvelles/page/2/">Suivant</a>', "a[rel=next]"),
    ):
        first = page_html(range(8)).replace(b"</main>", pager.encode() + b"</main>")
        assert next_selector([kept(first)]) == expected


def test_no_next_link_gives_no_selector() -> None:
    """A single page has no next."""
    assert next_selector([kept(page_html(range(8)))]) is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "<b class=ici>1</b><a href={2}>2</a>",
            "<a href={1}>1</a><b class=ici>2</b><a href={3}>3</a>",
            "b.ici + a",
        ),
        (
            "<i>1 / 9</i> <a class=p href={2}>»</a>",
            "<a class=p href={1}>«</a> <i>2 / 9</i> <a class=p href={3}>»</a>",
            ".pages i + a",
        ),
        (
            "<ul><li class=ici><b>1</b><li><a href={2}>2</a></ul>",
            "<ul><li><a href={1}>1</a><li class=ici><b>2</b><li><a href={3}>3</a></ul>",
            "li.ici + li a",
        ),
        ("<a href={2}>2</a>", "<a href={1}>1</a> <a href={3}>3</a>", None),
    ],
    ids=["a named number", "a number in a named pager", "items", "no number"],
)
def test_next_is_behind_the_number_of_the_page(first: str, second: str, expected: str | None) -> None:
    """Where its class is that of the link back, too, as a person would write it."""
    addresses = ["", START, f"{START}page/2/", f"{START}page/3/"]
    pages = [
        kept(
            html.replace(b"</main>", f"<p class=pages>{pager.format(*addresses)}</main>".encode()),
            address,
            number,
        )
        for number, (html, pager, address) in enumerate(
            [(page_html(range(8)), first, START), (page_html(range(8, 16)), second, addresses[2])]
        )
    ]
    assert next_selector(pages) == expected
