"""The selector of one cell: the shortest that says what was found in nearly every entry.

Candidates are the elements of a few entries that say the found value, named before bare. A cell that no selector gives is
left to structure (`auto`), never to one that gives something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from selectolax.lexbor import LexborNode

from scraper.listing.entry import AUTO, Entry, ListSelectors
from scraper.listing.markup.tree import HEADINGS
from scraper.listing.select import cell_of, date_of, link_of, shown_text
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
# a line that says more than the date after the date's own element, but for a line with a name; a block with the title or the teaser last.
SHARED, LINE, BLOCK = 4.5, 2.0, 10.0
# The only link of an entry stays so where the site's next table has a column more: it goes before a cell's number.
ONLY_LINK = 3.5
# What is a state on an entry, in it says which element: `span.published`. A tag alone is shorter than the way to it, and no
# less sure where the field's element is the only one of its tag. Looks come before places: `p.small`, `p.text-block-12`.
STATE, BARE, LOOK = 4.3, 4.8, 4.9
# An element without a name among named ones of its tag, `p:not(.date, .more)`: before the one behind another, since a
# picture may stand between; more names than this are no selector a person reads.
UNNAMED, OTHERS_MAX = 4.5, 3
# What a name loses that elements of other tags bear, too.
COMMON = 0.5
_Asked = tuple[LexborNode, Entry]
_CELL = {"title": "title", "date": "date", "excerpt": "excerpt", "category": "category", "author": "author"}


class Cells:
    """The entries of a list, and what their elements are called and say: the same ones are asked for each field, by each selector.

    Attributes:
        boxes: the entries' elements.
        rows: what structure read from them.
    """

    def __init__(self, boxes: Sequence[LexborNode], rows: Sequence[Entry]) -> None:
        self.boxes, self.rows = boxes, rows
        self._names: dict[str, list[str]] = {}
        self._texts: dict[tuple[int, bool], str] = {}

    def names(self, tag: str) -> list[str]:
        """The class tokens that elements of a tag bear in any entry."""
        if tag not in self._names:
            inside = (node for box in self.boxes for node in box.css(tag) if node.mem_id != box.mem_id)
            named = (_named(node)[:1] for node in inside)
            self._names[tag] = [name.removeprefix(tag) for name in dict.fromkeys(chain(*named))]
        return self._names[tag]

    def text(self, node: LexborNode, *, apart: bool = False) -> str:
        """As `shown_text`."""
        key = node.mem_id, apart
        if (known := self._texts.get(key)) is None:
            known = self._texts[key] = shown_text(node, apart=apart)
        return known


def cell_selector(cells: Cells, kind: str, hint: str = "") -> str:
    """Return the selector of a field, `auto` where entries have it and no selector gives it, "" where they lack it.

    Args:
        cells: the entries.
        kind: title, date, excerpt, category or author.
        hint: pattern of the class tokens by which the page's system names the field.
    """
    name = _CELL[kind]
    pairs = list(zip(cells.boxes, cells.rows, strict=True))
    given = [(box, row) for box, row in pairs if getattr(row, name) or (kind == "date" and row.datetime)]
    named = kind in ("category", "author")
    if not given or (named and len(given) < FILLED_MIN * len(pairs)):
        return ""
    asked = pairs if kind == "date" else given  # a line without a date is no date
    trial = _Trial(cells, kind, hint, asked)
    lines, blocks = trial.ordered(given)
    found = trial.first(lines) or trial.first(trial.of_two(lines, {box.mem_id for box, _ in given}))
    return found or trial.first(blocks) or ("" if named else AUTO)


@dataclass(frozen=True, slots=True)
class _Trial:
    """The selectors of a field, tried on the entries.

    Attributes:
        cells: the entries.
        kind: the field.
        hint: pattern of the class tokens by which the page's system names it.
        asked: the entries' elements, and what structure read from them.
        missed: those that a selector is wrong in, once it was asked.
    """

    cells: Cells
    kind: str
    hint: str
    asked: Sequence[_Asked]
    missed: dict[str, list[_Asked]] = field(default_factory=dict)

    def ordered(self, given: Sequence[_Asked]) -> tuple[list[str], list[str]]:
        """The candidates of a few entries, the most telling first, and those that name a block around the field."""
        some = _some(given)
        tried: dict[str, float] = {}
        for box, row in some:
            for selector, rank in _holders(self.cells, box, row, self.kind, self.hint):
                tried[selector] = min(rank, tried.get(selector, rank))
        for selector in tried:
            if any(_names_others(self.cells, box, selector, row, self.kind) for box, row in some):
                tried[selector] += SHARED  # tells little
            elif any(_common(box, selector) for box, _ in some):
                tried[selector] += COMMON
        by_rank = sorted(tried, key=lambda selector: tried[selector])
        return [one for one in by_rank if tried[one] < BLOCK], [one for one in by_rank if tried[one] >= BLOCK]

    def first(self, selectors: Iterable[str]) -> str:
        """The first that is right in nearly all entries, else ""."""
        least = FIELD_MIN * len(self.asked)
        return next((one for one in selectors if len(self.asked) - len(self._missed(one)) >= least), "")

    def of_two(self, selectors: Sequence[str], given: Container[int]) -> Iterator[str]:
        """The best with another for the entries that lack its element: `h2, h3` where the first is larger, `time, span.date`."""
        alone = filter(_stands_alone, selectors)
        best = min(alone, key=lambda one: len(self._missed(one)), default="")
        if best and self.kind != "excerpt":  # of a teaser both may be parts
            left = [(box, row) for box, row in self._missed(best) if box.mem_id in given]
            others = filter(_stands_alone, self.ordered(left)[0])
            yield from (f"{best}, {other}" for other in others if other != best)

    def _missed(self, selector: str) -> list[_Asked]:
        if selector not in self.missed:
            self.missed[selector] = [
                (box, row) for box, row in self.asked if not _says(box, selector, row, self.kind)
            ]
        return self.missed[selector]


def _common(box: LexborNode, selector: str) -> bool:
    """Whether elements of other tags bear the same class: `.Text-root` beside `.Text-caption`."""
    tag, dot, name = selector.partition(".")
    return bool(dot) and tag.isalnum() and len(box.css(f".{name}")) > len(box.css(selector))


def _names_others(cells: Cells, box: LexborNode, selector: str, row: Entry, kind: str) -> bool:
    """Whether a selector names an element of the entry that says something else: `.field` of every field."""
    value = getattr(row, _CELL[kind])
    for node in box.css(selector):
        if node.mem_id == box.mem_id or _holds(cells, node, row, kind):
            continue
        text = cells.text(node)
        if not text or text not in value:
            return True
    return False


def _some(given: Sequence[_Asked]) -> list[_Asked]:
    """The first entries, one from the middle and the last: the first may be promoted, the last odd."""
    places = (0, 1, 2, len(given) // 2, len(given) - 1)
    return [one for place, one in enumerate(given) if place in places][:LOOKED_AT]


def _stands_alone(selector: str) -> bool:
    """Whether a selector says what its element is, wherever that stands: `span.date`, `h3`."""
    return (
        " " not in selector
        and ("." in selector or "[" in selector or selector == "time" or selector in HEADINGS)
        and ":" not in selector
    )


def _named(node: LexborNode) -> list[str]:
    names = [*(name for name in stable.names(node) if not name.startswith("#")), *stable.counted(node)]
    return [f"{stable.tag(node)}{name}" for name in names]


def _says(box: LexborNode, selector: str, row: Entry, kind: str) -> bool:
    wanted = ListSelectors("", "", **{kind: selector})
    if kind == "date":
        date, moment = date_of(box, wanted)
        if row.datetime and moment != row.datetime:
            return False
        return date == row.date or (not row.date and bool(row.datetime))
    return bool(cell_of(box, wanted, kind) == getattr(row, _CELL[kind]))


def _holders(cells: Cells, box: LexborNode, row: Entry, kind: str, hint: str) -> list[tuple[str, float]]:
    """Selectors of the elements that say the value, and their rank: hinted, named, within a named one, bare."""
    found = []
    for node in box.css("*"):
        if node.mem_id != box.mem_id and stable.tag(node) != "*" and _holds(cells, node, row, kind):
            found.append(node)
    ranked: list[tuple[str, float]] = []
    least = cells.text(found[-1], apart=True) if found and kind == "date" else ""
    for node in reversed(found):  # the innermost first
        more = _more(cells, node, row, least) if kind == "date" else 0.0
        ranked += [(one, rank + more) for one, rank in _forms(cells, box, node, kind, hint)]
    return ranked


def _more(cells: Cells, node: LexborNode, row: Entry, least: str) -> float:
    """What an element's selectors lose for what it says beside the date, `least` being what the innermost says."""
    text = cells.text(node, apart=True)
    if text == least:
        return 0.0
    plain = cells.text(node)
    return BLOCK if any(said and said in plain for said in (row.title, row.excerpt)) else LINE


