"""`add` and `check` as a person meets them: real processes, real HTTP on loopback, files and exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.quay import LIST, SECOND, add, flat, listmend, site_pages
from tests.kept import Look, page_html
from tests.web import Web, listing, served


@pytest.fixture
def web() -> Iterator[Web]:
    with served(site_pages()) as web:
        yield web


def test_from_an_address_to_a_published_dataset(web: Web, tmp_path: Path) -> None:
    """Add writes a file that runs, publishes, and passes its own check."""
    ended = add(web, tmp_path, "--yes")
    assert (ended.returncode, ended.stderr) == (0, "")
    seen = flat(ended.stdout)
    for told in ("20 entries on 2 listing pages", "robots.txt allows it", "tous droits réservés", "fr 20", "read as dmy",
                 "a.suite", "div.nouvelle", "La passerelle numéro 0"):  # fmt: skip
        assert told in seen
    text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "#:schema ./schema.json"
    assert "Not yet reviewed by a person" in text
    assert 10 <= len(text.splitlines()) <= 24
    golden = tmp_path / "sites" / "quai"
    assert (golden / "page-1.html").read_bytes() == web.pages[LIST]
    assert len((golden / "rows.jsonl").read_text(encoding="utf-8").splitlines()) == 20
    assert json.loads((tmp_path / "sites" / "schema.json").read_text(encoding="utf-8"))["properties"]["start"]
    asked = [path for path in web.asked if path.startswith("/n/")]
    assert len(asked) <= 5  # a few entry pages, no more
    ran = listmend("run", "quai", folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "20 entries: 20 new" in ran.stdout
    checked = listmend("check", "quai", folder=tmp_path)
    assert checked.returncode == 0
    assert "golden pages of 2026-11-20: 2 pages" in checked.stdout
    assert "run 20261120T060000Z: 2 pages" in checked.stdout
    assert "nobody has yet seen it right against the live site" in flat(checked.stdout)


def test_a_schema_that_is_the_newest_is_left_alone(web: Web, tmp_path: Path) -> None:
    """Several `add` in one folder at a time do not write it over each other."""
    assert add(web, tmp_path, "--yes").returncode == 0
    schema = tmp_path / "sites" / "schema.json"
    written = schema.stat()
    assert add(web, tmp_path, "--yes", "--id", "quai2").returncode == 0
    assert (schema.stat().st_ino, schema.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    schema.write_text("{}", encoding="utf-8")
    assert add(web, tmp_path, "--yes", "--id", "quai3").returncode == 0
    assert "properties" in json.loads(schema.read_text(encoding="utf-8"))


def test_the_address_alone_finds_the_file_that_was_written(web: Web, tmp_path: Path) -> None:
    """`run URL` after `add URL` is a run of that site, by its selectors and in its folder."""
    assert add(web, tmp_path, "--yes").returncode == 0
    ran = listmend("run", web.address + LIST, folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [folder.name for folder in (tmp_path / "output").iterdir()] == ["quai"]
    assert "20 entries: 20 new" in ran.stdout


def test_a_site_that_is_run_by_its_address_has_nothing_to_check(web: Web, tmp_path: Path) -> None:
    """The id of its dataset was taken for an address without a scheme; the command that makes a file is named, and works."""
    site = json.loads(listmend("run", web.address + LIST, "--json", folder=tmp_path).stdout)["site"]
    checked = json.loads(listmend("check", site, "--json", folder=tmp_path).stdout)
    assert checked["exit"] == 2
    assert "has no site file" in checked["says"]
    command = checked["next"].partition(" writes")[0].removeprefix("listmend ").split()
    assert command == ["add", web.address + LIST, "--id", site]
    assert listmend(*command, "--yes", folder=tmp_path).returncode == 0
    assert listmend("check", site, folder=tmp_path).returncode == 0


def test_a_file_says_which_dataset_its_runs_continue(web: Web, tmp_path: Path) -> None:
    """The folder named with --output is where the next run lands, and what stands there already is told."""
    place = ("--output", str(tmp_path / "data"))
    before = add(web, tmp_path, "--yes", *place)
    assert before.returncode == 0, before.stderr
    assert f"dataset begins in {tmp_path}/data/quai with the first run" in flat(before.stdout)
    assert before.stdout.splitlines()[-1] == f"next: listmend run quai --output {tmp_path}/data"
    assert not (tmp_path / "data").exists()
    assert listmend("run", "quai", *place, folder=tmp_path).returncode == 0
    after = json.loads(add(web, tmp_path, "--json", "--force", *place).stdout)
    folder = str(tmp_path / "data" / "quai")
    assert after["dataset"] == {"folder": folder, "run": "20261120T060000Z", "records": 20}


def test_a_pager_that_is_not_followed_is_said(web: Web, tmp_path: Path) -> None:
    """Who adds the site learns that a run reads its first page only."""
    pager = (
        b"<form method=post><input type=hidden name=p value=2><button>Page suivante</button></form></main>"
    )
    web.pages[LIST] = page_html(range(12)).replace(b"</main>", pager)
    found = json.loads(add(web, tmp_path, "--json").stdout)
    assert found["notes"] == ["next: the button for the next page sends a form (POST)"]
    assert "# Left out: next: the button for the next page sends a form (POST)." in found["toml"]


YEARS = "<p><b>2026</b> {}</p></main>"


def years(*others: int, form: str = '<a href="?annee={0}">{0}</a>') -> bytes:
    """A page of the newest year, without a pager, that links others."""
    links = " ".join(form.format(year) for year in others)
    return page_html(range(12)).replace(b"</main>", YEARS.format(links).encode())


def test_other_years_of_a_list_are_said(web: Web, tmp_path: Path) -> None:
    """No run goes into them where the list's own address names no year; whoever adds the site learns how one does."""
    web.pages[LIST] = years(2024, 2025)
    pages = {year: f"{web.address}{LIST}?annee={year}" for year in ("2025", "2024")}
    assert json.loads(add(web, tmp_path, "--json").stdout)["years"] == pages
    told = flat(add(web, tmp_path, "--yes").stdout)
    assert (
        f"years 2025, 2024: on pages of their own, which a run reads where `start` names them: {pages['2025']}"
        in told
    )


