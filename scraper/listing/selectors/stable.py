"""Which names of a page's markup still stand there on the site's other pages, and after its next redesign.

A class may name what an element is (`news-item`), how it looks (`row`), what this one entry is about (`category-culture`),
in which state or of which month it is (`featured`, `june-list`), or be the hash of a style tool (`sc-kXyzQw`). Only the
first kind is used willingly; the third and fourth are shared by all entries of one page and not by those of the next; a
hash changes with every build.
"""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

from scraper.listing.markup.hashes import hashed, stem
from scraper.listing.records.candidate import naming
from scraper.listing.words.date_words import months

KIND, LOOK, STATE, HASH = 0, 1, 2, 3
"""Ranks of a name, best first."""

_IDLE = frozenset(
    "clearfix row col active first last odd even current show visible open fade in cf group left right alt hidden"
    " visually-hidden visuallyhidden sr-only screen-reader-text".split()
)
_STATE = re.compile(
    r"^(?:category|cat|tag|topic|author|format|status|section|rubric|theme|lang|term|tax|has|is|with|no|without|not)[-_]"
    r"|^(?:sticky|featured|promoted|pinned|highlight(?:ed)?|lead|top|hero|new|latest|animated?|aos-[a-z-]+|wow|lazy(?:load)?"
    r"|publish|standard|big|small|large|first|last|odd|even)(?:[-_](?:item|post|article|story|entry|row))?$"
    r"|[-_](?:first|last|odd|even|active|featured|sticky|lead)$"
    r"|(?:^|[-_])(?:alternat(?:e|ing)|striped?|zebra|(?:un)?published|draft|archived|expired|selected|highlight(?:ed)?)(?:$|[-_])"
    r"|(?:odd|even|alt)-?(?:row|item)$|(?:row|item)-?(?:odd|even|alt)$"
)
_LOOK = re.compile(
    r"^(?:sm|md|lg|xl|hover|focus|d|[pm][xytblr]?|w|h|text|bg|border|flex|justify|align|items|font|rounded|shadow|position"
    r"|p|col|gap|order|float|overflow|grid|space|divide|min|max|cursor|transition|duration|opacity|leading|tracking|z|u|is"
    r"|has|js)[-:]|^(?:flex|grid|block|inline|relative|absolute|static|hidden|italic|bold|uppercase|underline|truncate|container"
    r"|wrapper|inner|wrap|box|center|content|pull|animate|list-unstyled|text|title-case|small|grid-item|column|cell|media)$"
)
_STYLED = re.compile(r"(?<!\S)(?:\S+-)?sc-(?=[a-z]*\d)[a-z\d]{4,}(?:-\d+)?(?!\S)")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ATTRIBUTES = (
    "itemprop data-testid data-test data-qa data-hook data-component data-element data-field data-role data-type slot role"
).split()
_BEHAVIOURS = frozenset("button link presentation none".split())  # roles of any element
_ITEM = re.compile(r"https?://schema\.org(/[A-Z][A-Za-z]+)")
# What ids of entries and of their parts have in common beside a number: `post-4711`, `ctl00_rptNews_ctl03_lblDate`.
_COUNTED = re.compile(r"([A-Za-z][A-Za-z_-]{2,}[_-]|[A-Za-z]{4,})\d+")
_PART = re.compile(r".*\d(?:_|-)?([_-][A-Za-z][A-Za-z_-]{2,})")
_CLASS = re.compile(r"-?[A-Za-z_][\w-]*", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z_-]*")


