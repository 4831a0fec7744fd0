"""Archives of mail by thread: the answers to a message are entries as it is, however deep they lie; the items of a menu are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.markup.tree import parse

SUBJECTS = (
    "Tide gauge drifts after the update",
    "Proposal: drop the old parser",
    "Release candidate three is out",
    "Build fails on small machines",
    "Minutes of the call in November",
    "Question on time zones",
    "Docs sprint in March",
)
WRITERS = ("Ada Sund", "Bo Lind", "Cai Wen", "Dora Holt", "Emil Rask")
Answers = tuple["Answers", ...]
ANSWERS: tuple[Answers, ...] = ((), ((),), ((), ((),)), (), ((((),),),), (), ((), ()))
"""What answers each message: a tuple for an answer, in it those to it."""
MESSAGES = 16


def pipermail(number: int, subject: str, depth: int, answers: str) -> str:
    """A message as Mailman 2 lists it: an answer is called as what it answers, and no item is ended."""
    below = f"<UL>{answers}</UL>" if answers else ""
    return (
        f'<LI><A HREF="{number:06}.html">{subject}</A><A NAME="{number}">&nbsp;</A>'
        f"<I>{WRITERS[number % 5]}</I>{below}"
    )


def mhonarc(number: int, subject: str, depth: int, answers: str) -> str:
    """A message as MHonArc lists it."""
    below = f"<ul>{answers}</ul>" if answers else ""
    return (
        f'<li><strong><a href="msg{number:05}.html">{"Re: " * bool(depth)}{subject}</a></strong>,'
        f" <em>{WRITERS[number % 5]}</em>{below}</li>"
    )


def hypermail(number: int, subject: str, depth: int, answers: str) -> str:
    """A message as Hypermail lists it, with its day."""
    below = f"<ul>{answers}</ul>" if answers else ""
    return (
        f'<li><a href="{number:04}.html">{"Re: " * bool(depth)}{subject}</a> <em>{WRITERS[number % 5]}</em>'
        f" ({3 + number} Nov 2026){below}</li>"
    )


def thread(
    item: Callable[[int, str, int, str], str],
    subject: str,
    numbers: Iterator[int],
    answers: Answers,
    depth: int,
) -> str:
    """A message and all answers to it."""
    own = next(numbers)
    below = "".join(thread(item, subject, numbers, one, depth + 1) for one in answers)
    return item(own, subject, depth, below)


@pytest.mark.parametrize("item", [pipermail, mhonarc, hypermail], ids=lambda item: item.__name__)
def test_answers_are_entries(item: Callable[[int, str, int, str], str]) -> None:
    """Every message of a month is an entry, in page order."""
    numbers = iter(range(101, 200))
    rows = "".join(
        thread(item, subject, numbers, answers, 0) for subject, answers in zip(SUBJECTS, ANSWERS, strict=True)
    )
    page = f"<html><head><title>November 2026 by thread</title></head><body><h1>November 2026 by thread</h1><ul>{rows}</ul></body></html>"
    found = chosen(induce(page, "https://post.example/ports/2026-November/thread.html"))
    links = [entry.url.rsplit("/", 1)[1] for each in found for entry in each.entries]
    assert [int("".join(filter(str.isdigit, link))) for link in links] == list(range(101, 101 + MESSAGES))


@pytest.mark.parametrize(
    "menu",
    [
        "".join(
            f'<li><a href="/{part}/">{part}</a><ul><li><a href="/{part}/">{part}</a></li></ul></li>'
            for part in ("News", "Harbour", "Council", "Library", "Schools")
        ),
        "".join(
            f'<li><a href="/{part}/">{part}</a><ul><li><a href="/{part}/all/">{part}</a></li>'
            f'<li><a href="/{part}/staff/">Staff</a></li><li><a href="/{part}/rules/">Rules</a></li></ul></li>'
            for part in ("News", "Harbour", "Council", "Library", "Schools")
        ),
        "".join(
            f'<li><a href="/{part}/">{part}</a><ul><li><a href="/{part}/staff/">Staff of the {part}</a></li></ul></li>'
            for part in ("News", "Harbour", "Council", "Library", "Schools")
        ),
        *(
            "".join(
                f'<li><a href="/minutes/{n}">Minutes of day {n}</a><ul><li><a href="{below.format(n)}">Minutes of day {n}</a></li></ul></li>'
                for n in range(5)
            )
            for below in (
                "/minutes/{}.pdf",
                "/de/minutes/{}",
                "/minutes/{}-photo2",
                "/minutes/{}#c14",
                "/minutes/{}_de",
            )
        ),
    ],
    ids=[
        "its own page again",
        "the first is called as its part",
        "other names",
        "its file",
        "its translation",
        "its photo",
        "its comment",
        "its translation beside it",
    ],
)
def test_the_items_of_a_menu_stay_in_it(menu: str) -> None:
    """A list in an item of a menu stays where it is."""
    tree = parse(f"<html><body><nav><ul>{menu}</ul></nav></body></html>", "https://portus.example/")
    inner = [node for node, tag in enumerate(tree.tags) if tag == "ul"][1:]
    assert all(tree.tags[tree.parents[node]] == "li" for node in inner)
    assert all(tree.ends[node] > node + 1 for node in inner)
