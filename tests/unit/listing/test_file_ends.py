"""Kind and size of a file at a title's end are no part of the title: they change with the file."""

from __future__ import annotations

import pytest

from scraper.listing.fields.file_ends import without_file
from scraper.listing.induce import induce


@pytest.mark.parametrize(
    "end",
    [
        " (PDF, 90 KB)", " [PDF - 90,5 KB]", " PDF 90KB", " - PDF, 1.2 MB", "（PDF：90KB）", " [PDFファイル／90KB]", " (2.1 MB)",
        " (PDF, 90,3 KB, Datei ist nicht barrierefrei)", " (pdf - 90 Ko)", " (doc, 45 Кб)", "（PDF形式90キロバイト）", " (90 kB, PDF)",
        " | PDF (3,4 MiB)", " (application/pdf, 512 bytes).", " PDF – 61,88 ko - 12/11/2026", " - pdf 1.2 Mb, published on 2026-11-12",
    ],
)  # fmt: skip
def test_a_size_and_what_is_around_it_goes(end: str) -> None:
    """In brackets of every kind, or behind the name of one."""
    assert without_file(f"Plan for the weir{end}") == "Plan for the weir"


@pytest.mark.parametrize(
    "title",
    [
        "How to sign a PDF", "The 64 KB that changed games", "Lower than 5 Mo", "(PDF, 90 KB)", "Notice (second reading)",
        "Boards (16 GB) for every school", "Memory card (64 GB)", "Report for 2020 (PDF)", "Model X16 (A4)", "Prices in Bo", "Route 12 MB", "Minutes of 18/11/2026",
        "Boards of 64 KB from 1.4.1998",
    ],
)  # fmt: skip
def test_a_title_that_names_a_kind_or_a_size_stays(title: str) -> None:
    """So does one that says nothing else."""
    assert without_file(title) == title


@pytest.mark.parametrize("title", ["Acts no. 88 of 5 June 2026", "Plan for the weir"])
def test_a_size_in_a_block_of_its_own_may_follow_without_a_space(title: str) -> None:
    """A style sheet puts `<span>PDF - 1,0 Mb - 06/06/2026</span>` below the title."""
    assert without_file(f"{title}PDF - 1,0 Mb - 06/06/2026") == title


def test_the_titles_of_a_list_are_without_it() -> None:
    """What is left is the title."""
    titles = [
        "Minutes of the harbour board",
        "Plan for the weir",
        "Accounts of the ferry",
        "Rules for stalls",
    ]
    rows = "".join(
        f"<li>2026-05-{at + 11} <a href=/d/{at}.pdf>{title} (PDF, {90 + 17 * at} KB)</a></li>"
        for at, title in enumerate(titles)
    )
    found = induce(
        f"<html lang=en><body><main><h1>Papers</h1><ul>{rows}</ul></main></body></html>",
        "https://portus.example/",
    )
    assert [entry.title for entry in found[0].entries] == titles


def test_the_day_of_a_file_is_its_entrys() -> None:
    """It leaves the title and stays the date."""
    titles = ["Notice to fishers of the bay", "Order to open the locks", "Plan for the buoys"]
    rows = "".join(
        f"<div class=file><a href=/f/{at}.pdf>{title} <span>PDF – 61,88 ko - {18 - at}/11/2026</span></a></div>"
        for at, title in enumerate(titles)
    )
    found = induce(
        f"<html lang=fr><body><main><h1>Publications</h1>{rows}</main></body></html>",
        "https://portus.example/a",
    )
    assert [(entry.title, entry.date) for entry in found[0].entries] == [
        (title, f"{18 - at}/11/2026") for at, title in enumerate(titles)
    ]
