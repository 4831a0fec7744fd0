"""Several sites by one command: a process each, so that one site's crash or memory is not another's."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from pipelines.errors import Exit, ListmendError
from pipelines.next_command import in_folder
from scraper.site_problems import without_user
from scraper.stop_signals import child
from scraper.verbs.complaint import answer, complain
from scraper.verbs.visible import visible

_PACKAGES = Path(__file__).parents[2]
_AGAIN = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); sys.argv[0] = 'listmend';"
    " from scraper.cli import main; main()"
)
"""This command once more. With `-m` the working directory would come first, whose `scraper` may be a project of its own."""
GRAVITY = (Exit.INTERRUPTED, Exit.CRASH, Exit.USAGE, Exit.GATES, Exit.UNREACHABLE, Exit.PUBLISHED)
"""What a schedule should hear of first when they end differently."""


def run_each(sites: Sequence[str], output: Path, clock: datetime | None, flags: Sequence[str]) -> int:
    """Run sites one after the other and return the gravest of their exit codes; a stop ends the one that runs, and no other begins.

    Which were not published is told at the end, on standard error: the boxes of many sites are long gone by then.

    Args:
        sites: each by id, site file or address.
        output: the folder datasets land in.
        clock: a moment to run as if it were now.
        flags: further options of `run`.
    """
    flags = [*flags, *(["--clock", clock.isoformat()] if clock else [])]
    codes: list[int] = []
    for number, site in enumerate(sites, 1):
        command = [
            sys.executable,
            "-P",
            "-c",
            _AGAIN,
            str(_PACKAGES),
            "run",
            site,
            "--output",
            str(output),
            *flags,
        ]
        heard: list[int] = []
        with child(command, heard) as process:
            code = process.wait()
        if heard:
            _tell(f"stopped; not begun: {', '.join(sites[number:])}" if sites[number:] else "")
            return int(Exit.INTERRUPTED)
        codes.append(code if code >= 0 else _killed(site, -code, output, flags))
    missed = [f"{site} (exit {code})" for site, code in zip(sites, codes, strict=True) if code]
    _tell(f"{len(missed)} of {len(sites)} sites not published: {', '.join(missed)}" if missed else "")
    return next(int(code) for code in GRAVITY if code in {*codes, Exit.PUBLISHED})


def _tell(what: str) -> None:
    """Say it, unless nobody reads any more: that changes no exit code."""
    if what:
        with contextlib.suppress(OSError):
            click.echo(f"listmend: {visible(without_user(what))}", err=True)


def _killed(site: str, signal: int, output: Path, flags: Sequence[str]) -> int:
    """Tell that the system ended a run, for want of memory for one: it had no time to say so."""
    fault = ListmendError(
        f"{site}: its run was ended by signal {signal}", f"listmend run {site}{in_folder(output)}"
    )
    complain(fault)
    answer(flags, fault.code, fault.what, fault.next)
    return int(fault.code)
