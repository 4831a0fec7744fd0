"""The list decides: order, century, missing years and pinned entries are read from all entries together."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pandas as pd
import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 2, 14)


def days(frame: pd.DataFrame) -> list[str | None]:
    """The dates as ISO text, None for missing."""
    return [None if pd.isna(day) else day.isoformat() for day in frame["date"]]


def test_a_list_decides_what_none_of_its_dates_can() -> None:
    """Ten dates that all read two ways are day first and certain, for only so they form a list."""
    cells = (
        "11.02.26 10.02.26 09.01.26 08.01.26 13.11.25 12.11.25 28.08.25 01.08.25 09.03.25 22.05.24".split()
    )
    read = read_dates(cells, crawled=CRAWLED)
    assert days(read)[0] == "2026-02-11"
    assert days(read)[-1] == "2024-05-22"
    assert read["certain"].all()
    assert set(read["order"]) == {"dmy"}


@pytest.mark.parametrize("language", [None, "fr", "en-US", "ja", "hu", "zz"])
def test_a_wrong_page_language_is_outvoted(language: str | None) -> None:
    """What the page declares does not turn a list whose days speak for themselves."""
    cells = ["03/02/2026", "27/01/2026", "11/01/2026", "06/01/2026", "18/12/2025"]
    assert days(read_dates(cells, languages=language, crawled=CRAWLED))[0] == "2026-02-03"


def test_month_first_lists_are_recognised_without_a_language() -> None:
    """A day above twelve in one entry settles the order of all."""
    read = read_dates(["02/03/26", "01/27/26", "01/11/26"], crawled=CRAWLED)
    assert days(read) == ["2026-02-03", "2026-01-27", "2026-01-11"]


def test_year_first_lists_with_two_digits() -> None:
    """Korean, Hungarian and Japanese lists write the year first; the list proves it even when the page says French."""
    read = read_dates(["26.02.11", "26.02.10", "26.01.09", "25.12.24"], languages="fr", crawled=CRAWLED)
    assert days(read) == ["2026-02-11", "2026-02-10", "2026-01-09", "2025-12-24"]


def test_pinned_entries_do_not_turn_the_order() -> None:
    """Old entries fixed above a list stand against its order and change nothing."""
    cells = ["05.06.23", "04.03.25", "11.02.26", "10.02.26", "09.02.26", "08.02.26", "07.02.26", "05.02.26"]
    read = read_dates(cells, crawled=CRAWLED)
    assert days(read)[:3] == ["2023-06-05", "2025-03-04", "2026-02-11"]
    assert read["certain"].all()


def test_oldest_first_lists() -> None:
    """Archives that run upwards are lists too."""
    cells = ["05.09.25", "06.10.25", "07.11.25", "08.12.25", "09.01.26", "10.02.26"]
    read = read_dates(cells, crawled=CRAWLED)
    assert days(read)[0] == "2025-09-05"
    assert read["certain"].all()


def test_events_lie_in_the_future_and_are_read_so() -> None:
    """On a site of events the coming reading is no worse than the past one."""
    cells = ["3 mars", "9 mars", "2 avril", "11 mai"]
    read = read_dates(cells, languages="fr", crawled=CRAWLED, events=True)
    assert days(read) == ["2026-03-03", "2026-03-09", "2026-04-02", "2026-05-11"]


def test_years_left_out_follow_the_list_over_the_new_year() -> None:
    """Going down the list, December after January is the year before."""
    cells = ["11 février", "3 janvier", "28 décembre", "15 mars", "2 janvier", "30 décembre"]
    read = read_dates(cells, languages="fr", crawled=CRAWLED)
    assert days(read) == ["2026-02-11", "2026-01-03", "2025-12-28", "2025-03-15", "2025-01-02", "2024-12-30"]
    assert not read["certain"].iloc[-1]


def test_a_weekday_finds_the_year() -> None:
    """Thursday the 7th of May was in 2020: the weekday outweighs nearness."""
    read = read_dates(["jeudi 7 mai"], languages="fr", crawled=date(2022, 3, 1))
    assert days(read) == ["2020-05-07"]


def test_an_undecidable_date_is_never_silent() -> None:
    """Alone, without a language, 03/04/2026 read weeks later has two readings: one is given, flagged."""
    read = read_dates(["03/04/2026"], crawled=date(2026, 6, 1))
    assert not read["certain"].iloc[0]
    assert read["reason"].iloc[0] == "date_ambiguous"


def test_a_date_that_reads_the_same_in_every_order_is_certain() -> None:
    """05/05/2026 needs no order."""
    assert read_dates(["05/05/2026"], crawled=date(2026, 6, 1))["certain"].iloc[0]


def test_an_impossible_cell_is_never_moved_to_another_order() -> None:
    """In a day-first list, 02/14/2026 stays empty and is counted."""
    read = read_dates(["13/02/2026", "02/14/2026", "11/02/2026", "10/02/2026", "27/01/2026"], crawled=CRAWLED)
    assert days(read)[1] is None
    assert read["reason"].iloc[1] == "date_impossible"
    assert days(read)[2] == "2026-02-11"


def test_addresses_decide_where_the_cells_cannot() -> None:
    """A day in the entry's URL speaks for the reading that it matches."""
    urls = ["https://paper.example/2026/03/04/vote.html"]
    read = read_dates(["03/04/2026"], urls=urls, crawled=date(2026, 6, 1))
    assert days(read) == ["2026-03-04"]
    assert read["order"].iloc[0] == "mdy"


