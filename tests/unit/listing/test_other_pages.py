"""Selectors made on one page of a site, read on a page of it that differs as real ones do."""

from __future__ import annotations

from scraper.listing.entry import ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/rulings"
BOATS = "Anchor Barge Clipper Dinghy Ewer Felucca Galleon Hulk Ilka Junk Ketch Lugger".split()


def frozen(html: str) -> ListSelectors:
    [one] = freeze(html, URL, chosen(induce(html, URL)))
    assert one.selectors is not None
    return one.selectors


def read(html: str, form: ListSelectors) -> list[tuple[str, str]]:
    [one] = read_lists(html, URL, [form])
    return [(row.title, row.date) for row in one.entries]


def case(number: int) -> str:
    return f"Owners of the {BOATS[number % 12]} against the harbour of Portus"


def day(number: int) -> str:
    return f"{number % 27 + 1} May 2026"


def told(numbers: range) -> list[tuple[str, str]]:
    return [(case(number), day(number)) for number in numbers]


def table(numbers: range, cells: str, row: str = "<tr>") -> str:
    return "".join(
        row + cells.format(at=number, case=case(number), day=day(number)) + "</tr>" for number in numbers
    )


def test_the_only_link_is_named_before_the_number_of_its_column() -> None:
    """Rulings that are reported have a number, which stands in a column of its own; the others have none."""
    reported = "<table class=results>" + table(
        range(8), "<td>{day}</td><td>PR {at}-26</td><td><a href=/r/{at}.pdf>{case}</a></td>"
    ) + "</table>"  # fmt: skip
    others = "<table class=results>" + table(
        range(20, 29), "<td>{day}</td><td><a href=/r/{at}.pdf>{case}</a></td>"
    ) + "</table>"  # fmt: skip
    assert frozen(reported).title == frozen(others).title == "a"
    assert read(others, frozen(reported)) == told(range(20, 29))
    assert read(reported, frozen(others)) == told(range(8))


def test_a_form_around_the_whole_page_names_no_list() -> None:
    """The archive stands in a form that the system writes around what changes; a section's page has none."""
    cells = "<td><a href=/r/{at}.pdf>{case}</a></td><td>{day}</td>"
    page = "<div class=panel>{}<h1>Rulings</h1><div><table>{}</table></div></div>"
    form = frozen(page.format("<form id=pageForm>", table(range(8), cells)))
    assert form.entry == "div.panel tr"
    assert read(page.format("", table(range(20, 26), cells)), form) == told(range(20, 26))


def test_what_a_title_says_of_its_state_is_not_how_it_is_named() -> None:
    """All rulings of one page are unpublished ones, all of another are published."""

    def page(state: str, numbers: range) -> str:
        return "<main>" + "".join(
            f"<div class=ruling><p class=name><a class=mark_{state} href=/r/{n}.pdf>{case(n)}</a></p><i>{day(n)}</i>"
            f"<a href=/docket/{n}>Docket</a></div>"
            for n in numbers
        ) + "</main>"  # fmt: skip

    form = frozen(page("unpublished", range(8)))
    assert read(page("published", range(20, 29)), form) == told(range(20, 29))


def test_every_other_row_s_class_names_no_entry() -> None:
    """An entry is two rows, and the first of each is marked where an even number of rows stands between."""

    def page(numbers: range) -> str:
        rows = "".join(
            f"<tr{' class=row-alternating' if n % 2 else ''}><td>{case(n)}, {day(n)}</td><td><a href=/r/{n}.pdf>{n}-26</a></td></tr>"
            f"<tr><td colspan=2>The owners of the boat asked the court for number {n} to be heard again, and it was not.</td></tr>"
            for n in numbers
        )
        return f"<table class=listview>{rows}</table>"

    form = frozen(page(range(1, 17, 2)))
    assert "alternating" not in form.entry
    assert [title for title, _ in read(page(range(20, 28)), form)] == [
        f"{case(n)}, {day(n)}" for n in range(20, 28)
    ]


def test_what_stands_behind_an_entry_s_first_element_tells_it_from_others_of_its_tag() -> None:
    """Headings are paragraphs of a bare cell, as are a greeting and a note; each heading has its list behind it."""

    def page(numbers: range) -> str:
        days = "".join(
            f"<p><b>{case(n)}</b></p><ul><li>{day(n)}, <a href=/r/{n}.pdf>{n}-26</a>, heard before the full court of the"
            " harbour and decided against the owners</li></ul>"
            for n in numbers
        )
        return f"<table><tr><td><p>The court sits on Mondays.</p><p>Ask the clerk for copies.</p>{days}</td></tr></table>"

    form = frozen(page(range(8)))
    assert (form.entry, form.until) == ("td > p:has(+ ul)", "next")
    assert [title for title, _ in read(page(range(20, 26)), form)] == [case(n) for n in range(20, 26)]


