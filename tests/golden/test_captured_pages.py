"""Captured pages end in the rows they ended in when a person last looked: a page dropped into `pages/` is a test."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.golden.captured import PAGES, captured, main, names, remembered, rows_file

DAMAGE = re.compile("[\N{REPLACEMENT CHARACTER}\U0010f700-\U0010f7ff]|Ã[\u0080-\u00bf]")


def differing(then: list[dict[str, Any]], now: list[dict[str, Any]]) -> dict[str, tuple[Any, Any]]:
    """`row:column` with what stood there and what stands there now."""
    return {
        f"{number}:{key}": (old.get(key), new.get(key))
        for number, (old, new) in enumerate(zip(then, now, strict=False))
        for key in {**old, **new}
        if old.get(key) != new.get(key)
    }


@pytest.mark.parametrize("name", names())
def test_a_captured_page_gives_the_rows_it_gave(name: str) -> None:
    """Every cell of every row, every reject, every open question and every list's rule is as it was reviewed."""
    file = rows_file(name)
    assert file.is_file(), f"{file.name} is missing: `make golden` writes it; review it, then commit it"
    then, now = json.loads(file.read_text(encoding="utf-8")), remembered(captured(name))
    assert len(now["rows"]) == len(then["rows"])
    assert differing(then["rows"], now["rows"]) == {}
    assert {key: now[key] for key in ("rejects", "issues", "lists")} == {
        key: then[key] for key in ("rejects", "issues", "lists")
    }


@pytest.mark.parametrize("name", names())
def test_no_reviewed_row_holds_damage(name: str) -> None:
    """What was reviewed is clean: no mark of a lone byte, no replacement character, no `Ã©` in a mended cell."""
    rows = json.loads(rows_file(name).read_text(encoding="utf-8"))["rows"]
    cells = [row[key] for row in rows for key in ("title", "excerpt") if key in row]
    assert rows
    assert [cell for cell in cells if DAMAGE.search(cell)] == []


def test_the_folder_holds_pages_and_nothing_else() -> None:
    """A page has its three files; rows without a page are nobody's."""
    wanted = {f"{name}{ending}" for name in names() for ending in (".html", ".url", ".rows.json")}
    assert {file.name for file in PAGES.iterdir()} == wanted


def test_a_page_without_an_address_is_told(tmp_path: Path) -> None:
    """The file that lacks it is named, with what is expected in it."""
    (tmp_path / "lost.html").write_bytes(b"<p>")
    (tmp_path / "lost.url").write_text("content-type: text/html\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lost\.url: expected an address in the first line"):
        captured("lost", tmp_path)


def test_a_page_that_cannot_be_read_does_not_keep_the_others_from_being_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One message a page, exit code 2, and rows for every other page."""
    good = names()[0]
    for ending in (".html", ".url"):
        (tmp_path / f"{good}{ending}").write_bytes((PAGES / f"{good}{ending}").read_bytes())
    for name, url in (
        ("a", "https://quai.example/\n"),
        ("b", ""),
        ("c", "https://quai.example/\ndate: soon\n"),
    ):
        (tmp_path / f"{name}.html").write_bytes(b"<p>")
        (tmp_path / f"{name}.url").write_text(url, encoding="utf-8")
    (tmp_path / "d.html").write_bytes(b"<p>")
    assert main([], tmp_path) == 2
    assert rows_file(good, tmp_path).read_bytes() == rows_file(good).read_bytes()
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in told] == ["a", "b", "c", "d"]
    assert "a.url: expected an address in the first line and a `date:` header below it" in told[0]
