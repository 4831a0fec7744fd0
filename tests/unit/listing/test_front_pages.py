"""A front page shows a little of many parts of a site; its short lists are no listings, unless they are its latest news."""

from __future__ import annotations

import re

from scraper.listing.induce import is_listing
from tests.unit.listing.portus import URL, page


def test_a_short_list_on_a_front_page_is_its_latest_news() -> None:
    """Three entries count for less at the root of a site, or of one of its languages, than in a folder."""
    short = page(rows=3)
    folder = is_listing(short, URL)
    for front in (
        "https://portus.example/",
        "https://portus.example/fr/",
        "https://portus.example/index.php",
    ):
        assert is_listing(short, front) < folder
        assert is_listing(short, f"{front}?view=notices") > is_listing(short, front)  # any page's address
        assert is_listing(short, f"{front}?view=notices") > is_listing(short, front)  # any page's address


def test_an_undated_box_of_a_front_page_is_no_listing() -> None:
    """At the root of a site a list has dates, leads on to older entries or is what the page says; in a folder it may have none."""
    undated = re.sub(
        r"<span>.*?</span>", "", page(below="<h2>Le port</h2><ul><li>Quai nord, quai sud</ul>" * 12)
    )
    paged = undated.replace("</body>", "<div class=pager><a href=?page=2>2</a></div></body>")
    root = "https://portus.example/"
    assert is_listing(undated, root) < 0.05
    assert is_listing(paged, root) > 0.5
    assert is_listing(page(), root) > 0.9
    assert is_listing(undated, "https://portus.example/fr/vie/") > 0.1


def test_a_front_page_leads_into_many_sections() -> None:
    """News of four sections at a site's root, beside other boxes, is its front; what lies below its years, leads on, or is all there is, is one list."""
    root = "https://portus.example/"
    boxes = "<h2>Le port</h2><ul><li>Quai nord, quai sud, et tous les autres quais de la ville</ul>" * 12
    front = page(below=boxes)

    def led(html: str, *places: str) -> str:
        return re.sub(r"/fr/actualites/(\d)", lambda at: f"{places[int(at[1]) % len(places)]}/{at[1]}", html)

    parts = ("/ville", "/port", "/sport", "/culture")
    assert is_listing(led(front, *parts), root) < 0.5 < is_listing(front, root)
    assert is_listing(led(page(), *parts), root) > 0.5
    assert is_listing(led(front, "/2025", "/2026"), root) == is_listing(front, root)
    pager = "<div class=pager><a href=?page=2>2</a></div></body>"
    assert is_listing(led(front, *parts).replace("</body>", pager), root) > 0.9
    # `?id=42` may be any page of a site, and a page of links leads to others
    assert is_listing(led(front, *parts), root + "index.php?id=42") > 0.5
    others = [f"https://{name}.example/lu" for name in ("phare", "quai", "digue", "cale")]
    assert is_listing(led(front, *others), root) > is_listing(led(front, *parts), root)


def sections(dates: str) -> str:
    """A front page of three sections with a heading each."""
    parts = (
        f"<section><h2>{name}</h2>"
        + "".join(
            f"<article><h3><a href=/{name}/{n}>Une entrée du port, la {n}e</a></h3>{dates}</article>"
            for n in range(3)
        )
        + "</section>"
        for name in ("ville", "port", "culture", "sport")
    )
    return f"<html><body><main>{''.join(parts)}</main></body></html>"


def test_a_front_page_of_undated_sections_is_no_listing() -> None:
    """Below a site's root many headed sections are its front; dated, or at an address of its own, they may be a listing."""
    root = "https://portus.example/"
    assert is_listing(sections(""), root) < 0.3 < is_listing(sections(""), URL)
    assert is_listing(sections("<time>20.05.2026</time>"), root) > is_listing(sections(""), root)


