"""Calls as they come from crontabs, other shells and mistaken memory: a plain answer, whatever was asked."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from rich.console import Console

from pipelines import disk, ledger, load
from pipelines.errors import ListmendError, UsageError
from pipelines.loading import output_folder
from scraper.cli import cli
from scraper.job import rebuild, run_site
from scraper.site import SiteFile
from scraper.verbs.explain import explained
from scraper.verbs.overview import run_rows, runs_table, site_rows
from scraper.which_site import load_site
from tests.commands import listmend, plain
from tests.web import LIST, Web, listing

FIRST = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
SECRET = "geheim"


def published(web: Web, output: Path, number: int = 0, entries: range = range(1, 13)) -> str:
    web.pages[LIST] = listing(entries)
    site = SiteFile(id="town", start=[web.address + LIST])
    return str(run_site(site, output, FIRST + timedelta(days=number))["run"])


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        ("[]", "not a pointer to a run"),
        ('{"run": 5}', "not a pointer to a run"),
        ('{"run": "20261101T060000Z"}', "names run 20261101T060000Z, but"),
        ("", "not a pointer to a run"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_told_before_any_request(
    web: Web, tmp_path: Path, pointer: str, told: str
) -> None:
    """No crawl is made that could not be built; the message names the run to go back to."""
    run = published(web, tmp_path)
    (tmp_path / "town" / ledger.POINTER).write_text(pointer)
    web.asked.clear()
    with pytest.raises(ListmendError) as refused:
        published(web, tmp_path, 1)
    assert told in refused.value.what
    assert run in refused.value.next or "see listmend runs town" in refused.value.next
    assert (web.asked, len(ledger.runs(tmp_path / "town"))) == ([], 1)
    assert refused.value.code == 2
    if "not a pointer" in told:
        with pytest.raises(UsageError, match=told):
            rebuild(SiteFile(id="town", start=[web.address + LIST]), tmp_path, run, FIRST)
        assert len(ledger.runs(tmp_path / "town")) == 1


def test_records_that_are_damaged_are_built_again_from_the_archive(web: Web, tmp_path: Path) -> None:
    """Half a file, as after a disk error: the message names the command, and that gives the dataset back."""
    run = published(web, tmp_path)
    file = ledger.run_folder(tmp_path / "town", run) / "records.parquet"
    file.write_bytes(file.read_bytes()[:3000])
    web.asked.clear()
    with pytest.raises(UsageError) as refused:
        published(web, tmp_path, 1)
    assert (refused.value.next, web.asked) == (f"listmend build town --run {run} --output {tmp_path}", [])
    site = SiteFile(id="town", start=[web.address + LIST])
    assert rebuild(site, tmp_path, run, FIRST + timedelta(days=1))["state"] == "published"
    assert len(load(tmp_path / "town")) == 12


def test_records_with_other_bytes_in_them_are_told(web: Web, tmp_path: Path) -> None:
    """Wherever they are, in a column or in what describes it: no traceback, and the command that builds them again."""
    run = published(web, tmp_path)
    file = ledger.run_folder(tmp_path / "town", run) / "records.parquet"
    whole = file.read_bytes()
    for at in range(len(whole) // 20, len(whole), len(whole) // 10):
        file.write_bytes(whole[:at] + b"\xff" * 120 + whole[at + 120 :])
        with pytest.raises(UsageError) as refused:
            load(tmp_path / "town")
        assert refused.value.next == f"listmend build town --run {run} --output {tmp_path}"


@pytest.mark.parametrize("name", ["changes.csv", "issues.csv"])
@pytest.mark.parametrize("damage", [b"", b"id\nx\n", b"\xff" * 40])
def test_a_table_beside_the_records_that_is_damaged_is_told(
    web: Web, tmp_path: Path, name: str, damage: bytes
) -> None:
    """No traceback where a row is explained: the file, and the command that builds it again."""
    run = published(web, tmp_path)
    row = str(load(tmp_path / "town")["id"].iloc[0])
    file = ledger.run_folder(tmp_path / "town", run) / name
    file.write_bytes(file.read_bytes() + damage if damage else b"")
    with pytest.raises(UsageError, match=f"{name}: is damaged") as refused:
        explained(tmp_path / "town", row, None)
    assert refused.value.next == f"listmend build town --run {run} --output {tmp_path}"


def test_records_that_somebody_else_wrote_are_told(web: Web, tmp_path: Path) -> None:
    """A table of other columns in their place: named, with what was looked for, and nothing is published over it."""
    run = published(web, tmp_path)
    file = ledger.run_folder(tmp_path / "town", run) / "records.parquet"
    pd.DataFrame({"headline": ["Le conseil"]}).to_parquet(file)
    with pytest.raises(
        UsageError, match=r"records.parquet: expected the columns of a dataset, found none named url"
    ):
        published(web, tmp_path, 1)
    assert ledger.latest(tmp_path / "town") == run
    with pytest.raises(UsageError, match="found none named id"):
        load(tmp_path / "town")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda table: pa.concat_tables([table, table.slice(0, 1)]), "two rows with the id"),
        (lambda table: typed(table, "first_seen", pa.nulls(len(table))), "non-nullable"),
        (lambda table: typed(table, "date", pa.array([["2026"]] * len(table))), "Unsupported cast"),
    ],
    ids=["a row twice", "an empty column", "days in lists"],
)
def test_records_that_somebody_edited_are_told(
    web: Web, tmp_path: Path, edit: Callable[[pa.Table], pa.Table], told: str
) -> None:
    """What no record can be is named, with the command that makes the file again, and not crashed over."""
    run = published(web, tmp_path)
    file = ledger.run_folder(tmp_path / "town", run) / "records.parquet"
    pq.write_table(edit(pq.read_table(file)), file)
    with pytest.raises(UsageError, match=rf"records.parquet: .*{told}") as refused:
        published(web, tmp_path, 1)
    assert refused.value.next == f"listmend build town --run {run} --output {tmp_path}"
    assert ledger.latest(tmp_path / "town") == run


def test_a_row_that_stands_twice_is_told_where_runs_are_compared(web: Web, tmp_path: Path) -> None:
    """As it is where a run is built upon it; `diff` ended in a traceback."""
    run = published(web, tmp_path)
    file = ledger.run_folder(tmp_path / "town", run) / "records.parquet"
    pq.write_table(pa.concat_tables([pq.read_table(file)] * 2), file)
    ended = listmend("diff", "town", output=tmp_path)
    assert (ended.returncode, plain(ended)) == (2, True)
    assert "records.parquet: two rows with the id" in ended.stderr


def test_records_that_another_program_wrote_again_are_read(web: Web, tmp_path: Path) -> None:
    """Texts as categories and times in other units are those of the dataset all the same."""
    run = published(web, tmp_path)
    file = ledger.run_folder(tmp_path / "town", run) / "records.parquet"
    table = pq.read_table(file)
    for name in ("title_raw", "date_raw", "excerpt"):
        table = typed(table, name, table[name].combine_chunks().dictionary_encode())
    table = typed(table, "first_seen", table["first_seen"].cast(pa.timestamp("ns", "UTC")))
    pq.write_table(table.append_column("seen_by", pa.nulls(len(table), pa.string())), file)
    published(web, tmp_path, 1)
    again = load("town", output=tmp_path)
    assert set(again["first_seen"]) == set(load("town", run=run, output=tmp_path)["first_seen"])
    assert (again["changed_at"] == again["first_seen"]).all()


def typed(table: pa.Table, name: str, cells: pa.Array | pa.ChunkedArray) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, cells)


@pytest.mark.parametrize("verdict", ["[1]", "7", "", '"x"', "{}"])
def test_a_verdict_that_is_none_is_that_of_a_crashed_run(web: Web, tmp_path: Path, verdict: str) -> None:
    """`runs` and `status` list it, and the next run goes on."""
    run = published(web, tmp_path)
    (ledger.run_folder(tmp_path / "town", run) / ledger.VERDICT).write_text(verdict)
    assert [row["state"] for row in run_rows(tmp_path / "town")] == ["crashed"]
    assert site_rows(tmp_path)[0]["published"] == run
    published(web, tmp_path, 1)
    assert len(load(tmp_path / "town")) == 12


@pytest.mark.parametrize(
    ("site_file", "told"),
    [
        (None, "expected the site file of the run under site_file, found none"),
        ({"id": "town", "start": ["https://quai.example/"], "colour": "red"}, "colour: unknown key"),
    ],
)
def test_a_run_of_another_version_is_told_where_it_cannot_be_read(
    web: Web, tmp_path: Path, site_file: object, told: str
) -> None:
    """The site file in its verdict has keys that are not ours, or there is none: the file is named, and no traceback."""
    run = published(web, tmp_path)
    verdict = ledger.run_folder(tmp_path / "town", run) / ledger.VERDICT
    said = {**json.loads(verdict.read_text("utf-8")), "site_file": site_file}
    verdict.write_text(json.dumps({name: cell for name, cell in said.items() if cell is not None}))
    with pytest.raises(UsageError) as refused:
        explained(tmp_path / "town", str(load(tmp_path / "town")["id"].iloc[0]), None)
    assert refused.value.what.startswith(f"{verdict}: ")
    assert told in refused.value.what
    ended = listmend("run", "town", output=tmp_path)
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)


def may_read(service: dict[str, Any]) -> bool:
    """Whether a user can start the program at all: a checkout below a folder of mode 0700 is closed to others."""
    try:
        ended = subprocess.run(
            [sys.executable, "-c", "import scraper.cli"], check=False, capture_output=True, **service
        )
    except OSError:  # closed folders, or a container that has no such user
        return False
    return ended.returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a second user")
def test_what_root_made_in_a_services_folder_is_told_with_the_way_back(web: Web) -> None:
    """Somebody looks after a service as root: the service's next run says whose the folder is and how it is had back."""
    service = {"user": 4711, "group": 4711, "extra_groups": []}
    if not may_read(service):
        pytest.skip("the checkout or its Python is closed to other users")
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to others
        output = Path(place) / "output"
        output.mkdir()
        os.chown(place, 0, 0)
        os.chmod(place, 0o755)  # noqa: PTH101
        os.chown(output, 4711, 4711)
        assert listmend("run", web.address + LIST, output=output).returncode == 0
        (site,) = output.iterdir()
        ended = listmend("run", web.address + LIST, output=output, **service)
        assert (ended.returncode, ended.stderr) == (2, (
            f"listmend: {site}/.lock: no permission to write; {site} belongs to root\n"
            f"next: chown -R 4711 {site}, or name another folder: --output FOLDER\n"
        ))  # fmt: skip
        subprocess.run(["chown", "-R", "4711", site], check=True)
        assert listmend("run", web.address + LIST, output=output, **service).returncode == 0