@pytest.mark.parametrize(
    "page",
    [
        years(2025),  # an edition
        years(2025, 2024, form='<a href="/loi/">{0}</a>'),  # no address says so
        years(2025, 2024, form='<a href="https://other.example/{0}/">{0}</a>'),
        page_html(range(12), Look(), SECOND).replace(b"</main>", b'<a href="?y=2025">2025</a><a href="?y=2024">2024</a></main>'),
    ],
    ids=["one", "no year in the address", "another site", "a pager leads there"],
)  # fmt: skip
def test_what_is_no_page_of_a_year_is_not_said(web: Web, tmp_path: Path, page: bytes) -> None:
    """A year alone, one that leads elsewhere, and an archive beside a pager that leads through everything."""
    web.pages[LIST] = page
    assert json.loads(add(web, tmp_path, "--json").stdout)["years"] == {}


def test_a_listing_page_that_did_not_come_is_said(web: Web, tmp_path: Path) -> None:
    """The file is made of the other pages, and a person sees that they were not all."""
    web.status[SECOND] = 404
    found = json.loads(add(web, tmp_path, "--json").stdout)
    assert found["rejects"] == [f"{web.address}{SECOND}: http_404: no page there"]


def test_dates_that_only_a_machine_reads_are_counted_as_a_field(web: Web, tmp_path: Path) -> None:
    """`<time datetime>` without a word in it fills the date, and the table has its selector."""
    web.pages[LIST] = re.sub(
        rb"<time>(\d\d)\.10\.26</time>", rb'<time datetime="2026-10-\1"></time>', listing(range(12))
    )
    found = json.loads(add(web, tmp_path, "--json").stdout)
    assert found["lists"][0]["fields"]["date"] == {"selector": "time", "filled": 12}


