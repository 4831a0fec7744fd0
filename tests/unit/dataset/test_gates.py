"""Gates: what keeps a run from being published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from pipelines.build import build
from pipelines.gates.judged import Bounds, failed, gates
from pipelines.next_command import in_folder
from tests.rows import CLOCK, LISTING, entry, raw, site

TEN = [entry(number) for number in range(1, 11)]
LAST = {"entries": 10, "dated": 10}


def missed(
    lines: Sequence[Mapping[str, object]], bounds: Bounds | None = None, last: dict[str, int] | None = None
) -> dict[str, str]:
    built = build(raw(lines), site(), None, "one")
    return {gate.name: gate.says for gate in failed(gates(built, site(), bounds or Bounds(), last))}


def test_a_good_run_passes_every_gate() -> None:
    """The bounds of a site file and a like run before it hold."""
    assert missed(TEN, Bounds(rows_min=10, languages=("fr",), newest_days=60, dated_min=0.9), LAST) == {}


def test_no_entries_fail_without_any_bound_set() -> None:
    """An empty page is an outage, never a dataset."""
    assert missed([])["rows_min"] == "0 entries, expected at least 1"


def test_fewer_entries_than_the_site_file_expects() -> None:
    """The sentence holds both numbers, and the key that asks for the second: `--accept` does not change it."""
    told = "10 entries, expected at least 90; if the site is so now: expect.rows_min in its site file"
    assert missed(TEN, Bounds(rows_min=90)) == {"rows_min": told}
    assert missed([], Bounds(rows_min=90)) == {"rows_min": "0 entries, expected at least 90"}, "no site is so"


def test_a_bound_of_the_site_file_names_its_key() -> None:
    """Age, dates and languages, as `rows_min`."""
    way = "; if the site is so now: expect.{} in its site file"
    assert missed(TEN, Bounds(newest_days=3))["newest_days"].endswith(
        "days at most" + way.format("newest_days")
    )
    half = [{**line, "date": line["date"] if n % 2 else ""} for n, line in enumerate(TEN)]
    assert missed(half, Bounds(dated_min=0.9))["dated"].endswith(way.format("dated_min"))
    assert missed(TEN, Bounds(languages=("de",)))["languages"].endswith(way.format("languages"))


def test_entries_without_title_and_link_are_published_by_a_person_alone() -> None:
    """Components whose attributes name the entries leave nothing but teasers; half of a list may be such notices."""
    bare = [{**line, "title": "", "url": ""} for line in TEN]
    says = missed([*bare[:6], *TEN[6:]])["named"]
    assert says.startswith("40 % of the entries have a title or a link, expected at least 50 %; if the site")
    assert missed([*bare[:5], *TEN[5:]]) == {}
    assert missed([{**line, "url": ""} for line in TEN]) == {}, "titles name them"
    built = build(raw(bare), site(), None, "one")
    assert not failed(gates(built, site(), Bounds(), None, accepted=True))


def test_half_of_the_last_run_is_the_least() -> None:
    """A list that lost its selector takes more than half of the entries with it."""
    assert "shrink" not in missed(TEN[:5], last=LAST)
    assert missed(TEN[:4], last=LAST)["shrink"] == (
        "4 entries after 10 in the last whole run, expected at least 5; if the site is so now: listmend build lumen --accept"
    )


def test_a_gate_names_the_command_with_the_folder_of_the_dataset() -> None:
    """A command that looked elsewhere would find no such site."""
    built = build(raw(TEN[:4]), site(), None, "one")
    (shrunk,) = failed(gates(built, site(), Bounds(), LAST, where=in_folder(Path("data of mine"))))
    assert shrunk.says.endswith("listmend build lumen --accept --output 'data of mine'")
    assert in_folder(Path("output")) == ""


def test_dates_that_vanish_fail() -> None:
    """A changed date format takes all dates at once."""
    undated = [{**line, "date": "bientôt"} for line in TEN]
    assert "dated" in missed(undated, last=LAST)
    assert "dated" in missed(undated, Bounds(dated_min=0.5))
    assert "dated" not in missed(undated)


TAUGHT = {**LAST, "excerpts": 5}


def without_teasers(lines: list[dict[str, object]], kept: int = 0) -> list[dict[str, object]]:
    return [*lines[:kept], *({**line, "excerpt": ""} for line in lines[kept:])]


def test_teasers_that_vanish_fail() -> None:
    """A teaser's class that is gone takes them all at once; the sentence says what to do."""
    assert missed(without_teasers(TEN), last=TAUGHT) == {
        "excerpts": "0 % of the entries have a teaser, expected at least 10 %; see listmend check lumen; "
        "expect.excerpts_min = 0 in its site file where it has none now"
    }
    assert "excerpts" not in missed(without_teasers(TEN, kept=1), last=TAUGHT)


