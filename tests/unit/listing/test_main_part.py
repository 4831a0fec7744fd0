"""A short list in the page's main part is the page's, whatever stands beside it; two entries are a list too."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/news/"
ELSEWHERE = "https://portus.example/press.html"  # the entries' addresses do not lie below it
SERVICES = (
    "Waste and recycling|Harbour dues|Housing benefit|Planning applications|Parking permits|Libraries|Schools and nurseries"
    "|Adult social care|Births and deaths|Roads and pavements|Licensing|Jobs at the council|Elections and voting|Business rates"
    "|Parks and open spaces|Museums|Trading standards|Report a pothole|Bus passes and travel|Food safety|Pest control"
    "|Allotments|Cemeteries|Youth services|Leisure centres|Public notices|Flood advice|Street lighting|Ferry tickets|Moorings"
).split("|")
WORDS = "crane quay pilot buoy barge dredger light wreck sluice tide anchor mole".split()


def title(n: int) -> str:
    return f"The harbour board decides about the {WORDS[n]} of the old port"


def dated(n: int) -> str:
    return (
        f"<article><h3><a href='/news/{WORDS[n]}'>{title(n)}</a></h3><time>2026-05-{n + 10}</time>"
        f"<p>After {n + 2} hours of debate the members voted on the {WORDS[n]} and went home.</p></article>"
    )


def plain(n: int) -> str:
    return f"<li><a href='/news/{WORDS[n]}'>{title(n)}</a></li>"


def elsewhere(count: int, teaser: str) -> str:
    """Dated items that lead to another part, as boxes of popular or of partners' entries hold."""
    return "".join(
        f"<li><a href='/other/{n}'>A partner writes on the {word} and the people there</a> <time>2026-04-{n + 10}</time>"
        f"{teaser.replace('WORD', word)}</li>"
        for n, word in enumerate(WORDS[:count])
    )


MENU = f"<nav class='mega'><ul>{''.join(f'<li><a href=/s/{n}>{one}</a></li>' for n, one in enumerate(SERVICES))}</ul></nav>"
PARTNERS = f"<footer><h3>From our partners</h3><ul>{elsewhere(8, '<p>What the WORD means to the ward, told at length.</p>')}</ul></footer>"
POPULAR = f"<aside><h3>Popular</h3><ul>{elsewhere(12, '')}</ul></aside>"


def kept(page: str, url: str = URL) -> list[str]:
    return [entry.title for one in chosen(induce(page, url)) for entry in one.entries]


@pytest.mark.parametrize("count", [5, 8])
def test_undated_titles_stand_before_a_long_menu(count: int) -> None:
    """Thirty lines of a menu are longer and more even than the few titles that the page is for."""
    page = f"{MENU}<main><h1>News</h1><ul>{''.join(map(plain, range(count)))}</ul></main>"
    assert kept(page) == [title(n) for n in range(count)]


@pytest.mark.parametrize("beside", [PARTNERS, POPULAR], ids=["footer", "aside"])
@pytest.mark.parametrize("count", [3, 5])
@pytest.mark.parametrize("main", ["<main>{}</main>", "<div role='main'>{}</div>"])
def test_a_few_entries_stand_before_the_many_of_a_box(main: str, count: int, beside: str) -> None:
    """Items of a footer or an aside are not the page's, though they have dates and teasers and are more."""
    page = main.format("<h1>News</h1>" + "".join(map(dated, range(count)))) + beside
    assert kept(page) == [title(n) for n in range(count)]


def test_a_list_beside_a_main_part_without_one_is_kept() -> None:
    """Where the main part holds but a few buttons the list beside it is what the page has."""
    buttons = "<main><h1>News</h1><p><a href='/a'>All</a> <a href='/b'>RSS</a></p></main>"
    page = f"{buttons}<aside>{''.join(map(dated, range(10)))}</aside>"
    assert kept(page) == [title(n) for n in range(10)]


def test_two_entries_with_heading_link_and_date_are_a_list() -> None:
    """A quiet section shows two notices, and the page holds nothing else."""
    page = f"<main><h1>News</h1>{dated(0)}{dated(1)}</main>"
    assert kept(page, ELSEWHERE) == [title(0), title(1)]
    assert kept(MENU + page, ELSEWHERE) == [title(0), title(1)]


