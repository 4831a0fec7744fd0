"""One list of several, or one field of a list, that a redesign took from its selectors: found by structure, and told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from scraper.known_entries import TO_THE_END
from tests.network.crawling import Crawled, crawled, sorted_lines
from tests.web import Web, served

NEWS = {"name": "news", "entry": "article.post", "title": "h2 a", "date": "time", "excerpt": "p"}
NOTICES = {**NEWS, "name": "notices", "entry": "article.notice"}
STALE = "selectors_found_nothing"


def articles(kind: str, numbers: range, heading: str = "h2", link: str = "") -> str:
    """Entries of one kind: a class that a redesign changes, like the heading and the class of the link."""
    return "".join(
        f'<article class="{kind}"><{heading}>{f"Vessel {n} of the {kind} fleet" if link else _link(kind, n)}</{heading}>'
        f"<time>{28 - n % 28:02}.10.2026</time><p>Vessel {n} was repaired at the northern dock and sails again this week.</p>"
        f"{f'<a class={link} href=/{kind[0]}/{n}/>Go on</a>' if link else ''}</article>"
        for n in numbers
    )


def _link(kind: str, n: int) -> str:
    return f'<a href="/{kind[0]}/{n}/">Vessel {n} of the {kind} fleet</a>'


def page(*parts: str, after: str = "") -> bytes:
    following = f'<nav><a rel="next" href="{after}">Older</a></nav>' if after else ""
    return f'<!doctype html><html lang="en"><body><main>{"".join(parts)}</main>{following}</body></html>'.encode()


def crawl(web: Web, folder: Path, *starts: str, lists: list[dict[str, str]], **keys: Any) -> Crawled:
    folder.mkdir(exist_ok=True)
    made = crawled(
        folder, *(web.address + start for start in starts), lists=lists, detail="never", feed="never", **keys
    )
    assert sorted_lines(made.again()) == sorted_lines(made.lines)
    return made


def names(made: Crawled) -> dict[str, int]:
    found = [line["list"] for line in made.of("entry")]
    return {name: found.count(name) for name in dict.fromkeys(found)}


def told(made: Crawled) -> list[str]:
    return [line["detail"] for line in made.of("reject") if line["reason"] == STALE]


def test_a_list_whose_class_is_gone_is_found_by_structure(tmp_path: Path) -> None:
    """Its entries keep the list's name, on later pages too; the reject and the verdict say what is stale."""
    pages = {
        "/": page(
            articles("post", range(9)), "<h2>Notices</h2>", articles("bulletin", range(20, 27)), after="/2"
        ),
        "/2": page(articles("post", range(9, 18)), articles("bulletin", range(27, 32))),
    }
    with served(pages) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS, NOTICES])
    assert names(made) == {"news": 18, "notices": 12}
    first, _ = told(made)
    assert first == "list 'notices': 'article.notice' finds no entry; 7 entries found by structure instead"
    assert "see listmend check strange" in made.outcome.says


def test_a_list_that_is_built_anew_is_found_among_others(tmp_path: Path) -> None:
    """What is read most, links alone, takes no list's place."""
    notices = "".join(
        f'<li><strong><a href="/notice/{n}/">Notice {n} to the masters of all vessels</a></strong><em>{28 - n}.10.2026</em>'
        f"<div>Berth {n} is closed to visitors until the end of next week, the office says.</div></li>"
        for n in range(7)
    )
    most = "".join(f'<li><a href="/p/{n}/">Vessel {n} was read of most often</a></li>' for n in range(50, 58))
    body = page(articles("post", range(9)), f"<ul>{most}</ul>", f"<h2>Notices</h2><ul>{notices}</ul>")
    with served({"/": body}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS, NOTICES])
    assert names(made) == {"news": 9, "notices": 7}
    assert all(
        "/notice/" in line["url"] and line["excerpt"]
        for line in made.of("entry")
        if line["list"] == "notices"
    )


def test_a_list_that_nothing_resembles_is_told(tmp_path: Path) -> None:
    """The others are read; a menu beside them takes nobody's place."""
    menu = "".join(f'<li><a href="/m/{n}/">Part {n} of the harbour</a></li>' for n in range(8))
    with served({"/": page(articles("post", range(9)), f"<ul>{menu}</ul>")}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS, NOTICES])
    assert names(made) == {"news": 9}
    assert told(made) == [
        "list 'notices': 'article.notice' finds no entry; nor does structure find another list"
    ]


def test_lists_that_stand_on_pages_of_their_own_are_all_there(tmp_path: Path) -> None:
    """A start page shows one list, the next the other; a list that only the first page has is missed on no later one."""
    pages = {
        "/news": page(articles("post", range(9)), after="/news/2"),
        "/news/2": page(articles("post", range(9, 12))),
        "/notices": page(articles("notice", range(20, 27))),
    }
    with served(pages) as web:
        made = crawl(web, tmp_path, "/news", "/notices", lists=[NEWS, NOTICES])
    assert (names(made), told(made)) == ({"news": 12, "notices": 7}, [])


