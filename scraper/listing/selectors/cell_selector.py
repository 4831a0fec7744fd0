"""The selector of one cell: the shortest that says what was found in nearly every entry.

Candidates are the elements of a few entries that say the found value, named before bare. A cell that no selector gives is
left to structure (`auto`), never to one that gives something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from selectolax.lexbor import LexborNode

from scraper.listing.entry import AUTO, Entry, ListSelectors
from scraper.listing.markup.tree import HEADINGS
from scraper.listing.select import entry_of, shown_text
from scraper.listing.selectors import stable

# A field selector must give the found value in this share of the entries that have one; structure, the alternative, gives
# it in all of them. 0.9 loses a cell in ten entries, 1.0 leaves every third field to structure for one odd entry.
FIELD_MIN = 0.97
# A field that fewer of the entries have is no field of the list.
FILLED_MIN = 0.5
# Entries whose elements are looked at for candidates.
LOOKED_AT = 5
# A date's own element says little else; an author and a category fit.
DATE_LINE_MAX = 120
PARAGRAPH_MIN, CELL_MIN = 40, 12  # characters of a teaser's first paragraph, or of its first cell in a table
# Ranks that a selector loses: one that names other elements of the entry as well comes after those of the place of one;
# a line that says more than the date after the date's own element by name; a block with the title or the teaser last.
SHARED, LINE, BLOCK = 4.5, 1.5, 10.0
# The only link of an entry stays so where the site's next table has a column more: it goes before a cell's number.
ONLY_LINK = 3.5
# A tag alone: shorter than the way to it, and no less sure where the field's element is the only one of its tag.
BARE = 4.9
# A name that says how an element looks: `small.text-muted`, `p.lead a`.
LOOK = 4.3
# An element without a name among named ones of its tag, `p:not(.date, .more)`: before the one behind another, since a
# picture may stand between; more names than this are no selector a person reads.
UNNAMED, OTHERS_MAX = 4.5, 3
_CELL = {"title": "title", "date": "date", "excerpt": "excerpt", "category": "category", "author": "author"}


def cell_selector(boxes: Sequence[LexborNode], rows: Sequence[Entry], kind: str, hint: str = "") -> str:
    """Return the selector of a field, `auto` where entries have it and no selector gives it, "" where they lack it.

    Args:
        boxes: the entries' elements.
        rows: what structure read from them.
        kind: title, date, excerpt, category or author.
        hint: pattern of the class tokens by which the page's system names the field.
    """
    name = _CELL[kind]
    pairs = list(zip(boxes, rows, strict=True))
    given = [(box, row) for box, row in pairs if getattr(row, name) or (kind == "date" and row.datetime)]
    named = kind in ("category", "author")
    if not given or (named and len(given) < FILLED_MIN * len(boxes)):
        return ""
    names = _Names(boxes)
    asked = pairs if kind == "date" else given  # a line without a date is no date
    best: tuple[int, str, list[tuple[LexborNode, Entry]]] = (0, "", [])
    for selector in _ordered(_some(given), kind, hint, names):
        missed = [(box, row) for box, row in asked if not _says(box, selector, row, kind)]
        if len(asked) - len(missed) >= FIELD_MIN * len(asked):
            return selector
        best = max(best, (len(asked) - len(missed), selector, missed), key=lambda one: one[0])
    _, selector, missed = best
    for joined in _or_else(selector, [pair for pair in missed if pair in given], kind, hint, names):
        if sum(_says(box, joined, row, kind) for box, row in asked) >= FIELD_MIN * len(asked):
            return joined
    return "" if named else AUTO


class _Names:
    """The class tokens that elements of a tag bear in any entry, looked up once a tag."""

    def __init__(self, boxes: Sequence[LexborNode]) -> None:
        self.boxes = boxes
        self._of: dict[str, list[str]] = {}

    def of(self, tag: str) -> list[str]:
        if tag not in self._of:
            inside = (node for box in self.boxes for node in box.css(tag) if node.mem_id != box.mem_id)
            named = (_named(node)[:1] for node in inside)
            self._of[tag] = [name.removeprefix(tag) for name in dict.fromkeys(chain(*named))]
        return self._of[tag]


def _ordered(given: list[tuple[LexborNode, Entry]], kind: str, hint: str, names: _Names) -> list[str]:
    """The candidates of a few entries, the most telling first: one that names other elements too tells little."""
    tried: dict[str, float] = {}
    for box, row in given:
        for selector, rank in _holders(box, row, kind, hint, names):
            tried[selector] = min(rank, tried.get(selector, rank))
    told = {
        selector: rank + SHARED * any(_names_others(box, selector, row, kind) for box, row in given)
        for selector, rank in tried.items()
    }
    return sorted(told, key=lambda selector: told[selector])


def _names_others(box: LexborNode, selector: str, row: Entry, kind: str) -> bool:
    """Whether a selector names an element of the entry that says something else: `.field` of every field."""
    value = getattr(row, _CELL[kind])
    for node in box.css(selector):
        if node.mem_id == box.mem_id or _holds(node, row, kind):
            continue
        text = shown_text(node)
        if not text or text not in value:
            return True
    return False


def _some(given: list[tuple[LexborNode, Entry]]) -> list[tuple[LexborNode, Entry]]:
    """The first entries, one from the middle and the last: the first may be promoted, the last odd."""
    places = dict.fromkeys((0, 1, 2, len(given) // 2, len(given) - 1))
    return [given[place] for place in places if place < len(given)][:LOOKED_AT]


def _or_else(
    best: str, missed: list[tuple[LexborNode, Entry]], kind: str, hint: str, names: _Names
) -> Iterator[str]:
    """A selector with another for the entries that lack its element: `h2, h3` where the first is larger, `time, span.date`."""
    if kind != "excerpt" and _stands_alone(best):  # of a teaser both may be parts
        others = filter(_stands_alone, _ordered(_some(missed), kind, hint, names))
        yield from (f"{best}, {other}" for other in others if other != best)


def _stands_alone(selector: str) -> bool:
    """Whether a selector says what its element is, wherever that stands: `span.date`, `h3`."""
    return (
        " " not in selector
        and ("." in selector or "[" in selector or selector == "time" or selector in HEADINGS)
        and ":" not in selector
    )


def _named(node: LexborNode) -> list[str]:
    return [f"{stable.tag(node)}{name}" for name in stable.names(node) if not name.startswith("#")]


def _says(box: LexborNode, selector: str, row: Entry, kind: str) -> bool:
    read = entry_of(box, ListSelectors("", "", **{kind: selector}), "")
    if kind == "date":
        if row.datetime and read.datetime != row.datetime:
            return False
        return read.date == row.date or (not row.date and bool(row.datetime))
    return bool(getattr(read, _CELL[kind]) == getattr(row, _CELL[kind]))


def _holders(box: LexborNode, row: Entry, kind: str, hint: str, names: _Names) -> list[tuple[str, float]]:
    """Selectors of the elements that say the value, and their rank: hinted, named, within a named one, bare."""
    found = []
    for node in box.css("*"):
        if node.mem_id != box.mem_id and stable.tag(node) != "*" and _holds(node, row, kind):
            found.append(node)
    ranked: list[tuple[str, float]] = []
    least = shown_text(found[-1], apart=True) if found and kind == "date" else ""
    for node in reversed(found):  # the innermost first
        more = _more(node, row, least) if kind == "date" else 0.0
        ranked += [(one, rank + more) for one, rank in _forms(box, node, kind, hint, names)]
    return ranked


def _more(node: LexborNode, row: Entry, least: str) -> float:
    """What an element's selectors lose for what it says beside the date, `least` being what the innermost says."""
    text = shown_text(node, apart=True)
    if text == least:
        return 0.0
    plain = shown_text(node)
    return BLOCK if any(said and said in plain for said in (row.title, row.excerpt)) else LINE


