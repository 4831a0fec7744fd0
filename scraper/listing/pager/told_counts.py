"""What a page says of its list's length: `1–10 of 34`, `Page 1 of 4`, `34 results`, `34件中 1～10件`.

A list that ends without a way on, although its page counts more than was read, may go on: such a count is evidence where nothing looks
like a pager. It stands alone in a short line outside the entries, and what the page shows has to agree with it: the range is as long as
the page's entries, the page is the one of the address. `10 of 34 seats`, a line of prose and the 34 comments are no counts of a list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import PAGER_NAME, names_around
from scraper.listing.pager.numbered import counts_pages, page_number
from scraper.listing.pager.periods import period_of
from scraper.listing.pager.vetoes import of_carousel

LINE_MAX = 70
"""Characters of a line that tells a count."""
_CLIMB = 4
_NUMBER = r"(\d{1,3}(?:[.,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ]\d{3})+|\d{1,6})"
_OF = (
    r"(?:of|out of|von|sur|de|di|do|van|av|af|z|ze|od|из|із|з|от|од|από|din|dari|trong|/|／|من|از|מתוך)"
    r"(?:\s+(?:about|over|insgesamt|total|un total de))?"
)
_THINGS = r"(?:件|条|條|筆|笔|篇|건|개|項|项|記事|则|則)"
_RANGE = re.compile(
    rf"(\D*?){_NUMBER}\s*(?:[-\N{{EN DASH}}\N{{EM DASH}}~\N{{FULLWIDTH TILDE}}]|[^\W\d]{{1,4}})\s*{_NUMBER}\W*{_OF}\W*{_NUMBER}(\D*)"
)
_RANGE_BEHIND = re.compile(
    rf"\D{{0,6}}{_NUMBER}\s*{_THINGS}\D{{0,8}}?{_NUMBER}\D{{1,3}}{_NUMBER}\s*{_THINGS}?\D{{0,8}}"
)
_PAIR = re.compile(rf"(\D*?){_NUMBER}\s*{_OF}\s*{_NUMBER}(\D*)")
_TOTAL = re.compile(rf"(?:[^\d:]*\s)?{_NUMBER}\s+([^\W\d]+)(\s+[^\W\d]+)?\W*")
_TOTAL_RUN_ON = re.compile(rf"(?:共|全|总共|總共|총)\s*{_NUMBER}\s*{_THINGS}[^\d]{{0,6}}")
_PAGES_RUN_ON = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})\s*(?:页|頁|ページ|페이지)")
_PAGES_KEPT = re.compile(r"^data-(?:(?:max|total|last|num)[-_]?pages?|pages?[-_]?(?:max|total|count))$")
_ENTRIES = frozenset("records items documents hits matches articles results entries publications".split())
_SHOWN = frozenset("showing viewed viewing displaying shown seen".split())
_BESIDE = frozenset("a aside footer".split())
_NOT_A_COUNT = frozenset("a li td th button label option aside footer figure summary select form".split())


def told_count(tree: Tree, entries: Collection[int], size: int, read: int = 0) -> str:
    """Return the line in which a page counts more entries or pages than were read up to it; "" where none does.

    Args:
        tree: the page.
        entries: the first node of each of its entries.
        size: how many entries it shows.
        read: how many the pages of its chain before it showed.
    """
    totals: dict[int, str] = {}
    for text, node, line in _lines(tree, entries):
        if (more := _exact(tree, node, line, size, read)) is not None:
            return line if more else ""
        if (total := _total(line)) is not None and not tree.inside(text, _NOT_A_COUNT):
            totals[total] = line
    if not entries or ((page_number(tree.url) or 1) - 1) * size > read or period_of(tree.url) is not None:
        return ""  # a number may be of an entry; the chain began behind the first page; a month tells of the whole archive
    if len(totals) == 1:
        [(total, line)] = totals.items()
        return line if total - size - read > (size + read) // 10 else ""
    return "" if totals or read else _kept(tree)


def _lines(tree: Tree, entries: Collection[int]) -> Iterator[tuple[int, int, str]]:
    """Short lines with a number outside the entries, with the number's text and the element, each once, the narrowest first."""
    first, last = (min(entries), max(tree.ends[at] for at in entries)) if entries else (len(tree), -1)
    said = set()
    for node, tag in enumerate(tree.tags):
        if tag or tree.unseen[node] or first <= node < last or not _DIGIT.search(tree.pieces[node]):
            continue
        at = node
        for _ in range(_CLIMB):
            at = tree.parents[at]
            if at < 0 or at in said or at <= first < tree.ends[at] or not tree.fits(at, LINE_MAX):
                break
            said.add(at)
            yield node, at, tree.text(at)


