"""Writing so that a file is either the old one or the whole new one.

Everything goes into a part file beside the target; only when it is complete and on the disk does it take the target's
name. Standard output has no such name, so there the part is sent once it is whole.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipelines.errors import OutputError
from pipelines.tables.table import TableError

STREAM = "-"


@contextmanager
def replacing(target: str) -> Iterator[Path]:
    """Give a part file to write; it becomes `target` if the block ends well, and goes away if not.

    Args:
        target: a path, followed through links, or `-` for standard output.

    Raises:
        TableError: the folder is not there.
        OutputError: the disk is full or the folder may not be written.
    """
    if target == STREAM:
        with tempfile.TemporaryDirectory(prefix="listmend-") as folder:
            part = Path(folder) / "stdout"
            yield part
            with part.open("rb") as whole:
                shutil.copyfileobj(whole, sys.stdout.buffer, 1 << 20)
            sys.stdout.buffer.flush()
        return
    path = Path(target).resolve()
    if not path.parent.is_dir():
        raise TableError(f"{target}: there is no folder {path.parent}", f"mkdir -p {path.parent}")
    if path.is_dir():
        raise TableError(f"{target}: a folder, expected a file to write", f"-o {target.rstrip('/')}/NAME")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        _settle(part, path)
    except OSError as fault:
        if fault.filename not in (str(part), None) and not isinstance(fault, PermissionError):
            raise
        raise OutputError(f"{target}: cannot be written ({fault.strerror})", "free space or choose another -o; nothing changed") from fault
    finally:
        with suppress(OSError):  # the folder may be gone with it
            part.unlink(missing_ok=True)


def _settle(part: Path, path: Path) -> None:
    """Put the part in the target's place, with its permissions where it exists."""
    if path.exists():
        shutil.copymode(path, part)
    with part.open("rb+") as whole:
        os.fsync(whole.fileno())
    part.replace(path)
