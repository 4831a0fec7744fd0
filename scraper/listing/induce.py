"""The lists of a page nobody has described: groupings of its nodes, ordered by what tells entries from menus.

`candidates` names every grouping, `features` measures them, one weighted sum orders them; the best and the best of
those that do not overlap it are taken apart into entries (`lines`, `titles`, `fields`). Weights are a prior moved by a
conditional logit over captured pages (`bench/listing_weights.py`), so a rule can name no site.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scraper.listing import features, judge
from scraper.listing.candidates import Candidate, Counts, candidates, count, tokens
from scraper.listing.dated import Spot, date_share, machine_dates, spots
from scraper.listing.entry import Entry, FoundList
from scraper.listing.fields import entries
from scraper.listing.lines import Record, take_apart
from scraper.listing.tree import HEADINGS, Tree, parse

LISTS_MAX = 6
# Candidates looked at for them; later ones overlap or are menus.
TRIED_MAX = 60
# Where this share of a list's records has a link (or a date), one without is a header row or an advert.
COMMON_SHARE = 0.8
PLAUSIBLE_MIN = 0.05
# A featured section has fewer entries than the list below it and so less confidence, by up to this much.
FEATURED_GAP = 0.35
WEIGHTS = {"records": 1.58, "few": -1.11, "linked": 1.47, "dated": 1.04, "one_date": -0.17, "titled": 0.24, "headed": -0.18, "one_heading": 1.67, "text": 0.12, "prose": 0.69, "even": 2.47, "one_link": 0.48, "many_links": -0.05, "page_text": -0.47, "page_dates": 4.37, "page_headings": -0.02, "distinct": 3.59, "aside": -1.02, "main": -0.06, "tight": 0.04, "short": -1.44, "segments": -0.54, "cousins": -0.2, "has_dates": 1.56, "same": 1.04}  # fmt: skip


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
    for at in page.order[:TRIED_MAX]:
        candidate = page.possible[at]
        span = (candidate.starts[0], candidate.ends[-1])
        if any(first < span[1] and span[0] < last for first, last in taken):
            continue
        found.extend(_lists(tree, candidate, page.counts, page.shown, page.machine, page.scores[at]))
        taken.append(span)
        if len(taken) >= LISTS_MAX:
            break
    return found


@dataclass(slots=True)
class Look:
    """A page's candidates, measured: what both the search for lists and the judgement of the page start from."""

    shown: list[Spot]
    machine: dict[int, str]
    counts: Counts
    possible: list[Candidate]
    scores: list[float]
    order: list[int]


def look(tree: Tree) -> Look:
    """Name, measure and order the candidates of a page, best first."""
    shown, machine = spots(tree), machine_dates(tree)
    counts = count(tree, shown, machine)
    possible = candidates(tree, counts)
    scores = features.measure(tree, counts, possible) @ np.array([WEIGHTS[name] for name in features.NAMES])
    return Look(shown, machine, counts, possible, scores.tolist(), np.argsort(-scores, kind="stable").tolist())


def is_listing(html: str | bytes, url: str) -> float:
    """The probability that a page is a listing rather than an article, a login, an error or a front page."""
    return judged(parse(html, url))


def judged(tree: Tree) -> float:
    """As `is_listing`, for a page already parsed."""
    page = look(tree)
    best = page.order[0] if page.order else None
    candidate = page.possible[best] if best is not None else None
    score = page.scores[best] if best is not None else 0.0
    return judge.probability(judge.evidence(tree, page.counts, candidate, score))


def _lists(
    tree: Tree, candidate: Candidate, counts: Counts, shown: list[Spot], machine: dict[int, str], score: float
) -> list[FoundList]:
    kept = rows_of(tree, candidate, counts, shown, machine)
    if not kept:
        return []
    confidence = 1 / (1 + math.exp(-(score - 15) / 3))
    parts = _split(tree, candidate, kept)
    shape = _shape(tree, kept)
    return [
        FoundList(
            name,
            tuple(row for _, row in part),
            confidence,
            f"{len(part)} records",
            shape=shape,
            place=part[0][0].start,
        )
        for name, part in parts
    ]


def _shape(tree: Tree, part: list[tuple[Record, Entry]]) -> str:
    """The tag of the records, the class tokens most share, and which fields most have."""
    most = 0.6 * len(part)
    starts = [record.start for record, _ in part]
    names = Counter(token for start in starts for token in tokens(tree, start))
    shared = ".".join(sorted(token for token, times in names.items() if times >= most))
    given = [name for name in ("title", "url", "date", "excerpt") if sum(bool(getattr(row, name)) for _, row in part) >= most]
    slots = Counter(line.slot for record, _ in part for line in record.lines[:3])
    common = " ".join(sorted(slot for slot, times in slots.items() if times >= most))
    return f"{tree.tags[starts[0]]}.{shared} {'+'.join(given)} {common}"


