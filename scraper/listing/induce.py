"""The lists of a page nobody has described: groupings of its nodes, ordered by what tells entries from menus.

`candidates` names every grouping, `features` measures them, one weighted sum orders them; the best and the best of
those that do not overlap it are taken apart into entries (`lines`, `titles`, `fields`). Weights are a prior moved by a
conditional logit over captured pages (`bench/listing_weights.py`), so a rule can name no site.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scraper.listing import features, judge, platforms
from scraper.listing.candidates import Candidate, Counts, candidates, count, tokens
from scraper.listing.dated import Spot, machine_dates, spots
from scraper.listing.embedded import embedded_lists
from scraper.listing.entry import Entry, FoundList
from scraper.listing.fields import entries
from scraper.listing.lead import lead_of
from scraper.listing.lines import Record, take_apart
from scraper.listing.sections import list_name, split
from scraper.listing.tree import Tree, parse

LISTS_MAX = 6
# A list whose score is this much below the best is a menu: where 10 captured pages hold several lists and the truth
# names one, it lies at most 1.3 below.
SCORE_DROP = 5.0
# Candidates looked at for them; later ones overlap or are menus.
TRIED_MAX = 60
# Where this share of a list's records has a link (or a date), one without is a header row or an advert.
COMMON_SHARE = 0.8
# An address given as a listing is one more often than not. Of 68 captured listings none lies below this confidence;
# of the pages made from them to be none 4 % of the articles, 4 % of the logins, 13 % of the errors and 12 % of the
# front pages lie above (swept 0.03-0.3: at 0.05 it is 12, 9, 19 and 41 %; at 0.2 own undated listings are lost).
PLAUSIBLE_MIN = 0.12
# On a page that is mainly something else a list is kept for itself: this many entries, this strong. It brings back the 4
# of 10 captured articles whose sidebar list was wanted, and none of the made pages.
LONG, STRONG, STRONG_PLAUSIBLE_MIN = 6, 19.0, 0.003
# Records with this many titles each in the mean, and one date, may be days rather than entries.
SEVERAL_TITLES = 1.4
# Below this confidence, or this many visible characters, the page may be a shell and its data is read too. Of 78
# captured listings two are below the first; the shortest has 1,166 characters.
SHELL_CONFIDENCE = 0.1
SHELL_CHARS = 600
# Another list's confidence is the best one's, halved at a score this much lower, over about this step.
OTHERS_HALF = 4.0
OTHERS_STEP = 1.5
# A featured section has fewer entries than the list below it and so less confidence, down to this share.
FEATURED_SHARE = 0.4
# A prior moved by a conditional logit over the groupings of 78 captured pages (`bench/listing_weights.py lists`): the
# choice is worth 0.938 (F1 by right cells), as much with one source of pages held out, and 0.958 is the most there is.
WEIGHTS = {
    "records": 1.44, "few": -1.12, "linked": 1.55, "dated": 1.45, "one_date": 0.02, "titled": 0.45,
    "headed": -0.20, "one_heading": 1.79, "text": 0.17, "prose": 0.67, "even": 2.39, "one_link": 0.46,
    "many_links": 0.11, "page_text": -0.33, "page_dates": 3.88, "page_headings": 0.21, "distinct": 3.56,
    "aside": -0.96, "main": -0.12, "tight": 0.08, "short": -1.59, "segments": -0.49, "cousins": -0.10,
    "has_dates": 1.97, "same": 1.11, "titles": -1.18, "above": 1.17, "known": 1.00,
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


def from_tree(tree: Tree) -> list[FoundList]:
    """As `induce`, for a page already parsed."""
    page = look(tree)
    found: list[FoundList] = []
    taken: list[tuple[int, int]] = []
    best = 0.0
    for at in page.order[:TRIED_MAX]:
        if len(taken) >= 2 and page.scores[at] < page.scores[page.order[0]] - SCORE_DROP:
            break
        candidate = page.possible[at]
        span = (candidate.starts[0], candidate.ends[-1])
        if any(first < span[1] and span[0] < last for first, last in taken):
            continue
        confidence = _confidence(tree, page, at, best)
        best = best or confidence
        lists = _lists(tree, page, _within(page, at), confidence)
        found.extend(lists if found or len(lists) != 1 else [_led(tree, page, candidate.holder, lists[0])])
        taken.append(span)
        if len(taken) >= LISTS_MAX:
            break
    return _with_data(tree, found, best, shell=page.counts.chars[-1] < SHELL_CHARS)


def _with_data(tree: Tree, found: list[FoundList], best: float, *, shell: bool) -> list[FoundList]:
    """The lists and those of the page's data: on a shell any, where the page's own are doubtful only dated ones."""
    if not shell and best >= SHELL_CONFIDENCE:
        return found
    held = [one for one in embedded_lists(tree) if shell or all(entry.datetime for entry in one.entries)]
    return sorted([*found, *held], key=lambda one: -one.confidence)


@dataclass(slots=True)
class Look:
    """A page's candidates, measured: what both the search for lists and the judgement of the page start from."""

    shown: list[Spot]
    machine: dict[int, str]
    counts: Counts
    possible: list[Candidate]
    table: features.Floats
    scores: list[float]
    order: list[int]
    called: float

    def evidence(self, tree: Tree) -> list[float]:
        """What the judgement of the page is made from, with the best candidate as its list."""
        if not self.order:
            return judge.evidence(tree, self.counts, None, 0.0, self.called)
        best = self.order[0]
        return judge.evidence(tree, self.counts, self.possible[best], self.scores[best], self.called)


