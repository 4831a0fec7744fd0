"""Records that are a heading over entries: `<section><h3>Engineering</h3><div><a>Data engineer</a> Leeds</div> …</section>`.

A month over what is on in it, a department over its openings. The heading is short and leads nowhere, what stands below it is
links alike, each with a text of its own; a heading over a text with its buttons and files is an entry itself.
"""

from __future__ import annotations

from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import Candidate
from scraper.listing.records.counts import TITLE_MIN, Counts, width
from scraper.listing.records.labels import label, names_file

# Entries below a heading in the mean: with one each the heading may be the entry's.
SEVERAL = 2
# Of the entries say what no other does: buttons return.
OWN_SHARE = 0.8
# Of what an entry says its link says so much: a place or a kind stands beside it, no teaser.
LINK_SHARE = 0.5


def below_headings(tree: Tree, counts: Counts, outer: Candidate) -> Candidate | None:
    """Find the entries below the headings that records begin with.

    Returns:
        The entries of all records; None where the records are entries themselves.
    """
    pieces: list[tuple[int, int]] = []
    for start, end in outer.spans:
        head, *below = _row(tree, counts, start, end) or [-1]
        if head < 0 or tree.tags[head] not in HEADINGS or counts.links[tree.ends[head]] > counts.links[head]:
            return None
        while len(below) == 1 and counts.links[tree.ends[below[0]]] - counts.links[below[0]] > 1:
            below = _row(tree, counts, below[0], tree.ends[below[0]])
        if not below or not all(_is_entry(tree, counts, node) for node in below):
            return None
        pieces += [(node, tree.ends[node]) for node in below]
    if len(pieces) < SEVERAL * len(outer.starts) or len({tree.tags[start] for start, _ in pieces}) > 1:
        return None
    texts = [tree.text(*piece) for piece in pieces]
    if len(set(map(label, texts))) < OWN_SHARE * len(texts) or any(map(names_file, texts)):
        return None
    if sum(map(width, texts)) < TITLE_MIN * len(texts):
        return None  # columns of a menu
    starts, ends = zip(*pieces, strict=True)
    return Candidate("cousins", outer.holder, tree.tags[starts[0]], "", list(starts), list(ends))


def _is_entry(tree: Tree, counts: Counts, node: int) -> bool:
    """Whether an element holds one link, which is most of what it says, and no day."""
    end = tree.ends[node]
    chars = counts.chars[end] - counts.chars[node]
    alone = counts.links[end] - counts.links[node] == 1 and counts.dates[end] == counts.dates[node]
    return bool(tree.tags[node]) and alone and counts.unlinked(node, end) <= (1 - LINK_SHARE) * chars


def _row(tree: Tree, counts: Counts, start: int, end: int) -> list[int]:
    """What a record or an element is made of: the elements and texts side by side in it that say something."""
    at = start + 1 if tree.ends[start] == end else start
    found = []
    while at < end:
        if counts.chars[tree.ends[at]] > counts.chars[at]:
            found.append(at)
        at = tree.ends[at]
    return found
