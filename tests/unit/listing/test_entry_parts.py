"""Which date, which title, which lines are an entry's: the list decides."""

from __future__ import annotations

import pytest

from scraper.listing.entry import Entry
from scraper.listing.induce import chosen, induce
from tests.unit.listing import harbour

URL = "https://portus.example/news/"
TITLES = harbour.TITLES[:6]
TEXTS = (
    "After four days of wind the first crossing left at six in the morning.",
    "Two machines from the yard on the river replace those of the sixties.",
    "Nets, lamps and the wheel of the last steam tug are on show until June.",
    "Boats up to nine metres may use the small chamber in the meantime.",
    "Volunteers found more of them than in any year since the counting began.",
    "Dues stay as they are; a part of the money goes into the mole.",
)


def kept(body: str, language: str = "en") -> list[Entry]:
    lists = chosen(induce(f"<html lang={language}><body>{body}</body></html>", URL))
    return [entry for one in lists for entry in one.entries]


def rows(form: str) -> str:
    return "".join(
        form.format(
            title=TITLES[n], text=TEXTS[n], n=n, day=f"{20 - 2 * n:02}.11.2026", other=f"{21 - 2 * n:02}.11.2026",
            later=f"{26 - 2 * n:02}.11.2026",
        )
        for n in range(6)
    )  # fmt: skip


DAYS = [f"{20 - 2 * n:02}.11.2026" for n in range(6)]
FLAT = "<font color=red><b>{day}</b></font> - <a href=/n/{n}.html><font>{title}</font></a><br><font size=1>{text}</font><br><br>"


@pytest.mark.parametrize("head", ["", "<font size=+2><b>What is new</b></font><br><br>"])
@pytest.mark.parametrize(
    "foot",
    ["", "<hr><font size=1>Last updated in May. Webmaster: <a href=mailto:w@portus.example>Stan</a></font>"],
)
def test_an_entry_ends_at_an_empty_line(head: str, foot: str) -> None:
    """A heading and a footer made of the element that texts are made of shift no text to the next entry."""
    found = kept(f"<center><img src=b.gif></center><hr>{head}{rows(FLAT)}{foot}")
    assert [(entry.title, entry.date, entry.excerpt) for entry in found] == list(
        zip(TITLES, DAYS, TEXTS, strict=True)
    )


def test_the_first_entry_stands_before_the_first_paragraph() -> None:
    """Where `<p>` is written at the end of each entry the parser finds a paragraph around all but one."""
    found = kept(f"<h1>News</h1>{rows('<b>{day}</b> - <a href=/n/{n}.html>{title}</a><br>{text}<p>')}")
    assert [(entry.title, entry.date) for entry in found] == list(zip(TITLES, DAYS, strict=True))


def test_a_space_between_date_and_title_is_no_teaser() -> None:
    """Of a line of both nothing is left but the no-break space between them."""
    form = "<font color=red>{day}</font>&nbsp;<a href=/n/{n}.html>{title}</a><br><font size=1>{text}</font><br><br>"
    assert [entry.excerpt for entry in kept(f"<h1>News</h1>{rows(form)}")] == list(TEXTS)


def test_a_preface_before_paragraphs_is_no_entry() -> None:
    """It has no link, or is made otherwise."""
    found = kept(
        f"<h1>News</h1>All days of <i>November</i>.{rows('<p><b>{day}</b> - <a href=/n/{n}.html>{title}</a><br>{text}</p>')}"
    )
    assert [entry.title for entry in found] == list(TITLES)


def test_a_title_without_the_mark_behind_its_category() -> None:
    """The category's link goes, and the colon with it."""
    form = "<div class=item><div class=head><a href=/c/2>Notices</a> : <a href=/n/{n}.html>{title}</a></div><p>{day}</p><p>{text}</p></div>"
    assert [entry.title for entry in kept(rows(form))] == list(TITLES)


