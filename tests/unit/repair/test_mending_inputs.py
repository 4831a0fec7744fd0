"""What a notebook may hand to `mend` and `explain`: anything but text comes back as it was, or is refused by name."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa
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


def test_an_ordered_categorical_keeps_its_order_and_what_no_row_has() -> None:
    """A mended category takes the place of the damaged one."""
    kind = pd.CategoricalDtype(["z", DAMAGED, "unused", "a"], ordered=True)
    out = mend(pd.Series([DAMAGED, "a", None], dtype=kind))
    assert out.cat.categories.tolist() == ["z", MENDED, "unused", "a"]
    assert out.cat.ordered
    assert out.isna().tolist() == [False, False, True]


def test_a_half_character_in_a_category_is_marked() -> None:
    """As it is in a column of objects."""
    names = pd.Index(["caf\udce9 noir", "ok"], dtype=object)
    assert mend(pd.Series(pd.Categorical.from_codes([0, 1], names))).tolist() == ["caf\ufffd noir", "ok"]


@pytest.mark.parametrize(
    "kind",
    [
        "str",
        "string",
        pd.StringDtype("python"),
        pd.ArrowDtype(pa.string()),
        pd.ArrowDtype(pa.large_string()),
        pd.ArrowDtype(pa.string_view()),
        pd.ArrowDtype(pa.dictionary(pa.int8(), pa.string())),
        object,
    ],
    ids=str,
)
def test_every_kind_of_text_column_comes_back_as_its_own(kind: Any) -> None:
    """`read_parquet(dtype_backend="pyarrow")` and nullable strings are text like any other; missing cells stay so."""
    cells = pd.Series([DAMAGED, None, "b"], dtype=object)
    if isinstance(kind, pd.ArrowDtype):
        held = pa.array([DAMAGED, None, "b"])
        made = held.dictionary_encode() if pa.types.is_dictionary(kind.pyarrow_dtype) else held
        column = pd.Series(pd.array(made.cast(kind.pyarrow_dtype), dtype=kind))
    else:
        column = cells.astype(kind)
    frame = pd.DataFrame({"t": column, "n": [1, 2, 3]})
    for out in (mend(column), mend(frame)["t"], mend(frame, columns="t")["t"]):
        assert out.dtype == column.dtype
        assert [cell for cell in out.tolist() if isinstance(cell, str)] == [MENDED, "b"]
        assert out.isna().tolist() == [False, True, False]


def test_columns_may_be_called_anything_even_twice() -> None:
    """Numbers and tuples name columns; of two columns of one name both are mended, where they hold text."""
    out = mend(pd.DataFrame({0: [DAMAGED], (1, 2): ["x"]}))
    assert out[0].tolist() == [MENDED]
    twice = pd.DataFrame([[DAMAGED, 1, 2, DAMAGED]], columns=["x", "n", "n", "x"])
    assert mend(twice).iloc[0].tolist() == [MENDED, 1, 2, MENDED]
    assert mend(twice, columns="x").iloc[0].tolist() == [MENDED, 1, 2, MENDED]


def test_lists_are_named_as_pandas_users_name_groups() -> None:
    """By a column of any name, by several, by a Series aligned by index, by a list beside a Series."""
    frame = pd.DataFrame({"t": [DAMAGED, "b"], 7: ["p", "q"], "l": ["r", "s"]}, index=["i", "j"])
    by = pd.Series(["q", "p"], index=["j", "i"])
    for given in (7, "l", [7, "l"], by):
        assert mend(frame, columns="t", by=given)["t"].tolist() == [MENDED, "b"]
    for beside in (by, ["p", "q"], frame[7].to_numpy(), pd.Index(["p", "q"])):
        assert mend(frame["t"], by=beside).tolist() == [MENDED, "b"]


def test_what_cannot_name_the_lists_is_refused() -> None:
    """Another length, a name beside a column, cells that cannot be compared, labels that are not there."""
    frame = pd.DataFrame({"t": [DAMAGED, "b"], "tags": [["x"], ["y"]], "l": ["p", "q"]})
    wrong: list[tuple[Any, Any, str]] = [
        (frame, 5, "no column 5"),
        (frame, "ll", "no column 'll'"),
        (frame, "tags", "cannot be compared"),
        (frame, pd.Series(["p"], index=[9]), "index of by lacks 0"),
        (frame["t"], ["p"], "by has 1 values, expected one for each of 2 rows"),
        (frame["t"], "l", "expected a Series or a list beside the column"),
        (pd.concat([frame, frame], axis=1)[["t", "l"]], "l", "2 columns are called 'l'"),
    ]
    for what, by, message in wrong:
        with pytest.raises(UsageError, match=message):
            mend(what, by=by)


def test_an_option_that_would_do_nothing_is_refused() -> None:
    """Columns beside a Series, lists beside a string, a language nobody knows."""
    with pytest.raises(UsageError, match="columns beside a Series"):
        mend(pd.Series(["x"]), columns=["x"])  # type: ignore[call-overload]
    with pytest.raises(UsageError, match="by beside a string"):
        mend("x", by=["x"])  # type: ignore[call-overload]
    for call in (mend, explain):
        with pytest.raises(UsageError, match="language 'French': no language is known"):
            call("x", language="French")


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


def test_a_column_is_another_one_even_where_nothing_was_to_mend() -> None:
    """What a notebook writes into the answer is not written into what it gave."""
    clean = pd.Series(["whole", None], dtype="str")
    answer = mend(clean)
    answer.iloc[0] = "written"
    assert clean.tolist()[0] == "whole"


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([None, None], dtype="float64"),
        pd.Series([], dtype="datetime64[us]"),
        pd.Series([None, None], dtype=pd.CategoricalDtype(pd.Index([], dtype="str"))),
        pd.Series([None, "whole"], dtype=pd.CategoricalDtype(pd.Index(["whole"], dtype="object"))),
    ],
)
def test_a_column_that_holds_nothing_to_mend_keeps_its_type(column: pd.Series) -> None:
    """Empty columns and clean categories became objects."""
    pd.testing.assert_series_equal(mend(column), column)
    named = mend(column.to_frame("name"), columns="name")
    pd.testing.assert_series_equal(named["name"], column.rename("name"))


def test_a_column_of_numbers_is_no_column_of_text() -> None:
    """Named on purpose, it is refused."""
    with pytest.raises(UsageError, match="holds int64, expected strings"):
        mend(pd.DataFrame({"n": [1, 2]}), columns=["n"])


def test_nothing_to_mend_is_no_error() -> None:
    """Empty and all-missing columns come back."""
    assert mend(pd.Series([], dtype="str")).tolist() == []
    assert mend(pd.Series([None, None], dtype=object)).isna().all()
