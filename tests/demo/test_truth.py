"""The bundled site is damaged as its truth says: every damage is looked for in the bytes that are served."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from html import unescape
from importlib.resources import files
from typing import Any

import pytest

from scraper.demo.build import BOM, SLOW_SECONDS, build_site
from scraper.demo.content import Article, Listing, load

BASE = "http://site.example"
PLAN = load()
SITE = build_site(BASE, PLAN)
TRUTH: list[dict[str, Any]] = [
    json.loads(line)
    for line in (files("scraper.demo") / "truth.jsonl").read_text(encoding="utf-8").splitlines()
]
PAGES = {row["url"]: row for row in TRUTH if row["kind"] == "page"}
ENTRIES = {row["url"]: row for row in TRUTH if row["kind"] == "entry"}
ARTICLES: dict[str, tuple[Listing, Article]] = {
    listing.address(article): (listing, article) for listing in PLAN.listings for article in listing.articles
}

COUNTS = {
    "cut:é": 8,
    "cut:à": 2,
    "cut:ç": 1,
    "cut:“": 1,
    "cut:…": 1,
    "cut:€": 1,
    "cut:greek": 1,
    "cut:cjk": 1,
    "cut:bytes": 9,
    "cut:words": 14,
    "cut:characters": 13,
    "marker:…": 5,
    "marker:[…]": 3,
    "marker:[&hellip;]": 2,
    "marker:[&amp;hellip;]": 1,
    "marker:[&hel": 2,
    "teaser mojibake:cp1252": 4,
    "teaser mojibake:latin-1": 2,
    "teaser mojibake:twice": 2,
    "teaser mojibake:nbsp": 1,
    "title mojibake:cp1252": 1,
    "title mojibake:nbsp": 1,
    "own_page mojibake:cp1252": 1,
    "teaser entities:once": 1,
    "title entities:once": 1,
    "teaser entities:twice": 1,
    "teaser combining": 2,
    "title combining": 1,
    "teaser soft_hyphens": 1,
    "teaser zero_width": 1,
    "title zero_width": 1,
    "title caps": 2,
    "date:list_decides": 1,
    "date:impossible": 1,
    "date:missing": 1,
    "listed_twice": 1,
    "page:moved": 1,
    "page:gone": 1,
    "page:slow": 1,
    "page:robots": 1,
    "page:empty": 1,
    "charset:none": 1,
    "charset:false-windows-1252": 1,
    "charset:windows-1252": 1,
    "charset:bom": 1,
    "clean:quotes": 5,
    "clean:narrow_space": 2,
    "clean:typo": 1,
    "clean:full_width": 1,
    "clean:ellipsis": 1,
}

BLOCK = re.compile(
    rb'<h2 class="entry-title"><a href="(?P<url>[^"]+)" rel="bookmark">(?P<title>.*?)</a></h2>\n'
    rb'(?:<p class="entry-date">(?P<date>.*?)</p>\n)?'
    rb'<div class="entry-summary"><p>(?P<teaser>.*?)</p></div>',
    re.S,
)


def served() -> dict[str, list[tuple[str, dict[str, bytes]]]]:
    """Every entry as served: by link, the listing pages that show it and its cells as bytes."""
    found: dict[str, list[tuple[str, dict[str, bytes]]]] = {}
    for path in PAGES:
        for block in BLOCK.finditer(SITE[path].body):
            found.setdefault(block["url"].decode(), []).append((path, block.groupdict(b"")))
    return found


SERVED = served()


def kind(damage: str) -> dict[str, dict[str, Any]]:
    """The truth's entries that suffer one damage, by link."""
    return {url: row for url, row in ENTRIES.items() if damage in row["damage"]}


def teaser(url: str) -> bytes:
    """An entry's teaser, bytes as served."""
    return SERVED[url][0][1]["teaser"]


def title(url: str) -> bytes:
    """An entry's title, bytes as served."""
    return SERVED[url][0][1]["title"]


def whole(url: str) -> str:
    """The text an entry's teaser was cut from."""
    return ARTICLES[url][1].paragraphs[0]


def test_each_damage_is_there_as_often_as_planned() -> None:
    """The truth holds every damage exactly as often as this table says, and none beside."""
    assert Counter(damage for row in TRUTH for damage in row["damage"]) == COUNTS


