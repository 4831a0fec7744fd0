"""Standard error as a command writes it: what a full disk, or a reader that went away, does not take is left out.

A schedule often sends standard output and standard error into one log. That it is full must not end a crawl at its next
line of counts, nor turn a published run's exit code into another.
"""

from __future__ import annotations

import io
import sys
from contextlib import suppress


class LogStream(io.TextIOWrapper):
    """A text stream whose writes never fail."""

    def write(self, text: str, /) -> int:
        """Write what can be written."""
        with suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what can be handed on; Python's last flush would else make the exit code 120."""
        with suppress(OSError):
            super().flush()


def never_failing(stream: io.TextIOWrapper) -> LogStream:
    """The same stream, character by character what it was, but for its failures."""
    return LogStream(stream.buffer, stream.encoding, stream.errors, line_buffering=True)


def open_log() -> None:
    """Make standard error such a stream, where it is one of the system's."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = never_failing(sys.stderr)
