"""Every way a page's nodes could be the entries of a list; which one is right is decided elsewhere.

Three shapes cover what sites do: *siblings* (children of one element with the same tag or class), *cousins* (the same
path below a common ancestor: rows of cards, lists under date headings), *segments* (a run of children that begins at
each head: `dt/dd`, `h3 p p`, paired table rows, lines parted by `<br>`). A record is an interval of nodes, so all three
look the same from here on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, takewhile

import numpy as np

from scraper.listing.grouping.columns import columns
from scraper.listing.grouping.entries_twice import entries_twice
from scraper.listing.grouping.marked_lines import marked_lines
from scraper.listing.grouping.segments import lines, segments
from scraper.listing.markup.bearers import by_tag, called
from scraper.listing.markup.elements import BREAKS
from scraper.listing.markup.tree import BLOCKS, Tree
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import RECORDS_MIN, Candidate, Names, head_row, naming
from scraper.listing.records.counts import DATED, LINKED, Counts

# Below this many characters a record says nothing; a link of two CJK characters in a menu stays below.
RECORD_CHARS_MIN = 4
# Deepest distance of cousins from their common ancestor: page > category > box > table > body > row.
COUSIN_DEPTH = 6
ENTRY_TAGS = frozenset({"article"})
ENTRY_TOKENS = frozenset({"hentry", "h-entry"})


def candidates(tree: Tree, counts: Counts) -> list[Candidate]:
    """All plausible groupings of the page, each distinct set of records once, in page order."""
    seen: dict[tuple[int, int, int], list[Candidate]] = {}  # by how many, the first start, the last end
    found = []
    names: Names = [()] * len(tree)
    entries = set(called(tree, ENTRY_TAGS))  # what the markup calls an entry; one alone is believed
    for classes, nodes in tree.classes.items():
        if told := naming(classes):
            for node in nodes:
                names[node] = told
            if not ENTRY_TOKENS.isdisjoint(told):
                entries.update(nodes)
    speaking, saying = _speaking(tree, counts)
    told_of: set[int] = set()
    named = (
        *_families(tree, counts, names, speaking, entries, told_of),
        *marked_lines(tree, counts, speaking),
        *_cousins(tree, counts, names, saying),
    )
    for candidate in named:
        if told_of and not told_of.isdisjoint(candidate.starts):
            continue
        starts, ends = candidate.starts, candidate.ends
        like = seen.setdefault((len(starts), starts[0], ends[-1]), [])
        if not any(one.starts == starts and one.ends == ends for one in like):
            like.append(candidate)
            found.append(candidate)
    return found


def _speaking(tree: Tree, counts: Counts) -> tuple[list[int], list[int]]:
    """The nodes in which a reader sees a text of some length, or a link; and those with such a text and a link or a date, or with both."""
    ends, totals = counts.ends, counts.totals
    chars = totals["chars"][ends] - totals["chars"][:-1]
    linked, dated = (totals[name][ends] > totals[name][:-1] for name in ("links", "dates"))
    seen = ~np.frombuffer(bytes(tree.unseen), np.bool_)
    speaking = seen & ((chars >= RECORD_CHARS_MIN) | linked)
    speaking[called(tree, BREAKS)] = True
    long = chars >= 2 * RECORD_CHARS_MIN
    short = chars >= RECORD_CHARS_MIN
    saying = seen & ((long & (linked | dated)) | (short & linked & dated))
    terms = called(tree, ("dt",))  # `May 6` is as much of an entry as `January 6`
    saying[terms] |= (seen & short & dated)[terms]
    return np.flatnonzero(speaking).tolist(), np.flatnonzero(saying).tolist()


def _families(
    tree: Tree, counts: Counts, names: Names, speaking: list[int], entries: set[int], told_of: set[int]
) -> Iterator[Candidate]:
    tags, parents, ends, chars = tree.tags, tree.parents, tree.ends, counts.chars
    children: dict[int, list[int]] = {}
    for node in speaking:
        holder = parents[node]
        if holder in children:
            children[holder].append(node)
        else:
            children[holder] = [node]
    for holder in sorted(children):
        kids = children[holder]
        if len(kids) == 1 and kids[0] not in entries:
            continue
        kinds = {tags[kid] for kid in kids}
        # of children that are each of a kind of their own nothing returns: half of all
        if len(kinds) == len(kids) and entries.isdisjoint(kids) and not kinds >= BREAKS:
            continue
        end = ends[holder]
        if (
            end - holder < (6 if tags[holder] == "p" else 4)
            or chars[end] - chars[holder] < 3 * RECORD_CHARS_MIN
        ):
            continue
        if holder < 0 or tags[holder] in _NO_HOLDERS or tree.unseen[holder]:
            continue
        # as it is written: a file directory's line is an icon, a name, a day and a size
        if tags[holder] == "pre":
            yield from lines(tree, counts, holder, kids)
            continue
        yield from _siblings(tree, counts, names, holder, kids)
        if len(kids) > RECORDS_MIN:
            yield from segments(tree, counts, names, holder, kids, told_of)


_NO_HOLDERS = frozenset({"a", "head"})


def _siblings(tree: Tree, counts: Counts, names: Names, holder: int, kids: list[int]) -> Iterator[Candidate]:
    by_tag: dict[str, list[int]] = defaultdict(list)
    tags, ends = tree.tags, tree.ends
    for kid in kids:
        tag = tags[kid]
        if tag and tag not in BREAKS and (tag != "tr" or not head_row(tree, kid)):
            by_tag[tag].append(kid)
    if "dt" in by_tag and _defined(tree, by_tag["dt"]):
        if len(by_tag["dt"]) == len(by_tag.get("dd", ())):
            del by_tag["dd"]  # what one term heads is half of what it says
        del by_tag["dt"]  # `segments` has them
    for tag, group in by_tag.items():
        if len(group) >= RECORDS_MIN or tag in ENTRY_TAGS:
            bare = _before_paragraphs(tree, counts, kids, group) if tag == "p" else ()
            yield Candidate(
                "siblings",
                holder,
                tag,
                "",
                [*bare[:1], *group],
                [*bare[1:], *[ends[node] for node in group]],
            )
    if len(by_tag) == 2 and (turns := _in_turn(counts, tree, *by_tag.values())):
        yield _whole(tree, "siblings", holder, tags[turns[0]], "", turns)
    telling: list[int] = []  # one alone, or several that all bear the same, are told by their tag
    for group in by_tag.values():
        told = [names[kid] for kid in group]
        if told.count(told[0]) < len(told) or not ENTRY_TOKENS.isdisjoint(told[0]):
            telling += group
    by_token: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kid in sorted(telling):
        for token in names[kid]:
            by_token[tags[kid], token].append(kid)
    for (tag, token), group in by_token.items():
        some = RECORDS_MIN <= len(group) < len(by_tag[tag])
        if some or (len(group) < RECORDS_MIN and token in ENTRY_TOKENS):
            yield _whole(tree, "siblings", holder, tag, token, group)


def _before_paragraphs(tree: Tree, counts: Counts, kids: list[int], group: list[int]) -> tuple[int, ...]:
    """Where the entry that stands bare before paragraphs made as it is begins and ends, nowhere else: `… <p>` ends each."""
    run: list[int] = []
    for kid in takewhile(group[0].__gt__, kids):
        run = [] if tree.tags[kid] in BLOCKS and tree.tags[kid] != "br" else [*run, kid]
    if not run or tree.ends[run[-1]] > group[0]:
        return ()
    start, end, stop = run[0], tree.ends[run[-1]], tree.ends[group[0]]
    alike = {*tree.tags[start:end]} | {"p"} == {*tree.tags[group[0] : stop]}
    linked = counts.links[end] - counts.links[start] == counts.links[stop] - counts.links[group[0]] > 0
    return (start, end) if alike and linked else ()


def _defined(tree: Tree, terms: list[int]) -> list[int]:
    """Where what each of several terms of one list heads ends; empty where not all head something: alone they are no entries."""
    ends = []
    for term in terms if len(terms) >= RECORDS_MIN else ():
        end = at = tree.ends[term]
        while at < tree.ends[tree.parents[term]] and tree.tags[at] != "dt":
            end = tree.ends[at] if tree.tags[at] == "dd" else end
            at = tree.ends[at]
        if end == tree.ends[term]:
            return []
        ends.append(end)
    return ends


def _in_turn(counts: Counts, tree: Tree, ones: list[int], others: list[int]) -> list[int]:
    """The children of two tags that take turns and say alike, each with a link: entries set left and right; else none."""
    whole = sorted((*ones, *others))
    first, second = (ones, others) if ones[0] < others[0] else (others, ones)
    if len(second) < RECORDS_MIN or whole[::2] != first or whole[1::2] != second:
        return []
    told = {
        tuple(
            totals[tree.ends[node]] > totals[node] for totals in (counts.links, counts.dates, counts.headings)
        )
        for node in whole
    }
    return whole if len(told) == 1 and next(iter(told))[0] else []


def _whole(tree: Tree, shape: str, holder: int, tag: str, token: str, group: list[int]) -> Candidate:
    ends = tree.ends
    return Candidate(shape, holder, tag, token, group, [ends[node] for node in group])


def _cousins(tree: Tree, counts: Counts, names: Names, saying: list[int]) -> Iterator[Candidate]:
    linked = (
        {node for node in saying if counts.holds[node] & LINKED} if "td" in by_tag(tree) else frozenset[int]()
    )  # columns are of tables
    for holder, parts in _same_paths(tree, saying):
        if _alone(tree, parts):
            continue
        parts = _one_zone(tree, parts)
        if counts.holds[holder] & DATED:
            parts = _without_links(tree, counts, parts)
        if len(parts) < 2 or _alone(tree, parts):
            continue
        if entries_twice(tree, counts, parts):
            continue
        group = sorted(chain.from_iterable(parts))
        tag = tree.tags[group[0]]
        if tag == "dt" and all(whole := [_defined(tree, part) for part in parts]):
            yield Candidate("cousins", holder, tag, "", group, sorted(chain.from_iterable(whole)))
            continue
        if tag == "td" and columns(tree, counts, group, linked):
            continue
        yield _whole(tree, "cousins", holder, tag, "", group)
        for token, some in _sharing_token(tree, names, group):
            if tag != "td" or not columns(tree, counts, some, linked):
                yield _whole(tree, "cousins", holder, tag, token, some)


def _sharing_token(tree: Tree, names: Names, group: list[int]) -> Iterator[tuple[str, list[int]]]:
    """Each class token that some cousins bear, in several places of the page, and they."""
    told = [names[node] for node in group]
    if told.count(told[0]) == len(told):  # what all bear tells none from the others
        return
    shared: dict[str, list[int]] = defaultdict(list)
    for node in group:
        for token in names[node]:
            shared[token].append(node)
    parents = tree.parents
    for token, some in shared.items():
        if RECORDS_MIN <= len(some) < len(group) and parents[some[0]] != parents[some[-1]]:
            by_parent: dict[int, list[int]] = defaultdict(list)
            for node in some:
                by_parent[parents[node]].append(node)
            if not _alone(tree, list(by_parent.values())):
                yield token, some


def _one_zone(tree: Tree, parts: list[list[int]]) -> list[list[int]]:
    """The records without those that lie in a sidebar or the like, where only some do: they are another list's."""
    apart = [part for part in parts if not zone(tree, tree.parents[part[0]])[0]]
    return apart if sum(map(len, apart)) >= RECORDS_MIN else parts