def test_markup_decides_where_the_cells_cannot() -> None:
    """A machine-readable date settles the order and gives the moment."""
    read = read_dates(["04/03/2026"], hints=["2026-03-04T08:00:00+01:00"], crawled=date(2026, 6, 1))
    assert days(read) == ["2026-03-04"]
    assert read["certain"].iloc[0]
    assert read["published_at"].iloc[0] == pd.Timestamp("2026-03-04T07:00:00Z")


def test_the_country_of_the_host_speaks() -> None:
    """English on .uk is day first, on .gov month first."""
    cells, crawled = ["05/04/2026", "03/04/2026"], date(2026, 7, 1)
    assert days(read_dates(cells, languages="en", tlds="uk", crawled=crawled))[0] == "2026-04-05"
    assert days(read_dates(cells, languages="en", tlds="gov", crawled=crawled))[0] == "2026-05-04"


def test_the_list_tells_which_language_a_month_word_is_in() -> None:
    """`lis` is October beside Croatian words and November beside Polish ones, whatever the page declares."""
    croatian = read_dates(["5. lis 2025.", "3. ruj 2025.", "1. kol 2025."], languages="en", crawled=CRAWLED)
    polish = read_dates(["5 lis 2025", "3 wrz 2025", "1 sie 2025"], languages="en", crawled=CRAWLED)
    assert days(croatian) == ["2025-10-05", "2025-09-03", "2025-08-01"]
    assert days(polish) == ["2025-11-05", "2025-09-03", "2025-08-01"]


def test_lists_do_not_speak_for_each_other() -> None:
    """Two lists of one call are read as if alone, interleaved or not."""
    first = ["03/02/2026", "27/01/2026", "11/01/2026", "02/01/2026"]
    second = ["02/03/2026", "01/27/2026", "01/11/2026", "01/02/2026"]
    mixed = [cell for pair in zip(first, second, strict=True) for cell in pair]
    together = read_dates(mixed, groups=["a", "b"] * 4, crawled=CRAWLED)
    assert days(together)[::2] == days(read_dates(first, crawled=CRAWLED))
    assert days(together)[1::2] == days(read_dates(second, crawled=CRAWLED))
    assert days(together)[::2] == days(together)[1::2]


def test_other_rows_of_a_list_are_evidence() -> None:
    """Entries told from the crawl and entries with a month name help to read the numbers among them."""
    cells = ["il y a 2 heures", "hier", "12.02.26", "11.02.26", "9 février 2026", "08.02.26"]
    read = read_dates(cells, languages="fr", tlds="fr", crawled=datetime(2026, 2, 14, 12, tzinfo=None).date())
    assert days(read)[2:] == ["2026-02-12", "2026-02-11", "2026-02-09", "2026-02-08"]
    assert read["certain"].all()


def test_a_crawl_that_is_not_known_says_nothing_about_nearness() -> None:
    """Without a crawl day an old list is not read as a recent one; the clock only bounds the century."""
    cells = [f"{day:%d.%m.%y}" for day in (date(2007, 3, 26) - timedelta(days=9 * n) for n in range(6))]
    read = read_dates(cells, languages="cs", crawled=[None] * 6, clock=date(2026, 2, 14))
    assert days(read)[0] == "2007-03-26"


