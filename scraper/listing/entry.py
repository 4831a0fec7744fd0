"""What a listing page gives: raw entries, the list they stood in, and how the list was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AUTO = "auto"
"""A field's value in a list's selectors: the cell is found by structure inside the entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One raw entry, every cell as the page shows it; an empty string is a cell the page does not have.

    Attributes:
        title: text of the heading or link.
        url: absolute link, or "".
        date: the date as written.
        datetime: a machine-readable date (`<time datetime>`, microdata), or "".
        excerpt: teaser with its marker, without title, date and category.
        category: label the list gives, or "".
        author: name the list gives, or "".
    """

    title: str = ""
    url: str = ""
    date: str = ""
    datetime: str = ""
    excerpt: str = ""
    category: str = ""
    author: str = ""

    @property
    def dated(self) -> bool:
        """Whether the page gives it a date, shown or for machines."""
        return bool(self.date or self.datetime)


def given(rows: Sequence[Entry], share: float) -> list[str]:
    """Which of title, link, date as written and teaser so large a share of entries has."""
    names = ("title", "url", "date", "excerpt")
    return [name for name in names if sum(bool(getattr(row, name)) for row in rows) >= share * len(rows)]


@dataclass(frozen=True, slots=True)
class ListSelectors:
    """CSS selectors of one list; `entry` is looked up in the page, the others inside an entry; "" is unset.

    Attributes:
        name: the list's name in every record.
        entry: matches each entry's element.
        title: the title's element.
        link: the element whose `href` is the entry's link; unset: the title's own link, else the first link.
        date: the date's element; its `datetime` attribute is read too.
        excerpt: the teaser's element.
        category: the category's element.
        author: the author's element.
        until: an entry is a run of elements that begins at `entry`: it goes on to the next entry ("next"), or to the
            first element this matches.
        between: `entry` is the element around the list, and an entry is what stands between the elements this matches.
    """

    name: str
    entry: str
    title: str = ""
    link: str = ""
    date: str = ""
    excerpt: str = ""
    category: str = ""
    author: str = ""
    until: str = ""
    between: str = ""


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list of a page: its entries in page order and how sure the finding is.

    Attributes:
        name: a short stable name made from the container's id, class or heading; the same on the list's next pages.
        entries: raw entries, in page order.
        confidence: probability that these are the entries of a list, 0 to 1; 1.0 where a site file named it.
        reason: why, in words a person can check.
        selectors: frozen selectors that find the same entries on the site's other pages; None if none are short enough.
        shape: how an entry of the list is built; lists of one shape are parts of one listing (a featured section).
        strength: how far the list alone, whatever its page is, looks like one of entries; of no scale but its own.
        places: number of each entry's first node in the parsed page (`tree`), for putting lists in page order and
            for freezing selectors.
        around: the elements around the first entry, nearest first: lists of one block share one.
        beside: whether it stands in another column than what the page's own heading opens, or far behind the best list there.
        below: whether most of its entries lie below the page's own address.
        speaks: 2 where its heading names the kind of list that its page is called by, 1 where it stands below the page's own heading,
            -1 where its heading names another kind, else 0.
        panel: number of the panel of tabs that it stands in, -1 outside: one of them is seen at a time.
        block: number of the element around lists that are one but for the folders that they lead to or the headings among them, else -1.
        section: the heading below the page's own that it stands below, and the way to it: lists below two of one way are its sections.
        lacks: fields that only structure finds and that entries below where it reads a large page have not.
    """

    name: str
    entries: tuple[Entry, ...]
    confidence: float = 1.0
    reason: str = ""
    selectors: ListSelectors | None = None
    shape: str = ""
    strength: float = 0.0
    places: tuple[int, ...] = ()
    around: tuple[int, ...] = ()
    beside: bool = False
    below: bool = False
    speaks: int = 0
    panel: int = -1
    block: int = -1
    section: tuple[int, str] = (-1, "")
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What the entry's own page says; empty strings where it says nothing.

    Attributes:
        title: the page's own heading.
        text: main text, paragraphs joined by a line feed.
        summary: description of JSON-LD, OpenGraph or meta, the longest.
        beside: the article's body in JSON-LD, and prose that the page shows outside the text; lines that prove a teaser's
            end where they have it, and are no text of the entry.
        date: machine-readable date where there is one, else the date as written.
        language: what the page declares.
        names: where head and headings agree on the title, all that the page calls itself and its parts, one a line; "" where they
            do not, or say that something is not to be had.
    """

    title: str = ""
    text: str = ""
    summary: str = ""
    beside: str = ""
    date: str = ""
    language: str = ""
    names: str = ""
