"""A list's rule says which of its open-ended teasers were cut, and behind which the last word is whole."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.site import Site

SITE = Site("gazette", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
WHOLE = (
    "The harbour office moves into the former customs house, where the reading room opens",
    "Volunteers restore two fishing boats that were built in the yard behind the lighthouse",
    "From next week ferries leave the northern pier every hour, weather and tides permitting",
    "Pupils measure the salt marshes each spring and send their figures to the university of",
    "A choir of former dockers sings on Saturdays in the hall that the council once closed for",
    "The museum shows charts drawn by pilots before engines came, and instruments they carried",
)


def _repaired(teasers: list[str]) -> pd.DataFrame:
    rows = len(teasers)
    frame = {
        "list": ["news"] * rows,
        "position": range(rows),
        "url": [f"https://gazette.example/{row}" for row in range(rows)],
        "title_raw": pd.Series(["Title"] * rows, dtype="str"),
        "excerpt_raw": pd.Series(teasers, dtype="str"),
        "page_language": ["en"] * rows,
    }
    return repair(pd.DataFrame(frame), SITE)


@pytest.mark.parametrize("marker", ["…", "...", "… Read more", "", " […]"])
@pytest.mark.parametrize("budget", range(50, 70))
def test_half_words_go_and_whole_ones_stay(budget: int, marker: str) -> None:
    """Also where the cut fell on a gap, which then stands before the marker and counts in the budget."""
    teasers = [text[:budget] + marker for text in WHOLE]
    out = _repaired(teasers)
    for text, excerpt in zip(WHOLE, out["excerpt"], strict=True):
        assert text.startswith(excerpt)
        assert not (excerpt[-1].isalnum() and text[len(excerpt)].isalnum())
        if text[budget - 1] == " " and marker in ("…", "..."):
            assert excerpt == text[: budget - 1]


def test_a_list_of_words_keeps_them() -> None:
    """Eleven words each: nothing is half."""
    teasers = [" ".join(text.split()[:11]) + " …" for text in WHOLE]
    assert _repaired(teasers)["excerpt"].tolist() == [teaser.removesuffix(" …") for teaser in teasers]


@pytest.mark.parametrize("marker", ["…", ""])
@pytest.mark.parametrize("budget", [65, 75, 79, 82])
def test_soft_hyphens_count_in_the_budget(budget: int, marker: str) -> None:
    """A site that hyphenates its words counts what no reader sees."""
    hyphenated = [re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text) for text in WHOLE]
    teasers = [text[:budget].rstrip() + marker for text in hyphenated]
    for text, excerpt in zip(WHOLE, _repaired(teasers)["excerpt"], strict=True):
        assert text.startswith(excerpt)
        assert not (excerpt[-1].isalnum() and text[len(excerpt)].isalnum())
