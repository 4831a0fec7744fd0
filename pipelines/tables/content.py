"""Which columns hold text, and why: by what stands in their cells, never by their names.

Every sampled cell falls into the first kind that fits: number, date, link, code, word (one ASCII word), text. A column
is text where at least `MOST` of its filled cells are text or words and some cell has more than ASCII words; a column of nothing
but ASCII words (`fr`, `news`, `draft`) is labels. What is left alone can still be named with --columns, unless
nothing in it is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

MOST = 0.5
"""Share of cells that make a column's kind. Of 537 columns of titles and teasers in our check sets all but two had 0.96 or
more of text; of 128 columns of dates and links 119 had 0.2 or less. The other nine are dates in words ("vor 3 Tagen"),
which are text: mending leaves them as they are where they are clean."""
SAMPLE = 200
"""Filled cells that are looked at in each chunk."""

_GAP = r"[\s\x{a0}\x{202f}]"
_WORD = rf"(?:[\p{{L}}\p{{M}}.'’·]{{1,14}}[,.]*{_GAP}+)"
_YEAR = r"\d{4}(?:[.,]|г\.?|\p{L}{1,2}\.?)?"
_TIME = rf"(?:[T,(]?{_GAP}*.{{0,12}}\d{{1,2}}[:hH.]\d{{2}}.{{0,14}})?"
_ALONE = r"(?:[\p{Sc}]|[A-Z]{3})?"
_FIGURES = r"[\d.,'’\x{a0}\x{202f} ]*"

_KINDS: tuple[tuple[str, str], ...] = (
    ("numbers", rf"^[\s(+\-−]*{_ALONE}\s*{_FIGURES}\d{_FIGURES}(?:[eE][+\-]?\d+)?\s*(?:%|{_ALONE})[\s)]*$"),
    ("codes", r"^(?i:true|false|null|none|nan|n/a|na|inf|-)$"),
    ("dates", r"^[(\[]?\d{1,4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?(?:\d{1,4})?\s?[日일.]?(?:[T\s,].{0,30})?$"),
    ("dates", r"^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s?(?:[aApP]\.?[mM]\.?)?$"),
    ("dates", rf"^{_WORD}{{0,2}}\d{{1,2}}(?:er|st|nd|rd|th|[.ºª°])?[\s\-/,]+{_WORD}{{0,3}}[\p{{L}}\p{{M}}.]{{2,14}}[,\s\-/]+{_YEAR}{_TIME}$"),
    ("dates", rf"^{_WORD}{{0,1}}[\p{{L}}\p{{M}}.]{{3,14}}{_GAP}+\d{{1,2}}(?:st|nd|rd|th|[.ºª])?,?{_GAP}+{_YEAR}{_TIME}$"),
    ("dates", rf"^{_YEAR}[\s\-/,]+(?:m\.{_GAP})?{_WORD}\d{{1,2}}(?:\.|{_GAP}?d\.)?{_TIME}$"),
    ("links", r"^(?:(?i:https?|ftp)://|www\.|mailto:|//|/[\w\-.%]+/)\S*$"),
    ("links", r"^[\w.+\-]+@[\w.\-]+\.\w+$"),
    ("codes", r"^[!-~]*[0-9_#/\\:=@<>][!-~]*$"),
    ("codes", r"^[^\p{L}]*$"),
    ("words", r"^[!-~]+$"),
)  # fmt: skip
"""RE2, tried in order; a cell that none of them knows is text. Dates with month names are dates in any alphabet; one
with mojibake in it is text, because `©` is no letter."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a column holds.

    Attributes:
        kind: text, mixed, or what is left alone: numbers, dates, links, codes, labels, empty, or a type of the format.
        why: the share that decided, in words.
        text: share of the filled cells that are text.
        cells: how many filled cells were looked at.
    """

    kind: str
    why: str
    text: float
    cells: int


class Tally:
    """Counts the kinds of cells of one column over the chunks."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()

    def count(self, kind: str, number: int) -> None:
        """Count cells of a kind."""
        if number:
            self._kinds[kind] += number

    @property
    def seen(self) -> int:
        """How many filled cells were counted."""
        return self._kinds.total()

    def content(self) -> Content:
        """Judge the column."""
        total = self.seen
        if not total:
            return Content("empty", "no filled cell", 0.0, 0)
        text = self._kinds["text"] / total
        wordy = text + self._kinds["words"] / total
        if wordy >= MOST:
            if not self._kinds["text"]:
                return Content(
                    "labels", f"{_percent(wordy)} of {total:,} cells are one plain word", 0.0, total
                )
            return Content("text", f"{_percent(wordy)} of {total:,} cells are words", text, total)
        kind, cells = max(
            ((k, n) for k, n in self._kinds.items() if k not in ("text", "words")), key=lambda item: item[1]
        )
        why = f"{_percent(cells / total)} of {total:,} cells are {kind}"
        return Content(
            "mixed" if text else kind, f"{why}, {_percent(text)} text" if text else why, text, total
        )


def tally(tallies: Sequence[Tally], columns: Sequence[pa.Array]) -> None:
    """Count some cells of each column (large_string), all columns at once: patterns are compiled anew at each call."""
    if not columns:
        return
    owner = np.repeat(np.arange(len(columns)), [len(cells) for cells in columns])
    left = pa.concat_arrays([pc.utf8_slice_codeunits(cells, 0, 400) for cells in columns])
    filled = pc.fill_null(
        pc.greater(pc.utf8_length(pc.utf8_trim_whitespace(pa.concat_arrays(columns))), 0), False
    )
    left, owner = left.filter(filled), owner[filled.to_numpy(zero_copy_only=False)]
    for kind, pattern in (*_KINDS, ("text", "")):
        fits = pc.match_substring_regex(left, pattern)
        hits = fits.to_numpy(zero_copy_only=False)
        for one, number in zip(tallies, np.bincount(owner[hits], minlength=len(columns)), strict=True):
            one.count(kind, int(number))
        left, owner = left.filter(pc.invert(fits)), owner[~hits]


def typed(kind: str) -> Content:
    """A column of which the format itself says that it is not of text alone."""
    return Content(kind, "by its type", 0.0, 0)


def chosen(contents: Mapping[str, Content]) -> tuple[str, ...]:
    """The columns that are text."""
    return tuple(name for name, content in contents.items() if content.kind == "text")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share in (0.0, 1.0) or 0.01 <= share <= 0.99 else f"{100 * share:.1f} %"
