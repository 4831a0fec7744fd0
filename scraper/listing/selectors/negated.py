"""Cells that are named by what they are not: `p:not(.day)` is the teaser only as long as `.day` is the date's."""

from __future__ import annotations

import re

from scraper.listing.entry import ListSelectors

_NOT = re.compile(r":not\(([^()]*)\)")
_FIELDS = ("title", "link", "date", "excerpt", "category", "author")


def negating(form: ListSelectors, field: str) -> list[str]:
    """Return the fields whose selector leaves out the element that another field's names: once that one is stale, so are they.

    Args:
        form: a list's selectors.
        field: the other field.
    """
    named = getattr(form, field)
    return [
        other
        for other in _FIELDS
        if other != field and named and any(named.endswith(part) for part in _left_out(getattr(form, other)))
    ]


def _left_out(selector: str) -> list[str]:
    """What a selector leaves out: `.day` and `.more` of `p:not(.day, .more)`."""
    return [part.strip() for parts in _NOT.findall(selector) for part in parts.split(",")]
