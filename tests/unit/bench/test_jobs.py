"""Whole jobs over the days of a simulated site: what is wrong is told entry by entry, and what another tree had right counts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from bench.site_life import Entry, SiteLife, life
from bench.site_life_judged import Judge
from bench.site_life_names import LIVES
from bench.site_life_pages import answer, link, written

ROOT = Path(__file__).parents[3]
NO_DATASET = "import pipelines\nprint('{}')\n"
CRASHES = "import pipelines\nraise RuntimeError('the disk is full')\n"


def jobs(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "bench.jobs", *map(str, words)],
        cwd=ROOT, check=False, capture_output=True, text=True, timeout=240,
    )  # fmt: skip


def tree(place: Path, command: str) -> Path:
    """Another tree, of which only the command differs."""
    (place / "scraper").mkdir(parents=True)
    (place / "pipelines").symlink_to(ROOT / "pipelines")
    (place / "scraper" / "__init__.py").touch()
    (place / "scraper" / "cli.py").write_text(command, encoding="utf-8")
    return place


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_tree_that_publishes_nothing_stands_beside_this_one(tmp_path: Path) -> None:
    """This tree's datasets hold against the site; the other one's fault is told once, on its first day."""
    old, out = tree(tmp_path / "old", NO_DATASET), tmp_path / "out.jsonl"
    ended = jobs(old, "-o", out, "--life", "linkless_address", "--seed", "5", "--days", "2")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "linkless_address     harmed 1 → 0\n"
    (fault,) = read(out)
    assert (fault["life"], fault["day"], fault["kind"], fault["trees"]) == (
        "linkless_address",
        0,
        "harmed",
        ["old"],
    )


def test_lives_are_read_as_they_are(tmp_path: Path) -> None:
    """Links that are written otherwise each day, and a language that comes before all of them: real runs, nothing lost or doubled."""
    out = tmp_path / "out.jsonl"
    ended = jobs("-o", out, "--life", "prefixed", "--life", "decorated", "--seed", "1", "--days", "2")
    assert (read(out), ended.returncode, ended.stderr) == ([], 0, "")


def test_a_job_that_crashes_is_two_faults(tmp_path: Path) -> None:
    """A code that no day may end with, and the traceback; the bad tree is the new one here, so the command ends with 1."""
    old = tree(tmp_path / "old", NO_DATASET)
    bad = tree(tmp_path / "bad", CRASHES)
    (bad / "bench").symlink_to(ROOT / "bench")
    command = [sys.executable, "-m", "bench.jobs", str(old), "-o", str(tmp_path / "out.jsonl")]
    ended = subprocess.run(
        [*command, "--life", "plain", "--seed", "1", "--days", "1"],
        cwd=bad, check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ended.returncode == 1, ended.stderr
    assert {row["kind"] for row in read(tmp_path / "out.jsonl") if row["trees"] == ["new"]} == {
        "exit",
        "crash",
    }


def test_a_tree_that_borrows_modules_is_refused(tmp_path: Path) -> None:
    """An installed copy of the project must not answer for the other tree."""
    old = tree(tmp_path / "old", NO_DATASET)
    (old / "pipelines").unlink()
    ended = jobs(old, "-o", tmp_path / "out.jsonl", "--life", "plain", "--days", "1")
    assert ended.returncode == 2
    assert "modules came from" in ended.stderr
    assert "Give a whole tree." in ended.stderr


@pytest.mark.parametrize("name", LIVES)
def test_the_same_seed_tells_the_same_life(name: str) -> None:
    """However often its pages are asked for."""
    one, same, other = life(name, 3, 6), life(name, 3, 6), life(name, 4, 6)
    for _ in range(6):
        for each in (one, same, other):
            each.next_day()
        pages = [answer(each, path) for each in (one, same) for path in ("/fr/actualites/", "/fr/actualites/page/2/")]  # fmt: skip
        assert pages[:2] == pages[2:]
    assert one.ever != other.ever


@pytest.mark.parametrize("name", LIVES)
def test_a_dataset_as_the_site_is_has_no_fault(name: str) -> None:
    """Day for day."""
    one = life(name, 1, 8)
    judge = Judge(one)
    kept: dict[str, dict[str, Any]] = {}
    for _ in range(8):
        one.next_day()
        kept |= {row["id"]: row for row in rows(one)}
        assert list(judge.dataset(pd.DataFrame(list(kept.values())), f"run {one.number}")) == []


def rows(one: SiteLife) -> list[dict[str, Any]]:
    """The records that a reader of the site's pages would make of them."""
    return [
        {
            "id": f"{shown.entry.number} {shown.day if len(shown.entry.days) > 1 else ''}",
            "url": None if "linkless" in one.traits else "https://lumen.example" + link(one, shown.entry),
            "title": shown.entry.title,
            "date": shown.day,
            "date_raw": written(one, shown.day) if shown.day else None,
            "date_certain": True,
            "excerpt": excerpt(one, shown.entry),
            "first_seen": f"day of {shown.entry.number}",
            "last_seen": str(one.today),
            "run": f"run {one.number}",
        }
        for shown in one.truth()
    ]


def excerpt(one: SiteLife, entry: Entry) -> str | None:
    if "bare" in one.traits:
        return None
    return entry.body[:170] if "cut" in one.traits else entry.sentences[0]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"id": "another"}, "id_changed"),
        ({"first_seen": "today"}, "first_seen"),
        ({"title": "Le conseil"}, "title"),
        ({"date": None}, "date"),
        ({"date_certain": False}, "uncertain"),
        ({"excerpt": "Le conseil"}, "excerpt"),
        ({"url": "https://lumen.example/contact/"}, "unknown gone lost"),
    ],
)
def test_each_fault_has_a_name(cells: dict[str, Any], kind: str) -> None:
    """One cell of one record is another than the site's."""
    one = life("plain", 1, 2)
    judge = Judge(one)
    one.next_day()
    first, *others = rows(one)
    assert list(judge.dataset(pd.DataFrame([first, *others]), "run 0")) == []
    found = list(judge.dataset(pd.DataFrame([{**first, **cells}, *others]), "run 0"))
    assert [each.kind for each in found] == kind.split()
    assert list(judge.dataset(pd.DataFrame([{**first, **cells}, *others]), "run 0")) == []


def test_a_row_too_much_or_too_few_is_told() -> None:
    """An entry that stands twice, and one that is not there any more."""
    one = life("plain", 1, 2)
    judge = Judge(one)
    one.next_day()
    first, second, *others = rows(one)
    list(judge.dataset(pd.DataFrame([first, second, *others]), "run 0"))
    found = list(judge.dataset(pd.DataFrame([first, {**first, "id": "again"}, *others]), "run 0"))
    assert [each.kind for each in found] == ["gone", "doubled", "lost"]
