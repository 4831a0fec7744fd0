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


_ARROWS = "»›→"
"""Signs that count between dots or a gap and the end, or before a link's words."""


@cache
def _forms() -> dict[str, tuple[str, tuple[str, ...]]]:
    """How signs of markers look, read wrong: each with the sign, and the codecs that show it so."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for sign in ("…", *_ARROWS):
        for codec in (*PRIOR, *RARE):
            shown = show(sign, (codec,))
            if shown is not None:
                found[shown] = (sign, (*found.get(shown, (sign, ()))[1], codec))
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
    sign, codecs = _forms()[form]
    body, dots = text[: found.start()], ""
    if sign in _ARROWS:
        body, dots = markers.split(body)
        if not (dots or (words and gap)):
            return None
    return Baked(body, f"{dots}{gap}{opened}{sign}{closed}{words}", codecs)


def _may_end(text: str) -> bool:
    end = text[-2:]
    return end[-1:] in _last() or (end[-1:] in ")]" and end[:-1] in _last())
