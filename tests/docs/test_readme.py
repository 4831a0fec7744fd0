"""What the README and its neighbours tell a reader to type does what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import ledger
from scraper.which_site import load_site
from tests.web import free_port

ROOT = Path(__file__).parents[2]
PORT = free_port()
R_REQUIRED = "LISTMEND_R_TESTS"
"""Set where R must read the dataset: that it is missing is then a failure and not a reason to leave the test out."""
PAGES = ("README.md", "output/README.md", "docs/site-file.md", "docs/mend.md")


def blocks(page: str, language: str) -> list[str]:
    """Fenced blocks of one language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder in which the demo was run."""
    place = tmp_path_factory.mktemp("reader")
    ended = python(place, "-m", "scraper.cli", "demo")
    assert ended.returncode == 0, ended.stderr
    return place


def python(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, as a reader without settings of their own does."""
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=place, env=environment(), check=False, capture_output=True, text=True)


def environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LISTMEND_")}
    return {**clean, "PYTHONPATH": str(ROOT), "LISTMEND_DEMO_PORT": PORT}


@pytest.mark.parametrize(
    ("page", "number"), [(page, number) for page in PAGES for number in range(len(blocks(page, "python")))]
)
def test_python_blocks_run_beside_a_demo(folder: Path, page: str, number: int) -> None:
    """A reader who pastes the block where `listmend demo` was run gets no error."""
    block = "import warnings; warnings.simplefilter('error')\n" + blocks(page, "python")[number]
    ended = python(folder, "-c", block)
    assert ended.returncode == 0, ended.stderr


def test_the_next_command_of_the_verdict_can_be_typed(folder: Path) -> None:
    """It works in a shell that knows nothing of the environment, beside the `.venv` that `make` leaves."""
    (told,) = re.findall(r"(?m)^│ next +(.+?) +│$", (ROOT / "README.md").read_text(encoding="utf-8"))
    (folder / ".venv").symlink_to(sys.prefix)
    bare = {**environment(), "PATH": "/usr/bin:/bin"}
    ended = subprocess.run(
        ["sh", "-c", told], cwd=folder, env=bare, check=False, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
    assert "65 rows" in ended.stdout


def test_both_files_load_to_the_same_rows(folder: Path) -> None:
    """The block without listmend gives the same titles and days from Parquet and from CSV."""
    (block,) = [block for block in blocks("output/README.md", "python") if "records.csv" in block]
    proof = "\nassert records.title.tolist() == same.title.tolist()\nassert [str(d)[:10] for d in records.date.dropna()] == [str(d)[:10] for d in same.date.dropna()]"
    ended = python(folder, "-c", block + proof)
    assert ended.returncode == 0, ended.stderr


@pytest.fixture
def r() -> str:
    """R with what the block for R needs."""
    found = shutil.which("Rscript")
    needed = 'stopifnot(requireNamespace("readr"), requireNamespace("jsonlite"))'
    if found and subprocess.run([found, "-e", needed], check=False, capture_output=True).returncode == 0:
        return found
    if os.environ.get(R_REQUIRED) == "required":
        pytest.fail(f"{R_REQUIRED} is set, and there is no R with readr and jsonlite")
    pytest.skip("no R with readr and jsonlite on this machine; .ci/run installs and requires it")


def test_r_reads_the_types_that_the_data_package_names(folder: Path, r: str) -> None:
    """The block for R: 65 rows, days and times as such, and `run` as text, which readr takes for a time if it is not told."""
    (block,) = blocks("output/README.md", "r")
    proof = (
        'stopifnot(nrow(records) == 65, inherits(records$date, "Date"), inherits(records$first_seen, "POSIXct"))\n'
        "stopifnot(is.character(records$run), is.logical(records$date_certain), is.integer(records$position))\n"
    )
    (folder / "read.R").write_text(block + proof, encoding="utf-8")
    ended = subprocess.run(
        [r, "read.R"],
        cwd=folder,
        env={**os.environ, "LANGUAGE": "en"},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.returncode == 0, ended.stderr


def test_what_a_dataset_answers_is_answered(folder: Path) -> None:
    """After one run every entry is listed and new, none is changed; each kind of row asked for is in the demo."""
    (block,) = [block for block in blocks("output/README.md", "python") if "newest_run" in block]
    proof = (
        "\nassert len(records) == len(listed) == len(new) == 65 and len(changed) == 0"
        "\nassert 0 < len(german) < 65 and 0 < len(whole) < 65 and 0 < len(mojibake) < 65 and 0 < len(sure) < 65"
        "\nassert undated['issue'].tolist() and set(undated['issue']) == {'date_impossible', 'date_missing'}"
    )
    ended = python(folder, "-W", "error", "-c", block + proof)
    assert ended.returncode == 0, ended.stderr


def test_the_program_on_speed_builds_what_the_job_published(folder: Path, tmp_path: Path) -> None:
    """A second run of the demo over the first: its tables come again, byte for byte."""
    shutil.copytree(folder / "output", tmp_path / "output")
    assert python(tmp_path, "-m", "scraper.cli", "demo").returncode == 0
    (program,) = blocks("docs/speed.md", "python")
    (tmp_path / "again.py").write_text(program, encoding="utf-8")
    ended = python(tmp_path, "-W", "error", "again.py")
    site = tmp_path / "output" / "demo"
    run = ledger.run_folder(site, ledger.need_run(site, None))
    verdict = ledger.read_verdict(run)
    assert verdict["former"]
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split() == ["demo", str(verdict["counts"]["records"])]
    for name in ("records.parquet", "records.csv", "changes.csv", "issues.csv", "rejects.jsonl"):
        assert (tmp_path / "again" / "demo" / name).read_bytes() == (run / name).read_bytes(), name


@pytest.mark.parametrize("page", ["README.md", "docs/site-file.md"])
def test_site_file_blocks_are_site_files(tmp_path: Path, page: str) -> None:
    """A site file copied from the page loads."""
    found = blocks(page, "toml")
    assert found
    for text in found:
        (tmp_path / "lumen.toml").write_text(text, encoding="utf-8")
        assert load_site(str(tmp_path / "lumen.toml")).lists


def test_every_verb_of_the_readme_exists() -> None:
    """No command is named that the command line does not have."""
    told = set(re.findall(r"(?m)(?:`|^)listmend ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    known = subprocess.run(
        [sys.executable, "-m", "scraper.cli", "--help"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert told
    assert {verb for verb in told if f"  {verb} " not in known.stdout} == set()
