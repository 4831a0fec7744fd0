"""A candidate's records as entries, without those that are none: head rows, adverts, a pager or a box between them.

What most records have is what a record needs. One without a link, or without the date and the heading that the others have,
is part of the frame; one that leads to another site and is made differently is an advert. A single entry of another shape
stays: it has its date, or its heading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from scraper.listing.dates.dated import Spot
from scraper.listing.dates.periods_alone import period_alone
from scraper.listing.entry import Entry
from scraper.listing.fields.own_places import is_own_place
from scraper.listing.fields.reading import entries
from scraper.listing.grouping.alike_lines import tell_apart
from scraper.listing.grouping.alike_links import tell_links_apart
from scraper.listing.lists.copies import once
from scraper.listing.markup.bearers import called
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
    if not _common((_has_date(row) for _, row in found), MOST_SHARE):
        return found
    times = Counter((row.title, row.url, row.excerpt) for _, row in found if row.url and not _has_date(row))
    return [one for one in found if _has_date(one[1]) or times[one[1].title, one[1].url, one[1].excerpt] < 2]


def _without_frame(tree: Tree, counts: Counts, found: list[Row]) -> list[Row]:
    found = _without_returning(found)
    linked = _common(bool(row.url) for _, row in found)
    dated = _common(_has_date(row) for _, row in found)
    headed = _common(_has_heading(counts, record) for record, _ in found)
    home = _home(row.url for _, row in found)
    days = _common((_has_date(row) for _, row in found), MOST_SHARE)
    titles = _common((_has_heading(counts, record) for record, _ in found), MOST_SHARE)
    plain_rows = not days and not titles
    build = _build(tree, [record for record, _ in found]) if home and plain_rows else frozenset()
    holder = _holder(tree, [record for record, _ in found]) if dated or plain_rows else -1
    following = from_tree(tree)
    top = _heading_over(tree, found) if dated else -1
    mostly_on = _common(row.url != following and not _leads_up(row.url, tree.url) for _, row in found)
    inside = len(found) > LINKS_MIN and _common(_leads_below(row.url, tree.url) for _, row in found)

    folder = _home_folder(row.url for _, row in found) if dated else ""
    strays = folder and any(not _has_date(row) and _folder(row.url) != folder for _, row in found)
    made = Counter(one for record, _ in found for one in _made(tree, record)) if strays else Counter()

    placed = days and _common(is_own_place(tree, record, row.url) for record, row in found)
    undated_ones = dated and not all(_has_date(row) for _, row in found)
    alone = undated_ones and headed and not any(row.url for _, row in found)
    row_made = _alike(tree, found) if alone else ()  # a sum below a table is made as its rows are

    usual = _usual_class(tree, [record for record, _ in found]) if strays else frozenset[str]()

    def alien(record: Record) -> bool:
        """Whether elements of a record have classes, and none has one that most records have; or it alone has one beside theirs."""
        own = _made(tree, record)
        if not own:
            return bool(usual) and usual < {*tree.attr(record.start, "class").split()}
        return all(made[one] < MOST_SHARE * len(found) for one in own)

    def stays(record: Record, row: Entry) -> bool:
        undated, plain = dated and not _has_date(row), headed and not _has_heading(counts, record)
        beside = holder >= 0 and tree.parents[record.start] != holder
        if beside and (undated or (build and _tags(tree, record) != build)):
            return False  # a box beside the list
        if undated and record.end <= top:
            return False  # a box above the page's heading
        own = bool(record.spots or record.machine) if mostly_on else _has_date(row)
        if days and not own and not placed and (row.url == following or _leads_up(row.url, tree.url)):
            return False  # the pager, a way back, another order; a heading's day is none of its own
        if not (row.title or row.url or row.date) or (undated and plain):
            return False
        if inside and not own and _leads_out(row.url, tree.url):
            return False  # the way out of a folder whose rows lead into it, however they are dated
        if not row.url and (undated or (linked and not (dated and _has_date(row)))):
            return row.title != "" and row_made != () and _elements(tree, record) == row_made
        elsewhere = not linked or (folder != "" and _folder(row.url) != folder)
        if undated and elsewhere and _only_links(counts, record):
            return False  # a menu above the entries; an entry leads to where the others do
        if undated and folder and _folder(row.url) != folder and (alien(record) or _in_prose(counts, record)):
            return False  # a box among cards: its heading is its own; a note among paragraphs: "more in the archive"
        if not home or not row.url or _site(row.url) == home:
            return True
        if days:
            return _has_date(row)
        return _has_heading(counts, record) if titles else not build or _tags(tree, record) == build

    return [(record, row) for record, row in found if stays(record, row)]


def _alike(tree: Tree, found: list[Row]) -> tuple[tuple[str, str], ...]:
    """How the dated records of a list without links are made, if all are alike: "to be announced" stands where others have a day."""
    made = {_elements(tree, record) for record, row in found if _has_date(row)}
    return made.pop() if len(made) == 1 else ()


def _elements(tree: Tree, record: Record) -> tuple[tuple[str, str], ...]:
    """Tag and class of the elements of a record, in their order."""
    inside = range(record.start, record.end)
    return tuple((tree.tags[node], tree.attr(node, "class")) for node in inside if tree.tags[node])


def _heading_over(tree: Tree, found: list[Row]) -> int:
    """The page's one `h1` where all dated records stand below it, else -1."""
    own = [node for node in called(tree, ("h1",)) if not tree.unseen[node]]
    over = len(own) == 1 and all(record.start > own[0] for record, row in found if _has_date(row))
    return own[0] if over else -1


