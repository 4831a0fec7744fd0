"""Every way a page's nodes could be the entries of a list; which one is right is decided elsewhere.

Three shapes cover what sites do: *siblings* (children of one element with the same tag or class), *cousins* (the same
path below a common ancestor: rows of cards, lists under date headings), *segments* (a run of children that begins at
each head: `dt/dd`, `h3 p p`, paired table rows, lines parted by `<br>`). A record is an interval of nodes, so all three
look the same from here on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from scraper.listing.dated import BOX_MAX, Spot, day_in_address
from scraper.listing.tree import HEADINGS, Tree

# A list with fewer records than this is only believed where the markup names an entry (`<article>`, hAtom).
RECORDS_MIN = 2
# Below this many characters a record says nothing; a link of two CJK characters in a menu stays below.
RECORD_CHARS_MIN = 4
# Deepest distance of cousins from their common ancestor: page > category > box > table > body > row.
COUSIN_DEPTH = 6
# A link of this many characters may be a title: of the links that are titles on 78 captured pages 98.5 % are at least
# as long, of the others 53 %.
TITLE_MIN = 12.0
# A page with fewer dates than this has none that entries could share.
DATES_MIN = 3
ENTRY_TAGS = frozenset({"article"})
ENTRY_TOKENS = frozenset({"hentry", "h-entry"})


@dataclass(slots=True)
class Candidate:
    """A possible list: record `k` is the nodes `[starts[k], ends[k])`.

    Attributes:
        shape: "siblings", "cousins" or "segments".
        holder: the element around all records.
        tag: tag of each record's first element.
        token: class token all records share and their other siblings lack, or "".
    """

    shape: str
    holder: int
    tag: str
    token: str
    starts: list[int]
    ends: list[int]


@dataclass(slots=True)
class Counts:
    """Running totals over nodes: what stands before node `i`; an interval's count is one subtraction.

    Attributes:
        chars: visible characters, a CJK one counted as 2.5.
        links: links that lead to a page.
        link_chars: characters inside links.
        dates: dates shown or given by machine-readable attributes.
        headings: `h1` to `h6`.
        images: `img` elements.
        titles: links long enough for a title that lead elsewhere than the one before.
    """

    chars: list[float]
    links: list[int]
    link_chars: list[float]
    dates: list[int]
    headings: list[int]
    images: list[int]
    titles: list[int]
    hrefs: dict[int, str] = field(default_factory=dict)
    link_lengths: dict[int, float] = field(default_factory=dict)


def count(tree: Tree, spots: list[Spot], machine: dict[int, str]) -> Counts:
    """Count once what candidates are made of and judged by."""
    size = len(tree)
    chars, links, link_chars = [0.0] * size, [0] * size, [0.0] * size
    dates, headings, images = [0] * size, [0] * size, [0] * size
    hrefs: dict[int, str] = {}
    link_end = 0
    for node, tag in enumerate(tree.tags):
        if tree.unseen[node]:
            continue
        if not tag:
            chars[node] = width(tree.pieces[node])
            if node < link_end:
                link_chars[node] = chars[node]
        elif tag == "a":
            href = (tree.attrs[node].get("href") or "").strip()
            if (
                href
                and href[0] != "#"
                and not href[:11].lower().startswith(("javascript:", "mailto:", "tel:"))
            ):
                hrefs[node] = href
                links[node] = 1
                link_end = tree.ends[node]
        elif tag in HEADINGS:
            headings[node] = 1
        elif tag == "img":
            images[node] = 1
    if (
        sum(dates) + len(machine) + len(spots) < DATES_MIN
    ):  # a site that dates its entries in their addresses only
        for node, href in hrefs.items():
            dates[node] = int(day_in_address(href) != "")
    lengths = _running(chars)
    link_lengths = {node: lengths[tree.ends[node]] - lengths[node] for node in hrefs}
    titles = [0] * size
    before = ""
    for node, href in hrefs.items():
        if link_lengths[node] >= TITLE_MIN and href != before:
            titles[node], before = 1, href
    for spot in spots:
        dates[spot.first] = 1
    shown = _running(dates)
    for node in machine:
        if shown[tree.ends[node]] == shown[node]:
            dates[node] = 1
    return Counts(
        lengths, _running(links), _running(link_chars), _running(dates), _running(headings), _running(images),
        _running(titles),
        hrefs, link_lengths,
    )  # fmt: skip


def _running(values: list) -> list:  # type: ignore[type-arg]  # one function for int and float columns
    return list(accumulate(values, initial=0))


def width(text: str) -> float:
    """Length of a text without its white space at the ends; dense scripts say more in a character."""
    stripped = " ".join(text.split())
    if stripped.isascii():
        return float(len(stripped))
    return len(stripped) + 1.5 * len(_DENSE.findall(stripped))


_DENSE = re.compile(r"[\u3000-\u9fff\uac00-\ud7a3]")


def candidates(tree: Tree, counts: Counts) -> list[Candidate]:
    """All plausible groupings of the page, each distinct set of records once, in page order."""
    seen: set[tuple[int, ...]] = set()
    found = []
    for candidate in (*_families(tree, counts), *_cousins(tree, counts)):
        key = (*candidate.starts, -1, *candidate.ends)
        if key not in seen:
            seen.add(key)
            found.append(candidate)
    return found


def _says(tree: Tree, counts: Counts, node: int) -> bool:
    end = tree.ends[node]
    return not tree.unseen[node] and (
        counts.chars[end] - counts.chars[node] >= RECORD_CHARS_MIN or counts.links[end] > counts.links[node]
    )


def _families(tree: Tree, counts: Counts) -> Iterator[Candidate]:
    for holder, tag in enumerate(tree.tags):
        end = tree.ends[holder]
        if not tag or tree.unseen[holder] or tag in _NO_HOLDERS or end - holder < (8 if tag == "p" else 4):
            continue
        if counts.chars[end] - counts.chars[holder] < 3 * RECORD_CHARS_MIN:
            continue
        kids = [
            kid for kid in tree.kids(holder) if _says(tree, counts, kid) or tree.tags[kid] in ("br", "hr")
        ]
        if not kids:
            continue
        yield from _siblings(tree, holder, kids)
        if len(kids) > RECORDS_MIN:
            yield from _segments(tree, counts, holder, kids)


_NO_HOLDERS = frozenset({"a", "head"})


def _siblings(tree: Tree, holder: int, kids: list[int]) -> Iterator[Candidate]:
    by_tag: dict[str, list[int]] = defaultdict(list)
    by_token: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kid in kids:
        tag = tree.tags[kid]
        if not tag or tag in ("br", "hr"):
            continue
        by_tag[tag].append(kid)
        for token in tokens(tree, kid):
            by_token[tag, token].append(kid)
    for tag, group in by_tag.items():
        if len(group) >= RECORDS_MIN or tag in ENTRY_TAGS:
            yield _whole(tree, "siblings", holder, tag, "", group)
    for (tag, token), group in by_token.items():
        if len(group) >= RECORDS_MIN or token in ENTRY_TOKENS:
            yield _whole(tree, "siblings", holder, tag, token, group)


def tokens(tree: Tree, node: int) -> tuple[str, ...]:
    """Class tokens that can name a kind of element: no digits (ids, hashes, grid columns), each once."""
    given = tree.attrs[node].get("class")
    return naming(given) if given else ()


@lru_cache(maxsize=4096)
def naming(classes: str) -> tuple[str, ...]:
    """The tokens of a class attribute that can name a kind of element."""
    return tuple(
        token for token in dict.fromkeys(classes.split()) if token.isascii() and not _DIGIT.search(token)
    )


_DIGIT = re.compile(r"\d")


def _whole(tree: Tree, shape: str, holder: int, tag: str, token: str, group: list[int]) -> Candidate:
    return Candidate(shape, holder, tag, token, group, [tree.ends[node] for node in group])


def _segments(tree: Tree, counts: Counts, holder: int, kids: list[int]) -> Iterator[Candidate]:
    kinds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    total = 0
    for order, kid in enumerate(kids):
        tag, end = tree.tags[kid], tree.ends[kid]
        if tag in ("br", "hr"):
            continue
        total += 1
        dated = "dated" if counts.dates[end] > counts.dates[kid] else ""
        linked = "linked" if counts.links[end] > counts.links[kid] else ""
        for kind in {(tag,), (tag, dated, linked), (tag, "." + " ".join(tokens(tree, kid)))}:
            kinds[kind].append(order)
    for kind, heads in kinds.items():
        if len(heads) >= RECORDS_MIN and len(heads) < total and kind != ("",):
            yield _from_heads(tree, counts, holder, kids, heads)
    yield from _lines(tree, holder, kids)


def _from_heads(tree: Tree, counts: Counts, holder: int, kids: list[int], heads: list[int]) -> Candidate:
    stops = [*heads[1:], len(kids)]
    longest = max(stop - head for head, stop in zip(heads[:-1], stops[:-1], strict=True))
    stops[-1] = min(stops[-1], heads[-1] + longest)  # what follows the last entry is not its text
    dated = [
        stop - head > 1 and _date_alone(tree, counts, kids[stop - 1])
        for head, stop in zip(heads, stops, strict=True)
    ]
    if 2 * sum(dated) < len(heads):  # the heading of the next day, not the end of this entry
        stops = [stop - alone for stop, alone in zip(stops, dated, strict=True)]
    starts = [kids[head] for head in heads]
    ends = [tree.ends[kids[stop - 1]] for stop in stops]
    return Candidate("segments", holder, tree.tags[starts[0]], "", starts, ends)


def _date_alone(tree: Tree, counts: Counts, kid: int) -> bool:
    """Whether a block is a date and little else, without a link."""
    end = tree.ends[kid]
    dated, linked = counts.dates[end] > counts.dates[kid], counts.links[end] > counts.links[kid]
    return dated and not linked and counts.chars[end] - counts.chars[kid] <= BOX_MAX


def _lines(tree: Tree, holder: int, kids: list[int]) -> Iterator[Candidate]:
    lines: list[list[int]] = [[]]
    for kid in kids:
        if tree.tags[kid] in ("br", "hr"):
            lines.append([])
        else:
            lines[-1].append(kid)
    if len(lines) <= RECORDS_MIN:
        return
    single = [line for line in lines if line]
    if len(single) >= RECORDS_MIN:
        yield _run(tree, holder, single)
    paragraphs: list[list[int]] = [[]]  # entries of several lines, parted by an empty one
    for line in lines:
        if line:
            paragraphs[-1].extend(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    several = [paragraph for paragraph in paragraphs if paragraph]
    if RECORDS_MIN <= len(several) < len(single):
        yield _run(tree, holder, several)


def _run(tree: Tree, holder: int, lines: list[list[int]]) -> Candidate:
    return Candidate(
        "segments", holder, "", "", [line[0] for line in lines], [tree.ends[line[-1]] for line in lines]
    )


def _cousins(tree: Tree, counts: Counts) -> Iterator[Candidate]:
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    paths: dict[tuple[str, int], int] = {}  # a path is a number: the step above and the path below it
    tags, parents, ends = tree.tags, tree.parents, tree.ends
    chars, links, dates = counts.chars, counts.links, counts.dates
    for node, tag in enumerate(tags):
        if not tag or tag in _TOO_SMALL or tree.unseen[node]:
            continue
        end = ends[node]
        if chars[end] - chars[node] < 2 * RECORD_CHARS_MIN or (
            links[end] == links[node] and dates[end] == dates[node]
        ):
            continue
        path, above = paths.setdefault((tag, -1), len(paths)), parents[node]
        for _ in range(1, COUSIN_DEPTH):
            if above < 0:
                break
            path = paths.setdefault((tags[above], path), len(paths))
            above = parents[above]
            if above >= 0:
                groups[above, path].append(node)
    for (holder, _), group in groups.items():
        if len(group) < RECORDS_MIN or parents[group[0]] == parents[group[-1]]:
            continue
        if _alone(tree, group):
            continue
        tag = tags[group[0]]
        yield _whole(tree, "cousins", holder, tag, "", group)
        shared: dict[str, list[int]] = defaultdict(list)
        for node in group:
            for token in tokens(tree, node):
                shared[token].append(node)
        for token, some in shared.items():
            if (
                RECORDS_MIN <= len(some) < len(group)
                and parents[some[0]] != parents[some[-1]]
                and not _alone(tree, some)
            ):
                yield _whole(tree, "cousins", holder, tag, token, some)


def _alone(tree: Tree, group: list[int]) -> bool:
    """Whether each record is the only one in its parent: then the parents are the records, and more of them."""
    holders = {tree.parents[node] for node in group}
    return len(holders) == len(group) and not any(tree.tags[holder] in _TOO_SMALL for holder in holders)


_TOO_SMALL = frozenset(
    "a b i em strong span small br hr img time abbr u font sup sub label input button body".split()
)