def test_a_start_page_that_shows_nothing_any_more_is_told(tmp_path: Path) -> None:
    """The verdict names it, with a site file of selectors and without one."""
    pages = {"/news": page(articles("post", range(9))), "/notices": page("<p>Nothing at present.</p>")}
    with served(pages) as web:
        for number, lists in enumerate(([NEWS, NOTICES], [])):
            made = crawl(web, tmp_path / str(number), "/news", "/notices", lists=lists)
            assert len(made.of("entry")) == 9
            assert "1 start page without a list" in made.outcome.says


def test_titles_whose_selector_is_stale_are_found_by_structure(tmp_path: Path) -> None:
    """The entries are those of the list's selector, with all their cells."""
    with served({"/": page(articles("post", range(9), heading="h3"))}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS])
    entries = made.of("entry")
    assert [line["title"] for line in entries] == [f"Vessel {n} of the post fleet" for n in range(9)]
    assert all(line["url"] and line["date"] and line["excerpt"] for line in entries)
    assert told(made) == [
        "list 'news': title = 'h2 a' fills none of its 9 entries; found by structure instead"
    ]


def test_a_stale_titles_link_is_found_with_it(tmp_path: Path) -> None:
    """The link was the title's; the first link of an entry is that of its picture, which leads to the berth."""
    body = articles("post", range(9), heading="h3").replace(
        "<h3>", '<a href="/berth/"><img src="x.png"></a><h3>'
    )
    with served({"/": page(body)}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS])
        assert [line["url"] for line in made.of("entry")] == [f"{web.address}/p/{n}/" for n in range(9)]
    assert len(told(made)) == 1


def test_links_whose_selector_is_stale_are_found_by_structure(tmp_path: Path) -> None:
    """A list that names no link may have none: that is told by nobody."""
    form = {**NEWS, "title": "h2", "link": "a.more"}
    with served({"/": page(articles("post", range(9), link="onward"))}) as web:
        made = crawl(web, tmp_path, "/", lists=[form])
        assert [line["url"] for line in made.of("entry")] == [f"{web.address}/p/{n}/" for n in range(9)]
        assert "link = 'a.more' fills none of its 9 entries" in told(made)[0]
    bare = articles("post", range(9), link="onward").replace("<a ", "<b ").replace("</a>", "</b>")
    with served({"/": page(bare)}) as web:
        made = crawl(web, tmp_path / "bare", "/", lists=[{**NEWS, "title": "h2"}])
    assert ({line["url"] for line in made.of("entry")}, told(made)) == ({""}, [])


def test_a_page_without_entries_after_pages_that_had_them_is_the_end(tmp_path: Path) -> None:
    """What else stands there is no part of the list; the chain went to its end, by selectors as by structure."""
    also = "".join(
        f'<div class="also"><a href="/z/{n}/">Another story, number {n}</a></div>' for n in range(6)
    )
    pages = {
        "/": page(articles("post", range(9)), after="/2"),
        "/2": page(articles("post", range(9, 18)), after="/3"),
        "/3": page("<p>No results</p><h2>You may also like</h2>", also, after="/4"),
    }
    with served(pages) as web:
        for number, lists in enumerate(([NEWS], [])):
            made = crawl(web, tmp_path / str(number), "/", lists=lists)
            assert len(made.of("entry")) == 18
            assert (made.outcome.rejects, made.outcome.says) == ({"list_over": 1}, "")
            assert made.outcome.depths == {web.address + "/": TO_THE_END}
            assert "/4" not in web.asked


def test_a_first_page_without_entries_is_no_end(tmp_path: Path) -> None:
    """There the selectors are stale."""
    with served({"/": page(articles("bulletin", range(9)))}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS])
    assert (len(made.of("entry")), made.outcome.rejects) == (9, {STALE: 1})


def rulings(numbers: range, columns: str) -> str:
    """A table whose columns are named by their cells alone."""
    cells = {
        "number": "<td>{n}-26</td>",
        "day": "<td>{day:02}.10.2026</td>",
        "title": "<td><a href=/r/{n}/>Vessel {n} against the harbour</a></td>",
        "judge": "<td>Judge Berthold</td>",
    }
    row = "<tr>" + "".join(cells[column] for column in columns.split()) + "</tr>"
    return "<table class=rulings>" + "".join(row.format(n=n, day=28 - n % 28) for n in numbers) + "</table>"


def test_dates_of_a_column_that_moved_are_found_by_structure(tmp_path: Path) -> None:
    """The table has a column less: where the days stood is the judge's name, which is no date."""
    form = {"name": "rulings", "entry": "table.rulings tr", "title": "a", "date": "td:nth-child(3)"}
    with served({"/": page(rulings(range(9), "title day judge"))}) as web:
        made = crawl(web, tmp_path, "/", lists=[form])
    assert [line["date"] for line in made.of("entry")] == [f"{28 - n:02}.10.2026" for n in range(9)]
    assert made.outcome.rejects == {"cells_by_structure": 1}
    [line] = made.of("reject")
    assert line["detail"] == (
        "list 'rulings': date = 'td:nth-child(3)' fills none of its 9 entries; found by structure instead"
    )
    assert "see listmend check strange" in made.outcome.says


