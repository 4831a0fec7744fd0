"""Teasers that go on behind their cut: what stands there is another block of the entry's box, and no part of them.

A site cuts the lead and sets its small print, or the next paragraph, below it; read together they are one text with half
a word in its middle. Two proofs are asked for, because an author may word a teaser otherwise than the page: the entry's
own page goes on differently from some place on and has nothing of what the teaser says behind it, and the list's teasers
leave their pages at one length, as a cut rule would have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa

from pipelines.repair.columns.groups import Groups
from pipelines.repair.ends import cut_rules
from pipelines.repair.ends.restore import CONTEXTS, Plain, Source, comparable, plain
from pipelines.repair.excerpts.finish import ends_sentence
from pipelines.same_ends import same_beginning

SHARED = CONTEXTS[2]
"""Characters at a teaser's beginning that its page must have, so that it is the same text.

Of 372 teasers in 15 languages, cut by bytes and followed by small print or another text, 367 end where they were cut (cut by
characters 370; by bytes and misread 307: most others are Japanese that stays misread). Of 600 lists whose teasers their authors
worded otherwise at the end, one loses text (3 teasers); of 600 with one word changed and 600 behind paywalls none.
"""
BEHIND = 12
"""Characters that the page must lack, right behind the place and at the teaser's end."""
REMAINS = 3
"""Bytes that are left of a character at most, and characters that these are read as."""
_DOTS = "….[]()"
"""What a marker is made of that stands close behind a cut."""


class Overrun(NamedTuple):
    """A teaser up to its cut.

    Attributes:
        head: what stands before it, up to the last whole character.
        lost: bytes of half a character that follow; 0 where the cut is between two characters.
    """

    head: str
    lost: int


def leaves(teaser: str, page: str, others: str = "") -> list[Overrun]:
    """Where a teaser leaves its page for another text: the ways its end there can be seen, none where it does not.

    Args:
        teaser: mended, its marker taken off.
        page: the entry's own text.
        others: what else may hold the teaser: a heading of the page may stand before the lead.
    """
    if teaser[-SHARED:] in page:
        return []
    said, whole = comparable(teaser), plain(page)
    at = whole.find(said.text[:SHARED]) if len(said.text) > SHARED else -1
    if at < 0:
        return []
    shared = same_beginning(said.text, whole[at:])
    behind = said.text[shared:].partition(" ")[2].strip()
    if len(behind) < BEHIND or any(
        end in text for end in (behind[:BEHIND], behind[-BEHIND:]) for text in (whole, plain(others))
    ):
        return []
    return _ways(teaser, said, shared)


def _ways(teaser: str, said: Plain, shared: int) -> list[Overrun]:
    """The ends that a block may have near the place: at the gap before it, or inside a character right there."""
    before, after = said.text.rfind(" ", 0, shared + 1), said.text.find(" ", shared)
    ways = []
    if before > 0:
        head = teaser[: said.at[before]]
        ways.append(Overrun(head, 0))
        if before < shared:  # the page has a gap there, too: it may have been the last that the site kept
            ways.append(Overrun(head + " ", 0))
        half = range(1, len(head[-1].encode()))  # of a character that was given back inside the text
        ways += [Overrun(head[:-1], lost) for lost in half]
    left = said.text[shared:after]
    if left and not left.strip(_DOTS):
        ways.append(Overrun(teaser[: said.at[shared]], 0))
    elif 0 < len(left) <= REMAINS:
        ways += [Overrun(teaser[: said.at[shared]], lost) for lost in range(1, REMAINS + 1)]
    return ways


def overruns(
    rows: Iterable[int], bodies: pa.Array, lists: Groups, sources: Callable[[int], Sequence[Source]]
) -> dict[int, Overrun]:
    """Find the teasers that go on behind their cut.

    Args:
        rows: those of a written teaser that has sources.
        bodies: all teasers, mended, their markers taken off.
        lists: which list each is from.
        sources: texts that may hold a whole teaser, by its row.
    """
    leaving: dict[object, dict[int, list[Overrun]]] = defaultdict(dict)
    for row in rows:
        texts = sources(row)
        page = next((source.text for source in texts if source.whole), "")
        others = "\n".join(source.text for source in texts if source.text is not page)
        if page and (ways := leaves(bodies[row].as_py(), page, others)):
            leaving[lists[row]][row] = ways
    found: dict[int, Overrun] = {}
    for ends in leaving.values():
        rule = cut_rules.infer([ways for ways in ends.values() if not ends_sentence(ways[0].head)])
        for row, ways in ends.items():
            exact = [way for way in ways if cut_rules.lengths(*way).get(rule.unit) == rule.budget]
            if exact:
                found[row] = exact[0]
    return found
