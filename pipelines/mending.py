"""Mending outside the build: a string, a column, a frame, and the steps behind a string.

`mend` takes what a notebook has at hand and gives the same thing back, mended. Rows of one list share their evidence;
say which with `by`, else the whole column is one list. Languages are named by the detector where nobody knows.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import pandas as pd

from pipelines.errors import UsageError
from pipelines.repair.columns.groups import Groups
from pipelines.repair.ladder import Mended, mend_column
from pipelines.repair.likelihood.prevailing import prevailing
from pipelines.repair.looks.suspects import Suspects, kinds_of
from pipelines.same_ends import same_ends
from pipelines.same_list import Values, beside, columns_of, grouped_by
from pipelines.tables.languages import known_language
from pipelines.text_kinds import holds_text, mended_as_it_was
from pipelines.trail import Step
from pipelines.whole_characters import whole_characters

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
        """One line a step: its name, and the stretch that changed, before and after."""
        if not self.steps:
            return f"nothing to mend: {_short(self.text)}"
        return "\n".join(
            [f"{step.name}: {_changed(step)}" for step in self.steps] + [f"-> {_short(self.text)}"]
        )


@overload
def mend(what: str, *, language: str | None = None) -> str: ...
@overload
def mend(what: pd.Series, *, by: Values | None = None, language: str | None = None) -> pd.Series: ...
@overload
def mend(
    what: pd.DataFrame,
    *,
    columns: Hashable | Sequence[Hashable] | None = None,
    by: Hashable | Sequence[Hashable] | pd.Series | None = None,
    language: str | None = None,
) -> pd.DataFrame: ...
def mend(
    what: str | pd.Series | pd.DataFrame,
    *,
    columns: Hashable | Sequence[Hashable] | None = None,
    by: Any = None,
    language: str | None = None,
) -> str | pd.Series | pd.DataFrame:
    """Mend a string, a column of strings, or the text columns of a frame.

    Args:
        what: a string, a Series or a DataFrame; it is never changed itself.
        columns: of a frame, the column or the list of columns to mend; if None all that hold strings and nothing else, but
            `…_raw`, which keep cells as they came.
        by: which list each row is from, as `groupby` takes it: a column of the frame, a list of columns, or a Series,
            aligned by index; beside a Series a Series, or a list or an array of the same length. One list if None.
        language: ISO 639-1 code of the texts, where the user knows it.

    Returns:
        The same kind of thing, with the same index and dtypes; missing cells stay missing, cells that are no strings as
        they are.

    Raises:
        UsageError: an unknown column, language or list, or a column that does not hold strings.
        TypeError: anything but a string, a Series or a DataFrame.
    """
    if language is not None:
        known_language(language, "mend: language")
    if columns is not None and not isinstance(what, pd.DataFrame):
        raise UsageError(
            f"mend: columns beside a {type(what).__name__}, expected a DataFrame", "Leave columns out."
        )
    if isinstance(what, str):
        if by is not None:
            raise UsageError("mend: by beside a string, expected a Series or a DataFrame", "Leave by out.")
        return explain(what, language=language).text
    if isinstance(what, pd.Series):
        mended = _column(what, beside(what, by) if by is not None else None, language)
        return mended.copy(deep=False)  # where nothing was to mend it is the column itself
    if isinstance(what, pd.DataFrame):
        return _frame(what, columns, by, language)
    raise TypeError(f"mend: got {type(what).__name__}, expected a string, a pandas Series or a DataFrame")


def explain(text: str, *, language: str | None = None) -> Explanation:
    """Mend one text and say how: the steps as data, one line each when printed."""
    if not isinstance(text, str):
        raise TypeError(f"explain: got {type(text).__name__}, expected a string")
    if language is not None:
        known_language(language, "explain: language")
    text = str(whole_characters(text))
    kinds = kinds_of([text])
    if not kinds.any():
        return Explanation(text, ())  # no column is made of most texts
    suspect = Suspects(np.zeros(1, dtype=np.int64), kinds)
    mended = _mended(pd.Series([text], dtype="str"), None, language, suspect)
    steps = mended.cells[0].steps if 0 in mended.cells else ()
    return Explanation(mended.texts.iloc[0], tuple(Step("text", *step) for step in steps))


def _mended(
    texts: pd.Series, lists: Groups | None, language: str | None, found: Suspects | None = None
) -> Mended:
    languages = Groups.one(len(texts), language) if language is not None else prevailing
    return mend_column(texts, lists=lists, languages=languages, found=found)


def _frame(frame: pd.DataFrame, columns: Any, by: Any, language: str | None) -> pd.DataFrame:
    lists = _lists(frame, by)
    if columns is None:
        places = [
            place
            for place, name in enumerate(frame.columns)
            if not _last(name).endswith("_raw") and holds_text(frame.iloc[:, place])
        ]
    else:
        names = [columns] if isinstance(columns, Hashable) else list(columns)
        places = [place for name in names for place in _places(frame, name)]
    out = frame.copy(deep=False)
    for place in dict.fromkeys(places):
        mended: Any = _column(frame.iloc[:, place], lists, language)
        out.isetitem(place, mended)  # a Series keeps its dtype, bare objects would become str
    return out


def _lists(frame: pd.DataFrame, by: Any) -> Groups | None:
    if by is None:
        return None
    if isinstance(by, pd.Series):
        return beside(pd.Series(index=frame.index, dtype=object), by)
    places = []
    for name in columns_of(frame, by):
        found = _places(frame, name)
        if len(found) > 1:
            raise UsageError(
                f"mend: {len(found)} columns are called {name!r}, and by must be one",
                "Give each column a name of its own.",
            )
        places += found
    return grouped_by(frame, places)


def _column(column: pd.Series, lists: Groups | None, language: str | None) -> pd.Series:
    return mended_as_it_was(column, lambda texts: _mended(texts, lists, language).texts)


def _last(name: Hashable) -> str:
    return str(name[-1] if isinstance(name, tuple) and name else name)


def _places(frame: pd.DataFrame, name: Hashable) -> list[int]:
    found = [place for place, column in enumerate(frame.columns) if column == name]
    if not found:
        from difflib import get_close_matches

        near = get_close_matches(str(name), [str(each) for each in frame.columns], 1)
        hint = f"nearest is {near[0]!r}" if near else f"the columns are {', '.join(map(repr, frame.columns))}"
        raise UsageError(f"mend: no column {name!r}", f"Check the name: {hint}.")
    return found


def _changed(step: Step) -> str:
    before, after = step.before or "", step.after or ""
    start, end = same_ends(before, after)
    left = max(0, start - 12)
    old, new = before[left : len(before) - end], after[left : len(after) - end]
    return f"{_short(old)} -> {_short(new)}"


def _short(text: str) -> str:
    return repr(text if len(text) <= SHOWN else f"{text[: SHOWN // 2]} … {text[-SHOWN // 2 :]}")
