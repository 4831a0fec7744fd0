"""Raw lines joined to one frame."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.errors import OutputError
from pipelines.raw import KINDS, SCHEMA, read_raw
from scraper.pages.raw_lines import EntryLine, FeedLine, OwnPageLine, RejectLine
from tests.rows import entry, raw

PAGE = {
    "kind": "page",
    "url": "https://lumen.example/fr/article-1/?utm_source=liste",
    "text": "Le texte entier.",
    "title": "Titre",
}


def test_pages_and_feed_items_join_their_entry_by_address() -> None:
    """The page and the feed item of an entry stand in its row, whatever tracking their links carry."""
    item = {
        "kind": "feed",
        "url": "http://www.lumen.example/fr/article-2",
        "text": "Le flux.",
        "summary": "Court.",
    }
    found = raw([entry(1), entry(2), PAGE, item])
    assert found.entries["own_text"].tolist()[0] == "Le texte entier."
    assert found.entries["feed_text"].tolist()[1] == "Le flux."
    assert found.entries["own_text"].isna().tolist() == [False, True]
    assert (found.pages, found.feed) == (1, 1)


def test_two_lists_share_one_fetched_page() -> None:
    """An entry shown twice needs its page once."""
    found = raw([entry(1), entry(1, list="une"), PAGE]).entries
    assert found["own_title"].tolist() == ["Titre", "Titre"]


def test_an_empty_cell_is_a_missing_one() -> None:
    """An empty title and an absent one are the same to every stage."""
    found = raw([entry(1, title=""), {**entry(2), "title": None}]).entries
    assert found["title_raw"].isna().all()


def test_lone_bytes_survive_the_file(tmp_path: Path) -> None:
    """A mark written by the crawl is read back as the same character."""
    file = tmp_path / "raw.jsonl"
    file.write_text(
        json.dumps(entry(1, excerpt="a exhort\U0010f7c3"), ensure_ascii=False) + "\n", encoding="utf-8"
    )
    assert read_raw(file).entries["excerpt_raw"].tolist() == ["a exhort\U0010f7c3"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [("entry", EntryLine), ("page", OwnPageLine), ("feed", FeedLine), ("reject", RejectLine)],
)
def test_lines_have_the_keys_that_are_read(kind: str, line: type) -> None:
    """What the crawl writes of a kind holds every column that kind is joined by, and none the reader refuses."""
    assert {*KINDS[kind].names} <= {*line.__annotations__} <= {*SCHEMA.names}


@pytest.mark.parametrize(
    "content",
    [
        b'{"kind": "entry", "nonsense": 1}\n',
        b'{"kind": "entry"',
        b"not json\n",
        b'{"kind": "entry", "url": "https://quai.example/\xe1?"}\n',
    ],
)
def test_what_no_crawl_wrote_is_refused(tmp_path: Path, content: bytes) -> None:
    """An unknown key, half a line, another format and bytes that are no text each end in one message."""
    file = tmp_path / "raw.jsonl"
    file.write_bytes(content)
    with pytest.raises(OutputError, match="not what a crawl writes"):
        read_raw(file)


def test_a_crawl_that_found_nothing_is_an_empty_frame(tmp_path: Path) -> None:
    """No lines, no rows, all columns."""
    (tmp_path / "raw.jsonl").touch()
    found = read_raw(tmp_path / "raw.jsonl")
    assert len(found.entries) == 0
    assert {"title_raw", "own_text", "feed_text"} <= set(found.entries.columns)


def test_rows_stand_list_by_list_whatever_answer_came_first() -> None:
    """A slow first page does not change the order of the dataset."""
    pages = [entry(1, list="une"), entry(1), entry(2), entry(3, page=2), entry(4, page=2)]
    late = pages[3:] + pages[:3]
    assert raw(pages).entries["url"].tolist() == raw(late).entries["url"].tolist()
    assert raw(late).entries["list"].tolist() == [
        "une",
        "actualites",
        "actualites",
        "actualites",
        "actualites",
    ]
