"""What stands behind a title's words in an element of its own and is none of them; words and numbers that are stay."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/news/"
COUNTS = (3, 12, 0, 7, 7, 1, 24, 2)


def read(link: str, titles: tuple[str, ...] = TITLES[:8]) -> list[str]:
    """The titles of eight dated rows: `{title}`, a number `{k}` that counts something, `{n}` from 10 on."""
    rows = "".join(
        f"<li><a href=/news/{n}>{link.format(title=title, k=k, n=10 + n)}</a> <i>{10 + n}.04.2026</i></li>"
        for n, (title, k) in enumerate(zip(titles, COUNTS, strict=True))
    )
    [kept] = chosen(induce(f"<html><title>News</title><main><h1>News</h1><ul>{rows}</ul></main></html>", URL))
    assert not any(entry.excerpt for entry in kept.entries)
    return [entry.title for entry in kept.entries]


BADGES = [
    '<span class="reply">[{k}]</span>', "<b>({k})</b>", '<span class="comments">{k} comments</span>', '<em class="cnt">{k}</em>', "<sup>{k}</sup>",
    '<span class="new">N</span>', '<i class="new">new</i> <i class="file">Attachment</i>', '<span class="cnt">+{k}</span> <i class="icon">HOT</i>',
    "<small>Portus Gazette</small>", '<span class="cmt">댓글 {k}</span>',
]  # fmt: skip


@pytest.mark.parametrize("badge", BADGES)
@pytest.mark.parametrize("gap", [" ", ""])
def test_a_badge_is_none_of_a_titles_words(badge: str, gap: str) -> None:
    """How many wrote, that it is new, that a file hangs on it: in brackets or not, one or several."""
    assert read(f"{{title}}{gap}{badge}") == list(TITLES[:8])


def test_a_row_of_badges_in_an_element_of_its_own() -> None:
    """The newest has one more than the others, and the row stands in the link: all of it is none of the title."""
    row = '\n<span class="marks"><span class="state">draft</span>{}\n</span>\n'
    ends = (row.format(' <span class="state">newest</span>'), *[row.format("")] * 7)
    found = read("{title}", tuple(map(str.__add__, TITLES[:8], ends)))
    assert found == list(TITLES[:8])


def test_a_badge_that_only_some_have() -> None:
    """Three new entries of eight, and an empty element in the others."""
    found = read(
        '{title} <span class="new"></span>',
        tuple(
            f'{title} <span class="new">New</span>' if n < 3 else title for n, title in enumerate(TITLES[:8])
        ),
    )
    assert found == list(TITLES[:8])


TITLES_OWN = [
    ('{title}, issue <span class="no">{n}</span>', "{title}, issue {n}"),  # a row of numbers
    ('Bulletin <span class="no">{k}{n}</span>', "Bulletin {k}{n}"),  # titles that would be the same
    ('{title} <span class="year">20{n}</span>', "{title} 20{n}"),
    ("{title} of 40 m<sup>2</sup>", "{title} of 40 m2"),
    ("{title} <b>{k}</b>", "{title} {k}"),  # bold words of a title
    ('The <span class="hl">ferry</span> and {title}: the <span class="hl">ferry</span>', "The ferry and {title}: the ferry"),
    ("{title} <span>Minutes</span>", "{title} Minutes"),
    ('{title} <span class="act">{k}/26</span>', "{title} {k}/26"),  # two numbers
    ('{title} <span class="result">{k}:{n}</span>', "{title} {k}:{n}"),
    ("{title} <small>Nr. {k}</small>", "{title} Nr. {k}"),  # numbers behind their word
    ('{title} <span class="part">Part {k}</span>', "{title} Part {k}"),
]  # fmt: skip


@pytest.mark.parametrize(("link", "title"), TITLES_OWN)
def test_words_and_numbers_of_a_title_stay(link: str, title: str) -> None:
    """Numbers in a row, years, powers, bold words, what was searched for, an element without a name, names of acts and parts."""
    assert read(link) == [
        title.format(title=one, k=k, n=10 + n) for n, (one, k) in enumerate(zip(TITLES[:8], COUNTS, strict=True))
    ]  # fmt: skip


def test_numbers_behind_a_word_or_two_are_of_the_title() -> None:
    """Psalms and gates: nothing counts answers to them."""
    names = ("Psalm", "Mark", "Luke", "John", "Acts", "Genesis", "Gate", "Old crane")
    found = read('{title} <span class="no">{k}</span>', names)
    assert found == [f"{name} {k}" for name, k in zip(names, COUNTS, strict=True)]


def test_the_same_name_behind_few_letters_is_of_the_title() -> None:
    """A family has one name, and its people have no other title."""
    names = ("Ana", "Jo", "Kit", "Pia", "Sam", "Eva", "Tom", "Ida")
    assert read('{title} <span class="last">Roe</span>', names) == [f"{name} Roe" for name in names]
    assert read('{title} <span class="badge">New</span>', names) == list(names)


def test_a_badge_is_no_teaser_either() -> None:
    """In one paragraph with what the entry says it stays out, and buttons call the entry without it."""
    rows = "".join(
        f"<p><a href=/news/{n}>{title} <small>({k} comments)</small></a> {10 + n} April 2026<br>{text} "
        f"<a href=/news/{n}>Read more: {title}</a></p>"
        for n, (title, k, text) in enumerate(zip(TITLES, COUNTS, TEXTS, strict=False))
    )
    [kept] = chosen(induce(f"<html><title>News</title><main><h1>News</h1>{rows}</main></html>", URL))
    assert [(entry.title, entry.excerpt) for entry in kept.entries] == list(zip(TITLES, TEXTS, strict=False))


def ended(*ends: str) -> list[str]:
    """The titles of eight rows, the first of which end with markup."""
    return read(
        "{title}", tuple(f"{title}{end}" for title, end in zip(TITLES, (*ends, *[""] * 8), strict=False))[:8]
    )


@pytest.mark.parametrize(
    "ends",
    [
        ['<span class="badge rounded">New</span>'],
        [' <span class="badge pre">pre-release</span>'],
        ['<span class="tags"><span class="tag">Neu</span></span>'] * 2,
        ["<sup>NEW</sup>"] * 2,
        [' <em class="n">新着</em>'] * 2,
    ],
)
def test_one_word_may_mark_the_newest_alone(ends: list[str]) -> None:
    """Two entries with the same word, or one whose class says that it is a badge."""
    assert ended(*ends) == list(TITLES[:8])


@pytest.mark.parametrize(
    ("ends", "shown"),
    [
        (['<span class="n"> Harbour</span>', '<span class="n"> Quay</span>'], " Harbour"),
        (['<span class="searchmatch"> Tide</span>'] * 2, " Tide"),
        (['<span class="n"> tide</span>'] * 2, " tide"),
        ([' returns to <span class="n">Husum</span>'] * 2, " returns to Husum"),
        ([' in <span class="chip">Python</span>'], " in Python"),
        (['<span class="n"> (draft)</span>'] * 2, " (draft)"),
        (['<span class="n"> New</span>'], " New"),
        (['<span class="badge"> 2026</span>'], " 2026"),
    ],
    ids=["last words", "found", "small", "broken off", "broken once", "brackets", "once", "a year"],
)
def test_ends_of_few_titles_that_stay(ends: list[str], shown: str) -> None:
    """Words that differ, that a search marks, that begin small, end a phrase, or stand once in an element of any name."""
    assert ended(*ends)[0] == TITLES[0] + shown