_DIGIT = re.compile(r"\d")


def _exact(tree: Tree, node: int, line: str, size: int, read: int) -> bool | None:
    """Whether a count that says which of how many are shown says that more follow; None for what is no such count."""
    ranged = _RANGE.fullmatch(line)
    if ranged and _plain(ranged[1]) and _plain(ranged[5]):
        start, end, total = map(_value, ranged.group(2, 3, 4))
    elif behind := _RANGE_BEHIND.fullmatch(line):
        total, start, end = map(_value, behind.groups())
    else:
        return _of_pages(tree, node, line, size, read)
    fits = size and abs(end - start + 1 - size) <= size // 10 and total >= end
    return total > end if fits else None


def _of_pages(tree: Tree, node: int, line: str, size: int, read: int) -> bool | None:
    """The same of a page of pages, or of entries up to here: `Page 1 of 4`, `1 / 4` in a pager, `You have seen 10 of 34`."""
    if tree.inside(node, _BESIDE) or of_carousel(tree, node):
        return None
    if found := _PAGES_RUN_ON.search(line):
        return int(found[1]) < int(found[2])
    if (found := _PAIR.fullmatch(line)) is None:
        return None
    at, total = _value(found[2]), _value(found[3])
    before, behind = found[1].strip(" :-"), found[4].strip()
    named = not before and PAGER_NAME.search(names_around(tree, node)) and at == (page_number(tree.url) or 1)
    if not behind and at <= total and (named or next_words.of_page(before)):
        return at < total
    speaks = _names_entries(behind) or (not behind and not _SHOWN.isdisjoint(before.casefold().split()))
    return total > at if size > 1 and total >= at == size + read and speaks else None


def _plain(words: str) -> bool:
    """Whether what stands around a count is a word or three: `Showing`, `entries`."""
    return len(words.split()) <= 3


def _total(line: str) -> int | None:
    """The number in `34 results`, `We found 34 articles`, `共34条`."""
    if found := _TOTAL_RUN_ON.search(line):
        return _value(found[1])
    found = _TOTAL.fullmatch(line)
    if found is None or len(line.split()) > next_words.LONGEST + 1 or not _names_entries(found[2]):
        return None
    return _value(found[1])


def _names_entries(words: str) -> bool:
    tokens = words.casefold().split()
    return len(tokens) == 1 and (tokens[0] in _ENTRIES or next_words.of_entries(tokens[0]))


def _value(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def _kept(tree: Tree) -> str:
    """A number of pages that an element of a first page keeps for its script, or that a field for a page's number ends with."""
    if page_number(tree.url) is not None:
        return ""
    kept = [
        (node, name, tree.attr(node, name))
        for name in filter(_PAGES_KEPT.match, tree.bearers)
        for node in tree.bearers[name]
    ]
    kept += [
        (node, name, tree.attr(node, "max"))
        for node in bearing(tree, ("max",))
        if tree.tags[node] == "input" and counts_pages(name := tree.attr(node, "name").lower())
    ]
    said = (
        f"{name} {pages}"
        for node, name, pages in kept
        if pages.isdecimal() and int(pages) > 1 and not of_carousel(tree, node)
    )
    return next(said, "")
