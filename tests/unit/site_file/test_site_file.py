"""The site file: what it takes, and how it tells what is wrong."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.errors import SiteFileError, UsageError
from scraper.which_site import find_site_file, load_site, own_sites, site_folder, site_id, site_ids

GOOD = """
start = "https://lumen.example/fr/actualites/"
languages = ["fr", "en"]
date_order = "dmy"
timezone = "Europe/Paris"

[[lists]]
name = "une"
entry = "section.une article"
title = "h2 a"

[expect]
rows_min = 20
"""


def write(folder: Path, text: str, name: str = "lumen.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_file_gives_selectors_facts_and_bounds(tmp_path: Path) -> None:
    """Everything the file says is found again, typed."""
    site = load_site(str(write(tmp_path, GOOD)))
    assert (site.id, site.start) == ("lumen", ["https://lumen.example/fr/actualites/"])
    assert [(form.name, form.entry, form.title, form.date) for form in site.selectors] == [
        ("une", "section.une article", "h2 a", "")
    ]
    facts = site.facts(datetime(2026, 11, 20, tzinfo=UTC))
    assert (facts.languages, facts.date_order, facts.host) == (("fr", "en"), "dmy", "lumen.example")
    assert site.expect.rows_min == 20


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("date_order", "date_ordr", "date_ordr: unknown key, nearest is 'date_order'"),
        ("rows_min", "row_min", "expect.row_min: unknown key, nearest is 'rows_min'"),
        ("title =", "titel =", "[[lists]] 1: titel: unknown key, nearest is 'title'"),
        (
            'title = "h2 a"',
            'timezone = "UTC"',
            "[[lists]] 1: timezone: unknown key, it belongs at the top: a key below a line in brackets is that table's",
        ),
        ('date_order = "dmy"', "newest_days = 9", "newest_days: unknown key, it belongs under [expect]"),
        ("rows_min = 20", 'excerpt = "p"', "expect.excerpt: unknown key, it belongs under [[lists]]"),
        ('"dmy"', '"dym"', "date_order: got 'dym', expected 'dmy', 'mdy' or 'ymd'"),
        ("https:", "ftp:", "expected an absolute http or https address"),
        (".example/", " .example/", "expected an absolute http or https address"),
        (".example/", ".example:65536/", "expected an address whose port is at most 65535"),
        ("section.une article", "section[[", "[[lists]] 1: entry: got 'section[[', not a CSS selector"),
        ("Europe/Paris", "Europe/Pari", "timezone: got 'Europe/Pari', expected an IANA time zone"),
        (
            '["fr", "en"]',
            '["french"]',
            "languages 1: got 'french', expected a language code of two small letters",
        ),
        ('["fr", "en"]', '"fr"', "languages: got 'fr', expected a list in square brackets"),
        ('["fr", "en"]', '["jp"]', "languages 1: got 'jp', expected the code of a language, such as ja"),
        ('["fr", "en"]', '["xx"]', "languages 1: got 'xx', expected the code of a language, such as fr"),
        (
            'title = "h2 a"',
            'title = "h2 a::text"',
            "title: got 'h2 a::text', expected a CSS selector without ::text",
        ),
        (
            'title = "h2 a"',
            "title = 'a:contains(\"x\")'",
            "expected CSS that pages are read with: tags, classes",
        ),
        (
            "section.une article",
            "section::attr(id)",
            "entry: got 'section::attr(id)', expected CSS that pages are read",
        ),
        ("rows_min = 20", "rows_min = -1", "expect.rows_min: got -1, expected 0 or more"),
        ("rows_min = 20", 'rows_min = "many"', "expect.rows_min: got 'many', expected a whole number"),
        ("rows_min = 20", "dated_min = 1.5", "expect.dated_min: got 1.5, expected 1 or less"),
        ("rows_min = 20", "languages = 7", "expect.languages: got 7, expected a list in square brackets"),
        (
            'name = "une"',
            'name = "à la une"',
            "[[lists]] 1: name: got 'à la une', expected letters, digits, hyphens",
        ),
        ('name = "une"', "name = 3", "[[lists]] 1: name: got 3, expected text in quotes"),
        ('date_order = "dmy"', 'events = "perhaps"', "events: got 'perhaps', expected true or false"),
        (
            'date_order = "dmy"',
            'reviewed = "soon"',
            "reviewed: got 'soon', expected a day, such as 2026-11-20",
        ),
        ("[[lists]]", "[lists]", "expected a line [[lists]], in double brackets"),
        ('"https://lumen.example/fr/actualites/"', "[]", "start: got [], expected at least 1"),
        ('"https://lumen.example/fr/actualites/"', "5", "start: got 5, expected an address such as https://"),
        ('title = "h2 a"', 'until = "p[["', "[[lists]] 1: until: got 'p[[', not a CSS selector"),
        (
            'title = "h2 a"',
            'until = "next"\nbetween = "br"',
            "[[lists]] 1: until and between exclude each other",
        ),
        ('entry = "section.une article"', "", "[[lists]] 1: entry: missing; Matches each entry."),
    ],
)
def test_a_problem_names_file_key_value_and_expectation(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    """A typo is found by the file and the key it stands in."""
    file = write(tmp_path, GOOD.replace(before, after))
    with pytest.raises(SiteFileError) as fault:
        load_site(str(file))
    assert str(file) in fault.value.what
    assert told in fault.value.what
    assert fault.value.code == 2
    assert not {"valid", "instance", "validation", "Input"} & {*fault.value.what.split()}


def test_css_that_pages_are_read_with_is_taken(tmp_path: Path) -> None:
    """What a cell is taken from may be an attribute, and a selector as new as the reader that will use it."""
    for selector in ("time::attr(datetime)", "h2:not(.lead, .aside) a", "a:has(> b)", ":is(h2, h3) a"):
        site = load_site(str(write(tmp_path, GOOD.replace("h2 a", selector))))
        assert site.lists[0].title == selector


def test_blanks_around_an_address_are_no_part_of_it(tmp_path: Path) -> None:
    """Pasted with a space before it, it is the same page."""
    file = write(tmp_path, GOOD.replace('"https://lumen', '" https://lumen').replace('tes/"', 'tes/ "'))
    assert load_site(str(file)).start == ["https://lumen.example/fr/actualites/"]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Two typos need one run to be found, not two."""
    file = write(tmp_path, GOOD.replace("date_order", "ordr").replace("entry", "entri"))
    with pytest.raises(SiteFileError, match="3 problems") as fault:
        load_site(str(file))
    assert fault.value.what.count(str(file)) == 3


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"start = ", "not TOML"), (b'start = "caf\xe9"', "byte 12 is not UTF-8"), (b"", "start: missing")],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, told: str) -> None:
    """Broken TOML, wrong bytes and an empty file are the user's to mend."""
    (tmp_path / "lumen.toml").write_bytes(content)
    with pytest.raises(SiteFileError, match=told):
        load_site(str(tmp_path / "lumen.toml"))


