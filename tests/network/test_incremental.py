"""A site file that says `incremental`: a chain of pages ends at the first page of known entries."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipelines import load
from scraper.job import rebuild, run_site
from scraper.site import SiteFile
from tests.network.crawling import sorted_lines
from tests.web import LIST, Web, listing, served

FIRST = datetime(2026, 10, 30, 6, 0, tzinfo=UTC)
SIZE = 6
PINNED = listing(range(99, 100)).partition(b"<main>")[2].partition(b"</main>")[0]


def chain(newest: int, pages: int = 4) -> dict[str, bytes]:
    """A list of which each page shows six entries and links to the next; the newest entry has the greatest number."""
    made = {"/robots.txt": b"User-agent: *\nAllow: /\n"}
    for page in range(pages):
        numbers = range(newest - page * SIZE, newest - (page + 1) * SIZE, -1)
        after = f"{LIST}?page={page + 2}" if page + 1 < pages else ""
        made[LIST + (f"?page={page + 1}" if page else "")] = listing(numbers, after)
    return made


def site_of(web: Web, **keys: Any) -> SiteFile:
    """A site file for the list, incremental unless told otherwise."""
    return SiteFile.model_validate(
        {"id": "town", "start": [web.address + LIST], "incremental": True, "detail": "cut", **keys}
    )


def pages_asked(web: Web) -> list[str]:
    """The listing pages asked for since the last call."""
    asked = [path for path in web.asked if path.startswith(LIST)]
    web.asked.clear()
    return asked


def test_older_pages_are_read_only_while_a_page_has_news(tmp_path: Path) -> None:
    """The first run reads all; with two new entries two pages are read, with none one; nothing is lost."""
    with served(chain(24)) as web:
        site = site_of(web)
        assert run_site(site, tmp_path, FIRST)["counts"]["records"] == 24
        assert len(pages_asked(web)) == 4
        web.pages.update(chain(26))
        second = run_site(site, tmp_path, FIRST + timedelta(days=1))
        assert pages_asked(web) == [LIST, f"{LIST}?page=2"]
        third = run_site(site, tmp_path, FIRST + timedelta(days=2))
        assert pages_asked(web) == [LIST]
    assert (second["state"], third["state"]) == ("published", "published")
    assert (second["counts"]["new"], third["counts"]["new"]) == (2, 0)
    assert len(load(tmp_path / "town")) == 26
    reject = (tmp_path / "town" / "runs" / third["run"] / "rejects.jsonl").read_text(encoding="utf-8")
    assert json.loads(reject)["reason"] == "known"
    assert "all 6 entries of page 1 are in the dataset; page 2 was not asked for" in reject


def test_a_new_entry_that_is_pinned_to_every_page_is_news_once(tmp_path: Path) -> None:
    """The second page shows nothing else that is new, and ends the chain; the day after the first one does."""
    with served(chain(24)) as web:
        site = site_of(web)
        run_site(site, tmp_path, FIRST)
        pages_asked(web)
        for at, page in chain(24).items():
            if at.startswith(LIST):
                web.pages[at] = page.replace(b"<main>", b"<main>" + PINNED)
        second = run_site(site, tmp_path, FIRST + timedelta(days=1))
        assert pages_asked(web) == [LIST, f"{LIST}?page=2"]
        run_site(site, tmp_path, FIRST + timedelta(days=2))
        assert pages_asked(web) == [LIST]
    assert second["counts"]["new"] == 1
    reject = (tmp_path / "town" / "runs" / second["run"] / "rejects.jsonl").read_text(encoding="utf-8")
    assert "all 7 entries of page 2 are in the dataset or on a page before" in reject


def test_a_link_that_carries_a_session_or_a_slash_more_is_known(tmp_path: Path) -> None:
    """Entries are compared as the dataset names them, not as links are spelled."""
    with served(chain(24)) as web:
        site = site_of(web)
        run_site(site, tmp_path, FIRST)
        pages_asked(web)
        for path, body in chain(24).items():
            web.pages[path] = body.replace(b'/">', b'?PHPSESSID=0f3a&amp;utm_source=front">')
        again = run_site(site, tmp_path, FIRST + timedelta(days=1))
        assert pages_asked(web) == [LIST]
    assert (again["state"], again["counts"]["new"], again["counts"]["records"]) == ("published", 0, 24)


def calendar(*months: str) -> dict[str, bytes]:
    """The chain with all its days in a month; with several each entry comes back in each."""
    pages = chain(24)
    for path in pages:
        if path.startswith(LIST):
            start, end = (
                pages[path].index(b"<article"),
                pages[path].rindex(b"</article>") + len(b"</article>"),
            )
            shown = b"".join(pages[path][start:end].replace(b".10.26", month.encode()) for month in months)
            pages[path] = pages[path][:start] + shown + pages[path][end:]
    return pages


@pytest.mark.parametrize("events", [True, False])
def test_a_new_day_of_a_known_link_is_news(tmp_path: Path, *, events: bool) -> None:
    """A calendar shows each course under its link again and again, every time on another day."""
    # a link that the dataset has twice is of events, too
    before = [".11.26"] if events else [".11.26", ".12.26"]
    cells = {"entry": "article.post", "title": "h2 a", "date": "time", "excerpt": "p"}
    with served(calendar(*before)) as web:
        site = site_of(web, events=events, lists=[cells])
        first = run_site(site, tmp_path, FIRST)
        pages_asked(web)
        run_site(site, tmp_path, FIRST + timedelta(days=1))
        assert pages_asked(web) == [LIST]
        web.pages.update(calendar(".01.27"))
        run_site(site, tmp_path, FIRST + timedelta(days=2))
        assert len(pages_asked(web)) == 4
    assert (first["state"], first["counts"]["records"]) == ("published", 24 * len(before))


def test_a_change_on_a_page_of_known_entries_is_seen(tmp_path: Path) -> None:
    """A known entry whose teaser changed counts as changed: the page was read."""
    with served(chain(12, 2)) as web:
        run_site(site_of(web), tmp_path, FIRST)
        page = web.pages[LIST]
        web.pages[LIST] = page.replace(
            b"a port\xc3\xa9 sur les \xc3\xa9coles", "a porté sur les parcs".encode(), 1
        )
        again = run_site(site_of(web), tmp_path, FIRST + timedelta(days=1))
    assert (again["counts"]["new"], again["counts"]["changed"]) == (0, 1)


def test_a_chain_that_broke_is_read_again_from_the_start(tmp_path: Path) -> None:
    """A page that failed left a gap: until a run has read to the end, known entries end nothing."""
    with served(chain(24)) as web:
        site = site_of(web)
        web.status[f"{LIST}?page=3"] = 404
        first = run_site(site, tmp_path, FIRST)
        assert first["counts"]["records"] == 12
        assert (
            f"page 3 of {web.address}{LIST} could not be read (http_404): the list may go on" in first["says"]
        )
        web.status.clear()
        assert run_site(site, tmp_path, FIRST + timedelta(days=1))["counts"]["records"] == 24
        pages_asked(web)
        run_site(site, tmp_path, FIRST + timedelta(days=2))
        assert pages_asked(web) == [LIST]


def ending(newest: int, full: int = 3, last: int = SIZE) -> dict[str, bytes]:
    """The chain, whose last page names one more that the site does not have."""
    pages = chain(newest, full)
    path = f"{LIST}?page={full}"
    numbers = range(newest - (full - 1) * SIZE, newest - (full - 1) * SIZE - last, -1)
    pages[path] = listing(numbers, f"{LIST}?page={full + 1}")
    return pages


def three_days(web: Web, output: Path, *, after: int = 0, **keys: Any) -> list[tuple[str, int]]:
    """What three runs say and how many listing pages each asked for; the site fails with 500 after so many pages, if at all."""
    said = []
    for day in range(3):
        web.status = {f"{LIST}?page={after + 1}": 500} if after else {}
        verdict = run_site(site_of(web, **keys), output, FIRST + timedelta(days=day))
        assert verdict["state"] == "published"
        said.append((verdict["says"], len(set(pages_asked(web)))))
    return said


def test_a_chain_that_ends_at_a_page_that_is_not_there_twice_has_ended(tmp_path: Path) -> None:
    """Once it may be a gap, and the verdict says so; as in the run before, it is the end: the third run stops at what is known."""
    with served(ending(18)) as web:
        said = three_days(web, tmp_path)
        told = f"page 4 of {web.address}{LIST} could not be read (http_404): the list may go on"
    assert said == [(told, 4), ("", 4), ("", 1)]


def test_a_chain_that_ends_at_an_empty_answer_has_ended_too(tmp_path: Path) -> None:
    """An endpoint that names one more page after its last one gives no entries there."""
    entries = [
        {
            "title": f"Le conseil ouvre la séance numéro {n}",
            "url": f"/article-{n}/",
            "date": f"2026-10-{n:02}",
        }
        for n in range(12, 0, -1)
    ]
    pages = {LIST + (f"?page={n}" if n > 1 else ""): entries[6 * n - 6 : 6 * n] for n in (1, 2, 3)}
    with served({"/robots.txt": b"User-agent: *\nAllow: /\n"}) as web:
        for number, (path, items) in enumerate(pages.items(), 2):
            web.pages[path] = json.dumps({"items": items, "next": f"{LIST}?page={number}"}).encode()
        web.content_type = "application/json"
        said = three_days(web, tmp_path)
        told = f"page 3 of {web.address}{LIST} shows no entry: the list may go on"
    assert said == [(told, 3), ("", 3), ("", 1)]


def test_the_end_moves_as_the_list_grows(tmp_path: Path) -> None:
    """Further on it is the same end; before it, a gap."""
    with served(ending(18)) as web:
        whole = site_of(web, incremental=False)
        run_site(whole, tmp_path, FIRST)
        web.pages.update(ending(24, 4))
        grown = run_site(whole, tmp_path, FIRST + timedelta(days=1))
        web.status[f"{LIST}?page=3"] = 404
        gap = run_site(whole, tmp_path, FIRST + timedelta(days=2))
    assert (grown["says"], grown["counts"]["expected"]) == ("", 24)
    assert (gap["counts"]["entries"], gap["counts"]["expected"]) == (12, 24)
    assert f"page 3 of {web.address}{LIST} could not be read (http_404): the list may go on" in gap["says"]


@pytest.mark.parametrize(("last", "asked"), [(2, [4, 4, 1]), (SIZE, [4, 4, 4])])
def test_a_failing_page_ends_a_list_whose_last_page_is_short(
    tmp_path: Path, last: int, asked: list[int]
) -> None:
    """A server may fail beyond the last page, or at one bad page in the midst of a list of full pages."""
    with served(ending(18, last=last)) as web:
        said = three_days(web, tmp_path, after=3)
    assert [pages for _, pages in said] == asked


def test_a_raised_bound_on_pages_reaches_the_older_ones(tmp_path: Path) -> None:
    """As deep as `pages_max` is deep enough, until it is raised."""
    with served(chain(24)) as web:
        run_site(site_of(web, pages_max=2), tmp_path, FIRST)
        pages_asked(web)
        run_site(site_of(web, pages_max=2), tmp_path, FIRST + timedelta(days=1))
        assert pages_asked(web) == [LIST]
        raised = run_site(site_of(web, pages_max=9), tmp_path, FIRST + timedelta(days=2))
    assert raised["counts"]["records"] == 24


def test_entries_are_not_lost_step_by_step(tmp_path: Path) -> None:
    """The shrink gate measures against the last whole run, not against one whose chain broke."""
    with served(chain(24)) as web:
        site = site_of(web, incremental=False)
        run_site(site, tmp_path, FIRST)
        found = []
        for day, page in ((1, 3), (2, 2)):
            web.status = {f"{LIST}?page={page}": 404}
            found.append(run_site(site, tmp_path, FIRST + timedelta(days=day))["state"])
    assert found == ["published", "gates_failed"]


def test_without_the_key_every_page_is_read_again(tmp_path: Path) -> None:
    """What is known ends no chain unless the site file says so."""
    with served(chain(24)) as web:
        for day in range(2):
            run_site(site_of(web, incremental=False), tmp_path, FIRST + timedelta(days=day))
            assert len(pages_asked(web)) == 4


def test_the_bound_on_entries_is_held_by_the_dataset(tmp_path: Path) -> None:
    """A run that ends early has few entries of its own; `rows_min` and the shrink gate do not fail it."""
    with served(chain(24)) as web:
        site = site_of(web, expect={"rows_min": 20})
        run_site(site, tmp_path, FIRST)
        again = run_site(site, tmp_path, FIRST + timedelta(days=1))
    assert again["state"] == "published"
    assert [gate["says"] for gate in again["gates"] if gate["name"] == "rows_min"] == [
        "24 entries in the dataset (6 read, up to a page of known ones), expected at least 20"
    ]


def test_a_run_that_ended_at_known_entries_is_built_again_the_same(tmp_path: Path) -> None:
    """The archive tells that the chain was ended, so the raw lines come out alike."""
    with served(chain(24)) as web:
        site = site_of(web)
        run_site(site, tmp_path, FIRST)
        second = run_site(site, tmp_path, FIRST + timedelta(days=1))
        again = rebuild(site, tmp_path, second["run"], FIRST + timedelta(days=2))
    runs = [tmp_path / "town" / "runs" / verdict["run"] for verdict in (second, again)]
    lines = [
        [json.loads(line) for line in (run / "raw.jsonl").read_text("utf-8").splitlines()] for run in runs
    ]
    assert sorted_lines(lines[0]) == sorted_lines(lines[1])
    assert (runs[0] / "records.csv").read_bytes() == (runs[1] / "records.csv").read_bytes()


FORM = '<form method="post" action="/login"><input name="user"><input type="password" name="word"></form>'
ALSO = "".join(
    f'<div class="also"><a href="/aide/{n}/">Une autre aide, numéro {n}</a></div>' for n in range(6)
)


MENU = '<ul><li><a href="/fr/">Accueil</a></li><li><a href="/fr/mairie/">Mairie</a></li><li><a href="/fr/ecoles/">Écoles</a></li></ul>'
NOTICE = "<h1>Un instant</h1><p>Nous vérifions que vous n’êtes pas un robot.</p>"


def in_frame(pages: dict[str, bytes]) -> dict[str, bytes]:
    """The pages with the site's menu above the list."""
    return {path: body.replace(b"<body>", b"<body>" + MENU.encode()) for path, body in pages.items()}


