"""A candidate's records as entries, without those that are none: head rows, adverts, a pager or a box between them.

What most records have is what a record needs. One without a link, or without the date and the heading that the others have,
is part of the frame; one that leads to another site and is made differently is an advert. A single entry of another shape
stays: it has its date, or its heading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TypeVar

from scraper.listing.dates.dated import Spot
from scraper.listing.dates.periods_alone import period_alone
from scraper.listing.entry import Entry
from scraper.listing.fields.entry_links import is_own_place
from scraper.listing.fields.reading import entries
from scraper.listing.grouping.alike_lines import tell_apart
from scraper.listing.grouping.alike_links import tell_links_apart
from scraper.listing.lists.copies import once
from scraper.listing.markup.bearers import called
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.spans import grid
from scraper.listing.markup.tree import Tree
from scraper.listing.paginate import from_tree
from scraper.listing.records.candidate import Candidate, head_row
from scraper.listing.records.counts import Counts
from scraper.listing.records.lines import Record, take_apart

# Where this share of a list's records has a link (or a date, a heading), one without is part of the frame.
COMMON_SHARE = 0.8
# A record that leads to another site than this share of them has to be made as this share of them is.
MOST_SHARE = 0.6

Row = tuple[Record, Entry]
Said = TypeVar("Said", bound=Hashable)


def rows_of(
    tree: Tree, candidate: Candidate, counts: Counts, shown: list[Spot], machine: dict[int, str]
) -> list[Row]:
    """Take a candidate apart; a record that holds no title, no link and no date is no entry.

    Args:
        tree: the page.
        candidate: where its records begin and end.
        counts: the page's running totals.
        shown: the dates that the page's text shows.
        machine: machine-readable dates, by node.
    """
    spans = _without_heads(tree, counts, candidate.spans)
    bodies = [span for span in spans if tree.tags[span[0]] != "tr" or not head_row(tree, span[0])]
    records = _without_days([take_apart(tree, start, end, counts.hrefs) for start, end in bodies or spans])
    outside = _with_dates(tree, records, shown, machine)
    records = once(tree, records)
    tell_apart(records)
    tell_links_apart(records)
    found = zip(records, entries(tree, records, outside, candidate.holder), strict=True)
    return _without_frame(tree, counts, list(found))


def _without_heads(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The records without a first one that heads them: a row that only names the columns, a box that holds the page's title."""
    if len(spans) <= 1:
        return spans
    first, *others = spans
    if tree.tags[first[0]] == "tr":
        heads = (
            len(others) > 1
            and not _has(counts.links, first)
            and not _has(counts.dates, first)
            and all(_has(counts.links, span) and _has(counts.dates, span) for span in others)
        )
        return others if heads else spans
    own = [node for node in called(tree, ("h1",)) if not tree.unseen[node]]
    heads = (
        len(own) == 1
        and first[0] <= own[0] < first[1]
        and not _has(counts.links, (own[0], tree.ends[own[0]]))
        and all(_has(counts.headings, span) for span in others)
    )
    return others if heads else spans


def _has(totals: Sequence[int], span: tuple[int, int]) -> bool:
    return totals[span[1]] > totals[span[0]]


def _without_days(records: list[Record]) -> list[Record]:
    """The records but for rows that say a day, a month or a year and nothing else: they head the rows below them."""
    if not any(record.hrefs for record in records):
        return records
    return [record for record in records if record.hrefs or not _is_day(record)]


def _is_day(record: Record) -> bool:
    return len(record.lines) == 1 and (record.lines[0].is_date() or period_alone(record.lines[0].text))


def _with_dates(tree: Tree, records: list[Record], shown: list[Spot], machine: dict[int, str]) -> list[Spot]:
    """Give each record the dates inside it and those of cells that reach into it; return the page's others."""
    firsts, given = [spot.first for spot in shown], sorted(machine.items())
    nodes = [node for node, _ in given]
    inside: set[int] = set()
    carried = grid(tree).carried
    for record in records:
        parts = [(cell, tree.ends[cell]) for cell in carried.get(record.start, ())]
        for start, end in (*parts, (record.start, record.end)):
            low, high = bisect_left(firsts, start), bisect_left(firsts, end)
            record.spots += shown[low:high]
            inside.update(range(low, high))
            record.machine += given[bisect_left(nodes, start) : bisect_left(nodes, end)]
    return [spot for at, spot in enumerate(shown) if at not in inside]


def _without_returning(found: list[Row]) -> list[Row]:
    """The rows without undated ones that lead to the same page and say the same, where most are dated: a box set between entries again."""
    if not _common((row.dated for _, row in found), MOST_SHARE):
        return found
    times = Counter((row.title, row.url, row.excerpt) for _, row in found if row.url and not row.dated)
    return [one for one in found if one[1].dated or times[one[1].title, one[1].url, one[1].excerpt] < 2]


