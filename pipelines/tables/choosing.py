"""Which columns of a table are mended, and which are added beside them; every wrong name is told with the nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

from pipelines.errors import UsageError
from pipelines.tables.content import Content, chosen
from pipelines.tables.table import Table

_NAMED = 30
"""Columns that a message names: some lines of a terminal."""


def to_mend(
    table: Table, contents: Mapping[str, Content], named: Sequence[str], by: str | None, shown: str
) -> tuple[str, ...]:
    """The columns to mend, in order.

    Args:
        table: the table.
        contents: what each column holds.
        named: the values of --columns; those that hold text if there are none.
        by: the column that names each row's list, which is none of those found.
        shown: what the table is called in a message.

    Raises:
        UsageError: a column that is not there or holds no text, or no column of text at all.
    """
    if by is not None:
        _known(table, "--by", by)
    if named:
        return _named(table, contents, named, shown)
    found = tuple(name for name in chosen(contents) if name != by)
    if not found:
        seen = [f"{name} ({content.kind})" for name, content in contents.items()]
        raise UsageError(
            f"{shown}: no column of text among {listed(seen)}",
            "--columns NAME to mend one all the same"
            if not all(_textless(content) for content in contents.values())
            else "give a file with a column of text",
        )
    return found


def repairs_columns(table: Table, columns: Sequence[str], suffix: str | None, shown: str) -> dict[str, str]:
    """By mended column, the column that names its repairs; none without a suffix.

    Raises:
        UsageError: there is a column of that name.
    """
    if suffix is None:
        return {}
    added = {name: name + suffix for name in columns}
    there = [more for more in added.values() if more in table.names]
    if there:
        raise UsageError(
            f"{shown}: there is a column {there[0]!r} already, as if the file was mended before",
            "--suffix _repairs_2 for another name, or --no-repairs for none",
        )
    return added


def _named(
    table: Table, contents: Mapping[str, Content], named: Sequence[str], shown: str
) -> tuple[str, ...]:
    columns = tuple(dict.fromkeys(_split(table, named)))
    there = f"there are: {listed(table.names)}"
    if not columns:
        raise UsageError(f"--columns {','.join(named)!r}: names no column", there)
    wrong = [
        f"{name!r} holds {contents[name].kind} ({contents[name].why})"
        for name in columns
        if _textless(contents[name])
    ]
    if wrong:
        text = ", ".join(chosen(contents)) or "none"
        raise UsageError(
            f"{shown}: {'; '.join(wrong)}; mend changes text only", f"name columns of text; here: {text}"
        )
    return columns


def _textless(content: Content) -> bool:
    return content.text == 0 and content.kind not in ("labels", "empty")


def _split(table: Table, given: Sequence[str]) -> Iterator[str]:
    """The names in the values of --columns: a value is a name, or names with commas between them."""
    for value in given:
        names = (
            [value] if value in table.names else [name.strip() for name in value.split(",") if name.strip()]
        )
        for name in names:
            _known(table, "--columns", name)
            yield name


def _known(table: Table, option: str, name: str) -> None:
    if name in table.names:
        return
    lower = {each.lower(): each for each in table.names}
    near = difflib.get_close_matches(name.lower(), lower, 1)
    nearest = f"; nearest is {lower[near[0]]!r}" if near else ""
    raise UsageError(f"{option}: no column {name!r}{nearest}", f"there are: {listed(table.names)}")


def listed(names: Sequence[str]) -> str:
    """Names in a row, the first of many."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
