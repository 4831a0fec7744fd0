"""What is told of a list: the reason why it is one, and how its entries are built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scraper.listing.entry import Entry, given
from scraper.listing.lists.rows import Row
from scraper.listing.lists.sections import list_name
from scraper.listing.markup.tree import Tree
from scraper.listing.records.candidate import Candidate, tokens
from scraper.listing.records.counts import Counts, amount

SHARED = 0.6
"""The share of a list's entries whose class, field or line is the list's."""


def reason(tree: Tree, counts: Counts, candidate: Candidate, rows: Sequence[Entry]) -> str:
    """Why a list is one, in words: what its records are, where they stand, what they hold, how much of the page they are."""
    shapes = {"siblings": "side by side", "cousins": "in several containers", "segments": "runs of elements"}
    told = [
        f"{sum(bool(getattr(row, name)) for row in rows)} {word}"
        for name, word in (("url", "linked"), ("title", "titled"), ("excerpt", "with a teaser"))
    ]
    dates = sum(row.dated for row in rows)
    chars = counts.chars
    share = amount(chars, candidate.spans) / max(chars[-1], 1.0)
    what = f"<{candidate.tag}>" if candidate.tag else "lines"
    holder = f"<{tree.tags[candidate.holder]}> {list_name(tree, candidate.holder)!r}"
    return (
        f"{len(rows)} {what}{'.' + candidate.token if candidate.token else ''} {shapes[candidate.shape]} in {holder}: "
        f"{', '.join(told)}, {dates} dated; {share:.0%} of the page's text"
        f"{'; the page was too large and only its beginning was read' if tree.cut else ''}"
    )


def shape(tree: Tree, part: Sequence[Row], run: str) -> str:
    """The tag of the records, the class tokens most share, and which fields most have."""
    most = SHARED * len(part)
    starts = [record.start for record, _ in part]
    names = Counter(token for start in starts for token in tokens(tree, start))
    shared = ".".join(sorted(token for token, times in names.items() if times >= most))
    slots = Counter(line.slot for record, _ in part for line in record.lines[:3])
    common = " ".join(sorted(slot for slot, times in slots.items() if times >= most))
    return (
        f"{run}{tree.tags[starts[0]]}.{shared} {'+'.join(given([row for _, row in part], SHARED))} {common}"
    )
