"""Where the entries begin whose runs a kind of child cuts out of a row of siblings: `p day, p title, p text, p day, …`.

Cut at the titles, such a row gives each title the day of the next: as many runs, each as full, and all of them wrong. What tells is
both ends of the row. Before the first head stands what stands before all others, and behind the last it is missing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from statistics import median_low

from scraper.listing.markup.bearers import called
from scraper.listing.markup.tree import BLOCKS, Tree
from scraper.listing.records.counts import DATED, HEADED, LINKED, Counts
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

Kind = tuple[str, bool, bool, bool]
"""What a child is: its tag, whether it has a date, whether a link, and whether it is set off from text (a heading, bold)."""
BEFORE_SHARE = 0.5
"""Heads, runs or ends are alike where more than this share of them is."""
OTHERS_MAX = 1.5
"""Titles that are up to so many times the heads found by something else are the entries; of more, most are none."""
RUNS_MIN = 3
"""Two runs do not tell which of them is as it should be."""
_BOLD = frozenset({"strong", "b"})
_BOLD_WITHIN = 4  # nodes: `<p><a><b>` and the paragraph itself


def kinds_of(tree: Tree, counts: Counts, kids: list[int]) -> list[Kind]:
    """What each child is, by which runs are compared."""
    tags, holds, bold = tree.tags, counts.holds, _bold_ones(tree)
    return [
        (
            tags[kid],
            holds[kid] & DATED > 0,
            holds[kid] & LINKED > 0,
            holds[kid] & HEADED > 0 or (bool(bold) and _is_bold(tree, kid, bold)),
        )
        for kid in kids
    ]


@lru_cache(maxsize=1)
def _bold_ones(tree: Tree) -> list[int]:
    return called(tree, _BOLD)


def all_bold(tree: Tree, node: int) -> bool:
    """Whether all that an element says is bold."""
    return _is_bold(tree, node, _bold_ones(tree))


def _is_bold(tree: Tree, kid: int, bold: list[int]) -> bool:
    """Whether all that a child says stands in the first of the bold elements in it."""
    end, at = tree.ends[kid], bisect_left(bold, kid)
    if at == len(bold) or bold[at] >= min(end, kid + _BOLD_WITHIN):
        return False
    outside = (*range(kid, bold[at]), *range(tree.ends[bold[at]], end))
    return not any(tree.pieces[node].strip() for node in outside)


def _speaks(kind: Kind) -> bool:
    """Whether an entry may begin with such a child: none does with its teaser."""
    return any(kind[1:])


def is_brief(tree: Tree, counts: Counts, kid: int) -> bool:
    """Whether a child says no more than a title does, and ends as none of sentences."""
    chars = counts.chars[tree.ends[kid]] - counts.chars[kid]
    return 0.0 < chars <= BRIEF_MAX and not tree.text(kid).endswith(SENTENCE_ENDS)


BRIEF_MAX = 120.0  # of the titles on 78 captured pages


def run_starts(
    told: list[Kind], brief: Callable[[int], bool], heads: list[int], groups: Iterable[list[int]]
) -> list[int]:
    """Move heads back to where their entries begin.

    Args:
        told: what an element's children are (`kinds_of`).
        brief: whether one of them, by number, may be a title by what it says (`is_brief`).
        heads: those that head a run, by number.
        groups: all heads that the row is cut by.

    Returns:
        The heads of the same runs, by number; the same where nothing before the first belongs to it, and none where the entries
        are another group's, which has more of them.
    """
    length = median_low(after - before for before, after in pairwise(heads))
    chain: list[Kind] = []  # what stands before the heads, the nearest first
    reach = 0
    behind = told[heads[-1] + 1 : heads[-1] + length + 1]
    while len(chain) + 1 < length:
        step = len(chain) + 1
        first = heads[0] - step
        if first < 0:
            break
        kind = told[first]
        times = [told[head - step] for head in heads[1:]].count(kind)
        if times <= BEFORE_SHARE * (len(heads) - 1):
            break
        spoken = _speaks(kind) or _most_brief(brief, [head - step for head in heads])
        place = length - step - 1
        full = kind in (behind if _speaks(kind) else behind[place : place + 1])
        titled = step == 1 and kind[-1] and not told[heads[0]][-1]
        if spoken and full and not titled:
            break  # the last run is as full as the others: what stands before the first is the page's own
        chain.append(kind)
        reach = len(chain) if spoken else reach
    if not reach:
        return heads
    chain = chain[:reach]
    begun = [_begun(told, head, before, chain) for before, head in pairwise([-1, *heads])]
    begun = _with_others(told, begun, chain[-1])
    return [] if any(_has_more(group, begun) for group in groups) else begun


def _most_brief(brief: Callable[[int], bool], places: list[int]) -> bool:
    return sum(map(brief, places)) > BRIEF_SHARE * len(places)


# Of the places that must be brief; .4 and 1 read the 78 captured pages alike.
BRIEF_SHARE = 0.8


def _begun(told: list[Kind], head: int, before: int, chain: list[Kind]) -> int:
    """Where the entry of a head begins; of what stands before the others some may be missing."""
    at, left = head, chain
    while at - 1 > before and left and told[at - 1] in left:
        left = left[left.index(told[at - 1]) + 1 :]
        at -= 1
    return at


def _with_others(told: list[Kind], heads: list[int], kind: Kind) -> list[int]:
    """The heads and all others of their kind, where that is one of titles: what they were found by may be missing there."""
    if not kind[-1]:
        return heads
    others = [at for at, own in enumerate(told) if own == kind]
    return sorted({*heads, *others}) if len(others) <= OTHERS_MAX * len(heads) else heads


def _has_more(group: list[int], heads: list[int]) -> bool:
    """Whether a group has all heads and a few more, each with something below it."""
    if not len(heads) < len(group) <= OTHERS_MAX * len(heads):
        return False
    more = set(group).difference(heads)
    alone = {before for before, after in pairwise(group) if after - before == 1}
    return len(more) == len(group) - len(heads) and bool(more.difference(alone))


def begins_late(told: list[Kind], heads: list[int], groups: Iterable[list[int]]) -> bool:
    """Whether heads stand inside of others' runs, each at the same place, but the first: that is the page's own.

    `p link` above `p day, p link, p text` is no entry. The first run differs from the rest, or the others begin with titles and the
    last run is not full.
    """
    if len(heads) <= RUNS_MIN:
        return False
    groups = [group for group in groups if len(group) == len(heads) - 1 and _inside(heads[1:], group)]
    if not groups:
        return False
    runs = Counter(tuple(told[before:after]) for before, after in pairwise(heads))
    usual, times = runs.most_common(1)[0]
    if times <= BEFORE_SHARE * len(heads):
        return False
    alike = tuple(told[heads[0] : heads[1]]) == usual
    ended = _holds_all(told[heads[-1] : heads[-1] + len(usual)], usual)
    return any(not alike or (told[group[0]][-1] and not told[heads[0]][-1] and not ended) for group in groups)


def _holds_all(run: list[Kind], usual: tuple[Kind, ...]) -> bool:
    """Whether a run has all that others have, each of its children in its place: a teaser may tell of a day, too."""
    return len(run) == len(usual) and all(
        own[0] == kind[0] and all(has >= asked for has, asked in zip(own[1:], kind[1:], strict=True))
        for own, kind in zip(run, usual, strict=True)
    )


def even_step(heads: list[int], least: int) -> int:
    """The step at which heads return, so many at least; 0 where they return unevenly, or side by side."""
    step = heads[1] - heads[0] if len(heads) >= least else 0
    return step if step > 1 and all(after - before == step for before, after in pairwise(heads)) else 0


def _inside(heads: list[int], others: list[int]) -> bool:
    places = {head - other for head, other in zip(heads, others, strict=True)}
    return len(places) == 1 and 0 < places.pop() < others[1] - others[0]


def without_frame(told: list[list[Kind]], runs: list[list[int]]) -> list[list[int]]:
    """Runs between rules or empty lines without what the page says above the first entry and below the last one.

    Args:
        told: what the children of each run are.
        runs: the children of each.
    """
    if len(runs) < RUNS_MIN:
        return runs
    first, last = runs[0], runs[-1]
    kind, times = Counter(kinds[0] for kinds in told[1:]).most_common(1)[0]
    longest = max(map(len, runs[1:]))
    if _speaks(kind) and times > BEFORE_SHARE * (len(runs) - 1):
        begins = [at for at, own in enumerate(told[0]) if own == kind and len(first) - at <= longest]
        first = first[begins[0] :] if begins else first
    others = [told[0][-len(first) :], *told[1:-1]]
    if any(kinds[0] in BLOCKS for kinds in told[-1][max(map(len, others)) :]):
        last = last[: last_length(told[-1], others)]
    return [first, *runs[1:-1], last]


def last_length(last: list[Kind], others: list[list[Kind]]) -> int:
    """How many of the children behind the last head are its entry's: as many as others have, or up to what ends the others."""
    longest = max(map(len, others))
    if len(last) <= longest:
        return len(last)
    usual, times = Counter(kinds[-1] for kinds in others).most_common(1)[0]
    if not _speaks(usual) or times <= BEFORE_SHARE * len(others) or usual not in last[1:]:
        return longest
    return max(last.index(usual, 1) + 1, longest)
