"""What a notebook may hand to `mend` and `explain`: anything but text comes back as it was, or is refused by name."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pandas as pd
import pytest

from pipelines import explain, mend
from pipelines.errors import UsageError

DAMAGED, MENDED = "L\u00e2\u20ac\u2122\u00c3\u00a9t\u00c3\u00a9", "L\u2019\u00e9t\u00e9"


def test_columns_that_hold_no_text_come_back_as_they_were() -> None:
    """Lists, days, decimals, truths, bytes and mixed cells of a frame are the same objects; text is mended."""
    frame = pd.DataFrame(
        {
            "tags": [["a"], ["b"]],
            "day": [datetime.date(2026, 11, 20), None],
            "sum": [Decimal("1.10"), None],
            "flag": [True, None],
            "bytes": [b"\xff\xfe", None],
            "mixed": [5, DAMAGED],
            "text": [DAMAGED, None],
            "text_raw": [DAMAGED, None],
        }
    )
    out = mend(frame)
    same = [name for name in frame.columns if name != "text"]
    pd.testing.assert_frame_equal(out[same], frame[same])
    assert out["text"].tolist()[0] == MENDED
    assert frame["text"].tolist()[0] == DAMAGED


def test_a_mixed_series_keeps_what_is_no_string() -> None:
    """Asked for by name, the strings among other cells are mended and the others stay."""
    assert mend(pd.Series([5, DAMAGED, True, None], dtype=object)).tolist() == [5, MENDED, True, None]


def test_categories_stay_categories() -> None:
    """A categorical column is mended and still one."""
    out = mend(pd.Series([DAMAGED, "b", DAMAGED], dtype="category"))
    assert isinstance(out.dtype, pd.CategoricalDtype)
    assert out.tolist() == [MENDED, "b", MENDED]


def test_columns_may_be_called_anything_once() -> None:
    """Numbers and tuples name columns; two columns of one name are the user's to tell apart."""
    out = mend(pd.DataFrame({0: [DAMAGED], (1, 2): ["x"]}))
    assert out[0].tolist() == [MENDED]
    with pytest.raises(UsageError, match="two columns are called 'x'"):
        mend(pd.DataFrame([["a", "b"]], columns=["x", "x"]))


def test_halves_of_a_character_are_joined_or_marked() -> None:
    """What JSON escapes leave behind is one character, or U+FFFD where its other half is lost."""
    assert mend("\ud83d\ude00") == "\U0001f600"
    assert mend("a \ud83d b").isprintable()
    assert mend(pd.Series(["a \ud83d b"], dtype=object)).tolist() == [mend("a \ud83d b")]


@pytest.mark.parametrize("what", [None, 5, b"text", ["text"]])
def test_what_is_no_text_is_refused_by_name(what: object) -> None:
    """The message names what came and what was expected."""
    with pytest.raises(TypeError, match=type(what).__name__):
        mend(what)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=type(what).__name__):
        explain(what)  # type: ignore[arg-type]


def test_a_column_of_numbers_is_no_column_of_text() -> None:
    """Named on purpose, it is refused."""
    with pytest.raises(UsageError, match="holds int64, expected strings"):
        mend(pd.DataFrame({"n": [1, 2]}), columns=["n"])


def test_nothing_to_mend_is_no_error() -> None:
    """Empty and all-missing columns come back."""
    assert mend(pd.Series([], dtype="str")).tolist() == []
    assert mend(pd.Series([None, None], dtype=object)).isna().all()
