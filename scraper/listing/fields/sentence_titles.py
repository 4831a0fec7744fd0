"""Entries that are sentences: "12 May: We added a guide to the <a>advice for students</a>. It explains …".

A link in the midst of a sentence is what the sentence speaks of, no title. Where a list writes so, an entry's title is its
first sentence, whole, and the others are its teaser; and so it is where bare text ends in the midst of a sentence, at a link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from scraper.listing.dates.dated import Spot, clock_alone
from scraper.listing.records.counts import width
from scraper.listing.records.lines import SENTENCE, Piece, Record
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# Most titles that are a part of their line stand inside a sentence, and there are as many of them.
MOST_SHARE, LEAST = 0.5, 2
# A sentence goes on before a link with two words, and behind it with four: "by Anna Berg", "on 5 May" are no sentences.
BEFORE_MIN, BEHIND_MIN = 2, 4
# The signs of a word where none are parted by spaces.
UNPARTED = 4.0
# A longer sentence is a text without a title; a shorter one is an exclamation, or ends in an abbreviation.
WIDTH_MAX, WIDTH_MIN = 300.0, 15.0
_ENDS = re.compile(r"[.!?…]['\"»”’)\]]*(?=\s+['\"«“„(\[¿¡]?[^\W_a-z])|[。！？](?=.)")
# "Dr. Berg", "St. Mary's", "Berg v. Port"
_ABBREVIATED = re.compile(r"(?<![^\W_])(?:[A-ZÀ-ÞĀ-Ž]\w{0,2}|[^\W\d_])$")
_LETTER, _NUMBER = re.compile(r"[^\W\d_]"), re.compile(r"\d+")
_FRONT = " \t\xa0|•·–—-:,;/)]»›→."
_CLOSED = (*SENTENCE_ENDS, *'"”»')


def sentence_titles(
    records: Sequence[Record], titles: Sequence[Piece | None], shown: Sequence[Spot | None]
) -> list[Piece | None]:
    """The titles, those of a list of sentences as the first sentence of their line."""
    lines = [_around(record, title) if title else None for record, title in zip(records, titles, strict=True)]
    cut = [
        line is not None and title is not None and _cut_by_link(record, line, title)
        for record, line, title in zip(records, lines, titles, strict=True)
    ]
    fronts = Counter(
        _NUMBER.sub("0", _before(line, title, spot))
        for line, title, spot in zip(lines, titles, shown, strict=True)
        if line is not None and title is not None
    )
    linked = [
        one or (_is_sentence(line, spot) if title.kind == "line" else _inside(line, title, spot, fronts))
        for one, line, title, spot in zip(cut, lines, titles, shown, strict=True)
        if line is not None and title is not None
    ]
    every = sum(linked) >= max(LEAST, MOST_SHARE * len(linked))
    return [
        _first_sentence(line, title, spot)
        if line is not None and title is not None and (every or one)
        else title
        for one, line, title, spot in zip(cut, lines, titles, shown, strict=True)
    ]


def _around(record: Record, title: Piece) -> Piece | None:
    """The line that a title is a part of or is, None where it is a heading, a label or a link and all that its line says."""
    if title.heading or title.kind == "label":
        return None
    if title.kind == "line":
        return None if any(part.text == title.text for part in record.parts) else title
    return next(
        (
            line
            for line in record.lines
            if line.first <= title.first and title.last <= line.last and title.text in line.text
        ),
        None,
    )


def _cut_by_link(record: Record, line: Piece, title: Piece) -> bool:
    """Whether bare text ends in the midst of a sentence, at a link behind which it goes on."""
    if title.kind != "text" or not title.text[-1:].isalnum() or not title.text.rsplit(" ", 1)[-1].islower():
        return False
    link = next((link for link in record.links if link.first > title.last), None)
    behind = line.text.partition(title.text)[2]
    if link is None or not behind.lstrip(" \xa0").startswith(link.text) or not behind.endswith(_CLOSED):
        return False
    return _words(title.text) >= BEHIND_MIN <= _words(behind) and any(
        map(str.isalpha, behind.partition(link.text)[2])
    )


def _is_sentence(line: Piece, spot: Spot | None) -> bool:
    text = _without_date(line.text, spot)
    return text.endswith(_CLOSED) and _words(text) >= BEHIND_MIN


def _inside(line: Piece, title: Piece, spot: Spot | None, fronts: Counter[str]) -> bool:
    """Whether a sentence goes on before or behind a title without a mark that parts them.

    What stands before the titles of several entries, whatever its numbers, is a category or small print, if these do not go on with a
    small letter.
    """
    before = _before(line, title, spot)
    parted = title.text[:1] in _FRONT or (spot is not None and title.text.startswith(spot.text))
    met = (
        before[-1:].isalnum()
        and not parted
        and (fronts[_NUMBER.sub("0", before)] == 1 or title.text[:1].islower())
    )
    return _goes_on(line.text.partition(title.text)[2]) or (met and _words(before) >= BEFORE_MIN)


def _before(line: Piece, title: Piece, spot: Spot | None) -> str:
    """What a line says before its title, without its day and hour; no sentence goes on behind an hour, or behind numbers and a day."""
    said = line.text.partition(title.text)[0]
    words = _without_date(said, spot).split()
    if clock_alone(" ".join(words)) or (words and clock_alone(words[-1])):  # klo 8.20
        return ""
    if spot and said.rstrip().endswith(spot.text) and not _LETTER.search(said.replace(spot.text, "")):
        return ""
    return " ".join(words[1:] if words and clock_alone(words[0]) else words)


def _goes_on(behind: str) -> bool:
    bare = behind.lstrip(" \xa0")
    begins = bare[:1].isalpha() and not bare[:1].isupper()
    return begins and _words(bare) >= BEHIND_MIN and bare.endswith(_CLOSED)


def _words(text: str) -> float:
    return max(len(text.split()), width(text) / UNPARTED / 2 if not text.isascii() else 0.0)


def _without_date(text: str, spot: Spot | None) -> str:
    if spot and text.lstrip(_FRONT + "([").startswith(spot.text):
        text = text.partition(spot.text)[2]
    return text.lstrip(_FRONT)


def _first_sentence(line: Piece, title: Piece, spot: Spot | None) -> Piece:
    """The first sentence of a line as a title; the title as it was where that is too long."""
    text = _without_date(line.text, spot)
    ends = (found.end() for found in _ENDS.finditer(text) if not _ABBREVIATED.search(text, 0, found.start()))
    end = next((end for end in ends if width(text[:end]) >= WIDTH_MIN), len(text))
    if not WIDTH_MIN <= width(text[:end]) <= WIDTH_MAX:
        return title
    return Piece(SENTENCE, title.slot, line.first, line.last, text[:end], order=line.order, path=line.path)
