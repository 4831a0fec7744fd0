"""The own pages of a start page's entries are fetched when they are new, whatever their teasers look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pipelines import load
from pipelines.ledger import run_folder
from scraper.job import rebuild, run_site
from scraper.site import SiteFile
from tests.network.crawling import CLOCK, crawled, sorted_lines
from tests.network.strange_site import StrangeSite, entry_page, listing, strange_site

FIRST = [f"/first-{n}" for n in range(6)]
SECOND = [f"/second-{n}" for n in range(6)]
TEXT = (
    "The council met in the old hall, heard the harbour master on item {n} and put the vote off until spring."
)


@pytest.fixture
def site() -> Iterator[StrangeSite]:
    """A site of two listing pages with whole teasers, and a page for each entry."""
    with strange_site() as made:
        made.put("/", listing(*FIRST, after="/page/2"))
        made.put("/page/2", listing(*SECOND))
        for n, link in enumerate((*FIRST, *SECOND)):
            made.put(link, entry_page(TEXT.format(n=n)))
        yield made


def entries_asked(site: StrangeSite) -> list[str]:
    """The entry pages and files asked for since the last call."""
    asked = sorted(path for path in site.asked if path not in ("/robots.txt", "/", "/page/2"))
    site.asked.clear()
    return asked


def test_the_pages_of_the_newest_entries_are_fetched(site: StrangeSite, tmp_path: Path) -> None:
    """Of the start page all, of further pages none while their teasers are whole; `cut` asks for neither."""
    assert len(crawled(tmp_path, site.address + "/").of("page")) == 6
    assert entries_asked(site) == FIRST
    (tmp_path / "cut").mkdir()
    assert crawled(tmp_path / "cut", site.address + "/", detail="cut").of("page") == []
    assert entries_asked(site) == []


def test_a_long_page_is_no_reason_for_many_requests(site: StrangeSite, tmp_path: Path) -> None:
    """Of a start page with sixty entries the first fifty are asked for."""
    site.put("/", listing(*(f"/first-{n}" for n in range(60))))
    crawled(tmp_path, site.address + "/")
    assert entries_asked(site) == sorted(f"/first-{n}" for n in range(50))


def test_a_page_is_fetched_once_and_what_it_told_stands(site: StrangeSite, tmp_path: Path) -> None:
    """The next run asks for the page of the new entry only; the texts of the others, their titles and languages are as they were."""
    town = SiteFile(id="town", start=[site.address + "/"])
    first = run_site(town, tmp_path, CLOCK)
    before = load(tmp_path / "town").set_index("url")
    entries_asked(site)
    site.put("/new", entry_page("The ferry runs again from Monday, says the harbour master."))
    site.put("/", listing(*FIRST, "/new", after="/page/2"))
    second = run_site(town, tmp_path, CLOCK + timedelta(days=1))
    assert entries_asked(site) == ["/new"]
    after = load(tmp_path / "town").set_index("url")
    read = [site.address + link for link in FIRST]
    assert before.loc[read, "text"].notna().all()
    told = ["title", "excerpt", "text", "language", "date", "excerpt_source"]
    assert after.loc[read, told].equals(before.loc[read, told])
    assert (first["state"], second["state"], second["counts"]["new"]) == ("published", "published", 1)


def test_a_build_from_the_archive_keeps_the_texts(site: StrangeSite, tmp_path: Path) -> None:
    """A run that asked for no page is built again upon the dataset before it, with the same records."""
    town = SiteFile(id="town", start=[site.address + "/"])
    run_site(town, tmp_path, CLOCK)
    second = run_site(town, tmp_path, CLOCK + timedelta(days=1))
    made = (run_folder(tmp_path / "town", second["run"]) / "records.csv").read_bytes()
    again = rebuild(town, tmp_path, second["run"], CLOCK + timedelta(days=1, hours=1))
    built = (run_folder(tmp_path / "town", again["run"]) / "records.csv").read_bytes()
    assert built.replace(again["run"].encode(), second["run"].encode()) == made


def test_what_pages_proved_of_the_whole_list_stands(site: StrangeSite, tmp_path: Path) -> None:
    """Days that may be read in two orders are settled by the newest pages for the list; later runs read them no other way."""
    order = (3, 11, 6, 1, 9, 4, 12, 2, 8, 5, 10, 7)
    for place, (links, after) in enumerate(((FIRST, "/page/2"), (SECOND, ""))):
        days = order[6 * place : 6 * place + 6]
        body = listing(*links, after=after)
        for n, (link, day) in enumerate(zip(links, days, strict=True)):
            month = order[-1 - order.index(day)]
            body = body.replace(f"{1 + n:02}.10.2026", f"{day:02}/{month:02}/2026")
            head = f'<meta property="article:published_time" content="2026-{month:02}-{day:02}">'
            site.put(link, entry_page(TEXT.format(n=n)).replace("<body>", f"<head>{head}</head><body>"))
        site.put("/page/2" if place else "/", body)
    town = SiteFile(id="town", start=[site.address + "/"])
    told = []
    for day in range(3):
        run_site(town, tmp_path, CLOCK + timedelta(days=day))
        told.append(load(tmp_path / "town").set_index("url")[["date", "date_certain", "language", "text"]])
    assert told[0]["date"].astype("str").str.replace("2026-", "").tolist() == [
        f"{order[-1 - place]:02}-{day:02}" for place, day in enumerate(order)
    ]
    assert told[1].equals(told[0])
    assert told[2].equals(told[0])


def test_a_page_that_times_out_takes_no_text_away(site: StrangeSite, tmp_path: Path) -> None:
    """Where every run asks for the pages, one that fails leaves the text that was read before."""
    town = SiteFile(id="town", start=[site.address + "/"], detail="always")
    run_site(town, tmp_path, CLOCK)
    before = load(tmp_path / "town").set_index("url")["text"]
    site.put(FIRST[2], "<p>busy</p>", status=410)
    run_site(town, tmp_path, CLOCK + timedelta(days=1))
    after = load(tmp_path / "town").set_index("url")["text"]
    assert before.notna().all()
    assert after.equals(before)


def test_an_entry_that_is_called_otherwise_now_is_asked_for_again(site: StrangeSite, tmp_path: Path) -> None:
    """A title that changed on the list is one that the page was not read under."""
    town = SiteFile(id="town", start=[site.address + "/"])
    run_site(town, tmp_path, CLOCK)
    entries_asked(site)
    changed = listing(*FIRST, after="/page/2").replace("Item number 3 of the day", "Harbour vote put off")
    site.put("/", changed)
    run_site(town, tmp_path, CLOCK + timedelta(days=1))
    assert entries_asked(site) == ["/first-3"]


def test_pages_that_fail_are_left_and_forgotten(site: StrangeSite, tmp_path: Path) -> None:
    """Three pages are tried; where none comes, the others are not asked for, in the next run once more, and then no more."""
    for link in FIRST:
        site.put(link, "<p>gone</p>", status=410)
    town = SiteFile(id="town", start=[site.address + "/"])
    asked = []
    for day in range(3):
        run_site(town, tmp_path, CLOCK + timedelta(days=day))
        asked.append(entries_asked(site))
    assert asked == [FIRST[:3], FIRST[:3], []]


def test_pages_without_a_text_are_left(site: StrangeSite, tmp_path: Path) -> None:
    """What scripts would fill tells nothing of an entry."""
    for link in FIRST:
        site.put(
            link,
            '<!doctype html><html><body><div id="app"></div><script src="/app.js"></script></body></html>',
        )
    crawled(tmp_path, site.address + "/")
    assert entries_asked(site) == FIRST[:3]


def files(site: StrangeSite, kind: str) -> list[str]:
    """Six links that end as files do, each answered as a kind of content."""
    links = [f"/minutes-{n}.pdf" for n in range(6)]
    for n, link in enumerate(links):
        site.put(link, entry_page(TEXT.format(n=n)), Content_Type=kind)
    site.put("/", listing(*links))
    return links


def test_one_file_is_tried_and_none_is_taken(site: StrangeSite, tmp_path: Path) -> None:
    """A file's headers say what it is: nothing of it is kept, no other is asked for, and no reject speaks of it."""
    links = files(site, "application/pdf")
    made = crawled(tmp_path, site.address + "/")
    assert entries_asked(site) == links[:1]
    assert made.of("page") == made.of("reject") == []
    assert made.outcome.counts["faults"] == 0
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_links_that_only_look_like_files_are_pages(site: StrangeSite, tmp_path: Path) -> None:
    """`minutes.pdf` may be the page about that file: where one is, the others are asked for."""
    links = files(site, "text/html; charset=utf-8")
    made = crawled(tmp_path, site.address + "/")
    assert entries_asked(site) == links
    assert {line["url"] for line in made.of("page")} == {site.address + link for link in links}
    assert sorted_lines(made.again()) == sorted_lines(made.lines)


