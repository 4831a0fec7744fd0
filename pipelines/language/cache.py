"""Arrays kept between runs: a derived table is built once per user and version, then read as it lies on disk.

One folder of `.npy` files per table and key, read without pickle. The folder is written beside its final name and
renamed, so a reader sees a whole table or none, and two processes building at once do no harm. Where nothing can be
written (a read-only home, a container without one) the built arrays are used from memory and nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipelines.memory import from_disk

Arrays = dict[str, NDArray[np.generic]]


def cache_home() -> Path:
    """The user's cache folder of the project: `$XDG_CACHE_HOME/listmend`, else `~/.cache/listmend`."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "listmend"


def cached(
    name: str, key: str, names: tuple[str, ...], build: Callable[[], Mapping[str, NDArray[np.generic]]]
) -> Arrays:
    """Return the named arrays of a table from the cache, building and keeping them at first use.

    Args:
        name: the table, part of the folder's name.
        key: everything the table depends on (versions, options); another key is another folder.
        names: the arrays the table consists of; a folder that lacks one, or holds a damaged one, is built anew.
        build: makes the arrays.
    """
    try:
        folder = cache_home() / f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    except RuntimeError:  # no home folder can be determined
        return dict(build())
    kept = _read(folder, names)
    if kept is not None:
        return kept
    arrays = dict(build())
    _write(folder, arrays)
    return arrays


def _read(folder: Path, names: tuple[str, ...]) -> Arrays | None:
    try:
        files = {name: folder / f"{name}.npy" for name in names}
        return {
            name: from_disk(np.load(file, mmap_mode="r", allow_pickle=False)) for name, file in files.items()
        }
    except (OSError, ValueError, EOFError):  # absent, cut short, or not an array: build it again
        return None


def _write(folder: Path, arrays: Arrays) -> None:
    fresh: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        for name, array in arrays.items():
            np.save(fresh / f"{name}.npy", array, allow_pickle=False)
        with suppress(FileNotFoundError):  # a damaged table of the same key makes room
            folder.rename(fresh / "former")
        fresh.rename(folder)
        shutil.rmtree(folder / "former", ignore_errors=True)
    except OSError:  # unwritable or full: the arrays in memory serve this run
        if fresh is not None:
            shutil.rmtree(fresh, ignore_errors=True)