def test_an_unknown_site_lists_where_it_looked_and_the_nearest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The message holds each place and a site that is nearly meant."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    write(tmp_path, GOOD)
    assert "lumen" in site_ids()
    with pytest.raises(SiteFileError, match="nearest is 'lumen'") as fault:
        load_site("lumn")
    assert f"{tmp_path}/lumn.toml" in fault.value.what


def test_two_files_of_one_id_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy in which only the start was changed would write into the first one's dataset; each of the two names both."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    (tmp_path / "quai.toml").write_text('start = "https://quai.example/"\n')
    (tmp_path / "seine.toml").write_text('id = "quai"\nstart = "https://seine.example/"\n')
    for name in ("quai", "seine"):
        with pytest.raises(
            SiteFileError, match=r"both are the site 'quai' and would write into one dataset"
        ) as told:
            load_site(name)
        assert {"quai.toml", "seine.toml"} <= {
            Path(word.rstrip(":")).name for word in told.value.what.split()
        }
    (tmp_path / "quai.toml").write_text('id = "rhone"\nstart = "https://quai.example/"\n')
    assert (load_site("quai").id, load_site("seine").id) == ("rhone", "quai")


def test_files_that_an_editor_hides_are_no_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock of Emacs, a fork of a Mac's file: a schedule would end with 2 every night."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    for name in ("quai", ".#quai", "._quai"):
        (tmp_path / f"{name}.toml").write_text('start = "https://quai.example/"\n')
    assert own_sites() == ["quai"]


def test_start_can_be_replaced_for_a_mirror(tmp_path: Path) -> None:
    """The reviewed selectors serve a staging host too."""
    site = load_site(str(write(tmp_path, GOOD)), "http://127.0.0.1:8765/fr/")
    assert (site.start, site.id, len(site.lists)) == (["http://127.0.0.1:8765/fr/"], "lumen", 1)


def test_an_address_is_a_site_of_its_own() -> None:
    """A bare address gets the id of its host and path and no selectors."""
    site = load_site("https://Lumen.example/fr/actualites/")
    assert (site.id, site.lists) == ("lumen.example_fr_actualites", [])


