"""From the records of a list to entries: which line is the title, which the date, which the teaser.

The list decides: a slot (see `lines`) is a field because of what it holds over all records; a single record only
chooses among the slots its list has agreed on. Text is taken as the page shows it; nothing is mended here.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.date_fronts import MOST, without_dates, without_ends, without_hours
from scraper.listing.dates.dated import Spot
from scraper.listing.entry import Entry
from scraper.listing.fields.badges import without_badges
from scraper.listing.fields.days_in_titles import says_alone, stock_beside, without_ages, without_edges
from scraper.listing.fields.entry_dates import from_addresses, own_dates
from scraper.listing.fields.entry_links import links_below, own_places, told_below
from scraper.listing.fields.file_ends import without_file
from scraper.listing.fields.month_dates import month_dates
from scraper.listing.fields.own_links import own_links, own_pages
from scraper.listing.fields.sentence_titles import sentence_titles
from scraper.listing.fields.stock_ends import without_buttons
from scraper.listing.fields.teasers import teasers, without_titles
from scraper.listing.fields.title_columns import headed_first
from scraper.listing.fields.titles import ranked
from scraper.listing.fields.whole_titles import whole_titles
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import TITLE_MIN, width
from scraper.listing.records.label_fronts import label_end, label_kinds
from scraper.listing.records.labels import is_more, label
from scraper.listing.records.lines import Piece, Record
from scraper.listing.records.versions import is_version

# A category or an author's name is at most this long.
NAME_MAX = 60
# And longer than this: one or two letters are a sign or a language.
NAME_MIN = 2
_CATEGORY = re.compile(
    r"categor|cat(?<![a-z]cat)(?![a-z])|rubri|section-name|topics?(?![a-z-])|kicker|eyebrow|tag(?<![a-z]tag)s?(?![a-z])"
)
_AUTHOR = re.compile(r"author|byline|autor|auteur")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w")


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
    slots = headed_first(tree, records, ranked(records))
    dates, repeated = own_dates(tree, records, around, floor), _repeated(records)
    shown = dates.shown
    titles = without_buttons(records, [_title(record, slots, repeated) for record in records])
    whole = sentence_titles(records, titles, shown)
    titles = without_ages(tree, without_badges(tree, whole))
    links = own_pages(tree, records, titles) or own_links(tree, records, titles)
    links = told_below(tree, records, titles, links) or own_places(tree, records, titles, links) or links
    links = links_below(tree, records, titles, links)
    told = from_addresses(tree, records, dates, links)
    if not any(written or given for written, given in told):
        shown = month_dates(records, titles)
        told = [(spot.text if spot else "", "") for spot in shown]
    kinds = label_kinds(tree, titles, repeated)
    stock = stock_beside(tree, titles, shown)
    named = [
        without_file(_BULLETS.sub("", _title_text(tree, title, spot, repeated, kinds, stock)))
        for title, spot in zip(titles, shown, strict=True)
    ]
    said = without_dates(teasers(tree, records, whole, shown, repeated, titles), shown, prose=True)
    said = without_ends(said, shown)
    names = whole_titles(records, titles, without_dates(named, shown))
    if sum(bool(written or given) for written, given in told) >= MOST * len(told):
        names = without_hours(names, [written or given[:10] for written, given in told])
    names = [name if _WORD.search(name) else "" for name in names]  # the point of a day that was taken out
    said = without_titles(said, names)
    told = _without_versions(names, told)
    found = []
    for record, title, name, teaser, (date, machine), href in zip(
        records, titles, names, said, told, links, strict=True
    ):
        category, author = _named(record, title)
        found.append(
            Entry(
                title=name,
                url=tree.link(href) if href else "",
                date=" ".join(date.split()),
                datetime=machine,
                excerpt=teaser,
                category=category,
                author=author,
            )
        )
    return found


def _without_versions(names: list[str], told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The dates without those that are a title and no more, where most titles are versions with a day beside them: `1.4.55` is not out."""
    alone = [
        bool(written) and written == name and is_version(name)
        for name, (written, _) in zip(names, told, strict=True)
    ]
    if not any(alone) or 2 * sum(alone) > len(alone) or 2 * sum(map(is_version, names)) <= len(names):
        return told
    return [
        ("", machine) if one else (written, machine)
        for one, (written, machine) in zip(alone, told, strict=True)
    ]


def _title(record: Record, slots: list[str], repeated: set[str]) -> Piece | None:
    pieces: dict[str, Piece] = {}
    for piece in (*record.lines, *record.parts):
        pieces.setdefault(piece.slot, piece)
    if slots and slots[0] not in pieces:  # the same place without its link, before any other place
        stem = _stem(slots[0])
        alike = next((piece for slot, piece in pieces.items() if _stem(slot) == stem), None)
        if alike is not None and _LETTER.search(alike.text) and not is_date(alike.text):
            return alike
        if _IN_HEADING.search(slots[0]) and (lead := _lead(record, repeated)):
            return lead
    held = [slot for slot in slots if slot in pieces]
    own = (
        pieces[slot]
        for slot in held
        if (slot == slots[0] and not is_more(pieces[slot].text))
        or (label(pieces[slot].text) not in repeated and _LETTER.search(pieces[slot].text))
    )
    return next(own, pieces[held[0]] if held else None)  # a button only where nothing else is said


