"""Ctrl-C, SIGTERM and SIGHUP outside the crawl: each ends a command in order, a child hears of it once, the pointer moves on.

SIGTERM is what systemd, containers and cron's machines stop a command with. Left to itself it would end the command without
a verdict, and in a container, whose first process it is, not at all. SIGHUP is what a terminal that is closed, or a
connection that breaks, leaves of a command begun by hand. A signal that is ignored where the command starts, as
SIGINT is behind `nohup … &`, stays ignored: whoever started it wants it so.
"""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def stoppable() -> None:
    """Let the others raise KeyboardInterrupt as Ctrl-C does, and take what came while this process was started."""
    for number in SIGNALS:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    _COMMAND.set()


_COMMAND = threading.Event()
"""Set in a process that is a command of ours and nothing else; a notebook's goes on after a run."""


@contextmanager
def child(command: Sequence[str], heard: list[int], **how: Any) -> Iterator[subprocess.Popen[str]]:
    """Start a process that a stop reaches by way of this one, and hand every stop on to it.

    It gets a group of its own, so that a terminal's Ctrl-C reaches it once. Its signals are held until it calls
    `signal.pthread_sigmask`, so that none ends it before it can tell.

    Args:
        command: what to run.
        heard: gets the signals that were handed on.
        how: further arguments of `subprocess.Popen`.
    """
    by_hand = threading.current_thread() is threading.main_thread()
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        process = subprocess.Popen(command, process_group=0, text=True, encoding="utf-8", **how)  # noqa: S603 - this interpreter, a module of ours

        def hand_on(number: int, frame: object) -> None:
            heard.append(number)
            if process.poll() is None:
                process.send_signal(number)

        former = _handled(hand_on) if by_hand else {}
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    try:
        yield process
    finally:
        _restore(former)


@contextmanager
def too_late() -> Iterator[None]:
    """Let no stop come between steps that take milliseconds and belong together; one that comes is not heard.

    Nor is one that comes behind them in a command, which has nothing left to do but to tell and to leave.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = _handled(lambda number, frame: None)
    done = False
    try:
        yield
        done = _COMMAND.is_set()
    finally:
        if not done:
            _restore(former)


def no_longer() -> None:
    """Hear no stop from here on: what the command did is done, and all that is left is to tell it and to leave."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)  # a handler of Python's would be gone before the process is


def _handled(handler: Callable[[int, Any], None]) -> dict[signal.Signals, Any]:
    return {number: signal.signal(number, handler) for number in heeded()}


def heeded() -> list[signal.Signals]:
    """The signals that are not ignored."""
    return [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]


def _restore(former: dict[signal.Signals, Any]) -> None:
    for number, handler in former.items():
        signal.signal(number, handler)
