"""The stage in the build: rows in, the same rows with typed dates out, everything unsettled counted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from pipelines.dates import dates, why
from pipelines.site import Site

SITE = Site("town", datetime(2026, 2, 14, 10, tzinfo=UTC), host="town.example")


def entries(cells: list[str | None], **more: list[Any]) -> pd.DataFrame:
    """Raw entries of one list."""
    columns: dict[str, Any] = {
        "list": ["news"] * len(cells),
        "position": list(range(len(cells))),
        "url": [f"https://town.example/{n}" for n in range(len(cells))],
        "date_raw": cells,
        **more,
    }
    frame = pd.DataFrame(columns)
    text = [name for name in frame.columns if name not in ("position", "fetched_at")]
    return frame.astype(dict.fromkeys(text, "str"))


CELLS = ["11.02.26", "10.02.26", "31.02.26", None, "27.01.26", "08.01.26"]


def test_types_are_those_of_the_record() -> None:
    """`date` is date32, `date_certain` bool, `published_at` UTC seconds."""
    out = dates(entries(CELLS), SITE)
    assert out["date"].dtype == pd.ArrowDtype(pa.date32())
    assert out["date_certain"].dtype == bool
    assert out["published_at"].dtype == pd.ArrowDtype(pa.timestamp("s", tz="UTC"))


def test_impossible_and_missing_cells_are_empty_and_counted() -> None:
    """Each empty day has its code; no other row has one."""
    out = dates(entries(CELLS), SITE)
    assert out["issues"].tolist() == [(), (), ("date_impossible",), ("date_missing",), (), ()]
    assert out["date"].isna().tolist() == [False, False, True, True, False, False]
    assert out["date_certain"].tolist() == [True, True, False, False, True, True]


def test_rows_keep_their_order_and_index() -> None:
    """The frame may be in any order; the list's is in `position`."""
    frame = entries(CELLS)
    shuffled = frame.iloc[[4, 0, 5, 2, 1, 3]]
    out = dates(shuffled, SITE)
    assert out.index.tolist() == shuffled.index.tolist()
    assert (
        out["date"].astype("str").tolist()
        == dates(frame, SITE)["date"].astype("str").loc[shuffled.index].tolist()
    )


def test_raw_cells_are_never_altered() -> None:
    """Only new columns appear."""
    frame = entries(CELLS)
    pd.testing.assert_frame_equal(dates(frame, SITE)[frame.columns.tolist()], frame)


def test_an_order_that_the_site_file_pins_wrongly_is_reported_not_obeyed() -> None:
    """The list is read as its days demand, and every row says that the site file contradicts."""
    site = Site("town", SITE.crawled, date_order="mdy", host="town.example")
    out = dates(entries(["27.01.26", "21.01.26", "19.01.26", "18.12.25"]), site)
    assert out["date"].astype("str").tolist()[0] == "2026-01-27"
    assert all("date_order_contradicts_site" in issues for issues in out["issues"])


def test_an_order_that_the_site_file_pins_settles_what_is_open() -> None:
    """Two readings alike by the list's days are settled by the site file."""
    cells, crawled = ["05/04/2025", "03/04/2025"], datetime(2026, 2, 14, tzinfo=UTC)
    for order, day in (("dmy", "2025-04-05"), ("mdy", "2025-05-04")):
        out = dates(entries(cells), Site("town", crawled, date_order=order))  # type: ignore[arg-type]
        assert out["date"].astype("str").tolist()[0] == day


def test_markup_stands_in_for_a_missing_cell() -> None:
    """No text but a machine-readable date: its day is certain, its moment kept."""
    out = dates(entries([None, "10.02.26"], datetime_raw=["2026-02-11T23:30:00+01:00", None]), SITE)
    assert str(out["date"].iloc[0]) == "2026-02-11"
    assert out["date_certain"].iloc[0]
    assert out["published_at"].iloc[0] == pd.Timestamp("2026-02-11T22:30:00Z")
    assert out["issues"].iloc[0] == ()


def test_an_impossible_cell_with_markup_takes_its_day_but_is_not_certain() -> None:
    """The text still says that something is wrong."""
    out = dates(entries(["31.02.26"], datetime_raw=["2026-02-28"]), SITE)
    assert str(out["date"].iloc[0]) == "2026-02-28"
    assert not out["date_certain"].iloc[0]
    assert out["issues"].iloc[0] == ("date_impossible",)


