"""One to five entries that are all that a page says are its list; as much beside other things is a box."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

ROOT = "https://quay.example/"
TAG = "https://quay.example/tags/oats/"
TITLES = (
    "A mill at low water",
    "The oat boat",
    "Bread for the pilots",
    "What the miller owed",
    "Two sacks short",
)
TOLD = "The miller kept a book of what he lent, and nobody has ever read it to the end."
MENU = "<header><a href=/>Quay Notes</a><nav><a href=/about/>About</a> <a href=/tags/>Tags</a></nav></header>"
NEWEST = "".join(f"<li><a href=/newest/{n}/>{title}</a>" for n, title in enumerate(TITLES))
BOX = f"<aside><h2>Newest</h2><ul>{NEWEST}</ul></aside>"

POST = "<article><h2><a href=/{n}/>{title}</a></h2><time datetime=2026-10-0{n}>{n} October 2026</time><p>{told}</p></article>"
CARD = "<div class=card><a href=/{n}/><img src=/{n}.jpg alt=''><h3>{title}</h3><p>{told}</p></a><p>{n}.10.2026</p></div>"
STAMPED = "<div class=post><h3><a href=/{n}/>{title}</a></h3><p>{told}</p><p>{n}.10.2026 09:15, changed {n}.11.2026 10:40</p></div>"
ROW = "<li class=row><a href=/{n}/>{title}</a> <time>{n} October 2026</time></li>"


def posts(build: str, number: int) -> str:
    return "".join(build.format(n=n, title=title, told=TOLD) for n, title in enumerate(TITLES[:number], 1))


def page(main: str, title: str = "Quay Notes") -> str:
    return f"<html lang=en><head><title>{title}</title></head><body>{MENU}<main>{main}</main>{BOX}<footer>2026 A. Brink</footer></body></html>"


def kept(html: str, url: str) -> list[str]:
    return [entry.title for one in chosen(induce(html, url)) for entry in one.entries]


@pytest.mark.parametrize("number", [1, 2, 3, 5])
@pytest.mark.parametrize("build", [POST, CARD])
def test_the_front_of_a_young_blog_is_its_list(build: str, number: int) -> None:
    """From its first post on, whatever boxes stand beside it."""
    assert kept(page(f"<div>{posts(build, number)}</div>"), ROOT) == list(TITLES[:number])


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("build", [POST, CARD, STAMPED, f"<ul>{ROW}</ul>"])
def test_a_tag_used_once_or_twice_is_a_list(build: str, number: int) -> None:
    """Below a heading that says the tag: it names no listing, and the box of the newest has more entries."""
    html = page(f"<h1>Oats</h1>{posts(build, number)}", "Oats - Quay Notes")
    assert kept(html, TAG) == list(TITLES[:number])


TEXT = f"<p>{TOLD} {TOLD}</p>"


@pytest.mark.parametrize(
    ("main", "title"),
    [
        (f"<h1>The office</h1>{TEXT}{posts(POST, 1)}", "The office - Quay Notes"),
        (f"<h1>The office</h1><h2>From the notes</h2>{posts(POST, 1)}", "The office - Quay Notes"),
        (
            f"<h1>Write to us</h1><form><textarea></textarea></form><h2>Newest</h2>{posts(POST, 1)}",
            "Write to us",
        ),
        (f"<h1>Log in</h1><form><input type=password></form>{posts(POST, 1)}", "Log in - Quay Notes"),
        (f"<h1>Error 404</h1><p>There is no such page.</p>{posts(POST, 1)}", "Error 404"),
        (f"<h1>Oats</h1><p>{TOLD}</p><a href=/1/>{TITLES[0]}</a>", "Oats - Quay Notes"),
        (posts(POST, 1).replace("</p>", f" {TOLD * 4}</p>"), f"{TITLES[0]} - Quay Notes"),
        (posts(POST, 1).replace("/1/", "/tags/oats/"), "Quay Notes"),
        (
            f"<article><p>{TOLD} See <a href=/1/>{TITLES[0]}</a> too.</p><p>3 October 2026</p></article>",
            "Quay Notes",
        ),
        (posts(POST, 1).replace("/1/", "/tags/"), "Quay Notes"),
        (posts(POST, 1).replace("/1/", "https://mill.example/oats/"), "Quay Notes"),
    ],
    ids=[
        "below a text",
        "below another heading",
        "below a form",
        "below a login",
        "below an error",
        "without a day",
        "an article that links its title to its lasting address",
        "an article that leads to itself",
        "a text with a link in it",
        "what leads up",
        "what leads to another site",
    ],
)
def test_one_entry_beside_anything_else_is_a_box(main: str, title: str) -> None:
    """And so is what the page itself tells, which leads nowhere else."""
    assert kept(page(main, title), TAG) == []


def test_links_that_all_say_the_same_are_no_titles() -> None:
    """Three boxes that each say "Read the whole text" have no title to be called by."""
    rows = "".join(
        f"<div><p>{n} October 2026</p><a href=/{n}/>Read the whole text</a></div>" for n in range(1, 4)
    )
    front = f"<html><title>Quay</title><body><div>{rows}</div></body></html>"
    named = front
    for n, title in enumerate(TITLES[:3], 1):
        named = named.replace(f"/{n}/>Read the whole text", f"/{n}/>{title}")
    assert kept(front, ROOT) == []
    assert len(kept(named, ROOT)) == 3


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("build", [POST, STAMPED])
def test_no_frame_of_one_entry_is_a_list(build: str, number: int) -> None:
    """Head, entry and foot of a page are three boxes side by side; nothing names a main part."""
    html = (
        f"<html><head><title>Quay Notes</title></head><body><div>{MENU}</div><div class=box><p>Oats</p>{posts(build, number)}</div>"
        "<div class=box><p>2026 A. Brink, made with care</p><a href=/>Quay Notes</a></div></body></html>"
    )
    assert kept(html, TAG) == list(TITLES[:number])


def test_a_column_of_boxes_in_the_main_part_is_not_beside_an_entry() -> None:
    """It is named as one, though it stands there as the entries do, and its newest have days."""
    newest = "".join(
        f"<li><a href=/newest/{n}/>{title}</a> <time>2{n} October 2026</time>"
        for n, title in enumerate(TITLES)
    )
    html = page(
        f"<div class=posts><p>All texts - 1</p>{posts(POST, 1)}</div><div class=aside-content><ul>{newest}</ul></div>"
    )
    assert kept(html, TAG) == [TITLES[0]]
