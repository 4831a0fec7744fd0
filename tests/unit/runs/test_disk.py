"""What is said of a disk that takes no more."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pipelines import disk
from pipelines.errors import OutputError


@pytest.mark.parametrize(("files", "free", "gone"), [(1000, 0, True), (1000, 1, False), (0, 0, False)])
def test_inodes_run_out_where_they_are_counted(files: int, free: int, gone: bool) -> None:
    """Btrfs and its like count none: 0 of 0 is no want of them."""
    told = os.statvfs_result((4096, 4096, 9000, 5000, 5000, files, free, free, 0, 255))
    assert disk.inodes_gone(told) is gone


def test_a_full_disk_with_inodes_is_told_as_full(tmp_path: Path) -> None:
    """Space is what it lacks."""
    with pytest.raises(OutputError, match="No space left") as told, disk.writing(tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert told.value.next.startswith("make room")
