"""The first entry above a list, in a box of its own, is told from a welcome by its date or its address."""

from __future__ import annotations

import re

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/news/"
SLUGS = [re.sub(r"\W+", "-", title.lower()) for title in TITLES]
NAV = "<header><nav><ul><li><a href=/town/>The town</a><li><a href=/news/>News</a><li><a href=/culture/>Culture</a></ul></nav></header>"


def card(n: int, day: str = "") -> str:
    when = f"<span class=date>{day}</span>" if day else ""
    return f"<div class=card><h3><a href=/news/{SLUGS[n]}>{TITLES[n]}</a></h3>{when}<p>{TEXTS[n]}</p></div>"


def page(
    hero: str, *, dated: bool = True, numbers: bool = False, frame: str = "<main><h1>News</h1>{}{}</main>"
) -> str:
    grid = "".join(card(n, f"{24 - n} November 2026" if dated else "") for n in range(1, 8))
    made = f"<html><head><title>News</title></head><body>{NAV}{frame.format(hero, f'<div class=grid>{grid}</div>')}</body></html>"
    return (
        re.sub(r"/news/([\w-]{9,})", lambda m: f"/node/{4700 + SLUGS.index(m[1])}", made) if numbers else made
    )


def hero(href: str = f"/news/{SLUGS[0]}", title: str = TITLES[0], day: str = "", head: str = "h2") -> str:
    return (
        f"<section class=hero><a href={href}><img src=/0.jpg alt=''></a><div class=words><{head} class=big><a href={href}>{title}</a></{head}>"
        f"<i>{day}</i><p>{TEXTS[0]}</p></div></section>"
    )


def kept(made: str) -> list[str]:
    return [entry.url.rpartition("/")[2] for one in chosen(induce(made, URL)) for entry in one.entries]


@pytest.mark.parametrize(
    "made",
    [
        page(hero()),
        page(hero(), dated=False),
        page(hero(head="div", day="24 November 2026")),
        page(hero(), frame="<div class=top>{}</div><main><h1>News</h1>{}</main>"),
        page(hero(day="24 November 2026"), frame="<main><h1>News</h1><div><div>{}</div></div><div><div><div>{}</div></div></div></main>"),
        page(hero() + hero("/news/subscribe", "Subscribe to our letter")),
    ],
    ids=["without a day", "above an undated list", "without a heading", "above the main part", "far above", "and a welcome"],
)  # fmt: skip
def test_a_lead_is_told_by_its_address(made: str) -> None:
    """It lies in the entries' folder and is called by a headline as they are: no welcome is."""
    assert kept(made) == SLUGS[:8]


@pytest.mark.parametrize("slugs", [SLUGS, [f"n{n}" for n in range(8)]], ids=["headlines", "short names"])
@pytest.mark.parametrize("day", ["24 November 2026", ""])
def test_a_lead_whose_link_wraps_its_words(day: str, slugs: list[str]) -> None:
    """Picture and caption in one link, the heading two elements deep: it was missed. Short names need the day."""
    words = f"<div class=cap><h2>{TITLES[0]}</h2><p>{TEXTS[0]}</p><time>{day}</time></div>"
    made = page(f"<section class=big><a href=/news/{SLUGS[0]}><img src=/0.jpg alt=''>{words}</a></section>")
    for slug, short in zip(SLUGS, slugs, strict=False):
        made = made.replace(f"/news/{slug}>", f"/news/{short}>")
    assert kept(made) == slugs[0 if day or slugs is SLUGS else 1 : 8]


def test_a_lead_whose_link_wraps_its_words_is_no_more_than_its_link() -> None:
    """What stands above it under a heading that leads nowhere is not its own."""
    words = f"<div class=cap><h2>{TITLES[0]}</h2><time>24 November 2026</time></div>"
    above = f"<div><h2>From the harbour</h2><p>{TEXTS[0]}</p><a class=big href=/news/n0>{words}</a></div>"
    assert next(iter(induce(page(above), URL)[0].entries)).title == TITLES[0]


@pytest.mark.parametrize("own", ["", "24 November 2026"])
def test_an_offer_whose_link_wraps_its_words_is_no_lead(own: str) -> None:
    """It has no day; right above the list, below a lead, it takes nothing away."""
    offer = "<div class=offer><a href=/letter/><div><h2>Our letter on Fridays</h2><p>Free, with all that is new in town.</p></div></a></div>"
    made = page(hero(day=own) if own else "", frame=f"<main><h1>News</h1>{{}}<div>{offer}{{}}</div></main>")
    for n, slug in enumerate(SLUGS):
        made = made.replace(f"/news/{slug}>", f"/news/n{n}>")
    assert kept(made) == [f"n{n}" for n in range(0 if own else 1, 8)]


