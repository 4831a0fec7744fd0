"""From the records of a list to entries: which line is the title, which the date, which the teaser.

The list decides: a slot (see `lines`) is a field because of what it holds over all records; a single record only
chooses among the slots its list has agreed on. Text is taken as the page shows it; nothing is mended here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from scraper.listing.counts import SCRIPTED, width
from scraper.listing.date_fronts import without_dates
from scraper.listing.dated import Spot
from scraper.listing.entry import Entry
from scraper.listing.entry_dates import from_addresses, own_dates
from scraper.listing.labels import label
from scraper.listing.lines import Piece, Record
from scraper.listing.notations import date_share
from scraper.listing.titles import ranked
from scraper.listing.tree import Tree, collapse

# A slot holds teasers when its texts are this wide (`counts.width`) in the mean; captions and categories are shorter.
TEASER_MEAN_MIN = 40.0
# A category or an author's name is at most this long.
NAME_MAX = 60
NAME_MIN = 2
# A line with the entry's date is small print (author, category) unless this much else stands in it.
SMALL_PRINT_MAX = 60
# A node is a date where this share of its text is.
ALONE_SHARE = 0.9
# A button that names the entry says at most this much besides.
BUTTON_MAX = 30
# A text shared by more than this share of the records is part of the page, not of the entry.
REPEATED_SHARE = 0.5
_CATEGORY = re.compile(
    r"categor|(?<![a-z])cat(?![a-z])|rubri|section-name|topics?(?![a-z-])|kicker|eyebrow|(?<![a-z])tags?(?![a-z])"
)
_AUTHOR = re.compile(r"author|byline|autor|auteur")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_ENDS = ".。।!?"
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
    dates = own_dates(tree, records, around, floor)
    shown = dates.shown
    repeated = _repeated(records)
    titles = [_title(record, slots, repeated) for record in records]
    links = _links(records, titles)
    told = from_addresses(dates, links)
    found = []
    for record, title, (name, teaser), (date, machine), href in zip(
        records, titles, _texts(tree, records, titles, shown, repeated), told, links, strict=True
    ):
        found.append(
            Entry(
                title=name,
                url=tree.link(href) if href else "",
                date=date,
                datetime=machine,
                excerpt=teaser,
                category=_named(record, _CATEGORY, title),
                author=_named(record, _AUTHOR, title),
            )
        )
    return found


def _texts(
    tree: Tree,
    records: list[Record],
    titles: list[Piece | None],
    shown: list[Spot | None],
    repeated: set[str],
) -> list[tuple[str, str]]:
    """Title and teaser of each record, without what the list says before them or beside them."""
    slots = _teaser_slots(records, titles, shown)
    buttons = repeated - _stock_teasers(records, repeated)
    named = [_title_text(tree, title, spot) for title, spot in zip(titles, shown, strict=True)]
    teasers = [
        _teaser(tree, record, title, spot, slots, buttons)
        for record, title, spot in zip(records, titles, shown, strict=True)
    ]
    return list(zip(without_dates(named, shown), without_dates(teasers, shown, prose=True), strict=True))


def _title(record: Record, slots: list[str], repeated: set[str]) -> Piece | None:
    pieces: dict[str, Piece] = {}
    for piece in (*record.lines, *record.parts):
        pieces.setdefault(piece.slot, piece)
    if slots and slots[0] not in pieces:  # the same place without its link, before any other place
        stem = _stem(slots[0])
        alike = next((piece for slot, piece in pieces.items() if _stem(slot) == stem), None)
        if alike is not None and _LETTER.search(alike.text) and date_share(alike.text) < ALONE_SHARE:
            return alike
    held = [slot for slot in slots if slot in pieces]
    own = (
        pieces[slot]
        for slot in held
        if slot == slots[0]
        or (label(pieces[slot].text) not in repeated and _LETTER.search(pieces[slot].text))
    )
    return next(own, pieces[held[0]] if held else None)  # a button only where nothing else is said


def _stem(slot: str) -> str:
    """A slot's place, whether or not a link, a bold part or a paragraph fills it."""
    return _INNERMOST.sub("", slot.split(":", 1)[1].split("#", 1)[0])


_INNERMOST = re.compile(r"(?:/(?:a|strong|b|em|span|p)(?:\.[^/]*)?)+$")


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
    return _without_marks(text) if title.kind == "text" else text


def _without_marks(text: str) -> str:
    """A part of a line without the marks that set it off from the parts beside it: ": Otters are back –"."""
    return _MARKS_AFTER.sub("", _MARKS_BEFORE.sub("", text)) or text


_MARKS_BEFORE = re.compile(r"^(?:[:;,|•·–—/→»-]+\s+)+")
_MARKS_AFTER = re.compile(r"(?:\s+[:;,|•·–—/→«-]+)+$")


