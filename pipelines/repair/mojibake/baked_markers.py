"""A marker that was read wrong with its text: `â€¦` for `…` behind half a character, `volontÃ â€¦`.

A site cuts, adds its `…` and stores both; a program then reads all of it wrong. Behind half a character the text is no
valid UTF-8 any more, so the marker has to come off before anything reads the body back. It is a proof by itself: who shows
an ellipsis so has read the letter before it so, too. Its forms are computed from the codecs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipelines.read_more import PHRASES
from pipelines.repair import markers
from pipelines.repair.columns.gaps import WHITE
from pipelines.repair.encodings.pairs import has_pair
from pipelines.repair.encodings.readings import PRIOR, RARE, WHOLE, decode_open, encode, show


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


FAR = 3 * markers.NEAR_END
"""Characters of the end that a marker read wrong can span: three for each of its own."""
_ARROWS = "»›→"
"""Signs that count between dots or a gap and the end, or before a link's words."""
_BEFORE = (" ", "[", "(", "…", "...")
"""What stands before words; a no-break space may be a byte."""


@cache
def _forms() -> dict[str, tuple[str, tuple[str, ...]]]:
    """How signs of markers look, read wrong: each with the sign, and the codecs that show it so."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for sign in ("…", *_ARROWS):
        for codec in WHOLE:
            shown = show(sign, (codec,))
            if shown is not None:
                found[shown] = (sign, (*found.get(shown, (sign, ()))[1], codec))
    return found


@cache
def _at_end() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The same, and `…` read wrong twice."""
    found = dict(_forms())
    for codec in WHOLE:
        twice = show("…", (codec, codec))
        if twice is not None:
            found.setdefault(twice, ("…", (codec,)))
    return found


@cache
def _expression() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(_at_end(), key=len, reverse=True)))
    return re.compile(rf"(\s*)([\[(]?)({forms})([\])]?)\Z")


@cache
def _shown() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _forms())))


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(rf"(?P<gap>\s*[\[(]?)(?P<form>{_shown().pattern})")


@cache
def _last() -> frozenset[str]:
    return frozenset(form[-1] for form in _at_end())


@cache
def _phrases() -> dict[str, dict[tuple[str, str], None]]:
    """What a link says above ASCII, read as any codec, with that codec, the commoner ones before, by its last characters."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    high = [phrase for phrase in PHRASES if not phrase.isascii()]
    spelled = [way for phrase in high for way in (phrase, phrase[:1].upper() + phrase[1:], phrase.upper())]
    for codec in (*PRIOR, *RARE):
        for shown in _each_shown(spelled, codec):
            found.setdefault(shown[-_LAST:], {})[codec, shown] = None
    return found


def _each_shown(texts: Sequence[str], codec: str) -> Iterator[str]:
    """What each of some texts looks like, read as a codec; those left out that hold a byte which it has not."""
    whole = show("\n".join(texts), (codec,))  # a line break is one in every codec
    if whole is not None:
        yield from whole.split("\n")
    else:
        yield from (shown for text in texts if (shown := show(text, (codec,))) is not None)


_LAST = 3
"""Characters by which words read wrong are found."""
_AROUND = WHITE + "])»›→"


def split(text: str) -> Baked | None:
    """Take the marker off a text that ends in one without white space behind it, or with a link's words; None where there is none."""
    words = ""
    if not may_end(text):
        before, words = markers.split(text)
        if not words or not may_end(before):
            return _with_words(text) or _words_alone(text)
        text = before
    found = _expression().search(text, max(0, len(text) - 12))
    if found is None or not found.start():
        return None
    gap, opened, form, closed = found.groups()
    sign, codecs = _at_end()[form]
    body, dots = text[: found.start()], ""
    if sign in _ARROWS:
        body, dots = markers.split(body)
        if not (dots or (words and gap)):
            baked = _with_words(text) or (None if words else _words_alone(body))
            arrow = "" if baked is None or baked.marker.endswith(sign) else f"{gap}{opened}{sign}{closed}"
            return baked and baked._replace(marker=baked.marker + arrow)
    return Baked(body, f"{dots}{gap}{opened}{sign}{closed}{words}", codecs)


def takes(text: str, read: str) -> bool:
    """Whether a text may end in such a marker, and what it reads back to has taken it for bytes of a character.

    Args:
        text: as it came.
        read: what it is, read back with its end: a marker that shows there is its own, unless `read` is mojibake still.
    """
    return may_end(text) and (has_pair(read) or not markers.split(read)[1])


def _with_words(text: str) -> Baked | None:
    """Take off a marker whose words were read wrong with it: `…] ÐŸÐ¾Ð´Ñ€Ð¾Ð±Ð½ÐµÐµ`."""
    first = max(0, len(text) - FAR)
    if text[-1:] <= "\x7f" or _shown().search(text, first) is None:
        return None
    for found in _begun().finditer(text, first):
        codecs = _forms()[found["form"]][1]
        for codec in codecs:
            read = decode_open(encode(text[found.start("form") :], codec) or b"")
            marker = found["gap"] + read[0] if read and not read[1] else ""
            if found.start() and marker and markers.split("." + marker)[0] == ".":
                return Baked(text[: found.start()], marker, codecs)
    return None


def _words_alone(text: str) -> Baked | None:
    """Take off words that were read wrong behind a gap, without dots: `okreÅ Czytaj wiÄ™cej`."""
    near = text[-FAR:]
    if near.isascii():
        return None
    bare = near.rstrip(_AROUND)
    for codec, shown in _phrases().get(bare[-_LAST:], ()):
        before = bare.removesuffix(shown)
        if before == bare or not before.endswith(_BEFORE):
            continue
        body = text[: len(text) - len(near) + len(before)]
        body = body.rstrip(" [(….")
        words = (encode(shown, codec) or b"").decode("utf-8")
        behind = near[len(bare) :]
        between = text[len(body) : len(text) - len(shown) - len(behind)]
        if body:
            return Baked(body, between + words + behind, (codec,))
    return None


def may_end(text: str) -> bool:
    """A cheap look: whether a text may end in a marker's sign that was read wrong."""
    end = text[-2:]
    return end[-1:] in _last() or (end[-1:] in ")]" and end[:-1] in _last())