@pytest.mark.parametrize(
    "address", ["https://lumen.example/fr/actualites/", "https://LUMEN.example/fr/actualites/#top"]
)
def test_an_address_that_a_file_starts_at_is_that_site(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    """After `add URL` has written a file, `run URL` uses it and says so."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    file = write(tmp_path, GOOD)
    site = load_site(address)
    assert (site.id, len(site.lists)) == ("lumen", 1)
    assert site.found_for.startswith(f"{file} starts at this address")
    assert load_site("lumen").found_for == ""


@pytest.mark.parametrize(
    "address", ["https://lumen.example/fr/", "https://lumen.example/fr/actualites/?page=2"]
)
def test_another_page_of_the_host_is_a_site_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    """The start address has to be the same; selectors of another page prove nothing."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    write(tmp_path, GOOD)
    assert load_site(address).lists == []


def test_a_broken_file_of_another_site_is_no_hindrance(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One of the same host is, since it may be the one that is meant."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    write(tmp_path, "start = ", "other.toml")
    assert load_site("https://lumen.example/fr/actualites/").lists == []
    write(tmp_path, GOOD.replace("entry", "entri"))
    with pytest.raises(SiteFileError, match="unknown key, nearest is 'entry'"):
        load_site("https://lumen.example/fr/actualites/")


def test_addresses_that_differ_get_ids_that_differ() -> None:
    """Characters a folder name cannot hold do not make two sites one."""
    addresses = [
        "https://a.example/x?p=1",
        "https://a.example/x?p=2",
        "https://a.example/x",
        "https://a.example/x%20y",
        "https://a.example/x-y",
        "https://a.example/x/y",
        "https://a.example/x%2Fy",
        "https://a.example/x?q=%E9",
        "https://a.example/x?q=%E8",
        "https://strasse.example/",
        "https://straße.example/",
    ]
    assert len({site_id(address) for address in addresses}) == len(addresses)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/новости/", "https://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/"),
        ("https://a.example/caf%c3%a9", "https://a.example/caf%C3%A9"),
        ("https://a.example/x?q=%e9", "https://a.example/x?q=%E9"),
        ("https://bücher.example/news", "https://xn--bcher-kva.example/news"),
        ("https://a.example/news", "https://A.example/news#list"),
    ],
)
def test_one_address_in_two_spellings_is_one_site(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, one: str, other: str
) -> None:
    """Whatever browser it was copied from; a site file that starts there is found by either."""
    assert site_id(one) == site_id(other)
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    write(tmp_path, GOOD.replace("https://lumen.example/fr/actualites/", one))
    assert [load_site(address).id for address in (one, other)] == ["lumen", "lumen"]


@pytest.mark.parametrize("address", ["http://", "http://[bad", "https:///path"])
def test_what_is_no_address_is_refused(address: str) -> None:
    """An address without a host names no page."""
    with pytest.raises(SiteFileError, match="not an address of a page"):
        load_site(address)


@pytest.mark.parametrize("name", ["mmm_fr", "mmm_en"])
def test_bundled_files_are_valid(name: str) -> None:
    """Every shipped site file loads and is marked unreviewed until it was seen against the live site."""
    site = load_site(name)
    assert site.selectors
    assert site.reviewed is None


def test_a_sites_folder_in_place_of_its_id_is_told_how_to_be_named(tmp_path: Path) -> None:
    """As the verdict shows it, beside `files`."""
    (tmp_path / "out" / "lumen" / "runs").mkdir(parents=True)
    with pytest.raises(UsageError, match="the folder of a site, expected its id") as told:
        site_folder(str(tmp_path / "out" / "lumen"), tmp_path / "output")
    assert told.value.next == f"name it lumen --output {tmp_path / 'out'}"


def test_a_misspelt_id_is_told_the_nearest_and_not_to_crawl_the_misspelt_one(tmp_path: Path) -> None:
    """A site of that name would have to be written first."""
    (tmp_path / "lumen" / "runs").mkdir(parents=True)
    with pytest.raises(UsageError, match="nearest is 'lumen'") as told:
        site_folder("lumem", tmp_path)
    assert told.value.next == "name it lumen"


def test_a_command_that_a_message_names_can_be_typed_whatever_was_asked_for(tmp_path: Path) -> None:
    """Signs that a shell reads are quoted, and the folder is the one that was looked in."""
    with pytest.raises(UsageError, match="no runs of a site") as told:
        site_folder("quai; echo", tmp_path)
    assert shlex.split(told.value.next) == ["listmend", "run", "quai; echo", "--output", str(tmp_path)]
    address = "https://lumen.example/?list=1&page=2"
    with pytest.raises(SiteFileError, match="not a site file") as refused:
        find_site_file(address)
    assert shlex.split(refused.value.next)[:3] == ["listmend", "add", address]


def test_a_site_file_that_leads_nowhere_is_not_its_own_nearest_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a link does whose target was moved."""
    monkeypatch.setenv("LISTMEND_SITES", str(tmp_path))
    (tmp_path / "lumen.toml").symlink_to(tmp_path / "moved.toml")
    with pytest.raises(SiteFileError, match="no site file 'lumen'") as told:
        find_site_file("lumen")
    assert "nearest" not in told.value.what


@pytest.mark.parametrize("name", ["https://lumen.example/" + "9" * 5000, "x" * 300])
def test_a_name_that_is_too_long_for_a_path_has_no_runs(name: str, tmp_path: Path) -> None:
    """The system's own error for it is nothing a user can act on."""
    with pytest.raises(UsageError, match="no runs of a site"):
        site_folder(name, tmp_path)


@pytest.mark.parametrize(
    "typed", ["lumen.example/fr/actualites/", "lumen.example", "lumen.example:8080", "127.0.0.1:8080/"]
)
def test_an_address_without_its_scheme_is_told_so(typed: str) -> None:
    """As people type it, with a path or without."""
    with pytest.raises(SiteFileError, match=r"neither an id|no site file") as told:
        load_site(typed)
    assert told.value.next == f"an address begins with https://, so: https://{typed}"
