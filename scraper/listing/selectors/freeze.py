"""From a found list to selectors that a person can read and that hold on the site's other pages.

A selector is tried, not trusted: `entry_selector` and `cell_selector` go from short and named to bare structure, and what
they give is read back. Where the list's next pages are known, too, it is made of the entries of all: what one page's
happen to share, a topic or a picture, names none. Lists that are built alike and that no selector tells apart (the
sections of one listing) are frozen as one. A cell that no selector gives is `auto`: found by structure, in the entry that
is pinned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.listing import platforms
from scraper.listing.entry import Entry, FoundList, ListSelectors
from scraper.listing.lists.sections import list_name
from scraper.listing.markup.tree import Tree, absolute, bounded, parse
from scraper.listing.select import entries_among, runs_of, shown_text
from scraper.listing.selectors.below_days import below_days
from scraper.listing.selectors.cell_selector import Cells, cell_selector, link_selector
from scraper.listing.selectors.entry_selector import entry_selector
from scraper.listing.selectors.pinned import elements_by_number, read_lists
from scraper.listing.selectors.run_selectors import run_forms

# Of a run's entries, read back by its selectors, this share must have the link (or the title) found before.
RUNS_RIGHT_MIN = 0.97

# Entries that selectors of cells are tried on: 9,000 rows took 1.1 s, these take 0.03.
LOOKED_AT = 200

TEASER_BEGINS = 12  # characters: its first words, of one line

# More lists of one build than this get no selectors each: a file of 400 sections is none that a person reads, and takes 10 s.
APART_MAX = 24


@dataclass(frozen=True, slots=True)
class _Page:
    """A page parsed both ways, with what its system calls the fields."""

    html: str
    tree: Tree
    parser: LexborHTMLParser
    root: LexborNode
    nodes: dict[int, LexborNode]
    hints: platforms.Hints


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of a chain: its text, its address, and the lists that `chosen` gave of it."""

    html: str
    url: str
    lists: Sequence[FoundList]


def freeze(
    html: str,
    url: str,
    lists: Sequence[FoundList],
    apart_max: int = APART_MAX,
    later: Sequence[Shown] = (),
) -> list[FoundList]:
    """Give found lists their selectors.

    Args:
        html: the page the lists were found in.
        url: where it came from.
        lists: what `induce` or `chosen` returned for that page.
        apart_max: as many lists of one build may have selectors of their own; more are sought as one.
        later: the list's next pages, where some were read.

    Returns:
        The lists in page order, those that one selector finds together as one; `selectors` is None where nothing short
        matches the entries.
    """
    page = _parsed(html, url)
    if page is None:
        return list(lists)
    others = [(other, more.lists) for more in later if (other := _parsed(more.html, more.url)) is not None]
    times = Counter(one.shape for one in lists)
    frozen = [
        replace(
            one,
            selectors=_selectors(page, one, _continued(one, lists, others))
            if times[one.shape] <= apart_max
            else None,
        )
        for one in lists
    ]
    if all(one.selectors is not None for one in frozen):
        return frozen
    return _joined(page, frozen)


def _parsed(html: str, url: str) -> _Page | None:
    tree = parse(html, url)
    parser = LexborHTMLParser(bounded(html))
    if parser.root is None:
        return None
    hints = platforms.hints(platforms.recognise(platforms.signs(tree)))
    return _Page(html, tree, parser, parser.root, elements_by_number(tree, parser.root), hints)


def _continued(
    one: FoundList, lists: Sequence[FoundList], others: Iterable[tuple[_Page, Sequence[FoundList]]]
) -> list[tuple[_Page, FoundList]]:
    """The list on later pages: the only one of its name there, or where each page has one list, that."""
    found = []
    for page, there in others:
        same = [other for other in there if other.name == one.name] or (there if len(lists) == 1 else ())
        if len(same) == 1:
            found.append((page, same[0]))
    return found


def _joined(page: _Page, lists: list[FoundList]) -> list[FoundList]:
    """Lists of one build as one list, where a part of them has no selectors of its own and the whole has."""
    alike: dict[str, list[FoundList]] = defaultdict(list)
    for one in lists:
        alike[one.shape].append(one)
    out: list[FoundList] = []
    for parts in alike.values():
        loose = any(one.selectors is None for one in parts)
        whole = _whole(page, parts) if loose and len(parts) > 1 else None
        out += [whole] if whole is not None else parts
    return sorted(out, key=lambda one: one.places)


def _whole(page: _Page, parts: list[FoundList]) -> FoundList | None:
    pairs = sorted(
        (place, entry) for one in parts for place, entry in zip(one.places, one.entries, strict=False)
    )
    if len(pairs) != sum(len(one.entries) for one in parts):
        return None
    places = tuple(place for place, _ in pairs)
    node = page.tree.parents[places[0]]
    while node >= 0 and page.tree.ends[node] <= places[-1]:
        node = page.tree.parents[node]
    joined = replace(
        max(parts, key=lambda one: one.confidence),
        name=list_name(page.tree, max(node, 0)),
        entries=tuple(entry for _, entry in pairs),
        places=places,
        reason=f"{len(pairs)} entries of {len(parts)} lists that are built alike; {parts[0].reason}",
    )
    selectors = _selectors(page, joined)
    return replace(joined, selectors=selectors) if selectors is not None else None


_OnPage = tuple[_Page, FoundList]


