"""`check`: what is drift, what is not, and which lines it proposes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from scraper.pages.archive_reader import Kept
from scraper.site_files.checking import check
from scraper.site_files.findings import Finding, Source, mended
from scraper.site_files.golden import load_golden, rows_of, save_golden
from scraper.verbs.check_table import told
from tests.kept import CLOCK, FILE, START, Look, kept, page_html, site_file, two_pages


def found(folder: Path, look: Look = Look(), text: str = FILE) -> Finding:  # noqa: B008 - frozen
    return check(site_file(folder, text)[1], Source("here", two_pages(look)))


def lines(finding: Finding) -> list[tuple[str, str, str]]:
    return [(change.key, change.old, change.new) for drift in finding.drifts for change in drift.changes]


def test_a_file_that_fits_has_no_drift(tmp_path: Path) -> None:
    """Entries, filled fields and the next page are counted."""
    finding = found(tmp_path)
    assert finding.drifts == ()
    assert finding.next == START + "page/2/"
    (counts,) = finding.lists
    assert (counts["name"], counts["entries"]) == ("nouvelles", 11)
    assert counts["filled"] == {"title": 11, "link": 11, "date": 11, "excerpt": 11}


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (Look(entry="actu"), [("entry", "div.nouvelle", "div.actu")]),
        (Look(date="date"), [("date", ".jour", "span.date")]),
        (Look(title="tete"), [("title", "h3.titre", "h3")]),
        (Look(teaser="intro"), [("excerpt", ".chapeau", "p.intro")]),
        (Look(following="apres"), [("next", "a.suite", "a.apres")]),
        (
            Look(entry="actu", date="date"),
            [("entry", "div.nouvelle", "div.actu"), ("date", ".jour", "span.date")],
        ),
    ],
    ids=["entry", "date", "title", "excerpt", "next", "entry and date"],
)
def test_the_changed_line_is_proposed_and_no_other(
    tmp_path: Path, look: Look, expected: list[tuple[str, str, str]]
) -> None:
    """A renamed class leads to the one line that names it; lines that still work stay."""
    assert lines(found(tmp_path, look)) == expected


@pytest.mark.parametrize("look", [Look(entry="actu"), Look(date="date"), Look("a", "b", "c", "d", "e")])
def test_the_proposed_lines_mend_the_file(tmp_path: Path, look: Look) -> None:
    """With its lines changed the file fits again and gives the rows it gave before the redesign."""
    _, site = site_file(tmp_path)
    pages = two_pages(look)
    changes = [change for drift in check(site, Source("here", pages)).drifts for change in drift.changes]
    new = mended(site, changes)
    assert check(new, Source("here", pages)).drifts == ()
    assert rows_of(new, pages) == rows_of(site, two_pages())


def test_old_and_new_stand_side_by_side(tmp_path: Path) -> None:
    """A drift shows what the file finds and what the page shows."""
    (drift,) = found(tmp_path, Look(entry="actu")).drifts
    assert drift.says == "list 'nouvelles': 'div.nouvelle' finds no entry on 2 pages"
    assert drift.old == ()
    assert drift.new[0].startswith("8 entries")
    assert drift.new[1].startswith("La passerelle numéro 0")


def test_a_selector_that_finds_a_part_is_drift(tmp_path: Path) -> None:
    """One pinned entry that kept its class does not hide that the list is gone."""
    old = page_html(range(1))
    mixed = page_html(range(1, 9), Look(entry="nouvelle-carte")).replace(
        b'<main id="liste">', old[old.index(b"<main") : old.index(b"</main>")]
    )
    finding = check(site_file(tmp_path)[1], Source("here", (kept(mixed),)))
    assert any("miss 8 of the 9 entries" in drift.says for drift in finding.drifts)


def test_a_page_without_any_list_is_drift_without_a_proposal(tmp_path: Path) -> None:
    """Where nothing is found nothing is made up."""
    empty = kept(b"<!doctype html><html><body><main><p>En travaux.</p></main></body></html>")
    finding = check(site_file(tmp_path)[1], Source("here", (empty,)))
    assert [drift.changes for drift in finding.drifts] == [()]


def test_a_file_without_lists_is_checked_by_structure(tmp_path: Path) -> None:
    """A site whose lists are found by structure drifts when there are none."""
    text = FILE[: FILE.index("[[lists]]")]
    assert found(tmp_path, text=text).drifts == ()
    assert sum(counts["entries"] for counts in found(tmp_path, text=text).lists) >= 8
    empty = kept(b"<!doctype html><html><body><main><p>En travaux.</p></main></body></html>")
    (drift,) = check(site_file(tmp_path, text)[1], Source("here", (empty,))).drifts
    assert "no list found by structure" in drift.says


def test_refused_pages_are_told(tmp_path: Path) -> None:
    """A page that failed is no drift and is not forgotten."""
    pages = (two_pages()[0], replace(two_pages()[1], status=500))
    finding = check(site_file(tmp_path)[1], Source("here", pages))
    assert finding.drifts == ()
    assert (finding.pages, len(finding.refused)) == (1, 1)
    assert "http_500" in finding.refused[0]


def test_a_field_the_site_leaves_out_now_and_then_is_no_drift(tmp_path: Path) -> None:
    """Without golden rows a field is missed only where no entry fills it."""
    pages = (kept(two_pages()[0].body.replace(b"chapeau", b"sans", 6)),)
    assert check(site_file(tmp_path)[1], Source("here", pages)).drifts == ()


def test_golden_rows_make_a_field_that_fell_to_a_few_drift(tmp_path: Path) -> None:
    """With golden rows half of what was filled is the least."""
    _, site = site_file(tmp_path)
    rows = tuple(rows_of(site, two_pages()))
    fewer = (kept(two_pages()[0].body.replace(b"chapeau", b"sans", 6)),)
    says = [drift.says for drift in check(site, Source("golden", fewer, rows)).drifts]
    assert any("excerpt = '.chapeau' fills 2 of 8 entries" in told for told in says)


def test_a_changed_file_shows_against_its_golden_rows(tmp_path: Path) -> None:
    """An edit that changes cells is drift, and the first odd cell is shown."""
    _, site = site_file(tmp_path)
    golden = tuple(rows_of(site, two_pages()))
    _, edited = site_file(tmp_path, FILE.replace('excerpt = ".chapeau"', 'excerpt = "h3"'))
    (drift,) = check(edited, Source("golden", two_pages(), golden)).drifts
    assert drift.says == "golden rows: 11 of 11 rows differ, the first in excerpt"
    assert (drift.old[0][:12], drift.new[0][:12]) == ("Les travaux ", "La passerell")


def test_golden_pages_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """Bytes, addresses, headers and rows survive the folder."""
    file, site = site_file(tmp_path)
    pages = (kept(two_pages()[0].body + b"exhort\xc3", START + "?q=%22"),)
    rows = rows_of(site, pages)
    save_golden(file, pages, rows, CLOCK)
    assert load_golden(file) == (pages, rows, CLOCK)


def test_a_line_number_leads_to_the_line(tmp_path: Path) -> None:
    """The plain data of a drift name the line and both texts."""
    file, site = site_file(tmp_path)
    finding = check(site, Source("here", two_pages(Look(date="date"))))
    change = told(site, file, [finding], 3)["findings"][0]["drifts"][0]["changes"][0]
    assert (change["line"], change["old_line"], change["new_line"]) == (
        9,
        'date = ".jour"',
        'date = "span.date"',
    )


def test_what_to_do_about_drift_is_told(tmp_path: Path) -> None:
    """Lines to change and the command that keeps the new pages; without lines the file is written anew; without drift nothing."""
    file, site = site_file(tmp_path)
    bare = (kept(b"<!doctype html><title>Nouvelles</title><p>Le site est en travaux jusqu'en mai.</p>"),)
    said = [
        told(site, file, [check(site, Source("here", pages))], 3, "quai")["next"]
        for pages in (two_pages(Look(date="date")), bare, two_pages())
    ]
    assert said == [
        f"change the lines shown in {file}, then: listmend check quai --live --save",
        f"look at the page and change {file} by hand, or write it anew: listmend add {START} --id quai --force",
        None,
    ]


def test_a_cell_that_lost_its_element_is_offered_to_structure(tmp_path: Path) -> None:
    """Where no selector is left for a teaser, `auto` is the line that mends it."""
    bare = tuple(
        replace(page, body=page.body.replace(b'<p class="chapeau">', b"").replace(b"</p></div>", b"</div>"))
        for page in two_pages()
    )
    _, site = site_file(tmp_path)
    finding = check(site, Source("here", bare))
    assert lines(finding) == [("excerpt", ".chapeau", "auto")]
    changes = [change for drift in finding.drifts for change in drift.changes]
    assert all("excerpt" in row for row in rows_of(mended(site, changes), bare))


def answer(numbers: range, page: int, *, markup: bool) -> Kept:
    """What an endpoint gives where the page's script asks for more entries."""
    if markup:
        html = page_html(numbers).decode()
        held: object = {"html": html[html.index("<div") : html.index("</main>")]}
    else:
        held = {"items": [{"title": f"La passerelle {n} rouvre", "url": f"/n/{n}/", "date": "2026-10-02"} for n in numbers]}  # fmt: skip
    asked = f"https://quai.example/api?offset={numbers.start}"
    return replace(kept(json.dumps(held).encode(), asked, page), headers={"content-type": "application/json"})


