"""What an endpoint answers: lists as JSON, HTML inside JSON, and JSON that is neither."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.listing.answer import read_answer
from scraper.listing.entry import Entry

URL = "https://portus.example/api/posts?page=2"
REST = [
    {
        "id": number,
        "date": f"2026-05-0{number}T08:00:00",
        "slug": "ferry",
        "guid": {"rendered": f"https://portus.example/?p={number}"},
        "link": f"https://portus.example/2026/ferry-{number}/",
        "title": {"rendered": "Ferries &amp; quays"},
        "excerpt": {"rendered": "<p>The pier is closed [&hellip;]</p>\n"},
        "content": {"rendered": "<p>The pier is closed, see <a href=/x>x</a>.</p>"},
        "author": 3,
    }
    for number in (1, 2)
]
RESOURCES = {
    "jsonapi": {"version": "1.0"},
    "data": [
        {
            "type": "node--news",
            "id": "0b1f",
            "links": {"self": {"href": "https://portus.example/jsonapi/node/news/0b1f"}},
            "attributes": {
                "title": "Bridge closes",
                "created": "2026-05-02T09:00:00+00:00",
                "path": {"alias": "/news/bridge-closes", "pid": 3},
                "body": {"value": "<p>Long.</p>", "processed": "<p>Long.</p>", "summary": "Short."},
            },
        }
    ],
    "links": {"next": {"href": "https://portus.example/jsonapi/node/news?page%5Boffset%5D=10"}},
}
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "next_url": "https://portus.example/feed.json?page=2",
    "items": [
        {
            "id": "1",
            "url": "/a/1",
            "title": "One",
            "content_html": "<p>Text.</p>",
            "date_published": "2026-05-03",
        }
    ],
}


def read(data: Any, url: str = URL) -> Any:
    return read_answer(json.dumps(data), url)


def test_posts_of_a_rest_interface() -> None:
    """Rendered fields, entities and markup undone; the excerpt, not the text."""
    first = read(REST).list.entries[0]
    assert first == Entry(
        title="Ferries & quays",
        url="https://portus.example/2026/ferry-1/",
        datetime="2026-05-01T08:00:00",
        excerpt="The pier is closed […]",
    )


def test_resources_with_attributes() -> None:
    """Attributes are the entry's own, the alias is its address, the next link is the answer's."""
    answer = read(RESOURCES)
    assert answer.list.entries == (
        Entry(
            "Bridge closes",
            "https://portus.example/news/bridge-closes",
            datetime="2026-05-02T09:00:00+00:00",
            excerpt="Short.",
        ),
    )
    assert answer.next == "https://portus.example/jsonapi/node/news?page%5Boffset%5D=10"


def test_a_json_feed() -> None:
    """Items with a page of their own; the text stands in for a summary."""
    answer = read(FEED)
    assert answer.list.entries == (
        Entry("One", "https://portus.example/a/1", datetime="2026-05-03", excerpt="Text."),
    )
    assert answer.next.endswith("feed.json?page=2")


@pytest.mark.parametrize(
    "data",
    [
        {"html": "<li><a href=/a/1>One</a></li>"},
        {"success": True, "data": {"html": "<li><a href=/a/1>One</a></li>", "found": 3}},
        [{"command": "insert", "data": "<li><a href=/a/1>One</a></li>"}],
        {"posts": ["<li><a href=/a/1>One</a></li>"]},
    ],
)
def test_markup_inside_json(data: Any) -> None:
    """What a script would put into the page."""
    assert read(data).html == "<li><a href=/a/1>One</a></li>"


@pytest.mark.parametrize("day", ["", "2026-05-12"])
def test_markup_beside_a_list(day: str) -> None:
    """Where a list of an answer tells no day, the markup beside it may: such a list is often the answer's tags or offices."""
    items = [{"title": f"The harbour entry {n}", "url": f"/a/{n}", "date": day} for n in range(3)]
    answer = read({"items": items, "html": "<li><a href=/a/1>One</a></li>"})
    assert (answer.list is None, bool(answer.html)) == (not day, not day)


@pytest.mark.parametrize(
    ("more", "following"),
    [
        ({"has_more": True}, "https://portus.example/api/posts?page=3"),
        ({"has_more": False}, ""),
        ({"meta": {"next_page": 3}}, "https://portus.example/api/posts?page=3"),
        ({"next_page": None}, ""),
        ({"total_pages": 9}, "https://portus.example/api/posts?page=3"),
        ({"total_pages": 2}, ""),
        ({"pagination": {"next": "/api/posts?page=3&x=1"}}, "/api/posts?page=3&x=1"),
        ({}, ""),
    ],
)
def test_how_an_answer_goes_on(more: dict[str, Any], following: str) -> None:
    """By an address, by a number, by saying that there is more; else it is the last."""
    assert read({"items": REST, **more}).next == following


