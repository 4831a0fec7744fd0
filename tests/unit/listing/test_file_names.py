"""A link that says the name of its own file is no title where a title stands beside it; in a directory it is all there is."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://port.example.org/rulings/"
MATTERS = (
    "Harbour board v. Nilsson",
    "In re The Old Weigh House",
    "Ferry union v. City of Quays",
    "Lind v. Lind",
)


def titles(body: str) -> list[str]:
    kept = chosen(induce(f"<html lang=en><body><main><h1>Rulings</h1>{body}</main></body></html>", URL))
    return [entry.title for one in kept for entry in one.entries]


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><a href=/f/{n}.pdf>{n}.pdf</a></td><td>{matter}</td><td>1{at} May 2026</td></tr>",
        "<tr><td>1{at} May 2026</td><td><b>{matter}</b></td><td><a href=/f/{n}.PDF?dl=1>{n}.pdf</a></td></tr>",
        "<tr><td><a href=/f/{n}%20b.pdf>{n} b.pdf</a></td><td>{matter}</td><td>1{at} May 2026</td></tr>",
    ],
    ids=["name first", "name last", "written for addresses"],
)
def test_the_matter_beside_a_file_is_the_title(row: str) -> None:
    """A court names its files by their numbers; the reader looks for the matter."""
    body = "".join(row.format(n=f"12377{at}U", at=at, matter=matter) for at, matter in enumerate(MATTERS))
    assert titles(f"<table>{body}</table>") == list(MATTERS)


def test_lines_as_they_are_written() -> None:
    """The name of the file, the day and the matter, and below them the court's summary."""
    body = "\n".join(
        f"<a href=/f/12377{at}U.pdf>12377{at}U.pdf</a>   <b>05/1{at}/2026  {matter}</b>\n   Heard by the full board.\n"
        "   The appeal was dismissed as the board below had decided within its powers, and costs were shared.\n"
        for at, matter in enumerate(MATTERS)
    )
    assert titles(f"<pre>{body}</pre>") == list(MATTERS)


def test_lines_below_the_matter_are_its_teaser() -> None:
    """Nothing marks the line of the matter but where it ends; below it stands what was appealed from."""
    body = "\n".join(
        f"<a href=/f/12377{at}U.pdf>12377{at}U.pdf</a>   05/1{at}/2026  {matter}\n   Appeal number: 26-12{at}\n"
        "   Appealed from the board of the harbour district - eastern part    \n \n"
        for at, matter in enumerate(MATTERS)
    )
    page = f"<html lang=en><body><main><h1>Rulings</h1><pre>{body}</pre></main></body></html>"
    kept = [entry for one in chosen(induce(page, URL)) for entry in one.entries]
    assert [entry.title for entry in kept] == list(MATTERS)
    assert [entry.excerpt for entry in kept] == [
        f"Appeal number: 26-12{at} Appealed from the board of the harbour district - eastern part"
        for at in range(len(MATTERS))
    ]


def test_a_directory_lists_names() -> None:
    """Beside them stand a day and a size, and neither is a title."""
    body = "".join(
        f"<tr><td><a href=minutes-{at}.pdf>minutes-{at}.pdf</a></td><td>1{at} May 2026</td><td>4{at} kB</td></tr>"
        for at in range(4)
    )
    assert titles(f"<table>{body}</table>") == [f"minutes-{at}.pdf" for at in range(4)]


def test_a_kind_beside_each_file_names_none() -> None:
    """What is the same beside many files is what they are, not which."""
    body = "".join(
        f"<tr><td><a href=minutes-{at}.pdf>minutes-{at}.pdf</a></td><td>Minutes</td><td>1{at} May 2026</td></tr>"
        for at in range(4)
    )
    assert titles(f"<table>{body}</table>") == [f"minutes-{at}.pdf" for at in range(4)]


def test_a_line_that_begins_with_its_files_name() -> None:
    """The day and the case's number leave few letters in what follows; it says the matter all the same."""
    body = "\n".join(
        f"<a href=/op/op{at}.pdf>op{at}.pdf</a>   05/1{at}/2026   26-220{at}   {matter}"
        for at, matter in enumerate(MATTERS)
    )
    assert titles(f"<pre>{body}\n</pre>") == [f"26-220{at} {matter}" for at, matter in enumerate(MATTERS)]


def test_a_name_that_a_server_cuts_is_whole_in_the_address() -> None:
    """Servers list a folder in lines of one length; a name of more than fifty characters ends in two points and a bracket."""
    names = [f"2026-05-1{at}_Minutes_of_the_häfen_and_quays_committee_{at}.pdf" for at in range(4)]
    body = "\n".join(
        f'<a href="{quote(name)}">{name[:47]}..&gt;</a>     1{at}-May-2026 08:05   {1000 + at}'
        for at, name in enumerate(names)
    )
    page = f"<html><head><title>Index of /rulings/</title></head><body><h1>Index of /rulings/</h1><hr><pre>{body}</pre></body></html>"
    assert [entry.title for one in chosen(induce(page, URL)) for entry in one.entries] == names


def test_a_name_that_ends_in_points_is_no_name_of_a_server() -> None:
    """A court writes `In re R. P...`, and its files begin as their matters do."""
    body = "".join(
        f'<p><a href="In re {name}. L...2026051{at}_{at}49.pdf">In re {name}. L...</a>, filed 1{at} May 2026</p>'
        for at, name in enumerate("ABCD")
    )
    assert titles(body) == [f"In re {name}. L..." for name in "ABCD"]