@pytest.mark.parametrize("text", [FILE, FILE[: FILE.index("[[lists]]")]], ids=["selectors", "structure"])
@pytest.mark.parametrize("markup", [True, False], ids=["markup", "objects"])
def test_entries_that_came_as_data_are_counted(tmp_path: Path, text: str, markup: bool) -> None:
    """What an endpoint gave continues the list of the page that asked for it, as in a run."""
    pages = (kept(page_html(range(8))), *(answer(range(8 * n, 8 * n + 8), n, markup=markup) for n in (1, 2)))
    _, site = site_file(tmp_path, text)
    finding = check(site, Source("here", pages))
    assert finding.drifts == ()
    (counts,) = finding.lists
    assert (finding.pages, counts["entries"], len(rows_of(site, pages))) == (3, 24, 24)
    assert counts["filled"]["date"] == 24


def test_an_endpoint_as_the_start_has_no_selectors_to_check(tmp_path: Path) -> None:
    """A site that is read from its endpoint has entries and no drift, whatever selectors stand in its file."""
    pages = tuple(answer(range(8 * n, 8 * n + 8), n, markup=False) for n in (0, 1))
    finding = check(site_file(tmp_path)[1], Source("here", pages))
    assert (finding.drifts, sum(counts["entries"] for counts in finding.lists)) == ((), 16)