class _Usual:
    """What most rows of a list have, where most lead and how most are made, each looked at once and where a row is asked for it."""

    def __init__(self, tree: Tree, counts: Counts, found: list[Row]) -> None:
        self.tree, self.counts, self.found = tree, counts, found
        self.linked = _common(bool(row.url) for _, row in found)
        self.dated = _common(row.dated for _, row in found)
        self.headed = _common(_has_heading(counts, record) for record, _ in found)
        self.days = _common((row.dated for _, row in found), MOST_SHARE)
        self.titles = _common((_has_heading(counts, record) for record, _ in found), MOST_SHARE)
        self.following = from_tree(tree)

    @cached_property
    def home(self) -> str:
        """The site most links lead to, "" where there is none."""
        return agreed((_site(row.url) for _, row in self.found if row.url), MOST_SHARE, "")

    @cached_property
    def folder(self) -> str:
        """Host and first folder that most links of dated rows lead to, "" where there is none."""
        folder = agreed((_folder(row.url) for _, row in self.found), COMMON_SHARE, "") if self.dated else ""
        return folder if "/" in folder else ""

    @cached_property
    def build(self) -> frozenset[str]:
        """The elements that most records without days and headings are made of, empty where they differ or lead to no one site."""
        if not self.home or self.days or self.titles:
            return frozenset()
        return agreed((_tags(self.tree, record) for record, _ in self.found), MOST_SHARE, frozenset[str]())

    @cached_property
    def holder(self) -> int:
        """The element that most records stand in, -1 where they are in several, or have a heading each."""
        if not self.dated and (self.days or self.titles):
            return -1
        return agreed((self.tree.parents[record.start] for record, _ in self.found), COMMON_SHARE, -1)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The class that most records are given, word for word, in words."""
        given = (self.tree.attr(record.start, "class") for record, _ in self.found)
        return frozenset(agreed(given, MOST_SHARE, "").split())

    @cached_property
    def made(self) -> Counter[tuple[str, str]]:
        """How many records hold an element of a tag and a class."""
        return Counter(one for record, _ in self.found for one in _made(self.tree, record))

    @cached_property
    def row_made(self) -> tuple[tuple[str, str], ...]:
        """How the dated records of a list without links are made, if all are alike; a sum below a table is made as its rows are."""
        if not (self.dated and self.headed) or any(row.url for _, row in self.found):
            return ()
        made = {_elements(self.tree, record) for record, row in self.found if row.dated}
        return made.pop() if len(made) == 1 else ()

    @cached_property
    def heading_over(self) -> int:
        """The page's one `h1` where all dated records stand below it, else -1."""
        own = [node for node in called(self.tree, ("h1",)) if not self.tree.unseen[node]]
        over = len(own) == 1 and all(record.start > own[0] for record, row in self.found if row.dated)
        return own[0] if over else -1

    @cached_property
    def lead_on(self) -> bool:
        """Whether most rows lead neither to the next page nor up."""
        page = self.tree.url
        return _common(row.url != self.following and not _leads_up(row.url, page) for _, row in self.found)

    @cached_property
    def lead_below(self) -> bool:
        """Whether most rows lead into the folder that the page is."""
        page = self.tree.url
        return len(self.found) > LINKS_MIN and _common(_leads_below(row.url, page) for _, row in self.found)

    @cached_property
    def on_page(self) -> bool:
        """Whether most rows are parts of this page, which lead to their own places."""
        return _common(is_own_place(self.tree, record, row.url) for record, row in self.found)

    def alien(self, record: Record) -> bool:
        """Whether elements of a record have classes, and none has one that most records have; or it alone has one beside theirs."""
        own = _made(self.tree, record)
        if not own:
            return bool(self.classes) and self.classes < {*self.tree.attr(record.start, "class").split()}
        return all(self.made[one] < MOST_SHARE * len(self.found) for one in own)


def _without_frame(tree: Tree, counts: Counts, found: list[Row]) -> list[Row]:
    """The rows without those that are part of the page's frame: a box, a pager, a way back, an advert."""
    found = _without_returning(found)
    usual = _Usual(tree, counts, found)
    return [
        (record, row)
        for record, row in found
        if not _stands_apart(usual, record, row)
        and not _leads_back(usual, record, row)
        and _is_entry(usual, record, row)
    ]


def _stands_apart(usual: _Usual, record: Record, row: Entry) -> bool:
    """Whether a row is a box beside the list, or an undated one above the page's heading."""
    undated = usual.dated and not row.dated
    beside = usual.holder >= 0 and usual.tree.parents[record.start] != usual.holder
    if beside and (undated or (usual.build and _tags(usual.tree, record) != usual.build)):
        return True
    return undated and record.end <= usual.heading_over


def _leads_back(usual: _Usual, record: Record, row: Entry) -> bool:
    """Whether a row without a day of its own is a pager, a way back or up, another order; a heading's day is none of its own."""
    page = usual.tree.url
    if bool(record.spots or record.machine) if usual.lead_on else row.dated:
        return False
    back = row.url == usual.following or _leads_up(row.url, page)
    if usual.days and back and not usual.on_page:
        return True
    # the way out of a folder whose rows lead into it, however they are dated
    return usual.lead_below and _leads_out(row.url, page)