@pytest.mark.parametrize(
    ("page", "url"),
    [
        (
            f"<main><h1>Portus</h1><p>{'The town on the river has two quays, a crane and a ferry. ' * 3}</p>{dated(0)}{dated(1)}</main>",
            "https://portus.example/",
        ),
        (
            f"<main><h1>Quay</h1>{dated(0)}{dated(1).replace('<time>2026-05-11</time>', '')}</main>",
            "https://portus.example/quay.html",
        ),
        (
            f"<main><h1>The pier is open</h1><time>2026-05-30</time><p>{'The pier was shut for long. ' * 20}</p>"
            f"<h2>Related</h2>{dated(0)}{dated(1)}</main>",
            URL + "the-pier-is-open-for-all",
        ),
    ],
    ids=["a front page", "one without a date", "below an article"],
)
def test_two_entries_are_no_list_where_anything_speaks_against_it(page: str, url: str) -> None:
    """A front page's latest two, two that differ, and what an article ends with are left."""
    assert kept(page, url) == []


def test_featured_cards_do_not_take_the_place_of_the_list() -> None:
    """Four cards in a box with the heading, and below it eight entries that say as much."""
    said = "Nobody had seen it there for forty years, and few believed that it would return to the quay."
    cards = "".join(
        f"<div class=card><h3><a href=/news/f{n}>{title(n)}</a></h3><p>{said}</p></div>" for n in range(4)
    )
    rows = "".join(f"<li><a href=/news/{n}>{title(n)}</a><p>{said}</p></li>" for n in range(4, 12))
    page = f"<body><div class=hero><h1>News</h1>{cards}</div><div class=all><ul>{rows}</ul></div></body>"
    assert {title(n) for n in range(4, 12)} <= set(kept(page))


def events(count: int) -> str:
    """A box of few dated events."""
    return (
        "<div class=soon><h4>Soon</h4>"
        + "".join(
            f"<div><i>{n + 11} May 2026</i> <a href='/soon/{n}'>The {word} is open to visitors</a></div>"
            for n, word in enumerate(WORDS[:count])
        )
        + "</div>"
    )


@pytest.mark.parametrize("between", [" | ", "｜", "：", " :: "])
@pytest.mark.parametrize("site", ["<h1><a href='/'>Portus</a></h1>", "<h1>Portus</h1><h1>Harbour</h1>", ""])
def test_the_heading_that_says_the_title_opens_the_main_part(site: str, between: str) -> None:
    """Where the first heading is the site's name, or there are several, the one that `<title>` repeats is the page's own."""
    page = (
        f"<title>Publications{between}Portus</title><div>{site}</div><div class=cols><div class=a><h2>Publications</h2><ul>"
        f"{''.join(map(plain, range(9)))}</ul></div><div class=b>{events(3)}</div></div>"
    )
    assert [entry.title for entry in induce(page, ELSEWHERE)[0].entries] == [title(n) for n in range(9)]


def test_few_dated_rows_beside_many_are_a_box() -> None:
    """Three events to come stand beside nine notices that lead nowhere; these say more, and are dated as well."""
    notices = "".join(
        f"<dt>{n + 10} April 2026 - {title(n)}</dt><dd>After {n + 2} hours the members voted on the {WORDS[n]}.</dd>"
        for n in range(9)
    )
    page = f"<div class=cols><div class=a><dl>{notices}</dl></div><div class=b>{events(3)}</div></div>"
    assert [entry.title for entry in induce(page, ELSEWHERE)[0].entries] == [title(n) for n in range(9)]


@pytest.mark.parametrize("heading", ["News", "Events", "Harbour"])
def test_sections_of_one_build_are_the_pages_own_whatever_its_title_says(heading: str) -> None:
    """`<title>` says what one of two sections does; both are kept, each by its heading's name."""
    news = "".join(
        f"<div class=row><div class=date>2026-11-{20 - n}</div><a href='/en/{WORDS[n]}-{n}1.html'>{title(n)}</a>"
        f"<p>After {n + 2} hours of debate the members voted on the {WORDS[n]}. Nothing else was said that day.</p></div>"
        for n in range(6)
    )
    events = "".join(
        f"<div class=event><b>2026-12-{20 - n}</b> 11:00–20:00 <a href='/en/{WORDS[n]}-{n}2.html'>An evening about the {WORDS[n]} in"
        f" the big hall</a> <span class=loc>Hall {n}, third quay</span></div>"
        for n in range(6, 12)
    )
    page = (
        f"<html><head><title>{heading} | Portus and more</title></head><body>"
        f"<section class=blk><h2 class=t>News</h2><div class=rows>{news}</div></section>"
        f"<section class=blk><h2 class=t>Events</h2><div class='rows events'>{events}</div></section></body></html>"
    )
    assert [one.name for one in chosen(induce(page, "https://portus.example/"))] == ["news", "events"]


