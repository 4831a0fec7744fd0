"""Which rows are one entry."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.address_column import canonical
from pipelines.address_key import key_of
from pipelines.build import build
from pipelines.identity import identity, twice
from tests.rows import CLOCK, LISTING, entry, frame, raw, site


@st.composite
def urls(draw: st.DrawFn) -> str:
    """Addresses of a site, plain and odd."""
    host = draw(
        st.sampled_from(["lumen.example", "www.lumen.example", "LUMEN.example", "lumen.example:8080"])
    )
    path = draw(st.text("aZ/.-_~é%;= ", max_size=12))
    query = draw(st.sampled_from(["", "?", "?b=2&a=1", "?utm_id=1", "#x", "?s=a"]))
    return f"{draw(st.sampled_from(['http', 'https']))}://{host}/{path}{query}"


def ids(*lines: dict[str, object]) -> list[str]:
    return identity(frame(*lines), site())["id"].tolist()


@pytest.mark.parametrize(
    "other",
    [
        "http://lumen.example/fr/article-1/",
        "https://www.lumen.example/fr/article-1",
        "https://lumen.example/fr/article-1/#suite",
        "https://lumen.example/fr/article-1/?utm_source=rss&fbclid=1",
        "https://LUMEN.example/fr/article-1/",
        "https://lumen.example:443/fr/article-1/",
        "http://lumen.example:80/fr/article-1",
        "https://lumen.example/fr/article-1/?UTM_SOURCE=rss&PHPSESSID=0f3kq9",
        "https://lumen.example/fr/article-1;jsessionid=9A41C77B02",
        "https://lumen.example/fr/article-1/;JSESSIONID=9A41C77B02?utm_term=x",
        "https://lumen.example/fr/article-1/?sid=4c2ab9e01f77d3506e8f19ab40c2d7e5",
    ],
)
def test_one_page_has_one_id(other: str) -> None:
    """Scheme, www, its own port, last slash, fragment, session and tracking do not make another entry."""
    first, second = ids(entry(1), entry(1, url=other, list="une"))
    assert first == second


@given(urls())
def test_a_column_has_the_keys_of_its_addresses(url: str) -> None:
    """What is read by column and what is read one by one agree."""
    assert canonical(pd.Series([url], dtype="str")).tolist() == [key_of(url)]


def test_a_column_in_several_pieces_has_the_same_keys() -> None:
    """A dataset of more rows than one row group has its addresses in pieces, plain ones and others."""
    parts = [["https://lumen.example/été/", "https://lumen.example/b"], ["https://lumen.example/straße"]]
    column = pd.concat([pd.Series(part, dtype="str") for part in parts], ignore_index=True)
    assert canonical(column).tolist() == [key_of(url) for part in parts for url in part]


def test_a_query_that_names_the_page_counts() -> None:
    """`?id=1` and `?id=2` are two entries, in any order of the query."""
    pages = [
        "https://lumen.example/p?id=1&l=fr",
        "https://lumen.example/p?l=fr&id=1",
        "https://lumen.example/p?id=2&l=fr",
    ]
    keys = canonical(pd.Series(pages, dtype="str"))
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("query", ["?sid=204", "?s=tramway", "?session=printemps", "?page_id=3"])
def test_a_story_is_no_session(query: str) -> None:
    """Short names are sessions only with a session's value."""
    assert len(set(ids(entry(1), entry(1, url=f"https://lumen.example/fr/article-1/{query}")))) == 2


def test_a_cut_title_is_no_other_entry() -> None:
    """A box that shows the beginning of a title names the entry of its link, as every other run does."""
    (alone,) = ids(entry(1, title="Une école ouvre ses portes au public"))
    boxed = ids(
        entry(1, title="Une école…", list="une"), entry(1, title="Une école ouvre ses portes au public")
    )
    assert boxed == [alone, alone]


