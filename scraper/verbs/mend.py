"""`listmend mend`: any table a user already has, its text mended; thin over `pipelines.mend_file`.

What a person reads goes to standard output, unless the table itself goes there; the bar and errors always go to standard
error. A bar is drawn on a terminal only.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from pipelines.errors import UsageError
from pipelines.plural import plural
from scraper.verbs.options import console, show

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from pipelines.mend_file import Progress

_MOST_EXAMPLES = 8
"""Mended cells that are shown: half a screen."""
_MOST_COLUMNS = 50
"""Columns that are shown: a screen; those that changed come first where there are more."""
_ON_STREAM = "-"


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("-o", "--output", metavar="FILE|-", help="Where the mended table goes; - is standard output.")
@click.option("--in-place", is_flag=True, help="Replace FILE itself, once everything has gone well.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--columns",
    metavar="NAMES",
    multiple=True,
    help="Columns to mend, separated by commas; default: those that hold text.",
)
@click.option(
    "--by",
    metavar="COLUMN",
    help="Column that names each row's list; what a list proves holds for all its rows.",
)
@click.option("--language", metavar="CODE", help="Language of all texts; default: detected.")
@click.option(
    "--suffix",
    default="_repairs",
    show_default=True,
    help="Ending of the name of each column of repairs.",
)
@click.option("--no-repairs", is_flag=True, help="Add no columns of repairs.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "jsonl", "parquet"]),
    help="Format of FILE; default: detected.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of FILE, such as windows-1250; default: detected.")
@click.option("--delimiter", metavar="SIGN", help="Delimiter of a CSV, or tab; default: detected.")
@click.option(
    "--no-header", is_flag=True, help="The first line of a CSV is a row; its columns are called 1, 2, 3 …."
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
def mend(
    file: str, output: str | None, in_place: bool, dry_run: bool, columns: tuple[str, ...], by: str | None,
    language: str | None, suffix: str, no_repairs: bool, kind: Any, encoding: str | None, delimiter: str | None,
    no_header: bool, as_json: bool,
) -> None:  # fmt: skip
    """Mend the text of a table: CSV, JSON Lines or Parquet.

    Mojibake, characters cut in half, entities and the like are mended in the columns that hold text; every other value
    comes out as it went in, and each mended column gets a column that names its repairs.
    """
    if sum((output is not None, in_place, dry_run)) != 1:
        named = shlex.quote(file)
        raise UsageError(
            "where should the mended table go? expected one of -o, --in-place, --dry-run",
            f"listmend mend {named} -o OUT, or see first: listmend mend {named} --dry-run",
        )
    from pipelines.mend_file import Order, mend_file
    from pipelines.tables.opening import Wanted

    order = Order(
        file, output, in_place, columns, by, None if no_repairs else suffix, language,
        Wanted(kind, encoding, delimiter, not no_header),
    )  # fmt: skip
    _frugal()
    with _bar() as progress:
        told = mend_file(order, progress)
    from rich.console import Group

    show(told, lambda it: Group(*shown(it, dry_run=dry_run)), as_json, stderr=output == _ON_STREAM)


def shown(told: dict[str, Any], *, dry_run: bool) -> Iterator[RenderableType]:
    """What was done, as a person reads it: the columns, some changes, what was odd, and where the table is."""
    from rich.text import Text

    yield from _columns(told["columns"])
    if told["examples"]:
        yield _changes(told["examples"])
    for note in _notes(told, dry_run=dry_run):
        yield Text(f"note: {note}")
    yield Text(_end(told, dry_run=dry_run))


def _columns(told: dict[str, dict[str, Any]]) -> Iterator[RenderableType]:
    """A line a column; of very many those with most changes, and how many more there are."""
    from rich.text import Text

    table = _table("column", "holds", "changed", "repairs", "why", right="changed")
    columns = list(told.items())
    if len(columns) > _MOST_COLUMNS:
        columns = sorted(columns, key=lambda item: (-item[1]["cells"], not item[1]["mended"]))
    for name, column in columns[:_MOST_COLUMNS]:
        repairs = ", ".join(f"{step} {count:,}" for step, count in column["repairs"].items())
        changed = f"{column['cells']:,}" if column["mended"] else "–"
        table.add_row(*map(Text, (name, column["holds"], changed, repairs or "–", column["why"])))
    yield table
    if more := columns[_MOST_COLUMNS:]:
        mended = sum(column["mended"] for _, column in more)
        yield Text(
            f"and {len(more):,} more {plural(len(more), 'column')}, {mended:,} of text (--json names all)"
        )


def _changes(examples: list[dict[str, str]]) -> Table:
    from rich.text import Text

    heads = ("column", "repairs", "before", "after")
    changes = _table(*heads)
    for each in _varied(examples):
        changes.add_row(*(Text(each[name]) for name in heads))
    return changes


def _table(*heads: str, right: str = "") -> Table:
    """An empty table whose cells go on in the next line where they are long."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in heads:
        table.add_column(name, justify="right" if name == right else "left", overflow="fold")
    return table


def _notes(told: dict[str, Any], *, dry_run: bool) -> Iterator[str]:
    """What was odd: as the table was read, bytes that stay, and columns that only in part are text."""
    from pipelines.tables.choosing import listed

    yield from told["notes"]
    if told["unread"]:
        yield f"{told['unread']:,} cells keep bytes that nothing explains; each is written as \N{REPLACEMENT CHARACTER}"
    left = [
        name
        for name, column in told["columns"].items()
        if not column["mended"] and column["holds"] == "mixed"
    ]
    if left and not dry_run:
        yield f"left alone, though some cells are text: {listed(left)} (--columns mends them)"


def _end(told: dict[str, Any], *, dry_run: bool) -> str:
    rows, cells = told["rows"], told["cells"]
    counts = (
        f"{rows:,} {plural(rows, 'row')} of {told['format']}, {told['changed']:,} changed, "
        f"{cells:,} {plural(cells, 'cell')} mended"
    )
    if dry_run:
        return f"{counts}; nothing written\nnext: listmend mend {told['file']} -o OUT"
    where = "standard output" if told["output"] == _ON_STREAM else told["output"]
    return f"{counts} -> {where}"


def _varied(examples: list[dict[str, str]]) -> list[dict[str, str]]:
    """Some examples, first one of each kind."""
    first: dict[tuple[str, str], dict[str, str]] = {}
    for each in examples:
        first.setdefault((each["column"], each["repairs"]), each)
    rest = [each for each in examples if not any(each is one for one in first.values())]
    return [*first.values(), *rest][:_MOST_EXAMPLES]


def _frugal() -> None:
    """Let Arrow give memory back: its own allocator kept 75 MB more, its threads 10 to 25 MB, for tables of any size."""
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())
    pa.set_cpu_count(1)


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    parts = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*parts, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")
        yield lambda doing, done, total: bar.update(task, description=doing, completed=done, total=total)