@pytest.mark.parametrize("pinned", [False, True])
@pytest.mark.parametrize(
    ("shown", "reason", "told"),
    [
        (f"{MENU}<main><h1>Connexion</h1>{FORM}</main>{ALSO}", "login", "asks for a password"),
        (NOTICE, "other_page", "is another page"),
    ],
)
def test_another_page_in_place_of_one_is_no_end(
    tmp_path: Path, shown: str, reason: str, told: str, *, pinned: bool
) -> None:
    """It comes with status 200 and has no entries: the list goes on behind it, as the next run finds."""
    lists = [{"entry": "article.post", "title": "h2 a", "date": "time", "excerpt": "p"}] if pinned else []
    with served(in_frame(chain(24))) as web:
        site = site_of(web, lists=lists)
        page = web.pages[f"{LIST}?page=3"]
        web.pages[f"{LIST}?page=3"] = f"<!doctype html><html lang=fr><body>{shown}</body></html>".encode()
        first = run_site(site, tmp_path, FIRST)
        web.pages[f"{LIST}?page=3"] = page
        pages_asked(web)
        second = run_site(site, tmp_path, FIRST + timedelta(days=1))
        asked = pages_asked(web)
        run_site(site, tmp_path, FIRST + timedelta(days=2))
        assert pages_asked(web) == [LIST]
    assert (first["counts"]["records"], first["rejects"]) == (12, {reason: 1})
    assert first["says"] == f"page 3 of {web.address}{LIST} {told}: the list may go on"
    assert (second["counts"]["records"], second["says"], len(asked)) == (24, "", 4)


