"""Days that hold a varying number of entries without elements of their own are opened; cards that begin with a day are not."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TITLES
from tests.unit.listing.test_date_heads import DAYS, URL

COUNTS = (1, 3, 2, 1)


def held(count: int, day: int, counts: tuple[int, ...] = COUNTS) -> list[str]:
    first = sum(counts[:day])
    return [f"<a href=/n/{first + n}.html>{TITLES[first + n]}</a>" for n in range(count)]


def rows(body: str) -> list[tuple[str, str]]:
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{body}</main></body></html>", URL))
    return [(entry.title, entry.date) for one in kept for entry in one.entries]


def days(counts: tuple[int, ...], day: str, entry: str, around: str = "{}") -> str:
    return "".join(
        around.format(day.format(DAYS[at]) + "".join(entry.format(link) for link in held(count, at, counts)))
        for at, count in enumerate(counts)
    )


WHOLE = [
    (TITLES[n], DAYS[at])
    for at, count in enumerate(COUNTS)
    for n in range(sum(COUNTS[:at]), sum(COUNTS[: at + 1]))
]
TEASER = " The board met at the old quay and told what it had decided."


@pytest.mark.parametrize(
    "body",
    [
        days(COUNTS, "<h3>{}</h3>", "<p>{}" + TEASER + "</p>"),
        days(COUNTS, "<h3>{}</h3>", "<div>{}</div>"),
        days(COUNTS, "<b>{}</b><br>", "{}, No. 12<br>", "<p>{}</p>"),
        days(COUNTS, "<p><b>{}</b></p>", "<p>{}</p>", "<div class=day>{}</div>"),
        f"<table>{days(COUNTS, '<td>{}</td><td>', '{}<br>', '<tr>{}</td></tr>')}</table>",
    ],
    ids=[
        "headings and paragraphs",
        "headings and boxes",
        "lines of a paragraph",
        "paragraphs of a box",
        "lines of a cell",
    ],
)
def test_each_day_gives_its_entries(body: str) -> None:
    """A court's day has one opinion or ten."""
    assert rows(body) == WHOLE


@pytest.mark.parametrize(
    "body",
    [
        days((1, 1, 2, 1), "<div class=head>{}</div>", "<div class=item>{}<p>" + TEASER + "</p></div>"),
        days((1, 1, 2, 1), "<p><b>{}</b></p>", "<p>{}</p>"),
        f"<table>{days((1, 1, 2, 1), '<tr><th colspan=2>{}</th></tr>', '<tr><td>No.</td><td>{}</td></tr>')}</table>",
        f"<table>{days((1, 1, 2, 1), '<tr><th colspan=2>{}</th></tr>', '<tr><td>No.</td><td>{}</td></tr>', '<tbody>{}</tbody>')}</table>",
    ],
    ids=["boxes", "bold lines", "rows of heads", "a body of rows each"],
)
def test_a_second_entry_of_a_day_is_of_that_day(body: str) -> None:
    """Most days have one: the few others stood without a day, or were left out."""
    assert rows(body) == list(zip(TITLES, (DAYS[0], DAYS[1], DAYS[2], DAYS[2], DAYS[3]), strict=False))


def test_the_last_day_may_be_the_longest() -> None:
    """How long it is no other day tells; the pager behind it is none of its entries, though it stands below its day."""
    counts = (1, 1, 2, 4)
    body = (
        days(counts, "<h3>{}</h3>", "<p>{}" + TEASER + "</p>")
        + "<p><a href=/news/?week=46>The week before</a></p>"
    )
    assert [date for _, date in rows(body)] == [DAYS[0], DAYS[1], *2 * [DAYS[2]], *4 * [DAYS[3]]]


def test_what_has_a_day_of_its_own_below_a_day_is_a_paper() -> None:
    """A meeting of one paper or two, each `Updated 3 May 2026`, is one entry of its own day; opened, the papers' days were the entries'."""
    paper = "<p>{} <span>Updated 3 May 2026</span></p>"
    body = days((1, 1, 1, 2), "<h3>{}</h3>", paper, "<article>{}</article>")
    assert [date for _, date in rows(body)] == list(DAYS)


def test_a_teaser_may_tell_of_another_day() -> None:
    """One sentence with a date does not make a day's entries dated ones."""
    body = days(COUNTS, "<h3>{}</h3>", "<p>{}" + TEASER + "</p>").replace("old quay", "quay on 3 May 2019", 1)
    assert [title for title, _ in rows(body)] == [title for title, _ in WHOLE]


@pytest.mark.parametrize("second", ["Download the report of the board", "Read the article"])
def test_cards_that_begin_with_a_day_stay_whole(second: str) -> None:
    """Each has one title and one button."""
    body = "".join(
        f"<div><p>{day}</p><p><a href=/n/{n}.html>{TITLES[n]}</a></p><p><a href=/f/{n}.html>{second}</a></p></div>"
        for n, day in enumerate(DAYS)
    )
    assert rows(body) == list(zip(TITLES, DAYS, strict=False))


