"""A text taken apart into its body and its marker, while it is read back: either may hold a byte of the other.

A marker may have been read wrong with the text, have come through right, or be words that sentences end in, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipelines.repair import markers
from pipelines.repair.encodings.pairs import has_pair
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.mojibake import at_once, baked_markers, mojibake


class Ended(NamedTuple):
    """A text apart from its marker.

    Attributes:
        body: what stands before the marker.
        marker: as it came, or as it was meant where it was read wrong with the text; empty if the text has none.
        found: what the body reads back to.
        baked: whether the marker was read wrong with the text.
    """

    body: str
    marker: str
    found: mojibake.Unbaked | None
    baked: bool = False


def apart(text: str, known: Sequence[str], writing: Writing, whole: mojibake.Unbaked | None) -> Ended:
    """A text apart from its marker.

    Args:
        text: as it came.
        known: codecs that the list proves.
        writing: of the text's language.
        whole: what the text reads back to with its marker, if to anything.
    """
    return _before_baked(text, known, writing, whole) or _before_plain(text, known, writing, whole)


def _has_all(whole: mojibake.Unbaked, marker: str) -> bool:
    """Whether a text came back down to its last layer with a marker that is no byte of a character: its body gives the same."""
    return not whole.shown and not has_pair(whole.text) and at_once.keeps(whole.text, marker)


def _before_baked(
    text: str, known: Sequence[str], writing: Writing, whole: mojibake.Unbaked | None
) -> Ended | None:
    """A text apart from a marker that was read wrong with it, unless the whole reads back as well."""
    if whole is not None and not baked_markers.takes(text, whole.text):
        return None
    baked = baked_markers.split(text)
    if baked is None:
        return None
    found = mojibake.read_back(baked.body, (*known, *baked.codecs), writing)
    if whole is None:
        found = found or mojibake.cut_only(baked.body, baked.codecs)
    elif found is None or not (found.shown or len(found.reading) > len(whole.reading)):
        return None
    return Ended(baked.body, baked.marker, found, baked=True)


def _before_plain(text: str, known: Sequence[str], writing: Writing, whole: mojibake.Unbaked | None) -> Ended:
    """A text apart from a marker that came through right, or from words that end it."""
    body, marker = markers.split(text)
    if whole is not None and marker and _has_all(whole, marker):
        marker = ""
    if not marker and (whole is None or has_pair(whole.text)):
        return _before_words(text, known, writing, whole)
    return Ended(body, marker, mojibake.read_back(body, known, writing) if marker else None)


def _before_words(text: str, known: Sequence[str], writing: Writing, whole: mojibake.Unbaked | None) -> Ended:
    """A text before two dots or words that sentences end in, too, where half a character stands before them.

    With words above ASCII that came through right no codec reads the text: they need no half character before them. With
    others the whole must have been read wrong once more than the body.
    """
    body, marker = markers.split_words(text)
    if not marker and whole is None:
        body, marker = markers.split_ungapped(text)
    found = mojibake.read_back(body, known, writing) if marker else None
    if found is not None and whole is None and not marker.isascii():
        return Ended(body, marker, found)  # words that no codec shows were put behind what it was read by
    if found is None or not found.shown or (whole and len(found.reading) <= len(whole.reading)):
        return Ended(text, "", None)
    return Ended(body, marker, found)