def _loose(node: LexborNode) -> list[str]:
    """An element by how it looks or stands."""
    told = (*stable.tokens(node, stable.LOOK), *stable.tokens(node, stable.STATE))
    return [f"{stable.tag(node)}.{token}" for token in told]


def _forms(box: LexborNode, node: LexborNode, kind: str, hint: str, names: _Names) -> list[tuple[str, float]]:
    tag, own = stable.tag(node), _named(node)
    ranked: list[tuple[str, float]] = [
        (one, 0 if hint and re.fullmatch(hint, one.rpartition(".")[2].lower()) else 2) for one in own
    ]
    ranked += [(one, LOOK) for one in _loose(node)]
    plain = tag == "time" or (kind == "title" and tag in HEADINGS)
    alone = kind == "title" and tag == "a" and len(box.css("a")) == 1
    ranked.append((tag, 1 if plain else ONLY_LINK if alone else BARE))
    if not (own or plain) and 0 < len(others := names.of(tag)) <= OTHERS_MAX:
        ranked.append((f"{tag}:not({', '.join(others)})", UNNAMED))
    if tag in ("td", "th"):
        ranked.append((f"{tag}:nth-child({_place(node)})", 4))
        if kind == "excerpt":  # several cells are the teaser together
            ranked.append((f"{tag}:nth-child(n+{_place(node)})", 4))
    return ranked + _within(box, node, tag)