TABLE = "<table><tr><th>No.</th><th>Matter</th></tr>{}</table>"


@pytest.mark.parametrize("around", ["<ul>{}</ul>", TABLE])
def test_a_day_without_entries_says_so(around: str) -> None:
    """A note returns where nothing was published; it is no entry, and the days around it are opened all the same."""
    entry = "<li>{}</li>" if "ul" in around else "<tr><td>12</td><td>{}</td></tr>"
    note = entry.format("No opinions this week.")
    filled = [
        around.format("".join(entry.format(link) for link in held(count, at)))
        for at, count in enumerate(COUNTS)
    ]
    body = "".join(f"<h4>{day}</h4>{part}" for day, part in zip(DAYS, filled, strict=True))
    quiet = "".join(f"<h4>{day}</h4>{around.format(note)}" for day in ("9 May 2026", "2 May 2026"))
    assert rows(f"<div>{body}{quiet}</div>") == WHOLE


LONG = [f"{title}, part {part}" for part in ("one", "two") for title in TITLES]


def test_one_day_of_many_may_be_to_come() -> None:
    """What stands below "To be published on Monday" is as much of its day as below the days alone."""
    counts = (*COUNTS, *6 * (1,))
    days_of = [f"{n} May 2026" for n in range(20, 0, -2)]
    links = iter(f"<li><a href=/n/{n}.html>{title}</a></li>" for n, title in enumerate(LONG))
    lists = [f"<ul>{''.join(next(links) for _ in range(count))}</ul>" for count in counts]
    heads = [f"<h4>{day}</h4>" for day in days_of]
    heads[0] = f"<h4>To be published on Monday, {days_of[0]}</h4>"
    found = rows("".join(map("".join, zip(heads, lists, strict=True))))
    assert [title for title, _ in found] == LONG[: sum(counts)]
    assert [date for _, date in found] == [
        day for day, count in zip(days_of, counts, strict=True) for _ in range(count)
    ]


def test_short_links_before_their_titles_are_entries() -> None:
    """A court's numbers lead to what is told beside them: `<a>A12-34</a>, Harbour board v. Quay`."""
    body = ""
    for at in range(len(COUNTS)):
        body += f"<h4>{DAYS[at]}</h4>"
        for n in range(sum(COUNTS[:at]), sum(COUNTS[: at + 1])):
            body += f"<li><a href=/n/{n}.html>A12-{n}</a>, {TITLES[n]}</li>"
    assert len(rows(f"<ul>{body}</ul>")) == sum(COUNTS)


def test_a_day_between_lines_begins_below_the_entry_above_it() -> None:
    """Lines parted by breaks have no boxes: the day of the next entries stands right behind a teaser, and dates none above it."""
    counts = (1, 2, 1, 5)
    teaser = TEASER.replace("quay", "quay on 3 May 2019")
    body = "".join(
        f"<br><font size=+1>{day}</font><br><br>"
        + "<br>".join(
            f"{link}, No. 12<br>{teaser if at == 2 else TEASER}<br>" for link in held(counts[at], at, counts)
        )
        for at, day in enumerate(DAYS)
    )
    expected = [(TITLES[n], DAYS[at]) for n, at in enumerate([0, 1, 1, 2, *5 * [3]])]
    assert rows(body) == expected


def test_lines_below_an_entry_say_more_of_it() -> None:
    """A court tells in several lines what it held; none of them is an entry, and all are the teaser of the one above."""
    counts = (4, 1, 1, 5)
    lines = ("The board may close the quay at night.", "It has to tell the neighbours <i>before</i> it does.")
    body = "".join(
        f"<br><br><font size=+1>{day}</font><br><br>"
        + "<br>".join(
            f"{link}, No. 12<br>" + "<br>".join(lines[: 1 + n % 2])
            for n, link in enumerate(held(counts[at], at, counts))
        )
        for at, day in enumerate(DAYS)
    )
    assert rows(body) == [(TITLES[n], DAYS[at]) for n, at in enumerate([*4 * [0], 1, 2, *5 * [3]])]


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Older items are kept at the harbour office.</p>",
        "<p><a href=/all>All news</a></p>",
        "<div><a href=?p=2>2</a></div>",
    ],
)
@pytest.mark.parametrize("box", ["<div>{}</div>", "<p>{}</p>"])
def test_boxes_below_days_are_opened_whatever_stands_behind_the_last(box: str, behind: str) -> None:
    """A pager, a note, a link to all."""
    body = "".join(
        f"<h3>{DAYS[at]}</h3>" + box.format("<br>".join(held(count, at))) for at, count in enumerate(COUNTS)
    )
    assert rows(f"<div>{body}{behind}</div>")[: sum(COUNTS)] == WHOLE