def test_the_site_is_large_enough() -> None:
    """At least 60 entries stand on at least 4 listing pages, most of them French, in eight languages."""
    languages = Counter(row["language"] for row in ENTRIES.values())
    assert len(ENTRIES) >= 60
    assert len(PAGES) >= 4
    assert set(languages) == {"fr", "en", "de", "es", "pl", "el", "ar", "ja"}
    assert languages["fr"] > len(ENTRIES) / 2


def test_truth_and_site_name_the_same_entries() -> None:
    """Every entry of the truth is served, and every served entry is in the truth."""
    assert set(SERVED) == set(ENTRIES)
    assert {path for seen in SERVED.values() for path, _ in seen} == set(PAGES)


def test_titles_dates_and_languages_are_the_authors() -> None:
    """The truth's title, date and language are the undamaged content's."""
    for url, row in ENTRIES.items():
        article = ARTICLES[url][1]
        assert (row["title"], row["date"] or "", row["language"]) == (
            article.title,
            article.date,
            article.language,
        )


@pytest.mark.parametrize(
    ("damage", "lost"),
    [("cut:é", "é"), ("cut:à", "à"), ("cut:ç", "ç"), ("cut:“", "“"), ("cut:…", "…"), ("cut:€", "€"),
     ("cut:greek", "ι"), ("cut:cjk", "近")],
)  # fmt: skip
def test_a_cut_by_bytes_leaves_half_the_character(damage: str, lost: str) -> None:
    """Each such teaser has 210 bytes and ends in the first ones of the character its text has next."""
    rows = kind(damage)
    assert rows
    for url, row in rows.items():
        if "teaser mojibake:cp1252" in row["damage"]:
            continue  # its half character became a letter; the next test holds it
        sent = teaser(url)
        text = sent.decode("utf-8", "ignore")
        half = sent[len(text.encode()) :]
        assert len(sent) == 210
        assert half
        assert lost.encode().startswith(half)
        assert half != lost.encode()
        assert whole(url).startswith(text + lost)


def test_half_a_character_can_become_a_letter() -> None:
    """A teaser cut by bytes and then read as windows-1252 ends in a letter that stands for the lone byte."""
    [url] = [url for url in kind("teaser mojibake:cp1252") if "cut:é" in ENTRIES[url]["damage"]]
    sent = teaser(url).decode()
    assert sent.endswith("Ã")
    assert sent.encode("cp1252") == whole(url).encode()[:210]


def test_cuts_by_words_keep_thirty() -> None:
    """Each such teaser, read without its other damage, is the text's first thirty words."""
    for url, row in kind("cut:words").items():
        assert row["excerpt"] == " ".join(whole(url).split(" ")[:30])
        assert (row["cut"], row["source"], row["proof"]) == ("sentence", "listing", [])


@pytest.mark.parametrize("marker", ["…", "[…]", "[&hellip;]", "[&amp;hellip;]", "[&hel"])
def test_cuts_by_characters_are_marked(marker: str) -> None:
    """Each such teaser is the text's first 160 characters and the marker, as page source."""
    for url in kind(f"marker:{marker}"):
        sent = teaser(url).decode()
        assert sent.endswith(marker)
        assert unescape(sent.removesuffix(marker).rstrip()) == whole(url)[:160].rstrip()


def test_a_cut_entity_is_no_entity() -> None:
    """The marker that was cut itself stands before the closing tag without a semicolon."""
    for url in kind("marker:[&hel"):
        path, _ = SERVED[url][0]
        assert b" [&hel</p>" in SITE[path].body


@pytest.mark.parametrize(
    ("damage", "codec", "times"),
    [("mojibake:cp1252", "cp1252", 1), ("mojibake:latin-1", "latin-1", 1), ("mojibake:twice", "cp1252", 2)],
)
def test_mojibake_reads_back(damage: str, codec: str, times: int) -> None:
    """Sent through the wrong code page back again, each damaged cell starts the text it was made from."""
    for row, cell, original in cells(damage):
        text = cell.decode()
        for _ in range(times):
            text = text.encode(codec).decode("utf-8", "ignore")
        assert original.startswith(text), row["url"]
        assert text != cell.decode()


