"""What a slot of a list looks like in numbers, those that tell titles from other fields."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from string import ascii_letters

import numpy as np
import numpy.typing as npt

from pipelines.repair.marks import mark
from scraper.listing.dates.notations import date_share, dates_in
from scraper.listing.fields.slots import Slot
from scraper.listing.records.counts import width
from scraper.listing.records.labels import is_more, label
from scraper.listing.records.lines import Piece, Record
from scraper.listing.records.versions import are_releases, is_version
from scraper.listing.words import date_words
from scraper.listing.words.sentence_ends import POINTS

Floats = npt.NDArray[np.float64]

NAMES = (
    "cover", "distinct", "length", "long", "tiny", "heading", "linked", "targets", "order", "dated", "letters",
    "title_word", "other_word", "strong", "label", "line", "excess", "longest", "tailed",
    "sentence",
)  # fmt: skip

_TITLE_WORD = re.compile(
    r"titl|headline|heading|name(?<![a-z]name)|tit(?<![a-z]tit)(?![a-z])|subject|titre|titulo|entry-header|caption"
)
_OTHER_WORD = re.compile(
    r"date|time|meta|author|byline|categor|tag(?<![a-z]tag)|more|comment|excerpt|summary|desc|teaser|snippet|content|"
    r"button|btn|badge|label|share|cite"
)
# Names of teasers, of the element itself only: many a box is called "text".
_TEXT_WORD = re.compile(r"(?<![a-z-])(?:te?xt|lead|lede|intro|dek|abstract|perex|standfirst)(?![a-z-])")
_LEVEL = re.compile(r"/h([1-6])(?![\w])")
# Mean characters of a slot that may be the title; with 150 two of the 78 captured pages lose long ones, 600 reads alike.
TITLE_CHARS_MAX = 300
# A heading below another one of the same record is a subtitle or a teaser, and speaks against a title.
LOWER_HEADING = -0.5
# A bold line over a text is half a heading: who has no headings writes so.
BOLD_HEAD = 0.5
# Whether a slot holds dates shows in its first texts.
DATED_SAMPLE = 10
# Characters of a text that may be hardly more than its date: half and twice as many read the 78 captured pages alike.
DATED_CHARS_MAX = 120
# A heading of which less than this share is a date is a title; `Posted on 5 May 2026` has 0.62.
DAY_HEAD = 0.6
CUT_MIN = 100
"""How wide (`counts.width`) a text with an ellipsis is that is a cut teaser: titles are cut at 30 to 90. Counted in characters, six
Chinese teasers of 69 in linked cards were taken for the titles."""
_BEHIND_CUT = "]) \xa0"
_FIRST_MARK = mark(0)
SENTENCE_MIN = 25  # characters; "Poole Inc." is a name
BUTTON_MAX = 40  # characters of a button behind a sentence
LETTERS_SEEN = 120  # characters of a text that tell a title from a number


def measure(found: dict[str, Slot], records: list[Record]) -> Floats:
    """One row a slot, one column a name of `NAMES`."""
    rows = []
    total = max(len(records), 1)
    lengths = {name: _mean_length(slot) for name, slot in found.items()}
    longest = max([mean for mean in lengths.values() if mean < TITLE_CHARS_MAX] or [1.0])
    lines = [max(len(record.lines) - 1, 1) for record in records]
    levels = {name: int(level[1]) for name in found if (level := _LEVEL.search(name))}
    top = _top_levels(found, levels, len(records))
    bold = _bold_heads(records, top)
    for name, slot in found.items():
        firsts, mean = slot.firsts.values(), lengths[name]
        count = len(firsts)
        texts = [piece.text for piece in firsts]
        hrefs = [piece.href for piece in firsts if piece.href]
        linked = len(hrefs)
        dated = [
            _dated(records[number], piece) for number, piece in slot.firsts.items() if number < DATED_SAMPLE
        ]
        heads = _headed(slot, top, levels.get(name))
        if bold:
            heads += BOLD_HEAD * sum(
                piece.order == 0 and bold.get(number) == piece.text for number, piece in slot.firsts.items()
            )
        words = [piece.path for piece in firsts]
        columns = {
            "cover": count / total,
            "distinct": _distinct(texts, labels=name.startswith("label")),
            "length": math.log1p(mean),
            "long": sum([len(text) > TITLE_CHARS_MAX for text in texts]) / count,
            "tiny": sum([len(text) < 8 and not is_version(text) for text in texts]) / count,
            "heading": heads / count,
            "linked": linked / count,
            "targets": len(set(hrefs)) / linked if linked else 0.0,
            "order": sum([piece.order / lines[number] for number, piece in slot.firsts.items()]) / count,
            "dated": sum(dated) / max(len(dated), 1),
            "letters": 1.0
            if count > 2 and heads >= count and are_releases(texts)
            else sum([_letters(text[:LETTERS_SEEN]) for text in texts]) / count,
            "title_word": _share(words, _says_title),
            "other_word": _share(words, _says_other),
            "strong": float(name.startswith("strong")),
            "label": float(name.startswith("label")),
            "line": float(name.startswith("line")),
            "excess": math.log(slot.pieces / count),
            "longest": mean / longest if mean <= longest else 0.0,
            "tailed": sum([piece.tailed for piece in firsts]) / count,
            "sentence": sum(map(_is_sentence, texts)) / count,
        }
        rows.append([columns[name] for name in NAMES])
    return np.array(rows, dtype=np.float64).reshape(-1, len(NAMES))


def _share(words: list[str], tells: Callable[[str], bool]) -> float:
    """Share of paths that tell something; those of a slot are mostly one."""
    first = words[0]
    return float(tells(first)) if words.count(first) == len(words) else sum(map(tells, words)) / len(words)


def _distinct(texts: list[str], *, labels: bool) -> float:
    """Share of different texts; a link's label that differs only in its date, `link to October 2026 agenda`, is a button's."""
    if len(texts) < 2:
        return 0.5
    different = set(map(label, texts))
    if labels and len(different) > 1:
        undated = {_without_month(text) for text in different}
        if len(undated) == 1 and None not in undated:
            return 1 / len(texts)
    return len(different) / len(texts)


def _without_month(text: str) -> str | None:
    """A text without the name of a month and digits; None where it has no month."""
    words = text.split()
    left = [word for word in words if word.casefold().strip(".,") not in date_words.months()]
    return re.sub(r"\d", "", " ".join(left)) if len(left) < len(words) else None


def _mean_length(slot: Slot) -> float:
    """Characters of a slot's texts in the mean, of each at most `LENGTH_MAX`."""
    return sum(min(len(piece.text), LENGTH_MAX) for piece in slot.firsts.values()) / len(slot.firsts)


