"""Titles in plain text that buttons follow on their line: "Harbour board v. Quay  <a>Case details</a>", "Tides 1.4 [<a>zip</a>] [<a>tgz</a>]".

Of links that are labelled in an element of their own the labels are what all say: `Sluice gate mended <span>by: <a>ada</a> in: <a>docks</a></span>`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from scraper.listing.fields.file_ends import is_size
from scraper.listing.records.labels import label
from scraper.listing.records.lines import Piece, Record

STOCK_SHARE = 0.8
"""Of the titles a button ends so many by the same words, and what is left is told once in so many: a decree's kind returns less."""


class _Parted(NamedTuple):
    """A title's line: the text, the first button behind it, and what all of them say."""

    said: Piece
    button: Piece
    words: tuple[str, ...]


def without_buttons(records: list[Record], titles: list[Piece | None]) -> list[Piece | None]:
    """Take the buttons at the end of the titles' lines off them.

    Args:
        records: the list's records.
        titles: the piece of each that is its title.

    Returns:
        The lines' text alone, which leads where the first button does; the same pieces where the lines are anything else.
    """
    parted = [_parted(record, title) for record, title in zip(records, titles, strict=True)]
    found = [one for one in parted if one]
    least = STOCK_SHARE * len(titles)
    if len(found) < max(least, 2) or len({one.said.text for one in found}) < least:
        return titles
    words, times = Counter(one.words[0] for one in found).most_common(1)[0]
    if times < least:
        return titles
    more = Counter(word for one in found for word in one.words)
    return [
        replace(one.said, href=one.button.href)
        if one and one.words[0] == words and all(more[word] > 1 for word in one.words)
        else title
        for title, one in zip(titles, parted, strict=True)
    ]


def _parted(record: Record, title: Piece | None) -> _Parted | None:
    """The text and the links that a title's line is made of, with signs between them."""
    if title is None or title.kind != "line" or title.href:
        return None
    inside = [
        part
        for part in record.parts
        if title.first <= part.first and part.last <= title.last and part.kind != "label"
    ]
    said, *rest = sorted(inside, key=lambda part: part.first) or [title]
    buttons = [part for part in rest if part.kind == "link"]
    called = said.first == title.first or _LABEL.search(title.text.partition(said.text)[0])
    if said.kind != "text" or not called or not buttons:
        return None
    labels = {at: part for at, part in enumerate(rest) if part.kind == "text" and _LABEL.search(part.text)}
    apart = next(iter(labels.values())).slot if labels else said.slot
    if any(
        part.kind != "link" and _says(part.text) and not _is_within(part.slot, apart, said.slot)
        for part in rest
    ):
        return None
    behind = title.text[title.text.rfind(buttons[-1].text) + len(buttons[-1].text) :]
    if _says(behind):
        return None
    text = _OPENED.sub("", said.text) or said.text
    words = (
        labels[at - 1].text.strip(_AROUND) if at - 1 in labels else label(part.text)
        for at, part in enumerate(rest)
        if part.kind == "link"
    )
    # what is labelled is no teaser either
    return _Parted(
        replace(said, text=text, last=title.last if labels else said.last), buttons[0], tuple(words)
    )


def _is_within(slot: str, apart: str, title: str) -> bool:
    """Whether a text stands in the element of labelled links, which is another than the title's."""
    return apart != title and (slot == apart or slot.startswith(f"{apart}/"))


def _says(text: str) -> bool:
    """Whether a text between buttons is more than signs and the size of a file."""
    return _LETTER.search(text) is not None and not is_size(text)


_LETTER = re.compile(r"[^\W_]")
_LABEL = re.compile(r"[^\W_]\s?[:：]\s*[(\[]?\s*$")  # `user: `, before a link
_AROUND = "()[] \N{NO-BREAK SPACE}"
_OPENED = re.compile(r"\s*[(\[（]$")  # `Tides 1.4 [`, whose bracket holds the button