def test_a_title_that_the_list_cuts_is_whole_in_its_link() -> None:
    """The label of the link goes on where the text ends in an ellipsis; another label is another text."""
    items = "".join(
        f"<li><span>{DAYS[n]}</span> <a href=/n/{n}.html title='{TITLES[n]}'>{TITLES[n][:18]}…</a></li>"
        for n in range(3)
    ) + "".join(
        f"<li><span>{DAYS[n]}</span> <a href=/n/{n}.html title='Read on'>{TITLES[n][:18]}…</a></li>"
        for n in range(3, 6)
    )
    assert [entry.title for entry in kept(f"<ul>{items}</ul>")] == [
        *TITLES[:3], *(f"{title[:18]}…" for title in TITLES[3:])
    ]  # fmt: skip


def test_a_term_is_no_entry_without_what_it_heads() -> None:
    """Numbers and files in the term, the title in the definition, in the lists of two days."""
    form = (
        "<dt>[{n}] <a href=/abs/2611.1020{n}>prints:2611.1020{n}</a> [<a href=/pdf/{n}>pdf</a>]</dt>"
        "<dd><div class=name><span>Title:</span> {title}</div><div><a href=/a/1>A. Roe</a>, <a href=/a/2>K. Orme</a></div></dd>"
    )
    halves = [rows(form).split("<dt>[3]")[0], "<dt>[3]" + rows(form).split("<dt>[3]")[1]]
    body = "".join(
        f"<h3>{day} November 2026</h3><dl>{half}</dl>" for day, half in zip((25, 24), halves, strict=True)
    )
    assert [(entry.title, entry.date) for entry in kept(body)] == [
        (title, f"{25 if n < 3 else 24} November 2026") for n, title in enumerate(TITLES)
    ]


def test_published_beside_created() -> None:
    """A table with a column for the day a document was made and one for the day it was published."""
    heads = "".join(f"<th>{head}</th>" for head in ("Lp.", "Tytuł", "Data wytworzenia", "Data publikacji"))
    form = "<tr><td>{n}.</td><td><a href=/n/{n}.html>{title}</a></td><td>{day}</td><td>{other}</td></tr>"
    found = kept(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows(form)}</tbody></table>", "pl")
    assert [entry.date for entry in found] == [f"{21 - 2 * n:02}.11.2026" for n in range(6)]


def test_a_title_that_says_published_labels_no_date() -> None:
    """One entry's words decide nothing about the place that holds the dates of all."""
    body = rows(
        "<tr><td>2026/{n}</td><td>{title}</td><td>{day}<br>{later}</td><td><a href=/n/{n}>+</a></td></tr>"
    )
    body = body.replace(TITLES[4], "Pubblicazione di matrimonio")
    found = kept(f"<table><tbody>{body}</tbody></table>", "it")
    assert [entry.date for entry in found] == DAYS


def test_a_topic_is_dated_by_its_first_post() -> None:
    """Not by the last one, which a class names."""
    form = (
        "<li class=row><dl><dt><a href=/t/{n} class=topic>{title}</a><br>by <a href=/u/{n}>jo{n}</a> » {day}, 10:20</dt>"
        "<dd class=posts>3</dd><dd class=lastpost><span>by <a href=/u/9>ana</a><br>{later}, 10:40</span></dd></dl></li>"
    )
    assert [entry.date for entry in kept(f"<ul>{rows(form)}</ul>")] == [f"{day}, 10:20" for day in DAYS]


def test_a_box_beside_the_list_is_no_entry() -> None:
    """Neither has dates, but the rows of the list are made alike and stand together."""
    menu = "<ul><li><b>Sorted by:</b> <a href=/thread>thread</a></li><li><b><a href=/about>More on this list</a></b></li></ul>"
    form = "<li><a href=/m/{n}.html>{title}</a> <i>Jo {n}</i></li>"
    assert [entry.title for entry in kept(f"{menu}<p>12 messages</p><ul>{rows(form)}</ul>")] == list(TITLES)


def test_two_columns_of_a_row_are_no_entries() -> None:
    """A row with its author and day and those of the last answer is one entry: the title stands beside them."""
    form = (
        "<tbody><tr><th><a href=/t/{n}.html>{title}</a></th><td class=by><a href=/u/{n}>Ana Roe</a> <em>{day}</em></td>"
        "<td class=num>{n}</td><td class=by><a href=/u/9>Jo Marsh</a> <em><a href=/t/{n}?last>{later} 10:22</a></em></td></tr></tbody>"
    )
    assert [(entry.title, entry.date) for entry in kept(f"<table>{rows(form)}</table>")] == list(
        zip(TITLES, DAYS, strict=True)
    )