def test_a_disk_that_was_set_read_only_is_the_users_to_change(tmp_path: Path) -> None:
    """No room would help, and no second try: exit 2."""
    with pytest.raises(UsageError, match="read-only file system"), disk.writing(tmp_path):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(tmp_path))


def test_a_folder_whose_name_is_no_text_holds_a_dataset_as_any_other(web: Web, tmp_path: Path) -> None:
    """A name in an old encoding, or one in UTF-8 under a locale that has none: written, gated, told and read again."""
    output = tmp_path / os.fsdecode(b"donn\xe9es")
    published(web, output)
    web.pages[LIST] = b"<p>travaux</p>"
    for words, code in ((["run", "town"], 3), (["build", "town", "--run", "20261120T060000Z", "--excel"], 0)):
        ended = listmend(*words, "--json", output=output)
        assert (ended.returncode, json.loads(ended.stdout)["exit"]) == (code, code)
    id_ = str(load("town", output=output)["id"].iloc[0])
    assert explained(output / "town", id_, None)["id"] == id_


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_a_shell_closed_changes_no_ending(tmp_path: Path, closed: str) -> None:
    """What cannot be told is told to nobody; the run is published, exit 0."""
    words = [sys.executable, "-m", "scraper.cli", "demo", "--output", str(tmp_path)]
    ended = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closed}', "sh", *words], check=False, capture_output=True, text=True
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False)
    assert ledger.latest(tmp_path / "demo") is not None


