"""Tables of words lie beside the modules that read them, and a slip in one is told with its line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipelines.word_tables import rows_of

TABLES = sorted(
    path
    for top in ("pipelines", "scraper")
    for path in (Path(__file__).parents[3] / top).rglob("*.txt")
    if " | " in path.read_text(encoding="utf-8").partition("\n")[0]
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package whose table has a remark, an empty cell and an empty line."""
    folder = tmp_path / "quay_words"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "boats.txt").write_text(
        "# a language | words | more\nfr | canot barque |\n\nde | Kahn | Boot\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, folder.name, raising=False)
    return folder.name


def test_a_row_is_its_cells_without_remarks_and_spaces(package: str) -> None:
    """Order is the file's; a cell may be empty."""
    assert rows_of(package, "boats.txt", 3) == [("fr", "canot barque", ""), ("de", "Kahn", "Boot")]


def test_a_row_of_other_cells_is_told(package: str) -> None:
    """With the file and the line, as a person must look for it."""
    with pytest.raises(
        ValueError, match=r"quay_words/boats.txt: 'fr \| canot barque \|' has 3 cells, expected 2"
    ):
        rows_of(package, "boats.txt", 2)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_a_table_opens_with_what_its_cells_hold(table: Path) -> None:
    """Whoever corrects a line for a language sees above it what each cell is for, and finds no line twice; remarks may stand between."""
    head, *rest = table.read_text(encoding="utf-8").splitlines()
    lines = [line for line in rest if not line.startswith("# ")]
    assert head.startswith("# ")
    assert {line.count("|") for line in lines} == {head.count("|")}
    assert len(set(lines)) == len(lines)
