"""Entries that come back under other links: a record keeps its id, and what is not plainly an old entry is new."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.build import Built
from tests.rows import CLOCK, LISTING, entry
from tests.unit.dataset.days_of_crawls import BURGLARY, ELSEWHERE, TEN, ids, moved, run

OTHER = "Après deux ans de travaux, la troupe retrouve sa scène et trois cents fauteuils neufs."


def carried(built: Built) -> pd.DataFrame:
    return built.changes[built.changes["step"] == "carried"]


def test_a_relaunch_leaves_one_record_an_entry() -> None:
    """New domain, new slugs, another date format: ids and first days stay, the link is the new one, and the trail says so."""
    first = run(0, None, *TEN)
    new = [moved(line, f"n/{at}", date=f"{27 - at} octobre 2026") for at, line in enumerate(TEN)]
    second = run(1, first, *new)
    assert ids(second) == ids(first)
    assert (second.change.new, second.change.changed, second.change.renamed) == (0, 10, 10)
    assert (second.records["first_seen"] == pd.Timestamp(CLOCK)).all()
    assert second.records["url"].tolist() == [line["url"] for line in new]
    assert carried(second)["id"].tolist() == carried(second)["after"].tolist() == ids(first)


def test_the_id_stays_in_later_runs() -> None:
    """From then on the link tells, though a title is corrected; that is no other link any more."""
    first = run(0, None, *TEN)
    new = [moved(line, f"n/{at}") for at, line in enumerate(TEN)]
    second = run(1, first, *new)
    third = run(2, second, {**new[0], "title": "Le conseil ouvre sa première séance"}, *new[1:], entry(11))
    assert ids(third) == [*ids(first), third.records["id"].iloc[-1]]
    assert (third.change.new, third.change.changed, third.change.renamed) == (1, 1, 0)
    again = run(3, third, *TEN, entry(11))
    assert sorted(ids(again)) == sorted(ids(third))


def test_a_teaser_tells_where_a_day_is_missing() -> None:
    """A new layout shows no dates, or the old one had none."""
    dated, bare = TEN[:3], [{**line, "date": ""} for line in TEN[:3]]
    for before, after in ((dated, bare), (bare, dated), (bare, bare)):
        first = run(0, None, *before)
        assert ids(run(1, first, *(moved(line, f"n/{at}") for at, line in enumerate(after)))) == ids(first)


def test_a_day_that_was_corrected_on_the_night_of_a_relaunch_is_no_new_entry() -> None:
    """Title and teaser say the same, the links beside it moved, too, and the run before had reached its day: else it is the next one."""
    first = run(0, None, *TEN)
    new = [moved(line, f"n/article-{at}/") for at, line in enumerate(TEN, start=1)]
    for end in ("n/article-1/", "n/99-article.html"):
        corrected = moved(TEN[0], end, date="12.11.26")
        second = run(1, first, corrected, *new[1:])
        assert (ids(second), second.change.renamed) == (ids(first), 10)
        assert str(second.records["date"].iloc[0]) == "2026-11-12"
        assert run(1, first, {**corrected, "date": "20.11.26"}, *new[1:]).change.new == 1
        assert run(1, first, corrected, *TEN[1:]).change.new == 1


def test_this_month_s_bulletin_is_not_last_month_s_though_its_link_ends_alike() -> None:
    """Title, teaser and end of the link are the same each month; nothing beside it moved, and it is a new entry."""
    bulletin = [
        entry(11, url=f"https://lumen.example/{month}/bulletin/", title="Bulletin municipal", date=f"01.{month}.26")
        for month in ("10", "11")
    ]  # fmt: skip
    elsewhere = {**bulletin[1], "url": "https://lumen.example/publications/bulletin/"}
    first = run(0, None, *TEN, bulletin[0])
    for later in (bulletin[1], elsewhere):
        second = run(1, first, later, *TEN)
        assert (second.change.new, second.change.renamed, len(second.records)) == (1, 0, 12)


@pytest.mark.parametrize(
    ("why", "cells"),
    [
        ("another day", {"date": "12.11.26"}),
        ("another title and teaser", {"title": "Le théâtre rouvre ses portes", "excerpt": OTHER}),
        ("another title and day", {"title": "Le théâtre rouvre ses portes", "date": "12.11.26"}),
        ("another title, no day", {"title": "Le théâtre rouvre ses portes", "date": ""}),
        ("neither day nor teaser", {"date": "", "excerpt": ""}),
    ],
)
def test_an_entry_that_is_not_plainly_an_old_one_is_new(why: str, cells: dict[str, object]) -> None:
    """A title that comes back next week is another entry, and a title alone says too little."""
    built = run(1, run(0, None, TEN[0]), moved(TEN[0], "n/0", **cells))
    assert (built.change.new, built.change.renamed, built.change.kept) == (1, 0, 1), why


@pytest.mark.parametrize("link", ["", "https://lumen.example/fr/le-conseil-mis-a-jour/"])
def test_a_changed_title_is_no_new_entry(link: str) -> None:
    """Without a link the title is a part of the name, and many a link is made of the title: day and teaser tell."""
    before = [{**line, "url": ""} for line in TEN] if not link else TEN
    first = run(0, None, *before)
    updated = {**before[0], "url": link, "title": f"{TEN[0]['title']} (mise à jour)"}
    second = run(1, first, updated, *before[1:])
    assert ids(second) == ids(first)
    assert (second.change.new, second.change.changed, second.change.renamed) == (0, 1, int(bool(link)))
    assert second.records["title"].iloc[0].endswith("(mise à jour)")


@pytest.mark.parametrize("seen", [True, False])
def test_a_teaser_that_others_bear_is_no_entrys_own(*, seen: bool) -> None:
    """A phrase of the site stands above many entries, shown in this run or not."""
    phrase = {"excerpt": "Le procès-verbal de la séance peut être téléchargé au format PDF ci-dessous."}
    minutes = [{**line, **phrase} for line in TEN[:2]]
    first = run(0, None, *minutes, *TEN[2:])
    new = moved(minutes[0], "n/0", title="Procès-verbal de la commission des finances")
    second = run(1, first, new, *(minutes[1:] if seen else []), *TEN[2:])
    assert (second.change.new, second.change.renamed, len(second.records)) == (1, 0, 11)


@pytest.mark.parametrize("twice_before", [True, False])
def test_what_may_be_one_of_several_is_new_and_counted(*, twice_before: bool) -> None:
    """Two notices of one title and day cannot be told apart: nothing is carried, nothing lost."""
    notice = {**TEN[0], "excerpt": ""}
    two = [{**notice, "url": f"https://lumen.example/avis-{n}/"} for n in (1, 2)]
    new = [moved(notice, f"n/{n}") for n in (1, 2)]
    first = run(0, None, *(two if twice_before else two[:1]))
    second = run(1, first, *(new[:1] if twice_before else new))
    assert second.change.renamed == 0
    assert (
        second.change.ambiguous
        == second.issues["id_ambiguous"]
        == second.change.new
        == 3 - len(first.records)
    )
    assert len(second.records) == 3


def test_copies_under_two_links_come_back_as_themselves() -> None:
    """One text under two links: at a relaunch that keeps the end of each, each keeps its id."""
    copies = [*TEN, {**TEN[0], "url": f"{TEN[0]['url'].removesuffix('/')}-bis/"}]  # type: ignore[attr-defined]
    first = run(0, None, *copies)
    second = run(1, first, *({**line, "url": str(line["url"]).replace("/fr/", "/actu/")} for line in copies))
    assert (ids(second), second.change.renamed, second.change.ambiguous) == (ids(first), 11, 0)


def test_a_title_of_several_needs_a_teaser_that_agrees() -> None:
    """`Avis de marché` stands above many notices; one of the same day with other words is another one."""
    notices = [{**line, "title": "Avis de marché public"} for line in TEN[:4]]
    first = run(0, None, *notices)
    other = moved(notices[0], "n/0", excerpt="Fourniture de mobilier scolaire pour trois écoles du canton.")
    assert run(1, first, other, *notices[1:]).change.new == 1
    assert run(1, first, moved(notices[0], "n/0"), *notices[1:]).change.renamed == 1


@pytest.mark.parametrize("excerpts", [(BURGLARY["excerpt"], ELSEWHERE), ("", ELSEWHERE), ("", "")])
def test_one_new_link_beside_links_that_stay_is_another_entry(excerpts: tuple[object, object]) -> None:
    """A second burglary of that day came as the first fell off the list: both are kept, whatever their teasers say."""
    before, after = (
        {**BURGLARY, "url": f"https://lumen.example/fr/police-{n}/", "excerpt": excerpt}
        for n, excerpt in enumerate(excerpts)
    )
    built = run(1, run(0, None, before, *TEN), entry(11), after, *TEN[:9])
    assert (built.change.new, built.change.renamed, len(built.records)) == (2, 0, 13)


def test_teasers_that_contradict_are_of_two_entries_though_all_links_moved() -> None:
    """The neighbours moved, which says nothing of a second entry; a teaser that begins later is still the entry's own."""
    first = run(0, None, BURGLARY, *TEN)
    rest = [moved(line, f"n/{at}") for at, line in enumerate(TEN)]
    other = run(1, first, moved(BURGLARY, "p/1", excerpt=ELSEWHERE), *rest)
    assert (other.change.new, other.change.renamed) == (1, 10)
    longer = run(1, first, moved(BURGLARY, "p/1", excerpt=f"Lumen. {BURGLARY['excerpt']}"), *rest)
    assert (longer.change.new, longer.change.renamed) == (0, 11)


