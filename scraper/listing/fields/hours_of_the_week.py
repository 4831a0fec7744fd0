"""Hours, and weekdays with an hour, in the place where a list's other entries tell a whole day: those of today and of this week.

A tracker that shows `2026-11-19` for an old report shows `Wed 00:12` for one of this week and `09:30:00` for one of today. Alone
such an hour may be how long a recording lasts, and such a weekday when a choir meets; here the days without an hour vouch for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.listing.dates.dated import FULL, PARTIAL, Spot
from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import Record
from scraper.listing.records.paths import path_of
from scraper.listing.words import date_words

WHOLE_MIN = 3
"""Whole days in a place that vouch for hours in it; as many as vouch for pairs of numbers (`first_days`)."""
_HOUR = re.compile(r"(?:(?P<weekday>[^\W\d_]{1,14})\.?,?\s)?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_CLOCK = re.compile(r"\d:\d\d")


def with_hours_of_the_week(
    tree: Tree, records: Sequence[Record], shown: Sequence[Spot | None]
) -> list[Spot | None]:
    """The dates of a list's records, with the hours of those that show no day where the others show theirs.

    Args:
        tree: the page.
        records: the list's records.
        shown: the date that each shows, or None.

    Returns:
        One a record; as `shown` unless all days stand in one place, without an hour, and what else stands there is such an hour.
    """
    days = [
        (record, spot) for record, spot in zip(records, shown, strict=True) if spot and spot.strength == FULL
    ]
    if None not in shown or len(days) < WHOLE_MIN:
        return list(shown)
    places = {_place(tree, record, spot.first) for record, spot in days if _is_all(tree, spot)}
    if len(places) != 1 or not all(_is_all(tree, spot) for _, spot in days):
        return list(shown)
    place = places.pop()
    hours = {at: _told(tree, records[at], place) for at, spot in enumerate(shown) if spot is None}
    found = [spot for spots in hours.values() for spot in spots]
    if any(len(spots) > 1 for spots in hours.values()) or not all(_is_hour(spot.text) for spot in found):
        return list(shown)
    return [spot or next(iter(hours[at]), None) for at, spot in enumerate(shown)]


def _is_all(tree: Tree, spot: Spot) -> bool:
    """Whether a date without an hour is all that its element says."""
    return tree.text(tree.parents[spot.first]) == spot.text and not _CLOCK.search(spot.text)


def _place(tree: Tree, record: Record, node: int) -> str:
    return path_of(tree, tree.parents[node], record.start, {})[0]


def _told(tree: Tree, record: Record, place: str) -> list[Spot]:
    """What a record says in a place."""
    return [
        Spot(node, node, text, PARTIAL)
        for node in range(record.start, record.end)
        if not tree.tags[node] and (text := tree.pieces[node].strip()) and _place(tree, record, node) == place
    ]


def _is_hour(text: str) -> bool:
    found = _HOUR.fullmatch(text)
    return found is not None and (not found["weekday"] or found["weekday"].casefold() in date_words.days())