def look(tree: Tree) -> Look:
    """Name, measure and order the candidates of a page, best first."""
    shown, machine = spots(tree), machine_dates(tree)
    counts = count(tree, shown, machine)
    possible = candidates(tree, counts)
    marks = platforms.signs(tree)
    system = platforms.recognise(marks)
    table = features.measure(tree, counts, possible, platforms.entry_words(system, marks))
    scores = table @ np.array([WEIGHTS[name] for name in features.NAMES])
    order = np.argsort(-scores, kind="stable").tolist()
    called = platforms.called(system, marks)
    return Look(shown, machine, counts, possible, table, scores.tolist(), order, called)


def is_listing(html: str | bytes, url: str) -> float:
    """The probability that a page is a listing rather than an article, a login, an error or a front page."""
    return judged(parse(html, url))


def judged(tree: Tree) -> float:
    """As `is_listing`, for a page already parsed."""
    return judge.probability(look(tree).evidence(tree))


def _lists(tree: Tree, page: Look, at: int, confidence: float) -> list[FoundList]:
    candidate = page.possible[at]
    kept = rows_of(tree, candidate, page.counts, page.shown, page.machine)
    if not kept:
        return []
    runs = any(record.end != tree.ends[record.start] for record, _ in kept)
    shape = _shape(tree, kept, "segments " if runs else "")
    reason = _reason(tree, page, at, [row for _, row in kept])
    return [
        FoundList(
            name,
            tuple(row for _, row in part),
            confidence,
            reason if len(part) == len(kept) else f"{len(part)} of {reason}",
            shape=shape,
            strength=page.scores[at],
            places=tuple(record.start for record, _ in part),
        )
        for name, part in split(tree, candidate, kept)
    ]


def _led(tree: Tree, page: Look, holder: int, best: FoundList) -> FoundList:
    """The best list with the first entry that stands apart from it, if there is one."""
    lead = lead_of(tree, page.counts, holder, best)
    rows = rows_of(tree, lead, page.counts, page.shown, page.machine) if lead else []
    led = [row for _, row in rows if row.title and row.url]
    if not led or _part(replace(best, entries=tuple(led))) != _part(best):
        return best
    reason = f"{best.reason}; and the entry that stands above them"
    places = (rows[0][0].start, *best.places)
    return replace(best, entries=(*led, *best.entries), places=places, reason=reason)