# Characters that a text counts in its slot's mean, so that one long text makes no slot of teasers; with 800 one of the 78 captured
# pages takes another line for the title, 200 reads alike.
LENGTH_MAX = 400


def _top_levels(found: dict[str, Slot], levels: dict[str, int], records: int) -> list[int]:
    """The highest heading of each record, 0 where it has none."""
    top = [0] * records
    for name, level in levels.items():
        for number in found[name].firsts:
            top[number] = min(top[number] or level, level)
    return top


def _headed(slot: Slot, top: list[int], own: int | None) -> float:
    """How many of a slot's texts are headings, less for those below another one of their record."""
    return sum(
        1.0 if own is None or own == top[number] else LOWER_HEADING
        for number, piece in slot.firsts.items()
        if piece.heading
    )


def _bold_heads(records: list[Record], top: list[int]) -> dict[int, str]:
    """First lines that are all bold, over others, and bold beginnings of lines that stand alone, by number of their record.

    Only of the records that have no heading.
    """
    heads = {}
    for number, (record, level) in enumerate(zip(records, top, strict=True)):
        if level or not record.lines:
            continue
        first, alone = record.lines[0].text, len(record.lines) == 1
        bold = next((part.text for part in record.parts if part.kind == "strong"), "")
        if bold and (first.startswith(bold) and bold != first if alone else bold == first):
            heads[number] = bold
    return heads


@lru_cache(maxsize=4096)
def _letters(text: str) -> float:
    """Share of letters in a text; a version says what a word says."""
    if is_version(text):
        return 1.0
    if text.isascii():
        return 1.0 - len(text.encode().translate(None, _ASCII_LETTERS)) / len(text)
    return sum(map(str.isalpha, text)) / len(text)


_ASCII_LETTERS = ascii_letters.encode()


def _is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do and titles do not; the point of a day ends none (`2026. október 12.`).

    A text that the list cuts, or that breaks off within a character, is one where it is wider than titles are before that.
    """
    shown = text.rstrip(_BEHIND_CUT)
    if (shown.endswith(("…", "...")) or shown[-1:] >= _FIRST_MARK) and width(text) >= CUT_MIN:
        return True
    if len(text) >= SENTENCE_MIN and not text.endswith(POINTS):  # a button may stand behind it
        end = max(map(text.rfind, POINTS)) + 1
        text = text[:end] if end and len(text) - end <= BUTTON_MAX and is_more(text[end:]) else text
    if len(text) < SENTENCE_MIN or not text.endswith(POINTS) or text[-2] == ".":
        return False
    return not text[-2].isdigit() or not any(end >= len(text) - 1 for _, end, _ in dates_in(text))


@lru_cache(maxsize=4096)
def _says_title(path: str) -> bool:
    return _TITLE_WORD.search(path) is not None


@lru_cache(maxsize=4096)
def _says_other(path: str) -> bool:
    return bool(_OTHER_WORD.search(path) or _TEXT_WORD.search(path.rsplit("|", 1)[-1]))


def _dated(record: Record, piece: Piece) -> float:
    """Share of the text that is a date; that of a numbered act is part of its name: `Order no. 12 of 3 May 2026`."""
    over = [spot for spot in record.spots if spot.first <= piece.last and piece.first <= spot.last]
    label = piece.kind == "label"
    if not (over or label) or len(piece.text) > DATED_CHARS_MAX or _NUMBERED.match(piece.text):
        return 0.0
    if piece.heading and is_version(piece.text) and not _is_day_beside(piece):
        return 0.0
    if label:
        return date_share(piece.text)
    if any(
        spot.first <= piece.first and piece.last <= spot.last and piece.text in spot.text for spot in over
    ):
        return 1.0  # a part of a date: `<abbr>Jun</abbr> 10, 2026`
    share = date_share(piece.text)
    return 0.0 if piece.heading and share < DAY_HEAD else share  # "Statement of 3 May 2026" is called so


def _is_day_beside(piece: Piece) -> bool:
    """Whether a text is a day in two digits each, `28.04.26`, beside others in a heading: a version is all that its heading says, or a link."""
    return piece.kind == "text" and _DAY_OF_SIX.fullmatch(piece.text) is not None


_DAY_OF_SIX = re.compile(r"[0-3]\d\.[01]\d\.\d\d")
_NUMBERED = re.compile(
    r"[^\W\d_]{3,}(?:\s[^\W\d_]+){0,4}\s(?:n\s?[.ºo°]{1,2}|n[rº°]o?\.?|№|n[uú]m\.?|αρ\.|αριθ\.)\s?\d",
    re.IGNORECASE,
)
