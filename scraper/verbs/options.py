"""Options and endings that several verbs share: where datasets land, the clock, JSON instead of a table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipelines.errors import OutputError
from scraper.verbs.visible import all_visible

if TYPE_CHECKING:
    from rich.console import Console

    _Type = click.ParamType[datetime]
else:
    _Type = click.ParamType  # generic from click 8.4 on

Verb = TypeVar("Verb", bound=Callable[..., Any])


_YEARS = range(1970, 2200)


class _Clock(_Type):
    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            clock = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"got {value!r}, expected an ISO time such as 2026-11-20T06:00:00Z", param, ctx)
        if clock.year not in _YEARS:  # in others some times of a run cannot be written
            self.fail(f"got the year {clock.year}, expected {_YEARS[0]} to {_YEARS[-1]}", param, ctx)
        return clock if clock.tzinfo else clock.replace(tzinfo=UTC)


class _Folder(click.Path):
    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("got nothing, expected a folder", param, ctx)
        try:  # a crontab's variable reaches us with its `~`
            folder = Path(value).expanduser()
        except RuntimeError as fault:
            self.fail(f"{value}: {fault}", param, ctx)
        return super().convert(folder, param, ctx)


def output_option(verb: Verb) -> Verb:
    """`--output`: the folder datasets land in."""
    return click.option(
        "--output", type=_Folder(), envvar="LISTMEND_OUTPUT", default=Path("output"),
        show_default=True, help="Folder for the datasets.",
    )(verb)  # fmt: skip


def clock_option(verb: Verb) -> Verb:
    """`--clock`: a moment to run as if it were now."""
    return click.option("--clock", type=_Clock(), help="Run as if it were this time.", default=None)(verb)


def start_option(verb: Verb) -> Verb:
    """`--start`: another first page, a mirror's for one."""
    return click.option("--start", metavar="URL", help="Begin here instead of at the site file's start.")(
        verb
    )


def excel_option(verb: Verb) -> Verb:
    """`--excel`: a second CSV that spreadsheets open rightly."""
    return click.option(
        "--excel",
        is_flag=True,
        help="Also write records-excel.csv: BOM, CRLF, no cell that runs as a formula.",
    )(verb)


def json_option(verb: Verb) -> Verb:
    """`--json`: the verdict for a program."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program.")(verb)


def now() -> datetime:
    """The moment, UTC, in whole seconds: what a verb runs at without `--clock`."""
    return datetime.now(UTC).replace(microsecond=0)


def show(thing: Any, shape: Callable[[Any], Any], as_json: bool, *, stderr: bool = False) -> None:
    """Print plain data: as JSON, or, made visible, shaped into something rich can print.

    Raises:
        OutputError: standard output cannot be written, a log on a full disk for one.
        BrokenPipeError: its reader went away.
    """
    try:
        if as_json:
            import json

            click.echo(json.dumps(thing, ensure_ascii=False), err=stderr)
            return
        shaped = shape(all_visible(thing))
        if isinstance(shaped, str):  # prose keeps its own lines
            click.echo(shaped, err=stderr)
        else:
            console(stderr).print(shaped, crop=False)  # what may be longer than a line is a command to copy
        (sys.stderr if stderr else sys.stdout).flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(
            f"standard output: cannot be written ({fault.strerror})", "make room for the log"
        ) from fault


def console(stderr: bool = False) -> Console:
    """The terminal, or a log."""
    from rich.console import Console as Rich

    class Plain(Rich):
        def on_broken_pipe(self) -> None:  # rich would end the process with 1, whatever the verb achieved
            raise BrokenPipeError

    # a log has no width of its own; the box is 100 wide
    stream = sys.stderr if stderr else sys.stdout
    return Plain(stderr=stderr, highlight=False, width=None if stream.isatty() else 100)