def test_teasers_whose_selector_is_stale_are_found_by_structure(tmp_path: Path) -> None:
    """A page of which few entries have a teaser by the selector, and few by structure, is as the site is."""
    form = {**NEWS, "excerpt": "div.teaser"}
    with served({"/": page(articles("post", range(9)))}) as web:
        made = crawl(web, tmp_path, "/", lists=[form])
    assert all("was repaired" in line["excerpt"] for line in made.of("entry"))
    assert made.outcome.rejects["cells_by_structure"] == 1
    bare = re.sub("<p>.*?</p>", "", articles("post", range(8)))
    with served({"/": page(articles("post", range(8, 10)), bare)}) as web:
        made = crawl(web, tmp_path / "bare", "/", lists=[NEWS])
    assert len(made.of("entry")) == 10
    assert "cells_by_structure" not in made.outcome.rejects


def test_teasers_that_are_all_but_a_stale_date_are_found_with_it(tmp_path: Path) -> None:
    """`p:not(.day)` is the day, too, once that has another class."""
    form = {**NEWS, "date": "p.day", "excerpt": "p:not(.day)"}
    body = re.sub("<time>(.*?)</time>", r"<p class=when>\1</p>", articles("post", range(9)))
    with served({"/": page(body)}) as web:
        made = crawl(web, tmp_path, "/", lists=[form])
    assert all(line["excerpt"].startswith("Vessel") and line["date"] for line in made.of("entry"))
    assert made.outcome.rejects["cells_by_structure"] == 1


def test_entries_of_a_class_that_the_file_does_not_know_are_told_and_not_taken(tmp_path: Path) -> None:
    """Who wants two posts of a mixed list names them; a list that has become short is for the gates."""
    body = page(articles("bulletin", range(20, 29)), articles("post", range(2)))
    with served({"/": body}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS])
    assert (len(made.of("entry")), made.outcome.says) == (2, "")
    [line] = made.of("reject")
    assert (line["reason"], line["detail"]) == (
        "selectors_found_less",
        "list 'news': 'article.post' finds 2 of 11 entries that structure shows; not 'Vessel 20 of the bulletin fleet'",
    )


def test_a_few_entries_that_selectors_pass_by_are_told(tmp_path: Path) -> None:
    """They may be left out on purpose; without the cells that all others have they are no entries."""
    body = page(articles("lead", range(40, 41)), articles("post", range(9)))
    with served({"/": body}) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS])
    assert (len(made.of("entry")), made.outcome.says) == (9, "")
    assert [line["detail"] for line in made.of("reject") if line["reason"] == "selectors_found_less"] == [
        "list 'news': 'article.post' finds 9 of 10 entries that structure shows; not 'Vessel 40 of the lead fleet'"
    ]
    undated = re.sub("<time>.*?</time>", "", articles("lead", range(40, 41)))
    with served({"/": page(undated, articles("post", range(9)))}) as web:
        made = crawl(web, tmp_path / "undated", "/", lists=[NEWS])
    assert len(made.of("entry")) == 9
    assert "selectors_found_less" not in made.outcome.rejects


def test_a_last_page_is_asked_for_entries_that_selectors_miss(tmp_path: Path) -> None:
    """A full page of the chain is believed, one with fewer entries than the first is looked at."""
    pages = {
        "/": page(articles("post", range(9)), after="/2"),
        "/2": page(articles("post", range(9, 18)), articles("lead", range(40, 42)), after="/3"),
        "/3": page(articles("post", range(18, 20)), articles("bulletin", range(20, 26))),
    }
    with served(pages) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS])
    assert len(made.of("entry")) == 20
    assert made.outcome.rejects == {"selectors_found_less": 1}


def test_a_redesign_that_takes_all_selectors_is_read_to_its_end(tmp_path: Path) -> None:
    """Where the lists are found by structure, so is the next page: of a relaunch more is seen than its first page."""
    pages = {
        "/": page(articles("card", range(9), "h3"), after="/2"),
        "/2": page(articles("card", range(9, 18), "h3"), after="/3"),
        "/3": page(articles("card", range(18, 24), "h3")),
    }
    with served(pages) as web:
        made = crawl(web, tmp_path, "/", lists=[NEWS], next="a.older")
        assert len(made.of("entry")) == 24
        whole = {**NEWS, "entry": "article.card", "title": "h3 a"}
        kept = crawl(web, tmp_path / "kept", "/", lists=[whole], next="a.older")
    assert len(kept.of("entry")) == 9  # while its selectors hold, a site file's word for the next page does
