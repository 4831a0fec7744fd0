"""A lead above the other entries has its title in another place than they: its heading or link is the title, not its text."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import NEWS

URL = "https://portus.example/culture/"
REST = "".join(
    f"<article><h3><a href=/c/{at}>{title}</a></h3><p>{text}</p><span class=d>{9 - n} May 2026</span></article>"
    for n, (at, title, text) in enumerate(NEWS)
)
TITLE = "Opera comes to the old granary"
TEXT = "Forty singers rehearse between the sacks where the barley was kept until the war."
TELLS = f"<p>{TEXT}</p><span class=d>10 May 2026</span>"


@pytest.mark.parametrize(
    "lead",
    [
        f"<h2><a href=/c/opera>{TITLE}</a></h2>{TELLS}",
        f"<h5>Culture</h5><h2><a href=/c/opera>{TITLE}</a></h2>{TELLS}",
        f"<div class=txt><h2 class=big>{TITLE}</h2>{TELLS}<a href=/c/opera>More</a></div>",
        f"<h4>Video</h4><p><a href=/c/opera>{TITLE}</a></p>{TELLS}",
        f"<p><a href=/c/opera>{TITLE}</a></p>{TELLS}",
        f"<h4><a href=/culture>Culture</a></h4><h2><a href=/c/opera>{TITLE}</a></h2>{TELLS}",
        f"<p><a href=/cat/culture>Culture and festivals of the summer, and of the winter after it</a></p><h2>{TITLE}</h2>{TELLS}<a href=/c/opera>More</a>",
        f"<h2>{TITLE}</h2>{TELLS}<p><a href=/c/opera>By Ada Berg, our critic in the old town</a></p>",
    ],
    ids=[
        "larger heading",
        "label over it",
        "other box",
        "label over a link",
        "no heading",
        "linked label",
        "category over it",
        "link below it",
    ],
)
def test_the_title_of_a_lead(lead: str) -> None:
    """Wherever the lead has its title, it keeps its text as a teaser, and the others keep theirs."""
    page = f"<html lang=en><body><main><h1>Culture</h1><article>{lead}</article>{REST}</main></body></html>"
    rows = [entry for one in chosen(induce(page, URL)) for entry in one.entries]
    assert [row.title for row in rows] == [TITLE, *(title for _, title, _ in NEWS)]
    assert rows[0].url == f"{URL.removesuffix('culture/')}c/opera"
    assert TEXT in rows[0].excerpt
    assert [row.excerpt for row in rows[1:]] == [text for _, _, text in NEWS]


def test_a_lead_that_the_list_has_is_no_second_entry() -> None:
    """A box above the list may show its newest entry again, larger."""
    at, title, text = NEWS[0]
    lead = f"<h2><a href=/c/{at}>{title}</a></h2><p>{text}</p><span class=d>9 May 2026</span>"
    page = f"<html lang=en><body><main><h1>Culture</h1><div class=hero>{lead}</div><div>{REST}</div></main></body></html>"
    rows = [entry for one in chosen(induce(page, URL)) for entry in one.entries]
    assert [row.title for row in rows] == [title for _, title, _ in NEWS]


def test_a_lead_in_a_wrapper_that_is_named_after_its_sidebar_is_an_entry() -> None:
    """Themes name the column beside a sidebar after it; the list stands in the same wrapper as its lead."""
    lead = f"<div class=big><h2><a href=/c/opera>{TITLE}</a></h2>{TELLS}</div>"
    page = (
        f"<html lang=en><body><div class=right-sidebar><h1>Culture</h1>{lead}<div class=grid>{REST}</div></div>"
        "<aside><h3>About</h3><p>Notes from the old town.</p></aside></body></html>"
    )
    rows = [entry for one in chosen(induce(page, URL)) for entry in one.entries]
    assert [row.title for row in rows] == [TITLE, *(title for _, title, _ in NEWS)]


SECONDS = tuple(
    (f"/c/second-{n}", f"{title} in the hall of the fishers", f"{11 + n} May 2026")
    for n, title in enumerate(("Choirs meet", "Painters show the tide", "A play is read"))
)


def front(boxes: str, *, heading: str = "") -> list[str]:
    """Titles kept of a page whose list stands below boxes of its own section."""
    page = f"<html lang=en><body><main><h1>Culture</h1>{heading}{boxes}<ul class=river>{{}}</ul></main></body></html>"
    river = REST.replace("<article>", "<li>").replace("</article>", "</li>")
    return [entry.title for one in chosen(induce(page.format(river), URL)) for entry in one.entries]


@pytest.mark.parametrize(
    "lead", ["", f"<section class=top><h2><a href=/c/opera>{TITLE}</a></h2>{TELLS}</section>"]
)
@pytest.mark.parametrize("count", [2, 3])
def test_a_lead_and_those_beside_it_are_entries(lead: str, count: int) -> None:
    """A section opens with a large one, a row of two or three, and the river: all lead to its folder."""
    row = "".join(
        f"<div class=col><h3><a href={at}>{title}</a></h3><img src=x alt=''><span class=d>{day}</span></div>"
        for at, title, day in SECONDS[:count]
    )
    wanted = (
        [TITLE] * bool(lead) + [title for _, title, _ in SECONDS[:count]] + [title for _, title, _ in NEWS]
    )
    assert front(f"{lead}<div class=row>{row}</div>") == wanted


@pytest.mark.parametrize(
    ("heading", "folder", "day"),
    [("<h2>Days to come</h2>", "/c/", "May 2026"), ("", "/days/", "May 2026"), ("", "/c/", "")],
    ids=["a heading of their own", "another folder", "no day"],
)
def test_boxes_that_are_no_leads(heading: str, folder: str, day: str) -> None:
    """Two days to come above the news have a heading or a folder of their own; what has no day may be a welcome."""
    row = "".join(
        f"<div class=col><h3><a href={at.replace('/c/', folder)}>{title}</a></h3><span class=d>{day and f'{n + 20} {day}'}</span></div>"
        for n, (at, title, _) in enumerate(SECONDS[:2])
    )
    assert front(f"<div class=row>{row}</div>", heading=heading) == [title for _, title, _ in NEWS]
