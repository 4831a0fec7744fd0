"""Days with mostly one entry each, some with two: none of these is lost, nor taken for a teaser of the first."""

from __future__ import annotations

import pytest

from tests.unit.listing.harbour import TITLES
from tests.unit.listing.test_date_heads import DAYS
from tests.unit.listing.test_opened_days import TEASER, days, rows

TWO_IN_FOUR = (1, 2, 1, 2)
"""More days with one entry than entries without a day above them."""


@pytest.mark.parametrize(
    "entry",
    ["<h4>{}</h4><p>" + TEASER + "</p>", "<div><h4>{}</h4><p>" + TEASER + "</p></div>"],
    ids=["headings and paragraphs", "boxes with a heading"],
)
def test_a_second_entry_of_a_day_is_of_that_day_however_few_there_are(entry: str) -> None:
    """What stands above most titles is a day's heading all the same where it is of a higher rank than theirs."""
    wanted = [
        (TITLES[sum(TWO_IN_FOUR[:at]) + n], DAYS[at])
        for at, count in enumerate(TWO_IN_FOUR)
        for n in range(count)
    ]
    assert rows(days(TWO_IN_FOUR, "<h2>{}</h2>", entry)) == wanted


@pytest.mark.parametrize("counts", [(1, 2, 1, 1), (2, 1, 1), (1, 1, 1, 2), (3, 1, 1, 1)], ids=str)
@pytest.mark.parametrize("ranks", [("h2", "h3"), ("h3", "h4"), ("h2", "h4")], ids=" ".join)
def test_no_entry_of_a_day_is_lost_however_few_days_have_several(
    counts: tuple[int, ...], ranks: tuple[str, str]
) -> None:
    """Runs from day to day have a date each, and would win over titles without one; the last day's length none tells."""
    day, title = ranks
    wanted = [
        (TITLES[sum(counts[:at]) + n], DAYS[at]) for at, count in enumerate(counts) for n in range(count)
    ]
    assert rows(days(counts, f"<{day}>{{}}</{day}>", f"<{title}>{{}}</{title}><p>{TEASER}</p>")) == wanted


def test_a_day_below_its_entry_is_that_entrys_whatever_its_rank() -> None:
    """No day stands above the first entry, and one stands below the last."""
    entries = zip(TITLES, DAYS, strict=False)
    body = "".join(
        f"<h4><a href=/n/{n}.html>{title}</a></h4><p>{TEASER}</p><h3 class=date>{day}</h3>"
        for n, (title, day) in enumerate(entries)
    )
    assert rows(body) == list(zip(TITLES, DAYS, strict=False))


def test_entries_may_say_their_day_again() -> None:
    """The latest pages of a wiki, most days with one: of each day only the first was read."""
    wanted: list[str] = []
    body = ""
    for at, count in enumerate((1, 2, 1, 1, 2, 1, 1)):
        day, items = f"{9 - at} May 2026", ""
        for _ in range(count):
            n = len(wanted)
            items += f"<li><a href=/n/{n}.html?v=1>{day}, 08:15</a> <a href=/n/{n}.html>{TITLES[n]}</a></li>"
            wanted.append(day)
        body += f"<h4>{day}</h4><ul>{items}</ul>"
    assert [date.removesuffix(", 08:15") for _, date in rows(body)] == wanted


@pytest.mark.parametrize(
    "said",
    [
        ("9 May 2026: Today", "8 May 2026: Yesterday"),
        ("9. 5. 2026: dnes", "8. 5. 2026: včera"),
        ("09/05/26: hoje", "08/05/26: ontem"),
    ],
    ids=["en", "cs", "pt"],
)
def test_a_day_may_be_called_today_beside_its_date(said: tuple[str, str]) -> None:
    """As timelines say of their first two, which may be one in eight of all days: what stands below most was taken for one entry."""
    items = "<dt><a href=/t/{}.html>{}</a></dt><dd>" + TEASER + "</dd>"
    of = [*said, *(said[0].partition(":")[0].replace("9", str(n), 1) for n in (7, 6, 5))]
    body = "".join(
        f"<h2>{day}</h2><dl>{''.join(items.format(n, TITLES[n]) for n in two)}</dl>"
        for day, two in zip(of, ((0,), (1, 2), (3,), (4,), (5,)), strict=True)
    )
    assert [title for title, _ in rows(body)] == [*TITLES[:6]]


@pytest.mark.parametrize(
    "hour",
    [
        "<time>{}:10</time> ",
        "<time>klo {}.20</time> ",
        "<time datetime='2026-05-0{0}T0{0}:10'>0{0}:10</time>",
        "{}:10 Uhr ",
    ],
)
@pytest.mark.parametrize("counts", [(1, 2, 1, 1, 2, 1, 1), (2, 1, 1, 2, 1), (1, 1, 3, 1)])
def test_hours_beside_entries_are_not_their_days(counts: tuple[int, ...], hour: str) -> None:
    """The latest news of a week with one or two a day: of each day only the first was read."""
    of, body = [f"{n} May 2026" for n in range(9, 9 - len(counts), -1)], ""
    for at, count in enumerate(counts):
        first = sum(counts[:at])
        items = "".join(
            f"<li>{hour.format(8 - n % 8)}<a href=/n/{n}.html>{TITLES[n]}</a></li>"
            for n in range(first, first + count)
        )
        body += f"<section><h2>{of[at]}</h2><ol>{items}</ol></section>"
    expected = [day for day, count in zip(of, counts, strict=True) for _ in range(count)]
    found = rows(body)
    assert [title for title, _ in found] == [*TITLES[: sum(counts)]]
    assert [date for _, date in found if date] == (expected if "datetime" not in hour else [])
