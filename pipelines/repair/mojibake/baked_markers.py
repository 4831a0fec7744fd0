"""A marker that was read wrong with its text: `â€¦` for `…` behind half a character, `volontÃ â€¦`.

A site cuts, adds its `…` and stores both; a program then reads all of it wrong. Behind half a character the text is no
valid UTF-8 any more, so the marker has to come off before anything reads the body back. It is a proof by itself: who shows
an ellipsis so has read the letter before it so, too. Its forms are computed from the codecs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipelines.repair import markers
from pipelines.repair.encodings.readings import PRIOR, RARE, show


class Baked(NamedTuple):
    """A text that ends in such a marker.

    Attributes:
        body: what stands before it.
        marker: the marker as it was meant, its gaps included.
        codecs: the codecs that show it so.
    """

    body: str
    marker: str
    codecs: tuple[str, ...]


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for codec in (*PRIOR, *RARE):
        shown = show("…", (codec,))
        if shown is not None:
            found[shown] = (*found.get(shown, ()), codec)
    return found


@cache
def _expression() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, _forms()))
    return re.compile(rf"(\s*)([\[(]?)({forms})([\])]?)\Z")


@cache
def _last() -> frozenset[str]:
    return frozenset(form[-1] for form in _forms())


def split(text: str) -> Baked | None:
    """Take the marker off a text that ends in one without white space behind it, or with a link's words; None where there is none."""
    words = ""
    if not _may_end(text):
        text, words = markers.split(text)
        if not words or not _may_end(text):
            return None
    found = _expression().search(text, max(0, len(text) - 12))
    if found is None or not found.start():
        return None
    gap, opened, form, closed = found.groups()
    return Baked(text[: found.start()], f"{gap}{opened}…{closed}{words}", _forms()[form])


def _may_end(text: str) -> bool:
    end = text[-2:]
    return end[-1:] in _last() or (end[-1:] in ")]" and end[:-1] in _last())
