"""Days as sites of each language write them, `day_names.tsv`: language, what is named, the form around it, the names.

The names are parted by `|` in the order of what they name; where a form of a later release names some of them no other way, their place
is empty. `{}` in the form is the place of a name, `{1}` that of the day beside a weekday.

    month            the 23rd of each month of 2025
    month alone      the month, of which the first day is told
    month CALENDAR   the 23rd of each month of that calendar's year
    weekday          Monday, 17 to Sunday, 23 November 2025, without the year
    UNITS ago        of `COUNTS` units before `CRAWLED`
    day              yesterday, today, tomorrow
    2025-12-31       that day, in whatever ways

A star behind a name says that its cell is not read so, as yet. The file holds what CLDR 42 to 49 call days, what the libraries by which
sites write dates print, and, by hand, what neither has: other calendars, digits of other writings, everyday spellings. A name once written
stays, whatever later releases call the month. `python -m tests.golden.day_names` adds what the installed babel has and the file lacks,
for review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale, localedata
from babel.core import parse_locale

FILE = Path(__file__).with_suffix(".tsv")
CRAWLED = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
COUNTS = (1, 2, 3, 5, 11)
UNITS = ("hour", "day", "week", "month")
LANGUAGES = (
    "af am ar as ast az be bg bn br bs ca ceb ckb cs cy da de el en eo es et eu fa fi fil fo fr fy ga gd gl gu he hi hr ht hu hy id ig "
    "is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn oc or pa pl ps pt pt_PT rm ro ru sd si sk sl sq "
    "sr sr_Latn su sv sw ta te tg th ti tk tr tt ug uk ur uz vi xh yi zh zh_Hant zu de_AT fr_CA es_MX ar_MA ar_SY"
).split()
DAY, YEAR, NOVEMBER = 23, 2025, 11
UNREAD = "*"
MONDAY = date(2025, 11, 17)
_SIGNED = re.compile(r"|-\d+ \w+")  # -2 h: what CLDR has where it has no words
_NO_NAME = re.compile(r"M?\d*")
_NAMED = re.compile("MMM|LLL")
_PARTS = re.compile(r"'([^']*)'|([a-zA-Z])\2*|[^a-zA-Z']+")


class Cell(NamedTuple):
    """What a site writes, the day that it means, and whether it is not read as that day."""

    text: str
    day: date
    unread: bool


class Row(NamedTuple):
    """One line of the file; `names` are in the order of what they name, "" where a place is empty, with a star where unread."""

    language: str
    what: str
    form: str
    names: tuple[str, ...]

    def line(self) -> str:
        """As the file holds it."""
        return "\t".join((self.language, self.what, self.form, "|".join(self.names)))

    def cells(self) -> list[Cell]:
        """The cells of the row."""
        named = [(name, day) for name, day in self.named() if name]
        bare = [
            self.form.replace("{}", name.rstrip(UNREAD)).replace("{1}", str(day.day)) for name, day in named
        ]
        return [Cell(cell, day, name.endswith(UNREAD)) for cell, (name, day) in zip(bare, named, strict=True)]

    def named(self) -> list[tuple[str, date]]:
        """Each place of the row and the day that it stands for."""
        return list(zip(self.names, days_of(self.what, len(self.names)), strict=True))


# calendar → the 23rd of each of its months, of a year that began in 2025: first day, lengths of the months
CALENDARS = {
    "jalali": (date(2025, 3, 21), (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29)),  # 1404
    "bikram": (date(2025, 4, 14), (31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30)),  # 2082
    "hijri": (date(2025, 6, 26), (30, 29, 30, 30, 30, 29, 30, 29, 30, 29, 30, 29)),  # 1447, Umm al-Qura
    "ethiopic": (date(2025, 9, 11), (30,) * 12),  # 2018
}


def rows(file: Path = FILE) -> list[Row]:
    """The rows of the file, in order."""
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return [Row(language, what, form, tuple(names.split("|"))) for language, what, form, names in lines]


def days_of(what: str, count: int) -> list[date]:
    """The days that names of one kind stand for."""
    kind, _, rest = what.partition(" ")
    if kind == "weekday":
        return [MONDAY + timedelta(days=day) for day in range(7)]
    if kind == "day":
        return [CRAWLED.date() + timedelta(days=day) for day in (-1, 0, 1)]
    if rest == "ago":
        return [_ago(kind, units) for units in COUNTS]
    if rest in CALENDARS:
        first, lengths = CALENDARS[rest]
        return [first + timedelta(days=sum(lengths[:month]) + DAY - 1) for month in range(12)]
    if kind == "month":
        return [date(YEAR, month, 1 if rest else DAY) for month in range(1, 13)]
    return [date.fromisoformat(what)] * count


def _ago(units: str, count: int) -> date:
    if units == "months":
        year, month = divmod(CRAWLED.year * 12 + CRAWLED.month - 1 - count, 12)
        return date(year, month + 1, CRAWLED.day)
    return (CRAWLED - timedelta(**{units: count})).date()


def of_babel(language: str) -> Iterator[Row]:
    """What the installed babel writes of one language; nothing where it has no names."""
    if language not in localedata.locale_identifiers():
        return
    localedata._cache.clear()  # until 2.18 one language's names stayed in those of the languages read after it
    territory, script = parse_locale(language)[1:3]
    locale = Locale(language.partition("_")[0], territory, script)
    said = language.replace("_", "-")
    months, weekdays = locale.months["format"], locale.days["format"]
    long, short = locale.date_formats["long"].pattern, locale.datetime_skeletons["yMMMd"].pattern
    for width, pattern in (("wide", long), ("abbreviated", short), ("wide", short)):
        if _NAMED.search(pattern):
            yield Row(said, "month", _form(pattern, "M"), _twelve(months[width]))
    yield Row(said, "month alone", f"{{}} {YEAR}", _twelve(locale.months["stand-alone"]["wide"]))
    for width, skeleton in (("wide", "MMMMEd"), ("abbreviated", "MMMEd")):
        found = locale.datetime_skeletons.get(skeleton) or locale.datetime_skeletons["MMMEd"]
        form = _form(found.pattern, "E").replace("\N{BULLET}", months[width][NOVEMBER])
        yield Row(said, "weekday", form, tuple(weekdays[width][day] for day in range(7)))
    for unit in UNITS:
        for width in ("", "-short"):
            past = locale._data["date_fields"].get(unit + width, {}).get("past", {})
            phrases = tuple(_said(past, locale, count) for count in COUNTS)
            if not all(map(_SIGNED.fullmatch, phrases)):
                yield Row(said, f"{unit}s ago", "{}", phrases)


def _twelve(names: Any) -> tuple[str, ...]:
    return tuple(names[month] for month in range(1, 13))


def _said(past: Any, locale: Locale, count: int) -> str:
    return str(past.get(locale.plural_form(count), past.get("other", ""))).replace("{0}", str(count))


def _form(pattern: str, named: str) -> str:
    """A CLDR pattern with its name as `{}`, the month beside a weekday as a bullet, its day as `{1}`."""
    form = ""
    for part in _PARTS.finditer(pattern):
        letter = "M" if part[2] == "L" else "E" if part[2] in ("c", "e") else part[2]
        if part[1] is not None:
            form += part[1]
        elif letter is None:
            form += part[0]
        elif letter == named:
            form += "{}"
        elif letter == "M":
            form += "\N{BULLET}" if len(part[0]) > 2 else str(NOVEMBER)
        else:
            form += {"y": str(YEAR), "d": "{1}" if named == "E" else str(DAY)}.get(letter, "")
    return form.strip()


def lacking(old: list[Row], new: Iterator[Row]) -> Iterator[Row]:
    """Those of new rows that say something else than old ones of their language, without the names that these have."""
    seen = {place for row in old for place in _places(row)}
    for row in new:
        row = row._replace(names=tuple(map(_spaced, row.names)))
        places = _places(row)
        names = tuple("" if place in seen or _NO_NAME.fullmatch(place[-1]) else place[-1] for place in places)
        seen |= set(places)
        if any(names):
            yield row._replace(names=names)


def _places(row: Row) -> list[tuple[str, str, date, str]]:
    return [(row.language, row.what, day, name.rstrip(UNREAD)) for name, day in row.named()]


def _spaced(name: str) -> str:
    return name.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def main() -> None:
    """Add what the installed babel has and the file lacks."""
    old = rows() if FILE.exists() else []
    added = [row for language in LANGUAGES for row in lacking(old, of_babel(language))]
    order = {
        language: at for at, language in enumerate(dict.fromkeys(row.language for row in (*old, *added)))
    }
    lines = [row.line() for row in sorted((*old, *added), key=lambda row: order[row.language])]
    FILE.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{len(added)} rows more in {FILE.name}")


if __name__ == "__main__":
    main()
