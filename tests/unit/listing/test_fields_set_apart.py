"""Fields that share a link, a heading or a line: what belongs to the title, to the teaser, and to neither."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from scraper.listing.records.labels import label

TITLES = (
    "Otters are back in the mill stream",
    "A bell returns to Saint Anne",
    "The choir sings for the ferry men",
    "Eleven boats for the regatta",
    "The tram depot opens its gates",
    "What the flood left behind",
)
TEASERS = (
    "Nobody had seen them there for forty years.",
    "It was cast in the old foundry and weighs a ton.",
    "Twelve voices and a lot of rain on the quay.",
    "The club counts more rowers than ever before.",
    "Visitors may drive a car of the first line.",
    "The archive shows what was found in the mud.",
)
KICKERS = ("Sport", "Culture", "Town", "Sport", "Port", "Culture")
PAIRS = list(zip(TITLES, TEASERS, strict=True))


def entries(row: str, around: str = "<main>{}</main>") -> list[Entry]:
    """The entries of a page whose rows are all made like this one."""
    rows = "".join(
        row.format(
            n=n,
            title=title,
            teaser=TEASERS[n],
            kicker=KICKERS[n],
            day=f"{20 - n}.11.2026",
            words=f"{20 - n} November 2026",
        )
        for n, title in enumerate(TITLES)
    )
    page = f"<html><head><title>News</title></head><body><h1>News</h1>{around.format(rows)}</body></html>"
    return [entry for one in chosen(induce(page, "https://portus.example/news/")) for entry in one.entries]


def said(found: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.title, entry.excerpt) for entry in found]


@pytest.mark.parametrize(
    "row",
    [
        "<p class=n><span class=d>{day}</span> <a href=/a/{n}><b>{title}</b></a><br>{teaser}</p>",
        "<li><a href=/a/{n}>{title}</a> ({day})<br>{teaser}</li>",
        "<div class=e><b><a href=/a/{n}>{title}</a></b> <i>{day}</i><br>{teaser}<br><a href=/a/{n}>more</a></div>",
        "<tr><td><b>{day}</b> <a href=/a/{n}>{title}</a><br>{teaser}</td></tr>",
    ],
    ids=["day first", "day in brackets", "with a button", "in a table"],
)
def test_a_short_teaser_below_the_line_of_title_and_day(row: str) -> None:
    """Brackets and a space beside title and day are no text that would make the teasers short."""
    around = "<table>{}</table>" if row.startswith("<tr") else "<main>{}</main>"
    assert said(entries(row, around)) == PAIRS


@pytest.mark.parametrize(
    "inside",
    [
        "<span class=t>{title}</span><span class=x>{teaser}</span><span class=d>{day}</span>",
        "<span class=d>{day}</span><span class=t>{title}</span><span class=x>{teaser}</span><span class=m>more</span>",
        "<strong>{title}</strong> <span>{teaser}</span> <time>{day}</time>",
        "<img src=/p.jpg alt=''><span class=body><span class=t>{title}</span><span class=x>{teaser}</span></span>",
    ],
    ids=["day last", "day first, a button last", "elements without classes", "a level deeper"],
)
def test_a_card_that_is_one_link_of_spans(inside: str) -> None:
    """Each of its elements is a field; their words are not glued to one title."""
    assert said(entries(f"<a class=card href=/a/{{n}}>{inside}</a>")) == PAIRS


def test_a_card_of_spans_whose_teasers_are_cut_without_a_mark() -> None:
    """A teaser that a site cuts by bytes ends as no sentence does; title and teaser were one line."""
    cut = [f"{teaser} {TEASERS[n - 1]} {TEASERS[n - 2]}"[:125].strip() for n, teaser in enumerate(TEASERS)]
    row = "<a class=card href=/a/{n}><div class=day>{day}</div><div class=box><strong class=t>{title}</strong><span class=u>CUT{n}</span></div></a>"
    rows = "".join(
        row.format(n=n, day=f"{20 - n}.11.2026", title=title).replace(f"CUT{n}", cut[n])
        for n, title in enumerate(TITLES)
    )
    found = chosen(
        induce(f"<title>News</title><main><h1>News</h1>{rows}</main>", "https://portus.example/news/")
    )
    assert said([entry for one in found for entry in one.entries]) == list(zip(TITLES, cut, strict=True))


def test_what_is_said_of_a_link_right_behind_it() -> None:
    """`<a>Carmen</a><span>Opera by Bizet</span>`, on two evenings: a word does not run into another one, the title ends with its link."""
    rows = "".join(
        f"<div class=play><div>{n + 3}.11.2026</div><div class=t><a href=/a/{n}>{TITLES[n % 6]}</a><span class=u>by {KICKERS[n % 4]}</span></div>"
        f"<div><a href=/seats/{n}>Seats</a></div></div>"
        for n in range(12)
    )
    found = chosen(
        induce(f"<title>Plays</title><main><h1>Plays</h1>{rows}</main>", "https://portus.example/plays/")
    )
    assert [entry.title for one in found for entry in one.entries] == [*TITLES, *TITLES]


@pytest.mark.parametrize("space", ["", " "])
def test_a_kicker_inside_the_heading(space: str) -> None:
    """Words that return from entry to entry are no part of the headline beside them, whatever their class is."""
    heading = f"<h3><span class=a>{{kicker}}</span>{space}<span class=b>{{title}}</span></h3>"
    row = f"<article><a href=/a/{{n}}>{heading}</a><p>{{teaser}}</p><time>{{day}}</time></article>"
    assert said(entries(row)) == PAIRS


def test_a_headline_in_two_spans_stays_one() -> None:
    """Neither half is a day, a sentence or a kicker: both are the headline."""
    row = "<article><h3><a href=/a/{n}><span class=a>{title}:</span> <span class=b>part {n}</span></a></h3><i>{day}</i></article>"
    assert [entry.title for entry in entries(row)] == [f"{title}: part {n}" for n, title in enumerate(TITLES)]


@pytest.mark.parametrize(
    "before", ["{day}: ", "{words} – ", "Friday, {words}: ", "({day}) ", "{day} ", "{day}, 14:3{n} Uhr | "]
)
def test_the_day_before_the_title_or_the_teaser(before: str) -> None:
    """Where most begin with their own entry's day, it is the date and no part of them."""
    titled = entries(f"<article><h3><a href=/a/{{n}}>{before}{{title}}</a></h3><p>{{teaser}}</p></article>")
    told = entries(f"<article><h3><a href=/a/{{n}}>{{title}}</a></h3><p>{before}{{teaser}}</p></article>")
    assert said(titled) == said(told) == PAIRS
    assert all("2026" in entry.date for entry in titled + told)


