"""Files of a folder that appear whole and together, or not at all: a full disk, a stop or a kill leaves no half table behind.

They are written under hidden names and take their own when the block has ended well. A kill leaves the hidden ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def hidden(file: Path) -> Path:
    """Where a file is written until it is whole."""
    return file.with_name(f".{file.name}.part")


@contextmanager
def whole_files(folder: Path) -> Iterator[Callable[[str], Path]]:
    """Give the place to write a file of a name to; what was written is moved in place, or removed if an exception ends the block."""
    files: dict[Path, None] = {}  # in order, each once

    def part(name: str) -> Path:
        files[folder / name] = None
        return hidden(folder / name)

    try:
        yield part
    except BaseException:
        for file in files:
            hidden(file).unlink(missing_ok=True)
        raise
    for file in files:
        hidden(file).replace(file)
