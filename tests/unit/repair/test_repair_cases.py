"""The ladder on single texts: what must change and, as many, what must stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines import mend

CASES = Path(__file__).with_name("cases")
CHANGE = json.loads((CASES / "change.json").read_text(encoding="utf-8"))
STAY = json.loads((CASES / "stay.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CHANGE, ids=lambda case: case["label"])
def test_damage_is_undone(case: dict[str, str]) -> None:
    """A known damage comes out as it was, or trimmed where nothing proves the rest."""
    assert mend(case["original"], language=case["language"]) == case["fixed"]


@pytest.mark.parametrize("case", STAY, ids=lambda case: case["label"])
def test_clean_text_stays(case: dict[str, str]) -> None:
    """What looks like damage and is none comes back letter by letter."""
    assert mend(case["original"], language=case["language"]) == case["original"]


def test_there_are_as_many_that_stay() -> None:
    """The two sides are kept in balance."""
    assert abs(len(CHANGE) - len(STAY)) <= 3
