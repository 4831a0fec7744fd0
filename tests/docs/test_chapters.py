"""The programs of the chapters print what the chapters say."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PROGRAM = re.compile(r"```python\n(.*?)```(?:\n\n[^\n]+\n\n```text\n(.*?)```)?", re.DOTALL)
PRINTED = re.compile(r"(?m)^(?:print\(.*)?\)  # (.+)$")


@pytest.mark.parametrize("chapter", ["dates", "language", "repair"])
def test_the_programs_of_a_chapter_run_in_their_order(chapter: str) -> None:
    """A line's comment is what it prints, and so is the text that follows a program; assertions hold."""
    names: dict[str, object] = {}
    programs = PROGRAM.findall((DOCS / f"{chapter}.md").read_text(encoding="utf-8"))
    assert programs
    for program, after in programs:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(program, names)
        assert said.getvalue().splitlines() == [*PRINTED.findall(program), *after.splitlines()]