def test_an_optimised_interpreter_publishes_as_any_other(tmp_path: Path) -> None:
    """`python -O` leaves assertions out, those of libraries too."""
    ended = subprocess.run(
        [sys.executable, "-O", "-m", "scraper.cli", "demo", "--output", str(tmp_path), "--json"],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONOPTIMIZE": "1"},
    )
    assert (ended.returncode, json.loads(ended.stdout)["state"]) == (0, "published")


def test_a_broken_pointer_of_one_site_hides_no_other(web: Web, tmp_path: Path) -> None:
    """`status` tells it in its row."""
    published(web, tmp_path)
    (tmp_path / "other" / "runs").mkdir(parents=True)
    (tmp_path / "other" / ledger.POINTER).write_text("")
    other, town = site_rows(tmp_path)
    assert (other["published"], "not a pointer to a run" in other["says"]) == (None, True)
    assert town["state"] == "published"


def test_names_of_runs_are_never_broken(web: Web, tmp_path: Path) -> None:
    """A name in two halves cannot be copied, however much there is to say."""
    run = published(web, tmp_path)
    told = Console(width=100, force_terminal=False)
    with told.capture() as shown:
        told.print(
            runs_table([{**row, "says": "not published " * 40} for row in run_rows(tmp_path / "town")])
        )
    assert f"{run} *" in shown.get()


def test_a_run_that_was_not_published_names_its_site(web: Web, tmp_path: Path) -> None:
    """Compared or loaded by its folder, the next command is one that works."""
    published(web, tmp_path)
    failed = published(web, tmp_path, 1, range(1, 2))
    folder = ledger.run_folder(tmp_path / "town", failed)
    with pytest.raises(UsageError, match="this run was not published") as told:
        load(folder)
    assert told.value.next == f"listmend runs town --output {tmp_path}"


