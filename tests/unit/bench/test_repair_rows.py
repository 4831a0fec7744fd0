"""The runner of the repair set takes rows as they come and mends a page before it proves anything."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench import language, repair

PAGE = "Le conseil a exhorté les habitants à économiser l’eau pendant tout l’été, puis il a voté le budget."
CUT = "Le conseil a exhorté les habitants à économiser l’eau pendant tout l’ét"


def _mended(damaged: str, detail: str | None = None, page: bool = True) -> str:
    row = {"id": "1", "lang": "fr", "damaged": damaged, "listing": None, "detail": detail}
    mended: str = repair.mend_rows([row], page).texts.iloc[0]
    return mended


def test_a_page_read_wrong_gives_the_letter_back() -> None:
    """Its text is mended first, so that no `Ã` is taken for the lost letter."""
    read_wrong = PAGE.encode().decode("sloppy-windows-1252")
    assert _mended(CUT + "Ã", read_wrong) == CUT + "é"


def test_a_page_that_is_the_same_damaged_teaser_says_nothing() -> None:
    """The row is mended as it is without a page."""
    assert _mended(CUT + "Ã", CUT + "Ã") == _mended(CUT + "Ã", page=False)


@pytest.mark.parametrize("field", ["damaged", "text"])
def test_half_a_pair_of_surrogates_ends_no_run(tmp_path: Path, field: str) -> None:
    """JSON may hold one, a column of text may not."""
    row = {"id": "1", "lang": "fr", "listing": None, field: "Fête au village \ud83c"}
    if field == "damaged":
        assert repair.mend_rows([row], False).texts.iloc[0] == "Fête au village"
    else:
        with gzip.open(tmp_path / "in.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.write(json.dumps(row))
        assert language.read(tmp_path / "in.jsonl.gz")["text"].tolist() == ["Fête au village �"]
