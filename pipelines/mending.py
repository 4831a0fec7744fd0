"""Mending outside the build: a string, a column, a frame, and the steps behind a string.

`mend` takes what a notebook has at hand and gives the same thing back, mended. Rows of one list share their evidence;
say which with `by`, else the whole column is one list. Languages are named by the detector where nobody knows.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
import pandas as pd

from pipelines.errors import UsageError
from pipelines.repair.groups import Groups
from pipelines.repair.ladder import Mended, mend_column
from pipelines.repair.prevailing import prevailing
from pipelines.trail import Step

SHOWN = 48
"""Characters of context that a printed step shows around what it changed."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mended text and how it came to be; print it, or read `steps`.

    Attributes:
        text: the mended text.
        steps: what changed, in order; replaying them over the given text gives `text`.
    """

    text: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        """One line a step: its rung, and the stretch that changed, before and after."""
        if not self.steps:
            return f"nothing to mend: {_short(self.text)}"
        return "\n".join(
            [f"{step.rung}: {_changed(step)}" for step in self.steps] + [f"-> {_short(self.text)}"]
        )


@overload
def mend(what: str, *, language: str | None = None) -> str: ...
@overload
def mend(what: pd.Series, *, by: pd.Series | None = None, language: str | None = None) -> pd.Series: ...
@overload
def mend(
    what: pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    by: str | None = None,
    language: str | None = None,
) -> pd.DataFrame: ...
def mend(
    what: str | pd.Series | pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    by: str | pd.Series | None = None,
    language: str | None = None,
) -> str | pd.Series | pd.DataFrame:
    """Mend a string, a column of strings, or the text columns of a frame.

    Args:
        what: a string, a Series or a DataFrame; it is never changed itself.
        columns: of a frame, the columns to mend; if None all that hold strings and nothing else, but `…_raw`, which keep
            cells as they came.
        by: which list each row is from: a column of the frame, or a Series beside a Series. One list if None.
        language: ISO 639-1 code of the texts, where the user knows it.

    Returns:
        The same kind of thing, with the same index; missing cells stay missing, cells that are no strings as they are.

    Raises:
        UsageError: an unknown column, or a column that does not hold strings.
        TypeError: anything but a string, a Series or a DataFrame.
    """
    if isinstance(what, str):
        return explain(what, language=language).text
    if isinstance(what, pd.Series):
        lists = Groups.of(by) if isinstance(by, pd.Series) else None
        return _column(what, lists, language)
    if isinstance(what, pd.DataFrame):
        if isinstance(by, str):
            _known(what, [by])
        lists = Groups.of(what[by]) if isinstance(by, str) else None
        chosen: list[Hashable] = list(columns) if columns is not None else _text_columns(what)
        _known(what, chosen)
        out = what.copy(deep=False)
        for name in chosen:
            out[name] = _column(what[name], lists, language)
        return out
    raise TypeError(f"mend: got {type(what).__name__}, expected a string, a pandas Series or a DataFrame")


def explain(text: str, *, language: str | None = None) -> Explanation:
    """Mend one text and say how: the steps as data, one line each when printed."""
    if not isinstance(text, str):
        raise TypeError(f"explain: got {type(text).__name__}, expected a string")
    text = _whole_characters(text)
    mended = _mended(pd.Series([text], dtype="str"), None, language)
    steps = mended.cells[0].steps if 0 in mended.cells else ()
    return Explanation(mended.texts.iloc[0], tuple(Step("text", *step) for step in steps))


def _mended(texts: pd.Series, lists: Groups | None, language: str | None) -> Mended:
    languages = Groups.one(len(texts), language) if language is not None else prevailing
    return mend_column(texts, lists=lists, languages=languages)


def _column(column: pd.Series, lists: Groups | None, language: str | None) -> pd.Series:
    if isinstance(column.dtype, pd.StringDtype):
        return _mended(column.astype("str"), lists, language).texts
    if isinstance(column.dtype, pd.CategoricalDtype):
        return _column(column.astype(object), lists, language).astype("category")
    strings = np.array([isinstance(cell, str) for cell in column], dtype=bool)
    if not strings.any() and column.notna().any():
        raise UsageError(
            f"mend: column {column.name!r} holds {column.dtype}, expected strings",
            "Convert it with .astype('str') first.",
        )
    texts = pd.Series(
        [_whole_characters(cell) if known else None for cell, known in zip(column, strings, strict=True)],
        index=column.index,
        dtype="str",
    )
    out = column.astype(object)
    out.iloc[np.flatnonzero(strings)] = _mended(texts, lists, language).texts.to_numpy(dtype=object)[strings]
    return out


def _whole_characters(text: str) -> str:
    """Join halves of a character that JSON escapes leave behind; a half alone becomes U+FFFD."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _text_columns(frame: pd.DataFrame) -> list[Hashable]:
    return [name for name in frame.columns if not str(name).endswith("_raw") and _is_text(frame[name])]


def _is_text(column: pd.Series | pd.DataFrame) -> bool:
    if isinstance(column, pd.DataFrame) or isinstance(column.dtype, pd.StringDtype):
        return True  # of two columns with one name `_known` speaks
    if isinstance(column.dtype, pd.CategoricalDtype):
        return bool(pd.api.types.infer_dtype(column.cat.categories) == "string")
    return column.dtype == object and pd.api.types.infer_dtype(column, skipna=True) == "string"


def _known(frame: pd.DataFrame, names: Sequence[Hashable]) -> None:
    from difflib import get_close_matches

    for name in names:
        if sum(column == name for column in frame.columns) > 1:
            raise UsageError(f"mend: two columns are called {name!r}", "Give each column a name of its own.")
        if name not in frame.columns:
            near = get_close_matches(str(name), [str(each) for each in frame.columns], 1)
            hint = (
                f"nearest is {near[0]!r}"
                if near
                else f"the columns are {', '.join(map(repr, frame.columns))}"
            )
            raise UsageError(f"mend: no column {name!r}", f"Check the name: {hint}.")


def _changed(step: Step) -> str:
    before, after = step.before or "", step.after or ""
    start = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    left = max(0, start - 12)
    old, new = before[left : len(before) - end], after[left : len(after) - end]
    return f"{_short(old)} -> {_short(new)}"


def _short(text: str) -> str:
    return repr(text if len(text) <= SHOWN else f"{text[: SHOWN // 2]} … {text[-SHOWN // 2 :]}")