def _loose(node: LexborNode) -> list[tuple[str, float]]:
    """An element by a state, by how it looks or where it stands, by a name with a number behind it."""
    tag = stable.tag(node)
    rest = [one for one in (node.attributes.get("class") or "").split() if stable.rank_of(one) is None]
    return [
        *((f"{tag}.{token}", STATE) for token in stable.tokens(node, stable.STATE)),
        *(
            (f"{tag}.{token}", LOOK)
            for token in (*stable.tokens(node, stable.LOOK), *filter(_PLAIN.fullmatch, rest))
        ),
    ]


# A place, `left`, or a name with a number behind it.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z_-]*(?:-\d{1,3})?")


def _forms(cells: Cells, box: LexborNode, node: LexborNode, kind: str, hint: str) -> list[tuple[str, float]]:
    tag, own = stable.tag(node), _named(node)
    ranked: list[tuple[str, float]] = [
        (one, 0 if hint and re.fullmatch(hint, one.rpartition(".")[2].lower()) else 2) for one in own
    ]
    ranked += _loose(node)
    plain = tag == "time" or (kind == "title" and tag in HEADINGS)
    alone = kind == "title" and tag == "a" and len(box.css("a")) == 1
    ranked.append((tag, 1 if plain else ONLY_LINK if alone else BARE))
    if not (own or plain) and 0 < len(others := cells.names(tag)) <= OTHERS_MAX:
        ranked.append((f"{tag}:not({', '.join(others)})", UNNAMED))
    if tag in ("td", "th"):
        ranked.append((f"{tag}:nth-child({_place(node)})", 4))
        if kind == "excerpt":  # several cells are the teaser together
            ranked.append((f"{tag}:nth-child(n+{_place(node)})", 4))
    return ranked + _within(box, node, tag)


def _holds(cells: Cells, node: LexborNode, row: Entry, kind: str) -> bool:
    value = getattr(row, _CELL[kind])
    if kind == "date" and not value:
        given = node.attributes
        return row.datetime in ((given.get("datetime") or "").strip(), (given.get("content") or "").strip())
    text = cells.text(node, apart=kind == "date")
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
        found += [(f"{name} {tag}", rank) for name, rank in _loose(parent)]
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
        same = sum(link_of(box, trial, base) == url for box, base, url in given)
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
