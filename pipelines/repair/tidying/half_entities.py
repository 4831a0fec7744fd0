"""Entities cut in half, `cré&eac`: a site that escapes its text first and cuts it then.

One such end may be a name (`R&D`, `AT&T`) or a link's parameter. It is half an entity where a source goes on with a
character that is written so, or where the list shows the habit: other teasers that end in half an entity, or entities left
whole, or one that is nothing else. Such a list cuts by characters after escaping; how it escaped is no longer seen in text
that a browser has read, so each teaser is held between its length as it stands and its length with everything escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable
from functools import cache
from html.entities import codepoint2name, name2codepoint
from typing import NamedTuple

MAY_END = r"&(?:#?[0-9A-Za-z]{0,8})$"
"""In RE2's syntax, what every text that ends in half an entity matches."""
_END = re.compile(r"&(#[0-9]{0,6}|#[xX][0-9A-Fa-f]{0,5}|[A-Za-z][A-Za-z0-9]{0,7}|)\Z")
_ESCAPED = re.compile(r"&(?!amp;)(?:#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z][A-Za-z0-9]{1,7});")
_LINK = re.compile(r"(?<!\S)\S*[=/?]\S*\Z")
WITNESSES = 2
"""Teasers of a list that may end in half an entity before it is known to cut after escaping; 1 where it leaves whole entities
in its text, or where the end is nothing else. In French text written in named entities every fourth place is inside one."""
SURE_LETTERS = 2
"""Letters of an entity's name that make a witness; one alone, `R&D`, makes none, nor does `R&`."""
CERTAIN_LETTERS = 3
"""Letters of the name of what texts are full of (`&eac`, `&rsq`, no `&sect`) that need no second witness."""
LONE_LETTERS = 4
"""Letters of the name at a text's end that are half an entity by themselves, where nothing else is escaped. None of 640,760 clean
texts and beginnings of texts in 470 languages ends so."""
_IN_TEXTS = frozenset(
    '&"\u00a0\u00ab\u00bb\u0152\u0153\u0160\u0161\u0178\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2026'
)
"""Characters that running text is full of, besides the letters of Latin-1."""


class Half(NamedTuple):
    """A text that may end in half an entity: what stands before it, and what is left of it."""

    head: str
    shown: str

    @property
    def witness(self) -> bool:
        """Whether it is likely: a number, letters that begin a name, or a small one at most behind a small letter."""
        glued = self.head[-1:].islower() and self.shown[1:] == self.shown[1:].lower()
        return self.shown[1:2] == "#" or len(self.shown) > SURE_LETTERS or glued

    @property
    def certain(self) -> bool:
        """Whether it is nothing else: `&#2`, or three letters that begin the name of an accented letter, a quote or a space."""
        name = self.shown[1:]
        if name.startswith("#"):
            return len(name) > 1
        return len(name) >= CERTAIN_LETTERS and _begins_name(name, written=True)

    def stands_alone(self, escaped: bool) -> bool:
        """Whether it is half an entity though no list is asked: four letters of a name, or two digits; one less glued to a word.

        Args:
            escaped: whether the text has whole entities, which is as good.
        """
        name = self.shown[1:]
        glued = self.head[-1:].isalpha() and not self.head[-1:].isupper()
        least = LONE_LETTERS - (escaped or glued)
        if name.startswith("#"):
            return glued or len(name) >= least - 1  # behind a small letter stands no other `&#`
        if name[:1].isupper():
            least = LONE_LETTERS + 1  # four are names, too: `Simba&Scar`, `Delhi&Agra`
        return len(name) >= least and name[1:].islower() and _begins_name(name, written=True)

    def left_of(self, source: str) -> bool:
        """Whether a text ends so before its entities were read: where others are escaped an ampersand alone is `&amp;`.

        Args:
            source: the text without its marker.
        """
        if self.shown[1:].isalpha() and len(self.shown) == 2 and self.head[-1:].isupper():
            return False  # `R&D` and `Q&a` may be written so all the same
        return source.endswith(self.shown) and _ESCAPED.search(source) is not None

    def only(self, latin: bool) -> str:
        """The one letter or sign that is written so, "" where several are; in a text that is not Latin any character counts."""
        found = {name for name in names(latin) if name.startswith(self.shown[1:])}
        return html.unescape(f"&{found.pop()};") if len(found) == 1 else ""

    def leaves(self, character: str) -> bool:
        """Whether an entity of this character begins so."""
        return any(written.startswith(self.shown) for written in _written(character))


def half(text: str) -> Half | None:
    """How a text ends in half an entity, None where it does not."""
    found = _END.search(text[-12:])
    if found is None:
        return None
    head = text[: -len(found[0])]
    named = found[1] and not found[1].startswith("#")
    if not head.strip() or in_link(head) or (named and not _begins_name(found[1])):
        return None
    return Half(head, found[0])


def in_link(head: str) -> bool:
    """Whether what follows a text may be a parameter of a link."""
    return _LINK.search(head) is not None


@cache
def names(written: bool = False) -> frozenset[str]:
    """The names of entities, of any character or only of what texts are full of."""
    found = {
        n
        for n, code in name2codepoint.items()
        if not written or chr(code) in _IN_TEXTS or 0xC0 <= code <= 0xFF
    }
    return frozenset(found | {"apos"})


@cache
def _begins_name(part: str, written: bool = False) -> bool:
    """Whether a name begins so, of any character or only of what texts are full of."""
    return any(name.startswith(part) for name in names(written))


@cache
def _written(character: str) -> tuple[str, ...]:
    """How a character is written as an entity."""
    code = ord(character)
    names = [codepoint2name[code]] if code in codepoint2name else []
    names += ["apos"] if character == "'" else []
    numbers = [f"#{code}", f"#0{code}", f"#x{code:x}", f"#x{code:X}", f"#X{code:X}"]
    return tuple(f"&{name};" for name in names + numbers)


class Span(NamedTuple):
    """The least and the most characters that a text may have had when it was escaped."""

    least: int
    most: int


def span(text: str) -> Span:
    """How long a text can have been before a browser read its entities."""
    strange = [c for c in text if c > "\x7f" or c in "&<>\"'"]
    return Span(len(text), len(text) + sum(len(max(_written(c)[:3], key=len)) - 1 for c in strange))


def budget(halves: Collection[str]) -> Span:
    """What the texts that end in half an entity leave of their list's budget, counted after escaping."""
    spans = [span(text) for text in halves]
    least, most = max(each.least for each in spans), min(each.most for each in spans)
    return (
        Span(least, most) if least <= most else Span(min(s.least for s in spans), max(s.most for s in spans))
    )


def proven(halves: Iterable[Half], entities: bool) -> bool:
    """Whether a list cuts after escaping.

    Args:
        halves: its texts that may end in half an entity.
        entities: whether it leaves whole entities in its text.
    """
    witnesses = {half for half in halves if half.witness}
    return len(witnesses) >= (1 if entities else WITNESSES) or any(half.certain for half in witnesses)