def _same_node(title: Piece, spot: Spot, tree: Tree) -> bool:
    """Whether the date stands in one text node with other words of the title: then its author wrote it there."""
    return spot.first == spot.last and date_share(collapse(tree.pieces[spot.first])) < ALONE_SHARE


def _by_script(href: str) -> bool:
    return href.startswith(SCRIPTED)


def _links(records: list[Record], titles: list[Piece | None]) -> list[str]:
    everywhere = Counter(href for record in records for href in {href for _, href in record.hrefs})
    common = {
        href
        for href, times in everywhere.items()
        if len(records) > 2 and times > REPEATED_SHARE * len(records)
    }
    found = []
    for record, title in zip(records, titles, strict=True):
        if title is not None and title.href and title.href not in common and not _by_script(title.href):
            found.append(title.href)
            continue
        hrefs = [(node, href) for node, href in record.hrefs if not _by_script(href)]
        inside = [href for node, href in hrefs if title is not None and title.first <= node <= title.last]
        own = [href for _, href in hrefs if href not in common] or [href for _, href in hrefs]
        if inside:
            found.append(inside[0])
            continue
        times = Counter(own)
        rare = [href for href in times if everywhere[href] == 1] or list(times)
        found.append(max(rare, key=lambda href: times[href]) if rare else "")
    return found


def _repeated(records: list[Record]) -> set[str]:
    times = Counter(
        text for record in records for text in {label(piece.text) for piece in (*record.lines, *record.parts)}
    )
    return {text for text, count in times.items() if count > 1 and count >= 0.3 * len(records)}


def _stock_teasers(records: list[Record], repeated: set[str]) -> set[str]:
    """Repeated sentences that stand where other entries say something else: teasers of several entries, no buttons."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        for line in record.lines:
            places[_place(line)][line.text] += 1
    return {
        text
        for times in places.values()
        for text, count in times.items()
        if text in repeated
        and width(text) >= TEASER_MEAN_MIN
        and text[-1] in _SENTENCE_ENDS
        and count <= REPEATED_SHARE * len(records)
        and sum(times.values()) >= 2 * count
    }


def _teaser_slots(records: list[Record], titles: list[Piece | None], shown: list[Spot | None]) -> set[str]:
    lengths: dict[str, list[float]] = defaultdict(list)
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


def _rest_length(line: Piece, title: Piece | None, spot: Spot | None) -> float:
    """How much a line says beside its title and its date, 0 where that is brackets and dashes only."""
    length, rest = width(line.text), line.text
    if title is not None and title.kind != "label" and line.first <= title.last and title.first <= line.last:
        length -= width(title.text)
        rest = rest.replace(title.text, " ", 1)
    if spot and line.first <= spot.first <= line.last:
        length -= len(spot.text)
        rest = rest.replace(spot.text, " ", 1)
    return max(length, 0.0) if _LETTER.search(rest) else 0.0


def _teaser(
    tree: Tree, record: Record, title: Piece | None, spot: Spot | None, slots: set[str], repeated: set[str]
) -> str:
    buttons = [
        part
        for part in record.parts
        if part.kind == "link" and (label(part.text) in repeated or _calls_title(part, title))
    ]
    texts = []
    for line in record.lines:
        if _place(line) not in slots or label(line.text) in repeated or _all_links(record, line):
            continue
        if _calls_title(line, title):
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
        if dated and spot is not None and not titled and _small_print(line, spot):
            continue
        if dated and spot is not None and (titled or spot.last == line.last) and _alone(tree, spot):
            gaps.append((spot.first, spot.last))
        text = _without(tree, line, gaps, spot if titled else None)
        if text:
            texts.append(text)
    return " ".join(texts)


def _small_print(line: Piece, spot: Spot) -> bool:
    """Whether a line says little beside its date: a name, a place; a short sentence is a teaser all the same."""
    rest = line.text.replace(spot.text, "").strip(_EDGES)
    return width(rest) < SMALL_PRINT_MAX and not (
        width(rest) > TEASER_MEAN_MIN and rest[-1:] in _SENTENCE_ENDS
    )


def _alone(tree: Tree, spot: Spot) -> bool:
    """Whether a date fills its nodes."""
    said = collapse("".join(tree.pieces[spot.first : spot.last + 1])).strip(_EDGES)
    return date_share(said) > ALONE_SHARE


def _calls_title(part: Piece, title: Piece | None) -> bool:
    """Whether a link is a button that names the entry: "Read more: Otters are back"."""
    if title is None or not title.text or part.first == title.first or part.href != title.href:
        return False
    return title.text in part.text and len(part.text) <= len(title.text) + BUTTON_MAX


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
        and _bears(words, piece.path)
        and (title is None or piece.text != title.text)
    ]
    return min(found, key=len, default="")


@lru_cache(maxsize=4096)
def _bears(words: re.Pattern[str], path: str) -> bool:
    """Whether the innermost element of a path bears one of the names."""
    return words.search(path.rsplit("|", 1)[-1]) is not None
