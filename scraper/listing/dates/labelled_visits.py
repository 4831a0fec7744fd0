"""Dates told from the visit behind a label: `Posted 3 days ago`, `Publiée il y a 3 jours`, `Last updated 2 hours ago`.

A label is a word of publication, or what several texts of the page say before such a date; a sentence that happens to end in one
is neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from scraper.listing.dates.from_visit import may_end, relative, says_when
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.words.wording import says_published

# So many texts with the same words before their date make these a label; 2 and 4 read the 78 captured pages alike.
REPEATED_MIN = 3
LABEL_WORDS_MAX = 3
_STARTS = re.compile(r"(?<=[\s:：])(?=\S)|(?<=[^\W\d])(?=\d)")
_DIGIT = re.compile(r"\d")
_ENDS = " :：.-–—"


def before_texts(texts: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Find dates told from the visit that texts open with, before a dash: `3 days ago – The crossing is open again…`.

    Args:
        texts: texts that are too long to be a date, by their node.

    Returns:
        The date as written, by its node; nothing where fewer than three texts of the page open so.
    """
    heads = ((node, found[1]) for node, text in texts if (found := _HEAD.match(text)))
    told = {
        node: head
        for node, head in heads
        if _DIGIT.search(head) and not clock_alone(head) and relative(head) == head
    }
    return told if len(told) >= REPEATED_MIN else {}


_HEAD = re.compile(r"([^–—]{3,24}?)\s[–—-]\s")


def behind_labels(texts: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Find dates told from the visit behind labels.

    Args:
        texts: short texts that are no date by themselves, by their node.

    Returns:
        The date as written, by its node.
    """
    parted = {
        node: found
        for node, text in texts
        if not (text[0].isdigit() or text[-1].isdigit())
        and says_when(text)
        and may_end(text)
        and (found := _parted(text))
    }
    times = Counter(label for label, _ in parted.values())
    return {
        node: said
        for node, (label, said) in parted.items()
        if says_published(label) or (times[label] >= REPEATED_MIN and _DIGIT.search(said))
    }


def _parted(text: str) -> tuple[str, str] | None:
    """The words before the longest date that a text ends in, case folded, and that date; an hour alone is none."""
    for at, start in enumerate(_STARTS.finditer(text)):
        if at >= LABEL_WORDS_MAX:
            return None
        label = text[: start.start()].strip(_ENDS).casefold()
        if not label or _DIGIT.search(label):
            return None
        said = relative(text[start.start() :])
        if said and text.rstrip(" .").endswith(said) and not clock_alone(said):
            return label, said
    return None