PARTS = ("By the board", "By its chair")


@pytest.mark.parametrize(
    ("part", "entry"),
    [
        (
            "<table><caption>{}</caption><thead><tr><th>No.</th></tr></thead>{}</table>",
            "<tr><td>12</td><td>{}</td></tr>",
        ),
        ("<h4>{}</h4><table><tbody>{}</tbody></table>", "<tr><td>12</td><td>{}</td></tr>"),
        ("<h4>{}</h4><ul>{}</ul>", "<li>{}</li>"),
    ],
    ids=["captions", "names of tables", "names of lists"],
)
@pytest.mark.parametrize("around", ["{}", "<div>{}</div>"], ids=["side by side", "in boxes"])
def test_a_day_may_have_parts(part: str, entry: str, around: str) -> None:
    """What the board decided stands apart from what its chair did, each day anew; on some days one of them decided nothing."""
    counts = (1, 3, 2, 3)
    body = ""
    for at, count in enumerate(counts):
        links = [entry.format(link) for link in held(count, at, counts)]
        whole = zip(PARTS, ("".join(links[:1]), "".join(links[1:])), strict=True)
        below = "".join(part.format(name, own) for name, own in whole if own)
        body += around.format(f"<h3>{DAYS[at]}</h3><div>{below}</div>")
    assert rows(body) == [(TITLES[n], DAYS[at]) for n, at in enumerate([0, *3 * [1], *2 * [2], *3 * [3]])]


def test_files_of_a_day_are_no_entries() -> None:
    """Each session has its papers in two lists, by language: the session is the entry."""
    papers = "".join(
        f"<ul><li><a href=/{tongue}/{{0}}/agenda.pdf>Agenda</a><li><a href=/{tongue}/{{0}}/minutes.pdf>Minutes</a></ul>"
        for tongue in ("en", "cy")
    )
    body = "".join(f"<div><h3>{day}</h3>{papers.format(n)}</div>" for n, day in enumerate(DAYS))
    assert len(rows(body)) == len(DAYS)


@pytest.mark.parametrize("link", ["{}", "<a href=/archive/?day={}>{}</a>"], ids=["days", "linked days"])
def test_days_may_stand_below_headings_of_their_own(link: str) -> None:
    """Sheets of several days, each with its number: what stands below a day ends where the next sheet begins."""
    counts = (2, 1, 3, 1, 1, 2)
    days_of = [f"{n} May 2026" for n in range(20, 8, -2)]
    links = iter(f"<li><a href=/n/{n}.html>{title}</a></li>" for n, title in enumerate(LONG))
    body = ""
    for at, (day, count) in enumerate(zip(days_of, counts, strict=True)):
        body += f"<h3>Sheet {40 - at}</h3>" if at % 2 == 0 else ""
        body += f"<h4>{link.format(*[day] * link.count('{}'))}</h4><ul>{''.join(next(links) for _ in range(count))}</ul>"
    expected = [day for day, count in zip(days_of, counts, strict=True) for _ in range(count)]
    assert rows(f"<div>{body}</div>") == list(zip(LONG, expected, strict=False))


@pytest.mark.parametrize("around", ["{}", "<h2>The bulletins</h2>{}<h2>Other years</h2>"])
@pytest.mark.parametrize("below", ["<ul>{}</ul>", "{}"])
def test_three_days_that_are_links_are_opened(below: str, around: str) -> None:
    """Few headings that each are a day and a link are alike themselves; what stands below each is the list."""
    counts = (1, 3, 1)
    entry = "<li>{}</li>" if "ul" in below else "{}<br>"
    body = "".join(
        f"<h3><a href=/archive/{at}>{DAYS[at]}</a></h3>"
        + below.format("".join(map(entry.format, held(count, at, counts))))
        for at, count in enumerate(counts)
    )
    found = rows(around.format(body) + "<p>See also the archive.</p>")
    assert found == [(TITLES[n], DAYS[at]) for n, at in enumerate([0, 1, 1, 1, 2])]


def test_a_heading_never_closed_holds_the_entries_of_its_day() -> None:
    """A parser puts them inside it; another day's heading stands inside an item that was not closed either."""
    body = ""
    for at in range(len(COUNTS)):
        items = "".join(f"<li>{link}</li>" for link in held(COUNTS[at], at))
        body += f"<h4>{DAYS[at]}{'</h4>' if at < 3 else ''}{items}"
    assert rows(f"<div>{body}</div>") == WHOLE