def test_selectors_that_find_the_links_of_a_new_menu_are_proposed_anew(tmp_path: Path) -> None:
    """Bare links were the entries; after the redesign every link of the page is one."""
    menu = "".join(f'<li><a href="/service/{n}/">Service numéro {n}</a></li>' for n in range(30))
    body = page_html(range(8)).replace(b"<body>", f"<body><nav><ul>{menu}</ul></nav>".encode())
    text = FILE.replace("div.nouvelle", "a").replace("h3.titre", "a").replace('next = "a.suite"\n', "")
    text = text.replace('excerpt = ".chapeau"\n', "").replace('date = ".jour"', 'date = "auto"')
    finding = check(site_file(tmp_path, text)[1], Source("here", (kept(body),)))
    (drift,) = finding.drifts
    assert drift.says.startswith(
        "list 'nouvelles': 'a' finds 38 elements that lack title, where the structure"
    )
    assert lines(finding) == [("entry", "a", "div.nouvelle")]
    new = mended(site_file(tmp_path, text)[1], list(drift.changes))
    assert check(new, Source("here", (kept(body),))).drifts == ()


def beside(body: bytes, numbers: range, links: str = "/v/{}/") -> bytes:
    """A page with a second list, built otherwise, above the first."""
    items = "".join(
        f'<section class="voie"><h2><a href="{links.format(n)}">La voie {n} est fermée</a></h2><em>{28 - n}.10.26</em>'
        f"<div>La voie {n} est fermée aux voitures jusqu'à la fin du mois, et ouverte aux vélos.</div></section>"
        for n in numbers
    )
    return body.replace(b"<body>", f'<body><div id="voies">{items}</div>'.encode())


def test_another_list_accuses_nobody_whose_entries_are_whole(tmp_path: Path) -> None:
    """Eight entries of a list that the file does not name: its own have their days and teasers. Twenty are more than it has."""
    _, site = site_file(tmp_path, FILE.replace('next = "a.suite"\n', ""))
    body = page_html(range(8))
    assert check(site, Source("here", (kept(beside(body, range(8))),))).drifts == ()
    more = check(site, Source("here", (kept(beside(body, range(20))),)))
    assert [drift.says for drift in more.drifts] == [
        "the selectors miss 20 of the 20 entries the structure shows"
    ]


