"""Writing to a folder that a user named: files as a whole, and a plain message where nothing can be written.

A permission, a read-only disk or a missing folder is the user's to change (`UsageError`); a full disk is an accident of the
run (`OutputError`). Either says what to do next.
"""

from __future__ import annotations

import errno
import os
import pwd
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from pipelines.errors import OutputError, UsageError
from pipelines.whole_files import whole_files

ELSEWHERE = "name another folder: --output FOLDER"
"""What a user can do about a place that cannot be written, where it is the one datasets land in."""


def replace(file: Path, text: str, *, elsewhere: str = ELSEWHERE) -> None:
    """Write a file as a whole: a reader sees the old one or the new one, also after a power cut."""
    with writing(file, elsewhere=elsewhere):
        with whole_files(file.parent) as part:
            whole = part(file.name)
            # a folder's name may be no text; spelled so, it still is what JSON reads
            with whole.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as out:
                out.write(text)
            sync(whole)
        sync(file.parent)


@contextmanager
def writing(place: Path, *, elsewhere: str = ELSEWHERE) -> Iterator[None]:
    """Turn a failed write into a plain message; `elsewhere` is what its user can do beside making room."""
    try:
        yield
    except PermissionError as fault:
        refused = Path(os.fsdecode(fault.filename or place))
        taken, back = _taken(refused)
        raise UsageError(f"{refused}: no permission to write{taken}", f"{back}{elsewhere}") from fault
    except NotADirectoryError as fault:
        raise UsageError(f"{fault.filename or place}: not a folder", elsewhere) from fault
    except OSError as fault:
        if fault.errno == errno.EROFS:  # no room would help
            raise UsageError(f"{fault.filename or place}: on a read-only file system", elsewhere) from fault
        lacks, room = _room(fault, place)
        raise OutputError(
            f"{fault.filename or place}: cannot be written ({lacks})",
            f"{room}, or {elsewhere}; what stood before stands",
        ) from fault


def _room(fault: OSError, place: Path) -> tuple[str, str]:
    """What a failed write lacks, and how there is room again."""
    if fault.errno == errno.ENOSPC:
        with suppress(OSError):
            if inodes_gone(os.statvfs(place if place.exists() else place.parent)):
                return "no inodes left, though there may be space", "delete files, however small (df -i)"
    return fault.strerror or str(fault), "make room"


def inodes_gone(disk: os.statvfs_result) -> bool:
    """Whether a file system can hold no further file; one that does not count them has none and never runs out."""
    return disk.f_files > 0 and disk.f_favail == 0


def _taken(refused: Path) -> tuple[str, str]:
    """What another user made in a folder of ours, as root does who looks after a service: whose it is, and how it comes back."""
    me = os.geteuid()
    owners = [(each, owner) for each in (refused, *refused.parents) if (owner := _owner(each)) is not None]
    theirs = list(takewhile(lambda owned: owned[1] != me, owners))
    if not theirs or len(theirs) == len(owners):  # ours, or in nothing that is
        return "", ""
    top, owner = theirs[-1]
    return f"; {top} belongs to {_name(owner)}", f"chown -R {_name(me)} {shlex.quote(str(top))}, or "


def _owner(place: Path) -> int | None:
    try:
        return place.stat().st_uid
    except OSError:  # not there, or in a folder that we may not even look into
        return None


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:  # a container's user may have none
        return str(user)


def make_folder(folder: Path, *, elsewhere: str = ELSEWHERE) -> None:
    """Make a folder where there is none.

    Raises:
        UsageError: none can ever be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        if fault.errno not in _NO_PLACE:
            raise
        raise UsageError(f"{folder}: no folder can be made there ({fault.strerror})", elsewhere) from fault


_NO_PLACE = {errno.ENOENT, errno.EROFS, errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}
"""What a place answers that can never hold a folder; room would not help."""


def sync(place: Path) -> None:
    """Let a file, or the names in a folder, reach the disk, where the file system can be asked to."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)


_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}
"""What shares and mounts answer that know no fsync, mostly of a folder; they decide themselves when names reach the disk."""