def test_entries_that_are_no_elements_are_pinned_too(tmp_path: Path) -> None:
    """Terms and their descriptions: the file says where an entry begins and that it goes on to the next."""
    terms = "".join(
        f'<dt><a href="/n/{n}/">La passerelle numéro {n} est de nouveau ouverte</a></dt><dd class="jour">{n + 10}.10.2026</dd>'
        f"<dd>Les travaux de la passerelle {n} sont finis et les riverains la retrouvent ce matin, deux mois avant la date.</dd>"
        for n in range(12)
    )
    page = f'<!doctype html><html lang="fr"><body><main><dl class="avis">{terms}</dl></main></body></html>'.encode()
    with served({LIST: page, "/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        ended = add(web, tmp_path, "--yes")
        assert (ended.returncode, ended.stderr) == (0, "")
        text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
        assert 'entry = "dl.avis > dt"\nuntil = "next"' in text
        ran = listmend("run", "quai", folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "12 entries: 12 new" in ran.stdout
    assert "selectors_found_nothing" not in ran.stdout


def test_a_page_of_two_months_is_a_list_of_its_own_to_structure_and_none_to_selectors(tmp_path: Path) -> None:
    """The rows are the same in another order: those of one name come first where structure calls two pages' lists alike."""

    def page(months: dict[str, range], after: str = "") -> bytes:
        told = "".join(
            f"<div class=mois><h2>{month}</h2><ul>"
            + "".join(
                f"<li><span>{28 - n:02} {month} 2026</span> <a href=/n/{n}/>La passerelle numéro {n} rouvre aux piétons</a>"
                for n in numbers
            )
            + "</ul></div>"
            for month, numbers in months.items()
        )
        return f"<!doctype html><html lang=fr><main><h1>Nouvelles</h1>{told}{after}</main>".encode()

    third = "/nouvelles/page/3/"
    pages = {
        LIST: page({"octobre": range(8)}, f'<a rel=next href="{SECOND}">Suivant</a>'),
        SECOND: page(
            {"octobre": range(8, 12), "septembre": range(12, 16)}, f'<a rel=next href="{third}">Suivant</a>'
        ),
        third: page({"septembre": range(16, 24)}),
    }
    with served(pages) as web:
        assert add(web, tmp_path, "--yes").returncode == 0
    text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
    assert 'entry = "div.mois > ul > li"' in text
    assert "Left out" not in text


def test_a_person_is_asked_and_decides(web: Web, tmp_path: Path) -> None:
    """No writes nothing; yes writes and marks the day of review; nobody to ask is a usage error."""
    refused = add(web, tmp_path, answer="n\n")
    assert (refused.returncode, list(tmp_path.iterdir())) == (0, [])
    assert "nothing written" in refused.stdout
    nobody = add(web, tmp_path)
    assert (nobody.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "--yes" in nobody.stderr
    agreed = add(web, tmp_path, answer="y\n")
    assert agreed.returncode == 0
    assert "reviewed = 2026-11-20" in (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_not_overwritten(web: Web, tmp_path: Path) -> None:
    """Without --force nothing is asked of the site and nothing is touched."""
    (tmp_path / "sites").mkdir()
    file = tmp_path / "sites" / "quai.toml"
    file.write_text("# mine\n")
    ended = add(web, tmp_path, "--yes")
    assert (ended.returncode, web.asked, file.read_text()) == (2, [], "# mine\n")
    assert "--force" in ended.stderr
    assert add(web, tmp_path, "--yes", "--force").returncode == 0
    assert "div.nouvelle" in file.read_text()


def test_a_folder_of_somebody_else_is_not_replaced(web: Web, tmp_path: Path) -> None:
    """A folder of the site's name that holds no golden pages stays, whatever is forced."""
    notes = tmp_path / "sites" / "quai" / "notes.txt"
    notes.parent.mkdir(parents=True)
    notes.write_text("mine")
    ended = add(web, tmp_path, "--yes", "--force")
    assert (ended.returncode, notes.read_text()) == (2, "mine")
    assert not (tmp_path / "sites" / "quai.toml").exists()


def test_a_site_folder_that_can_be_none_is_told_with_its_own_options(web: Web, tmp_path: Path) -> None:
    """It is not the folder datasets land in that stands in the way."""
    for folder in ("long" * 100, "/proc/sites"):
        ended = add(web, tmp_path, "--yes", "--site-folder", folder)
        assert ended.returncode == 2
        assert "can be made there" in ended.stderr
        assert "--site-folder FOLDER" in ended.stderr
        assert "--output" not in ended.stderr


def test_json_shows_and_writes_only_when_told_to(web: Web, tmp_path: Path) -> None:
    """One object; the file it would write is in it."""
    ended = add(web, tmp_path, "--json")
    found = json.loads(ended.stdout)
    assert (ended.returncode, found["written"], list(tmp_path.iterdir())) == (0, False, [])
    assert (found["entries"], found["next"]["selector"], len(found["rows"])) == (20, "a.suite", 5)
    assert 'entry = "div.nouvelle"' in found["toml"]


def test_a_cell_without_an_element_is_left_to_structure(web: Web, tmp_path: Path) -> None:
    """A teaser that is bare text has no selector; the file says `auto` and loses nothing."""
    for path in (LIST, SECOND):
        web.pages[path] = (
            web.pages[path].replace(b'<p class="chapeau">', b"").replace(b"</p></div>", b"</div>")
        )
    ended = add(web, tmp_path, "--yes")
    assert ended.returncode == 0, ended.stderr
    text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
    assert 'entry = "div.nouvelle"' in text
    assert 'excerpt = "auto"' in text
    assert listmend("run", "quai", folder=tmp_path).returncode == 0
    rows = (tmp_path / "output" / "quai" / "runs" / "20261120T060000Z" / "records.csv").read_text(
        encoding="utf-8"
    )
    assert rows.count("Les travaux de la passerelle") >= 20


def test_a_feed_as_the_start_gets_no_selectors(web: Web, tmp_path: Path) -> None:
    """A run reads a feed as one, whatever a file names in it: selectors of its elements would be asked of no page."""
    what = ("Le quai", "La grue", "Le bac de nuit", "Le pont du port")
    does = ("rouvre au public", "change de place", "cherche des bras", "reste fermé lundi")
    titles = [f"{one} {other}" for other in does for one in what]
    items = "".join(
        f"<item><title>{title}</title><link>{web.address}/nouvelles/{n}/</link>"
        f"<pubDate>{18 - n:02} Nov 2026 09:00:00 GMT</pubDate><description>{titles[n - 3]}, dit le port. {titles[n - 7]}, "
        f"et la ville le confirme après deux ans de travaux sur les berges. {titles[n - 5]}.</description></item>"
        for n, title in enumerate(titles)
    )
    web.pages["/flux.xml"] = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    words = ("add", f"{web.address}/flux.xml", "--id", "flux", "--yes", "--json")
    added = json.loads(listmend(*words, folder=tmp_path).stdout)
    assert (added["entries"], "[[lists]]" in added["toml"]) == (16, False)
    assert json.loads(listmend("run", "flux", "--json", folder=tmp_path).stdout)["counts"]["entries"] == 16
    checked = json.loads(listmend("check", "flux", "--json", folder=tmp_path).stdout)
    assert {one["name"]: one["entries"] for one in checked["findings"][0]["lists"]} == {"feed": 16}


def test_selectors_can_be_left_out(web: Web, tmp_path: Path) -> None:
    """With --by-structure every run finds the lists anew; the bounds and the golden pages are kept all the same."""
    assert add(web, tmp_path, "--yes", "--by-structure").returncode == 0
    text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
    assert "[[lists]]" not in text
    assert "rows_min = 12" in text
    ran = listmend("run", "quai", "--json", folder=tmp_path)
    assert json.loads(ran.stdout)["counts"]["entries"] == 20
    assert listmend("check", "quai", folder=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<!doctype html><html><body><p>Nothing here.</p></body></html>", "no list found"),
        (b"", "empty"),
        (b"%PDF-1.7 ...", "not_html"),
        (
            b"<html><head><base href='/avis/'></head><frameset cols='20%,80%'><frame src=menu.html><frame src=tous.html>",
            "/avis/menu.html, ",
        ),
        (
            b"<!doctype html><body><h1>Avis</h1><iframe src='https://films.example/1'></iframe><iframe src='/avis/'></iframe>",
            "frames, give the address of the one with the list: http://127.0.0.1",
        ),
    ],
    ids=["no list", "empty", "no html", "frames", "frame inside"],
)
def test_a_page_without_a_list_says_what_to_try(web: Web, tmp_path: Path, body: bytes, told: str) -> None:
    """Exit 3, what was seen, three things to try, nothing written."""
    web.pages[LIST] = body
    ended = add(web, tmp_path, "--yes")
    assert (ended.returncode, list(tmp_path.iterdir())) == (3, [])
    assert told in ended.stderr
    assert all(f"{number}. " in ended.stderr for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add", "http://127.0.0.1:9/news/", "--yes"), 4, "refused"),
        (("add", "nouvelles", "--yes"), 2, "not an address"),
        (("add", "http://127.0.0.1:9/", "--id", "../x", "--yes"), 2, "--id"),
        (("check", "mmm_f"), 2, "nearest is 'mmm_fr'"),
        (("check", "http://127.0.0.1:9/news/"), 2, "listmend add"),
        (("check", "mmm_fr", "--live", "--start", "http://127.0.0.1:9/"), 4, "refused"),
        (("check", "mmm_fr", "--live", "--run", "x"), 2, "choose one"),
        (("check", "mmm_fr", "--save"), 2, "--live"),
        (("check", "mmm_fr", "--run", "x"), 2, "no listing pages"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path: Path, words: tuple[str, ...], code: int, told: str) -> None:
    """One message, the right code, no traceback, nothing on disk."""
    ended = listmend(*words, folder=tmp_path)
    assert (ended.returncode, list(tmp_path.iterdir())) == (code, [])
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_robots_that_forbid_the_start_end_it(web: Web, tmp_path: Path) -> None:
    """What robots.txt forbids is not looked at."""
    web.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    ended = add(web, tmp_path, "--yes")
    assert (ended.returncode, web.asked) == (4, ["/robots.txt"])
    assert "robots.txt forbids it\nnext: respect what robots.txt says, or ask the site" in ended.stderr
