"""Links that show no word: what they are called for those who do not see them is what they say.

A grid of projects or books may have all its titles in `alt`, `title` or `aria-label`, or in text for screen readers. Only links with a
picture or such a text to pages of the site count that no link with words leads to, as a picture beside its headline says nothing new,
and only several whose labels are as long as titles.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scraper.listing.markup.resolve import host_of
from scraper.listing.markup.tree import Tree, collapse

# Fewer are a banner and a badge.
PICTURES_MIN = 3
# Labels as long as a title (`counts.TITLE_MIN`) in characters; "Facebook" and "Logo" are shorter.
LABEL_MIN = 12
_PICTURES = frozenset({"img", "area"})


def label_of(tree: Tree, node: int) -> str:
    """What a link is called for those who do not see it: its `aria-label` or `title`, else its hidden text or that of its picture."""
    given, end = tree.attrs[node], tree.ends[node]
    label = given.get("aria-label") or given.get("title") or ""
    if not label and tree.veiled and not tree.text(node):
        label = hidden_in(tree, node)
    if not label and not _PICTURES.isdisjoint(tree.tags[node:end]):
        alts = (tree.attr(at, "alt") for at in range(node, end) if tree.tags[at] in _PICTURES)
        label = next((alt for alt in alts if alt.strip()), "")
    return collapse(label) if label.strip() else ""


def hidden_in(tree: Tree, node: int) -> str:
    """The text of an element that is not shown, or only read aloud."""
    veiled = tree.veiled
    return (
        collapse("".join(veiled[at] for at in range(node, tree.ends[node]) if at in veiled)) if veiled else ""
    )


def pictured(tree: Tree, hrefs: Mapping[int, str], worded: Collection[int]) -> dict[int, str]:
    """Find the links whose label is all they say.

    Args:
        tree: the page.
        hrefs: address of each link, as written, in page order.
        worded: the links that show words.

    Returns:
        The label of each such link, in page order; none where they are few.
    """
    silent = [node for node in hrefs if node not in worded]
    if len(silent) < PICTURES_MIN:
        return {}
    told = {hrefs[node] for node in worded}
    home = host_of(tree.url)
    found = {
        node: label
        for node in silent
        if hrefs[node] not in told
        and (not _PICTURES.isdisjoint(tree.tags[node : tree.ends[node]]) or hidden_in(tree, node))
        and len(label := label_of(tree, node)) >= LABEL_MIN
        and host_of(tree.link(hrefs[node])) == home
    }
    return found if len({hrefs[node] for node in found}) >= PICTURES_MIN else {}
