"""Six digits in the names of files: days where the whole list bears it out."""

from __future__ import annotations

import pytest

from scraper.listing.dates.dated_files import days_in_files


def files(*names: str) -> list[str]:
    return [f"https://portus.example/assets/{name}" for name in names]


def test_the_list_decides_the_order() -> None:
    """`060619` alone could be three days."""
    assert days_in_files(files("BA-062019.pdf", "BA-060619.pdf", "BA-Minutes-051619.pdf")) == [
        "2019-06-20",
        "2019-06-06",
        "2019-05-16",
    ]
    assert days_in_files(files("m200619.pdf", "m060619.pdf", "m160519.pdf"))[1] == "2019-06-06"
    assert days_in_files(files("260414-a.docx", "260331-b.docx", "260317-c.docx"))[0] == "2026-04-14"


def test_of_two_orders_the_one_that_goes_down_the_list() -> None:
    """All of these are days both ways; entries stand by day."""
    assert (
        days_in_files(files("a-120126.pdf", "a-110526.pdf", "a-100926.pdf", "a-031226.pdf"))[0]
        == "2026-12-01"
    )


def test_years_that_are_those_of_a_day_s_first_files() -> None:
    """Files of one day in each year are days of 2001, and so are several of one day in different years."""
    assert days_in_files(files("m021501.pdf", "m031901.pdf", "m042201.pdf"))[0] == "2001-02-15"
    assert days_in_files(files("m021503.pdf", "m021502.pdf", "m042201.pdf"))[0] == "2003-02-15"


def test_a_file_named_in_a_parameter() -> None:
    """Some sites hand out files through a script."""
    links = [f"/get.php?file=docs/{name}&a=1" for name in ("x-042126.pdf", "x-031726.pdf", "x-021726.pdf")]
    assert days_in_files(links) == ["2026-04-21", "2026-03-17", "2026-02-17"]


@pytest.mark.parametrize(
    ("why", "links"),
    [
        ("numbers that are counted up", files("100101.pdf", "100102.pdf", "100103.pdf", "100104.pdf")),
        (
            "files of a day that are counted",
            files("021501.htm", "021502.htm", "031901.htm", "042201.htm", "050701.htm"),
        ),
        ("numbers that are no days", files("438812.pdf", "438790.pdf", "438655.pdf")),
        ("too few", files("a-062019.pdf", "a-060619.pdf")),
        ("no files", ["/news/062019", "/news/060619", "/news/051619"]),
        ("longer numbers", files("20260620191.pdf", "20260606191.pdf", "20260516191.pdf")),
        ("most have none", files("a-062019.pdf", "b.pdf", "c.pdf", "d-060619.pdf", "e-051619.pdf")),
        ("no link", ["", "", ""]),
    ],
)
def test_what_is_no_day(why: str, links: list[str]) -> None:
    """A number is a number until the list says otherwise."""
    assert days_in_files(links) == [""] * len(links), why