@pytest.mark.parametrize("above", [True, False])
def test_three_days_to_come_are_a_box_beside_entries_that_say_more(above: bool) -> None:
    """On a page without a heading, though the entries have no dates: titles with teasers are twice as long as days with titles."""
    told = "".join(
        f"<div class=row><a href='/news/{word}'><b>{title(n)}</b></a><div>After {n + 2} hours of debate the members "
        f"voted on the {word} and went home.</div></div>"
        for n, word in enumerate(WORDS[:7])
    )
    box = "".join(
        f"<div><span>{n + 3} May 2026</span><a href='/events/{n}'>A walk to the {WORDS[n]}</a></div>"
        for n in range(3)
    )
    columns = [f"<div class=box>{box}</div>", f"<div class=left>{told}</div>"]
    page = f"<html lang=en><body><div>{''.join(columns if above else columns[::-1])}</div></body></html>"
    kept = chosen(induce(page, URL))
    assert [len(one.entries) for one in kept] == [7]


BOX = "".join(
    f"<article class=card><h3><a href='{{}}{n}'>The crew of the {WORDS[n + 8]} tells of its year at sea</a></h3>"
    f"<time>2026-06-{n + 10}</time><p>They will speak of {n + 2} storms in the great hall on the quay.</p></article>"
    for n in range(4)
)
CARDS = "".join(map(dated, range(6))).replace("<article>", "<article class=card>")


@pytest.mark.parametrize("folder", ["/events/", "/news/"])
@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_a_column_beside_what_the_heading_opens_is_another_list(heading: str, folder: str) -> None:
    """The cards of both are made alike, and where the page's own lie in the same folder they are the most read."""
    page = (
        f"<title>News – Portus</title><div class=left><{heading}>News</{heading}>{CARDS}</div>"
        f"<div class=right><{heading[0]}2>More</{heading[0]}2>{BOX.replace('{}', folder)}</div>"
    )
    assert kept(page) == [title(n) for n in range(6)]
    # the run may still be told to keep it
    assert [len(one.entries) for one in induce(page, URL)][:2] == [
        6,
        4,
    ]


def test_sections_below_one_heading_are_one_listing() -> None:
    """Columns of one build are its parts, whichever holds the heading."""
    page = (
        f"<title>News – Portus</title><div class=part><h1>News</h1>{CARDS}</div>"
        f"<div class=part><h2>More</h2>{BOX.replace('{}', '/news/')}</div>"
    )
    assert len(kept(page)) == 10


@pytest.mark.parametrize("around", ["<aside>{}</aside>", "<footer>{}</footer>"])
def test_days_to_come_beside_the_main_part_are_told_and_not_kept(around: str) -> None:
    """A site file may name them; a run keeps what the page is for. A menu is no list."""
    events = "".join(
        f"<li><time>2026-07-{n + 10}</time> <a href=/events/{n}>An evening with the {WORDS[n]}</a></li>"
        for n in range(5)
    )
    page = f"<nav><ul>{'<li><a href=/a>Harbour</a></li>' * 5}</ul></nav><main><h1>News</h1>{''.join(map(dated, range(6)))}</main>{around.format(f'<ul>{events}</ul>')}"
    assert [len(one.entries) for one in induce(page, URL)] == [6, 5]
    assert kept(page) == [title(n) for n in range(6)]