def test_two_beginnings_of_one_title_are_one_entry() -> None:
    """Of titles that two lists cut, the one that says more goes on from the other, however long their marks are."""
    lines = [
        entry(number, title=f"École {number} ou{rest}", list=name)
        for number in range(1, 13)
        for name, rest in (("actualites", "vr…"), ("une", "..."))
    ]
    found = ids(*lines)
    assert found[:12] == found[12:]


@pytest.mark.parametrize("longer", ["Concert avec chœur", "Concert 2"])
def test_a_title_that_goes_on_from_another_is_an_entry_of_its_own(longer: str) -> None:
    """Only a title that says it is cut may be the beginning of another one's."""
    assert len(set(ids(entry(1, title="Concert"), entry(1, title=longer)))) == 2


def test_several_entries_with_one_link_stay_several() -> None:
    """A calendar whose entries all link to itself keeps them apart by their titles."""
    one, two, three = ids(
        entry(1, url=LISTING),
        entry(2, url=LISTING),
        entry(3, url="https://lumen.example/agenda/", title="Marché"),
    )
    assert len({one, two, three}) == 3
    shared = "https://lumen.example/agenda/"
    assert len(set(ids(entry(1, url=shared), entry(2, url=shared)))) == 2


def test_an_entry_without_a_link_is_named_by_its_content() -> None:
    """The same title, date and teaser are the same entry; another date is another."""
    lines = [
        entry(1, url=None),
        entry(1, url=None, position=2),
        entry(1, url=None, position=3, date="29.10.26"),
    ]
    same, again, later = ids(*lines)
    assert same == again != later


@pytest.mark.parametrize(
    ("said", "on"),
    [("il y a 3 jours", 20), ("il y a 4 jours", 21), ("hier", 18), ("17.11.26", 20)],
)
def test_an_entry_without_a_link_keeps_its_id_while_its_date_is_told_from_the_crawl(
    said: str, on: int
) -> None:
    """Each day says it in other words, and the day that they mean is one; a day as it is written counts as written."""
    crawled = CLOCK.replace(day=on)
    (first,) = build(raw([entry(1, url=None, date="il y a 3 jours")]), site(), None, "one").records["id"]
    (again,) = build(raw([entry(1, url=None, date=said)]), site(crawled=crawled), None, "two").records["id"]
    assert (first == again) == (said != "17.11.26")


def test_a_rough_date_names_no_entry() -> None:
    """`2 weeks ago` is said for seven days."""
    lines = [entry(1, url=None, date="il y a 2 semaines")]
    names = {
        build(raw(lines), site(crawled=CLOCK.replace(day=day)), None, "run").records["id"].item()
        for day in (18, 19, 20)
    }
    assert len(names) == 1


def test_an_id_does_not_depend_on_its_neighbours_or_looks() -> None:
    """The id of an entry is the same alone and in a list, and reads as text, never as a number."""
    alone = ids(entry(5))
    assert alone[0] in ids(entry(4), entry(5), entry(6))
    assert all(len(name) == 16 and not name.isdigit() for name in ids(*map(entry, range(300))))


def test_the_same_link_on_two_sites_is_two_records() -> None:
    """Sites are kept apart even where they list the same page."""
    assert ids(entry(1)) != identity(frame(entry(1)), site(id="other"))["id"].tolist()


def test_the_row_that_holds_most_stays() -> None:
    """A box of titles above the news gives way to the news; its row is the reject."""
    box = entry(1, list="top", position=4, excerpt="", date="")
    built = build(raw([box, entry(1), entry(2)]), site(), None, "one")
    assert built.records["list"].tolist() == ["actualites", "actualites"]
    assert built.records[["date", "excerpt"]].notna().all().all()
    assert built.rejects["detail"].tolist() == ["list top, position 0"]


def test_a_double_listing_is_marked_at_its_second_place() -> None:
    """Of rows that hold the same the first place counts."""
    known = identity(frame(entry(1, list="une"), entry(2), entry(1, position=9)), site())
    assert twice(known).tolist() == [False, False, True]