def test_a_lead_with_a_number_needs_its_day() -> None:
    """Any page of a site may be `/node/12`: without a day a welcome looks the same."""
    numbered = [str(4700 + n) for n in range(8)]
    assert kept(page(hero(), numbers=True)) == numbered[1:]
    assert kept(page(hero(day="24 November 2026", head="div"), numbers=True)) == numbered


@pytest.mark.parametrize(
    "above",
    [
        hero("/visit/come-and-see-the-harbour", "Come and see the harbour"),
        hero("/news/about-this-newsroom", "About this newsroom and who writes it"),
        hero("/news/archive", "Older news, by year"),
        hero("/news/topics/all-about-the-new-quay", "All about the new quay"),
        hero("/come-and-see-the-harbour", "Come and see the harbour"),
        hero("https://donate.example/news/give-to-the-lifeboats-now", "Give to the lifeboats now"),
        f"<p><a href=/news/{SLUGS[9]}>{TITLES[9]}</a></p>",
        f"<aside><h2><a href=/news/{SLUGS[9]}>{TITLES[9]}</a></h2></aside>",
        f"<h4>Most read</h4><ol><li><a href=/news/{SLUGS[9]}>{TITLES[9]}</a><li><a href=/news/{SLUGS[10]}>{TITLES[10]}</a></ol>",
        hero(f"/news/{SLUGS[3]}", TITLES[3]),
        hero(f"/news/{SLUGS[3]}/?from=top", "Seen again"),
        hero("/news/told-again-on-another-page", TITLES[3]),
        "<h2><a href=/news/all-the-news-of-the-harbour>All the news of the harbour</a></h2>",
        "<div class=filter><h4><a href=/news/press-releases-of-the-board>Press releases of the board</a></h4></div>",
        f"<h2><a href='{URL}'>News of the harbour and the quays</a></h2>",
        hero("/news/get-our-letter-every-week", "Get our letter").replace("</i>", "</i><form><input name=mail></form>"),
        "".join(
            f"<div class=part><h3><a href=/news/{part.lower()}/>{part}</a></h3><span>{24 - n} November 2026</span></div>"
            for n, part in enumerate(("Ferries", "Quays", "Board"))
        ),
    ],
    ids=["a welcome", "three words", "one word", "a deeper folder", "another folder", "another site", "a line of a ticker", "an aside",
         "the most read", "an entry that the list has", "the same by another address", "the same title", "a section", "a filter", "the page itself", "a letter", "dated parts"],
)  # fmt: skip
def test_what_leads_elsewhere_is_no_lead(above: str) -> None:
    """Boxes above a list that lead to other folders, to pages with short names or to several entries stay out."""
    assert kept(page(above)) == SLUGS[1:8]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=top><article class=lead><header><h2>{}</h2></header><p>{}</p></article></div>",
        "<header class=hero><h2>{}</h2><p>{}</p></header>",
        "<div class=top><figure><img src=/0.jpg alt=''><figcaption><h2>{}</h2></figcaption></figure><p>{}</p></div>",
    ],
    ids=["head of an article", "head of the main part", "caption"],
)
def test_the_head_of_a_lead_is_no_frame(box: str) -> None:
    """`<header>` and `<figure>` are of the entry where they stand in the main part or in an article."""
    assert kept(page(box.format(f"<a href=/news/{SLUGS[0]}>{TITLES[0]}</a>", TEXTS[0]))) == SLUGS[:8]


@pytest.mark.parametrize(
    "frame",
    [
        "<header>{}</header><main><h1>News</h1>{}</main>",
        "<main><header><nav>{}</nav></header><h1>News</h1>{}</main>",
        "<main><aside><header>{}</header></aside><h1>News</h1>{}</main>",
        "<main><header class=menu>{}</header><h1>News</h1>{}</main>",
    ],
    ids=["the page's head", "a menu in a head", "an aside with a head", "a head called menu"],
)
def test_what_the_frame_features_is_no_lead(frame: str) -> None:
    """A story in a menu stands there on every page of the site."""
    assert kept(page(hero(), frame=frame)) == SLUGS[1:8]