@pytest.mark.parametrize(
    "layout",
    [
        "<body class='home content-sidebar'>",
        "<body class=with_sidebar>",
        "<body><div class='content-sidebar-wrap'>",
    ],
)
def test_names_of_a_layout_make_no_part_of_the_page(layout: str) -> None:
    """They say how the columns stand, of the main one as well."""
    entries = "".join(
        f"<article class=post><h2><a href='/news/{word}'>{title(n)}</a></h2><p>views: {n}</p></article>"
        for n, word in enumerate(WORDS[:5])
    )
    box = "".join(
        f"<article class=post><h2><a href='/news/{word}'>{title(n)}</a></h2></article>"
        for n, word in enumerate(WORDS)
    )
    page = f"<html>{layout}<main>{entries}</main><aside><h4>Featured</h4>{box}</aside></body></html>"
    [kept] = chosen(induce(page, URL))
    assert len(kept.entries) == 5


def test_a_page_of_one_line_below_its_heading_has_no_list() -> None:
    """An error or a notice in its frame: nothing repeats, and so nothing is beside anything."""
    line = "The ferry timetable has moved. Please write to the harbour office if you cannot find it."
    assert induce(f"<html><body><div><h1>Not here any more</h1><p>{line}</p></div></body></html>", URL) == []


LATEST = f"<div class=bottom><h4>Latest posts</h4><ul>{elsewhere(4, '')}</ul></div>"


def test_undated_entries_in_the_main_part_stand_before_the_posts_below_it() -> None:
    """Posts with their days are told apart from eight vacancies by where they stand, whatever the heading says of the page."""
    offers = "".join(
        f"<div class=offer><a href=/jobs/{n}>{word.title()} operator</a><br>Mill Harbour</div>"
        for n, word in enumerate(WORDS[:8])
    )
    page = f"<title>Portus</title><body><main><div><h1>Openings at the port</h1></div>{offers}</main>{LATEST}</body>"
    assert kept(page) == [f"{word.title()} operator" for word in WORDS[:8]]


def test_dated_rows_of_a_table_stand_before_a_box_of_posts() -> None:
    """Names and days of ten meetings say less each than four headlines do."""
    rows = "".join(
        f"<tr><td>2026-04-{n + 10}</td><td>Board of the {word}</td><td><a href=/m/{n}.pdf>Minutes</a></td></tr>"
        for n, word in enumerate(WORDS[:10])
    )
    assert kept(f"<body><table>{rows}</table>{LATEST}</body>") == [
        f"Board of the {word}" for word in WORDS[:10]
    ]


def test_rows_whose_days_are_carried_on_stand_before_a_box_of_posts() -> None:
    """A day told once counts for all rows below it."""
    rows = "".join(
        f"<tr><td>{f'2026-04-{28 - n}' if n % 3 == 0 else ''}</td><td><a href=/g/{n}.pdf>No. {n}</a></td><td>Notice of the {word}</td></tr>"
        for n, word in enumerate(WORDS[:9])
    )
    assert kept(f"<body><table>{rows}</table>{LATEST}</body>") == [
        f"Notice of the {word}" for word in WORDS[:9]
    ]


def test_a_map_is_no_link_that_rows_share() -> None:
    """Another site's address in all of them says nothing against rows with a page of their own each."""
    rows = "".join(
        f"<tr><td>2026-04-{n + 10} Meeting of the {word}</td><td>Quay 18 <a href=https://maps.example/q>map</a></td><td><a href=/m/{n}>Agenda</a></td></tr>"
        for n, word in enumerate(WORDS[:8])
    )
    assert len(kept(f"<body>{MENU.replace('nav', 'div')}<table>{rows}</table>{LATEST}</body>")) == 8


def test_two_features_in_the_main_part_are_not_the_pages_list() -> None:
    """A front page opens with two long stories in `<main>`; its dated news beside them come first where no heading tells."""
    features = "".join(
        f"<div class=feature><h3><a href=/f/{n}>The story of the {word}</a></h3><span>2026-05-{n + 10}</span>"
        f"<p>{(word + ' and quay and port ') * 20}</p></div>"
        for n, word in enumerate(WORDS[:2])
    )
    news = "".join(
        f"<div class=item><h3><a href=/n/{n}>News of the {word} at the port</a></h3><span>2026-04-{n + 10}</span></div>"
        for n, word in enumerate(WORDS[:10])
    )
    assert kept(f"<body><main>{features}</main><div class=news>{news}</div></body>")[:10] == [
        f"News of the {word} at the port" for word in WORDS[:10]
    ]
