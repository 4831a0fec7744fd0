"""Composed pages hold what they say they do, and a reading is judged by every text of theirs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.pages import read_by_scrapy, read_here, right
from bench.pages_composed import Served, pages, texts_of

TEXTS = {
    "fr": [
        f"Réunion nº {n} du comité : l’été a été long & chaud, dit la présidente élue à Sète"
        for n in range(20)
    ],
    "ru": [f"Заседание {n} комитета: лето было долгим и жарким, говорит председатель" for n in range(20)],
}
MADE = list(pages(TEXTS, seed=1, each=1))


@pytest.mark.parametrize("page", MADE, ids=[f"{page.scenario} {page.encoding}" for page in MADE])
def test_every_page_is_read_whole_here(page: Served) -> None:
    """Whatever is cut, pasted, hidden or declared."""
    found, asked = right(page, read_here(page))
    assert found == asked > 0


def test_the_same_seed_gives_the_same_pages() -> None:
    """A figure can be measured again."""
    assert list(pages(TEXTS, seed=1, each=1)) == MADE
    assert list(pages(TEXTS, seed=2, each=1)) != MADE


def test_what_one_cut_byte_does_to_an_undeclared_page() -> None:
    """Scrapy reads none of the Russian texts then."""
    page = next(page for page in MADE if (page.scenario, page.language) == ("UTF-8, cut, undeclared", "ru"))
    assert right(page, read_by_scrapy(page)) == (0, 23)


def test_texts_that_are_damaged_already_are_no_truth(tmp_path: Path) -> None:
    """Rows of a clean kind or condition count, by whichever field holds their text; languages of a few texts do not."""
    rows = [{"lang": "fr", "text": text} for text in TEXTS["fr"]]
    rows += [{"lang": "fr", "kind": "clean", "truth": "Une journée de pluie au village"}]
    rows += [{"lang": "fr", "kind": "cut", "truth": "Une autre journée au village"}]
    rows += [{"lang": "fr", "condition": "mojibake", "text": "Une journée de soleil au village"}]
    rows += [{"lang": "fr", "text": "Une journÃ©e de neige au village"}, {"lang": "de", "text": "x" * 40}]
    file = tmp_path / "set.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert texts_of([file]) == {"fr": [*TEXTS["fr"], "Une journée de pluie au village"]}
