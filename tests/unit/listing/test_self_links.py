"""Posts of a short thread lead to their own places on its page; entries lead on, and items of a bulletin have titles."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing

SAID = [
    "The gland drips when motoring. I packed it anew in spring. Any ideas before I haul out?",
    "Check the shaft for scoring first. Mine had a groove that a nail could feel.",
    "No groove, but the bearing has play. I will take it to the yard next week.",
    "Ask them for a quote before they start, the yard at Tillmouth is dear.",
]
WRITERS = ["oldsalt", "keelhaul", "oldsalt", "wader"]
TITLES = ["Flood gates tested", "A reading room", "Ferry in winter", "Eels counted"]


def judged(row: str, url: str, heading: str = "<h1>Leaking rudder stock</h1>", posts: int = 4) -> float:
    """Whether so many records below a heading are a listing."""
    rows = "".join(
        row.format(
            n=n, id=900 + n, no=n + 1, re="Re: " * (n > 0), day=f"{29 - n} November 2026", title=TITLES[n]
        )
        .replace("WRITER", WRITERS[n])
        .replace("SAID", SAID[n])
        for n in range(posts)
    )
    frame = "<ul><li><a href=/>Home</a></li><li><a href=/about>About</a></li></ul>"
    return is_listing(
        f"<html lang=en><body>{frame}<main>{heading}<div>{rows}</div></main></body></html>", url
    )


THREADS = {
    "vbulletin": (
        "<li id=post_{id}><div><span>{day}, 08:12 PM</span><a name=post{id} href='showthread.php?44-Rudder&amp;p={id}#post{id}'>#{no}</a></div>"
        "<a href=member.php?WRITER>WRITER</a><blockquote>SAID</blockquote></li>",
        "https://boats.example/showthread.php?44-Rudder",
    ),
    "xenforo": (
        "<article id=js-post-{id}><span id=post-{id}></span><h4><a href=/members/WRITER/>WRITER</a></h4><h5>Member</h5>"
        "<ul><li><a href=/threads/rudder.44/post-{id}><time>{day}</time></a></li><li><a href=/threads/rudder.44/post-{id}>#{no}</a></li></ul>"
        "<div>SAID</div></article>",
        "https://boats.example/threads/rudder.44/",
    ),
    "phpbb": (
        "<div id=p{id}><div><dl><dt><a href=./memberlist.php?u=WRITER>WRITER</a></dt></dl><h3><a href=#p{id}>{re}Leaking rudder stock</a></h3>"
        "<p><a href='./viewtopic.php?p={id}#p{id}'><i></i></a> by <a href=./memberlist.php?u=WRITER>WRITER</a> » <time>{day}</time></p>"
        "<div>SAID</div></div></div>",
        "https://boats.example/viewtopic.php?t=44",
    ),
    "smf": (
        "<div id=msg{id}><div><h4><a href=/index.php?action=profile;u=WRITER>WRITER</a></h4><div>"
        "<a href=/index.php?msg={id}#msg{id}>{re}Leaking rudder stock</a></div><a href=/index.php?msg={id}#msg{id}>{day}, 08:12 PM</a>"
        "<div>SAID</div></div></div>",
        "https://boats.example/index.php?topic=44.0",
    ),
    "issue": (
        "<div id=issuecomment-{id}><strong><a href=/WRITER>WRITER</a></strong> commented <a href=#issuecomment-{id}>{day}</a><p>SAID</p></div>",
        "https://hub.example/quay/sluice/issues/31",
    ),
}


@pytest.mark.parametrize("system", sorted(THREADS))
def test_four_posts_of_a_thread_are_no_listing(system: str) -> None:
    """Each is called by its number, its day or the thread's title where it leads to itself."""
    assert judged(*THREADS[system]) < 0.1


SIGNED = (
    "<div id={id} class=post><h4>{re}Leaking rudder stock <a href='/t/rudder-44/?post={id}#{id}'>¶</a></h4>"
    "<small>By: <a href=/u/WRITER>WRITER</a> on {day} 20:12</small><p>SAID</p></div>",
    "https://boats.example/t/rudder-44/",
)


@pytest.mark.parametrize("posts", [2, 4])
def test_posts_with_a_sign_in_their_headings_are_no_listing(posts: int) -> None:
    """Each is headed by the thread's title; a question and its one answer as well, but not two parts that are headed so by chance."""
    assert judged(*SIGNED, posts=posts) < 0.3
    assert judged(*SIGNED, heading="<h1>Boats</h1>", posts=2) > 0.3


LISTINGS = {
    "titles over permalinks": "<section id=n{id}><h3>{title}</h3><p>SAID</p><a href=#n{id}>{day}</a></section>",
    "titles that are permalinks": "<section id=n{id}><h3><a href=#n{id}>{title}</a></h3><p>{day}</p><p>SAID</p></section>",
    "bold titles, no writers": "<div id=n{id}><strong>{title}</strong> <a href=#n{id}>{day}</a><p>SAID</p></div>",
    "pages of their own, by days": "<article id=n{id}><p>SAID</p><a href=/notes/n{id}>{day}</a></article>",
    "numbered titles": "<div id=n{id}><a href=#n{id}>#{no}</a> <a href=/n/{id}>{title}, and what comes of it</a> {day}<p>SAID</p></div>",
    "one name, pages of their own": "<div id=n{id}><h3><a href=/council/n{id}>City council</a></h3><p>{day}</p><a href=/a/{id}.pdf>Agenda</a></div>",
    "little said": "<div id=n{id}><a href=#n{id}>{no}</a> <a href=/case/{id}>{title}</a> {day}</div>",
}


@pytest.mark.parametrize("build", sorted(LISTINGS))
def test_items_of_a_page_with_links_to_themselves_are_entries(build: str) -> None:
    """A title, a page of its own or the lack of writers tells them from posts."""
    assert judged(LISTINGS[build], "https://quay.example/log", "<h1>What we saw</h1>") > 0.3


def test_a_page_called_a_listing_has_no_posts() -> None:
    """Notes of a few people below "News"."""
    row, _ = THREADS["issue"]
    assert judged(row, "https://quay.example/news", "<h1>News</h1>") > 0.3


@pytest.mark.parametrize(
    ("row", "url"),
    [
        (
            "<div class=js-comment-container><div id=issuecomment-{id}><h3><a href=/WRITER>WRITER</a> commented <a href=#issuecomment-{id}>"
            "{day}</a></h3><p>SAID</p></div></div>",
            "https://code.example/tide/issues/412",
        ),
        (
            "<div id=post_{id}><a href=space-uid-{no}.html>WRITER</a><a id=postnum{id} href='forum.php?mod=redirect&amp;pid={id}'><em>{no}</em>#</a>"
            "<em>{day}</em><div>SAID</div></div>",
            "https://bbs.example/thread-8812-1-1.html",
        ),
        (
            "<div itemprop=comment id=note_{no}><a href=/u/WRITER>WRITER</a> <time>{day}</time> <b>{no}</b><div>SAID</div></div>",
            "https://forum.example/t/rudder/812",
        ),
    ],
    ids=["headings of writer and day", "asked for by number", "microdata"],
)
def test_posts_of_other_boards(row: str, url: str) -> None:
    """A heading that says who wrote a post and when is no title; an address may ask for a post by the number in its name."""
    assert judged(row, url) < 0.3
