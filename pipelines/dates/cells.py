"""A column of raw cells as arrays: unique texts, their shapes, and the digits each shape's slots hold.

Work is done once per unique text and, for everything that needs Python, once per unique shape (a text with its digits
written 0). All texts of a shape share one byte layout, so the numbers of a whole column are read from the UTF-8 buffer by
a handful of array operations, whatever the number of shapes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.dates.days.civil import Ints
from pipelines.dates.shapes import parse
from pipelines.dates.tokens.template import Kind, Slot, Template
from pipelines.dates.words.damaged import MISREAD, mended

# Characters; the longest date cell of the development listings has 57, the rest of a cell is prose
MAX_CELL = 300
# Anything but plain Latin, Greek, Cyrillic, Armenian and Hebrew text may hold other digits or invisible marks; the rest is damage.
_SPECIAL = (
    rf"[^\t\n\r\x20-\x7e\x{{a0}}-\x{{ac}}\x{{ae}}-\x{{5ff}}\x{{2010}}-\x{{2027}}]|[?Ã]|&[#A-Za-z]|{MISREAD}"
)
_UNIX = r"^1[0-8][0-9]{8}(?:[0-9]{3})?$"  # from September 2001 to March 2030, seconds or milliseconds
LAST_DAY = 31
LAST_DIGIT = 0x1FBFA  # no digit lies beyond; above, only tags are invisible
TOO_LONG = Template(Kind.NONE, reason="date_unreadable")


@dataclass(frozen=True, slots=True)
class Cells:
    """The column, one entry per row.

    Attributes:
        shape: index of the row's template in `templates`; -1 where the cell is missing.
        templates: one per unique shape.
        a: first number of the row, -1 where absent; likewise `b` and `c`.
        a_size: digits of the first number; `c_size` those of the last.
        hour: of the time of day, -1 where absent; likewise `minute`, `second` (0 where only they are absent).
        offset: minutes east of UTC, `NO_ZONE` where the cell names no zone.
        backwards: 1 where the second number of a range within one month is not the later, so that it alone is the day; 2 where
            the first cannot be one.
        persian: rows in Persian digits; None where no row is.
        maybe_year: the number that may be the year of the row, -1 where there is none; None where no row has one.
        other: what each row tells from the words of its second day on, null where it has none; None where no row has one.
        of_word: first and last number of a range of which the first may be that of the word before it, likewise.
        until_a: of a range, the number of its last day that stands where `a` does, -1 where absent; likewise `until_b`.
    """

    shape: Ints
    templates: list[Template]
    a: Ints
    b: Ints
    c: Ints
    a_size: Ints
    c_size: Ints
    hour: Ints
    minute: Ints
    second: Ints
    offset: Ints
    until_a: Ints
    until_b: Ints
    backwards: Ints
    persian: NDArray[np.bool_] | None = None
    maybe_year: Ints | None = None
    of_word: tuple[Ints, Ints] | None = None
    other: pa.Array | None = None

    def of_shape(self, values: list[int]) -> Ints:
        """Spread one integer per template over the rows; 0 where the cell is missing."""
        return np.append(np.array(values, dtype=np.int64), 0)[self.shape]


def read_cells(texts: pa.Array) -> Cells:
    """Read a column of strings (nulls allowed) into numbers and templates."""
    encoded = texts.cast(pa.large_string()).dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    unique, special = _plain(encoded.dictionary)
    shapes = pc.replace_substring_regex(unique, "[0-9]", "0").dictionary_encode()
    templates = [
        parse(shape) if len(shape) <= MAX_CELL else TOO_LONG for shape in shapes.dictionary.to_pylist()
    ]
    of_unique = shapes.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    values = _slot_values(unique, of_unique, templates)
    sizes = np.array([(t.a.size, t.c.size) for t in templates] or [(0, 0)], dtype=np.int64)
    shape = np.append(of_unique, -1)[codes]
    rows = {name: np.append(column, -1)[codes] for name, column in values.items()}
    open_ = [
        np.append(_values(unique, of_unique, slots), -1)[codes] if any(slot.size for slot in slots) else None
        for slots in (
            [t.maybe_year for t in templates],
            *([t.span[place] if t.of_word else Slot() for t in templates] for place in (0, 1)),
        )
    ]
    return Cells(
        shape=shape,
        templates=templates,
        a_size=_spread(sizes[:, 0], shape),
        c_size=_spread(sizes[:, 1], shape),
        persian=_in_persian(encoded.dictionary, codes) if special else None,
        maybe_year=open_[0],
        other=_second_days(unique, of_unique, templates, codes),
        of_word=None if open_[1] is None or open_[2] is None else (open_[1], open_[2]),
        **rows,
    )


def _in_persian(unique: pa.Array, codes: Ints) -> NDArray[np.bool_] | None:
    """Rows in the digits of Persian, which Urdu and Pashto share, by row."""
    persian = pc.match_substring_regex(unique, "[\u06f0-\u06f9]")
    if not pc.any(persian).as_py():
        return None
    return np.append(persian.to_numpy(zero_copy_only=False), False)[codes]


def _second_days(
    unique: pa.Array, of_unique: Ints, templates: list[Template], codes: Ints
) -> pa.Array | None:
    """What cells tell from the words of their second day on, by row."""
    starts = np.array([t.second.at for t in templates] or [0], dtype=np.int64)
    if not starts.any():
        return None
    starts = starts[of_unique]
    told: list[str | None] = [None] * len(unique)
    for at in np.flatnonzero(starts).tolist():
        told[at] = unique[at].as_py().encode()[starts[at] :].decode()
    return pa.array([*told, None], pa.large_string()).take(pa.array(codes % (len(told) + 1)))


def _spread(of_shape: Ints, shape: Ints) -> Ints:
    return np.append(of_shape, 0)[shape]


def _plain(unique: pa.Array) -> tuple[pa.Array, bool]:
    """Digits of every script as ASCII, marks of direction and control characters gone, edges trimmed; and whether any were there."""
    suspect = pc.match_substring_regex(unique, _SPECIAL)
    special = bool(pc.any(suspect).as_py())
    if special:
        plain = [plain_text(text) for text in unique.filter(suspect).to_pylist()]
        unique = pc.replace_with_mask(unique, suspect, pa.array(plain, type=unique.type))
    return _written_out(pc.utf8_trim_whitespace(unique)), special


def _written_out(unique: pa.Array) -> pa.Array:
    """Unix seconds and milliseconds as the moments they are: `1795003200` is `2026-11-18T12:00:00Z`."""
    stamps = pc.match_substring_regex(unique, _UNIX)
    if not pc.any(stamps).as_py():
        return unique
    seconds = pc.utf8_slice_codeunits(unique.filter(stamps), 0, 10).cast(pa.int64())
    moments = pc.strftime(seconds.cast(pa.timestamp("s", tz="UTC")), format="%Y-%m-%dT%H:%M:%SZ")
    return pc.replace_with_mask(unique, stamps, moments.cast(unique.type))


def plain_text(text: str) -> str:
    """One cell with digits of every script as ASCII and without invisible characters."""
    plain = mended(text[: MAX_CELL + 1]).translate(_digit_table())
    if "前" in plain:
        plain = _AGO.sub(lambda match: str(_number(match.group())), _HALF_HOUR.sub("30分钟", plain))
    if any(letter in plain for letter in "كکت"):
        plain = _COUNTED.sub(
            lambda match: match.group(1) + _LEVANTINE[match.group(2)[0] + match.group(3)], plain
        )
    return _chinese_numbers(plain) if any(mark in plain for mark in "年月") else plain


@cache
def _digit_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in (*range(0x80, LAST_DIGIT), *range(0xE0000, 0xE0080)):
        category = unicodedata.category(chr(code))
        if category == "Nd":
            table[code] = str(unicodedata.digit(chr(code)))
        elif category == "Cf":
            table[code] = None
    table.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in table})
    table.update(dict.fromkeys([*range(9), *range(14, 32)], " "))
    return table


# Arabic and Kurdish months that are abbreviated to a letter or two and a number, behind their day, and their names. Elsewhere such
# a letter counts what it may: `فيتامين ك2 7`, `المجموعة ت1 12`.
_COUNTED = re.compile(r"(^|(?<!\w)[0-9]{1,4}[\s./,-]*)(ك|کا|كا|ت|تش)\.?([12])\b")
_LEVANTINE = {
    **dict.fromkeys(("ك1", "ک1"), "كانون الأول"), **dict.fromkeys(("ك2", "ک2"), "كانون الثاني"),
    "ت1": "تشرين الأول", "ت2": "تشرين الثاني",
}  # fmt: skip
_HAN = {
    "〇": 0,
    "○": 0,
    "零": 0,
    **{char: i for i, char in enumerate("一二三四五六七八九", 1)},
    "两": 2,
    "兩": 2,
}
_UNIT_AGO = "(?:[个個]?(?:[天日周週月年]|[小][时時]|分[钟鐘]?|星期))(?:之|以)?前"
_TENS = {ord("廿"): "二十", ord("卅"): "三十"}
_ONES = "[一二两兩三四五六七八九]"
_AGO = re.compile(f"(?:{_ONES}?十{_ONES}?|{_ONES})(?={_UNIT_AGO})")
_HALF_HOUR = re.compile("半[个個]?小[时時](?=(?:之|以)?前)")


def _chinese_numbers(text: str) -> str:
    """`二〇二六年二月十一日` and `令和元年` with digits; Han numerals elsewhere stay."""

    def digits(match: re.Match[str]) -> str:
        word = match.group(1)
        if word == "元":
            return "1" + match.group(2)
        word = word.translate(_TENS)
        return (_number(word) if "十" in word else "".join(str(_HAN[char]) for char in word)) + match.group(2)

    return re.sub(
        "((?:[〇○零一二三四五六七八九]?十|[廿卅])[一二三四五六七八九]?|[〇○零一二三四五六七八九]{1,4}|元)([年月日號号])",
        digits,
        text,
    )


def _number(word: str) -> str:
    """A count below a hundred in Han numerals: 两, 十二, 二十."""
    tens, ten, ones = word.rpartition("十")
    return str((_HAN.get(tens, 1) if ten else 0) * 10 + _HAN.get(ones, 0))


def _slot_values(unique: pa.Array, of_unique: Ints, templates: list[Template]) -> dict[str, Ints]:
    buffer, starts = _buffer(unique)
    empty = Slot()

    def read(slots: list[Slot]) -> Ints:
        table = np.array(slots or [empty], dtype=np.int64)
        if not table[:, 1].any():
            return np.full(len(of_unique), -1, dtype=np.int64)
        return digits_at(buffer, starts + table[of_unique, 0], table[of_unique, 1])

    numbers = {name: read([getattr(t, name) for t in templates]) for name in ("a", "b", "c")}
    first, last = (read([t.span[place] for t in templates]) for place in (0, 1))
    backwards = (last >= 0) & (last <= first)
    if backwards.any():
        starts_range = [[getattr(t, name).at == t.span[0].at for t in templates] for name in numbers]
        for name, here in zip(numbers, np.array(starts_range)[:, of_unique], strict=True):
            numbers[name] = np.where(backwards & here & (numbers[name] >= 0), last, numbers[name])
    named = np.array([t.until_named or -1 for t in templates] or [-1], dtype=np.int64)[of_unique]
    clocks = [t.clock for t in templates]
    hour, zone_hour = read([c.hour for c in clocks]), read([c.zone_hour for c in clocks])
    half = np.array([c.half for c in clocks] or [0], dtype=np.int64)[of_unique]
    zone = np.array([c.zone for c in clocks] or [0], dtype=np.int64)[of_unique]
    zone_minute = np.maximum(read([c.zone_minute for c in clocks]), 0)
    return {
        **numbers,
        "backwards": backwards * np.where(first > LAST_DAY, 2, 1),
        "until_a": read([t.until[0] for t in templates]),
        "until_b": np.maximum(read([t.until[1] for t in templates]), named),
        "hour": np.where((half >= 0) & (hour >= 1) & (hour <= 12), hour % 12 + half, hour),
        "minute": np.maximum(read([c.minute for c in clocks]), 0),
        "second": np.maximum(read([c.second for c in clocks]), 0),
        "offset": np.where(zone_hour >= 0, zone * (zone_hour * 60 + zone_minute), zone),
    }


def _values(unique: pa.Array, of_unique: Ints, slots: list[Slot]) -> Ints:
    """The numbers of one slot of each template, by unique text; -1 where it is empty."""
    buffer, starts = _buffer(unique)
    table = np.array(slots, dtype=np.int64)
    return digits_at(buffer, starts + table[of_unique, 0], table[of_unique, 1])


def _buffer(unique: pa.Array) -> tuple[NDArray[np.uint8], Ints]:
    _, offsets, data = unique.buffers()
    starts = np.frombuffer(offsets, dtype=np.int64)[unique.offset : unique.offset + len(unique)]
    return (np.frombuffer(data, dtype=np.uint8) if data else np.zeros(1, dtype=np.uint8)), starts


def digits_at(buffer: NDArray[np.uint8], at: Ints, size: Ints) -> Ints:
    """Return the numbers of `size` digits at byte positions `at`; -1 where size is 0."""
    value = np.zeros(len(at), dtype=np.int64)
    for place in range(int(size.max(initial=0))):
        here = size > place
        digit = buffer[np.where(here, at + place, 0)].astype(np.int64) - 48
        value = np.where(here, value * 10 + digit, value)
    return np.where(size > 0, value, -1)
