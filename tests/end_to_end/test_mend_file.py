"""`listmend mend` as a process: streams, a terminal, errors, being killed."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTMEND = (
    "from scraper.cli import cli, main; from scraper.verbs.mend import mend; cli.add_command(mend); main()"
)
TABLE = "id,t\n1,La forÃªt reverdit aprÃ¨s lâ€™Ã©tÃ©\n2,Les élèves ont planté des chênes\n"
MENDED = "id,t,t_repairs\n1,La forêt reverdit après l’été,mojibake\n2,Les élèves ont planté des chênes,\n"


def command(*words: str) -> list[str]:
    """The command line of one call."""
    return [sys.executable, "-c", LISTMEND, "mend", *words]


def listmend(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A finished call in a folder."""
    return subprocess.run(
        command(*words), cwd=folder, input=given, capture_output=True, env=environment(), check=False
    )


def environment() -> dict[str, str]:
    """The test's own environment, with the project importable."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a damaged table and an output of yesterday."""
    (tmp_path / "in.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "out.csv").write_text("of yesterday", encoding="utf-8")
    return tmp_path


def test_a_stream_goes_in_and_out(folder: Path) -> None:
    """Standard output carries the table alone, the counts go to standard error."""
    done = listmend(folder, "-", "-o", "-", given=TABLE.encode())
    assert done.returncode == 0
    assert done.stdout.decode() == MENDED
    assert "2 rows of CSV, 1 changed" in done.stderr.decode()


def test_a_pipe_with_a_name_is_read_once(folder: Path) -> None:
    """As the shell gives it for `<(command)`: copied like standard input, and no file to replace."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    refused = listmend(folder, "pipe", "--in-place")
    assert (refused.returncode, b"there is no file to replace" in refused.stderr) == (2, True)
    with subprocess.Popen(["sh", "-c", "cat in.csv > pipe"], cwd=folder):
        done = listmend(folder, "pipe", "-o", "-")
    assert (done.returncode, done.stdout.decode()) == (0, MENDED)


def test_a_full_temporary_folder_is_said(folder: Path) -> None:
    """A stream is copied before it is read; where there is no room for it, the output stands."""
    rows = TABLE + "3,plenty\n" * 20_000
    limited = shlex.join(command("-", "-o", "out.csv"))
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f 16; exec {limited}"],
        cwd=folder,
        env=environment(),
        input=rows.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"standard input: no room in the temporary folder" in done.stderr
    assert b"Traceback" not in done.stderr
    assert (folder / "out.csv").read_text(encoding="utf-8") == "of yesterday"


def test_json_is_one_object(folder: Path) -> None:
    """A program reads the counts, and nothing else is printed."""
    done = listmend(folder, "in.csv", "-o", "out.csv", "--json")
    told = json.loads(done.stdout)
    assert (told["exit"], told["rows"], told["cells"]) == (0, 2, 1)
    assert done.stderr == b""
    assert (folder / "out.csv").read_text(encoding="utf-8") == MENDED


def test_a_dry_run_shows_counts_and_changes(folder: Path) -> None:
    """The table of columns, before and after, and the next command; no file changes."""
    said = listmend(folder, "in.csv", "--dry-run").stdout.decode()
    assert "mojibake 1" in said
    assert "forÃªt" in said
    assert "forêt" in said
    assert "next: listmend mend in.csv -o OUT" in said
    assert (folder / "out.csv").read_text(encoding="utf-8") == "of yesterday"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("in.csv",), "where should the mended table go?"),
        (("in.csv", "-o", "out.csv", "--in-place"), "where should the mended table go?"),
        (("im.csv", "-o", "out.csv"), "no such file; nearest is 'in.csv'"),
        (("in.csv", "-o", "in.csv"), "is the input itself"),
        (("in.csv", "-o", "out.parquet"), "the input is CSV; mend keeps the format"),
        (("in.csv", "-o", "no/out.csv"), "there is no folder"),
        (("in.csv", "-o", "out.csv", "--columns", "tt"), "no column 'tt'; nearest is 't'"),
        (("in.csv", "-o", "out.csv", "--encoding", "utf-9"), "nearest is 'utf-8'"),
        (("in.csv", "-o", "out.csv", "--delimiter", "ab"), "expected one ASCII character"),
        (("in.csv", "-o", "out.csv", "--language", "klingon"), "no language is known by that code"),
        (("in.csv", "-o", "out.csv", "--columns="), "names no column"),
        (("in.csv", "-o", "out.csv", "--columns", ","), "names no column"),
        (("-", "--in-place"), "there is no file to replace"),
        ((".", "-o", "out.csv"), "a folder, expected a file"),
        (("-", "-o", "out.csv"), "empty (0 bytes)"),
        (("in.csv", "-o", f"{'n' * 300}.csv"), "cannot be written (File name too long)"),
        ((f"{'n' * 300}.csv", "-o", "out.csv"), "cannot be opened (File name too long)"),
    ],
)
def test_bad_input_is_one_message_and_exit_2(folder: Path, words: tuple[str, ...], said: str) -> None:
    """What is wrong, then the next step; the output stands."""
    done = listmend(folder, *words)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert said in lines[0]
    assert lines[1].startswith("next: ")
    assert len(lines) == 2
    assert (folder / "out.csv").read_text(encoding="utf-8") == "of yesterday"
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "out.csv"]


@pytest.mark.parametrize("there", ["a file", "a folder"])
def test_the_next_command_can_be_typed_whatever_the_file_is_called(folder: Path, there: str) -> None:
    """A space in its name is quoted."""
    name = "new table.csv"
    (folder / name).mkdir() if there == "a folder" else (folder / "in.csv").rename(folder / name)
    done = listmend(folder, name, *(["-o", "out.csv"] if there == "a folder" else []))
    (_, listmend_, verb, file, *_) = shlex.split(done.stderr.decode().splitlines()[-1].partition(",")[0])
    assert (listmend_, verb) == ("listmend", "mend")
    assert file == (f"{name}/NAME.csv" if there == "a folder" else name)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder in which nobody may write")
def test_an_output_that_may_not_be_written_is_the_users_to_change(folder: Path) -> None:
    """As of a run: exit 2, not that of a crash, which a schedule tries again."""
    done = listmend(folder, "in.csv", "-o", "/sys/kernel/out.csv")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "next: choose another -o; nothing changed"


def test_bad_input_leaves_standard_output_empty(folder: Path) -> None:
    """A pipe gets a whole table or nothing."""
    rows = "".join(f"{number},une journée à la forêt\n" for number in range(500))
    done = listmend(folder, "-", "-o", "-", given=f'id,t\n{rows}501,"never closed\n'.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"line 502" in done.stderr


@pytest.mark.parametrize("signal", ["KILL", "INT"])
def test_a_stopped_process_leaves_the_output_of_yesterday(folder: Path, signal: str) -> None:
    """Whenever it is stopped, the former output stands."""
    row = "{},La forÃªt reverdit aprÃ¨s lâ€™Ã©tÃ© et les Ã©lÃ¨ves de la classe {} ont plantÃ© des chÃªnes\n"
    (folder / "in.csv").write_text(
        "id,t\n" + "".join(row.format(n, n) for n in range(60_000)), encoding="utf-8"
    )
    running = subprocess.Popen(
        command("in.csv", "-o", "out.csv"), cwd=folder, env=environment(), stderr=subprocess.PIPE
    )
    while not list(folder.glob(".out.csv.*.part")) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal({"KILL": 9, "INT": 2}[signal])
    running.communicate()
    assert running.returncode == {"KILL": -9, "INT": 130}[signal]
    assert (folder / "out.csv").read_text(encoding="utf-8") == "of yesterday"
    left = [part.name for part in folder.glob(".out.csv.*.part")]
    assert bool(left) == (signal == "KILL")
    again = listmend(folder, "-", "-o", "out.csv", given=TABLE.encode()).stdout.decode()
    assert not list(folder.glob(".out.csv.*.part"))
    assert [name in again for name in left] == [True for _ in left]


def test_a_part_that_another_process_writes_stays(folder: Path) -> None:
    """Two that write one file do not disturb each other; the last to end has it."""
    with (folder / ".out.csv.1-abc.part").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert listmend(folder, "in.csv", "-o", "out.csv").returncode == 0
        assert (folder / ".out.csv.1-abc.part").exists()
    assert (folder / "out.csv").read_text(encoding="utf-8") == MENDED


def test_a_bar_is_drawn_on_a_terminal_only(folder: Path) -> None:
    """A terminal sees the work go on."""
    near, far = pty.openpty()
    with subprocess.Popen(
        command("in.csv", "-o", "out.csv"),
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=far,
    ):
        os.close(far)
        seen = b""
        try:
            while part := os.read(near, 4096):
                seen += part
        except OSError:  # how a pseudo-terminal ends on Linux
            assert seen
        finally:
            os.close(near)
    assert b"%" in seen
    assert "Ã" not in (folder / "out.csv").read_text(encoding="utf-8")


def test_a_table_of_many_columns_is_shown_in_part(folder: Path) -> None:
    """A screen of columns, those that changed first; a message names some."""
    names = [f"c{number}" for number in range(200)]
    cells = ["la journée d’hier"] * 199 + ["la journÃ©e d’hier"]
    (folder / "wide.csv").write_text(",".join(names) + "\n" + ",".join(cells) + "\n", encoding="utf-8")
    said = listmend(folder, "wide.csv", "--dry-run").stdout.decode()
    assert "c199" in said
    assert "and 150 more columns, 150 of text (--json names all)" in said
    wrong = listmend(folder, "wide.csv", "--dry-run", "--columns", "title")
    assert "c29 and 170 more" in wrong.stderr.decode()
