"""What a claim to be the next page is worth, once the address behind it is known.

A relation or a word may stand on the next article, a number on a chapter, an arrow on a picture. What tells them apart is
the address: the next page of a list is the list's own address with a later number or another cursor.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.resolve import parts_of
from scraper.listing.markup.slots import first_of, is_first_of, only_shown, same, slots
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import (
    LABEL_DIGITS,
    NUMBERED,
    PAGER_NAME,
    REL,
    SAID,
    WEAKLY,
    current_ones,
    labels_of,
    names_around,
    number_of,
)
from scraper.listing.pager.numbered import page_number, posts, with_number
from scraper.listing.pager.row import Row

HEADLINE_HYPHENS = 3  # `index_2.html` and `list-48-3.html` are pages, `a-headline-of-2026` is not
_ARTICLE_NAV = re.compile(r"(?:post|article|entry|single)s?-nav|nav-single|post-link")


def weighed(tree: Tree, node: int, made: float, text: str, address: str, own: int, row: Row | None) -> float:
    """The claim, once the address is known: a page number must not go back, a bare word needs a pager around it.

    Args:
        tree: the page.
        node: the link or button.
        made: its claim (`claims.claim`).
        text: its visible text.
        address: where it leads.
        own: the page's own number where no row of numbers tells it.
        row: the page's row of numbers.
    """
    number = page_number(address)
    if is_sibling(tree.url, address):
        return 0.0
    if made == REL:
        return made if number is not None else 0.0 if _next_article(tree, node, address) else made - 0.5
    if _goes_back(tree.url, address, own, row) and not (made == SAID and _is_countdown(tree, address)):
        return 0.0
    if made != SAID and _shrinks(tree.url, address):
        return 0.0  # what is called older may count down
    if made == NUMBERED:
        follows = _follows(tree, node, address, own, row)
        return made if follows and not _of_entry(tree, node, address) else 0.0
    named = bool(PAGER_NAME.search(names_around(tree, node)))
    if made == SAID and not named and _is_post(tree, node, text, address, own):
        return 0.0
    if made == SAID and _asks_for_another(tree.url, address) and not _says_next(tree, node, text):
        return 0.0
    if named or counts_on(tree.url, address) or made != SAID:
        return made if named or counts_on(tree.url, address) else 0.0
    said = _says_next(tree, node, text)
    plainly = any(not next_words.weak(label) for label in said)
    goes_on = continues(tree.url, address) or any(map(next_words.of_page, said))
    return WEAKLY if plainly and goes_on else 0.0


def _says_next(tree: Tree, node: int, text: str) -> list[str]:
    """What a link is called, if that says next and nothing else."""
    return [label for label in labels_of(tree, node, text) if next_words.said(label) == "next"]


def _asks_for_another(url: str, address: str) -> bool:
    """Whether an address asks for a thing of another name than the page's own, as wikis name a page: `?title=First_steps` of `?title=News`."""
    there = dict(parse_qsl(parts_of(address).query))
    asked = parse_qsl(parts_of(url).query)
    return any(
        there.get(name, value) != value and value[:1].isalpha() and _WORDED.fullmatch(there[name]) is not None
        for name, value in asked
    )


def _names_another(url: str, address: str) -> bool:
    """Whether an address asks for a thing by other words than the page's own, whatever number stands behind them: `?title=News_2`."""
    there = dict(parse_qsl(parts_of(address).query))
    pairs = [(value, there.get(name, value)) for name, value in parse_qsl(parts_of(url).query)]
    return any(
        own[:1].isalpha() and its[:1].isalpha() and _words_of(own) != _words_of(its) for own, its in pairs
    )


def _words_of(value: str) -> str:
    """What a value says before its first number."""
    return re.split(r"\d", value, maxsplit=1)[0].rstrip("_-+. ").casefold()


_WORDED = re.compile(r"\D+")


def _is_post(tree: Tree, node: int, text: str, address: str, own: int) -> bool:
    """Whether a bare "more" leads to `?p=1382`: boards and blogs number their posts by the letter that elsewhere counts pages."""
    number = posts(address)
    if number is None or number <= own + 1:
        return False
    labels = labels_of(tree, node, text)
    return all(next_words.said(label) != "next" or next_words.weak(label) for label in labels)


