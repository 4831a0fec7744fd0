"""From the records of a list to entries: which line is the title, which the date, which the teaser.

The list decides: a slot (see `lines`) is a field because of what it holds over all records; a single record only
chooses among the slots its list has agreed on. Text is taken as the page shows it; nothing is mended here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict

from scraper.listing.dated import FULL, Spot, clock_alone, date_share, day_in_address, relative, year_alone
from scraper.listing.entry import Entry
from scraper.listing.lines import Piece, Record, path_of
from scraper.listing.titles import ranked
from scraper.listing.tree import HEADINGS, Tree, collapse

# A slot holds teasers when its texts are this long in the mean; captions and categories are shorter.
TEASER_MEAN_MIN = 40.0
# A date inside a sentence is the entry's own only where this share of the records has one in the same place.
OWN_DATE_SHARE = 0.5
# A category or an author's name is at most this long.
NAME_MAX = 60
NAME_MIN = 2
# Days in addresses are the entries' own where this share of the links has one.
ADDRESSED_SHARE = 0.8
# A line with the entry's date is small print (author, category) unless this much else stands in it.
SMALL_PRINT_MAX = 60
# A text shared by more than this share of the records is part of the page, not of the entry.
REPEATED_SHARE = 0.5
_PUBLISHED = re.compile(r"publi|created|posted|issued")
_CHANGED = re.compile(r"updat|modif|expir|deadline|revis")
_CATEGORY = re.compile(
    r"categor|(?<![a-z])cat(?![a-z])|rubri|section-name|topic|kicker|eyebrow|(?<![a-z])tags?(?![a-z])"
)
_AUTHOR = re.compile(r"author|byline|autor|auteur")
_EDGES = " \t|•·–—-:,;/()[]«»›→"


def entries(tree: Tree, records: list[Record], around: list[Spot], floor: int) -> list[Entry]:
    """Name the fields of each record.

    Args:
        tree: the page.
        records: the list's records, in page order.
        around: the page's dates outside the records; a date heading holds for the records below it.
        floor: the element around the records.

    Returns:
        One entry a record, in the same order.
    """
    slots = ranked(records)
    shown = _shown_dates(tree, records)
    given = _machine_dates(tree, records)
    if not any(shown) and not any(given):
        shown = _headings_above(tree, records, around, floor)
    shown = [  # an hour beside a machine-readable date is no date of its own
        None if spot and machine and clock_alone(spot.text) else spot
        for spot, machine in zip(shown, given, strict=True)
    ]
    years = _years_above(tree, records, shown, floor)
    titles = [_title(record, slots) for record in records]
    links = _links(records, titles)
    given = _days_in_addresses(links, shown, given)
    teaser_slots = _teaser_slots(records, titles, shown)
    repeated = _repeated(records)
    found = []
    for record, title, spot, machine, href, year in zip(
        records, titles, shown, given, links, years, strict=True
    ):
        url = tree.link(href) if href else ""
        found.append(
            Entry(
                title=_title_text(tree, title, spot),
                url=url,
                date=f"{spot.text} {year}".strip() if spot else "",
                datetime=machine,
                excerpt=_teaser(tree, record, title, spot, teaser_slots, repeated),
                category=_named(record, _CATEGORY, title),
                author=_named(record, _AUTHOR, title),
            )
        )
    return found


def _days_in_addresses(links: list[str], shown: list[Spot | None], given: list[str]) -> list[str]:
    """Machine-readable dates, from the links where most records show none and most links carry one."""
    days = [day_in_address(href) for href in links]
    silent = sum(spot is None and not machine for spot, machine in zip(shown, given, strict=True))
    if silent <= (1 - OWN_DATE_SHARE) * len(links) or sum(map(bool, days)) < ADDRESSED_SHARE * len(links):
        return given
    return [
        machine or ("" if spot is not None else day)
        for day, spot, machine in zip(days, shown, given, strict=True)
    ]


def _title(record: Record, slots: list[str]) -> Piece | None:
    pieces: dict[str, Piece] = {}
    for piece in (*record.lines, *record.parts):
        pieces.setdefault(piece.slot, piece)
    if slots and slots[0] not in pieces:  # the same place without its link, before any other place
        stem = _stem(slots[0])
        alike = next((piece for slot, piece in pieces.items() if _stem(slot) == stem), None)
        if alike is not None:
            return alike
    return next((pieces[slot] for slot in slots if slot in pieces), None)


def _stem(slot: str) -> str:
    """A slot's place, whether or not a link or a bold part fills it."""
    return _INNERMOST.sub("", slot.split(":", 1)[1].split("#", 1)[0])


