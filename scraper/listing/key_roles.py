"""Which key of a list's objects holds its titles, addresses, days and texts where the keys' names do not say it: the one that holds such.

Keys are named in the language of whoever wrote the site: `titolo`, `opublikowano`, `ingress`. What they hold is the same everywhere.
An array counts only where titles, addresses and days are all told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

SHARE = 0.8
"""Share of the objects that a key has to tell something of its kind of, and share of what it tells that has to differ."""
TEXTS_SHARE = 0.3
"""The same of teasers, which return where days of one kind have one: "Minutes of the meeting of the council"."""
TITLE_MIN, TITLE_MAX, TEXT_MAX = 12, 160, 600
"""Characters of a title and of a teaser, in the mean of a list: what is shorter is a label, what is longer an entry's whole text."""
_DAY = re.compile(
    r"\d{4}[-./]\d\d?[-./]\d\d?(?:\D|$)|\d\d?[-./]\d\d?[-./](?:\d\d)?\d\d(?:\D|$)|(?=.{0,24}\b20\d\d\b)(?=\d\d?\D|\D{3,20}\d\d?\D).{6,30}$"
)
_ADDRESS = re.compile(r"(?:https?:/|\.{0,2})/[^\s/]\S*$")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)|/(?:api|images?)/", re.IGNORECASE)
_SINCE, _UNTIL = 946_684_800, 2_051_222_400  # 2000 to 2034, in seconds

Roles = Mapping[str, str]
"""Role (`title`, `url`, `date`, `excerpt`) to key."""
NO_ROLES: Roles = {}
"""Where the keys' names alone are asked."""


def by_contents(array: Sequence[Mapping[str, Any]], said: Callable[[object], str]) -> Roles:
    """The keys of an array's objects by what they hold; none where one of title, address and day is not among them.

    Args:
        array: the objects.
        said: a cell as text.
    """
    columns = {
        key: [said(one.get(key)) for one in array]
        for key in dict.fromkeys(key for one in array for key in one)
        if not isinstance(array[0].get(key), int | float)
    }
    days = [key for key, texts in columns.items() if _all(texts, _DAY.match) and len(set(texts)) > 1]
    moments = [] if days else [key for key in array[0] if _moments([one.get(key) for one in array])]
    words = {key: texts for key, texts in columns.items() if key not in days and _differ(texts, SHARE)}
    links = [
        *(key for key, texts in words.items() if _all(texts, _leads)),
        *(key for key, texts in words.items() if _all(texts, _SLUG.match)),
    ]
    prose = {key: _mean(texts) for key, texts in columns.items() if key not in links and _all(texts, _spaced)}
    titles = [key for key, mean in prose.items() if key in words and TITLE_MIN <= mean <= TITLE_MAX]
    if not (titles and links and (days or moments)):
        return {}
    title = titles[0]
    texts = [
        key
        for key, mean in prose.items()
        if key != title and prose[title] < mean <= TEXT_MAX and _differ(columns[key], TEXTS_SHARE)
    ]
    return {"title": title, "url": links[0], "date": (days or moments)[0]} | (
        {"excerpt": texts[0]} if texts else {}
    )


def _all(texts: Sequence[str], told: Callable[[str], object]) -> bool:
    return sum(bool(text and told(text)) for text in texts) >= SHARE * len(texts)


def _differ(texts: Sequence[str], share: float) -> bool:
    return len(set(texts)) >= share * len(texts)


def _leads(text: str) -> bool:
    return bool(_ADDRESS.match(text)) and not _FILE.search(text)


def _spaced(text: str) -> bool:
    return " " in text or not text.isascii()


def _mean(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts)


def _moments(values: Sequence[object]) -> bool:
    """Whether these are seconds or milliseconds of days, which differ."""
    numbers = [float(one) for one in values if isinstance(one, int | float) and not isinstance(one, bool)]
    seconds = [one / 1000 if one > _UNTIL else one for one in numbers]
    return len(set(seconds)) >= SHARE * len(values) and all(_SINCE <= one < _UNTIL for one in seconds)