HEADS = "<tr><td><b>Apply by</b></td><td><b>Meeting</b></td><td><b>Minutes</b></td><td><b>Test</b></td></tr>"


def test_a_row_of_days_under_heads_is_an_entry() -> None:
    """Not each of its cells, and its day is the one that its first link says, not the deadline before it."""
    form = (
        "<tr><td>{other}</td><td><a href=/a/{n}.pdf>{day}</a></td><td><a href=/m/{n}.pdf>{day}</a></td>"
        "<td>{later}</td></tr>"
    )
    found = kept(f"<table>{HEADS}{rows(form)}</table>")
    assert [(entry.date, entry.url) for entry in found] == [
        (day, f"https://portus.example/a/{n}.pdf") for n, day in enumerate(DAYS)
    ]


def test_a_row_of_days_may_say_whose_they_are() -> None:
    """Only what leads somewhere must be a day: a name that is no link leaves the row an entry."""
    form = (
        "<tr><td>{title}</td><td>{other}</td><td><a href=/a/{n}.pdf>{day}</a></td>"
        "<td><a href=/m/{n}.pdf>{day}</a></td></tr>"
    )
    found = kept(f"<table>{HEADS}{rows(form)}</table>")
    assert [(entry.title, entry.date) for entry in found] == list(zip(TITLES, DAYS, strict=True))


def test_a_span_that_says_more_than_its_day_is_another_place() -> None:
    """`the quay opens on <span>day</span>` is none of the places in which the others have theirs, a span in a span."""
    own = "<div class=e><h3><a href=/n/{n}>{title}</a></h3>{said}<p><span><span>{day}</span></span></p></div>"
    said = "<p>The board says that <span>the quay opens on <span>{later}</span> again</span></p>"
    forms = [own.replace("{said}", said * (n % 3 > 0)) for n in range(len(TITLES))]
    body = "".join(
        form.format(n=n, title=title, day=day, later="12 November 2027")
        for n, (form, title, day) in enumerate(zip(forms, TITLES, DAYS, strict=True))
    )
    assert [entry.date for entry in kept(body)] == DAYS


