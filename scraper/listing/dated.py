"""Where a page shows dates: the spots, not the days.

An entry is told from a menu item by its date more than by anything else, so the whole text is scanned once, in every
language: digits are language-free, month words and "… ago" come from CLDR (`words/`, 92 languages). A spot may run
over several elements (a day and a month set in two boxes). What day a spot means is `pipelines.dates`' business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from scraper.listing.tree import BLOCKS, Tree

FULL, PARTIAL = 2, 1  # day, month and year; or a day with month, "3 hours ago", yesterday

# A spot over several elements must fill them: with 40 characters day, month, weekday and clock fit, a sentence not.
BOX_MAX = 40
# Of a line over several elements this much must be date; "Room 28 | May contain nuts" is not.
LINE_SHARE = 0.8
# The date of an entry stands at the beginning of a text or in a text of its own; nothing longer is read through.
SCAN_MAX = 2_000
# "3 hours ago" and "yesterday" count only where they stand alone.
ALONE_MAX = 45


class Spot(NamedTuple):
    """One date in the page: the nodes `[first, last]` it stands in, as written, and how much of a date it is."""

    first: int
    last: int
    text: str
    strength: int


_CLOCK = r"(?:[\s,–|T-]{0,4}(?:\w{1,3}\s)?\d{1,2}[:.hH]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?"
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:"
    r"(?P<ymd>\d{4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}(?:\s?[日일])?(?![\d]))"
    r"|(?P<packed>20\d\d/[01]\d[0-3]\d(?!\d))"
    r"|(?P<dmy>(?:\d{1,2}\.?(?:\d{1,2}\.)?\s?[–-]\s?)?\d{1,2}\s?(?P<sep>[-/.])\s?\d{1,2}\s?(?P=sep)\s?(?:\d{4}|\d{2})(?![\d])(?![./-]\d))"
    r"|(?P<md>\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])"
    r")" + _CLOCK
)
_LETTERS = r"[^\W\d_][^\s\d,;:()|/<>\"–—-]*"
_YEAR = r"(?:[\s,.'’/-]{0,3}(?:(?:de|del|of|г)\s)?(?P<year>\d{4})(?!\d))"
_DAY_FIRST = re.compile(
    r"(?:\d{1,2}\.?\s?[–-]\s?)?(?<![\d.:/])(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|[ºª°])?[.,]?[\s/-]{0,3}"
    r"(?:(?:of|de|di|d’|d'|den|da)\s?)?(?P<word>" + _LETTERS + ")" + _YEAR + "?" + _CLOCK
)
_MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])(?P<word>" + _LETTERS + r")[\s/-]{0,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    r"(?:\s?[–-]\s?\d{1,2}(?!\d))?\.?" + _YEAR + "?" + _CLOCK
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})[\s.,/-]{1,3}(?:\w{1,3}\.?\s)?(?P<word>"
    + _LETTERS
    + r")[\s/-]{1,3}(?P<day>\d{1,2})(?!\d)"
)
_CLOCK_ALONE = re.compile(r"(?:[01]?\d|2[0-3])(?::|\s?h\s?)[0-5]\d(?:\s?[ap]\.?m)?")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_][^\s\d,;:()|/<>\[\].–—-]*")
_PARTS = re.compile(r"\s*[|•·,/–—\n]\s*|\s-\s")
_YESTERDAY = frozenset(
    "today|yesterday|hoy|ayer|hier|aujourd'hui|aujourd’hui|avant-hier|heute|gestern|vorgestern|oggi|ieri|hoje|ontem|"
    "vandaag|gisteren|dziś|dzisiaj|wczoraj|dnes|včera|ma|tegnap|сегодня|вчера|сьогодні|вчора|днес|bugün|dün|i dag|"
    "i går|idag|igår|tänään|eilen|σήμερα|χθες|χτες|今日|昨日|今天|昨天|오늘|어제|اليوم|أمس|امروز|دیروز|היום|אתמול|"
    "आज|कल|azi|danas|jučer|jučer|данас|јуче|šiandien|vakar|šodien|täna|eile|avui|ahir|hôm nay|hôm qua|hari ini|kemarin|"
    "วันนี้|เมื่อวาน|just now|à l'instant|gerade eben|ahora mismo|agora|adesso|только что".split("|")
)


_YESTERDAY_LONGEST = max(map(len, _YESTERDAY))


@cache
def _months() -> frozenset[str]:
    return frozenset(_word_file("months.txt"))


@cache
def _days() -> frozenset[str]:
    return frozenset(_word_file("days.txt"))


@cache
def _ago() -> frozenset[str]:
    return frozenset(_word_file("ago.txt"))


def _word_file(name: str) -> list[str]:
    return (files("scraper.listing") / "words" / name).read_text(encoding="utf-8").splitlines()


def dates_in(text: str) -> list[tuple[int, int, int]]:
    """Dates in a text as `(start, end, strength)`, in order, not overlapping."""
    found: list[tuple[int, int, int]] = []
    for match in _NUMERIC.finditer(text):
        strength = _numeric(match)
        if strength:
            found.append((match.start(), match.end(), strength))
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST):
        found.extend(_worded(pattern, text))
    found.sort(key=lambda spot: (spot[0], -spot[1]))
    kept: list[tuple[int, int, int]] = []
    for spot in found:
        if kept and spot[0] < kept[-1][1]:
            if (spot[2], spot[1] - spot[0]) > (kept[-1][2], kept[-1][1] - kept[-1][0]):
                kept[-1] = spot
            continue
        kept.append(spot)
    return kept


def relative(text: str) -> bool:
    """Whether a short text is nothing but "3 hours ago", "yesterday" in a known language, or a clock."""
    if len(text) > ALONE_MAX:
        return False
    whole = text.strip(" .:()[]").casefold()
    if whole in _YESTERDAY or clock_alone(whole):
        return True
    numbered = _DIGITS.search(whole) is not None
    if not numbered and len(whole) > 3 * _YESTERDAY_LONGEST:
        return False
    for part in (whole, *_PARTS.split(whole)):
        plain = part.strip(" .:()[]").replace("\xa0", " ")
        if plain in _YESTERDAY or (numbered and _DIGITS.sub("{0}", plain, count=1) in _ago()):
            return True
    return False


def date_share(text: str) -> float:
    """Share of a text that is date: days of the week, clocks and punctuation beside a date count with it."""
    if relative(text):
        return 1.0
    found = dates_in(text) if _DIGITS.search(text) else []
    if not found:
        return 0.0
    rest, at = [], 0
    for start, end, _ in found:
        rest.append(text[at:start])
        at = end
    rest.append(text[at:])
    words = [word for word in _WORDS.findall(" ".join(rest)) if word.casefold() not in _days()]
    return 1.0 - min(1.0, sum(map(len, words)) / max(len(text.replace(" ", "")), 1))


def clock_alone(text: str) -> bool:
    """Whether a text is an hour and nothing else."""
    return _CLOCK_ALONE.fullmatch(text.strip(" .:()[]").casefold()) is not None


def year_alone(text: str) -> str:
    """The year that is all a text says, or ""."""
    plain = text.strip(" .:()[]–-")
    return plain if _YEAR_ALONE.fullmatch(plain) else ""


def spots(tree: Tree) -> list[Spot]:
    """Every date of the page's visible text, in page order.

    Returns:
        Spots whose text is as written, over one node or over the neighbours that fill a small box together.
    """
    nodes, texts = [], []
    for node, tag in enumerate(tree.tags):
        if not tag and not tree.unseen[node]:
            text = " ".join(tree.pieces[node][:SCAN_MAX].split())
            if text:
                nodes.append(node)
                texts.append(text)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    joined = "\n".join(texts)
    found = []
    for start, end, strength in dates_in(joined):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
        if first == last or _boxed(tree, nodes[first], nodes[last]):
            found.append(Spot(nodes[first], nodes[last], " ".join(joined[start:end].split()), strength))
        else:  # two neighbours that only look like one date: keep what stands in one of them
            found.extend(
                _single(nodes[at], texts[at]) for at in range(first, last + 1) if dates_in(texts[at])
            )
    taken = {node for spot in found for node in range(spot.first, spot.last + 1)}
    for node, text in zip(nodes, texts, strict=True):
        if len(text) <= ALONE_MAX and node not in taken and relative(text):
            found.append(Spot(node, node, text, PARTIAL))
    found.sort()
    return found


def _single(node: int, text: str) -> Spot:
    start, end, strength = dates_in(text)[0]
    return Spot(node, node, " ".join(text[start:end].split()), strength)


def _boxed(tree: Tree, first: int, last: int) -> bool:
    """Whether nodes are one date together: they fill a small element, or stand in one line and say little else."""
    box = tree.parents[first]
    while box >= 0 and tree.ends[box] <= last:
        box = tree.parents[box]
    if box >= 0 and len(tree.text(box)) <= BOX_MAX:
        return True
    between = " ".join(tree.pieces[node] for node in range(first, last + 1) if not tree.tags[node])
    parted = any(tree.tags[node] in BLOCKS for node in range(first, last + 1))
    return not parted and len(between) <= BOX_MAX and date_share(between) >= LINE_SHARE


def _numeric(match: re.Match[str]) -> int:
    kind = match.lastgroup if match.lastgroup != "sep" else "dmy"
    kind = next(name for name in ("ymd", "packed", "dmy", "md") if match[name])
    numbers = [int(number) for number in _DIGITS.findall(match[kind])]
    if kind == "packed":
        return FULL if 1 <= numbers[1] // 100 <= 12 and 1 <= numbers[1] % 100 <= 31 else 0
    if kind == "md":
        return PARTIAL if _day_month(numbers[1], numbers[0]) else 0
    if kind == "ymd":
        return FULL if _year(numbers[0]) and _day_month(numbers[2], numbers[1]) else 0
    first, second, third = numbers[-3:]
    plausible = (
        _day_month(first, second) or _day_month(second, first) or (third <= 31 and _day_month(third, second))
    )
    return FULL if plausible and (third < 100 or _year(third)) else 0


def _worded(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, int]]:
    found = []
    months = _months()
    for match in pattern.finditer(text):
        word = match["word"].casefold().rstrip(".’'")
        if word not in months and word.rstrip("।॰") not in months:
            continue
        if not 1 <= int(match["day"]) <= 31:
            continue
        year = match["year"]
        found.append((match.start(), match.end(), FULL if year and _year(int(year)) else PARTIAL))
    return found


def _day_month(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _year(number: int) -> bool:
    return 1300 <= number <= 2700  # Jalali 1404 to Buddhist 2569


def day_in_address(href: str) -> str:
    """The day a link carries in its path, `/2026/02/11/` or `/2026/0211/`, as ISO, or ""."""
    found = _DAY_IN_PATH.search(href.split("?", 1)[0])
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def machine_dates(tree: Tree) -> dict[int, str]:
    """Dates given by attributes: node to value. `<time datetime>`, hAtom's `<abbr title>`, microdata `content`."""
    found = {}
    for node, given in enumerate(tree.attrs):
        if not given:
            continue
        tag = tree.tags[node]
        value = given.get("datetime") if tag in _TIMED else given.get("title") if tag == "abbr" else None
        if value is None and "date" in (given.get("itemprop") or "").lower():
            value = given.get("content")
        if value and _ISO.match(value.strip()):
            found[node] = value.strip()
    return found


_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_TIMED = frozenset({"time", "ins", "del", "relative-time"})
_ISO = re.compile(r"\d{4}-\d\d?-\d\d?|\d{8}T?|\d{4}/\d\d/\d\d")
