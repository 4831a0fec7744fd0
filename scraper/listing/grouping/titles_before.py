"""Entries of which only what stands below their titles was found: `<div><h3>day</h3> <h4>title</h4><div>text, "Read on"</div> …</div>`.

Days that hold one entry or three are less alike than the texts of these, which are found in several containers, and each text leads
on to its entry's page by a button. The heading right before it that leads there, too, is its title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.listing.markup.tree import HEADINGS, Tree
from scraper.listing.records.candidate import Candidate


def with_titles(tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
    """Lists in several containers, each record from the heading before it on, of those where that leads where the record does in all."""
    whole = []
    for one in found:
        starts = _titles(tree, one) if one.shape == "cousins" else []
        if starts:
            tag = tree.tags[starts[0]]
            whole.append(replace(one, shape="segments", tag=tag, token="", starts=starts))
    return whole


def _titles(tree: Tree, one: Candidate) -> list[int]:
    """The heading right before each record, nothing unless all have one that leads where they do."""
    starts = []
    for start, end in one.spans:
        heading = _element_before(tree, start)
        if tree.tags[heading] not in HEADINGS or _pages(tree, heading, start).isdisjoint(
            _pages(tree, start, end)
        ):
            return []
        starts.append(heading)
    return starts


def _element_before(tree: Tree, node: int) -> int:
    """The element that an element follows, the one around it where it is the first."""
    before = around = tree.parents[node]
    at = around + 1
    while at < node:
        if tree.tags[at]:
            before = at
        at = tree.ends[at]
    return before


def _pages(tree: Tree, start: int, end: int) -> set[str]:
    """The pages that the links of a stretch lead to."""
    links = (tree.attr(at, "href") for at in range(start, end) if tree.tags[at] == "a")
    return {tree.link(href).partition("#")[0] for href in links if href and href[0] != "#"}