def test_a_day_that_is_long_past_brings_no_second_entry_though_the_teaser_is_new() -> None:
    """All links moved on the night an editor wrote one teaser anew; on a day the run before may not have seen whole it is open."""
    for date, new in (("02.10.26", 0), ("15.11.26", 1)):
        old = {**BURGLARY, "date": date}
        first = run(0, None, old, *TEN)
        rest = [moved(line, f"n/{at}") for at, line in enumerate(TEN)]
        second = run(1, first, moved(old, "p/1", excerpt=ELSEWHERE), *rest)
        assert (second.change.new, second.change.renamed) == (new, 11 - new)
        one_of_many = run(1, first, moved(old, "p/1", excerpt=ELSEWHERE), *TEN)
        assert one_of_many.change.new == 1


def test_where_links_moved_as_a_whole_the_end_of_a_link_outweighs_a_teaser() -> None:
    """On the night of the relaunch an editor wrote one teaser anew."""
    first = run(0, None, BURGLARY, *TEN)
    there = [{**line, "url": str(line["url"]).replace("/fr/", "/de/fr/")} for line in (BURGLARY, *TEN)]
    second = run(1, first, {**there[0], "excerpt": ELSEWHERE}, *there[1:])
    assert (ids(second), second.change.renamed) == (ids(first), 11)
    alone = run(1, first, {**there[0], "excerpt": ELSEWHERE}, *TEN)
    assert alone.change.new == 1