def _without_links(tree: Tree, counts: Counts, parts: list[list[int]]) -> list[list[int]]:
    """The records without those in lists of brief links, where all others have dates: a menu's columns stand as the posts below it.

    A single such list is a menu where the page's own heading parts it from all others.
    """
    dates, ends = counts.dates, tree.ends
    dated = [part for part in parts if all(dates[ends[node]] > dates[node] for node in part)]
    bare = [part for part in parts if part not in dated]
    if not dated or not bare:
        return parts
    heads = (node for node in called(tree, ("h1",)) if not tree.unseen[node])
    if len(bare) < COLUMNS_MIN and not any(bare[0][-1] < node < dated[0][0] for node in heads):
        return parts
    linked = counts.totals["link_chars"]
    for part in bare:
        first, end = part[0], ends[part[-1]]
        said = sum(counts.chars[ends[node]] - counts.chars[node] for node in part)
        if (
            dates[end] > dates[first]
            or said > BRIEF_MAX * len(part)
            or said - sum(float(linked[ends[node]] - linked[node]) for node in part)
            > BESIDE_LINK_MAX * len(part)
        ):
            return parts
    return dated


COLUMNS_MIN = 2
"""Lists of brief links beside dated ones that are columns of a menu; one alone may be a section of entries without dates."""
BRIEF_MAX, BESIDE_LINK_MAX = 24.0, 6.0
"""Characters of a menu's rows in the mean, and of those outside its links: an arrow, how many pages there are."""