def test_months_over_entries_are_no_sections() -> None:
    """At a site's root undated entries under months are its blog."""
    blog = sections("")
    for name, month in (
        ("ville", "Novembre 2026"),
        ("port", "Octobre 2026"),
        ("culture", "Septembre 2026"),
        ("sport", "2025"),
    ):
        blog = blog.replace(f"<h2>{name}</h2>", f"<h2>{month}</h2>")
    root = "https://portus.example/"
    assert is_listing(sections(""), root) < 0.3 < 0.5 < is_listing(blog, root)


def test_three_news_and_three_days_to_come_are_a_front_page() -> None:
    """At the root of a site each part counts for itself; below a month, or in one part, six entries are six."""

    def front(heading: str) -> str:
        return page(rows=6).replace('<li><span>13', f"</ul><h2>{heading}</h2><ul class=liste><li><span>13").replace(
            "<ul class=liste>", "<h2>Actualités</h2><ul class=liste>", 1
        ).replace("<body>", f"<body><h1>Portus</h1><p>{'Le port et ses quais. ' * 20}</p>")  # fmt: skip

    root = "https://portus.example/"
    assert is_listing(front("Agenda"), root) < 0.5 < is_listing(front("Mai 2026"), root)
    assert is_listing(front("Agenda"), URL) > 0.9


POSTS = (
    "Cranes along the estuary",
    "The pump house is dry again",
    "Ropes, knots and splices",
    "A tide table for 1890",
)
TOLD = "We counted them from the old signal hut until the light went, and wrote the numbers down. " * 2


def young_blog(head: str = "", beside: str = "") -> str:
    """A blog of four posts, all of them on its front."""
    posts = "".join(
        f'<div class="post"><a href="/p/{at}/">{title}</a><time>{28 - 3 * at} October 2026</time><div>{TOLD}</div></div>'
        for at, title in enumerate(POSTS)
    )
    return (
        f"<html><head><title>Quay Notes</title>{head}</head><body><header><h1>Quay Notes</h1></header>"
        f"<main id=inner class=layout><div class=posts>{posts}</div>{beside}</main></body></html>"
    )


def test_the_newest_and_the_months_in_the_column_beside_a_young_blog_say_nothing_against_it() -> None:
    """Four posts, and beside them the same four with their days, and the archive's months: in a column so named."""
    newest = "".join(
        f'<div><a href="/p/{at}/">{title}</a><time>{28 - 3 * at} October 2026</time></div>'
        for at, title in enumerate(POSTS)
    )
    months = "".join(f'<li><a href="/a/{month}/">{month} 2026</a></li>' for month in ("October", "September"))
    column = f'<div class="aside-content"><div class=newest>{newest}</div><ul>{months}</ul></div>'
    root = "https://quay.example/"
    assert is_listing(young_blog(beside=column), root) > 0.7
    assert is_listing(young_blog(beside=column.replace("aside-content", "second")), root) < 0.5


def test_a_front_that_its_theme_calls_a_posting_is_a_front() -> None:
    """The data of a theme say of the site's first page what they say of a post; of a page below it is true."""
    data = '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "Quay Notes"}</script>'
    assert is_listing(young_blog(data), "https://quay.example/") > 0.7
    below = "https://quay.example/notes/"
    assert 1 - is_listing(young_blog(data), below) > 5 * (1 - is_listing(young_blog(), below))


def test_days_that_few_entries_show_in_a_menu_of_their_own_are_theirs() -> None:
    """Each of three posts has a `post-menu` with two days: when it was written, and when changed."""
    posts = "".join(
        f'<div class="post"><h3><a href="/p/{at}/">{title}</a></h3>'
        f'<div class="post-menu"><time>{20 + at} October 2026</time> <time>{24 + at} October 2026</time></div></div>'
        for at, title in enumerate(POSTS[:3])
    )
    html = f"<html><body><h1>Notes</h1><div class=posts>{posts}</div></body></html>"
    assert is_listing(html, "https://quay.example/notes/") > 0.9
