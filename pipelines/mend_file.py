"""`listmend mend` without the terminal: a user's table in, the same table mended out.

Four looks at the file: its encoding (all bytes), its columns (the first `SURVEYED` bytes), with a list column the
dealing-out of its lists, and the mending itself. Memory is bounded by the chunk, never by the file. The output appears
whole or not at all, whatever goes wrong.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from pipelines.errors import Exit, UsageError
from pipelines.plural import plural
from pipelines.same_ends import around_change
from pipelines.tables.choosing import repairs_columns, to_mend
from pipelines.tables.column_mender import UNREAD, Change, Languages, RowMender
from pipelines.tables.content import SAMPLE, Content, Tally, tally, typed
from pipelines.tables.languages import languages_of
from pipelines.tables.lists import Parts
from pipelines.tables.opening import (
    ENDINGS,
    STREAM,
    STREAM_SHOWN,
    Wanted,
    is_stream,
    no_room,
    on_disk,
    opened,
)
from pipelines.tables.replacing import leftovers, replacing
from pipelines.tables.table import Chunk, Edits, Table

SURVEYED = 16 << 20
"""Bytes of a file that tell what its columns hold: 10,000 rows and more."""
SHOWN = 2
"""Examples kept for each kind of repair in each column."""
BEHIND = 24
"""Characters of an example behind what changed."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, of how much."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a user asked for.

    Attributes:
        file: a path, or - for standard input.
        output: a path, or - for standard output; None where nothing is written.
        in_place: put the mended file in the place of `file`.
        columns: the columns to mend; those that hold text if empty.
        by: the column that names each row's list.
        suffix: what the name of a repairs column adds to its column's; None for no such columns.
        language: tag of the texts' language, where the user knows it.
        wanted: how to read.
    """

    file: str
    output: str | None = None
    in_place: bool = False
    columns: tuple[str, ...] = ()
    by: str | None = None
    suffix: str | None = "_repairs"
    language: str | None = None
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(slots=True)
class Tallies:
    """What was done so far."""

    rows: int = 0
    changed: int = 0
    cells: Counter[str] = field(default_factory=Counter)
    repairs: dict[str, Counter[str]] = field(default_factory=dict)
    examples: list[dict[str, str]] = field(default_factory=list)

    def add(self, chunk: Chunk, columns: Sequence[str], changes: Mapping[str, Mapping[int, Change]]) -> None:
        """Count the changes of one chunk and keep examples of kinds that have few."""
        self.rows += chunk.rows
        self.changed += len({row for cells in changes.values() for row in cells})
        for name in columns:
            kinds = self.repairs.setdefault(name, Counter())
            before = None
            for row, change in changes.get(name, {}).items():
                self.cells[name] += 1
                if any(kinds[step] < SHOWN for step in change.steps):
                    before = chunk.column(name) if before is None else before
                    old, new = around_change(before[row].as_py(), change.after, BEHIND)
                    one = {"column": name, "repairs": ";".join(change.steps), "before": old, "after": new}
                    self.examples += [one] if one not in self.examples else []
                kinds.update(change.steps)


def mend_file(order: Order, progress: Progress = lambda *_: None) -> dict[str, Any]:
    """Mend a table and say what was done.

    Args:
        order: what to do.
        progress: told how far it is.

    Returns:
        Counts, columns and examples, as `listmend mend --json` prints them.

    Raises:
        UsageError: the order or the file cannot be followed; nothing was written.
        OutputError: the output cannot be written; what was there stands.
    """
    target = _target(order)
    with ExitStack() as rooms:
        path = rooms.enter_context(on_disk(order.file))
        table = opened(path, STREAM_SHOWN if order.file == STREAM else order.file, order.wanted)
        _same_format(table, target)
        contents = _survey(table, progress, order)
        columns = to_mend(table, contents, order.columns, order.by, order.file)
        added = repairs_columns(table, columns, order.suffix, order.file)
        languages = languages_of(order.language)
        folder = (
            Path(rooms.enter_context(tempfile.TemporaryDirectory(prefix="listmend-"))) if order.by else None
        )
        steps = _by_list(table, columns, order.by, folder, languages, progress) if order.by and folder else _straight(
            table, columns, languages
        )  # fmt: skip
        write, gone = None, []
        if target is not None:
            gone = leftovers(target) if target != STREAM else []
            part = rooms.enter_context(replacing(target))
            write = rooms.enter_context(table.writing(part, added))
        done = Tallies()
        for chunk, changes in steps:
            done.add(chunk, columns, changes)
            if write:
                write(chunk, _edits(changes))
            progress("mending", chunk.read, table.size)
    notes = [*table.notes, *(f"removed {name}, which a killed run left" for name in gone)]
    return _told(order, table.format, contents, columns, added, done, notes)


def _target(order: Order) -> str | None:
    if order.in_place:
        if is_stream(order.file):
            raise UsageError(
                "--in-place with a stream: there is no file to replace", "name a file, or use -o FILE"
            )
        if order.output is not None:
            raise UsageError("--in-place and -o: two places to write to", "give one of them")
        return order.file
    if order.output and STREAM not in (order.output, order.file) and _same(order.file, order.output):
        raise UsageError(
            f"-o {order.output}: is the input itself", "add --in-place instead of -o to replace it"
        )
    return order.output


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:  # one of them is not there, or cannot be
        return False


def _same_format(table: Table, target: str | None) -> None:
    wanted = ENDINGS.get(Path(target).suffix.lower()) if target and target != STREAM else None
    if wanted and wanted != table.format.lower():
        raise UsageError(
            f"-o {target}: the ending says {wanted}, but the input is {table.format}; mend keeps the format",
            f"give -o an ending of {table.format}",
        )


def _survey(table: Table, progress: Progress, order: Order) -> dict[str, Content]:
    tallies = {name: Tally() for name in table.names if name not in table.types}
    rows, asked = 0, [*tallies]
    for chunk in table.chunks():
        rows += chunk.rows
        cells = [chunk.column(name).drop_null()[:SAMPLE] for name in asked]
        tally([tallies[name] for name in asked], cells)
        progress("looking at the columns", chunk.read, table.size)
        if chunk.read >= SURVEYED:  # a column without a cell so far may have some yet
            asked = [name for name in asked if not tallies[name].seen]
            if not asked:
                break
    # Of named columns it is known what comes out: on a quiet day a table without rows.
    if not rows and not order.columns:
        counted = f"{len(table.names):,} {plural(len(table.names), 'column')}"
        raise UsageError(
            f"{order.file}: it names {counted} and has no rows, so none is known to hold text",
            "give a file with rows, or name the columns to mend: --columns",
        )
    return {
        name: typed(table.types[name]) if name in table.types else tallies[name].content()
        for name in table.names
    }


def _straight(
    table: Table, columns: Sequence[str], languages: Languages
) -> Iterator[tuple[Chunk, Mapping[str, Mapping[int, Change]]]]:
    """The file is one list; each chunk is mended with what the former ones showed."""
    mender = RowMender(columns, languages)
    for chunk in table.chunks():
        yield chunk, mender.mend({name: chunk.column(name) for name in columns})


def _by_list(
    table: Table, columns: Sequence[str], by: str, folder: Path, languages: Languages, progress: Progress
) -> Iterator[tuple[Chunk, Mapping[str, Mapping[int, Change]]]]:
    parts = Parts(folder, columns, table.size)
    with no_room(folder, "the lists"):
        parts.deal(_dealt(table, columns, by, progress))
        for done in parts.mend(languages):
            progress("mending the lists", done, parts.count)
    changes = parts.changes()
    waiting = next(changes, None)
    start = 0
    for chunk in table.chunks():
        found: dict[str, dict[int, Change]] = {name: {} for name in columns}
        for each in chain([waiting] if waiting else [], changes):
            if each.row >= start + chunk.rows:
                waiting = each
                break
            found[columns[each.column]][each.row - start] = each.change
        else:
            waiting = None
        start += chunk.rows
        yield chunk, found


def _dealt(
    table: Table, columns: Sequence[str], by: str, progress: Progress
) -> Iterator[tuple[Any, list[Any]]]:
    for chunk in table.chunks():
        yield chunk.keys(by), [chunk.column(name) for name in columns]
        progress("sorting by list", chunk.read, table.size)


def _edits(changes: Mapping[str, Mapping[int, Change]]) -> Edits:
    return Edits(
        {name: {row: change.after for row, change in cells.items()} for name, cells in changes.items()},
        {name: {row: change.steps for row, change in cells.items()} for name, cells in changes.items()},
    )


def _told(
    order: Order,
    kind: str,
    contents: Mapping[str, Content],
    columns: Sequence[str],
    added: Mapping[str, str],
    done: Tallies,
    notes: list[str],
) -> dict[str, Any]:
    return {
        "exit": int(Exit.PUBLISHED),
        "file": order.file,
        "output": order.file if order.in_place else order.output,
        "format": kind,
        "rows": done.rows,
        "changed": done.changed,
        "cells": done.cells.total(),
        "unread": sum(kinds[UNREAD] for kinds in done.repairs.values()),
        "by": order.by,
        "columns": {
            name: {
                "holds": content.kind,
                "why": "named in --columns" if name in columns and order.columns else content.why,
                "mended": name in columns,
                "cells": done.cells[name],
                "repairs": dict(done.repairs.get(name, Counter()).most_common()),
                "repairs_column": added.get(name),
            }
            for name, content in contents.items()
        },
        "notes": notes,
        "examples": done.examples,
    }
