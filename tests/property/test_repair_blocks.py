"""What a text calls for does not depend on where it lies among the characters of its column."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair.columns.flat import Flat, whole
from pipelines.repair.looks import scan
from pipelines.repair.looks.suspects import look

TEXTS = {
    "mojibake before emoji": "Ã😀" * 20,
    "lone bytes": "".join(chr(0x10F700 + byte) for byte in "Новости города".encode("cp1251")),
    "one lone byte again and again": "\U0010f7c3" * 30,
    "ideographs outside the basic plane": "𠮷Ã©𠮷野" * 8,
    "an entity of the longest name": "a &CounterClockwiseContourIntegral; b",
    "Greek letters beside Latin ones": "αbγ" * 10,
    "a combining mark": "e\u0301té " * 6,
    "a question mark between letters": "secrét?riat",
    "clean": "Les élèves ont planté des chênes 🌳 près du préau.",
}
SIGNS = [*"ab &;?<br[~.\x1b", *"éÃ©â€œ™ïвЂαяのề中\u0301\u200b\ufffd", *"😀𠮷\U0010f7c3\U0010f7a9\U0010f741"]
COLUMNS = st.lists(st.text(st.sampled_from(SIGNS), max_size=60), min_size=1, max_size=6)


def _found(texts: list[str], size: int) -> set[tuple[str, int]]:
    flat = Flat.of(whole(pd.Series(texts, dtype="str")))
    return {(kind, row) for kind, rows in scan.found(flat, size) for row in rows.tolist()}


def _kinds(texts: list[str], row: int) -> int:
    found = look(pd.Series(texts, dtype="str"))
    return int(found.kinds[found.rows == row].sum())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_at_the_edge_of_a_block_is_seen_as_alone(text: str) -> None:
    """Wherever the edge of a block falls, in the text or beside it, the same kinds of damage are seen."""
    alone = _kinds([text], 0)
    for shift in range(41):
        edge = min(shift, len(text))
        assert _kinds(["x" * (scan.BLOCK - 1 - edge), text], 1) == alone, shift


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("size", [1, 7, 64, 65, 66, 67])
def test_blocks_of_any_size_show_the_same(text: str, size: int) -> None:
    """Texts shifted by every number of characters show the same in small blocks as in one look."""
    texts = [text, *("x" * shift + text for shift in range(41)), text]
    assert _found(texts, size) == _found(texts, scan.BLOCK)


@settings(max_examples=300, derandomize=True)
@given(COLUMNS, st.integers(1, 200))
def test_no_column_depends_on_its_blocks(texts: list[str], size: int) -> None:
    """Any column shows the same in blocks of any size."""
    assert _found(texts, size) == _found(texts, scan.BLOCK)