def test_the_days_of_a_month_are_no_columns() -> None:
    """Under the names of weekdays each cell with a title is an entry, and its day stands in it."""
    names = "".join(f"<th>{name}</th>" for name in ("Mon", "Tue", "Wed"))
    cells = [
        f"<td><span>{at + 2} Nov 2026</span>{f'<a href=/ev/{at}>{TITLES[at // 2]}</a>' if at % 2 == 0 else ''}</td>"
        for at in range(12)
    ]
    weeks = "".join(f"<tr>{''.join(cells[at : at + 3])}</tr>" for at in range(0, 12, 3))
    found = kept(f"<table><tr>{names}</tr>{weeks}</table>")
    assert [(entry.title, entry.date) for entry in found] == [
        (TITLES[at // 2], f"{at + 2} Nov 2026") for at in range(0, 12, 2)
    ]


def test_a_day_that_leads_somewhere_beside_a_file_is_the_entry() -> None:
    """The file says of what kind it is, no more."""
    form = "<tr><td>{later}</td><td><a href=/e/{n}>{day}</a></td><td><a href=/f/{n}.pdf>PDF</a></td></tr>"
    heads = "<tr><th>Apply by</th><th>Meeting</th><th>File</th></tr>"
    assert [(entry.date, entry.url) for entry in kept(f"<table>{heads}{rows(form)}</table>")] == [
        (day, f"https://portus.example/e/{n}") for n, day in enumerate(DAYS)
    ]


def test_cards_in_a_table_are_entries_each() -> None:
    """A table without heads may be three columns of cards."""
    cards = [
        f"<td>{day}<br><a href=/n/{n}.html>{title}</a></td>"
        for n, (day, title) in enumerate(zip(DAYS, TITLES, strict=True))
    ]
    table = f"<table><tr>{''.join(cards[:3])}</tr><tr>{''.join(cards[3:])}</tr></table>"
    assert [entry.title for entry in kept(table)] == list(TITLES)


@pytest.mark.parametrize("more", ["Read more...", "Lire la suite", "続きを読む"])
def test_an_entry_whose_title_is_no_link_leads_where_more_of_it_is(more: str) -> None:
    """Not to its topic, which stands before, nor to who wrote it."""
    form = (
        "<div><b>{title}</b><p>Posted by <a href=/u/skipper>skipper</a> on {day}, topic: <a href=/topic/{n}>Harbour</a></p>"
        f"<p>{{text}}</p><p>( <a href=/n/{{n}}.html>{more}</a> | {{n}} answers )</p></div>"
    )
    assert [entry.url for entry in kept(rows(form))] == [
        f"https://portus.example/n/{n}.html" for n in range(6)
    ]


@pytest.mark.parametrize("line", ["https://tide.example/b{n}", "Register: https://tide.example/b{n}"])
def test_a_written_out_address_is_no_title(line: str) -> None:
    """An entry without one leads where more of it is, not to what its text names."""
    form = (
        "<div><h2>{day}</h2><p>{text}</p><p><a href=https://tide.example/b{n}>LINE</a></p>"
        "<p><a href=/n/{n}.html>Read more</a></p></div>"
    ).replace("LINE", line)
    found = kept(rows(form))
    assert [entry.url for entry in found] == [f"https://portus.example/n/{n}.html" for n in range(6)]
    assert not any("tide.example" in entry.title for entry in found)


def test_files_below_a_title_are_no_entries() -> None:
    """A record that says more than its files do is no heading over them, nor is what a file's link is called its title."""
    form = (
        "<li class=item><p>{text}</p><div><ul><li><a href=/pdf/{n}.pdf title='Signed PDF BO-A-{n}'>PDF (BO-A-{n} - 2 p. - 20 KB)</a></li>"
        "<li><a href=/txt/{n}>Other formats</a></li></ul></div></li>"
    )
    found = kept(f"<h1>Acts of 20 November 2026</h1><ul>{rows(form)}</ul>")
    assert [(entry.title, entry.excerpt) for entry in found] == [(text, "") for text in TEXTS]


UPDATED = "<article><h2><a href='/news/{n}'>{title}</a></h2><p class=meta>{dates}<span>PDF, 2 MB</span></p><p>{text}</p></article>"


@pytest.mark.parametrize("first", ["Published", "Updated"])
def test_few_entries_that_were_updated_keep_their_day_of_publication(first: str) -> None:
    """Both days stand in one paragraph, and entries that were never updated fill the unlabelled place."""
    body = ""
    for n, day in enumerate(DAYS):
        told = [f"Published: <time>{day}</time> "]
        if n % 2:
            told.append(f"Updated: <time>{26 - 2 * n:02}.11.2026</time> ")
        dates = "".join(told if first == "Published" else told[::-1])
        body += UPDATED.format(n=n, title=TITLES[n], dates=dates, text=TEXTS[n])
    assert [entry.date for entry in kept(body)] == DAYS


@pytest.mark.parametrize("bullet", ["· ", "•", "▪ ", "► "])
def test_a_bullet_typed_into_a_link_is_no_part_of_its_title(bullet: str) -> None:
    """What the link's label has whole is found behind it, too."""
    short = "".join(
        f"<li><a href='/news/{n}' title='{one}'>{bullet}{one[:20]}...</a> <span>{day}</span></li>"
        for n, (one, day) in enumerate(zip(TITLES, DAYS, strict=True))
    )
    assert [entry.title for entry in kept(f"<ul>{short}</ul>")] == list(TITLES)


def test_a_list_of_addresses_is_titled_by_them() -> None:
    """Nothing else leads anywhere."""
    items = "".join(
        f"<li><a href='https://tide{n}.example/'>https://tide{n}.example/</a></li>" for n in range(8)
    )
    titles = [
        entry.title
        for entry in induce(f"<main><h1>Links</h1><ul>{items}</ul></main>", "https://portus.example/")[
            0
        ].entries
    ]
    assert titles == [f"https://tide{n}.example/" for n in range(8)]


def test_meetings_called_alike_have_what_they_are_called() -> None:
    """Where all links are called alike, too, the words beside them are the title."""
    row = "<tr><td>{day}</td><td>{kind} meeting</td><td><a href=/a/{n}.pdf>Agenda</a></td><td><a href=/m/{n}.pdf>Minutes</a></td></tr>"
    kinds = ["Ordinary"] * 5 + ["Extraordinary"]
    body = "".join(row.format(day=day, n=n, kind=kinds[n]) for n, day in enumerate(DAYS))
    assert [entry.title for entry in kept(f"<table>{body}</table>")] == [f"{kind} meeting" for kind in kinds]


def test_a_meeting_leads_to_its_own_page_before_its_committees() -> None:
    """The committee's name is the title and leads to the committee, which meets again."""
    row = (
        "<tr><td><a href=/body/{body}>{name}</a></td><td>{day}</td><td><a href=/ical/{n}><img src=i.gif></a></td>"
        "<td><a href=/meeting/{n}>Details</a></td><td><a href=/agenda/{n}>Agenda</a></td></tr>"
    )
    names = ("Harbour board", "Quays committee", "Ferries committee", "Dredging panel")
    for bodies in (
        (0, 1, 2, 0, 1, 2),
        (0, 1, 2, 0, 3, 0),
    ):  # two meet once: most meetings are of one that returns
        body = "".join(
            row.format(n=n, day=day, body=body, name=names[body])
            for n, (day, body) in enumerate(zip(DAYS, bodies, strict=True))
        )
        found = kept(f"<table>{body}</table>")
        assert [(entry.title, entry.url) for entry in found] == [
            (names[body], f"https://portus.example/meeting/{n}") for n, body in enumerate(bodies)
        ]


def test_details_lead_to_a_meeting_where_a_committee_returns_once() -> None:
    """Five committees in six meetings; what most buttons of a row say tells nothing more of it."""
    row = (
        "<tr><td><a href=/body/{body}>{name}</a></td><td>{day}</td><td><a href=/map/{n}>Map</a></td>"
        "<td><a href=/meeting/{n}>Meeting details</a></td></tr>"
    )
    names = ("Harbour board", "Quays committee", "Ferries committee", "Board of pilots", "Lights committee")
    body = "".join(row.format(n=n, day=day, body=n % 5, name=names[n % 5]) for n, day in enumerate(DAYS))
    assert [entry.url for entry in kept(f"<table>{body}</table>")] == [
        f"https://portus.example/meeting/{n}" for n in range(6)
    ]


def test_what_one_term_heads_is_no_entry_without_it() -> None:
    """The month stands in the term, the text in its description, one each."""
    months = ("October 2026", "October 2026", "September 2026", "June 2026", "May 2026", "May 2026")
    body = "".join(
        f"<dt>{month}<dd>{text} <a href=/n/{n}>more</a>" for n, (month, text) in enumerate(zip(months, TEXTS, strict=True))
    )  # fmt: skip
    assert [entry.date for entry in kept(f"<h2>News</h2><dl>{body}</dl>")] == list(months)


@pytest.mark.parametrize(
    ("beside", "pages"),
    [
        ("/ical/{n}.ics", 3),
        ("https://tickets.example/{n}", 3),
        ("/n/{n}#comments", 3),
        ("/map/{n}", 4),
        ("/map/{n}", 5),
    ],
)
def test_what_stands_beside_titles_that_return_now_and_then_leads_to_no_entry(
    beside: str, pages: int
) -> None:
    """An event that is listed twice has one page; its calendar's entry, tickets and comments are none, nor is a map where most have a page."""
    row = (
        "<div><h3><a href=/event/{page}>{title}</a></h3><p>{day}</p><p>{text}</p><a href='"
        + beside
        + "'>Add</a></div>"
    )
    body = "".join(
        row.format(n=n, page=n % pages, title=TITLES[n % pages], day=DAYS[n], text=TEXTS[n]) for n in range(6)
    )
    assert [entry.url for entry in kept(body)] == [
        f"https://portus.example/event/{n % pages}" for n in range(6)
    ]


def test_terms_without_anything_to_say_are_read() -> None:
    """The fields of a login, named by terms, hold no text."""
    login = "<dl><dt>Email<dd><input name=a><dt>Password<dd><input type=password></dl>"
    list_ = rows("<p><a href=/n/{n}>{title}</a> {day}</p>")
    assert [entry.title for entry in kept(login + list_)] == list(TITLES)
