"""House rules a linter does not know."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for top in ("scraper", "pipelines") for path in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
ORDERLESS = {"all", "any", "frozenset", "len", "max", "min", "set", "sorted"}
SEQUENCES = {"chain", "enumerate", "extend", "fromkeys", "join", "list", "sum", "tuple", "zip"}
TOP = {
    *(".ci", "bench", "deploy", "docs", "output", "pipelines", "scraper", "tests"),
    *(".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("constraints.txt", "pyproject.toml", "scrapy.cfg"),
}
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


@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="not a clone: nothing says which files are the project's"
)
def test_the_top_of_the_tree_holds_what_is_named() -> None:
    """A download or a scratch file that a commit took along by mistake stands out."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE)
    assert {name.partition("/")[0] for name in listed.stdout.splitlines()} == TOP


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


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_set_is_written_out_in_its_own_order(file: Path) -> None:
    """No list, tuple or text is made of a set as it lies: its order is another one in each process. Sorted it may be.

    What is asked of all its members together (`any`, `len`, a set again) is the same in any order; a sum of floats is not, nor is
    the largest by a key that several share.
    """
    tree = ast.parse(file.read_text(encoding="utf-8"))
    asked = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ORDERLESS
        and not _is_keyed(node)
        for part in node.args
    }
    written = [
        f"line {part.lineno}: {ast.unparse(part)}"
        for node in ast.walk(tree)
        if id(node) not in asked
        for part in _in_order(node)
        if _is_set(part)
    ]
    assert written == []


def _in_order(node: ast.AST) -> list[ast.expr]:
    """What an expression makes a sequence of."""
    if isinstance(node, ast.ListComp):
        return [node.generators[0].iter]
    if isinstance(node, ast.List | ast.Tuple):
        return [part.value for part in node.elts if isinstance(part, ast.Starred)]
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        return [
            part.generators[0].iter if isinstance(part, ast.GeneratorExp) else part
            for part in node.args
            if name in SEQUENCES or _is_keyed(node)
        ]
    return []


def _is_keyed(node: ast.Call) -> bool:
    return any(part.arg == "key" for part in node.keywords) and ast.unparse(node.func) != "sorted"


def _is_set(node: ast.expr) -> bool:
    """Whether an expression is plainly a set: written as one, made by `set`, or of others by their operators and methods."""
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr | ast.Sub | ast.BitXor):
        return any(_is_set(side) or _is_keys(side) for side in (node.left, node.right))
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute):
        return node.func.attr in {"difference", "intersection", "symmetric_difference", "union"}
    return isinstance(node.func, ast.Name) and node.func.id in {"set", "frozenset"}


def _is_keys(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "keys"


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
