"""Which runs `forget` lets go: never the dataset, nor what it is explained and built again by."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines import disk, ledger, retention, site_lock
from scraper.cli import cli
from tests.rows import CLOCK

NAMES = [f"20260{month}01T060000Z" for month in range(1, 9)]


def runs_of(
    site_folder: Path, names: Iterable[str] = NAMES, published: str | None = None, **verdict: object
) -> Path:
    """A site's runs of 1,000 bytes each beside their verdicts, one of them published."""
    for name in names:
        folder = ledger.run_folder(site_folder, name)
        folder.mkdir(parents=True)
        (folder / "raw.warc.gz").write_bytes(b"x" * 1000)
        (folder / "run.json").write_text(
            json.dumps({"state": "published", **(verdict if name == published else {})})
        )
    if published:
        disk.replace(site_folder / ledger.POINTER, json.dumps({"run": published}))
    return site_folder


def forget(output: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["forget", *words, "--output", str(output), "--clock", CLOCK.isoformat()])


def left(site_folder: Path) -> list[str]:
    return [verdict["run"] for verdict in ledger.runs(site_folder)]


def test_what_the_dataset_rests_on_stays(tmp_path: Path) -> None:
    """The published run, the former one, its source and the newest run stay under any bound; the others go."""
    site = runs_of(tmp_path, published=NAMES[3], former=NAMES[1], built_from=NAMES[2])
    choice = retention.choose(site)
    assert choice.stay == {
        NAMES[1]: "former dataset",
        NAMES[2]: "source of the published one",
        NAMES[3]: "published",
        NAMES[7]: "newest",
    }
    assert choice.go == (NAMES[0], *NAMES[4:7])


@pytest.mark.parametrize(
    ("bounds", "go"),
    [
        ({"newest": 3}, NAMES[:5]),
        ({"newest": 30}, []),
        ({"since": ledger.moment(NAMES[6])}, NAMES[:6]),
        ({"newest": 3, "since": ledger.moment(NAMES[6])}, NAMES[:5]),
        ({"newest": 1, "since": ledger.moment(NAMES[6])}, NAMES[:6]),
    ],
)
def test_a_run_goes_where_no_bound_keeps_it(tmp_path: Path, bounds: dict[str, object], go: list[str]) -> None:
    """Two bounds keep what either of them would."""
    assert list(retention.choose(runs_of(tmp_path, published=NAMES[7]), **bounds).go) == go  # type: ignore[arg-type]


@pytest.mark.parametrize("pointer", [None, "20250101T060000Z"])
def test_a_site_without_a_dataset_keeps_all_its_runs(tmp_path: Path, pointer: str | None) -> None:
    """None was published yet, or the published one is not there: any run may still become the dataset."""
    runs_of(tmp_path)
    if pointer:
        disk.replace(tmp_path / ledger.POINTER, json.dumps({"run": pointer}))
    assert retention.choose(tmp_path).go == ()
    assert retention.choose(tmp_path / "nowhere").stay == {}


def test_a_folder_that_no_run_made_stays(tmp_path: Path) -> None:
    """What a person put beside the runs is not taken for one."""
    runs_of(tmp_path, ["copy of may", f"{NAMES[1]}-before", *NAMES], published=NAMES[7])
    choice = retention.choose(tmp_path, newest=1)
    assert (list(choice.stay), choice.go) == ([NAMES[7]], tuple(NAMES[:7]))


def test_a_run_that_was_set_aside_keeps_no_other_from_going(tmp_path: Path) -> None:
    """Its verdict still says its old name, under which nothing can be deleted: `forget` crashed, and made room never again."""
    output = tmp_path / "output"
    site = runs_of(output / "lumen", published=NAMES[7])
    aside = ledger.run_folder(site, NAMES[2])
    (aside / "run.json").write_text(json.dumps({"run": NAMES[2], "state": "published"}))
    aside.rename(aside.with_name(f"{NAMES[2]}.doubtful"))
    assert forget(output, "lumen", "--keep", "1").exit_code == 0
    assert left(site) == [NAMES[7]]
    assert aside.with_name(f"{NAMES[2]}.doubtful").is_dir()


def test_a_clock_set_back_makes_no_run_newest(tmp_path: Path) -> None:
    """The order runs began in counts, so that the next one's number stays free."""
    runs_of(tmp_path, NAMES[:3], published=NAMES[2])
    for number, name in enumerate((NAMES[1], NAMES[2], NAMES[0])):
        verdict = ledger.run_folder(tmp_path, name) / "run.json"
        verdict.write_text(json.dumps({"state": "published", "number": number}))
    assert retention.choose(tmp_path).stay == {NAMES[2]: "published", NAMES[0]: "newest"}


