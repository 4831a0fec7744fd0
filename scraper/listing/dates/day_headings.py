"""Headings that are a day and nothing else: what stands below them is of that day.

A list of one day's papers has one date, over all of them. In a heading of its own it holds for the records below it,
down to the next heading; anywhere else one date may be the page's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from scraper.listing.dates.date_alone import is_date
from scraper.listing.dates.notations import FULL, date_share, dates_in
from scraper.listing.dates.range_spots import JOIN
from scraper.listing.markup.bearers import headings
from scraper.listing.markup.tree import BLOCKS, Tree
from scraper.listing.words.date_words import days
from scraper.listing.words.wording import says_published

HEADED_DATED_MAX = 0.15
"""Below days few records have a date of their own; where more have, the dates above are other entries'."""
DAY_SHARE = 0.8  # of a heading's characters
# Characters of a heading that is a day with words around it: half and twice as many read the 78 captured pages alike.
DAY_CHARS_MAX = 60
# With words around it: `Sitzung vom 12. November 2026`; a sitting's or an issue's weekday says more than a date in a title.
HEADING_CHARS_MAX, WORDS_SHARE, WEEKDAY_SHARE = 120, 0.5, 0.3
CAPTION_SHARE = 0.3  # "Cases decided on" or "Results of the sitting of" a day
# A paragraph says more than how many entries are shown.
PROSE_CHARS_MIN = 40
LEVELS_MAX = 2  # a heading's box stands beside the list's: `<header><h3>22 May 2026</h3></header><dl>`


@lru_cache(maxsize=1)
def day_headings(tree: Tree) -> tuple[int, ...]:
    """The headings of a page that are a day, month and year, in page order."""
    return tuple(
        node
        for node in headings(tree)
        if _DIGIT.search("".join(tree.pieces[node : tree.ends[node]])) and _is_day(tree.text(node))
    )


def _is_day(text: str) -> bool:
    short = len(text) <= DAY_CHARS_MAX and is_date(text, DAY_SHARE)
    return short and tells_whole_date(text)


_DIGIT = re.compile(r"\d")


def day_above(tree: Tree, start: int) -> int:
    """The day's heading that holds for what begins at a node: the last heading above it, beside its list; else -1."""
    if not day_headings(tree):
        return -1
    node = heading_beside(tree, start)
    return node if node in day_headings(tree) else -1


def dated_heading_above(tree: Tree, start: int) -> int:
    """As `day_above`, for a heading with words around its day, too: half of it is the day, or a weekday stands with it.

    A paragraph between heading and list belongs to the heading, which is then no list's.
    """
    node = heading_beside(tree, start)
    if node < 0 or not tells_day(tree.text(node)):
        return -1
    between = range(tree.ends[node], start)
    return -1 if any(tree.tags[at] == "p" and not tree.fits(at, PROSE_CHARS_MIN) for at in between) else node


def dated_caption(tree: Tree, start: int) -> int:
    """The caption of the table that a node is a row of, where it tells of one day, else -1: it speaks of its table and nothing else."""
    table = tree.parents[start]
    while table >= 0 and tree.tags[table] in _IN_TABLES:
        table = tree.parents[table]
    if table < 0 or tree.tags[table] != "table":
        return -1
    return _dated_caption(tree, table)


@lru_cache(maxsize=8)
def _dated_caption(tree: Tree, table: int) -> int:
    caption = next((kid for kid in tree.kids(table) if tree.tags[kid] == "caption"), -1)
    return caption if caption >= 0 and tells_day(tree.text(caption), CAPTION_SHARE) else -1


_IN_TABLES = frozenset({"tbody", "tr"})


def tells_day(heading: str, least: float = WORDS_SHARE) -> bool:
    """Whether a heading tells of one day: `New submissions for Friday, 20 November 2026 (12 of 90)`.

    Behind a colon or a dash it is the day of something else: `Next meeting: Friday, 4 December 2026`, `Last change: 20 November 2026`.
    """
    if len(heading) > HEADING_CHARS_MAX or not any(map(str.isdigit, heading)):
        return False
    found = dates_in(heading)
    if [full for _, _, full in found] != [FULL] or _PARTED.search(heading, 0, found[0][0]):
        return False
    if _are_two(heading[found[0][0] : found[0][1]]):
        return False
    words = {word.casefold() for word in _WORDS.findall(heading)}
    return date_share(heading) > (min(WEEKDAY_SHARE, least) if words & days() else least)


def _are_two(date: str) -> bool:
    """Whether a date is two whole ones, the first and the last of a range."""
    halves = ((date[: join.start()], date[join.end() :]) for join in JOIN.finditer(date))
    return any(all(tells_whole_date(half) for half in both) for both in halves)


def tells_whole_date(text: str) -> bool:
    """Whether a text holds a day with its month and year."""
    return any(full == FULL for _, _, full in dates_in(text))


def line_beside(tree: Tree, node: int, start: int) -> bool:
    """Whether a date stands in a line that is a day or says when it published, beside the box of a list that begins at `start`.

    A meeting, a deadline or a change has its day, too, in more words than any table knows.
    """
    box = tree.within(tree.parents[node], BLOCKS)
    if box <= 0 or not tree.fits(box, HEADING_CHARS_MAX):
        return False
    text = tree.text(box)
    if not is_date(text, DAY_SHARE) and not (tells_day(text, CAPTION_SHARE) and says_published(text)):
        return False
    return tree.ends[tree.parents[box]] > start


def heading_beside(tree: Tree, start: int) -> int:
    """The last heading above a node, where it stands beside its list, else -1."""
    heads = headings(tree)
    at = bisect_left(heads, start)
    box = node = heads[at - 1] if at else -1
    for _ in range(LEVELS_MAX):
        box = tree.parents[box] if box >= 0 else -1
        if box >= 0 and tree.ends[box] > start:
            return node
    return -1


_PARTED = re.compile(r"[:：]|\s[–—-]\s")
_WORDS = re.compile(r"[^\W\d_]+")
