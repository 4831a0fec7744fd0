"""A page that asks its reader for something is no listing, whatever news stand beside the form; a list with a form is one."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

SITE = "https://portus.example"
NEWS = (
    ("otters", "Otters are back in the harbour", "3 May 2026"),
    ("seals", "Seals counted on the sandbank", "1 May 2026"),
    ("lock", "Lock closed for repairs until June", "28 April 2026"),
    ("museum", "Museum opens a third hall", "20 April 2026"),
    ("budget", "Board approves the budget of the quays", "11 April 2026"),
    ("pilots", "New pilot boat is named after a lighthouse", "2 April 2026"),
)
ROWS = "".join(f"<li><a href=/news/{at}>{title}</a> <span>{day}</span></li>" for at, title, day in NEWS)
BOX = f"<div class=box><h3>News</h3><ul>{ROWS}</ul></div>"
RULES = (
    "<p>We answer on working days, mostly within two of them. Pilots and masters call the bridge, whose number is on the"
    " chart of the approaches, as letters are not read at night; for berths in the summer write before the end of March.</p>"
)
FIELDS = "<input name=who><input type=email name=mail>"
LETTER = f"<form method=post>{FIELDS}<textarea name=said></textarea><button>Send</button></form>"
ACCOUNT = f"<form method=post>{FIELDS}<input type=password name=word><button>Go</button></form>"
LOGIN = "<form method=post><input name=who><input type=password name=word><button>Go</button></form>"
FILTER = f"<form method=post>{FIELDS}<button>Find</button></form>"


def kept(heading: str, body: str, address: str) -> list[str]:
    """The titles that a run keeps of a page."""
    menu = "<nav><a href=/>Start</a> <a href=/quays>Quays</a> <a href=/contact>Contact</a></nav>"
    page = f"<html lang=en><body>{menu}<main>{heading}{body}</main></body></html>"
    return [entry.title for one in chosen(induce(page, SITE + address)) for entry in one.entries]


@pytest.mark.parametrize(
    ("heading", "form", "address"),
    [
        ("<h1>Contact us</h1>", LETTER, "/harbour/17"),
        ("<h1>The harbour office is here for you every day</h1>", LETTER, "/contact/"),
        ("<h1>Регистрация</h1>", ACCOUNT, "/ru/17"),
        ("<h1>お問い合わせ</h1>", LETTER, "/ja/17"),
        ("<h1>The harbour office is here for you every day</h1>", LETTER, "/index.php?action=contact"),
    ],
)
def test_news_beside_a_form_are_not_the_page(heading: str, form: str, address: str) -> None:
    """The page is called contact or registration and has a form to fill in: its six dated news are a box."""
    assert not kept(heading, form + RULES + f"<aside>{BOX}</aside>", address)
    assert len(kept("<h1>News</h1>", BOX, "/news/")) == len(NEWS)


@pytest.mark.parametrize(
    ("heading", "body", "address"),
    [
        ("<h1>Register of decisions</h1>", f"{FILTER}<ul>{ROWS}</ul>", "/register/"),
        ("<h1>Kontakt</h1>", f"<ul>{ROWS}</ul>{FILTER}", "/kontakt/"),
        ("<h1>Feedback</h1>", f"<ul>{ROWS}</ul>", "/feedback/"),
        ("<h1>Register</h1>", f"<form method=post>{FIELDS}<ul>{ROWS}</ul></form>", "/register.aspx"),
        ("", f"<ul>{ROWS}</ul><h2>Log in &bull; Register</h2>{LOGIN}", "/board/index.php"),
        ("<h1>Contact</h1>", f"<ul>{ROWS}</ul><footer>{FILTER}</footer>", "/category/contact/"),
        ("<h1>Sign up for events</h1>", f"<ul>{ROWS}</ul>{ACCOUNT}", "/events/"),
    ],
    ids=[
        "a register",
        "a magazine",
        "no form",
        "one form around all",
        "a board over its login",
        "a topic",
        "days to come",
    ],
)
def test_a_list_with_a_form_is_a_list(heading: str, body: str, address: str) -> None:
    """What the page shows is the list: a filter, a newsletter or a login beside it takes nothing away."""
    assert kept(heading, body, address) == [title for _, title, _ in NEWS]
