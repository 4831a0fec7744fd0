"""Titles that the page itself outvotes: its other links, and the entry's own pictures and labels, call the entry otherwise.

A list may head its entries with a kicker, a place or a case number while the picture's text, the link's label and a box of
the latest all bear the headline. Two witnesses in two places of the page stand against one: another link to the entry,
and a label inside the entry that is no part of that link. They are heard where the names are different texts
altogether, and where nothing but the list's title says what the list's title says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.same_news import another_text, bare
from scraper.listing.entry import Entry, FoundList
from scraper.listing.fields.other_names import names_of, page_of
from scraper.listing.markup.bearers import bearing, between
from scraper.listing.markup.tree import Tree

_LABELS = ("alt", "title", "aria-label")


def outvoted(tree: Tree, lists: Sequence[FoundList]) -> list[FoundList]:
    """Give entries the name that their page bears out twice, where their list's title stands alone.

    Args:
        tree: the page.
        lists: those found on it by structure, with the places of their entries.

    Returns:
        The lists in the same order, nothing else changed in them.
    """
    titles = {page_of(entry.url): entry.title for one in lists for entry in one.entries if entry.url}
    named = names_of(tree, set(titles))
    asked = {address for address, names in named.items() if _others(names, titles[address])}
    if not asked:
        return list(lists)
    spans = spans_of(tree, lists)
    said: dict[str, set[str]] = defaultdict(set)  # which entries a name is said of
    for address, names in named.items():
        for name in names:
            said[bare(name)].add(address)
    outvoting: dict[str, str] = {}
    for address in asked & set(spans):
        labels = _labels(tree, spans[address])
        if any(bare(text) == bare(titles[address]) for _, text in labels):
            continue
        for name, nodes in _others(named[address], titles[address]).items():
            if said[bare(name)] == {address} and _borne_out(tree, name, nodes, labels):
                outvoting[address] = name
                break
    return [_renamed(one, outvoting) for one in lists] if outvoting else list(lists)


def _others(names: dict[str, list[int]], title: str) -> dict[str, list[int]]:
    """The names that are other texts than the title, where one link at most bears the title."""
    if not title:
        return {}
    others = {name: nodes for name, nodes in names.items() if name != title and another_text(name, title)}
    if others and sum(len(nodes) for name, nodes in names.items() if bare(name) == bare(title)) > 1:
        return {}
    return others


def _borne_out(tree: Tree, name: str, links: Iterable[int], labels: Iterable[tuple[int, str]]) -> bool:
    """Whether a label says a name outside the links that do."""
    return any(
        bare(text) == bare(name) and not any(link <= node < tree.ends[link] for link in links)
        for node, text in labels
    )


def _labels(tree: Tree, span: tuple[int, int]) -> list[tuple[int, str]]:
    """The labels inside an entry, with their nodes."""
    return [
        (node, text)
        for node in between(bearing(tree, _LABELS), *span)
        for name in _LABELS
        if (text := tree.attr(node, name))
    ]


def spans_of(tree: Tree, lists: Iterable[FoundList]) -> dict[str, tuple[int, int]]:
    """The nodes of each entry: from its first one to the next entry's, at most to the end of its parent."""
    found = {}
    for one in lists:
        ends = [*one.places[1:], len(tree)]
        for entry, first, after in zip(one.entries, one.places, ends, strict=False):
            own = tree.ends[tree.parents[first]] if tree.parents[first] >= 0 else len(tree)
            found[page_of(entry.url)] = first, min(after, own)
    return found


def _renamed(found: FoundList, names: dict[str, str]) -> FoundList:
    return replace(found, entries=tuple(_named(entry, names) for entry in found.entries))


def _named(entry: Entry, names: dict[str, str]) -> Entry:
    name = names.get(page_of(entry.url)) if entry.url else None
    return entry if name is None else replace(entry, title=name)
