"""The whole job as a user and a scheduler see it: real processes, real HTTP on loopback, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines import ledger, load
from scraper.job import run_site
from scraper.site import SiteFile
from tests.commands import listmend, plain, site_folder
from tests.web import LIST, Web, free_port, listing

CLOCK = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


def run(web: Web, output: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return listmend("run", web.address + LIST, *flags, output=output)


def test_a_site_without_a_site_file_ends_in_a_dataset(web: Web, tmp_path: Path) -> None:
    """A bare address is enough: entries found, dated, in one language, published, exit 0."""
    ended = run(web, tmp_path, "--json")
    assert ended.returncode == 0, ended.stderr
    verdict = json.loads(ended.stdout)
    assert (verdict["state"], verdict["counts"]["entries"], verdict["languages"]) == (
        "published",
        12,
        {"fr": 12},
    )
    records = load(site_folder(tmp_path))
    assert records["date"].notna().all()
    assert records["date_certain"].all()
    assert set(ledger.runs(site_folder(tmp_path))[0]) >= {"gates", "versions", "counts", "clock"}


def test_a_run_says_what_it_decided_of_its_list(web: Web, tmp_path: Path) -> None:
    """The verdict, `run.json` and the report agree on order and language of each list, with what speaks for them."""
    told = json.loads(run(web, tmp_path, "--json").stdout)
    ((name, decided),) = told["lists"].items()
    assert (decided["dates"]["order"], decided["dates"]["certain"]) == ("dmy", 12)
    assert (decided["language"]["language"], decided["cut"]["unit"]) == ("fr", "none")
    folder = ledger.run_folder(site_folder(tmp_path), told["run"])
    assert json.loads((folder / "run.json").read_text("utf-8"))["lists"] == told["lists"]
    report = (folder / "report.html").read_text("utf-8")
    assert f'<th scope="row">{name}</th>' in report
    assert f"dmy, over 99.9 % ({decided['dates']['no_month']} days above 12" in report


def test_a_second_run_has_nothing_new(web: Web, tmp_path: Path) -> None:
    """The same site again: 0 new, 0 changed; an added entry: 1 new."""
    assert run(web, tmp_path).returncode == 0
    again = json.loads(run(web, tmp_path, "--json").stdout)["counts"]
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 12)
    web.pages[LIST] = listing(range(13))
    more = json.loads(run(web, tmp_path, "--json").stdout)["counts"]
    assert (more["new"], more["changed"], more["unchanged"]) == (1, 0, 12)


def test_a_site_known_by_its_runs_alone_is_named_by_their_id(web: Web, tmp_path: Path) -> None:
    """What `status` calls it is what `run` takes, from another start too; the verdict says that there is no site file."""
    assert run(web, tmp_path).returncode == 0
    name = site_folder(tmp_path).name
    again = json.loads(listmend("run", name, "--json", output=tmp_path).stdout)
    assert (again["counts"]["unchanged"], again["start"]) == (12, [web.address + LIST])
    assert again["found"] == ["there is no site file; the site is read as in its newest run"]
    web.pages["/fr/"] = web.pages[LIST]
    moved = listmend("crawl", name, "--start", web.address + "/fr/", "--json", output=tmp_path)
    assert json.loads(moved.stdout)["start"] == [web.address + "/fr/"]


def test_an_empty_page_is_never_published_over_a_good_run(web: Web, tmp_path: Path) -> None:
    """Status 200 and no entries: exit 3, the former dataset still loads, and the message says what stands."""
    assert run(web, tmp_path).returncode == 0
    before = ledger.latest(site_folder(tmp_path))
    web.pages[LIST] = (
        b"<!doctype html><html><body><p>Maintenance en cours, revenez plus tard.</p></body></html>"
    )
    ended = run(web, tmp_path)
    assert (ended.returncode, plain(ended)) == (3, True)
    told = " ".join(ended.stdout.replace("│", " ").split())
    assert f"{before} stands" in told
    assert "entries were found there before: open the page in a browser" in told
    assert "--accept" not in told
    assert ledger.latest(site_folder(tmp_path)) == before
    assert len(load(site_folder(tmp_path))) == 12


def test_another_list_in_the_same_elements_is_not_published(web: Web, tmp_path: Path) -> None:
    """The pages in another language: as many entries, dated as before, and none of those that the days still cover."""
    assert run(web, tmp_path).returncode == 0
    ours, whole = web.pages[LIST], load(site_folder(tmp_path))
    english = ours.replace(b"/article-", b"/en/item-").replace(b'lang="fr"', b'lang="en"')
    for french, said in (
        ("Le conseil municipal ouvre la séance numéro", "The council of the town opens session number"),
        ("a porté sur les écoles et sur les transports", "was about the schools and the transport"),
    ):
        english = english.replace(french.encode(), said.encode())
    web.pages[LIST] = english
    ended = run(web, tmp_path, "--json")
    verdict = json.loads(ended.stdout)
    failed = {gate["name"]: gate["says"] for gate in verdict["gates"] if not gate["passed"]}
    assert (ended.returncode, [*failed]) == (3, ["seen_before"])
    assert f"if the site is so now: listmend build {verdict['site']} --accept" in failed["seen_before"]
    web.pages[LIST] = ours
    assert run(web, tmp_path).returncode == 0
    assert set(load(site_folder(tmp_path))["id"]) == set(whole["id"])


def test_a_site_that_is_smaller_now_is_accepted_once(web: Web, tmp_path: Path) -> None:
    """The gate names the way out; what is accepted is what later runs are held against."""
    assert run(web, tmp_path).returncode == 0
    web.pages[LIST] = listing(range(9, 13))
    shrunk = run(web, tmp_path)
    site = site_folder(tmp_path).name
    assert shrunk.returncode == 3
    assert f"listmend build {site} --accept" in " ".join(shrunk.stdout.replace("│", " ").split())
    assert listmend("build", site, output=tmp_path).returncode == 3
    assert listmend("build", site, "--accept", output=tmp_path).returncode == 0
    assert run(web, tmp_path).returncode == 0
    assert len(load(site_folder(tmp_path))) == 12


def test_a_page_with_no_list_says_what_was_seen(web: Web, tmp_path: Path) -> None:
    """A first run without entries is exit 3 as well, without any bound set."""
    web.pages[LIST] = b"<html><body><h1>Bienvenue</h1><p>Un texte, et rien d'autre.</p></body></html>"
    ended = run(web, tmp_path)
    assert (ended.returncode, plain(ended)) == (3, True)
    told = " ".join(ended.stdout.replace("│", " ").split())
    assert "0 entries, expected at least 1" in told
    assert "no_list: nothing on it repeats as the entries of a list do" in told
    assert "1. give the page that lists the entries" in told
    assert "3. write a site file by hand" in told


@pytest.mark.parametrize("before", [False, True])
def test_an_empty_page_of_a_site_file_with_selectors_is_for_check(
    web: Web, tmp_path: Path, *, before: bool
) -> None:
    """The file may be stale: the command that looks at it is named, and none that would publish nothing."""
    town = SiteFile.model_validate(
        {"id": "town", "start": [web.address + LIST], "lists": [{"entry": "article.post", "title": "h2"}]}
    )
    if before:
        assert run_site(town, tmp_path, CLOCK)["state"] == "published"
    web.pages[LIST] = b"<html><body><h1>Bienvenue</h1><p>Un texte, et rien d'autre.</p></body></html>"
    verdict = run_site(town, tmp_path, CLOCK + timedelta(days=1))
    assert (verdict["state"], verdict["counts"]["entries"]) == ("gates_failed", 0)
    assert f"listmend check town --output {tmp_path}" in verdict["says"]
    assert ("by hand" in verdict["says"], "--accept" in verdict["says"]) == (False, False)


@pytest.mark.parametrize(
    ("status", "to_do"),
    [(403, "ask the site"), (404, "correct `start`"), (500, "try again later")],
)
def test_a_site_that_refuses_is_unreachable(web: Web, tmp_path: Path, status: int, to_do: str) -> None:
    """The start page is refused: exit 4, the status is told, and what to do about it."""
    web.status[LIST] = status
    ended = run(web, tmp_path)
    assert (ended.returncode, plain(ended)) == (4, True)
    assert str(status) in ended.stdout
    assert to_do in " ".join(ended.stdout.replace("│", " ").split())


def test_a_host_that_does_not_answer_is_unreachable(tmp_path: Path) -> None:
    """Nobody listens: exit 4."""
    ended = listmend("run", "http://127.0.0.1:9/news/", output=tmp_path)
    assert (ended.returncode, plain(ended)) == (4, True)


def test_a_start_page_behind_robots_is_unreachable(web: Web, tmp_path: Path) -> None:
    """A site that forbids its list is not crawled: exit 4, and the message names robots.txt."""
    web.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    ended = run(web, tmp_path)
    assert (ended.returncode, plain(ended)) == (4, True)
    assert "robots" in ended.stdout


def test_a_typo_in_a_site_file_is_told_before_any_request(web: Web, tmp_path: Path) -> None:
    """Exit 2 with the key and the nearest one; the site was not asked."""
    file = tmp_path / "lumen.toml"
    file.write_text(f'start = "{web.address}{LIST}"\npage_max = 3\n')
    ended = listmend("run", str(file), output=tmp_path / "output")
    assert (ended.returncode, plain(ended)) == (2, True)
    assert "page_max: unknown key, nearest is 'pages_max'" in ended.stderr
    assert web.asked == []


def test_an_output_folder_without_permission_is_the_users_to_change(web: Web, tmp_path: Path) -> None:
    """Exit 2, and the next thing to do."""
    (tmp_path / "output").write_text("a file, not a folder")
    for place in (tmp_path / "output", tmp_path / ("long" * 100)):
        for ended in (run(web, place), listmend("status", output=place)):
            assert (ended.returncode, plain(ended)) == (2, True)


def test_several_sites_run_each_alone_and_the_gravest_code_counts(web: Web, tmp_path: Path) -> None:
    """One site that is down does not keep the other from being published, and is named once more at the end."""
    ended = listmend("run", web.address + LIST, "http://127.0.0.1:9/news/", output=tmp_path)
    assert ended.returncode == 4
    assert ended.stderr.splitlines()[-1] == (
        "listmend: 1 of 2 sites not published: http://127.0.0.1:9/news/ (exit 4)"
    )
    assert sorted(ledger.runs(folder)[0]["state"] for folder in tmp_path.iterdir()) == [
        "published",
        "unreachable",
    ]


def test_several_sites_run_from_a_folder_of_other_code(web: Web, tmp_path: Path) -> None:
    """A Scrapy project has a `scraper` or a `pipelines` of its own, and none of them is ours."""
    for name in ("scraper", "pipelines", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)\n")
    words = ["run", web.address + LIST, "http://127.0.0.1:9/news/", "--output", "output"]
    ended = subprocess.run(
        [sys.executable, "-P", "-c", "from scraper.cli import main; main()", *words],
        check=False, capture_output=True, text=True, timeout=120, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.fspath(Path(__file__).parents[2])},
    )  # fmt: skip
    assert ended.returncode == 4, ended.stderr
    assert len([*(tmp_path / "output").glob("*/latest")]) == 1


def test_a_run_that_was_not_published_leaves_its_rejects(web: Web, tmp_path: Path) -> None:
    """Where nothing came of a run, what was refused and why is what a person needs."""
    web.status[LIST] = 503
    assert run(web, tmp_path).returncode == 4
    (folder,) = (site_folder(tmp_path) / "runs").iterdir()
    (reject,) = [json.loads(line) for line in (folder / "rejects.jsonl").read_text().splitlines()]
    assert (reject["url"], reject["reason"]) == (web.address + LIST, "http_503")


def test_a_clock_with_an_offset_is_read_in_utc(web: Web, tmp_path: Path) -> None:
    """Six in the morning fourteen hours east is the day before."""
    assert run(web, tmp_path, "--clock", "2026-11-20T06:00:00+14:00").returncode == 0
    assert ledger.latest(site_folder(tmp_path)) == "20261119T160000Z"


def test_a_crawl_is_built_later_and_again_to_the_same_bytes(web: Web, tmp_path: Path) -> None:
    """`crawl`, then `build` from the archive; building once more gives the same records, byte for byte."""
    assert listmend("crawl", web.address + LIST, output=tmp_path).returncode == 0
    site = site_folder(tmp_path)
    assert ledger.latest(site) is None
    asked = len(web.asked)
    for _ in range(2):
        built = listmend("build", web.address + LIST, output=tmp_path)
        assert built.returncode == 0, built.stdout + built.stderr
    assert len(web.asked) == asked
    one, two = [(site / "runs" / verdict["run"]) for verdict in ledger.runs(site)[1:]]
    for name in ("records.csv", "records.parquet", "raw.jsonl"):
        assert (one / name).read_bytes() == (two / name).read_bytes()
    crawled = site / "runs" / ledger.runs(site)[0]["run"]
    lines = [(run / "raw.jsonl").read_text(encoding="utf-8").splitlines() for run in (crawled, one)]
    assert sorted(lines[0]) == sorted(lines[1])


def test_an_old_run_built_again_does_not_replace_a_newer_one(web: Web, tmp_path: Path) -> None:
    """Building the first run after a second was published says so and moves nothing."""
    assert run(web, tmp_path).returncode == 0
    web.pages[LIST] = listing(range(13))
    assert run(web, tmp_path).returncode == 0
    site = site_folder(tmp_path)
    oldest, newest = [verdict["run"] for verdict in ledger.runs(site)]
    built = listmend("build", web.address + LIST, "--run", oldest, "--json", output=tmp_path)
    assert (built.returncode, json.loads(built.stdout)["state"]) == (0, "rebuilt")
    assert ledger.latest(site) == newest


def test_runs_whose_neighbours_are_forgotten_are_built_again_or_say_why_not(web: Web, tmp_path: Path) -> None:
    """A forgotten run keeps its place in the order; a run whose former dataset went would call every entry new, so it is refused."""
    days = [f"2026112{day}T060000Z" for day in range(4)]
    for day in range(3):
        assert run(web, tmp_path, "--clock", f"2026-11-2{day}T06:00:00Z").returncode == 0
    site = site_folder(tmp_path)
    assert listmend("build", site.name, "--clock", "2026-11-23T06:00:00Z", output=tmp_path).returncode == 0
    shutil.rmtree(site / "runs" / days[2])
    again = listmend("build", site.name, "--run", days[1], "--json", output=tmp_path)
    assert (again.returncode, ledger.latest(site)) == (0, days[3])
    assert f"the newer run {days[3]} stands" in json.loads(again.stdout)["says"]
    assert listmend("forget", site.name, "--keep", "2", output=tmp_path).returncode == 0
    before = ledger.runs(site)
    assert days[0] not in [verdict["run"] for verdict in before]
    refused = listmend("build", site.name, "--run", days[1], output=tmp_path)
    assert (refused.returncode, plain(refused)) == (2, True)
    assert f"run {days[1]} was built on {days[0]}, which is forgotten" in refused.stderr
    assert ledger.runs(site) == before


def test_the_bundled_site_can_be_built_again(tmp_path: Path) -> None:
    """A site without a file of its own is built with the file its run was made with."""
    environment = {**os.environ, "LISTMEND_DEMO_PORT": free_port()}
    assert listmend("demo", output=tmp_path, env=environment).returncode == 0
    built = listmend("build", "demo", output=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    one, two = [tmp_path / "demo" / "runs" / verdict["run"] for verdict in ledger.runs(tmp_path / "demo")]
    assert (one / "records.csv").read_bytes() == (two / "records.csv").read_bytes()
