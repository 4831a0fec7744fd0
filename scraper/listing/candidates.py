"""Every way a page's nodes could be the entries of a list; which one is right is decided elsewhere.

Three shapes cover what sites do: *siblings* (children of one element with the same tag or class), *cousins* (the same
path below a common ancestor: rows of cards, lists under date headings), *segments* (a run of children that begins at
each head: `dt/dd`, `h3 p p`, paired table rows, lines parted by `<br>`). A record is an interval of nodes, so all three
look the same from here on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import numpy as np

from scraper.listing.bearers import bearing
from scraper.listing.candidate import RECORDS_MIN, Candidate, Names, head_row, naming, tokens
from scraper.listing.counts import Counts, count
from scraper.listing.segments import BREAKS, lines, segments
from scraper.listing.tree import Tree
from scraper.listing.zones import zone

__all__ = ["Candidate", "Counts", "candidates", "count", "head_row", "naming", "tokens"]

# Below this many characters a record says nothing; a link of two CJK characters in a menu stays below.
RECORD_CHARS_MIN = 4
# Deepest distance of cousins from their common ancestor: page > category > box > table > body > row.
COUSIN_DEPTH = 6
ENTRY_TAGS = frozenset({"article"})
ENTRY_TOKENS = frozenset({"hentry", "h-entry"})


def candidates(tree: Tree, counts: Counts) -> list[Candidate]:
    """All plausible groupings of the page, each distinct set of records once, in page order."""
    seen: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    found = []
    names: Names = [()] * len(tree)
    for node in bearing(tree, ("class",)):
        names[node] = naming(tree.attrs[node]["class"] or "")
    for candidate in (*_families(tree, counts, names), *_cousins(tree, counts, names)):
        key = tuple(candidate.starts), tuple(candidate.ends)
        if key not in seen:
            seen.add(key)
            found.append(candidate)
    return found


def _speaking(tree: Tree, counts: Counts) -> list[bool]:
    """For each node whether a reader sees a text of some length, or a link, in it."""
    ends = np.asarray(tree.ends)
    chars, links = counts.totals["chars"], counts.totals["links"]
    says = (chars[ends] - chars[:-1] >= RECORD_CHARS_MIN) | (links[ends] > links[:-1])
    seen: list[bool] = (says & ~np.asarray(tree.unseen)).tolist()
    return seen


def _families(tree: Tree, counts: Counts, names: Names) -> Iterator[Candidate]:
    tags, parents, ends, chars = tree.tags, tree.parents, tree.ends, counts.chars
    children: dict[int, list[int]] = defaultdict(list)
    for node, says in enumerate(_speaking(tree, counts)):
        if says or tags[node] in BREAKS:
            children[parents[node]].append(node)
    for holder, kids in sorted(children.items()):
        if holder < 0 or tags[holder] in _NO_HOLDERS or tree.unseen[holder]:
            continue
        end = ends[holder]
        if (
            end - holder < (6 if tags[holder] == "p" else 4)
            or chars[end] - chars[holder] < 3 * RECORD_CHARS_MIN
        ):
            continue
        if len(kids) == 1 and tags[kids[0]] not in ENTRY_TAGS and ENTRY_TOKENS.isdisjoint(names[kids[0]]):
            continue
        if (
            tags[holder] == "pre"
        ):  # as it is written: a file directory's line is an icon, a name, a day and a size
            yield from lines(tree, holder, kids)
            continue
        yield from _siblings(tree, names, holder, kids)
        if len(kids) > RECORDS_MIN:
            yield from segments(tree, counts, names, holder, kids)


_NO_HOLDERS = frozenset({"a", "head"})


def _siblings(tree: Tree, names: Names, holder: int, kids: list[int]) -> Iterator[Candidate]:
    by_tag: dict[str, list[int]] = defaultdict(list)
    by_token: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kid in kids:
        tag = tree.tags[kid]
        if not tag or tag in BREAKS or (tag == "tr" and head_row(tree, kid)):
            continue
        by_tag[tag].append(kid)
        for token in names[kid]:
            by_token[tag, token].append(kid)
    for tag, group in by_tag.items():
        if len(group) >= RECORDS_MIN or tag in ENTRY_TAGS:
            yield _whole(tree, "siblings", holder, tag, "", group)
    for (tag, token), group in by_token.items():
        some = RECORDS_MIN <= len(group) < len(by_tag[tag])  # all of them are named by their tag
        if some or (len(group) < RECORDS_MIN and token in ENTRY_TOKENS):
            yield _whole(tree, "siblings", holder, tag, token, group)


def _whole(tree: Tree, shape: str, holder: int, tag: str, token: str, group: list[int]) -> Candidate:
    return Candidate(shape, holder, tag, token, group, [tree.ends[node] for node in group])


def _cousins(tree: Tree, counts: Counts, names: Names) -> Iterator[Candidate]:
    parents = tree.parents
    for holder, parts in _same_paths(tree, counts):
        group = _one_zone(tree, sorted(chain.from_iterable(parts)))
        if parents[group[0]] == parents[group[-1]] or _alone(tree, group):
            continue
        tag = tree.tags[group[0]]
        yield _whole(tree, "cousins", holder, tag, "", group)
        shared: dict[str, list[int]] = defaultdict(list)
        for node in group:
            for token in names[node]:
                shared[token].append(node)
        for token, some in shared.items():
            if (
                RECORDS_MIN <= len(some) < len(group)
                and parents[some[0]] != parents[some[-1]]
                and not _alone(tree, some)
            ):
                yield _whole(tree, "cousins", holder, tag, token, some)


def _one_zone(tree: Tree, group: list[int]) -> list[int]:
    """The records without those that lie in a sidebar or the like, where only some do: they are another list's."""
    apart = [node for node in group if not zone(tree, tree.parents[node])[0]]
    return apart if len(apart) >= RECORDS_MIN else group


def _same_paths(tree: Tree, counts: Counts) -> Iterator[tuple[int, list[list[int]]]]:
    """Ancestors and the elements below them on one path, in parts: an element's children of one tag."""
    first: dict[tuple[int, int], list[int]] = {}
    groups: dict[tuple[int, int], list[list[int]]] = {}  # of those that have more parts than the first
    paths: dict[tuple[str, int], int] = {}  # a path is a number: the step above and the path below it
    alike: dict[tuple[str, int], list[int]] = {}
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
        above = parents[node]
        same = alike.get((tag, above))
        if same is not None:
            same.append(node)
            continue
        same = alike[tag, above] = [node]
        path = paths.setdefault((tag, -1), len(paths))
        for _ in range(1, COUSIN_DEPTH):
            if above < 0:
                break
            path = paths.setdefault((tags[above], path), len(paths))
            above = parents[above]
            if above >= 0 and (one := first.setdefault((above, path), same)) is not same:
                groups.setdefault((above, path), [one]).append(same)
    yield from ((place[0], groups[place]) for place in first if place in groups)


def _alone(tree: Tree, group: list[int]) -> bool:
    """Whether each record is the only one in its parent: then the parents are the records, and more of them."""
    holders = {tree.parents[node] for node in group}
    return len(holders) == len(group) and not any(tree.tags[holder] in _TOO_SMALL for holder in holders)


_TOO_SMALL = frozenset(
    "a b i em strong span small br hr img time abbr u font sup sub label input button body".split()
)