def test_a_run_whose_folder_was_deleted_is_told_as_that(web: Web, tmp_path: Path) -> None:
    """`diff` said of the former dataset, deleted by hand, that it had not been published."""
    former = ledger.run_folder(tmp_path / "town", published(web, tmp_path))
    published(web, tmp_path, 1)
    shutil.rmtree(former)
    refused = listmend("diff", "town", output=tmp_path)
    assert (refused.returncode, refused.stderr.splitlines()[0]) == (
        2,
        f"listmend: {former / ledger.RECORDS}: the run is not there",
    )


def test_a_runs_folder_is_loaded_as_itself_alone(web: Web, tmp_path: Path) -> None:
    """Another run named beside it contradicts it."""
    one, two = published(web, tmp_path), published(web, tmp_path, 1, range(13))
    folder = ledger.run_folder(tmp_path / "town", one)
    assert len(load(folder)) == len(load(folder, run=one)) == 12
    with pytest.raises(UsageError, match=f"the folder of a run, and run {two} named"):
        load(folder, run=two)


def test_an_entry_that_was_kept_names_the_run_that_saw_it(web: Web, tmp_path: Path) -> None:
    """`explain` says which command explains it."""
    first = published(web, tmp_path)
    published(web, tmp_path, 1, range(3, 15))
    records = load(tmp_path / "town")
    kept = records[records["run"] == first]["id"].iloc[0]
    with pytest.raises(UsageError, match=f"was kept from run {first}") as told:
        explained(tmp_path / "town", kept, None)
    assert told.value.next == f"listmend explain town {kept} --run {first} --output {tmp_path}"
    assert explained(tmp_path / "town", kept, first)["id"] == kept
    shutil.rmtree(ledger.run_folder(tmp_path / "town", first))
    with pytest.raises(UsageError, match=f"was kept from run {first}, which is forgotten") as told:
        explained(tmp_path / "town", kept, None)
    assert "--run" not in told.value.next


def test_the_output_folder_may_begin_with_a_tilde(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crontab expands nothing; writer and reader look in one place. No folder at all is refused."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LISTMEND_OUTPUT", "~/data")
    published(web, tmp_path / "data")
    assert output_folder() == tmp_path / "data"
    assert len(load("town")) == 12
    assert CliRunner().invoke(cli, ["runs", "town"]).exit_code == 0
    refused = CliRunner().invoke(cli, ["runs", "town", "--output", ""])
    assert (refused.exit_code, "got nothing, expected a folder" in refused.output) == (2, True)


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_clock_of_no_year_we_live_in_is_refused(year: str) -> None:
    """Nothing is requested."""
    refused = CliRunner().invoke(cli, ["run", "demo", "--clock", f"{year}-01-01T00:00:00Z"])
    assert (refused.exit_code, f"got the year {int(year)}, expected 1970 to 2199" in refused.output) == (
        2,
        True,
    )


def test_an_address_is_one_in_capitals_too() -> None:
    """Its site is the same."""
    assert load_site("HTTPS://quai.example/News/") == load_site("https://quai.example/News/")
    assert SiteFile(start="HTTP://quai.example/").start == ["http://quai.example/"]


@pytest.mark.parametrize("word", ["run", "crawl", "add"])
def test_a_password_in_an_address_is_refused_and_not_repeated(tmp_path: Path, word: str) -> None:
    """It would stand in folder names, logs and every record, and is sent nowhere."""
    ended = CliRunner().invoke(cli, [word, f"http://me:{SECRET}@127.0.0.1:9/", "--output", str(tmp_path)])
    assert isinstance(ended.exception, ListmendError)
    assert (SECRET in ended.output + str(ended.exception), [*tmp_path.iterdir()]) == (False, [])


def test_a_password_in_a_site_file_is_not_repeated(tmp_path: Path) -> None:
    """The message names the key."""
    file = tmp_path / "town.toml"
    file.write_text(f'start = "http://me:{SECRET}@127.0.0.1:9/"\n')
    with pytest.raises(ListmendError, match=r"start 1: .* without user and password") as told:
        load_site(str(file))
    assert SECRET not in str(told.value)


def test_what_to_do_before_the_first_run_can_be_typed(web: Web, tmp_path: Path) -> None:
    """An address is run by itself: the id made of it names a site only once it has runs."""
    web.pages[LIST] = listing(range(12))
    told = listmend("build", web.address + LIST, output=tmp_path)
    (_, _, *words) = told.stderr.splitlines()[-1].split()
    assert (told.returncode, words[:2]) == (2, ["run", web.address + LIST])
    assert listmend(*words[:2], output=Path(words[3])).returncode == 0
