"""Posts without titles, some of which mention somebody or another site in their first sentence."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://port.example.org/posts/"
POSTS = (
    "The ferry sails again after the storm, and we are glad of it.",
    "Thanks to <a href=https://yard.example/@yard>@yard</a> for the new crane in the eastern basin!",
    "Seals were counted on the sandbank today.",
    "The pilot boat gets a new engine next week.",
    "<a href=/tags/budget>#budget</a>: the board of the port has agreed on it.",
    "We are hiring a keeper for the lock.",
)
OWN = [f"{URL}{n}" for n in range(len(POSTS))]


def links(post: str) -> list[str]:
    """Where the entries of a page of posts lead."""
    posts = "".join(post.format(n=n, text=text) for n, text in enumerate(POSTS))
    page = (
        f"<html lang=en><body><nav><a href=/>Port</a></nav><main><h1>Posts</h1>{posts}</main></body></html>"
    )
    return [entry.url for one in chosen(induce(page, URL)) for entry in one.entries]


def test_the_link_on_the_day() -> None:
    """It is each post's own, before and behind the text, with an hour, too."""
    assert links("<div class=post><p>{text}</p><a href=/posts/{n}>1{n} May 2026</a></div>") == OWN
    assert links("<div class=post><a href=/posts/{n}>May 1{n}, 2026, 6:24 PM</a><p>{text}</p></div>") == OWN


def test_a_day_of_several() -> None:
    """A day's page is no post's, and what is mentioned is not given up for it."""
    found = links("<div class=post><p>{text}</p><a href=/days/1>1{n} May 2026</a></div>")
    assert found[1] == "https://yard.example/@yard"


def test_a_title_that_leads_to_a_page_of_the_site() -> None:
    """It is the entry's, and the link on the day leads to a calendar's."""
    calendar = (
        ("12 May 2026", "/cal/12", "Evening of songs in the net loft"),
        ("13 May 2026", "/cal/13", "<a href=/concerts/band>Concert of the harbour band</a>"),
        ("14 May 2026", "/cal/14", "Talk on seals in the old customs house"),
        ("15 May 2026", "/cal/15", "Walk along the moles with the pilot"),
    )
    rows = "".join(f"<li><a href={to}>{day}</a> {text}</li>" for day, to, text in calendar)
    page = f"<html lang=en><body><main><h1>Calendar</h1><ul class=days>{rows}</ul></main></body></html>"
    found = [entry.url for one in chosen(induce(page, URL)) for entry in one.entries]
    assert found[1] == "https://port.example.org/concerts/band"


def test_titles_that_are_links() -> None:
    """Posts about other sites lead where their titles do."""
    found = links(
        "<div class=post><h3><a href=https://out.example/{n}>Seals and ferries, {n}</a></h3><p>{text}</p>"
        "<a href=/posts/{n}>1{n} May 2026</a></div>"
    )
    assert found == [f"https://out.example/{n}" for n in range(len(POSTS))]


def test_a_category_that_one_entry_has_alone() -> None:
    """A heading that is no link leads where its day does, not to its category, which the others may share or not."""
    rows = "".join(
        f"<li><h2>{title}</h2><a rel=tag href=/category/{kind}>{kind}</a> · <time datetime=2026-05-1{n}><a href=/posts/{n}>1{n} May 2026</a></time></li>"
        for n, (title, kind) in enumerate(
            zip(
                ("Otters seen at the weir", "A map of all benches", "The winter programme is here", "Lanterns for the road"),
                ("Nature", "Town", "Culture", "Town"),
                strict=True,
            )
        )
    )  # fmt: skip
    page = f"<html lang=en><body><main><h1>Posts</h1><ul>{rows}</ul></main></body></html>"
    assert [entry.url for one in chosen(induce(page, URL)) for entry in one.entries] == OWN[:4]


def test_a_title_that_is_more_than_its_link_leads_where_that_does() -> None:
    """A recording, a comma and the day in one line: the link on the day leads into a calendar."""
    rows = "".join(
        f"<li><a href=/posts/{name}.mp3>{name}.mp3</a>, <a href=/calendar/1{n}>1{n} May 2026</a></li>"
        for n, name in enumerate(
            ("26-3216_TideAtQuay", "26-2197_SealsAtWeir", "26-3226_OttersAtLock", "26-3300_BandAtPier")
        )
    )
    page = f"<html lang=en><body><main><h1>Posts</h1><ul>{rows}</ul></main></body></html>"
    found = [entry.url for one in chosen(induce(page, URL)) for entry in one.entries]
    assert [url.rpartition(".")[2] for url in found] == ["mp3"] * 4


@pytest.mark.parametrize("hour", ["10:3{n}", "<img src=/clock.svg alt=''>"])
def test_an_hour_that_asks_for_the_list_from_there_on_leads_to_no_entry(hour: str) -> None:
    """What each change of a log says has no link; its hour asks the page for what came before, its number leads to it."""
    rows = "".join(
        f"<tr><td>{20 - n} November 2026</td><td><a href='/log?from=4a{n}7'>{hour.format(n=n)}</a></td>"
        f"<td><p>{text}</p><p>change: <a href=/info/4a{n}7>4a{n}7</a> by <a href='/log?by=ada'>ada</a></p></td></tr>"
        for n, text in enumerate(
            (
                "The gauge of the lock counts tides",
                "Ropes are listed by their length",
                "A buoy may have two lamps",
                "Charts keep their scale when printed",
                "The bell rings in fog alone",
                "Berths without water are left out",
            )
        )
    )
    page = f"<html lang=en><body><h1>Changes</h1><table>{rows}</table></body></html>"
    found = chosen(induce(page, "https://quay.example/log?kind=all"))
    assert [entry.url for one in found for entry in one.entries] == [
        f"https://quay.example/info/4a{n}7" for n in range(6)
    ]


def test_a_number_that_asks_the_page_for_an_entry_leads_to_it() -> None:
    """The title has no link, and the last cell a file."""
    rows = "".join(
        f"<tr><td><a href='?id={40 + n}'>{40 + n}</a></td><td>{title}</td><td>{20 - n} November 2026</td><td><a href=/files/{n}.pdf>PDF</a></td></tr>"
        for n, title in enumerate(("Otters seen at the weir", "A map of all benches", "Lanterns for the road", "The lock is shut"))
    )  # fmt: skip
    page = f"<html lang=en><body><main><h1>Notices</h1><table>{rows}</table></main></body></html>"
    found = [entry.url for one in chosen(induce(page, URL)) for entry in one.entries]
    assert found == [f"{URL}?id={40 + n}" for n in range(4)]
