"""The lists of a page nobody has described: groupings of its nodes, ordered by what tells entries from menus.

`candidates` names every grouping, `features` measures them, one weighted sum orders them; the best and the best of
those that do not overlap it are taken apart into entries (`lines`, `titles`, `fields`). Weights are a prior moved by a
conditional logit over captured pages (`bench/listing_weights.py`), so a rule can name no site.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from scraper.listing import platforms
from scraper.listing.dates.dated import Spot, machine_dates, spots
from scraper.listing.embedded import embedded_lists
from scraper.listing.entry import FoundList
from scraper.listing.grouping import features
from scraper.listing.grouping.archives import archive
from scraper.listing.grouping.candidates import candidates
from scraper.listing.grouping.short_links import with_short
from scraper.listing.grouping.titles_before import with_titles
from scraper.listing.kind import judge
from scraper.listing.kind.own_part import own_part
from scraper.listing.kind.prose import at_length
from scraper.listing.kind.sections_together import sections_together
from scraper.listing.lists.described import reason, shape
from scraper.listing.lists.downloads import above_downloads
from scraper.listing.lists.entries_within import entries_within
from scraper.listing.lists.fuller_runs import fuller_runs
from scraper.listing.lists.headed_part import beside_part, headed_otherwise, headed_part
from scraper.listing.lists.keep import chosen, part_of
from scraper.listing.lists.lead import lead_of
from scraper.listing.lists.little_said import little_said
from scraper.listing.lists.lone_entry import behind_lone, lone_entry
from scraper.listing.lists.main_part import SOUND_MIN, beside_main, mostly_dated
from scraper.listing.lists.other_kinds import behind_own_kind, speaks_of
from scraper.listing.lists.own_period import behind_own_period, known_days, of_own_period
from scraper.listing.lists.rows import Row, rows_of
from scraper.listing.lists.section_heads import section_head
from scraper.listing.lists.sections import panel_around, split
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.tree import Tree, parse
from scraper.listing.markup.uncollected import uncollected
from scraper.listing.markup.zones import zone
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import Counts, count
from scraper.listing.words.wording import folder_of

__all__ = ["Look", "chosen", "from_tree", "induce", "is_listing", "judged", "look", "rows_of"]

# Lists of a page that are looked at; with 3 one of the 78 captured pages loses a section, 12 reads alike.
LISTS_MAX = 6
# A list whose score is this much below the best is a menu: where 10 captured pages hold several lists and the truth
# names one, it lies at most 1.3 below.
SCORE_DROP = 5.0
# Candidates looked at for them; later ones overlap or are menus.
TRIED_MAX = 60
# Below this confidence, or this many visible characters, the page may be a shell and its data is read too. Of 78
# captured listings two are below the first; the shortest has 1,166 characters.
SHELL_CONFIDENCE = 0.1
SHELL_CHARS = 600
# Another list's confidence is the best one's, halved at a score this much lower, over about this step.
OTHERS_HALF = 4.0
OTHERS_STEP = 1.5
# A prior moved by a conditional logit over the groupings of 78 captured pages and their variants
# (`bench/listing_weights.py lists`): on the pages the choice is worth 0.942 (F1 by right cells), as much with sources of
# pages held out, and 0.962 is the most there is; bare of names and meaning 0.88 of 0.93, without dates 0.65 of 0.76.
WEIGHTS = {
    "records": 1.74, "few": -1.31, "linked": 1.70, "dated": 1.32, "one_date": 0.07, "titled": 0.22,
    "headed": -0.05, "one_heading": 1.21, "text": 0.34, "prose": 1.23, "even": 2.83, "one_link": 0.16,
    "many_links": 0.32, "page_text": 0.44, "page_dates": 2.96, "page_headings": 0.09, "distinct": 3.73,
    "aside": -1.25, "main": 0.03, "tight": 0.45, "short": -1.50, "segments": -0.42, "cousins": -0.21,
    "has_dates": 1.85, "same": 0.54, "titles": -1.15, "above": 1.20, "known": 1.35, "alike": 2.75,
    "nodes": 1.22,
}  # fmt: skip


def induce(html: str | bytes, url: str) -> list[FoundList]:
    """Find the lists of a page.

    Args:
        html: the page; lone bytes as marks.
        url: where it came from.

    Returns:
        Lists that share no entry, best first; empty where nothing repeats.
    """
    return from_tree(parse(html, url))


@uncollected()
def from_tree(tree: Tree) -> list[FoundList]:
    """As `induce`, for a page already parsed."""
    page = look(tree)
    found: list[FoundList] = []
    taken: list[tuple[int, int]] = []
    best = 0.0
    for at in page.order[:TRIED_MAX]:
        candidate = page.possible[at]
        low = bool(taken) and page.scores[at] < page.scores[page.order[0]] - SCORE_DROP
        if low and (not found or found[0].beside or not _another(tree, page, at)):
            continue
        span = (candidate.starts[0], candidate.ends[-1])
        if any(first < span[1] and span[0] < last for first, last in taken):
            continue
        confidence = _confidence(tree, page, at, best)
        best = best or confidence
        lists = _lists(tree, page, at, confidence)
        if low:
            lists = [replace(one, beside=one.speaks <= 0) for one in lists]
        found.extend(lists if found or len(lists) != 1 else [_led(tree, page, candidate.holder, lists[0])])
        taken.append(span)
        if len(taken) >= LISTS_MAX:
            break
    return _with_data(tree, page.counts, found, best)


def _another(tree: Tree, page: Look, at: int) -> bool:
    """Whether a candidate that stands back is a list all the same: the days to come beside the news, the reports in a section of their own.

    An undated one is where it lies in the page's own part below a heading that is not the page's.
    """
    if page.strengths[at] < SOUND_MIN:
        return False
    one = page.possible[at]
    if mostly_dated(page.counts, one):
        return True
    return (
        not zone(tree, one.holder)[0]
        and own_part(tree, page.counts, one.holder) is not None
        and headed_otherwise(tree, page.counts, one.starts[0])
    )


def _with_data(tree: Tree, counts: Counts, found: list[FoundList], best: float) -> list[FoundList]:
    """The lists and those of the page's data: on a shell any, where the page's own are doubtful only dated ones.

    An article's data hold its site's menus and what is read most; where only its length says that it is one, what the page shows is taken.
    """
    shell = counts.chars[-1] < SHELL_CHARS
    if not shell and (best >= SHELL_CONFIDENCE or judge.says_article(tree) >= 1.0):
        return found
    held = [one for one in embedded_lists(tree) if shell or all(entry.datetime for entry in one.entries)]
    if held and not shell and at_length(tree, counts):
        held = [one for one in held if _is_shown(tree, one)]
    return sorted([*found, *held], key=lambda one: -one.confidence)


def _is_shown(tree: Tree, one: FoundList) -> bool:
    """Whether the page says most titles of a list."""
    said = tree.text(0)
    return 2 * sum(entry.title in said for entry in one.entries) > len(one.entries)


@dataclass(slots=True)
class Look:
    """A page's candidates, measured: what both the search for lists and the judgement of the page start from.

    `strengths` are the weighted sums; `scores`, which `order` follows, are less for what stands beside the page's main part.
    """

    shown: list[Spot]
    machine: dict[int, str]
    counts: Counts
    possible: list[Candidate]
    table: features.Floats
    scores: list[float]
    order: list[int]
    strengths: list[float]
    called: float

    @property
    def ordered(self) -> list[Candidate]:
        """The candidates, best first."""
        return [self.possible[at] for at in self.order]

    def evidence(self, tree: Tree) -> dict[str, float]:
        """What the judgement of the page is made from, with the best candidate as its list."""
        if not self.order:
            return judge.evidence(tree, self.counts, None, 0, 0.0, self.called)
        best = self.order[0]
        whole, number = self.possible[best], len(self.possible[best].starts)
        if number < judge.FEW:  # three days may hold twenty entries
            number = len(entries_within(tree, self.counts, whole, self.ordered).starts)
        others = [self.possible[at] for at in self.order[1:TRIED_MAX]]
        # better lists of another kind stand back behind this one, and say as much of the page
        put_back = bool(others) and self.strengths[self.order[1]] > self.strengths[best]
        if number < judge.FEW or (put_back and speaks_of(tree, self.counts, others[0].starts) < 0):
            whole = sections_together(tree, self.counts, whole, others)
            number = max(number, len(whole.starts))
        few = number < judge.FEW
        own = few and of_own_period(tree, self.counts, known_days(tree, self.shown, self.machine), whole)
        return judge.evidence(
            tree, self.counts, whole, number, self.strengths[best], self.called, of_period=own
        )


def look(tree: Tree) -> Look:
    """Name, measure and order the candidates of a page, best first."""
    shown, machine = spots(tree), machine_dates(tree)
    counts = count(tree, shown, machine)
    possible = [one for one in candidates(tree, counts) if not archive(tree, counts, one)]
    possible += with_titles(tree, possible)
    if (lone := lone_entry(tree, counts)) and all(one.spans != lone.spans for one in possible):
        possible.append(lone)
    marks = platforms.signs(tree)
    system = platforms.recognise(marks)
    table = features.measure(tree, counts, possible, platforms.entry_words(system, marks))
    weighed = table @ np.array([WEIGHTS[name] for name in features.NAMES])
    aside = table[:, features.NAMES.index("aside")]
    scores = beside_main(tree, counts, possible, weighed, aside)
    scores = behind_lone(tree, counts, possible, scores, lone)
    scores = above_downloads(tree, counts, possible, scores)
    scores = little_said(tree, counts, possible, scores, aside)
    scores = fuller_runs(tree, counts, possible, scores)
    scores = behind_own_kind(tree, counts, possible, scores, aside)
    scores = behind_own_period(tree, counts, known_days(tree, shown, machine), possible, scores, aside)
    order = np.argsort(-scores, kind="stable").tolist()
    called = platforms.called(system, marks)
    return Look(shown, machine, counts, possible, table, scores.tolist(), order, weighed.tolist(), called)


def is_listing(html: str | bytes, url: str) -> float:
    """The probability that a page is a listing rather than an article, a login, an error or a front page."""
    return judged(parse(html, url))


@uncollected()
def judged(tree: Tree) -> float:
    """As `is_listing`, for a page already parsed; of a shell its data tells as well."""
    page = look(tree)
    shown = judge.probability(page.evidence(tree))
    held = embedded_lists(tree) if page.counts.chars[-1] < SHELL_CHARS else []
    return max([shown, *(one.confidence for one in held)])


def _lists(tree: Tree, page: Look, at: int, confidence: float) -> list[FoundList]:
    candidate = with_short(
        tree, page.counts, entries_within(tree, page.counts, page.possible[at], page.ordered)
    )
    kept = rows_of(tree, candidate, page.counts, page.shown, page.machine)
    if not kept:
        return []
    runs = any(record.end != tree.ends[record.start] for record, _ in kept)
    built = shape(tree, kept, "segments " if runs else "")
    why = reason(tree, page.counts, candidate, [row for _, row in kept])
    own = headed_part(tree, page.counts)
    sections, of_one = split(tree, candidate, kept)
    parts = [
        FoundList(
            name,
            tuple(row for _, row in part),
            confidence,
            why if len(part) == len(kept) else f"{len(part)} of {why}",
            shape=built,
            strength=page.strengths[at],
            places=tuple(record.start for record, _ in part),
            around=_around(tree, part[0][0].start),
            beside=(beside := beside_part(tree, own, part[0][0].start)),
            speaks=min(
                speaks_of(tree, page.counts, [record.start for record, _ in part]), 0 if beside else 2
            ),
            below=_lie_below([row.url for _, row in part], folder_of(tree.url)),
            panel=panel_around(tree, part[0][0].start),
            block=candidate.holder if of_one else -1,
            section=section_head(tree, page.counts, part[0][0].start),
        )
        for name, part in _read_apart(tree, page, candidate, sections)
    ]
    return sorted(
        parts, key=lambda part: (not part.beside, part.speaks, part.below, _cells(part)), reverse=True
    )


def _read_apart(
    tree: Tree, page: Look, candidate: Candidate, parts: list[tuple[str, list[Row]]]
) -> Iterator[tuple[str, list[Row]]]:
    """The parts of a list; one whose records show days that none of its rows has is built otherwise, and read for itself."""
    for name, part in parts:
        shown = sum(bool(record.spots) for record, _ in part)
        if len(parts) > 1 and 2 * shown > len(part) and not any(row.dated for _, row in part):
            starts, ends = [record.start for record, _ in part], [record.end for record, _ in part]
            alone = replace(candidate, starts=starts, ends=ends)
            again = rows_of(tree, alone, page.counts, page.shown, page.machine)
            part = again if len(again) == len(part) else part
        yield name, part


def _around(tree: Tree, node: int) -> tuple[int, ...]:
    """The elements around a record, the nearest first, below the page's own."""
    return tuple(
        at for at in islice(tree.around(tree.parents[node]), AROUND) if tree.tags[at] not in ("body", "html")
    )