def test_files_are_not_tried_where_only_cut_teasers_count(site: StrangeSite, tmp_path: Path) -> None:
    """`detail = "cut"` asks for no file."""
    files(site, "text/html")
    crawled(tmp_path, site.address + "/", detail="cut")
    assert entries_asked(site) == []


def test_a_list_without_days_says_that_other_pages_have_them(site: StrangeSite, tmp_path: Path) -> None:
    """The own pages of later entries are not read, and what would read them is told; with it nothing is."""
    for links, page, after in ((FIRST, "/", "/page/2"), (SECOND, "/page/2", "")):
        site.put(page, re.sub(r"<time>.*?</time>", "", listing(*links, after=after)))
        for n, link in enumerate(links):
            head = f'<meta property="article:published_time" content="2026-10-{9 + n:02}">'
            site.put(link, entry_page(TEXT.format(n=n)).replace("<body>", f"<head>{head}</head><body>"))
    first = run_site(SiteFile(id="town", start=[site.address + "/"]), tmp_path, CLOCK)
    assert first["counts"]["dated"] == 6
    assert first["says"] == (
        "6 of 12 entries have no date: the list gives none, pages of entries do; "
        'detail = "always" in the site file reads them all'
    )
    whole = SiteFile(id="county", start=[site.address + "/"], detail="always")
    second = run_site(whole, tmp_path, CLOCK)
    assert (second["counts"]["dated"], second.get("says", "")) == (12, "")
