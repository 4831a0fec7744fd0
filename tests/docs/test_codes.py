"""Every code a run can print has its line in the docs."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from pipelines.dates import stage as dates_stage
from pipelines.decisions import Cut, Dates, ListDecision, Spoken
from pipelines.gates import against_last, judged

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")


def test_every_issue_code_is_explained() -> None:
    """A code in a stage is a line in the table; dates name theirs in the stage's docstring."""
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "pipelines").rglob("*.py")]
    codes = {code for text in sources for code in re.findall(r'add_issues\(\s*frame,\s*"([a-z_]+)"', text)}
    codes |= set(re.findall(r"`(date_[a-z_]+)`", dates_stage.__doc__ or "")) - {"date_raw", "date_certain"}
    assert len(codes) >= 12
    assert sorted(code for code in codes if f"`{code}`" not in PAGE) == []


def test_every_key_of_a_decision_is_explained() -> None:
    """What `run.json` says about a list has its line in the table."""
    parts = {"cut": Cut, "dates": Dates, "language": Spoken}
    keys = [f"{part}.{field.name}" for part, form in parts.items() for field in fields(form)]
    assert {field.name for field in fields(ListDecision)} == {"entries", *parts}
    assert [key for key in keys if f"`{key}`" not in PAGE] == []


def test_every_gate_is_explained() -> None:
    """A gate's name is a line in the table."""
    sources = [Path(str(module.__file__)).read_text(encoding="utf-8") for module in (judged, against_last)]
    names = {name for text in sources for name in re.findall(r'(?:Gate|at_least)\(\s*"([a-z_]+)"', text)}
    names |= set(against_last._LISTED)
    assert len(names) >= 9
    assert sorted(name for name in names if f"`{name}`" not in PAGE) == []