AROUND = 3
"""Lists of one block: `<div><h2>…</h2><div><ul>…</ul></div> …</div>`."""


def _lie_below(addresses: list[str], folder: str) -> bool:
    """Whether most entries lie below the page's own address: of news and days to come, the news at `/news`."""
    below = sum(bool(folder) and parts_of(address).path.startswith(folder) for address in addresses)
    return 2 * below > len(addresses)


def _cells(part: FoundList) -> int:
    """How many cells a part of a list fills: the longest dated one is what the page is for."""
    return sum(bool(row.title) + bool(row.url) + row.dated for row in part.entries)


def _led(tree: Tree, page: Look, holder: int, best: FoundList) -> FoundList:
    """The best list with the first entry that stands apart from it, if there is one."""
    lead = lead_of(tree, page.counts, holder, best)
    rows = rows_of(tree, lead, page.counts, page.shown, page.machine) if lead else []
    led = [row for _, row in rows if row.title and row.url]
    part = part_of(best)
    if not led or not f"{part_of(replace(best, entries=tuple(led)))}/".startswith(f"{part}/"):
        return best
    if len(led) > 1 and ("/" not in part or len(led) < len(rows)):
        return best  # boxes that lead all over the site are no leads of this list
    said = "entry that stands" if len(led) == 1 else "entries that stand"
    places = (*[record.start for record, _ in rows], *best.places)
    return replace(
        best, entries=(*led, *best.entries), places=places, reason=f"{best.reason}; and the {said} above them"
    )


def _confidence(tree: Tree, page: Look, at: int, best: float) -> float:
    """The page's own probability of being a listing for the best list, less for the others by their distance to it."""
    if at == page.order[0]:
        return judge.probability(page.evidence(tree))
    return best / (
        1.0 + math.exp(-(page.scores[at] - page.scores[page.order[0]] + OTHERS_HALF) / OTHERS_STEP)
    )