def test_the_day_before_a_title_without_a_link() -> None:
    """The line that opens an entry of an accordion."""
    row = "<details><summary>{words} – {title}</summary><p>{teaser}</p></details>"
    assert said(entries(row)) == PAIRS


def test_a_day_that_a_title_tells_of_stays() -> None:
    """One title that begins with a day or a year, in a list whose others do not."""
    rows = ["11 September memorial", "2026 budget", *TITLES]
    items = "".join(
        f"<li><i>{20 - n}.10.2026</i> <a href=/a/{n}>{title}</a></li>" for n, title in enumerate(rows)
    )
    found = chosen(induce(f"<h1>News</h1><ul>{items}</ul>", "https://portus.example/news/"))
    assert [entry.title for one in found for entry in one.entries] == rows


def test_days_that_tell_titles_apart_stay() -> None:
    """Minutes are all called the same; without the day nothing would be left to know them by."""
    found = entries("<li><a href=/m/{n}.pdf>{day} – Minutes of the quay board</a></li>")
    assert [entry.title for entry in found] == [
        f"{20 - n}.11.2026 – Minutes of the quay board" for n in range(6)
    ]


def test_the_days_an_event_lasts_stay_together() -> None:
    """They go before the title together: the first of two days does not leave the second alone there."""
    found = entries("<li><a href=/a/{n}>{day} – 24.11.2026: {title}</a><p>{teaser}</p></li>")
    assert [(entry.title, entry.date) for entry in found] == [
        (title, f"{20 - n}.11.2026 – 24.11.2026") for n, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize("line", ["LOWPORT, {words} — ", "{day} | Lowport (harbour press) - "])
def test_an_agencys_dateline_stays_whole(line: str) -> None:
    """Place and day open the teaser together; half of it would say nothing."""
    found = entries(f"<article><h3><a href=/a/{{n}}>{{title}}</a></h3><p>{line}{{teaser}}</p></article>")
    opened = [line.format(words=f"{20 - n} November 2026", day=f"{20 - n}.11.2026") for n in range(6)]
    assert said(found) == [(title, opened[n] + TEASERS[n]) for n, title in enumerate(TITLES)]


@pytest.mark.parametrize(
    "button", ["download", "download (PDF, 1{n}0 kB)", "télécharger (PDF – 1,{n} Mo)", "DOCX, 2{n} KB"]
)
def test_a_button_that_says_how_large_its_file_is(button: str) -> None:
    """It is the same button in every row; the title is what stands beside it, without the marks between them."""
    found = entries(
        f"<li><strong>{{words}}</strong> : {{title}} – <a href=/d/{{n}}.pdf>{button}</a></li>", "<ul>{}</ul>"
    )
    assert said(found) == [(title, "") for title in TITLES]


@pytest.mark.parametrize(
    ("text", "said_alike"),
    [
        ("Download (PDF, 120 kB)", "Download"),
        ("télécharger [pdf – 1,2 Mo]", "télécharger"),
        ("PDF, 1.4 MB", "file"),
        ("Minutes 3", "Minutes 3"),
        ("Minutes 3 (PDF, 98 KB)", "Minutes 3"),
        ("3 GB of songs", "of songs"),
        ("Budget 2026", "Budget 2026"),
    ],
)
def test_what_a_label_says_beside_size_and_format(text: str, said_alike: str) -> None:
    """Numbers without a unit tell documents apart and stay."""
    assert label(text) == said_alike


def test_a_teaser_that_several_entries_share() -> None:
    """A whole sentence where the others have theirs is a teaser, however often it is said; a button is none."""
    stock = "The full text of this decision is in the registry of the court."
    shown = [stock if n in (1, 3) else teaser for n, teaser in enumerate(TEASERS)]
    items = "".join(
        f"<article><h3><a href=/a/{n}>{title}</a></h3><time>{20 - n}.11.2026</time><p>{shown[n]}</p>"
        f"<p class=more><a href=/a/{n}>Read on</a></p></article>"
        for n, title in enumerate(TITLES)
    )
    found = chosen(induce(f"<h1>News</h1><main>{items}</main>", "https://portus.example/news/"))
    assert [entry.excerpt for one in found for entry in one.entries] == shown


@pytest.mark.parametrize(
    "stock",
    [
        "A decision of the court is in its registry, and the full…",
        "A decision of the court is in its registry, and the full [...]",
        "A decision of the court is in its registry, where everybody may read the full text of it on week",
    ],
    ids=["dots", "brackets", "bare"],
)
def test_a_cut_teaser_that_several_entries_share(stock: str) -> None:
    """It may be cut, and have the button in its line: "The bridge is closed, and… Read on"."""
    shown = [stock if n in (1, 3) else teaser for n, teaser in enumerate(TEASERS)]
    items = "".join(
        f"<dt><span>{20 - n}.11.2026</span> <a href=/a/{n}>{title}</a></dt><dd>{shown[n]} <a href=/a/{n}>Read on</a></dd>"
        for n, title in enumerate(TITLES)
    )
    found = chosen(induce(f"<h1>News</h1><main><dl>{items}</dl></main>", "https://portus.example/news/"))
    assert [entry.excerpt for one in found for entry in one.entries] == shown


@pytest.mark.parametrize("order", [(0, 1, 0, 0, 0), (0, 0, 1, 0, 0, 0, 2), (0, 1, 2, 3, 0, 0, 0, 0, 0)])
def test_what_a_weekly_event_says_each_time_is_its_teaser(order: tuple[int, ...]) -> None:
    """One entry on most rows of the last page of a calendar: the same link, title and teaser, and another day."""
    items = "".join(
        f"<article><h3><a href=/a/{n}>{TITLES[n]}</a></h3><time>{10 + at}.11.2026</time><p>{TEASERS[n]}</p>"
        f"<p class=more><a href=/a/{n}>Read on</a></p></article>"
        for at, n in enumerate(order)
    )
    found = chosen(induce(f"<h1>News</h1><main>{items}</main>", "https://portus.example/news/"))
    assert [entry.excerpt for one in found for entry in one.entries] == [TEASERS[n] for n in order]


def test_of_two_days_the_one_given_to_machines_is_the_entrys() -> None:
    """A board shows when a topic was begun and when it was last answered, and marks up the first only."""
    row = (
        "<div class=topic><a href=/t/{n}>{title}</a> by ana » <time datetime=2026-11-1{n}T13:15:00Z>Nov 1{n}, 2026 1:15 pm</time>"
        "<div class=lastpost>by bob<br>Nov 25, 2026 3:00 pm</div></div>"
    )
    assert [entry.date for entry in entries(row)] == [f"Nov 1{n}, 2026 1:15 pm" for n in range(len(TITLES))]


def test_classes_that_page_builders_count_up_are_places() -> None:
    """`heading-4` and `text-block-12` differ in their words; where only the number were read off, day and title would be one field."""
    row = (
        "<div role=listitem><a href=/post/{n}><div class=text-block-3>{words}</div><div class=heading-4>{title}</div>"
        "<div class=paragraph>{teaser}</div></a></div>"
    )
    assert said(entries(row)) == PAIRS


def test_the_zone_of_an_hour_is_no_part_of_a_title() -> None:
    """`<time>… 6:30 PM GMT</time><span>Otters …</span>` meet without a space in a card that is one link."""
    card = (
        "<li><a href=/e/{n}><div><div><div class=flex><time class='detail upper' datetime='2026-11-1{n}T18:30'>Thu, Nov 1{n}, 2026, 6:30 PM GMT</time><span class='block words'>{title}</span></div><div class=flex><i></i><span>Loft {n}</span></div>"
        "</div><p>{teaser}</p></div></a></li>"
    )
    rows = "".join(card.format(n=n + 1, title=TITLES[n], teaser=TEASERS[n]) for n in range(4))
    [kept] = chosen(induce(f"<main><h1>Events</h1><ul>{rows}</ul></main>", "https://portus.example/events/"))
    assert [entry.title for entry in kept.entries] == [*TITLES[:4]]