def _leads_up(url: str, page: str) -> bool:
    """Whether a link leads to the page's own address, whatever it asks of it, or to one above it."""
    bare = url.partition("?")[0].partition("#")[0].rstrip("/")
    # most: an entry's address is longer; of the page's own `https` may be `http`
    if not bare or len(bare) > len(page) + 1:
        return False
    own, split = urlsplit(page), urlsplit(url)
    return split.netloc == own.netloc and f"{own.path.rstrip('/')}/".startswith(f"{split.path.rstrip('/')}/")


def _leads_out(url: str, page: str) -> bool:
    """Whether a link leads up and asks there for nothing by its number: `/?p=4711` may be an entry, `?sort=age` is none."""
    return _leads_up(url, page) and not any(sign.isdigit() for sign in urlsplit(url).query)


def _leads_below(url: str, page: str) -> bool:
    """Whether a link leads below the folder that a page is, by its path: `/?p=4711` is no part of `/`."""
    folder, there = (address.partition("?")[0].partition("#")[0] for address in (page, url))
    return folder.endswith("/") and there.startswith(folder) and len(there) > len(folder)


def _holder(tree: Tree, records: list[Record]) -> int:
    """The element that most records stand in, -1 where they are in several."""
    parent, times = Counter(tree.parents[record.start] for record in records).most_common(1)[0]
    return parent if times >= COMMON_SHARE * len(records) else -1


def _common(has: Iterable[bool], share: float = COMMON_SHARE) -> bool:
    values = list(has)
    return sum(values) >= share * len(values)


def _has_date(row: Entry) -> bool:
    return bool(row.date or row.datetime)


def _has_heading(counts: Counts, record: Record) -> bool:
    return counts.headings[record.end] > counts.headings[record.start]


def _home(urls: Iterable[str]) -> str:
    """The site most links lead to, "" where there is none."""
    sites = [_site(url) for url in urls if url]
    if not sites:
        return ""
    site, times = Counter(sites).most_common(1)[0]
    return site if times >= MOST_SHARE * len(sites) else ""


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


def _home_folder(urls: Iterable[str]) -> str:
    """Host and first folder that most links lead to, "" where there is none."""
    folders = list(map(_folder, urls))
    folder, times = Counter(folders).most_common(1)[0]
    return folder if "/" in folder and times >= COMMON_SHARE * len(folders) else ""


def _folder(url: str) -> str:
    """Host and first folder of a link, the host alone where it leads to none."""
    return "/".join(url.split("/")[2:4]) if url.count("/") > 3 else url.split("/")[2] if "//" in url else ""


def _made(tree: Tree, record: Record) -> set[tuple[str, str]]:
    """Tag and class of the elements in a record, those that have a class."""
    inside = range(record.start + 1, record.end)
    return {
        (tree.tags[node], named) for node in inside if tree.tags[node] and (named := tree.attr(node, "class"))
    }


def _usual_class(tree: Tree, records: list[Record]) -> frozenset[str]:
    """The class that most records are given, word for word, in words."""
    named, times = Counter(tree.attr(record.start, "class") for record in records).most_common(1)[0]
    return frozenset(named.split() if times >= MOST_SHARE * len(records) else ())


def _site(url: str) -> str:
    """The last two labels of a link's host."""
    host = url.split("/", 3)[2] if url.count("/") > 1 else ""
    return ".".join(host.lower().rsplit(".", 2)[-2:])


def _tags(tree: Tree, record: Record) -> frozenset[str]:
    return frozenset(tree.tags[record.start : record.end])


def _build(tree: Tree, records: list[Record]) -> frozenset[str]:
    """The elements that most records are made of, empty where they differ."""
    tags, times = Counter(_tags(tree, record) for record in records).most_common(1)[0]
    return tags if times >= MOST_SHARE * len(records) else frozenset()
