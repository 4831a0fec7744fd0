"""The first days of a year in a list that leaves the running year out: `01.01.` above `31.12.2026`.

One or two pairs of numbers are too few to be days by themselves. Here the dates that have a year vouch for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scraper.listing.dates.day_pairs import is_day_month
from scraper.listing.markup.tree import Tree

if TYPE_CHECKING:
    from scraper.listing.dates.dated import Spot

WHOLE_MIN = 3
"""Whole dates in the same elements that vouch for pairs; as many as pairs that vouch for each other."""
_WHOLE = re.compile(r"(?P<year>\d{4})(?P<mark>[./-])\d\d?(?P=mark)\d\d?\.?|\d\d?([./-])\d\d?\3\d{4}")

_ONE_DIGIT = re.compile(r"(?<!\d)\d(?!\d)")


def first_of_a_year(
    tree: Tree, pairs: Sequence[tuple[int, str, int, int]], whole: Sequence[Spot], shown: Sequence[int]
) -> bool:
    """Whether pairs of numbers stand in elements that hold nothing but dates, most of them whole and in the pairs' notation.

    Args:
        tree: the page.
        pairs: the node, the text and the two numbers of each pair of one notation.
        whole: the dates found so far.
        shown: the page's text nodes.
    """
    [kind, *others] = {_kind(tree, node) for node, *_ in pairs}
    if others:
        return False
    dates = {spot.first: spot.text for spot in whole if spot.first == spot.last}
    alike = [node for node, text in dates.items() if _kind(tree, node) == kind and _WHOLE.fullmatch(text)]
    wholes = [dates[node] for node in alike]
    if len(alike) < WHOLE_MIN or not all(_is_like(wholes, *one[1:]) for one in pairs):
        return False
    nodes = [node for node, *_ in pairs]
    if not (max(nodes) < min(alike) or min(nodes) > max(alike)):  # the newest, at one end of the list
        return False
    nearest = dates[min(alike) if max(nodes) < min(alike) else max(alike)]
    if not all(_POINTED.fullmatch(text) is None or _is_soon(nearest, *day) for _, text, *day in pairs):
        return False
    told = {*nodes, *dates}
    return all(node in told for node in shown if _kind(tree, node) == kind)


def _is_soon(whole: str, first: int, second: int) -> bool:
    """Whether a pair with a point alone is a day of the half year behind a whole date; `20.05` may be an hour of today."""
    numbers = [int(number) for number in re.findall(r"\d+", whole)]
    year_first = numbers[0] > YEAR_MIN
    day, month = (second, first) if year_first else (first, second)
    return is_day_month(day, month) and 0 <= (month - numbers[1]) % 12 <= MONTHS_MAX


_POINTED = re.compile(r"\d\d?\.\d\d")
YEAR_MIN = 31
MONTHS_MAX = 6


def _kind(tree: Tree, node: int) -> tuple[str, ...]:
    """The element that a text stands in and the one around it, by tag and class."""
    holder = tree.parents[node]
    above = tree.parents[holder]
    return tree.tags[holder], tree.attr(holder, "class"), tree.tags[above], tree.attr(above, "class")


def _is_like(wholes: Sequence[str], text: str, first: int, second: int) -> bool:
    """Whether a pair is what whole dates are without their year: the same mark, and in one digit only where they may be, too."""
    found = _WHOLE.fullmatch(wholes[0])
    if found is None or (found["mark"] or found[3]) not in text:
        return False
    if _ONE_DIGIT.search(text) and not text.endswith(".") and not any(map(_ONE_DIGIT.search, wholes)):
        return False  # `24/7`, part `3/5`
    return is_day_month(second, first) or not found["year"]