def test_latin_1_hides_controls() -> None:
    """UTF-8 read as ISO 8859-1 holds control characters that windows-1252 would have shown."""
    for _, cell, _ in cells("mojibake:latin-1"):
        assert re.search(r"[\x80-\x9f]", cell.decode())


def test_an_a_with_circumflex_stands_before_the_colon() -> None:
    """A no-break space read through the wrong code page shows as `Â`, once with a plain space behind it."""
    shown = [cell.decode() for _, cell, _ in cells("mojibake:nbsp")]
    assert sorted(re.findall("Â.:", " ".join(shown))) == ["Â :", "Â\N{NO-BREAK SPACE}:"]


def test_entities_are_escaped_once_and_twice_too_often() -> None:
    """Unescaping the page once leaves entities; unescaping it again, or twice again, gives the text."""
    for damage, more in (("entities:once", 1), ("entities:twice", 2)):
        for _, cell, original in cells(damage):
            text = cell.decode()
            for _ in range(more):
                text = unescape(text)
                assert re.search(r"&\w+;", text)
            assert original.startswith(unescape(text))


def test_accents_stand_apart() -> None:
    """Each such cell is decomposed and composes to its text."""
    for _, cell, original in cells("combining"):
        text = cell.decode()
        assert unicodedata.is_normalized("NFD", text)
        assert unicodedata.normalize("NFC", text) == original != text


@pytest.mark.parametrize(("damage", "character"), [("soft_hyphens", "\u00ad"), ("zero_width", "\u200b")])
def test_invisible_characters_are_inside_words(damage: str, character: str) -> None:
    """Without the invisible character each such cell starts its text."""
    for _, cell, original in cells(damage):
        text = cell.decode()
        assert re.search(rf"\w{character}\w", text)
        assert original.startswith(text.replace(character, ""))


def test_capitals_are_the_authors() -> None:
    """ALL CAPS titles are served as they were written, and are what a dataset must hold."""
    for url, row in kind("title caps").items():
        assert title(url).decode() == row["title"] == row["title"].upper()


def test_pages_name_what_they_name() -> None:
    """Header and head agree on each page: no charset, a false one, a true legacy one, a byte order mark."""
    for path, row in PAGES.items():
        reply = SITE[path]
        header = reply.headers["Content-Type"].partition("charset=")[2]
        meta = re.search(rb'<meta charset="(.*?)">', reply.body)
        assert header == (meta[1].decode() if meta else "")
        [charset] = row["damage"] or ["charset:utf-8"]
        false = header == "windows-1252" and row["encoding"] == "utf-8"
        assert false == (charset == "charset:false-windows-1252")
        assert (header == "") == (charset == "charset:none")
        assert reply.body.startswith(BOM) == (charset == "charset:bom")


def test_only_the_legacy_page_is_no_utf_8() -> None:
    """But for the lone bytes at the cuts every page is UTF-8; the legacy page is not."""
    for path, row in PAGES.items():
        body = SITE[path].body
        if row["encoding"] == "windows-1252":
            assert b"\x92" in body
            assert "’" in body.decode("cp1252")
            continue
        cuts = [cells["teaser"] for seen in SERVED.values() for where, cells in seen if where == path]
        broken = sum(cell.decode("utf-8", "ignore").encode() != cell for cell in cuts)
        assert body.decode("utf-8", "replace").count("\ufffd") == broken


def test_dates_need_their_list() -> None:
    """Exactly one date of the dd.mm.yy list also reads month first; one cannot be, one is not there."""
    [list_decides], [impossible], [missing] = (
        kind(f"date:{name}") for name in ("list_decides", "impossible", "missing")
    )
    shown = {
        url: SERVED[url][0][1]["date"].decode() for url, row in ENTRIES.items() if row["list"] == "actualites"
    }
    both = [url for url, date in shown.items() if date and int(date[:2]) <= 12 and int(date[3:5]) <= 12]
    assert both == [list_decides]
    assert shown[list_decides] == "05.04.26"
    assert shown[impossible] == "31.02.26"
    assert shown[missing] == ""
    assert [ENTRIES[url]["date"] for url in (list_decides, impossible, missing)] == ["2026-04-05", None, None]


def test_lists_run_from_new_to_old() -> None:
    """Dates fall in every list, so that order is evidence."""
    for listing in PLAN.listings:
        days = [article.date for article in listing.articles if article.date]
        assert days == sorted(days, reverse=True)