def test_a_day_above_the_next_entry_is_not_read_into_the_one_before() -> None:
    """Bare links below headings that say their day: an entry ends where the next day is said, not at the next link."""

    def page(numbers: range) -> str:
        rulings = "".join(
            f"<br><font size=4>{day(n)}</font><br><br><a href=/r/{n}.htm>{case(n)}</a>, {n}-26<br>"
            f"The owners of the boat asked the court for number {n} to be heard again, and it was not.<br>"
            for n in numbers
        )
        return f"<body><center><font size=5>Rulings of the court</font></center>{rulings}</body>"

    form = frozen(page(range(8)))
    assert read(page(range(8)), form) == told(range(8))
    assert read(page(range(12, 20)), form) == told(range(12, 20))


def test_what_only_the_entries_hold_tells_them_where_nothing_is_named() -> None:
    """Bold type is what the days of the court have and its notices lack."""

    def page(numbers: range) -> str:
        notices = "".join(f"<p><i>Notice {n}</i>: the court sits in the old hall.</p>" for n in "ABCDE")
        days = "".join(
            f"<p><b>{case(n)}</b></p><p>{day(n)}, <a href=/r/{n}.pdf>{n}-26</a>, heard before the full court of the"
            " harbour and decided against the owners</p>"
            for n in numbers
        )
        return f"<table><tr><td>{notices}{days}</td></tr></table>"

    form = frozen(page(range(8)))
    assert (form.entry, form.until) == ("td > p:has(b)", "next")
    assert [title for title, _ in read(page(range(20, 26)), form)] == [case(n) for n in range(20, 26)]


def test_tags_that_no_selector_can_say_do_no_harm() -> None:
    """Text programs write tags of their own around what they save as a page."""
    page = "<table class=saved>" + table(
        range(8), "<td><o:p>{day}</o:p></td><td><o:p class=name><a href=/r/{at}.pdf>{case}</a></o:p></td>"
    ) + "</table>"  # fmt: skip
    assert read(page, frozen(page)) == told(range(8))


def test_an_entry_s_own_link_is_told_from_one_deep_in_its_text() -> None:
    """Titles and texts are boxes alike; the texts of one page cite no ruling, those of another do."""

    def page(numbers: range, cited: str = "") -> str:
        return "<div id=results>" + "".join(
            f"<div><a href=/r/{n}.pdf>{case(n)}</a></div><div><p>{day(n)}. The owners of the boat asked the court for number"
            f" {n} to be heard again{cited}, and it was not.</p></div>"
            for n in numbers
        ) + "</div>"  # fmt: skip

    form = frozen(page(range(8)))
    assert (form.entry, form.until) == ("#results > div:has(> a)", "next")
    cited = page(range(20, 28), " as in <a href=/r/3.pdf>an earlier ruling</a>")
    assert read(cited, form) == told(range(20, 28))
    assert frozen(cited).entry == form.entry


def test_a_teaser_without_a_name_is_what_its_named_neighbours_are_not() -> None:
    """On one page each entry has a picture before its teaser, on the next none has."""

    def page(picture: str, numbers: range) -> str:
        return "<main>" + "".join(
            f"<div class=ruling><h3><a href=/r/{n}.pdf>{case(n)}</a></h3><p class=day>{day(n)}</p>{picture}"
            f"<p>The owners of the boat asked the court for number {n} to be heard again, and it was not.</p>"
            f"<p class=more><a href=/r/{n}.pdf>More</a></p></div>"
            for n in numbers
        ) + "</main>"  # fmt: skip

    form = frozen(page("<div class=picture><img src=/p.jpg alt=''></div>", range(8)))
    assert form.excerpt == "p:not(.day, .more)"
    [one] = read_lists(page("", range(20, 26)), URL, [form])
    assert all(
        f"for number {n} to be" in row.excerpt for n, row in zip(range(20, 26), one.entries, strict=True)
    )


def test_a_link_without_a_name_is_not_the_one_behind_a_topic() -> None:
    """All rulings of one page have a topic that leads somewhere, none of the next has."""

    def page(topic: str, numbers: range) -> str:
        return "<ul class=rulings>" + "".join(
            f"<li>{topic}<a href=/r/{n}.pdf>{case(n)}</a> <i>{day(n)}</i></li>" for n in numbers
        ) + "</ul>"  # fmt: skip

    form = frozen(page("<a class=topic href=/t/boats>Boats</a> ", range(8)))
    assert read(page("", range(20, 26)), form) == told(range(20, 26))
