"""The command line: the verbs (`scraper/verbs`) under one name, and how a command ends.

Every verb ends in a plain message and one of six exit codes; a traceback is a bug. Heavy imports wait until a verb needs
them, so that `listmend --help` is quick.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from pipelines.errors import Exit, ListmendError, MemoryEndedError, OutputError, UsageError
from scraper.log_stream import open_log
from scraper.stop_signals import stoppable
from scraper.verbs.add import add
from scraper.verbs.check import check
from scraper.verbs.complaint import answer, complain, crashed, hush
from scraper.verbs.forget import forget
from scraper.verbs.jobs import build, crawl, demo, run
from scraper.verbs.mend import mend
from scraper.verbs.past_runs import diff, explain, report, runs, status

EPILOGUE = """\b
Exit codes: 0 published or done, 1 crash, 2 usage or site file,
3 gates failed (the former dataset stands), 4 site unreachable or blocked,
130 interrupted."""


class _Verbs(click.Group):
    """The verbs. One whose reader went away, as `| head` does, has done its work: click would end it with 1, without a word."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _reader_may_leave():  # here, the group's own help and version are printed
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _reader_may_leave():
            return super().invoke(ctx)


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        hush()
        raise click.exceptions.Exit(int(Exit.PUBLISHED)) from None


@click.group(
    cls=_Verbs,
    epilog=EPILOGUE,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="listmend", prog_name="listmend")
def cli() -> None:
    """Crawl listing pages and end in a clean dataset: text mended, language named, dates typed."""


for verb in (demo, run, crawl, build, status, runs, explain, diff, report, add, check, forget, mend):
    cli.add_command(verb)


def main() -> None:
    """Run the command line and end with its exit code."""
    # Arrow's own allocator keeps what it is given back; a trim between stages returns the C library's, see `give_back`
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    _open_closed()
    stoppable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a log in ASCII is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    open_log()
    words = sys.argv[1:]
    try:
        _need_folder()
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except (click.Abort, KeyboardInterrupt) as fault:
        code, says = Exit.INTERRUPTED, "interrupted; what stood before stands"
        # click makes it an Abort, and says nothing
        if isinstance(fault.__cause__ or fault, KeyboardInterrupt):
            click.echo(says, err=True)
        answer(words, code, says)
    except click.ClickException as fault:
        fault.show()
        code = Exit.USAGE
        answer(words, code, fault.format_message())
    except ListmendError as fault:
        code = _told(words, fault)
        if isinstance(fault, OutputError):
            hush()
    except MemoryError:
        code = _told(words, MemoryEndedError())
    except Exception as fault:
        crashed(words, fault)
        raise
    sys.exit(int(code or 0))


def _told(words: list[str], fault: ListmendError) -> Exit:
    complain(fault)
    answer(words, fault.code, fault.what, fault.next)
    return fault.code


def _need_folder() -> None:
    """Refuse to begin in a folder that was deleted under a shell or a service; names and paths are read from there."""
    try:
        os.getcwd()  # noqa: PTH109 - asked, not used
    except FileNotFoundError as gone:
        raise UsageError(
            "the working folder was deleted", "cd to a folder that is there, and run again"
        ) from gone


def _open_closed() -> None:
    """Let a stream that a shell closed (`>&-`) lead nowhere; else the next file that is opened would get its number."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


if __name__ == "__main__":
    main()