@pytest.mark.parametrize(
    ("why", "entries", "last"),
    [
        ("the first run", 10, None),
        ("a run published before teasers were counted", 10, LAST),
        ("fewer than half had one", 10, {**LAST, "excerpts": 4}),
        ("too few entries to tell", 4, {"entries": 4, "dated": 4, "excerpts": 4}),
    ],
)
def test_teasers_are_not_asked_for_where_they_may_be_missing(
    why: str, entries: int, last: dict[str, int] | None
) -> None:
    """Without a bound in the site file, only a list that had teasers must have some."""
    assert missed(without_teasers(TEN[:entries]), last=last) == {}, why


def test_the_site_files_bound_on_teasers_stands_in_place_of_the_last_runs() -> None:
    """None are asked for with 0; a larger share with more, in a first run, too."""
    assert missed(without_teasers(TEN), Bounds(excerpts_min=0.0), TAUGHT) == {}
    assert "excerpts" in missed(without_teasers(TEN, kept=4), Bounds(excerpts_min=0.5))
    assert missed(without_teasers(TEN, kept=5), Bounds(excerpts_min=0.5)) == {}


def test_a_stale_list_fails_where_the_site_file_says_how_old_it_may_be() -> None:
    """The newest entry is older than allowed, or there is no date at all, or none that has come."""
    assert "newest_days" in missed(TEN, Bounds(newest_days=3))
    none = "no entry has a day up to 2026-11-21, expected 3 days at most"
    for date in ("", "24.12.2026"):
        lines = [{**line, "date": date} for line in TEN]
        assert missed(lines, Bounds(newest_days=3))["newest_days"] == none


def test_another_language_than_expected_fails() -> None:
    """A consent wall in another language is no news page."""
    english = (
        "The council met on Monday evening and discussed the new schools and the transport of the whole city."
    )
    lines = [
        {**line, "title": f"The council opens session number {n}", "excerpt": english}
        for n, line in enumerate(TEN)
    ]
    assert "languages" in missed(lines, Bounds(languages=("fr",)))


def test_a_few_foreign_entries_are_no_reason_to_stop() -> None:
    """One in twenty may be in another language."""
    english = (
        "The council met on Monday evening and discussed the new schools and the transport of the whole city."
    )
    lines = [entry(number) for number in range(1, 40)]
    lines.append(entry(40, title="The council opens a new session", excerpt=english))
    assert missed(lines, Bounds(languages=("fr",))) == {}


def test_selectors_that_found_nothing_need_the_entries_that_stood_before() -> None:
    """What structure finds in their place is published only over a dataset that it mostly repeats."""
    note = {
        "kind": "reject",
        "url": LISTING,
        "reason": "selectors_found_nothing",
        "detail": "article: no entry",
    }
    assert missed([*TEN, note])["selectors"].startswith(
        "the site file's selectors found nothing on 1 page; no run before to compare with"
    )
    assert set(missed([note])) == {"rows_min"}
    former = build(raw(TEN), site(), None, "one").records
    again = build(raw([*TEN, note]), site(), former, "two")
    assert failed(gates(again, site(), Bounds(), LAST)) == []
    others = build(raw([*(entry(n) for n in range(20, 30)), note]), site(), former, "two")
    assert {gate.name for gate in failed(gates(others, site(), Bounds(), LAST))} == {
        "seen_before",
        "selectors",
    }


def test_rows_that_vanish_in_the_build_fail() -> None:
    """Records and rejects together are the raw entries."""
    built = build(raw(TEN), site(), None, "one")
    lossy = replace(built, current=9, records=built.records.iloc[:9])
    assert [gate.name for gate in failed(gates(lossy, site(), Bounds(), None))] == ["nothing_lost"]


