"""Where a page shows dates: the spots, not the days.

An entry is told from a menu item by its date more than by anything else, so the whole text is scanned once, in every
language (`notations`). A spot may run over several elements (a day and a month set in two boxes). What day a spot means
is `pipelines.dates`' business.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from urllib.parse import unquote

from scraper.listing.dates.day_pairs import pair, without_marks
from scraper.listing.dates.days_of_people import days_of_people
from scraper.listing.dates.first_days import first_of_a_year
from scraper.listing.dates.from_visit import may_be_relative, relative
from scraper.listing.dates.labelled_visits import before_texts, behind_labels
from scraper.listing.dates.notations import FULL, PARTIAL, date_share, dates_in, may_be_dated
from scraper.listing.dates.periods_alone import ALONE_MAX, clock_alone, packed_alone, year_alone
from scraper.listing.dates.titled import titled
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import BLOCKS, Tree, collapse

__all__ = [
    "FULL", "PARTIAL", "Spot", "clock_alone", "date_in_file", "date_share", "dates_in", "day_in_address", "machine_dates",
    "relative", "spots", "year_alone",
]  # fmt: skip

# A spot over several elements must fill them: with 40 characters day, month, weekday and clock fit, a sentence not.
BOX_MAX = 40
# Of a line over several elements this much must be date; "Room 28 | May contain nuts" is not.
LINE_SHARE = 0.8
# The date of an entry stands at the beginning of a text or in a text of its own; nothing longer is read through.
SCAN_MAX = 2_000
# Two numbers alone (`04-28`) are days where a page has this many of one notation, all of them possible, in one order.
PAIRS_MIN = 3
PAIR_CHARS_MAX = 32  # of two numbers with a weekday and hours: "Mo., 28.09. um 10.00 - 12.00 Uhr"


class Spot(NamedTuple):
    """One date in the page: the nodes `[first, last]` it stands in, as written, and how much of a date it is."""

    first: int
    last: int
    text: str
    strength: int


@lru_cache(maxsize=1)
def spots(tree: Tree) -> list[Spot]:
    """Every date of the page's visible text, in page order, worked out once.

    Returns:
        Spots whose text is as written, over one node or over the neighbours that fill a small box together.
    """
    pieces = tree.pieces
    texts = {
        node: text
        for node, whole in shown_texts(tree).items()
        if (text := whole if len(pieces[node]) <= SCAN_MAX else " ".join(pieces[node][:SCAN_MAX].split()))
    }
    numbered = {node for node, text in texts.items() if may_be_dated(text)}
    found = list(_written(tree, texts, numbered))
    taken = {node for spot in found for node in range(spot.first, spot.last + 1)}
    short = [(node, text) for node, text in texts.items() if len(text) <= ALONE_MAX and node not in taken]
    asked = [(node, text) for node, text in short if node in numbered or may_be_relative(text)]
    told = {node: said for node, text in asked if (said := relative(text))}
    told |= behind_labels((node, text) for node, text in asked if node not in told)
    untaken = numbered - taken
    long = ((node, text) for node, text in texts.items() if len(text) > ALONE_MAX and node in untaken)
    told |= before_texts(long)
    found.extend(Spot(node, node, said, PARTIAL) for node, said in told.items())
    tiny = [(node, text) for node, text in short if node in numbered and len(text) <= PAIR_CHARS_MAX]
    found.extend(Spot(node, node, text, FULL) for node, text in tiny if packed_alone(text))
    found.extend(_pairs(tree, tiny, found, list(texts)))
    seen = sorted(node for spot in found for node in range(spot.first, spot.last + 1))
    found.extend(
        Spot(first, last, tree.text(first, last + 1), PARTIAL)
        for first, (last, _) in titled(tree).items()
        if bisect_left(seen, first) == bisect_left(seen, last + 1)
    )
    of_people = days_of_people(tree)
    if of_people:
        found = [spot for spot in found if not any(first <= spot.first < end for first, end in of_people)]
    found.sort(key=lambda spot: (spot.first, spot.last))  # of two in one text the first stays first
    # a text of 5 MB may hold a hundred dates
    broken = {node for node in {spot.first for spot in found} if _NO_BREAK.search(pieces[node])}
    written = {node: (said := collapse(pieces[node]), _NO_BREAK.sub(" ", said)) for node in broken}
    return [_as_written(spot, *written[spot.first]) if spot.first in broken else spot for spot in found]


def _as_written(spot: Spot, said: str, plain: str) -> Spot:
    """A date of one text with the no-break spaces that stand in it there: by its text it is taken off a title or a teaser."""
    at = plain.find(spot.text) if spot.first == spot.last else -1
    return spot._replace(text=said[at : at + len(spot.text)]) if at >= 0 else spot


_NO_BREAK = re.compile("[\xa0\u202f]")


def _written(tree: Tree, shown: dict[int, str], numbered: set[int]) -> Iterator[Spot]:
    """Spots whose notation tells a date by itself. Texts without a digit, and beside none, are not read at all."""
    nodes, texts = list(shown), list(shown.values())
    lines = [""] * len(texts)
    for at, node in enumerate(nodes):
        if node in numbered:
            near = slice(max(at - 1, 0), at + 2)
            lines[near] = texts[near]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    joined = "\n".join(lines)
    for start, end, strength in dates_in(joined):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
        if first == last or _boxed(tree, nodes[first], nodes[last]):
            yield Spot(nodes[first], nodes[last], " ".join(joined[start:end].split()), strength)
            continue
        yield from _apart(tree, nodes[first : last + 1], texts[first : last + 1])


def _apart(tree: Tree, nodes: list[int], texts: list[str]) -> Iterator[Spot]:
    """The dates of neighbours that only look like one: a box with a month and a day, and the hour beside it."""
    at = 0
    while at < len(nodes):
        for last in range(len(nodes) - 1 if at else len(nodes) - 2, at - 1, -1):
            joined = "\n".join(texts[at : last + 1])
            found = dates_in(joined)[:1]
            if not found:
                continue
            start, end, strength = found[0]
            over = start < len(texts[at]) and end > len(joined) - len(texts[last])
            if last == at or (over and _boxed(tree, nodes[at], nodes[last])):
                yield Spot(nodes[at], nodes[last], " ".join(joined[start:end].split()), strength)
                at = last
                break
        at += 1


def _pairs(tree: Tree, short: list[tuple[int, str]], whole: list[Spot], shown: list[int]) -> list[Spot]:
    """Days and months in digits only, where all the page's pairs of one notation can be read in one order.

    Of one day alone, as a board's newest page may have, each has to stand in an element that is called a date. Fewer than
    `PAIRS_MIN` are the first days of a year, `01.01.` above `31.12.2026`, where they stand as the whole dates do.
    """
    days = []
    notations: dict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    hours = _pointed_hours(tree, short)
    for node, text in short:
        read = pair(text) if node not in hours else None
        if read is not None:
            notations[read[0]].append((node, text, read[1], read[2]))
    for found in notations.values():
        firsts, seconds = [one[2] for one in found], [one[3] for one in found]
        ordered = max(firsts) <= 12 or max(seconds) <= 12
        several = len(set(zip(firsts, seconds, strict=True))) > 1 or all(
            _DATE_NAME.search(tree.attr(tree.parents[node], "class").lower()) for node, *_ in found
        )
        numbered = len(set(firsts)) == 1 and all(after - before == 1 for before, after in pairwise(seconds))
        # 3.1, 3.2, 3.3 are sections
        enough = len(found) >= PAIRS_MIN and ordered and several and not numbered
        if enough or (len(found) < PAIRS_MIN and first_of_a_year(tree, found, whole, shown)):
            days += [Spot(node, node, without_marks(text), PARTIAL) for node, text, _, _ in found]
    return days


def _pointed_hours(tree: Tree, short: list[tuple[int, str]]) -> set[int]:
    """Hours written with a point (`20.10`): in elements of their tag and class more are an hour and no day (`19.17`) than may be both."""
    kinds: dict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for node, text in short:
        if _POINTED.fullmatch(text):
            holder = tree.parents[node]
            kinds[tree.tags[holder], tree.attr(holder, "class")].append((node, pair(text) is not None))
    return {
        node
        for found in kinds.values()
        if 2 * sum(both for _, both in found) < len(found)
        for node, _ in found
    }


def _boxed(tree: Tree, first: int, last: int) -> bool:
    """Whether nodes are one date together: they fill a small element, or stand in one line and say little else."""
    box = tree.parents[first]
    while box >= 0 and tree.ends[box] <= last:
        box = tree.parents[box]
    if box >= 0 and tree.fits(box, BOX_MAX):
        return True
    between = " ".join(tree.pieces[node] for node in range(first, last + 1) if not tree.tags[node])
    parted = any(tree.tags[node] in BLOCKS for node in range(first, last + 1))
    return not parted and len(between) <= BOX_MAX and date_share(between) >= LINE_SHARE


def day_in_address(href: str) -> str:
    """The day a link carries in its path, `/2026/02/11/` or `/2026/0211/`, as ISO, or ""."""
    found = _DAY_IN_PATH.search(href.split("?", 1)[0])
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def date_in_file(href: str) -> str:
    """The whole date that the last part of an address is written with, `minutes-06-23-2026.pdf`, as written, or ""."""
    last = unquote(href.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1])
    if not _TWO_NUMBERS.search(last):  # a whole date has a day and a year
        return ""
    for text in dict.fromkeys((_BEFORE_NUMBER.sub(" ", last), _JOINTS.sub(" ", last))):
        for start, end, strength in dates_in(text):
            if strength == FULL:
                return text[start:end]
    return ""


def machine_dates(tree: Tree) -> dict[int, str]:
    """Dates given by attributes: node to value. `<time datetime>`, `title`, `content`, `data-…` that are a date whole."""
    found = {}
    known, attrs = tree.bearers, tree.attrs
    numbered = {  # few attributes begin with a digit as dates do
        node
        for name in known.keys() - _NO_VALUES
        for node in known[name]
        if (value := attrs[node][name]) and len(value) >= ISO_CHARS_MIN and value.lstrip()[:1].isdigit()
    }
    for node in sorted(numbered):
        given = attrs[node]
        if tree.tags[node] in _NO_DATES:
            continue
        for name, value in given.items():
            if value is None or name in _NO_VALUES or len(value) < ISO_CHARS_MIN:
                continue
            if name.startswith("data-") and (moment := _moment(name, value.strip())):
                found[node] = moment
                break
            dated = name == "datetime" or (
                name == "content" and "date" in (given.get("itemprop") or "").lower()
            )
            if (_ISO if dated else _ISO_WHOLE).match(value.strip()):
                found[node] = value.strip()
                break
    return found


def _moment(name: str, value: str) -> str:
    """Seconds or milliseconds since 1970 that a script writes a date from, as ISO in UTC, or ""."""
    if not _SECONDS.fullmatch(value) or not _TIME_NAME.search(name):
        return ""
    return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()


_POINTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_DATE_NAME = re.compile(r"(?<!up)(?<!man)(?<!candi)(?<!vali)date(?![a-z])|(?<![a-z])day(?![a-z])")
_SECONDS = re.compile(r"[1-3]\d{9}(?:\d{3})?")  # from 2001 on
_TIME_NAME = re.compile(r"date|time|stamp|epoch|unix|utc|publish|created")
# Characters of a date for machines, `20260211` at least; with 16 one of the 78 captured pages loses its days, 4 reads alike.
ISO_CHARS_MIN = 8
_DIGIT, _TWO_NUMBERS = re.compile(r"\d"), re.compile(r"\d\D+\d")
_JOINTS = re.compile(r"[-_+]")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])[-_+](?=\d)")
_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_NO_DATES = frozenset({"input", "option", "link", "a", "img", "script", "body", "html", "button", "form"})
_NO_VALUES = frozenset("class id href src srcset style alt name for lang role type".split())
_ISO = re.compile(r"\d{4}-\d\d?-\d\d?|\d{8}T?|\d{4}/\d\d/\d\d")
_ISO_WHOLE = re.compile(
    r"(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ]\d\d:?\d\d[\d:.+-]*(?:\s?[+-]\d\d:?\d\d|Z)?(?:\s?(?:UTC|GMT))?)?$"
)