_IN_HEADING = re.compile(r"/h[1-6](?![\w-])")


def _lead(record: Record, repeated: set[str]) -> Piece | None:
    """The title of a record that has none where the list has them, in headings: a lead's, of another rank or in another box.

    A heading that is a link comes first, then one alone, but for a label (`Video`) over a line that is a link and twice as long.
    """
    lines = [
        line
        for line in record.lines
        if _LETTER.search(line.text)
        and label(line.text) not in repeated
        and not is_date(line.text)
        and not is_more(line.text)
    ]
    heads = [line for line in lines if line.heading and not line.text.endswith(":")]
    linked = [line for line in heads if line.href]
    if linked:
        return min(linked, key=_rank)
    lead = heads[0] if len(heads) == 1 else None
    least = max(TITLE_MIN, LABEL_SHARE * width(lead.text) if lead is not None else 0.0)
    return next(
        (
            line
            for line in lines
            if line.href
            and width(line.text) >= least
            and (lead is None or line.first > lead.last)  # a category stands before its heading
            and "://" not in line.text
        ),
        lead,
    )


def _rank(line: Piece) -> int:
    """The rank of the innermost heading a line stands in: 2 for `h2`."""
    found = _IN_HEADING.findall(line.slot)
    return int(found[-1][-1]) if found else LOWEST_RANK


LOWEST_RANK = 6
LABEL_SHARE = 2.0  # of the length of a label over a title the title's; `View the latest newsletter` is shorter than that below a heading


def _stem(slot: str) -> str:
    """A slot's place, whether or not a link, a bold part or a paragraph fills it."""
    path, _, place = slot.split(":", 1)[1].split("#", 1)[0].partition("@")
    end = len(path)
    while (at := path.rfind("/", 0, end)) >= 0 and path[at + 1 : end].partition(".")[0] in _INNERMOST:
        end = at
    return f"{path[:end]}@{place}"


_INNERMOST = frozenset("a strong b em span p".split())


def _title_text(
    tree: Tree,
    title: Piece | None,
    spot: Spot | None,
    repeated: set[str],
    kinds: frozenset[str],
    stock: str | None,
) -> str:
    if title is None:
        return ""
    text = title.text
    if title.kind != "label" and (behind := label_end(tree, title, repeated, kinds)) > title.first:
        text = _MARKS_BEFORE.sub("", tree.text(behind, title.last + 1)) or text
        if not title.href and is_date(text):
            return ""  # a byline and its day
    if (
        spot
        and title.first <= spot.first
        and spot.last <= title.last
        and title.kind != "label"
        and text != spot.text
    ):
        apart = says_alone(title, spot, tree, stock)
        at = text.find(apart)
        if apart and at >= 0:
            head, tail = without_edges(text[:at]), without_edges(text[at + len(apart) :])
            if not tail or not head:  # a date at an edge of the line; one inside a sentence belongs to it
                return (head or tail) or text
    return _without_marks(text) if title.kind == "text" else text


def _without_marks(text: str) -> str:
    """A part of a line without the marks that set it off from the parts beside it: ": Otters are back –"."""
    bare = _MARKS_BEFORE.sub("", text)
    after = _MARKS_AFTER.search(bare, max(0, len(bare) - MARKS_MAX))
    return (bare[: after.start()] if after else bare) or text


_BULLETS = re.compile(r"^(?:[·▪•◆■●◦‣▸▶►▷]\s*)+(?=\S)")  # typed where markup has none
_MARKS_BEFORE = re.compile(r"^(?:[)\]]+\s+)?(?:[:;,|•·–—/→»：-]+\s+)*")
MARKS_MAX = 100
"""Characters of marks and spaces that are taken off an end."""
_MARKS_AFTER = re.compile(r"(?:\s+[:;,|•·–—/→«-]+|[,;])+$")


def _repeated(records: list[Record]) -> set[str]:
    times = Counter(
        text for record in records for text in {label(piece.text) for piece in (*record.lines, *record.parts)}
    )
    return {text for text, count in times.items() if count > 1 and count >= 0.3 * len(records)}


def _named(record: Record, title: Piece | None) -> tuple[str, str]:
    """Category and author: the texts of the innermost elements whose own class or microdata names them; "by" alone is no name."""
    categories: list[str] = []
    authors: list[str] = []
    for piece in (*record.parts, *record.lines):
        category, author = _bears(piece.path)
        if not (category or author) or not NAME_MIN < len(piece.text) <= NAME_MAX:
            continue
        if title is None or piece.text != title.text:
            categories += [piece.text] * category
            authors += [piece.text] * author
    return min(categories, key=len, default=""), min(authors, key=len, default="")


@lru_cache(maxsize=4096)
def _bears(path: str) -> tuple[bool, bool]:
    """Whether the innermost element of a path bears a name of a category, and one of an author."""
    own = path.rsplit("|", 1)[-1]
    return _CATEGORY.search(own) is not None, _AUTHOR.search(own) is not None