def test_one_entry_is_listed_twice() -> None:
    """One entry closes a page and opens the next; all others are shown once."""
    assert {url: [path for path, _ in seen] for url, seen in SERVED.items() if len(seen) > 1} == {
        url: ["/actualites/", "/actualites/page/2/"] for url in kind("listed_twice")
    }


def test_own_pages_are_moved_gone_slow_closed_or_empty() -> None:
    """Every other entry's page answers at once with the whole text."""
    for url, row in ENTRIES.items():
        reply, access = SITE[url], {d.removeprefix("page:") for d in row["damage"] if d.startswith("page:")}
        assert (reply.status == 301) == ("moved" in access)
        assert (reply.status == 404) == ("gone" in access)
        assert reply.wait == (SLOW_SECONDS if "slow" in access else 0)
        closed = url.startswith(SITE["/robots.txt"].body.decode().split("Disallow: ")[1].strip())
        assert closed == ("robots" in access)
        page = SITE[reply.headers["Location"]] if "moved" in access else reply
        text = unescape(page.body.decode())
        damaged = bool(access & {"gone", "empty"}) or "own_page mojibake:cp1252" in row["damage"]
        assert all((paragraph in text) != damaged for paragraph in ARTICLES[url][1].paragraphs)


def test_the_feed_holds_some_teasers_whole() -> None:
    """What the truth calls proven by the feed is in the feed, whole; nothing else is called so."""
    feed = unescape(SITE["/feed/"].body.decode())
    in_feed = {url for url in ENTRIES if f"<link>{BASE}{url}</link>" in feed}
    cut = {url for url, row in ENTRIES.items() if row["cut"] in ("word", "character")}
    assert {url for url, row in ENTRIES.items() if "feed" in row["proof"]} == in_feed & cut
    assert all(f"<description>{whole(url)}</description>" in feed for url in in_feed)
    assert not in_feed & (set(kind("page:robots")) | set(kind("date:impossible")) | set(kind("date:missing")))


def test_excerpts_go_to_the_end_of_the_cut_word() -> None:
    """An excerpt ends with the word the cut fell in; unproven, it stops before the lost character."""
    for row in ENTRIES.values():
        text, excerpt = whole(row["url"]), row["excerpt"]
        assert text.startswith(excerpt)
        after = text[len(excerpt) :]
        if row["source"] == "trimmed":
            assert not row["proof"]
            assert row["damage"][0].removeprefix("cut:") == after[0]
        elif row["cut"] == "no":
            assert after == ""
        else:
            # a lost sign that is no letter ends no word: the excerpt ends with it
            assert after[0] == " " or row["language"] == "ja" or not excerpt[-1].isalnum()
        assert row["source"] in ("listing", "trimmed") or row["source"] == row["proof"][0]


def test_clean_text_is_what_it_claims() -> None:
    """Quotes, narrow spaces, a typo, full-width forms and an author's ellipsis are served as written."""
    signs = {
        "clean:quotes": "[«“„’]",
        "clean:narrow_space": "\N{NARROW NO-BREAK SPACE}",
        "clean:typo": "acceuil.*lecture,les",
        "clean:full_width": "[０-９].*ＰＤＦ",
        "clean:ellipsis": "…$",
    }
    for damage, sign in signs.items():
        for url, row in kind(damage).items():
            path, cells = SERVED[url][0]
            assert unescape(cells["teaser"].decode(PAGES[path]["encoding"])) == row["excerpt"]
            assert re.search(sign, row["excerpt"])


def test_the_site_stays_small() -> None:
    """Content, plan and truth together weigh less than 400 kB in the wheel."""
    folder = files("scraper.demo")
    data = [*(folder / "content").iterdir(), *(f for f in folder.iterdir() if f.is_file())]
    assert sum(len(file.read_bytes()) for file in data) < 400_000


def cells(damage: str) -> list[tuple[dict[str, Any], bytes, str]]:
    """Cells that suffer one damage: the entry's truth, the bytes as served, the text they were made from."""
    found = []
    for url, row in ENTRIES.items():
        article = ARTICLES[url][1]
        if f"title {damage}" in row["damage"]:
            found.append((row, title(url), article.title))
        if f"teaser {damage}" in row["damage"]:
            found.append((row, teaser(url), article.paragraphs[0]))
    assert found
    return found