@pytest.mark.parametrize("around", ["<ul>{}</ul>", "<font face=Arial><ul>{}</ul></font>"])
def test_a_day_may_be_told_in_the_same_words_each_time(around: str) -> None:
    """A bulletin names itself above each of its days, and the one to come a little otherwise; parts of the page stand in a font."""
    counts = (3, 1, 4, 2)
    links = iter(f"<li><a href=/n/{n}.html>{title}</a> - No. 12</li>" for n, title in enumerate(LONG))
    body = ""
    for at, count in enumerate(counts):
        name = "Published in the Harbour Bulletin of" if at else "To be published in the Harbour Bulletin of"
        part = (around if at % 2 else "<ul>{}</ul>").format("".join(next(links) for _ in range(count)))
        body += f"<p><b>{name} {DAYS[at]}:</b></p>{part}"
    found = rows(f"<div>{body}</div>")
    assert found == [(LONG[n], DAYS[at]) for n, at in enumerate([*3 * [0], 1, *4 * [2], *2 * [3]])]


def test_a_bracket_closed_before_a_title_is_none_of_it() -> None:
    """A number in brackets leads to the papers, what stands behind it is what they are about."""
    counts = (2, 1, 3, 1)
    body = ""
    for at, count in enumerate(counts):
        first = sum(counts[:at])
        items = "".join(
            f"<li><b>14 Or 3{n} </b>(<a href=/n/{n}.html>S06{n}</a>) {LONG[n]}</li>"
            for n in range(first, first + count)
        )
        body += f"<h4>{DAYS[at]}</h4><ul>{items}</ul>"
    assert [title for title, _ in rows(f"<div>{body}</div>")] == LONG[: sum(counts)]


PAPER = (
    "<dt>[1] {} [<a href=/pdf/1>pdf</a>]</dt><dd><div>A. Lund, P. Ruiz</div><div>Comments: 8 pages</div></dd>"
)


@pytest.mark.parametrize(
    "words", ["", " (showing 3 of 31 entries )", " (continued, showing last 3 of 31 entries )"]
)
def test_terms_below_days_are_entries(words: str) -> None:
    """Headings in the list of the terms, each with how many papers its day has: the days were entries called by these words."""
    heads = days(COUNTS, "<h3>{}" + words + "</h3>", PAPER)
    assert rows(f"<dl>{heads}</dl>") == WHOLE


def test_terms_with_short_links_and_titles_below_are_entries_each() -> None:
    """A preprint server's day: the number links, its title stands in the description."""
    body = "".join(
        f"<h3>{DAYS[day]}</h3>"
        + "".join(
            f"<dt>[{at + 1}] <a href=/abs/26{day}.{at}>26{day}.{at}</a></dt><dd><div>Title: {TITLES[4 * day + at]}</div><div>A. Lund, P. Ruiz</div></dd>"
            for at in range(4)
        )
        for day in range(3)
    )
    found = rows(f"<dl>{body}</dl>")
    assert [date for _, date in found] == [DAYS[day] for day in range(3) for _ in range(4)]


@pytest.mark.parametrize(
    "head",
    [
        "Fri, {} (showing first 6 of 31 entries )",
        "Fri, {} (continued, showing first 6 of 131 entries, newest at the top )",
    ],
)
def test_a_day_that_heads_all_terms_holds_for_them(head: str) -> None:
    """The only heading there, within the list, with words beside its day, be they more than the day."""
    papers = "".join(PAPER.format(link) for link in held(6, 0))
    found = rows(f"<dl><h3>{head.format(DAYS[0])}</h3>{papers}</dl>")
    assert [date for _, date in found] == [DAYS[0]] * 6


def test_a_title_with_a_bracket_behind_its_day_is_no_day() -> None:
    """Minutes of a day with their size, above the papers of the sitting."""
    heads = days(COUNTS, "<h3><a href=/minutes>Minutes of {}</a> (PDF, 120 kB)</h3>", "<p>{}</p>")
    assert rows(heads) != WHOLE


@pytest.mark.parametrize("counts", [COUNTS, (1, 1, 1, 1), (2, 2, 1)], ids=str)
@pytest.mark.parametrize("around", ["{}", "<div class=day>{}</div>"], ids=["headings", "boxes"])
def test_what_leads_where_the_title_leads_is_of_that_entry(counts: tuple[int, ...], around: str) -> None:
    """A paragraph for the title, and one for the teaser with its button: each day had every entry twice."""
    said = "The board met at the old quay and told what it had decided."
    body = "".join(
        around.format(
            f"<h3>{DAYS[at]}</h3>"
            + "".join(
                f"<p>{link}</p><p>{said} {link.partition('>')[0]}>Read more</a></p>"
                for link in held(count, at, counts)
            )
        )
        for at, count in enumerate(counts)
    )
    found = rows(body)
    assert [title for title, _ in found] == [*TITLES[: sum(counts)]]
    assert [day for _, day in found] == [DAYS[at] for at, count in enumerate(counts) for _ in range(count)]