def test_markup_that_contradicts_the_text_is_counted() -> None:
    """The reader's day stays, the contradiction is told."""
    out = dates(
        entries(["27 janvier 2026"], datetime_raw=["2025-11-03T10:00:00Z"], page_language=["fr"]), SITE
    )
    assert str(out["date"].iloc[0]) == "2026-01-27"
    assert out["issues"].iloc[0] == ("date_contradicts_markup",)


def test_the_feed_and_the_entrys_page_are_asked_in_turn() -> None:
    """The listing's markup first, then the entry's page, then the feed."""
    out = dates(
        entries(
            [None, None],
            datetime_raw=[None, None],
            own_date=["2026-02-03", None],
            feed_date=["2026-01-01", "Mon, 02 Feb 2026 08:00:00 GMT"],
        ),
        SITE,
    )
    assert out["date"].astype("str").tolist() == ["2026-02-03", "2026-02-02"]
    assert out["published_at"].iloc[1] == pd.Timestamp("2026-02-02T08:00:00Z")


def test_an_address_stands_in_last_and_is_said_to() -> None:
    """A day from the URL alone is given, never certain."""
    frame = entries([None])
    frame["url"] = pd.Series(["https://town.example/2026/02/11/flood/"], dtype="str")
    out = dates(frame, SITE)
    assert str(out["date"].iloc[0]) == "2026-02-11"
    assert out["issues"].iloc[0] == ("date_from_url",)
    assert not out["date_certain"].iloc[0]


def test_the_sites_zone_makes_spans_certain() -> None:
    """Three hours before ten in the morning is the same day in Paris; without a zone it may not be."""
    cells = entries(["il y a 3 heures"], page_language=["fr"])
    paris = Site("town", SITE.crawled, timezone="Europe/Paris")
    assert dates(cells, paris)["date_certain"].iloc[0]
    assert dates(cells, Site("town", SITE.crawled))["issues"].iloc[0] == ("date_approximate",)


def test_a_converted_day_leaves_a_step() -> None:
    """The calendar is named in the trail, from raw cell to ISO day."""
    out = dates(entries(["11 ก.พ. 2569"], page_language=["th"]), SITE)
    assert [tuple(step) for step in out["steps"].iloc[0]] == [
        ("date", "buddhist", "11 ก.พ. 2569", "2026-02-11")
    ]


def test_the_lists_own_language_helps_where_the_page_declares_none() -> None:
    """Without a declared language the list's most frequent one is taken."""
    frame = entries(["5 lis 2025"], language=["hr"])
    assert str(dates(frame, SITE)["date"].iloc[0]) == "2025-10-05"


def test_an_empty_frame_stays_empty() -> None:
    """No rows in, no rows out, all columns there."""
    out = dates(entries([]), SITE)
    assert len(out) == 0
    assert {"date", "date_certain", "published_at"} <= set(out.columns)


def test_why_tells_hypotheses_evidence_and_margin() -> None:
    """The sentences name the readings weighed, what speaks for them, and what the day keeps."""
    told = "\n".join(why(entries(CELLS), SITE, 0))
    assert "an order that only the list can tell" in told
    assert "dmy: 100.0%" in told
    assert "2026-02-11 keeps 100.0% of the probability" in told
    assert "it is certain" in told


@pytest.mark.parametrize(
    ("row", "part"), [(2, "No date is given: date_impossible"), (3, "The entry has no date cell")]
)
def test_why_tells_why_there_is_no_date(row: int, part: str) -> None:
    """An empty day has its sentence too."""
    assert part in "\n".join(why(entries(CELLS), SITE, row))


def test_a_missing_year_comes_from_the_markup_or_the_address() -> None:
    """`Mar 14` of an archive is the year its markup or its link says, not the newest past one, and certain."""
    given = entries(
        ["Mar 14", "Mar 15", "Jan 16"],
        list=["a", "b", "c"],
        datetime_raw=["2016-03-14T15:00:00-04:00", None, None],
        url=[None, "https://town.example/2017/03/15/market/", "https://town.example/3"],
        page_language=["en"] * 3,
    )
    out = dates(given, SITE)
    assert [str(day) for day in out["date"]] == ["2016-03-14", "2017-03-15", "2026-01-16"]
    assert out["date_certain"].tolist()[:2] == [True, True]