_INNERMOST = re.compile(r"(?:/(?:a|strong|b|em|span)(?:\.[^/]*)?)+$")


def _title_text(tree: Tree, title: Piece | None, spot: Spot | None) -> str:
    if title is None:
        return ""
    text = title.text
    if (
        spot
        and title.first <= spot.first
        and spot.last <= title.last
        and title.kind != "label"
        and text != spot.text
    ):
        flat = " ".join(text.split(" "))
        at = flat.find(spot.text)
        if at >= 0 and not _same_node(title, spot, tree):
            head, tail = flat[:at].strip(_EDGES), flat[at + len(spot.text) :].strip(_EDGES)
            if not tail or not head:  # a date at an edge of the line; one inside a sentence belongs to it
                return (head or tail) or text
    return text


def _same_node(title: Piece, spot: Spot, tree: Tree) -> bool:
    """Whether the date stands in one text node with other words of the title: then its author wrote it there."""
    return spot.first == spot.last and date_share(collapse(tree.pieces[spot.first])) < 0.9


def _links(records: list[Record], titles: list[Piece | None]) -> list[str]:
    everywhere = Counter(href for record in records for href in {href for _, href in record.hrefs})
    common = {
        href
        for href, times in everywhere.items()
        if len(records) > 2 and times > REPEATED_SHARE * len(records)
    }
    found = []
    for record, title in zip(records, titles, strict=True):
        if title is not None and title.href and title.href not in common:
            found.append(title.href)
            continue
        inside = [
            href for node, href in record.hrefs if title is not None and title.first <= node <= title.last
        ]
        own = [href for _, href in record.hrefs if href not in common] or [href for _, href in record.hrefs]
        if inside:
            found.append(inside[0])
            continue
        times = Counter(own)
        rare = [href for href in times if everywhere[href] == 1] or list(times)
        found.append(max(rare, key=lambda href: times[href]) if rare else "")
    return found


def _shown_dates(tree: Tree, records: list[Record]) -> list[Spot | None]:
    slots: dict[str, list[int]] = defaultdict(list)
    names: list[list[tuple[str, Spot]]] = []
    quality: dict[str, float] = defaultdict(float)
    alone: dict[str, float] = defaultdict(float)
    for number, record in enumerate(records):
        paths: dict[int, tuple[str, str]] = {}
        row = []
        for spot in record.spots:
            slot, words = path_of(tree, tree.parents[spot.first], tree.parents[record.start], paths)
            row.append((slot, spot))
            if number not in slots[slot][-1:]:
                slots[slot].append(number)
                share = min(len(spot.text) / max(len(tree.text(spot.first, spot.last + 1)), 1), 1.0)
                alone[slot] += share
                quality[slot] += 0.5 * (spot.strength == FULL) + 0.5 * share
                quality[slot] += 0.3 * bool(_PUBLISHED.search(words)) - 0.6 * bool(_CHANGED.search(words))
        names.append(row)
    told = {
        slot
        for slot, have in slots.items()
        if len(have) >= OWN_DATE_SHARE * len(records) or alone[slot] >= 0.5 * len(have)
    }
    worth = {slot: len(have) + quality[slot] for slot, have in slots.items() if slot in told}
    order = sorted(worth, key=lambda slot: -worth[slot])
    rank = {slot: at for at, slot in enumerate(order)}
    usable = [[pair for pair in row if pair[0] in rank] for row in names]
    return [min(row, key=lambda pair: rank[pair[0]])[1] if row else None for row in usable]


def _machine_dates(tree: Tree, records: list[Record]) -> list[str]:
    found = []
    for record in records:
        best, value = -1.0, ""
        for node, text in record.machine:
            given = tree.attrs[node]
            words = f"{given.get('class') or ''} {given.get('itemprop') or ''}".lower()
            score = 1.0 + bool(_PUBLISHED.search(words)) - 0.5 * bool(_CHANGED.search(words))
            if score > best:
                best, value = score, text
        found.append(value)
    return found


def _headings_above(tree: Tree, records: list[Record], around: list[Spot], floor: int) -> list[Spot | None]:
    """A date that stands alone above records holds for all of them down to the next such date."""
    alone = [
        spot
        for spot in around
        if floor < spot.first
        and spot.last < tree.ends[floor]
        and len(spot.text) >= 0.5 * len(tree.text(_box(tree, spot.first)))
    ]
    if len({spot.text for spot in alone}) < 2:  # one date may be anything's, unless a heading says it
        alone = [spot for spot in alone if tree.inside(spot.first, HEADINGS)]
    found: list[Spot | None] = []
    lasts = [spot.last for spot in alone]
    for record in records:
        above = bisect_left(lasts, record.start)
        found.append(alone[above - 1] if above else None)
    return found