def _same_paths(tree: Tree, saying: list[int]) -> list[tuple[int, list[list[int]]]]:
    """Ancestors and the elements below them on one path, in parts: an element's children of one tag.

    In the order in which the page comes upon them, from each part upwards. An ancestor that adds none to the parts below it names
    the same records again, as two of three do, and is left out.
    """
    tags, parents = tree.tags, tree.parents
    alike: dict[tuple[int, str], list[int]] = {}
    for node in saying:
        tag = tags[node]
        if tag and tag not in _TOO_SMALL:
            if (same := alike.get((parents[node], tag))) is not None:
                same.append(node)
            else:
                alike[parents[node], tag] = [node]
    # Step by step upwards, all paths at once: where they meet they go on as one.
    paths: dict[tuple[str, int], int] = {}  # a path is a number: the step above and the path below it
    level = {
        (above, paths.setdefault((tag, -1), len(paths))): (number, [part])
        for number, ((above, tag), part) in enumerate(alike.items())
    }
    found = []
    for depth in range(1, COUSIN_DEPTH):
        met: dict[tuple[int, int], list[tuple[int, list[list[int]]]]] = {}
        for (above, path), parts in level.items():
            if above >= 0 and parents[above] >= 0:
                place = parents[above], paths.setdefault((tags[above], path), len(paths))
                met.setdefault(place, []).append(parts)
        level = {}
        for place, several in met.items():
            level[place] = several[0]
            if len(several) > 1:
                number, whole = several[0][0], [part for _, parts in several for part in parts]
                level[place] = number, whole
                found.append((number, depth, place[0], whole))
    return [(holder, parts) for _, _, holder, parts in sorted(found, key=lambda one: one[:2])]


def _alone(tree: Tree, parts: list[list[int]]) -> bool:
    """Whether each record is the only one in its parent: then the parents are the records, and more of them."""
    if max(map(len, parts)) > 1:
        return False
    return not any(tree.tags[tree.parents[part[0]]] in _TOO_SMALL for part in parts)


_TOO_SMALL = frozenset(
    "a b i em strong span small br hr img time abbr u font sup sub label input button body".split()
)