def test_a_smaller_list_takes_no_place_of_one_that_is_there(tmp_path: Path) -> None:
    """A file of titles alone cannot tell its entries from a menu's; its lines stay until a person has looked."""
    text = (
        FILE.replace('next = "a.suite"\n', "")
        .replace('date = ".jour"\n', "")
        .replace('excerpt = ".chapeau"\n', "")
    )
    _, site = site_file(tmp_path, text.replace("div.nouvelle", "li.lien").replace("h3.titre", "a"))
    menu = "".join(f'<li class="lien"><a href="/service/{n}/">Service numéro {n}</a></li>' for n in range(30))
    body = page_html(range(8)).replace(b"<body>", f"<body><nav><ul>{menu}</ul></nav>".encode())
    (drift,) = check(site, Source("here", (kept(body),))).drifts
    assert (drift.says, drift.changes) == ("the selectors miss 8 of the 8 entries the structure shows", ())


def test_a_day_in_a_title_now_and_then_is_asked_of_no_page(tmp_path: Path) -> None:
    """A list that expects no dates has `auto` for the few that have one, and a night without any is as good."""
    body = page_html(range(8)).replace(b'<span class="jour">', b"<i>n. ").replace(b".10.26</span>", b"</i>")
    text = FILE.replace('next = "a.suite"\n', "").replace('date = ".jour"', 'date = "auto"')
    _, site = site_file(tmp_path, text)
    assert check(site, Source("here", (kept(body),))).drifts == ()
    _, dated = site_file(tmp_path, text + "dated_min = 0.85\n")
    assert [drift.says for drift in check(dated, Source("here", (kept(body),))).drifts] == [
        "list 'nouvelles': date = 'auto' fills 0 of 8 entries"
    ]


def test_two_halves_of_a_list_are_one_line(tmp_path: Path) -> None:
    """The structure tells two containers apart; the file's one list is mended as a whole."""
    look = Look(entry="actu")
    left, right = (page_html(numbers, look).decode() for numbers in (range(4), range(4, 11)))
    cut = slice(right.index('<div class="actu">'), right.index("</main>"))
    body = left.replace("<main", '<main><section class="gauche"').replace("</main>", "</section>")
    body = body.replace("<footer>", f'<section class="droite">{right[cut]}</section></main><footer>')
    _, site = site_file(tmp_path, FILE.replace('next = "a.suite"\n', ""))
    finding = check(site, Source("here", (kept(body.encode()),)))
    assert lines(finding) == [("entry", "div.nouvelle", "div.actu")]


@pytest.mark.parametrize("named", [True, False], ids=["a heading", "bare text in its link"])
def test_titles_that_are_gone_take_their_links_with_them_in_one_drift(tmp_path: Path, named: bool) -> None:
    """The link was the title's; what stands first in each entry leads elsewhere, and is no entry that is missed."""
    body = page_html(range(8)).replace(
        b'"><h3 class="titre">', b'"><a href="/plan/"><img src="plan.png"></a><h3>'
    )
    if not named:
        body = body.replace(b"<h3>", b"Vu : ").replace(b"</h3>", b"<br>")
    _, site = site_file(tmp_path, FILE.replace('next = "a.suite"\n', ""))
    pages = (kept(body),)
    finding = check(site, Source("here", pages))
    (drift,) = finding.drifts
    assert drift.says == "list 'nouvelles': title = 'h3.titre' fills 0 of 8 entries"
    new = mended(site, drift.changes)
    assert [row.get("url") for row in rows_of(new, pages)] == [
        f"https://quai.example/n/{n}/" for n in range(8)
    ]
    assert check(new, Source("here", pages)).drifts == ()


SCRIPTED = (
    'start = "https://quai.example/n/"\n[[lists]]\nentry = "tr"\ntitle = "td.sujet"\ndate = "td.jour"\n'
)


def test_a_link_that_no_entry_ever_had_is_no_drift(tmp_path: Path) -> None:
    """Notices that a script opens lead nowhere: each check against a run's pages told of it, a moment after the file was written."""
    _, site = site_file(tmp_path, SCRIPTED)

    def rows(href: str) -> Kept:
        made = "".join(
            f'<tr><td class=sujet><a href="{href.format(n)}">Le quai {n} rouvre</a></td><td class=jour>{n + 1}.11.2026</td></tr>'
            for n in range(9)
        )
        page = f"<html lang=fr><body><main><h1>Avis</h1><table>{made}</table></main></body></html>"
        return kept(page.encode(), "https://quai.example/n/")

    scripted, linked = rows("javascript:open({})"), rows("/n/{}/")
    golden = tuple(rows_of(site, (scripted,)))
    assert check(site, Source("run", (scripted,), known=golden)).drifts == ()
    (drift,) = check(site, Source("run", (scripted,), known=tuple(rows_of(site, (linked,))))).drifts
    assert drift.says.endswith("fills 0 of 9 entries")


