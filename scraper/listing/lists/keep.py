"""Which of the lists found on a page a run keeps."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from urllib.parse import unquote

from scraper.listing.entry import Entry, FoundList, given
from scraper.listing.lists.rows import COMMON_SHARE
from scraper.listing.markup.resolve import parts_of
from scraper.listing.records.counts import TITLE_MIN, width
from scraper.listing.records.versions import is_version
from scraper.listing.words.wording import is_root, names_events

# Of 68 captured listings none lies below this confidence; of the pages made from them to be none 3 % of the articles,
# 6 % of the logins, 7 % of the errors and 4 % of the front pages lie above, and none of the own fixtures that are no
# listings above 0.07 (at 0.2 it is 9, 6, 10 and 6 %).
PLAUSIBLE_MIN = 0.3
# On a page that is mainly something else a list is kept for itself: this many entries, this strong. It brings back 3 of
# 10 captured articles and fronts whose list was wanted, and 1 % of the made pages (swept 23-25: at 23.5 one more).
LONG, STRONG, STRONG_PLAUSIBLE_MIN = 6, 24.0, 0.0003
# A featured section has fewer entries than the list below it and so less confidence, down to this share.
FEATURED_SHARE = 0.4
# A section of another build has so many of the best one's entries, and is no box (`main_part.BOX_RECORDS`).
SECTION_SHARE, SECTION_MIN = 0.5, 6


def chosen(found: Sequence[FoundList], *, vouched: bool = False) -> list[FoundList]:
    """The lists a run keeps: the best one and the rest of the same listing, in page order.

    Another list belongs to it when its entries are built alike, or where both are sections of one rank. So does a featured section,
    which stands above, has the same fields and leads to the same part of the site. What says again what the best list says is left out.

    Args:
        found: what `induce` returned.
        vouched: a person says that the page is a listing, so the best list needs not be plausible.

    Returns:
        Lists in page order; none when no list is plausible.
    """
    found = [one for one in found if not (_counted(one) or _of_front_pages(one))]
    if not found or not (vouched or _plausible(found)):
        return []
    best = found[0]
    kept: list[FoundList] = []
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)  # by address, the kept lists it stands in
    for other in found:
        addresses = [_address(row.url) for row in other.entries if row.url]
        if kept and (not _belongs(best, other) or _again(best, other, addresses, holders)):
            continue
        for address in dict.fromkeys(addresses):
            holders[address].append(len(kept))
        kept.append(other)
    return _told_apart(sorted(kept, key=lambda one: one.places))


def _counted(one: FoundList) -> bool:
    """Whether a list is a menu of how many entries each of its parts has: `December (16)`, `Harbour 3` that leads to `/tags/harbour`.

    A row with a date or a teaser is an entry, whatever its title ends in, and so are issues whose addresses end alike:
    `Newsletter 30` in `/2026/newsletter.pdf`.
    """
    rows = [row for row in one.entries if not (row.date or row.excerpt) and row.title[-1:] in _COUNT_ENDS]
    if len(rows) < COMMON_SHARE * len(one.entries):
        return False
    again = Counter(map(_last_part, rows))
    counted = sum(
        _COUNT.search(row.title) is not None or (again[_last_part(row)] == 1 and _named_by_its_part(row))
        for row in rows
    )
    return counted >= COMMON_SHARE * len(one.entries)


def _named_by_its_part(row: Entry) -> bool:
    """Whether a title is the last part of its address and a number: `harbour16`, `harbour (16 posts)`.

    The number of an issue stands in the address, too.
    """
    counted = _COUNTED.search(row.title)
    if counted is None:
        return False
    number, said = counted[1] or counted[2], row.title[: counted.start()].strip().casefold()
    if _last_part(row) != "-".join(said.split()) or not said:
        return False
    address = parts_of(row.url)
    told = _NUMBERS.findall(f"{address.path}?{address.query}")
    return number.lstrip("0") not in [one.lstrip("0") for one in told]


def _last_part(row: Entry) -> str:
    """The last part of an address, without the ending of a file."""
    return unquote(parts_of(row.url).path).rstrip("/").rpartition("/")[2].casefold().partition(".")[0]


_NUMBERS = re.compile(r"\d+")
_COUNTED = re.compile(r"(?:(?<!\d)(\d{1,6})|[(\[（](\d{1,6})[\s\xa0][^\W\d_]{1,15}[)\]）])$")


_COUNT_ENDS = frozenset("0123456789)]）")


def _of_front_pages(one: FoundList) -> bool:
    """Whether a list without dates leads to first pages: a menu of languages, a row of partners."""
    fronts = sum(bool(row.url) and not row.date and is_root(row.url) for row in one.entries)
    return fronts >= COMMON_SHARE * len(one.entries)


# a year says when a report was written
_COUNT = re.compile(r"\w[\s\xa0]*[(\[（](?!(?:19|20)\d\d\D)\d+[)\]）]$")


def _plausible(found: Sequence[FoundList]) -> bool:
    """Whether the best list is one of entries: its page is a listing, or it is long and strong by itself."""
    best = found[0]
    if best.confidence >= PLAUSIBLE_MIN:
        return True
    alike = sum(len(one.entries) for one in found if one.shape == best.shape)
    return (
        _titled(best)
        and alike >= LONG
        and best.strength >= STRONG
        and best.confidence >= STRONG_PLAUSIBLE_MIN
    )


def _titled(one: FoundList) -> bool:
    """Whether titles read like some, in the mean, and lead to one site: writers of comments do not, nor do references.

    A version is short, and the title of what was new in it.
    """
    wide = sum(map(_width, one.entries)) >= TITLE_MIN * len(one.entries)
    homes = Counter(row.url.split("/")[2] for row in one.entries if row.url.count("/") > 1)
    return wide and 2 * max(homes.values(), default=0) >= sum(homes.values())


def _width(row: Entry) -> float:
    return TITLE_MIN if (row.date or row.excerpt) and is_version(row.title) else width(row.title)


def _told_apart(lists: list[FoundList]) -> list[FoundList]:
    """The lists with names of their own: a second `news` is `news-2`."""
    times: Counter[str] = Counter()
    named = []
    for one in lists:
        times[one.name] += 1
        named.append(one if times[one.name] == 1 else replace(one, name=f"{one.name}-{times[one.name]}"))
    return named


def _belongs(best: FoundList, other: FoundList) -> bool:
    if other.beside and not best.beside:
        return False
    if -1 != other.panel != best.panel != -1 and _in_named_folders(best, other):
        return False
    if other.speaks < 0 < best.speaks:
        return False
    if best.speaks > 0 and other.speaks > 1 and "date" in _given(best) and "date" in _given(other):
        return True
    if best.below and not other.below and _events(best, other) != _events(other, best):
        return False  # days to come on a page of news
    if best.block == other.block != -1:
        return True
    if _of_one_rank(best, other):
        return True
    if other.shape == best.shape:  # a menu of plain links is built like a list of plain links
        return _one_part(best, other) or ("date" in _given(best) and not _of_a_frame(best, other))
    if other.confidence < FEATURED_SHARE * best.confidence or other.places > best.places:
        return False
    return (
        "date" in _given(best)
        and _given(best) - {"excerpt"} == _given(other) - {"excerpt"}
        and _one_part(best, other)
    )


def _of_one_rank(best: FoundList, other: FoundList) -> bool:
    """Whether two lists are sections below headings of one build, dated and about as long: acts and notices, open calls and results.

    A box of the latest posts or of days to come is short, or it stands below a heading and the list below the page's own.
    """
    parted = other.section[0] != best.section[0] and other.section[1] == best.section[1] != ""
    as_long = len(other.entries) >= max(SECTION_SHARE * len(best.entries), SECTION_MIN)
    return parted and as_long and other.speaks >= 0 and {"url", "date"} <= _given(best) & _given(other)


def _in_named_folders(best: FoundList, other: FoundList) -> bool:
    """Whether two lists lead to folders of different words: news and tenders under two tabs, not two years."""
    folders = {_folder(one) for one in (best, other)}
    return len(folders) > 1 and all(folder and not any(map(str.isdigit, folder)) for folder in folders)


def _events(one: FoundList, other: FoundList) -> bool:
    """Whether a list leads to days to come; of two built alike `agendas` beside `minutes` are papers of the same meetings."""
    folder = _folder(one)
    return names_events(folder) and not (_AGENDA.fullmatch(folder) and _given(one) == _given(other))


_AGENDA = re.compile(r"agendas?", re.IGNORECASE)


def _folder(one: FoundList) -> str:
    return part_of(one).partition("/")[2]


def _of_a_frame(best: FoundList, other: FoundList) -> bool:
    """Whether a list is built like the best by its tags alone, leads to another folder and stands in another block."""
    parts = part_of(best), part_of(other)
    elsewhere = all("/" in part for part in parts) and parts[0] != parts[1]
    return elsewhere and _NAMED.search(best.shape) is None and set(best.around).isdisjoint(other.around)


_NAMED = re.compile(r"^(?:segments )?[\w-]*\.[^\s]")


def _one_part(best: FoundList, other: FoundList) -> bool:
    """Whether both lead to one folder; where each entry has a folder of its own nothing tells."""
    part = part_of(best)
    return "/" in part and part == part_of(other)


def _given(one: FoundList) -> set[str]:
    return {*given(one.entries, COMMON_SHARE)}


def part_of(one: FoundList) -> str:
    """Host and first folder that most links of a list lead to; the host alone where each has a folder of its own."""
    parts = Counter("/".join(row.url.split("/")[2:4]) for row in one.entries if row.url.count("/") > 3)
    if not parts:
        return ""
    part, times = parts.most_common(1)[0]
    return part if times > 1 or len(parts) == 1 else part.split("/", 1)[0]


def _again(
    best: FoundList,
    other: FoundList,
    addresses: list[tuple[str, ...]],
    holders: Mapping[tuple[str, ...], Sequence[int]],
) -> bool:
    """Whether at least half of a list's entries stand in one of the kept lists, too.

    On a listing the posts of another tag, dated and built like those of the first, are kept for those that are new.
    """
    dated = "date" in _given(best) & _given(other)
    listing = best.confidence >= PLAUSIBLE_MIN and other.shape == best.shape and dated
    if listing and not holders.keys() >= {*addresses}:
        return False
    times = Counter(chain.from_iterable(holders.get(address, ()) for address in addresses))
    return 2 * max(times.values(), default=0) >= len(other.entries)


def _address(url: str) -> tuple[str, ...]:
    path, _, query = url.partition("#")[0].partition("?")
    return path.rstrip("/"), *sorted(query.split("&"))
