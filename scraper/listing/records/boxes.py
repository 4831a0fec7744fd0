"""Inline elements that a page draws as boxes: a card that is one link of `<span>`s, a kicker inside a heading.

Style sheets are not read, so the list decides. The links (or headings) of one class must say nothing but in several elements
of a class each, and one of these must hold days, the same words again and again, or sentences, or be named as small print is.
Then the elements are fields. Two halves of a title are neither, and stay one line. A block counts as such a
link where a teaser's sentences are among them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import takewhile

from scraper.listing.dates.notations import date_share
from scraper.listing.markup.bearers import called
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import BLOCKS, HEADINGS, Tree
from scraper.listing.records.candidate import kind_of
from scraper.listing.records.counts import width
from scraper.listing.records.meeting import meeting
from scraper.listing.words.sentence_ends import SENTENCE_ENDS

# Enough of them to see what an element holds.
SEEN = 30
# An element holds days or sentences where more than this share of its texts are such.
MOST = 0.5
# Kickers and buttons return, titles seldom do: no more than this share of an element's texts differ. Of 78 captured pages
# two have such cards, and no entry of any changes with 0.5 to 0.99 here or 0.3 to 0.9 above; four kickers over six entries
# (0.67) do return.
RETURNING = 0.75
DATED_SHARE = 0.9  # of a text's characters
SENTENCE_MIN = 25  # characters; "Poole Inc." is a name
# How wide (`counts.width`) a text is that is no title; a teaser cut by bytes ends anywhere.
CUT_MIN = 120.0
_SMALL_PRINT = re.compile(
    r"date|time|meta|author|byline|categor|tag(?<![a-z]tag)|more|excerpt|summary|desc|teaser|snippet|button|btn|badge|label|"
    r"kicker|eyebrow|rubri|topic|dachzeile|surtitle|overline"
)
_INLINE_HOLDERS = HEADINGS | {"a"}
# A link and one text in it say nothing of boxes, nor does a block with less than two elements and their texts.
_NODES_MIN = dict.fromkeys(_INLINE_HOLDERS, 3) | dict.fromkeys(("div", "li", "td", "article", "section"), 5)
LEVELS_MAX = 4  # a card's elements stand this deep in its link at most: `<a><span class=body><span>…`
_NO_KIDS = frozenset({"a", "br", "hr", "wbr", "img", "sup", "sub"})

Key = tuple[str, str]
"""Tag and first class of an element."""


@lru_cache(maxsize=1)
def boxes(tree: Tree) -> frozenset[int]:
    """The inline elements of a page that stand for lines of their own, worked out once."""
    builds: dict[Key, list[dict[Key, int]]] = defaultdict(list)
    mixed: Counter[Key] = Counter()
    tags, ends = tree.tags, tree.ends
    for node in called(tree, _NODES_MIN):
        tag = tags[node]
        if ends[node] - node >= _NODES_MIN[tag] and not tree.unseen[node]:
            kids = _kids(tree, node) if tag in _INLINE_HOLDERS else _card(tree, node)
            if kids is None:
                mixed[kind_of(tree, node)] += 1
            elif len(kids) > 1:
                builds[kind_of(tree, node)].append(kids)
    found: set[int] = set()
    for key, cards in builds.items():
        most = len(cards) > MOST * (len(cards) + mixed[key])
        if most and _are_fields(tree, cards[:SEEN], teased=key[0] not in _INLINE_HOLDERS):
            found.update(kid for card in cards for kid in card.values())
    return meeting(tree) | found


def _kids(tree: Tree, holder: int) -> dict[Key, int] | None:
    """The inline elements that hold all a link or a heading says, each of another key; None where words stand beside.

    Spans without names are told apart by their place.
    """
    kids: dict[Key, int] = {}
    for _ in range(LEVELS_MAX):
        kids, bare = {}, False
        for kid in tree.kids(holder):
            tag = tree.tags[kid]
            if tree.unseen[kid] or tag in BLOCKS or not _says_something(tree, kid):
                continue
            key = kind_of(tree, kid)
            if key in kids and tag == "span":  # the second of its kind, told by its place
                key = tag, f"{key[1]}#{len(kids)}"
            bare = bare or not tag or tag in _NO_KIDS or key in kids
            kids[key] = kid
        if bare:
            return None if len(kids) > 1 else {}
        if len(kids) != 1:
            break
        holder = next(iter(kids.values()))
    return kids


def _card(tree: Tree, holder: int) -> dict[Key, int] | None:
    """The inline elements, links too, that hold all a block says, each of another key; none where it holds blocks."""
    kids: dict[Key, int] = {}
    kid, end = holder + 1, tree.ends[holder]
    while kid < end:  # most boxes hold another first, and are left at once
        if tree.tags[kid] in BLOCKS:
            return {}
        if not tree.unseen[kid] and _says_something(tree, kid):
            key = kind_of(tree, kid)
            if not key[1] or key in kids:  # bare words, or two of a kind
                return None
            kids[key] = kid
        kid = tree.ends[kid]
    return kids


def _says_something(tree: Tree, node: int) -> bool:
    return not shown_texts(tree).keys().isdisjoint(range(node, tree.ends[node]))


def _are_fields(tree: Tree, cards: list[dict[Key, int]], *, teased: bool) -> bool:
    """Whether one element is no part of a title, and another may be one; in a block, whether sentences stand among them."""
    texts: dict[Key, list[str]] = defaultdict(list)
    for card in cards:
        for key, kid in card.items():
            texts[key].append(tree.text(kid))
    block = _block_name([name for _, name in texts])
    sure = {key for key, said in texts.items() if _is_other(key[0], key[1].removeprefix(block), said)}
    kinds = {key for key, said in texts.items() if key not in sure and _returns(said)}
    others = sure | kinds
    names = [key for key, said in texts.items() if key not in others and len(said) > MOST * len(cards)]
    if not names and sure:  # of days whose titles are kinds that return, `Council` and `Finance committee`
        names, others = [*kinds], sure
    sentences = {key for key in names if _most([_is_sentence(text) for text in texts[key]])}
    if teased and not any(_most([_is_sentence(text) for text in said]) for said in texts.values()):
        return False
    return bool(names) and bool(others | sentences) and (bool(others) or len(sentences) < len(names))


def _block_name(names: list[str]) -> str:
    """What all classes begin with: of `teaser__headline` and `teaser__text` only the second half says what each is."""
    if len(names) < 2:
        return ""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(min(names), max(names), strict=False))
    return _LAST_PART.sub("", "".join(letter for letter, _ in alike))


_LAST_PART = re.compile(r"[^-_]*$")


def _is_other(tag: str, name: str, said: list[str]) -> bool:
    if tag == "time" or _SMALL_PRINT.search(name.lower()):
        return True
    return _most([date_share(text) > DATED_SHARE for text in said])


def _returns(said: list[str]) -> bool:
    return len(said) > 1 and len(set(said)) <= RETURNING * len(said)


def _is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, or is as long as a teaser that a site cuts without a mark."""
    return len(text) >= SENTENCE_MIN and (text.endswith(SENTENCE_ENDS) or width(text) >= CUT_MIN)


def _most(values: list[bool]) -> bool:
    return sum(values) > MOST * len(values)