def _goes_back(url: str, address: str, own: int, row: Row | None) -> bool:
    """Whether an address is an earlier page of the list: a lower number, or none where the page's own has one."""
    if _is_first(url, address):
        return True
    if row is not None and row.sure and (value := slots(address).get(row.slot)) is not None:
        return value <= row.value
    number, here = page_number(address), page_number(url)
    if number is None:
        return (here or 0) > 1 and not _grows(url, address)  # a numbered page leads on by number
    return number < (own - 1 if here is None else here)  # counted from 0


def _is_countdown(tree: Tree, address: str) -> bool:
    """Whether a link called newer has a later number than the page, and an address an earlier one: the last page is the newest."""
    here, there = page_number(tree.url), page_number(address)
    if here is None or there is None or not there < here or not same(address, with_number(tree.url, there)):
        return False
    return any(
        (page_number(tree.link(href)) or 0) > here and any(map(next_words.newer, labels))
        for node in bearing(tree, ("href",))
        if (href := tree.attrs[node]["href"]) and (labels := labels_of(tree, node, tree.text(node)))
    )


def _is_first(url: str, address: str) -> bool:
    """Whether an address is a page's own without the number it holds."""
    here, there = parts_of(url), parts_of(address)
    if here.path == there.path:
        return set(parse_qsl(there.query)) < set(parse_qsl(here.query))
    return here.query == there.query and any(
        slot[0] == "/" and first_of(slot) == there.path.rstrip("/") for slot in slots(url)
    )


def _follows(tree: Tree, node: int, address: str, own: int, row: Row | None) -> bool:
    """Whether a numbered link is the one after the page's own; a lone `2` must say by its address that it is a page."""
    label, number, here = number_of(tree.text(node)), page_number(address), page_number(tree.url)
    again = number is not None or (
        _asks_again(tree.url, address) and bool(slots(address)) and not _names_another(tree.url, address)
    )
    there = slots(address)
    beside = _is_numbered(tree.url, address) and any(not before.endswith("/") for _, before, _ in there)
    if row is not None and row.slot in there:
        sure = row.sure or number is not None or (label == own + 1 and (beside or (again and not row.linked)))
        return address.split("#")[0] == row.following.split("#")[0] and sure
    if any(there.get(slot) == value + 1 == label for slot, value in slots(tree.url).items()):
        return True
    if label == own + 1:
        return again or beside or bool(PAGER_NAME.search(names_around(tree, node)))
    return here is not None and number == here + 1 and label in (number, number + 1)  # `?page=1` is called 2


def _of_entry(tree: Tree, node: int, address: str) -> bool:
    """Whether a numbered link is a page of the entry that it stands beside, as boards number the pages of a long thread."""
    parts = parts_of(address)
    firsts = {first_of(slot) if slot[0] == "/" else slot[1] for slot in slots(address)}
    firsts.discard(parts_of(tree.url).path.rstrip("/"))
    holder = node
    for _ in range(ENTRY_AROUND):
        holder = tree.parents[holder]
        if holder < 0 or tree.ends[holder] - holder > ENTRY_NODES_MAX:
            return False
        for at in range(holder + 1, tree.ends[holder]):
            if (
                tree.tags[at] == "a"
                and len(tree.text(at)) > LABEL_DIGITS
                and number_of(tree.text(at)) is None
            ):
                beside = parts_of(tree.link(tree.attr(at, "href")))
                if beside.netloc != parts.netloc:
                    continue
                if beside.path.rstrip("/") in firsts or _asks_less(beside, parts, tree.url):
                    return True
    return False


def _asks_less(beside: SplitResult, parts: SplitResult, url: str) -> bool:
    """Whether an address asks for what another asks for a later page of, and the page's own does not: a thread of a board."""
    own = parts_of(url)
    if not beside.query or beside.path != parts.path:
        return False
    less = set(parse_qsl(beside.query))
    there = less < set(parse_qsl(parts.query))
    return there and not (own.path == beside.path and less <= set(parse_qsl(own.query)))


ENTRY_AROUND = 4
"""Elements around a numbered link in which its entry's own link may stand."""
ENTRY_NODES_MAX = 60
"""Nodes of a row of a board; a box with more is the list."""


def own_label(tree: Tree) -> int:
    """The page's own number where it has no row of numbers: what is marked current, in its address, else 1.

    An address may count entries, or from 0; its number is never less than the label by more than one.
    """
    own, current = page_number(tree.url), _current_number(tree)
    if current is not None and (own is None or current <= own + 1):
        return current
    return own or 1


