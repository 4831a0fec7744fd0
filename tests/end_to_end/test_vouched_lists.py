"""`add` of a page that looks like no listing: what comes nearest is shown, and counts once a person has vouched for it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import commands
from tests.web import Web, served

ROOM = "/room/"
TOLD = "The room stands on the old quay and has been open to everyone since the spring. "
EVENINGS = "".join(
    f'<li class="evening"><a class="name" href="/n/{n}/">Reading evening number {n} in the hall</a>'
    f' <span class="day">{9 + n}.10.2026</span></li>'
    for n in range(5)
)
ARTICLE = (
    '<!doctype html><html lang="en"><head><title>The reading room</title><meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2026-09-04"></head><body><main><h1>The reading room</h1>'
    f"<p>Published on 4 September 2026 by Ana Roe</p><p>{TOLD * 15}</p><h2>Evenings</h2><ul>{EVENINGS}</ul></main></body></html>"
)


@pytest.fixture
def web() -> Iterator[Web]:
    with served({ROOM: ARTICLE.encode(), "/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        yield web


def listmend(*words: str, folder: Path, answer: str = "") -> subprocess.CompletedProcess[str]:
    words = (*words, "--clock", "2026-11-20T06:00:00Z")
    return commands.listmend(*words, output=folder / "output", cwd=folder, input=answer)


def said(text: str) -> str:
    """The text of a box without its frame and line breaks."""
    return " ".join(text.replace("│", " ").split())


def test_the_list_that_comes_nearest_is_shown_with_its_doubt(web: Web, tmp_path: Path) -> None:
    """Somebody who says no has written nothing."""
    shown = listmend("add", web.address + ROOM, "--id", "room", folder=tmp_path, answer="n\n")
    assert "does not look like a listing" in said(shown.stdout)
    assert "nothing written" in shown.stdout
    assert list(tmp_path.iterdir()) == []


def test_once_it_is_vouched_for_its_selectors_read_it(web: Web, tmp_path: Path) -> None:
    """A run and a check by the file that was written find the same entries."""
    ended = listmend("add", web.address + ROOM, "--id", "room", folder=tmp_path, answer="y\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert 'entry = "li.evening"' in (tmp_path / "sites" / "room.toml").read_text(encoding="utf-8")
    ran = listmend("run", "room", folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "5 entries: 5 new" in ran.stdout
    assert listmend("check", "room", folder=tmp_path).returncode == 0


def test_where_nobody_is_asked_such_a_page_is_refused(web: Web, tmp_path: Path) -> None:
    """With --yes nobody has seen the rows; the message says how they can be seen."""
    ended = listmend("add", web.address + ROOM, "--id", "room", "--yes", folder=tmp_path)
    assert (ended.returncode, list(tmp_path.iterdir())) == (3, [])
    assert "without --yes" in said(ended.stderr)
