"""What can go wrong for a user, each with its exit code and the next thing to do.

A scheduler reads the exit code, a person the two lines. Everything else that escapes is a crash (exit 1) and a bug.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command; a schedule relies on them."""

    PUBLISHED = 0
    CRASH = 1
    USAGE = 2
    GATES = 3
    UNREACHABLE = 4
    INTERRUPTED = 130


class ListmendError(Exception):
    """A failure a user can act on.

    Attributes:
        what: what was expected and what was found, and where.
        next: what to do next.
        code: the exit code of a command that ends so.
    """

    code: Exit = Exit.CRASH

    def __init__(self, what: str, next: str = "") -> None:  # noqa: A002 - the word a reader sees
        super().__init__(f"{what}\n{next}" if next else what)
        self.what = what
        self.next = next


class UsageError(ListmendError):
    """A command asked for something that does not exist or cannot be; nothing was done."""

    code = Exit.USAGE


class SiteFileError(ListmendError):
    """A site file could not be read or holds keys or values that mean nothing; nothing was requested."""

    code = Exit.USAGE


class GateError(ListmendError):
    """A run looked wrong and was not published; the former dataset stands."""

    code = Exit.GATES


class UnreachableError(ListmendError):
    """The site did not answer, or refused; nothing was published."""

    code = Exit.UNREACHABLE


class OutputError(ListmendError):
    """The output folder could not be written, a full disk for one; nothing was published."""


class MemoryEndedError(ListmendError):
    """The memory that a process may use did not suffice; nothing was published."""

    def __init__(self) -> None:
        super().__init__(
            "the memory that this process may use does not suffice",
            "allow it more (ulimit -v, MemoryMax=), or read fewer pages: pages_max in the site file; what stood before stands",
        )


class LockError(UsageError):
    """Another run of the same site is at work."""
