"""What a page proved once stands on a day when the page cannot be reached."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
import pytest

from pipelines.build import Built, build
from pipelines.difference import difference
from pipelines.publish import to_arrow
from tests.rows import CLOCK, WHOLE, entry, raw, site


def _built(
    day: int, former: Built | None, *, pages: tuple[str, ...] = (), marker: str = "", budget: int = 64
) -> Built:
    lines = [entry(row, excerpt=text[:budget] + marker) for row, text in enumerate(WHOLE)]
    lines += [{"kind": "page", "url": lines[row]["url"], "text": text} for row, text in enumerate(pages)]
    facts = site(crawled=CLOCK + timedelta(days=day))
    return build(raw(lines), facts, None if former is None else former.records, f"run-{day}")


def _excerpts(built: Built) -> list[list[object]]:
    return built.records[["excerpt", "excerpt_cut", "excerpt_source"]].to_numpy().tolist()


@pytest.mark.parametrize("marker", ["", "…", " [...]"])
def test_an_excerpt_proved_before_stands(marker: str) -> None:
    """Without pages the second and the third run publish what the first one proved, and say so."""
    first = _built(0, None, pages=WHOLE)
    alone = _built(1, None, marker=marker)
    second = _built(1, first, marker=marker)
    third = _built(2, second, marker=marker)
    assert _excerpts(alone) != _excerpts(first)
    assert _excerpts(second) == _excerpts(first) == _excerpts(third)
    assert second.issues["proof_kept"] == third.issues["proof_kept"] >= 4
    assert "word_lost" not in second.issues
    assert second.mended["excerpt:kept"] == second.issues["proof_kept"]
    assert difference(first.records, second.records).changed.empty


def test_the_steps_lead_to_the_excerpt() -> None:
    """The last change told of a row is the excerpt that came back."""
    second = _built(1, _built(0, None, pages=WHOLE))
    kept = second.changes[second.changes["step"] == "kept"]
    told = second.records.set_index("id").loc[kept["id"], "excerpt"]
    assert kept["after"].tolist() == told.tolist()


def test_a_page_that_says_otherwise_is_heard() -> None:
    """The new page goes on with another word: it counts, not the earlier one."""
    first = _built(0, None, pages=WHOLE)
    pages = tuple(text[:64] + "x" + text[64:] for text in WHOLE)
    second, alone = _built(1, first, pages=pages), _built(1, None, pages=pages)
    assert _excerpts(second) == _excerpts(alone) != _excerpts(first)


def test_another_teaser_is_another_matter() -> None:
    """Where the site cuts elsewhere now, the earlier excerpt is not its excerpt."""
    first = _built(0, None, pages=WHOLE)
    assert _excerpts(_built(1, first, budget=50)) == _excerpts(_built(1, None, budget=50))


def test_what_nobody_proved_does_not_stand() -> None:
    """A half word that was published without proof is no reason to publish it again."""
    first = _built(0, None)
    weak = first.records.assign(
        excerpt=pd.Series([text[:64] for text in WHOLE], dtype="str"),
        excerpt_cut=pd.Series("sentence", index=first.records.index, dtype="str"),
        excerpt_source=pd.Series("listing", index=first.records.index, dtype="str"),
    )
    lines = [entry(row, excerpt=text[:64]) for row, text in enumerate(WHOLE)]
    second = build(raw(lines), site(crawled=CLOCK + timedelta(days=1)), weak, "two")
    assert _excerpts(second) == _excerpts(first)


def test_the_same_again_gives_the_same_tables() -> None:
    """Built twice over the same former dataset, byte for byte."""
    first = _built(0, None, pages=WHOLE)
    assert to_arrow(_built(1, first).records).equals(to_arrow(_built(1, first).records))