@pytest.mark.parametrize(
    ("says", "following"),
    [
        ({"page": 1, "has_more": True}, "page=2"),
        ({"meta": {"currentPage": 0, "hasNextPage": True}}, "page=1"),
        ({"current_page": 1, "last_page": 4}, "page=2"),
        ({"page": 4, "total_pages": 4}, ""),
        ({"page": 1, "has_more": False}, ""),
        ({"page": "news", "has_more": True}, ""),
    ],
)
def test_an_answer_that_tells_its_number_is_asked_for_the_next(says: dict[str, Any], following: str) -> None:
    """The address of the first page names none; where the answer says neither number nor address, that there is more is told."""
    for query in ("", "lang=sv"):
        answer = read({"items": REST, **says}, f"https://portus.example/api/posts?{query}".rstrip("?"))
        asked = "&".join(filter(None, (query, following)))
        assert answer.next == (f"https://portus.example/api/posts?{asked}" if following else "")
        assert answer.more == (not following and bool(says.get("has_more")))


def test_an_offset_goes_on_by_the_entries_of_the_answer() -> None:
    """Two entries at 20 lead to 22."""
    answer = read({"items": REST, "hasMore": True}, "https://portus.example/api?offset=20")
    assert answer.next == "https://portus.example/api?offset=22"


@pytest.mark.parametrize(
    ("moment", "told"),
    [(1777766400, "2026-05-03T00:00:00+00:00"), (1777766400000, "2026-05-03T00:00:00+00:00")],
)
def test_moments_as_numbers(moment: int, told: str) -> None:
    """Seconds or milliseconds since 1970."""
    assert read([{"title": "One", "url": "/a/1", "published": moment}]).list.entries[0].datetime == told


def test_a_date_as_written_stays_one() -> None:
    """What is no machine's date is read with the list."""
    [entry] = read([{"title": "One", "url": "/a/1", "date": "3. Mai 2026"}]).list.entries
    assert (entry.date, entry.datetime) == ("3. Mai 2026", "")


@pytest.mark.parametrize("data", [{"items": [], "total": 16}, [], {"data": {"posts": []}}])
def test_an_empty_list_is_the_end_of_one(data: Any) -> None:
    """Nothing is told of it."""
    answer = read(data)
    assert (answer.list.entries, answer.says) == ((), "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{"status": "ok", "version": 3}',
            "JSON without a list of entries; it holds the keys status, version",
        ),
        ("[1, 2, 3]", "JSON without a list of entries; it holds 3 values"),
        ('{"items": [', "JSON that is broken"),
        ("[" * 100_000, "JSON nested too deep"),
    ],
)
def test_json_that_is_no_list_says_what_it_holds(text: str, told: str) -> None:
    """For a reject with its reason."""
    answer = read_answer(text, URL)
    assert answer is not None
    assert answer.list is None
    assert answer.says.startswith(told)


@pytest.mark.parametrize("text", ["", "<p>x</p>", "{{ title }}<p>x</p>", "plain"])
def test_what_is_no_json_is_left_to_others(text: str) -> None:
    """A page of markup, even one whose template was not filled."""
    assert read_answer(text, URL) is None


@pytest.mark.parametrize("guard", [")]}',\n", "while(1);", "for (;;);"])
def test_a_guard_before_the_json_is_no_part_of_it(guard: str) -> None:
    """What keeps a script element from running it."""
    answer = read_answer(guard + json.dumps(REST), URL)
    assert answer is not None
    assert answer.list is not None
    assert len(answer.list.entries) == 2


def test_a_lone_byte_stays_marked() -> None:
    """A teaser cut inside a character keeps its mark."""
    [entry] = read_answer('[{"title": "One", "url": "/a/1", "teaser": "exhort\U0010f7c3"}]', URL).list.entries  # type: ignore[union-attr]
    assert entry.excerpt == "exhort\U0010f7c3"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_read_or_told(data: Any) -> None:
    """A list, markup, or what it holds; no error."""
    answer = read(data)
    if isinstance(data, dict | list):
        assert answer.list is not None or answer.html or answer.says
    else:
        assert answer is None
