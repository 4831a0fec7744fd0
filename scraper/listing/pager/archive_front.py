"""From the front of an archive into it: the month or day that the page's link to its next page names.

`/news` shows the newest entries, or the month that runs, and goes on with `/news/2026/11/`. A calendar's next month is named in
just the same way, and never ends. The page's own days tell: what is published stands with the newest first and has none
from a month to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from scraper.listing.dates.dated import spots
from scraper.listing.markup.bearers import bearing
from scraper.listing.markup.tree import Tree
from scraper.listing.pager import next_words
from scraper.listing.pager.claims import LABEL_MAX, labels_of
from scraper.listing.pager.numbered import page_number
from scraper.listing.pager.periods import is_before, of_days_to_come, period_of


def leads_into(tree: Tree, address: str, node: int = -1) -> bool:
    """Whether an address is a month or day of the archive that a page is the front of.

    Args:
        tree: the page.
        address: what it calls its next page, or an earlier month.
        node: the link; those of a calendar turn the calendar.
    """
    period = period_of(address) if is_front(tree) else None
    if period is None or period.kind == "year" or in_calendar(tree, node):
        return False
    days = _days(tree, date.fromordinal(period.at) + _AHEAD)
    rising = sum((after > before) - (after < before) for before, after in pairwise(days))
    return bool(days) and rising <= 0 and period.at <= max(days)


def months_before(tree: Tree) -> Iterator[tuple[int, str]]:
    """Links, with their addresses, that are called previous or the month before and lead from a front into its archive."""
    for node in bearing(tree, ("href",)):
        href = tree.attrs[node]["href"] if tree.tags[node] == "a" else None
        if not href or "20" not in href or not _ENDS_IN_MONTH.search(href):
            continue
        if len(text := tree.text(node)) > LABEL_MAX or not any(
            next_words.back(label) or is_before(label, tree.language) for label in labels_of(tree, node, text)
        ):
            continue
        if leads_into(tree, address := tree.link(href), node):
            yield node, address


# What most addresses with a year in them do not: those of entries end in words, of files in a name.
_ENDS_IN_MONTH = re.compile(r"(?<!\d)20\d\d[-/._]?(?:0[1-9]|1[0-2])/?$|[?&]\w{1,10}=(?:0?[1-9]|1[0-2])(?!\d)")


def is_front(tree: Tree) -> bool:
    """Whether a page's address names neither a period nor what it begins with, and no later page."""
    url = tree.url
    return page_number(url) is None and period_of(url) is None and not _DATED.search(url)


_DATED = re.compile(r"(?<!\d)20\d\d[-/._]?[01]\d")
_AHEAD = timedelta(days=150)
"""Days without a year are those before the month that is asked for plus these: five months after it, seven before."""


@lru_cache(maxsize=1)
def _days(tree: Tree, visit: date) -> list[int]:
    """The ordinals of the days that a page shows, in its order; what is told from the visit is told from the one given."""
    shown = [spot.text for spot in spots(tree)]
    if not shown:
        return []
    # pandas comes with it: few fronts lead into an archive, and a crawl starts without
    from pipelines.dates import read_dates

    read = read_dates(shown, crawled=visit, languages=tree.language or None)["date"]
    return [day.toordinal() for day in read.dropna()]


def in_calendar(tree: Tree, node: int) -> bool:
    """Whether a link, or -1 for the head, turns a calendar by the names around it, or stands on a page of days to come."""
    named = node >= 0 and any(
        _CALENDAR.search(f"{tree.attrs[at].get('class') or ''} {tree.attrs[at].get('id') or ''}".lower())
        for at in tree.around(node)
        if tree.tags[at] not in _WHOLE
    )
    return named or of_days_to_come(tree)


_CALENDAR = re.compile(r"calend|kalend|date-?pick|(?<![a-z])cal(?![a-z])")
_WHOLE = frozenset({"body", "html"})