@pytest.mark.parametrize("frame", [MENU, MENU.replace('/"', '/?PHPSESSID=3fa">')], ids=["menu", "sessions"])
def test_an_empty_page_in_the_frame_of_the_others_is_the_end(tmp_path: Path, frame: str) -> None:
    """It links to where they link, whatever session the links carry."""
    cells = {"entry": "article.post", "title": "h2 a", "date": "time", "excerpt": "p"}
    with served(in_frame(chain(12, 2))) as web:
        onward = f'<a rel="next" href="{LIST}?page=3">Suivant</a>'
        web.pages[f"{LIST}?page=2"] = web.pages[f"{LIST}?page=2"].replace(
            b"</body>", f"{onward}</body>".encode()
        )
        web.pages[f"{LIST}?page=3"] = f"<html><body>{frame}<p>Aucun résultat</p>{ALSO}</body></html>".encode()
        verdict = run_site(site_of(web, lists=[cells]), tmp_path, FIRST)
    assert (verdict["says"], verdict["rejects"]) == ("", {"list_over": 1})


def test_an_empty_page_among_pages_without_a_frame_is_the_end(tmp_path: Path) -> None:
    """Their links are those of their entries: nothing tells what else the empty one could be."""
    cells = {"entry": "article.post", "title": "h2 a", "date": "time", "excerpt": "p"}
    with served(chain(12, 2)) as web:
        onward = f'<a rel="next" href="{LIST}?page=3">Suivant</a>'
        web.pages[f"{LIST}?page=2"] = web.pages[f"{LIST}?page=2"].replace(
            b"</body>", f"{onward}</body>".encode()
        )
        web.pages[f"{LIST}?page=3"] = f"<html><body>{NOTICE}</body></html>".encode()
        verdict = run_site(site_of(web, lists=[cells]), tmp_path, FIRST)
    assert (verdict["says"], verdict["rejects"]) == ("", {"list_over": 1})


