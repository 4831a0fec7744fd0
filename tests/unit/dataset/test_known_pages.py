"""Raw lines of entries' own pages go from the run before into this one's."""

from __future__ import annotations

import json
from pathlib import Path

from pipelines.known_pages import add_known_pages, start_pages
from pipelines.raw import read_raw
from pipelines.repair.excerpts.shared_pages import shared
from tests.rows import entry


def written(path: Path, *lines: dict[str, object]) -> Path:
    """The lines as a crawl writes them."""
    path.write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8", newline="\n"
    )
    return path


def page(line: dict[str, object], text: str) -> dict[str, object]:
    """The own page of an entry."""
    return {"kind": "page", "url": line["url"], "title": line["title"], "text": text, "summary": ""}


def test_pages_that_were_not_read_now_are_added(tmp_path: Path) -> None:
    """A page read now counts; one of an entry that is gone, or that the list calls otherwise, is not added."""
    one, two, three, gone = (entry(at) for at in (1, 2, 3, 4))
    former = written(
        tmp_path / "former.jsonl",
        page(one, "Die Fähre „Ä“ fährt."),
        page(two, "Before."),
        page(three, "Before."),
        page(gone, "Gone."),
        *(one, two, three, gone),
    )
    now = written(tmp_path / "now.jsonl", page(two, "Now."), one, two, {**three, "title": "Another title"})
    assert add_known_pages(now, former) == 1
    assert add_known_pages(now, former) == 0
    assert read_raw(now).entries["own_text"].fillna("").tolist() == ["Die Fähre „Ä“ fährt.", "Now.", ""]


def test_a_page_that_asks_for_patience_was_not_read(tmp_path: Path) -> None:
    """What stands behind three entries at once is none of theirs: what each of their pages said before stands, and is read on."""
    entries = [entry(at) for at in range(1, 6)]
    former = written(
        tmp_path / "former.jsonl", *(page(one, f"Text {at}.") for at, one in enumerate(entries)), *entries
    )
    sorry = [{**page(one, "Please come back later."), "title": "Sorry"} for one in entries[:4]]
    now = written(tmp_path / "now.jsonl", *sorry, page(entries[4], "Now."), *entries)
    assert add_known_pages(now, former) == 4
    assert add_known_pages(now, former) == 0
    assert read_raw(now).entries["own_text"].tolist() == [*(f"Text {at}." for at in range(4)), "Now."]
    two = written(tmp_path / "two.jsonl", *sorry[:2], *entries[:2])
    assert add_known_pages(two, former) == 0, "two may be one article under two addresses"
    third = {**page(entries[2], "Please come back later."), "title": "Sorry"}
    former = written(
        tmp_path / "earlier.jsonl",
        *(page(one, f"Text {at}.") for at, one in enumerate(entries) if at != 2),
        *(third, *entries),
    )
    two = written(tmp_path / "two.jsonl", *sorry[:2], *entries)
    assert add_known_pages(two, former) == 4, "the third said so in the run before, and is not read on"
    said = read_raw(two).entries["own_text"].fillna("").tolist()
    assert said == ["Text 0.", "Text 1.", "", "Text 3.", "Text 4."]


def test_a_new_page_that_is_nobodys_like_those_before_it_is_known_as_such(tmp_path: Path) -> None:
    """A site whose own pages all say that there is none: of the run before they are evidence; where too few are left, none is read."""
    entries = [entry(at) for at in range(1, 7)]
    none = [{**page(one, "The page you asked for does not exist."), "title": "Not found"} for one in entries]
    former = written(tmp_path / "former.jsonl", *none[:5], *entries[:5])
    now = written(tmp_path / "now.jsonl", none[5], *entries[1:])
    assert add_known_pages(now, former) == 4
    raw = read_raw(now).entries
    assert shared(raw).tolist() == list(range(5))
    other = [{**one, "title": f"Another title {at}"} for at, one in enumerate(entries[:5])]
    now = written(tmp_path / "later.jsonl", none[5], *other, entries[5])
    assert add_known_pages(now, former) == 0
    assert "own_text" not in read_raw(now).entries or read_raw(now).entries["own_text"].isna().all()


def test_pages_that_are_nobodys_are_remembered_over_a_day_without_one(tmp_path: Path) -> None:
    """The one page of the third day is known by those of the first, though none came on the second."""
    entries = [entry(at) for at in range(1, 7)]
    none = [{**page(one, "The page you asked for does not exist."), "title": "Not found"} for one in entries]
    first = written(tmp_path / "first.jsonl", *none[:4], *entries[:4])
    second = written(tmp_path / "second.jsonl", page(entries[4], "Text."), *entries[:5])
    third = written(tmp_path / "third.jsonl", none[5], *entries)
    add_known_pages(second, first)
    add_known_pages(third, second)
    assert shared(read_raw(third).entries).tolist() == [0, 1, 2, 3, 5]


def test_pages_that_say_the_same_of_one_event_stay(tmp_path: Path) -> None:
    """The pages of a market that the list calls alike on every day are its own, in new words, too."""
    days = [{**entry(at), "title": "Market on the quay"} for at in range(1, 5)]
    former = written(tmp_path / "former.jsonl", *(page(one, "From eight to one.") for one in days), *days)
    now = written(tmp_path / "now.jsonl", *(page(one, "From nine to one.") for one in days), *days)
    assert add_known_pages(now, former) == 0
    assert set(read_raw(now).entries["own_text"]) == {"From nine to one."}


def test_without_a_run_before_nothing_is_added(tmp_path: Path) -> None:
    """A first run, and one whose former run lost its raw lines, stay as they are."""
    now = written(tmp_path / "now.jsonl", entry(1))
    before = now.read_bytes()
    assert add_known_pages(now, tmp_path / "none.jsonl") == 0
    assert now.read_bytes() == before


def test_a_damaged_line_of_the_run_before_is_no_matter(tmp_path: Path) -> None:
    """What can be read of it is."""
    one, two = entry(1), entry(2)
    former = written(tmp_path / "former.jsonl", page(one, "One."), page(two, "Two."), one, two)
    former.write_bytes(former.read_bytes().replace(b'"list": "actualites"', b'"list": "act', 1)[:-5])
    now = written(tmp_path / "now.jsonl", one, two)
    assert add_known_pages(now, former) == 0
    assert read_raw(now).entries["own_text"].isna().all()


def test_a_fragment_makes_no_other_page(tmp_path: Path) -> None:
    """The page of `/a#news` is that of `/a`."""
    one = entry(1, url="https://lumen.example/a#news", page=0)
    other = entry(2, url="https://lumen.example/b", page=0)
    later = entry(3, url="https://lumen.example/c", page=1)
    raw = written(
        tmp_path / "raw.jsonl", page({**one, "url": "https://lumen.example/a"}, "Text."), one, other, later
    )
    known = start_pages(raw)
    assert {address for address, _ in known.read} == {"https://lumen.example/a"}
    assert {address for address, _ in known.unread} == {"https://lumen.example/b"}
    assert start_pages(tmp_path / "none.jsonl").read == frozenset()
