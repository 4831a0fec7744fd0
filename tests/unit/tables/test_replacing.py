"""The old file or the whole new one."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from pipelines.errors import OutputError
from pipelines.tables.replacing import leftovers, replacing
from pipelines.tables.table import TableError


def test_a_block_that_ends_well_replaces(tmp_path: Path) -> None:
    """The part takes the name, through a link too."""
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(str(tmp_path / "link")) as part:
        part.write_text("new", encoding="utf-8")
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "link").is_symlink()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_block_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """An error goes on to the caller, the part goes away."""
    (tmp_path / "out").write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), replacing(str(tmp_path / "out")) as part:
        part.write_text("half, then \ud800", encoding="utf-8")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_pipe_gets_the_whole_and_stays_a_pipe(tmp_path: Path) -> None:
    """What is no regular file is never replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with replacing(str(pipe)) as part:
        part.write_text("whole", encoding="utf-8")
    reader.join()
    assert got == ["whole"]
    assert pipe.is_fifo()


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    """A device without space ends as an error of the output, not as a crash."""
    with pytest.raises(OutputError, match="No space left"), replacing("/dev/full") as part:
        part.write_text("whole", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"), [("no/out", "there is no folder"), (".", "a folder, expected a file")]
)
def test_a_place_that_cannot_be_is_refused(tmp_path: Path, name: str, said: str) -> None:
    """Before anything is written."""
    with pytest.raises(TableError, match=said), replacing(str(tmp_path / name)):
        pass


@pytest.mark.parametrize("name", ["n" * 255, "é" * 127, "\u3042" * 85])
def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path, name: str) -> None:
    """The part, whose name is longer, takes over its beginning, and what a killed process left of it is found again."""
    target = tmp_path / name
    with replacing(str(target)) as part:
        part.write_text("new", encoding="utf-8")
    (tmp_path / part.name).write_bytes(b"")
    assert leftovers(str(target)) == [part.name]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_name_that_is_too_long_is_told_before_the_work(tmp_path: Path) -> None:
    """No room would help: another name does."""
    with (
        pytest.raises(TableError, match=r"File name too long.*\nchoose another -o"),
        replacing(str(tmp_path / ("n" * 256))),
    ):
        pytest.fail("the work began")