def _selectors(page: _Page, one: FoundList, later: Sequence[_OnPage] = ()) -> ListSelectors | None:
    """Selectors of a list: the first that give it on all its pages, else those that give it on most."""
    if not one.places or len(one.places) != len(one.entries):
        return None
    pages = [(page, one), *later]
    best, most = None, 0
    for form in _forms(pages):
        if not later:
            return form
        right = sum(_gives(form, *there) for there in pages)
        if right == len(pages):
            return form
        if best is None or right > most:
            best, most = form, right
    return best


def _forms(pages: Sequence[_OnPage]) -> Iterator[ListSelectors]:
    """Selectors made of the entries below days, of the entries of all pages, and of each page's."""
    page, one = pages[0]
    below = below_days(page.tree, one)
    if (
        below is not None
        and (form := _of_one(page, below)) is not None
        and _gives(form, page, one, whole=True)
    ):
        yield form
    shown = [(there, more, held) for there, more in pages if (held := _boxes(there, more))]
    if len(shown) > 1 and shown[0][0] is page and (form := _of_boxes(page, one.name, shown)) is not None:
        yield form
    for there, more in pages:
        if (form := _of_one(there, replace(more, name=one.name))) is not None:
            yield form


def _of_one(page: _Page, one: FoundList) -> ListSelectors | None:
    """Selectors of a list made of one page."""
    if one.shape.startswith("segments"):
        return _of_runs(page, one)
    boxes = _boxes(page, one)
    return _of_boxes(page, one.name, [(page, one, boxes)]) if boxes else None


def _of_boxes(
    page: _Page, name: str, shown: Sequence[tuple[_Page, FoundList, list[LexborNode]]]
) -> ListSelectors | None:
    """Selectors of entries that are elements, made of those of some pages."""
    records = [box for _, _, held in shown for box in held]
    entry = entry_selector([there.root for there, _, _ in shown], records)
    if not entry:
        return None
    rows = [row for _, more, _ in shown for row in more.entries]
    bases = [there.tree.base for there, _, held in shown for _ in held]
    return _fields(page, ListSelectors(name, entry), records, rows, bases)


def _gives(form: ListSelectors, page: _Page, one: FoundList, *, whole: bool = False) -> bool:
    """Whether selectors give a page's list as it was found there; `whole` asks for its teasers, too."""
    [read] = read_lists(page.html, page.tree.url, [form])
    wanted = entries_among(one.entries, form)
    teasers = [entry.excerpt for entry in wanted] == [entry.excerpt for entry in read.entries]
    return _same(wanted, read.entries) and (teasers or not whole)


def _boxes(page: _Page, one: FoundList) -> list[LexborNode]:
    """The elements of a list's entries; none where one has none of its own."""
    if one.shape.startswith("segments"):
        return []
    records = [page.nodes[place] for place in one.places if place in page.nodes]
    return records if len(records) == len(one.entries) else []


def _fields(
    page: _Page, form: ListSelectors, boxes: list[LexborNode], rows: list[Entry], bases: Sequence[str]
) -> ListSelectors:
    boxes, rows = boxes[:LOOKED_AT], rows[:LOOKED_AT]
    cells = Cells(boxes, rows)
    title = cell_selector(cells, "title", page.hints.title)
    return replace(
        form,
        title=title,
        link=link_selector(boxes, rows, bases[:LOOKED_AT], title),
        date=cell_selector(cells, "date", page.hints.date),
        excerpt=cell_selector(cells, "excerpt", page.hints.excerpt),
        category=cell_selector(cells, "category"),
        author=cell_selector(cells, "author"),
    )


def _of_runs(page: _Page, one: FoundList) -> ListSelectors | None:
    """Selectors of entries that are runs of elements; read back, since markup does not say where such an entry ends."""
    for form in run_forms(page.tree, page.root, page.nodes, one):
        runs = runs_of(page.parser, form)
        boxes = _matching([run.box for run in runs], list(one.entries), page.tree.base)
        whole = not (form.until or form.between)
        if boxes is None or (whole and not all(map(_holds_teaser, boxes, one.entries))):
            continue
        made = _fields(page, form, boxes, list(one.entries), [page.tree.base] * len(boxes))
        if _gives(made, page, one, whole=whole):
            return made
    return None


def _same(wanted: Sequence[Entry], read: Sequence[Entry]) -> bool:
    """Whether nearly all entries come again, each with its day: a day that heads entries may end up in the one above."""
    again = {(entry.url, entry.title): entry for entry in read if entry.url or entry.title}
    found = [(entry, other) for entry in wanted if (other := again.get((entry.url, entry.title))) is not None]
    days = sum(entry.date == other.date for entry, other in found)
    return (
        len(found) >= RUNS_RIGHT_MIN * len(wanted)
        and len(again) - len({(entry.url, entry.title) for entry, _ in found}) <= 1
        and days >= RUNS_RIGHT_MIN * len(found)
    )


def _matching(boxes: list[LexborNode], rows: list[Entry], base: str) -> list[LexborNode] | None:
    """The boxes of the rows, in their order; None where a row's own link or title stands in none that is left."""
    left = iter(boxes)
    found: list[LexborNode] = []
    for row in rows:
        for box in left:
            if _holds(box, row, base):
                found.append(box)
                break
    return found if len(found) == len(rows) else None


def _holds_teaser(box: LexborNode, row: Entry) -> bool:
    """Whether a teaser begins in the box; where one does not, nothing that is read from the boxes gives it."""
    begins = "".join(row.excerpt.split())[:TEASER_BEGINS]
    return begins in "".join(shown_text(box).split())


def _holds(box: LexborNode, row: Entry, base: str) -> bool:
    if row.url:
        links = [box, *box.css("a[href]")]
        return any(absolute(base, node.attributes.get("href") or "") == row.url for node in links)
    return bool(row.title) and row.title in shown_text(box)
