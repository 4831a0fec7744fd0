"""House rules a linter does not know."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for top in ("scraper", "pipelines") for path in (ROOT / top).rglob("*.py"))
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


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_docstrings_name_what_is_there(file: Path) -> None:
    """An attribute or argument that is gone, or is called otherwise now, is gone from the docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    gone = [
        f"{node.name}: {name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for name in _told(ast.get_docstring(node) or "")
        if name not in _there(node)
    ]
    assert gone == []


def _told(docstring: str) -> list[str]:
    """The names that open the lines of `Attributes:` and `Args:`."""
    parts = re.findall(r"^(?:Attributes|Args):\n((?: {4}.*\n?|\n)+)", docstring, re.MULTILINE)
    heads = [
        head for part in parts for head in re.findall(r"^ {4}([*\w]+(?:, [*\w]+)*):", part, re.MULTILINE)
    ]
    return [name.strip("*") for head in heads for name in head.split(", ")]


def _there(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The parameters of a function; of a class its fields, what its methods are called, take and store."""
    names = {part.arg for part in ast.walk(node) if isinstance(part, ast.arg)}
    if isinstance(node, ast.ClassDef):
        names |= {
            part.target.id
            for part in node.body
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
        }
        names |= {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
        names |= {
            part.attr
            for part in ast.walk(node)
            if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store)
        }
    return names
