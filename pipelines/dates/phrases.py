"""Dates told from the crawl: `il y a 3 heures`, `yesterday`, `vor 2 Tagen`, `3天前`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.dates.cldr import harvest, squeeze
from pipelines.dates.fold import fold
from pipelines.dates.lexer import Token
from pipelines.dates.names import day_words, months
from pipelines.dates.template import Kind, Slot, Template
from pipelines.dates.wording import ABOUT, DURATIONS, ONES, ONES_GLUED, SAID_OTHERWISE

MAX_PHRASE = 6  # words of the longest pattern of relative time looked for inside other text
MAX_COUNT = 4  # digits of a count
_NUMBER = re.compile("0+")
_PIECE = re.compile(r"0+|[^\s0]+")


def whole_phrase(shape: str) -> Template | None:
    """Return a relative date when it is the whole cell; a second unit (`1 hour, 5 minutes ago`) is left out."""
    if len(shape) > 60 or _DATE_MARKS.search(shape):
        return None
    shape = _APPROXIMATE.sub(_blank, shape)
    numbers = list(_NUMBER.finditer(shape))
    if len(numbers) == 1 and not _is_month(shape):
        return _lookup(squeeze(_NUMBER.sub("0", shape)), shape, numbers[0])
    if len(numbers) == 2:
        shorter = _SECOND_UNIT.sub(r"\1", shape, count=1)
        return _lookup(squeeze(_NUMBER.sub("0", shorter)), shape, numbers[0])
    if not numbers:
        said = _lookup(squeeze(shape), shape, None)
        if said:
            return said
        return next((found for words in _with_one(shape) if (found := _lookup(words, shape, None))), None)
    return None


def _with_one(shape: str) -> Iterator[str]:
    """A phrase without a number, squeezed, with `0` for each of its words that may mean one."""
    pieces = shape.split()
    for at, piece in enumerate(pieces):
        if fold(piece) in _ONES:
            yield squeeze(" ".join([*pieces[:at], "0", *pieces[at + 1 :]]))
        for one in ONES_GLUED:
            if (
                piece.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().startswith(one)
                and piece != one
            ):
                yield squeeze(" ".join([*pieces[:at], "0", piece[len(one) :], *pieces[at + 1 :]]))


_ONES = frozenset(map(fold, ONES))


def _is_month(shape: str) -> bool:
    """Whether the one word beside a number names a month: Tamil's May, squeezed, is its sign of the hour."""
    words = _NUMBER.sub(" ", shape).split()
    return len(words) == 1 and len(words[0]) > 1 and not words[0].isascii() and bool(months(fold(words[0])))


# Words that say "about" beside a count; blanked, so that bytes keep their places.
_APPROXIMATE = re.compile(rf"(?<!\w)(?:{'|'.join(ABOUT)})(?!\w)", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group().encode())


_DATE_MARKS = re.compile(r"0000|0[./:]0")
_SECOND_UNIT = re.compile(r"(0+\s?\S+?)\s*(?:,|and|et|und|y|e|i|и)?\s+0+\s?[^\s0]+")


def find_phrase(shape: str) -> Template | None:
    """Return a relative date inside other text, found by runs of at most `MAX_PHRASE` words."""
    pieces = list(_PIECE.finditer(shape))
    for size in range(min(MAX_PHRASE, len(pieces)), 1, -1):
        for at in range(len(pieces) - size + 1):
            window = pieces[at : at + size]
            numbers = [piece for piece in window if piece.group()[0] == "0"]
            if len(numbers) != 1:
                continue
            words = squeeze("".join("0" if piece in numbers else piece.group() for piece in window))
            if len(words) > 4 or (
                len(words) > 3 and not words.isascii()
            ):  # "5h", "5 min" inside a text are anything
                found = _lookup(words, shape, numbers[0])
                if found:
                    return found
    return None


def find_day_word(tokens: list[Token]) -> Template | None:
    """Return today, yesterday and the like, of one to three words."""
    words = [t.text for t in tokens if t.kind == "W"]
    if any(t.kind == "N" for t in tokens):
        return None
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            days = day_words().get(" ".join(words[at : at + size]))
            if days is not None and len(words) <= size + 4:
                return Template(Kind.RELATIVE, unit="d", factor=days)
    return None


def _lookup(words: str, shape: str, number: re.Match[str] | None) -> Template | None:
    if words in DURATIONS:
        return None
    found = harvest().relative.get(words)
    for said, in_cldr in SAID_OTHERWISE.items():
        found = found or harvest().relative.get(words.replace(squeeze(said), squeeze(in_cldr)))
    if not found:
        return None
    unit, sign = found
    if number is None:
        return Template(Kind.RELATIVE, unit=unit, factor=sign)
    if number.end() - number.start() > MAX_COUNT:
        return None
    slot = Slot(len(shape[: number.start()].encode()), number.end() - number.start())
    return Template(Kind.RELATIVE, a=slot, unit=unit, factor=sign)
