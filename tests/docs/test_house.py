"""House rules a linter does not know."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


@pytest.mark.parametrize("file", TESTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_test_says_what_it_shows(file: Path) -> None:
    """A test opens with one sentence."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_room_has_a_name() -> None:
    """No module is called after having no job."""
    modules = [
        path for top in ("scraper", "pipelines", "bench", "docs") for path in (ROOT / top).rglob("*.py")
    ]
    assert [path for path in modules if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_test_files_have_names_of_their_own() -> None:
    """Two tests of one name hide each other in reports."""
    names = [file.name for file in TESTS]
    assert sorted(names) == sorted(set(names))