def test_an_archive_that_another_run_shares_frees_nothing(tmp_path: Path) -> None:
    """A build again links its source's archive: its bytes go with the last run that has them."""
    runs_of(tmp_path, NAMES[:3])
    one, two = (ledger.run_folder(tmp_path, run) / "raw.warc.gz" for run in NAMES[:2])
    two.unlink()
    os.link(one, two)
    verdict = (one.parent / "run.json").stat().st_size
    assert retention.size(tmp_path, (NAMES[0],)) == verdict
    assert retention.size(tmp_path, (NAMES[0], NAMES[1])) == 2 * verdict + 1000


def test_a_deletion_cut_short_is_finished_by_the_next(tmp_path: Path) -> None:
    """A run is moved aside at once: a kill leaves it whole or out of the way, never half."""
    site = runs_of(tmp_path, published=NAMES[7])
    half = site / retention.ASIDE
    half.mkdir()
    (half / "raw.warc.gz").write_bytes(b"x")
    retention.forget(site, (NAMES[0], NAMES[1]))
    assert left(site) == NAMES[2:]
    assert not (site / retention.ASIDE).exists()


def test_the_verb_says_what_went_and_why_the_others_stay(tmp_path: Path) -> None:
    """A dry run says the same and deletes nothing; asked again there is nothing to do."""
    site = runs_of(tmp_path / "quai", published=NAMES[7], former=NAMES[5])
    words = ("quai", "--keep", "3", "--older-than", "12w")
    dry = forget(tmp_path, *words, "--dry-run")
    assert (dry.exit_code, len(left(site))) == (0, 8)
    done = forget(tmp_path, *words)
    assert done.stdout == dry.stdout.replace("would be forgotten", "forgotten")
    assert done.stdout.splitlines() == [
        "quai: 5 of 8 runs forgotten, 0.0 MB",
        *(f"  {run} forgotten" for run in NAMES[:5]),
        "  stay: 1 former dataset, 1 among the newest 3, 1 published",
    ]
    assert left(site) == NAMES[5:]
    assert forget(tmp_path, *words).stdout.startswith("quai: 0 of 3 runs forgotten")


def test_all_sites_are_gone_through_though_one_is_held(tmp_path: Path) -> None:
    """The held one is told with its holder and code 2; a program gets a list of one object a site."""
    for name in ("lumen", "quai"):
        runs_of(tmp_path / name, published=NAMES[7])
    (tmp_path / "notes").mkdir()
    with site_lock.locked(tmp_path / "lumen", "run", CLOCK):
        ended = forget(tmp_path, "--all", "--older-than", "90d", "--json")
    assert ended.exit_code == 2
    lumen, quai = json.loads(ended.stdout)
    assert f"held by process {os.getpid()} (run)" in lumen["says"]
    assert (lumen["exit"], lumen["forgotten"], len(left(tmp_path / "lumen"))) == (2, [], 8)
    assert (quai["exit"], quai["forgotten"], list(quai["kept"])) == (0, NAMES[:7], NAMES[7:])
    assert quai["freed"] > 7000


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["quai"], "no bound"),
        (["--keep", "3"], "no site named"),
        (["quai", "--all", "--keep", "3"], "sites named with --all"),
        (["quay", "--keep", "3"], "nearest is 'quai'"),
        (["../quai", "--keep", "3"], "no runs of a site '../quai'"),
        (["quai", "--older-than", "3 months"], "got '3 months', expected days or weeks such as 90d or 12w"),
        (["quai", "--keep", "-1"], "-1 is not in the range"),
    ],
)
def test_what_names_no_bound_or_no_site_deletes_nothing(tmp_path: Path, words: list[str], told: str) -> None:
    """A deletion is never guessed at."""
    site = runs_of(tmp_path / "quai", published=NAMES[7])
    ended = forget(tmp_path, *words)
    assert ended.exit_code != 0
    assert told in ended.output + str(ended.exception)
    assert len(left(site)) == 8


def test_an_output_folder_without_runs_has_nothing_to_forget(tmp_path: Path) -> None:
    """A schedule may ask before the first run."""
    ended = forget(tmp_path / "later", "--all", "--keep", "3")
    assert (ended.exit_code, ended.stdout) == (0, "no site has runs\n")


def test_an_age_is_counted_from_the_clock(tmp_path: Path) -> None:
    """A run as old as the bound stays."""
    age = CLOCK - timedelta(days=90)
    runs = [f"{age - timedelta(seconds=1):%Y%m%dT%H%M%SZ}", f"{age:%Y%m%dT%H%M%SZ}", NAMES[7]]
    site = runs_of(tmp_path / "quai", runs, published=NAMES[7])
    assert forget(tmp_path, "quai", "--older-than", "90d").exit_code == 0
    assert left(site) == sorted(runs[1:])