def _within(page: Look, at: int) -> int:
    """The entries inside records that hold several: days with their entries below one date heading."""
    outer, titles, dates = page.possible[at], page.counts.titles, page.counts.dates
    start, end = outer.starts[0], outer.ends[-1]
    total = titles[end] - titles[start]
    if total < SEVERAL_TITLES * len(outer.starts):
        return at
    for inner in page.order:
        one = page.possible[inner]
        if one.starts[0] < start or one.ends[-1] > end or len(one.starts) <= len(outer.starts):
            continue
        spans = list(zip(one.starts, one.ends, strict=True))
        single = all(
            titles[last] - titles[first] == 1 and dates[last] == dates[first] for first, last in spans
        )
        if single and len(spans) >= COMMON_SHARE * total:
            return inner
    return at


def _confidence(tree: Tree, page: Look, at: int, best: float) -> float:
    """The page's own probability of being a listing for the best list, less for the others by their distance to it."""
    if at == page.order[0]:
        return judge.probability(page.evidence(tree))
    return best / (
        1.0 + math.exp(-(page.scores[at] - page.scores[page.order[0]] + OTHERS_HALF) / OTHERS_STEP)
    )


def _reason(tree: Tree, page: Look, at: int, rows: list[Entry]) -> str:
    candidate = page.possible[at]
    count = len(rows)
    shapes = {"siblings": "side by side", "cousins": "in several containers", "segments": "runs of elements"}
    told = [
        f"{sum(bool(getattr(row, name)) for row in rows)} {word}"
        for name, word in (("url", "linked"), ("title", "titled"), ("excerpt", "with a teaser"))
    ]
    dates = sum(bool(row.date or row.datetime) for row in rows)
    chars = page.counts.chars
    share = sum(
        chars[end] - chars[start] for start, end in zip(candidate.starts, candidate.ends, strict=True)
    ) / max(chars[-1], 1.0)
    what = f"<{candidate.tag}>" if candidate.tag else "lines"
    holder = f"<{tree.tags[candidate.holder]}> {list_name(tree, candidate.holder)!r}"
    return (
        f"{count} {what}{'.' + candidate.token if candidate.token else ''} {shapes[candidate.shape]} in {holder}: "
        f"{', '.join(told)}, {dates} dated; {share:.0%} of the page's text"
        f"{'; the page was too large and only its beginning was read' if tree.cut else ''}"
    )


def _shape(tree: Tree, part: list[tuple[Record, Entry]], run: str) -> str:
    """The tag of the records, the class tokens most share, and which fields most have."""
    most = 0.6 * len(part)
    starts = [record.start for record, _ in part]
    names = Counter(token for start in starts for token in tokens(tree, start))
    shared = ".".join(sorted(token for token, times in names.items() if times >= most))
    given = [
        name
        for name in ("title", "url", "date", "excerpt")
        if sum(bool(getattr(row, name)) for _, row in part) >= most
    ]
    slots = Counter(line.slot for record, _ in part for line in record.lines[:3])
    common = " ".join(sorted(slot for slot, times in slots.items() if times >= most))
    return f"{run}{tree.tags[starts[0]]}.{shared} {'+'.join(given)} {common}"


