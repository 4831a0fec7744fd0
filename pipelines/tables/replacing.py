"""Writing so that a file is either the old one or the whole new one.

Everything goes into a part file beside the target; only when it is complete and on the disk does it take the target's
name. Standard output, pipes and devices have no such name, so there the part is sent once it is whole. A part is locked
while it is written; one that nobody holds is left of a process that was killed, and the next one takes it away.
"""

from __future__ import annotations

import errno
import fcntl
import glob
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pipelines.errors import ListmendError, OutputError
from pipelines.tables.table import TableError

STREAM = "-"
_LONGEST = 220
"""Bytes of a target's name that its part takes over: a name has 255 at most, and that of a part 21 more of its own."""


@contextmanager
def replacing(target: str) -> Iterator[Path]:
    """Give a part file to write; it becomes `target` if the block ends well, and goes away if not.

    Args:
        target: a path, followed through links, or `-` for standard output.

    Raises:
        TableError: the folder is not there or may not be written.
        OutputError: the disk is full.
    """
    path = Path(target).resolve()
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as fault:  # as of a name that is too long
        raise _unwritten(target, fault) from fault
    if target == STREAM or (path.exists() and not path.is_file() and not path.is_dir()):
        try:
            with _sending(target) as part:
                yield part
        except BrokenPipeError:  # the reader went away, as `| head` does: the command line knows
            raise
        except OSError as fault:
            raise _unwritten(target, fault) from fault
        return
    if not path.parent.is_dir():
        raise TableError(f"{target}: there is no folder {path.parent}", f"mkdir -p {path.parent}")
    if path.is_dir():
        raise TableError(f"{target}: a folder, expected a file to write", f"-o {target.rstrip('/')}/NAME")
    part = path.with_name(f"{_begins(path)}{os.getpid()}-{secrets.token_hex(3)}.part")
    try:
        with part.open("xb") as held:
            _locked(held)
            yield part
        _settle(part, path)
    except OSError as fault:
        if fault.filename not in (str(part), None) and not isinstance(fault, PermissionError):
            raise
        raise _unwritten(target, fault) from fault
    finally:
        with suppress(OSError):  # the folder may be gone with it
            part.unlink(missing_ok=True)


def leftovers(target: str) -> list[str]:
    """Take away the parts of a target that processes left when they were killed, and name them."""
    path = Path(target).resolve()
    gone = []
    for part in path.parent.glob(f"{glob.escape(_begins(path))}*.part") if path.parent.is_dir() else ():
        with suppress(OSError), part.open("rb") as held:
            if _locked(held):
                part.unlink()
                gone.append(part.name)
    return gone


def _begins(path: Path) -> str:
    """What the names of a target's parts begin with: its own name, as far as the rest of theirs leaves room."""
    return f".{os.fsdecode(os.fsencode(path.name)[:_LONGEST])}."


def _locked(file: BinaryIO) -> bool:
    """Whether nobody else holds a file; then this process does, until it is closed."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held, or on a file system without locks
        return False
    return True


@contextmanager
def _sending(target: str) -> Iterator[Path]:
    """A part for what has no name to take: standard output, a pipe, a device such as /dev/null."""
    with tempfile.TemporaryDirectory(prefix="listmend-") as folder:
        part = Path(folder) / "part"
        yield part
        with ExitStack() as files:
            whole = files.enter_context(part.open("rb"))
            out = sys.stdout.buffer if target == STREAM else files.enter_context(Path(target).open("wb"))
            shutil.copyfileobj(whole, out, 1 << 20)
            out.flush()


def _unwritten(target: str, fault: OSError) -> ListmendError:
    if isinstance(fault, PermissionError) or fault.errno in (
        errno.EROFS,
        errno.ENAMETOOLONG,
    ):  # no room would help
        return TableError(
            f"{target}: cannot be written ({fault.strerror})", "choose another -o; nothing changed"
        )
    return OutputError(
        f"{target}: cannot be written ({fault.strerror})", "free space or choose another -o; nothing changed"
    )


def _settle(part: Path, path: Path) -> None:
    """Put the part in the target's place, with its owner, group and permissions where it exists and they may be given."""
    if path.exists():
        former = path.stat()
        for owner in (former.st_uid, -1):  # the group alone is given by one of its members, too
            with suppress(OSError):
                os.chown(part, owner, former.st_gid)
                break
        shutil.copymode(path, part)  # last: a new owner takes set-id bits away
    with part.open("rb+") as whole:
        os.fsync(whole.fileno())
    part.replace(path)