def _years_above(tree: Tree, records: list[Record], shown: list[Spot | None], floor: int) -> list[str]:
    """The year heading above each record whose date has none: `2026` over `12 March`; "" elsewhere."""
    bare = [spot is not None and spot.strength < FULL and not relative(spot.text) for spot in shown]
    if 2 * sum(bare) < len(records):
        return [""] * len(records)
    heads = []
    for node in range(max(floor, 0), records[-1].start):
        year = "" if tree.tags[node] or tree.unseen[node] else year_alone(tree.pieces[node].strip())
        if year and year_alone(tree.text(_box(tree, node))):
            heads.append((node, year))
    nodes = [node for node, _ in heads]
    found = []
    for record, needs in zip(records, bare, strict=True):
        above = bisect_left(nodes, record.start)
        found.append(heads[above - 1][1] if needs and above else "")
    return found


def _box(tree: Tree, node: int) -> int:
    return max(tree.parents[node], 0)


def _repeated(records: list[Record]) -> set[str]:
    times = Counter(text for record in records for text in {line.text for line in record.lines})
    times.update(text for record in records for text in {part.text for part in record.parts})
    return {text for text, count in times.items() if count > 1 and count >= 0.3 * len(records)}


def _teaser_slots(records: list[Record], titles: list[Piece | None], shown: list[Spot | None]) -> set[str]:
    lengths: dict[str, list[int]] = defaultdict(list)
    for record, title, spot in zip(records, titles, shown, strict=True):
        for line in record.lines:
            rest = _rest_length(line, title, spot)
            if rest and not _all_links(record, line):
                lengths[_place(line)].append(rest)
    return {slot for slot, found in lengths.items() if sum(found) / len(found) >= TEASER_MEAN_MIN}


def _all_links(record: Record, line: Piece) -> bool:
    """Whether a line is a row of links: tags, shares, formats."""
    links = [
        part
        for part in record.parts
        if part.kind == "link" and line.first <= part.last and part.first <= line.last
    ]
    return len(links) > 1 and 2 * sum(len(link.text) for link in links) >= len(line.text)


def _place(line: Piece) -> str:
    """The slot of the block a line stands in, whichever of its lines it is."""
    return line.slot.split("#", 1)[0]


def _rest_length(line: Piece, title: Piece | None, spot: Spot | None) -> int:
    length = len(line.text)
    if title is not None and title.kind != "label" and line.first <= title.last and title.first <= line.last:
        length -= len(title.text)
    if spot and line.first <= spot.first <= line.last:
        length -= len(spot.text)
    return max(length, 0)


def _teaser(
    tree: Tree, record: Record, title: Piece | None, spot: Spot | None, slots: set[str], repeated: set[str]
) -> str:
    buttons = [part for part in record.parts if part.kind == "link" and part.text in repeated]
    texts = []
    for line in record.lines:
        if _place(line) not in slots or line.text in repeated or _all_links(record, line):
            continue
        gaps = [(part.first, part.last) for part in buttons]
        titled = (
            title is not None
            and title.kind != "label"
            and line.first <= title.last
            and title.first <= line.last
        )
        if titled and title is not None:
            gaps.append((title.first, title.last))
        dated = spot is not None and line.first <= spot.first and spot.last <= line.last
        if dated and spot is not None and len(line.text) - len(spot.text) < SMALL_PRINT_MAX:
            continue
        text = _without(tree, line, gaps, spot if titled else None)
        if text:
            texts.append(text)
    return " ".join(texts)


def _without(tree: Tree, line: Piece, gaps: list[tuple[int, int]], spot: Spot | None) -> str:
    touched = any(first <= line.last and line.first <= last for first, last in gaps)
    if not touched:
        text = line.text
    else:
        kept = [
            tree.pieces[node] if not any(first <= node <= last for first, last in gaps) else " "
            for node in range(line.first, line.last + 1)
        ]
        text = collapse("".join(kept)).lstrip(_EDGES)
    if spot is not None and text.startswith(spot.text):
        text = text[len(spot.text) :].lstrip(_EDGES)
    return text


def _named(record: Record, words: re.Pattern[str], title: Piece | None) -> str:
    """The text of the innermost element whose own class or microdata names the field; "by" alone is no name."""
    found = [
        piece.text
        for piece in (*record.parts, *record.lines)
        if NAME_MIN < len(piece.text) <= NAME_MAX
        and words.search(piece.path.rsplit("|", 1)[-1])
        and (title is None or piece.text != title.text)
    ]
    return min(found, key=len, default="")