def test_a_relaunch_with_other_teasers_throughout_contradicts_none() -> None:
    """Titles and days say that it is the same list; among the teasers of a site that stays, another one is another entry's."""
    first = run(0, None, *TEN)
    new = [moved(line, f"n/{at}", excerpt=f"{at} : {OTHER}") for at, line in enumerate(TEN)]
    second = run(1, first, *new[:9], entry(11))
    assert (sorted(ids(second)[:9]), second.change.renamed) == (sorted(ids(first)[:9]), 9)
    half = run(1, first, *new[:4], *TEN[4:])
    assert (half.change.new, half.change.renamed) == (4, 0)


def test_the_very_same_teaser_needs_no_neighbours() -> None:
    """One link that is corrected, beside links that stay: title, day and whole teaser are the entry's."""
    built = run(1, run(0, None, *TEN), {**TEN[0], "url": "https://lumen.example/fr/erratum/"}, *TEN[1:])
    assert (built.change.new, built.change.renamed, len(built.records)) == (0, 1, 10)


@pytest.mark.parametrize("list_", ["actualites", "presse"])
def test_a_part_of_the_site_may_move_alone(list_: str) -> None:
    """Three of thirteen links: all of one form, which is another now, or all of one list."""
    bare = [
        {**line, "url": f"https://lumen.example/fr/presse/{n}", "excerpt": "", "list": list_}
        for n, line in enumerate(entry(n) for n in range(20, 23))
    ]
    path = "fr/presse" if list_ == "presse" else "medias/2026"
    new = [{**line, "url": f"https://lumen.example/{path}/c{n}"} for n, line in enumerate(bare)]
    first = run(0, None, *TEN, *bare)
    assert (ids(run(1, first, *TEN, *new)), run(1, first, *TEN, *new).change.renamed) == (ids(first), 3)
    one = run(1, first, *TEN, new[0], *bare[1:])
    assert (one.change.new, one.change.renamed) == (1, 0)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("fr/nord/avis-4711", "fr/sud/avis-4711", True),
        ("news/le-cambriolage", "en/articles/le-cambriolage", True),
        ("nord/le-cambriolage", "sud/le-cambriolage", False),
        ("nord/4711/avis.html", "nord/4712/avis.html", False),
    ],
)
def test_the_end_of_a_link_tells_where_it_is_more_than_a_title(
    before: str, after: str, *, same: bool
) -> None:
    """An entry may move to another place of the site alone; two districts may each have their burglary."""
    bare = {**BURGLARY, "excerpt": ""}
    first = run(0, None, {**bare, "url": f"https://lumen.example/{before}"}, *TEN)
    built = run(1, first, {**bare, "url": f"https://lumen.example/{after}"}, *TEN)
    assert (built.change.renamed, built.change.new) == (int(same), int(not same))