def test_a_fault_of_ours_in_the_crawl_fails() -> None:
    """Entries may be missing that nobody counted."""
    built = build(raw(TEN), site(), None, "one")
    assert [gate.name for gate in failed(gates(built, site(), Bounds(), None, faults=1))] == ["no_faults"]


@pytest.mark.parametrize(
    ("column", "cell", "gate"),
    [
        ("title", "exhort\U0010f7c3", "no_lone_bytes"),
        ("excerpt_cut", "halved", "schema"),
        ("language", None, "schema"),
    ],
)
def test_a_cell_no_record_may_hold_fails(column: str, cell: object, gate: str) -> None:
    """Marks of lone bytes, values outside the closed sets and empty cells never reach a dataset."""
    built = build(raw(TEN), site(), None, "one")
    records = built.records.assign(**{column: pd.Series([cell] * 10, dtype="str")})
    assert gate in [
        found.name for found in failed(gates(replace(built, records=records), site(), Bounds(), None))
    ]


def test_the_clock_is_an_argument() -> None:
    """The same run judged a year later is stale."""
    built = build(raw(TEN), site(), None, "one")
    later = site(crawled=CLOCK + timedelta(days=365))
    assert [gate.name for gate in failed(gates(built, later, Bounds(newest_days=60), None))] == [
        "newest_days"
    ]


UNTITLED = [{**line, "title": ""} for line in TEN]


def test_titles_that_vanish_fail() -> None:
    """A title's selector that is gone takes them all; a listing of bare teasers has none."""
    told = missed(UNTITLED, last={**LAST, "titled": 10})["titles"]
    assert told.startswith("0 % of the entries have a title, expected at least 50 %; if the site is so now")
    assert "titles" not in missed(UNTITLED, last={**LAST, "titled": 0})
    assert "titles" not in missed(UNTITLED)


def renamed(count: int) -> dict[str, str]:
    """The gates missed by a run of which some entries have other links than in the run before it."""
    before = build(raw(TEN), site(), None, "one")
    moved = [{**line, "url": f"https://lumen.example/neu/{at}/"} for at, line in enumerate(TEN)]
    built = build(raw([*moved[:count], *TEN[count:]]), site(), before.records, "two")
    return {gate.name: gate.says for gate in failed(gates(built, site(), Bounds(), LAST))}


def test_known_entries_under_new_links_fail() -> None:
    """A relaunch or a session in each link would double the dataset; half of the entries are enough to say so."""
    assert renamed(10) == {
        "renamed": "10 of 10 entries of the run before came back with other links; "
        "if the site is so now: listmend build lumen --accept (the 10 then keep their ids)"
    }
    assert "renamed" in renamed(5)
    assert "renamed" not in renamed(4)


def relaunched(*called: str) -> set[str]:
    """The gates missed by a relaunch of ten entries of which the first ones' pages were read; how those are called."""
    before = build(raw(TEN), site(), None, "one")
    lines = moved(TEN, "neu/2026")
    pages = [
        {
            "kind": "page",
            "url": line["url"],
            "title": title or line["title"],
            "text": f"Le texte {title}{at}.",
        }
        for at, (line, title) in enumerate(zip(lines, called, strict=False))
    ]
    built = build(raw([*lines, *pages]), site(), before.records, "two")
    assert built.change.renamed == 10
    return {gate.name for gate in failed(gates(built, site(), Bounds(), LAST))}


def test_a_relaunch_is_published_where_the_new_links_lead_to_the_entries() -> None:
    """Three pages that are called as their entries are, and as many as those that are not; a section's page is called otherwise."""
    assert relaunched("", "", "") == set()
    assert relaunched("", "", "", "Accueil", "Culture", "Sport") == set()
    assert relaunched("", "") == {"renamed"}
    assert relaunched("", "", "", "Accueil", "Culture", "Sport", "Vie locale") == {"renamed"}
    assert relaunched() == {"renamed"}


def moved(lines: list[dict[str, object]], folder: str, **cells: object) -> list[dict[str, object]]:
    return [
        {**line, "url": f"https://lumen.example/{folder}/{at}/", **cells} for at, line in enumerate(lines)
    ]