def _is_entry(usual: _Usual, record: Record, row: Entry) -> bool:
    """Whether a row has what a record of its list needs, or is made as the others are."""
    tree, counts = usual.tree, usual.counts
    undated, plain = usual.dated and not row.dated, usual.headed and not _has_heading(counts, record)
    if not (row.title or row.url or row.date) or (undated and plain):
        return False
    if not row.url and (undated or (usual.linked and not (usual.dated and row.dated))):
        # "to be announced" stands where others have a day
        return row.title != "" and usual.row_made != () and _elements(tree, record) == usual.row_made
    strays = usual.folder != "" and _folder(row.url) != usual.folder
    if undated and (strays or not usual.linked) and _only_links(counts, record):
        return False  # a menu above the entries; an entry leads to where the others do
    if undated and strays and (usual.alien(record) or _in_prose(counts, record)):
        return (
            False  # a box among cards: its heading is its own; a note among paragraphs: "more in the archive"
        )
    if not usual.home or not row.url or _site(row.url) == usual.home:
        return True
    if usual.days:
        return row.dated
    if usual.titles:
        return _has_heading(counts, record)
    return not usual.build or _tags(tree, record) == usual.build


def _elements(tree: Tree, record: Record) -> tuple[tuple[str, str], ...]:
    """Tag and class of the elements of a record, in their order."""
    inside = range(record.start, record.end)
    return tuple((tree.tags[node], tree.attr(node, "class")) for node in inside if tree.tags[node])


def _leads_up(url: str, page: str) -> bool:
    """Whether a link leads to the page's own address, whatever it asks of it, or to one above it."""
    bare = url.partition("?")[0].partition("#")[0].rstrip("/")
    # most: an entry's address is longer; of the page's own `https` may be `http`
    if not bare or len(bare) > len(page) + 1:
        return False
    own, split = parts_of(page), parts_of(url)
    return split.netloc == own.netloc and f"{own.path.rstrip('/')}/".startswith(f"{split.path.rstrip('/')}/")


def _leads_out(url: str, page: str) -> bool:
    """Whether a link leads up and asks there for nothing by its number: `/?p=4711` may be an entry, `?sort=age` is none."""
    return _leads_up(url, page) and not any(sign.isdigit() for sign in parts_of(url).query)


def _leads_below(url: str, page: str) -> bool:
    """Whether a link leads below the folder that a page is, by its path: `/?p=4711` is no part of `/`."""
    folder, there = (address.partition("?")[0].partition("#")[0] for address in (page, url))
    return folder.endswith("/") and there.startswith(folder) and len(there) > len(folder)


def agreed(said: Iterable[Said], share: float, otherwise: Said) -> Said:
    """What at least so large a share of a list's members say, `otherwise` where no one thing is said by so many."""
    times = Counter(said)
    usual, most = max(times.items(), key=itemgetter(1), default=(otherwise, 0))
    return usual if most >= share * times.total() else otherwise


def _common(has: Iterable[bool], share: float = COMMON_SHARE) -> bool:
    values = list(has)
    return sum(values) >= share * len(values)


def _has_heading(counts: Counts, record: Record) -> bool:
    return counts.headings[record.end] > counts.headings[record.start]


def _only_links(counts: Counts, record: Record) -> bool:
    """Whether several links are all that a record says, but for what parts them."""
    said = counts.chars[record.end] - counts.chars[record.start]
    return (
        len(record.hrefs) >= LINKS_MIN
        and said - counts.unlinked(record.start, record.end) >= LINKED_SHARE * said
    )


def _in_prose(counts: Counts, record: Record) -> bool:
    """Whether a record begins with words of its own, says most of what it says outside its links, and has no heading."""
    link = next(
        (at for at in range(record.start, record.end) if counts.links[at + 1] > counts.links[at]), record.end
    )
    chars = counts.chars
    said = chars[record.end] - chars[record.start]
    return (
        not _has_heading(counts, record)
        and chars[link] - chars[record.start] >= BEFORE_LINK_MIN
        and 2 * counts.unlinked(record.start, record.end) > said
    )


BEFORE_LINK_MIN = 15
"""Characters before a link that are more than a kicker or a number: two words."""
LINKS_MIN, LINKED_SHARE = 3, 0.8
"""Links of a row of nothing else, and their share of its text: between them stand strokes and commas."""


def _folder(url: str) -> str:
    """Host and first folder of a link, the host alone where it leads to none."""
    return "/".join(url.split("/")[2:4]) if url.count("/") > 3 else url.split("/")[2] if "//" in url else ""


def _made(tree: Tree, record: Record) -> set[tuple[str, str]]:
    """Tag and class of the elements in a record, those that have a class."""
    inside = range(record.start + 1, record.end)
    return {
        (tree.tags[node], named) for node in inside if tree.tags[node] and (named := tree.attr(node, "class"))
    }


def _site(url: str) -> str:
    """The last two labels of a link's host."""
    host = url.split("/", 3)[2] if url.count("/") > 1 else ""
    return ".".join(host.lower().rsplit(".", 2)[-2:])


def _tags(tree: Tree, record: Record) -> frozenset[str]:
    return frozenset(tree.tags[record.start : record.end])