def names(node: LexborNode) -> list[str]:
    """Simple selectors that name an element by what it is, best first: id, class tokens, attributes, an id's last part, what stands before a hash."""
    given = node.attributes
    identity = given.get("id") or ""
    lasting = _IDENTIFIER.fullmatch(identity) and not hashed(identity) and not _of_month(identity)
    found = [f"#{identity}"] if lasting else []
    found += [f".{token}" for token in tokens(node, KIND)]
    found += [
        f'[{name}="{value}"]'
        for name in _ATTRIBUTES
        if _IDENTIFIER.fullmatch(value := given.get(name) or "") and value not in _BEHAVIOURS
    ]
    if kind := _ITEM.fullmatch(given.get("itemtype") or ""):
        found.append(f'[itemtype$="{kind[1]}"]')
    if part := _PART.fullmatch(identity):
        found.append(f'[id$="{part[1]}"]')
    stems = dict.fromkeys(stem(token) for token in (given.get("class") or "").split())
    return found + [f'[class*="{one}"]' for one in stems if one]


def tag(node: LexborNode) -> str:
    """An element's tag as a selector says it, `*` for one it cannot say (`o:p`, as a text program writes)."""
    return node.tag if node.tag and _TAG.fullmatch(node.tag) else "*"


_TAG = re.compile(r"[a-z][a-z\d-]*")


def counted(node: LexborNode) -> list[str]:
    """What stands before the number of an id, of a part that a page has many of (`[id^="post-"]`) or of the page's own number."""
    identity = _COUNTED.fullmatch(node.attributes.get("id") or "")
    return [f'[id^="{identity[1]}"]'] if identity and not _of_month(identity[1]) else []


def numbered(node: LexborNode) -> list[str]:
    """An id with a number in it, as systems give boxes (`#block-3`); never that of an article."""
    identity = node.attributes.get("id") or ""
    return [f"#{identity}"] if _NUMBERED.fullmatch(identity) and not _ARTICLE.search(identity) else []


_NUMBERED = re.compile(r"[A-Za-z][A-Za-z_-]*\d{1,5}")
_ARTICLE = re.compile(r"(?:^|[-_])(?:post|node|article|entry|item|news|page|menu-item)[-_]?\d", re.IGNORECASE)


def tokens(node: LexborNode, rank: int) -> list[str]:
    """Class tokens of an element that are of this rank; those that say it is an entry first, variants (`card--wide`) last.

    Beside `post`, a token that all entries of a page bear may be the topic of that page's: `sport post`. What follows the name
    that styled-components give (`sc-1x2y3z`) is the hash of a style, spoken or not.
    """
    given = node.attributes.get("class") or ""
    made = set(given.split(styled[0], 1)[1].split()) if (styled := _STYLED.search(given)) else ()
    borne = dict.fromkeys(given.split()) if rank == HASH else naming(given)
    found = [token for token in borne if (HASH if token in made else rank_of(token)) == rank]
    return sorted(found, key=lambda token: ("--" in token, not _of_entry(token)))


_ENTRY = frozenset(
    "article card entry event item listing news post record release result row story teaser".split()
)


def _of_entry(token: str) -> bool:
    """Whether a class token says that something is an entry: `newsItem`, `views-row`, `posts`."""
    return any(
        word.lower().removesuffix("s") in _ENTRY or word.lower() == "news" for word in _WORDS.findall(token)
    )


@lru_cache(maxsize=4096)
def rank_of(token: str) -> int | None:
    """How well a class token names a kind of element: `KIND` to `HASH`, or None where it cannot be used."""
    if token in _IDLE or not _CLASS.fullmatch(token):
        return None
    if not _IDENTIFIER.fullmatch(token):
        return HASH if hashed(token) else None
    if hashed(token):
        return HASH
    lower = token.lower()
    of_month = lower in months() or _of_month(lower)
    return STATE if of_month or _STATE.search(lower) else LOOK if _LOOK.search(lower) else KIND


def _of_month(name: str) -> bool:
    """Whether a name holds that of a month, written out: the next page's entries are of another."""
    return any(len(part) > MONTH_SHORT and part in months() for part in re.split(r"[-_]", name.lower()))


# Names of months as short as this are words of markup, too, beside others: `data-set`, `mar-top`.
MONTH_SHORT = 3