def _holds(node: LexborNode, row: Entry, kind: str) -> bool:
    value = getattr(row, _CELL[kind])
    if kind == "date" and not value:
        given = node.attributes
        return row.datetime in ((given.get("datetime") or "").strip(), (given.get("content") or "").strip())
    text = shown_text(node, apart=kind == "date")
    if kind == "date":
        return value in text and len(text) <= DATE_LINE_MAX
    if kind == "excerpt":  # one of its paragraphs, or the box around them
        least = CELL_MIN if node.tag == "td" else PARAGRAPH_MIN
        return text == value or (len(text) >= least and value.startswith(text))
    return bool(text == value)


def _within(box: LexborNode, node: LexborNode, tag: str) -> list[tuple[str, float]]:
    """An element by what is around it or before it."""
    found: list[tuple[str, float]] = []
    parent, before = node.parent, _before(node)
    if parent is not None and parent.mem_id != box.mem_id:
        found += [(f"{name} {tag}", 3) for name in _named(parent)]
        found += [(f"{name} {tag}", LOOK) for name in _loose(parent)]
        if parent.tag in ("td", "th"):
            found.append((f"{parent.tag}:nth-child({_place(parent)}) {tag}", 4))
            row = parent.parent
            above = _before(row) if row is not None and row.mem_id != box.mem_id else None
            if above is not None and row is not None and above.tag == row.tag:
                found.append((f"{row.tag} + {row.tag} {tag}", 4))
        found.append((f"{stable.tag(parent)} {tag}", 5))
        above = _before(parent)
        if above is not None and above.tag == parent.tag == "tr":
            found.append((f"tr + tr {tag}", 4))
    if before is not None:
        own = stable.tag(before)
        found += [(f"{own}{name} + {tag}", 5) for name in stable.names(before) if name.startswith(".")]
        found.append((f"{own} + {tag}", 6))
    return found


def _before(node: LexborNode) -> LexborNode | None:
    at = node.prev
    while at is not None and not at.is_element_node:
        at = at.prev
    return at


def _place(node: LexborNode) -> int:
    place, before = 1, node.prev
    while before is not None:
        place += before.is_element_node
        before = before.prev
    return place


def link_selector(
    boxes: Sequence[LexborNode], rows: Sequence[Entry], bases: Sequence[str], title: str
) -> str:
    """Return "" where the title's own link is the entry's, else the link's selector, else `auto`.

    Args:
        boxes: the entries' elements.
        rows: what structure read from them.
        bases: what each entry's links are relative to.
        title: the title's selector.
    """
    given = [(box, base, row.url) for box, row, base in zip(boxes, rows, bases, strict=True) if row.url]
    if not given:
        return ""

    def right(link: str) -> bool:
        trial = ListSelectors("", "", title="" if title == AUTO else title, link=link)
        same = sum(entry_of(box, trial, base).url == url for box, base, url in given)
        return same >= FIELD_MIN * len(given)

    if right(""):
        return ""
    return _first(_links([box for box, _, _ in given]), right) or AUTO


def _first(tried: Iterable[str], right: Callable[[str], bool]) -> str:
    return next((one for one in dict.fromkeys(tried) if right(one)), "")


def _links(boxes: Sequence[LexborNode]) -> list[str]:
    """Selectors of links, those with a name of their own first."""
    own, scoped, bare = [], [], []
    for box in boxes[:3]:
        for node in box.css("a[href]"):
            own += _named(node)
            parent = node.parent
            if parent is not None and parent.mem_id != box.mem_id:
                scoped += [f"{name} a" for name in _named(parent)]
                if parent.tag in ("td", "th"):
                    scoped.append(f"{parent.tag}:nth-child({_place(parent)}) a")
                bare.append(f"{stable.tag(parent)} a")
    return [*own, *scoped, *bare]