def test_a_month_that_is_a_number_has_a_day(tmp_path: Path) -> None:
    """`11月 27` alone in its element is a date to who reads the list; the file that was just written was told to have drifted."""
    shown = re.sub(r"(class=.?jour.?>)[^<]*", r"\g<1>11月 27", page_html(range(8)).decode())
    body = shown.encode()
    finding = check(site_file(tmp_path)[1], Source("here", (kept(body),)))
    assert finding.lists[0]["filled"]["date"] == 8


def test_a_text_without_a_day_is_no_date(tmp_path: Path) -> None:
    """The class of the days is now that of a place; the days have another."""
    body = page_html(range(8), Look(date="date")).replace(
        b"<span class=", b'<span class="jour">Au port</span><span class='
    )
    finding = check(site_file(tmp_path)[1], Source("here", (kept(body),)))
    assert [drift.says for drift in finding.drifts][:1] == [
        "list 'nouvelles': date = '.jour' fills 0 of 8 entries"
    ]
    assert ("date", ".jour", "span.date") in lines(finding)


def test_what_the_first_page_shows_alone_is_in_no_proposed_line(tmp_path: Path) -> None:
    """All entries of the first page are about the harbour, those of the second about schools; the class of both is proposed."""
    first, second = two_pages(Look(entry="port actu")), two_pages(Look(entry="ecole actu"))
    bare = [page.body.replace(b"actu", b"") for page in (first[0], second[1])]
    pages = (replace(first[0], body=bare[0]), replace(second[1], body=bare[1]))
    finding = check(site_file(tmp_path)[1], Source("here", pages))
    [(key, _, new)] = lines(finding)
    assert key == "entry"
    assert "port" not in new
    assert (
        sum(
            one["entries"]
            for one in check(
                mended(site_file(tmp_path)[1], finding.drifts[0].changes), Source("here", pages)
            ).lists
        )
        == 11
    )


@pytest.mark.parametrize("entry", ["nouvelle", "actu"], ids=["the day alone", "the entry, too"])
def test_a_teaser_that_is_all_but_the_day_is_proposed_with_it(tmp_path: Path, entry: str) -> None:
    """Once the day's class is another, `span:not(.jour)` is the day as well."""
    text = FILE.replace('".chapeau"', '"span:not(.jour)"').replace('".jour"', '"span.jour"')
    bare = [
        replace(page, body=re.sub(rb'<p class="chapeau">(.*?)</p>', rb"<span>\1</span>", page.body))
        for page in two_pages(Look(entry=entry, date="date"))
    ]
    _, site = site_file(tmp_path, text)
    finding = check(site, Source("here", tuple(bare)))
    assert ("excerpt", "span:not(.jour)", "span:not(.date)") in lines(finding)
    new = mended(site, [change for drift in finding.drifts for change in drift.changes])
    assert all(str(row["excerpt"]).startswith("Les travaux") for row in rows_of(new, bare))


def test_fields_that_match_something_else_after_a_relaunch_are_proposed_anew(tmp_path: Path) -> None:
    """`a` was each entry's title, `p` its teaser; in the new cards these are a button, and the day as well."""
    pages = []
    for page in two_pages(Look(entry="carte")):
        body = re.sub(rb'<h3 class="titre"><a href="([^"]*)">(.*?)</a></h3>(.*?)</div>', _CARD, page.body)
        body = re.sub(rb'<span class="jour">(.*?)</span>', rb'<p class="jour">\1</p>', body)
        pages.append(replace(page, body=body))
    text = FILE.replace('"h3.titre"', '"a"').replace('".chapeau"', '"p"')
    _, site = site_file(tmp_path, text)
    finding = check(site, Source("here", tuple(pages)))
    assert lines(finding)[:3] == [
        ("entry", "div.nouvelle", "div.carte"),
        ("title", "a", "h3"),
        ("excerpt", "p", "p.chapeau"),
    ]
    new = mended(site, [change for drift in finding.drifts for change in drift.changes])
    rows = rows_of(new, pages)
    assert all(str(row["title"]).startswith("La passerelle") for row in rows)
    assert all(str(row["excerpt"]).startswith("Les travaux") for row in rows)


_CARD = rb'<h3>\2</h3>\3<a href="\1">Lire la suite</a></div>'
