"""The best of all claims to be the next page: each as made (`claims`), weighed by its address, vetoed, held against the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.slots import same, slots
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.allowed import allowed, is_foreign
from scraper.listing.pager.claims import (
    ARROW,
    HANDLERS,
    LABEL_MAX,
    NAMED,
    NUMBERED,
    SAID,
    claim,
    leads_to,
    number_of,
)
from scraper.listing.pager.onward import PLAIN, asks
from scraper.listing.pager.row import Numbered, Row, row_of
from scraper.listing.pager.vetoes import called_previous, everywhere, is_vetoed
from scraper.listing.pager.weights import own_label, weighed


def by_claims(tree: Tree) -> str | None:
    """The link, or button with an address, whose claim to be the next page is best."""
    claims = list(_claims(tree))
    if not any(one.made for one in claims):
        return None
    row = row_of(
        tree, [Numbered(one.node, one.label, one.address) for one in claims if one.label is not None]
    )
    own, before = own_label(tree), called_previous(tree)
    spread = everywhere((one.text, one.address) for one in claims if one.made in (SAID, NAMED))
    best, target, aside = 0.0, None, False
    for one in claims:
        if (one.made <= best and not aside) or (
            one.made in (SAID, NAMED) and next_words.bare(one.text) in spread
        ):
            continue
        if same(one.address, tree.url) or is_vetoed(tree, one.node, one.address):
            continue
        if one.made in (NUMBERED, ARROW) and one.address in before:
            continue
        score = weighed(tree, one.node, one.made, one.text, one.address, own, row)
        if score and (score > best or aside):
            beside = tree.inside(one.node, _ASIDE)
            if target is None or (aside, score) > (beside, best):  # a box beside the list turns its own pages
                best, target, aside = score, one.address, beside
    return allowed(_nearest(target, row), tree.url)


_ASIDE = frozenset({"aside"})


class _Claim(NamedTuple):
    """A link or button, what it says it is, its text, the number that is, and where it leads."""

    node: int
    made: float
    text: str
    label: int | None
    address: str


def _claims(tree: Tree) -> Iterator[_Claim]:
    """Everything that claims to lead to the next page, and every link that is called a number."""
    tags, attrs = tree.tags, tree.attrs
    for node in bearing(tree, ("href", *HANDLERS, *PLAIN, *filter(asks, tree.bearers))):
        given = attrs[node]
        tag, href = tags[node], given.get("href")
        if tag != "a" or not href or href[0] not in _PLAIN:
            href = leads_to(tag, given)
            if not href:
                continue
        text = tree.text(node)
        if len(text) > LABEL_MAX and "rel" not in given:
            continue
        made, label = claim(tree, node, text), number_of(text)
        if not made and label is None:
            continue
        address = tree.link(href)
        if address.startswith(("http://", "https://")) and not is_foreign(address, tree.url):
            yield _Claim(node, made, text, label, address)


_PLAIN = frozenset("/h?.")
"""How the addresses of links begin that no script follows."""


def _nearest(target: str | None, row: Row | None) -> str:
    """The target, or the next of the row of numbers where the target leaves pages out: `next` may mean the next ten."""
    if target is None or row is None or not row.sure or not row.following:
        return target or ""
    ahead = slots(target).get(row.slot)
    return row.following if ahead is not None and ahead > row.further else target
