"""One run of a site at a time: the lock that a command holds while it works on the site's folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from pipelines.disk import ELSEWHERE, make_folder, writing
from pipelines.errors import LockError, UsageError


@contextmanager
def locked(site_folder: Path, command: str, clock: datetime) -> Iterator[None]:
    """Hold the site for one run; the kernel lets go when the process ends, however it ends.

    Raises:
        LockError: another process holds it; the message names it.
        UsageError: it is on a file system without locks, where two runs could meet unseen.
    """
    with writing(site_folder):
        make_folder(site_folder)
        lock = (site_folder / ".lock").open("a+", encoding="utf-8")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            lock.seek(0)
            holder = lock.read().strip() or "another process"
            raise LockError(
                f"{site_folder.name}: held by {holder}", "wait for it, or end it, and run again"
            ) from fault
        except OSError as fault:
            raise UsageError(
                f"{site_folder}: expected a file system with locks, found one without ({fault.strerror})",
                ELSEWHERE,
            ) from fault
        holder = f"process {os.getpid()} ({command}) since {clock.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
        # a full disk takes the note, and must not keep `forget` from making room
        with suppress(OSError):
            os.ftruncate(lock.fileno(), 0)
            os.write(lock.fileno(), holder.encode())
        yield