def rows_of(
    tree: Tree, candidate: Candidate, counts: Counts, shown: list[Spot], machine: dict[int, str]
) -> list[tuple[Record, Entry]]:
    """Take a candidate apart; a record that holds no title, no link and no date is no entry."""
    records = [
        take_apart(tree, start, end, counts.hrefs)
        for start, end in zip(candidate.starts, candidate.ends, strict=True)
    ]
    for record in records:
        record.spots = [spot for spot in shown if record.start <= spot.first < record.end]
        record.machine = [(node, value) for node, value in machine.items() if record.start <= node < record.end]
    outside = [spot for spot in shown if not any(record.start <= spot.first < record.end for record in records)]
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


def _split(tree: Tree, candidate: Candidate, kept: list[tuple[Record, Entry]]) -> list[tuple[str, list[tuple[Record, Entry]]]]:
    """Cousins under parents that look different are different lists; under parents that look alike, one."""
    if candidate.shape != "cousins":
        return [(list_name(tree, candidate.holder), kept)]
    headed = _headed_groups(tree, kept)
    if headed:
        return headed
    groups: dict[tuple[str, ...], list[tuple[Record, Entry]]] = {}
    holders: dict[tuple[str, ...], int] = {}
    for record, row in kept:
        holder = tree.parents[record.start]
        key = (tree.tags[holder], *tokens(tree, holder))
        groups.setdefault(key, []).append((record, row))
        holders.setdefault(key, holder)
    if len(groups) == 1 or any(len(part) < 2 for part in groups.values()):
        return [(list_name(tree, candidate.holder), kept)]
    return [(list_name(tree, holders[key]), part) for key, part in groups.items()]


def _headed_groups(
    tree: Tree, kept: list[tuple[Record, Entry]]
) -> list[tuple[str, list[tuple[Record, Entry]]]]:
    """Records under one parent after another, each parent with a heading of its own that is no date: sections."""
    parts: list[list[tuple[Record, Entry]]] = []
    last = -1
    for record, row in kept:
        holder = tree.parents[record.start]
        if holder != last or not parts:
            parts.append([])
        parts[-1].append((record, row))
        last = holder
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    named = []
    end = 0
    for part in parts:
        start = part[0][0].start
        heading = next((node for node in range(start - 1, end - 1, -1) if tree.tags[node] in HEADINGS), -1)
        if heading < 0 or date_share(tree.text(heading)) > 0.5:
            return []
        named.append((section_name(tree.text(heading)), part))
        end = part[-1][0].end
    return named


def section_name(heading: str) -> str:
    """A heading as a short name: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", heading.casefold())[:6]) or "list"


def list_name(tree: Tree, holder: int) -> str:
    """A short name from the id, class or heading of the element around a list."""
    node = holder
    while node >= 0 and tree.tags[node] not in ("body", "html"):
        given = tree.attrs[node]
        name = given.get("id") or ""
        if name and not any(map(str.isdigit, name)):
            return name.strip().lower()
        names = tokens(tree, node)
        if names:
            return names[0].lower()
        node = tree.parents[node]
    return "list"


def chosen(found: Sequence[FoundList]) -> list[FoundList]:
    """The lists a run keeps: the best one and the rest of the same listing, in page order.

    Another list belongs to it when its entries are built alike, or have the same fields and lead to the same part of
    the site and it stands above (a featured section), and when it does not say again what the best list says.

    Args:
        found: what `induce` returned.

    Returns:
        Lists in page order; none when no list is plausible.
    """
    if not found or found[0].confidence < PLAUSIBLE_MIN:
        return []
    best = found[0]
    kept = [best]
    for other in found[1:]:
        if _belongs(best, other) and not any(_again(one, other) for one in kept):
            kept.append(other)
    return sorted(kept, key=lambda one: one.place)


def _belongs(best: FoundList, other: FoundList) -> bool:
    if other.shape == best.shape:
        return True
    if other.confidence < best.confidence - FEATURED_GAP or other.place > best.place:
        return False
    return "date" in _given(best) and _given(best) - {"excerpt"} == _given(other) - {"excerpt"} and _part(best) == _part(other)


def _given(one: FoundList) -> set[str]:
    most = COMMON_SHARE * len(one.entries)
    return {name for name in ("title", "url", "date", "excerpt") if sum(bool(getattr(row, name)) for row in one.entries) >= most}


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