def test_titles_that_come_back_every_week_are_no_renamed_entries() -> None:
    """The programme of next week has the titles of this one, and other days."""
    before = build(raw(TEN), site(), None, "one")
    later = [{**line, "date": f"{20 - at:02}.11.26"} for at, line in enumerate(moved(TEN, "neu"))]
    assert build(raw(later), site(), before.records, "two").change.renamed == 0


def test_a_second_relaunch_is_seen_as_the_first_was() -> None:
    """After the first was accepted the entries stand under the new links; short titles and bare teasers count, too."""
    for cells in ({}, {"date": ""}):
        lines = [{**line, "title": f"公告{at}", **cells} for at, line in enumerate(TEN)]
        first = build(raw(lines), site(), None, "one")
        second = build(raw(moved(lines, "neu")), site(), first.records, "two")
        third = build(raw(moved(lines, "mai")), site(), second.records, "three")
        assert second.change.renamed == third.change.renamed == 10


def test_links_that_change_with_every_run_are_accepted_once() -> None:
    """A token in each link: once a person has accepted it, it is the site's habit, and the entries keep their ids."""
    first = build(raw(TEN), site(), None, "one")
    second = build(raw(moved(TEN, "a")), site(), first.records, "two")
    third = build(raw(moved(TEN, "b")), site(), second.records, "three")
    last = {**LAST, "new": 0, "renamed": second.change.renamed}
    assert [gate.name for gate in failed(gates(third, site(), Bounds(), LAST))] == ["renamed"]
    judged = gates(third, site(), Bounds(), last)
    assert failed(judged) == []
    assert any(gate.says.endswith("with other links, as in the run before it") for gate in judged)
    assert third.records["id"].tolist() == first.records["id"].tolist()


@pytest.mark.parametrize("link", ["a/{at}/?t={run}{at}", "reservation/{run}{at}/"])
@pytest.mark.parametrize("day", ["", "14.11.26"])
def test_links_that_keep_their_form_are_no_relaunch(link: str, day: str) -> None:
    """A number of the session or the week in each link, with days or without: no run is refused, and no entry doubled."""
    former, last = None, None
    for number in (310, 520, 730):
        lines = [
            {**line, "date": day, "url": f"https://lumen.example/{link.format(run=number, at=at)}"}
            for at, line in enumerate(TEN)
        ]
        built = build(raw(lines), site(), former, f"run {number}")
        assert failed(gates(built, site(), Bounds(), last)) == []
        former, last = built.records, {**LAST, "dated": 10 if day else 0, "new": built.change.new}
        assert len(former) == 10
    assert built.change.renamed == 10


def test_one_link_for_all_is_refused_though_it_has_their_form() -> None:
    """A link's selector that took the same one in every entry."""
    before = build(raw(TEN), site(), None, "one")
    shared = [{**line, "url": "https://lumen.example/fr/partager/"} for line in TEN]
    built = build(raw(shared), site(), before.records, "two")
    assert "renamed" in {gate.name for gate in failed(gates(built, site(), Bounds(), LAST))}


def test_a_site_that_is_so_now_is_accepted() -> None:
    """What only the dataset before speaks against passes; a bound of the site file and a lost entry do not."""
    before = build(raw(TEN), site(), None, "one")
    moved = [
        {**line, "url": f"https://lumen.example/neu/{at}/", "title": "", "date": ""}
        for at, line in enumerate(TEN)
    ]
    built = build(raw(moved[:4]), site(), before.records, "two")
    last = {**LAST, "excerpts": 10, "titled": 10}
    assert failed(gates(built, site(), Bounds(), last))
    assert failed(gates(built, site(), Bounds(), last, accepted=True)) == []
    bound = failed(gates(built, site(), Bounds(rows_min=5, dated_min=0.5), last, accepted=True))
    assert [gate.name for gate in bound] == ["rows_min", "dated"]


def test_a_day_to_come_is_not_the_newest() -> None:
    """An entry of next year says nothing of when the site was written last; on a site of events it does."""
    ahead = [*TEN, entry(11, date="01.02.27")]
    old = site(crawled=CLOCK + timedelta(days=60))
    built = build(raw(ahead), old, None, "one")
    bounds = Bounds(newest_days=30)
    assert "newest_days" in {gate.name for gate in failed(gates(built, old, bounds, None))}
    events = replace(old, events=True)
    assert "newest_days" not in {gate.name for gate in failed(gates(built, events, bounds, None))}