def continues(url: str, address: str) -> bool:
    """Whether an address continues the page's own; themes name the next *article* by `rel=next` in the head, too."""
    here, there = parts_of(url).path, parts_of(address).path
    if page_number(address) is not None or here == there:
        return True
    if len(here) > 1 and there.startswith(here.rstrip("/") + "/"):
        return True
    folder, last = there.rstrip("/").rpartition("/")[::2]
    return (
        folder == here.rstrip("/").rpartition("/")[0]
        and any(map(str.isdigit, last))
        and last.count("-") < HEADLINE_HYPHENS
    )


def counts_on(url: str, address: str) -> bool:
    """Whether an address is a page of the same list by its look: a page's number, another query, a number that grows."""
    if page_number(address) is not None or _asks_again(url, address):
        return True
    return _grows(url, address) or _is_numbered(url, address)


def is_second(url: str, address: str) -> bool:
    """Whether an address says that it is the second page of the list whose first has this address.

    A flag that it bears, `/page/2/?flat`, asks for nothing.
    """
    if page_number(address) != FIRST + 1 or page_number(url) is not None:
        return False
    here, there = parts_of(url), parts_of(address)
    below = there.path.startswith(here.path.rstrip("/") + "/") and "=" not in there.query
    return (_asks_again(url, address) and not here.query) or below


def _is_numbered(url: str, address: str) -> bool:
    """Whether an address is a page's own with a first or second number put in; an entry's may be, too."""
    return any(value in (FIRST, FIRST + 1) for value in _put_in(url, address))


def _put_in(url: str, address: str) -> list[int]:
    """The numbers that make an address of a page's own: 25 of `/board-f26.html` and `/board-f26-25.html`."""
    here, there = parts_of(url), parts_of(address)
    if here.query != there.query:
        return []
    return [value for slot, value in slots(address).items() if slot[0] == "/" and is_first_of(slot, url)]


def is_after(url: str, own: int, number: int, address: str) -> bool:
    """Whether an address is a page's own with a later number, by one or by a size of pages that the own is a multiple of."""
    ahead = number - own
    return (
        ahead > 0
        and (ahead == 1 or (own > 0 and own % ahead == 0))
        and same(address, with_number(url, number))
    )


# The number of the page that has none in its address.
FIRST = 1


def _shrinks(url: str, address: str) -> bool:
    """Whether two addresses differ in one number only, and it falls."""
    here, there = slots(url), slots(address)
    return any(there[slot] < value for slot, value in here.items() if slot in there)


def _grows(url: str, address: str) -> bool:
    """Whether two addresses differ in one number only, and it grows."""
    here, there = slots(url), slots(address)
    return any(there[slot] > value for slot, value in here.items() if slot in there)


def is_sibling(url: str, address: str) -> bool:
    """Whether both addresses end in words, side by side or under days: one article, and the next."""
    here, there = (parts_of(one).path.rstrip("/").rpartition("/") for one in (url, address))
    if page_number(address) is not None or "-" not in here[2] or "-" not in there[2]:
        return False
    if _put_in(url, address):
        return False
    beside, counted = (_DIGITS.sub("0", here[at]) == _DIGITS.sub("0", there[at]) for at in (0, 2))
    return beside and not counted


_DIGITS = re.compile(r"\d+")


def _next_article(tree: Tree, node: int, address: str) -> bool:
    """Whether `rel=next` leads to the next article or chapter: by the box around it, a headline, or names beside each other."""
    here, there = parts_of(tree.url), parts_of(address)
    folder, _, last = there.path.rstrip("/").rpartition("/")
    own_folder, _, own = here.path.rstrip("/").rpartition("/")
    beside = bool(own) and folder == own_folder and not there.query and _DIGITS.search(there.path) is None
    worded = beside or last.count("-") >= HEADLINE_HYPHENS
    return not continues(tree.url, address) and (
        worded or bool(_ARTICLE_NAV.search(names_around(tree, node)))
    )


def _asks_again(url: str, address: str) -> bool:
    """Whether an address is the page itself with another query."""
    here, there = parts_of(url), parts_of(address)
    return (
        bool(there.query) and here.path.rstrip("/") == there.path.rstrip("/") and not only_shown(url, address)
    )


def _current_number(tree: Tree) -> int | None:
    for node in current_ones(tree):
        text = tree.text(node)
        if text.isdecimal() and len(text) < 4:
            return int(text)
    return None
