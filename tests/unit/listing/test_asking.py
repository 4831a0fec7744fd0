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
        ("<h1>Sign in</h1>", LOGIN, "/account?next=/news/"),
        (
            "<h1>Reset password</h1>",
            "<form method=post><input name=user_login><button>Go</button></form>",
            "/lost",
        ),
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


ASIDE = f"<aside>{BOX}</aside>"


@pytest.mark.parametrize(
    ("heading", "body", "address"),
    [
        ("<h1>Thank you</h1>", "<p>We have your letter and answer within two days.</p>", "/letters/sent"),
        ("<h1>Search</h1>", "<p>Nothing bears these words.</p>", "/search?q=tjalk"),
        (
            "<h1>Passwort vergessen</h1>",
            "<form><input type=email name=mail><button>Los</button></form>",
            "/konto/neu",
        ),
    ],
    ids=["thanks", "no results", "one field"],
)
def test_news_in_an_aside_are_not_the_page(heading: str, body: str, address: str) -> None:
    """The main part says what the page is, and the only list stands in an `<aside>` outside it."""
    page = f"<html lang=en><body><main>{heading}{body}</main>{ASIDE}</body></html>"
    assert not chosen(induce(page, SITE + address))


@pytest.mark.parametrize("open_tag", ["<nav>", "<div role=navigation>"], ids=["an element", "a role"])
def test_news_in_the_menu_are_not_the_page(open_tag: str) -> None:
    """A menu unfolds what is newest above a page that says little; one in the main part is the page's list."""
    folders = f"<li><a href=/>Home</a></li><li><a href=/news>News</a><ul>{ROWS}</ul></li><li><a href=/quays>Quays</a></li>"
    menu = f"{open_tag}<ul>{folders}</ul></{open_tag[1:].split()[0].strip('>')}>"
    main = "<main><h1>Access</h1><p>This site can be read by all browsers that we know of.</p></main>"
    assert not chosen(induce(f"<html lang=en><body>{menu}{main}</body></html>", f"{SITE}/access"))
    assert chosen(
        induce(f"<html lang=en><body><main><h1>News</h1>{menu}</main></body></html>", f"{SITE}/news")
    )


@pytest.mark.parametrize(
    ("page", "address"),
    [
        (f"<main><h1>Ships</h1><p>All that we know of ships.</p>{ASIDE}</main>", "/ships/"),
        (f"<main></main>{ASIDE}", "/ships/"),
        (f"<main><h1>News</h1><p>What is new on the quays.</p></main>{ASIDE}", "/news/"),
        (f"<aside><main><h1>Ships</h1>{BOX}</main></aside>", "/ships/"),
    ],
    ids=["inside the main part", "an empty main part", "a page called news", "a main part inside"],
)
def test_news_in_an_aside_may_be_the_page(page: str, address: str) -> None:
    """An `<aside>` of the main part, beside an empty one, or of a page of news holds the page's list."""
    found = chosen(induce(f"<html lang=en><body>{page}</body></html>", SITE + address))
    assert [entry.title for one in found for entry in one.entries] == [title for _, title, _ in NEWS]
