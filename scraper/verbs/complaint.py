"""What a command that failed leaves behind: two lines for a person on standard error, and for a program one JSON object."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

import click

from pipelines.errors import Exit, ListmendError
from scraper.verbs.visible import visible

_STREAMS = ({"-o-", "--output=-"}, {"-o", "--output"})
"""How `mend` is told that its table goes to standard output: in one word, or in the one before `-`."""


def complain(fault: ListmendError) -> None:
    """Say what was expected and found, and what to do next."""
    click.echo(f"listmend: {visible(fault.what)}", err=True)
    if fault.next:
        click.echo(f"next: {visible(fault.next)}", err=True)


def answer(words: Sequence[str], code: int, says: str, next_: str = "") -> None:
    """Print the object of a command that was asked for JSON and has no verdict of its own.

    Args:
        words: the command's own words; without `--json` nothing is printed.
        code: its exit code.
        says: what was expected and found.
        next_: what to do next.
    """
    options = words[: words.index("--")] if "--" in words else words
    if "--json" not in options:
        return
    told = {"exit": int(code), "says": says, "next": next_}
    try:
        click.echo(json.dumps(told, ensure_ascii=False), err=_on_stream(options))
    except OSError:  # a full disk, or a reader that went away; standard error has it
        hush()


def crashed(words: Sequence[str], fault: Exception) -> None:
    """Print the object of a command that a bug ended; its traceback goes where tracebacks go."""
    answer(words, Exit.CRASH, f"{type(fault).__name__}: {fault}")


def hush() -> None:
    """Nothing more can be told on standard output, not even by Python's last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _on_stream(words: Sequence[str]) -> bool:
    """Whether standard output is a table's."""
    whole, before = _STREAMS
    split = any(one in before and two == "-" for one, two in pairwise(words))
    return split or any(word in whole for word in words)