def test_a_list_that_is_open_to_all_as_far_as_a_login_ends_there(tmp_path: Path) -> None:
    """Told once; in every run after it is how far the list goes."""
    with served(chain(24)) as web:
        web.pages[f"{LIST}?page=3"] = f"<!doctype html><html><body><main>{FORM}</main></body></html>".encode()
        said = three_days(web, tmp_path)
    told = f"page 3 of {web.address}{LIST} asks for a password: the list may go on"
    assert said == [(told, 3), ("", 3), ("", 1)]


def test_a_login_in_the_frame_of_every_page_is_none(tmp_path: Path) -> None:
    """The last page is empty, and has the same form as those before it."""
    cells = {"entry": "article.post", "title": "h2 a", "date": "time", "excerpt": "p"}
    with served(chain(12, 2)) as web:
        for path, last in ((LIST, ""), (f"{LIST}?page=2", f'<a rel="next" href="{LIST}?page=3">Suivant</a>')):
            web.pages[path] = web.pages[path].replace(b"<body>", f"<body>{FORM}{last}".encode())
        web.pages[f"{LIST}?page=3"] = (
            f"<html><body>{FORM}<main><p>Aucun résultat</p>{ALSO}</main></body></html>".encode()
        )
        verdict = run_site(site_of(web, lists=[cells]), tmp_path, FIRST)
    assert (verdict["says"], verdict["rejects"]) == ("", {"list_over": 1})