def test_a_teaser_that_is_cut_elsewhere_is_the_same() -> None:
    """One link of the list is corrected on the day the teasers become longer."""
    longer = f"{TEN[0]['excerpt']} Le public pourra suivre les débats en ligne."
    first = run(0, None, *TEN)
    built = run(1, first, {**TEN[0], "url": "https://lumen.example/fr/erratum/", "excerpt": longer}, *TEN[1:])
    assert (built.change.new, built.change.renamed) == (0, 1)


def test_a_list_that_turned_over_has_not_moved() -> None:
    """No link of the run before is there any more, but of ten entries only two bear a title and day of old ones."""
    bare = [{**line, "excerpt": "", "date": "19.11.26"} for line in TEN]
    later = [{**entry(n), "excerpt": "", "date": "19.11.26"} for n in range(11, 19)]
    same = [{**line, "url": f"https://lumen.example/fr/suite-{n}/"} for n, line in enumerate(bare[:2])]
    built = run(1, run(0, None, *bare), *same, *later)
    assert (built.change.new, built.change.renamed, len(built.records)) == (10, 0, 20)


def test_undated_entries_of_a_standing_teaser_are_carried_to_no_link_of_the_same_form() -> None:
    """This month's bulletin and menu replace the last ones; all links are others, and of the form they had."""
    standing = [{**line, "date": ""} for line in TEN[:3]]
    first = run(
        0,
        None,
        *({**line, "url": f"https://lumen.example/pdf/{n}-10.pdf"} for n, line in enumerate(standing)),
    )
    monthly = [{**line, "url": f"https://lumen.example/pdf/{n}-11.pdf"} for n, line in enumerate(standing)]
    assert (run(1, first, *monthly).change.new, run(1, first, *monthly).change.renamed) == (3, 0)
    elsewhere = [{**line, "url": f"https://lumen.example/medias/2026/{n}"} for n, line in enumerate(standing)]
    assert (ids(run(1, first, *elsewhere)), run(1, first, *elsewhere).change.new) == (ids(first), 0)


def test_a_list_without_days_whose_links_all_moved_has_moved() -> None:
    """Numbers replace numbers, so the form of its links tells nothing; all of many entries say the same under another one."""
    notices = [{**entry(n, date=""), "url": f"https://lumen.example/node/{100 + n}"} for n in range(1, 9)]
    first = run(0, None, *notices)
    again = [{**line, "url": f"https://lumen.example/node/{700 + n}"} for n, line in enumerate(notices)]
    second = run(
        1, first, {**entry(11, date=""), "url": "https://lumen.example/node/790"}, *again[:7], notices[7]
    )
    assert (second.change.new, second.change.renamed, len(second.records)) == (1, 7, 9)
    some = run(1, first, *again[:4], *notices[4:])
    assert (some.change.new, some.change.renamed) == (4, 0)


def test_a_bulletin_of_every_month_is_another_each_time() -> None:
    """Undated entries of one title and teaser: the one that left the list is not the one that came."""
    months = [entry(n, title="Bulletin municipal", date="") for n in range(1, 5)]
    months = [{**line, "excerpt": TEN[0]["excerpt"]} for line in months]
    built = run(1, run(0, None, *months[:3]), *months[1:])
    assert (built.change.new, built.change.renamed, len(built.records)) == (1, 0, 4)
    same = [{**line, "date": "01.10.26", "excerpt": ""} for line in months]  # `octobre 2026` says as much
    monthly = run(1, run(0, None, *same[:3]), *same[1:])
    assert (monthly.change.new, monthly.change.ambiguous, len(monthly.records)) == (1, 1, 4)
    short = [{**line, "excerpt": "Télécharger le bulletin"} for line in months]
    alone = run(1, run(0, None, short[0]), short[1])
    assert (alone.change.new, len(alone.records)) == (1, 2)


def test_an_entry_that_is_still_listed_is_no_other_one() -> None:
    """A second link to the same story beside the first is a record of its own, as in a first run."""
    built = run(1, run(0, None, *TEN), *TEN, moved(TEN[0], "n/0"))
    assert (built.change.new, built.change.renamed, len(built.records)) == (1, 0, 11)


def test_entries_that_link_to_the_list_itself_are_told_by_their_content() -> None:
    """As before: their link says nothing, so it carries nothing."""
    lines = [entry(n, url=LISTING) for n in range(1, 6)]
    first = run(0, None, *lines)
    assert ids(run(1, first, *lines)) == ids(first)