def rows_of(
    tree: Tree, candidate: Candidate, counts: Counts, shown: list[Spot], machine: dict[int, str]
) -> list[tuple[Record, Entry]]:
    """Take a candidate apart; a record that holds no title, no link and no date is no entry."""
    spans = list(zip(candidate.starts, candidate.ends, strict=True))
    bodies = [span for span in spans if not _head_row(tree, *span)]
    records = [take_apart(tree, start, end, counts.hrefs) for start, end in bodies or spans]
    firsts, given = [spot.first for spot in shown], sorted(machine.items())
    nodes = [node for node, _ in given]
    inside: set[Spot] = set()
    for record in records:
        record.spots = shown[bisect_left(firsts, record.start) : bisect_left(firsts, record.end)]
        record.machine = given[bisect_left(nodes, record.start) : bisect_left(nodes, record.end)]
        inside.update(record.spots)
    outside = [spot for spot in shown if spot not in inside]
    rows = entries(tree, records, outside, candidate.holder)
    linked = sum(bool(row.url) for row in rows) >= COMMON_SHARE * len(rows)
    dated = sum(bool(row.date or row.datetime) for row in rows) >= COMMON_SHARE * len(rows)
    return [
        (record, row)
        for record, row in zip(records, rows, strict=True)
        if (row.title or row.url or row.date)
        and not (linked and not row.url and (not dated or not (row.date or row.datetime)))
        and not (dated and not (row.date or row.datetime) and not row.url)
    ]


def _head_row(tree: Tree, start: int, end: int) -> bool:
    """Whether a record is a table's row of column heads."""
    cells = Counter(tree.tags[node] for node in range(start, end))
    return tree.tags[start] == "tr" and cells["th"] > 0 and cells["td"] == 0


def chosen(found: Sequence[FoundList]) -> list[FoundList]:
    """The lists a run keeps: the best one and the rest of the same listing, in page order.

    Another list belongs to it when its entries are built alike, or have the same fields and lead to the same part of
    the site and it stands above (a featured section), and when it does not say again what the best list says.

    Args:
        found: what `induce` returned.

    Returns:
        Lists in page order; none when no list is plausible.
    """
    if not found or not _plausible(found):
        return []
    best = found[0]
    kept = [best]
    for other in found[1:]:
        if _belongs(best, other) and not any(_again(one, other) for one in kept):
            kept.append(other)
    return _told_apart(sorted(kept, key=lambda one: one.places))


def _plausible(found: Sequence[FoundList]) -> bool:
    """Whether the best list is one of entries: its page is a listing, or it is long and strong by itself."""
    best = found[0]
    if best.confidence >= PLAUSIBLE_MIN:
        return True
    alike = sum(len(one.entries) for one in found if one.shape == best.shape)
    return alike >= LONG and best.strength >= STRONG and best.confidence >= STRONG_PLAUSIBLE_MIN


def _told_apart(lists: list[FoundList]) -> list[FoundList]:
    """The lists with names of their own: a second `news` is `news-2`."""
    times: Counter[str] = Counter()
    named = []
    for one in lists:
        times[one.name] += 1
        named.append(one if times[one.name] == 1 else replace(one, name=f"{one.name}-{times[one.name]}"))
    return named


def _belongs(best: FoundList, other: FoundList) -> bool:
    if other.shape == best.shape:
        return True
    if other.confidence < FEATURED_SHARE * best.confidence or other.places > best.places:
        return False
    return (
        "date" in _given(best)
        and _given(best) - {"excerpt"} == _given(other) - {"excerpt"}
        and _part(best) == _part(other)
    )


def _given(one: FoundList) -> set[str]:
    most = COMMON_SHARE * len(one.entries)
    return {
        name
        for name in ("title", "url", "date", "excerpt")
        if sum(bool(getattr(row, name)) for row in one.entries) >= most
    }


def _part(one: FoundList) -> str:
    """Host and first folder that most links of a list lead to."""
    parts = Counter("/".join(row.url.split("/")[2:4]) for row in one.entries if row.url.count("/") > 3)
    return parts.most_common(1)[0][0] if parts else ""


def _again(one: FoundList, other: FoundList) -> bool:
    """Whether at least half of the other list's entries stand in this one too."""
    known = {_address(row.url) for row in one.entries if row.url}
    return 2 * sum(_address(row.url) in known for row in other.entries) >= len(other.entries)


def _address(url: str) -> tuple[str, ...]:
    path, _, query = url.partition("#")[0].partition("?")
    return path.rstrip("/"), *sorted(query.split("&"))