def test_a_list_in_two_ways_of_writing_is_not_sure_of_either() -> None:
    """Slashes that prove month first prove nothing for points; the other reading stands and is called open."""
    cells = ["12.01.2026", "11.01.2026", "01/12/2026", "01/10/2026", "12/31/2025"]
    read = read_dates(cells, crawled=date(2026, 1, 14))
    assert days(read) == ["2026-01-12", "2026-01-11", "2026-01-12", "2026-01-10", "2025-12-31"]
    assert read["certain"].to_list() == [False, False, True, True, True]
    assert read["reason"].to_list()[:2] == ["date_ambiguous"] * 2


def test_two_ways_of_writing_that_agree_are_one_list() -> None:
    """Points and slashes in one order leave every day certain."""
    cells = ["27.01.2026", "25/01/2026", "21.01.2026", "18/01/2026", "09.01.2026", "30/12/2025"]
    read = read_dates(cells, crawled=CRAWLED)
    assert days(read)[:2] == ["2026-01-27", "2026-01-25"]
    assert read["certain"].all()


def test_a_short_month_that_is_a_weekday_elsewhere_keeps_its_year() -> None:
    """`2 de mar.` names March, not also a Tuesday of another year."""
    cells = ["2 de mar.", "1 de mar.", "27 de fev.", "24 de fev.", "20 de fev."]
    read = read_dates(cells, languages="pt-BR", crawled=date(2026, 3, 2))
    assert days(read) == ["2026-03-02", "2026-03-01", "2026-02-27", "2026-02-24", "2026-02-20"]


@pytest.mark.parametrize("seed", range(20))
def test_days_in_no_order_over_several_years_are_open(seed: int) -> None:
    """Where days without years may be of any of them, none is called certain in the wrong one."""
    chance = random.Random(seed)
    told = [CRAWLED - timedelta(age) for age in chance.sample(range(1000), chance.randrange(8, 30))]
    frame = read_dates([f"{day.day}/{day.month}" for day in told], languages="fr", crawled=CRAWLED)
    wrong = [day != right for day, right in zip(frame["date"], told, strict=True)]
    assert not any(sure and odd for sure, odd in zip(frame["certain"], wrong, strict=True))


def test_days_in_no_order_over_some_weeks_are_certain() -> None:
    """Where they lie together none is of another year."""
    cells = ["3/2", "10/1", "12/2", "21/1", "8/2", "29/1", "14/1", "2/2"]
    assert read_dates(cells, languages="fr", crawled=CRAWLED)["certain"].all()


def test_the_folders_of_a_months_entries_tell_the_year() -> None:
    """`/2025/03/title` says of which year a 14 March is, where the folders of the list are of its entries' months."""
    cells = ["14 March", "2 January", "9 August", "30 May"]
    folders = ["2025/03", "2025/01", "2024/08", "2023/05"]
    urls = [f"https://town.example/{folder}/a-title" for folder in folders]
    read = read_dates(cells, languages="en", crawled=CRAWLED, urls=urls)
    assert [str(day)[:7].replace("-", "/") for day in read["date"]] == folders
    assert read["certain"].all()


def test_folders_of_other_months_say_nothing() -> None:
    """Of entries that were written long before their days one month may be the same by chance."""
    cells = ["14/3", "2/4", "9/5", "30/5"]
    urls = [f"https://town.example/2024/{month}/a-title" for month in ("03", "11", "12", "01")]
    plain, addressed = (read_dates(cells, languages="fr", crawled=CRAWLED, urls=at) for at in (None, urls))
    assert plain["date"].tolist() == addressed["date"].tolist()


def test_a_year_of_coming_events_is_certain_where_they_are_told() -> None:
    """Untold, the same list from old to new may have ended at the crawl a year ago."""
    days = [date(2026, 11, 28) + timedelta(days=30 * n) for n in range(10)]
    cells = [f"{day.day} {day:%B}" for day in days]
    told = read_dates(cells, languages="en", crawled=date(2026, 11, 26), events=True)
    assert list(told["date"]) == days
    assert told["certain"].all()
    assert not read_dates(cells, languages="en", crawled=date(2026, 11, 26))["certain"].any()
