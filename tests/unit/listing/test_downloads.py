"""Entries that hold dated files are the list, not their files; a day, or a heading without one, over files is none."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce

URL = "https://portus.example/register/"
NAMES = (
    "Quay wall of the western basin", "Roof of the old fish hall", "Two moorings for the rescue boat", "Dues for the winter berths",
    "Crane rails of the timber yard", "Lamps along the northern mole",
)  # fmt: skip
FILES = ("Agenda", "Minutes", "Report of the harbour master", "Plan")


def kept(record: str, file: str) -> list[Entry]:
    """What is kept of a register of six records with four files each, both made from forms."""
    made = "".join(
        record.format(
            name=NAMES[n],
            n=n,
            day=f"{20 - n} November 2026",
            files="".join(
                file.format(file=FILES[k], day=f"{19 - n - k} November 2026", n=n, k=k) for k in range(4)
            ),
        )
        for n in range(6)
    )
    page = f"<html lang=en><body><main><h1>Register</h1>{made}</main></body></html>"
    return [entry for one in chosen(induce(page, URL)) for entry in one.entries]


RECORDS = [
    "<div class=item><h3><a href=/register/{n}>{name}</a></h3><span>{day}</span><ul>{files}</ul></div>",
    "<details><summary>{name}, decided on {day}</summary><ul>{files}</ul><a href=/register/{n}>The record</a></details>",
    "<section><button>{name}, in short</button><p>{day}</p><div hidden>{files}</div><a href=/register/{n}>The record</a></section>",
]
ITEMS = [
    "<li><a href=/files/{n}-{k}.pdf>{file}, {day}</a></li>",
    "<li><a href=/files/{n}-{k}.docx?open=1>{file}</a> {day}</li>",
]


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("item", ITEMS)
def test_records_come_before_their_files(record: str, item: str) -> None:
    """What has a title, a day and a page of its own is the entry; the files in it are more and say a day, too."""
    found = kept(record, item)
    assert [entry.url for entry in found] == [f"{URL}{n}" for n in range(6)]
    assert [entry.date for entry in found] == [f"{20 - n} November 2026" for n in range(6)]
    assert all(entry.title.startswith(name) for entry, name in zip(found, NAMES, strict=True))


def test_files_are_known_by_their_names_too() -> None:
    """Links that no ending calls files are some where all records have the same ones but for their day."""
    found = kept(RECORDS[0], "<li><a href=/download?id={n}{k}>{file} of {day}</a></li>")
    assert [entry.title for entry in found] == list(NAMES)


HEADS = [
    "<section><h3>{day}</h3><ul>{files}</ul></section>",
    "<section><h3>{name}</h3><ul>{files}</ul></section>",
]


@pytest.mark.parametrize("head", HEADS)
def test_files_below_a_heading_stay_entries(head: str) -> None:
    """A day alone over files, or a name without a day and a page, is a heading: the files are the entries."""
    assert len(kept(head, ITEMS[0])) == 24


def test_files_with_titles_of_their_own_stay_entries() -> None:
    """A dated page that heads several papers does not come before them where each is called otherwise."""
    paper = "<li><a href=/files/{n}-{k}.pdf>{name}: {file}</a> <span>{day} November 2026</span></li>"
    made = "".join(
        f"<div class=item><h3><a href=/issue/{n}>Papers of the {head}</a></h3><p>{28 - 7 * n} November 2026</p><ul>"
        + "".join(
            paper.format(n=n, k=k, name=NAMES[n + k], file=FILES[n - k], day=27 - 7 * n - k) for k in range(3)
        )
        + "</ul></div>"
        for n, head in enumerate(("outer harbour", "inner harbour", "locks and bridges"))
    )
    found = chosen(induce(f"<html lang=en><body><main><h1>Register</h1>{made}</main></body></html>", URL))
    assert all(entry.url.endswith(".pdf") for one in found for entry in one.entries)
    assert sum(len(one.entries) for one in found) == 9


def test_files_of_one_kind_below_a_section_stay_entries() -> None:
    """A committee with the day of its last change heads its agendas, which differ in nothing but their day."""
    section = "<section><h3>{name}, the whole of it</h3><p>Updated on {day}</p><ul>{files}</ul></section>"
    assert len(kept(section, "<li><a href=/files/{n}-{k}.pdf>Agenda of {day}</a></li>")) == 24


OWN = [
    "<a href=https://plaza.example/share?of={n}>Share</a>",
    "<a href=/order?number={n}>Order a copy</a>",
    "<a href=/cite/{n}>Cite</a>",
    "<a href=/files/{n}-0.docx>Word</a> <a href=/cite/{n}>Cite</a>",
]


@pytest.mark.parametrize("own", OWN)
def test_a_document_is_its_file(own: str) -> None:
    """What is shared, ordered or cited beside one file, or one in two formats, is that file: it is the entry's link."""
    record = "<div class=item><span>{day}</span><h4>{name}</h4><p>{name}: what came of it this year.</p>{files}</div>"
    made = "".join(
        record.format(
            name=name,
            day=f"{20 - n} November 2026",
            files=f"<a href=/files/{n}-0.pdf>Download</a> {own}".format(n=n),
        )
        for n, name in enumerate(NAMES)
    )
    found = chosen(induce(f"<html lang=en><body><main><h1>Papers</h1>{made}</main></body></html>", URL))
    assert [entry.url for one in found for entry in one.entries] == [
        f"https://portus.example/files/{n}-0.pdf" for n in range(6)
    ]


@pytest.mark.parametrize("own", OWN[:2])
def test_another_hosts_page_and_an_order_are_no_pages_of_an_entry(own: str) -> None:
    """Nor is what is shared or ordered beside several files."""
    record = "<div class=item><h4>{name}</h4><span>{day}</span>{files}" + own + "</div>"
    found = kept(record, "<a href=/files/{n}-{k}.pdf>{file}</a> ")
    assert [entry.url for entry in found] == [f"https://portus.example/files/{n}-0.pdf" for n in range(6)]
